// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/batch_path.h"

#include <algorithm>

namespace shardscape::simulator {

BatchPath::BatchPath(RunState& state, Walk& walk)
    : m_state(state)
    , m_walk(walk)
    , m_partitionCounts(state.plan.partitions)
    , m_nodeEnds(state.plan.nodes.size() + 1)
    , m_times(Batch::kMost)
    , m_services(Batch::kMost)
    , m_sojourns(Batch::kMost)
    , m_streams(Batch::kMost)
    , m_partitions(state.recorder.partitionLatencies() ? Batch::kMost : 0) {
    for (const StreamPlan& stream : state.plan.streams)
        m_clients = m_clients || stream.client.active;
}

void BatchPath::serve(const Batch& batch) {
    if (batch.size == 0)
        return;
    const bool oneStream = m_state.plan.streams.size() == 1;
    count(batch, oneStream);
    group(batch, oneStream);
    std::size_t from = 0;
    for (std::size_t node = 0; node < m_state.nodes.size(); ++node) {
        const std::size_t length = m_nodeEnds[node] - from;
        if (length > 0)
            m_state.use(node).serveAll(std::span(m_times).subspan(from, length),
                                       std::span(m_services).subspan(from, length),
                                       std::span(m_sojourns).subspan(from, length));
        from += length;
    }
    record(batch, oneStream);
}

/// Counts operations and keys, and where the requests of each node begin when they are grouped by node.
void BatchPath::count(const Batch& batch, bool oneStream) {
    const std::vector<std::uint32_t>& nodeOf = m_state.plan.primaryNode;
    std::fill(m_nodeEnds.begin(), m_nodeEnds.end(), 0);
    if (m_partitionCounts.size() <= batch.size) {
        std::fill(m_partitionCounts.begin(), m_partitionCounts.end(), 0);
        for (std::size_t i = 0; i < batch.size; ++i)
            ++m_partitionCounts[batch.partition[i]];
        for (std::uint32_t p = 0; p < m_partitionCounts.size(); ++p) {
            m_state.recorder.operations(p, m_partitionCounts[p]);
            m_nodeEnds[nodeOf[p] + 1] += m_partitionCounts[p];
        }
    } else {
        for (std::size_t i = 0; i < batch.size; ++i) {
            m_state.recorder.operation(batch.partition[i]);
            ++m_nodeEnds[nodeOf[batch.partition[i]] + 1];
        }
    }
    for (std::size_t node = 1; node < m_nodeEnds.size(); ++node)
        m_nodeEnds[node] += m_nodeEnds[node - 1];
    if (Sightings* sightings = m_state.recorder.sightings())
        for (std::size_t i = 0; i < batch.size; ++i) {
            sightings->operation(batch.partition[i], batch.stream[i]);
            sightings->key(batch.partition[i], batch.stream[i], 0, batch.key[i]);
        }
    if (oneStream)
        return m_state.recorder.requests(0, std::span(batch.key).first(batch.size));
    for (std::size_t i = 0; i < batch.size; ++i)
        m_state.recorder.request(batch.stream[i], batch.key[i]);
}

/// Brings the requests of each node together. They keep their order, so that the result is that of serving them one by
/// one, but the state of each node is touched in one go.
void BatchPath::group(const Batch& batch, bool oneStream) {
    const std::vector<std::uint32_t>& nodeOf = m_state.plan.primaryNode;
    const bool byPartition = !m_partitions.empty();
    for (std::size_t i = 0; i < batch.size; ++i) {
        const std::uint32_t at = m_nodeEnds[nodeOf[batch.partition[i]]]++;
        m_times[at] = batch.time[i];
        m_services[at] = batch.service[i];
        if (!oneStream)
            m_streams[at] = batch.stream[i];
        if (byPartition)
            m_partitions[at] = batch.partition[i];
    }
}

void BatchPath::record(const Batch& batch, bool oneStream) {
    const std::size_t size = batch.size;
    const std::vector<StreamPlan>& streams = m_state.plan.streams;
    const std::span<std::int64_t> sojourns = std::span(m_sojourns).first(size);
    if (!oneStream)
        for (std::size_t i = 0; i < size; ++i)
            sojourns[i] += streams[m_streams[i]].steps[0].roundTripNs;
    else if (const std::int64_t roundTrip = streams[0].steps[0].roundTripNs; roundTrip > 0)
        for (std::int64_t& sojourn : sojourns)
            sojourn += roundTrip;
    if (!m_partitions.empty())
        for (std::size_t i = 0; i < size; ++i)
            m_state.recorder.partitionLatency(m_partitions[i], sojourns[i]);
    if (m_clients) {
        m_walk.hurried(batch);
        if (anyoneGivesUp(size))
            return recordGivingUp(batch);
        for (std::size_t i = 0; i < size; ++i)
            m_state.recorder.clients(m_streams[i], false).workNs += m_services[i];
    }
    if (oneStream)
        return m_state.recorder.latencies(0, sojourns);
    for (std::size_t i = 0; i < size; ++i)
        m_state.recorder.latency(m_streams[i], sojourns[i]);
}

bool BatchPath::anyoneGivesUp(std::size_t size) const {
    bool any = false;
    for (std::size_t i = 0; i < size; ++i)
        any |= m_sojourns[i] > m_state.plan.streams[m_streams[i]].client.patienceNs();
    return any;
}

/// As the walk does: in order of arrival, those that will be given up are left to it.
void BatchPath::recordGivingUp(const Batch& batch) {
    const Plan& plan = m_state.plan;
    // Where each node's requests begin is where those of the node before end.
    for (std::size_t node = m_nodeEnds.size() - 1; node > 0; --node)
        m_nodeEnds[node] = m_nodeEnds[node - 1];
    m_nodeEnds[0] = 0;
    for (std::size_t i = 0; i < batch.size; ++i) {
        const std::uint32_t stream = batch.stream[i];
        const std::int64_t sojourn = m_sojourns[m_nodeEnds[plan.primaryNode[batch.partition[i]]]++];
        if (sojourn > plan.streams[stream].client.patienceNs()) {
            m_walk.givenUp(batch, i);
            continue;
        }
        m_state.recorder.latency(stream, sojourn);
        m_state.recorder.clients(stream, false).workNs += batch.service[i];
    }
}

} // namespace shardscape::simulator
