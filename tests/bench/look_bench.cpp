// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// What the Simulate page does while a slider moves, on the social feed sample: the analytic numbers of what is
/// supposed, and a look. Wall time on two threads, as the page has it. Goal: a look in 300 ms, the analytic numbers in
/// a frame.
#include <benchmark/benchmark.h>

#include "estimator/summary/estimate.h"
#include "model/base/resources.h"
#include "model/exchange/import/samples.h"
#include "simulator/compile/compile.h"
#include "simulator/compile/look.h"
#include "simulator/compile/supposed_design.h"

using namespace shardscape;
using namespace shardscape::simulator;

namespace {

struct Design {
    model::Project project;
    model::EngineCatalogue catalogue;
    const model::EngineProfile* profile;
    model::Layout layout;
    estimator::Estimate estimate;
};

std::unique_ptr<Design> socialFeed(const char* engine) {
    const auto samples = *model::bundledSamples();
    auto design =
        std::make_unique<Design>(Design{{}, *model::EngineCatalogue::load(*model::engineFolders()), nullptr, {}, {}});
    for (const model::Sample& sample : samples)
        if (sample.name == "social-feed")
            design->project = model::loadSample(sample)->project;
    design->profile = design->catalogue.find(engine);
    design->layout.engine = engine;
    if (const model::Layout* own = design->project.findLayout(engine))
        design->layout = *own;
    design->estimate = *estimator::estimate(design->project, *design->profile, design->layout);
    return design;
}

std::vector<WhatIf> supposed(const char* spec) {
    return {*parseWhatIf(spec)};
}

void look(benchmark::State& state, const char* engine, const char* spec) {
    const auto design = socialFeed(engine);
    for (auto _ : state) {
        const auto compiled = compileLook(design->project, *design->profile, design->estimate, {}, supposed(spec));
        NoProgress nobody;
        const auto result = simulator::look(compiled->scenario, 2, {}, nobody);
        benchmark::DoNotOptimize(result);
        state.counters["p99_ms"] = result->all.latency.p99Ms;
        const Interval p99 = result->all.ci95.at("p99_ms");
        state.counters["half_width"] = (p99.high - p99.low) / 2 / result->all.latency.p99Ms;
        state.counters["requests"] = static_cast<double>(result->requests);
        state.counters["nodes"] = static_cast<double>(result->nodes.size());
    }
}

void analytic(benchmark::State& state, const char* engine, const char* spec) {
    const auto design = socialFeed(engine);
    for (auto _ : state) {
        const auto other = supposedDesign(design->project, design->layout, design->estimate, supposed(spec));
        benchmark::DoNotOptimize(estimator::estimate(other->project, *design->profile, other->layout));
    }
}

const bool kRegistered = [] {
    for (const char* engine : {"postgresql", "mysql", "cassandra", "redis", "dynamodb"}) {
        for (const char* spec : {"traffic=1.1", "keys=zipf(0.9)"})
            benchmark::RegisterBenchmark((std::string("look/") + engine + "/" + spec).c_str(), look, engine, spec)
                ->Unit(benchmark::kMillisecond)
                ->MeasureProcessCPUTime()
                ->UseRealTime();
        benchmark::RegisterBenchmark((std::string("analytic/") + engine).c_str(), analytic, engine, "traffic=1.1")
            ->Unit(benchmark::kMillisecond)
            ->MeasureProcessCPUTime()
            ->UseRealTime();
    }
    return true;
}();

} // namespace
