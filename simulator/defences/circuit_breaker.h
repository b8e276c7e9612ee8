// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "simulator/scenario/client.h"

namespace shardscape::simulator {

/// The machine of a Breaker. Times in ns, never falling between calls.
class CircuitBreaker {
public:
    explicit CircuitBreaker(const Breaker& spec);

    /// Whether an attempt may go on; counts it as a probe while half-open. Its outcome is told with the epoch that
    /// began when the state last changed: outcomes of older epochs say nothing about this one.
    bool allow(std::int64_t now);
    std::uint32_t epoch() const { return m_epoch; }
    void tell(std::int64_t now, std::uint32_t epoch, bool success);

    std::uint64_t timesOpened() const { return m_opened; }
    /// Time spent open or half-open until now.
    std::int64_t openUntil(std::int64_t now) const { return m_openNs + (m_state == State::Closed ? 0 : now - m_since); }

private:
    enum class State { Closed, Open, HalfOpen };
    static constexpr int kSlices = 10;
    struct Slice {
        std::int64_t number = -1;
        std::uint64_t failed = 0;
        std::uint64_t all = 0;
    };
    void change(State state, std::int64_t now);
    bool tooManyFail(std::int64_t slice) const;

    Breaker m_spec;
    std::int64_t m_sliceNs;
    std::int64_t m_openForNs;
    State m_state = State::Closed;
    std::uint32_t m_epoch = 0;
    std::int64_t m_since = 0;    ///< open or half-open since
    std::int64_t m_openedAt = 0; ///< last
    std::int64_t m_openNs = 0;   ///< before m_since
    std::uint64_t m_opened = 0;
    std::uint32_t m_probes = 0;    ///< let through while half-open
    std::uint32_t m_succeeded = 0; ///< of those
    std::array<Slice, kSlices> m_slices{};
};

} // namespace shardscape::simulator
