// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/scenario_json.h"

#include <algorithm>

#include <fmt/format.h>

#include "simulator/scenario/client_json.h"
#include "simulator/scenario/data_json.h"
#include "simulator/scenario/fault_json.h"
#include "simulator/scenario/json_object.h"
#include "simulator/scenario/names.h"
#include "simulator/scenario/rebalancing_json.h"
#include "simulator/scenario/service_json.h"

namespace shardscape::simulator {

namespace {

template <class Enum> std::string name(const std::vector<std::string_view>& names, Enum value) {
    return std::string(names.at(static_cast<std::size_t>(value)));
}

Json nodeJson(const NodeGroup& group) {
    Json json{{"name", group.name}, {"count", group.count}, {"servers", group.servers}};
    if (!group.region.empty())
        json["region"] = group.region;
    if (group.speed != 1)
        json["speed"] = group.speed;
    return json;
}

Json routerJson(const Router& router) {
    Json json{{"kind", router.kind}};
    if (router.kind == "consistent" || router.virtualNodes != Router{}.virtualNodes)
        json["virtual_nodes"] = router.virtualNodes;
    if (!router.splits.empty())
        json["splits"] = router.splits;
    for (const auto& [key, partition] : router.directory)
        json["directory"][key] = partition;
    return json;
}

void writeTable(Json& json, const Table& table) {
    json["partitions"] = table.partitions;
    json["replicas"] = table.replicas;
    json["placement"] = name(names::placements(), table.placement);
    json["router"] = routerJson(table.router);
    writeDataMembers(json, table);
}

Json keysJson(const KeySpec& keys) {
    Json json{{"kind", name(names::keyKinds(), keys.kind)}};
    if (keys.kind == KeyKind::Zipf || keys.kind == KeyKind::Latest)
        json["theta"] = keys.theta;
    if (keys.kind == KeyKind::PowerLaw)
        json["alpha"] = keys.alpha;
    if (keys.kind == KeyKind::HotSet) {
        json["share_of_keys"] = keys.shareOfKeys;
        json["share_of_traffic"] = keys.shareOfTraffic;
    }
    if (keys.kind != KeyKind::Sample)
        json["count"] = keys.count;
    if (!keys.keys.empty())
        json["keys"] = keys.keys;
    if (!keys.weights.empty())
        json["weights"] = keys.weights;
    if (keys.shareOfOthers > 0) {
        json["others"] = keys.count - keys.weights.size();
        json["share_of_others"] = keys.shareOfOthers;
    }
    if (!keys.space.empty())
        json["space"] = keys.space;
    if (keys.order != KeyOrder::Natural)
        json["order"] = name(names::keyOrders(), keys.order);
    return json;
}

void writeStep(Json& json, const Step& step) {
    if (!step.structure.empty())
        json["structure"] = step.structure;
    if (!step.table.empty())
        json["table"] = step.table;
    if (step.keys)
        json["keys"] = keysJson(*step.keys);
    json["service"] = serviceJson(step.service);
    switch (step.touch.kind) {
    case Touch::Kind::One: json["touch"] = "one"; break;
    case Touch::Kind::All: json["touch"] = "all"; break;
    case Touch::Kind::Sample: json["touch"] = Json{{"sample", step.touch.sample}}; break;
    }
    if (step.quorum != 0)
        json["quorum"] = step.quorum;
    if (step.ask != 0)
        json["ask"] = step.ask;
    if (step.from != AskFrom::Any)
        json["from"] = name(names::askFrom(), step.from);
    if (step.beside)
        json["beside"] = true;
    if (step.roundTripMs != 0)
        json["round_trip_ms"] = step.roundTripMs;
    writeDataMembers(json, step);
}

Json streamJson(const Stream& stream) {
    Json json{{"name", stream.name}};
    if (!stream.pattern.empty())
        json["pattern"] = stream.pattern;
    json["kind"] = name(names::streamKinds(), stream.kind);
    json["rate"] = stream.rate;
    if (stream.arrivals == Arrivals::Deterministic)
        json["arrivals"] = "deterministic";
    else if (!stream.profile.empty())
        json["arrivals"] = "profile";
    if (!stream.profile.empty()) {
        Json pieces = Json::array();
        for (const ProfilePiece& piece : stream.profile)
            pieces.push_back(Json{{"from_s", piece.fromSeconds}, {"times", piece.times}});
        json["profile"] = Json{{"pieces", pieces}};
        if (stream.profilePeriodSeconds > 0)
            json["profile"]["period_s"] = stream.profilePeriodSeconds;
    }
    json["keys"] = keysJson(stream.keys);
    if (stream.client != Client{})
        json["client"] = clientJson(stream.client);
    if (stream.steps.size() == 1 && !stream.steps.front().keys) {
        writeStep(json, stream.steps.front());
        return json;
    }
    for (const Step& step : stream.steps) {
        Json stepJson;
        writeStep(stepJson, step);
        json["steps"].push_back(stepJson);
    }
    return json;
}

} // namespace

std::string writeScenario(const Scenario& scenario) {
    Json json = Json::object();
    if (!scenario.title.empty())
        json["title"] = scenario.title;
    if (!scenario.description.empty())
        json["description"] = scenario.description;
    json["seed"] = scenario.seed;
    if (scenario.requests > 0)
        json["requests"] = scenario.requests;
    if (scenario.durationSeconds > 0)
        json["duration_s"] = scenario.durationSeconds;
    if (scenario.warmup)
        json["warmup"] = *scenario.warmup;
    json["windows"] = scenario.windows;
    json["nodes"] = Json::array();
    for (const NodeGroup& group : scenario.nodes)
        json["nodes"].push_back(nodeJson(group));
    for (const Table& table : scenario.tables) {
        if (table.name.empty() && table.nodes.empty() && &table == &scenario.tables.front()) {
            writeTable(json, table);
            continue;
        }
        Json tableJson{{"name", table.name}};
        writeTable(tableJson, table);
        if (!table.nodes.empty())
            tableJson["nodes"] = table.nodes;
        json["tables"].push_back(tableJson);
    }
    json["streams"] = Json::array();
    for (const Stream& stream : scenario.streams)
        json["streams"].push_back(streamJson(stream));
    for (const EventQueue& queue : scenario.eventQueues)
        json["event_queues"].push_back(eventQueueJson(queue));
    if (scenario.queueLimit > 0)
        json["queue"]["limit"] = scenario.queueLimit;
    if (scenario.queueWaitMs > 0)
        json["queue"]["wait_ms"] = scenario.queueWaitMs;
    if (scenario.skipLate)
        json["queue"]["skip_late"] = true;
    json["faults"] = Json::array();
    for (const Fault& fault : scenario.faults)
        json["faults"].push_back(faultJson(fault));
    for (const Rebalancing& rebalance : scenario.rebalances)
        json["rebalances"].push_back(rebalancingJson(rebalance));
    json["defences"] = Json::object();
    json["cache"] = nullptr;
    if (scenario.caches.size() == 1)
        json["cache"] = cacheJson(scenario.caches.front());
    else if (!scenario.caches.empty()) {
        json["cache"] = Json::array();
        for (const Cache& cache : scenario.caches)
            json["cache"].push_back(cacheJson(cache));
    }
    return json.dump(2) + "\n";
}

} // namespace shardscape::simulator
