// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <thread>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/copies_output.h"
#include "app/cli/cost_output.h"
#include "app/cli/design_output.h"
#include "app/cli/figure_json.h"
#include "app/cli/outlook_output.h"
#include "app/cli/session.h"
#include "app/cli/tiers_output.h"
#include "estimator/figure/working.h"
#include "estimator/summary/estimate.h"
#include "model/base/resources.h"

namespace shardscape::app {
namespace {

using estimator::Figure;
using estimator::format;
using nlohmann::ordered_json;

struct Options {
    std::string file;
    std::vector<std::string> engines;
    int months = 60;
    std::string prices;
    std::optional<double> trafficGrowth; ///< percent a month
    bool working = false;
    bool sensitivity = false;
    bool sideBySide = false;
};

/// What is said about one engine.
struct Numbers {
    estimator::Estimate estimate;
    estimator::Outlook outlook;
    std::vector<estimator::FanOutReport> fanOuts;
    std::vector<estimator::KeptCopy> kept;
    std::optional<estimator::Sensitivity> sensitivity;
    std::optional<estimator::SideBySides> sideBySide;
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

ordered_json estimateJson(const Numbers& numbers, const model::Project& project, bool working) {
    const estimator::Estimate& estimate = numbers.estimate;
    FigureObject out(working);
    out.set("engine", estimate.design.engine);
    ordered_json structures = ordered_json::array();
    for (const auto& structure : estimate.structures)
        structures.push_back(structureJson(structure, estimate.subject(project), working));
    out.set("entities", structures);
    out.set("growth", growthJson(estimate));
    out.set("tiers", tiersJson(estimate, project, working));
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
    ordered_json causes = ordered_json::array();
    for (const estimator::WriteCause& cause : estimate.writeCauses) {
        FigureObject row(working);
        row.set("name", cause.name);
        row.set("factor", cause.factor);
        causes.push_back(row.take());
    }
    out.set("write_causes", causes);
    const estimator::CostEstimate& cost = numbers.outlook.cost;
    if (cost.priced)
        out.set("cost_month", cost.month);
    else
        out.set("cost_month", ordered_json(nullptr));
    out.set("cost", costJson(cost, working));
    addOutlook(numbers.outlook, working, out);
    out.set("copies", keptJson(numbers.kept, estimate.subject(project), working));
    out.set("fan_outs", fanOutsJson(numbers.fanOuts, working));
    if (numbers.sideBySide)
        out.set("side_by_side", sideBySideJson(*numbers.sideBySide, working));
    if (numbers.sensitivity)
        out.set("sensitivity", sensitivityJson(*numbers.sensitivity));
    out.set("mean_utilisation", estimate.meanUtilisation);
    out.set("hottest_share", estimate.hottestShare);
    out.set("problems", problemsJson(estimate.problems));
    return out.take();
}

void printEstimate(const Numbers& numbers, const model::Project& project, const std::string& title, bool working,
                   Session& session) {
    const estimator::Estimate& estimate = numbers.estimate;
    auto& out = session.out();
    out << "# " << title << "\n"
        << format(estimate.peakQps) << " at the peak · " << format(estimate.storageNow) << " now, "
        << format(estimate.storageInAYear) << " in a year (all replicas) · " << format(estimate.nodes.count)
        << ", bound by " << estimate.nodes.binding << " · worst p99 " << format(estimate.worstP99) << "\n";
    printCost(numbers.outlook.cost, out);
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
    printTiers(estimate, project, out);
    TextTable patterns(
        {"pattern", "average", "peak", "served", "rows read", "partitions", "p50", "p95", "p99", "wanted"});
    for (const auto& pattern : estimate.patterns)
        patterns.add({pattern.name, format(pattern.qps), format(pattern.peakQps), name(pattern.plan.shape),
                      format(pattern.rowsScanned.value(), estimator::Unit::None),
                      format(pattern.partitions.value(), estimator::Unit::None), format(pattern.p50),
                      format(pattern.p95), format(pattern.p99), pattern.wantedP99 ? format(*pattern.wantedP99) : "—"});
    patterns.print(out);
    out << '\n';
    printOutlook(numbers.outlook, out);
    printKept(numbers.kept, estimate.subject(project), out);
    printFanOuts(numbers.fanOuts, out);
    if (numbers.sideBySide)
        printSideBySide(*numbers.sideBySide, numbers.outlook.cost.currency, out);
    if (numbers.sensitivity)
        printSensitivity(*numbers.sensitivity, numbers.outlook.cost.currency, out);
    for (const auto& problem : estimate.problems)
        out << (problem.severity == model::Severity::Error ? "● " : "▲ ") << problem.where << ": " << problem.why
            << "\n  → " << problem.fix << '\n';
    if (working)
        for (const Figure& figure :
             {numbers.outlook.cost.month, estimate.storageNow, estimate.storageInAYear, estimate.nodes.count,
              estimate.worstP99, estimate.writeAmplification, estimate.peakQps})
            out << '\n' << estimator::workingText(figure);
    out << '\n';
}

/// The known price sheets, and the one asked for: by its name, or by a file.
struct Prices {
    model::PriceBook book;
    std::string wanted;
};
model::Result<Prices> priceBook(const std::string& asked) {
    const auto folders = model::priceFolders();
    if (!folders)
        return model::fail(folders.error());
    auto book = model::PriceBook::load(*folders);
    if (!book)
        return model::fail(book.error());
    if (asked.empty() || book->find(asked))
        return Prices{std::move(*book), asked};
    auto own = model::readPriceSheet(asked);
    if (!own && own.error().code == model::ErrorCode::Io)
        if (const auto named = book->sheetFor("", false, asked); !named) {
            own.error().advice = named.error().text();
            return model::fail(own.error());
        }
    if (!own)
        return model::fail(own.error());
    std::vector<model::PriceSheet> sheets = book->sheets();
    std::erase_if(sheets, [&](const model::PriceSheet& sheet) { return sheet.name == own->name; });
    const std::string name = own->name;
    sheets.push_back(std::move(*own));
    return Prices{model::PriceBook(std::move(sheets)), name};
}

struct Estimated {
    model::LayoutId layout;
    model::EngineProfile profile;
    Numbers numbers;
};

estimator::PolyglotDesign designOf(const model::Project& project, const std::vector<std::unique_ptr<Estimated>>& all) {
    std::vector<estimator::LayoutNumbers> numbers;
    for (const auto& one : all)
        numbers.push_back({one->layout, &one->profile, &one->numbers.estimate, &one->numbers.outlook.cost});
    return estimator::polyglotOf(project, numbers);
}

void run(const Options& options, Session& session) {
    const auto project = Session::open(options.file);
    if (!project)
        return session.refuse(project.error());
    const auto catalogue = Session::catalogue();
    if (!catalogue)
        return session.refuse(catalogue.error());
    const auto prices = priceBook(options.prices);
    if (!prices)
        return session.refuse(prices.error());
    ordered_json documents = ordered_json::array();
    std::vector<std::unique_ptr<Estimated>> all; // of the project's layouts, for the design they make together
    for (const std::string& engine : Session::engines(*project, options.engines)) {
        const auto profile = Session::profile(*catalogue, engine);
        if (!profile)
            return session.refuse(profile.error());
        const model::Layout layout = Session::layout(*project, engine);
        auto estimate = estimator::estimate(*project, *profile, layout, {.months = options.months});
        if (!estimate)
            return session.refuse(estimate.error());
        estimator::OutlookOptions ahead{.prices = prices->wanted, .headroom = {}};
        if (options.trafficGrowth)
            ahead.headroom.trafficGrowthPerMonth = *options.trafficGrowth / 100;
        auto outlook = estimator::outlookOf(*project, *profile, layout, *estimate, prices->book, ahead);
        if (!outlook)
            return session.refuse(outlook.error());
        Numbers numbers{std::move(*estimate), std::move(*outlook), {}, {}, std::nullopt, std::nullopt};
        numbers.fanOuts = estimator::fanOutReports(*project, *profile, layout, numbers.estimate);
        numbers.kept = estimator::keptCopies(*project, *profile, numbers.estimate);
        if (options.sideBySide) {
            auto beside = estimator::sideBySide(*project, *profile, layout, numbers.estimate, prices->book,
                                                {.prices = prices->wanted, .patterns = 5, .only = {}});
            if (!beside)
                return session.refuse(beside.error());
            numbers.sideBySide = std::move(*beside);
        }
        if (options.sensitivity) {
            const int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
            auto ranked = estimator::sensitivityOf(*project, *profile, layout, prices->book, prices->wanted,
                                                   {.threads = threads});
            if (!ranked)
                return session.refuse(ranked.error());
            numbers.sensitivity = std::move(*ranked);
        }
        if (session.json)
            documents.push_back(estimateJson(numbers, *project, options.working));
        else
            printEstimate(numbers, *project, profile->title, options.working, session);
        all.push_back(std::make_unique<Estimated>(Estimated{layout.id, *profile, std::move(numbers)}));
    }
    const estimator::PolyglotDesign design = designOf(*project, all);
    if (!session.json)
        return printDesign(design, session.out());
    // The figures of the first engine are the document; the others follow under "engines".
    ordered_json document = documents.front();
    if (documents.size() > 1)
        document["engines"] = documents;
    if (design.isSplit())
        document["design"] = designJson(design, options.working);
    session.print(document);
}

} // namespace

void addEstimate(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("estimate", "Storage, nodes, latency and cost, with their working");
    command->add_option("file", options->file, "Project file")->required();
    command->add_option("--engine", options->engines, "Engines, separated by commas; default: those of the project")
        ->delimiter(',');
    command->add_option("--months", options->months, "Months of growth")
        ->check(CLI::Range(1, 600))
        ->capture_default_str();
    command->add_option("--prices", options->prices,
                        "Price sheet, instead of the project's: the name of a known one, or a JSON file "
                        "(resources/prices/README.md)");
    command
        ->add_option("--traffic-growth", options->trafficGrowth,
                     "Percent that all rates grow a month, for the months in which limits are reached; default: as the "
                     "project says")
        ->check(CLI::Range(-100.0, 1000.0));
    command->add_flag("--sensitivity", options->sensitivity, "Vary every assumption and rank them by what they move");
    command->add_flag("--side-by-side", options->sideBySide,
                      "Compare normalised tables with copies: aggregates, views, read models and others");
    command->add_flag("--working", options->working, "Show how each figure came about");
    command->footer("Example:\n  shardscape-cli estimate feed.shardscape --engine cassandra --months 24 --json");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
