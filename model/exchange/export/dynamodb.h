// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// A JSON array of CreateTable requests (DynamoDB API 2012-08-10), one for each item table, with its global indexes.
/// Attributes are defined for keys alone, as the service demands; tables are billed on demand. Expiry of items is not
/// part of CreateTable.
std::string writeDynamoTables(const Project& project, const Design& design);

} // namespace shardscape::model
