// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// The hash functions by which engines place keys, bit for bit, and the few that are ours to choose.
/// All are pure, take bytes as they are stored, and read words as little-endian whatever the machine.
namespace shardscape::model {

/// The finaliser of splitmix64 (Steele, Lea, Flood 2014): a bijection of 64-bit words.
constexpr std::uint64_t mix64(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

/// FNV-1a, 64 bit (Fowler, Noll, Vo).
constexpr std::uint64_t fnv1a64(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    return hash;
}
/// FNV-1a of the eight little-endian bytes of a number, as YCSB scrambles its ranks.
constexpr std::uint64_t fnv1a64(std::uint64_t number) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (int i = 0; i < 8; ++i, number >>= 8)
        hash = (hash ^ (number & 0xff)) * 0x100000001b3ULL;
    return hash;
}
/// FNV-1 (multiply, then xor), 32 bit: CockroachDB's fnv32().
std::uint32_t fnv1_32(std::string_view bytes);

/// The key hash of "hash-mod": mix64 of FNV-1a-64. An integer is hashed as its eight little-endian bytes.
constexpr std::uint64_t keyHash(std::string_view bytes) {
    return mix64(fnv1a64(bytes));
}
constexpr std::uint64_t keyHash(std::int64_t number) {
    return mix64(fnv1a64(static_cast<std::uint64_t>(number)));
}

/// Jump consistent hash (Lamping and Veach, arXiv 1406.2294): a bucket in [0, buckets), buckets >= 1.
std::uint32_t jumpHash(std::uint64_t key, std::uint32_t buckets);

/// CRC-16/XMODEM: polynomial 0x1021, start 0, not reflected (Redis Cluster specification).
std::uint16_t crc16Xmodem(std::string_view bytes);
/// CRC-32 as in zlib (IEEE 802.3, reflected).
std::uint32_t crc32(std::string_view bytes);

using Md5 = std::array<std::uint8_t, 16>;
/// RFC 1321.
Md5 md5(std::string_view bytes);
/// 32 lower-case hexadecimal digits.
std::string hex(const Md5& digest);
std::string hexText(std::string_view bytes);

/// MurmurHash2, 32 bit, as Apache Kafka's Java clients use it (seed 0x9747b28c).
std::int32_t murmur2Kafka(std::string_view bytes);
/// MurmurHash3_x86_32.
std::uint32_t murmur3_32(std::string_view bytes, std::uint32_t seed);
/// The two halves of MurmurHash3_x64_128 with seed 0, exclusive-ored: ClickHouse's murmurHash3_64.
std::uint64_t murmur3_64(std::string_view bytes);
/// The first half of MurmurHash3_x64_128 with seed 0 and the tail bytes sign-extended, which is what Cassandra computes
/// (it differs from the published MurmurHash3 whenever a tail byte is 0x80 or more).
std::int64_t murmur3Cassandra(std::string_view bytes);

/// CityHash64 of version 1.0.2, which ClickHouse keeps (later versions answer otherwise), and its Hash128to64, by which
/// the hashes of several arguments become one.
std::uint64_t cityHash64(std::string_view bytes);
std::uint64_t cityHash128to64(std::uint64_t low, std::uint64_t high);
/// SipHash-2-4 with a key of zeros (Aumasson and Bernstein 2012).
std::uint64_t sipHash64(std::string_view bytes);
/// DES of one big-endian block under the key of zeros (FIPS 46-3): Vitess' hash vindex.
std::uint64_t desNullKey(std::uint64_t block);

/// Bob Jenkins' lookup3 as PostgreSQL has it (src/common/hashfn.c): the plain 32-bit form and the seeded 64-bit one.
std::uint32_t postgresqlHash(std::string_view bytes);
std::uint64_t postgresqlHashExtended(std::string_view bytes, std::uint64_t seed);
/// int2, int4 and int8 alike: equal integers of any width hash alike.
std::uint32_t postgresqlHash(std::int64_t number);
std::uint64_t postgresqlHashExtended(std::int64_t number, std::uint64_t seed);

} // namespace shardscape::model
