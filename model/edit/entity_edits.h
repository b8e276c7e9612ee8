// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

/// Edits of entities. As everywhere in this folder: pure functions, all or nothing; the error says what to do. An edit
/// that adds an object gives it the id "before.nextId" of its kind, so that the caller knows it without a second
/// result.
namespace shardscape::model {

/// What a removal does about access patterns that use what is removed.
enum class Removal {
    Refuse,  ///< the removal is refused with the list of the users (ErrorCode::Conflict)
    Cascade, ///< patterns that cannot exist without it go along
};

/// Adds the entity of the draft under fresh ids. Ids in the draft only connect its own parts (a key's attributes, an
/// index' parts); attributes with id 0 are fine when nothing refers to them. Boundary and enumerations are the
/// project's. With a position it is put there on the diagram. Errors: Invalid name; Conflict when the name is taken in
/// its schema, or two attributes share one.
Result<Project> addEntity(const Project& project, Entity draft, std::optional<Point> position = std::nullopt,
                          DiagramId diagram = {});

/// Removes entities, and with them: relationships from and to them, their places in the diagram, their partition keys
/// in layouts. Access patterns that read or write one are users: see Removal; Cascade removes those patterns. Columns
/// of other entities that referred to a removed one stay as plain columns.
Result<Project> removeEntities(const Project& project, const std::vector<EntityId>& entities, Removal removal);

/// Renames, also in the SQL of access patterns (see sql_rename.h). Errors: Invalid name; Conflict when taken.
Result<Project> renameEntity(const Project& project, EntityId entity, const std::string& name);

/// Moves the entity into another schema (namespace) of the dialect; empty = the default.
Result<Project> setEntitySchema(const Project& project, EntityId entity, const std::string& schema);
Result<Project> setEntityComment(const Project& project, EntityId entity, const std::string& comment);
/// Rows, growth and retention. Errors: Invalid for negative or non-finite numbers.
Result<Project> setVolume(const Project& project, EntityId entity, const Volume& volume);
/// Storage parameters ("fillfactor=70") and whether the table is unlogged.
Result<Project> setEntityOptions(const Project& project, EntityId entity, const std::string& options, bool unlogged);
/// Partitioning of the table in its own engine; unset removes it. Errors: Invalid when a part is not of the entity.
Result<Project> setPartitioning(const Project& project, EntityId entity, std::optional<Partitioning> partitioning);

/// Copies entities with everything in them under fresh ids and free names ("orders_2"), moved by the offset, and the
/// relationships that start at a copied entity: between two copies they join the copies, otherwise they keep their
/// parent. The copies take the ids from before.nextId upwards; an entity's id comes first, then those of its parts.
/// They come onto the diagram that is named.
Result<Project> duplicateEntities(const Project& project, const std::vector<EntityId>& entities, Point offset,
                                  DiagramId diagram = {});

/// Puts the entities of another project into this one, as when SQL is pasted: with everything in them under fresh ids
/// and, where the schema has the name already, free names ("orders_2"), and with the relationships between them.
/// Enumerations of the same name and labels and boundaries of the same name are shared, others come along, as do the
/// native objects that are not there yet. They come onto the named diagram; cards lie as in the other project's first
/// one, moved by the offset. Access patterns, layouts and requirements stay where they are. The entities take ids from
/// before.nextId upwards.
Result<Project> insertEntities(const Project& project, const Project& other, Point offset, DiagramId diagram = {});

/// The names of the access patterns that use the entity, for messages and for asking before a removal.
std::vector<std::string> patternsUsing(const Project& project, EntityId entity);
/// Those that use the attribute in any way.
std::vector<std::string> patternsUsing(const Project& project, const ColumnRef& column);

} // namespace shardscape::model
