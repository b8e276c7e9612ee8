// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/schema/project.h"

/// Which object of one reading of a text is which one of the other, and of the project. Internal to mergeSchema.
namespace shardscape::model {

/// An entity that is there before and after, and in the project.
struct EntityMatch {
    const Entity* before = nullptr;
    const Entity* after = nullptr;
    EntityId ours;
    /// Attributes that are there before and after, by the id after; the id before.
    std::map<AttributeId, AttributeId> attributes;
};

struct SchemaMatch {
    std::vector<EntityMatch> kept;           ///< in the order of "after"
    std::vector<const Entity*> added;        ///< of "after"
    std::vector<EntityId> removed;           ///< of the project
    std::map<EntityId, EntityId> toOurs;     ///< entities of "after" to those of the project; grows as they are added
    std::map<EntityId, EntityId> toAfter;    ///< entities of "before" to those of "after"
    std::map<EntityId, EntityId> fromBefore; ///< entities of "before" to those of the project
    std::map<AttributeId, AttributeId> attributesToAfter;    ///< of "before" to "after"
    std::map<AttributeId, AttributeId> attributesToOurs;     ///< of "after" to the project; grows
    std::map<AttributeId, AttributeId> attributesFromBefore; ///< of "before" to the project
};

SchemaMatch matchSchemas(const Project& project, const Project& before, const Project& after);

/// The ids' images; nothing when one has none.
template <class IdType>
std::optional<std::vector<IdType>> mapped(const std::vector<IdType>& ids, const std::map<IdType, IdType>& images) {
    std::vector<IdType> out;
    for (IdType id : ids) {
        const auto at = images.find(id);
        if (at == images.end())
            return std::nullopt;
        out.push_back(at->second);
    }
    return out;
}

/// Equal but for the ids of enumerations, which are compared by name.
bool sameType(const Project& a, const Type& left, const Project& b, const Type& right);

} // namespace shardscape::model
