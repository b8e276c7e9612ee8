// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/batch_path.h"

#include <algorithm>

namespace shardscape::simulator {

BatchPath::BatchPath(RunState& state, Walk& walk)
    : m_state(state)
    , m_walk(walk)
    , m_nodeEnds(state.plan.nodes.size() + 1)
    , m_times(Batch::kMost)
    , m_services(Batch::kMost)
    , m_sojourns(Batch::kMost)
    , m_streams(Batch::kMost) {
    for (const StreamPlan& stream : state.plan.streams)
        m_clients = m_clients || stream.client.active;
}

/// All requests of a batch at once, grouped by node: a node's requests keep their order, so the result is that of
/// serving them one by one, but each node's state is touched in one go.
void BatchPath::serve(const Batch& batch) {
    const Plan& plan = m_state.plan;
    const std::size_t n = batch.size;
    std::fill(m_nodeEnds.begin(), m_nodeEnds.end(), 0);
    for (std::size_t i = 0; i < n; ++i) {
        m_state.recorder.operation(batch.partition[i]);
        m_state.recorder.request(batch.stream[i], batch.key[i]);
        ++m_nodeEnds[plan.primaryNode[batch.partition[i]] + 1];
    }
    if (Sightings* sightings = m_state.recorder.sightings())
        for (std::size_t i = 0; i < n; ++i) {
            sightings->operation(batch.partition[i], batch.stream[i]);
            sightings->key(batch.partition[i], batch.stream[i], 0, batch.key[i]);
        }
    for (std::size_t node = 1; node < m_nodeEnds.size(); ++node)
        m_nodeEnds[node] += m_nodeEnds[node - 1];
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t at = m_nodeEnds[plan.primaryNode[batch.partition[i]]]++;
        m_times[at] = batch.time[i];
        m_services[at] = batch.service[i];
        m_streams[at] = batch.stream[i];
    }
    std::size_t at = 0;
    for (std::size_t node = 0; node < m_state.nodes.size(); ++node)
        for (; at < m_nodeEnds[node]; ++at) {
            const std::int64_t done = m_state.nodes[node].serve(m_times[at], m_services[at]);
            m_sojourns[at] = done - m_times[at] + plan.streams[m_streams[at]].steps[0].roundTripNs;
        }
    if (m_clients) {
        m_walk.hurried(batch);
        if (anyoneGivesUp(n))
            return recordGivingUp(batch);
        for (std::size_t i = 0; i < n; ++i)
            m_state.recorder.clients(m_streams[i], false).workNs += m_services[i];
    }
    for (std::size_t i = 0; i < n; ++i)
        m_state.recorder.latency(m_streams[i], m_sojourns[i]);
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
