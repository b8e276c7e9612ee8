// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/key_load.h"

#include <algorithm>

#include <xxhash.h>

namespace shardscape::model {

namespace {

// Between the columns of a key, and in place of one that is NULL: characters that texts do not have.
constexpr char kBetween = '\x1f';
constexpr char kNull = '\x1e';

} // namespace

KeyLoad::KeyLoad(std::uint32_t partitions)
    : m_load(partitions)
    , m_entries(1024) {}

void KeyLoad::add(KeyRow row, std::uint32_t partition, double weight) {
    ++m_records;
    m_total += weight;
    m_load[partition] += weight;
    m_scratch.clear();
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0)
            m_scratch += kBetween;
        if (row[i].isNull())
            m_scratch += kNull;
        else
            m_scratch += row[i].text;
    }
    Entry& entry = find(XXH3_64bits(m_scratch.data(), m_scratch.size()), m_scratch);
    entry.partition = partition;
    entry.weight += weight;
}

KeyLoad::Entry& KeyLoad::find(std::uint64_t hash, std::string_view text) {
    if (m_distinct * 10 >= m_entries.size() * 7)
        grow();
    const std::size_t mask = m_entries.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        Entry& entry = m_entries[at];
        if (entry.weight < 0) {
            ++m_distinct;
            entry = {hash, m_texts.size(), static_cast<std::uint32_t>(text.size()), 0, 0};
            m_texts += text;
            return entry;
        }
        if (entry.hash == hash && textOf(entry) == text)
            return entry;
    }
}

void KeyLoad::grow() {
    std::vector<Entry> old(m_entries.size() * 2);
    old.swap(m_entries);
    const std::size_t mask = m_entries.size() - 1;
    for (const Entry& entry : old) {
        if (entry.weight < 0)
            continue;
        std::size_t at = entry.hash & mask;
        while (m_entries[at].weight >= 0)
            at = (at + 1) & mask;
        m_entries[at] = entry;
    }
}

std::vector<KeyLoad::Key> KeyLoad::heaviest(std::size_t count) const {
    const auto heavier = [this](const Entry* a, const Entry* b) {
        return a->weight != b->weight ? a->weight > b->weight : textOf(*a) < textOf(*b);
    };
    std::vector<const Entry*> top; // a heap with the lightest in front
    for (const Entry& entry : m_entries) {
        if (entry.weight < 0 || (top.size() == count && (count == 0 || !heavier(&entry, top.front()))))
            continue;
        if (top.size() == count) {
            std::pop_heap(top.begin(), top.end(), heavier);
            top.pop_back();
        }
        top.push_back(&entry);
        std::push_heap(top.begin(), top.end(), heavier);
    }
    std::sort_heap(top.begin(), top.end(), heavier);
    std::vector<Key> keys;
    for (const Entry* entry : top) {
        Key key{{std::string()}, {false}, entry->weight, entry->partition};
        for (char c : textOf(*entry)) {
            if (c == kBetween) {
                key.columns.emplace_back();
                key.null.push_back(false);
            } else if (c == kNull) {
                key.null.back() = true;
            } else {
                key.columns.back() += c;
            }
        }
        keys.push_back(std::move(key));
    }
    return keys;
}

} // namespace shardscape::model
