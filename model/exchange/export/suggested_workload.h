// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/base/units.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// A workload file to start from, for a schema that came without one: one row by the primary key of each entity, the
/// newest rows of each foreign key's parent, and an insert for each entity.
///
/// What the traffic really is, only the user knows: the text says at its head what was assumed (total split evenly,
/// nine reads for a write, uniform keys, rows where nothing is stated) and is meant to be edited. It imports as it
/// stands.
std::string suggestWorkload(const Project& project, PerSecond total);

} // namespace shardscape::model
