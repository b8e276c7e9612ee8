// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rule sets behind mapProject(), one a family. Not for use outside model/physical.
#pragma once

#include <unordered_map>
#include <vector>

#include "model/engine/engine_profile.h"
#include "model/physical/design.h"
#include "model/physical/query.h"

namespace shardscape::model {

/// What every rule set works on. All references outlive the mapping.
struct MappingInput {
    const Project& project;
    const EngineProfile& profile;
    const Layout& layout;
    Cardinality cardinality;
    std::vector<Query> queries;                                               ///< one a pattern, in the project's order
    std::unordered_map<EntityId, std::vector<std::size_t>> queriesOf;         ///< that read the entity
    std::unordered_map<EntityId, std::vector<const AccessPattern*>> writesOf; ///< patterns that write the entity
    std::unordered_map<EntityId, double> writesPerSecond;                     ///< statements a second at the peak

    MappingInput(const Project& project, const EngineProfile& profile, const Layout& layout);
};

Design mapRelational(const MappingInput& input);
Design mapWideColumn(const MappingInput& input);
Design mapSingleTable(const MappingInput& input);
Design mapColumnar(const MappingInput& input);
Design mapTimeSeries(const MappingInput& input);
Design mapLog(const MappingInput& input);
Design mapSearch(const MappingInput& input);
/// The cache keyspaces in front of a design, appended to it.
void addCaches(const MappingInput& input, Design& design);

/// Entities with parents before children, as far as cycles allow; ties in the project's order.
std::vector<const Entity*> creationOrder(const Cardinality& cardinality);

} // namespace shardscape::model
