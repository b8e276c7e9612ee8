// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Requests a second of the two paths of the kernel: served in batches, and walked one by one.
#include <benchmark/benchmark.h>

#include "simulator/kernel/run.h"

using namespace shardscape::simulator;

namespace {

/// A million keys, zipf 0.99, hashed over 64 partitions on 16 nodes of 4 servers; service exponential of 1 ms; mean
/// utilisation 0.42.
Scenario skewed(std::uint64_t requests) {
    Scenario scenario;
    scenario.requests = requests;
    scenario.nodes = {{"n", 16, 4, "", 1}};
    scenario.tables = {{"", 64, 1, NodePlacement::RoundRobin, {"hash-mod", 128, {}, {}}, {}}};
    Stream stream;
    stream.name = "get";
    stream.rate = 26'880;
    stream.keys.kind = KeyKind::Zipf;
    stream.keys.count = 1'000'000;
    stream.keys.theta = 0.99;
    scenario.streams = {stream};
    return scenario;
}

void simulateSkewed(benchmark::State& state, bool oneByOne) {
    Scenario scenario = skewed(2'000'000);
    if (oneByOne)
        scenario.queueLimit = 1'000'000'000; // never reached, but something may now happen because of an outcome
    NoProgress nobody;
    for (auto _ : state)
        benchmark::DoNotOptimize(run(scenario, {}, {}, nobody));
    state.SetItemsProcessed(static_cast<std::int64_t>(scenario.requests) * state.iterations());
}
BENCHMARK_CAPTURE(simulateSkewed, in_batches, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(simulateSkewed, one_by_one, true)->Unit(benchmark::kMillisecond);

} // namespace
