// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/draw.h"

#include <cmath>
#include <vector>

namespace shardscape::estimator {
namespace {

constexpr int kDrawnStep = 389; ///< between rows that follow each other: an order without pattern

void fillShares(std::size_t dimension, Drawn& out) {
    static constexpr std::array<int, 64> kPrimes{
        2,   3,   5,   7,   11,  13,  17,  19,  23,  29,  31,  37,  41,  43,  47,  53,  59,  61,  67,  71,  73,  79,
        83,  89,  97,  101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193,
        197, 199, 211, 223, 227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307, 311};
    const double root = std::sqrt(kPrimes[dimension % kPrimes.size()]) * (1 + static_cast<double>(dimension / 64));
    for (int i = 0; i < kDrawnRows; ++i) {
        const double product = (i * kDrawnStep % kDrawnRows + 0.5) * root;
        out[static_cast<std::size_t>(i)] = product - std::floor(product);
    }
}

/// Of rows with up to 32 columns; wider ones are rare enough to be worked out each time.
constexpr std::size_t kKept = 64;

struct Kept {
    std::vector<Drawn> shares{kKept};
    std::vector<Drawn> logarithms{kKept};
    Kept() {
        for (std::size_t dimension = 0; dimension < kKept; ++dimension) {
            fillShares(dimension, shares[dimension]);
            for (std::size_t i = 0; i < kDrawnRows; ++i)
                logarithms[dimension][i] = std::log(shares[dimension][i]);
        }
    }
};

const Kept& kept() {
    static const Kept kTables;
    return kTables;
}

} // namespace

const Drawn& drawnShares(std::size_t dimension, Drawn& scratch) {
    if (dimension < kKept)
        return kept().shares[dimension];
    fillShares(dimension, scratch);
    return scratch;
}

void drawLengths(const model::Lengths& lengths, std::size_t dimension, Drawn& out) {
    if (lengths.power != 1 && dimension < kKept) { // the logarithm is half of a power
        const Drawn& logarithms = kept().logarithms[dimension];
        for (std::size_t i = 0; i < kDrawnRows; ++i)
            out[i] = wholeBytes(0.5 + lengths.most * std::exp(lengths.power * logarithms[i]));
        return;
    }
    Drawn scratch;
    const Drawn& shares = drawnShares(dimension, scratch);
    if (lengths.power != 1) {
        for (std::size_t i = 0; i < kDrawnRows; ++i)
            out[i] = wholeBytes(0.5 + lengths.at(shares[i]));
        return;
    }
    const double least = lengths.least, span = lengths.most - lengths.least;
    for (std::size_t i = 0; i < kDrawnRows; ++i)
        out[i] = wholeBytes(0.5 + (least + span * shares[i]));
}

} // namespace shardscape::estimator
