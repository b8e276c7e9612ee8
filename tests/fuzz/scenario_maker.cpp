// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/scenario_maker.h"

#include <algorithm>
#include <cmath>

#include "model/placement/placement.h"
#include "simulator/scenario/scenario_json.h"

namespace shardscape::tests {

namespace {

/// The largest value that keeps a run short, by the name of the member; others take what the schema allows.
std::optional<double> shortest(const std::string& key) {
    static const std::vector<std::pair<std::string, double>> kMost = {
        {"requests", 1500}, {"duration_s", 3},     {"windows", 20}, {"count", 200},     {"servers", 8},
        {"partitions", 40}, {"replicas", 4},       {"rate", 400},   {"quorum", 3},      {"ask", 3},
        {"sample", 6},      {"virtual_nodes", 16}, {"mean_ms", 20}, {"sigma", 3},       {"round_trip_ms", 10},
        {"from_s", 3},      {"to_s", 5},           {"at_s", 3},     {"period_s", 4},    {"times", 4},
        {"theta", 2},       {"alpha", 5},          {"limit", 20},   {"timeout_ms", 50}, {"deadline_ms", 100},
        {"backoff_ms", 20}, {"multiplier", 3},     {"wait_ms", 10}, {"over", 6},        {"partition", 12},
        {"consumers", 5},   {"redeliver_ms", 30},  {"mean", 4},     {"most", 30},       {"capacity_keys", 100},
        {"ttl_s", 3},       {"warm_s", 3},         {"over_s", 2},   {"copies", 4},      {"keys", 30},
        {"burst", 30},      {"per_s", 100},        {"ratio", 1},    {"weights", 5},     {"most_backoff_ms", 100},
        {"speed", 4},       {"warmup", 0.5},
    };
    for (const auto& [name, most] : kMost)
        if (name == key)
            return most;
    return std::nullopt;
}

/// The values of a document, in depth first order.
void collect(Json& value, std::vector<Json*>& into) {
    into.push_back(&value);
    if (value.is_structured())
        for (Json& child : value)
            collect(child, into);
}

/// Takes the value at a path of a message ("streams[0].keys.theta") out, or else the innermost part of it that can be
/// found. False when there is nothing to take out.
bool takeOut(Json& document, const std::string& path) {
    Json* parent = nullptr;
    Json* here = &document;
    std::string key;
    std::size_t index = 0;
    for (std::size_t i = 0; i < path.size();) {
        if (path[i] == '[') {
            const std::size_t end = path.find(']', i);
            if (end == std::string::npos || !here->is_array())
                break;
            const auto at = static_cast<std::size_t>(std::strtoul(path.c_str() + i + 1, nullptr, 10));
            if (at >= here->size())
                break;
            parent = here;
            index = at;
            here = &(*here)[at];
            i = end + 1;
            continue;
        }
        i += path[i] == '.' ? 1 : 0;
        const std::size_t end = std::min(path.find_first_of(".[", i), path.size());
        const std::string name = path.substr(i, end - i);
        if (!here->is_object() || !here->contains(name))
            break;
        parent = here;
        key = name;
        here = &(*here)[name];
        i = end;
    }
    if (parent == nullptr)
        return false;
    if (parent->is_array())
        parent->erase(index);
    else
        parent->erase(key);
    return true;
}

} // namespace

const Json& ScenarioMaker::resolved(const Json& part) const {
    const auto reference = part.find("$ref");
    return reference == part.end() ? part
                                   : resolved(m_schema.at(Json::json_pointer(reference->get<std::string>().substr(1))));
}

Json ScenarioMaker::make(const Json& part, const std::string& key, int depth) {
    const Json& schema = resolved(part);
    if (schema.contains("enum"))
        return schema["enum"][below(schema["enum"].size())];
    if (schema.contains("oneOf"))
        return key == "quantiles_ms" ? quantiles() : make(schema["oneOf"][below(schema["oneOf"].size())], key, depth);
    const Json type = schema.value("type", Json("null"));
    if (type == "object")
        return object(schema, depth);
    if (type == "array") {
        Json list = Json::array();
        const std::uint64_t length = below(depth < 2 ? 4 : 3) + schema.value("minItems", 0U);
        for (std::uint64_t i = 0; i < length; ++i)
            list.push_back(make(schema["items"], key, depth + 1));
        return list;
    }
    if (type == "integer" || type == "number")
        return number(schema, key, type == "integer");
    if (type == "boolean")
        return chance(50);
    if (type == "null")
        return nullptr;
    if (key == "kind") { // the one kind that the schema does not list
        const auto& known = model::knownPlacements();
        return std::string(known[below(known.size())].kind);
    }
    return "x" + std::to_string(++m_number);
}

Json ScenarioMaker::object(const Json& schema, int depth) {
    Json made = Json::object();
    const Json required = schema.value("required", Json::array());
    const Json properties = schema.value("properties", Json::object());
    for (const auto& item : properties.items()) {
        const bool wanted = std::find(required.begin(), required.end(), item.key()) != required.end();
        if (item.key() != "$schema" && (wanted || chance(depth < 2 ? 45 : 30)))
            made[item.key()] = make(item.value(), item.key(), depth + 1);
    }
    if (made.contains("kind") && schema.contains("properties") && schema["properties"].contains("sigma")) {
        // A service needs what goes with its kind; the rest is taken out when the reader complains.
        if (made["kind"] == "empirical")
            made["quantiles_ms"] = quantiles();
        else
            made["mean_ms"] = number(schema["properties"]["mean_ms"], "mean_ms", false);
        if (made["kind"] == "lognormal")
            made["sigma"] = number(schema["properties"]["sigma"], "sigma", false);
    }
    return made;
}

Json ScenarioMaker::quantiles() {
    Json made = Json::object();
    double ms = 0;
    for (const char* probability : {"0", "0.3", "0.5", "0.99", "1"})
        if (chance(60))
            made[probability] = ms += static_cast<double>(below(1000)) / 100;
    if (made.size() < 2)
        return Json::array({0.5, 1, 9});
    return made;
}

Json ScenarioMaker::number(const Json& schema, const std::string& key, bool whole) {
    const double least = schema.value("minimum", 0.0);
    const double schemaMost = schema.value("maximum", 100.0);
    const double most = std::clamp(shortest(key).value_or(schemaMost), least, schemaMost);
    if (chance(8))
        return whole ? Json(static_cast<std::uint64_t>(least)) : Json(least);
    const double share = std::ldexp(static_cast<double>(m_random() >> 11), -53);
    const double value =
        chance(50) || least < 0 ? least + (most - least) * share * share : least + (most - least) * share;
    return whole ? Json(static_cast<std::uint64_t>(std::min(value, 1.8e19))) : Json(value);
}

std::string ScenarioMaker::anyOf(const std::vector<std::string>& names) {
    return names.empty() ? std::string() : names[below(names.size())];
}

Json ScenarioMaker::someOf(const std::vector<std::string>& names) {
    Json list = Json::array();
    for (const std::string& name : names)
        if (chance(50))
            list.push_back(name);
    if (list.empty() && !names.empty())
        list.push_back(anyOf(names));
    return list;
}

void ScenarioMaker::connectStep(Json& step) {
    if (step.contains("table"))
        step["table"] = anyOf(m_tables);
    if (step.contains("queue") && m_queues.empty())
        step.erase("queue");
    else if (step.contains("queue"))
        step["queue"] = anyOf(m_queues);
}

void ScenarioMaker::connectStream(Json& stream) {
    m_streams.push_back(stream["name"].get<std::string>());
    if (stream.contains("keys") && chance(50))
        stream["keys"]["space"] = "shared";
    if (stream.value("arrivals", "") == "profile" && !stream.contains("profile"))
        stream.erase("arrivals");
    if (stream.contains("steps") && chance(50)) {
        for (const char* key : {"structure", "table", "touch", "quorum", "ask", "from", "beside", "service",
                                "round_trip_ms", "fan_out", "batch", "queue"})
            stream.erase(key);
        for (Json& step : stream["steps"])
            connectStep(step);
    } else {
        stream.erase("steps");
        connectStep(stream);
        if (!stream.contains("service"))
            stream["service"] = Json{{"kind", "exponential"}, {"mean_ms", 1}};
    }
    if (Json* profile = stream.contains("profile") ? &stream["profile"]["pieces"] : nullptr) {
        double from = 0;
        for (Json& piece : *profile) {
            piece["from_s"] = from;
            from += 0.1 + static_cast<double>(below(10)) / 10;
        }
    }
}

/// Names that are there, and few enough of everything.
void ScenarioMaker::connect(Json& scenario) {
    m_groups.clear();
    m_tables.clear();
    m_streams.clear();
    m_queues.clear();
    m_caches.clear();
    if (!scenario.contains("requests"))
        scenario["requests"] = 100 + below(1500);
    for (Json& group : scenario["nodes"]) {
        group["name"] = "g" + std::to_string(m_groups.size());
        if (group.contains("count"))
            group["count"] = 1 + below(6);
        m_groups.push_back(group["name"].get<std::string>());
    }
    if (!scenario.contains("tables") || scenario["tables"].empty() || chance(50)) {
        scenario.emplace("partitions", 1 + below(20));
        m_tables.emplace_back();
    }
    if (scenario.contains("tables"))
        for (Json& table : scenario["tables"]) {
            m_tables.push_back(table["name"].get<std::string>());
            if (table.contains("nodes"))
                table["nodes"] = someOf(m_groups);
        }
    if (scenario.contains("event_queues"))
        for (const Json& queue : scenario["event_queues"])
            m_queues.push_back(queue["name"].get<std::string>());
    for (Json& stream : scenario["streams"])
        connectStream(stream);
    if (scenario.contains("cache")) {
        Json& caches = scenario["cache"];
        if (caches.is_object())
            caches = Json::array({caches});
        if (caches.is_array())
            for (Json& cache : caches) {
                cache["name"] = "c" + std::to_string(m_caches.size());
                m_caches.push_back(cache["name"].get<std::string>());
                cache["streams"] = someOf(m_streams);
            }
    }
    if (scenario.contains("faults"))
        for (Json& fault : scenario["faults"]) {
            if (fault.contains("nodes"))
                fault["nodes"] = someOf(m_groups);
            if (fault.contains("cache"))
                fault["cache"] = anyOf(m_caches);
        }
}

std::optional<std::string> ScenarioMaker::valid() {
    Json scenario = make(m_schema, "", 0);
    connect(scenario);
    for (int attempt = 0; attempt < 60; ++attempt) {
        const std::string text = scenario.dump();
        const auto read = simulator::readScenario(text);
        if (read)
            return text;
        const std::string& message = read.error().message;
        const std::size_t colon = message.find(": ");
        const std::string path = message.substr(0, colon);
        const std::size_t unknown = message.find("unknown key \"");
        std::string place = path == "the scenario" ? "" : path;
        if (unknown != std::string::npos) {
            const std::string key = message.substr(unknown + 13, message.find('"', unknown + 13) - unknown - 13);
            place += (place.empty() ? "" : ".") + key;
        }
        const std::size_t missing = message.find("\" is missing");
        if (missing != std::string::npos && colon != std::string::npos) {
            // Put the simplest value in, where there is one.
            const std::string key = message.substr(colon + 3, missing - colon - 3);
            if (key == "count" || key == "mean_ms" || key == "sigma" || key == "speed" || key == "mean") {
                std::string pointer;
                for (const char c : place)
                    pointer += c == '.' || c == '[' ? '/' : c;
                std::erase(pointer, ']');
                scenario[Json::json_pointer((pointer.empty() ? "" : "/") + pointer)][key] = 1 + below(9);
                continue;
            }
        }
        if (!takeOut(scenario, place))
            return std::nullopt;
        if (!scenario.contains("streams") || scenario["streams"].empty() || !scenario.contains("nodes"))
            return std::nullopt;
    }
    return std::nullopt;
}

void ScenarioMaker::spoilValue(Json& document) {
    static const std::vector<Json> kBad = {
        nullptr,
        true,
        -1,
        0,
        1.5,
        -0.0,
        1e308,
        5e-324,
        UINT64_MAX,
        INT64_MIN,
        1048577,
        1e12,
        "",
        "x",
        "\0\n",
        "0.5",
        std::string(5000, 'a'),
        Json::array(),
        Json::object(),
        Json::array({1, "a", nullptr}),
        Json{{"kind", "zipf"}},
        Json{{"kind", 1}},
        "\xEF\xBF\xBD",
        "n0",
        "g0",
    };
    std::vector<Json*> values;
    collect(document, values);
    Json& chosen = *values[below(values.size())];
    switch (below(5)) {
    case 0: chosen = kBad[below(kBad.size())]; return;
    case 1:
        if (chosen.is_object() && !chosen.empty()) {
            auto at = chosen.begin();
            std::advance(at, static_cast<std::ptrdiff_t>(below(chosen.size())));
            chosen.erase(at.key());
        }
        return;
    case 2:
        if (chosen.is_object())
            chosen["x" + std::to_string(below(100))] = kBad[below(kBad.size())];
        return;
    case 3: chosen = Json(*values[below(values.size())]); return;
    default:
        if (chosen.is_array() && !chosen.empty())
            chosen.push_back(Json(chosen[below(chosen.size())]));
        else if (chosen.is_number())
            chosen = chosen.get<double>() * std::pow(10, static_cast<double>(below(40)) - 20);
    }
}

void ScenarioMaker::spoilBytes(std::string& text) {
    if (text.empty())
        return;
    const std::size_t at = below(text.size());
    switch (below(5)) {
    case 0: text[at] = static_cast<char>(below(256)); return;
    case 1: text.erase(at, 1 + below(20)); return;
    case 2: text.insert(at, 1, "{}[]\",:0-9eE.\\\x00\xff\xc3"[below(17)]); return;
    case 3: text.insert(at, text.substr(below(text.size()), below(200))); return;
    default: text.resize(at);
    }
}

std::string ScenarioMaker::spoilt(std::string text) {
    if (chance(60)) {
        Json document = Json::parse(text);
        for (std::uint64_t i = 0; i <= below(3); ++i)
            spoilValue(document);
        text = document.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    if (chance(50))
        for (std::uint64_t i = 0; i <= below(3); ++i)
            spoilBytes(text);
    return text;
}

} // namespace shardscape::tests
