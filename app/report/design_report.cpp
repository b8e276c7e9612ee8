// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/design_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/physical/derive.h"

namespace shardscape::app {

using namespace estimator;

namespace {

std::string listed(const std::vector<std::string>& words) {
    return words.empty() ? "—" : fmt::format("{}", fmt::join(words, ", "));
}
std::string optional(const std::optional<Figure>& figure) {
    return figure ? format(*figure) : "—";
}

ReportTable engineTable(const PolyglotDesign& design) {
    ReportTable table{
        "One design on several engines",
        {},
        {{"Engine", false}, {"Owns", false}, {"Follows", false}, {"Stored", true}, {"Nodes", true}, {"A month", true}},
        {}};
    for (const MemberView& member : design.layouts)
        table.rows.push_back({member.engine, listed(member.owns), listed(member.follows), optional(member.storage),
                              optional(member.nodes),
                              member.costMonth ? formatMoney(member.costMonth->value(),
                                                             design.currency.empty() ? "USD" : design.currency)
                                               : "no price"});
    table.rows.push_back({"All", "", "", format(design.storage), format(design.nodes),
                          design.costMonth ? formatMoney(design.costMonth->value(), design.currency) : "no price"});
    if (!design.alone.empty())
        table.note = "Designs of their own beside it, not in the sums: " + listed(design.alone) + ".";
    return table;
}

ReportTable boundaryTable(const PolyglotDesign& design) {
    ReportTable table{"Who owns the truth, and who follows",
                      "What an answer may be behind holds while the follower keeps up with the changes.",
                      {{"Boundary", false},
                       {"Truth", false},
                       {"Follower", false},
                       {"Path", false},
                       {"Behind", true},
                       {"Changes", true},
                       {"Log read", true},
                       {"Full copy", true},
                       {"What can go wrong", false}},
                      {}};
    for (const BoundaryView& boundary : design.boundaries) {
        const std::string truth = boundary.truth.empty() ? "nobody" : boundary.truth;
        if (boundary.followers.empty())
            table.rows.push_back({boundary.name, truth, "—", "", "", "", "", "", ""});
        for (const FollowerView& follower : boundary.followers)
            table.rows.push_back({boundary.name, truth, follower.engine, model::title(follower.path),
                                  format(follower.lag), format(follower.changes), optional(follower.logBytes),
                                  optional(follower.resync), follower.risk});
    }
    return table;
}

ReportTable patternTable(const PolyglotDesign& design) {
    ReportTable table{"Where patterns are served",
                      {},
                      {{"Pattern", false},
                       {"Engines", false},
                       {"Calls", true},
                       {"Keys a call", true},
                       {"Behind", true},
                       {"p99", true},
                       {"Note", false}},
                      {}};
    for (const PatternView& pattern : design.patterns) {
        std::string note = pattern.why;
        if (note.empty() && !pattern.others.empty())
            note = "could be answered by " + listed(pattern.others) + " as well";
        table.rows.push_back({pattern.name, pattern.engines.empty() ? "not served" : listed(pattern.engines),
                              format(pattern.calls, Unit::None), format(pattern.keys, Unit::None),
                              format(pattern.lagSeconds, Unit::Seconds), optional(pattern.p99), note});
    }
    return table;
}

ReportTable problemTable(const PolyglotDesign& design) {
    ReportTable table{
        "Problems between the engines", {}, {{"Where", false}, {"Why", false}, {"What to do", false}}, {}};
    for (const Problem& problem : design.problems)
        table.rows.push_back({problem.where, problem.why, problem.fix});
    return table;
}

} // namespace

std::vector<ReportTable> designTables(const PolyglotDesign& design) {
    if (!design.isSplit())
        return {};
    std::vector<ReportTable> out{engineTable(design), boundaryTable(design), patternTable(design)};
    if (!design.problems.empty())
        out.push_back(problemTable(design));
    return out;
}

} // namespace shardscape::app
