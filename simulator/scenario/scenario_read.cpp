// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/scenario_json.h"

#include <algorithm>

#include <fmt/format.h>

#include "simulator/scenario/client_json.h"
#include "simulator/scenario/data_json.h"
#include "simulator/scenario/fault_json.h"
#include "simulator/scenario/json_object.h"
#include "simulator/scenario/members.h"
#include "simulator/scenario/names.h"
#include "simulator/scenario/rebalancing_json.h"
#include "simulator/scenario/service_json.h"

namespace shardscape::simulator {

namespace {

constexpr double kMostMs = 1e9;
constexpr double kMostSeconds = 1e9;
constexpr double kMostRate = 1e12;
constexpr double kMostWeight = 1e300; // 16,777,216 of them still add up to a double
constexpr std::uint64_t kMostKeys = 1'000'000'000'000;
constexpr std::uint64_t kMostRequests = 1'000'000'000'000;

template <class Item, class Read>
void readList(JsonObject& object, std::string_view key, std::vector<Item>& into, const Read& read) {
    const Json* list = object.member(key);
    if (list == nullptr)
        return;
    if (!list->is_array())
        return object.problem().report(object.at(key), "a list was expected, not " + std::string(list->type_name()));
    into.clear();
    for (std::size_t i = 0; i < list->size() && !object.problem().found(); ++i)
        into.push_back(read((*list)[i], fmt::format("{}[{}]", object.at(key), i), object.problem()));
}

NodeGroup readNodes(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    NodeGroup group;
    object.read("name", group.name);
    object.read("count", group.count, 1, 100'000);
    object.read("servers", group.servers, 1, 10'000);
    object.read("region", group.region);
    object.read("speed", group.speed, 1e-6, 1e6);
    object.finish();
    return group;
}

Router readRouter(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Router router;
    object.require("kind");
    object.read("kind", router.kind);
    object.read("virtual_nodes", router.virtualNodes, 1, 65536);
    object.read("splits", router.splits);
    if (const Json* homes = object.member("directory")) {
        if (!homes->is_object())
            problem.report(object.at("directory"),
                           "an object of keys and partitions was expected, not " + shown(*homes));
        else
            for (const auto& item : homes->items()) {
                const Json& partition = item.value();
                if (!partition.is_number_unsigned() || partition.get<std::uint64_t>() > 1'048'575)
                    return problem.report(fmt::format("{}[\"{}\"]", object.at("directory"), item.key()),
                                          "a partition from 0 to 1048575 was expected, not " + shown(partition)),
                           router;
                router.directory.emplace_back(item.key(), partition.get<std::uint32_t>());
            }
    }
    object.finish();
    return router;
}

/// The members that a table has in common with the top level of the file.
void readTableMembers(JsonObject& object, Table& table) {
    object.read("partitions", table.partitions, 1, 1'048'576);
    object.read("replicas", table.replicas, 1, 1'000);
    auto placement = static_cast<std::size_t>(table.placement);
    object.choose("placement", placement, names::placements());
    table.placement = static_cast<NodePlacement>(placement);
    if (const Json* router = object.member("router"))
        table.router = readRouter(*router, object.at("router"), object.problem());
    readDataMembers(object, table);
}

Table readTable(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Table table;
    object.require("name");
    object.read("name", table.name);
    readTableMembers(object, table);
    object.read("nodes", table.nodes);
    object.finish();
    return table;
}

KeySpec readKeys(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    KeySpec keys;
    std::size_t kind = 0;
    object.require("kind");
    object.choose("kind", kind, names::keyKinds());
    keys.kind = static_cast<KeyKind>(kind);
    object.read("space", keys.space);
    auto order = static_cast<std::size_t>(keys.order);
    object.choose("order", order, names::keyOrders());
    keys.order = static_cast<KeyOrder>(order);
    if (keys.kind == KeyKind::Zipf || keys.kind == KeyKind::Latest)
        object.read("theta", keys.theta, 0, 20);
    if (keys.kind == KeyKind::PowerLaw)
        object.read("alpha", keys.alpha, 1.05, 100);
    if (keys.kind == KeyKind::HotSet) {
        object.read("share_of_keys", keys.shareOfKeys, 0, 1);
        object.read("share_of_traffic", keys.shareOfTraffic, 0, 1);
    }
    if (keys.kind == KeyKind::Sample) {
        object.read("keys", keys.keys);
        object.read("weights", keys.weights, 0, kMostWeight);
        keys.count = std::max<std::uint64_t>(1, std::max(keys.keys.size(), keys.weights.size()));
        if (keys.keys.empty() && keys.weights.empty())
            problem.report(path, "a sample needs \"keys\", \"weights\" or both");
        std::uint64_t others = 0;
        object.read("others", others, 0, kMostKeys);
        object.read("share_of_others", keys.shareOfOthers, 0, 1);
        keys.count += others;
    } else {
        object.require("count");
        object.read("count", keys.count, 1, kMostKeys);
    }
    object.finish();
    return keys;
}

Touch readTouch(const Json& value, const std::string& path, JsonProblem& problem) {
    if (value == "one")
        return {Touch::Kind::One, 1};
    if (value == "all")
        return {Touch::Kind::All, 1};
    Touch touch{Touch::Kind::Sample, 1};
    if (!value.is_object()) {
        problem.report(path, shown(value) + " is not known", "it is \"one\", \"all\" or {\"sample\": k}");
        return touch;
    }
    JsonObject object(value, path, problem);
    object.require("sample");
    object.read("sample", touch.sample, 1, 1'048'576);
    object.finish();
    return touch;
}

/// The members that a step has in common with a stream of one step.
void readStepMembers(JsonObject& object, Step& step) {
    object.read("structure", step.structure);
    object.read("table", step.table);
    if (const Json* touch = object.member("touch"))
        step.touch = readTouch(*touch, object.at("touch"), object.problem());
    object.read("quorum", step.quorum, 1, 1'000);
    object.read("ask", step.ask, 1, 1'000);
    std::size_t from = 0;
    object.choose("from", from, names::askFrom());
    step.from = static_cast<AskFrom>(from);
    object.read("beside", step.beside);
    if (const Json* service = object.member("service"))
        step.service = readService(*service, object.at("service"), object.problem());
    object.read("round_trip_ms", step.roundTripMs, 0, kMostMs);
    readDataMembers(object, step);
}

Step readStep(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Step step;
    object.require("service");
    readStepMembers(object, step);
    if (const Json* keys = object.member("keys"))
        step.keys = readKeys(*keys, object.at("keys"), problem);
    object.finish();
    return step;
}

void readProfile(JsonObject& object, Stream& stream) {
    const Json* value = object.member("profile");
    if (value == nullptr)
        return;
    JsonObject profile(*value, object.at("profile"), object.problem());
    profile.read("period_s", stream.profilePeriodSeconds, 0, kMostSeconds);
    profile.require("pieces");
    readList(profile, "pieces", stream.profile, [](const Json& item, const std::string& path, JsonProblem& problem) {
        JsonObject pieceObject(item, path, problem);
        ProfilePiece piece;
        pieceObject.require("from_s");
        pieceObject.read("from_s", piece.fromSeconds, 0, kMostSeconds);
        pieceObject.require("times");
        pieceObject.read("times", piece.times, 0, 1e6);
        pieceObject.finish();
        return piece;
    });
    if (stream.profile.empty())
        object.problem().report(profile.at("pieces"), "at least one piece is needed");
    profile.finish();
}

Stream readStream(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Stream stream;
    object.require("name");
    object.read("name", stream.name);
    object.read("pattern", stream.pattern);
    std::size_t kind = 0;
    object.choose("kind", kind, names::streamKinds());
    stream.kind = static_cast<StreamKind>(kind);
    object.require("rate");
    object.read("rate", stream.rate, 0, kMostRate);
    std::size_t arrivals = 0;
    object.choose("arrivals", arrivals, names::arrivals());
    stream.arrivals = arrivals == 1 ? Arrivals::Deterministic : Arrivals::Poisson;
    readProfile(object, stream);
    if (arrivals == 2 && stream.profile.empty())
        problem.report(object.at("arrivals"), "\"profile\" needs a profile", "add \"profile\": {\"pieces\": [...]}");
    object.require("keys");
    if (const Json* keys = object.member("keys"))
        stream.keys = readKeys(*keys, object.at("keys"), problem);
    if (object.has("steps")) {
        readList(object, "steps", stream.steps, readStep);
    } else {
        object.allow("steps");
        object.require("service");
        readStepMembers(object, stream.steps.front());
    }
    if (const Json* client = object.member("client"))
        stream.client = readClient(*client, object.at("client"), problem);
    object.finish();
    return stream;
}

void readCaches(JsonObject& object, std::vector<Cache>& caches) {
    const Json* value = object.member("cache");
    if (value == nullptr || value->is_null())
        return;
    if (!value->is_array()) {
        caches.push_back(readCache(*value, object.at("cache"), object.problem()));
        return;
    }
    for (std::size_t i = 0; i < value->size() && !object.problem().found(); ++i)
        caches.push_back(readCache((*value)[i], fmt::format("cache[{}]", i), object.problem()));
}

/// Defences of the whole scenario: "client" is that of every stream that has none of its own.
void readDefences(JsonObject& top, Scenario& scenario) {
    const Json* value = top.member("defences");
    if (value == nullptr)
        return;
    JsonObject object(*value, top.at("defences"), top.problem());
    if (const Json* client = object.member("client")) {
        const Client common = readClient(*client, object.at("client"), top.problem());
        const Json* streams = top.member("streams");
        for (std::size_t i = 0; i < scenario.streams.size(); ++i)
            if (!(*streams)[i].contains("client"))
                scenario.streams[i].client = common;
    }
    object.finish();
}

Scenario readTop(const Json& value, JsonProblem& problem) {
    JsonObject object(value, "", problem);
    Scenario scenario;
    std::string schema; // what an editor checks the file against; it says nothing about the scenario
    object.read("$schema", schema);
    object.read("title", scenario.title);
    object.read("description", scenario.description);
    object.read("seed", scenario.seed, 0, UINT64_MAX);
    object.read("requests", scenario.requests, 1, kMostRequests);
    object.read("duration_s", scenario.durationSeconds, 1e-6, kMostSeconds);
    double warmup = -1;
    object.read("warmup", warmup, 0, 0.99);
    if (warmup >= 0)
        scenario.warmup = warmup;
    object.read("windows", scenario.windows, 1, 4096);
    object.require("nodes");
    readList(object, "nodes", scenario.nodes, readNodes);
    readList(object, "tables", scenario.tables, readTable);
    bool ownTable = scenario.tables.empty();
    for (const char* key : {"partitions", "replicas", "placement", "router", "lag", "spread", "splits"})
        ownTable = ownTable || object.has(key);
    Table main;
    readTableMembers(object, main);
    if (ownTable)
        scenario.tables.insert(scenario.tables.begin(), main);
    object.require("streams");
    readList(object, "streams", scenario.streams, readStream);
    if (const Json* queue = object.member("queue")) {
        JsonObject limits(*queue, "queue", problem);
        limits.read("limit", scenario.queueLimit, 1, 1'000'000'000);
        limits.read("wait_ms", scenario.queueWaitMs, 0, kMostMs);
        limits.read("skip_late", scenario.skipLate);
        limits.finish();
    }
    readCaches(object, scenario.caches);
    readList(object, "event_queues", scenario.eventQueues, readEventQueue);
    readList(object, "faults", scenario.faults, readFault);
    readList(object, "rebalances", scenario.rebalances, readRebalancing);
    if (!problem.found())
        readDefences(object, scenario);
    object.finish();
    return scenario;
}

} // namespace

model::Result<Scenario> readScenario(std::string_view json) {
    const auto value = parseJson(json);
    if (!value)
        return model::fail(value.error());
    JsonProblem problem;
    Scenario scenario = readTop(*value, problem);
    if (problem.found())
        return model::fail(problem.error());
    if (auto checked = checkScenario(scenario); !checked)
        return model::fail(checked.error());
    return scenario;
}

std::vector<JsonMember> membersAskedFor(std::string_view json) {
    std::vector<JsonMember> members;
    if (const auto value = parseJson(json)) {
        JsonProblem problem;
        problem.list(members);
        readTop(*value, problem);
    }
    return members;
}

} // namespace shardscape::simulator
