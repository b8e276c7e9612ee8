// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/number_field.h"

#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/style.h"

namespace shardscape::app {

NumberField::NumberField(estimator::Unit unit, const QString& placeholder, QWidget* parent)
    : QLineEdit(parent)
    , m_unit(unit) {
    setPlaceholderText(placeholder);
    setAlignment(Qt::AlignRight);
    setFont(tabularFont(TextSize::Body));
    connect(this, &QLineEdit::editingFinished, this, &NumberField::read);
    connect(this, &QLineEdit::textEdited, this, [this] { setLook(this, "invalid", false); });
}

QString NumberField::shown(double value) const {
    const QString text = formatNumber(value, m_unit);
    // Three digits are for reading; a field must not lose the others.
    const std::optional<double> back = parseNumber(text, m_unit);
    return back && *back == value ? text : formatExactly(value, m_unit);
}

void NumberField::setNumber(std::optional<double> value) {
    m_value = value;
    setLook(this, "invalid", false);
    setText(value ? shown(*value) : QString());
    setToolTip(value ? formatExactly(*value, m_unit) : QString());
    setCursorPosition(0);
}

void NumberField::read() {
    if (!isModified())
        return;
    setModified(false);
    const QString written = text().trimmed();
    if (written.isEmpty()) {
        if (m_value) {
            m_value.reset();
            emit numberEdited(std::nullopt);
        }
        return;
    }
    std::optional<double> value = parseNumber(written, m_unit);
    if (value && m_unit == estimator::Unit::Percent && !written.contains(QLatin1Char('%')))
        *value /= 100; // a share is shown in percent, and typed so
    if (!value) {
        setLook(this, "invalid", true);
        setToolTip(tr("This is no number. Write for example 300M, 2.5k or 1e9."));
        return;
    }
    if (value == m_value) {
        setNumber(value);
        return;
    }
    setNumber(value);
    emit numberEdited(value);
}

} // namespace shardscape::app
