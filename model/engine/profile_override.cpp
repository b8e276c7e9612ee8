// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/profile_override.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "model/engine/words.h"

namespace shardscape::model {
namespace {

using nlohmann::ordered_json;

/// Five significant digits: more was not measured.
double rounded(double value) {
    if (value == 0 || !std::isfinite(value))
        return value;
    const double scale = std::pow(10, 4 - std::floor(std::log10(std::abs(value))));
    return std::round(value * scale) / scale;
}

} // namespace

std::string overrideText(const Measured& measured, const std::map<std::string, Constant>& constants) {
    const MeasuredServer& server = measured.server;
    ordered_json calibration{{"date", server.date}, {"server", server.version}, {"connection", server.connection}};
    if (!server.processor.empty())
        calibration["processor"] = server.processor;
    if (server.cores > 0)
        calibration["cores_count"] = server.cores;
    if (server.memoryBytes > 0)
        calibration["memory_bytes"] = server.memoryBytes;
    for (const Measurement& one : measured.measurements)
        calibration["measurements"].push_back({{"operation", one.operation},
                                               {"load", one.load},
                                               {"row_bytes", one.rowBytes},
                                               {"rows_count", one.rows},
                                               {"connections_count", one.connections},
                                               {"requests_count", one.requests},
                                               {"requests_per_s", rounded(one.perSecond)},
                                               {"mean_us", rounded(one.meanUs)},
                                               {"p50_us", rounded(one.p50Us)},
                                               {"p90_us", rounded(one.p90Us)},
                                               {"p99_us", rounded(one.p99Us)}});
    ordered_json document{{"name", server.engine}, {"calibration", std::move(calibration)}};
    for (const auto& [key, constant] : constants) {
        const std::size_t dot = key.find('.');
        document[key.substr(0, dot)][key.substr(dot + 1)] = {
            {"value", rounded(constant.value)}, {"evidence", name(constant.evidence)}, {"source", constant.source}};
    }
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string overridePath(const std::string& folder, const std::string& engine) {
    return folder + "/" + engine + ".calibrated.json";
}

} // namespace shardscape::model
