// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/ids.h"
#include "model/physical/design.h"

namespace shardscape::estimator {

enum class StepKind {
    CacheLookup, ///< answers from memory, or goes on to the next step
    PointRead,   ///< one row by its whole key
    IndexRange,  ///< a contiguous run of an index
    KeyRange,    ///< a contiguous run of rows within one partition
    Fetch,       ///< rows behind index entries, one each
    Scan,        ///< everything there is
    Filter,      ///< rows dropped after reading
    Sort,        ///< rows ordered after reading
    Write,       ///< rows written to a structure, with its indexes
};

/// One thing the engine does to serve a request. Averages over requests; reads and writes at one structure.
struct PlanStep {
    StepKind kind = StepKind::PointRead;
    std::string structure;   ///< name in the design
    model::EntityId entity;  ///< whose rows, where a structure holds those of several; 0 = the pattern's
    std::string index;       ///< name of the index used, empty for the structure itself
    double partitions = 1;   ///< partitions touched
    double repeat = 1;       ///< how often the step happens for a request (a nested loop's inner side)
    double rowsRead = 0;     ///< in all repeats
    double rowsReturned = 0; ///< passed on
    double bytesRead = 0;
    double rowsWritten = 0;
    double indexesWritten = 0; ///< secondary index entries written in all
    bool parallel = false;     ///< its partitions are asked at the same time
    std::vector<model::ColumnRef>
        routedBy;     ///< the logical columns whose value picks the partition; empty = all or none
    std::string text; ///< in words: "route user_id → 1 partition"
};

/// How the pattern is served, at a glance.
enum class PlanShape {
    One,      ///< one partition
    Few,      ///< a known small number
    Scatter,  ///< every partition
    Unserved, ///< no structure can answer it
};

struct Plan {
    model::PatternId pattern;
    std::string engine;
    std::vector<PlanStep> steps;
    PlanShape shape = PlanShape::One;
    bool unbounded = false; ///< rows read grow with the data and nothing stops them
    std::string why;        ///< one sentence when unserved, unbounded or a scatter; empty otherwise
    double partitionsTouched = 1;
    double rowsRead = 0; ///< rows and index entries looked at; a row fetched behind its entry counts once
    double rowsReturned = 0;
    double bytesRead = 0; ///< payload of them, without the engine's overheads
    double writes = 0;    ///< rows and index entries written in all structures
};

const char* name(PlanShape shape);
const char* name(StepKind kind);

} // namespace shardscape::estimator
