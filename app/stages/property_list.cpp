// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/property_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/shell/workbench.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

const char* roleWord(Role state) {
    return state == Role::Text ? nullptr : name(state);
}

/// A caption that gives way to its value: the middle is left out when there is no room, and the tooltip has all of it.
class Caption : public QLabel {
public:
    explicit Caption(const QString& text)
        : m_text(text) {
        setProperty("role", "muted");
        setTextFormat(Qt::PlainText);
        setAccessibleName(text);
        setText(text);
    }
    QSize sizeHint() const override {
        return {fontMetrics().horizontalAdvance(m_text) + 1, QLabel::sizeHint().height()};
    }
    QSize minimumSizeHint() const override {
        return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * kLeastCharacters),
                QLabel::minimumSizeHint().height()};
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QLabel::resizeEvent(event);
        const QString shown = fontMetrics().elidedText(m_text, Qt::ElideMiddle, width());
        setToolTip(shown == m_text ? QString() : plainToolTip(m_text));
        setText(shown);
    }

private:
    static constexpr int kLeastCharacters = 12;
    const QString m_text;
};

} // namespace

PropertyList::PropertyList(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addStretch();
    clear();
}

void PropertyList::clear() {
    if (m_contents) {
        m_contents->hide();
        m_contents->deleteLater();
    }
    m_text.clear();
    m_contents = new QWidget(this);
    m_layout = new QVBoxLayout(m_contents);
    m_layout->setContentsMargins(kSpaceAround, kSpaceBetween, kSpaceAround, kSpaceAround);
    m_layout->setSpacing(kSpaceTight);
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_contents);
}

void PropertyList::addHeading(const QString& title, const QString& subtitle) {
    QLabel* heading = makeLabel(title, nullptr, "heading");
    heading->setWordWrap(true);
    m_layout->addWidget(heading);
    m_text << title;
    if (subtitle.isEmpty())
        return;
    QLabel* below = makeLabel(subtitle, "muted");
    below->setWordWrap(true);
    m_layout->addWidget(below);
    m_text << subtitle;
}

void PropertyList::addGroup(const QString& title) {
    m_layout->addSpacing(kSpaceBetween);
    m_layout->addWidget(makeGroupLabel(title));
    m_text << title;
}

QWidget* PropertyList::line(const QString& name, QWidget* value) {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceInside);
    layout->addWidget(new Caption(name));
    layout->addStretch();
    layout->addWidget(value);
    m_layout->addWidget(row);
    return row;
}

void PropertyList::addRow(const QString& name, const QString& value, Role state, const QString& tip) {
    QLabel* label = makeLabel(value, roleWord(state));
    label->setFont(tabularFont(TextSize::Body));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setWordWrap(value.size() > 24);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QWidget* row = line(name, label);
    row->setToolTip(plainToolTip(tip));
    m_text << name + QLatin1Char(' ') + value;
}

void PropertyList::addFigure(const QString& name, const estimator::Figure& figure, Role state) {
    auto* button = new QPushButton(formatNumber(figure));
    button->setProperty("look", "value");
    if (state != Role::Text)
        button->setProperty("role", roleWord(state));
    button->setCursor(Qt::PointingHandCursor);
    button->setToolTip(tr("%1. Click for the working").arg(formatExactly(figure)));
    button->setAccessibleName(tr("%1: %2").arg(name, formatNumber(figure)));
    connect(button, &QPushButton::clicked, this, [this, figure] { m_workbench.showWorking(figure); });
    line(name, button);
    m_text << name + QLatin1Char(' ') + formatNumber(figure);
}

void PropertyList::addText(const QString& text, Role state) {
    QLabel* label = makeLabel(text, roleWord(state));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->addWidget(label);
    m_text << text;
}

void PropertyList::addWidget(QWidget* widget) {
    m_layout->addWidget(widget);
}

} // namespace shardscape::app
