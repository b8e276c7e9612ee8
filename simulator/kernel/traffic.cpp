// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/traffic.h"

#include <algorithm>

namespace shardscape::simulator {

Traffic::Traffic(const Plan& plan, std::uint32_t replication)
    : m_plan(plan)
    , m_block(std::clamp<std::size_t>((1U << 18) / plan.streams.size(), 64, 1024)) {
    for (std::uint32_t i = 0; i < plan.streams.size(); ++i) {
        const Stream& stream = plan.scenario->streams[i];
        const auto seed = [&](Purpose purpose) {
            return streamSeed(plan.scenario->seed, replication, stream.name, purpose);
        };
        Source source{ArrivalSource(stream, seed(Purpose::Arrivals), surgesOf(*plan.scenario, stream)),
                      Random(seed(Purpose::Keys)),
                      Random(seed(Purpose::Service)),
                      Random(seed(Purpose::Touch)),
                      Random(seed(Purpose::CacheHit)),
                      Random(seed(Purpose::Retry)),
                      Random(seed(Purpose::Balance)),
                      Random(seed(Purpose::Dependency)),
                      Random(seed(Purpose::Data)),
                      std::vector<std::int64_t>(m_block),
                      std::vector<std::uint64_t>(m_block),
                      std::vector<std::uint32_t>(m_block),
                      std::vector<std::int64_t>(plan.simple ? m_block : 0),
                      0};
        m_sources.push_back(std::move(source));
        refill(i);
        m_heads.push_back({m_sources[i].times.front(), i});
    }
    std::sort(m_heads.begin(), m_heads.end());
}

void Traffic::refill(std::uint32_t stream) {
    Source& source = m_sources[stream];
    const StreamPlan& plan = m_plan.streams[stream];
    const StepPlan& step = plan.steps.front();
    source.at = 0;
    source.arrivals.fill(source.times);
    plan.keys->fill(source.keyNumbers, source.keys);
    if (step.route != nullptr && step.ownKeys == nullptr)
        step.route->partitions(source.keyNumbers, source.partitions);
    if (m_plan.simple)
        step.service.fill(source.services, source.service);
}

void Traffic::sinkTop() {
    const Head head = m_heads.front();
    std::size_t at = 0;
    for (;;) {
        std::size_t child = 2 * at + 1;
        if (child >= m_heads.size())
            break;
        if (child + 1 < m_heads.size() && m_heads[child + 1] < m_heads[child])
            ++child;
        if (!(m_heads[child] < head))
            break;
        m_heads[at] = m_heads[child];
        at = child;
    }
    m_heads[at] = head;
}

std::int64_t Traffic::nextTime() {
    return m_heads.front().time;
}

/// How many requests of a source, from its next one on, come before a time and before another stream's head. The next
/// one does.
std::size_t Traffic::runLength(const Source& source, std::size_t most, std::int64_t limitNs, std::uint32_t stream,
                               const Head& second) {
    const auto comes = [&](std::size_t i) {
        const std::int64_t time = source.times[source.at + i];
        return time < limitNs && Head{time, stream} < second;
    };
    if (comes(most - 1))
        return most; // times never fall
    std::size_t length = 1;
    while (comes(length))
        ++length;
    return length;
}

void Traffic::take(Source& source, std::uint32_t stream, std::size_t length, Batch& batch, std::size_t to) const {
    const auto copy = [&](const auto& from, auto& into) {
        std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(source.at), length,
                    into.begin() + static_cast<std::ptrdiff_t>(to));
    };
    copy(source.times, batch.time);
    copy(source.keyNumbers, batch.key);
    copy(source.partitions, batch.partition);
    if (m_plan.simple)
        copy(source.services, batch.service);
    std::fill_n(batch.stream.begin() + static_cast<std::ptrdiff_t>(to), length, stream);
    source.at += length;
}

void Traffic::next(Batch& batch, std::int64_t limitNs, std::uint64_t most) {
    most = std::min<std::uint64_t>(most, Batch::kMost);
    std::size_t n = 0;
    while (n < most && m_heads.front().time < limitNs) {
        const std::uint32_t stream = m_heads.front().stream;
        Source& source = m_sources[stream];
        // Everything of this stream that comes before the head of any other, without looking at the heap again.
        Head second{kNever, UINT32_MAX};
        for (std::size_t i = 1; i < std::min<std::size_t>(3, m_heads.size()); ++i)
            second = std::min(second, m_heads[i]);
        do {
            const std::size_t length =
                runLength(source, std::min(most - n, m_block - source.at), limitNs, stream, second);
            take(source, stream, length, batch, n);
            n += length;
            if (source.at == m_block)
                refill(stream);
        } while (n < most && source.times[source.at] < limitNs && Head{source.times[source.at], stream} < second);
        m_heads.front().time = source.times[source.at];
        sinkTop();
    }
    batch.size = n;
}

} // namespace shardscape::simulator
