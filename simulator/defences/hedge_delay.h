// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>

#include "simulator/measure/histogram.h"
#include "simulator/scenario/client.h"
#include "simulator/traffic/arrivals.h"

namespace shardscape::simulator {

/// How long a client waits before it asks another replica: a fixed time, or a quantile of the answers told lately. The
/// quantile is looked up anew after every 256 answers, among the last 8,192 to 16,384 (as many as there are at first).
class HedgeDelay {
public:
    explicit HedgeDelay(const Hedge& spec)
        : m_quantile(spec.quantile)
        , m_delay(spec.afterMs > 0 ? static_cast<std::int64_t>(spec.afterMs * 1e6 + 0.5) : kNever) {}

    bool learns() const { return m_quantile > 0; }
    /// kNever while it is not known.
    std::int64_t ns() const { return m_delay; }
    void tell(std::int64_t answerNs) {
        m_answers.add(answerNs);
        if (m_answers.total() % kLookUp != 0)
            return;
        Histogram lately = m_before;
        lately.add(m_answers);
        m_delay = static_cast<std::int64_t>(lately.quantileNs(m_quantile) + 0.5);
        if (m_answers.total() >= kMost) {
            std::swap(m_before, m_answers);
            m_answers.clear();
        }
    }

private:
    static constexpr std::uint64_t kLookUp = 256;
    static constexpr std::uint64_t kMost = 8192;
    double m_quantile;
    std::int64_t m_delay;
    Histogram m_answers;
    Histogram m_before; ///< the 8,192 before those
};

} // namespace shardscape::simulator
