// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/comparison_output.h"
#include "app/cli/run_input.h"
#include "app/cli/session.h"
#include "app/report/hotspot.h"
#include "simulator/kernel/run.h"
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

void printResult(const simulator::RunResult& run, const RunInput& prepared, Session& session) {
    auto& out = session.out();
    if (!prepared.scenario.title.empty())
        out << prepared.scenario.title << '\n';
    if (!prepared.scenario.description.empty())
        printWrapped(prepared.scenario.description, out);
    out << fmt::format("{} requests, {:.3g} simulated seconds in {:.3g} s, seed {}\n\n", run.requests,
                       run.simulatedSeconds, run.wallSeconds, run.seed);
    const auto ms = [](double value) { return format(value / 1000, estimator::Unit::Seconds); };
    TextTable streams({"pattern", "requests", "errors", "p50", "p95", "p99", "p99.9", "analytic p99", "wanted"});
    for (const simulator::StreamResult& stream : run.streams) {
        const auto* analytic = partner(prepared, stream.pattern);
        streams.add({stream.name, std::to_string(stream.count), std::to_string(stream.errors), ms(stream.latency.p50Ms),
                     ms(stream.latency.p95Ms), ms(stream.latency.p99Ms),
                     stream.tooShort.empty() ? ms(stream.latency.p999Ms) : "too short to say",
                     analytic ? format(analytic->p99) : "—",
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

void simulate(const Options& options, Session& session) {
    if (options.listExamples)
        return listExamples(session);
    if (options.request.inputs() != 1) {
        session.err() << "give one of a project file, --scenario FILE and --example NAME\n";
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
    const auto result = simulator::run(prepared->scenario, {}, {}, progress);
    if (!result)
        return session.refuse(result.error());
    std::optional<simulator::Comparison> comparison;
    if (prepared->baseline) {
        const auto before = simulator::run(*prepared->baseline, {}, {}, progress);
        if (!before)
            return session.refuse(before.error());
        comparison = simulator::compareRuns(*prepared->baseline, {&*before, 1}, prepared->scenario, {&*result, 1});
    }
    if (session.json) {
        ordered_json document = resultJson(*result, *prepared, options);
        if (comparison)
            document["what_if"] = whatIfJson(*prepared, *comparison);
        session.print(document);
        return;
    }
    printResult(*result, *prepared, session);
    if (comparison)
        printWhatIf(*prepared, *comparison, session.out());
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
    command->add_option("--over", options->request.over, "The busiest minute, or the day as a time-lapse")
        ->check(CLI::IsMember({"peak", "day"}))
        ->capture_default_str();
    command->add_option("--what-if", options->request.whatIf, whatIfHelp());
    command->add_option("--write-scenario", options->writeScenario, "Also write the scenario that is run");
    command->add_flag("--without-series", options->withoutSeries, "Leave the time series out of the JSON");
    command->footer(
        "Example:\n  shardscape-cli simulate feed.shardscape --engine cassandra --what-if \"keys=zipf(1.2)\"\n"
        "  shardscape-cli simulate --example celebrity-key");
    command->callback([options, &session] { simulate(*options, session); });
}

} // namespace shardscape::app
