// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <cmath>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "estimator/figure/working.h"
#include "estimator/summary/estimate.h"

namespace shardscape::app {
namespace {

using estimator::Figure;
using estimator::format;
using nlohmann::ordered_json;

struct Options {
    std::string file;
    std::vector<std::string> engines;
    int months = 60;
    bool working = false;
};

/// A JSON object of figures; with "working", each has its derivation beside it under "working".
class FigureObject {
public:
    explicit FigureObject(bool working)
        : m_working(working) {}

    void set(const char* key, const Figure& figure, double scale = 1) {
        const double value = figure.value() * scale;
        m_object[key] = std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr);
        if (m_working)
            m_derivations[key] = estimator::workingJson(figure);
    }
    void set(const char* key, ordered_json value) { m_object[key] = std::move(value); }
    ordered_json take() {
        if (m_working && !m_derivations.empty())
            m_object["working"] = std::move(m_derivations);
        return std::move(m_object);
    }

private:
    bool m_working;
    ordered_json m_object = ordered_json::object();
    ordered_json m_derivations = ordered_json::object();
};

ordered_json structureJson(const estimator::StructureEstimate& structure, const model::Project& project, bool working) {
    FigureObject out(working);
    const model::Entity* entity = project.entities.find(structure.entity);
    out.set("name", structure.name);
    out.set("entity", entity ? project.displayName(*entity) : "");
    out.set("rows", structure.rows);
    out.set("row_bytes", structure.rowBytes);
    out.set("table_bytes", structure.tableBytes);
    ordered_json indexes = ordered_json::array();
    for (const auto& index : structure.indexes) {
        FigureObject row(working);
        row.set("name", index.name);
        row.set("bytes", index.bytes);
        indexes.push_back(row.take());
    }
    out.set("indexes", indexes);
    out.set("total_bytes", structure.totalBytes);
    out.set("reads_per_second", structure.readsPerSecond);
    out.set("writes_per_second", structure.writesPerSecond);
    return out.take();
}

ordered_json patternJson(const estimator::PatternEstimate& pattern, bool working) {
    FigureObject out(working);
    out.set("name", pattern.name);
    out.set("qps", pattern.qps);
    out.set("peak_qps", pattern.peakQps);
    out.set("database_qps", pattern.databaseQps);
    out.set("hit_ratio", pattern.hitRatio);
    out.set("rows_scanned", pattern.rowsScanned);
    out.set("partitions", pattern.partitions);
    out.set("served", name(pattern.plan.shape));
    out.set("p50_ms", pattern.p50, 1e3);
    out.set("p95_ms", pattern.p95, 1e3);
    out.set("p99_ms", pattern.p99, 1e3);
    return out.take();
}

ordered_json problemsJson(const std::vector<estimator::Problem>& problems) {
    ordered_json out = ordered_json::array();
    for (const auto& problem : problems)
        out.push_back({{"id", problem.id},
                       {"severity", name(problem.severity)},
                       {"where", problem.where},
                       {"why", problem.why},
                       {"fix", problem.fix}});
    return out;
}

ordered_json estimateJson(const estimator::Estimate& estimate, const model::Project& project, bool working) {
    FigureObject out(working);
    out.set("engine", estimate.design.engine);
    ordered_json structures = ordered_json::array();
    for (const auto& structure : estimate.structures)
        structures.push_back(structureJson(structure, project, working));
    out.set("entities", structures);
    ordered_json growth = ordered_json::array();
    for (const auto& month : estimate.growth)
        growth.push_back({{"month", month.month},
                          {"bytes", month.bytes.value()},
                          {"replicated_bytes", month.replicatedBytes.value()}});
    out.set("growth", growth);
    FigureObject nodes(working);
    nodes.set("count", estimate.nodes.count);
    nodes.set("binding", estimate.nodes.binding);
    nodes.set("partitions", estimate.nodes.partitions);
    ordered_json constraints = ordered_json::array();
    for (const auto& constraint : estimate.nodes.constraints) {
        FigureObject row(working);
        row.set("name", constraint.name);
        row.set("nodes", constraint.nodes);
        constraints.push_back(row.take());
    }
    nodes.set("constraints", constraints);
    out.set("nodes", nodes.take());
    ordered_json patterns = ordered_json::array();
    for (const auto& pattern : estimate.patterns)
        patterns.push_back(patternJson(pattern, working));
    out.set("patterns", patterns);
    out.set("peak_qps", estimate.peakQps);
    out.set("storage_now_bytes", estimate.storageNow);
    out.set("storage_in_a_year_bytes", estimate.storageInAYear);
    out.set("write_amplification", estimate.writeAmplification);
    out.set("mean_utilisation", estimate.meanUtilisation);
    out.set("hottest_share", estimate.hottestShare);
    out.set("problems", problemsJson(estimate.problems));
    return out.take();
}

void printEstimate(const estimator::Estimate& estimate, const std::string& title, bool working, Session& session) {
    auto& out = session.out();
    out << "# " << title << "\n"
        << format(estimate.peakQps) << " at the peak · " << format(estimate.storageNow) << " now, "
        << format(estimate.storageInAYear) << " in a year (all replicas) · " << format(estimate.nodes.count)
        << ", bound by " << estimate.nodes.binding << " · worst p99 " << format(estimate.worstP99) << "\n\n";
    TextTable structures({"structure", "rows", "bytes/row", "table", "indexes", "total", "reads", "writes"});
    for (const auto& structure : estimate.structures) {
        double indexes = 0;
        for (const auto& index : structure.indexes)
            indexes += index.bytes.value();
        structures.add({structure.name, format(structure.rows.value(), estimator::Unit::None),
                        fmt::format("{:.1f}", structure.rowBytes.value()), format(structure.tableBytes),
                        format(indexes, estimator::Unit::Bytes), format(structure.totalBytes),
                        format(structure.readsPerSecond), format(structure.writesPerSecond)});
    }
    structures.print(out);
    out << '\n';
    TextTable patterns(
        {"pattern", "average", "peak", "served", "rows read", "partitions", "p50", "p95", "p99", "wanted"});
    for (const auto& pattern : estimate.patterns)
        patterns.add({pattern.name, format(pattern.qps), format(pattern.peakQps), name(pattern.plan.shape),
                      format(pattern.rowsScanned.value(), estimator::Unit::None),
                      format(pattern.partitions.value(), estimator::Unit::None), format(pattern.p50),
                      format(pattern.p95), format(pattern.p99), pattern.wantedP99 ? format(*pattern.wantedP99) : "—"});
    patterns.print(out);
    for (const auto& problem : estimate.problems)
        out << (problem.severity == model::Severity::Error ? "● " : "▲ ") << problem.where << ": " << problem.why
            << "\n  → " << problem.fix << '\n';
    if (working)
        for (const Figure& figure : {estimate.storageNow, estimate.storageInAYear, estimate.nodes.count,
                                     estimate.worstP99, estimate.writeAmplification, estimate.peakQps})
            out << '\n' << estimator::workingText(figure);
    out << '\n';
}

void run(const Options& options, Session& session) {
    const auto project = Session::open(options.file);
    if (!project)
        return session.refuse(project.error());
    const auto catalogue = Session::catalogue();
    if (!catalogue)
        return session.refuse(catalogue.error());
    ordered_json documents = ordered_json::array();
    for (const std::string& engine : Session::engines(*project, options.engines)) {
        const auto profile = Session::profile(*catalogue, engine);
        if (!profile)
            return session.refuse(profile.error());
        const auto estimate =
            estimator::estimate(*project, *profile, Session::layout(*project, engine), {.months = options.months});
        if (!estimate)
            return session.refuse(estimate.error());
        if (session.json)
            documents.push_back(estimateJson(*estimate, *project, options.working));
        else
            printEstimate(*estimate, profile->title, options.working, session);
    }
    if (!session.json)
        return;
    // The figures of the first engine are the document; the others follow under "engines".
    ordered_json document = documents.front();
    if (documents.size() > 1)
        document["engines"] = documents;
    session.print(document);
}

} // namespace

void addEstimate(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("estimate", "Storage, nodes and latency, with their working");
    command->add_option("file", options->file, "Project file")->required();
    command->add_option("--engine", options->engines, "Engines, separated by commas; default: those of the project")
        ->delimiter(',');
    command->add_option("--months", options->months, "Months of growth")
        ->check(CLI::Range(1, 600))
        ->capture_default_str();
    command->add_flag("--working", options->working, "Show how each figure came about");
    command->footer("Example:\n  shardscape-cli estimate feed.shardscape --engine cassandra --months 24 --json");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
