// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::app {

/// A type in the short words people know from SQL: "uuid", "varchar(30)", "timestamptz", "numeric(12,2)", "text[]", the
/// name of an enumeration, or the native spelling where that says more.
std::string typeText(const model::Project& project, const model::Type& type);

/// Reads such a text: SQL's words, the model's own ("int64", "string"), enumerations of the project. What is not known
/// is taken as the engine's own type. Errors: Invalid when empty or when length or precision is not a number.
model::Result<model::Type> parseType(const model::Project& project, const std::string& text);

/// The words to offer while a type is typed, most used first.
std::vector<std::string> typeWords(const model::Project& project);

} // namespace shardscape::app
