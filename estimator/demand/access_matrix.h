// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/schema/project.h"

namespace shardscape::estimator {

/// Which pattern touches which entity, and how often: statements a second on average, before caches and fan-out.
struct AccessMatrix {
    /// A statement counts once for each entity that it touches: reading a joined one, writing the one it changes, both
    /// where a statement reads what it writes (an insert that selects from another entity reads that one).
    struct Cell {
        std::size_t pattern = 0; ///< row
        std::size_t entity = 0;  ///< column
        double reads = 0;        ///< 1/s
        double writes = 0;       ///< 1/s
    };
    struct Total {
        double reads = 0;
        double writes = 0;
    };
    std::vector<model::PatternId> patterns;
    std::vector<model::EntityId> entities; ///< those that a pattern touches, the busiest first
    std::vector<Cell> cells;               ///< by row, then column
    std::vector<Total> ofPatterns;         ///< of the statement itself: once, however many entities it touches
    std::vector<Total> ofEntities;
    Total all; ///< of all statements

    const Cell* find(std::size_t pattern, std::size_t entity) const;
};

AccessMatrix accessMatrix(const model::Project& project);

/// What the ratio of reads to writes suggests about where the data is kept (A2), as a rule of thumb: the bands are
/// factors of ten, as capacity planning commonly draws them; the plans and figures of a layout say more.
struct StorageStrategy {
    std::string band;   ///< "reads dominate"
    std::string advice; ///< one sentence
};
/// Reads and writes a second. Nothing of both: a strategy without advice.
StorageStrategy storageStrategy(double reads, double writes);

} // namespace shardscape::estimator
