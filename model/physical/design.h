// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/base/ids.h"
#include "model/schema/type.h"
#include "model/workload/access_pattern.h"

namespace shardscape::model {

enum class StructureKind {
    Table,       ///< relational or wide-column table
    ItemTable,   ///< DynamoDB-like table of heterogeneous items
    GlobalIndex, ///< a copy with a partition key of its own, kept by the engine (GSI)
    Cache,       ///< an in-memory copy in front of another structure
};
const char* name(StructureKind kind);

enum class ColumnRole { Value, PartitionKey, SortKey, Included };

/// A column of a structure and where its values come from.
struct StructureColumn {
    std::string name;
    Type type;
    std::string nativeType; ///< in the engine's words
    bool nullable = true;
    ColumnRef source;        ///< the attribute it copies; 0 for synthetic ones (bucket, composed key)
    std::string composition; ///< synthetic: how it is made, as "USER#{users.user_id}"
    double buckets = 0;      ///< bucket columns: different values that the rows of one key spread over; 0 for others
    ColumnRef bucketOf;      ///< time buckets: the column whose time is cut; 0 when a hash of the key is
    bool operator==(const StructureColumn&) const = default;
};

struct StructureKeyPart {
    std::string column; ///< name of a StructureColumn
    bool descending = false;
    std::string operatorClass; ///< where the method's default does not do, as "gin_trgm_ops"
    bool operator==(const StructureKeyPart&) const = default;
};

/// A secondary index that lives with its structure (local to its partitions).
struct StructureIndex {
    std::string name;
    IndexId declared; ///< the entity's own index it stands for; 0 when the mapping proposes it
    KeyId key;        ///< the candidate key it enforces; 0 otherwise
    bool primary = false;
    bool unique = false;
    bool clustered = false; ///< its leaves are the rows themselves: the table is this tree
    std::string method = "btree";
    std::vector<StructureKeyPart> parts; ///< expressions appear by their text
    std::vector<std::string> include;
    std::string predicate;
    std::vector<PatternId> serves; ///< patterns whose plans use it
    std::string reason;            ///< why the mapping proposes it, one sentence; empty for declared ones
    bool operator==(const StructureIndex&) const = default;
};

/// How the items of one entity fill the keys of an item table or of a global index on it.
struct ItemKey {
    EntityId entity;
    std::string partition; ///< composition, as "USER#{posts.author_id}"
    std::string sort;      ///< as "POST#{posts.created_at}#{posts.post_id}"
    std::vector<AttributeId> partitionParts;
    std::vector<OrderPart> sortParts; ///< directions are those in which they are asked for
    double buckets = 0;               ///< values that the rows of one partition part spread over; 0 = no bucket
    ColumnRef bucketOf;               ///< time buckets: the column whose time is cut
    bool operator==(const ItemKey&) const = default;
};

/// One stored thing of a design: what the engine would create.
struct Structure {
    std::string name;
    StructureKind kind = StructureKind::Table;
    EntityId entity;                            ///< whose rows it holds; for a table of several entities the first one
    std::vector<EntityId> entities;             ///< all entities that columns come from, "entity" first
    std::vector<StructureColumn> columns;       ///< item tables: names repeat where entities share them
    std::vector<StructureKeyPart> partitionKey; ///< decides the partition; empty = not partitioned
    std::vector<StructureKeyPart> sortKey;      ///< order within a partition (clustering key)
    std::vector<StructureIndex> indexes;
    std::string base;                     ///< GlobalIndex, Cache: name of the structure it follows
    std::vector<PatternId> serves;        ///< patterns read from it
    std::string reason;                   ///< why it exists, one sentence
    bool truth = true;                    ///< false for copies that follow another structure
    std::vector<JoinCondition> joins;     ///< how columns of further entities were copied in; empty without copies
    std::vector<ItemKey> items;           ///< ItemTable, GlobalIndex: one an entity
    std::optional<double> ttlSeconds;     ///< Cache: entries older than this are dropped
    std::vector<PatternId> invalidatedBy; ///< Cache: writes after which an entry must go

    const StructureColumn* find(const std::string& column) const;
    bool operator==(const Structure&) const = default;
};

/// How keys are spread over partitions and partitions over nodes.
struct PlacementChoice {
    std::string kind; ///< a name model/placement knows
    int partitions = 1;
    int replicas = 1;
    int virtualNodes = 0; ///< consistent hashing only
    bool operator==(const PlacementChoice&) const = default;
};

/// The physical design of a project on one engine: a value that follows from project, profile and layout.
struct Design {
    std::string engine;                ///< profile name
    std::vector<Structure> structures; ///< in the order in which they must be created
    PlacementChoice placement;
    bool cache = false;             ///< a Cache structure stands in front of some of them
    std::vector<std::string> notes; ///< choices made for the user, one sentence each

    const Structure* find(const std::string& structure) const;
    bool operator==(const Design&) const = default;
};

} // namespace shardscape::model
