// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace shardscape::simulator {

/// Keys that are being fetched, and who waits for each: the first that misses a key fetches it, the others wait.
template <class Waiter> class Flights {
public:
    /// True when nobody fetches the key yet: the caller does from now on, until land().
    bool lead(std::uint64_t key) { return m_waiting.try_emplace(key).second; }
    /// Joins a flight under way.
    void wait(std::uint64_t key, Waiter waiter) { m_waiting[key].push_back(std::move(waiter)); }
    /// The flight of the key is over, with an answer or without; who waited for it, in order of coming.
    std::vector<Waiter> land(std::uint64_t key) {
        const auto found = m_waiting.find(key);
        if (found == m_waiting.end())
            return {};
        std::vector<Waiter> waiting = std::move(found->second);
        m_waiting.erase(found);
        return waiting;
    }

private:
    std::unordered_map<std::uint64_t, std::vector<Waiter>> m_waiting;
};

} // namespace shardscape::simulator
