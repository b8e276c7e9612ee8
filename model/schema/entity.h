// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/base/ids.h"
#include "model/base/units.h"
#include "model/schema/type.h"

namespace shardscape::model {

/// Where the values of a key come from (M2). Decides locality: ascending values fill B-trees from the right and heat
/// the last range, random ones spread and split.
enum class Generator {
    None,          ///< the application supplies values whose order is unknown
    AutoIncrement, ///< ascending integers from the database
    UuidV4,        ///< random
    UuidV7,        ///< time-ordered UUID or ULID
    Snowflake,     ///< time-ordered 64-bit integers
    Natural,       ///< a value with a meaning of its own (e-mail, ISBN)
};

/// What is known of the values in a column; each unset statistic is assumed by the estimator, which says so.
struct ColumnStatistics {
    std::optional<double> averageBytes; ///< payload of one non-null value, for variable-length types
    std::optional<double> maximumBytes;
    std::optional<double> nullFraction;   ///< 0 … 1
    std::optional<double> distinctValues; ///< how many different values there are
    bool operator==(const ColumnStatistics&) const = default;
};

/// What its users say of an object beyond what the model knows: "owner" = "payments", or a tag, which has no value.
struct Property {
    std::string name;
    std::string value; ///< empty for a tag
    bool operator==(const Property&) const = default;
};

struct Attribute {
    AttributeId id;
    std::string name;
    Type type;
    bool nullable = true;
    std::string defaultSql;   ///< expression in the dialect of origin, empty for none
    std::string generatedSql; ///< expression of a stored generated column, empty for none
    Generator generator = Generator::None;
    bool identityAlways = false; ///< AutoIncrement: values from clients are refused (GENERATED ALWAYS)
    std::string identityOptions; ///< AutoIncrement: options of its sequence, as "START WITH 1000", empty = defaults
    std::string collation;
    ColumnStatistics statistics;
    std::string comment;
    std::vector<Property> properties = {}; ///< names are unique within the attribute
    bool operator==(const Attribute&) const = default;
};

enum class KeyKind { Primary, Unique };

/// A candidate key: the primary one (at most one an entity) or an alternate.
struct Key {
    KeyId id;
    KeyKind kind = KeyKind::Unique;
    std::string name; ///< of the constraint; empty = the engine's default
    std::vector<AttributeId> attributes;
    std::vector<AttributeId> include; ///< stored in its index without being part of the key
    bool nullsNotDistinct = false;
    bool deferrable = false;
    bool initiallyDeferred = false;
    std::string comment;
    bool operator==(const Key&) const = default;
};

struct Check {
    std::string name;
    std::string expression; ///< in the dialect of origin
    bool notValid = false;
    bool noInherit = false;
    std::string comment;
    bool operator==(const Check&) const = default;
};

/// A part of an index or of a partitioning key: an attribute, or an expression when attribute is 0.
struct KeyPart {
    AttributeId attribute;
    std::string expression;
    bool descending = false;
    std::optional<bool> nullsFirst; ///< unset = the engine's default for the direction
    std::string collation;
    std::string operatorClass; ///< with its options, as "gin_trgm_ops" or "tsvector_ops(siglen='64')"
    bool operator==(const KeyPart&) const = default;
};

enum class IndexMethod { BTree, Hash, Gin, Gist, SpGist, Brin, Bloom, Other };
const char* name(IndexMethod method);
std::optional<IndexMethod> indexMethodOf(const std::string& word);

/// An index that the user declared (imported or drawn); indexes that a mapping proposes live in the physical design.
struct Index {
    IndexId id;
    std::string name;
    IndexMethod method = IndexMethod::BTree;
    std::string methodName; ///< Other: its native name
    bool unique = false;
    bool nullsNotDistinct = false;
    std::vector<KeyPart> parts;
    std::vector<AttributeId> include;
    std::string predicate; ///< partial index: the condition in the dialect of origin
    std::string options;   ///< storage parameters as "fillfactor=70", empty for none
    std::string comment;
    bool operator==(const Index&) const = default;
};

/// An exclusion constraint, kept as its native definition ("USING gist (room WITH =, during WITH &&)").
struct Exclusion {
    std::string name;
    std::string definition;
    std::string comment;
    bool operator==(const Exclusion&) const = default;
};

enum class PartitionMethod { Range, List, Hash };

/// A child of a partitioned table, and how it is partitioned again if it is.
struct PartitionChild {
    std::string schema;
    std::string name;
    std::string bound;       ///< native: "FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')" or "DEFAULT"
    std::string partitionBy; ///< native: "RANGE (created)" when it is partitioned again, empty otherwise
    std::string of;          ///< the name of the child whose child it is, empty for a child of the entity itself
    bool operator==(const PartitionChild&) const = default;
};

struct Partitioning {
    PartitionMethod method = PartitionMethod::Range;
    std::vector<KeyPart> parts;
    std::vector<PartitionChild> children;
    bool operator==(const Partitioning&) const = default;
};

/// Where rows of an age live (P9). The engine itself is the first tier of every entity and needs none of these.
enum class TierMedium {
    Engine,           ///< stays in the engine, for instance rolled up
    ObjectStorage,    ///< Parquet files on object storage, still queried
    InfrequentAccess, ///< the same in its class for what is rarely read
    Archive,          ///< has to be restored before it is read
};
const char* name(TierMedium medium);

struct StorageTier {
    std::string name;     ///< "warm", "cold", "archive"
    double afterDays = 0; ///< rows older than this move here
    TierMedium medium = TierMedium::ObjectStorage;
    std::optional<double> bytesRatio; ///< bytes of a row here ÷ bytes in the engine; unset = the medium's habit
    std::optional<double> rowsRatio;  ///< rows kept of each row (rollup, downsampling: 1/60 for a minute of seconds)
    bool operator==(const StorageTier&) const = default;
};

/// How rows that are too old go.
enum class RowRemoval {
    RowByRow,   ///< deleted one by one
    Partitions, ///< a partition of time is dropped or detached whole
    Ttl,        ///< the engine forgets them
};
const char* name(RowRemoval removal);

/// How many rows there are and will be (M5).
struct Volume {
    std::optional<Rows> rows;                  ///< now
    double growthRowsPerDay = 0;               ///< linear growth
    double growthRatePerDay = 0;               ///< compound growth: 0.001 = 0.1 % a day, on top of the linear part
    std::optional<double> retentionDays;       ///< rows older than this are deleted; unset = kept for ever
    std::vector<StorageTier> tiers = {};       ///< where older rows live, in the order of age
    RowRemoval removal = RowRemoval::RowByRow; ///< how the engine gets rid of rows that leave it
    double partitionDays = 1;                  ///< RowRemoval::Partitions: time that one partition covers
    bool legalHold = false;                    ///< nothing may be deleted: the retention waits
    bool operator==(const Volume&) const = default;

    /// After how many days a row leaves the engine: for another tier, or for good. Unset = never.
    std::optional<double> daysInEngine() const;
    /// After how many days a row is deleted everywhere. Unset = never, or not while it is held.
    std::optional<double> daysKept() const;
};

struct Entity {
    EntityId id;
    std::string schema; ///< namespace in the dialect of origin ("public"), empty for the default
    std::string name;
    std::vector<Attribute> attributes; ///< in the order of the columns
    std::vector<Key> keys;
    std::vector<Check> checks;
    std::vector<Index> indexes;
    std::vector<Exclusion> exclusions;
    std::optional<Partitioning> partitioning;
    Volume volume;
    BoundaryId boundary; ///< the service or bounded context that owns it, 0 for none
    bool unlogged = false;
    std::string options; ///< storage parameters as "fillfactor=70", empty for none
    std::string comment;
    std::vector<Property> properties = {}; ///< names are unique within the entity

    const Attribute* find(AttributeId attribute) const;
    const Attribute* findByName(const std::string& attributeName) const;
    const Key* primaryKey() const;
    /// True when the attributes are exactly, or contain, a candidate key: at most one row has given values of them.
    bool isUnique(const std::vector<AttributeId>& attributes) const;
    bool operator==(const Entity&) const = default;
};

/// The labels of an enumeration, in order.
struct EnumType {
    EnumId id;
    std::string schema;
    std::string name;
    std::vector<std::string> labels;
    std::string comment;
    bool operator==(const EnumType&) const = default;
};

/// A service or bounded context that owns entities (M4); drawn as a colour.
struct Boundary {
    BoundaryId id;
    std::string name;
    int color = 0; ///< index into the theme's series colours
    bool operator==(const Boundary&) const = default;
};

} // namespace shardscape::model
