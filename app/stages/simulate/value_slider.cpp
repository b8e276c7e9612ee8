// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/value_slider.h"

#include <algorithm>
#include <cmath>

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>

#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

constexpr int kSliderWidth = 84;
constexpr int kFieldWidth = 58;

} // namespace

ValueSlider::ValueSlider(const QString& name, int decimals, QWidget* parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_field(new QDoubleSpinBox) {
    m_slider->setFixedWidth(kSliderWidth);
    m_slider->setAccessibleName(name);
    m_field->setAccessibleName(name);
    m_field->setDecimals(decimals);
    m_field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_field->setFixedWidth(kFieldWidth);
    m_field->setAlignment(Qt::AlignRight);
    m_field->setKeyboardTracking(false); // half a typed number is none
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceInside);
    layout->addWidget(m_slider);
    layout->addWidget(m_field);
    setFocusProxy(m_slider);
    connect(m_slider, &QSlider::valueChanged, this, [this](int stop) { m_field->setValue(m_stops[stop]); });
    connect(m_field, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        followField();
        emit valueChanged(value);
    });
}

void ValueSlider::setStops(const QList<double>& stops, double largest) {
    const double before = value();
    const bool first = m_stops.isEmpty();
    const QSignalBlocker fieldBlocker(m_field);
    const QSignalBlocker sliderBlocker(m_slider);
    m_stops = stops;
    m_field->setRange(stops.first(), largest);
    m_slider->setRange(0, int(stops.size()) - 1);
    m_field->setValue(first ? stops.first() : before);
    followField();
}

void ValueSlider::setFirstWord(const QString& word) {
    m_field->setSpecialValueText(word);
}

double ValueSlider::value() const {
    return m_field->value();
}

void ValueSlider::setValue(double value) {
    m_field->setValue(value);
}

void ValueSlider::followField() {
    const double value = m_field->value();
    const auto nearest = std::min_element(m_stops.begin(), m_stops.end(), [value](double a, double b) {
        return std::abs(a - value) < std::abs(b - value);
    });
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(int(nearest - m_stops.begin()));
}

} // namespace shardscape::app
