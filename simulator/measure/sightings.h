// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "simulator/kernel/plan.h"
#include "simulator/measure/heavy_keys.h"

namespace shardscape::simulator {

/// Who asked the partitions, as observed: streams counted one by one, keys by a sketch. Made only for runs whose loads
/// do not all follow from popularity (a cold cache, say), because it costs each sub-request some nanoseconds.
class Sightings {
public:
    explicit Sightings(const Plan& plan);

    void operation(std::uint32_t partition, std::uint32_t stream) {
        ++m_window.operations[std::size_t{stream} * m_partitions + partition];
    }
    /// The key that a step asks for.
    void key(std::uint32_t partition, std::uint32_t stream, std::uint32_t step, std::uint64_t key) {
        m_window.keys.add(key, partition, m_numbering[m_firstStep[stream] + step]);
    }
    /// What the numbers of a seen key mean.
    const KeySpec& keySpec(const HeavyKey& key) const { return *m_specs[key.source]; }

    /// As in Recorder: totals count from here on, windows go on.
    void startMeasuring();
    /// Keeps what a node saw in the window that ends; -1 where the window makes no part of the series.
    void closeWindow(std::int64_t node);

    /// What was seen at some partitions.
    struct Seen {
        std::vector<std::uint64_t> streams; ///< sub-requests, by stream
        std::vector<HeavyKey> keys;
        std::uint64_t error = 0; ///< any key was seen up to so many times more often
    };
    /// At one partition, at all whose first replica a node keeps; since the end of the warm-up.
    Seen atPartition(std::uint32_t partition) const;
    Seen atNode(std::uint32_t node) const;
    /// At the node that was named when the window of the series ended.
    const Seen& inWindow(std::size_t window) const { return m_windows[window]; }

private:
    struct Counts {
        std::vector<std::uint64_t> operations; ///< [stream * partitions + partition]
        HeavyKeys keys;
        void moveTo(Counts& other);
        void clear();
    };
    template <class Wanted> Seen seen(const Counts& counts, const Wanted& wanted) const;

    const Plan& m_plan;
    std::size_t m_partitions;
    std::vector<std::size_t> m_firstStep;   ///< of each stream
    std::vector<std::uint32_t> m_numbering; ///< of each step of all streams: index into m_specs
    std::vector<const KeySpec*> m_specs;    ///< of different numberings
    Counts m_window;
    Counts m_carried; ///< of the current window, before measuring began
    Counts m_total;
    std::vector<Seen> m_windows;
};

} // namespace shardscape::simulator
