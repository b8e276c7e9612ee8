// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/explain/run_each.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace shardscape::simulator {
namespace {

/// The mean of what all runs have told, handed on one call at a time.
class SharedProgress {
public:
    SharedProgress(ProgressSink& sink, std::size_t runs)
        : m_sink(sink)
        , m_shares(runs) {}
    void tell(std::size_t run, double share) {
        const std::lock_guard lock(m_mutex);
        m_sum += share - m_shares[run];
        m_shares[run] = share;
        m_told = std::clamp(m_sum / static_cast<double>(m_shares.size()), m_told, 1.0);
        m_sink.progress(m_told);
    }

private:
    ProgressSink& m_sink;
    std::mutex m_mutex;
    std::vector<double> m_shares;
    double m_sum = 0;
    double m_told = 0;
};

class OneProgress final : public ProgressSink {
public:
    OneProgress(SharedProgress& shared, std::size_t run)
        : m_shared(shared)
        , m_run(run) {}
    void progress(double share) override { m_shared.tell(m_run, share); }

private:
    SharedProgress& m_shared;
    std::size_t m_run;
};

} // namespace

model::Result<std::vector<std::vector<RunResult>>> runEach(std::span<const Scenario> scenarios,
                                                           std::uint32_t replications, std::uint32_t threads,
                                                           std::stop_token stop, ProgressSink& progress) {
    const std::size_t runs = scenarios.size() * replications;
    std::vector<model::Result<RunResult>> results(runs);
    SharedProgress shared(progress, runs);
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < runs; i = next++) {
            OneProgress one(shared, i);
            RunOptions options;
            options.replication = static_cast<std::uint32_t>(i % replications);
            results[i] = run(scenarios[i / replications], options, stop, one);
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < std::min<std::size_t>(threads, runs); ++i)
            others.emplace_back(work);
        work();
    }
    std::vector<std::vector<RunResult>> out(scenarios.size());
    for (std::size_t i = 0; i < runs; ++i) {
        if (!results[i])
            return model::fail(results[i].error());
        out[i / replications].push_back(std::move(*results[i]));
    }
    return out;
}

} // namespace shardscape::simulator
