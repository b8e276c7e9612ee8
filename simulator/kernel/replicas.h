// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "simulator/cluster/versions.h"
#include "simulator/kernel/run_state.h"
#include "simulator/measure/histogram.h"

namespace shardscape::simulator {

/// Which writes have reached which replicas, by lag and by faults, and which reads are stale for it.
class Replicas {
public:
    explicit Replicas(RunState& state);

    /// Whether replicas of a table are compared at all.
    bool compares(std::uint32_t table) const { return m_tables[table].has_value(); }

    /// A replica's number in the answer of one that a sloppy write takes for answered.
    static constexpr std::uint32_t kHint = UINT32_MAX;

    /// Replicas that a write does not reach, neighbours from `first` on.
    struct Gap {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        std::uint32_t replicas = 1;
        bool sloppy = false; ///< they count as having answered at once
        std::int64_t repairNs = 0;
        bool covers(std::uint32_t replica) const { return (replica + replicas - first) % replicas < count; }
    };
    /// For a write at `now`; `spared` replicas from the first on are always reached.
    Gap gap(std::uint32_t table, std::uint32_t stream, std::uint32_t spared, std::int64_t now);
    /// How much later than it is served another replica than the first has a write.
    std::int64_t lag(std::uint32_t table, std::uint32_t stream);

    /// A write of a key, to a partition where keys live in several. `have` says when replicas have it; those not listed
    /// get it when the gap is repaired.
    void wrote(std::uint32_t table, std::uint64_t key, std::int64_t now, std::int64_t acknowledged,
               std::span<const Versions::Answer> have, const Gap& gap);
    /// For a stale read: when the write that it should have seen was made.
    std::optional<std::int64_t> missed(std::uint32_t table, std::uint64_t key, std::int64_t began,
                                       std::span<const Versions::Answer> answers) {
        return m_tables[table]->versions.missed(key, began, answers);
    }

    /// How long after the acknowledgement other replicas had writes; null where they are not compared.
    const Histogram* lags(std::uint32_t table) const { return m_tables[table] ? &m_tables[table]->lags : nullptr; }
    /// Forgets counts, not state.
    void startMeasuring();

private:
    struct Compared {
        Versions versions;
        std::uint32_t replicas;
        std::optional<ServiceSampler> lag;
        std::vector<const PartialWrites*> faults;
        Histogram lags;
    };
    RunState& m_state;
    std::vector<std::optional<Compared>> m_tables; ///< as Scenario::tables; nothing where replicas are not compared
    std::vector<std::int64_t> m_hasIt;             ///< scratch
};

} // namespace shardscape::simulator
