// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/hashes.h"

#include <bit>
#include <cmath>

namespace shardscape::model {

namespace {

std::uint32_t byteAt(std::string_view bytes, std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
}

/// floor(2^32 |sin(i + 1)|), the constants as RFC 1321 defines them.
std::array<std::uint32_t, 64> md5Sines() {
    std::array<std::uint32_t, 64> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] =
            static_cast<std::uint32_t>(std::floor(std::abs(std::sin(static_cast<double>(i + 1))) * 4294967296.0));
    return table;
}

void md5Block(std::array<std::uint32_t, 4>& state, std::string_view block) {
    static const std::array<std::uint32_t, 64> kSines = md5Sines();
    constexpr int kTurns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    std::array<std::uint32_t, 16> word{};
    for (std::size_t i = 0; i < 64; ++i)
        word[i / 4] |= byteAt(block, i) << (8 * (i % 4));
    auto [a, b, c, d] = state;
    for (std::uint32_t i = 0; i < 64; ++i) {
        const std::uint32_t round = i / 16;
        const std::uint32_t mixed = round == 0   ? (b & c) | (~b & d)
                                    : round == 1 ? (d & b) | (~d & c)
                                    : round == 2 ? b ^ c ^ d
                                                 : c ^ (b | ~d);
        const std::uint32_t index = round == 0 ? i : round == 1 ? 5 * i + 1 : round == 2 ? 3 * i + 5 : 7 * i;
        const std::uint32_t sum = a + mixed + kSines[i] + word[index % 16];
        a = d;
        d = c;
        c = b;
        b += std::rotl(sum, kTurns[round][i % 4]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
}

} // namespace

std::uint32_t fnv1_32(std::string_view bytes) {
    std::uint32_t hash = 0x811c9dc5U;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        hash = (hash * 0x01000193U) ^ byteAt(bytes, i);
    return hash;
}

std::uint32_t jumpHash(std::uint64_t key, std::uint32_t buckets) {
    std::int64_t bucket = -1;
    std::int64_t next = 0;
    while (next < static_cast<std::int64_t>(buckets)) {
        bucket = next;
        key = key * 2862933555777941757ULL + 1;
        next = static_cast<std::int64_t>(static_cast<double>(bucket + 1) *
                                         (2147483648.0 / static_cast<double>((key >> 33) + 1)));
    }
    return static_cast<std::uint32_t>(bucket);
}

std::uint16_t crc16Xmodem(std::string_view bytes) {
    static constexpr std::array<std::uint16_t, 256> kTable = [] {
        std::array<std::uint16_t, 256> table{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            std::uint32_t crc = i << 8;
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
            table[i] = static_cast<std::uint16_t>(crc);
        }
        return table;
    }();
    std::uint32_t crc = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        crc = (crc << 8 & 0xffff) ^ kTable[crc >> 8 ^ byteAt(bytes, i)];
    return static_cast<std::uint16_t>(crc);
}

std::uint32_t crc32(std::string_view bytes) {
    static constexpr std::array<std::uint32_t, 256> kTable = [] {
        std::array<std::uint32_t, 256> table{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            std::uint32_t crc = i;
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320U : 0U);
            table[i] = crc;
        }
        return table;
    }();
    std::uint32_t crc = ~0U;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        crc = crc >> 8 ^ kTable[(crc ^ byteAt(bytes, i)) & 0xff];
    return ~crc;
}

Md5 md5(std::string_view bytes) {
    std::array<std::uint32_t, 4> state{0x67452301U, 0xefcdab89U, 0x98badcfeU, 0x10325476U};
    const std::uint64_t bits = static_cast<std::uint64_t>(bytes.size()) * 8;
    while (bytes.size() >= 64) {
        md5Block(state, bytes.substr(0, 64));
        bytes.remove_prefix(64);
    }
    std::string tail(bytes);
    tail.push_back(static_cast<char>(0x80));
    while (tail.size() % 64 != 56)
        tail.push_back('\0');
    for (int i = 0; i < 8; ++i)
        tail.push_back(static_cast<char>(bits >> (8 * i)));
    for (std::size_t at = 0; at < tail.size(); at += 64)
        md5Block(state, std::string_view(tail).substr(at, 64));
    Md5 digest{};
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (8 * (i % 4)));
    return digest;
}

std::string hexText(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text.push_back(kDigits[byteAt(bytes, i) >> 4]);
        text.push_back(kDigits[byteAt(bytes, i) & 15]);
    }
    return text;
}

std::string hex(const Md5& digest) {
    std::string bytes;
    for (std::uint8_t byte : digest)
        bytes.push_back(static_cast<char>(byte));
    return hexText(bytes);
}

} // namespace shardscape::model
