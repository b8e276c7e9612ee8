// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "simulator/measure/histogram.h"
#include "simulator/measure/interval.h"
#include "simulator/scenario/result.h"

namespace shardscape::simulator {

/// A number of a result that is put together from those of replications, and gets an interval. One of `count` and
/// `value` is set.
struct Figure {
    enum class Kind {
        Sum,  ///< counts add up
        Mean, ///< of the replications; a count is rounded
    } kind = Kind::Sum;
    const char* name = "";          ///< as in the JSON
    Intervals* intervals = nullptr; ///< of the object that the number belongs to; null: none is made
    std::uint64_t* count = nullptr;
    double* value = nullptr;
};

/// The figures of a result, in the same order for every result of one scenario. A number that is added to results is
/// added here, too, unless it follows from latencies or from other figures.
std::vector<Figure> figuresOf(RunResult& result);

/// Replications of one scenario on their way to one result. They must be added in the order of their numbers; what
/// comes out depends on nothing else.
class Pool {
public:
    /// All of the first result is kept; of the others, figures, operations, observed skews and the series are enough.
    /// `latencies`: of each stream. `partitions`: counts by partition, numbered through, and bucket; empty: none.
    void add(RunResult&& result, const std::vector<const Histogram*>& latencies,
             std::span<const std::uint32_t> partitions = {});
    std::uint32_t replications() const { return m_replications; }
    /// Of all that were added, at least one; without intervals when it was one. The pool is empty afterwards.
    RunResult takeResult();
    /// Of the 99th percentile of all requests: half of its interval over its value. Infinite when that says nothing.
    double relativeHalfWidth() const;

private:
    struct Latencies {
        Histogram all;
        std::vector<HistogramPiece> pieces; ///< by replication
    };
    void addSeries(const std::vector<Window>& series);
    void finishLatency(const Latencies& latencies, StreamResult& stream) const;
    void finishTables(RunResult& result) const;
    void finishSeries(RunResult& result) const;

    RunResult m_sum;                           ///< the first one, with operations added up
    std::vector<std::vector<double>> m_values; ///< [replication][figure]
    std::vector<Latencies> m_latencies;        ///< by stream, then all together
    std::vector<std::vector<Skew>> m_observed; ///< [table][replication]
    std::vector<Skew> m_nodeSkews;
    std::vector<std::uint32_t> m_partitions; ///< added up
    std::vector<double> m_seriesWeights;     ///< replications that reached a window
    std::uint32_t m_replications = 0;
};

} // namespace shardscape::simulator
