// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/sensitivity/sensitivity.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <thread>

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kLeastSwing = 1e-3; ///< less than a tenth of a per cent moves nothing
constexpr double kWithoutEnd = 10;   ///< swing of a p99 that becomes infinite, or finite

/// Of all served patterns: which one counts as the worst may change with an assumption, the slowest is the slowest.
double slowestP99(const Estimate& estimate) {
    double slowest = 0;
    for (const PatternEstimate& pattern : estimate.patterns)
        if (pattern.plan.shape != PlanShape::Unserved)
            slowest = std::max(slowest, pattern.p99.value());
    return slowest;
}

/// In the engine, replicated, and in the tiers outside of it.
double storedInAYear(const Estimate& estimate) {
    double bytes = estimate.storageInAYear.value();
    for (const TierEstimate& tier : estimate.tiers)
        if (tier.medium != TierMedium::Engine && !tier.monthBytes.empty())
            bytes += tier.monthBytes[std::min<std::size_t>(12, tier.monthBytes.size() - 1)];
    return bytes;
}

/// Months to estimate for it: tiers fill up over time, and the engine's curve is not asked for.
int monthsOf(const Project& project) {
    return std::any_of(project.entities.begin(), project.entities.end(),
                       [](const Entity& entity) { return !entity.volume.tiers.empty(); })
               ? 12
               : 0;
}

double swingOf(double base, double varied) {
    if (base == varied)
        return 0;
    if (!(base > 0) || !(varied > 0) || !std::isfinite(base) || !std::isfinite(varied))
        return kWithoutEnd;
    return std::min(kWithoutEnd, std::abs(std::log2(varied / base)));
}

void judge(const Measures& base, Influence& influence) {
    const auto take = [&](const char* name, double from, double low, double high) {
        const double swing = std::max(swingOf(from, low), swingOf(from, high));
        if (swing > influence.swing * (1 + 1e-9) && swing > kLeastSwing) {
            influence.swing = swing;
            influence.largest = name;
        }
    };
    if (base.costMonth && influence.low.costMonth && influence.high.costMonth)
        take("cost", *base.costMonth, *influence.low.costMonth, *influence.high.costMonth);
    take("nodes", base.nodes, influence.low.nodes, influence.high.nodes);
    take("storage", base.storageBytes, influence.low.storageBytes, influence.high.storageBytes);
    take("p99", base.p99Seconds, influence.low.p99Seconds, influence.high.p99Seconds);
}

class Runs {
public:
    Runs(const Project& project, const EngineProfile& profile, const Layout& layout, const PriceBook& prices,
         const std::string& wanted, std::stop_token stop)
        : m_base{project, profile, layout}
        , m_prices(prices)
        , m_wanted(wanted)
        , m_stop(std::move(stop)) {}

    Result<Measures> measure(const Variant& variant) const {
        const auto numbers =
            estimate(variant.project, variant.profile, variant.layout, {.months = monthsOf(variant.project)}, m_stop);
        if (!numbers)
            return fail(numbers.error());
        const CostEstimate cost =
            costOf(variant.project, variant.profile, variant.layout, *numbers, m_prices, m_wanted);
        return Measures{slowestP99(*numbers), storedInAYear(*numbers), numbers->nodes.count.value(),
                        cost.priced ? std::optional(cost.month.value()) : std::nullopt};
    }

    Result<Measures> with(const Assumption& assumption, double value, const Measures& base) const {
        if (value == assumption.value)
            return base;
        Variant variant = m_base;
        if (!setAssumption(variant, assumption.path, value))
            return base;
        return measure(variant);
    }

    const Variant& base() const { return m_base; }

private:
    const Variant m_base;
    const PriceBook& m_prices;
    const std::string& m_wanted;
    std::stop_token m_stop;
};

} // namespace

Result<Sensitivity> sensitivityOf(const Project& project, const EngineProfile& profile, const Layout& layout,
                                  const PriceBook& prices, const std::string& wantedPrices,
                                  const SensitivityOptions& options, std::stop_token stop,
                                  const std::function<void(double)>& progress) {
    const auto numbers = estimate(project, profile, layout, {.months = monthsOf(project)}, stop);
    if (!numbers)
        return fail(numbers.error());
    const CostEstimate cost = costOf(project, profile, layout, *numbers, prices, wantedPrices);
    Sensitivity out;
    out.base = {slowestP99(*numbers), storedInAYear(*numbers), numbers->nodes.count.value(),
                cost.priced ? std::optional(cost.month.value()) : std::nullopt};
    for (Assumption& assumption : assumptionsOf(project, profile, layout, *numbers, cost, options.factor))
        out.influences.push_back({std::move(assumption), {}, {}, 0, {}});

    const Runs runs(project, profile, layout, prices, wantedPrices, stop);
    std::atomic<std::size_t> next{0}, done{0};
    std::mutex mutex;
    std::optional<Error> error;
    const auto work = [&] {
        for (std::size_t i = next++; i < out.influences.size(); i = next++) {
            Influence& influence = out.influences[i];
            const auto low = runs.with(influence.assumption, influence.assumption.low, out.base);
            const auto high = low ? runs.with(influence.assumption, influence.assumption.high, out.base) : low;
            if (!low || !high) {
                const std::lock_guard lock(mutex);
                error = low ? high.error() : low.error();
                next = out.influences.size();
                return;
            }
            influence.low = *low;
            influence.high = *high;
            judge(out.base, influence);
            if (progress)
                progress(static_cast<double>(++done) / static_cast<double>(out.influences.size()));
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 1; i < std::clamp(options.threads, 1, 64); ++i)
            threads.emplace_back(work);
        work();
    }
    if (error)
        return fail(*error);
    std::stable_sort(out.influences.begin(), out.influences.end(),
                     [](const Influence& a, const Influence& b) { return a.swing > b.swing; });
    return out;
}

} // namespace shardscape::estimator
