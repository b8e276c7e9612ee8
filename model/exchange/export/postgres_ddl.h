// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// PostgreSQL DDL of the project with the indexes that the design proposes, each with its reason as a comment. Declared
/// keys and indexes of the design are those of the project and appear once. See writePostgresSchema for the rest.
std::string writePostgresDdl(const Project& project, const Design& design);

/// The type as PostgreSQL spells it: "numeric(10,2)", "varchar(50)[]", "shop.order_status".
std::string postgresType(const Project& project, const Type& type);

} // namespace shardscape::model
