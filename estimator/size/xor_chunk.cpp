// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/xor_chunk.h"

#include <algorithm>
#include <bit>

namespace shardscape::estimator {
namespace {

int varintBytes(std::uint64_t value) {
    int bytes = 1;
    for (; value >= 128; value >>= 7)
        ++bytes;
    return bytes;
}

std::uint64_t zigZag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

/// A number of "bits" bits as the encoder takes it: from -(2^(bits-1) - 1) to 2^(bits-1).
bool fits(std::int64_t value, int bits) {
    const std::int64_t half = std::int64_t{1} << (bits - 1);
    return value > -half && value <= half;
}

} // namespace

void XorChunk::append(std::int64_t milliseconds, double value) {
    if (m_samples == 0) {
        m_bits += 8 * varintBytes(zigZag(milliseconds)) + 64;
        m_value = std::bit_cast<std::uint64_t>(value);
    } else {
        const std::int64_t delta = milliseconds - m_time;
        const std::int64_t change = delta - m_delta;
        if (m_samples == 1)
            m_bits += 8 * varintBytes(static_cast<std::uint64_t>(delta));
        else
            m_bits += change == 0 ? 1 : fits(change, 14) ? 16 : fits(change, 17) ? 20 : fits(change, 20) ? 24 : 68;
        m_delta = delta;
        appendValue(value);
    }
    m_time = milliseconds;
    ++m_samples;
}

void XorChunk::appendValue(double value) {
    const std::uint64_t now = std::bit_cast<std::uint64_t>(value);
    const std::uint64_t different = now ^ m_value;
    m_value = now;
    if (different == 0) {
        ++m_bits;
        return;
    }
    const int leading = std::min(31, std::countl_zero(different));
    const int trailing = std::countr_zero(different);
    if (m_leading >= 0 && leading >= m_leading && trailing >= m_trailing) {
        m_bits += 2 + 64 - m_leading - m_trailing;
        return;
    }
    m_leading = leading;
    m_trailing = trailing;
    m_bits += 13 + 64 - leading - trailing;
}

double XorChunk::bytes() const {
    return static_cast<double>((m_bits + 7) / 8);
}

} // namespace shardscape::estimator
