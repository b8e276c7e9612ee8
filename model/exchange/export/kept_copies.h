// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/engine/engine_profile.h"
#include "model/physical/derive.h"
#include "model/physical/design.h"

namespace shardscape::model {

/// Whether PostgreSQL keeps the copy itself, as a materialized view: rows or groups of a query that are made anew.
bool isNativeView(const Derivation& kept, const DerivedCopy& copy);

/// What a relational schema says of the copies that a layout keeps, behind its tables: for PostgreSQL the materialized
/// views, with a unique index so that they can be refreshed while they are read; for all copies, as comments, what
/// keeps them in step and the statement that fills them once from the rows that are there. Empty without copies.
std::string writeKeptCopies(const Derivation& kept, const EngineProfile& profile, const Design& design);

} // namespace shardscape::model
