// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/hashes.h"

#include <array>
#include <bit>

namespace shardscape::model {

namespace {

/// The tables of FIPS 46-3; bits are numbered from 1 at the most significant.
constexpr std::array<std::array<std::uint8_t, 64>, 8> kBoxes = {{
    {14, 4,  13, 1, 2,  15, 11, 8, 3, 10, 6, 12, 5,  9,  0,  7,  0,  15, 7,  4,  14, 2,
     13, 1,  10, 6, 12, 11, 9,  5, 3, 8,  4, 1,  14, 8,  13, 6,  2,  11, 15, 12, 9,  7,
     3,  10, 5,  0, 15, 12, 8,  2, 4, 9,  1, 7,  5,  11, 3,  14, 10, 0,  6,  13},
    {15, 1,  8, 14, 6,  11, 3,  4, 9, 7, 2,  13, 12, 0, 5, 10, 3,  13, 4,  7, 15, 2,  8, 14, 12, 0, 1, 10, 6, 9, 11, 5,
     0,  14, 7, 11, 10, 4,  13, 1, 5, 8, 12, 6,  9,  3, 2, 15, 13, 8,  10, 1, 3,  15, 4, 2,  11, 6, 7, 12, 0, 5, 14, 9},
    {10, 0,  9,  14, 6, 3,  15, 5,  1,  13, 12, 7, 11, 4,  2,  8,  13, 7, 0,  9, 3, 4,
     6,  10, 2,  8,  5, 14, 12, 11, 15, 1,  13, 6, 4,  9,  8,  15, 3,  0, 11, 1, 2, 12,
     5,  10, 14, 7,  1, 10, 13, 0,  6,  9,  8,  7, 4,  15, 14, 3,  11, 5, 2,  12},
    {7, 13, 14, 3, 0, 6,  9, 10, 1,  2, 8,  5, 11, 12, 4,  15, 13, 8,  11, 5, 6, 15,
     0, 3,  4,  7, 2, 12, 1, 10, 14, 9, 10, 6, 9,  0,  12, 11, 7,  13, 15, 1, 3, 14,
     5, 2,  8,  4, 3, 15, 0, 6,  10, 1, 13, 8, 9,  4,  5,  11, 12, 7,  2,  14},
    {2,  12, 4, 1,  7,  10, 11, 6, 8, 5,  3, 15, 13, 0,  14, 9,  14, 11, 2,  12, 4,  7,
     13, 1,  5, 0,  15, 10, 3,  9, 8, 6,  4, 2,  1,  11, 10, 13, 7,  8,  15, 9,  12, 5,
     6,  3,  0, 14, 11, 8,  12, 7, 1, 14, 2, 13, 6,  15, 0,  9,  10, 4,  5,  3},
    {12, 1,  10, 15, 9,  2,  6, 8,  0, 13, 3,  4,  14, 7,  5, 11, 10, 15, 4, 2, 7, 12,
     9,  5,  6,  1,  13, 14, 0, 11, 3, 8,  9,  14, 15, 5,  2, 8,  12, 3,  7, 0, 4, 10,
     1,  13, 11, 6,  4,  3,  2, 12, 9, 5,  15, 10, 11, 14, 1, 7,  6,  0,  8, 13},
    {4, 11, 2,  14, 15, 0, 8, 13, 3,  12, 9, 7, 5, 10, 6, 1, 13, 0,  11, 7, 4, 9, 1,  10, 14, 3, 5, 12, 2,  15, 8, 6,
     1, 4,  11, 13, 12, 3, 7, 14, 10, 15, 6, 8, 0, 5,  9, 2, 6,  11, 13, 8, 1, 4, 10, 7,  9,  5, 0, 15, 14, 2,  3, 12},
    {13, 2,  8, 4, 6, 15, 11, 1, 10, 9, 3,  14, 5,  0, 12, 7, 1, 15, 13, 8, 10, 3,  7, 4,  12, 5,  6, 11, 0, 14, 9, 2,
     7,  11, 4, 1, 9, 12, 14, 2, 0,  6, 10, 13, 15, 3, 5,  8, 2, 1,  14, 7, 4,  10, 8, 13, 15, 12, 9, 0,  3, 5,  6, 11},
}};
constexpr std::array<std::uint8_t, 32> kScatter = {16, 7, 20, 21, 29, 12, 28, 17, 1,  15, 23, 26, 5,  18, 31, 10,
                                                   2,  8, 24, 14, 32, 27, 3,  9,  19, 13, 30, 6,  22, 11, 4,  25};

/// The initial permutation and its inverse: bit i of the result is bit initial(i) of the input.
constexpr unsigned initial(unsigned i) {
    const unsigned column = (i % 32) / 8; // 58, 60, 62, 64, then 57, 59, 61, 63, each row falling by eights
    return (i < 32 ? 57U : 56U) + 2 * column - 8 * (i % 8);
}
std::uint64_t permute(std::uint64_t block) {
    std::uint64_t out = 0;
    for (unsigned i = 0; i < 64; ++i)
        out |= ((block >> (63 - initial(i))) & 1) << (63 - i);
    return out;
}
std::uint64_t unpermute(std::uint64_t block) {
    std::uint64_t out = 0;
    for (unsigned i = 0; i < 64; ++i)
        out |= ((block >> (63 - i)) & 1) << (63 - initial(i));
    return out;
}

/// Six overlapping bits of the half through each box, then scattered. All subkeys of the null key are zero.
std::uint32_t round(std::uint32_t half) {
    std::uint32_t substituted = 0;
    for (int box = 0; box < 8; ++box) {
        const std::uint32_t six = std::rotl(half, 4 * box + 5) & 63U; // bits 4 box … 4 box + 5, counted from 0
        const std::uint32_t row = (six >> 4 & 2U) | (six & 1U);
        const std::uint32_t column = six >> 1 & 15U;
        substituted = substituted << 4 | kBoxes[static_cast<std::size_t>(box)][row * 16 + column];
    }
    std::uint32_t out = 0;
    for (std::uint8_t bit : kScatter)
        out = out << 1 | (substituted >> (32 - bit) & 1U);
    return out;
}

} // namespace

std::uint64_t desNullKey(std::uint64_t block) {
    block = permute(block);
    auto left = static_cast<std::uint32_t>(block >> 32);
    auto right = static_cast<std::uint32_t>(block);
    for (int i = 0; i < 16; ++i) {
        const std::uint32_t next = left ^ round(right);
        left = right;
        right = next;
    }
    return unpermute(std::uint64_t{right} << 32 | left);
}

} // namespace shardscape::model
