// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/schema/project.h"

namespace shardscape::model {

/// The workload file of a project: volumes, statistics, requirements, boundaries, layouts and access patterns as
/// annotated SQL. importWorkload on the same schema reads it back to the same values, to the last digit.
///
/// What a workload file cannot say is not in it: comments in front of a pattern's statement other than the pattern's
/// own, and settings without effect, such as the hour of a peak in a steady rate.
std::string writeWorkload(const Project& project);

} // namespace shardscape::model
