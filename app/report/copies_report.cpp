// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/copies_report.h"

#include "app/report/words.h"

namespace shardscape::app {

using namespace estimator;

namespace {

std::vector<std::string> cells(const std::string& title, const CopyNumbers& numbers, const std::string& turn,
                               const std::string& currency) {
    return {title,
            written(numbers.servers),
            written(numbers.p99),
            written(numbers.rowsRead.value(), Unit::None),
            written(numbers.rowsWritten),
            written(numbers.bytesWritten),
            written(numbers.storage),
            numbers.costMonth ? formatMoney(numbers.costMonth->value(), currency) : "—",
            written(numbers.staleness),
            turn};
}

std::string turnText(const CopyOption& option) {
    if (!option.turningRatio)
        return say("never");
    return option.turningRatio->value() > 0 ? (option.paysBelow ? "< " : "") + written(*option.turningRatio)
                                            : say("any");
}

ReportTable sideTable(const SideBySide& one, const std::string& currency) {
    ReportTable table{"Normalised and denormalised: " + one.name,
                      one.verdict,
                      {{"Design", false},
                       {"Servers busy", true},
                       {"p99", true},
                       {"Rows read", true},
                       {"Written", true},
                       {"Bytes written", true},
                       {"Storage", true},
                       {"A month", true},
                       {"Oldest answer", true},
                       {"Turns at reads a write", true}},
                      {}};
    table.rows.push_back(cells(say("normalised"), one.normalised, "—", currency));
    for (const CopyOption& option : one.options)
        table.rows.push_back(
            cells(say(option.kept ? "kept: " + option.name : option.name), option.numbers, turnText(option), currency));
    return table;
}

ReportTable fanOutTable(const FanOutReport& report) {
    ReportTable table{"Fan-out of " + report.item + " along " + report.name,
                      report.verdict,
                      {{"Fan-out", false},
                       {"Rows copied a second", true},
                       {"Parents asked a second", true},
                       {"Servers writing", true},
                       {"Servers reading", true},
                       {"Longest fan-out", true},
                       {"In time", false}},
                      {}};
    for (const FanOutLoad& load : report.loads)
        table.rows.push_back({say(name(load.choice)), written(load.rowsWritten.value(), Unit::None),
                              written(load.parentsAsked.value(), Unit::None), written(load.writeServers),
                              written(load.readServers), written(load.longestFanOut), say(load.served ? "yes" : "no")});
    return table;
}

} // namespace

std::vector<ReportTable> copyTables(const SideBySides& beside, const std::vector<FanOutReport>& fanOuts,
                                    const std::string& currency) {
    std::vector<ReportTable> out;
    for (const SideBySide& one : beside.patterns)
        if (!one.options.empty())
            out.push_back(sideTable(one, currency));
    for (const FanOutReport& report : fanOuts)
        out.push_back(fanOutTable(report));
    return out;
}

std::vector<ReportTable> keptTables(const std::vector<KeptCopy>& copies) {
    if (copies.empty())
        return {};
    ReportTable table{"Copies that are kept",
                      "What keeps each in step, how old its answers may be, and what that costs.",
                      {{"Copy", false},
                       {"Structure", false},
                       {"Oldest answer", true},
                       {"Written", true},
                       {"Bytes written", true},
                       {"Servers busy", true},
                       {"Size", true},
                       {"Made from nothing in", true},
                       {"Events", true}},
                      {}};
    for (const KeptCopy& kept : copies)
        table.rows.push_back({say(kept.name), kept.copy.name, written(kept.staleness), written(kept.rowsWritten),
                              written(kept.bytesWritten), written(kept.servers), written(kept.bytes),
                              written(kept.rebuild), kept.events ? written(*kept.events) : "—"});
    return {table};
}

std::vector<ReportTable> tablesOf(const ReportSection& section) {
    std::vector<ReportTable> out = section.outlook ? outlookTables(*section.outlook) : std::vector<ReportTable>();
    out.insert(out.end(), section.copies.begin(), section.copies.end());
    return out;
}

} // namespace shardscape::app
