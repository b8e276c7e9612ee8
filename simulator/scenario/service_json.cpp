// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/service_json.h"

#include <algorithm>
#include <cstdlib>

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
    const auto add = [&](double probability, const Json& ms) {
        if (!ms.is_number())
            return object.problem().report(path, "every quantile is a number of ms");
        service.quantilesMs.emplace_back(probability, ms.get<double>());
    };
    if (value->is_array()) { // equally spaced from 0 to 1
        for (std::size_t i = 0; i < value->size(); ++i)
            add(value->size() < 2 ? 0 : static_cast<double>(i) / static_cast<double>(value->size() - 1), (*value)[i]);
        return;
    }
    JsonObject quantiles(*value, path, object.problem());
    if (object.problem().found())
        return;
    for (const auto& item : value->items()) {
        char* end = nullptr;
        const double probability = std::strtod(item.key().c_str(), &end);
        if (end == item.key().c_str() || *end != '\0')
            return object.problem().report(path, fmt::format("\"{}\" is not a probability", item.key()),
                                           "write quantiles as {\"0.5\": 1.2, \"0.99\": 8}");
        add(probability, item.value());
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
