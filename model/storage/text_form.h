// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// The version of the text form, in its first line. It is raised when a field is renamed, loses its meaning or
/// gets another default; an added field needs no new version to be read, but older programs refuse it by name.
inline constexpr int kTextFormVersion = 1;

/// The whole project as text, for version control and for reading: an object a block, a property a line, objects in the
/// order of their ids, members that are as in a new object left out, strings of several lines as lines. Equal projects
/// give equal text.
std::string dumpProject(const Project& project);

/// Reads what dumpProject wrote, or a person edited. The name of the file is for messages only.
/// loadProject(dumpProject(p)) == p. Errors: Invalid with file, line, column and advice; Unsupported for a newer
/// version.
Result<Project> loadProject(const std::string& text, const std::string& file);

} // namespace shardscape::model
