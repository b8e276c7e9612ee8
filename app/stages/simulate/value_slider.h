// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QDoubleSpinBox;
class QSlider;

namespace shardscape::app {

/// A number to drag or to type: a slider over round values beside a field that takes any.
class ValueSlider : public QWidget {
    Q_OBJECT
public:
    /// The name is what assistive tools call it; "decimals" are those of the field.
    ValueSlider(const QString& name, int decimals, QWidget* parent = nullptr);

    /// Values that the slider stops at, ascending. The field goes from the first to "largest".
    void setStops(const QList<double>& stops, double largest);
    /// Shown instead of the first stop: "model".
    void setFirstWord(const QString& word);
    double value() const;
    void setValue(double value);
    QDoubleSpinBox* field() const { return m_field; }
    QSlider* slider() const { return m_slider; }

signals:
    void valueChanged(double value);

private:
    void followField();

    QSlider* m_slider;
    QDoubleSpinBox* m_field;
    QList<double> m_stops;
};

} // namespace shardscape::app
