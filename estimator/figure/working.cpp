// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/figure/working.h"

#include <cmath>
#include <unordered_map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace shardscape::estimator {
namespace {

using Seen = std::unordered_map<const void*, int>;

void appendText(const Figure& figure, int level, int depth, Seen& seen, std::string& out) {
    out.append(static_cast<std::size_t>(2 * level), ' ');
    out += figure.name() + " = " + format(figure);
    const bool shown = !seen.emplace(figure.identity(), 0).second;
    if (figure.origin() == Origin::Derived)
        out += shown && !figure.inputs().empty() ? "  (as above)" : "  (" + figure.formula() + ")";
    else
        out += fmt::format("  [{}{}{}]", name(figure.origin()), figure.source().empty() ? "" : ": ", figure.source());
    out += '\n';
    if (shown || level >= depth)
        return;
    for (const Figure& input : figure.inputs())
        appendText(input, level + 1, depth, seen, out);
}

nlohmann::json toJson(const Figure& figure, Seen& seen) {
    const auto [at, fresh] = seen.emplace(figure.identity(), static_cast<int>(seen.size()) + 1);
    if (!fresh)
        return {{"ref", at->second}};
    nlohmann::json out{{"id", at->second},
                       {"name", figure.name()},
                       {"unit", name(figure.unit())},
                       {"text", format(figure)},
                       {"origin", name(figure.origin())}};
    out["value"] = std::isfinite(figure.value()) ? nlohmann::json(figure.value()) : nlohmann::json();
    if (!figure.formula().empty())
        out["formula"] = figure.formula();
    if (!figure.source().empty())
        out["source"] = figure.source();
    if (!figure.path().empty())
        out["path"] = figure.path();
    if (!figure.inputs().empty()) {
        nlohmann::json inputs = nlohmann::json::array();
        for (const Figure& input : figure.inputs())
            inputs.push_back(toJson(input, seen));
        out["inputs"] = std::move(inputs);
    }
    return out;
}

} // namespace

const char* name(Origin origin) {
    switch (origin) {
    case Origin::Derived: return "derived";
    case Origin::User: return "user";
    case Origin::Import: return "import";
    case Origin::Profile: return "profile";
    case Origin::Default: return "assumed";
    }
    return "";
}

const char* name(Unit unit) {
    switch (unit) {
    case Unit::None: return "";
    case Unit::Rows: return "rows";
    case Unit::Bytes: return "bytes";
    case Unit::PerSecond: return "1/s";
    case Unit::Seconds: return "s";
    case Unit::Ratio: return "ratio";
    case Unit::Nodes: return "nodes";
    case Unit::Money: return "money";
    case Unit::BytesPerSecond: return "bytes/s";
    case Unit::Percent: return "share";
    }
    return "";
}

std::string workingText(const Figure& figure, int depth) {
    Seen seen;
    std::string out;
    appendText(figure, 0, depth, seen, out);
    return out;
}

nlohmann::json workingJson(const Figure& figure) {
    Seen seen;
    return toJson(figure, seen);
}

} // namespace shardscape::estimator
