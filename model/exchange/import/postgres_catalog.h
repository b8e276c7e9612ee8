// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "model/schema/project.h"

/// What a PostgreSQL server would know after each statement of a script, as far as the model needs it. Internal to this
/// folder: the reader changes it statement by statement and turns it into a Project at the end. All look-ups are
/// hashed.
namespace shardscape::model {

/// A name within a schema. The schema "public" is written "", as everywhere in the model.
struct QualifiedName {
    std::string schema;
    std::string name;
    bool operator==(const QualifiedName&) const = default;
    /// As SQL, quoted where needed.
    std::string sql() const;
};
struct QualifiedNameHash {
    std::size_t operator()(const QualifiedName& name) const {
        return std::hash<std::string>{}(name.schema) * 31 + std::hash<std::string>{}(name.name);
    }
};
template <class T> using NameMap = std::unordered_map<QualifiedName, T, QualifiedNameHash>;
using NameSet = std::unordered_set<QualifiedName, QualifiedNameHash>;

/// Where a statement or clause was, for diagnostics that are only possible at the end.
struct SourcePlace {
    std::size_t source = 0;
    std::size_t offset = 0;
};

struct DraftTable {
    Entity entity;
    std::vector<EntityId> inheritors;
    bool hasRows = false; ///< the script has put rows into it, by INSERT or COPY … FROM stdin

    QualifiedName name() const { return {entity.schema, entity.name}; }
    Attribute* column(const std::string& columnName);
    Attribute* column(AttributeId id);
    std::vector<std::string> names(const std::vector<AttributeId>& ids) const;
};

struct DraftDomain {
    Type base;
    bool notNull = false;
    std::string defaultSql;
    std::string collation;
    std::vector<Check> checks; ///< over VALUE
    std::string sql;
};

struct DraftSequence {
    std::string type;    ///< smallint, integer, bigint
    std::string options; ///< without those that are the default
    SourcePlace place;
};

struct DraftFunction {
    QualifiedName name;
    std::string signature;
    std::string sql;
    bool trigger = false;
    SourcePlace place;
};

/// A foreign key whose parent is not there yet.
struct PendingReference {
    Relationship relationship;
    QualifiedName parent;
    std::vector<std::string> parentColumns;
    SourcePlace place;
};

class PostgresCatalog {
public:
    Project project; ///< gives the ids, holds the enumerations
    NameMap<std::unique_ptr<DraftTable>> tables;
    std::unordered_map<EntityId, DraftTable*> byId;
    NameMap<EntityId> partitions; ///< child → the partitioned table at the top
    NameMap<DraftTable*> indexes; ///< the table an index or a key's index belongs to
    NameMap<EnumId> enums;
    NameMap<DraftDomain> domains;
    NameMap<NativeObject> types; ///< composite and range types
    NameMap<DraftSequence> sequences;
    std::unordered_map<AttributeId, QualifiedName> sequenceOf; ///< of a default that is nextval(…) and nothing else
    std::vector<DraftFunction> functions;
    std::vector<NativeObject> natives; ///< extensions, collations, schemas
    std::vector<Relationship> relationships;
    std::vector<PendingReference> pending;
    NameSet others; ///< views and the like, known so that statements about them are understood
    std::vector<std::string> schemas;
    std::vector<std::string> path{"public"};

    /// Where an unqualified new object goes.
    std::string creationSchema() const;
    /// The name as it would be found: schema given, or the first of the path that has it in "map".
    template <class Map>
    QualifiedName resolve(const Map& map, const std::string& schema, const std::string& name) const {
        if (!schema.empty())
            return {canonicalSchema(schema), name};
        for (const std::string& candidate : path)
            if (map.contains(QualifiedName{canonicalSchema(candidate), name}))
                return {canonicalSchema(candidate), name};
        return {"", name};
    }
    DraftTable* findTable(const std::string& schema, const std::string& name) const;

    DraftTable& addTable(const QualifiedName& name);
    void removeTable(DraftTable& table);
    void renameTable(DraftTable& table, const QualifiedName& name);
    void removeColumn(DraftTable& table, AttributeId column);
    /// Removes a constraint of any kind; false when there is none of that name.
    bool removeConstraint(DraftTable& table, const std::string& name);
    bool removeIndex(const QualifiedName& name);

    /// PostgreSQL's own names for what was not named (src/backend/catalog/index.c, makeObjectName in
    /// src/backend/commands/indexcmds.c): "table_columns_label" cut to 63 bytes and made unique by a number.
    std::string indexName(const std::string& schema, const std::string& table, const std::string& columns,
                          const std::string& label) const;
    std::string constraintName(const std::string& schema, const std::string& table, const std::string& columns,
                               const std::string& label) const;

    static std::string canonicalSchema(const std::string& schema) {
        return schema == "public" ? std::string() : schema;
    }

    NameSet relationNames;
    NameSet constraintNames;
};

} // namespace shardscape::model
