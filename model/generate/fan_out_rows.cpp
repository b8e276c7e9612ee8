// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/generate/fan_out_rows.h"

#include <algorithm>
#include <cmath>

namespace shardscape::model {
namespace {

/// ∫ x^(1 − alpha) dx and ∫ x^(−alpha) dx between two bounds.
double moment(double exponent, double low, double high) {
    return std::abs(exponent + 1) < 1e-9
               ? std::log(high / low)
               : (std::pow(high, exponent + 1) - std::pow(low, exponent + 1)) / (exponent + 1);
}

double paretoMean(double alpha, double low, double high) {
    return moment(1 - alpha, low, high) / moment(-alpha, low, high);
}

constexpr double kDefaultAlpha = 2.1; ///< of a power law whose exponent nobody stated: degrees of social graphs

} // namespace

FanOutRows::FanOutRows(std::uint64_t parents, std::uint64_t children, const FanOut& fanOut, double scale,
                       std::uint64_t seed)
    : m_parents(std::max<std::uint64_t>(1, parents))
    , m_children(std::max<std::uint64_t>(1, children))
    , m_shape(fanOut.mean || fanOut.maximum ? fanOut.shape : FanOutShape::Fixed)
    , m_alpha(fanOut.alpha > 1 ? fanOut.alpha : kDefaultAlpha)
    , m_parentOrder(m_parents, mixed(seed, 1))
    , m_childOrder(m_children, mixed(seed, 2)) {
    const double mean = static_cast<double>(m_children) / static_cast<double>(m_parents);
    const auto all = static_cast<double>(m_children);
    if (fanOut.maximum && m_parents > 1 && m_shape != FanOutShape::Fixed) {
        const double most = std::min(std::max(1.0, *fanOut.maximum * std::min(1.0, scale)), all);
        if (most > mean)
            m_celebrity = static_cast<std::uint64_t>(most);
    }
    if (m_shape != FanOutShape::PowerLaw)
        return;
    m_high = std::max(mean * 1.001, m_celebrity > 0 ? static_cast<double>(m_celebrity) : all);
    double low = 1e-6 * mean, high = mean;
    for (int step = 0; step < 100; ++step) {
        const double middle = std::sqrt(low * high);
        (paretoMean(m_alpha, middle, m_high) < mean ? low : high) = middle;
    }
    m_low = low;
}

double FanOutRows::lorenz(double q) const {
    if (q <= 0)
        return 0;
    if (q >= 1)
        return 1;
    switch (m_shape) {
    case FanOutShape::Fixed: return q;
    case FanOutShape::Geometric: return q + (1 - q) * std::log1p(-q);
    case FanOutShape::PowerLaw: break;
    }
    // The q-quantile x of the bounded Pareto, and the share of the sum below it.
    const double e = 1 - m_alpha;
    const double atLow = std::pow(m_low, e), atHigh = std::pow(m_high, e);
    const double x = std::pow(atLow + q * (atHigh - atLow), 1 / e);
    return moment(e, m_low, x) / moment(e, m_low, m_high);
}

double FanOutRows::inverse(double share) const {
    double low = 0, high = 1;
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        (lorenz(middle) < share ? low : high) = middle;
    }
    return (low + high) / 2;
}

std::uint64_t FanOutRows::firstChild(std::uint64_t parent) const {
    const std::uint64_t others = m_children - m_celebrity;
    const std::uint64_t parents = m_parents - (m_celebrity > 0 ? 1 : 0);
    if (m_shape == FanOutShape::Fixed || parents == 0) {
        const std::uint64_t each = parents == 0 ? others : others / parents;
        const std::uint64_t more = parents == 0 ? 0 : others % parents;
        return parent * each + std::min(parent, more);
    }
    const double share = lorenz(static_cast<double>(parent) / static_cast<double>(parents));
    return std::min(others, static_cast<std::uint64_t>(std::llround(share * static_cast<double>(others))));
}

FanOutRows::Place FanOutRows::at(std::uint64_t child) const {
    std::uint64_t i = m_childOrder.at(child);
    if (i < m_celebrity)
        return {m_parentOrder.at(m_parents - 1), i};
    i -= m_celebrity;
    const std::uint64_t others = m_children - m_celebrity;
    const std::uint64_t parents = m_parents - (m_celebrity > 0 ? 1 : 0);
    std::uint64_t parent = 0;
    if (m_shape == FanOutShape::Fixed) {
        const std::uint64_t each = others / parents, more = others % parents;
        parent =
            i < more * (each + 1) ? i / (each + 1) : more + (i - more * (each + 1)) / std::max<std::uint64_t>(1, each);
    } else {
        const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(others);
        parent = std::min(parents - 1, static_cast<std::uint64_t>(inverse(share) * static_cast<double>(parents)));
        while (parent > 0 && firstChild(parent) > i)
            --parent;
        while (parent + 1 < parents && firstChild(parent + 1) <= i)
            ++parent;
    }
    return {m_parentOrder.at(parent), i - firstChild(parent)};
}

} // namespace shardscape::model
