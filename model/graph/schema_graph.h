// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "model/schema/project.h"

namespace shardscape::model {

/// The entities and relationships of a version as a graph (Boost.Graph): an edge from each child to its parent.
///
/// Built once in O(entities + relationships); each question is answered in as much, shortest paths included. All
/// answers are in a fixed order, so that equal projects give equal answers. Thread-safety: const after construction.
class SchemaGraph {
public:
    explicit SchemaGraph(const Project& project);
    ~SchemaGraph();
    SchemaGraph(const SchemaGraph&) = delete;
    SchemaGraph& operator=(const SchemaGraph&) = delete;

    /// An order in which tables can be created and rows inserted.
    struct Order {
        std::vector<EntityId> entities; ///< every entity; parents before children except within a cycle
        /// Entities that refer to each other in a circle, so that no order satisfies all: each group of two or more, in
        /// ascending order of id. A self reference alone is no obstacle and not listed.
        std::vector<std::vector<EntityId>> cycles;
    };
    /// Among those that could come next the one with the smallest id does (Kahn's algorithm on the strong components).
    Order foreignKeyOrder() const;

    /// Groups of entities each of which can be reached from each other along references (Tarjan); every entity is in
    /// one.
    std::vector<std::vector<EntityId>> stronglyConnected() const;
    /// Groups that no relationship connects with another, largest first.
    std::vector<std::vector<EntityId>> components() const;

    enum class Direction {
        ToParents,  ///< along references: what it depends on
        ToChildren, ///< against them: what depends on it, as ON DELETE CASCADE runs
        Both,
    };
    /// Every entity that can be reached, without the one to start from, nearest first.
    std::vector<EntityId> reachable(EntityId from, Direction direction) const;

    /// The fewest relationships to cross from one entity to another, in the order of crossing, as a chain of joins
    /// would. Nothing when there is no way, an empty path from an entity to itself.
    std::optional<std::vector<RelationshipId>> shortestPath(EntityId from, EntityId to,
                                                            Direction direction = Direction::Both) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace shardscape::model
