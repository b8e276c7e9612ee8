// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "simulator/scenario/scenario.h"
#include "simulator/traffic/random.h"

namespace shardscape::simulator {

/// The partition of each key is resolved once for key spaces up to this size, and loads are summed up key by key.
inline constexpr std::uint64_t kTableKeys = 1ULL << 22;
/// Of larger ones, so many of the most popular keys are.
inline constexpr std::uint64_t kCountedKeys = 1ULL << 16;

/// Zipf is drawn by a table of all keys up to so many; that of more would not fit the caches, and the head and tail are
/// faster from there on.
inline constexpr std::uint64_t kAliasKeys = 1ULL << 20;

/// sum of r^-theta for r = 1 … n: term by term up to 2^16, beyond by the Euler-Maclaurin formula whose first neglected
/// term is theta (theta + 1) (theta + 2) a^(-theta-3) / 720 with a = 2^16: at most 4e-19, where the sum is at least 1.
double zipfSum(std::uint64_t n, double theta);

/// r^-theta for neighbouring ranks r = first, first + 1 …; to 1e-11 for theta up to 8. From rank 1,024 on, the binomial
/// series around the middle of every 32 ranks, of which eight terms are enough.
void zipfWeights(std::uint64_t first, double theta, std::span<double> weights);

/// Vose's alias method (1991): any distribution over n outcomes in one draw, 8 bytes an outcome, and little more while
/// it is made. Probabilities are exact to 2^-32 / n.
class AliasTable {
public:
    /// The weights of outcomes first … first + size - 1.
    using Weights = std::function<void(std::uint64_t first, std::span<double> weights)>;
    AliasTable() = default;
    /// Weights of any positive scale, at most 2^32 of them.
    explicit AliasTable(std::span<const double> weights);
    AliasTable(std::uint64_t n, const Weights& weights);
    /// Of all weights.
    double sum() const { return m_sum; }
    std::uint64_t pick(std::uint64_t bits) const {
        const std::uint64_t index = ((bits >> 32) * m_slots.size()) >> 32;
        const std::uint64_t slot = m_slots[index];
        // As arithmetic, because a conditional move here is compiled to a branch that is mispredicted half the time.
        const std::uint64_t other = -static_cast<std::uint64_t>((bits & UINT32_MAX) >= slot >> 32);
        return index ^ ((index ^ (slot & UINT32_MAX)) & other);
    }

private:
    std::vector<std::uint64_t> m_slots; ///< threshold of 32 bits, alias
    double m_sum = 0;
};

/// Zipf over 1 … n without tables, exact for any n and theta >= 0: rejection-inversion (Hoermann and Derflinger 1996).
class ZipfRejection {
public:
    ZipfRejection() = default;
    ZipfRejection(std::uint64_t n, double theta);
    std::uint64_t pick(Random& random) const;

private:
    double integral(double x) const;
    double inverse(double y) const;
    double density(double x) const;

    double m_n = 1;
    double m_theta = 1;
    double m_low = 0;
    double m_high = 0;
    double m_shortcut = 0;
};

/// Zipf over ranks 1 … n for any n, exactly: an alias table of the 65,536 most popular ones and of segments of the
/// others, whose ranks are drawn alike and refused by what their weights have fallen, a hundredth at most. 0.5 MB.
class ZipfHeadTail {
public:
    static constexpr std::uint64_t kHead = 1ULL << 16;
    ZipfHeadTail() = default;
    /// n must be larger than kHead, theta above 0.
    ZipfHeadTail(std::uint64_t n, double theta);
    /// Takes two numbers, whether the second one is needed or not.
    std::uint64_t pick(Random& random) const;
    /// As many picks: which are of the tail cannot be foreseen, so that they are made apart.
    void fill(std::span<std::uint64_t> ranks, Random& random) const;
    double sum() const { return m_outcomes.sum(); }

private:
    struct Segment {
        std::uint64_t first;
        std::uint64_t length;
        double least; ///< weight of the last rank over that of the first
    };
    std::uint64_t ofSegment(const Segment& segment, std::uint64_t word) const;

    AliasTable m_outcomes;
    std::vector<Segment> m_segments;
    double m_theta = 1;
};

/// Draws keys 0 … count-1 as a KeySpec says. Immutable after construction.
class KeySampler {
public:
    explicit KeySampler(const KeySpec& spec);

    void fill(std::span<std::uint64_t> keys, Random& random) const;
    std::uint64_t pick(Random& random) const;
    /// The exact probability of a key.
    double probability(std::uint64_t key) const;
    /// Those of neighbouring keys first, first + 1 …; to 1e-11 of each.
    void probabilities(std::uint64_t first, std::span<double> into) const;
    std::uint64_t count() const { return m_count; }
    /// The n most popular keys (or as popular as any), the most popular first; fewer when there are fewer keys.
    std::vector<std::uint64_t> top(std::uint64_t n) const;
    /// A run of neighbouring keys that contains top(n): n keys, or all listed keys of a sample in arbitrary order.
    std::pair<std::uint64_t, std::uint64_t> runOfTop(std::uint64_t n) const; ///< first, length

private:
    enum class Method { Uniform, HotSet, Alias, AliasAndOthers, HeadTail };
    void weights(std::uint64_t first, std::span<double> into) const;
    std::uint64_t draw(Random& random) const;

    Method m_method = Method::Uniform;
    std::uint64_t m_count = 1;
    bool m_reversed = false; ///< latest: key n-1 has rank 1
    std::uint64_t m_hotKeys = 0;
    double m_hotTraffic = 0;
    double m_theta = 0;
    double m_sum = 1;
    std::vector<double> m_weights; ///< Sample only
    double m_shareOfOthers = 0;
    AliasTable m_alias;
    ZipfHeadTail m_headTail;
};

} // namespace shardscape::simulator
