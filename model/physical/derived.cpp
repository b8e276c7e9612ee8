// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/derived.h"

namespace shardscape::model {

const char* name(UpkeepPath path) {
    switch (path) {
    case UpkeepPath::Transaction: return "transaction";
    case UpkeepPath::Trigger: return "trigger";
    case UpkeepPath::Outbox: return "outbox";
    case UpkeepPath::Cdc: return "cdc";
    case UpkeepPath::DualWrite: return "dual_write";
    case UpkeepPath::Periodic: return "periodic";
    }
    return "cdc";
}

bool isSynchronous(UpkeepPath path) {
    return path == UpkeepPath::Transaction || path == UpkeepPath::Trigger;
}

const char* name(DerivedKind kind) {
    switch (kind) {
    case DerivedKind::CopiedColumns: return "copied_columns";
    case DerivedKind::Embedded: return "embedded";
    case DerivedKind::Aggregate: return "aggregate";
    case DerivedKind::MaterializedView: return "materialized_view";
    case DerivedKind::ReadModel: return "read_model";
    case DerivedKind::Projection: return "projection";
    }
    return "materialized_view";
}

} // namespace shardscape::model
