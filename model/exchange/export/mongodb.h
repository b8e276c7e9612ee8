// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// A design on MongoDB for its shell (mongosh): collections with validators ($jsonSchema), indexes, expiry, and
/// sharding with more than one partition. "project" is the one that the design means, see projectOn().
std::string writeMongoCollections(const Project& project, const Design& design);

} // namespace shardscape::model
