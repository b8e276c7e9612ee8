// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/remedies_output.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/comparison_output.h"
#include "app/cli/session.h"

namespace shardscape::app {
namespace {

using nlohmann::ordered_json;
using simulator::FigureChange;
using simulator::Remedy;
using simulator::TriedRemedy;

std::string specs(const Remedy& remedy) {
    std::string out;
    for (const simulator::WhatIf& what : remedy.whatIf)
        out += (out.empty() ? "" : " ") + simulator::specOf(what);
    return out;
}

/// What the figures do not know.
std::string priceOf(const TriedRemedy& tried) {
    std::string text = costText(tried.comparison.costBefore, tried.comparison.costAfter);
    const char* more = nullptr;
    switch (tried.remedy.kind) {
    case Remedy::Kind::OtherRouter: more = "neighbouring keys are no longer together"; break;
    case Remedy::Kind::EvenArrivals: more = "the work waits until there is room for it"; break;
    default: return text;
    }
    return text == "nothing" ? more : text + ", " + more;
}

std::string figure(const simulator::Comparison& comparison, const char* name, bool before) {
    const FigureChange* change = comparison.find("", name);
    const std::optional<double> value = change ? (before ? change->before : change->after) : std::nullopt;
    if (!value)
        return "—";
    const std::string_view of = name;
    if (of == "worst_p99_ms")
        return estimator::format(*value / 1000, estimator::Unit::Seconds);
    return of == "max_utilisation" ? estimator::format(*value, estimator::Unit::Percent)
                                   : fmt::format("{:.4g}", *value);
}

} // namespace

const char* remedyName(Remedy::Kind kind) {
    switch (kind) {
    case Remedy::Kind::MoreNodes: return "more nodes";
    case Remedy::Kind::MorePartitions: return "split partitions";
    case Remedy::Kind::OtherRouter: return "other router";
    case Remedy::Kind::OtherKey: return "other partition key";
    case Remedy::Kind::Salt: return "salt hot keys";
    case Remedy::Kind::CopyHotKeys: return "copy hot keys";
    case Remedy::Kind::Cache: return "cache";
    case Remedy::Kind::OtherReplicas: return "read other replicas";
    case Remedy::Kind::EvenArrivals: return "smooth arrivals";
    }
    return "";
}

ordered_json remediesJson(const std::vector<TriedRemedy>& tried) {
    ordered_json out = ordered_json::array();
    for (const TriedRemedy& one : tried) {
        ordered_json json{{"kind", remedyName(one.remedy.kind)}, {"what_if", ordered_json::array()}};
        for (const simulator::WhatIf& what : one.remedy.whatIf)
            json["what_if"].push_back(simulator::specOf(what));
        json["against"] = one.remedy.against;
        json["price"] = priceOf(one);
        json.update(comparisonJson(one.comparison));
        out.push_back(std::move(json));
    }
    return out;
}

void printRemedies(const std::vector<TriedRemedy>& tried, std::ostream& out) {
    if (tried.empty()) {
        out << "\nno remedy applies: nothing is hot, or nothing that can be supposed takes the load from where it is\n";
        return;
    }
    TextTable table({"remedy", "--what-if", "worst p99", "errors", "max/mean", "busiest node", "cost"});
    constexpr const char* kFigures[] = {"worst_p99_ms", "errors", "max_over_mean", "max_utilisation"};
    const auto add = [&](const std::string& name, const std::string& spec, const TriedRemedy& one, bool before) {
        std::vector<std::string> row{name, spec};
        for (const char* name_ : kFigures)
            row.push_back(figure(one.comparison, name_, before));
        row.push_back(before ? "" : priceOf(one));
        table.add(row);
    };
    add("as it is", "", tried.front(), true);
    for (const TriedRemedy& one : tried)
        add(remedyName(one.remedy.kind), specs(one.remedy), one, false);
    out << '\n';
    table.print(out);
}

} // namespace shardscape::app
