// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outlook_output.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/session.h"

namespace shardscape::app {

using namespace estimator;
using nlohmann::ordered_json;

namespace {

std::string monthText(const std::optional<int>& month) {
    if (!month)
        return "not in sight";
    if (*month == 0)
        return "now";
    if (*month == 1)
        return "in a month";
    return *month < 24 ? fmt::format("in {} months", *month)
                       : fmt::format("in {} years {} months", *month / 12, *month % 12);
}

ordered_json headroomJson(const std::vector<Headroom>& calendar, bool working) {
    ordered_json out = ordered_json::array();
    for (const Headroom& one : calendar) {
        FigureObject row(working);
        row.set("constraint", one.constraint);
        row.set("limit", one.limit);
        row.set("used", one.used);
        row.set("unit", name(one.limit.unit()));
        row.set("headroom", one.left);
        row.set("reached_month", one.reachedMonth ? ordered_json(*one.reachedMonth) : ordered_json(nullptr));
        out.push_back(row.take());
    }
    return out;
}

ordered_json ladderJson(const std::vector<Rung>& ladder, bool working) {
    ordered_json out = ordered_json::array();
    for (const Rung& rung : ladder) {
        FigureObject row(working);
        row.set("rung", rung.name);
        row.set("state", name(rung.state));
        row.set("why", rung.why);
        row.set("need", rung.need);
        row.set("limit", rung.limit);
        row.set("unit", name(rung.limit.unit()));
        row.set("nodes", rung.nodes);
        out.push_back(row.take());
    }
    return out;
}

ordered_json durationsJson(const std::vector<Duration>& durations, bool working) {
    ordered_json out = ordered_json::array();
    for (const Duration& one : durations) {
        FigureObject row(working);
        row.set("kind", one.kind);
        row.set("of", one.of);
        row.set("seconds", one.seconds);
        row.set("note", one.note);
        out.push_back(row.take());
    }
    return out;
}

ordered_json consistencyJson(const std::vector<ConsistencyEstimate>& patterns, bool working) {
    ordered_json out = ordered_json::array();
    for (const ConsistencyEstimate& one : patterns) {
        FigureObject row(working);
        row.set("pattern", one.name);
        row.set("asked", one.asked);
        row.set("obtained", name(one.obtained));
        row.set("staleness_s", one.staleness);
        row.set("met", one.met);
        row.set("why", one.why);
        out.push_back(row.take());
    }
    return out;
}

ordered_json indexesJson(const std::vector<IndexReport>& indexes, bool working) {
    ordered_json out = ordered_json::array();
    for (const IndexReport& one : indexes) {
        FigureObject row(working);
        row.set("structure", one.structure);
        row.set("name", one.name);
        row.set("method", one.method);
        row.set("columns", one.columns);
        row.set("declared", one.declared);
        row.set("verdict", name(one.verdict));
        row.set("why", one.why);
        row.set("used_by", one.usedBy);
        row.set("bytes", one.bytes);
        row.set("entries_per_second", one.entriesPerSecond);
        row.set("busy_servers", one.busyServers);
        row.set("advice", one.advice);
        out.push_back(row.take());
    }
    return out;
}

ordered_json keysJson(const std::vector<ShardKeyReport>& reports, bool working) {
    ordered_json out = ordered_json::array();
    for (const ShardKeyReport& report : reports) {
        ordered_json candidates = ordered_json::array();
        for (const ShardKeyCandidate& one : report.candidates) {
            FigureObject row(working);
            row.set("key", one.text());
            row.set("columns", one.columns);
            row.set("salt", one.salt);
            row.set("current", one.current);
            row.set("score", one.score);
            row.set("cardinality", one.cardinality);
            row.set("skew", one.skew);
            if (one.match)
                row.set("match", *one.match);
            if (one.colocation)
                row.set("colocation", *one.colocation);
            row.set("growth", one.growth);
            candidates.push_back(row.take());
        }
        out.push_back({{"entity", report.name}, {"candidates", std::move(candidates)}});
    }
    return out;
}

std::string share(const std::optional<Figure>& part) {
    return part ? format(*part) : "—";
}

ordered_json measuresJson(const Measures& measures) {
    const auto number = [](double value) { return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr); };
    return {{"p99_ms", number(measures.p99Seconds * 1e3)},
            {"storage_bytes", number(measures.storageBytes)},
            {"nodes", number(measures.nodes)},
            {"cost_month", measures.costMonth ? number(*measures.costMonth) : ordered_json(nullptr)}};
}

} // namespace

void addOutlook(const Outlook& outlook, bool working, FigureObject& out) {
    out.set("headroom", headroomJson(outlook.headroom, working));
    out.set("ladder", ladderJson(outlook.ladder, working));
    out.set("durations", durationsJson(outlook.durations, working));
    out.set("consistency", consistencyJson(outlook.consistency, working));
    out.set("indexes", indexesJson(outlook.indexes, working));
    out.set("partition_keys", keysJson(outlook.shardKeys, working));
}

void printOutlook(const Outlook& outlook, std::ostream& out) {
    TextTable headroom({"limit", "used", "of", "left", "reached"});
    for (const Headroom& one : outlook.headroom)
        headroom.add(
            {one.constraint, format(one.used), format(one.limit), format(one.left), monthText(one.reachedMonth)});
    headroom.print(out);
    out << '\n';
    for (const Rung& rung : outlook.ladder)
        out << (rung.state == Rung::State::Climbed     ? "▲ "
                : rung.state == Rung::State::NotEnough ? "✕ "
                                                       : "· ")
            << rung.name << ": " << rung.why << '\n';
    out << '\n';
    TextTable durations({"operation", "of", "takes", "note"});
    for (const Duration& one : outlook.durations)
        durations.add({one.kind, one.of, format(one.seconds), one.note});
    durations.print(out);
    out << '\n';
    TextTable consistency({"pattern", "asks for", "gets", "as old as", "met"});
    for (const ConsistencyEstimate& one : outlook.consistency)
        consistency.add({one.name, one.asked, name(one.obtained), format(one.staleness), one.met ? "yes" : "NO"});
    consistency.print(out);
    out << '\n';
    TextTable indexes({"index", "columns", "verdict", "bytes", "entries", "used by"});
    for (const IndexReport& one : outlook.indexes)
        indexes.add({one.structure + "." + one.name, fmt::format("{}", fmt::join(one.columns, ", ")), name(one.verdict),
                     format(one.bytes), format(one.entriesPerSecond), fmt::format("{}", fmt::join(one.usedBy, ", "))});
    if (!outlook.indexes.empty()) {
        indexes.print(out);
        for (const IndexReport& one : outlook.indexes)
            for (const std::string& advice : one.advice)
                out << "  → " << one.structure << '.' << one.name << ": " << advice << '\n';
        out << '\n';
    }
    TextTable keys({"partition key", "of", "score", "cardinality", "skew", "match", "together", "growth"});
    for (const ShardKeyReport& report : outlook.shardKeys) {
        std::size_t shown = 0;
        for (const ShardKeyCandidate& one : report.candidates)
            if (++shown <= 3 || one.current)
                keys.add({one.text() + (one.current ? " (now)" : ""), report.name,
                          fmt::format("{:.0f}", one.score.value()), format(one.cardinality), format(one.skew),
                          share(one.match), share(one.colocation), format(one.growth)});
    }
    keys.print(out);
    out << '\n';
}

ordered_json sensitivityJson(const Sensitivity& sensitivity) {
    ordered_json list = ordered_json::array();
    for (const Influence& one : sensitivity.influences) {
        ordered_json low = measuresJson(one.low), high = measuresJson(one.high);
        low["value"] = one.assumption.low;
        high["value"] = one.assumption.high;
        list.push_back({{"name", one.assumption.name},
                        {"path", one.assumption.path},
                        {"source", one.assumption.source},
                        {"value", one.assumption.value},
                        {"unit", name(one.assumption.unit)},
                        {"low", std::move(low)},
                        {"high", std::move(high)},
                        {"swing", one.swing},
                        {"largest", one.largest}});
    }
    return {{"base", measuresJson(sensitivity.base)}, {"assumptions", std::move(list)}};
}

void printSensitivity(const Sensitivity& sensitivity, const std::string& currency, std::ostream& out) {
    TextTable table({"assumption", "value", "varied", "p99", "storage", "nodes", "cost", "moves most"});
    const auto pair = [](const std::string& low, const std::string& high) {
        return low == high ? low : low + " … " + high;
    };
    const auto money = [&](const std::optional<double>& cost) { return cost ? formatMoney(*cost, currency) : "—"; };
    std::size_t still = 0;
    for (const Influence& one : sensitivity.influences) {
        if (one.largest.empty()) {
            ++still;
            continue;
        }
        const Assumption& a = one.assumption;
        table.add({a.name, format(a.value, a.unit), pair(format(a.low, a.unit), format(a.high, a.unit)),
                   pair(format(one.low.p99Seconds, Unit::Seconds), format(one.high.p99Seconds, Unit::Seconds)),
                   pair(format(one.low.storageBytes, Unit::Bytes), format(one.high.storageBytes, Unit::Bytes)),
                   pair(format(one.low.nodes, Unit::None), format(one.high.nodes, Unit::None)),
                   pair(money(one.low.costMonth), money(one.high.costMonth)), one.largest});
    }
    table.print(out);
    if (still > 0)
        out << still << (still == 1 ? " assumption moves" : " assumptions move") << " nothing\n";
    out << '\n';
}

} // namespace shardscape::app
