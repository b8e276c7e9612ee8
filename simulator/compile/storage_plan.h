// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "estimator/summary/estimate.h"
#include "model/engine/engine_profile.h"
#include "model/schema/project.h"
#include "simulator/storage/months.h"

namespace shardscape::simulator {

struct StoragePlan {
    StorageDesign design;           ///< a table for each structure that is stored, in the estimate's order
    std::vector<std::string> notes; ///< what is left out, one sentence each
};

/// Turns an estimate into what months of storage are simulated from: rows, bytes a row and inflow of each structure,
/// growth and retention of its entity, replicas and nodes; compaction as the engine's profile has it, where the store
/// is log-structured. Copies of an entity's rows come in as the entity's do.
StoragePlan planStorage(const model::Project& project, const model::EngineProfile& profile,
                        const estimator::Estimate& estimate);

} // namespace shardscape::simulator
