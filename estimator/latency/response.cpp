// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/latency/response.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>

namespace shardscape::estimator {

using namespace model;

namespace {

struct Roles {
    double main = 1;
    double mainHot = 1;
    double followers = 0;
    double followersHot = 1;
};

/// Which nodes answer what. Fewer partitions than nodes leave nodes without work of their own.
Roles rolesOf(const EngineProfile& profile, const Design& design, const NodesEstimate& nodes) {
    const double count = nodes.count.value();
    const double replicas = std::max(1, design.placement.replicas);
    const double partitions = std::max(1.0, nodes.partitions.value());
    Roles roles;
    switch (profile.replication) {
    case Replication::Leader: {
        const double shards = std::max(1.0, std::floor(count / replicas));
        roles.main = std::min(shards, partitions);
        roles.followers = std::max(0.0, count - shards);
        roles.followersHot = std::max(1.0, std::floor(roles.followers / shards));
        break;
    }
    case Replication::Quorum:
        roles.main = count;
        roles.mainHot = std::min(count, replicas);
        break;
    case Replication::Managed: roles.main = std::max(count, static_cast<double>(design.placement.partitions)); break;
    }
    return roles;
}

Cluster::Service serviceOf(const ServiceStage& stage) {
    return {stage.seconds, stage.kind, stage.spread};
}

/// The round trip comes on top: lognormal around its median, or constant. Simpson's rule in the normal's variable, from
/// 4 standard deviations below to 4.5 above, which leaves out 1e-5.
Tail later(Tail tail, double seconds, double spread) {
    if (seconds <= 0)
        return tail;
    const double scale = tail.scale + seconds;
    if (spread <= 0)
        return {[tail = std::move(tail), seconds](double t) { return t < seconds ? 1 : tail.above(t - seconds); },
                scale};
    constexpr double kLeast = -4, kMost = 4.5;
    constexpr int kHalf = 20;
    auto points = std::make_shared<std::vector<std::pair<double, double>>>(); // weight, round trip
    double total = 0;
    for (int i = 0; i <= 2 * kHalf; ++i) {
        const double z = kLeast + (kMost - kLeast) * i / (2 * kHalf);
        const double weight = (i == 0 || i == 2 * kHalf ? 1 : i % 2 ? 4 : 2) * std::exp(-z * z / 2);
        points->emplace_back(weight, seconds * std::exp(spread * z));
        total += weight;
    }
    return {[tail = std::move(tail), points, total](double t) {
                double above = 0;
                for (const auto& [weight, roundTrip] : *points)
                    above += weight * (t < roundTrip ? 1 : tail.above(t - roundTrip));
                return above / total;
            },
            scale};
}

/// Patterns with the same popular column meet at the nodes of its hottest value.
std::uint64_t placeOf(const PatternTraffic& pattern) {
    const ColumnRef column = popularColumn(*pattern.pattern);
    return column.attribute ? column.attribute.value : ~pattern.pattern->id.value;
}

double cacheNodes(const EngineProfile& profile, const Traffic& traffic) {
    double work = 0;
    for (const PatternTraffic& pattern : traffic.patterns)
        for (const ServiceStage& stage : pattern.stages)
            if (stage.cache)
                work += pattern.busiest * stage.seconds;
    const double busy = profile.find("cache.capacity.max_utilisation_ratio").value_or(0.7);
    return std::max(1.0, std::ceil(work / (serversPerNode(profile, true) * busy)));
}

} // namespace

Response::Response(const EngineProfile& profile, const Design& design, const Traffic& traffic,
                   const NodesEstimate& nodes)
    : m_leaders(profile.replication == Replication::Leader)
    , m_memoryEngine(profile.mapping == MappingFamily::Cache)
    , m_own{profile.find("capacity.read_round_trip_spread_ratio").value_or(0),
            profile.find("capacity.write_round_trip_spread_ratio").value_or(0)}
    , m_ofCache{profile.find("cache.capacity.read_round_trip_spread_ratio").value_or(0),
                profile.find("cache.capacity.write_round_trip_spread_ratio").value_or(0)}
    , m_nodes(nodes.count.value())
    , m_servers(serversPerNode(profile))
    , m_main(rolesOf(profile, design, nodes).main, rolesOf(profile, design, nodes).mainHot, m_servers)
    , m_followers(rolesOf(profile, design, nodes).followers, rolesOf(profile, design, nodes).followersHot, m_servers)
    , m_cache(cacheNodes(profile, traffic), 1, serversPerNode(profile, true))
    , m_hasFollowers(rolesOf(profile, design, nodes).followers >= 1) {
    for (const PatternTraffic& pattern : traffic.patterns)
        for (std::size_t i = 0; i < pattern.stages.size(); ++i) {
            const ServiceStage& stage = pattern.stages[i];
            const double rate = (stage.cache || stage.write ? pattern.busiest : pattern.past(pattern.busiest)) *
                                stage.subRequests * stage.copies;
            clusterOf(stage).add(rate, serviceOf(stage), pattern.excess(i), placeOf(pattern));
        }
}

Cluster& Response::clusterOf(const ServiceStage& stage) {
    if (stage.cache)
        return m_cache;
    return m_leaders && m_hasFollowers && !stage.strong ? m_followers : m_main;
}

const Cluster& Response::clusterOf(const ServiceStage& stage) const {
    return stage.cache ? m_cache : m_leaders && m_hasFollowers && !stage.strong ? m_followers : m_main;
}

Tail Response::ofStage(const PatternTraffic& pattern, std::size_t index) const {
    const ServiceStage& stage = pattern.stages[index];
    Tail one = clusterOf(stage).sojourn(serviceOf(stage), pattern.excess(index), placeOf(pattern), stage.answers,
                                        stage.copies);
    const RoundTripSpread& spreads = stage.cache && !m_memoryEngine ? m_ofCache : m_own;
    const double spread = stage.write ? spreads.write : spreads.read;
    const double asked = std::round(stage.subRequests);
    if (asked <= 1)
        return later(std::move(one), stage.roundTripSeconds, spread);
    if (stage.parallel)
        return later(kthOf(one, asked, asked), stage.roundTripSeconds, spread);
    // One after another: doubling needs few sums.
    Tail total = one;
    for (double done = 1; done < asked;) {
        const bool twice = 2 * done <= asked;
        total = sum(total, twice ? total : one);
        done += twice ? done : 1;
    }
    return later(std::move(total), stage.roundTripSeconds, spread);
}

Tail Response::of(const PatternTraffic& pattern) const {
    if (pattern.stages.empty())
        return {[](double) { return 1.0; }, 1};
    const bool lookup = pattern.stages.front().cache && !pattern.stages.front().write && pattern.stages.size() > 1;
    std::vector<std::vector<Tail>> groups;
    for (std::size_t i = lookup ? 1 : 0; i < pattern.stages.size(); ++i) {
        if (!pattern.stages[i].besidePrevious || groups.empty())
            groups.emplace_back();
        groups.back().push_back(ofStage(pattern, i));
    }
    Tail total;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        Tail group = groups[i].size() == 1 ? std::move(groups[i].front()) : slowest(std::move(groups[i]));
        total = i == 0 ? std::move(group) : sum(total, group);
    }
    if (!lookup)
        return total;
    const Tail first = ofStage(pattern, 0);
    const double hit = pattern.hitRatio.value();
    if (hit >= 1)
        return first;
    return mixture({{hit, first}, {1 - hit, sum(first, total)}});
}

double Response::meanUtilisation() const {
    const double work = m_main.workSeconds() + (m_hasFollowers ? m_followers.workSeconds() : 0);
    return work / (std::max(1.0, m_nodes) * m_servers);
}

double Response::busiestUtilisation(const PatternTraffic& pattern) const {
    double busiest = 0;
    for (std::size_t i = 0; i < pattern.stages.size(); ++i)
        busiest =
            std::max(busiest, clusterOf(pattern.stages[i]).busiestUtilisation(pattern.excess(i), placeOf(pattern)));
    return busiest;
}

} // namespace shardscape::estimator
