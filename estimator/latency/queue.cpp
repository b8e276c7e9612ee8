// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/latency/queue.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <utility>

namespace shardscape::estimator {
namespace {

constexpr int kSteps = 1024;
/// Tails below this are the end of a distribution for convolution and integration.
constexpr double kEnd = 1e-7;

/// The part of a distribution that never ends: requests at an overloaded node.
double atInfinity(const Tail& tail) {
    const double rest = tail.above(std::max(tail.scale, 1e-9) * 1e9);
    return rest < kEnd ? 0 : rest;
}

/// A time beyond which less than kEnd of what ends at all is left.
double farEnd(const Tail& tail, double endless) {
    double t = std::max(tail.scale, 1e-9);
    for (int i = 0; i < 200; ++i, t *= 1.5)
        if (tail.above(t) - endless < kEnd)
            return t;
    return kForever;
}

} // namespace

double erlangC(int servers, double load) {
    const double c = servers;
    if (load >= c)
        return 1;
    double b = 1;
    for (int k = 1; k <= servers; ++k)
        b = load * b / (k + load * b);
    return b / (1 - load / c * (1 - b));
}

NodeQueue::NodeQueue(int servers, double arrivals, double meanService, double cv2) {
    const double load = arrivals * meanService;
    m_utilisation = servers > 0 ? load / servers : kForever;
    if (arrivals <= 0 || meanService <= 0) {
        m_utilisation = 0;
        return;
    }
    m_waits = erlangC(servers, load);
    if (!overloaded())
        m_decay = servers / meanService * (1 - m_utilisation) * 2 / (1 + cv2);
}

double NodeQueue::meanWait() const {
    if (overloaded())
        return kForever;
    return m_waits / m_decay;
}

double NodeQueue::sojournTail(double t, double own) const {
    if (overloaded())
        return 1;
    if (own <= 0)
        return m_waits * std::exp(-m_decay * t);
    const double mu = 1 / own;
    const double alone = std::exp(-mu * t);
    if (m_waits <= 0)
        return alone;
    const double difference = mu - m_decay;
    const double waited = std::abs(difference) < 1e-9 * mu
                              ? alone * (1 + mu * t)
                              : (mu * std::exp(-m_decay * t) - m_decay * alone) / difference;
    return (1 - m_waits) * alone + m_waits * waited;
}

double NodeQueue::lognormalSojournTail(double t, double own, double spread) const {
    if (overloaded())
        return 1;
    if (t <= 0)
        return 1;
    if (own <= 0)
        return m_waits * std::exp(-m_decay * t);
    if (spread < 1e-6)
        return t < own ? 1 : m_waits * std::exp(-m_decay * (t - own));
    const double location = std::log(own) - spread * spread / 2;
    const double upTo = (std::log(t) - location) / spread; // service below t is a normal below this
    const double longer = std::erfc(upTo / std::numbers::sqrt2) / 2;
    constexpr double kLeast = -8;
    if (m_waits <= 0 || upTo <= kLeast)
        return longer;
    // Waiting ends after t although the service alone would not: ∫ φ(z) exp(−decay (t − s(z))) dz up to s(z) = t.
    constexpr int kHalf = 48;
    const double step = (std::min(upTo, -kLeast) - kLeast) / (2 * kHalf);
    double total = 0;
    for (int i = 0; i <= 2 * kHalf; ++i) {
        const double z = kLeast + step * i;
        const double weight = i == 0 || i == 2 * kHalf ? 1 : i % 2 ? 4 : 2;
        total += weight * std::exp(-z * z / 2 - m_decay * std::max(0.0, t - std::exp(location + spread * z)));
    }
    total *= step / 3 / std::sqrt(2 * std::numbers::pi);
    return std::min(1.0, longer + m_waits * total);
}

double lognormalCv2(double spread) {
    return std::expm1(spread * spread);
}

double quantile(const Tail& tail, double q) {
    const double wanted = 1 - q;
    if (tail.above(0) <= wanted)
        return 0;
    double low = 0;
    double high = std::max(tail.scale, 1e-9);
    for (int i = 0; tail.above(high) > wanted; ++i) {
        if (i == 120)
            return kForever;
        low = high;
        high *= 2;
    }
    for (int i = 0; i < 100 && high - low > 1e-10 * high; ++i) {
        const double middle = (low + high) / 2;
        (tail.above(middle) > wanted ? low : high) = middle;
    }
    return (low + high) / 2;
}

double mean(const Tail& tail) {
    const double endless = atInfinity(tail);
    const double end = farEnd(tail, endless);
    if (endless > 0 || std::isinf(end))
        return kForever;
    // Simpson's rule on t = end · x³, which crowds the steps where the tail is steep.
    constexpr int kHalf = 2000;
    double total = 0;
    for (int i = 0; i <= 2 * kHalf; ++i) {
        const double x = static_cast<double>(i) / (2 * kHalf);
        const double weight = i == 0 || i == 2 * kHalf ? 1 : i % 2 ? 4 : 2;
        total += weight * tail.above(end * x * x * x) * 3 * end * x * x;
    }
    return total / (3.0 * 2 * kHalf);
}

Tail kthOf(const Tail& one, double k, double n) {
    const double most = std::max(1.0, std::round(n));
    const double which = std::clamp(std::round(k), 1.0, most);
    if (most == 1)
        return one;
    if (which == most)
        return {[one, most](double t) {
                    const double above = one.above(t);
                    return above >= 1 ? 1.0 : -std::expm1(most * std::log1p(-above));
                },
                one.scale * (1 + std::log(most))};
    return {[one, which, most](double t) {
                const double above = one.above(t);
                const double below = 1 - above;
                if (below <= 0)
                    return 1.0;
                double term = std::pow(above, most);
                double total = term;
                for (double j = 1; j < which; ++j) {
                    term = above > 0 ? term * (most - j + 1) / j * below / above : 0;
                    total += term;
                }
                return std::min(1.0, total);
            },
            one.scale};
}

Tail slowest(std::vector<Tail> parts) {
    double scale = 0;
    for (const Tail& part : parts)
        scale = std::max(scale, part.scale);
    return {[parts = std::move(parts)](double t) {
                double below = 1;
                for (const Tail& part : parts)
                    below *= 1 - part.above(t);
                return 1 - below;
            },
            scale};
}

Tail mixture(std::vector<std::pair<double, Tail>> parts) {
    double scale = 0;
    for (const auto& [weight, part] : parts)
        scale += weight * part.scale;
    return {[parts = std::move(parts)](double t) {
                double above = 0;
                for (const auto& [weight, part] : parts)
                    if (weight > 0)
                        above += weight * part.above(t);
                return above;
            },
            scale};
}

Tail sum(const Tail& a, const Tail& b) {
    const double endOfA = farEnd(a, atInfinity(a));
    const double endOfB = farEnd(b, atInfinity(b));
    if (std::isinf(endOfA) || std::isinf(endOfB))
        return {[](double) { return 1.0; }, a.scale + b.scale};
    // Densities as masses in the middle of equal steps; the sum's tail is read between them linearly.
    const double step = (endOfA + endOfB) / kSteps;
    const auto masses = [step](const Tail& tail, double end) {
        std::vector<double> mass(static_cast<std::size_t>(std::ceil(end / step)) + 1);
        double before = 1;
        for (std::size_t i = 0; i < mass.size(); ++i) {
            const double after = tail.above(step * static_cast<double>(i + 1));
            mass[i] = before - after;
            before = after;
        }
        return mass;
    };
    const std::vector<double> massA = masses(a, endOfA);
    const std::vector<double> massB = masses(b, endOfB);
    std::vector<double> both(massA.size() + massB.size(), 0.0);
    for (std::size_t i = 0; i < massA.size(); ++i)
        for (std::size_t j = 0; j < massB.size(); ++j)
            both[i + j] += massA[i] * massB[j];
    // Two masses at mid-steps meet at a whole step: mass i + j lies around (i + j + 1) steps.
    auto above = std::make_shared<std::vector<double>>(both.size() + 2, 0.0);
    double total = 1;
    (*above)[0] = 1;
    for (std::size_t i = 0; i < both.size(); ++i) {
        (*above)[i + 1] = std::max(0.0, total - both[i] / 2);
        total -= both[i];
    }
    above->back() = total < kEnd ? 0 : total;
    return {[above, step](double t) {
                const double at = t / step;
                if (at >= static_cast<double>(above->size() - 1))
                    return above->back();
                const auto cell = static_cast<std::size_t>(at);
                const double share = at - static_cast<double>(cell);
                return (*above)[cell] * (1 - share) + (*above)[cell + 1] * share;
            },
            a.scale + b.scale};
}

} // namespace shardscape::estimator
