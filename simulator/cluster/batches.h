// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace shardscape::simulator {

/// Requests held back until enough of them have come together or the first has waited long enough; one batch a place.
template <class Item> class Batches {
public:
    struct Batch {
        std::uint64_t number = 0; ///< of its own, so that a timer that comes too late is told apart
        std::vector<Item> items;
    };
    enum class Added { First, Joined };

    Added add(std::uint64_t place, Item item) {
        Batch& batch = m_open[place];
        if (batch.items.empty())
            batch.number = ++m_numbers;
        batch.items.push_back(std::move(item));
        return batch.items.size() == 1 ? Added::First : Added::Joined;
    }
    std::size_t size(std::uint64_t place) const {
        const auto found = m_open.find(place);
        return found == m_open.end() ? 0 : found->second.items.size();
    }
    std::uint64_t number(std::uint64_t place) const { return m_open.at(place).number; }
    /// Whether the batch of this number is still held.
    bool holds(std::uint64_t place, std::uint64_t number) const {
        const auto found = m_open.find(place);
        return found != m_open.end() && !found->second.items.empty() && found->second.number == number;
    }
    std::vector<Item> take(std::uint64_t place) { return std::exchange(m_open[place].items, {}); }

private:
    std::unordered_map<std::uint64_t, Batch> m_open;
    std::uint64_t m_numbers = 0;
};

} // namespace shardscape::simulator
