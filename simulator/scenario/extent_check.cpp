// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/extent_check.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "simulator/traffic/keys.h"

namespace shardscape::simulator {

namespace {

// What each number costs is in brackets; the whole of it stays in the order of 4 GB.
constexpr std::uint64_t kMostPartitions = 4'194'304;  ///< of all tables [about 300 bytes]
constexpr std::uint64_t kMostCopies = 33'554'432;     ///< partitions times replicas [4 bytes]
constexpr std::uint64_t kMostRingPoints = 33'554'432; ///< partitions times virtual nodes [16 bytes]
constexpr std::uint64_t kMostServers = 67'108'864;    ///< of all nodes [8 bytes]
constexpr std::uint64_t kMostSeries = 33'554'432;     ///< numbers of the time series [up to 40 bytes]
constexpr std::uint64_t kMostTableKeys = 268'435'456; ///< keys drawn from tables [12 bytes]
constexpr std::uint32_t kHeatRows = 1024;             ///< of a table in a window of the series
constexpr double kLongestSeconds = 4e9;               ///< 126 years; 64 bits of nanoseconds hold 292
constexpr double kLongestService = 1e6;               ///< in the mean; single ones may be a thousand times as long

class Extent {
public:
    Extent(const Scenario& scenario, JsonProblem& problem)
        : m_scenario(scenario)
        , m_problem(problem) {}

    void check() {
        nodes();
        tables();
        keys();
        time();
    }

private:
    void most(const std::string& path, std::uint64_t number, std::uint64_t most, std::string_view what,
              std::string advice) {
        if (number > most)
            m_problem.report(path, fmt::format("{} {} are more than the {} that fit", number, what, most),
                             std::move(advice));
    }
    void nodes() {
        std::uint64_t servers = 0;
        for (const NodeGroup& group : m_scenario.nodes) {
            m_nodes += group.count;
            servers += std::uint64_t{group.count} * group.servers;
        }
        most("nodes", servers, kMostServers, "servers", "simulate a part of the cluster");
    }
    void tables() {
        std::uint64_t partitions = 0;
        std::uint64_t copies = 0;
        std::uint64_t rows = m_nodes + m_scenario.streams.size();
        for (std::size_t i = 0; i < m_scenario.tables.size(); ++i) {
            const Table& table = m_scenario.tables[i];
            const std::string path = table.name.empty() ? "" : fmt::format("tables[{}].", i);
            partitions += table.partitions;
            copies += std::uint64_t{table.partitions} * table.replicas;
            rows += std::min(table.partitions, kHeatRows);
            most(path + "partitions", partitions, kMostPartitions, "partitions of all tables",
                 "fewer partitions show the same skew");
            most(path + "replicas", copies, kMostCopies, "copies of partitions", "fewer partitions or replicas");
            if (table.router.kind == "consistent")
                most(path + "router.virtual_nodes", std::uint64_t{table.partitions} * table.router.virtualNodes,
                     kMostRingPoints, "points on the ring", "fewer virtual nodes or partitions");
        }
        most("windows", rows * m_scenario.windows, kMostSeries, "numbers in the series", "take fewer windows");
    }
    void keys() {
        std::vector<const KeySpec*> specs;
        std::uint64_t drawn = 0;
        const auto add = [&](const KeySpec& spec, const std::string& path) {
            if (std::any_of(specs.begin(), specs.end(), [&](const KeySpec* other) { return *other == spec; }))
                return;
            specs.push_back(&spec);
            drawn += spec.count <= kTableKeys || spec.kind == KeyKind::Sample ? spec.count : 0;
            most(path, drawn, kMostTableKeys, "keys of all streams", "let streams share their keys");
        };
        for (std::size_t i = 0; i < m_scenario.streams.size() && !m_problem.found(); ++i) {
            const Stream& stream = m_scenario.streams[i];
            add(stream.keys, fmt::format("streams[{}].keys.count", i));
            for (std::size_t j = 0; j < stream.steps.size(); ++j)
                if (stream.steps[j].keys)
                    add(*stream.steps[j].keys, fmt::format("streams[{}].steps[{}].keys.count", i, j));
        }
    }
    /// Until the last arrival, and then for the work that may lie in front of one node by then.
    void time() {
        double rate = 0;
        double perRequest = 0;
        double slowest = 1;
        for (const NodeGroup& group : m_scenario.nodes)
            slowest = std::min(slowest, group.speed);
        for (const Stream& stream : m_scenario.streams) {
            double work = 0;
            for (const Step& step : stream.steps)
                work += step.service.mean() + step.roundTripMs;
            rate += stream.rate;
            perRequest = std::max(perRequest, work / 1000 / slowest);
        }
        if (!(rate > 0))
            return; // told elsewhere
        double requests = static_cast<double>(m_scenario.requests);
        double seconds = m_scenario.durationSeconds;
        if (requests > 0 && (seconds <= 0 || requests / rate < seconds))
            seconds = requests / rate;
        else
            requests = rate * seconds;
        if (!(seconds <= kLongestSeconds))
            m_problem.report(m_scenario.requests > 0 ? "requests" : "duration_s",
                             fmt::format("at {:.3g}/s they take {:.3g} s of simulated time, more than {:.3g}", rate,
                                         seconds, kLongestSeconds),
                             "fewer requests, or a duration");
        if (!(perRequest <= kLongestService))
            m_problem.report("streams",
                             fmt::format("a request of {:.3g} s on the slowest node is longer than {:.3g} s",
                                         perRequest, kLongestService),
                             "shorter service times, or a higher speed");
        if (!(requests * perRequest <= kLongestSeconds))
            m_problem.report(m_scenario.requests > 0 ? "requests" : "duration_s",
                             fmt::format("{:.3g} requests of up to {:.3g} s are more than {:.3g} s of work", requests,
                                         perRequest, kLongestSeconds),
                             "fewer requests, or shorter service times");
    }

    const Scenario& m_scenario;
    JsonProblem& m_problem;
    std::uint64_t m_nodes = 0;
};

} // namespace

void checkExtent(const Scenario& scenario, JsonProblem& problem) {
    Extent(scenario, problem).check();
}

} // namespace shardscape::simulator
