// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/fault_json.h"

#include "simulator/scenario/names.h"

namespace shardscape::simulator {

namespace {

constexpr double kMostSeconds = 1e9;

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
