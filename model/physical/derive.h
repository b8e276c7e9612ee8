// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/physical/cardinality.h"
#include "model/physical/derived.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// Assumed where a copy does not say: a relay or a reader of the log that polls every half second and applies at once
/// (Debezium's default poll.interval.ms is 500), and a view that is made anew every ten minutes.
inline constexpr double kAssumedLagSeconds = 0.5;
inline constexpr double kAssumedPeriodSeconds = 600;

/// Where a column of an added entity of copied rows or groups has its values from.
struct CopiedColumn {
    enum class As {
        Value,    ///< of the source
        Hour,     ///< of the source, a time, cut to the hour
        Count,    ///< of the rows of a group; no source
        Sum,      ///< of the source, over the rows of a group
        Document, ///< all children of the row, as one document; no source
    };
    AttributeId column;
    ColumnRef source;
    As as = As::Value;
};

/// What one copy became.
struct DerivedCopy {
    Derived derived;
    std::string name;                       ///< of the structure that holds it
    EntityId entity;                        ///< whose rows hold it: an added one, or one that got further columns
    EntityId log;                           ///< Projection: the added log of events; else 0
    std::vector<EntityId> sources;          ///< entities that it copies
    std::vector<CopiedColumn> columns = {}; ///< of "entity" that hold the copy;
    std::vector<JoinCondition> joins = {};  ///< between the sources
    std::vector<PatternId> reads;           ///< patterns that read it now
    std::vector<PatternId> upkeep;          ///< added patterns that keep it in step
    double rowsOfAWrite = 1;        ///< of the copy, written for one row of the entity at the many end; on average
    double mostRowsOfAWrite = 1;    ///< the same for the parent with the most children, as far as it is copied to
    std::vector<std::string> notes; ///< what it does not do, one sentence each
};

/// A project with copies in it: further entities, columns and patterns that keep them in step, and
/// reading patterns that ask the copy. Everything that plans, sizes and simulates takes it as any other project.
///
/// - Copied columns, embedded: the child gets the parent's columns, the parent a document of its children. Children
/// that
///   nothing else reads lie in the document alone.
/// - Aggregate: a row for each group; a time that the query bounds is cut into hours. Writes add to their group.
/// - Materialized view, read model, projection: the rows of the query, keyed as it asks: its equality columns, its
///   order, the row's own key. A write of the entity at the many end writes a row for each combination, a change of a
///   copied column all rows that show it. New links (a new follower) start empty.
/// - Upkeep in the transaction or by a trigger has the consistency of the write; otherwise it is eventual. An outbox
///   adds its table. Periodic copies are made anew in portions of 1,000 rows spread over the period.
/// - largestFanOut: children of larger parents are read when asked: the reading pattern gets companions that fetch
///   them.
/// - Projection: every write of what it copies appends an event first, with the consistency of the write, and the
///   events are what is applied: an outbox beside them would say the same twice. They are kept as long as the rows they
///   tell of.
/// - Several copies: a pattern with a copy of its own is served by that one alone; a column is copied once, and a write
///   tells the outbox once, however many copies need it.
/// Added patterns name the one that causes them (Derivation::causes); added rows say where their number comes from.
struct Derivation {
    Project project;
    std::vector<DerivedCopy> copies;
    std::vector<std::string> refused;       ///< copies that cannot be, one sentence each
    std::map<PatternId, PatternId> causes;  ///< of added patterns: whose requests make them happen
    std::map<EntityId, std::string> rowsOf; ///< of added entities: where their number of rows comes from, in words
    // Of a layout that holds a part of a design of several engines (held.h):
    bool whole = true;                       ///< it holds everything, and nobody follows it
    std::set<PatternId> applied = {};        ///< added patterns that write here what was written elsewhere
    std::map<PatternId, double> behind = {}; ///< reads of what follows another engine: by how many seconds
    std::vector<std::string> notes = {};     ///< what it means to hold a part, one sentence each

    /// The copy that serves a reading pattern; nullptr when none does.
    const DerivedCopy* serving(PatternId pattern) const;
    /// The copy whose rows or groups an added entity holds; nullptr for all others.
    const DerivedCopy* heldBy(EntityId entity) const;
};

Derivation derive(const Project& project, const std::vector<Derived>& copies);

/// The project as the layout holds it (held.h), with the copies that it keeps: what every number, plan and schema of
/// that layout is about.
Derivation withKept(const Project& project, const Layout& layout);

/// Why a copy of this kind cannot serve the pattern, in words; empty when it can.
std::string whyNotDerived(const Cardinality& cardinality, const AccessPattern& pattern, DerivedKind kind);

/// "materialized view", "copied columns" …: the kinds in words for people.
const char* title(DerivedKind kind);
const char* title(UpkeepPath path);

} // namespace shardscape::model
