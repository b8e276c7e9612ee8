// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "model/base/result.h"
#include "model/engine/engine_profile.h"
#include "model/generate/data_plan.h"
#include "model/physical/design.h"

namespace shardscape::model {

/// Takes the text of generated rows piece by piece; false ends the writing (a full disk, a person who cancels).
using TextSink = std::function<bool(std::string_view)>;

/// All rows of the plan in the SQL of the profile's dialect, tables as the design names them: COPY for PostgreSQL,
/// INSERTs of many rows in one transaction for MySQL and SQLite. Sequences are set behind the last number. Loads into
/// a database made by writeDdl() of the same design. Memory: one statement.
/// Errors: Unsupported when the engine speaks no SQL; Io when the sink ended it.
Result<void> writeSqlRows(const DataPlan& plan, const EngineProfile& profile, const Design& design,
                          const TextSink& sink);

/// One entity as CSV (RFC 4180, a header line, nulls as empty fields and empty texts in quotes), or as JSON objects,
/// one a line. Names are those of the model.
Result<void> writeCsvRows(const DataPlan& plan, EntityId entity, const TextSink& sink);
Result<void> writeJsonRows(const DataPlan& plan, EntityId entity, const TextSink& sink);

} // namespace shardscape::model
