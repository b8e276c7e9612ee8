// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "simulator/storage/sorted_files.h"

/// Storage over simulated months: rows come in and expire day by day, a log-structured store merges its files as far as
/// its compactors get, and rows move through tiers by age. A month is 365/12 days.
namespace shardscape::simulator {

/// Rows of a table between two ages, in the store or outside of it. Ages are as stated: whole partitions leave later.
struct StoredAge {
    std::string name;
    double fromDays = 0;
    double untilDays = 0; ///< 0: for ever; else where the next one begins
    double rowsKept = 1;  ///< of each row that came in: less where they are rolled up
    double rowBytes = 0;  ///< outside of the store
    bool outside = false; ///< of the store; all that follow are so too
};

/// Rows of a table, over all nodes, one copy of each.
struct StoredTable {
    std::string name;
    double rowsNow = 0;
    double rowBytes = 0;         ///< that a row costs on one copy, indexes with it
    double rowsPerDay = 0;       ///< that come in, less those deleted
    double growthRatePerDay = 0; ///< so many more a day for each that is there, on top
    double retentionDays = 0;    ///< that rows stay in the store; 0: for ever
    double partitionDays = 0; ///< time of a partition, where they leave whole, the youngest row old enough: partitions
                              ///< begin now and at its multiples; 0: rows leave one by one
    /// Youngest first, the first from 0; empty: one of all rows in the store.
    std::vector<StoredAge> ages = {};
    std::string entity = {}; ///< whose rows they are
};

/// Where rows of an age are kept.
struct StorageTier {
    std::string name;
    double untilDays = 0; ///< of age; that of the last one does not matter
};

struct StorageDesign {
    std::vector<StoredTable> tables;
    double copies = 1;                    ///< of each row
    double nodes = 1;                     ///< that share the copies evenly
    std::optional<Compaction> compaction; ///< of a log-structured store
    std::vector<StorageTier> tiers;       ///< from the youngest; may be empty
};

/// The state at the end of a month, and what happened during it. Bytes are of all copies unless said otherwise.
struct StorageMonth {
    int month = 0;
    std::vector<double> rows;                 ///< in the store, by table, one copy
    std::vector<std::vector<double>> ageRows; ///< by table and its ages, one copy
    double liveBytes = 0;
    double insertedBytes = 0;
    double expiredBytes = 0;         ///< of rows that left the store by their age, or were rolled up
    std::vector<double> tierBytes;   ///< live, by tier
    double deadBytes = 0;            ///< expired and still on disk
    double diskBytes = 0;            ///< live and dead
    double peakBytes = 0;            ///< most during the month, with the output of merges under way
    double mergedBytes = 0;          ///< written by merges
    double writeAmplification = 0;   ///< times that a byte inserted in the month was written to disk; 0 without inserts
    double debtBytes = 0;            ///< in files that wait to be merged
    double compactorUtilisation = 0; ///< share of the time that the compactors worked
};

/// Month 0 is now; its flows are 0. What is there now came in evenly over the retention, or over as long as it takes to
/// come in at today's rate where that is shorter. Without a retention it is taken as older than any tier unless it came
/// in at today's rate. Nothing is outside of the store now. Compound growth is of all rows that ever came in, also
/// those that have left. Errors: Invalid for negative or absurd numbers; Cancelled.
model::Result<std::vector<StorageMonth>> simulateMonths(const StorageDesign& design, int months,
                                                        std::stop_token stop = {});

} // namespace shardscape::simulator
