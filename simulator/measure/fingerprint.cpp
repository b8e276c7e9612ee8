// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measure/fingerprint.h"

#include <bit>
#include <cstdint>
#include <vector>

#include <fmt/format.h>
#include <xxhash.h>

namespace shardscape::simulator {

namespace {

class Numbers {
public:
    void add(std::uint64_t value) { m_words.push_back(value); }
    void add(double value) { m_words.push_back(std::bit_cast<std::uint64_t>(value + 0.0)); } // -0 becomes 0
    void add(const Skew& skew) {
        add(skew.maxOverMean);
        add(skew.cv);
        add(skew.gini);
        add(skew.ci95);
    }
    void add(const Intervals& intervals) {
        for (const auto& [name, interval] : intervals) {
            add(interval.low);
            add(interval.high);
        }
    }
    std::string digest() const { return fmt::format("{:016x}", XXH64(m_words.data(), m_words.size() * 8, 0)); }

private:
    std::vector<std::uint64_t> m_words;
};

void addStream(Numbers& numbers, const StreamResult& stream) {
    const Latency& l = stream.latency;
    for (std::uint64_t value :
         {stream.count, stream.errors, stream.cacheHits, stream.retries, stream.hedges, stream.hedgeWins,
          stream.timeouts, stream.breakerOpened, stream.coalesced, stream.staleReads, stream.batches, stream.misrouted})
        numbers.add(value);
    for (std::uint64_t value : stream.errorsByCause)
        numbers.add(value);
    for (double value : {stream.rate, stream.wastedShare, stream.breakerOpenShare, l.meanMs, l.p50Ms, l.p95Ms, l.p99Ms,
                         l.p999Ms, l.maxMs})
        numbers.add(value);
    numbers.add(stream.ci95);
}

void addWindow(Numbers& numbers, const Window& window) {
    numbers.add(window.fromSeconds);
    numbers.add(window.seconds);
    for (const WindowStream& stream : window.streams) {
        numbers.add(stream.count);
        numbers.add(stream.errors);
        numbers.add(stream.retries);
        numbers.add(stream.hedges);
        numbers.add(stream.timeouts);
        numbers.add(stream.coalesced);
        numbers.add(stream.staleReads);
        numbers.add(stream.breakerOpenShare);
        numbers.add(stream.p50Ms);
        numbers.add(stream.p99Ms);
    }
    for (double utilisation : window.nodeUtilisation)
        numbers.add(utilisation);
    for (std::uint64_t queue : window.nodeMaxQueue)
        numbers.add(queue);
    for (const WindowQueue& queue : window.eventQueues)
        for (std::uint64_t value : {queue.depth, queue.maxDepth, queue.applied})
            numbers.add(value);
    for (const std::vector<std::uint32_t>& table : window.operations)
        for (std::uint64_t operations : table)
            numbers.add(operations);
}

} // namespace

std::string fingerprintOf(const RunResult& result) {
    Numbers numbers;
    numbers.add(result.seed);
    numbers.add(std::uint64_t{result.replication});
    numbers.add(result.requests);
    numbers.add(result.simulatedSeconds);
    numbers.add(result.warmupSeconds);
    numbers.add(result.all.ci95);
    for (const StreamResult& stream : result.streams)
        addStream(numbers, stream);
    for (const TableResult& table : result.tables) {
        numbers.add(table.skew);
        numbers.add(table.observed);
        for (double value :
             {table.replicaLag.meanMs, table.replicaLag.p50Ms, table.replicaLag.p99Ms, table.replicaLag.maxMs})
            numbers.add(value);
        for (const PartitionResult& partition : table.partitions) {
            numbers.add(partition.operations);
            numbers.add(partition.share);
            numbers.add(partition.topKeyShare);
        }
    }
    for (const NodeResult& node : result.nodes) {
        numbers.add(node.operations);
        numbers.add(node.rejected);
        numbers.add(node.maxQueue);
        numbers.add(node.utilisation);
        numbers.add(node.expectedUtilisation);
        numbers.add(node.ci95);
    }
    for (const HotKey& hot : result.hottest) {
        numbers.add(hot.number);
        numbers.add(hot.share);
        numbers.add(hot.observedShare);
        numbers.add(hot.ci95);
    }
    for (const CacheResult& cache : result.caches) {
        numbers.add(cache.lookups);
        numbers.add(cache.hits);
        numbers.add(cache.coalesced);
        numbers.add(cache.stale);
        numbers.add(cache.ci95);
    }
    for (const EventQueueResult& queue : result.eventQueues) {
        for (std::uint64_t value : {queue.accepted, queue.refused, queue.lost, queue.duplicated, queue.redelivered,
                                    queue.applied, queue.appliedAgain, queue.recognised, queue.maxDepth})
            numbers.add(value);
        for (double value : {queue.latency.meanMs, queue.latency.p50Ms, queue.latency.p99Ms, queue.latency.maxMs})
            numbers.add(value);
    }
    for (const RebalanceResult& rebalance : result.rebalances) {
        numbers.add(rebalance.movedShare);
        numbers.add(rebalance.movedBytes);
        numbers.add(rebalance.toSeconds);
        numbers.add(rebalance.redirected);
    }
    for (const Window& window : result.series)
        addWindow(numbers, window);
    return numbers.digest();
}

} // namespace shardscape::simulator
