// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_input.h"

#include "app/cli/session.h"
#include "simulator/compile/compile.h"
#include "simulator/compile/supposed_design.h"
#include "simulator/scenario/examples.h"
#include "simulator/scenario/patch.h"
#include "simulator/scenario/scenario_json.h"

namespace shardscape::app {
namespace {

using simulator::WhatIf;

/// The scenario that a text becomes when values are put into it.
model::Result<simulator::Scenario> readPatched(std::string text, const std::string& file,
                                               const std::vector<std::string>& set) {
    for (const std::string& spec : set) {
        const auto patch = simulator::parsePatch(spec);
        if (!patch)
            return model::fail(patch.error());
        auto patched = simulator::patchScenario(text, *patch);
        if (!patched) {
            model::Error error = patched.error();
            error.file = file;
            return model::fail(std::move(error));
        }
        text = std::move(*patched);
    }
    auto scenario = simulator::readScenario(text);
    if (!scenario) {
        model::Error error = scenario.error();
        error.file = file;
        return model::fail(std::move(error));
    }
    return scenario;
}

model::Result<RunInput> fromScenario(const RunRequest& request) {
    std::string file = request.scenarioFile;
    if (!request.example.empty()) {
        const auto example = simulator::bundledExample(request.example);
        if (!example)
            return model::fail(example.error());
        file = example->path;
    }
    auto text = Session::readFile(file);
    if (!text)
        return model::fail(text.error());
    auto scenario = readPatched(std::move(*text), file, request.set);
    if (!scenario)
        return model::fail(scenario.error());
    if (request.seed)
        scenario->seed = *request.seed;
    if (request.requests)
        scenario->requests = *request.requests;
    RunInput input;
    input.scenario = std::move(*scenario);
    return input;
}

model::Result<RunInput> fromProject(const RunRequest& request, std::vector<WhatIf>& supposed) {
    const auto project = Session::open(request.file);
    if (!project)
        return model::fail(project.error());
    const auto catalogue = Session::catalogue();
    if (!catalogue)
        return model::fail(catalogue.error());
    const std::string engine = request.engine.empty() ? Session::engines(*project, {}).front() : request.engine;
    const auto profile = Session::profile(*catalogue, engine);
    if (!profile)
        return model::fail(profile.error());
    auto suited = simulator::suitEngine(*profile, supposed);
    if (!suited)
        return model::fail(suited.error());
    supposed = std::move(*suited);
    auto estimate = estimator::estimate(*project, *profile, Session::layout(*project, engine));
    if (!estimate)
        return model::fail(estimate.error());
    simulator::CompileOptions compile;
    compile.seed = request.seed.value_or(compile.seed);
    compile.requests = request.requests.value_or(compile.requests);
    compile.moment =
        request.over == "day" ? simulator::CompileOptions::Moment::Day : simulator::CompileOptions::Moment::Peak;
    auto compiled = simulator::compileScenario(*project, *profile, *estimate, compile);
    if (!compiled)
        return model::fail(compiled.error());
    RunInput input;
    input.scenario = std::move(compiled->scenario);
    if (!request.set.empty()) {
        auto patched = readPatched(simulator::writeScenario(input.scenario), request.file, request.set);
        if (!patched)
            return model::fail(patched.error());
        input.scenario = std::move(*patched);
    }
    input.notes = std::move(compiled->notes);
    input.estimate = std::move(*estimate);
    input.managed = profile->replication == model::Replication::Managed;
    return input;
}

} // namespace

model::Result<RunInput> prepareRun(const RunRequest& request) {
    std::vector<WhatIf> supposed;
    for (const std::string& spec : request.whatIf) {
        auto what = simulator::parseWhatIf(spec);
        if (!what)
            return model::fail(what.error());
        supposed.push_back(std::move(*what));
    }
    const std::size_t asked = supposed.size();
    auto input = request.file.empty() ? fromScenario(request) : fromProject(request, supposed);
    if (!input || asked == 0)
        return input;
    auto scenario = simulator::suppose(input->scenario, supposed);
    if (!scenario)
        return model::fail(scenario.error());
    input->baseline = std::exchange(input->scenario, std::move(*scenario));
    input->supposed = std::move(supposed);
    return input;
}

std::string whatIfHelp() {
    return "Suppose something and show before and after; may be repeated: traffic=2, nodes=8, cost=0.5, "
           "partitions=128, "
           "replicas=3, router=hash-mod, partition-key=even, keys=zipf(1.2), consistency=strong, cache=100k,60s, "
           "arrivals=steady, salt=8,100, hot-copies=4,100, fail=region:us, slow=n0:5. NAME:WHOSE=VALUE is of one "
           "stream, table or group of nodes "
           "alone";
}

} // namespace shardscape::app
