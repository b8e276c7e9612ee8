// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/live/load.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <mutex>
#include <optional>
#include <random>
#include <thread>

#if defined(__linux__)
#include <sys/prctl.h>
#endif

namespace shardscape::model {
namespace {

using Clock = std::chrono::steady_clock;

/// When each request of an open loop is due, after the start.
std::vector<Clock::duration> moments(const Load& load, std::mt19937_64& random) {
    std::vector<Clock::duration> due;
    std::exponential_distribution<double> gap(load.perSecond);
    double at = gap(random);
    while (at < load.seconds && due.size() < load.mostRequests) {
        due.push_back(std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(at)));
        at += gap(random);
    }
    if (due.empty())
        due.emplace_back(0);
    return due;
}

/// What all threads of a load share.
class Run {
public:
    Run(const Load& load, std::stop_token stop)
        : m_load(load)
        , m_stop(std::move(stop)) {
        std::mt19937_64 random(load.seed);
        if (load.perSecond > 0)
            m_due = moments(load, random);
        double total = 0;
        for (const auto& [share, step] : load.mix)
            m_upTo.push_back(total += share);
        m_start = Clock::now() + std::chrono::milliseconds(2);
        m_end = m_start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(load.seconds));
    }

    void work(ProbeConnection& connection, std::uint64_t thread) {
#if defined(__linux__)
        prctl(PR_SET_TIMERSLACK, 1UL); // a sleeping thread wakes when it is due, not 50 us later
#endif
        std::mt19937_64 random(m_load.seed * 1'000'003 + thread);
        std::vector<std::vector<double>> times(m_load.mix.size());
        std::this_thread::sleep_until(m_start);
        Clock::time_point last = m_start;
        while (!m_stop.stop_requested() && !m_failed) {
            const std::uint64_t ticket = m_next.fetch_add(1);
            if (ticket >= (m_due.empty() ? m_load.mostRequests : m_due.size()))
                break;
            if (m_due.empty() && last != m_start && Clock::now() >= m_end) // at least one each, however slow
                break;
            Clock::time_point from = Clock::now();
            if (!m_due.empty()) {
                from = m_start + m_due[ticket];
                if (!waitUntil(from))
                    break;
            }
            const std::size_t which = pick(random);
            const auto done = connection.perform(m_load.mix[which].second, random());
            last = Clock::now();
            if (!done)
                return failed(done.error());
            times[which].push_back(std::chrono::duration<double, std::micro>(last - from).count());
        }
        gather(times, last);
    }

    Result<LoadTimes> result() {
        if (m_error)
            return fail(*m_error);
        if (m_stop.stop_requested())
            return fail(ErrorCode::Cancelled, "the measurement was stopped");
        m_out.us.resize(m_load.mix.size());
        m_out.seconds = std::chrono::duration<double>(m_last - m_start).count();
        for (const auto& times : m_out.us)
            m_out.requests += times.size();
        return std::move(m_out);
    }

private:
    bool waitUntil(Clock::time_point due) const {
        constexpr auto kPatience = std::chrono::milliseconds(100); // how late a stop is seen
        while (due - Clock::now() > kPatience) {
            std::this_thread::sleep_for(kPatience);
            if (m_stop.stop_requested() || m_failed)
                return false;
        }
        std::this_thread::sleep_until(due);
        return true;
    }
    std::size_t pick(std::mt19937_64& random) const {
        if (m_upTo.size() == 1)
            return 0;
        const double at = std::uniform_real_distribution<double>(0, m_upTo.back())(random);
        return std::min<std::size_t>(
            m_upTo.size() - 1,
            static_cast<std::size_t>(std::upper_bound(m_upTo.begin(), m_upTo.end(), at) - m_upTo.begin()));
    }
    void failed(const Error& error) {
        m_failed = true;
        const std::lock_guard guard(m_mutex);
        if (!m_error)
            m_error = error;
    }
    void gather(std::vector<std::vector<double>>& times, Clock::time_point last) {
        const std::lock_guard guard(m_mutex);
        m_out.us.resize(times.size());
        for (std::size_t i = 0; i < times.size(); ++i)
            m_out.us[i].insert(m_out.us[i].end(), times[i].begin(), times[i].end());
        m_last = std::max(m_last, last);
    }

    const Load& m_load;
    std::stop_token m_stop;
    std::vector<Clock::duration> m_due;
    std::vector<double> m_upTo;
    Clock::time_point m_start, m_end;
    std::atomic<std::uint64_t> m_next{0};
    std::atomic<bool> m_failed{false};
    std::mutex m_mutex;
    std::optional<Error> m_error;
    Clock::time_point m_last{};
    LoadTimes m_out;
};

} // namespace

Result<LoadTimes> runLoad(const std::vector<std::unique_ptr<ProbeConnection>>& connections, const Load& load,
                          std::stop_token stop) {
    Run run(load, std::move(stop));
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < connections.size(); ++i)
            threads.emplace_back([&run, &connections, i] { run.work(*connections[i], i); });
    }
    return run.result();
}

double quantileOf(std::vector<double>& times, double q) {
    if (times.empty())
        return 0;
    const auto at = std::min(times.size() - 1, static_cast<std::size_t>(q * static_cast<double>(times.size())));
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(at), times.end());
    return times[at];
}

} // namespace shardscape::model
