// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/placement/placement.h"

namespace shardscape::model {

/// Adds up placed keys: the load of each partition, how many keys are different, and the heaviest of them. Memory grows
/// with the number of different keys: about 50 bytes and the text of each.
class KeyLoad {
public:
    struct Key {
        std::vector<std::string> columns; ///< as written; "NULL" without quotes is kept apart by `null`
        std::vector<bool> null;
        double weight = 0;
        std::uint32_t partition = 0;
    };

    explicit KeyLoad(std::uint32_t partitions);

    void add(KeyRow row, std::uint32_t partition, double weight);

    std::uint64_t records() const { return m_records; }
    std::uint64_t distinct() const { return m_distinct; }
    double total() const { return m_total; }
    /// Sum of the weights of each partition.
    const std::vector<double>& load() const { return m_load; }
    /// The heaviest keys, falling by weight and then by text.
    std::vector<Key> heaviest(std::size_t count) const;

private:
    struct Entry {
        std::uint64_t hash = 0;
        std::uint64_t text = 0; ///< where the key's text begins
        std::uint32_t length = 0;
        std::uint32_t partition = 0;
        double weight = -1; ///< below 0: free
    };

    Entry& find(std::uint64_t hash, std::string_view text);
    void grow();
    std::string_view textOf(const Entry& entry) const {
        return std::string_view(m_texts).substr(entry.text, entry.length);
    }

    std::vector<double> m_load;
    std::vector<Entry> m_entries; ///< open addressing, a power of two
    std::string m_texts;
    std::string m_scratch;
    std::uint64_t m_records = 0;
    std::uint64_t m_distinct = 0;
    double m_total = 0;
};

} // namespace shardscape::model
