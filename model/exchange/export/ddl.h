// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/base/result.h"
#include "model/engine/engine_profile.h"
#include "model/physical/derive.h"
#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// The native schema of a design, ready to run: SQL for PostgreSQL, MySQL, MariaDB and SQLite, CQL for Cassandra, a
/// JSON array of CreateTable requests for DynamoDB, a key-design document for Redis. Every name is quoted as the
/// dialect wants. Errors: Unsupported when the engine has no dialect.
Result<std::string> writeDdl(const Project& project, const EngineProfile& profile, const Design& design);

/// The same with the copies that a layout keeps (withKept): PostgreSQL's materialized views, and how the others are
/// filled and kept in step, as comments where the dialect has them.
Result<std::string> writeDdl(const Derivation& kept, const EngineProfile& profile, const Design& design);

/// PostgreSQL DDL of the logical schema alone, as imported or drawn: loads into PostgreSQL 15 and imports again to an
/// equal model. writeDdl adds the indexes of the design.
std::string writePostgresSchema(const Project& project);

} // namespace shardscape::model
