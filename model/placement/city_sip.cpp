// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/hashes.h"

#include <bit>
#include <utility>

namespace shardscape::model {

namespace {

constexpr std::uint64_t kK0 = 0xc3a5c85c97cb3127ULL;
constexpr std::uint64_t kK1 = 0xb492b66fbe98f273ULL;
constexpr std::uint64_t kK2 = 0x9ae16a3b2f90404fULL;
constexpr std::uint64_t kK3 = 0xc949d7c7509e6557ULL;

/// Words at a place of the text; a place is counted from the front, or from the end by `back`.
class Words {
public:
    explicit Words(std::string_view text)
        : m_text(text) {}
    std::uint64_t byte(std::size_t at) const { return static_cast<unsigned char>(m_text[at]); }
    std::uint64_t four(std::size_t at) const { return gather(at, 4); }
    std::uint64_t eight(std::size_t at) const { return gather(at, 8); }
    std::uint64_t back(std::size_t fromEnd) const { return eight(m_text.size() - fromEnd); }
    std::uint64_t size() const { return m_text.size(); }

private:
    std::uint64_t gather(std::size_t at, std::size_t count) const {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < count; ++i)
            word |= byte(at + i) << (8 * i);
        return word;
    }
    std::string_view m_text;
};

std::uint64_t right(std::uint64_t value, int bits) {
    return std::rotr(value, bits);
}
std::uint64_t shiftMix(std::uint64_t value) {
    return value ^ (value >> 47);
}

std::uint64_t cityShort(const Words& text) {
    const std::uint64_t size = text.size();
    if (size > 8) {
        const std::uint64_t last = text.back(8);
        return cityHash128to64(text.eight(0), right(last + size, static_cast<int>(size))) ^ last;
    }
    if (size >= 4)
        return cityHash128to64(size + (text.four(0) << 3), text.four(size - 4));
    if (size == 0)
        return kK2;
    const std::uint64_t low = (text.byte(0) + (text.byte(size / 2) << 8)) & 0xffffffffU;
    const std::uint64_t high = (size + (text.byte(size - 1) << 2)) & 0xffffffffU;
    return shiftMix((low * kK2) ^ (high * kK3)) * kK2;
}

std::uint64_t cityMedium(const Words& text) {
    const std::uint64_t a = text.eight(0) * kK1;
    const std::uint64_t b = text.eight(8);
    const std::uint64_t c = text.back(8) * kK2;
    const std::uint64_t d = text.back(16) * kK0;
    return cityHash128to64(right(a - b, 43) + right(c, 30) + d, a + right(b ^ kK3, 20) - c + text.size());
}

using Pair = std::pair<std::uint64_t, std::uint64_t>;

/// Four words beginning at `at` folded into two.
Pair cityFold(std::uint64_t start, const Words& text, std::size_t at, std::uint64_t z) {
    std::uint64_t a = start;
    std::uint64_t b = right(a + z, 52);
    std::uint64_t c = right(a, 37);
    a += text.eight(at + 8);
    c += right(a, 7);
    a += text.eight(at + 16);
    return {a + z, b + right(a, 31) + c};
}

std::uint64_t cityLong(const Words& text) {
    const std::uint64_t size = text.size();
    const Pair v = cityFold(text.eight(0) + (size + text.back(16)) * kK0, text, 0, text.eight(24));
    const Pair w = cityFold(text.eight(16) + text.back(32), text, size - 32, text.back(8));
    const std::uint64_t r = shiftMix((v.first + w.second) * kK2 + (w.first + v.second) * kK0);
    return shiftMix(r * kK0 + v.second) * kK2;
}

Pair cityWeak(const Words& text, std::size_t at, std::uint64_t a, std::uint64_t b) {
    const std::uint64_t z = text.eight(at + 24);
    a += text.eight(at);
    b = right(b + a + z, 21);
    const std::uint64_t c = a;
    a += text.eight(at + 8) + text.eight(at + 16);
    return {a + z, b + right(a, 44) + c};
}

std::uint64_t cityBlocks(const Words& text) {
    const std::uint64_t size = text.size();
    std::uint64_t x = text.eight(0);
    std::uint64_t y = text.back(16) ^ kK1;
    std::uint64_t z = text.back(56) ^ kK0;
    Pair v = cityWeak(text, size - 64, size, y);
    Pair w = cityWeak(text, size - 32, size * kK1, kK0);
    z += shiftMix(v.second) * kK1;
    x = right(z + x, 39) * kK1;
    y = right(y, 33) * kK1;
    for (std::size_t at = 0; at < ((size - 1) & ~std::uint64_t{63}); at += 64) {
        x = right(x + y + v.first + text.eight(at + 16), 37) * kK1;
        y = right(y + v.second + text.eight(at + 48), 42) * kK1;
        x ^= w.second;
        y ^= v.first;
        z = right(z ^ w.first, 33);
        v = cityWeak(text, at, v.second * kK1, x + w.first);
        w = cityWeak(text, at + 32, z + w.second, y);
        std::swap(z, x);
    }
    return cityHash128to64(cityHash128to64(v.first, w.first) + shiftMix(y) * kK1 + z,
                           cityHash128to64(v.second, w.second) + x);
}

struct SipState {
    std::uint64_t a = 0x736f6d6570736575ULL;
    std::uint64_t b = 0x646f72616e646f6dULL;
    std::uint64_t c = 0x6c7967656e657261ULL;
    std::uint64_t d = 0x7465646279746573ULL;

    void rounds(int count) {
        for (int i = 0; i < count; ++i) {
            a += b;
            b = std::rotl(b, 13) ^ a;
            a = std::rotl(a, 32);
            c += d;
            d = std::rotl(d, 16) ^ c;
            a += d;
            d = std::rotl(d, 21) ^ a;
            c += b;
            b = std::rotl(b, 17) ^ c;
            c = std::rotl(c, 32);
        }
    }
    void take(std::uint64_t word) {
        d ^= word;
        rounds(2);
        a ^= word;
    }
};

} // namespace

std::uint64_t cityHash128to64(std::uint64_t low, std::uint64_t high) {
    constexpr std::uint64_t kMultiplier = 0x9ddfea08eb382d69ULL;
    const std::uint64_t a = shiftMix((low ^ high) * kMultiplier);
    return shiftMix((high ^ a) * kMultiplier) * kMultiplier;
}

std::uint64_t cityHash64(std::string_view bytes) {
    const Words text(bytes);
    if (bytes.size() <= 16)
        return cityShort(text);
    if (bytes.size() <= 32)
        return cityMedium(text);
    return bytes.size() <= 64 ? cityLong(text) : cityBlocks(text);
}

std::uint64_t sipHash64(std::string_view bytes) {
    SipState state;
    const Words text(bytes);
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8)
        state.take(text.eight(at));
    std::uint64_t last = static_cast<std::uint64_t>(bytes.size()) << 56;
    for (std::size_t i = 0; at + i < bytes.size(); ++i)
        last |= text.byte(at + i) << (8 * i);
    state.take(last);
    state.c ^= 0xff;
    state.rounds(4);
    return state.a ^ state.b ^ state.c ^ state.d;
}

} // namespace shardscape::model
