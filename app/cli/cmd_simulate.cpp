// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <sstream>
#include <thread>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/comparison_output.h"
#include "app/cli/months_output.h"
#include "app/cli/remedies_output.h"
#include "app/cli/run_input.h"
#include "app/cli/session.h"
#include "app/report/hotspot.h"
#include "app/report/run_text.h"
#include "simulator/explain/run_each.h"
#include "simulator/kernel/replications.h"
#include "simulator/scenario/examples.h"
#include "simulator/scenario/scenario_json.h"

namespace shardscape::app {
namespace {

using estimator::format;
using nlohmann::ordered_json;

struct Options {
    RunRequest request;
    bool listExamples = false;
    std::string writeScenario;
    bool withoutSeries = false;
    bool partitionSeries = false;
    std::uint32_t replications = 1;
    std::uint32_t threads = 0; ///< 0: as many as cores
    std::string precision;
    std::uint64_t mostRequests = 1'000'000'000;
    bool remedies = false;
    MonthsRequest months;
    bool byPartition = false;
};

/// The analytic numbers of a pattern; null without a project, or where something is supposed that they know nothing of.
const estimator::PatternEstimate* partner(const RunInput& input, const std::string& pattern) {
    if (!input.estimate || input.baseline)
        return nullptr;
    const auto& patterns = input.estimate->patterns;
    const auto at = std::find_if(patterns.begin(), patterns.end(),
                                 [&](const estimator::PatternEstimate& p) { return p.name == pattern; });
    return at == patterns.end() ? nullptr : &*at;
}

/// The simulator's own document, with what the project knows beside it: analytic values, the hot spot in words, notes.
ordered_json resultJson(const simulator::RunResult& run, const RunInput& prepared, const Options& options) {
    ordered_json document = ordered_json::parse(simulator::writeResult(prepared.scenario, run, !options.withoutSeries));
    for (ordered_json& stream : document["patterns"])
        if (const auto* analytic = partner(prepared, stream["name"].get<std::string>())) {
            const double p99 = analytic->p99.value() * 1000;
            stream["analytic_p99_ms"] = std::isfinite(p99) ? ordered_json(p99) : ordered_json(nullptr);
        }
    if (!options.partitionSeries)
        for (ordered_json& window : document["series"])
            window.erase("operations");
    const simulator::Hotspot spot = simulator::hottestPartition(run);
    document["hotspot"] = {{"table", spot.table},
                           {"partition", spot.partition},
                           {"pattern", spot.pattern},
                           {"pattern_share", spot.patternShare},
                           {"key", spot.key.empty() ? std::string() : keyWords(spot.keySpace, spot.key)},
                           {"key_share", spot.keyShare},
                           {"node", spot.node},
                           {"utilisation", spot.utilisation},
                           {"overloaded", spot.overloaded},
                           {"text", hotspotText(spot)}};
    for (std::size_t i = 0; i < run.hot.size(); ++i)
        document["hot"][i]["text"] = hotText(run.hot[i], run);
    document["notes"] = prepared.notes;
    return document;
}

/// A paragraph in lines of at most 100 characters.
void printWrapped(const std::string& text, std::ostream& out) {
    constexpr std::size_t kWidth = 100;
    std::istringstream words(text);
    std::string line;
    for (std::string word; words >> word;) {
        if (!line.empty() && line.size() + 1 + word.size() > kWidth)
            out << std::exchange(line, {}) << '\n';
        line += (line.empty() ? "" : " ") + word;
    }
    out << line << '\n';
}

/// Beside the hottest partition: the hottest node and every hot time.
void printHot(const simulator::RunResult& run, std::ostream& out) {
    bool node = false;
    for (const simulator::HotSpot& hot : run.hot) {
        if (hot.kind == simulator::HotSpot::Kind::Partition || (hot.kind == simulator::HotSpot::Kind::Node && node))
            continue;
        node = node || hot.kind == simulator::HotSpot::Kind::Node;
        out << (hot.overloaded ? "● " : "▲ ") << hotText(hot, run) << '\n';
    }
}

void printResult(const simulator::RunResult& run, const RunInput& prepared, Session& session) {
    auto& out = session.out();
    if (!prepared.scenario.title.empty())
        out << prepared.scenario.title << '\n';
    if (!prepared.scenario.description.empty())
        printWrapped(prepared.scenario.description, out);
    out << fmt::format("{} requests, {:.3g} simulated seconds in {:.3g} s, seed {}\n", run.requests,
                       run.simulatedSeconds, run.wallSeconds, run.seed);
    if (const std::string replications = replicationText(run); !replications.empty())
        out << replications << '\n';
    out << '\n';
    TextTable streams({"pattern", "requests", "errors", "p50", "p95", "p99", "p99.9", "analytic p99", "wanted"});
    for (const simulator::StreamResult& stream : run.streams) {
        const auto* analytic = partner(prepared, stream.pattern);
        streams.add({stream.name, std::to_string(stream.count), std::to_string(stream.errors),
                     latencyText(stream, "p50_ms", stream.latency.p50Ms),
                     latencyText(stream, "p95_ms", stream.latency.p95Ms),
                     latencyText(stream, "p99_ms", stream.latency.p99Ms),
                     latencyText(stream, "p999_ms", stream.latency.p999Ms), analytic ? format(analytic->p99) : "—",
                     analytic && analytic->wantedP99 ? format(*analytic->wantedP99) : "—"});
    }
    streams.print(out);
    out << '\n';
    TextTable tables({"table", "partitions", "max/mean", "cv", "Gini"});
    for (const simulator::TableResult& table : run.tables)
        tables.add({table.name.empty() ? "—" : table.name, std::to_string(table.partitions.size()),
                    fmt::format("{:.3f}", table.skew.maxOverMean), fmt::format("{:.3f}", table.skew.cv),
                    fmt::format("{:.3f}", table.skew.gini)});
    tables.print(out);
    out << '\n';
    TextTable keys({"hottest key", "share", "table", "partition"});
    for (std::size_t i = 0; i < std::min<std::size_t>(5, run.hottest.size()); ++i)
        keys.add({keyWords(run.hottest[i].space, run.hottest[i].key),
                  format(run.hottest[i].share, estimator::Unit::Percent), run.hottest[i].table,
                  std::to_string(run.hottest[i].partition)});
    keys.print(out);
    const simulator::Hotspot spot = simulator::hottestPartition(run);
    if (const std::string text = hotspotText(spot); !text.empty())
        out << '\n' << (spot.overloaded ? "● " : "▲ ") << text << '\n';
    printHot(run, out);
    for (const std::string& note : prepared.notes)
        out << "note: " << note << '\n';
}

/// What was supposed, and what it changed.
ordered_json whatIfJson(const RunInput& prepared, const simulator::Comparison& comparison) {
    ordered_json out{{"specs", ordered_json::array()}};
    for (const simulator::WhatIf& what : prepared.supposed)
        out["specs"].push_back(simulator::specOf(what));
    out.update(comparisonJson(comparison));
    return out;
}

void printWhatIf(const RunInput& prepared, const simulator::Comparison& comparison, std::ostream& out) {
    std::string specs;
    for (const simulator::WhatIf& what : prepared.supposed)
        specs += (specs.empty() ? "" : ", ") + simulator::specOf(what);
    out << "\nwhat if " << specs << ":\n";
    printComparison(comparison, out);
}

void listExamples(Session& session) {
    const auto examples = simulator::bundledExamples();
    if (!examples)
        return session.refuse(examples.error());
    if (session.json) {
        ordered_json rows = ordered_json::array();
        for (const simulator::ScenarioExample& example : *examples)
            rows.push_back({{"name", example.name},
                            {"title", example.scenario.title},
                            {"description", example.scenario.description},
                            {"file", example.path}});
        return session.print({{"examples", rows}});
    }
    TextTable table({"example", "shows"});
    for (const simulator::ScenarioExample& example : *examples)
        table.add({example.name, example.scenario.title});
    table.print(session.out());
}

/// "1%" or "0.01"; 0 for none, negative when it is not one.
double parsePrecision(const std::string& text) {
    if (text.empty())
        return 0;
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    const bool percent = std::string_view(end) == "%";
    const double precision = percent ? number / 100 : number;
    return (*end == '\0' || percent) && precision > 0 && precision < 1 ? precision : -1;
}

simulator::ReplicationOptions replicationOptions(const Options& options) {
    const double precision = parsePrecision(options.precision);
    simulator::ReplicationOptions replications;
    replications.replications = precision > 0 ? std::max(8U, options.replications) : options.replications;
    replications.threads = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    replications.precision = precision;
    replications.mostRequests = options.mostRequests;
    replications.byPartition = options.byPartition;
    return replications;
}

/// A managed service has no nodes to add; with more partitions they come by themselves.
std::vector<simulator::Remedy> remediesOf(const RunInput& prepared, const simulator::RunResult& run) {
    std::vector<simulator::Remedy> remedies = simulator::remediesFor(prepared.scenario, run);
    if (prepared.managed)
        std::erase_if(remedies, [](const simulator::Remedy& remedy) {
            return remedy.kind == simulator::Remedy::Kind::MoreNodes;
        });
    return remedies;
}

/// With several replications, pair by pair, so that the differences have intervals.
model::Result<simulator::Comparison> compareWithBaseline(const RunInput& prepared, const simulator::RunResult& after,
                                                         const simulator::ReplicationOptions& replications) {
    simulator::NoProgress progress;
    if (replications.replications > 1 && replications.precision <= 0) {
        const std::vector<simulator::Scenario> scenarios{*prepared.baseline, prepared.scenario};
        const auto runs = simulator::runEach(scenarios, replications.replications, replications.threads, {}, progress);
        if (!runs)
            return model::fail(runs.error());
        return simulator::compareRuns(scenarios[0], (*runs)[0], scenarios[1], (*runs)[1]);
    }
    const auto before = simulator::runReplications(*prepared.baseline, replications, {}, progress);
    if (!before)
        return model::fail(before.error());
    return simulator::compareRuns(*prepared.baseline, {&*before, 1}, prepared.scenario, {&after, 1});
}

void simulate(const Options& options, Session& session) {
    if (options.listExamples)
        return listExamples(session);
    if (options.request.inputs() != 1) {
        session.err() << "give one of a project file, --scenario FILE and --example NAME\n";
        session.exitCode = Session::WrongUsage;
        return;
    }
    if (options.months.months > 0)
        return simulateStorage(options.request, options.months, session);
    if (!options.months.tiers.empty()) {
        session.err() << "--tiers goes with --months\n";
        session.exitCode = Session::WrongUsage;
        return;
    }
    const simulator::ReplicationOptions replications = replicationOptions(options);
    if (replications.precision < 0) {
        session.err() << "--precision " << options.precision << ": give a share of the p99, like 1% or 0.01\n";
        session.exitCode = Session::WrongUsage;
        return;
    }
    const auto prepared = prepareRun(options.request);
    if (!prepared)
        return session.refuse(prepared.error());
    if (!options.writeScenario.empty())
        if (const auto written =
                Session::writeFile(options.writeScenario, simulator::writeScenario(prepared->scenario));
            !written)
            return session.refuse(written.error());
    simulator::NoProgress progress;
    const auto result = simulator::runReplications(prepared->scenario, replications, {}, progress);
    if (!result)
        return session.refuse(result.error());
    std::optional<simulator::Comparison> comparison;
    if (prepared->baseline) {
        auto compared = compareWithBaseline(*prepared, *result, replications);
        if (!compared)
            return session.refuse(compared.error());
        comparison = std::move(*compared);
    }
    std::vector<simulator::TriedRemedy> remedies;
    if (options.remedies) {
        auto tried = simulator::tryRemedies(prepared->scenario, *result, remediesOf(*prepared, *result),
                                            replications.threads, {}, progress);
        if (!tried)
            return session.refuse(tried.error());
        remedies = std::move(*tried);
    }
    if (session.json) {
        ordered_json document = resultJson(*result, *prepared, options);
        if (options.remedies)
            document["remedies"] = remediesJson(remedies);
        if (comparison)
            document["what_if"] = whatIfJson(*prepared, *comparison);
        session.print(document);
        return;
    }
    printResult(*result, *prepared, session);
    if (comparison)
        printWhatIf(*prepared, *comparison, session.out());
    if (options.remedies)
        printRemedies(remedies, session.out());
}

} // namespace

void addSimulate(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("simulate", "Run the workload against a design, or a scenario file");
    command->add_option("file", options->request.file, "Project file");
    command->add_option("--scenario", options->request.scenarioFile, "Scenario file (JSON), instead of a project");
    command->add_option("--example", options->request.example, "A bundled scenario, instead of a project");
    command->add_flag("--list-examples", options->listExamples, "List the bundled scenarios");
    command->add_option("--engine", options->request.engine, "Engine; default: the project's first");
    command->add_option("--seed", options->request.seed, "Seed of the random streams; default 1, or the scenario's");
    command
        ->add_option("--requests", options->request.requests,
                     "Requests to simulate; default 2,000,000, or the scenario's")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000'000}));
    command
        ->add_option("--replications", options->replications,
                     "Independent runs, put together with 95 % intervals; each is as long as --requests says")
        ->check(CLI::Range(1U, simulator::kMostReplications))
        ->capture_default_str();
    command->add_option("--precision", options->precision,
                        "As many replications as it takes to know the p99 of all requests to, for example, 1%");
    command->add_option("--most-requests", options->mostRequests, "Where --precision gives up")
        ->check(CLI::Range(std::uint64_t{1'000}, std::uint64_t{1'000'000'000'000}))
        ->capture_default_str();
    command
        ->add_option("--threads", options->threads,
                     "Replications that run at once; the result does not depend on it. Default: as many as cores")
        ->check(CLI::Range(1U, 1024U));
    command->add_flag("--by-partition", options->byPartition,
                      "Percentiles of each partition in the JSON, for up to 4,096 partitions");
    command->add_option("--over", options->request.over, "The busiest minute, or the day as a time-lapse")
        ->check(CLI::IsMember({"peak", "day"}))
        ->capture_default_str();
    command->add_option("--set", options->request.set,
                        "Put a value into the scenario before it runs: /streams/0/rate=500; may be repeated");
    command->add_option("--what-if", options->request.whatIf, whatIfHelp());
    command->add_option("--write-scenario", options->writeScenario, "Also write the scenario that is run");
    command->add_flag("--remedies", options->remedies,
                      "Try what may help against what is hot: before, after and cost of each");
    command
        ->add_option("--months", options->months.months,
                     "Instead, storage over so many months: inserts, expiry, compaction")
        ->check(CLI::Range(1, 1200));
    command->add_option("--tiers", options->months.tiers,
                        "With --months, where rows of an age are kept: hot:7d,warm:90d,cold");
    command->add_flag("--without-series", options->withoutSeries, "Leave the time series out of the JSON");
    command->footer(
        "Example:\n  shardscape-cli simulate feed.shardscape --engine cassandra --what-if \"keys=zipf(1.2)\"\n"
        "  shardscape-cli simulate --example celebrity-key");
    command->callback([options, &session] { simulate(*options, session); });
}

} // namespace shardscape::app
