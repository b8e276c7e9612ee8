// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measure/sightings.h"

#include <algorithm>

namespace shardscape::simulator {

void Sightings::Counts::moveTo(Counts& other) {
    for (std::size_t i = 0; i < operations.size(); ++i)
        other.operations[i] += operations[i];
    other.keys.add(keys);
    clear();
}

void Sightings::Counts::clear() {
    std::fill(operations.begin(), operations.end(), 0);
    keys.clear();
}

Sightings::Sightings(const Plan& plan)
    : m_plan(plan)
    , m_partitions(plan.partitions) {
    for (Counts* counts : {&m_window, &m_carried, &m_total})
        counts->operations.resize(m_partitions * plan.streams.size());
    for (const StreamPlan& stream : plan.streams) {
        m_firstStep.push_back(m_numbering.size());
        for (const StepPlan& step : stream.steps) {
            const auto same = std::find_if(m_specs.begin(), m_specs.end(),
                                           [&](const KeySpec* spec) { return sameNumbering(*spec, *step.keySpec); });
            m_numbering.push_back(static_cast<std::uint32_t>(same - m_specs.begin()));
            if (same == m_specs.end())
                m_specs.push_back(step.keySpec);
        }
    }
}

void Sightings::startMeasuring() {
    m_window.moveTo(m_carried);
    m_total.clear();
}

void Sightings::closeWindow(std::int64_t node) {
    for (std::size_t i = 0; i < m_window.operations.size(); ++i)
        m_total.operations[i] += m_window.operations[i];
    m_total.keys.add(m_window.keys);
    m_carried.moveTo(m_window);
    if (node >= 0)
        m_windows.push_back(seen(m_window, [&](std::uint32_t partition) {
            return m_plan.primaryNode[partition] == static_cast<std::uint32_t>(node);
        }));
    m_window.clear();
}

template <class Wanted> Sightings::Seen Sightings::seen(const Counts& counts, const Wanted& wanted) const {
    constexpr std::size_t kMostKeys = 32;
    Seen out;
    out.streams.resize(m_plan.streams.size());
    for (std::size_t stream = 0; stream < out.streams.size(); ++stream)
        for (std::uint32_t partition = 0; partition < m_partitions; ++partition)
            if (wanted(partition))
                out.streams[stream] += counts.operations[stream * m_partitions + partition];
    for (const HeavyKey& key : counts.keys.keys())
        if (wanted(key.partition))
            out.keys.push_back(key);
    // By falling count; then by whose they are, so that the order hangs on nothing else.
    std::sort(out.keys.begin(), out.keys.end(), [](const HeavyKey& a, const HeavyKey& b) {
        if (a.count != b.count)
            return a.count > b.count;
        return a.source != b.source ? a.source < b.source : a.key < b.key;
    });
    out.error = counts.keys.error();
    if (out.keys.size() > kMostKeys) {
        out.error += out.keys[kMostKeys].count; // what those left out may have
        out.keys.resize(kMostKeys);
    }
    return out;
}

Sightings::Seen Sightings::atPartition(std::uint32_t partition) const {
    return seen(m_total, [&](std::uint32_t other) { return other == partition; });
}

Sightings::Seen Sightings::atNode(std::uint32_t node) const {
    return seen(m_total, [&](std::uint32_t partition) { return m_plan.primaryNode[partition] == node; });
}

} // namespace shardscape::simulator
