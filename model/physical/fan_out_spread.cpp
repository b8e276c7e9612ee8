// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/fan_out_spread.h"

#include <algorithm>
#include <cmath>

namespace shardscape::model {
namespace {

constexpr double kDefaultAlpha = 2.1; ///< of a power law whose exponent nobody stated: degrees of social graphs

/// ∫ x^(p−1) dx from a to b.
double powerIntegral(double p, double a, double b) {
    return std::abs(p) < 1e-9 ? std::log(b / a) : (std::pow(b, p) - std::pow(a, p)) / p;
}

double paretoMean(double alpha, double low, double high) {
    return high > low ? powerIntegral(2 - alpha, low, high) / powerIntegral(1 - alpha, low, high) : low;
}

} // namespace

FanOutSpread::FanOutSpread(const FanOut& fanOut, double mean, double children)
    : m_shape(fanOut.shape)
    , m_mean(std::max(mean, 1e-9))
    , m_alpha(fanOut.alpha) {
    m_high = std::max(m_mean, fanOut.maximum.value_or(std::max(children, m_mean)));
    if (!(m_alpha > 1))
        m_alpha = kDefaultAlpha;
    if (m_shape == FanOutShape::Fixed)
        m_high = fanOut.maximum ? std::max(*fanOut.maximum, m_mean) : m_mean;
    if (m_shape != FanOutShape::PowerLaw)
        return;
    double low = m_high * 1e-18, high = m_high; // the mean rises with the lowest number
    for (int i = 0; i < 200; ++i) {
        const double middle = std::sqrt(low * high);
        (paretoMean(m_alpha, middle, m_high) < m_mean ? low : high) = middle;
    }
    m_low = high;
}

double FanOutSpread::parentsAbove(double t) const {
    if (t >= m_high)
        return 0;
    switch (m_shape) {
    case FanOutShape::Fixed: return m_mean > t ? 1 : 0;
    case FanOutShape::Geometric: return std::exp(-std::max(t, 0.0) / m_mean);
    case FanOutShape::PowerLaw: break;
    }
    return t <= m_low ? 1 : powerIntegral(1 - m_alpha, t, m_high) / powerIntegral(1 - m_alpha, m_low, m_high);
}

double FanOutSpread::childrenAbove(double t) const {
    if (t >= m_high)
        return 0;
    switch (m_shape) {
    case FanOutShape::Fixed: return m_mean > t ? 1 : 0;
    case FanOutShape::Geometric: {
        const double x = std::max(t, 0.0) / m_mean;
        return (1 + x) * std::exp(-x);
    }
    case FanOutShape::PowerLaw: break;
    }
    return t <= m_low ? 1 : powerIntegral(2 - m_alpha, t, m_high) / powerIntegral(2 - m_alpha, m_low, m_high);
}

} // namespace shardscape::model
