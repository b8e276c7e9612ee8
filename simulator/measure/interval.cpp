// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measure/interval.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace shardscape::simulator {

namespace {

/// P(|T| <= t) for whole degrees of freedom.
double studentWithin(std::size_t degrees, double t) {
    const double angle = std::atan(t / std::sqrt(static_cast<double>(degrees)));
    const double cosine2 = std::cos(angle) * std::cos(angle);
    const bool odd = degrees % 2 == 1;
    double term = odd ? std::cos(angle) : 1;
    double sum = degrees == 1 ? 0 : term;
    for (std::size_t k = odd ? 3 : 2; k + 2 <= degrees; k += 2) {
        term *= cosine2 * static_cast<double>(k - 1) / static_cast<double>(k);
        sum += term;
    }
    return odd ? 2 / std::numbers::pi * (angle + std::sin(angle) * sum) : std::sin(angle) * sum;
}

Interval around(double value, double halfWidth) {
    return {value - halfWidth, value + halfWidth};
}

/// Walks the edges of all buckets, keeping how many samples of each replication lie below.
class TailTest {
public:
    explicit TailTest(std::span<const HistogramPiece* const> replications)
        : m_replications(replications)
        , m_below(replications.size())
        , m_t(studentT95(replications.size() - 1)) {
        for (const HistogramPiece* piece : replications)
            m_total += static_cast<double>(piece->total);
    }
    /// The next edge; buckets must be passed in order.
    void pass(std::uint32_t bucket) {
        for (std::size_t i = 0; i < m_below.size(); ++i) {
            const HistogramPiece& piece = *m_replications[i];
            if (bucket >= piece.first && bucket - piece.first < piece.counts.size())
                m_below[i] += piece.counts[bucket - piece.first];
        }
        const auto n = static_cast<double>(m_below.size());
        m_tail = 1 - std::accumulate(m_below.begin(), m_below.end(), 0.0) / m_total;
        double squares = 0;
        for (std::size_t i = 0; i < m_below.size(); ++i) {
            const auto size = static_cast<double>(m_replications[i]->total);
            const double off = size - m_below[i] - m_tail * size;
            squares += off * off;
        }
        const double deviation = std::sqrt(squares * n / (n - 1)) / m_total;
        m_third = m_tail > 1e-15 ? m_t * deviation / m_tail / 3 : 0;
    }
    /// The share of samples beyond the edge, and the ends of its interval.
    double tail() const { return m_tail; }
    double least() const { return m_tail * std::pow(std::max(0.0, 1 - m_third), 3); }
    double most() const { return m_tail * std::pow(1 + m_third, 3); }

private:
    std::span<const HistogramPiece* const> m_replications;
    std::vector<double> m_below;
    double m_t;
    double m_total = 0;
    double m_tail = 1;
    double m_third = 0; ///< half-width of the cube root of the tail, over the cube root
};

/// Where a value that changes linearly over a bucket reaches `want`.
double within(std::uint32_t bucket, double atStart, double atEnd, double want) {
    const double part = atStart == atEnd ? 1 : std::clamp((want - atStart) / (atEnd - atStart), 0.0, 1.0);
    const double start = Histogram::lower(bucket);
    return start + part * (Histogram::lower(bucket + 1) - start);
}

} // namespace

double studentT95(std::size_t degrees) {
    if (degrees == 0)
        return std::numeric_limits<double>::infinity();
    double low = 1.9;
    double high = 13; // 12.706 for one degree
    while (high - low > 1e-10)
        (studentWithin(degrees, (low + high) / 2) < 0.95 ? low : high) = (low + high) / 2;
    return (low + high) / 2;
}

Interval meanInterval(std::span<const double> values) {
    return meanInterval(values, studentT95(values.size() - 1));
}

Interval meanInterval(std::span<const double> values, double t) {
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (double value : values)
        squares += (value - mean) * (value - mean);
    if (squares == 0)
        return around(mean, 0);
    return around(mean, t * std::sqrt(squares / (n - 1) / n));
}

Interval jackknifeInterval(double value, std::span<const double> withoutEach) {
    const auto n = static_cast<double>(withoutEach.size());
    const double mean = std::accumulate(withoutEach.begin(), withoutEach.end(), 0.0) / n;
    double squares = 0;
    for (double without : withoutEach)
        squares += (without - mean) * (without - mean);
    if (squares == 0)
        return around(value, 0);
    return around(value, studentT95(withoutEach.size() - 1) * std::sqrt(squares * (n - 1) / n));
}

Interval ratioInterval(std::span<const double> parts, std::span<const double> wholes) {
    const double part = std::accumulate(parts.begin(), parts.end(), 0.0);
    const double whole = std::accumulate(wholes.begin(), wholes.end(), 0.0);
    std::vector<double> withoutEach;
    for (std::size_t i = 0; i < parts.size(); ++i)
        withoutEach.push_back(whole > wholes[i] ? (part - parts[i]) / (whole - wholes[i]) : 0);
    return jackknifeInterval(whole > 0 ? part / whole : 0, withoutEach);
}

HistogramPiece::HistogramPiece(const Histogram& histogram)
    : total(histogram.total())
    , sumNs(histogram.sumNs()) {
    const std::vector<std::uint64_t>& all = histogram.counts();
    const auto some = [](std::uint64_t count) { return count > 0; };
    const auto begin = std::find_if(all.begin(), all.end(), some);
    const auto end = std::find_if(all.rbegin(), all.rend(), some).base();
    first = static_cast<std::uint32_t>(begin - all.begin());
    if (begin < end)
        std::transform(begin, end, std::back_inserter(counts), [](std::uint64_t count) {
            return static_cast<std::uint32_t>(std::min<std::uint64_t>(count, UINT32_MAX));
        });
}

std::vector<Interval> quantileIntervals(std::span<const HistogramPiece* const> replications,
                                        std::span<const double> qs) {
    std::vector<Interval> intervals(qs.size());
    std::uint32_t first = Histogram::kBuckets;
    std::uint32_t end = 0;
    for (const HistogramPiece* piece : replications)
        if (piece->total > 0) {
            first = std::min(first, piece->first);
            end = std::max(end, piece->first + static_cast<std::uint32_t>(piece->counts.size()));
        }
    TailTest test(replications);
    enum class Side { Below, Inside, Beyond };
    std::vector<Side> sides(qs.size(), Side::Below);
    double least = 1;
    double most = 1;
    for (std::uint32_t bucket = first; bucket < end; ++bucket) {
        test.pass(bucket);
        for (std::size_t i = 0; i < qs.size(); ++i) {
            const double tail = 1 - qs[i];
            if (sides[i] == Side::Below && test.least() <= tail) { // the first x that may be the quantile
                intervals[i].low = within(bucket, least, test.least(), tail);
                sides[i] = Side::Inside;
            }
            if (sides[i] != Side::Inside)
                continue;
            intervals[i].high = Histogram::lower(bucket + 1); // the last one so far
            if (test.tail() <= tail && test.most() < tail) {
                intervals[i].high = within(bucket, most, test.most(), tail);
                sides[i] = Side::Beyond;
            }
        }
        least = test.least();
        most = test.most();
    }
    return intervals;
}

} // namespace shardscape::simulator
