// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/engine/engine_profile.h"
#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// The column by whose time rows of an entity leave in partitions: one that every unique key and index has, because a
/// partitioned table has no other unique ones; nullptr when there is none, or nothing leaves in partitions.
const Attribute* partitionColumn(const Entity& entity);

/// The project with the tables whose rows leave in partitions of time (RowRemoval::Partitions) partitioned by it, as
/// PostgreSQL has it, with a default partition; those that are partitioned already, are referred to, or have no column
/// for it stay as they are.
Project partitionedByTime(const Project& project);

/// Comments for the end of a schema: how partitions are made and dropped in time, and why a table has none. For
/// MySQL and MariaDB also the statements that partition tables; those with foreign keys they refuse. SQLite has none.
std::string timePartitions(const Project& project, const EngineProfile& profile, const Design& design);

} // namespace shardscape::model
