// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "model/edit/attribute_edits.h"
#include "model/edit/boundary_edits.h"
#include "model/edit/diagram_edits.h"
#include "model/edit/entity_edits.h"
#include "model/edit/index_edits.h"
#include "model/edit/key_edits.h"
#include "model/edit/pattern_edits.h"
#include "model/edit/project_edits.h"
#include "model/edit/relationship_edits.h"

namespace shardscape::tests {

/// One random edit after another, of every kind. The same seed and project give the same edit. What the edit refuses
/// (a taken name, a used attribute) leaves the project as it is, as it does for a user.
class RandomEdits {
public:
    explicit RandomEdits(unsigned seed)
        : m_random(seed) {}

    model::Project next(const model::Project& project) {
        const model::Result<model::Project> after = edit(project);
        return after ? *after : project;
    }

    model::Result<model::Project> edit(const model::Project& project) {
        using namespace model;
        if (project.entities.empty())
            return addEntity(project, entityDraft(), Point{0, 0});
        const EntityId id = pick(project.entities);
        const Entity& entity = *project.entities.find(id);
        const std::vector<AttributeId> some = someAttributes(entity);
        const ColumnRef column{id, some.empty() ? AttributeId{} : some.front()};
        const Removal removal = number(2) ? Removal::Cascade : Removal::Refuse;
        switch (number(38)) {
        case 0:
        case 1:
        case 2: return addEntity(project, entityDraft(), Point{real(), real()});
        case 3: return removeEntities(project, {id}, removal);
        case 4: return renameEntity(project, id, name());
        case 5: return setVolume(project, id, {Rows{number(1000000000)}, real(), 0, 1 + real()});
        case 6: return setEntityComment(project, id, name() + "\n" + name());
        case 7: return duplicateEntities(project, {id, pick(project.entities)}, {40, 40});
        case 8:
        case 9:
        case 10: return addAttribute(project, id, attributeDraft(project), static_cast<std::size_t>(number(9)));
        case 11: return removeAttributes(project, id, some, removal);
        case 12: return renameAttribute(project, column, name());
        case 13: return moveAttribute(project, column, static_cast<std::size_t>(number(9)));
        case 14: return setAttributeType(project, column, attributeDraft(project).type);
        case 15: return setAttributeNullable(project, column, number(2));
        case 16: return setAttributeStatistics(project, column, {real(), {}, 0.1, real()});
        case 17: return setPrimaryKey(project, id, some);
        case 18: return addUniqueKey(project, id, some);
        case 19: return addCheck(project, id, {"", name() + " > 0", false, false, ""});
        case 20: return addIndex(project, id, indexDraft(some));
        case 21: return entity.indexes.empty() ? noEdit() : removeIndex(project, id, entity.indexes.front().id);
        case 22:
        case 23: return connectEntities(project, {id, pick(project.entities), number(2) == 1, number(2) == 1});
        case 24: return connectManyToMany(project, id, pick(project.entities));
        case 25: return lines(project);
        case 26: return addBoundary(project, name());
        case 27: return boundaries(project, id);
        case 28:
        case 29: return addPattern(project, patternDraft(entity));
        case 30: return patterns(project);
        case 31: return layouts(project, id, some);
        case 32: return moveEntities(project, {{id, {real(), real()}}}, anyDiagram(project));
        case 35:
        case 36: return diagrams(project, id);
        case 33: return addEnum(project, {{}, "", name(), {"a", "b"}, ""});
        case 34: return project.enums.empty() ? noEdit() : removeEnum(project, pick(project.enums));
        default: return renameProject(project, name());
        }
    }

    int number(int below) { return std::uniform_int_distribution<int>(0, below - 1)(m_random); }

private:
    static model::Result<model::Project> noEdit() { return model::fail(model::ErrorCode::NotFound, "nothing to edit"); }
    double real() { return number(2) ? number(1000) : number(1000000) / 997.0; }
    std::string name() {
        static const std::vector<std::string> words{"users", "orders", "items",  "follows", "Ünïcode", "order", "a b",
                                                    "\"q\"", "total",  "status", "id",      "email",   "x"};
        const std::string word = words[static_cast<std::size_t>(number(static_cast<int>(words.size())))];
        return number(3) ? word + std::to_string(number(50)) : word;
    }
    template <class T> decltype(T::id) pick(const model::Table<T>& table) {
        return table.pointers()[static_cast<std::size_t>(number(static_cast<int>(table.size())))]->id;
    }
    std::vector<model::AttributeId> someAttributes(const model::Entity& entity) {
        std::vector<model::AttributeId> ids;
        for (const model::Attribute& attribute : entity.attributes)
            if (number(3) == 0)
                ids.push_back(attribute.id);
        return ids;
    }
    model::Attribute attributeDraft(const model::Project& project) {
        using namespace model;
        Attribute attribute;
        attribute.name = name();
        attribute.type.kind = static_cast<TypeKind>(number(16));
        attribute.type.length = number(100);
        if (attribute.type.kind == TypeKind::Enum) {
            attribute.type.kind = project.enums.empty() ? TypeKind::Text : TypeKind::Enum;
            attribute.type.enumeration = project.enums.empty() ? EnumId{} : pick(project.enums);
        }
        attribute.nullable = number(2) == 1;
        attribute.defaultSql = number(4) ? "" : "now()";
        return attribute;
    }
    model::Entity entityDraft() {
        model::Entity entity;
        entity.name = name();
        model::Attribute id;
        id.id = model::AttributeId{1};
        id.name = "id";
        id.type.kind = model::TypeKind::Int64;
        entity.attributes = {id};
        model::Key key;
        key.kind = model::KeyKind::Primary;
        key.attributes = {id.id};
        entity.keys = {key};
        return entity;
    }
    model::Index indexDraft(const std::vector<model::AttributeId>& attributes) {
        model::Index index;
        for (const model::AttributeId attribute : attributes) {
            model::KeyPart part;
            part.attribute = attribute;
            part.descending = number(2) == 1;
            index.parts.push_back(part);
        }
        index.predicate = number(3) ? "" : "total > 0";
        return index;
    }
    model::AccessPattern patternDraft(const model::Entity& entity) {
        using namespace model;
        AccessPattern pattern;
        pattern.name = name();
        pattern.entity = entity.id;
        pattern.sql = "SELECT *\n  FROM " + entity.name;
        for (const Attribute& attribute : entity.attributes)
            if (number(3) == 0) {
                Predicate predicate;
                predicate.column = {entity.id, attribute.id};
                predicate.text = attribute.name + " = $1";
                pattern.predicates.push_back(predicate);
            } else {
                pattern.projection.push_back({entity.id, attribute.id});
            }
        pattern.rate.average = {real()};
        return pattern;
    }
    model::Result<model::Project> lines(const model::Project& project) {
        using namespace model;
        if (project.relationships.empty())
            return noEdit();
        const RelationshipId id = pick(project.relationships);
        switch (number(3)) {
        case 0: return removeRelationships(project, {id});
        case 1: return setFanOut(project, id, {real(), {}, FanOutShape::Fixed, 0});
        default: return setBends(project, id, {{real(), real()}});
        }
    }
    model::Result<model::Project> boundaries(const model::Project& project, model::EntityId entity) {
        using namespace model;
        if (project.boundaries.empty())
            return noEdit();
        return number(3) ? assignBoundary(project, {entity}, pick(project.boundaries))
                         : removeBoundary(project, pick(project.boundaries));
    }
    model::DiagramId anyDiagram(const model::Project& project) {
        const std::vector<const model::Diagram*> all = project.diagrams();
        return all[static_cast<std::size_t>(number(int(all.size())))]->id;
    }
    model::Result<model::Project> diagrams(const model::Project& project, model::EntityId entity) {
        using namespace model;
        const DiagramId id = anyDiagram(project);
        const Diagram& diagram = *project.find(id);
        const BoundaryId boundary = project.boundaries.empty() ? BoundaryId{} : pick(project.boundaries);
        switch (number(11)) {
        case 0: return addDiagram(project, name(), {entity});
        case 1: return duplicateDiagram(project, id, name());
        case 2: return removeDiagram(project, id);
        case 3: return renameDiagram(project, id, name());
        case 4: return putOnDiagram(project, id, {entity});
        case 5: return takeOffDiagram(project, id, {entity});
        case 6: return setPinned(project, id, {entity}, number(2));
        case 7: return setLocked(project, id, boundary, number(2));
        case 8: return setCollapsed(project, id, boundary, number(2) ? std::optional(Point{real(), 1}) : std::nullopt);
        case 9: return addNote(project, id, {{}, name() + "\n", {real(), 0}, 100, 50, number(4)});
        default: return diagram.notes.empty() ? noEdit() : removeNotes(project, id, {diagram.notes.front().id});
        }
    }
    model::Result<model::Project> patterns(const model::Project& project) {
        using namespace model;
        if (project.patterns.empty())
            return noEdit();
        const PatternId id = pick(project.patterns);
        switch (number(3)) {
        case 0: return removePatterns(project, {id});
        case 1: return setPatternP99(project, id, 0.001 + real());
        default: return renamePattern(project, id, name());
        }
    }
    model::Result<model::Project> layouts(const model::Project& project, model::EntityId entity,
                                          const std::vector<model::AttributeId>& attributes) {
        using namespace model;
        Layout layout;
        layout.engine = number(2) ? "postgresql" : "cassandra";
        layout.nodes = 1 + number(9);
        if (!attributes.empty())
            layout.partitionKeys[entity] = attributes;
        if (const Layout* known = project.findLayout(layout.engine)) {
            layout.id = known->id;
            return number(4) ? changeLayout(project, layout) : removeLayout(project, known->id);
        }
        return addLayout(project, layout);
    }

    std::mt19937 m_random;
};

} // namespace shardscape::tests
