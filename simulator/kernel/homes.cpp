// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/homes.h"

#include <algorithm>

namespace shardscape::simulator {

const std::vector<std::uint32_t>& Homes::ofKey(const StepPlan& step, std::uint32_t stream, std::uint64_t key,
                                               std::int64_t now) {
    if (step.spread == nullptr || !step.spread->spreads(key)) {
        std::uint32_t home = step.route->partition(key);
        if (step.moves != nullptr && now >= step.moves->fromNs) {
            const std::uint32_t after = step.routeAfter->partition(key);
            if (after != home && step.moves->hasMoved(step.route->within(key), now))
                home = after;
        }
        m_homes.assign(1, step.splits == nullptr ? home : step.splits->resolve(home, step.route->within(key), now));
        return m_homes;
    }
    step.spread->homes(key, m_homes);
    const bool one = (step.spread->kind() == Spread::Kind::Salted) == m_plan.streams[stream].write;
    if (one) {
        m_homes[0] = m_homes[m_state.traffic.touchRandom(stream).below(m_homes.size())];
        m_homes.resize(1);
    }
    return m_homes;
}

const std::vector<std::uint32_t>& Homes::ofTouch(const StepPlan& step, std::uint32_t stream, std::int64_t now) {
    const TableLayout& table = m_plan.tables[step.table];
    const std::uint32_t partitions = step.splits == nullptr ? table.partitions : step.splits->partitions(now);
    m_homes.clear();
    if (step.touch.kind == Touch::Kind::All) {
        const auto empty = [&](std::uint32_t p) {
            return step.moves != nullptr && ((step.moves->added[p] && now < step.moves->fromNs) ||
                                             (step.moves->lost[p] && now >= step.moves->toNs));
        };
        for (std::uint32_t p = 0; p < partitions; ++p)
            if (!empty(p))
                m_homes.push_back(table.first + p);
        return m_homes;
    }
    // Floyd's way to k different ones of n.
    Random& random = m_state.traffic.touchRandom(stream);
    for (std::uint32_t n = partitions - step.touch.sample; n < partitions; ++n) {
        const auto drawn = table.first + static_cast<std::uint32_t>(random.below(n + 1));
        const bool taken = std::find(m_homes.begin(), m_homes.end(), drawn) != m_homes.end();
        m_homes.push_back(taken ? table.first + n : drawn);
    }
    return m_homes;
}

} // namespace shardscape::simulator
