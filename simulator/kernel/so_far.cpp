// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/so_far.h"

namespace shardscape::simulator {

StreamResult streamResult(const Plan& plan, const Engine& engine, std::uint32_t index, double measuredSeconds) {
    const Stream& stream = plan.scenario->streams[index];
    const Histogram& histogram = engine.recorder().total(index);
    StreamResult result;
    result.name = stream.name;
    result.pattern = stream.pattern;
    result.kind = stream.kind;
    result.count = histogram.total();
    const ClientCounts& clients = engine.recorder().clients(index);
    result.errors = clients.allErrors();
    result.errorsByCause = clients.errors;
    result.retries = clients.retries;
    result.attempts = result.count + result.errors + result.retries;
    result.hedges = clients.hedges;
    result.hedgeWins = clients.hedgeWins;
    result.timeouts = clients.timeouts;
    result.breakerOpened = engine.breakerOpened(index);
    if (measuredSeconds > 0)
        result.breakerOpenShare = static_cast<double>(engine.breakerOpenNs(index)) / kNsPerSecond / measuredSeconds;
    if (clients.workNs > 0)
        result.wastedShare = static_cast<double>(clients.wastedNs) / static_cast<double>(clients.workNs);
    result.coalesced = engine.recorder().data(index).coalesced;
    result.staleReads = engine.recorder().data(index).stale;
    result.batches = engine.recorder().data(index).batches;
    result.misrouted = engine.recorder().data(index).misrouted;
    const auto asked = static_cast<double>(result.count + result.errors);
    if (measuredSeconds > 0)
        result.rate = asked / measuredSeconds;
    if (measuredSeconds > 0)
        result.goodput = static_cast<double>(result.count) / measuredSeconds;
    result.latency = histogram.latency();
    result.quantilesMs = histogram.quantilesMs();
    result.tooShort = histogram.tooShort();
    result.cached = !plan.streams[index].caches.empty() && !plan.streams[index].write;
    result.cacheHits = engine.walk().caches().hits(index);
    result.hitRatio = asked > 0 ? static_cast<double>(result.cacheHits) / asked : 0;
    return result;
}

StreamResult EngineSoFar::stream(std::uint32_t index) const {
    const double until = window().fromSeconds + window().seconds;
    return streamResult(m_plan, m_engine, index, until - static_cast<double>(m_engine.measuredFromNs()) / kNsPerSecond);
}

RunResult begunRun(const Scenario& scenario) {
    RunResult begun;
    begun.seed = scenario.seed;
    for (const Stream& stream : scenario.streams) {
        StreamResult known;
        known.name = stream.name;
        known.pattern = stream.pattern;
        known.kind = stream.kind;
        begun.streams.push_back(std::move(known));
    }
    const std::vector<TableLayout> layout = layOut(scenario);
    for (std::size_t t = 0; t < layout.size(); ++t) {
        TableResult known;
        known.name = scenario.tables[t].name;
        known.partitions.resize(layout[t].partitions);
        for (std::size_t p = 0; p < known.partitions.size(); ++p)
            known.partitions[p].node = layout[t].nodes[p * layout[t].replicas];
        begun.tables.push_back(std::move(known));
    }
    for (const NodeSpec& node : listNodes(scenario)) {
        NodeResult known;
        known.name = node.name;
        known.region = node.region;
        known.servers = node.servers;
        begun.nodes.push_back(std::move(known));
    }
    return begun;
}

} // namespace shardscape::simulator
