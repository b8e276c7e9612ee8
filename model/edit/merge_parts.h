// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/edit/merge_match.h"

namespace shardscape::model {

/// What is needed to carry the changed parts of one entity over.
struct PartContext {
    const Project& before;
    const Project& after;
    const EntityMatch& pair;
    const std::map<AttributeId, AttributeId>& toAfter; ///< attributes of "before"
    const std::map<AttributeId, AttributeId>& toOurs;  ///< attributes of "after"
};

/// Carries over what differs in keys, checks, exclusions, indexes, partitioning, options, comment and volume of an
/// entity. Internal to mergeSchema.
Result<Project> mergeParts(const Project& project, const PartContext& context);

} // namespace shardscape::model
