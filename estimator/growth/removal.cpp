// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/growth/removal.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "model/base/units.h"

namespace shardscape::estimator {

using namespace model;

RemovalWays removalWays(const EngineProfile& profile) {
    switch (profile.storage) {
    case StorageFamily::HeapBTree:
    case StorageFamily::ClusteredBTree: return {profile.mapping == MappingFamily::Relational, false, false};
    case StorageFamily::RecordTree: return {};
    case StorageFamily::Lsm:
    case StorageFamily::Columnar:
    case StorageFamily::TimeSeries:
    case StorageFamily::Inverted:
    case StorageFamily::Log: return {true, true, false};
    case StorageFamily::Document: return {false, true, true};
    case StorageFamily::Memory:
    case StorageFamily::ItemStore: return {false, true, false};
    }
    return {};
}

namespace {

/// The columns that name one row.
std::vector<AttributeId> keyOf(const Entity& entity) {
    const Key* key = entity.primaryKey();
    if (!key && !entity.keys.empty())
        key = &entity.keys.front();
    return key ? key->attributes : std::vector<AttributeId>{};
}

AccessPattern request(const Entity& entity, std::string name, Verb verb, double rowsPerDay) {
    AccessPattern out;
    out.name = std::move(name);
    out.entity = entity.id;
    out.verb = verb;
    out.returns = Returns::Nothing;
    out.rate.average.value = rowsPerDay / kSecondsPerDay;
    return out;
}

AccessPattern deletes(const Entity& entity, const std::vector<AttributeId>& key, double rowsPerDay) {
    AccessPattern out = request(entity, "removal of " + entity.name, Verb::Delete, rowsPerDay);
    for (AttributeId attribute : key) {
        Predicate predicate;
        predicate.column = {entity.id, attribute};
        out.predicates.push_back(std::move(predicate));
    }
    return out;
}

AccessPattern rollup(const Entity& entity, const std::string& tier, double rowsPerDay) {
    AccessPattern out =
        request(entity, fmt::format("rollup of {} into {}", entity.name, tier), Verb::Insert, rowsPerDay);
    for (const Attribute& attribute : entity.attributes)
        out.assigned.push_back({entity.id, attribute.id});
    return out;
}

/// What is asked where the engine can, else the next best: its time to live, else row by row.
RowRemoval howOn(const EngineProfile& profile, RowRemoval asked) {
    const RemovalWays ways = removalWays(profile);
    if (profile.storage == StorageFamily::TimeSeries || profile.storage == StorageFamily::Log)
        return RowRemoval::Ttl; // there are no deletes
    if (asked == RowRemoval::Partitions && !ways.partitions)
        return ways.ttl ? RowRemoval::Ttl : RowRemoval::RowByRow;
    return asked == RowRemoval::Ttl && !ways.ttl ? RowRemoval::RowByRow : asked;
}

std::string reason(const EngineProfile& profile, RowRemoval asked, RowRemoval how) {
    const RemovalWays ways = removalWays(profile);
    std::string out;
    if (asked == RowRemoval::Ttl && how == RowRemoval::RowByRow)
        out = profile.title + " has no time to live, so that a job has to delete: ";
    else if (asked == RowRemoval::Partitions && how != asked)
        out = profile.title + " has no partitions of time to drop: ";
    switch (how) {
    case RowRemoval::Partitions: return out + "whole partitions go: a change of the catalogue, no row is touched";
    case RowRemoval::Ttl:
        return out + (ways.ttlDeletes ? "its monitor deletes expired ones one after another, as other deletes are"
                                      : "it leaves expired rows out by itself, and no request does");
    case RowRemoval::RowByRow: break;
    }
    switch (profile.storage) {
    case StorageFamily::HeapBTree:
        return out + "every row is found and marked dead; until a vacuum, a fifth of the table may be dead rows";
    case StorageFamily::Lsm: return out + "every delete writes a tombstone, kept for its grace and merged as rows are";
    default: return out + "every row is found and deleted with its index entries";
    }
}

} // namespace

std::vector<Removal> removalsOf(const Cardinality& cardinality, const Growth& growth, const EngineProfile& profile) {
    std::vector<Removal> out;
    for (const Entity& entity : cardinality.project().entities) {
        const Figure inflow = growth.inflow(entity.id);
        const double coming =
            inflow.value() + std::max(0.0, entity.volume.growthRatePerDay) * cardinality.rows(entity.id);
        const std::vector<AgeBand>& bands = growth.bands(entity.id);
        if (coming <= 0 || (bands.size() == 1 && !std::isfinite(bands.front().untilDays)))
            continue;
        Removal removal;
        removal.entity = entity.id;
        removal.how = howOn(profile, entity.volume.removal);
        removal.why = reason(profile, entity.volume.removal, removal.how);
        const bool works =
            removal.how == RowRemoval::RowByRow || (removal.how == RowRemoval::Ttl && removalWays(profile).ttlDeletes);
        const std::vector<AttributeId> key = keyOf(entity);
        double gone = 0;
        for (std::size_t i = 0; i < bands.size() && bands[i].inEngine(); ++i) {
            if (i > 0 && bands[i].rowsKept < bands[i - 1].rowsKept && bands[i].rowsKept > 0)
                removal.requests.push_back(rollup(entity, bands[i].name, coming * bands[i].rowsKept));
            const bool replaced = i + 1 < bands.size() && bands[i + 1].inEngine();
            if (std::isfinite(bands[i].untilDays) && (!replaced || bands[i + 1].rowsKept < bands[i].rowsKept))
                gone += bands[i].rowsKept;
        }
        if (works && gone > 0 && !key.empty())
            removal.requests.push_back(deletes(entity, key, coming * gone));
        removal.rowsPerDay = Figure::derived(
            "rows a day that leave " + entity.name, coming * gone, Unit::Rows,
            gone == 1 ? "as many as come in, once rows are old enough"
                      : "as many as come in, once rows are old enough, rolled up ones as often as they are replaced",
            {inflow});
        out.push_back(std::move(removal));
    }
    return out;
}

std::vector<AccessPattern> removalRequests(const Project& project, const EngineProfile& profile) {
    const Cardinality cardinality(project);
    const Growth growth(cardinality);
    std::vector<AccessPattern> out;
    for (Removal& removal : removalsOf(cardinality, growth, profile))
        std::move(removal.requests.begin(), removal.requests.end(), std::back_inserter(out));
    return out;
}

} // namespace shardscape::estimator
