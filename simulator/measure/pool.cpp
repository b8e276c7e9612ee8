// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measure/pool.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

#include "simulator/measure/fingerprint.h"
#include "simulator/measure/skew.h"

namespace shardscape::simulator {

namespace {

constexpr double kNsPerMs = 1e6;

/// The interval of the replications' values, moved to a value that was made of all of them together.
Interval spreadAround(double value, const std::vector<double>& values) {
    const Interval interval = meanInterval(values);
    const double halfWidth = (interval.high - interval.low) / 2;
    return {value - halfWidth, value + halfWidth};
}

void giveSkew(Skew& skew, const std::vector<Skew>& ofReplications) {
    const auto give = [&](const char* name, double Skew::*member) {
        std::vector<double> values;
        for (const Skew& one : ofReplications)
            values.push_back(one.*member);
        skew.ci95[name] = spreadAround(skew.*member, values);
    };
    give("max_over_mean", &Skew::maxOverMean);
    give("cv", &Skew::cv);
    give("gini", &Skew::gini);
}

void finishFigure(const Figure& figure, const std::vector<double>& values, double t) {
    const auto n = static_cast<double>(values.size());
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    const bool isSum = figure.kind == Figure::Kind::Sum;
    if (figure.count)
        *figure.count = static_cast<std::uint64_t>(std::llround(isSum ? sum : sum / n));
    else
        *figure.value = isSum ? sum : sum / n;
    if (!figure.intervals || values.size() < 2)
        return;
    const Interval mean = meanInterval(values, t);
    const double scale = isSum ? n : 1;
    (*figure.intervals)[figure.name] = {mean.low * scale, mean.high * scale};
}

void addWindow(Window& sum, const Window& one) {
    for (std::size_t i = 0; i < sum.streams.size(); ++i) {
        const auto count = static_cast<double>(one.streams[i].count);
        sum.streams[i].count += one.streams[i].count;
        sum.streams[i].errors += one.streams[i].errors;
        sum.streams[i].retries += one.streams[i].retries;
        sum.streams[i].hedges += one.streams[i].hedges;
        sum.streams[i].timeouts += one.streams[i].timeouts;
        sum.streams[i].breakerOpenShare += one.streams[i].breakerOpenShare;
        sum.streams[i].coalesced += one.streams[i].coalesced;
        sum.streams[i].staleReads += one.streams[i].staleReads;
        sum.streams[i].rate += one.streams[i].rate;
        sum.streams[i].meanMs += one.streams[i].meanMs * count;
        sum.streams[i].p50Ms += one.streams[i].p50Ms * count;
        sum.streams[i].p99Ms += one.streams[i].p99Ms * count;
    }
    for (std::size_t i = 0; i < sum.nodeUtilisation.size(); ++i) {
        sum.nodeUtilisation[i] += one.nodeUtilisation[i];
        sum.nodeMaxQueue[i] = std::max(sum.nodeMaxQueue[i], one.nodeMaxQueue[i]);
    }
    for (std::size_t t = 0; t < sum.operations.size(); ++t)
        for (std::size_t p = 0; p < sum.operations[t].size(); ++p)
            sum.operations[t][p] += one.operations[t][p];
    for (std::size_t i = 0; i < sum.eventQueues.size(); ++i) {
        sum.eventQueues[i].depth += one.eventQueues[i].depth;
        sum.eventQueues[i].maxDepth = std::max(sum.eventQueues[i].maxDepth, one.eventQueues[i].maxDepth);
        sum.eventQueues[i].applied += one.eventQueues[i].applied;
    }
    sum.seconds += one.seconds;
}

/// A window of nothing, of the shape of another.
Window emptyWindow(const Window& like) {
    Window window = like;
    window.seconds = 0;
    std::fill(window.streams.begin(), window.streams.end(), WindowStream{});
    std::fill(window.nodeUtilisation.begin(), window.nodeUtilisation.end(), 0.0);
    std::fill(window.nodeMaxQueue.begin(), window.nodeMaxQueue.end(), 0);
    for (std::vector<std::uint32_t>& table : window.operations)
        std::fill(table.begin(), table.end(), 0);
    std::fill(window.eventQueues.begin(), window.eventQueues.end(), WindowQueue{});
    return window;
}

} // namespace

std::vector<Figure> figuresOf(RunResult& result) {
    std::vector<Figure> figures;
    using Kind = Figure::Kind;
    const auto sum = [&](const char* name, std::uint64_t& count, Intervals* intervals) {
        figures.push_back({Kind::Sum, name, intervals, &count, nullptr});
    };
    const auto mean = [&](const char* name, double& value, Intervals* intervals) {
        figures.push_back({Kind::Mean, name, intervals, nullptr, &value});
    };
    sum("requests", result.requests, nullptr);
    figures.push_back({Kind::Sum, "simulated_seconds", nullptr, nullptr, &result.simulatedSeconds});
    figures.push_back({Kind::Sum, "warmup_seconds", nullptr, nullptr, &result.warmupSeconds});
    const auto stream = [&](StreamResult& one) {
        sum("count", one.count, nullptr);
        sum("errors", one.errors, &one.ci95);
        for (std::uint64_t& errors : one.errorsByCause)
            sum("errors_by_cause", errors, nullptr);
        sum("attempts", one.attempts, nullptr);
        sum("retries", one.retries, &one.ci95);
        sum("hedges", one.hedges, &one.ci95);
        sum("hedge_wins", one.hedgeWins, &one.ci95);
        sum("timeouts", one.timeouts, &one.ci95);
        sum("breaker_opened", one.breakerOpened, &one.ci95);
        mean("breaker_open_share", one.breakerOpenShare, &one.ci95);
        sum("batches", one.batches, nullptr);
        sum("misrouted", one.misrouted, &one.ci95);
        sum("coalesced", one.coalesced, &one.ci95);
        sum("stale_reads", one.staleReads, &one.ci95);
        mean("rate", one.rate, &one.ci95);
        mean("goodput", one.goodput, &one.ci95);
        mean("wasted_share", one.wastedShare, &one.ci95);
        sum("cache_hits", one.cacheHits, nullptr);
        mean("hit_ratio", one.hitRatio, one.cached ? &one.ci95 : nullptr);
    };
    stream(result.all);
    for (StreamResult& one : result.streams)
        stream(one);
    for (NodeResult& node : result.nodes) {
        sum("operations", node.operations, &node.ci95);
        sum("rejected", node.rejected, &node.ci95);
        mean("utilisation", node.utilisation, &node.ci95);
        figures.push_back({Kind::Mean, "max_queue", &node.ci95, &node.maxQueue, nullptr});
    }
    for (HotKey& hot : result.hottest)
        mean("observed_share", hot.observedShare, &hot.ci95);
    for (CacheResult& cache : result.caches) {
        sum("lookups", cache.lookups, nullptr);
        sum("hits", cache.hits, nullptr);
        sum("coalesced", cache.coalesced, &cache.ci95);
        sum("stale", cache.stale, &cache.ci95);
        mean("hit_ratio", cache.hitRatio, &cache.ci95);
    }
    for (TableResult& table : result.tables) {
        mean("replica_lag_mean_ms", table.replicaLag.meanMs, nullptr);
        mean("replica_lag_p50_ms", table.replicaLag.p50Ms, nullptr);
        mean("replica_lag_p99_ms", table.replicaLag.p99Ms, nullptr);
        mean("replica_lag_max_ms", table.replicaLag.maxMs, nullptr);
    }
    for (EventQueueResult& queue : result.eventQueues) {
        sum("accepted", queue.accepted, nullptr);
        sum("refused", queue.refused, &queue.ci95);
        sum("lost", queue.lost, &queue.ci95);
        sum("duplicated", queue.duplicated, &queue.ci95);
        sum("redelivered", queue.redelivered, &queue.ci95);
        sum("applied", queue.applied, nullptr);
        sum("applied_again", queue.appliedAgain, &queue.ci95);
        sum("recognised", queue.recognised, &queue.ci95);
        figures.push_back({Kind::Mean, "max_depth", &queue.ci95, &queue.maxDepth, nullptr});
        mean("mean_ms", queue.latency.meanMs, &queue.ci95);
        mean("p50_ms", queue.latency.p50Ms, &queue.ci95);
        mean("p99_ms", queue.latency.p99Ms, &queue.ci95);
        mean("max_ms", queue.latency.maxMs, &queue.ci95);
    }
    for (RebalanceResult& rebalance : result.rebalances)
        sum("redirected", rebalance.redirected, &rebalance.ci95);
    return figures;
}

void Pool::add(RunResult&& result, const std::vector<const Histogram*>& latencies,
               std::span<const std::uint32_t> partitions) {
    const std::vector<Figure> figures = figuresOf(result);
    if (m_replications == 0) {
        m_latencies.resize(latencies.size() + 1);
        m_observed.resize(result.tables.size());
    }
    std::vector<double>& values = m_values.emplace_back();
    values.reserve(figures.size());
    for (const Figure& figure : figures)
        values.push_back(figure.count ? static_cast<double>(*figure.count) : *figure.value);
    Histogram together;
    for (std::size_t i = 0; i < latencies.size(); ++i) {
        m_latencies[i].all.add(*latencies[i]);
        m_latencies[i].pieces.emplace_back(*latencies[i]);
        together.add(*latencies[i]);
    }
    m_latencies.back().all.add(together);
    m_latencies.back().pieces.emplace_back(together);
    for (std::size_t t = 0; t < result.tables.size(); ++t)
        m_observed[t].push_back(result.tables[t].observed);
    m_nodeSkews.push_back(result.nodeSkew);
    m_partitions.resize(partitions.size());
    std::transform(partitions.begin(), partitions.end(), m_partitions.begin(), m_partitions.begin(), std::plus<>());
    addSeries(result.series);
    if (++m_replications == 1) {
        result.series = std::move(m_sum.series);
        m_sum = std::move(result);
        return;
    }
    for (std::size_t t = 0; t < m_sum.tables.size(); ++t)
        for (std::size_t p = 0; p < m_sum.tables[t].partitions.size(); ++p)
            m_sum.tables[t].partitions[p].operations += result.tables[t].partitions[p].operations;
}

void Pool::addSeries(const std::vector<Window>& series) {
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (i == m_sum.series.size()) {
            m_sum.series.push_back(emptyWindow(series[i]));
            m_seriesWeights.push_back(0);
        }
        addWindow(m_sum.series[i], series[i]);
        ++m_seriesWeights[i];
    }
}

double Pool::relativeHalfWidth() const {
    const Latencies& latencies = m_latencies.back();
    const double value = latencies.all.quantileNs(0.99);
    if (m_replications < 2 || latencies.all.total() == 0 || value <= 0)
        return std::numeric_limits<double>::infinity();
    StreamResult all;
    finishLatency(latencies, all);
    const Interval interval = all.ci95.at("p99_ms");
    return (interval.high - interval.low) / 2 / all.latency.p99Ms;
}

void Pool::finishLatency(const Latencies& latencies, StreamResult& stream) const {
    stream.latency = latencies.all.latency();
    stream.quantilesMs = latencies.all.quantilesMs();
    stream.tooShort = latencies.all.tooShort();
    if (m_replications < 2 || latencies.all.total() == 0)
        return;
    std::vector<const HistogramPiece*> pieces;
    std::vector<double> sums;
    std::vector<double> counts;
    for (const HistogramPiece& piece : latencies.pieces) {
        pieces.push_back(&piece);
        sums.push_back(piece.sumNs / kNsPerMs);
        counts.push_back(static_cast<double>(piece.total));
    }
    stream.ci95["mean_ms"] = ratioInterval(sums, counts);
    constexpr std::array<double, 4> kQs{0.5, 0.95, 0.99, 0.999};
    constexpr std::array<const char*, 4> kNames{"p50_ms", "p95_ms", "p99_ms", "p999_ms"};
    const Latency& l = stream.latency;
    const std::array<double, 4> values{l.p50Ms, l.p95Ms, l.p99Ms, l.p999Ms};
    const std::vector<Interval> intervals = quantileIntervals(pieces, kQs);
    for (std::size_t i = 0; i < kQs.size(); ++i) {
        const Interval interval{std::min(values[i], intervals[i].low / kNsPerMs),
                                std::max(values[i], intervals[i].high / kNsPerMs)};
        stream.ci95[kNames[i]] = interval;
        const bool named =
            std::find(stream.tooShort.begin(), stream.tooShort.end(), kNames[i]) != stream.tooShort.end();
        if (!named && interval.high - interval.low > values[i])
            stream.tooShort.emplace_back(kNames[i]);
    }
}

void Pool::finishTables(RunResult& result) const {
    std::size_t counted = 0;
    for (std::size_t t = 0; t < result.tables.size(); ++t) {
        TableResult& table = result.tables[t];
        std::vector<double> operations;
        for (const PartitionResult& partition : table.partitions)
            operations.push_back(static_cast<double>(partition.operations));
        const double sum = std::accumulate(operations.begin(), operations.end(), 0.0);
        table.observed = skewOf(operations);
        giveSkew(table.observed, m_observed[t]);
        if (!table.derived) {
            table.skew = table.observed;
            table.hottest =
                static_cast<std::uint32_t>(std::max_element(operations.begin(), operations.end()) - operations.begin());
        }
        for (PartitionResult& partition : table.partitions) {
            if (!m_partitions.empty()) {
                Histogram histogram;
                histogram.addCounts(std::span(m_partitions).subspan(counted, Histogram::kBuckets));
                partition.latency = histogram.latency();
                counted += Histogram::kBuckets;
            }
            partition.observedShare = sum > 0 ? static_cast<double>(partition.operations) / sum : 0;
            if (!table.derived)
                partition.share = partition.observedShare;
        }
    }
    std::vector<double> operations;
    for (const NodeResult& node : result.nodes)
        operations.push_back(static_cast<double>(node.operations));
    result.nodeSkew = skewOf(operations);
    giveSkew(result.nodeSkew, m_nodeSkews);
}

void Pool::finishSeries(RunResult& result) const {
    for (std::size_t i = 0; i < result.series.size(); ++i) {
        Window& window = result.series[i];
        const double weight = m_seriesWeights[i];
        window.seconds /= weight;
        for (WindowStream& stream : window.streams) {
            stream.rate /= weight;
            stream.breakerOpenShare /= weight;
            const double count = std::max(1.0, static_cast<double>(stream.count));
            stream.meanMs /= count;
            stream.p50Ms /= count;
            stream.p99Ms /= count;
        }
        for (double& utilisation : window.nodeUtilisation)
            utilisation /= weight;
        for (WindowQueue& queue : window.eventQueues)
            queue.depth = static_cast<std::uint64_t>(static_cast<double>(queue.depth) / weight + 0.5);
    }
}

RunResult Pool::takeResult() {
    RunResult result = std::move(m_sum);
    result.replications = m_replications;
    finishSeries(result);
    if (m_replications == 1)
        return result;
    const std::vector<Figure> figures = figuresOf(result);
    const double t = studentT95(m_replications - 1);
    std::vector<double> values(m_replications);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        for (std::uint32_t r = 0; r < m_replications; ++r)
            values[r] = m_values[r][i];
        finishFigure(figures[i], values, t);
    }
    for (std::size_t i = 0; i < result.streams.size(); ++i)
        finishLatency(m_latencies[i], result.streams[i]);
    finishLatency(m_latencies.back(), result.all);
    finishTables(result);
    result.fingerprint = fingerprintOf(result);
    return result;
}

} // namespace shardscape::simulator
