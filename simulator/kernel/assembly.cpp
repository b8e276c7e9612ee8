// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/assembly.h"

#include <algorithm>
#include <numeric>

#include "simulator/kernel/so_far.h"
#include "simulator/measure/fingerprint.h"
#include "simulator/measure/hot_spots.h"
#include "simulator/measure/skew.h"

namespace shardscape::simulator {

namespace {

/// Turns what an engine counted into a result.
class Assembly {
public:
    Assembly(const Plan& plan, const Expected& expected, const std::vector<HotKey>& hottest, const RunOptions& options,
             Engine& engine, bool explains)
        : m_plan(plan)
        , m_options(options)
        , m_engine(engine)
        , m_expected(expected)
        , m_hottest(hottest)
        , m_explains(explains) {}

    RunResult result() {
        m_result.seed = m_plan.scenario->seed;
        m_result.replication = m_options.replication;
        m_result.requests = m_engine.requests();
        m_result.simulatedSeconds = static_cast<double>(m_engine.endNs()) / kNsPerSecond;
        m_result.warmupSeconds = static_cast<double>(m_engine.measuredFromNs()) / kNsPerSecond;
        streams();
        tables();
        nodes();
        hotKeys();
        m_result.eventQueues = m_engine.walk().events().results();
        m_result.caches = m_engine.walk().caches().results();
        for (CacheResult& cache : m_result.caches)
            cache.hitRatio = ratio(cache.hits, cache.lookups);
        for (std::size_t i = 0; i < m_plan.moves.size(); ++i) {
            const Moves& moves = *m_plan.moves[i];
            m_result.rebalances.push_back({m_plan.scenario->tables[moves.table].name,
                                           moves.movedShare,
                                           moves.movedBytes,
                                           static_cast<double>(moves.fromNs) / kNsPerSecond,
                                           static_cast<double>(moves.toNs) / kNsPerSecond,
                                           m_engine.walk().redirected(i),
                                           {}});
        }
        m_result.series = m_engine.recorder().takeSeries();
        if (!m_explains)
            return std::move(m_result);
        m_result.hot = hotSpots(m_plan, m_expected, m_engine.recorder(), m_result);
        m_result.fingerprint = fingerprintOf(m_result);
        return std::move(m_result);
    }

private:
    static double ratio(std::uint64_t part, std::uint64_t whole) {
        return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    }
    double measuredSeconds() const { return m_result.simulatedSeconds - m_result.warmupSeconds; }

    void streams() {
        for (std::uint32_t i = 0; i < m_plan.streams.size(); ++i)
            m_result.streams.push_back(streamResult(m_plan, m_engine, i, measuredSeconds()));
        StreamResult& all = m_result.all;
        Histogram histogram;
        double work = 0;
        double wasted = 0;
        for (std::uint32_t i = 0; i < m_plan.streams.size(); ++i) {
            const StreamResult& stream = m_result.streams[i];
            all.count += stream.count;
            all.errors += stream.errors;
            for (std::size_t cause = 0; cause < kCauses; ++cause)
                all.errorsByCause[cause] += stream.errorsByCause[cause];
            all.attempts += stream.attempts;
            all.retries += stream.retries;
            all.hedges += stream.hedges;
            all.hedgeWins += stream.hedgeWins;
            all.timeouts += stream.timeouts;
            all.coalesced += stream.coalesced;
            all.staleReads += stream.staleReads;
            all.batches += stream.batches;
            all.misrouted += stream.misrouted;
            all.rate += stream.rate;
            all.goodput += stream.goodput;
            histogram.add(m_engine.recorder().total(i));
            work += static_cast<double>(m_engine.recorder().clients(i).workNs);
            wasted += static_cast<double>(m_engine.recorder().clients(i).wastedNs);
        }
        all.wastedShare = work > 0 ? wasted / work : 0;
        all.latency = histogram.latency();
        all.quantilesMs = histogram.quantilesMs();
        all.tooShort = histogram.tooShort();
    }

    void tables() {
        for (std::uint32_t t = 0; t < m_plan.tables.size(); ++t) {
            m_result.tables.push_back(table(m_plan.tables[t], m_expected.tables[t], m_plan.scenario->tables[t].name));
            if (const Histogram* lags = m_engine.walk().replicas().lags(t)) {
                m_result.tables.back().compared = true;
                m_result.tables.back().replicaLag = lags->latency();
            }
        }
    }
    TableResult table(const TableLayout& layout, const ExpectedTable& expected, const std::string& name) const {
        TableResult result;
        result.name = name;
        const auto first = m_engine.recorder().operations().begin() + layout.first;
        const std::vector<double> observed(first, first + layout.partitions);
        const double observedSum = std::accumulate(observed.begin(), observed.end(), 0.0);
        const double expectedSum = std::accumulate(expected.operations.begin(), expected.operations.end(), 0.0);
        result.exact = expected.knowledge == LoadKnowledge::Exact && expectedSum > 0;
        result.derived = expected.knowledge != LoadKnowledge::Unknown && expectedSum > 0;
        result.observed = skewOf(observed);
        if (!m_explains) {
            result.partitions.resize(layout.partitions);
            for (std::uint32_t p = 0; p < layout.partitions; ++p)
                result.partitions[p].operations = first[p];
            return result;
        }
        result.skew = result.derived ? skewOf(expected.operations) : result.observed;
        for (std::uint32_t p = 0; p < layout.partitions; ++p) {
            PartitionResult partition;
            partition.operations = first[p];
            partition.observedShare = observedSum > 0 ? observed[p] / observedSum : 0;
            partition.share = result.derived ? expected.operations[p] / expectedSum : partition.observedShare;
            partition.node = m_plan.primaryNode[layout.first + p];
            if (result.derived)
                explain(partition, expected, p);
            if (m_engine.recorder().partitionLatencies()) {
                Histogram histogram;
                histogram.addCounts(m_engine.recorder().partitionLatency(layout.first + p));
                partition.latency = histogram.latency();
            }
            if (partition.share > (p == 0 ? -1 : result.partitions[result.hottest].share))
                result.hottest = p;
            result.partitions.push_back(std::move(partition));
        }
        return result;
    }
    static void explain(PartitionResult& partition, const ExpectedTable& expected, std::uint32_t p) {
        constexpr std::size_t kMostStreams = 8;
        if (expected.operations[p] <= 0)
            return;
        for (std::uint32_t s = 0; s < expected.streamOperations.size(); ++s)
            if (!expected.streamOperations[s].empty() && expected.streamOperations[s][p] > 0)
                partition.streams.push_back({s, expected.streamOperations[s][p] / expected.operations[p]});
        std::stable_sort(partition.streams.begin(), partition.streams.end(),
                         [](const StreamShare& a, const StreamShare& b) { return a.share > b.share; });
        if (partition.streams.size() > kMostStreams)
            partition.streams.resize(kMostStreams);
        if (const KeySpec* keys = expected.topKeySpec[p]) {
            partition.topKey = KeySpaces::label(*keys, expected.topKey[p]);
            partition.topKeySpace = keys->space;
            partition.topKeyShare = expected.topKeyOperations[p] / expected.operations[p];
        }
    }

    void nodes() {
        std::vector<double> operations;
        const double seconds = measuredSeconds();
        for (std::size_t i = 0; i < m_plan.nodes.size(); ++i) {
            const NodeSpec& spec = m_plan.nodes[i];
            const Node& node = m_engine.nodes()[i];
            NodeResult result{spec.name, spec.region, spec.servers,   node.operations(), node.rejected(),
                              0,         0,           node.maxQueue()};
            if (seconds > 0)
                result.utilisation =
                    static_cast<double>(m_engine.measuredBusyNs(i)) / kNsPerSecond / seconds / spec.servers;
            result.expectedUtilisation = m_expected.nodeUtilisation[i];
            operations.push_back(static_cast<double>(node.operations()));
            m_result.nodes.push_back(std::move(result));
        }
        m_result.nodeSkew = skewOf(operations);
    }

    void hotKeys() {
        std::uint64_t requests = 0;
        for (const StreamResult& stream : m_result.streams)
            requests += stream.count + stream.errors;
        m_result.hottest = m_hottest;
        for (HotKey& hot : m_result.hottest) {
            std::uint64_t seen = 0;
            for (const StreamShare& share : hot.streams)
                seen += m_engine.recorder().requests(share.stream, hot.number);
            hot.observedShare = ratio(seen, requests);
        }
    }

    const Plan& m_plan;
    const RunOptions& m_options;
    Engine& m_engine;
    const Expected& m_expected;
    const std::vector<HotKey>& m_hottest;
    bool m_explains;
    RunResult m_result;
};

} // namespace

RunResult assemble(const Plan& plan, const Expected& expected, const std::vector<HotKey>& hottest,
                   const RunOptions& options, Engine& engine) {
    return Assembly(plan, expected, hottest, options, engine, true).result();
}

RunResult assembleCounts(const Plan& plan, const Expected& expected, const std::vector<HotKey>& hottest,
                         const RunOptions& options, Engine& engine) {
    return Assembly(plan, expected, hottest, options, engine, false).result();
}

} // namespace shardscape::simulator
