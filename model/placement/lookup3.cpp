// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/hashes.h"

#include <bit>

namespace shardscape::model {

namespace {

/// The state of lookup3 (Bob Jenkins, 2006, public domain) with PostgreSQL's start value.
struct Lookup3 {
    std::uint32_t a;
    std::uint32_t b;
    std::uint32_t c;

    Lookup3(std::size_t length, std::uint64_t seed) {
        a = b = c = 0x9e3779b9U + static_cast<std::uint32_t>(length) + 3923095U;
        if (seed != 0) {
            a += static_cast<std::uint32_t>(seed >> 32);
            b += static_cast<std::uint32_t>(seed);
            mix();
        }
    }
    void mix() {
        a = (a - c) ^ std::rotl(c, 4);
        c += b;
        b = (b - a) ^ std::rotl(a, 6);
        a += c;
        c = (c - b) ^ std::rotl(b, 8);
        b += a;
        a = (a - c) ^ std::rotl(c, 16);
        c += b;
        b = (b - a) ^ std::rotl(a, 19);
        a += c;
        c = (c - b) ^ std::rotl(b, 4);
        b += a;
    }
    void finish() {
        c = (c ^ b) - std::rotl(b, 14);
        a = (a ^ c) - std::rotl(c, 11);
        b = (b ^ a) - std::rotl(a, 25);
        c = (c ^ b) - std::rotl(b, 16);
        a = (a ^ c) - std::rotl(c, 4);
        b = (b ^ a) - std::rotl(a, 14);
        c = (c ^ b) - std::rotl(b, 24);
    }
};

Lookup3 hashBytes(std::string_view bytes, std::uint64_t seed) {
    Lookup3 state(bytes.size(), seed);
    const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(bytes[i])}; };
    const auto word = [&](std::size_t i) { return byte(i) | byte(i + 1) << 8 | byte(i + 2) << 16 | byte(i + 3) << 24; };
    std::size_t at = 0;
    for (; at + 12 <= bytes.size(); at += 12) {
        state.a += word(at);
        state.b += word(at + 4);
        state.c += word(at + 8);
        state.mix();
    }
    // The lowest byte of c is reserved for the length, so the last group starts one byte higher.
    for (std::size_t i = 0; at + i < bytes.size(); ++i) {
        const std::uint32_t value = byte(at + i);
        if (i < 4)
            state.a += value << (8 * i);
        else if (i < 8)
            state.b += value << (8 * (i - 4));
        else
            state.c += value << (8 * (i - 7));
    }
    state.finish();
    return state;
}

/// hashint8: the low half, folded with the high half so that any value which fits int4 hashes as int4 does.
Lookup3 hashInteger(std::int64_t number, std::uint64_t seed) {
    const auto low = static_cast<std::uint32_t>(number);
    const auto high = static_cast<std::uint32_t>(static_cast<std::uint64_t>(number) >> 32);
    Lookup3 state(4, seed);
    state.a += low ^ (number >= 0 ? high : ~high);
    state.finish();
    return state;
}

std::uint64_t wide(const Lookup3& state) {
    return std::uint64_t{state.b} << 32 | state.c;
}

} // namespace

std::uint32_t postgresqlHash(std::string_view bytes) {
    return hashBytes(bytes, 0).c;
}
std::uint64_t postgresqlHashExtended(std::string_view bytes, std::uint64_t seed) {
    return wide(hashBytes(bytes, seed));
}
std::uint32_t postgresqlHash(std::int64_t number) {
    return hashInteger(number, 0).c;
}
std::uint64_t postgresqlHashExtended(std::int64_t number, std::uint64_t seed) {
    return wide(hashInteger(number, seed));
}

} // namespace shardscape::model
