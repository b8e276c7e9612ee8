// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/project.h"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

namespace shardscape::model {

const Entity* Project::findEntity(const std::string& qualifiedName) const {
    const Entity* bare = nullptr;
    const Entity* inDefault = nullptr;
    int matches = 0;
    for (const Entity& entity : entities) {
        if (!entity.schema.empty() && entity.schema.size() + 1 + entity.name.size() == qualifiedName.size() &&
            qualifiedName == entity.schema + "." + entity.name)
            return &entity;
        if (entity.name != qualifiedName)
            continue;
        bare = &entity;
        ++matches;
        if (entity.schema.empty() || entity.schema == "public")
            inDefault = &entity;
    }
    if (matches == 0 && qualifiedName.rfind("public.", 0) == 0)
        for (const Entity& entity : entities)
            if (entity.schema.empty() && qualifiedName.compare(7, std::string::npos, entity.name) == 0)
                return &entity;
    return inDefault ? inDefault : matches == 1 ? bare : nullptr;
}

const AccessPattern* Project::findPattern(const std::string& patternName) const {
    for (const AccessPattern& pattern : patterns)
        if (pattern.name == patternName)
            return &pattern;
    return nullptr;
}

const Layout* Project::findLayout(const std::string& engine) const {
    for (const Layout& layout : layouts)
        if (layout.engine == engine)
            return &layout;
    return nullptr;
}

const Attribute* Project::find(const ColumnRef& column) const {
    const Entity* entity = entities.find(column.entity);
    return entity ? entity->find(column.attribute) : nullptr;
}

const Diagram* Project::find(DiagramId diagramId) const {
    return diagramId ? moreDiagrams.find(diagramId) : diagram.get();
}

const Diagram* Project::findDiagram(const std::string& diagramName) const {
    for (const Diagram* each : diagrams())
        if (nameOf(*each) == diagramName)
            return each;
    return nullptr;
}

std::vector<const Diagram*> Project::diagrams() const {
    std::vector<const Diagram*> all{diagram.get()};
    for (const Diagram& each : moreDiagrams)
        all.push_back(&each);
    return all;
}

std::string Project::describe(const ColumnRef& column) const {
    const Entity* entity = entities.find(column.entity);
    const Attribute* attribute = entity ? entity->find(column.attribute) : nullptr;
    return attribute ? displayName(*entity) + "." + attribute->name : std::string("?");
}

std::string Project::displayName(const Entity& entity) const {
    return entity.schema.empty() || entity.schema == "public" ? entity.name : entity.schema + "." + entity.name;
}

bool Project::operator==(const Project& other) const {
    return name == other.name && nextId == other.nextId && entities == other.entities &&
           relationships == other.relationships && enums == other.enums && boundaries == other.boundaries &&
           patterns == other.patterns && layouts == other.layouts && requirements == other.requirements &&
           naming == other.naming && (diagram == other.diagram || *diagram == *other.diagram) &&
           moreDiagrams == other.moreDiagrams && (natives == other.natives || *natives == *other.natives);
}

namespace {

class Validator {
public:
    explicit Validator(const Project& project)
        : m_project(project) {}

    std::vector<std::string> run() {
        checkEntities();
        checkRelationships();
        checkPatterns();
        std::set<std::string> engines;
        for (const Layout& layout : m_project.layouts) {
            useId(layout.id.value, "layout " + layout.engine);
            if (!engines.insert(layout.engine).second)
                report("two layouts for engine {}", layout.engine);
            for (const auto& [entity, key] : layout.partitionKeys)
                checkColumns(entity, key, "partition key on " + layout.engine);
            for (const Derived& derived : layout.derived)
                if (!m_project.patterns.contains(derived.pattern))
                    report("a copy on {} serves pattern {} which is not there", layout.engine, derived.pattern.value);
            for (const BoundaryRole& role : layout.boundaries)
                if (!m_project.boundaries.contains(role.boundary))
                    report("{} holds boundary {} which is not there", layout.engine, role.boundary.value);
        }
        checkDiagrams();
        return std::move(m_found);
    }

private:
    template <class... Args> void report(fmt::format_string<Args...> text, Args&&... args) {
        m_found.push_back(fmt::format(text, std::forward<Args>(args)...));
    }
    void useId(std::uint64_t id, const std::string& what) {
        if (id == 0 || id >= m_project.nextId)
            report("{} has id {}, outside 1 … {}", what, id, m_project.nextId - 1);
        else if (!m_ids.insert(id).second)
            report("{} has id {}, which is taken", what, id);
    }
    void checkColumns(EntityId entityId, const std::vector<AttributeId>& columns, const std::string& what) {
        const Entity* entity = m_project.entities.find(entityId);
        if (!entity) {
            report("{} refers to entity {} which is not there", what, entityId.value);
            return;
        }
        for (AttributeId column : columns)
            if (!entity->find(column))
                report("{} refers to attribute {} which is not in {}", what, column.value, entity->name);
    }
    void checkParts(const Entity& entity, const std::vector<KeyPart>& parts, const std::string& what) {
        for (const KeyPart& part : parts)
            if (part.attribute)
                checkColumns(entity.id, {part.attribute}, what);
    }
    void checkEntities() {
        std::set<std::pair<std::string, std::string>> names;
        for (const EnumType& type : m_project.enums)
            useId(type.id.value, "enumeration " + type.name);
        for (const Boundary& boundary : m_project.boundaries)
            useId(boundary.id.value, "boundary " + boundary.name);
        for (const Entity& entity : m_project.entities) {
            useId(entity.id.value, "entity " + entity.name);
            if (!names.emplace(entity.schema, entity.name).second)
                report("two entities are named {}", m_project.displayName(entity));
            if (entity.boundary && !m_project.boundaries.contains(entity.boundary))
                report("{} belongs to boundary {} which is not there", entity.name, entity.boundary.value);
            std::set<std::string> columns;
            for (const Attribute& attribute : entity.attributes) {
                useId(attribute.id.value, entity.name + "." + attribute.name);
                if (!columns.insert(attribute.name).second)
                    report("two attributes of {} are named {}", entity.name, attribute.name);
                const Type* type = &attribute.type;
                while (type->element)
                    type = type->element.get();
                if (type->kind == TypeKind::Enum && !m_project.enums.contains(type->enumeration))
                    report("{}.{} has an enumeration which is not there", entity.name, attribute.name);
            }
            int primaries = 0;
            for (const Key& key : entity.keys) {
                useId(key.id.value, "key " + key.name + " of " + entity.name);
                checkColumns(entity.id, key.attributes, "key " + key.name);
                checkColumns(entity.id, key.include, "key " + key.name);
                primaries += key.kind == KeyKind::Primary;
            }
            if (primaries > 1)
                report("{} has {} primary keys", entity.name, primaries);
            for (const Index& index : entity.indexes) {
                useId(index.id.value, "index " + index.name);
                checkParts(entity, index.parts, "index " + index.name);
                checkColumns(entity.id, index.include, "index " + index.name);
            }
            if (entity.partitioning)
                checkParts(entity, entity.partitioning->parts, "partitioning of " + entity.name);
        }
    }
    void checkRelationships() {
        for (const Relationship& relationship : m_project.relationships) {
            const std::string what = "relationship " + relationship.name;
            useId(relationship.id.value, what);
            checkColumns(relationship.child, relationship.childAttributes, what);
            checkColumns(relationship.parent, relationship.parentAttributes, what);
            if (relationship.childAttributes.size() != relationship.parentAttributes.size())
                report("{} pairs {} columns with {}", what, relationship.childAttributes.size(),
                       relationship.parentAttributes.size());
        }
    }
    void checkColumn(const ColumnRef& column, const std::string& what) {
        if (column.entity || column.attribute)
            checkColumns(column.entity, {column.attribute}, what);
    }
    void checkDiagrams() {
        std::set<std::string> names;
        if (m_project.diagram->id)
            report("the first diagram has id {}; it is the one without", m_project.diagram->id.value);
        for (const Diagram* diagram : m_project.diagrams()) {
            const std::string what = "diagram " + Project::nameOf(*diagram);
            if (diagram != m_project.diagram.get())
                useId(diagram->id.value, what);
            if (!names.insert(Project::nameOf(*diagram)).second)
                report("two diagrams are named {}", Project::nameOf(*diagram));
            checkDiagram(*diagram, what);
        }
    }
    void checkDiagram(const Diagram& diagram, const std::string& what) {
        const auto entityIsThere = [&](EntityId entity) {
            if (!m_project.entities.contains(entity))
                report("{} has entity {} which is not there", what, entity.value);
        };
        const auto boundaryIsThere = [&](BoundaryId boundary) {
            if (!m_project.boundaries.contains(boundary))
                report("{} has boundary {} which is not there", what, boundary.value);
        };
        const auto checkList = [&](const auto& ids, const auto& isThere) {
            for (const auto id : ids)
                isThere(id);
            if (std::adjacent_find(ids.begin(), ids.end(), std::greater_equal()) != ids.end())
                report("a list of {} is not ascending", what);
        };
        for (const auto& [entity, point] : diagram.positions)
            entityIsThere(entity);
        for (const auto& [relationship, bends] : diagram.bends)
            if (!m_project.relationships.contains(relationship))
                report("{} bends relationship {} which is not there", what, relationship.value);
        for (const auto& [boundary, point] : diagram.collapsed)
            boundaryIsThere(boundary);
        checkList(diagram.exceptions, entityIsThere);
        checkList(diagram.pinned, entityIsThere);
        checkList(diagram.locked, boundaryIsThere);
        for (const Note& note : diagram.notes)
            useId(note.id.value, "a note of " + what);
    }
    void checkPatterns() {
        std::set<std::string> names;
        for (const AccessPattern& pattern : m_project.patterns) {
            const std::string what = "pattern " + pattern.name;
            useId(pattern.id.value, what);
            if (!names.insert(pattern.name).second)
                report("two patterns are named {}", pattern.name);
            if (pattern.entity && !m_project.entities.contains(pattern.entity))
                report("{} uses entity {} which is not there", what, pattern.entity.value);
            for (EntityId joined : pattern.joined)
                checkColumns(joined, {}, what);
            for (const Predicate& predicate : pattern.predicates)
                checkColumn(predicate.column, what);
            for (const JoinCondition& join : pattern.joins) {
                checkColumn(join.left, what);
                checkColumn(join.right, what);
            }
            for (const OrderPart& part : pattern.order)
                checkColumn(part.column, what);
            for (const std::vector<ColumnRef>* columns : {&pattern.projection, &pattern.groupBy, &pattern.assigned})
                for (const ColumnRef& column : *columns)
                    checkColumn(column, what);
            checkColumn(pattern.popularityColumn, what);
        }
    }

    const Project& m_project;
    std::set<std::uint64_t> m_ids;
    std::vector<std::string> m_found;
};

} // namespace

std::vector<std::string> validate(const Project& project) {
    return Validator(project).run();
}

} // namespace shardscape::model
