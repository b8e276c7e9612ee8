// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/design_output.h"

#include "app/cli/figure_json.h"
#include "app/cli/session.h"
#include "app/report/design_report.h"

namespace shardscape::app {

using namespace estimator;
using nlohmann::ordered_json;

namespace {

ordered_json followerJson(const FollowerView& follower, bool working) {
    FigureObject out(working);
    out.set("engine", follower.engine);
    out.set("path", name(follower.path));
    out.set("lag_seconds", follower.lag);
    out.set("changes_per_second", follower.changes);
    out.set("log_bytes_per_second", follower.logBytes);
    out.set("resync_seconds", follower.resync);
    out.set("risk", follower.risk);
    return out.take();
}

ordered_json boundaryJson(const BoundaryView& boundary, bool working) {
    ordered_json out{{"name", boundary.name},
                     {"entities", boundary.entities},
                     {"truth", boundary.truth.empty() ? ordered_json(nullptr) : ordered_json(boundary.truth)},
                     {"owners", boundary.owners},
                     {"readers", boundary.readers},
                     {"followers", ordered_json::array()}};
    for (const FollowerView& follower : boundary.followers)
        out["followers"].push_back(followerJson(follower, working));
    return out;
}

ordered_json patternJson(const PatternView& pattern, bool working) {
    FigureObject out(working);
    out.set("name", pattern.name);
    out.set("engines", pattern.engines);
    out.set("calls_count", pattern.calls);
    out.set("keys_count", pattern.keys);
    out.set("lag_seconds", pattern.lagSeconds);
    out.set("p99_ms", pattern.p99, 1e3);
    out.set("why", pattern.why);
    out.set("others", pattern.others);
    return out.take();
}

ordered_json memberJson(const MemberView& member, bool working) {
    FigureObject out(working);
    out.set("engine", member.engine);
    out.set("owns", member.owns);
    out.set("follows", member.follows);
    out.set("storage_now_bytes", member.storage);
    out.set("nodes", member.nodes);
    out.set("cost_month", member.costMonth);
    return out.take();
}

} // namespace

ordered_json designJson(const PolyglotDesign& design, bool working) {
    FigureObject out(working);
    out.set("storage_now_bytes", design.storage);
    out.set("nodes", design.nodes);
    out.set("cost_month", design.costMonth);
    out.set("currency", design.currency);
    out.set("alone", design.alone);
    ordered_json layouts = ordered_json::array(), boundaries = layouts, patterns = layouts, problems = layouts;
    for (const MemberView& member : design.layouts)
        layouts.push_back(memberJson(member, working));
    for (const BoundaryView& boundary : design.boundaries)
        boundaries.push_back(boundaryJson(boundary, working));
    for (const PatternView& pattern : design.patterns)
        patterns.push_back(patternJson(pattern, working));
    for (const Problem& problem : design.problems)
        problems.push_back({{"id", problem.id},
                            {"severity", name(problem.severity)},
                            {"where", problem.where},
                            {"why", problem.why},
                            {"fix", problem.fix}});
    out.set("layouts", std::move(layouts));
    out.set("boundaries", std::move(boundaries));
    out.set("patterns", std::move(patterns));
    out.set("problems", std::move(problems));
    return out.take();
}

void printDesign(const PolyglotDesign& design, std::ostream& out) {
    for (const ReportTable& section : designTables(design)) {
        out << "# " << section.title << '\n';
        std::vector<std::string> titles;
        for (const ReportTable::Column& column : section.columns)
            titles.push_back(column.title);
        TextTable table(titles);
        for (const std::vector<std::string>& row : section.rows)
            table.add(row);
        table.print(out);
        out << (section.note.empty() ? "" : section.note + "\n") << '\n';
    }
}

} // namespace shardscape::app
