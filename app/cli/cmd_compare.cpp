// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/comparison_output.h"
#include "app/cli/run_input.h"
#include "app/cli/session.h"
#include "simulator/explain/gate.h"
#include "simulator/explain/run_each.h"

namespace shardscape::app {
namespace {

using nlohmann::ordered_json;
using simulator::Gate;

struct Options {
    std::vector<std::string> files;
    std::vector<std::string> engines;
    std::vector<std::string> whatIf;
    std::optional<std::uint64_t> seed;
    std::optional<std::uint64_t> requests;
    std::string over = "peak";
    std::string gate;
    std::uint32_t replications = 1;
    std::uint32_t threads = 1;
};

/// One of the two designs.
struct Side {
    std::string name;
    simulator::Scenario scenario;
    std::vector<std::string> notes;
};

bool isScenarioFile(const std::string& file) {
    return file.size() > 5 && file.ends_with(".json");
}

std::string usage(const Options& options) {
    if (options.files.size() == 2 && options.engines.size() <= 2)
        return {};
    if (options.files.size() > 2)
        return "two files are compared, not more";
    if (options.engines.size() > 2)
        return "two engines are compared, not more";
    if (options.engines.size() == 2 || !options.whatIf.empty())
        return {};
    return "give two files, or one file with --engine A,B or with --what-if";
}

model::Result<Side> sideOf(const Options& options, std::size_t index, bool supposed) {
    RunRequest request;
    const std::string& file = options.files[std::min(index, options.files.size() - 1)];
    (isScenarioFile(file) ? request.scenarioFile : request.file) = file;
    if (!options.engines.empty())
        request.engine = options.engines[std::min(index, options.engines.size() - 1)];
    if (isScenarioFile(file) && !request.engine.empty())
        return model::fail(model::ErrorCode::Invalid, file + " is a scenario, which has no engine",
                           "leave --engine out");
    request.seed = options.seed;
    request.requests = options.requests;
    request.over = options.over;
    if (supposed)
        request.whatIf = options.whatIf;
    auto input = prepareRun(request);
    if (!input)
        return model::fail(input.error());
    Side side{file, std::move(input->scenario), std::move(input->notes)};
    if (options.engines.size() == 2)
        side.name += " on " + request.engine;
    for (const simulator::WhatIf& what : input->supposed)
        side.name += " with " + simulator::specOf(what);
    return side;
}

/// What makes the two workloads different, in sentences: a comparison of designs wants the same one.
std::vector<std::string> differences(const Side& a, const Side& b) {
    std::vector<std::string> out;
    const auto find = [](const simulator::Scenario& in, const std::string& name) {
        const auto at =
            std::find_if(in.streams.begin(), in.streams.end(), [&](const auto& s) { return s.name == name; });
        return at == in.streams.end() ? nullptr : &*at;
    };
    for (const simulator::Stream& stream : a.scenario.streams) {
        const simulator::Stream* other = find(b.scenario, stream.name);
        if (!other)
            out.push_back(fmt::format("{} is in {} alone.", stream.name, a.name));
        else if (std::abs(other->rate - stream.rate) > 1e-9 * stream.rate)
            out.push_back(fmt::format("{} comes {:.6g} times a second before and {:.6g} after.", stream.name,
                                      stream.rate, other->rate));
    }
    for (const simulator::Stream& stream : b.scenario.streams)
        if (!find(a.scenario, stream.name))
            out.push_back(fmt::format("{} is in {} alone.", stream.name, b.name));
    if (a.scenario.seed != b.scenario.seed)
        out.push_back(
            fmt::format("The seeds differ ({} and {}), so that nothing is paired.", a.scenario.seed, b.scenario.seed));
    return out;
}

ordered_json verdictsJson(const std::vector<Gate::Verdict>& verdicts) {
    ordered_json out = ordered_json::array();
    for (const Gate::Verdict& verdict : verdicts)
        out.push_back({{"figure", verdict.figure},
                       {"condition", verdict.condition},
                       {"after", verdict.after ? ordered_json(*verdict.after) : ordered_json(nullptr)},
                       {"limit", verdict.limit ? ordered_json(*verdict.limit) : ordered_json(nullptr)},
                       {"holds", verdict.holds}});
    return out;
}

std::string verdictText(const Gate::Verdict& verdict) {
    if (!verdict.after)
        return fmt::format("{}: {} cannot be said: too few samples, or nothing of the kind", verdict.condition,
                           verdict.figure);
    if (!verdict.limit)
        return fmt::format("{}: what {} was before cannot be said", verdict.condition, verdict.figure);
    return fmt::format("{}: {} is {:.6g}, the limit {:.6g}", verdict.condition, verdict.figure, *verdict.after,
                       *verdict.limit);
}

void compare(const Options& options, Session& session) {
    if (const std::string wrong = usage(options); !wrong.empty()) {
        session.err() << wrong << '\n';
        session.exitCode = Session::WrongUsage;
        return;
    }
    std::optional<Gate> gate;
    if (!options.gate.empty()) {
        auto parsed = Gate::parse(options.gate);
        if (!parsed)
            return session.refuse(parsed.error());
        gate = std::move(*parsed);
    }
    // Supposed of both designs; of one alone where it is compared with itself.
    const bool itself = options.files.size() == 1 && options.engines.size() < 2;
    const auto before = sideOf(options, 0, !itself);
    if (!before)
        return session.refuse(before.error());
    const auto after = sideOf(options, 1, true);
    if (!after)
        return session.refuse(after.error());
    simulator::NoProgress progress;
    const std::vector<simulator::Scenario> scenarios{before->scenario, after->scenario};
    const auto runs = simulator::runEach(scenarios, options.replications, options.threads, {}, progress);
    if (!runs)
        return session.refuse(runs.error());
    const simulator::Comparison comparison =
        simulator::compareRuns(before->scenario, (*runs)[0], after->scenario, (*runs)[1]);
    std::vector<Gate::Verdict> verdicts;
    if (gate) {
        auto judged = gate->judge(comparison);
        if (!judged)
            return session.refuse(judged.error());
        verdicts = std::move(*judged);
    }
    const bool held = std::all_of(verdicts.begin(), verdicts.end(), [](const auto& verdict) { return verdict.holds; });
    std::vector<std::string> notes = differences(*before, *after);
    for (const Side* side : {&*before, &*after})
        for (const std::string& note : side->notes)
            if (std::find(notes.begin(), notes.end(), note) == notes.end())
                notes.push_back(note);
    if (session.json) {
        ordered_json document{{"before", before->name},
                              {"after", after->name},
                              {"seed", before->scenario.seed},
                              {"replications", options.replications}};
        document.update(comparisonJson(comparison));
        if (gate)
            document["gate"] = {{"expression", options.gate}, {"holds", held}, {"verdicts", verdictsJson(verdicts)}};
        document["notes"] = notes;
        session.print(document);
    } else {
        session.out() << "before: " << before->name << "\nafter:  " << after->name << "\n\n";
        printComparison(comparison, session.out());
        for (const std::string& note : notes)
            session.out() << "note: " << note << '\n';
        for (const Gate::Verdict& verdict : verdicts)
            session.out() << (verdict.holds ? "✓ " : "✗ ") << verdictText(verdict) << '\n';
    }
    if (!held)
        session.exitCode = Session::ProblemsFound;
}

} // namespace

void addCompare(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("compare", "Two designs under the same workload and random numbers");
    command->add_option("files", options->files, "Two project or scenario files (*.json), or one")->required();
    command->add_option("--engine", options->engines, "Engine of both, or two engines A,B")->delimiter(',');
    command->add_option(
        "--what-if", options->whatIf,
        "Suppose something, as simulate does: of both designs, or of the one that is compared with itself");
    command->add_option("--seed", options->seed, "Seed of the random streams; default 1, or the scenario's");
    command->add_option("--requests", options->requests, "Requests to simulate with each design")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000'000}));
    command->add_option("--over", options->over, "The busiest minute, or the day as a time-lapse")
        ->check(CLI::IsMember({"peak", "day"}))
        ->capture_default_str();
    command
        ->add_option("--replications", options->replications,
                     "Runs of each; from 2 on, differences have 95 % intervals over pairs of runs")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Runs at the same time")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_option("--gate", options->gate,
                        "Exit with 3 unless it holds: \"p99_ms < 1.1*before and GetUser.p999_ms < 50\"");
    command->footer("Examples:\n"
                    "  shardscape-cli compare feed.shardscape --engine postgresql,cassandra --replications 8\n"
                    "  shardscape-cli compare old.json new.json --gate \"p99_ms <= 1.05*before and errors <= before\"");
    command->callback([options, &session] { compare(*options, session); });
}

} // namespace shardscape::app
