// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the kinds of copies share. Not for use outside model/physical.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/physical/derive.h"
#include "model/physical/key_query.h"

namespace shardscape::model {

inline constexpr double kPortionRows = 1000; ///< of a periodic copy, made at a time

struct DeriveContext {
    const Project& base;
    const Cardinality& cardinality; ///< of base
    Project project;                ///< under way
    EntityId outbox;                ///< one for all copies; 0 until needed
    std::vector<std::string> refused;
    std::map<PatternId, PatternId> causes;
    std::map<EntityId, std::string> rowsOf;
    std::set<PatternId> served;                                   ///< patterns with a copy of their own
    std::map<std::pair<EntityId, ColumnRef>, AttributeId> copied; ///< columns of parents in the rows of a child
    std::set<PatternId> told;                                     ///< writes that tell the outbox already
};

/// A copy that is an entity of its own: which of its attributes stands for which column.
struct CopiedEntity {
    Entity entity;
    std::map<ColumnRef, AttributeId> of;

    std::optional<ColumnRef> find(const KeyQuery& key, const ColumnRef& column) const {
        const auto at = of.find(key.canonical(column));
        return at == of.end() ? std::nullopt : std::optional(ColumnRef{entity.id, at->second});
    }
};

RateProfile scaled(RateProfile rate, double factor);
/// A name no entity, or no pattern, has yet.
std::string freeEntityName(const Project& project, const std::string& wanted);
std::string freePatternName(const Project& project, const std::string& wanted);
/// "ListOrders" → "list_orders"
std::string snakeCase(const std::string& name);
/// A copy of a column for another entity, with its statistics stated.
Attribute copiedAttribute(DeriveContext& context, const Entity& target, const ColumnRef& source, bool inKey);
/// Rows of one statement that writes: those inserted, or those that its conditions find.
double rowsOfWrite(const Cardinality& cardinality, const AccessPattern& write);
/// Rows that come into the entity a day, as stated or from the patterns.
double rowsPerDay(const Cardinality& cardinality, EntityId entity);
/// Adds a pattern of upkeep and says so in the copy.
AccessPattern& prepared(AccessPattern& upkeep, DeriveContext& context, const DerivedCopy& copy,
                        const AccessPattern& cause, const std::string& what, double times);
void keep(DeriveContext& context, DerivedCopy& copy, AccessPattern upkeep);
/// A message for each row that a write changes, and its relay.
void addOutbox(DeriveContext& context, DerivedCopy& copy, const AccessPattern& write, double rows, double bytes);

std::string whyNoColumns(const Cardinality& cardinality, const AccessPattern& pattern);
std::string whyNoDocument(const Cardinality& cardinality, const AccessPattern& pattern);
std::string whyNoRows(const Cardinality& cardinality, const AccessPattern& pattern);
std::string whyNoGroups(const Cardinality& cardinality, const AccessPattern& pattern);
bool isGrouped(const AccessPattern& pattern);

void deriveColumns(DeriveContext& context, DerivedCopy& copy);
void deriveDocument(DeriveContext& context, DerivedCopy& copy);
/// Rows of the query, or groups of them.
void deriveRows(DeriveContext& context, DerivedCopy& copy);
/// The patterns that keep an entity of copied rows in step with its sources.
void keepRows(DeriveContext& context, DerivedCopy& copy, const KeyQuery& key, const CopiedEntity& rows, bool grouped,
              double pushed);

} // namespace shardscape::model
