// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cluster/versions.h"

#include <algorithm>

namespace shardscape::simulator {

void Versions::forget(Rows& rows, std::int64_t now) const {
    std::size_t first = 0;
    while (first + width() < rows.size() && rows[first + width()] <= now)
        first += width();
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(first));
    const bool everywhere =
        rows.size() == width() && std::all_of(rows.begin(), rows.end(), [&](std::int64_t t) { return t <= now; });
    if (everywhere)
        rows.clear();
}

void Versions::wrote(std::uint64_t key, std::int64_t now, std::int64_t acknowledged,
                     std::span<const std::int64_t> hasIt) {
    Rows& rows = m_versions[key];
    forget(rows, now);
    std::size_t at = rows.size();
    while (at > 0 && rows[at - width()] > acknowledged)
        at -= width();
    const auto place = rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), {acknowledged, now});
    rows.insert(place + 2, hasIt.begin(), hasIt.end());
}

std::optional<std::int64_t> Versions::missed(std::uint64_t key, std::int64_t began, std::span<const Answer> answers) {
    const auto found = m_versions.find(key);
    if (found == m_versions.end())
        return std::nullopt;
    Rows& rows = found->second;
    forget(rows, began);
    if (rows.empty()) {
        m_versions.erase(found);
        return std::nullopt;
    }
    if (rows.front() > began)
        return std::nullopt; // nothing is acknowledged yet
    for (std::size_t row = 0; row < rows.size(); row += width())
        for (const Answer& answer : answers)
            if (rows[row + 2 + answer.replica] <= answer.at)
                return std::nullopt;
    return rows[1];
}

} // namespace shardscape::simulator
