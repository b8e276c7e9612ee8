// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// The general path against a plain event list, and what clients that could give up cost where none does. Ratios of
/// medians of interleaved rounds, CPU time; set-up of keys and routes is outside of the event list's time and inside of
/// ours.
#include <algorithm>
#include <ctime>
#include <functional>
#include <vector>

#include <benchmark/benchmark.h>

#include "simulator/cluster/layout.h"
#include "simulator/kernel/follow_up.h"
#include "simulator/kernel/run.h"
#include "simulator/measure/histogram.h"
#include "simulator/traffic/keys.h"

using namespace shardscape::simulator;

namespace {

constexpr std::uint64_t kRequests = 2'000'000;
constexpr std::uint32_t kNodes = 16;
constexpr std::uint32_t kServers = 4;

/// REF1 of simulator/README.md.
Scenario reference() {
    Scenario scenario;
    scenario.requests = kRequests;
    scenario.nodes = {{"n", kNodes, kServers, "", 1}};
    scenario.tables = {{}};
    scenario.tables.front().partitions = 64;
    Stream stream;
    stream.name = "get";
    stream.rate = 26'880;
    stream.keys.kind = KeyKind::Zipf;
    stream.keys.count = 1'000'000;
    scenario.streams = {stream};
    return scenario;
}

/// The same as a program of its own: arrivals merged with a heap of departures, queues of requests, one histogram.
class EventList {
public:
    EventList()
        : m_scenario(reference())
        , m_keys(m_scenario.streams.front().keys)
        , m_layout(layOut(m_scenario).front())
        , m_route(m_scenario.tables.front(), m_layout, m_scenario.streams.front().keys, KeySpaces(m_scenario)) {}

    double run() {
        m_waiting.assign(kNodes, {});
        m_busy.assign(kNodes, 0);
        std::vector<std::uint64_t> partitions(64);
        std::vector<std::int64_t> work(kNodes);
        Histogram latencies;
        FollowUpQueue<Served> departures;
        Random random(1);
        const auto begin = [&](std::int64_t now, const Served& request) {
            work[request.node] += request.service;
            departures.push(now + request.service, request);
        };
        double clock = 0;
        for (std::uint64_t left = kRequests; left > 0 || !departures.empty();) {
            const auto next = static_cast<std::int64_t>(clock);
            if (left > 0 && (departures.empty() || next <= departures.nextTime())) {
                const std::uint32_t partition = m_route.partition(m_keys.pick(random));
                ++partitions[partition];
                const Served request{next, static_cast<std::int64_t>(m_exponential(random) * 1e6), partition % kNodes};
                if (m_busy[request.node] < kServers) {
                    ++m_busy[request.node];
                    begin(next, request);
                } else {
                    m_waiting[request.node].push(request);
                }
                clock += m_exponential(random) * 1e9 / 26'880;
                --left;
                continue;
            }
            const auto [now, done] = departures.pop();
            latencies.add(now - done.arrived);
            if (m_waiting[done.node].empty())
                --m_busy[done.node];
            else
                begin(now, m_waiting[done.node].pop());
        }
        benchmark::DoNotOptimize(partitions.data());
        benchmark::DoNotOptimize(work.data());
        return latencies.quantileNs(0.99);
    }

private:
    struct Served {
        std::int64_t arrived;
        std::int64_t service;
        std::uint32_t node;
    };
    /// First in, first out.
    struct Line {
        std::vector<Served> ring = std::vector<Served>(256);
        std::size_t head = 0;
        std::size_t tail = 0;
        bool empty() const { return head == tail; }
        void push(const Served& one) {
            if (tail - head == ring.size()) {
                std::vector<Served> larger(ring.size() * 2);
                for (std::size_t i = head; i < tail; ++i)
                    larger[i & (larger.size() - 1)] = ring[i & (ring.size() - 1)];
                ring.swap(larger);
            }
            ring[tail++ & (ring.size() - 1)] = one;
        }
        Served pop() { return ring[head++ & (ring.size() - 1)]; }
    };

    Scenario m_scenario;
    KeySampler m_keys;
    TableLayout m_layout;
    KeyRoute m_route;
    Exponential m_exponential;
    std::vector<Line> m_waiting;
    std::vector<std::uint32_t> m_busy;
};

double cpuSeconds(const std::function<void()>& work) {
    const std::clock_t began = std::clock();
    work();
    return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Goals: general_over_list at least 0.6, idle_clients_cost at most 0.25.
void generalPath(benchmark::State& state) {
    EventList list;
    const Scenario plain = reference();
    Scenario clients = plain; // may give up and try again, and never do
    clients.streams.front().client.timeoutMs = 1e6;
    clients.streams.front().client.retries.limit = 3;
    clients.streams.front().client.budget = RetryBudget{};
    Scenario everything = clients; // what only the walk can do, idle as well
    everything.queueLimit = 1'000'000'000;
    everything.streams.front().client.rateLimit = RateLimit{1e9, 1e9};
    everything.faults = {NodesDown{{1e6, 2e6}, {"n"}, "", 0, WhenDown::Refused, 0}};
    NoProgress nobody;
    std::vector<double> general;
    std::vector<double> cost;
    for (auto _ : state) {
        const double events = cpuSeconds([&] { benchmark::DoNotOptimize(list.run()); });
        const double walked = cpuSeconds([&] { benchmark::DoNotOptimize(run(everything, {}, {}, nobody)); });
        const double batches = cpuSeconds([&] { benchmark::DoNotOptimize(run(plain, {}, {}, nobody)); });
        const double idle = cpuSeconds([&] { benchmark::DoNotOptimize(run(clients, {}, {}, nobody)); });
        general.push_back(events / walked);
        cost.push_back(idle / batches - 1);
    }
    state.counters["general_over_list"] = median(general);
    state.counters["idle_clients_cost"] = median(cost);
}
BENCHMARK(generalPath)->Unit(benchmark::kMillisecond)->Iterations(7);

} // namespace
