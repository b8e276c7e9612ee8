// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace shardscape::estimator {

/// Counts the bits of a chunk of samples as Gorilla and Prometheus write them. Bit for bit: the time as the change of
/// its change (1, 16, 20, 24 or 68 bits), the number as the bits that differ from the one before (1 bit when none do; 2
/// and the meaningful bits when they fit the window of before; else 13 and the meaningful bits). The first sample is
/// whole, the second one's time a plain difference.
/// Sources: Pelkonen and others, "Gorilla", VLDB 2015; Prometheus 2.42 tsdb/chunkenc/xor.go, whose files
/// tests/engines/prometheus_test.cpp compares with.
class XorChunk {
public:
    void append(std::int64_t milliseconds, double value);
    int samples() const { return m_samples; }
    /// With the count of samples in front (2 bytes), in whole bytes.
    double bytes() const;

private:
    void appendValue(double value);

    int m_samples = 0;
    std::int64_t m_bits = 16;
    std::int64_t m_time = 0;
    std::int64_t m_delta = 0;
    std::uint64_t m_value = 0;
    int m_leading = -1; ///< zeros before and behind the window; -1: there is none yet
    int m_trailing = 0;
};

} // namespace shardscape::estimator
