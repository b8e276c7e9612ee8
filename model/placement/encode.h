// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "model/placement/hashes.h"
#include "model/placement/key_value.h"

/// How values become the bytes that engines hash: what the schemes of this folder share.
namespace shardscape::model {

inline void appendBigEndian(std::string& out, std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = bytes; i-- > 0;)
        out.push_back(static_cast<char>(value >> (8 * i)));
}
inline void appendLittleEndian(std::string& out, std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i)
        out.push_back(static_cast<char>(value >> (8 * i)));
}
inline std::string bigEndian(std::uint64_t value, std::size_t bytes) {
    std::string text;
    appendBigEndian(text, value, bytes);
    return text;
}
/// The first eight bytes of a digest as a little-endian word.
inline std::uint64_t firstWord(const Md5& digest) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8; ++i)
        word |= static_cast<std::uint64_t>(digest[i]) << (8 * i);
    return word;
}
inline std::string signedText(std::uint64_t hash) {
    return std::to_string(static_cast<std::int64_t>(hash));
}
inline std::string signedText32(std::uint64_t hash) {
    return std::to_string(static_cast<std::int32_t>(static_cast<std::uint32_t>(hash)));
}
inline std::int64_t floorDivide(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

inline bool isInteger(KeyType type) {
    return type == KeyType::Int || type == KeyType::Int2 || type == KeyType::Int4 || type == KeyType::Int8;
}
/// Bytes in which an integer of this type is stored; Int counts as eight.
inline std::size_t integerBytes(KeyType type) {
    return type == KeyType::Int2 ? 2 : type == KeyType::Int4 ? 4 : 8;
}

/// The number of a Float4 or Float8, also where it is infinite or none.
double realOf(const KeyValue& value);

/// The two checks that schemes make of the types of a key's columns.
Result<void> oneColumn(std::string_view engine, const std::vector<KeyType>& types);
Result<void> noneOf(std::string_view engine, const std::vector<KeyType>& types,
                    std::initializer_list<KeyType> unusable);

} // namespace shardscape::model
