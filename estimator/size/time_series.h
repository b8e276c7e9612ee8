// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "estimator/size/columnar.h"
#include "estimator/summary/estimate.h"
#include "model/engine/engine_profile.h"

namespace shardscape::estimator {

/// The name of the figure that counts series.
inline constexpr const char* kSeriesFigure = "series in all";

/// What the numbers of a series are like, one after the other.
struct SampleKind {
    enum class Kind { Flag, Whole, Fraction };
    Kind kind = Kind::Fraction;
    double distinct = 200; ///< Whole: different values, from 1
    double digits = 1;     ///< Fraction: after the point
};

/// Bytes of a sample in its chunk, its time included. Chunks of drawn numbers are encoded and weighed (xor_chunk.h);
/// the model does not know how a number moves, which makes the range:
/// - least: it never changes, and times are regular;
/// - likely: a fraction moves by a step of its last digit up, down or not at all; whole numbers and yes or no are drawn
///   independently, evenly; times are regular, as a scraper writes them;
/// - most: independent numbers, a fraction of full entropy, times with 500 ms of jitter.
/// "samples": of a chunk; "seconds": between two samples.
Spread sampleBytes(const SampleKind& kind, int samples, double seconds, const model::EngineProfile& profile);

/// How many series a structure holds, from its size's working; nothing for other structures than series.
std::optional<Figure> seriesFigure(const StructureEstimate& structure);

} // namespace shardscape::estimator
