// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/generate/shuffle.h"

#include <bit>

namespace shardscape::model {

std::uint64_t mixed(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    return mixed(mixed(a) ^ b);
}

double unit(std::uint64_t bits) {
    return static_cast<double>(bits >> 11) * 0x1.0p-53;
}

Permutation::Permutation(std::uint64_t n, std::uint64_t seed)
    : m_size(n == 0 ? 1 : n)
    , m_seed(seed) {
    const int bits = m_size <= 2 ? 2 : static_cast<int>(std::bit_width(m_size - 1));
    m_half = (bits + 1) / 2;
}

std::uint64_t Permutation::round(std::uint64_t value) const {
    const std::uint64_t mask = (std::uint64_t{1} << m_half) - 1;
    std::uint64_t left = value >> m_half;
    std::uint64_t right = value & mask;
    for (std::uint64_t key = 0; key < 4; ++key) {
        const std::uint64_t next = left ^ (mixed(m_seed + key, right) & mask);
        left = right;
        right = next;
    }
    return (left << m_half) | right;
}

std::uint64_t Permutation::at(std::uint64_t i) const {
    if (m_size == 1)
        return 0;
    std::uint64_t value = i % m_size;
    do
        value = round(value);
    while (value >= m_size);
    return value;
}

} // namespace shardscape::model
