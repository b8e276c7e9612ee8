// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/batch_path.h"

#include <algorithm>

namespace shardscape::simulator {

BatchPath::BatchPath(RunState& state)
    : m_state(state)
    , m_nodeEnds(state.plan.nodes.size() + 1)
    , m_times(Batch::kMost)
    , m_services(Batch::kMost)
    , m_streams(Batch::kMost) {}

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
            const std::uint32_t stream = m_streams[at];
            m_state.recorder.latency(stream, done - m_times[at] + plan.streams[stream].steps[0].roundTripNs);
        }
}

} // namespace shardscape::simulator
