// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "model/engine/engine_profile.h"
#include "model/schema/project.h"

namespace shardscape::tests {

using namespace shardscape::model;

/// Small projects in a few lines, without an importer: columns are named "table.column", and a name that is not there
/// throws, which fails the test.
///
///     ProjectBuilder b;
///     b.table("users", 1e6, {"id int64", "name text"}, {"id"});
///     b.pattern("GetUser", Verb::Get, "users").equal("users.id").all();
class ProjectBuilder {
public:
    Project project;

    static Type typeOf(const std::string& word) {
        Type type;
        type.kind = typeKindOf(word);
        if (type.kind == TypeKind::Other)
            type.native = word;
        return type;
    }

    /// Columns as "name type", with a "?" behind nullable ones; types in the words of model/schema/type.h.
    EntityId table(const std::string& name, double rows, const std::vector<std::string>& columns,
                   const std::vector<std::string>& primaryKey = {}) {
        Entity entity;
        entity.id = project.newId<EntityId>();
        entity.name = name;
        if (rows >= 0)
            entity.volume.rows = Rows{static_cast<std::int64_t>(rows)};
        entity.volume.growthRowsPerDay = rows > 0 ? rows / 1000 : 0;
        for (const std::string& text : columns) {
            const std::size_t space = text.rfind(' ');
            Attribute attribute;
            attribute.id = project.newId<AttributeId>();
            attribute.name = text.substr(0, space);
            std::string word = text.substr(space + 1);
            attribute.nullable = word.back() == '?';
            if (attribute.nullable)
                word.pop_back();
            attribute.type = typeOf(word);
            entity.attributes.push_back(attribute);
        }
        project.entities.set(entity);
        if (!primaryKey.empty())
            key(name, primaryKey, KeyKind::Primary);
        return entity.id;
    }

    ColumnRef column(const std::string& text) const {
        const std::size_t dot = text.find('.');
        const Entity* entity = project.findEntity(text.substr(0, dot));
        const Attribute* attribute = entity ? entity->findByName(text.substr(dot + 1)) : nullptr;
        if (!attribute)
            throw std::invalid_argument("no column " + text);
        return {entity->id, attribute->id};
    }
    EntityId entity(const std::string& name) const {
        const Entity* found = project.findEntity(name);
        if (!found)
            throw std::invalid_argument("no table " + name);
        return found->id;
    }
    std::vector<AttributeId> columns(const std::string& table, const std::vector<std::string>& names) const {
        std::vector<AttributeId> out;
        for (const std::string& name : names)
            out.push_back(column(table + "." + name).attribute);
        return out;
    }

    template <class Change> void change(const std::string& table, Change change_) {
        Entity copy = *project.entities.find(entity(table));
        change_(copy);
        project.entities.set(copy);
    }
    void key(const std::string& table, const std::vector<std::string>& names, KeyKind kind = KeyKind::Unique) {
        Key key;
        key.id = project.newId<KeyId>();
        key.kind = kind;
        key.attributes = columns(table, names);
        change(table, [&](Entity& entity) { entity.keys.push_back(key); });
    }
    /// Parts as "column" or "column desc".
    void index(const std::string& table, const std::string& name, const std::vector<std::string>& parts) {
        Index index;
        index.id = project.newId<IndexId>();
        index.name = name;
        for (std::string part : parts) {
            KeyPart keyPart;
            if (part.ends_with(" desc")) {
                keyPart.descending = true;
                part.resize(part.size() - 5);
            }
            keyPart.attribute = column(table + "." + part).attribute;
            index.parts.push_back(keyPart);
        }
        change(table, [&](Entity& entity) { entity.indexes.push_back(index); });
    }
    void distinct(const std::string& text, double values) {
        const ColumnRef ref = column(text);
        change(text.substr(0, text.find('.')), [&](Entity& entity) {
            for (Attribute& attribute : entity.attributes)
                if (attribute.id == ref.attribute)
                    attribute.statistics.distinctValues = values;
        });
    }
    void reference(const std::string& child, const std::string& parent, FanOut fanOut = {},
                   ReferentialAction onDelete = ReferentialAction::NoAction) {
        Relationship relationship;
        relationship.id = project.newId<RelationshipId>();
        relationship.child = column(child).entity;
        relationship.childAttributes = {column(child).attribute};
        relationship.parent = column(parent).entity;
        relationship.parentAttributes = {column(parent).attribute};
        relationship.fanOut = fanOut;
        relationship.onDelete = onDelete;
        project.relationships.set(relationship);
    }
    static FanOut mean(double children) {
        FanOut fanOut;
        fanOut.mean = children;
        return fanOut;
    }

    /// A pattern being written; each call stores it again.
    class PatternBuilder {
    public:
        PatternBuilder(ProjectBuilder& builder, AccessPattern pattern)
            : m_builder(builder)
            , m_pattern(std::move(pattern)) {
            store();
        }
        PatternBuilder& condition(const std::string& column, Comparison comparison, const std::string& text = {},
                                  double values = 1) {
            Predicate predicate;
            predicate.column = m_builder.column(column);
            predicate.comparison = comparison;
            predicate.values = values;
            predicate.parameter = "$1";
            predicate.text = text.empty() ? column + " " + name(comparison) + " $1" : text;
            m_pattern.predicates.push_back(predicate);
            return store();
        }
        PatternBuilder& equal(const std::string& column) { return condition(column, Comparison::Equal); }
        PatternBuilder& in(const std::string& column, double values) {
            return condition(column, Comparison::In, {}, values);
        }
        PatternBuilder& range(const std::string& column) {
            return condition(column, Comparison::Range, column + " > $1");
        }
        PatternBuilder& between(const std::string& column) {
            return condition(column, Comparison::Range, column + " BETWEEN $1 AND $2");
        }
        PatternBuilder& order(const std::string& column, bool descending = false) {
            m_pattern.order.push_back({m_builder.column(column), {}, descending});
            return store();
        }
        PatternBuilder& limit(double rows) {
            m_pattern.limit = rows;
            return store();
        }
        PatternBuilder& join(const std::string& left, const std::string& right) {
            m_pattern.joins.push_back({m_builder.column(left), m_builder.column(right), false});
            const EntityId added = m_builder.column(right).entity;
            if (m_pattern.verb == Verb::Get || m_pattern.verb == Verb::List)
                m_pattern.verb = Verb::Join;
            m_pattern.joined.push_back(added);
            return store();
        }
        PatternBuilder& from(const std::string& table) { // INSERT … SELECT
            m_pattern.joined.push_back(m_builder.entity(table));
            return store();
        }
        PatternBuilder& all() {
            m_pattern.allColumns = true;
            return store();
        }
        PatternBuilder& select(const std::vector<std::string>& names) {
            for (const std::string& name : names)
                m_pattern.projection.push_back(m_builder.column(name));
            return store();
        }
        PatternBuilder& assign(const std::vector<std::string>& names) {
            for (const std::string& name : names)
                m_pattern.assigned.push_back(m_builder.column(name));
            return store();
        }
        PatternBuilder& rate(double perSecond) {
            m_pattern.rate.average = {perSecond};
            return store();
        }
        PatternBuilder& consistency(ConsistencyKind kind, double bound = 0) {
            m_pattern.consistency = {kind, bound};
            return store();
        }
        template <class Change> PatternBuilder& with(Change change_) {
            change_(m_pattern);
            return store();
        }
        const AccessPattern& get() const { return *m_builder.project.patterns.find(m_pattern.id); }

    private:
        PatternBuilder& store() {
            m_builder.project.patterns.set(m_pattern);
            return *this;
        }
        ProjectBuilder& m_builder;
        AccessPattern m_pattern;
    };

    PatternBuilder pattern(const std::string& name, Verb verb, const std::string& table) {
        AccessPattern pattern;
        pattern.id = project.newId<PatternId>();
        pattern.name = name;
        pattern.verb = verb;
        pattern.entity = entity(table);
        pattern.rate.average = {100};
        pattern.returns = isWrite(verb) ? Returns::Nothing : Returns::Many;
        return PatternBuilder(*this, std::move(pattern));
    }
};

/// A profile with what mapping and planning look at; the constants of real engines are in resources/engines.
inline EngineProfile plainProfile(MappingFamily family) {
    EngineProfile profile;
    profile.mapping = family;
    switch (family) {
    case MappingFamily::WideColumn:
        profile.name = "cassandra";
        profile.title = "Cassandra";
        profile.routing = "cassandra";
        profile.defaultPartitions = 12;
        profile.defaultReplicas = 3;
        break;
    case MappingFamily::SingleTable:
        profile.name = "dynamodb";
        profile.title = "DynamoDB";
        profile.routing = "hash-mod";
        profile.defaultPartitions = 4;
        profile.defaultReplicas = 3;
        break;
    case MappingFamily::Cache:
        profile.name = "redis";
        profile.title = "Redis";
        break;
    default:
        profile.name = "postgresql";
        profile.title = "PostgreSQL";
        profile.routing = "hash-mod";
        profile.dialect = "postgresql";
        profile.features = {"schemas", "include_columns", "partial_indexes", "expression_indexes", "search_indexes"};
        profile.constants["limits.identifier_bytes"] = {63, "PostgreSQL 15", Evidence::Measured};
        break;
    }
    return profile;
}

} // namespace shardscape::tests
