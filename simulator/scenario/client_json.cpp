// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/client_json.h"

#include <algorithm>

#include <fmt/format.h>

#include "simulator/scenario/names.h"

namespace shardscape::simulator {

namespace {

constexpr double kMostMs = 1e9;
constexpr double kMostSeconds = 1e9;
constexpr std::uint32_t kMostRetries = 100;

void readRetries(const Json& value, const std::string& path, JsonProblem& problem, Retries& retries) {
    JsonObject object(value, path, problem);
    object.require("limit");
    object.read("limit", retries.limit, 0, kMostRetries);
    object.read("backoff_ms", retries.backoffMs, 0, kMostMs);
    object.read("multiplier", retries.multiplier, 1, 1000);
    object.read("most_backoff_ms", retries.mostBackoffMs, 0, kMostMs);
    object.read("jitter", retries.jitter, 0, 1);
    if (object.has("on")) {
        std::vector<std::string> causes;
        object.read("on", causes);
        retries.on = 0;
        for (const std::string& name : causes) {
            const auto& known = names::causes();
            const auto found = std::find(known.begin(), known.end(), name);
            if (found == known.end())
                problem.report(object.at("on"), fmt::format("\"{}\" is not a cause", name),
                               "there is " + quotedList(known));
            else
                retries.on = retries.on | static_cast<Cause>(found - known.begin());
        }
    }
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

Hedge readHedge(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Hedge hedge;
    object.read("after_ms", hedge.afterMs, 0, kMostMs);
    object.read("quantile", hedge.quantile, 0, 0.9999);
    object.read("most", hedge.most, 1, 100);
    object.finish();
    return hedge;
}

Breaker readBreaker(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Breaker breaker;
    object.read("window_s", breaker.windowSeconds, 1e-6, kMostSeconds);
    object.read("failure_share", breaker.failureShare, 0, 1);
    object.read("least", breaker.least, 1, 1'000'000'000);
    object.read("open_s", breaker.openSeconds, 0, kMostSeconds);
    object.read("probes", breaker.probes, 1, 1'000'000);
    object.finish();
    return breaker;
}

RateLimit readRateLimit(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    RateLimit limit;
    object.require("per_s");
    object.read("per_s", limit.perSecond, 0, 1e12);
    object.read("burst", limit.burst, 1, 1e12);
    object.finish();
    return limit;
}

Admission readAdmission(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Admission admission;
    object.require("limit");
    object.read("limit", admission.limit, 1, 1'000'000'000);
    object.read("queue", admission.queue, 0, 1'000'000'000);
    object.finish();
    return admission;
}

template <class Value, class Read>
void readOptional(JsonObject& object, std::string_view key, std::optional<Value>& into, const Read& read) {
    if (const Json* value = object.member(key))
        into = read(*value, object.at(key), object.problem());
}

Json retriesJson(const Retries& retries) {
    Json json{{"limit", retries.limit},
              {"backoff_ms", retries.backoffMs},
              {"multiplier", retries.multiplier},
              {"most_backoff_ms", retries.mostBackoffMs},
              {"jitter", retries.jitter}};
    if (retries.on != Retries{}.on) {
        json["on"] = Json::array();
        for (std::size_t i = 0; i < kCauses; ++i)
            if (contains(retries.on, static_cast<Cause>(i)))
                json["on"].push_back(names::causes()[i]);
    }
    return json;
}

} // namespace

Client readClient(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Client client;
    object.read("timeout_ms", client.timeoutMs, 0, kMostMs);
    object.read("deadline_ms", client.deadlineMs, 0, kMostMs);
    if (const Json* retries = object.member("retries"))
        readRetries(*retries, object.at("retries"), problem, client.retries);
    readOptional(object, "budget", client.budget, readBudget);
    readOptional(object, "hedge", client.hedge, readHedge);
    readOptional(object, "breaker", client.breaker, readBreaker);
    readOptional(object, "rate_limit", client.rateLimit, readRateLimit);
    readOptional(object, "admission", client.admission, readAdmission);
    auto balance = static_cast<std::size_t>(client.balance);
    object.choose("balance", balance, names::balances());
    client.balance = static_cast<Balance>(balance);
    object.finish();
    return client;
}

Json clientJson(const Client& client) {
    Json json = Json::object();
    if (client.timeoutMs > 0)
        json["timeout_ms"] = client.timeoutMs;
    if (client.deadlineMs > 0)
        json["deadline_ms"] = client.deadlineMs;
    if (client.retries != Retries{})
        json["retries"] = retriesJson(client.retries);
    if (client.budget)
        json["budget"] =
            Json{{"ratio", client.budget->ratio}, {"burst", client.budget->burst}, {"per_s", client.budget->perSecond}};
    if (client.hedge)
        json["hedge"] = Json{
            {"after_ms", client.hedge->afterMs}, {"quantile", client.hedge->quantile}, {"most", client.hedge->most}};
    if (client.breaker) {
        const Breaker& b = *client.breaker;
        json["breaker"] = Json{{"window_s", b.windowSeconds},
                               {"failure_share", b.failureShare},
                               {"least", b.least},
                               {"open_s", b.openSeconds},
                               {"probes", b.probes}};
    }
    if (client.rateLimit)
        json["rate_limit"] = Json{{"per_s", client.rateLimit->perSecond}, {"burst", client.rateLimit->burst}};
    if (client.admission)
        json["admission"] = Json{{"limit", client.admission->limit}, {"queue", client.admission->queue}};
    if (client.balance != Balance::AsAsked)
        json["balance"] = names::balances().at(static_cast<std::size_t>(client.balance));
    return json;
}

} // namespace shardscape::simulator
