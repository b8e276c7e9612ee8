// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/base/ids.h"
#include "model/base/table.h"
#include "model/diagram/diagram.h"
#include "model/physical/layout.h"
#include "model/schema/entity.h"
#include "model/schema/naming_rules.h"
#include "model/schema/relationship.h"
#include "model/workload/access_pattern.h"
#include "model/workload/requirements.h"

namespace shardscape::model {

/// Something of the source dialect that the model does not describe but expressions in it need: an extension, a
/// function used by a default, a check, a generated column or an index. Re-emitted before the tables.
struct NativeObject {
    std::string dialect; ///< "postgresql"
    std::string kind;    ///< "extension", "function", "type", "sequence" …
    std::string name;
    std::string sql; ///< the statement, without a final semicolon
    bool operator==(const NativeObject&) const = default;
};

/// Everything the user means, as one immutable value. Copying it copies a handful of pointers.
///
/// Versions share the objects that did not change (see Table). Edits are functions in model/edit that return a new
/// Project; only they and loaders write the members. Invariants, checked by validate(): ids are unique and below
/// nextId, every reference points to an object that is there, names of entities are unique within their schema, names
/// of attributes within their entity, names of patterns within the project.
///
/// Thread-safety: as a value; any number of threads may read the same version.
struct Project {
    std::string name;
    std::uint64_t nextId = 1;
    Table<Entity> entities;
    Table<Relationship> relationships;
    Table<EnumType> enums;
    Table<Boundary> boundaries;
    Table<AccessPattern> patterns;
    Table<Layout> layouts; ///< one an engine
    Requirements requirements;
    NamingRules naming;
    std::shared_ptr<const Diagram> diagram = std::make_shared<const Diagram>(); ///< the first one
    Table<Diagram> moreDiagrams;                                                ///< over the same model
    std::shared_ptr<const std::vector<NativeObject>> natives = std::make_shared<const std::vector<NativeObject>>();

    /// A fresh id; advances nextId.
    template <class IdType> IdType newId() { return IdType{nextId++}; }

    /// By name as SQL would resolve it: "schema.name", or a bare name that is unique or in the default schema.
    const Entity* findEntity(const std::string& qualifiedName) const;
    const AccessPattern* findPattern(const std::string& patternName) const;
    const Layout* findLayout(const std::string& engine) const;
    const Attribute* find(const ColumnRef& column) const;
    /// 0 is the first one.
    const Diagram* find(DiagramId diagramId) const;
    /// By the name that people see (see nameOf).
    const Diagram* findDiagram(const std::string& diagramName) const;
    /// The first one, then the others in the order in which they were added.
    std::vector<const Diagram*> diagrams() const;
    /// A first diagram without a name is "Main".
    static std::string nameOf(const Diagram& shown) { return shown.name.empty() ? "Main" : shown.name; }
    /// "entity.attribute", for messages.
    std::string describe(const ColumnRef& column) const;
    /// The entity's name with its schema in front unless that is empty or "public".
    std::string displayName(const Entity& entity) const;

    bool operator==(const Project& other) const;
};

/// Every broken invariant in words; empty for a sound project.
std::vector<std::string> validate(const Project& project);

} // namespace shardscape::model
