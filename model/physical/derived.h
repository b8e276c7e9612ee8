// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/base/ids.h"

namespace shardscape::model {

/// How a copy is kept in step with what it copies (P5, P8).
enum class UpkeepPath {
    Transaction, ///< the application writes it in the transaction of the row: never stale, and the write waits for it
    Trigger,     ///< the database does so
    Outbox,      ///< a message is written in the transaction, a relay applies it afterwards
    Cdc,         ///< a reader of the engine's log applies it afterwards
    DualWrite,   ///< the application writes here and there; no transaction holds the two together
    Periodic,    ///< made anew every so often
};
const char* name(UpkeepPath path);

struct Upkeep {
    UpkeepPath path = UpkeepPath::Cdc;
    std::optional<double> periodSeconds; ///< Periodic: from one run to the next; unset = assumed
    std::optional<double> lagSeconds;    ///< Outbox, Cdc, DualWrite: until a change is applied; unset = assumed
    bool operator==(const Upkeep&) const = default;
};

/// Whether a copy written by this path is there when the write is acknowledged.
bool isSynchronous(UpkeepPath path);

enum class DerivedKind {
    CopiedColumns,    ///< columns of joined parents stand in the rows of the child
    Embedded,         ///< the children stand in the parent's row as one document
    Aggregate,        ///< counts and sums are kept, one row for each group
    MaterializedView, ///< the result of the query is a table
    ReadModel,        ///< the same, fed by the writes of others (CQRS)
    Projection,       ///< a read model made from a log of events, which is the truth
};
const char* name(DerivedKind kind);

/// A copy that a layout keeps so that one pattern is served without joining or counting. What it holds follows from the
/// pattern: model/physical/derive.h makes structures and upkeep of it.
struct Derived {
    DerivedKind kind = DerivedKind::MaterializedView;
    PatternId pattern; ///< the reading pattern it serves
    Upkeep upkeep;
    /// Parents with more children than this are not copied to each of them, but read when asked (hybrid fan-out, P6);
    /// unset = all are copied.
    std::optional<double> largestFanOut;
    bool operator==(const Derived&) const = default;
};

/// What a layout is to an ownership boundary (P8): where its truth lies, or a copy of it.
struct BoundaryRole {
    BoundaryId boundary;
    bool truth = true;
    Upkeep upkeep; ///< of a copy: how it follows the truth
    bool operator==(const BoundaryRole&) const = default;
};

} // namespace shardscape::model
