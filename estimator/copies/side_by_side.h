// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "estimator/summary/estimate.h"
#include "model/physical/derived.h"
#include "model/physical/layout.h"
#include "model/price/price_sheet.h"

namespace shardscape::estimator {

/// Normalised against denormalised, side by side (P5): each way to keep a copy for a reading pattern is added to the
/// layout, as if it were kept (model/physical/derive.h), and estimated like any other design; the differences are what
/// it buys and costs. A pattern whose copy is kept already is compared in the layout without that copy.
///
/// - Work: rate × service time × copies of every visit at the database (latency/service.h), at average rates; caches
///   are taken off. Reads are the patterns that the copy serves, with what they ask beside it; writes those that change
///   what is copied, with their upkeep.
/// - The ratio at which the answer turns: reads r and writes w a second cost r a + w b normalised and r a' + w b' + f
///   with the copy, f what a periodic copy costs whatever happens: equal at r/w = ((b' − b) + f/w) ÷ (a − a').
/// - Staleness: none when written in the transaction; the lag + the time to write the rows of the largest parent
///   through an outbox or a log; the period when made anew.
/// - A write that waits for its copy: its p99 + the p99 of the upkeep, an upper bound as percentiles do not add.
struct CopyNumbers {
    Figure p99;          ///< of the reading pattern; infinite when overloaded
    Figure rowsRead;     ///< by one request
    Figure steps;        ///< of its plan
    Figure partitions;   ///< asked by one request
    Figure readServers;  ///< kept busy by the reads
    Figure writeServers; ///< kept busy by the writes and their upkeep
    Figure servers;      ///< both
    Figure rowsWritten;  ///< rows and index entries a second, of the writes and their upkeep
    Figure bytesWritten; ///< a second: rows written × bytes of a row, one copy
    Figure storage;      ///< of the whole design, replicated
    Figure nodes;
    std::optional<Figure> costMonth;
    Figure staleness;               ///< the oldest answer
    std::optional<Figure> rebuild;  ///< making the copy from nothing, or replaying its events; unset without a copy
    std::optional<Figure> writeP99; ///< of the slowest write, with what it waits for; unset without writes
};

struct CopyOption {
    model::Derived derived;
    std::string name; ///< "read model, from the engine's log (CDC)"
    CopyNumbers numbers;
    std::optional<Figure> turningRatio; ///< reads a write at which it costs as much; 0: pays at any, unset: at none
    bool paysBelow = false;             ///< it spares writes rather than reads, so it pays below that ratio
    bool wins = false;                  ///< less work than normalised, at the ratio of now
    bool kept = false;                  ///< the layout keeps it
    std::string verdict;                ///< one or two sentences
    std::vector<std::string> notes;
};

struct SideBySide {
    model::PatternId pattern;
    std::string name;
    bool kept = false; ///< the layout keeps one of the options; all else is said of the layout without it
    Figure ratio;      ///< reads a write, now
    CopyNumbers normalised;
    std::vector<CopyOption> options;
    std::string verdict;              ///< what wins at this ratio and where it turns
    std::vector<std::string> refused; ///< kinds that cannot be, with why
};

struct SideBySideOptions {
    std::string prices;                 ///< as OutlookOptions::prices
    int patterns = 5;                   ///< most compared: those that keep most servers busy
    std::vector<model::PatternId> only; ///< compare these alone; empty = choose
};

struct SideBySides {
    std::vector<SideBySide> patterns;
    int left = 0; ///< patterns with copies to compare that were left out
};

/// Errors: those of estimate(); Cancelled. "progress" gets the share that is done.
model::Result<SideBySides> sideBySide(const model::Project& project, const model::EngineProfile& profile,
                                      const model::Layout& layout, const Estimate& estimate,
                                      const model::PriceBook& prices, const SideBySideOptions& options = {},
                                      const std::stop_token& stop = {},
                                      const std::function<void(double)>& progress = {});

} // namespace shardscape::estimator
