// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/demand/cache.h"

#include <cmath>
#include <limits>

namespace shardscape::estimator {
namespace {

double heldBytes(const std::vector<CachedStream>& streams, double seconds) {
    double bytes = 0;
    for (const CachedStream& stream : streams)
        for (const KeyWeights::Group& group : stream.weights->groups())
            bytes -= group.keys * stream.entryBytes * std::expm1(-stream.rate * group.share * seconds);
    return bytes;
}

double hitRatio(const CachedStream& stream, double seconds, std::optional<double> ttl) {
    double hits = 0;
    for (const KeyWeights::Group& group : stream.weights->groups()) {
        const double rate = stream.rate * group.share;
        const double stays = std::isinf(seconds) ? 1 : -std::expm1(-rate * seconds);
        double hit = stays;
        if (ttl) {
            const double expiry = rate * *ttl;
            const double inverse = (expiry > 0 ? 1 / expiry : std::numeric_limits<double>::infinity()) +
                                   (stays > 0 ? (1 - stays) / stays : std::numeric_limits<double>::infinity());
            hit = 1 / (1 + inverse);
        }
        hits += group.keys * group.share * hit;
    }
    const double drops = stream.dropsPerSecond;
    return stream.rate > 0 ? hits * stream.rate / (stream.rate + drops) : 0;
}

} // namespace

CacheBehaviour lruCache(const std::vector<CachedStream>& streams, double capacityBytes,
                        std::optional<double> ttlSeconds) {
    CacheBehaviour result;
    double everything = 0;
    double rate = 0;
    for (const CachedStream& stream : streams) {
        everything += stream.weights->keys() * stream.entryBytes;
        rate += stream.rate;
    }
    result.characteristicSeconds = std::numeric_limits<double>::infinity();
    result.bytes = everything;
    if (everything > capacityBytes && rate > 0) {
        // The bytes held grow with T: double until too many, then halve the interval.
        double high = 1 / rate;
        while (heldBytes(streams, high) < capacityBytes && high < 1e15)
            high *= 2;
        double low = high / 2;
        for (int i = 0; i < 40; ++i) {
            const double middle = (low + high) / 2;
            (heldBytes(streams, middle) < capacityBytes ? low : high) = middle;
        }
        result.characteristicSeconds = (low + high) / 2;
        result.bytes = capacityBytes;
    }
    for (const CachedStream& stream : streams)
        result.hitRatios.push_back(hitRatio(stream, result.characteristicSeconds, ttlSeconds));
    return result;
}

} // namespace shardscape::estimator
