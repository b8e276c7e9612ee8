// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/demand/access_matrix.h"

#include <algorithm>
#include <map>

namespace shardscape::estimator {

using namespace model;

namespace {

/// The bands lie around 100:1, 10:1, 1:1, 1:10 and 1:100; neighbours meet at their geometric means, 10^1.5 and 10^0.5.
constexpr double kDominated = 31.6;
constexpr double kHeavy = 3.16;

} // namespace

const AccessMatrix::Cell* AccessMatrix::find(std::size_t pattern, std::size_t entity) const {
    const auto at =
        std::lower_bound(cells.begin(), cells.end(), std::pair(pattern, entity),
                         [](const Cell& cell, const auto& key) { return std::pair(cell.pattern, cell.entity) < key; });
    return at != cells.end() && at->pattern == pattern && at->entity == entity ? &*at : nullptr;
}

AccessMatrix accessMatrix(const Project& project) {
    AccessMatrix matrix;
    std::map<EntityId, AccessMatrix::Total> touched;
    std::vector<std::map<EntityId, AccessMatrix::Total>> rows;
    for (const AccessPattern& pattern : project.patterns) {
        const double rate = pattern.rate.average.value;
        const bool writes = isWrite(pattern.verb);
        std::map<EntityId, AccessMatrix::Total> row;
        if (pattern.entity)
            (writes ? row[pattern.entity].writes : row[pattern.entity].reads) = rate;
        for (EntityId joined : pattern.joined)
            row[joined].reads = rate;
        for (const auto& [entity, total] : row) {
            touched[entity].reads += total.reads;
            touched[entity].writes += total.writes;
        }
        matrix.patterns.push_back(pattern.id);
        matrix.ofPatterns.push_back({writes ? 0 : rate, writes ? rate : 0});
        (writes ? matrix.all.writes : matrix.all.reads) += rate;
        rows.push_back(std::move(row));
    }
    for (const auto& [entity, total] : touched)
        matrix.entities.push_back(entity);
    std::stable_sort(matrix.entities.begin(), matrix.entities.end(), [&](EntityId a, EntityId b) {
        return touched[a].reads + touched[a].writes > touched[b].reads + touched[b].writes;
    });
    std::map<EntityId, std::size_t> columns;
    for (EntityId entity : matrix.entities) {
        columns[entity] = matrix.ofEntities.size();
        matrix.ofEntities.push_back(touched[entity]);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::vector<AccessMatrix::Cell> cells;
        for (const auto& [entity, total] : rows[row])
            cells.push_back({row, columns[entity], total.reads, total.writes});
        std::sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) { return a.entity < b.entity; });
        matrix.cells.insert(matrix.cells.end(), cells.begin(), cells.end());
    }
    return matrix;
}

StorageStrategy storageStrategy(double reads, double writes) {
    if (reads <= 0 && writes <= 0)
        return {"no traffic", ""};
    if (writes <= 0 || reads / writes >= kDominated)
        return {"reads dominate", "cache it and add read replicas; copies and ready answers cost little to keep"};
    if (reads / writes >= kHeavy)
        return {"mostly reads",
                "denormalised read models and indexes pay; read replicas take the load off the primary"};
    if (writes / std::max(reads, 1e-300) >= kDominated)
        return {"writes dominate",
                "append only, to a log or a columnar store; drop and roll up by time instead of deleting rows"};
    if (writes / reads >= kHeavy)
        return {"mostly writes", "storage that appends (LSM trees, time partitions), few indexes, writes in batches"};
    return {"balanced",
            "partition by the key that readers and writers share, and index for both; one normalised copy will do"};
}

} // namespace shardscape::estimator
