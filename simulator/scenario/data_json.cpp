// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/data_json.h"

#include <fmt/format.h>

#include "simulator/scenario/names.h"
#include "simulator/scenario/service_json.h"

namespace shardscape::simulator {

namespace {

constexpr double kMostMs = 1e9;
constexpr double kMostSeconds = 1e9;
constexpr std::uint64_t kMostKeys = 1'000'000'000'000;

template <class Enum> std::string name(const std::vector<std::string_view>& names, Enum value) {
    return std::string(names.at(static_cast<std::size_t>(value)));
}

template <class Enum>
void choose(JsonObject& object, std::string_view key, Enum& into, const std::vector<std::string_view>& names) {
    auto index = static_cast<std::size_t>(into);
    object.choose(key, index, names);
    into = static_cast<Enum>(index);
}

WarmUp readWarmUp(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    WarmUp warm;
    object.require("keys");
    object.read("keys", warm.keys, 1, 1'000'000);
    object.read("at_s", warm.atSeconds, 0, kMostSeconds);
    object.read("over_s", warm.overSeconds, 0, kMostSeconds);
    object.finish();
    return warm;
}

Spread readSpread(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Spread spread;
    object.require("kind");
    choose(object, "kind", spread.kind, names::spreadKinds());
    object.require("over");
    object.read("over", spread.over, 2, 1'048'576);
    object.read("keys", spread.keys, 0, kMostKeys);
    object.finish();
    return spread;
}

Split readSplit(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Split split;
    object.require("at_s");
    object.read("at_s", split.atSeconds, 0, kMostSeconds);
    object.require("partition");
    object.read("partition", split.partition, 0, 1'048'575);
    object.finish();
    return split;
}

FanOut readFanOut(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    FanOut fan;
    object.require("kind");
    choose(object, "kind", fan.kind, names::fanOutKinds());
    if (fan.kind == FanOut::Kind::PowerLaw) {
        object.read("alpha", fan.alpha, 1.05, 100);
    } else {
        object.require("mean");
        object.read("mean", fan.mean, 0, 1e7);
    }
    object.read("most", fan.most, 1, 10'000'000);
    object.read("by_key", fan.byKey);
    object.finish();
    return fan;
}

Batching readBatching(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Batching batching;
    object.require("most");
    object.read("most", batching.most, 1, 1'000'000);
    object.require("wait_ms");
    object.read("wait_ms", batching.waitMs, 0, kMostMs);
    if (const Json* item = object.member("item"))
        batching.item = readService(*item, object.at("item"), problem);
    object.finish();
    return batching;
}

} // namespace

Cache readCache(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Cache cache;
    object.read("name", cache.name);
    object.require("streams");
    object.read("streams", cache.streams);
    object.require("capacity_keys");
    object.read("capacity_keys", cache.capacityKeys, 1, 1'000'000'000);
    object.read("ttl_s", cache.ttlSeconds, 0, kMostSeconds);
    object.read("warm_s", cache.warmSeconds, 0, kMostSeconds);
    object.read("fixed_hit_ratio", cache.fixedHitRatio, 0, 1);
    choose(object, "eviction", cache.eviction, names::evictions());
    object.read("ttl_jitter", cache.ttlJitter, 0, 1);
    object.read("coalesce", cache.coalesce);
    object.read("copies", cache.copies, 1, 10'000);
    choose(object, "on_write", cache.onWrite, names::onWrite());
    if (const Json* warm = object.member("warm_up"))
        cache.warmUp = readWarmUp(*warm, object.at("warm_up"), problem);
    if (const Json* hit = object.member("hit"))
        cache.hit = readService(*hit, object.at("hit"), problem);
    object.finish();
    return cache;
}

Json cacheJson(const Cache& cache) {
    Json json{{"name", cache.name}, {"streams", cache.streams}, {"capacity_keys", cache.capacityKeys}};
    if (cache.ttlSeconds > 0)
        json["ttl_s"] = cache.ttlSeconds;
    if (cache.warmSeconds > 0)
        json["warm_s"] = cache.warmSeconds;
    if (cache.fixedHitRatio > 0)
        json["fixed_hit_ratio"] = cache.fixedHitRatio;
    if (cache.eviction != Eviction::Lru)
        json["eviction"] = name(names::evictions(), cache.eviction);
    if (cache.ttlJitter > 0)
        json["ttl_jitter"] = cache.ttlJitter;
    if (cache.coalesce)
        json["coalesce"] = true;
    if (cache.copies != 1)
        json["copies"] = cache.copies;
    if (cache.onWrite != OnWrite::Remove)
        json["on_write"] = name(names::onWrite(), cache.onWrite);
    if (cache.warmUp)
        json["warm_up"] = Json{
            {"keys", cache.warmUp->keys}, {"at_s", cache.warmUp->atSeconds}, {"over_s", cache.warmUp->overSeconds}};
    json["hit"] = serviceJson(cache.hit);
    return json;
}

EventQueue readEventQueue(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    EventQueue queue;
    object.require("name");
    object.read("name", queue.name);
    object.read("consumers", queue.consumers, 1, 1'000'000);
    object.read("limit", queue.limit, 0, 1'000'000'000);
    choose(object, "delivery", queue.delivery, names::deliveries());
    object.read("redeliver_ms", queue.redeliverMs, 0.001, kMostMs);
    object.read("idempotent", queue.idempotent);
    object.finish();
    return queue;
}

Json eventQueueJson(const EventQueue& queue) {
    Json json{
        {"name", queue.name}, {"consumers", queue.consumers}, {"delivery", name(names::deliveries(), queue.delivery)}};
    if (queue.limit > 0)
        json["limit"] = queue.limit;
    json["redeliver_ms"] = queue.redeliverMs;
    if (queue.idempotent)
        json["idempotent"] = true;
    return json;
}

void readDataMembers(JsonObject& object, Table& table) {
    if (const Json* lag = object.member("lag"))
        table.lag = readService(*lag, object.at("lag"), object.problem());
    if (const Json* spread = object.member("spread"))
        table.spread = readSpread(*spread, object.at("spread"), object.problem());
    const Json* splits = object.member("splits");
    if (splits == nullptr)
        return;
    if (!splits->is_array())
        return object.problem().report(object.at("splits"), "a list of splits was expected");
    for (std::size_t i = 0; i < splits->size(); ++i)
        table.splits.push_back(
            readSplit((*splits)[i], fmt::format("{}[{}]", object.at("splits"), i), object.problem()));
}

void writeDataMembers(Json& json, const Table& table) {
    if (table.lag)
        json["lag"] = serviceJson(*table.lag);
    if (table.spread) {
        json["spread"] = Json{{"kind", name(names::spreadKinds(), table.spread->kind)}, {"over", table.spread->over}};
        if (table.spread->keys > 0)
            json["spread"]["keys"] = table.spread->keys;
    }
    for (const Split& split : table.splits)
        json["splits"].push_back(Json{{"at_s", split.atSeconds}, {"partition", split.partition}});
}

void readDataMembers(JsonObject& object, Step& step) {
    if (const Json* fan = object.member("fan_out"))
        step.fanOut = readFanOut(*fan, object.at("fan_out"), object.problem());
    if (const Json* batching = object.member("batch"))
        step.batching = readBatching(*batching, object.at("batch"), object.problem());
    object.read("queue", step.queue);
}

void writeDataMembers(Json& json, const Step& step) {
    if (step.fanOut) {
        const FanOut& fan = *step.fanOut;
        json["fan_out"] = Json{{"kind", name(names::fanOutKinds(), fan.kind)}};
        if (fan.kind == FanOut::Kind::PowerLaw)
            json["fan_out"]["alpha"] = fan.alpha;
        else
            json["fan_out"]["mean"] = fan.mean;
        json["fan_out"]["most"] = fan.most;
        if (fan.byKey)
            json["fan_out"]["by_key"] = true;
    }
    if (step.batching)
        json["batch"] = Json{{"most", step.batching->most},
                             {"wait_ms", step.batching->waitMs},
                             {"item", serviceJson(step.batching->item)}};
    if (!step.queue.empty())
        json["queue"] = step.queue;
}

} // namespace shardscape::simulator
