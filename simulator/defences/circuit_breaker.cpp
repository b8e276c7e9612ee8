// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/defences/circuit_breaker.h"

#include <algorithm>

#include "simulator/traffic/arrivals.h"

namespace shardscape::simulator {

CircuitBreaker::CircuitBreaker(const Breaker& spec)
    : m_spec(spec)
    , m_sliceNs(std::max<std::int64_t>(1, toNs(spec.windowSeconds / kSlices)))
    , m_openForNs(toNs(spec.openSeconds)) {}

void CircuitBreaker::change(State state, std::int64_t now) {
    if (m_state == State::Closed)
        m_since = now;
    if (state == State::Closed)
        m_openNs += now - m_since;
    if (state == State::Open) {
        m_openedAt = now;
        ++m_opened;
    }
    m_state = state;
    ++m_epoch;
    m_probes = 0;
    m_succeeded = 0;
    m_slices.fill({});
}

bool CircuitBreaker::allow(std::int64_t now) {
    if (m_state == State::Closed)
        return true;
    if (m_state == State::Open) {
        if (now < m_openedAt + m_openForNs)
            return false;
        change(State::HalfOpen, now);
    }
    return m_probes++ < m_spec.probes;
}

void CircuitBreaker::tell(std::int64_t now, std::uint32_t epoch, bool success) {
    if (epoch != m_epoch)
        return;
    if (m_state == State::HalfOpen) {
        if (!success)
            change(State::Open, now);
        else if (++m_succeeded == m_spec.probes)
            change(State::Closed, now);
        return;
    }
    const std::int64_t number = now / m_sliceNs;
    Slice& slice = m_slices[static_cast<std::size_t>(number % kSlices)];
    if (slice.number != number)
        slice = {number, 0, 0};
    ++slice.all;
    slice.failed += success ? 0 : 1;
    if (!success && tooManyFail(number))
        change(State::Open, now);
}

bool CircuitBreaker::tooManyFail(std::int64_t slice) const {
    std::uint64_t all = 0;
    std::uint64_t failed = 0;
    for (const Slice& one : m_slices)
        if (one.number > slice - kSlices) {
            all += one.all;
            failed += one.failed;
        }
    return all >= m_spec.least && static_cast<double>(failed) >= m_spec.failureShare * static_cast<double>(all);
}

} // namespace shardscape::simulator
