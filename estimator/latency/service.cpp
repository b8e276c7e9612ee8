// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/latency/service.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace shardscape::estimator {

using namespace model;

namespace {

/// The capacities of an engine in seconds.
struct Costs {
    double pointRead, pointWrite, rowRead, rowFetch, rowScan, rowSort, rowWrite, indexWrite;
    double byteScan;                                           ///< column stores; 0 elsewhere: rows count, not bytes
    double byteRead, byteWrite, readRoundTrip, writeRoundTrip; ///< 0 where nobody measured them
    std::optional<double> readSpread, writeSpread;

    Costs(const EngineProfile& profile, const std::string& prefix) {
        const auto micro = [&](const char* key) { return profile.value(prefix + "capacity." + key) * 1e-6; };
        pointRead = micro("point_read_us");
        pointWrite = micro("point_write_us");
        rowRead = micro("row_read_us");
        rowFetch = micro("row_fetch_us");
        rowSort = micro("row_sort_us");
        rowWrite = micro("row_write_us");
        indexWrite = micro("index_write_us");
        byteRead = micro("byte_read_us");
        byteWrite = micro("byte_write_us");
        readRoundTrip = micro("read_round_trip_us");
        writeRoundTrip = micro("write_round_trip_us");
        readSpread = profile.find(prefix + "capacity.read_spread_ratio");
        writeSpread = profile.find(prefix + "capacity.write_spread_ratio");
        const double scanned = profile.value(prefix + "capacity.rows_scanned_per_s");
        rowScan = scanned > 0 ? 1 / scanned : 0;
        const double bytes = profile.value(prefix + "capacity.bytes_scanned_per_s");
        byteScan = bytes > 0 ? 1 / bytes : 0;
    }
};

/// Work of a step beyond the one point access that a visit costs anyway. Over all its partitions.
double rowWork(const PlanStep& step, bool first, const Costs& c) {
    const double rows = std::max(0.0, step.rowsRead);
    switch (step.kind) {
    case StepKind::CacheLookup: return std::max(0.0, rows - 1) * c.rowRead;
    case StepKind::PointRead: return std::max(0.0, std::max(rows, step.repeat) - (first ? 1 : 0)) * c.rowFetch;
    case StepKind::IndexRange:
    case StepKind::KeyRange: {
        if (c.byteScan > 0)
            return step.bytesRead * c.byteScan;
        // Each repeat descends the tree anew; the rows behind its first entry lie beside each other.
        const double descents = std::max(0.0, step.repeat - (first ? 1 : 0));
        return descents * c.rowFetch + std::max(0.0, rows - step.repeat) * c.rowRead;
    }
    case StepKind::Fetch: return rows * c.rowFetch;
    case StepKind::Scan: return c.byteScan > 0 ? step.bytesRead * c.byteScan : rows * c.rowScan;
    case StepKind::Filter: return 0; // part of reading the rows
    case StepKind::Sort: return rows * c.rowSort;
    case StepKind::Write: {
        const double written = step.rowsWritten;
        const double entries = written > 0 ? step.indexesWritten / std::max(1.0, written) : step.indexesWritten;
        return std::max(0.0, written - (first ? 1 : 0)) * c.rowWrite + entries * c.indexWrite;
    }
    }
    return 0;
}

double furtherWork(const PlanStep& step, bool first, const Costs& c) {
    return rowWork(step, first, c) + (step.kind == StepKind::Scan ? 0 : step.bytesRead * c.byteRead);
}

int quorum(int replicas, const AccessPattern& pattern) {
    const bool latest = pattern.consistency.kind == ConsistencyKind::Strong ||
                        pattern.consistency.kind == ConsistencyKind::ReadYourWrites;
    return latest ? replicas / 2 + 1 : 1;
}

bool sameVisit(const ServiceStage& stage, const PlanStep& before, const PlanStep& step, Replication replication,
               bool cache) {
    if (stage.cache != cache)
        return false;
    if (step.kind == StepKind::Filter || step.kind == StepKind::Sort)
        return true;
    if (before.kind == StepKind::Write && step.kind != StepKind::Write && replication != Replication::Leader)
        return false;
    if (replication != Replication::Leader && step.structure != stage.structure)
        return false;
    return std::abs(step.partitions - stage.subRequests) < 0.5 || step.partitions <= 1;
}

} // namespace

int serversPerNode(const EngineProfile& profile, bool cache) {
    return std::max(1, static_cast<int>(profile.value(cache ? "cache.capacity.servers_per_node_count"
                                                            : "capacity.servers_per_node_count")));
}

const char* coresConstant(const EngineProfile& profile) {
    return profile.find("capacity.cores_per_node_count") ? "capacity.cores_per_node_count"
                                                         : "capacity.servers_per_node_count";
}

std::vector<ServiceStage> stagesOf(const Plan& plan, const AccessPattern& pattern, const EngineProfile& profile,
                                   const Design& design, const Cardinality* cardinality) {
    const bool memoryEngine = profile.mapping == MappingFamily::Cache;
    const Costs own(profile, "");
    const Costs ofCache(profile, memoryEngine ? "" : "cache.");
    const int replicas = std::max(1, design.placement.replicas);
    std::vector<ServiceStage> stages;
    std::vector<double> further;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const PlanStep& step = plan.steps[i];
        const Structure* structure = design.find(step.structure);
        const bool cache = !memoryEngine && (step.kind == StepKind::CacheLookup ||
                                             (structure && structure->kind == StructureKind::Cache));
        const Costs& costs = cache ? ofCache : own;
        const bool isWrite = step.kind == StepKind::Write;
        const double ofBytes = isWrite && structure && !cache && cardinality && costs.byteWrite > 0
                                   ? step.rowsWritten *
                                         cardinality->rowBytes(step.entity ? step.entity : structure->entity) *
                                         costs.byteWrite
                                   : 0;
        if (!stages.empty() && sameVisit(stages.back(), plan.steps[i - 1], step, profile.replication, cache)) {
            ServiceStage& stage = stages.back();
            stage.steps.push_back(i);
            further.back() += furtherWork(step, isWrite && !stage.write, costs) + ofBytes;
            stage.write = stage.write || isWrite;
            continue;
        }
        ServiceStage stage;
        stage.steps = {i};
        stage.structure = step.structure;
        stage.cache = cache;
        stage.write = isWrite;
        // Writes to other structures, and dropping entries of a cache, go out together.
        stage.besidePrevious = isWrite && !stages.empty() && stages.back().write;
        stage.subRequests = std::max(1.0, step.partitions);
        stage.parallel = step.parallel;
        stage.routedBy = step.routedBy;
        stages.push_back(std::move(stage));
        further.push_back(furtherWork(step, true, costs) + ofBytes);
    }
    for (std::size_t i = 0; i < stages.size(); ++i) {
        ServiceStage& stage = stages[i];
        const Costs& costs = stage.cache ? ofCache : own;
        stage.seconds = (stage.write ? costs.pointWrite : costs.pointRead) + further[i] / stage.subRequests;
        stage.roundTripSeconds = stage.write ? costs.writeRoundTrip : costs.readRoundTrip;
        if (const std::optional<double>& spread = stage.write ? costs.writeSpread : costs.readSpread) {
            stage.kind = ServiceKind::Lognormal;
            stage.spread = *spread;
        }
        stage.strong = stage.write || quorum(3, pattern) > 1;
        if (profile.replication == Replication::Quorum && !stage.cache) {
            stage.answers = quorum(replicas, pattern);
            stage.copies = stage.write ? replicas : stage.answers;
            if (profile.storage == StorageFamily::Inverted) { // all copies in sync index it before the answer
                stage.answers = stage.copies = stage.write ? replicas : 1;
            }
            if (profile.storage == StorageFamily::Log) { // what consumers see lies on all copies in sync: acks=all
                stage.answers = !stage.write ? 1 : quorum(3, pattern) > 1 ? replicas : 1;
                stage.copies = stage.write ? replicas : 1;
            }
        }
    }
    return stages;
}

ColumnRef popularColumn(const AccessPattern& pattern) {
    if (pattern.popularityColumn.attribute)
        return pattern.popularityColumn;
    for (const Predicate& predicate : pattern.predicates)
        if (predicate.comparison == Comparison::Equal && predicate.column.attribute)
            return predicate.column;
    return pattern.assigned.empty() ? ColumnRef{} : pattern.assigned.front();
}

KeyWeights popularityOf(const AccessPattern& pattern, double distinctKeys) {
    return KeyWeights(pattern.popularity, distinctKeys);
}

} // namespace shardscape::estimator
