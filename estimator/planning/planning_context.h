// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the planners of the families share. Not for use outside estimator/planning.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "estimator/planning/plan.h"
#include "model/engine/engine_profile.h"
#include "model/physical/design.h"
#include "model/physical/query.h"

namespace shardscape::estimator {

struct PlanningContext {
    const model::Project& project;
    const model::EngineProfile& profile;
    const model::Design& design;
    model::Cardinality cardinality;
    std::unordered_map<model::EntityId, std::vector<const model::Structure*>> structuresOf; ///< without caches
    std::unordered_map<model::PatternId, const model::Structure*> cacheOf;
    std::unordered_map<model::PatternId, std::vector<const model::Structure*>> invalidated;
    std::unordered_map<std::string, const model::Structure*> byName;

    PlanningContext(const model::Project& project, const model::EngineProfile& profile, const model::Design& design);
    double partitions() const { return design.placement.partitions; }
};

Plan planRelational(const PlanningContext& context, const model::AccessPattern& pattern);
Plan planWideColumn(const PlanningContext& context, const model::AccessPattern& pattern);
Plan planSingleTable(const PlanningContext& context, const model::AccessPattern& pattern);
Plan planColumnar(const PlanningContext& context, const model::AccessPattern& pattern);
Plan planTimeSeries(const PlanningContext& context, const model::AccessPattern& pattern);
Plan planSearch(const PlanningContext& context, const model::AccessPattern& pattern);
Plan planLog(const PlanningContext& context, const model::AccessPattern& pattern);
Plan planCacheAlone(const PlanningContext& context, const model::AccessPattern& pattern);

/// Different partitions that this many keys fall on: P (1 − (1 − 1/P)^n), keys placed independently.
double partitionsOfKeys(double partitions, double keys);

/// Whether rows read grow with the data and nothing stops them; the sentence says why, and is empty otherwise.
/// "stops": the limit ends reading early on this design. "searched": conditions that look inside values were answered
/// by an index.
std::string whyUnbounded(const PlanningContext& context, const model::Query& query, bool stops, bool searched);

/// Text search, containment, nearness: no order of whole values answers them.
bool looksInside(const model::Predicate* condition);

/// What a query returns of the rows that match: groups, one row of an aggregate, a page.
double rowsReturned(const PlanningContext& context, const model::Query& query, double rows);

/// The number as people write it: "50", "1.2 M".
std::string rowsText(double rows);
/// "1 row", "3 rows", "1.2 M rows".
std::string counted(double number, const char* one, const char* many = nullptr);
/// "user_id" or "user_id, status".
std::string columnNames(const model::Entity& entity, const std::vector<model::AttributeId>& columns);

/// Sums the steps into the plan and derives its shape, unless it is unserved.
void finish(Plan& plan);

} // namespace shardscape::estimator
