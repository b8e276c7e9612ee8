// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/project_change.h"

namespace shardscape::model {
namespace {

template <class T>
void compare(const Table<T>& before, const Table<T>& after, std::vector<T>& set,
             std::vector<decltype(T::id)>& removed) {
    if (before.sameVersion(after))
        return;
    auto a = before.pointers().begin();
    auto b = after.pointers().begin();
    while (a != before.pointers().end() || b != after.pointers().end()) {
        if (b == after.pointers().end() || (a != before.pointers().end() && (*a)->id < (*b)->id)) {
            removed.push_back((*a++)->id);
        } else if (a == before.pointers().end() || (*b)->id < (*a)->id) {
            set.push_back(**b++);
        } else {
            if (*a != *b && !(**a == **b))
                set.push_back(**b);
            ++a;
            ++b;
        }
    }
}

template <class K, class V>
void compare(const std::map<K, V>& before, const std::map<K, V>& after, std::map<K, V>& set, std::vector<K>& removed) {
    for (const auto& [key, value] : after)
        if (const auto at = before.find(key); at == before.end() || !(at->second == value))
            set[key] = value;
    for (const auto& [key, value] : before)
        if (!after.count(key))
            removed.push_back(key);
}

template <class T> void apply(Table<T>& table, const std::vector<T>& set, const std::vector<decltype(T::id)>& removed) {
    for (const T& object : set)
        table.set(object);
    for (const auto id : removed)
        table.remove(id);
}

template <class K, class V> void apply(std::map<K, V>& map, const std::map<K, V>& set, const std::vector<K>& removed) {
    for (const auto& [key, value] : set)
        map[key] = value;
    for (const K key : removed)
        map.erase(key);
}

} // namespace

Diagram withoutPlaces(Diagram diagram) {
    diagram.positions.clear();
    diagram.bends.clear();
    return diagram;
}

ProjectChange changeBetween(const Project& before, const Project& after) {
    ProjectChange change;
    if (before.name != after.name)
        change.name = after.name;
    if (before.nextId != after.nextId)
        change.nextId = after.nextId;
    compare(before.entities, after.entities, change.entities, change.removedEntities);
    compare(before.relationships, after.relationships, change.relationships, change.removedRelationships);
    compare(before.enums, after.enums, change.enums, change.removedEnums);
    compare(before.boundaries, after.boundaries, change.boundaries, change.removedBoundaries);
    compare(before.patterns, after.patterns, change.patterns, change.removedPatterns);
    compare(before.layouts, after.layouts, change.layouts, change.removedLayouts);
    if (!(before.requirements == after.requirements))
        change.requirements = after.requirements;
    if (!(before.naming == after.naming))
        change.naming = after.naming;
    if (before.diagram != after.diagram) {
        compare(before.diagram->positions, after.diagram->positions, change.positions, change.removedPositions);
        compare(before.diagram->bends, after.diagram->bends, change.bends, change.removedBends);
        if (Diagram rest = withoutPlaces(*after.diagram); !(rest == withoutPlaces(*before.diagram)))
            change.diagram = std::move(rest);
    }
    compare(before.moreDiagrams, after.moreDiagrams, change.moreDiagrams, change.removedMoreDiagrams);
    if (before.natives != after.natives && *before.natives != *after.natives)
        change.natives = *after.natives;
    return change;
}

Project applied(const Project& before, const ProjectChange& change) {
    Project after = before;
    after.name = change.name.value_or(before.name);
    after.nextId = change.nextId.value_or(before.nextId);
    apply(after.entities, change.entities, change.removedEntities);
    apply(after.relationships, change.relationships, change.removedRelationships);
    apply(after.enums, change.enums, change.removedEnums);
    apply(after.boundaries, change.boundaries, change.removedBoundaries);
    apply(after.patterns, change.patterns, change.removedPatterns);
    apply(after.layouts, change.layouts, change.removedLayouts);
    after.requirements = change.requirements.value_or(before.requirements);
    after.naming = change.naming.value_or(before.naming);
    if (!change.positions.empty() || !change.removedPositions.empty() || !change.bends.empty() ||
        !change.removedBends.empty() || change.diagram) {
        Diagram diagram = change.diagram.value_or(*before.diagram);
        diagram.positions = before.diagram->positions;
        diagram.bends = before.diagram->bends;
        apply(diagram.positions, change.positions, change.removedPositions);
        apply(diagram.bends, change.bends, change.removedBends);
        after.diagram = std::make_shared<const Diagram>(std::move(diagram));
    }
    apply(after.moreDiagrams, change.moreDiagrams, change.removedMoreDiagrams);
    if (change.natives)
        after.natives = std::make_shared<const std::vector<NativeObject>>(*change.natives);
    return after;
}

} // namespace shardscape::model
