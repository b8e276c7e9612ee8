// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compile/storage_plan.h"

#include <algorithm>
#include <cmath>

#include "estimator/growth/age_bands.h"
#include "model/physical/cardinality.h"

namespace shardscape::simulator {

using namespace model;

namespace {

bool rewrites(Verb verb) {
    return verb == Verb::Update || verb == Verb::Upsert || verb == Verb::Increment;
}

/// Ages as stated: the simulator lets whole partitions leave by itself.
std::vector<StoredAge> agesOf(const Volume& volume, const estimator::Estimate& estimate, EntityId entity) {
    std::vector<StoredAge> ages;
    for (const estimator::AgeBand& band : estimator::ageBandsOf(volume)) {
        StoredAge age{band.name, 0, 0, band.rowsKept, 0, !band.inEngine()};
        if (band.tier)
            age.fromDays = volume.tiers[*band.tier].afterDays;
        if (!ages.empty())
            ages.back().untilDays = age.fromDays;
        for (const estimator::TierEstimate& tier : estimate.tiers)
            if (tier.entity == entity && tier.tier == band.tier)
                age.rowBytes = tier.rowBytes.value();
        ages.push_back(std::move(age));
    }
    ages.back().untilDays = volume.daysKept().value_or(0);
    return ages;
}

} // namespace

StoragePlan planStorage(const Project& given, const EngineProfile& profile, const estimator::Estimate& estimate) {
    StoragePlan plan;
    const Project& project = estimate.subject(given);
    const Cardinality cardinality(project);
    for (std::size_t i = 0; i < estimate.structures.size(); ++i) {
        const estimator::StructureEstimate& structure = estimate.structures[i];
        const bool cache = i < estimate.design.structures.size() &&
                           estimate.design.structures[i].kind == StructureKind::Cache &&
                           profile.mapping != MappingFamily::Cache;
        const Entity* entity = project.entities.find(structure.entity);
        if (cache || !entity)
            continue;
        StoredTable table;
        table.name = structure.name;
        table.rowsNow = structure.rows.value();
        table.rowBytes = table.rowsNow > 0 ? structure.totalBytes.value() / table.rowsNow : structure.rowBytes.value();
        const double rowsOfEntity = cardinality.rows(structure.entity);
        const double copies = rowsOfEntity > 0 ? table.rowsNow / rowsOfEntity : 1;
        table.rowsPerDay = structure.rowsPerDay.value() * copies;
        table.growthRatePerDay = std::max(0.0, entity->volume.growthRatePerDay);
        const Volume& volume = entity->volume;
        if (table.rowsPerDay + table.growthRatePerDay * table.rowsNow > 0) {
            table.retentionDays = std::max(0.0, volume.daysInEngine().value_or(0));
            table.partitionDays = volume.removal == RowRemoval::Partitions ? volume.partitionDays : 0;
            table.ages = agesOf(volume, estimate, structure.entity);
            const bool first = std::none_of(plan.design.tables.begin(), plan.design.tables.end(),
                                            [&](const StoredTable& other) { return other.entity == entity->name; });
            if (!first) // further structures are copies: their rows are kept once outside of the engine
                std::erase_if(table.ages, [](const StoredAge& age) { return age.outside; });
        } else if (volume.daysInEngine()) {
            plan.notes.push_back(entity->name + ": nobody says that rows come in, so none leave either.");
        }
        table.entity = entity->name;
        plan.design.tables.push_back(std::move(table));
    }
    plan.design.copies = std::max(1, estimate.design.placement.replicas);
    const double nodes = estimate.nodes.count.value();
    plan.design.nodes = std::isfinite(nodes) ? std::max(1.0, nodes) : 1;
    if (profile.storage == StorageFamily::Inverted) {
        plan.notes.push_back("Merges of segments are not simulated: what was replaced or deleted stays in the sizes as "
                             "the share that merges leave.");
        return plan;
    }
    if (profile.storage == StorageFamily::Log) {
        plan.notes.push_back(
            "Segments go as a whole when they are old enough. Compaction of topics that keep the latest "
            "record of a key is not simulated.");
        return plan;
    }
    if (profile.storage != StorageFamily::Lsm) {
        plan.notes.push_back(profile.title +
                             " keeps rows in place: there is nothing to compact. Dead rows that wait for "
                             "a vacuum are not simulated.");
        return plan;
    }
    Compaction compaction;
    compaction.flushBytes = profile.value("storage.flush_bytes");
    compaction.fanOut = static_cast<std::uint32_t>(std::max(2.0, profile.value("storage.compaction_fanout_count")));
    compaction.bytesPerSecond = profile.find("storage.compaction_bytes_per_s").value_or(0);
    compaction.graceSeconds = profile.find("storage.tombstone_grace_s").value_or(0);
    plan.design.compaction = compaction;
    if (compaction.bytesPerSecond <= 0)
        plan.notes.push_back("The profile does not say how fast a node compacts: there is no debt.");
    if (std::any_of(project.patterns.begin(), project.patterns.end(),
                    [](const AccessPattern& pattern) { return rewrites(pattern.verb); }))
        plan.notes.push_back(
            "Rows that are written again are not counted: what they add to compaction and to dead bytes "
            "comes on top.");
    return plan;
}

} // namespace shardscape::simulator
