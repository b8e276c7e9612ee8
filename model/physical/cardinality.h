// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <vector>

#include "model/schema/project.h"

namespace shardscape::model {

/// Defaults for what nobody stated. Source of the selectivities: PostgreSQL 15, src/include/utils/selfuncs.h
/// (DEFAULT_EQ_SEL, DEFAULT_INEQ_SEL, DEFAULT_RANGE_INEQ_SEL, DEFAULT_MATCH_SEL, DEFAULT_NUM_DISTINCT, DEFAULT_UNK_SEL)
/// and src/backend/tsearch/ts_selfuncs.c (DEFAULT_TS_MATCH_SEL).
inline constexpr double kDefaultRows = 1000;    ///< of an entity without a volume: our own, said as an assumption
inline constexpr double kDefaultDistinct = 200; ///< different values of a column without statistics: 1/200 = 0.005
inline constexpr double kInequalityShare = 1.0 / 3.0; ///< column < value
inline constexpr double kRangeShare = 0.005;          ///< low < column AND column < high
inline constexpr double kMatchShare = 0.005;          ///< LIKE, containment, nearness
inline constexpr double kTextMatchShare = 0.001;      ///< full text, one word
inline constexpr double kNullShare = 0.005;           ///< IS NULL on a nullable column without statistics
inline constexpr double kOtherShare = 1.0 / 3.0;      ///< any other condition

/// How many rows there are and how many of them a condition keeps: what the mapping and the planning both need.
///
/// Rules, in order:
/// - rows of an entity: as stated; else rows of a parent × the stated mean fan-out; else 1,000 (an assumption).
/// - different values of a column: as stated; as many as rows for a column that is a key, an automatic or time-ordered
///   key, or a timestamp; 2 for a boolean, the labels of an enumeration; rows ÷ mean fan-out for a foreign key with
///   statistics, else the parent's rows, or half of the own where an entity refers to itself (in a tree that grows at
///   random every other node has children); for a part of a foreign key those of the column it refers to; for a whole
///   number that completes a key with a foreign key the children of a parent; else 200.
///   Never more than there are rows.
/// - rows of one value: 1 for a candidate key; the mean fan-out where the columns hold a foreign key with statistics;
///   else rows × Π (1 − nulls) ÷ different values, columns taken as independent.
/// - conditions: the constants above; several are multiplied; the result is at least one row, as PostgreSQL has it.
/// Limits: no correlation between columns, no histograms: ranges know nothing of the values asked for.
///
/// Refers to the project it was made from, which must outlive it. Thread-safety: const after construction.
class Cardinality {
public:
    explicit Cardinality(const Project& project);

    const Project& project() const { return *m_project; }
    double rows(EntityId entity) const;
    /// True when nobody stated them.
    bool rowsAssumed(EntityId entity) const;
    double distinct(EntityId entity, AttributeId attribute) const;
    /// Mean payload bytes of a value (nulls count 0), without any engine's overhead.
    double valueBytes(const Attribute& attribute) const;
    double rowBytes(EntityId entity) const;

    /// Rows that have one given value in each of the columns.
    double rowsPerValue(EntityId entity, const std::vector<AttributeId>& equal) const;
    /// The same for the worst value, where a fan-out states its maximum.
    double maximumRowsPerValue(EntityId entity, const std::vector<AttributeId>& equal) const;
    /// Rows that satisfy all conditions and have a given value in each of "equal" (columns that a join fixes).
    double matchingRows(EntityId entity, const std::vector<const Predicate*>& conditions,
                        const std::vector<AttributeId>& equal = {}) const;
    /// Whether rows of one value of these columns grow with the data, or are held by the model: a key, a fan-out that
    /// is fixed or has a maximum, or children of a parent that are few on average and not spread by a power law.
    bool growsPerValue(EntityId entity, const std::vector<AttributeId>& equal) const;

    /// Foreign keys of which the entity is the child, and the parent.
    const std::vector<const Relationship*>& parentsOf(EntityId child) const;
    const std::vector<const Relationship*>& childrenOf(EntityId parent) const;
    /// The foreign key whose only column this is; null when there is none.
    const Relationship* foreignKey(EntityId child, AttributeId attribute) const;

private:
    double nonNullShare(const Attribute& attribute) const;
    std::optional<double> numberedWithinParent(const Entity& entity, const Attribute& attribute) const;

    const Project* m_project;
    std::unordered_map<EntityId, std::vector<const Relationship*>> m_parents;
    std::unordered_map<EntityId, std::vector<const Relationship*>> m_children;
};

/// True when both bounds of the column are given: BETWEEN, or two range conditions.
bool isClosedRange(const std::vector<const Predicate*>& conditions, AttributeId attribute);

} // namespace shardscape::model
