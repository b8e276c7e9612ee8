// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/replications.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <memory>
#include <mutex>
#include <numeric>
#include <thread>
#include <vector>

#include "simulator/kernel/assembly.h"
#include "simulator/measure/pool.h"
#include "simulator/measure/warmup_end.h"
#include "simulator/scenario/scenario_json.h"

namespace shardscape::simulator {

namespace {

/// Runs that look for the end of the warm-up: how long in parts of a replication, and how many.
struct Pilot {
    double part;
    std::uint32_t runs;
};
constexpr std::array<Pilot, 3> kPilots{{{1.0 / 16, 16}, {1.0 / 4, 8}, {1.0, 4}}};
constexpr std::uint32_t kPilotWindows = 256;
constexpr std::uint32_t kFirstPilot = UINT32_MAX - 16; // no replication that counts has such a number

/// What all threads have done together, told from one of them.
class SharedProgress {
public:
    /// Shares run from `from` to `to` while `runs` runs are made.
    SharedProgress(ProgressSink& sink, double from, double to, std::uint32_t runs)
        : m_sink(sink)
        , m_from(from)
        , m_scale((to - from) / runs)
        , m_done(runs) {}
    void set(std::uint32_t run, double share, bool tells) {
        m_done[run].store(share, std::memory_order_relaxed);
        if (!tells)
            return m_sink.hold();
        double sum = 0;
        for (const std::atomic<double>& done : m_done)
            sum += done.load(std::memory_order_relaxed);
        m_told = std::max(m_told, m_from + sum * m_scale);
        m_sink.progress(std::min(1.0, m_told));
    }

private:
    ProgressSink& m_sink;
    double m_from;
    double m_scale;
    double m_told = 0;
    std::vector<std::atomic<double>> m_done;
};

class RunProgress final : public ProgressSink {
public:
    /// `windows`: null where nobody watches the windows of this run.
    RunProgress(SharedProgress& shared, std::uint32_t run, bool tells, ProgressSink* windows)
        : m_shared(shared)
        , m_run(run)
        , m_tells(tells)
        , m_windows(windows) {}
    void progress(double share) override { m_shared.set(m_run, share, m_tells); }
    void windowEnded(const RunSoFar& soFar) override {
        if (m_windows)
            m_windows->windowEnded(soFar);
    }

private:
    SharedProgress& m_shared;
    std::uint32_t m_run;
    bool m_tells;
    ProgressSink* m_windows;
};

class Replications {
public:
    Replications(const Scenario& scenario, const ReplicationOptions& options, std::stop_token stop,
                 ProgressSink& progress)
        : m_scenario(scenario)
        , m_options(options)
        , m_stop(std::move(stop))
        , m_progress(progress)
        , m_plan(makePlan(scenario)) {}

    model::Result<RunResult> result() {
        setReplicationLength();
        if (!cutWarmup())
            return cancelled();
        setLength(m_plan, m_scenario);
        m_expected = expect(m_plan);
        m_hottest = hottestKeys(m_plan, m_options.hottestKeys);
        const std::uint32_t most = mostReplications();
        std::uint32_t wanted = std::clamp<std::uint32_t>(m_options.replications, 1, most);
        for (;;) {
            const double told = static_cast<double>(m_pool.replications()) / most;
            const double until = m_options.precision > 0 ? static_cast<double>(wanted) / most : 1;
            if (!addUntil(wanted, told, until))
                return cancelled();
            if (m_options.precision <= 0 || wanted >= most)
                break;
            const double halfWidth = m_pool.relativeHalfWidth();
            if (halfWidth <= m_options.precision)
                break;
            wanted = std::min(most, next(wanted, halfWidth / m_options.precision));
        }
        m_progress.progress(1);
        RunResult result = m_pool.takeResult();
        result.warmupEnd = m_warmupEnd;
        return result;
    }

private:
    static model::Result<RunResult> cancelled() {
        return model::fail(model::ErrorCode::Cancelled, "the simulation was stopped");
    }
    /// A half-width falls with the square root of the number of replications; a fifth more makes up for chance.
    static std::uint32_t next(std::uint32_t replications, double ratio) {
        const double needed = 1.2 * ratio * ratio * replications;
        return static_cast<std::uint32_t>(std::clamp(needed, 1.5 * replications, 4.0 * replications));
    }
    bool steady() const {
        return m_scenario.faults.empty() && m_scenario.rebalances.empty() && m_scenario.rebalances.empty() &&
               std::all_of(m_scenario.streams.begin(), m_scenario.streams.end(),
                           [](const Stream& stream) { return stream.profile.empty(); });
    }
    double expectedRequests() const {
        return m_plan.expectedSeconds * std::accumulate(m_plan.streamRates.begin(), m_plan.streamRates.end(), 0.0);
    }
    void setReplicationLength() {
        if (m_options.precision <= 0 || !steady() || m_scenario.requests == 0 || m_scenario.durationSeconds > 0)
            return;
        const std::uint64_t least = std::max<std::uint64_t>(1, m_options.mostRequests / kMostReplications);
        const std::uint64_t most = std::max<std::uint64_t>(1, m_options.mostRequests / 32);
        m_scenario.requests = std::clamp(m_scenario.requests, least, most);
        setLength(m_plan, m_scenario);
    }
    std::uint32_t mostReplications() const {
        if (m_options.precision <= 0)
            return m_options.replications;
        const double most = static_cast<double>(m_options.mostRequests) / std::max(1.0, expectedRequests());
        return static_cast<std::uint32_t>(std::clamp(most, 2.0, double{kMostReplications}));
    }

    /// False when it was asked to stop.
    bool cutWarmup() {
        if (m_scenario.warmup)
            return true;
        m_scenario.warmup = 0;
        m_warmupEnd = WarmupEnd::Unsteady;
        if (!steady())
            return true;
        m_warmupEnd = WarmupEnd::Unsettled;
        const std::vector<double> utilisation = expect(m_plan).nodeUtilisation;
        if (std::any_of(utilisation.begin(), utilisation.end(), [](double u) { return u >= 1; }))
            return true;
        for (const auto& [part, runs] : kPilots) {
            if (expectedRequests() * part < 4.0 * kPilotWindows && part < 1)
                continue;
            Scenario pilot = m_scenario;
            pilot.windows = kPilotWindows;
            pilot.requests = static_cast<std::uint64_t>(std::ceil(static_cast<double>(pilot.requests) * part));
            pilot.durationSeconds *= part;
            setLength(m_plan, pilot);
            const std::optional<std::vector<double>> means = pilotMeans(runs);
            if (!means)
                return false;
            const std::optional<std::size_t> end = warmupEnd(*means);
            if (!end || (part < 1 && 4 * *end > means->size()))
                continue;
            m_scenario.warmup = static_cast<double>(*end) / kPilotWindows * part;
            m_warmupEnd = WarmupEnd::Found;
            return true;
        }
        return true;
    }
    /// The mean latency in each window over all streams and pilot runs.
    std::optional<std::vector<double>> pilotMeans(std::uint32_t runs) {
        std::vector<std::vector<Window>> series(runs);
        const auto keep = [&](std::uint32_t run, Engine& engine) { series[run] = engine.recorder().takeSeries(); };
        if (!runAll(kFirstPilot, runs, 0, 0, keep))
            return std::nullopt;
        std::vector<double> means;
        for (std::size_t w = 0; w < kPilotWindows; ++w) {
            double sum = 0;
            double count = 0;
            for (const std::vector<Window>& one : series)
                for (std::size_t s = 0; w < one.size() && s < one[w].streams.size(); ++s) {
                    sum += one[w].streams[s].meanMs * static_cast<double>(one[w].streams[s].count);
                    count += static_cast<double>(one[w].streams[s].count);
                }
            if (count > 0)
                means.push_back(sum / count);
        }
        return means;
    }

    /// Makes the replications up to a number and puts them into the pool in order, however they come.
    bool addUntil(std::uint32_t wanted, double told, double until) {
        struct Done {
            RunResult result;
            std::vector<Histogram> latencies;
            std::vector<std::uint32_t> partitions;
        };
        const std::uint32_t first = m_pool.replications();
        std::mutex mutex;
        std::vector<std::unique_ptr<Done>> waiting(wanted - first);
        const auto add = [&](std::uint32_t run, Engine& engine) {
            const RunOptions options{first + run, m_options.hottestKeys, m_options.byPartition};
            auto done = std::make_unique<Done>();
            // The pool keeps what is known beforehand, and what explains, of the first one alone.
            done->result = first + run == 0 ? assemble(m_plan, m_expected, m_hottest, options, engine)
                                            : assembleCounts(m_plan, m_expected, m_hottest, options, engine);
            for (std::uint32_t i = 0; i < m_plan.streams.size(); ++i)
                done->latencies.push_back(engine.recorder().total(i));
            done->partitions = engine.recorder().takePartitionLatencies();
            const std::lock_guard lock(mutex);
            waiting[run] = std::move(done);
            for (std::uint32_t at = m_pool.replications() - first; at < waiting.size() && waiting[at]; ++at) {
                std::vector<const Histogram*> latencies;
                for (const Histogram& histogram : waiting[at]->latencies)
                    latencies.push_back(&histogram);
                m_pool.add(std::move(waiting[at]->result), latencies, waiting[at]->partitions);
                waiting[at].reset();
            }
        };
        return runAll(first, wanted - first, told, until, add);
    }

    /// Runs replications first … first + count - 1 over the threads; `finished(run, engine)` comes from any of them.
    template <class Finished>
    bool runAll(std::uint32_t first, std::uint32_t count, double told, double until, const Finished& finished) {
        SharedProgress shared(m_progress, told, until, count);
        std::atomic<std::uint32_t> next = 1; // the calling thread begins with 0
        std::atomic<bool> stopped = false;
        const auto work = [&](std::uint32_t run, bool tells) {
            for (; run < count && !stopped; run = next++) {
                Engine engine(m_plan, {first + run, m_options.hottestKeys, m_options.byPartition && told < until});
                RunProgress progress(shared, run, tells, first + run == 0 ? &m_progress : nullptr);
                if (engine.run(m_stop, progress))
                    finished(run, engine);
                else
                    stopped = true;
            }
        };
        std::vector<std::jthread> helpers;
        for (std::uint32_t i = 1; i < std::min(m_options.threads, count); ++i)
            helpers.emplace_back([&] { work(next++, false); });
        work(0, true);
        helpers.clear(); // waits for them
        return !stopped;
    }

    Scenario m_scenario;
    const ReplicationOptions& m_options;
    std::stop_token m_stop;
    ProgressSink& m_progress;
    Plan m_plan; ///< of the caller's scenario, or of one of other length
    Expected m_expected;
    std::vector<HotKey> m_hottest;
    WarmupEnd m_warmupEnd = WarmupEnd::Given;
    Pool m_pool;
};

} // namespace

model::Result<RunResult> runReplications(const Scenario& scenario, const ReplicationOptions& options,
                                         std::stop_token stop, ProgressSink& progress) {
    if (options.replications <= 1 && options.precision <= 0)
        return run(scenario, {0, options.hottestKeys, options.byPartition}, std::move(stop), progress);
    const auto began = std::chrono::steady_clock::now();
    if (auto checked = checkScenario(scenario); !checked)
        return model::fail(checked.error());
    auto result = Replications(scenario, options, std::move(stop), progress).result();
    if (result)
        result->wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    return result;
}

} // namespace shardscape::simulator
