// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// CQL that creates the keyspace and the tables of the design (Cassandra 4.1). Replication is by datacenter: one of the
/// name that a fresh cluster has, or one for each region of the requirements. Rows with a retention get a time to live.
std::string writeCql(const Project& project, const Design& design);

/// The name as CQL wants it: bare when it is lower case and no reserved word, else in double quotes.
std::string cqlIdentifier(const std::string& name);
/// In single quotes.
std::string cqlString(const std::string& text);

} // namespace shardscape::model
