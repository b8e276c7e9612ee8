// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// Adds the pattern of the draft (its shape read from SQL by parsePatternSql) under the id before.nextId.
/// Errors: Invalid name, rate, popularity or reference; Conflict when the name is taken.
Result<Project> addPattern(const Project& project, AccessPattern draft);
/// All properties at once; the id says which pattern. Errors as for addPattern.
Result<Project> changePattern(const Project& project, AccessPattern pattern);
Result<Project> removePatterns(const Project& project, const std::vector<PatternId>& patterns);
Result<Project> renamePattern(const Project& project, PatternId pattern, const std::string& name);
/// Errors: Invalid for negative or non-finite rates, a trough outside 0 … 1, weekly weights that sum to nothing.
Result<Project> setPatternRate(const Project& project, PatternId pattern, const RateProfile& rate);
/// Errors: Invalid for theta < 0, shares outside 0 … 1, alpha <= 1, a sample without a file.
Result<Project> setPatternPopularity(const Project& project, PatternId pattern, const KeyPopularity& popularity);
Result<Project> setPatternConsistency(const Project& project, PatternId pattern, const Consistency& consistency);
/// The p99 wanted, in seconds; unset for none. Errors: Invalid unless positive.
Result<Project> setPatternP99(const Project& project, PatternId pattern, std::optional<double> seconds);
Result<Project> setPatternComment(const Project& project, PatternId pattern, const std::string& comment);

} // namespace shardscape::model
