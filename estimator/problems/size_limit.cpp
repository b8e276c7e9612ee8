// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/problems/problems.h"

#include <fmt/format.h>

#include "estimator/size/largest_partition.h"

namespace shardscape::estimator {

using namespace model;

namespace {

void report(const ProblemInput& input, const StructureEstimate& structure, std::string id, Severity severity,
            std::string why, std::string fix, std::vector<Problem>& problems) {
    Problem problem;
    problem.id = std::move(id);
    problem.severity = severity;
    problem.where = structure.name + " on " + input.profile.title;
    problem.why = std::move(why);
    problem.fix = std::move(fix);
    problem.entity = structure.entity;
    problems.push_back(std::move(problem));
}

void checkPartitions(const ProblemInput& input, const Structure& structure, const StructureEstimate& estimate,
                     std::vector<Problem>& problems) {
    const auto advised = input.profile.find("limits.partition_advised_bytes");
    if (!advised || structure.partitionKey.empty() || estimate.rows.value() <= 0)
        return;
    const LargestPartition largest = largestPartition(input.cardinality, input.profile, structure, estimate);
    const double rows = largest.rows.value(), bytes = largest.bytes.value();
    if (bytes > *advised)
        report(input, estimate, "large-partition", Severity::Warning,
               fmt::format("its largest partition holds {} in {}, where partitions should stay under {}: reads, repair "
                           "and compaction of it are slow, and "
                           "one node carries it alone",
                           format(rows, Unit::Rows), format(bytes, Unit::Bytes), format(*advised, Unit::Bytes)),
               "add a time bucket or a number derived from a hash to the partition key", problems);
}

} // namespace

/// Rows, items, keys and partitions beyond what the engine takes.
void findSizeLimits(const ProblemInput& input, std::vector<Problem>& problems) {
    for (std::size_t i = 0; i < input.estimate.structures.size(); ++i) {
        const Structure& structure = input.estimate.design.structures[i];
        const StructureEstimate& estimate = input.estimate.structures[i];
        const auto limit = input.profile.find("limits.item_bytes");
        // An item as large as its largest values.
        double largest = estimate.rowBytes.value();
        double columns = 0;
        for (const StructureColumn& column : structure.columns) {
            ++columns;
            if (const Attribute* attribute = input.project.find(column.source);
                attribute && attribute->statistics.maximumBytes)
                largest += *attribute->statistics.maximumBytes - attribute->statistics.averageBytes.value_or(0);
        }
        if (limit && largest > *limit)
            report(input, estimate, "item-too-large", Severity::Error,
                   fmt::format("an item can reach {}, and {} refuses items above {}", format(largest, Unit::Bytes),
                               input.profile.title, format(*limit, Unit::Bytes)),
                   "keep the long value in object storage and its address in the item, or split it over several items",
                   problems);
        if (const auto most = input.profile.find("limits.columns_count"); most && columns > *most)
            report(input, estimate, "too-many-columns", Severity::Error,
                   fmt::format("it has {:.0f} columns and {} takes {:.0f}", columns, input.profile.title, *most),
                   "split the table by what is read together", problems);
        if (const auto most = input.profile.find("limits.table_bytes");
            most && structure.partitionKey.empty() && estimate.tableBytes.value() > *most)
            report(input, estimate, "table-too-large", Severity::Error,
                   fmt::format("{} in one table, where {} ends at {}", format(estimate.tableBytes), input.profile.title,
                               format(*most, Unit::Bytes)),
                   "partition the table", problems);
        if (structure.kind != StructureKind::Cache)
            checkPartitions(input, structure, estimate, problems);
    }
}

} // namespace shardscape::estimator
