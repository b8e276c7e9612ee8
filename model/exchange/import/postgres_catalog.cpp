// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/postgres_catalog.h"

#include <algorithm>

#include "model/exchange/export/postgres_words.h"

namespace shardscape::model {
namespace {

bool uses(const std::vector<AttributeId>& columns, AttributeId column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}
bool usesPart(const std::vector<KeyPart>& parts, AttributeId column) {
    return std::any_of(parts.begin(), parts.end(), [&](const KeyPart& part) { return part.attribute == column; });
}

std::string uniqueName(const NameSet& taken, const std::string& schema, const std::string& name1,
                       const std::string& name2, const std::string& label) {
    std::string name = postgresObjectName(name1, name2, label);
    for (int number = 1; taken.contains({schema, name}); ++number)
        name = postgresObjectName(name1, name2, label + std::to_string(number));
    return name;
}

} // namespace

std::string QualifiedName::sql() const {
    return postgresName(schema, name);
}

Attribute* DraftTable::column(const std::string& columnName) {
    return const_cast<Attribute*>(entity.findByName(columnName));
}
Attribute* DraftTable::column(AttributeId id) {
    return const_cast<Attribute*>(entity.find(id));
}

std::vector<std::string> DraftTable::names(const std::vector<AttributeId>& ids) const {
    std::vector<std::string> out;
    for (AttributeId id : ids)
        if (const Attribute* attribute = entity.find(id))
            out.push_back(attribute->name);
    return out;
}

std::string PostgresCatalog::creationSchema() const {
    const std::string* fallback = nullptr;
    for (const std::string& schema : path) {
        if (schema == "$user" || schema == "pg_catalog" || schema == "pg_temp")
            continue;
        if (schema == "public" || std::find(schemas.begin(), schemas.end(), schema) != schemas.end())
            return canonicalSchema(schema);
        fallback = fallback ? fallback : &schema;
    }
    return fallback ? *fallback : std::string();
}

DraftTable* PostgresCatalog::findTable(const std::string& schema, const std::string& name) const {
    const auto at = tables.find(resolve(tables, schema, name));
    return at == tables.end() ? nullptr : at->second.get();
}

DraftTable& PostgresCatalog::addTable(const QualifiedName& name) {
    auto table = std::make_unique<DraftTable>();
    table->entity.id = project.newId<EntityId>();
    table->entity.schema = name.schema;
    table->entity.name = name.name;
    DraftTable& added = *table;
    byId[added.entity.id] = &added;
    relationNames.insert(name);
    tables[name] = std::move(table);
    return added;
}

void PostgresCatalog::removeTable(DraftTable& table) {
    const EntityId id = table.entity.id;
    for (const Key& key : table.entity.keys)
        removeIndex({table.entity.schema, key.name});
    while (!table.entity.indexes.empty())
        removeIndex({table.entity.schema, table.entity.indexes.back().name});
    for (const Check& check : table.entity.checks)
        constraintNames.erase({table.entity.schema, check.name});
    for (const Exclusion& exclusion : table.entity.exclusions)
        relationNames.erase({table.entity.schema, exclusion.name});
    std::erase_if(relationships, [&](const Relationship& r) {
        if (r.child == id)
            constraintNames.erase({table.entity.schema, r.name});
        return r.child == id || r.parent == id;
    });
    std::erase_if(pending, [&](const PendingReference& p) { return p.relationship.child == id; });
    std::erase_if(partitions, [&](const auto& entry) { return entry.second == id; });
    for (const Attribute& attribute : table.entity.attributes)
        if (const auto at = sequenceOf.find(attribute.id); at != sequenceOf.end()) {
            relationNames.erase(at->second);
            sequences.erase(at->second);
            sequenceOf.erase(at);
        }
    for (auto& [otherName, other] : tables)
        std::erase(other->inheritors, id);
    byId.erase(id);
    const QualifiedName name = table.name();
    relationNames.erase(name);
    tables.erase(name);
}

void PostgresCatalog::renameTable(DraftTable& table, const QualifiedName& name) {
    const QualifiedName old = table.name();
    auto node = tables.extract(old);
    node.key() = name;
    tables.insert(std::move(node));
    relationNames.erase(old);
    relationNames.insert(name);
    table.entity.name = name.name;
    if (old.schema == name.schema)
        return;
    table.entity.schema = name.schema;
    const auto move = [&](const std::string& index) {
        relationNames.erase({old.schema, index});
        relationNames.insert({name.schema, index});
        indexes.erase({old.schema, index});
        indexes[{name.schema, index}] = &table;
    };
    for (const Key& key : table.entity.keys)
        move(key.name);
    for (const Index& index : table.entity.indexes)
        move(index.name);
}

void PostgresCatalog::removeColumn(DraftTable& table, AttributeId column) {
    Entity& entity = table.entity;
    // As in PostgreSQL, keys, indexes and foreign keys go with any of their columns.
    std::vector<std::string> gone;
    for (const Key& key : entity.keys)
        if (uses(key.attributes, column) || uses(key.include, column))
            gone.push_back(key.name);
    for (const std::string& name : gone)
        removeConstraint(table, name);
    gone.clear();
    for (const Index& index : entity.indexes)
        if (usesPart(index.parts, column) || uses(index.include, column))
            gone.push_back(index.name);
    for (const std::string& name : gone)
        removeIndex({entity.schema, name});
    std::erase_if(relationships, [&](const Relationship& r) {
        return (r.child == entity.id && uses(r.childAttributes, column)) ||
               (r.parent == entity.id && uses(r.parentAttributes, column));
    });
    if (const auto at = sequenceOf.find(column); at != sequenceOf.end()) {
        relationNames.erase(at->second);
        sequences.erase(at->second);
        sequenceOf.erase(at);
    }
    std::erase_if(entity.attributes, [&](const Attribute& attribute) { return attribute.id == column; });
}

bool PostgresCatalog::removeConstraint(DraftTable& table, const std::string& name) {
    Entity& entity = table.entity;
    constraintNames.erase({entity.schema, name});
    const auto named = [&](const auto& constraint) { return constraint.name == name; };
    if (std::erase_if(entity.keys, named) > 0) {
        relationNames.erase({entity.schema, name});
        indexes.erase({entity.schema, name});
        return true;
    }
    if (std::erase_if(entity.exclusions, named) > 0) {
        relationNames.erase({entity.schema, name});
        return true;
    }
    return std::erase_if(entity.checks, named) > 0 ||
           std::erase_if(relationships, [&](const Relationship& r) { return r.child == entity.id && r.name == name; }) >
               0 ||
           std::erase_if(pending, [&](const PendingReference& p) {
               return p.relationship.child == entity.id && p.relationship.name == name;
           }) > 0;
}

bool PostgresCatalog::removeIndex(const QualifiedName& name) {
    const auto at = indexes.find(name);
    if (at == indexes.end())
        return false;
    std::erase_if(at->second->entity.indexes, [&](const Index& index) { return index.name == name.name; });
    indexes.erase(at);
    relationNames.erase(name);
    constraintNames.erase(name);
    return true;
}

std::string PostgresCatalog::indexName(const std::string& schema, const std::string& table, const std::string& columns,
                                       const std::string& label) const {
    return uniqueName(relationNames, schema, table, columns, label);
}
std::string PostgresCatalog::constraintName(const std::string& schema, const std::string& table,
                                            const std::string& columns, const std::string& label) const {
    return uniqueName(constraintNames, schema, table, columns, label);
}

} // namespace shardscape::model
