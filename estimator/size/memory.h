// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/engine/engine_profile.h"

namespace shardscape::estimator {

/// Memory of Redis keys, as "used_memory" counts it: every allocation rounded to a size class of jemalloc.
///
/// Source: the structures of Redis 7.0 (sds, robj, dict, listpack, quicklist, skiplist); 25 shapes of 100 k keys within
/// 0.3 % of a live 7.0.15. The allocator's smallest step (8 or 16 bytes) is the profile's and moves results by up to 28
/// %. Not in it: fragmentation (a ratio of its own), replication buffers, the copy while a dictionary grows.
class RedisMemory {
public:
    explicit RedisMemory(const model::EngineProfile& profile, const char* prefix = "");

    /// The size class of an allocation.
    double allocated(double bytes) const;
    /// A simple dynamic string of that many bytes.
    double text(double length) const;
    /// What a key costs besides its value: its name, its entry, its share of the bucket array (and of expiry).
    double key(double keyLength, double keys, bool expires) const;
    /// Values.
    double string(double length) const;
    double integer() const;
    /// Fields and values of mean lengths; numbers are stored as text in a table and as integers in a compact hash.
    struct Field {
        double name = 0;
        double value = 0;
        bool isInteger = false;
    };
    double hash(const std::vector<Field>& fields) const;
    double set(double members, double length) const;
    double sortedSet(double members, double length) const;
    double list(double elements, double length) const;

private:
    double listpackText(double length) const;
    double listpackInteger(double digits) const;
    double table(double entries, double insertsPerEntry) const;

    double m_quantum, m_object, m_entry, m_dictionary, m_bucket, m_embeddedMost, m_embeddedHeader;
    double m_hashMost, m_hashValueMost, m_compactHeader, m_sortedSetMost, m_listNode;
};

} // namespace shardscape::estimator
