// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace shardscape::simulator {

/// splitmix64 (Steele, Lea, Flood 2014): one word of state, so that a copy kept in a local variable of a hot loop costs
/// nothing. Streams are told apart by their seeds; the chance that two of n draws each overlap is about n / 2^63.
class Random {
public:
    explicit Random(std::uint64_t seed = 0)
        : m_state(seed) {}

    std::uint64_t next() {
        std::uint64_t z = m_state += 0x9e3779b97f4a7c15ULL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// Uniform in [0, 1), 53 bits.
    double unit() { return unit(next()); }
    static double unit(std::uint64_t word) { return static_cast<double>(word >> 11) * 0x1p-53; }
    /// Uniform in [0, n); the bias of the multiplication is below n / 2^64.
    std::uint64_t below(std::uint64_t n) {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint64_t>((static_cast<Wide>(next()) * n) >> 64);
    }

private:
    std::uint64_t m_state;
};

/// What a random stream is for; each gets its own so that results do not depend on how many draws another one takes.
enum class Purpose : std::uint64_t {
    Arrivals = 1,
    Keys,
    Service,
    Touch,
    CacheHit,
    Retry,
    Balance,
    Dependency,
    Data, ///< lags, partial writes, events lost and doubled
    Breakdowns
};

/// The seed of one random stream, from the scenario's seed, the replication and the name of the request stream: adding
/// or removing another request stream does not change it.
std::uint64_t streamSeed(std::uint64_t seed, std::uint32_t replication, std::string_view stream, Purpose purpose);

/// Exponential with mean 1 by the ziggurat of Marsaglia and Tsang (2000), 256 layers.
class Exponential {
public:
    Exponential();
    double operator()(Random& random) const {
        const std::uint64_t bits = random.next();
        const std::uint64_t layer = bits & 255;
        const double x = static_cast<double>(bits >> 11) * 0x1p-53 * m_x[layer];
        if (x < m_x[layer + 1]) [[likely]]
            return x;
        const Edge drawn = edge(random, layer, x);
        random = drawn.after;
        return drawn.value;
    }

private:
    struct Edge {
        double value;
        Random after;
    };
    /// The random stream by value, so that in loops it stays in a register.
    Edge edge(Random random, std::uint64_t layer, double x) const;

    double m_x[257]; ///< right edges of the layers, falling; the first is that of the base with its tail
    double m_f[257]; ///< exp(-x)
};

} // namespace shardscape::simulator
