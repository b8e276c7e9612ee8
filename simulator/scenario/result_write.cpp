// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/scenario_json.h"

#include <algorithm>

#include <fmt/format.h>

#include "simulator/scenario/json_object.h"
#include "simulator/scenario/names.h"

namespace shardscape::simulator {

namespace {

/// Beside the figures of an object, the interval of each that has one.
void writeIntervals(Json& json, const Intervals& intervals) {
    for (const auto& [name, interval] : intervals)
        if (json.contains(name))
            json["ci95"][std::string(name)] = Json::array({interval.low, interval.high});
}

void writeSkew(Json& json, const Skew& skew) {
    json["max_over_mean"] = skew.maxOverMean;
    json["cv"] = skew.cv;
    json["gini"] = skew.gini;
    writeIntervals(json, skew.ci95);
}

Json streamJson(const StreamResult& stream) {
    Json json = Json::object();
    if (!stream.name.empty()) {
        json["name"] = stream.name;
        if (!stream.pattern.empty())
            json["pattern"] = stream.pattern;
        json["kind"] = stream.kind == StreamKind::Read ? "read" : "write";
    }
    json["count"] = stream.count;
    json["errors"] = stream.errors;
    json["rate"] = stream.rate;
    json["goodput"] = stream.goodput;
    json["attempts"] = stream.attempts;
    json["retries"] = stream.retries;
    if (stream.hedges > 0) {
        json["hedges"] = stream.hedges;
        json["hedge_wins"] = stream.hedgeWins;
    }
    json["timeouts"] = stream.timeouts;
    if (stream.breakerOpened > 0) {
        json["breaker_opened"] = stream.breakerOpened;
        json["breaker_open_share"] = stream.breakerOpenShare;
    }
    for (std::size_t i = 0; i < kCauses; ++i)
        if (stream.errorsByCause[i] > 0)
            json["errors_by_cause"][std::string(names::causes()[i])] = stream.errorsByCause[i];
    if (stream.coalesced > 0)
        json["coalesced"] = stream.coalesced;
    if (stream.batches > 0)
        json["batches"] = stream.batches;
    if (stream.misrouted > 0)
        json["misrouted"] = stream.misrouted;
    json["stale_reads"] = stream.staleReads;
    json["wasted_share"] = stream.wastedShare;
    json["mean_ms"] = stream.latency.meanMs;
    json["p50_ms"] = stream.latency.p50Ms;
    json["p95_ms"] = stream.latency.p95Ms;
    json["p99_ms"] = stream.latency.p99Ms;
    json["p999_ms"] = stream.latency.p999Ms;
    json["max_ms"] = stream.latency.maxMs;
    if (!stream.tooShort.empty())
        json["too_short"] = stream.tooShort;
    if (stream.cached)
        json["hit_ratio"] = stream.hitRatio;
    writeIntervals(json, stream.ci95);
    return json;
}

Json sharesJson(const Scenario& scenario, const std::vector<StreamShare>& shares) {
    Json json = Json::array();
    for (const StreamShare& share : shares)
        json.push_back(Json{{"name", scenario.streams.at(share.stream).name}, {"share", share.share}});
    return json;
}

Json tableJson(const Scenario& scenario, const RunResult& result, const TableResult& table) {
    Json json{
        {"name", table.name}, {"count", table.partitions.size()}, {"exact", table.exact}, {"derived", table.derived}};
    writeSkew(json, table.skew);
    writeSkew(json["observed"], table.observed);
    json["hottest"] = table.hottest;
    if (table.compared)
        json["replica_lag"] = Json{{"mean_ms", table.replicaLag.meanMs},
                                   {"p50_ms", table.replicaLag.p50Ms},
                                   {"p99_ms", table.replicaLag.p99Ms},
                                   {"max_ms", table.replicaLag.maxMs}};
    json["loads"] = Json::array();
    for (const PartitionResult& partition : table.partitions) {
        Json load{{"share", partition.share},
                  {"observed_share", partition.observedShare},
                  {"operations", partition.operations},
                  {"node", result.nodes.at(partition.node).name}};
        if (partition.latency.maxMs > 0) {
            load["mean_ms"] = partition.latency.meanMs;
            load["p50_ms"] = partition.latency.p50Ms;
            load["p95_ms"] = partition.latency.p95Ms;
            load["p99_ms"] = partition.latency.p99Ms;
            load["p999_ms"] = partition.latency.p999Ms;
            load["max_ms"] = partition.latency.maxMs;
        }
        if (!partition.streams.empty())
            load["patterns"] = sharesJson(scenario, partition.streams);
        if (!partition.topKey.empty()) {
            load["top_key"] = Json{{"key", partition.topKey}, {"share", partition.topKeyShare}};
            if (!partition.topKeySpace.empty())
                load["top_key"]["space"] = partition.topKeySpace;
        }
        json["loads"].push_back(load);
    }
    return json;
}

Json nodeJson(const NodeResult& node) {
    Json json{{"name", node.name}};
    if (!node.region.empty())
        json["region"] = node.region;
    json["servers"] = node.servers;
    json["operations"] = node.operations;
    json["rejected"] = node.rejected;
    json["utilisation"] = node.utilisation;
    if (node.expectedUtilisation >= 0)
        json["expected_utilisation"] = node.expectedUtilisation;
    json["max_queue"] = node.maxQueue;
    writeIntervals(json, node.ci95);
    return json;
}

Json hotSpotJson(const Scenario& scenario, const RunResult& result, const HotSpot& spot) {
    constexpr const char* kKinds[] = {"partition", "node", "window"};
    const std::string& node = result.nodes.at(spot.node).name;
    Json json{{"kind", kKinds[static_cast<std::size_t>(spot.kind)]}};
    if (spot.kind == HotSpot::Kind::Partition) {
        json["name"] = fmt::format("{}[{}]", spot.table, spot.partition);
        json["table"] = spot.table;
        json["partition"] = spot.partition;
    } else if (spot.kind == HotSpot::Kind::Node) {
        json["name"] = node;
    }
    json["node"] = node;
    json["from_s"] = spot.fromSeconds;
    json["to_s"] = spot.toSeconds;
    json["share"] = spot.share;
    json["over_mean"] = spot.overMean;
    json["utilisation"] = spot.utilisation;
    if (spot.ownUtilisation >= 0)
        json["own_utilisation"] = spot.ownUtilisation;
    json["overloaded"] = spot.overloaded;
    json["patterns"] = sharesJson(scenario, spot.streams);
    json["keys"] = Json::array();
    for (const KeyShare& key : spot.keys) {
        Json one{{"key", key.key}};
        if (!key.space.empty())
            one["space"] = key.space;
        one["share"] = key.share;
        json["keys"].push_back(std::move(one));
    }
    json["error"] = spot.error;
    return json;
}

Json hotJson(const Scenario& scenario, const RunResult& result, const HotKey& hot) {
    Json json{{"key", hot.key}};
    if (!hot.space.empty())
        json["space"] = hot.space;
    json["share"] = hot.share;
    json["observed_share"] = hot.observedShare;
    if (!hot.table.empty())
        json["table"] = hot.table;
    json["partition"] = hot.partition;
    json["node"] = result.nodes.at(hot.node).name;
    json["patterns"] = sharesJson(scenario, hot.streams);
    writeIntervals(json, hot.ci95);
    return json;
}

Json eventQueueJson(const EventQueueResult& queue) {
    return Json{{"name", queue.name},
                {"accepted", queue.accepted},
                {"refused", queue.refused},
                {"lost", queue.lost},
                {"duplicated", queue.duplicated},
                {"redelivered", queue.redelivered},
                {"applied", queue.applied},
                {"applied_again", queue.appliedAgain},
                {"recognised", queue.recognised},
                {"max_depth", queue.maxDepth},
                {"mean_ms", queue.latency.meanMs},
                {"p50_ms", queue.latency.p50Ms},
                {"p99_ms", queue.latency.p99Ms},
                {"max_ms", queue.latency.maxMs}};
}

Json windowJson(const Scenario& scenario, const Window& window) {
    Json json{{"from_s", window.fromSeconds}, {"seconds", window.seconds}};
    json["patterns"] = Json::array();
    for (std::size_t i = 0; i < window.streams.size(); ++i) {
        const WindowStream& stream = window.streams[i];
        json["patterns"].push_back(Json{{"name", scenario.streams.at(i).name},
                                        {"rate", stream.rate},
                                        {"errors", stream.errors},
                                        {"retries", stream.retries},
                                        {"hedges", stream.hedges},
                                        {"timeouts", stream.timeouts},
                                        {"coalesced", stream.coalesced},
                                        {"stale_reads", stream.staleReads},
                                        {"breaker_open_share", stream.breakerOpenShare},
                                        {"p50_ms", stream.p50Ms},
                                        {"p99_ms", stream.p99Ms}});
    }
    for (std::size_t i = 0; i < window.eventQueues.size(); ++i)
        json["event_queues"].push_back(Json{{"name", scenario.eventQueues.at(i).name},
                                            {"depth", window.eventQueues[i].depth},
                                            {"max_depth", window.eventQueues[i].maxDepth},
                                            {"applied", window.eventQueues[i].applied}});
    json["utilisation"] = window.nodeUtilisation;
    json["max_queue"] = window.nodeMaxQueue;
    json["operations"] = Json::array();
    for (std::size_t i = 0; i < window.operations.size(); ++i)
        json["operations"].push_back(Json{{"table", scenario.tables.at(i).name}, {"partitions", window.operations[i]}});
    return json;
}

} // namespace

std::uint32_t RunResult::hottestTable() const {
    std::uint32_t best = 0;
    std::uint64_t most = 0;
    for (std::uint32_t i = 0; i < tables.size(); ++i) {
        const TableResult& table = tables[i];
        if (table.partitions.empty() || table.partitions[table.hottest].operations <= most)
            continue;
        most = table.partitions[table.hottest].operations;
        best = i;
    }
    return best;
}

std::string writeResult(const Scenario& scenario, const RunResult& result, bool withSeries) {
    Json json{{"seed", result.seed},
              {"requests", result.requests},
              {"simulated_seconds", result.simulatedSeconds},
              {"warmup_seconds", result.warmupSeconds},
              {"warmup_end", names::warmupEnds()[static_cast<std::size_t>(result.warmupEnd)]},
              {"replications", result.replications},
              {"wall_seconds", result.wallSeconds},
              {"fingerprint", result.fingerprint}};
    json["all"] = streamJson(result.all);
    json["patterns"] = Json::array();
    for (const StreamResult& stream : result.streams)
        json["patterns"].push_back(streamJson(stream));
    if (!result.tables.empty()) {
        const TableResult& hottest = result.tables[result.hottestTable()];
        json["partitions"] = Json{{"table", hottest.name},
                                  {"count", hottest.partitions.size()},
                                  {"exact", hottest.exact},
                                  {"derived", hottest.derived}};
        writeSkew(json["partitions"], hottest.skew);
        writeSkew(json["partitions"]["observed"], hottest.observed);
    }
    json["nodes"] = Json::array();
    for (const NodeResult& node : result.nodes)
        json["nodes"].push_back(nodeJson(node));
    writeSkew(json["node_skew"], result.nodeSkew);
    json["hottest"] = Json::array();
    for (const HotKey& hot : result.hottest)
        json["hottest"].push_back(hotJson(scenario, result, hot));
    json["hot"] = Json::array();
    for (const HotSpot& spot : result.hot)
        json["hot"].push_back(hotSpotJson(scenario, result, spot));
    for (const CacheResult& cache : result.caches) {
        json["caches"].push_back(Json{{"name", cache.name},
                                      {"lookups", cache.lookups},
                                      {"hits", cache.hits},
                                      {"hit_ratio", cache.hitRatio},
                                      {"coalesced", cache.coalesced},
                                      {"stale", cache.stale}});
        writeIntervals(json["caches"].back(), cache.ci95);
    }
    for (const EventQueueResult& queue : result.eventQueues)
        writeIntervals(json["event_queues"].emplace_back(eventQueueJson(queue)), queue.ci95);
    for (const RebalanceResult& rebalance : result.rebalances) {
        json["rebalances"].push_back(Json{{"table", rebalance.table},
                                          {"moved_share", rebalance.movedShare},
                                          {"moved_bytes", rebalance.movedBytes},
                                          {"from_s", rebalance.fromSeconds},
                                          {"to_s", rebalance.toSeconds},
                                          {"redirected", rebalance.redirected}});
        writeIntervals(json["rebalances"].back(), rebalance.ci95);
    }
    json["tables"] = Json::array();
    for (const TableResult& table : result.tables)
        json["tables"].push_back(tableJson(scenario, result, table));
    json["series"] = Json::array();
    if (withSeries)
        for (const Window& window : result.series)
            json["series"].push_back(windowJson(scenario, window));
    return json.dump(2) + "\n";
}

} // namespace shardscape::simulator
