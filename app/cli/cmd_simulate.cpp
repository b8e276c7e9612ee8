// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "app/report/hotspot.h"
#include "model/exchange/import/import.h"
#include "simulator/compile/compile.h"
#include "simulator/kernel/run.h"
#include "simulator/scenario/scenario_json.h"

namespace shardscape::app {
namespace {

using estimator::format;
using nlohmann::ordered_json;

struct Options {
    std::string file;
    std::string scenario;
    std::string engine;
    std::optional<std::uint64_t> seed;
    std::optional<std::uint64_t> requests;
    std::string over = "peak";
    std::vector<std::string> whatIf;
    std::string writeScenario;
    bool withoutSeries = false;
    bool partitionSeries = false;
};

/// What is run, and what is known about it beside the scenario.
struct Prepared {
    simulator::Scenario scenario;
    std::vector<std::string> notes;
    std::optional<estimator::Estimate> estimate;
};

/// "traffic=2", "keys=zipf(1.2)", "nodes=8".
model::Result<void> applyWhatIf(const std::string& spec, simulator::CompileOptions& options) {
    const std::size_t equals = spec.find('=');
    const std::string what = spec.substr(0, equals);
    const std::string value = equals == std::string::npos ? "" : spec.substr(equals + 1);
    char* end = nullptr;
    const double number = std::strtod(value.c_str(), &end);
    const bool isNumber = !value.empty() && *end == '\0' && number > 0;
    if (what == "traffic" && isNumber) {
        options.trafficFactor = number;
    } else if (what == "nodes" && isNumber) {
        options.nodes = static_cast<int>(number);
    } else if (what == "keys") {
        const auto keys = model::parsePopularity(value);
        if (!keys)
            return model::fail(keys.error());
        options.popularity = *keys;
    } else {
        return model::fail(model::ErrorCode::Invalid, "'" + spec + "' cannot be supposed",
                           "traffic=2, nodes=8 or keys=zipf(1.2)");
    }
    return {};
}

model::Result<Prepared> fromScenarioFile(const Options& options) {
    const auto text = Session::readFile(options.scenario);
    if (!text)
        return model::fail(text.error());
    auto scenario = simulator::readScenario(*text);
    if (!scenario) {
        model::Error error = scenario.error();
        error.file = options.scenario;
        return model::fail(error);
    }
    if (options.seed)
        scenario->seed = *options.seed;
    if (options.requests)
        scenario->requests = *options.requests;
    return Prepared{std::move(*scenario), {}, {}};
}

model::Result<Prepared> fromProject(const Options& options) {
    const auto project = Session::open(options.file);
    if (!project)
        return model::fail(project.error());
    const auto catalogue = Session::catalogue();
    if (!catalogue)
        return model::fail(catalogue.error());
    const std::string engine = options.engine.empty() ? Session::engines(*project, {}).front() : options.engine;
    const auto profile = Session::profile(*catalogue, engine);
    if (!profile)
        return model::fail(profile.error());
    auto estimate = estimator::estimate(*project, *profile, Session::layout(*project, engine));
    if (!estimate)
        return model::fail(estimate.error());
    simulator::CompileOptions compile;
    compile.seed = options.seed.value_or(compile.seed);
    compile.requests = options.requests.value_or(compile.requests);
    compile.moment =
        options.over == "day" ? simulator::CompileOptions::Moment::Day : simulator::CompileOptions::Moment::Peak;
    for (const std::string& spec : options.whatIf)
        if (const auto applied = applyWhatIf(spec, compile); !applied)
            return model::fail(applied.error());
    auto compiled = simulator::compileScenario(*project, *profile, *estimate, compile);
    if (!compiled)
        return model::fail(compiled.error());
    return Prepared{std::move(compiled->scenario), std::move(compiled->notes), std::move(*estimate)};
}

const estimator::PatternEstimate* partner(const std::optional<estimator::Estimate>& estimate,
                                          const std::string& pattern) {
    if (!estimate)
        return nullptr;
    const auto at = std::find_if(estimate->patterns.begin(), estimate->patterns.end(),
                                 [&](const estimator::PatternEstimate& p) { return p.name == pattern; });
    return at == estimate->patterns.end() ? nullptr : &*at;
}

/// The simulator's own document, with what the project knows beside it: analytic values, the hot spot in words, notes.
ordered_json resultJson(const simulator::RunResult& run, const Prepared& prepared, const Options& options) {
    ordered_json document = ordered_json::parse(simulator::writeResult(prepared.scenario, run, !options.withoutSeries));
    for (ordered_json& stream : document["patterns"])
        if (const auto* analytic = partner(prepared.estimate, stream["name"].get<std::string>())) {
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

void printResult(const simulator::RunResult& run, const Prepared& prepared, Session& session) {
    auto& out = session.out();
    out << fmt::format("{} requests, {:.3g} simulated seconds in {:.3g} s, seed {}\n\n", run.requests,
                       run.simulatedSeconds, run.wallSeconds, run.seed);
    const auto ms = [](double value) { return format(value / 1000, estimator::Unit::Seconds); };
    TextTable streams({"pattern", "requests", "errors", "p50", "p95", "p99", "p99.9", "analytic p99", "wanted"});
    for (const simulator::StreamResult& stream : run.streams) {
        const auto* analytic = partner(prepared.estimate, stream.pattern);
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

void simulate(const Options& options, Session& session) {
    if (options.file.empty() == options.scenario.empty()) {
        session.err() << "give a project file or --scenario FILE\n";
        session.exitCode = Session::WrongUsage;
        return;
    }
    const auto prepared = options.scenario.empty() ? fromProject(options) : fromScenarioFile(options);
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
    if (session.json)
        session.print(resultJson(*result, *prepared, options));
    else
        printResult(*result, *prepared, session);
}

} // namespace

void addSimulate(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("simulate", "Run the workload against a design, or a scenario file");
    command->add_option("file", options->file, "Project file");
    command->add_option("--scenario", options->scenario, "Scenario file (JSON), instead of a project");
    command->add_option("--engine", options->engine, "Engine; default: the project's first");
    command->add_option("--seed", options->seed, "Seed of the random streams; default 1, or the scenario's");
    command->add_option("--requests", options->requests, "Requests to simulate; default 2,000,000, or the scenario's")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000'000}));
    command->add_option("--over", options->over, "The busiest minute, or the day as a time-lapse")
        ->check(CLI::IsMember({"peak", "day"}))
        ->capture_default_str();
    command->add_option("--what-if", options->whatIf, "Suppose traffic=2, nodes=8 or keys=zipf(1.2); may be repeated");
    command->add_option("--write-scenario", options->writeScenario, "Also write the scenario that is run");
    command->add_flag("--without-series", options->withoutSeries, "Leave the time series out of the JSON");
    command->footer(
        "Example:\n  shardscape-cli simulate feed.shardscape --engine cassandra --what-if \"keys=zipf(1.2)\"");
    command->callback([options, &session] { simulate(*options, session); });
}

} // namespace shardscape::app
