// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <type_traits>

#include "model/schema/project.h"

/// The words for enumerators in files. Those that the window shows as well are named where the type is; the rest here.
namespace shardscape::model {

inline const char* name(KeyKind kind) {
    switch (kind) {
    case KeyKind::Primary: return "primary";
    case KeyKind::Unique: return "unique";
    }
    return "unique";
}

inline const char* name(Generator generator) {
    switch (generator) {
    case Generator::None: return "none";
    case Generator::AutoIncrement: return "auto_increment";
    case Generator::UuidV4: return "uuid_v4";
    case Generator::UuidV7: return "uuid_v7";
    case Generator::Snowflake: return "snowflake";
    case Generator::Natural: return "natural";
    }
    return "none";
}

inline const char* name(PartitionMethod method) {
    switch (method) {
    case PartitionMethod::Range: return "range";
    case PartitionMethod::List: return "list";
    case PartitionMethod::Hash: return "hash";
    }
    return "range";
}

inline const char* name(Returns returns) {
    switch (returns) {
    case Returns::One: return "one";
    case Returns::Many: return "many";
    case Returns::Nothing: return "nothing";
    }
    return "many";
}

inline const char* name(Paging paging) {
    switch (paging) {
    case Paging::None: return "none";
    case Paging::Cursor: return "cursor";
    case Paging::Offset: return "offset";
    }
    return "none";
}

inline const char* name(Criticality criticality) {
    switch (criticality) {
    case Criticality::Low: return "low";
    case Criticality::Normal: return "normal";
    case Criticality::High: return "high";
    }
    return "normal";
}

/// The enumerator of a word; nothing when there is none. Every name() answers a number that is no enumerator with the
/// word of one that is, so the first match is the right one.
template <class E>
requires std::is_enum_v<E> std::optional<E> enumeratorOf(std::string_view word) {
    for (int i = 0; i < 64; ++i)
        if (word == name(static_cast<E>(i)))
            return static_cast<E>(i);
    return std::nullopt;
}

} // namespace shardscape::model
