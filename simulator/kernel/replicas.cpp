// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/replicas.h"

#include <algorithm>

namespace shardscape::simulator {

Replicas::Replicas(RunState& state)
    : m_state(state) {
    const Scenario& scenario = *state.plan.scenario;
    for (const Table& table : scenario.tables) {
        std::vector<const PartialWrites*> faults;
        for (const Fault& fault : scenario.faults)
            if (const auto* partial = std::get_if<PartialWrites>(&fault); partial && partial->table == table.name)
                faults.push_back(partial);
        std::optional<Compared> compared;
        if (table.replicas > 1 && (table.lag || !faults.empty())) {
            compared.emplace(Compared{Versions(table.replicas), table.replicas, std::nullopt, std::move(faults), {}});
            if (table.lag)
                compared->lag.emplace(*table.lag);
        }
        m_tables.push_back(std::move(compared));
    }
}

Replicas::Gap Replicas::gap(std::uint32_t table, std::uint32_t stream, std::uint32_t spared, std::int64_t now) {
    const Compared& compared = *m_tables[table];
    for (const PartialWrites* fault : compared.faults) {
        if (now < toNs(fault->when.fromSeconds) || (fault->when.toSeconds > 0 && now >= toNs(fault->when.toSeconds)))
            continue;
        Random& random = m_state.traffic.dataRandom(stream);
        if (random.unit() >= fault->share)
            continue;
        // Neighbours in a ring of those that may be missed.
        const std::uint32_t most = compared.replicas - spared;
        const std::uint32_t count = std::min(fault->missing, most);
        const auto first = spared + static_cast<std::uint32_t>(random.below(spared == 0 ? most : most - count + 1));
        const std::int64_t repair = fault->repairSeconds > 0 ? toNs(fault->repairSeconds) : kNever;
        return {first, count, compared.replicas, fault->sloppy, repair};
    }
    return {};
}

void Replicas::startMeasuring() {
    for (std::optional<Compared>& table : m_tables)
        if (table)
            table->lags.clear();
}

std::int64_t Replicas::lag(std::uint32_t table, std::uint32_t stream) {
    const Compared& compared = *m_tables[table];
    return compared.lag ? compared.lag->pick(m_state.traffic.dataRandom(stream)) : 0;
}

void Replicas::wrote(std::uint32_t table, std::uint64_t key, std::int64_t now, std::int64_t acknowledged,
                     std::span<const Versions::Answer> have, const Gap& gap) {
    Compared& compared = *m_tables[table];
    const std::int64_t repaired = gap.repairNs == kNever ? kNever : now + gap.repairNs;
    m_hasIt.assign(compared.replicas, gap.count > 0 ? repaired : kNever);
    for (const Versions::Answer& one : have)
        if (one.replica != kHint)
            m_hasIt[one.replica] = one.at;
    compared.versions.wrote(key, now, acknowledged, m_hasIt);
    if (acknowledged == kNever)
        return;
    for (std::size_t r = 1; r < m_hasIt.size(); ++r)
        if (m_hasIt[r] != kNever)
            compared.lags.add(std::max<std::int64_t>(0, m_hasIt[r] - acknowledged));
}

} // namespace shardscape::simulator
