// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace shardscape::model {

enum class PopularityKind { Uniform, Zipf, HotSet, PowerLaw, Latest, Sample };
const char* name(PopularityKind kind);

/// Which share of a pattern's traffic each key takes (A3).
struct KeyPopularity {
    PopularityKind kind = PopularityKind::Uniform;
    double theta = 0.99;       ///< Zipf, Latest: P(rank r) ~ r^-theta, theta >= 0
    double keyShare = 0.2;     ///< HotSet: this share of the keys …
    double trafficShare = 0.8; ///< … takes this share of the traffic
    double alpha = 2.1;        ///< PowerLaw: density of popularity ~ x^-alpha, so P(rank r) ~ r^-(1/(alpha-1))
    std::string file;          ///< Sample: a CSV of real keys
    bool operator==(const KeyPopularity&) const = default;
};

} // namespace shardscape::model
