// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/outlook_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/report/words.h"

namespace shardscape::app {

using namespace estimator;

namespace {

std::string monthText(const std::optional<int>& month) {
    if (!month)
        return "not in ten years";
    if (*month < 2)
        return *month == 0 ? "now" : "in a month";
    return *month < 24 ? fmt::format("in {} months", *month)
                       : fmt::format("in {} years {} months", *month / 12, *month % 12);
}

ReportTable costTable(const CostEstimate& cost) {
    ReportTable table{"Cost", {}, {{"What", false}, {"Part", false}, {"A month", true}}, {}};
    if (!cost.priced) {
        table.note = "No price: " + cost.why;
        return table;
    }
    table.note = fmt::format("{}; list prices as of {}, {}, without taxes and discounts. {} a million requests.{}",
                             cost.title, cost.asOf, cost.currency, formatMoney(cost.perMillion.value(), cost.currency),
                             cost.why.empty() ? std::string() : " Not in it: " + cost.why + ".");
    for (const CostLine& line : cost.lines)
        table.rows.push_back({say(line.name), say(name(line.part)), formatMoney(line.month.value(), cost.currency)});
    table.rows.push_back({say("Sum"), "", formatMoney(cost.month.value(), cost.currency)});
    for (const CostLine& line : cost.alternatives)
        table.rows.push_back(
            {say("Instead: " + line.name), say(name(line.part)), formatMoney(line.month.value(), cost.currency)});
    for (const CostLine& line : cost.tiers)
        table.rows.push_back(
            {say("Not in it: " + line.name), say(name(line.part)), formatMoney(line.month.value(), cost.currency)});
    return table;
}

ReportTable limitTable(const std::vector<Headroom>& calendar) {
    ReportTable table{"Limits and when they are reached",
                      "With as many nodes as now, as rows grow.",
                      {{"Limit", false}, {"Used", true}, {"Of", true}, {"Left", true}, {"Reached", false}},
                      {}};
    for (const Headroom& one : calendar)
        table.rows.push_back({say(one.constraint), written(one.used), written(one.limit), written(one.left),
                              say(monthText(one.reachedMonth))});
    return table;
}

ReportTable ladderTable(const std::vector<Rung>& ladder) {
    ReportTable table{"Scaling ladder",
                      "A rung is climbed only when the one below does not carry the load.",
                      {{"Rung", false}, {"State", false}, {"Nodes", true}, {"The number that decides", false}},
                      {}};
    for (const Rung& rung : ladder)
        table.rows.push_back({say(rung.name), say(name(rung.state)), written(rung.nodes, Unit::None), say(rung.why)});
    return table;
}

ReportTable durationTable(const std::vector<Duration>& durations) {
    ReportTable table{
        "Durations", {}, {{"Operation", false}, {"Of what", false}, {"Takes", true}, {"Note", false}}, {}};
    for (const Duration& one : durations)
        table.rows.push_back({say(one.kind), one.of, written(one.seconds), say(one.note)});
    return table;
}

ReportTable consistencyTable(const std::vector<ConsistencyEstimate>& patterns) {
    ReportTable table{"Consistency obtained",
                      {},
                      {{"Pattern", false}, {"Asks for", false}, {"Gets", false}, {"As old as", true}, {"Why", false}},
                      {}};
    for (const ConsistencyEstimate& one : patterns)
        table.rows.push_back({one.name, say(one.asked), say(name(one.obtained)) + (one.met ? "" : " ●"),
                              written(one.staleness), say(one.why)});
    return table;
}

std::string whyAndAdvice(const IndexReport& index) {
    std::string out = say(index.why);
    for (const std::string& one : index.advice)
        out += " → " + say(one);
    return out;
}

ReportTable indexTable(const std::vector<IndexReport>& indexes) {
    ReportTable table{"Indexes",
                      {},
                      {{"Index", false},
                       {"Columns", false},
                       {"Verdict", false},
                       {"Bytes", true},
                       {"Entries", true},
                       {"Why, and what would be better", false}},
                      {}};
    for (const IndexReport& one : indexes)
        table.rows.push_back({one.structure + "." + one.name, fmt::format("{}", fmt::join(one.columns, ", ")),
                              say(name(one.verdict)), written(one.bytes), written(one.entriesPerSecond),
                              whyAndAdvice(one)});
    return table;
}

ReportTable keyTable(const std::vector<ShardKeyReport>& reports) {
    constexpr std::size_t kShown = 3;
    ReportTable table{"Partition keys compared",
                      "The score is the mean of the parts × 100; the three best of each entity and the one there is.",
                      {{"Entity", false},
                       {"Key", false},
                       {"Score", true},
                       {"Cardinality", true},
                       {"Skew", true},
                       {"Match", true},
                       {"Together", true},
                       {"Growth", true}},
                      {}};
    const auto part = [](const std::optional<Figure>& figure) { return figure ? written(*figure) : std::string("—"); };
    for (const ShardKeyReport& report : reports)
        for (std::size_t i = 0; i < report.candidates.size(); ++i) {
            const ShardKeyCandidate& one = report.candidates[i];
            if (i < kShown || one.current)
                table.rows.push_back({report.name, one.text() + (one.current ? " " + say("(now)") : ""),
                                      written(one.score), written(one.cardinality), written(one.skew), part(one.match),
                                      part(one.colocation), written(one.growth)});
        }
    return table;
}

} // namespace

std::vector<ReportTable> outlookTables(const Outlook& outlook) {
    std::vector<ReportTable> out{costTable(outlook.cost)};
    for (ReportTable& table : std::vector<ReportTable>{
             limitTable(outlook.headroom), ladderTable(outlook.ladder), durationTable(outlook.durations),
             consistencyTable(outlook.consistency), indexTable(outlook.indexes), keyTable(outlook.shardKeys)})
        if (!table.rows.empty())
            out.push_back(std::move(table));
    return out;
}

std::pair<std::string, std::string> costHeadline(const CostEstimate& cost) {
    if (!cost.priced)
        return {"no price", "a month"};
    return {formatMoney(cost.month.value(), cost.currency), "a month, list prices of " + cost.asOf};
}

} // namespace shardscape::app
