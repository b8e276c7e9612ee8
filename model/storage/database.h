// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// "Shsc" in the header of every project file, where SQLite keeps the application id.
inline constexpr std::uint32_t kApplicationId = 0x53687363;
/// The version of the tables, in SQLite's user_version.
inline constexpr int kFileVersion = 2;

/// The project as an SQLite database: a table for each kind of object with a column for each property (units end the
/// column names), views that join what people ask for, JSON only for small nested shapes. See README.
/// Errors: Io with what SQLite said (memory exhausted).
Result<std::string> toDatabase(const Project& project);

/// The project in the bytes of such a file; "file" is for messages only, nothing is opened. fromDatabase(toDatabase(p))
/// == p. Errors: Invalid when the bytes are empty, cut short, damaged or of something else; Unsupported when they are
/// newer.
Result<Project> fromDatabase(std::string bytes, const std::string& file);

} // namespace shardscape::model
