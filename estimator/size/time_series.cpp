// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/time_series.h"

#include <algorithm>
#include <cmath>

#include "estimator/size/xor_chunk.h"

namespace shardscape::estimator {
namespace {

constexpr int kDrawnChunks = 16;
constexpr std::int64_t kFirstTime = 1767225600000; ///< 2026-01-01 in milliseconds; any of this century takes 6 bytes

/// SplitMix64: the same numbers always.
class Numbers {
public:
    std::uint64_t next() {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    double share() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    std::int64_t upTo(double most) { return static_cast<std::int64_t>(share() * most); }

private:
    std::uint64_t m_state = 42;
};

template <class Next> double bytesOf(int samples, double seconds, double jitter, double overhead, Next next) {
    Numbers numbers;
    double bytes = 0;
    const auto step = static_cast<std::int64_t>(std::max(1.0, seconds * 1000));
    for (int chunk = 0; chunk < kDrawnChunks; ++chunk) {
        XorChunk out;
        for (int i = 0; i < samples; ++i) {
            const std::int64_t off = jitter > 0 ? numbers.upTo(2 * jitter) - static_cast<std::int64_t>(jitter) : 0;
            out.append(kFirstTime + (chunk * samples + i) * step + off, next(numbers));
        }
        bytes += out.bytes() + overhead;
    }
    return bytes / (kDrawnChunks * samples);
}

} // namespace

Spread sampleBytes(const SampleKind& kind, int samples, double seconds, const model::EngineProfile& profile) {
    const double overhead = profile.value("storage.chunk_overhead_bytes");
    const int count = std::max(1, samples);
    const double jitter = std::min(500.0, seconds * 500);
    Spread out;
    out.least = bytesOf(count, seconds, 0, overhead, [](Numbers&) { return 5.0; });
    if (kind.kind == SampleKind::Kind::Fraction) {
        const double unit = std::pow(10, std::clamp(kind.digits, 0.0, 9.0));
        double level = std::round(20 * unit);
        out.likely = bytesOf(count, seconds, 0, overhead, [&](Numbers& numbers) {
            level += static_cast<double>(numbers.upTo(3)) - 1;
            return level / unit;
        });
        out.most = bytesOf(count, seconds, jitter, overhead, [](Numbers& numbers) { return numbers.share() * 100; });
        return out;
    }
    const double distinct = kind.kind == SampleKind::Kind::Flag ? 2 : std::max(1.0, kind.distinct);
    const double lowest = kind.kind == SampleKind::Kind::Flag ? 0 : 1;
    const auto even = [&](Numbers& numbers) { return lowest + static_cast<double>(numbers.upTo(distinct)); };
    out.likely = bytesOf(count, seconds, 0, overhead, even);
    out.most = bytesOf(count, seconds, jitter, overhead, even);
    return out;
}

std::optional<Figure> seriesFigure(const StructureEstimate& structure) {
    for (const IndexEstimate& index : structure.indexes)
        for (const Figure& input : index.bytes.inputs())
            if (input.name() == kSeriesFigure)
                return input;
    return std::nullopt;
}

} // namespace shardscape::estimator
