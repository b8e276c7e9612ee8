// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QLineEdit>

#include "estimator/figure/figure.h"

namespace shardscape::app {

/// A field for a number with unit, empty for "not known": reads what people type ("2.5M", "30 d"), and marks what it
/// cannot read.
class NumberField : public QLineEdit {
    Q_OBJECT
public:
    NumberField(estimator::Unit unit, const QString& placeholder, QWidget* parent = nullptr);

    /// Shows a value without telling anybody.
    void setNumber(std::optional<double> value);
    std::optional<double> number() const { return m_value; }

signals:
    /// The user entered another number, or emptied the field.
    void numberEdited(std::optional<double> value);

private:
    void read();
    QString shown(double value) const;
    estimator::Unit m_unit;
    std::optional<double> m_value;
};

} // namespace shardscape::app
