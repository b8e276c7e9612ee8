// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estimator/planning/plan.h"
#include "model/engine/engine_profile.h"
#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::estimator {

/// How one pattern is served by a design: which structures and indexes, how many partitions and rows.
/// Always gives a plan; one without steps has shape Unserved and says why.
Plan planPattern(const model::Project& project, const model::EngineProfile& profile, const model::Design& design,
                 const model::AccessPattern& pattern);

} // namespace shardscape::estimator
