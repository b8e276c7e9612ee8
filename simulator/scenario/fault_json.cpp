// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/fault_json.h"

#include "simulator/scenario/names.h"
#include "simulator/scenario/service_json.h"

namespace shardscape::simulator {

namespace {

constexpr double kMostSeconds = 1e9;
constexpr double kLeastSeconds = 1e-6;
constexpr double kMostMs = 1e9;

void readDuring(JsonObject& object, During& when) {
    object.read("from_s", when.fromSeconds, 0, kMostSeconds);
    object.read("to_s", when.toSeconds, 0, kMostSeconds);
}

void writeDuring(Json& json, const During& when) {
    json["from_s"] = when.fromSeconds;
    if (when.toSeconds > 0)
        json["to_s"] = when.toSeconds;
}

// One pair for each kind: members besides "kind".

void readMembers(JsonObject& object, SlowNodes& fault) {
    object.require("nodes");
    object.read("nodes", fault.nodes);
    readDuring(object, fault.when);
    object.require("speed");
    object.read("speed", fault.speed, 0, 1e6);
}
void writeMembers(Json& json, const SlowNodes& fault) {
    json["nodes"] = fault.nodes;
    writeDuring(json, fault.when);
    json["speed"] = fault.speed;
}

void readMembers(JsonObject& object, CacheFlush& fault) {
    object.require("cache");
    object.read("cache", fault.cache);
    object.read("at_s", fault.atSeconds, 0, kMostSeconds);
    object.read("keys", fault.keys, 0, 1'000'000'000);
}
void writeMembers(Json& json, const CacheFlush& fault) {
    json["cache"] = fault.cache;
    json["at_s"] = fault.atSeconds;
    if (fault.keys > 0)
        json["keys"] = fault.keys;
}

void readMembers(JsonObject& object, NodesDown& fault) {
    object.read("nodes", fault.nodes);
    object.read("region", fault.region);
    readDuring(object, fault.when);
    object.read("failover_s", fault.failoverSeconds, 0, kMostSeconds);
    auto clients = static_cast<std::size_t>(fault.clients);
    object.choose("clients", clients, names::whenDown());
    fault.clients = static_cast<WhenDown>(clients);
    object.read("moved_round_trip_ms", fault.movedRoundTripMs, 0, kMostMs);
}
void writeMembers(Json& json, const NodesDown& fault) {
    if (!fault.nodes.empty())
        json["nodes"] = fault.nodes;
    if (!fault.region.empty())
        json["region"] = fault.region;
    writeDuring(json, fault.when);
    json["failover_s"] = fault.failoverSeconds;
    json["clients"] = names::whenDown().at(static_cast<std::size_t>(fault.clients));
    if (fault.movedRoundTripMs > 0)
        json["moved_round_trip_ms"] = fault.movedRoundTripMs;
}

void readMembers(JsonObject& object, Breakdowns& fault) {
    object.require("nodes");
    object.read("nodes", fault.nodes);
    readDuring(object, fault.when);
    object.require("every_s");
    object.read("every_s", fault.everySeconds, kLeastSeconds, kMostSeconds);
    object.require("repair_s");
    object.read("repair_s", fault.repairSeconds, 0, kMostSeconds);
    object.read("while_serving", fault.whileServing);
}
void writeMembers(Json& json, const Breakdowns& fault) {
    json["nodes"] = fault.nodes;
    writeDuring(json, fault.when);
    json["every_s"] = fault.everySeconds;
    json["repair_s"] = fault.repairSeconds;
    json["while_serving"] = fault.whileServing;
}

void readMembers(JsonObject& object, DependencyHangs& fault) {
    object.require("streams");
    object.read("streams", fault.streams);
    object.read("step", fault.step, 0, 65535);
    readDuring(object, fault.when);
    object.read("share", fault.share, 0, 1);
    object.require("hang_ms");
    object.read("hang_ms", fault.hangMs, 0, kMostMs);
    object.read("holds_server", fault.holdsServer);
    object.read("fails", fault.fails);
}
void writeMembers(Json& json, const DependencyHangs& fault) {
    json["streams"] = fault.streams;
    json["step"] = fault.step;
    writeDuring(json, fault.when);
    json["share"] = fault.share;
    json["hang_ms"] = fault.hangMs;
    json["holds_server"] = fault.holdsServer;
    json["fails"] = fault.fails;
}

void readMembers(JsonObject& object, Surge& fault) {
    object.read("streams", fault.streams);
    readDuring(object, fault.when);
    object.require("times");
    object.read("times", fault.times, 0, 1e6);
}
void writeMembers(Json& json, const Surge& fault) {
    if (!fault.streams.empty())
        json["streams"] = fault.streams;
    writeDuring(json, fault.when);
    json["times"] = fault.times;
}

template <class Number>
void readOptional(JsonObject& object, const char* key, std::optional<Number>& into, Number least, Number most) {
    if (!object.has(key))
        return object.allow(key);
    into = least;
    object.read(key, *into, least, most);
}
void readMembers(JsonObject& object, WrongSetting& fault) {
    object.read("streams", fault.streams);
    readDuring(object, fault.when);
    readOptional(object, "queue_limit", fault.queueLimit, 0U, 1'000'000'000U);
    readOptional(object, "queue_wait_ms", fault.queueWaitMs, 0.0, kMostMs);
    readOptional(object, "timeout_ms", fault.timeoutMs, 0.0, kMostMs);
    readOptional(object, "rate_limit_per_s", fault.rateLimitPerSecond, 0.0, 1e12);
}
void writeMembers(Json& json, const WrongSetting& fault) {
    if (!fault.streams.empty())
        json["streams"] = fault.streams;
    writeDuring(json, fault.when);
    if (fault.queueLimit)
        json["queue_limit"] = *fault.queueLimit;
    if (fault.queueWaitMs)
        json["queue_wait_ms"] = *fault.queueWaitMs;
    if (fault.timeoutMs)
        json["timeout_ms"] = *fault.timeoutMs;
    if (fault.rateLimitPerSecond)
        json["rate_limit_per_s"] = *fault.rateLimitPerSecond;
}

void readMembers(JsonObject& object, PartialWrites& fault) {
    readDuring(object, fault.when);
    object.read("table", fault.table);
    object.require("share");
    object.read("share", fault.share, 0, 1);
    object.read("missing", fault.missing, 1, 1'000);
    object.read("sloppy", fault.sloppy);
    object.read("repair_s", fault.repairSeconds, 0, kMostSeconds);
}
void writeMembers(Json& json, const PartialWrites& fault) {
    writeDuring(json, fault.when);
    if (!fault.table.empty())
        json["table"] = fault.table;
    json["share"] = fault.share;
    json["missing"] = fault.missing;
    if (fault.sloppy)
        json["sloppy"] = true;
    if (fault.repairSeconds > 0)
        json["repair_s"] = fault.repairSeconds;
}

/// What all faults of event queues have in common.
template <class Kind> void readQueueMembers(JsonObject& object, Kind& fault) {
    readDuring(object, fault.when);
    object.require("queue");
    object.read("queue", fault.queue);
    object.require("share");
    object.read("share", fault.share, 0, 1);
}
template <class Kind> void writeQueueMembers(Json& json, const Kind& fault) {
    writeDuring(json, fault.when);
    json["queue"] = fault.queue;
    json["share"] = fault.share;
}
void readMembers(JsonObject& object, LostEvents& fault) {
    readQueueMembers(object, fault);
}
void writeMembers(Json& json, const LostEvents& fault) {
    writeQueueMembers(json, fault);
}
void readMembers(JsonObject& object, DuplicateEvents& fault) {
    readQueueMembers(object, fault);
}
void writeMembers(Json& json, const DuplicateEvents& fault) {
    writeQueueMembers(json, fault);
}
void readMembers(JsonObject& object, ConsumerCrashes& fault) {
    readQueueMembers(object, fault);
}
void writeMembers(Json& json, const ConsumerCrashes& fault) {
    writeQueueMembers(json, fault);
}

void readMembers(JsonObject& object, WrongPartitionCount& fault) {
    readDuring(object, fault.when);
    object.require("streams");
    object.read("streams", fault.streams);
    object.require("partitions");
    object.read("partitions", fault.partitions, 1, 1'048'576);
    if (const Json* redirect = object.member("redirect"))
        fault.redirect = readService(*redirect, object.at("redirect"), object.problem());
    object.read("fails", fault.fails);
}
void writeMembers(Json& json, const WrongPartitionCount& fault) {
    writeDuring(json, fault.when);
    json["streams"] = fault.streams;
    json["partitions"] = fault.partitions;
    json["redirect"] = serviceJson(fault.redirect);
    if (fault.fails)
        json["fails"] = true;
}

template <std::size_t kIndex = 0> Fault emptyFault(std::size_t kind) {
    if constexpr (kIndex + 1 < std::variant_size_v<Fault>)
        if (kind != kIndex)
            return emptyFault<kIndex + 1>(kind);
    return Fault(std::in_place_index<kIndex>);
}

} // namespace

Fault readFault(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    std::size_t kind = 0;
    object.require("kind");
    object.choose("kind", kind, names::faultKinds());
    Fault fault = emptyFault(kind);
    std::visit([&](auto& one) { readMembers(object, one); }, fault);
    object.finish();
    return fault;
}

Json faultJson(const Fault& fault) {
    Json json{{"kind", names::faultKinds().at(fault.index())}};
    std::visit([&](const auto& one) { writeMembers(json, one); }, fault);
    return json;
}

} // namespace shardscape::simulator
