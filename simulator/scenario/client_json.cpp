// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/client_json.h"

namespace shardscape::simulator {

namespace {

constexpr double kMostMs = 1e9;
constexpr std::uint32_t kMostRetries = 100;

void readRetries(const Json& value, const std::string& path, JsonProblem& problem, Retries& retries) {
    JsonObject object(value, path, problem);
    object.require("limit");
    object.read("limit", retries.limit, 0, kMostRetries);
    object.read("backoff_ms", retries.backoffMs, 0, kMostMs);
    object.read("multiplier", retries.multiplier, 1, 1000);
    object.read("most_backoff_ms", retries.mostBackoffMs, 0, kMostMs);
    object.read("jitter", retries.jitter, 0, 1);
    object.finish();
}

RetryBudget readBudget(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    RetryBudget budget;
    object.read("ratio", budget.ratio, 0, 100);
    object.read("burst", budget.burst, 1, 1e9);
    object.read("per_s", budget.perSecond, 0, 1e9);
    object.finish();
    return budget;
}

} // namespace

Client readClient(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Client client;
    object.read("timeout_ms", client.timeoutMs, 0, kMostMs);
    object.read("deadline_ms", client.deadlineMs, 0, kMostMs);
    if (const Json* retries = object.member("retries"))
        readRetries(*retries, object.at("retries"), problem, client.retries);
    if (const Json* budget = object.member("budget"))
        client.budget = readBudget(*budget, object.at("budget"), problem);
    object.finish();
    return client;
}

Json clientJson(const Client& client) {
    Json json = Json::object();
    if (client.timeoutMs > 0)
        json["timeout_ms"] = client.timeoutMs;
    if (client.deadlineMs > 0)
        json["deadline_ms"] = client.deadlineMs;
    if (client.retries != Retries{}) {
        const Retries& r = client.retries;
        json["retries"] = Json{{"limit", r.limit},
                               {"backoff_ms", r.backoffMs},
                               {"multiplier", r.multiplier},
                               {"most_backoff_ms", r.mostBackoffMs},
                               {"jitter", r.jitter}};
    }
    if (client.budget)
        json["budget"] =
            Json{{"ratio", client.budget->ratio}, {"burst", client.budget->burst}, {"per_s", client.budget->perSecond}};
    return json;
}

} // namespace shardscape::simulator
