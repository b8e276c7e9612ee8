// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/hashes.h"

#include <bit>

namespace shardscape::model {

namespace {

template <class Word> Word little(std::string_view bytes, std::size_t at, std::size_t count) {
    Word word = 0;
    for (std::size_t i = 0; i < count; ++i)
        word |= static_cast<Word>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return word;
}

/// The word of a tail whose bytes are sign-extended before they are shifted in, as Java's signed bytes are.
std::uint64_t signedTail(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto wide = static_cast<std::int64_t>(static_cast<signed char>(bytes[at + i]));
        word ^= static_cast<std::uint64_t>(wide) << (8 * i);
    }
    return word;
}

constexpr std::uint64_t kC1 = 0x87c37b91114253d5ULL;
constexpr std::uint64_t kC2 = 0x4cf5ad432745937fULL;

std::uint64_t scramble1(std::uint64_t k) {
    return std::rotl(k * kC1, 31) * kC2;
}
std::uint64_t scramble2(std::uint64_t k) {
    return std::rotl(k * kC2, 33) * kC1;
}
std::uint64_t finish(std::uint64_t k) {
    k = (k ^ (k >> 33)) * 0xff51afd7ed558ccdULL;
    k = (k ^ (k >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    return k ^ (k >> 33);
}

} // namespace

std::int32_t murmur2Kafka(std::string_view bytes) {
    constexpr std::uint32_t kM = 0x5bd1e995U;
    std::uint32_t hash = 0x9747b28cU ^ static_cast<std::uint32_t>(bytes.size());
    std::size_t at = 0;
    for (; at + 4 <= bytes.size(); at += 4) {
        std::uint32_t k = little<std::uint32_t>(bytes, at, 4) * kM;
        k = (k ^ (k >> 24)) * kM;
        hash = (hash * kM) ^ k;
    }
    if (at < bytes.size())
        hash = (hash ^ little<std::uint32_t>(bytes, at, bytes.size() - at)) * kM;
    hash = (hash ^ (hash >> 13)) * kM;
    return static_cast<std::int32_t>(hash ^ (hash >> 15));
}

std::uint32_t murmur3_32(std::string_view bytes, std::uint32_t seed) {
    const auto scramble = [](std::uint32_t k) { return std::rotl(k * 0xcc9e2d51U, 15) * 0x1b873593U; };
    std::uint32_t hash = seed;
    std::size_t at = 0;
    for (; at + 4 <= bytes.size(); at += 4)
        hash = std::rotl(hash ^ scramble(little<std::uint32_t>(bytes, at, 4)), 13) * 5 + 0xe6546b64U;
    if (at < bytes.size())
        hash ^= scramble(little<std::uint32_t>(bytes, at, bytes.size() - at));
    hash ^= static_cast<std::uint32_t>(bytes.size());
    hash = (hash ^ (hash >> 16)) * 0x85ebca6bU;
    hash = (hash ^ (hash >> 13)) * 0xc2b2ae35U;
    return hash ^ (hash >> 16);
}

namespace {

struct Halves {
    std::uint64_t first;
    std::uint64_t second;
};

/// MurmurHash3_x64_128 with seed 0; `tail` makes a word of the last bytes.
template <class Tail> Halves murmur3_128(std::string_view bytes, Tail tail) {
    std::uint64_t h1 = 0;
    std::uint64_t h2 = 0;
    std::size_t at = 0;
    for (; at + 16 <= bytes.size(); at += 16) {
        h1 ^= scramble1(little<std::uint64_t>(bytes, at, 8));
        h1 = (std::rotl(h1, 27) + h2) * 5 + 0x52dce729U;
        h2 ^= scramble2(little<std::uint64_t>(bytes, at + 8, 8));
        h2 = (std::rotl(h2, 31) + h1) * 5 + 0x38495ab5U;
    }
    const std::size_t rest = bytes.size() - at;
    if (rest > 8)
        h2 ^= scramble2(tail(bytes, at + 8, rest - 8));
    if (rest > 0)
        h1 ^= scramble1(tail(bytes, at, rest < 8 ? rest : 8));
    h1 ^= bytes.size();
    h2 ^= bytes.size();
    h1 += h2;
    h2 += h1;
    h1 = finish(h1);
    h2 = finish(h2);
    return {h1 + h2, h2 + h1 + h2};
}

} // namespace

std::int64_t murmur3Cassandra(std::string_view bytes) {
    return static_cast<std::int64_t>(murmur3_128(bytes, signedTail).first);
}

std::uint64_t murmur3_64(std::string_view bytes) {
    const Halves halves = murmur3_128(bytes, little<std::uint64_t>);
    return halves.first ^ halves.second;
}

} // namespace shardscape::model
