// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/random.h"

#include <cmath>

#include <xxhash.h>

namespace shardscape::simulator {

std::uint64_t streamSeed(std::uint64_t seed, std::uint32_t replication, std::string_view stream, Purpose purpose) {
    const std::uint64_t run = Random(Random(seed).next() ^ replication).next();
    const std::uint64_t named = XXH64(stream.data(), stream.size(), run);
    return Random(named ^ static_cast<std::uint64_t>(purpose)).next();
}

Exponential::Exponential() {
    // The last edge and the area of each layer for 256 layers (Marsaglia and Tsang 2000, section 3).
    constexpr double kLast = 7.69711747013104972;
    constexpr double kArea = 0.0039496598225815571993;
    m_x[0] = kArea * std::exp(kLast);
    m_x[1] = kLast;
    for (int i = 2; i < 256; ++i)
        m_x[i] = -std::log(std::exp(-m_x[i - 1]) + kArea / m_x[i - 1]);
    m_x[256] = 0;
    for (int i = 0; i < 257; ++i)
        m_f[i] = std::exp(-m_x[i]);
}

Exponential::Edge Exponential::edge(Random random, std::uint64_t layer, double x) const {
    double shift = 0;
    for (;;) {
        if (layer == 0) {
            shift += m_x[1]; // the tail is the distribution itself again, further out
        } else if (m_f[layer] + random.unit() * (m_f[layer + 1] - m_f[layer]) < std::exp(-x)) {
            return {shift + x, random};
        }
        const std::uint64_t bits = random.next();
        layer = bits & 255;
        x = static_cast<double>(bits >> 11) * 0x1p-53 * m_x[layer];
        if (x < m_x[layer + 1])
            return {shift + x, random};
    }
}

} // namespace shardscape::simulator
