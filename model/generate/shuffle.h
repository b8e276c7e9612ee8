// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace shardscape::model {

/// A well mixed 64-bit number from another: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t mixed(std::uint64_t value);
/// The same of two numbers.
std::uint64_t mixed(std::uint64_t a, std::uint64_t b);
/// In [0, 1).
double unit(std::uint64_t bits);

/// A permutation of 0 … n − 1 that looks random and needs no memory: a Feistel network of four rounds over the next
/// even power of two, walked until the value is below n (Black and Rogaway, "Ciphers with arbitrary finite domains",
/// 2002). Random access: at(i) is a pure function.
class Permutation {
public:
    Permutation() = default;
    Permutation(std::uint64_t n, std::uint64_t seed);
    std::uint64_t at(std::uint64_t i) const;
    std::uint64_t size() const { return m_size; }

private:
    std::uint64_t round(std::uint64_t value) const;

    std::uint64_t m_size = 1;
    std::uint64_t m_seed = 0;
    int m_half = 1; ///< bits of either half
};

} // namespace shardscape::model
