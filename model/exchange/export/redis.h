// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// The key design of the caches of a design as a Markdown document: for each keyspace its key, type, fields, commands,
/// time to live, what drops it, how many entries there can be and how large their values are.
std::string writeRedisKeys(const Project& project, const Design& design);

} // namespace shardscape::model
