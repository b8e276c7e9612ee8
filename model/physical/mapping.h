// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/engine/engine_profile.h"
#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// Lays a project out on an engine: one rule set per mapping family (P2), a pure function.
///
/// Relational: normalised tables, with the indexes that the access patterns need and the declared ones lack.
/// WideColumn: one table per query, partition and clustering keys from its predicates and order.
/// SingleTable: one item table with composed keys, global indexes for the other ways in.
/// Cache: a keyspace in front of the point and list reads that tolerate staleness.
///
/// What the layout overrides is honoured; every choice made for the user is a note or a reason in the design.
/// Errors: Unsupported when the profile's family has no rules.
Result<Design> mapProject(const Project& project, const EngineProfile& profile, const Layout& layout);

} // namespace shardscape::model
