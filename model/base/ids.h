// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace shardscape::model {

/// The name of one object of a project: unique within the project for ever, never reused after a deletion,
/// kept by save, load, undo and rename. 0 names nothing. Objects refer to each other by id, never by pointer.
template <class Tag> struct Id {
    std::uint64_t value = 0;

    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const Id&) const = default;
};

using EntityId = Id<struct EntityTag>;
using AttributeId = Id<struct AttributeTag>;
using KeyId = Id<struct KeyTag>;
using IndexId = Id<struct IndexTag>;
using RelationshipId = Id<struct RelationshipTag>;
using BoundaryId = Id<struct BoundaryTag>;
using EnumId = Id<struct EnumTag>;
using PatternId = Id<struct PatternTag>;
using LayoutId = Id<struct LayoutTag>;
using DiagramId = Id<struct DiagramTag>; ///< 0 is the first diagram of a project, which every project has
using NoteId = Id<struct NoteTag>;

} // namespace shardscape::model

template <class Tag> struct std::hash<shardscape::model::Id<Tag>> {
    std::size_t operator()(shardscape::model::Id<Tag> id) const noexcept {
        return std::hash<std::uint64_t>{}(id.value);
    }
};
