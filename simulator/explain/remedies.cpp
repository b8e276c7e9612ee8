// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/explain/remedies.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "simulator/explain/run_each.h"

namespace shardscape::simulator {
namespace {

constexpr double kWanted = 0.7;  ///< utilisation that more nodes aim at
constexpr double kTooBusy = 0.8; ///< above which nodes are too few
constexpr double kOneKey = 0.5;  ///< share of a partition's load from which splitting leaves most of it
constexpr double kMostNodes = 100'000;
constexpr double kCachedShare = 0.01; ///< of the keys
constexpr double kLeastCached = 1000;
constexpr double kMostCached = 1e6;
constexpr std::uint32_t kSpreadOver = 8;
constexpr std::uint64_t kSpreadKeys = 100;

class Search {
public:
    Search(const Scenario& scenario, const RunResult& run)
        : m_scenario(scenario)
        , m_run(run) {}

    std::vector<Remedy> find() {
        for (std::size_t i = 0; i < m_run.hot.size(); ++i) {
            m_against = i;
            const HotSpot& spot = m_run.hot[i];
            switch (spot.kind) {
            case HotSpot::Kind::Partition: partition(spot); break;
            case HotSpot::Kind::Node: node(spot); break;
            case HotSpot::Kind::Window: time(spot); break;
            }
        }
        return std::move(m_out);
    }

private:
    void partition(const HotSpot& spot) {
        const Table* table = tableNamed(spot.table);
        if (!table)
            return;
        const bool oneKey = !spot.keys.empty() && spot.keys.front().share >= kOneKey;
        if (!oneKey && table->router.kind == "range")
            offer(Remedy::Kind::OtherRouter, {word(WhatIf::Kind::Router, table->name, "hash-mod")});
        else if (!oneKey)
            split(*table);
        relieve(spot);
        if (oneKey)
            spreadKeys(spot, *table);
        if (oneKey && writes(spot))
            offer(Remedy::Kind::OtherKey, {word(WhatIf::Kind::PartitionKey, table->name, "even")});
    }

    void node(const HotSpot& spot) {
        if (spot.utilisation >= kTooBusy && divides())
            addNodes(spot);
        relieve(spot);
    }
    /// Whether the work of the busiest node can be divided: no partition on it is too much for one.
    bool divides() const {
        return std::none_of(m_run.hot.begin(), m_run.hot.end(), [](const HotSpot& spot) {
            return spot.kind == HotSpot::Kind::Partition && spot.ownUtilisation > kTooBusy;
        });
    }
    void addNodes(const HotSpot& spot) {
        const NodeGroup* group = groupOf(spot.node);
        std::uint64_t partitions = 0;
        for (const Table& table : m_scenario.tables)
            partitions = std::max<std::uint64_t>(partitions, table.partitions);
        const double times = spot.utilisation / kWanted;
        const double wanted = std::ceil(group->count * times - 1e-9);
        if (wanted > kMostNodes || wanted <= group->count)
            return;
        std::vector<WhatIf> whatIf{number(WhatIf::Kind::Nodes, m_scenario.nodes.size() > 1 ? group->name : "", wanted)};
        // Nodes without a partition are idle.
        if (wanted > static_cast<double>(partitions) && wanted * 4 <= 1e5)
            whatIf.insert(whatIf.begin(), number(WhatIf::Kind::Partitions, "", wanted));
        offer(Remedy::Kind::MoreNodes, std::move(whatIf));
    }

    void time(const HotSpot& spot) {
        for (const StreamShare& share : spot.streams) {
            const Stream& stream = m_scenario.streams[share.stream];
            if (!stream.profile.empty())
                return offer(Remedy::Kind::EvenArrivals, {word(WhatIf::Kind::Arrivals, stream.name, "steady")});
        }
    }

    /// Takes reads away from where they go.
    void relieve(const HotSpot& spot) {
        for (const StreamShare& share : spot.streams) {
            const Stream& stream = m_scenario.streams[share.stream];
            if (stream.kind == StreamKind::Write || share.share < 0.2)
                continue;
            if (!cached(stream.name)) {
                const double keys =
                    std::clamp(std::ceil(static_cast<double>(stream.keys.count) * kCachedShare),
                               std::min(kLeastCached, static_cast<double>(stream.keys.count)), kMostCached);
                offer(Remedy::Kind::Cache, {number(WhatIf::Kind::Cache, stream.name, keys)});
            }
            otherReplicas(stream);
            return;
        }
    }
    void otherReplicas(const Stream& stream) {
        std::vector<WhatIf> whatIf;
        bool useful = false;
        for (const Step& step : stream.steps) {
            const Table* table = tableNamed(step.table);
            useful = useful || (table && (table->replicas == 1 || step.quorum != 1 || step.from == AskFrom::First));
            if (table && table->replicas == 1)
                whatIf.push_back(number(WhatIf::Kind::Replicas, table->name, 3));
        }
        if (!useful)
            return;
        whatIf.push_back(word(WhatIf::Kind::Consistency, stream.name, "eventual"));
        offer(Remedy::Kind::OtherReplicas, std::move(whatIf));
    }

    void spreadKeys(const HotSpot& spot, const Table& table) {
        if (table.spread || table.partitions < 2)
            return;
        const bool written = writes(spot);
        WhatIf what = number(written ? WhatIf::Kind::Salt : WhatIf::Kind::HotCopies, table.name,
                             std::min(kSpreadOver, table.partitions));
        what.keys = kSpreadKeys;
        offer(written ? Remedy::Kind::Salt : Remedy::Kind::CopyHotKeys, {std::move(what)});
    }

    void split(const Table& table) {
        std::uint64_t nodes = 0;
        for (const NodeGroup& group : m_scenario.nodes)
            nodes += group.count;
        const bool onePerNode = table.partitions == nodes && table.replicas == 1 && m_scenario.nodes.size() == 1;
        if (table.partitions * 2.0 > 100'000)
            return;
        const double wanted = table.partitions * 2.0;
        if (onePerNode)
            return offer(Remedy::Kind::MorePartitions,
                         {number(WhatIf::Kind::Partitions, "", wanted), number(WhatIf::Kind::Nodes, "", wanted)});
        offer(Remedy::Kind::MorePartitions, {number(WhatIf::Kind::Partitions, table.name, wanted)});
    }

    void offer(Remedy::Kind kind, std::vector<WhatIf> whatIf) {
        const bool had = std::any_of(m_out.begin(), m_out.end(), [&](const Remedy& other) {
            return other.kind == kind && (kind != Remedy::Kind::EvenArrivals || other.whatIf == whatIf);
        });
        if (!had && suppose(m_scenario, whatIf))
            m_out.push_back({kind, std::move(whatIf), m_against});
    }
    static WhatIf number(WhatIf::Kind kind, const std::string& whose, double value) {
        WhatIf what;
        what.kind = kind;
        what.whose = whose;
        what.number = value;
        return what;
    }
    static WhatIf word(WhatIf::Kind kind, const std::string& whose, const char* value) {
        WhatIf what;
        what.kind = kind;
        what.whose = whose;
        what.word = value;
        return what;
    }

    const Table* tableNamed(const std::string& name) const {
        const auto at = std::find_if(m_scenario.tables.begin(), m_scenario.tables.end(),
                                     [&](const Table& table) { return table.name == name; });
        return at == m_scenario.tables.end() ? nullptr : &*at;
    }
    const NodeGroup* groupOf(std::uint32_t node) const {
        const NodeGroup* group = m_scenario.nodes.data();
        while (node >= group->count)
            node -= group++->count;
        return group;
    }
    bool cached(const std::string& stream) const {
        return std::any_of(m_scenario.caches.begin(), m_scenario.caches.end(), [&](const Cache& cache) {
            return std::find(cache.streams.begin(), cache.streams.end(), stream) != cache.streams.end();
        });
    }
    /// More of its load is written than read.
    bool writes(const HotSpot& spot) const {
        double share = 0;
        for (const StreamShare& stream : spot.streams)
            if (m_scenario.streams[stream.stream].kind == StreamKind::Write)
                share += stream.share;
        return share >= 0.5;
    }

    const Scenario& m_scenario;
    const RunResult& m_run;
    std::size_t m_against = 0;
    std::vector<Remedy> m_out;
};

double valueOf(const Comparison& comparison, const char* name, double otherwise) {
    const FigureChange* figure = comparison.find("", name);
    return figure && figure->after ? *figure->after : otherwise;
}

} // namespace

std::vector<Remedy> remediesFor(const Scenario& scenario, const RunResult& run) {
    return Search(scenario, run).find();
}

model::Result<std::vector<TriedRemedy>> tryRemedies(const Scenario& scenario, const RunResult& before,
                                                    const std::vector<Remedy>& remedies, std::uint32_t threads,
                                                    std::stop_token stop, ProgressSink& progress) {
    std::vector<Scenario> scenarios;
    if (before.replications > 1 && !remedies.empty())
        scenarios.push_back(scenario); // a single run like those that it is compared with
    const std::size_t first = scenarios.size();
    for (const Remedy& remedy : remedies) {
        auto supposed = suppose(scenario, remedy.whatIf);
        if (!supposed)
            return model::fail(supposed.error());
        scenarios.push_back(std::move(*supposed));
    }
    auto runs = runEach(scenarios, 1, threads, stop, progress);
    if (!runs)
        return model::fail(runs.error());
    std::vector<TriedRemedy> tried;
    for (std::size_t i = 0; i < remedies.size(); ++i) {
        const RunResult& single = first > 0 ? (*runs)[0].front() : before;
        std::vector<RunResult>& after = (*runs)[first + i];
        Comparison comparison = compareRuns(scenario, {&single, 1}, scenarios[first + i], after);
        tried.push_back(
            {remedies[i], std::move(scenarios[first + i]), std::move(after.front()), std::move(comparison)});
    }
    std::stable_sort(tried.begin(), tried.end(), [](const TriedRemedy& a, const TriedRemedy& b) {
        const auto rank = [](const TriedRemedy& one) {
            return std::tuple(valueOf(one.comparison, "errors", 0),
                              valueOf(one.comparison, "max_utilisation", 0) > 0.999,
                              valueOf(one.comparison, "worst_p99_ms", 1e300));
        };
        return rank(a) < rank(b);
    });
    return tried;
}

} // namespace shardscape::simulator
