// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

/// What the edits of this folder share. Included by edits only.
namespace shardscape::model {

/// The longest name of anything: ISO/IEC 9075-2 allows an identifier 128 characters. Engines with less say so in
/// their profile, and the DDL writer tells.
inline constexpr std::size_t kMaximumNameBytes = 128;

/// The name without blanks around it. Errors: Invalid when it is empty, too long, not UTF-8 or has control characters.
Result<std::string> checkedName(const std::string& what, const std::string& name);

/// Well-formed UTF-8 without control characters, so one line.
bool isPrintable(const std::string& text);

/// The properties as they are kept: names and values without blanks around them. Errors: as property_edits.h says.
Result<void> checkProperties(std::vector<Property>& properties);

/// The wanted name, or the first of "wanted_2", "wanted_3" … that is not taken.
std::string freeName(const std::string& wanted, const std::function<bool(const std::string&)>& taken);

/// "a, b and c"; of more than five names the first four "and 7 more".
std::string listed(const std::vector<std::string>& names);

tl::unexpected<Error> noSuch(const std::string& what);

/// A copy of the project in which one entity went through change(Project& after, Entity& entity) -> Result<void>.
/// The same version comes back when nothing changed.
template <class Change> Result<Project> withEntity(const Project& project, EntityId id, Change&& change) {
    const Entity* before = project.entities.find(id);
    if (!before)
        return noSuch("entity");
    Entity entity = *before;
    Project after = project;
    if (Result<void> done = change(after, entity); !done)
        return fail(done.error());
    if (!(entity == *before))
        after.entities.set(std::move(entity));
    return after;
}

/// Puts the diagram, whose id says which, in the place of the one that was there.
void replaceDiagram(Project& project, Diagram diagram);

/// The same as withEntity for one attribute: change(Project& after, Entity& entity, Attribute& attribute) ->
/// Result<void>.
template <class Change> Result<Project> withAttribute(const Project& project, ColumnRef column, Change&& change) {
    return withEntity(project, column.entity, [&](Project& after, Entity& entity) -> Result<void> {
        for (Attribute& attribute : entity.attributes)
            if (attribute.id == column.attribute)
                return change(after, entity, attribute);
        return noSuch("attribute");
    });
}

/// The same for an object of a table of the project: change(T& object) -> Result<void>.
template <class T, class Change>
Result<Project> withObject(const Project& project, Table<T> Project::*table, decltype(T::id) id,
                           const std::string& what, Change&& change) {
    const T* before = (project.*table).find(id);
    if (!before)
        return noSuch(what);
    T object = *before;
    if (Result<void> done = change(object); !done)
        return fail(done.error());
    Project after = project;
    if (!(object == *before))
        (after.*table).set(std::move(object));
    return after;
}

/// The same for a diagram, the first one included: change(Diagram& diagram) -> Result<void>.
template <class Change> Result<Project> withDiagram(const Project& project, DiagramId id, Change&& change) {
    const Diagram* before = project.find(id);
    if (!before)
        return noSuch("diagram");
    Diagram diagram = *before;
    if (Result<void> done = change(diagram); !done)
        return fail(done.error());
    Project after = project;
    if (!(diagram == *before))
        replaceDiagram(after, std::move(diagram));
    return after;
}

/// Puts the entity on the diagram, if it is not there.
void putOn(Diagram& diagram, EntityId entity);
/// The same, and places it. Errors: NotFound, Invalid for a place outside the canvas.
Result<void> placeOn(Project& project, DiagramId diagram, const std::map<EntityId, Point>& places);

/// Removes diagram entries and partition key overrides of objects that are no longer there.
void dropDangling(Project& project);

/// True when the number is finite and within [low, high].
bool within(double value, double low, double high);

} // namespace shardscape::model
