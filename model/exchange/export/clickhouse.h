// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// A design on ClickHouse as SQL: a MergeTree a table with its sort key, months and expiry; replicated with more than
/// one copy; behind a Distributed table with more than one shard (macros {cluster}, {shard} and {replica} of the
/// servers).
std::string writeClickhouseDdl(const Project& project, const Design& design);

/// A name as ClickHouse takes any: in backticks.
std::string clickhouseIdentifier(const std::string& name);

} // namespace shardscape::model
