// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/demand/popularity_share.h"

#include <algorithm>
#include <cmath>

namespace shardscape::estimator {
namespace {

constexpr int kExactTerms = 1024;

/// Sum of r^-s over r = from + 1 … to (to >= from, both large), by Euler-Maclaurin.
double tail(double from, double to, double s) {
    const double integral =
        std::abs(s - 1) < 1e-12 ? std::log(to / from) : (std::pow(to, 1 - s) - std::pow(from, 1 - s)) / (1 - s);
    const double ends = (std::pow(to, -s) - std::pow(from, -s)) / 2;
    const double slope = -s * (std::pow(to, -s - 1) - std::pow(from, -s - 1)) / 12;
    return integral + ends + slope;
}

double zipfShare(double keys, double share, double theta) {
    return harmonic(keys * share, theta) / harmonic(keys, theta);
}

} // namespace

double harmonic(double n, double s) {
    const int whole = int(std::min(n, double(kExactTerms)));
    double sum = 0;
    for (int rank = whole; rank >= 1; --rank)
        sum += std::pow(rank, -s);
    if (n <= kExactTerms)
        return sum + (n - whole) * std::pow(whole + 1, -s);
    return sum + tail(kExactTerms, n, s);
}

std::optional<double> topKeysShare(const model::KeyPopularity& popularity, double keys, double share) {
    if (!(keys >= 1))
        return std::nullopt;
    share = std::clamp(share, 0.0, 1.0);
    switch (popularity.kind) {
    case model::PopularityKind::Uniform: return share;
    case model::PopularityKind::Zipf:
    case model::PopularityKind::Latest: return zipfShare(keys, share, popularity.theta);
    case model::PopularityKind::PowerLaw: return zipfShare(keys, share, 1 / (popularity.alpha - 1));
    case model::PopularityKind::HotSet: {
        const double hot = popularity.keyShare;
        if (share <= hot)
            return hot > 0 ? popularity.trafficShare * share / hot : popularity.trafficShare;
        return popularity.trafficShare + (1 - popularity.trafficShare) * (share - hot) / (1 - hot);
    }
    case model::PopularityKind::Sample: break;
    }
    return std::nullopt;
}

} // namespace shardscape::estimator
