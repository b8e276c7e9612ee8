// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "model/schema/project.h"

namespace shardscape::tests {

/// A random schema of tables, enumerations, keys, indexes and foreign keys, with names that need quotes when "odd".
class RandomSchema {
public:
    RandomSchema(unsigned seed, bool odd)
        : m_random(seed)
        , m_odd(odd) {}

    model::Project project() {
        for (unsigned i = 0; i < m_random() % 3; ++i) {
            model::EnumType type;
            type.id = m_project.newId<model::EnumId>();
            type.name = name("kind", i);
            type.labels = {"a", "b c", "d'e"};
            m_project.enums.set(std::move(type));
        }
        std::vector<model::Entity> entities;
        for (unsigned i = 0; i < 1 + m_random() % 6; ++i)
            entities.push_back(entity(i));
        std::vector<model::Relationship> relationships;
        for (model::Entity& child : entities)
            if (m_random() % 2)
                relate(child, entities[m_random() % entities.size()], relationships);
        m_project.entities.assign(std::move(entities));
        m_project.relationships.assign(std::move(relationships));
        return m_project;
    }

private:
    std::string name(const char* word, unsigned i) {
        static const char* const kOdd[] = {" x", "'s", "\"q", "\\b", "é", "-", ".z"};
        return word + std::to_string(i) + (m_odd && m_random() % 3 == 0 ? kOdd[m_random() % std::size(kOdd)] : "");
    }
    model::Type type() {
        model::Type out;
        static const model::TypeKind kKinds[] = {
            model::TypeKind::Uuid,  model::TypeKind::Bool,   model::TypeKind::Int16,   model::TypeKind::Int32,
            model::TypeKind::Int64, model::TypeKind::Double, model::TypeKind::Decimal, model::TypeKind::String,
            model::TypeKind::Text,  model::TypeKind::Binary, model::TypeKind::Date,    model::TypeKind::Timestamp,
            model::TypeKind::Array};
        out.kind = kKinds[m_random() % std::size(kKinds)];
        if (out.kind == model::TypeKind::String)
            out.length = int(m_random() % 50);
        if (out.kind == model::TypeKind::Decimal && m_random() % 2) {
            out.precision = 10;
            out.scale = int(m_random() % 4);
        }
        if (out.kind == model::TypeKind::Timestamp) {
            out.withTimeZone = m_random() % 2;
            out.precision = -1;
        }
        if (out.kind == model::TypeKind::Array)
            out.element = std::make_shared<const model::Type>(
                model::Type{model::TypeKind::Int32, 0, false, 0, 0, false, true, {}, nullptr, {}});
        return out;
    }
    model::Entity entity(unsigned number) {
        model::Entity out;
        out.id = m_project.newId<model::EntityId>();
        out.name = name("table", number);
        for (unsigned i = 0; i < 2 + m_random() % 5; ++i) {
            model::Attribute attribute;
            attribute.id = m_project.newId<model::AttributeId>();
            attribute.name = name("column", i);
            attribute.type = type();
            attribute.nullable = m_random() % 2;
            if (m_random() % 4 == 0)
                attribute.comment = m_odd ? "it's \"a\" \\ note" : "a note";
            if (m_random() % 4 == 0)
                attribute.defaultSql = "f(1, 'x')";
            out.attributes.push_back(std::move(attribute));
        }
        if (m_random() % 3 == 0)
            out.checks.push_back({m_random() % 2 ? name("check", number) : std::string(), "1 < 2", false, false, {}});
        if (m_random() % 2) {
            model::Boundary boundary;
            boundary.id = m_project.newId<model::BoundaryId>();
            boundary.name = name("group", number);
            out.boundary = boundary.id;
            m_project.boundaries.set(std::move(boundary));
        }
        key(out, model::KeyKind::Primary, 1 + m_random() % 2);
        if (m_random() % 2)
            key(out, model::KeyKind::Unique, 1 + m_random() % 2);
        if (m_random() % 2) {
            model::Index index;
            index.id = m_project.newId<model::IndexId>();
            index.name = name("index", number);
            index.parts.push_back({out.attributes.back().id, {}, false, {}, {}, {}});
            index.parts.push_back({{}, "lower(x)", false, {}, {}, {}});
            out.indexes.push_back(std::move(index));
        }
        return out;
    }
    void key(model::Entity& entity, model::KeyKind kind, std::size_t size) {
        model::Key out;
        out.id = m_project.newId<model::KeyId>();
        out.kind = kind;
        const std::size_t first = kind == model::KeyKind::Primary ? 0 : 1;
        for (std::size_t i = first; i < std::min(first + size, entity.attributes.size()); ++i) {
            out.attributes.push_back(entity.attributes[i].id);
            if (kind == model::KeyKind::Primary)
                entity.attributes[i].nullable = false;
        }
        entity.keys.push_back(std::move(out));
    }
    void relate(model::Entity& child, const model::Entity& parent, std::vector<model::Relationship>& out) {
        model::Relationship made;
        made.id = m_project.newId<model::RelationshipId>();
        made.child = child.id;
        made.parent = parent.id;
        const std::vector<model::AttributeId> key = parent.primaryKey()->attributes; // the child may be the parent
        std::vector<model::Type> types;
        for (const model::AttributeId id : key)
            types.push_back(parent.find(id)->type);
        for (std::size_t i = 0; i < key.size(); ++i) {
            model::Attribute attribute;
            attribute.id = m_project.newId<model::AttributeId>();
            attribute.name = name("ref", unsigned(i + 10));
            attribute.type = types[i];
            made.childAttributes.push_back(attribute.id);
            child.attributes.push_back(std::move(attribute));
        }
        made.parentAttributes = key;
        made.onDelete = m_random() % 2 ? model::ReferentialAction::Cascade : model::ReferentialAction::NoAction;
        out.push_back(std::move(made));
    }

    std::mt19937 m_random;
    bool m_odd;
    model::Project m_project;
};

} // namespace shardscape::tests
