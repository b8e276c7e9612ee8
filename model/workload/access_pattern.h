// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/base/ids.h"
#include "model/workload/consistency.h"
#include "model/workload/popularity.h"
#include "model/workload/rate.h"

namespace shardscape::model {

/// What a pattern does (A1).
enum class Verb {
    Get,       ///< at most one row by a whole candidate key
    List,      ///< rows of one key value
    Range,     ///< rows between bounds
    Aggregate, ///< one or few numbers over many rows
    Join,      ///< rows of several entities
    TextSearch,
    GeoSearch,
    Traversal, ///< follows relationships to an unknown depth
    Insert,
    Update,
    Upsert,
    Delete,
    Append,    ///< an insert that is never changed again
    Increment, ///< adds to a counter in place
};
const char* name(Verb verb);
std::optional<Verb> verbOf(const std::string& word);
bool isWrite(Verb verb);

/// A column of one of the pattern's entities.
struct ColumnRef {
    EntityId entity;
    AttributeId attribute;
    auto operator<=>(const ColumnRef&) const = default;
};

enum class Comparison {
    Equal,
    In,    ///< one of several values; "values" says how many
    Range, ///< <, <=, >, >=, BETWEEN
    NotEqual,
    Prefix,   ///< LIKE 'abc%'
    Contains, ///< LIKE '%abc', full text, containment: no B-tree helps
    IsNull,
    Near,  ///< geographic
    Other, ///< anything else; "text" has it
};
const char* name(Comparison comparison);

/// One condition of a WHERE clause, all of which must hold.
struct Predicate {
    ColumnRef column; ///< the column compared; 0 when the condition is an expression
    Comparison comparison = Comparison::Equal;
    double values = 1;     ///< In: how many values are asked for
    std::string parameter; ///< "$1", ":user_id" or the literal as written
    std::string text;      ///< the condition as SQL
    bool operator==(const Predicate&) const = default;
};

/// "left = right": how another entity joins in.
struct JoinCondition {
    ColumnRef left;
    ColumnRef right;
    bool outer = false;
    bool operator==(const JoinCondition&) const = default;
};

struct OrderPart {
    ColumnRef column; ///< 0 when it is an expression
    std::string expression;
    bool descending = false;
    bool operator==(const OrderPart&) const = default;
};

enum class Paging { None, Cursor, Offset };
enum class Criticality { Low, Normal, High };

/// The number of rows a pattern returns, as written behind its name (":one", ":many", ":exec").
enum class Returns { One, Many, Nothing };

/// One way in which the data is used, and how often. The SQL is what the user wrote; everything from "verb" to
/// "expressions" is read from it by the importer and refers to the schema by id, so that it survives renames.
struct AccessPattern {
    PatternId id;
    std::string name;
    std::string sql;
    Returns returns = Returns::Many;

    Verb verb = Verb::Get;
    EntityId entity;              ///< the entity read from first, or written to
    std::vector<EntityId> joined; ///< further entities read, in the order of joining; insert: those it selects from
    std::vector<JoinCondition> joins;
    std::vector<Predicate> predicates; ///< conjunction; a disjunction is one predicate of kind Other
    std::vector<OrderPart> order;
    std::vector<ColumnRef> projection; ///< columns returned; empty with "allColumns"
    bool allColumns = false;
    std::vector<ColumnRef> groupBy;
    bool distinct = false;
    std::vector<ColumnRef> assigned; ///< columns written by insert, update, upsert, increment
    std::optional<double> limit;     ///< rows, when a literal; unset = no limit, or a parameter (see limitParameter)
    std::string limitParameter;      ///< "$2" when the limit is a parameter
    std::optional<double> offset;    ///< rows skipped, when a literal
    bool offsetParameter = false;    ///< the offset is a parameter
    double rowsWritten = 1;          ///< insert: rows of one statement; for each row of the query when it selects

    RateProfile rate;
    KeyPopularity popularity;
    ColumnRef popularityColumn; ///< the column whose values are popular; 0 = the first equality predicate
    Consistency consistency;
    std::optional<double> p99Seconds; ///< wanted
    std::optional<double> pageSize;   ///< rows of a page
    Paging paging = Paging::None;
    Criticality criticality = Criticality::Normal;
    std::optional<bool> idempotent; ///< unset = judged from the verb
    std::string comment;

    bool operator==(const AccessPattern&) const = default;
};

} // namespace shardscape::model
