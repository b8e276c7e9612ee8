// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/mapping.h"

#include <algorithm>
#include <queue>

#include <fmt/format.h>

#include "model/physical/document_view.h"
#include "model/physical/mapping_rules.h"

namespace shardscape::model {

MappingInput::MappingInput(const Project& project_, const EngineProfile& profile_, const Layout& layout_)
    : project(project_)
    , profile(profile_)
    , layout(layout_)
    , cardinality(project_) {
    queries.reserve(project.patterns.size());
    for (const AccessPattern& pattern : project.patterns) {
        queries.push_back(queryOf(cardinality, pattern));
        for (const EntityRead& read : queries.back().reads) {
            std::vector<std::size_t>& list = queriesOf[read.entity->id];
            if (list.empty() || list.back() != queries.size() - 1)
                list.push_back(queries.size() - 1);
        }
        if (isWrite(pattern.verb) && pattern.entity) {
            writesOf[pattern.entity].push_back(&pattern);
            writesPerSecond[pattern.entity] += pattern.rate.peakRate().value;
        }
    }
}

std::vector<const Entity*> creationOrder(const Cardinality& cardinality) {
    const Project& project = cardinality.project();
    std::unordered_map<EntityId, int> waitingFor;
    for (const Relationship& relationship : project.relationships)
        if (relationship.child != relationship.parent)
            ++waitingFor[relationship.child];
    std::priority_queue<EntityId, std::vector<EntityId>, std::greater<>> ready;
    for (const Entity& entity : project.entities)
        if (!waitingFor.contains(entity.id))
            ready.push(entity.id);
    std::vector<const Entity*> order;
    std::unordered_map<EntityId, bool> placed;
    auto nextInCycle = project.entities.begin();
    while (order.size() < project.entities.size()) {
        if (ready.empty()) { // a cycle: begin it with its first entity
            while (placed[nextInCycle->id])
                ++nextInCycle;
            ready.push(nextInCycle->id);
        }
        const EntityId id = ready.top();
        ready.pop();
        if (placed[id])
            continue;
        placed[id] = true;
        order.push_back(project.entities.find(id));
        for (const Relationship* down : cardinality.childrenOf(id))
            if (down->child != id && --waitingFor[down->child] == 0 && !placed[down->child])
                ready.push(down->child);
    }
    return order;
}

namespace {

/// Points of a node on a consistent ring when the profile says nothing: enough that nodes differ by about 10 %.
constexpr int kVirtualNodes = 128;

Result<Design> mapped(const MappingInput& input) {
    const EngineProfile& profile = input.profile;
    const Layout& layout = input.layout;
    Design design;
    switch (profile.mapping) {
    case MappingFamily::Relational:
    case MappingFamily::Document: design = mapRelational(input); break;
    case MappingFamily::WideColumn: design = mapWideColumn(input); break;
    case MappingFamily::SingleTable: design = mapSingleTable(input); break;
    case MappingFamily::Columnar: design = mapColumnar(input); break;
    case MappingFamily::TimeSeries: design = mapTimeSeries(input); break;
    case MappingFamily::Log: design = mapLog(input); break;
    case MappingFamily::Search: design = mapSearch(input); break;
    case MappingFamily::Cache:
        design.notes.push_back("The rows themselves live in another engine; this design is the cache in front of it.");
        break;
    default:
        return fail(ErrorCode::Unsupported, fmt::format("There are no mapping rules for {} yet", profile.title),
                    "lay the model out on PostgreSQL, MySQL, SQLite, Cassandra, DynamoDB, MongoDB, ClickHouse, "
                    "Prometheus, Kafka, Elasticsearch or Redis");
    }
    design.engine = profile.name;
    design.placement.kind = layout.placement.value_or(profile.routing.empty() ? "hash-mod" : profile.routing);
    design.placement.partitions =
        std::max(1, layout.partitions.value_or(std::max(profile.defaultPartitions, design.placement.partitions)));
    design.placement.replicas = std::max(1, layout.replicas.value_or(profile.defaultReplicas));
    if (design.placement.kind == "consistent")
        design.placement.virtualNodes = profile.virtualNodes > 0 ? profile.virtualNodes : kVirtualNodes;
    if (layout.cache || profile.mapping == MappingFamily::Cache)
        addCaches(input, design);
    return design;
}

/// Why the structures of kept copies are there, and what the copies do not do.
void sayKept(const Derivation& kept, Design& design) {
    for (Structure& structure : design.structures)
        if (const Entity* entity =
                kept.rowsOf.contains(structure.entity) ? kept.project.entities.find(structure.entity) : nullptr;
            entity && structure.kind == StructureKind::Table)
            structure.reason = entity->comment;
    for (const DerivedCopy& copy : kept.copies)
        for (const std::string& note : copy.notes)
            design.notes.push_back(fmt::format("{}: {}", copy.name, note));
    for (const std::string& note : kept.notes)
        design.notes.push_back(note);
    for (const std::string& refused : kept.refused)
        design.notes.push_back(fmt::format("Not kept: {}.", refused));
}

} // namespace

Project projectOn(const Project& project, const EngineProfile& profile) {
    return profile.mapping == MappingFamily::Document ? documentView(project).project : project;
}

Project projectOn(const Project& project, const EngineProfile& profile, const Layout& layout) {
    return projectOn(withKept(project, layout).project, profile);
}

Result<Design> mapProject(const Project& project, const EngineProfile& profile, const Layout& layout) {
    return mapProject(withKept(project, layout), profile, layout);
}

Result<Design> mapProject(const Derivation& kept, const EngineProfile& profile, const Layout& layout) {
    if (profile.mapping != MappingFamily::Document) {
        auto design = mapped(MappingInput(kept.project, profile, layout));
        if (design)
            sayKept(kept, *design);
        return design;
    }
    DocumentView view = documentView(kept.project);
    auto design = mapped(MappingInput(view.project, profile, layout));
    if (!design)
        return design;
    design->notes.insert(design->notes.begin(), view.notes.begin(), view.notes.end());
    sayKept(kept, *design);
    return design;
}

} // namespace shardscape::model
