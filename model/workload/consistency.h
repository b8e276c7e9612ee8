// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace shardscape::model {

enum class ConsistencyKind { Strong, ReadYourWrites, Bounded, Eventual };
const char* name(ConsistencyKind kind);

/// What a pattern asks for (A4).
struct Consistency {
    ConsistencyKind kind = ConsistencyKind::Strong;
    double boundSeconds = 0; ///< Bounded: how old an answer may be
    bool operator==(const Consistency&) const = default;
};

} // namespace shardscape::model
