// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/memory.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace shardscape::estimator {
namespace {

double powerOfTwoAtLeast(double n) {
    return std::exp2(std::ceil(std::log2(std::max(4.0, n)) - 1e-9));
}

} // namespace

RedisMemory::RedisMemory(const model::EngineProfile& profile, const char* prefix) {
    const auto value = [&](const char* key) { return profile.value(std::string(prefix) + "storage." + key); };
    m_quantum = value("allocator_quantum_bytes");
    m_object = value("object_bytes");
    m_entry = value("dictionary_entry_bytes");
    m_dictionary = value("dictionary_bytes");
    m_bucket = value("bucket_bytes");
    m_embeddedMost = value("embedded_string_max_bytes");
    m_embeddedHeader = value("embedded_string_header_bytes");
    m_hashMost = value("compact_hash_max_entries_count");
    m_hashValueMost = value("compact_hash_max_value_bytes");
    m_compactHeader = value("compact_header_bytes");
    m_sortedSetMost = value("compact_sorted_set_max_entries_count");
    m_listNode = value("list_node_bytes");
}

double RedisMemory::allocated(double bytes) const {
    const double wanted = std::ceil(bytes - 1e-9);
    if (wanted <= 8)
        return 8;
    // Steps of the quantum up to eight of them (64 or 128 bytes), then four classes a doubling.
    if (wanted <= 8 * m_quantum)
        return std::ceil(wanted / m_quantum) * m_quantum;
    const double group = std::exp2(std::floor(std::log2(wanted - 1)));
    const double step = group / 4;
    return std::ceil(wanted / step) * step;
}

double RedisMemory::text(double length) const {
    const double header = length < 32 ? 1 : length < 256 ? 3 : length < 65536 ? 5 : 9;
    return allocated(header + length + 1);
}

double RedisMemory::key(double keyLength, double keys, bool expires) const {
    return text(keyLength) + slot(keys, expires);
}

double RedisMemory::slot(double keys, bool expires) const {
    const double count = std::max(1.0, keys);
    const double bytes = allocated(m_entry) + m_bucket * powerOfTwoAtLeast(count) / count;
    return expires ? 2 * bytes : bytes;
}

double RedisMemory::string(double length) const {
    if (length <= m_embeddedMost)
        return allocated(m_embeddedHeader + length);
    return allocated(m_object) + text(length);
}

double RedisMemory::integer() const {
    return allocated(m_object);
}

double RedisMemory::listpackText(double length) const {
    const double encoded = length + (length < 64 ? 1 : length < 4096 ? 2 : 5);
    return encoded + (encoded <= 127 ? 1 : encoded < 16383 ? 2 : 3);
}

double RedisMemory::listpackInteger(double number) const {
    // 7 bits without a sign; 13, 16, 24, 32 and 64 bits with one.
    const double encoded = number >= 0 && number <= 127        ? 1
                           : number >= -4096 && number <= 4095 ? 2
                           : std::abs(number) < 32768          ? 3
                           : std::abs(number) < 8388608        ? 4
                           : std::abs(number) < 2147483648.0   ? 5
                                                               : 9;
    return encoded + 1;
}

double RedisMemory::table(double entries, double insertsPerEntry) const {
    const double buckets = powerOfTwoAtLeast(entries);
    double bytes = m_bucket * buckets;
    // A dictionary of values moves to its larger table one bucket an access: the old one is still there until enough
    // came.
    const double old = buckets / 2;
    if (old >= 4 && insertsPerEntry * (entries - old) < 0.632 * old)
        bytes += m_bucket * old;
    return bytes;
}

double RedisMemory::hash(const std::vector<Field>& fields) const {
    const bool compact = static_cast<double>(fields.size()) <= m_hashMost &&
                         std::all_of(fields.begin(), fields.end(), [&](const Field& field) {
                             return field.name <= m_hashValueMost && field.value <= m_hashValueMost;
                         });
    if (compact) {
        double pack = m_compactHeader;
        for (const Field& field : fields)
            pack +=
                listpackText(field.name) + (field.number ? listpackInteger(*field.number) : listpackText(field.value));
        return allocated(m_object) + allocated(pack);
    }
    double entries = 0;
    for (const Field& field : fields)
        entries += allocated(m_entry) + text(field.name) + text(field.value);
    return allocated(m_object) + allocated(m_dictionary) + table(static_cast<double>(fields.size()), 2) + entries;
}

double RedisMemory::set(double members, double length) const {
    return allocated(m_object) + allocated(m_dictionary) + table(members, 1) +
           members * (allocated(m_entry) + text(length));
}

double RedisMemory::sortedSet(double members, const std::vector<double>& lengths) const {
    constexpr double kScoreBytes = 10; // a score as text or as a 64-bit integer, with its back length
    if (lengths.empty())
        return 0;
    const auto count = static_cast<double>(lengths.size());
    if (members <= m_sortedSetMost && *std::max_element(lengths.begin(), lengths.end()) <= m_hashValueMost) {
        double packed = 0;
        for (const double length : lengths)
            packed += listpackText(length) + kScoreBytes;
        return allocated(m_object) + allocated(m_compactHeader + members * packed / count);
    }
    double texts = 0;
    for (const double length : lengths)
        texts += text(length);
    double node = 0;
    double share = 0.75;
    for (int level = 1; level <= 12; ++level, share *= 0.25)
        node += share * allocated(24 + 16.0 * level);
    return allocated(m_object) + allocated(16) + allocated(32) + allocated(536) + allocated(m_dictionary) +
           table(members, 2) + members * (allocated(m_entry) + texts / count + node);
}

double RedisMemory::list(double elements, double length) const {
    const double element = listpackText(length);
    const double perNode = std::max(1.0, std::floor((m_listNode - m_compactHeader) / element));
    const double nodes = std::ceil(elements / perNode);
    const double last = elements - (nodes - 1) * perNode;
    const double packs =
        (nodes - 1) * allocated(m_compactHeader + perNode * element) + allocated(m_compactHeader + last * element);
    return allocated(m_object) + allocated(40) + nodes * allocated(32) + packs;
}

} // namespace shardscape::estimator
