// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace shardscape::simulator {

/// A key at one partition, and how often it was seen there.
struct HeavyKey {
    std::uint64_t key = 0;
    std::uint32_t partition = 0; ///< numbered through
    std::uint32_t source = 0;    ///< whose key it is, as the caller numbers them
    std::uint64_t count = 0;
    bool same(const HeavyKey& other) const {
        return key == other.key && partition == other.partition && source == other.source;
    }
};

/// The most frequent of any number of keys in a fixed room: the algorithm of Misra and Gries (1982), which lowers all
/// counters when there are too many of them, in the form of Anderson et al. (2017): by their median, so that an
/// addition costs a constant time on average. A counter is never above the true count and below it by at most error(),
/// which is known exactly and never above 2 / counters of everything added. Sketches can be added up; their errors add
/// up too.
class HeavyKeys {
public:
    /// `counters` is a power of two.
    explicit HeavyKeys(std::uint32_t counters = 4096);

    void add(std::uint64_t key, std::uint32_t partition, std::uint32_t source) {
        ++m_total;
        raise({key, partition, source, 1});
    }
    void add(const HeavyKeys& other);
    void clear();

    /// In no particular order.
    std::vector<HeavyKey> keys() const;
    std::uint64_t error() const { return m_error; }
    std::uint64_t total() const { return m_total; }

private:
    static std::uint64_t hash(const HeavyKey& of);
    void raise(const HeavyKey& by);
    void makeRoom();

    std::vector<HeavyKey> m_slots; ///< twice the counters; a count of 0 is an empty one
    std::uint64_t m_mask;
    std::size_t m_used = 0;
    std::uint64_t m_error = 0;
    std::uint64_t m_total = 0;
};

} // namespace shardscape::simulator
