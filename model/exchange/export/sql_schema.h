// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/engine/engine_profile.h"
#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// The design in the SQL of MySQL and MariaDB or of SQLite: tables with keys, checks and defaults, foreign keys, and
/// all indexes, those proposed with their reason as a comment. What the dialect cannot say is a comment at the place
/// where it would stand ("-- not carried over: …"), never dropped in silence.
/// MySQL: InnoDB, utf8mb4 with the binary collation, so that texts compare as in PostgreSQL.
/// SQLite: foreign keys are checked once the connection says PRAGMA foreign_keys = ON.
std::string writeSqlSchema(const Project& project, const EngineProfile& profile, const Design& design);

} // namespace shardscape::model
