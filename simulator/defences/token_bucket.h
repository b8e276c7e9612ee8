// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace shardscape::simulator {

/// Tokens that come in by time and by hand, up to a bound, and are spent one by one. Begins full.
class TokenBucket {
public:
    TokenBucket(double most, double perSecond)
        : m_most(most)
        , m_perNs(perSecond / 1e9)
        , m_tokens(most) {}

    void setRate(std::int64_t now, double perSecond) {
        add(static_cast<double>(now - m_last) * m_perNs);
        m_last = now;
        m_perNs = perSecond / 1e9;
    }
    void add(double tokens) { m_tokens = std::min(m_most, m_tokens + tokens); }
    /// Takes one token if there is one. Times must not fall between calls.
    bool take(std::int64_t now) {
        add(static_cast<double>(now - m_last) * m_perNs);
        m_last = now;
        if (m_tokens < 1 - kRounding)
            return false;
        m_tokens -= 1;
        return true;
    }

private:
    static constexpr double kRounding = 1e-9; ///< ten times a tenth is a token
    double m_most;
    double m_perNs;
    double m_tokens;
    std::int64_t m_last = 0;
};

} // namespace shardscape::simulator
