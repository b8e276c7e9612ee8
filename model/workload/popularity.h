// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace shardscape::model {

enum class PopularityKind { Uniform, Zipf, HotSet, PowerLaw, Latest, Sample };
const char* name(PopularityKind kind);

/// So many different keys of a sample that were each asked for so often.
struct SeenKeys {
    std::int64_t times = 0;
    std::int64_t keys = 0;
    bool operator==(const SeenKeys&) const = default;
};

/// The keys of real requests, counted.
struct KeySample {
    std::vector<SeenKeys> seen; ///< falling by times; empty: not read
    bool operator==(const KeySample&) const = default;

    std::int64_t requests() const;
    std::int64_t distinct() const;
};

/// Which share of a pattern's traffic each key takes (A3).
struct KeyPopularity {
    PopularityKind kind = PopularityKind::Uniform;
    double theta = 0.99;       ///< Zipf, Latest: P(rank r) ~ r^-theta, theta >= 0
    double keyShare = 0.2;     ///< HotSet: this share of the keys …
    double trafficShare = 0.8; ///< … takes this share of the traffic
    double alpha = 2.1;        ///< PowerLaw: density of popularity ~ x^-alpha, so P(rank r) ~ r^-(1/(alpha-1))
    std::string file;          ///< Sample: a CSV of real keys
    KeySample sample;          ///< Sample: what the file said when it was read
    bool operator==(const KeyPopularity&) const = default;
};

} // namespace shardscape::model
