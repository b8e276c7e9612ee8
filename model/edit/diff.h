// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/ids.h"
#include "model/schema/project.h"

namespace shardscape::model {

enum class ChangeKind { Added, Removed, Changed };

/// One object that differs. The name is the one after the change, or the last one of a removed object.
template <class IdType> struct ObjectDiff {
    IdType id;
    ChangeKind kind = ChangeKind::Changed;
    std::string name;
    /// Changed: what became of each property, in words: "nullable: yes → no".
    std::vector<std::string> words;
};

struct EntityDiff : ObjectDiff<EntityId> {
    std::vector<ObjectDiff<AttributeId>> attributes; ///< only of a changed entity, as the following
    std::vector<ObjectDiff<KeyId>> keys;
    std::vector<ObjectDiff<IndexId>> indexes;
    bool attributesReordered = false; ///< those that stayed are in another order
};

/// What differs between two versions, by identity: an object is the same object when it has the same id.
///
/// The canvas refreshes by it, the history is labelled by it, migrations are planned from it. Objects in ascending
/// order of id.
struct Diff {
    std::vector<EntityDiff> entities;
    std::vector<ObjectDiff<RelationshipId>> relationships;
    std::vector<ObjectDiff<EnumId>> enums;
    std::vector<ObjectDiff<BoundaryId>> boundaries;
    std::vector<ObjectDiff<PatternId>> patterns;
    std::vector<ObjectDiff<LayoutId>> layouts;
    std::vector<std::string> project;     ///< words for the project's own name, requirements and native statements
    std::vector<EntityId> moved;          ///< placed or moved on the first diagram
    std::vector<RelationshipId> rerouted; ///< whose bends changed there
    std::vector<ObjectDiff<DiagramId>> diagrams; ///< what else changed of it (id 0), and all of the others

    bool empty() const;
    /// Every change as a sentence without full stop: "orders: attribute total added".
    std::vector<std::string> sentences() const;
};

/// Objects that both versions share are told by their pointers, so the cost is that of the changes (plus one comparison
/// of pointers an object of the kinds that changed).
Diff diff(const Project& before, const Project& after);

/// True when both describe the same model under other ids: objects pair up by name (entities, attributes, enumerations,
/// boundaries, patterns, layouts by engine) or by place (keys, indexes, relationships by their columns), and are
/// otherwise equal. Positions count; ids and nextId do not. For tests of importers and exporters.
bool equalModuloIds(const Project& a, const Project& b);

} // namespace shardscape::model
