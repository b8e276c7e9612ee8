// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "estimator/summary/estimate.h"
#include "model/physical/derive.h"

namespace shardscape::estimator {

/// What a copy costs that a layout keeps (P5).
///
/// - Staleness: none when written in the transaction; the lag + the time to write the rows of the largest parent
///   through an outbox or a log; the period when made anew.
/// - Making it from nothing: its sources are read, its rows written, by the servers free beside the traffic. Of a
///   projection the events are applied again one by one while new ones come in: events ÷ (events applied a second −
///   events that come in), an event costs being read and the rows that it writes on average.
struct KeptCopy {
    model::DerivedCopy copy;
    std::string name;             ///< "read model, from the engine's log (CDC)"
    Figure staleness;             ///< the oldest answer
    Figure rowsWritten;           ///< rows and index entries a second that keep it in step
    Figure bytesWritten;          ///< a second, one copy
    Figure servers;               ///< kept busy by that
    Figure bytes;                 ///< that it takes, one copy; of columns and documents without the rows they stand in
    Figure rebuild;               ///< time; infinite when events come in faster than they are applied
    std::optional<Figure> events; ///< Projection: that are kept
};

/// In the order of the layout. "project" is the one without copies, as it was given to estimate().
std::vector<KeptCopy> keptCopies(const model::Project& project, const model::EngineProfile& profile,
                                 const Estimate& estimate);

/// Of a copy in a design that has it.
Figure stalenessOf(const model::DerivedCopy& copy, const model::EngineProfile& profile, const Estimate& estimate);

/// "read model, from the engine's log (CDC), of parents with up to 10.0 k"
std::string nameOf(const model::Derived& derived);

} // namespace shardscape::estimator
