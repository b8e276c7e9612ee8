// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "simulator/scenario/scenario.h"
#include "simulator/traffic/arrivals.h"
#include "simulator/traffic/random.h"

namespace shardscape::simulator {

/// How fast a node works over time: constant between the times listed.
struct SpeedPiece {
    std::int64_t fromNs;
    double speed;
};

/// The product of all faults' speeds between all their edges; before the first edge the speed is 1.
class ScheduledSpeed {
public:
    explicit ScheduledSpeed(const std::vector<SlowNodes>& faults);
    double at(std::int64_t now) const;
    std::int64_t nextChange(std::int64_t now) const; ///< after now; kNever when there is none

private:
    std::vector<SpeedPiece> m_pieces;
};

/// Breakdowns of a whole node at random times, drawn as far ahead as anybody has looked.
class RandomStops {
public:
    RandomStops(const Breakdowns& fault, std::uint64_t seed);
    bool stopped(std::int64_t now);
    std::int64_t nextChange(std::int64_t now);

private:
    std::size_t index(std::int64_t now); ///< of the first edge after now

    std::int64_t m_endNs;
    double m_upNs;
    double m_repairNs;
    Random m_random;
    Exponential m_exponential;
    std::vector<std::int64_t> m_edges; ///< stops and starts in turn
};

/// The time for which a node is down, and what that means for others.
struct Outage {
    std::int64_t fromNs = kNever;
    std::int64_t toNs = kNever;
    std::int64_t failoverNs = kNever; ///< another replica leads from then on
    WhenDown clients = WhenDown::Refused;
    std::int64_t movedRoundTripNs = 0;
};

/// Everything that happens to one node.
class NodeFaults {
public:
    /// Null when nothing does.
    static std::unique_ptr<NodeFaults> make(const Scenario& scenario, const std::string& node, const std::string& group,
                                            const std::string& region, std::uint32_t replication);

    /// When `workNs` of work begun at `startNs` is done: the integral of the speed from then on reaches the work.
    std::int64_t finish(std::int64_t startNs, std::int64_t workNs);
    /// The outage that lasts at `now` or comes next; one that never comes when there is none. Times must not fall.
    const Outage& outage(std::int64_t now) {
        while (m_outages[m_nextOutage].toNs <= now)
            ++m_nextOutage;
        return m_outages[m_nextOutage];
    }
    bool crashes() const { return m_outages.size() > 1; }

private:
    NodeFaults(const std::vector<SlowNodes>& slow, std::vector<Outage> outages)
        : m_scheduled(slow)
        , m_outages(std::move(outages)) {}
    double speed(std::int64_t now);
    std::int64_t nextChange(std::int64_t now);
    std::int64_t repairsDuring(std::int64_t startNs, std::int64_t workNs);

    /// Breakdowns of single servers that come only while they work.
    struct ServingStops {
        Breakdowns fault;
        Random random;
    };
    ScheduledSpeed m_scheduled;
    std::vector<RandomStops> m_stops;
    std::vector<ServingStops> m_servingStops;
    Exponential m_exponential;
    std::vector<Outage> m_outages; ///< ascending, apart from each other; the last one never comes
    std::size_t m_nextOutage = 0;
};

} // namespace shardscape::simulator
