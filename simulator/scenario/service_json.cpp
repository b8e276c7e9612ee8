// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/service_json.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "simulator/scenario/names.h"

namespace shardscape::simulator {

namespace {

constexpr double kMostMs = 1e9;

void readQuantiles(JsonObject& object, Service& service) {
    const Json* value = object.member("quantiles_ms");
    if (value == nullptr)
        return object.problem().report(object.path(), "\"quantiles_ms\" is missing");
    const std::string path = object.at("quantiles_ms");
    const auto add = [&](const std::string& place, double probability, const Json& ms) {
        if (!ms.is_number())
            return object.problem().report(place, "a number of ms was expected, not " + shown(ms));
        if (!(ms.get<double>() >= 0 && ms.get<double>() <= kMostMs))
            return object.problem().report(place, fmt::format("{} is outside 0 to {}", ms.get<double>(), kMostMs));
        service.quantilesMs.emplace_back(probability, ms.get<double>());
    };
    if (value->is_array()) { // equally spaced from 0 to 1
        for (std::size_t i = 0; i < value->size(); ++i)
            add(fmt::format("{}[{}]", path, i),
                value->size() < 2 ? 0 : static_cast<double>(i) / static_cast<double>(value->size() - 1), (*value)[i]);
        return;
    }
    if (!value->is_object())
        return object.problem().report(path, "an object or a list of times was expected, not " + shown(*value));
    for (const auto& item : value->items()) {
        const char* end = item.key().data() + item.key().size();
        double probability = -1;
        const auto [stop, failure] = std::from_chars(item.key().data(), end, probability);
        if (failure != std::errc() || stop != end || !(probability >= 0 && probability <= 1))
            return object.problem().report(path, fmt::format("\"{}\" is not a probability of 0 to 1", item.key()),
                                           "write quantiles as {\"0.5\": 1.2, \"0.99\": 8}");
        add(fmt::format("{}[\"{}\"]", path, item.key()), probability, item.value());
    }
    std::sort(service.quantilesMs.begin(), service.quantilesMs.end());
}

} // namespace

Service readService(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Service service;
    auto kind = static_cast<std::size_t>(service.kind);
    object.require("kind");
    object.choose("kind", kind, names::serviceKinds());
    service.kind = static_cast<ServiceKind>(kind);
    if (service.kind == ServiceKind::Empirical) {
        readQuantiles(object, service);
    } else {
        object.require("mean_ms");
        object.read("mean_ms", service.meanMs, 0, kMostMs);
    }
    if (service.kind == ServiceKind::Lognormal) {
        object.require("sigma");
        object.read("sigma", service.sigma, 0, 10);
    }
    object.finish();
    return service;
}

Json serviceJson(const Service& service) {
    Json json{{"kind", names::serviceKinds().at(static_cast<std::size_t>(service.kind))}};
    if (service.kind == ServiceKind::Empirical)
        for (const auto& [probability, ms] : service.quantilesMs)
            json["quantiles_ms"][fmt::format("{}", probability)] = ms;
    else
        json["mean_ms"] = service.meanMs;
    if (service.kind == ServiceKind::Lognormal)
        json["sigma"] = service.sigma;
    return json;
}

} // namespace shardscape::simulator
