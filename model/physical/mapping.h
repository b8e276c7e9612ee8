// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/engine/engine_profile.h"
#include "model/physical/derive.h"
#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// Lays a project out on an engine: one rule set per mapping family (P2), a pure function.
///
/// Relational: normalised tables, with the indexes that the access patterns need and the declared ones lack.
/// WideColumn: one table per query, partition and clustering keys from its predicates and order.
/// SingleTable: one item table with composed keys, global indexes for the other ways in.
/// Columnar: a table an entity, sorted as its busiest request asks.
/// Document: collections, with bounded children inside their parents (document_view.h), and indexes.
/// Cache: a keyspace in front of the point and list reads that tolerate staleness.
///
/// What the layout overrides is honoured; every choice made for the user is a note or a reason in the design.
/// Errors: Unsupported when the profile's family has no rules.
/// The copies that the layout keeps are in the design (derive.h), with why they are there; those that cannot be are
/// notes. Of a design of several engines, what the layout holds of it (held.h) is laid out, and nothing else.
Result<Design> mapProject(const Project& project, const EngineProfile& profile, const Layout& layout);
/// The same, where the copies are made already: withKept() of the layout.
Result<Design> mapProject(const Derivation& kept, const EngineProfile& profile, const Layout& layout);

/// The project as the engine's design means it: what the layout holds, with the copies that it keeps and with children
/// inside their parents on a document engine. What plans, weighs or exports a design goes by this. Cheap: tables are
/// shared.
Project projectOn(const Project& project, const EngineProfile& profile, const Layout& layout);
/// The same, where the copies are in the project already, or none are kept.
Project projectOn(const Project& project, const EngineProfile& profile);

} // namespace shardscape::model
