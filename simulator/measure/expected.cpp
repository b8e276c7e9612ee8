// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measure/expected.h"

#include <algorithm>
#include <numeric>

namespace shardscape::simulator {

namespace {

/// One step of one stream, as far as its table is concerned.
struct Flow {
    std::uint32_t stream;
    const StepPlan* step;
    const KeySampler* keys;
};

std::vector<Flow> flowsTo(const Plan& plan, std::uint32_t table) {
    std::vector<Flow> flows;
    for (std::uint32_t s = 0; s < plan.streams.size(); ++s)
        for (const StepPlan& step : plan.streams[s].steps)
            if (step.table == table)
                flows.push_back({s, &step, step.ownKeys != nullptr ? step.ownKeys : plan.streams[s].keys});
    return flows;
}

bool cachedReads(const Plan& plan, const Flow& flow) {
    const StreamPlan& stream = plan.streams[flow.stream];
    return stream.cache >= 0 && !stream.write;
}

bool enumerable(const Plan& plan, const Flow& flow) {
    return !cachedReads(plan, flow) && (flow.step->touch.kind != Touch::Kind::One || flow.keys->count() <= kTableKeys);
}

/// Operations of one flow at one partition, and the work that comes with them.
void addOperations(const Flow& flow, std::size_t partition, double operations, ExpectedTable& table) {
    const double work = operations * flow.step->meanServiceSeconds;
    table.streamOperations[flow.stream][partition] += operations;
    table.operations[partition] += operations;
    table.work[partition] += work;
    table.replicaWork[partition] += flow.step->toAllReplicas ? work : 0;
}

void addScattered(const Plan& plan, const Flow& flow, ExpectedTable& table) {
    const double asked = flow.step->touch.kind == Touch::Kind::All ? static_cast<double>(table.operations.size())
                                                                   : static_cast<double>(flow.step->touch.sample);
    const double each = plan.streamRates[flow.stream] * asked / static_cast<double>(table.operations.size());
    for (std::size_t p = 0; p < table.operations.size(); ++p)
        addOperations(flow, p, each, table);
}

/// Flows that ask single partitions by the same numbering of keys: popularity adds up key by key.
void addKeyed(const Plan& plan, const std::vector<Flow>& group, std::uint32_t first, ExpectedTable& table) {
    std::uint64_t count = 0;
    const Flow* widest = nullptr;
    for (const Flow& flow : group)
        if (flow.keys->count() > count) {
            count = flow.keys->count();
            widest = &flow;
        }
    std::vector<double> weight(count);
    for (const Flow& flow : group) {
        const double rate = plan.streamRates[flow.stream];
        for (std::uint64_t key = 0; key < flow.keys->count(); ++key) {
            const double each = rate * flow.keys->probability(key);
            weight[key] += each;
            addOperations(flow, flow.step->route->partition(key) - first, each, table);
        }
    }
    for (std::uint64_t key = 0; key < count; ++key) {
        const std::uint32_t p = widest->step->route->partition(key) - first;
        if (weight[key] > table.topKeyOperations[p]) {
            table.topKeyOperations[p] = weight[key];
            table.topKey[p] = key;
            table.topKeySpec[p] = widest->step->keySpec;
        }
    }
}

ExpectedTable expectTable(const Plan& plan, std::uint32_t index) {
    const TableLayout& layout = plan.tables[index];
    ExpectedTable table;
    for (std::vector<double>* column : {&table.operations, &table.work, &table.replicaWork, &table.topKeyOperations})
        column->resize(layout.partitions);
    table.streamOperations.resize(plan.streams.size());
    table.topKeySpec.resize(layout.partitions);
    table.topKey.resize(layout.partitions);
    std::vector<Flow> flows = flowsTo(plan, index);
    table.exact = std::all_of(flows.begin(), flows.end(), [&](const Flow& flow) { return enumerable(plan, flow); });
    if (!table.exact)
        return table;
    std::vector<std::vector<Flow>> groups;
    for (const Flow& flow : flows) {
        table.streamOperations[flow.stream].resize(layout.partitions);
        if (flow.step->touch.kind != Touch::Kind::One) {
            addScattered(plan, flow, table);
            continue;
        }
        auto same = std::find_if(groups.begin(), groups.end(), [&](const std::vector<Flow>& group) {
            return sameNumbering(*group.front().step->keySpec, *flow.step->keySpec);
        });
        if (same == groups.end())
            same = groups.insert(same, std::vector<Flow>{});
        same->push_back(flow);
    }
    for (const std::vector<Flow>& group : groups)
        addKeyed(plan, group, layout.first, table);
    return table;
}

/// Adds the server time, in seconds a second, that a table asks of each node.
void addDemand(const TableLayout& layout, const ExpectedTable& table, std::vector<double>& demand) {
    for (std::uint32_t p = 0; p < layout.partitions; ++p)
        for (std::uint32_t r = 0; r < layout.replicas; ++r)
            demand[layout.nodes[std::size_t{p} * layout.replicas + r]] += r == 0 ? table.work[p] : table.replicaWork[p];
}

} // namespace

Expected expect(const Plan& plan) {
    Expected expected;
    std::vector<double> demand(plan.nodes.size());
    bool exact = true;
    for (std::uint32_t t = 0; t < plan.tables.size(); ++t) {
        expected.tables.push_back(expectTable(plan, t));
        exact = exact && expected.tables.back().exact;
        if (exact)
            addDemand(plan.tables[t], expected.tables.back(), demand);
    }
    for (std::size_t i = 0; i < plan.nodes.size(); ++i)
        expected.nodeUtilisation.push_back(exact ? demand[i] / plan.nodes[i].servers / plan.nodes[i].speed : -1);
    return expected;
}

std::vector<HotKey> hottestKeys(const Plan& plan, std::uint32_t most) {
    const std::vector<Stream>& streams = plan.scenario->streams;
    const double allRates = std::accumulate(plan.streamRates.begin(), plan.streamRates.end(), 0.0);
    std::vector<HotKey> hottest;
    std::vector<std::pair<std::uint32_t, std::uint64_t>> seen; // first stream of its numbering, key
    for (std::uint32_t s = 0; s < streams.size(); ++s) {
        std::uint32_t first = 0;
        while (!sameNumbering(streams[first].keys, streams[s].keys))
            ++first;
        for (std::uint64_t key : plan.streams[s].keys->top(most)) {
            if (std::find(seen.begin(), seen.end(), std::pair{first, key}) != seen.end())
                continue;
            seen.emplace_back(first, key);
            HotKey hot;
            hot.key = KeySpaces::label(streams[s].keys, key);
            hot.space = streams[s].keys.space;
            for (std::uint32_t other = 0; other < streams.size(); ++other)
                if (sameNumbering(streams[other].keys, streams[s].keys)) {
                    const double share =
                        plan.streamRates[other] * plan.streams[other].keys->probability(key) / allRates;
                    hot.share += share;
                    if (share > 0)
                        hot.streams.push_back({other, share});
                }
            hot.number = key;
            hot.numbering = first;
            for (const StepPlan& step : plan.streams[s].steps)
                if (step.route != nullptr && step.ownKeys == nullptr) {
                    const std::uint32_t partition = step.route->partition(key);
                    hot.table = plan.scenario->tables[step.table].name;
                    hot.partition = partition - plan.tables[step.table].first;
                    hot.node = plan.primaryNode[partition];
                    break;
                }
            hottest.push_back(std::move(hot));
        }
    }
    std::stable_sort(hottest.begin(), hottest.end(),
                     [](const HotKey& a, const HotKey& b) { return a.share > b.share; });
    if (hottest.size() > most)
        hottest.resize(most);
    for (HotKey& hot : hottest) {
        std::stable_sort(hot.streams.begin(), hot.streams.end(),
                         [](const StreamShare& a, const StreamShare& b) { return a.share > b.share; });
        for (StreamShare& share : hot.streams)
            share.share /= hot.share;
    }
    return hottest;
}

} // namespace shardscape::simulator
