// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measure/heavy_keys.h"

#include <algorithm>

namespace shardscape::simulator {

HeavyKeys::HeavyKeys(std::uint32_t counters)
    : m_slots(std::size_t{counters} * 2)
    , m_mask(m_slots.size() - 1) {}

/// The finaliser of splitmix64 over all that tells keys apart.
std::uint64_t HeavyKeys::hash(const HeavyKey& of) {
    std::uint64_t x = of.key * 0x9E3779B97F4A7C15ULL + (std::uint64_t{of.source} << 32 | of.partition);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

void HeavyKeys::raise(const HeavyKey& by) {
    std::uint64_t at = hash(by) & m_mask;
    while (m_slots[at].count > 0 && !m_slots[at].same(by))
        at = (at + 1) & m_mask;
    if (m_slots[at].count > 0) {
        m_slots[at].count += by.count;
        return;
    }
    m_slots[at] = by;
    if (++m_used > m_slots.size() / 2)
        makeRoom();
}

void HeavyKeys::makeRoom() {
    std::vector<HeavyKey> kept = keys();
    const auto middle = kept.begin() + static_cast<std::ptrdiff_t>(kept.size() / 2);
    std::nth_element(kept.begin(), middle, kept.end(),
                     [](const HeavyKey& a, const HeavyKey& b) { return a.count < b.count; });
    const std::uint64_t lower = middle->count;
    m_error += lower;
    std::fill(m_slots.begin(), m_slots.end(), HeavyKey{});
    m_used = 0;
    for (HeavyKey& one : kept)
        if (one.count > lower) {
            one.count -= lower;
            raise(one);
        }
}

void HeavyKeys::add(const HeavyKeys& other) {
    m_total += other.m_total;
    m_error += other.m_error;
    for (const HeavyKey& slot : other.m_slots)
        if (slot.count > 0)
            raise(slot);
}

void HeavyKeys::clear() {
    if (m_used > 0)
        std::fill(m_slots.begin(), m_slots.end(), HeavyKey{});
    m_used = 0;
    m_error = m_total = 0;
}

std::vector<HeavyKey> HeavyKeys::keys() const {
    std::vector<HeavyKey> out;
    out.reserve(m_used);
    for (const HeavyKey& slot : m_slots)
        if (slot.count > 0)
            out.push_back(slot);
    return out;
}

} // namespace shardscape::simulator
