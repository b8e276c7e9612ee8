// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/combinations.h"

namespace shardscape::tests {

using Json = nlohmann::ordered_json;

namespace {

/// Reads, writes and events over two seconds, on six nodes of two regions that are busy for half of their time.
constexpr const char* kBase = R"({
  "requests": 1200, "warmup": 0.1, "windows": 8,
  "nodes": [{"name": "a", "count": 3, "servers": 2, "region": "us"}, {"name": "b", "count": 3, "region": "eu"}],
  "tables": [{"name": "t", "partitions": 12, "replicas": 3, "router": {"kind": "hash-mod"}}],
  "event_queues": [{"name": "later", "consumers": 2}],
  "streams": [
    {"name": "get", "kind": "read", "rate": 400, "keys": {"kind": "zipf", "theta": 0.9, "count": 200, "space": "k"},
     "steps": [{"table": "t", "service": {"kind": "exponential", "mean_ms": 3}}]},
    {"name": "put", "kind": "write", "rate": 100, "keys": {"kind": "uniform", "count": 200, "space": "k"},
     "steps": [{"table": "t", "service": {"kind": "exponential", "mean_ms": 3}}]},
    {"name": "post", "kind": "write", "rate": 60, "keys": {"kind": "uniform", "count": 50},
     "steps": [{"table": "t", "service": {"kind": "deterministic", "mean_ms": 2}},
               {"table": "t", "queue": "later", "service": {"kind": "exponential", "mean_ms": 4}}]}]})";

/// What each fault says beside its kind; none where it is not known here.
Json faultNamed(const std::string& kind) {
    const Json members = Json::parse(R"({
      "slow": {"nodes": ["a0", "b"], "speed": 0.2}, "down": {"nodes": ["a"], "failover_s": 0.2, "clients": "refused"},
      "breakdowns": {"nodes": ["b"], "every_s": 0.2, "repair_s": 0.05},
      "dependency": {"streams": ["get", "put"], "hang_ms": 40, "share": 0.5}, "surge": {"times": 4},
      "setting": {"queue_limit": 1, "timeout_ms": 5}, "cache-flush": {"cache": "c", "at_s": 0.5},
      "partial-writes": {"table": "t", "share": 0.5, "missing": 1}, "lost-events": {"queue": "later", "share": 0.3},
      "duplicate-events": {"queue": "later", "share": 0.3}, "consumer-crashes": {"queue": "later", "share": 0.3},
      "wrong-partition-count": {"streams": ["get"], "partitions": 8}})");
    Json fault{{"kind", kind}};
    if (kind != "cache-flush")
        fault["from_s"] = 0.3;
    if (kind != "cache-flush")
        fault["to_s"] = 1.4;
    fault.update(members.value(kind, Json::object()));
    return fault;
}

void addCache(Json& scenario) {
    scenario["cache"] = Json::parse(R"([{"name": "c", "streams": ["get", "put"], "capacity_keys": 40, "ttl_s": 0.5}])");
}

void defend(Json& scenario, const std::string& defence) {
    const Json members = Json::parse(R"({
      "timeout_ms": 8, "deadline_ms": 20, "retries": {"limit": 2, "backoff_ms": 2}, "budget": {"ratio": 0.2, "burst": 5},
      "hedge": {"after_ms": 3}, "breaker": {"failure_share": 0.3, "least": 5, "window_s": 0.2, "open_s": 0.1},
      "rate_limit": {"per_s": 150, "burst": 10}, "admission": {"limit": 6, "queue": 4}, "balance": "least-loaded"})");
    if (defence == "queue") {
        scenario["queue"] = Json{{"limit", 3}};
    } else if (defence == "cache") {
        addCache(scenario);
    } else if (defence == "quorum") {
        for (Json& stream : scenario["streams"])
            stream["steps"][0]["quorum"] = 2;
    } else {
        const bool ofReads = defence == "hedge" || defence == "balance"; // a write goes to all of its replicas
        for (Json& stream : scenario["streams"]) {
            if (ofReads && stream["kind"] != "read")
                continue;
            stream["client"][defence] = members.value(defence, Json());
            if (defence == "budget") // which pays for retries
                stream["client"]["retries"] = members["retries"];
            if (defence == "retries" || defence == "budget" || defence == "breaker") // which need something that fails
                stream["client"]["timeout_ms"] = 8;
        }
    }
}

} // namespace

Combinations::Combinations(const Json& schema) {
    for (const Json& kind : schema["$defs"]["fault"]["properties"]["kind"]["enum"])
        m_faults.push_back(kind.get<std::string>());
    for (const auto& member : schema["$defs"]["client"]["properties"].items())
        m_defences.push_back(member.key());
    m_defences.insert(m_defences.end(), {"queue", "cache", "quorum"});
}

std::string Combinations::name(std::size_t index) const {
    const std::size_t fault = index % (m_faults.size() + 1);
    const std::size_t defence = index / (m_faults.size() + 1);
    return (fault < m_faults.size() ? m_faults[fault] : "all faults") + " with " +
           (defence < m_defences.size() ? m_defences[defence] : "all defences");
}

std::string Combinations::text(std::size_t index) const {
    const std::size_t fault = index % (m_faults.size() + 1);
    const std::size_t defence = index / (m_faults.size() + 1);
    Json scenario = Json::parse(kBase);
    scenario["seed"] = index + 1;
    for (std::size_t i = 0; i < m_faults.size(); ++i)
        if (i == fault || fault == m_faults.size()) {
            scenario["faults"].push_back(faultNamed(m_faults[i]));
            if (m_faults[i] == "cache-flush")
                addCache(scenario);
        }
    for (std::size_t i = 0; i < m_defences.size(); ++i)
        if (i == defence || defence == m_defences.size()) {
            const bool oneReplica = m_defences[i] == "quorum" && defence == m_defences.size();
            if (!oneReplica) // hedging and balancing are for answers of one replica
                defend(scenario, m_defences[i]);
        }
    return scenario.dump();
}

} // namespace shardscape::tests
