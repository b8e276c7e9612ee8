// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Races of the simulator against hand-written limits and other simulators, on the reference workloads REF1 and REF2 of
/// simulator/README.md. Prints ratios of medians of interleaved rounds, all of CPU time, and how far results are from
/// closed forms. What a race needs and does not find is named, and the race left out.
///
///     race [--rounds 5] [--requests 5000000] [--long | --cold]
///
/// --long adds what takes minutes: memory over 100 million requests, the coverage of intervals over 200 seeds, and 200
/// million requests of REF1. --cold runs REF1 and prints its result, which is what the race times of a cold start.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>

#include "simulator/kernel/engine.h"
#include "simulator/kernel/replications.h"
#include "simulator/scenario/scenario_json.h"
#include "simulator/traffic/keys.h"

using namespace shardscape::simulator;

namespace {

/// Sojourn times of the exact mixture of 16 M/M/4 queues, ms.
struct Exact {
    double p50;
    double p99;
    double p999;
};
constexpr Exact kRef1{0.856361, 8.288874, 14.913526};
constexpr Exact kRef2{0.871097, 4.979825, 7.294806};

Scenario reference(bool skewed, std::uint64_t requests) {
    Scenario scenario;
    scenario.requests = requests;
    scenario.warmup = 0;
    scenario.nodes = {{"n", 16, 4, "", 1}};
    scenario.tables = {{}};
    scenario.tables.front().partitions = 64;
    Stream stream;
    stream.name = "get";
    stream.rate = skewed ? 26'880 : 38'400;
    stream.keys.kind = skewed ? KeyKind::Zipf : KeyKind::Uniform;
    stream.keys.theta = 0.99;
    stream.keys.count = 1'000'000;
    scenario.streams = {stream};
    return scenario;
}

/// The same as the general path has to take it: retries, timeouts, a rate limit, a bounded queue and a node that fails
/// are there, and idle.
Scenario withEverythingIdle(Scenario scenario) {
    Client& client = scenario.streams.front().client;
    client.timeoutMs = 1e6;
    client.retries.limit = 3;
    client.budget = RetryBudget{};
    client.rateLimit = RateLimit{1e9, 1e9};
    scenario.queueLimit = 1'000'000'000;
    scenario.faults = {NodesDown{{1e6, 2e6}, {"n"}, "", 0, WhenDown::Refused, 0}};
    return scenario;
}

double cpuSeconds(const std::function<void()>& work) {
    const std::clock_t began = std::clock();
    work();
    return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// CPU seconds of a run with all outputs; key tables, as in the other programs, are made before.
double ourSeconds(const Plan& plan, bool byPartition) {
    return cpuSeconds([&] {
        NoProgress nobody;
        Engine engine(plan, {0, 20, byPartition});
        engine.run({}, nobody);
    });
}

/// The number behind "cpu_s" in what a program prints.
std::optional<double> theirSeconds(const std::string& command) {
    std::FILE* pipe = popen((command + " 2>/dev/null").c_str(), "r");
    if (!pipe)
        return std::nullopt;
    std::string text;
    std::array<char, 4096> part{};
    while (const std::size_t n = std::fread(part.data(), 1, part.size(), pipe))
        text.append(part.data(), n);
    const bool failed = pclose(pipe) != 0;
    const std::size_t at = text.find("\"cpu_s\":");
    if (failed || at == std::string::npos)
        return std::nullopt;
    return std::strtod(text.c_str() + at + std::strlen("\"cpu_s\":"), nullptr);
}

/// What a program that has just started does, with all that it can say.
int printReference() {
    NoProgress nobody;
    const Scenario scenario = reference(true, 2'000'000);
    const auto result = run(scenario, {0, 20, true}, {}, nobody);
    if (result)
        fmt::print("{}\n", writeResult(scenario, *result));
    return result ? 0 : 1;
}

struct Options {
    int rounds = 5;
    std::uint64_t requests = 5'000'000;
    bool longOnes = false;
};

/// One of ours against one of theirs, a round of each after the other; theirs may be given fewer requests.
void race(const char* goal, const Options& options, const Scenario& scenario, bool byPartition,
          const std::string& command, std::uint64_t theirRequests) {
    const Plan plan = makePlan(scenario);
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < options.rounds; ++round) {
        const auto seconds = theirSeconds(command);
        if (!seconds)
            return fmt::print("{}: left out, this does not run: {}\n", goal, command), void();
        theirs.push_back(*seconds / static_cast<double>(theirRequests) * 1e9);
        ours.push_back(ourSeconds(plan, byPartition) / static_cast<double>(scenario.requests) * 1e9);
    }
    fmt::print("{}: {:.2f} times as fast ({:.1f} ns a request, theirs {:.1f})\n", goal, median(theirs) / median(ours),
               median(ours), median(theirs));
    std::fflush(stdout);
}

void samplers(const Options& options) {
    std::vector<std::uint64_t> keys(4096);
    const auto nsPerDraw = [&](const KeySampler& sampler) {
        constexpr int kBlocks = 1000;
        Random random(1);
        const double seconds = cpuSeconds([&] {
            for (int block = 0; block < kBlocks; ++block)
                sampler.fill(keys, random);
        });
        return seconds / kBlocks / static_cast<double>(keys.size()) * 1e9;
    };
    std::vector<KeySampler> all;
    for (const std::uint64_t count : {1'000'000ULL, 4'000'000ULL, 16'000'000ULL, 1'000'000'000'000ULL}) {
        KeySpec spec;
        spec.kind = KeyKind::Zipf;
        spec.theta = 0.99;
        spec.count = count;
        all.emplace_back(spec);
    }
    std::vector<std::vector<double>> times(all.size());
    for (int round = 0; round < options.rounds; ++round)
        for (std::size_t i = 0; i < all.size(); ++i)
            times[i].push_back(nsPerDraw(all[i]));
    const double table = median(times[0]);
    fmt::print("zipf keys: 10^6 {:.1f} ns a draw; 4 10^6 {:.2f} times that, 16 10^6 {:.2f}, 10^12 {:.2f}\n", table,
               median(times[1]) / table, median(times[2]) / table, median(times[3]) / table);
}

void histogram(const Options& options) {
    std::vector<std::int64_t> samples(1 << 16);
    Random random(1);
    const Exponential draw;
    for (std::int64_t& sample : samples)
        sample = static_cast<std::int64_t>(draw(random) * 1e6);
    std::vector<double> times;
    Histogram into;
    for (int round = 0; round < options.rounds; ++round)
        times.push_back(cpuSeconds([&] {
                            for (int i = 0; i < 100; ++i)
                                into.add(samples);
                        }) /
                        100 / static_cast<double>(samples.size()) * 1e9);
    fmt::print("histogram: {:.2f} ns a sample\n", median(times));
}

/// Wall time, because that is what threads are for.
void threads(const Options& options) {
    ReplicationOptions replications;
    std::array<std::vector<double>, 2> times;
    std::array<std::string, 2> fingerprints;
    for (int round = 0; round < options.rounds; ++round)
        for (std::uint32_t t = 0; t < 2; ++t) {
            replications.threads = t + 1;
            NoProgress nobody;
            const auto result = runReplications(reference(true, 2'500'000), replications, {}, nobody);
            times[t].push_back(result->wallSeconds);
            fingerprints[t] = result->fingerprint;
        }
    fmt::print("two threads: {:.2f} times as fast as one, {} bytes\n", median(times[0]) / median(times[1]),
               fingerprints[0] == fingerprints[1] ? "the same" : "OTHER");
}

void accuracy(const char* name, bool skewed, std::uint64_t requests, const Exact& exact) {
    NoProgress nobody;
    const auto result = run(reference(skewed, requests), {}, {}, nobody);
    const Latency& l = result->all.latency;
    fmt::print("{}, {:.0f} million requests: p50 {:+.2f} %, p99 {:+.2f} %, p99.9 {:+.2f} % off the exact values\n",
               name, static_cast<double>(requests) / 1e6, (l.p50Ms / exact.p50 - 1) * 100,
               (l.p99Ms / exact.p99 - 1) * 100, (l.p999Ms / exact.p999 - 1) * 100);
}

/// 200 seeds of 8 replications of 500,000 requests.
void coverage() {
    int covered = 0;
    double halfWidths = 0;
    constexpr int kSeeds = 200;
    Scenario scenario = reference(true, 500'000);
    scenario.warmup.reset();
    for (scenario.seed = 1; scenario.seed <= kSeeds; ++scenario.seed) {
        NoProgress nobody;
        const auto result = runReplications(scenario, {}, {}, nobody);
        const Interval p99 = result->all.ci95.at("p99_ms");
        covered += p99.low <= kRef1.p99 && kRef1.p99 <= p99.high;
        halfWidths += (p99.high - p99.low) / 2 / kRef1.p99;
    }
    fmt::print("REF1 p99: {} of {} intervals cover the exact value; they are +- {:.1f} % wide\n", covered, kSeeds,
               halfWidths / kSeeds * 100);
}

/// Of this process, which has made REF1 by then.
double peakMegabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::strtod(line.c_str() + 6, nullptr) / 1024;
    return 0;
}

/// From the start of a process to the end of its result: CPU seconds, because others may share the machine.
void coldStart(const Options& options, const std::string& self) {
    std::vector<double> times;
    for (int round = 0; round < options.rounds; ++round) {
        rusage before{};
        rusage after{};
        getrusage(RUSAGE_CHILDREN, &before);
        if (std::system((self + " --cold > /dev/null").c_str()) != 0)
            return fmt::print("cold start: left out, {} --cold does not run\n", self), void();
        getrusage(RUSAGE_CHILDREN, &after);
        const auto seconds = [](const rusage& usage) {
            return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                   static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
        };
        times.push_back(seconds(after) - seconds(before));
    }
    fmt::print("REF1, 2 million requests with all outputs, from a cold start: {:.0f} ms of CPU\n", median(times) * 1e3);
}

/// What a run takes does not grow with its length, unless its queues do.
void longMemory() {
    accuracy("REF1", true, 100'000'000, kRef1);
    fmt::print("REF1, 100 million requests: {:.0f} MB at most\n", peakMegabytes());
    Scenario overloaded = reference(true, 20'000'000);
    overloaded.streams.front().rate = 38'400; // the busiest node is offered 1.306 of what it can do
    NoProgress nobody;
    const auto result = run(overloaded, {}, {}, nobody);
    std::uint64_t longest = 0;
    for (const NodeResult& node : result->nodes)
        longest = std::max(longest, node.maxQueue);
    fmt::print("REF1 overloaded, 20 million requests, {} of them waiting at last: {:.0f} MB at most\n", longest,
               peakMegabytes());
}

std::string sharedFolder() {
    if (const char* folder = std::getenv("SHARDSCAPE_SHARED"))
        return folder;
    return std::string(SHARDSCAPE_SOURCE_DIR) + "/../shared";
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string arg = argv[i];
        if (arg == "--long")
            options.longOnes = true;
        else if (arg == "--cold")
            return printReference();
        else if (arg == "--rounds" && i + 1 < argc)
            options.rounds = std::atoi(argv[++i]);
        else if (arg == "--requests" && i + 1 < argc)
            options.requests = std::strtoull(argv[++i], nullptr, 10);
        else
            return fmt::print(stderr, "race [--rounds N] [--requests N] [--long | --cold]\n"), 2;
    }
    accuracy("REF1", true, 2'000'000, kRef1);
    fmt::print("REF1, 2 million requests: {:.0f} MB at most\n", peakMegabytes());
    accuracy("REF2", false, 2'000'000, kRef2);
    if (options.longOnes)
        longMemory();
    coldStart(options, argv[0]);
    const std::string limit = SHARDSCAPE_BENCH_DIR "/limit_fifo";
    const std::string peers = sharedFolder() + "/bench/peers";
    const std::string number = " " + std::to_string(options.requests) + " 1";
    for (const bool skewed : {true, false}) {
        const std::string name = skewed ? "REF1" : "REF2";
        const Scenario scenario = reference(skewed, options.requests);
        race((name + ", limit_fifo grouped").c_str(), options, scenario, false, limit + " grouped " + name + number,
             options.requests);
        race((name + " with percentiles by partition, limit_fifo blocked-extras").c_str(), options, scenario, true,
             limit + " blocked-extras " + name + number, options.requests);
        race((name + ", ns-3 with its default scheduler").c_str(), options, scenario, false,
             SHARDSCAPE_BENCH_DIR "/ns3_ref " + name + " 1000000 1 Map fast", 1'000'000);
        race((name + ", SimGrid").c_str(), options, scenario, false,
             SHARDSCAPE_BENCH_DIR "/simgrid_ref " + name + " 500000 1 workers", 500'000);
        race((name + ", SimPy 3").c_str(), options, scenario, false,
             "cd " + peers + " && /usr/bin/python3 simpy3_ref.py " + name + " 200000 1", 200'000);
        race((name + ", the recursion in Python").c_str(), options, scenario, false,
             "cd " + peers + " && /usr/bin/python3 pyloop_ref.py " + name + " 500000 1 fifo", 500'000);
        const Scenario general = withEverythingIdle(scenario);
        race((name + " on the general path, limit_des packed16 merged").c_str(), options, general, false,
             SHARDSCAPE_BENCH_DIR "/limit_des packed16 " + name + " merged 2000000 1", 2'000'000);
        race((name + " on the general path, ns-3 with its default scheduler").c_str(), options, general, false,
             SHARDSCAPE_BENCH_DIR "/ns3_ref " + name + " 1000000 1 Map fast", 1'000'000);
        race((name + " on the general path, SimGrid").c_str(), options, general, false,
             SHARDSCAPE_BENCH_DIR "/simgrid_ref " + name + " 500000 1 workers", 500'000);
        race((name + " on the general path, SimPy 3").c_str(), options, general, false,
             "cd " + peers + " && /usr/bin/python3 simpy3_ref.py " + name + " 200000 1", 200'000);
    }
    samplers(options);
    histogram(options);
    threads(options);
    if (options.longOnes) {
        coverage();
        accuracy("REF1", true, 200'000'000, kRef1);
    }
    return 0;
}
