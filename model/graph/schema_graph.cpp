// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/schema_graph.h"

#include <algorithm>
#include <queue>
#include <set>
#include <unordered_map>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/strong_components.hpp>

namespace shardscape::model {
namespace {

using Graph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, RelationshipId>;
using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

} // namespace

struct SchemaGraph::State {
    Graph graph;
    std::vector<EntityId> ids; ///< of each vertex, ascending
    std::unordered_map<EntityId, std::size_t> vertexOf;

    /// Group number of each vertex -> members in ascending order of id, groups by their smallest member.
    std::vector<std::vector<EntityId>> grouped(const std::vector<std::size_t>& groupOf, std::size_t count) const {
        std::vector<std::vector<EntityId>> groups(count);
        for (std::size_t vertex = 0; vertex < groupOf.size(); ++vertex)
            groups[groupOf[vertex]].push_back(ids[vertex]);
        std::sort(groups.begin(), groups.end());
        return groups;
    }
    /// Number of the strong component of each vertex, and how many there are.
    std::pair<std::vector<std::size_t>, std::size_t> strong() const {
        std::vector<std::size_t> groupOf(ids.size());
        const auto map = boost::make_iterator_property_map(groupOf.begin(), boost::get(boost::vertex_index, graph));
        const std::size_t count = ids.empty() ? 0 : boost::strong_components(graph, map);
        return {groupOf, count};
    }
    /// visit(neighbour, relationship) for each edge in the direction, in ascending order of relationship.
    template <class Visit> void eachNeighbour(std::size_t vertex, Direction direction, Visit&& visit) const {
        std::vector<std::pair<RelationshipId, std::size_t>> next;
        if (direction != Direction::ToChildren)
            for (auto [at, end] = boost::out_edges(vertex, graph); at != end; ++at)
                next.emplace_back(graph[*at], boost::target(*at, graph));
        if (direction != Direction::ToParents)
            for (auto [at, end] = boost::in_edges(vertex, graph); at != end; ++at)
                next.emplace_back(graph[*at], boost::source(*at, graph));
        std::sort(next.begin(), next.end());
        for (const auto& [relationship, neighbour] : next)
            visit(neighbour, relationship);
    }
};

SchemaGraph::SchemaGraph(const Project& project)
    : m_state(std::make_unique<State>()) {
    for (const Entity& entity : project.entities) {
        m_state->vertexOf[entity.id] = m_state->ids.size();
        m_state->ids.push_back(entity.id);
    }
    m_state->graph = Graph(m_state->ids.size());
    for (const Relationship& line : project.relationships) {
        const auto child = m_state->vertexOf.find(line.child);
        const auto parent = m_state->vertexOf.find(line.parent);
        if (child != m_state->vertexOf.end() && parent != m_state->vertexOf.end())
            boost::add_edge(child->second, parent->second, line.id, m_state->graph);
    }
}

SchemaGraph::~SchemaGraph() = default;

std::vector<std::vector<EntityId>> SchemaGraph::stronglyConnected() const {
    const auto [groupOf, count] = m_state->strong();
    return m_state->grouped(groupOf, count);
}

SchemaGraph::Order SchemaGraph::foreignKeyOrder() const {
    const auto [groupOf, count] = m_state->strong();
    std::vector<std::vector<EntityId>> members(count);
    for (std::size_t vertex = 0; vertex < groupOf.size(); ++vertex)
        members[groupOf[vertex]].push_back(m_state->ids[vertex]);
    std::vector<std::size_t> waitingFor(count);
    std::vector<std::vector<std::size_t>> children(count);
    for (auto [at, end] = boost::edges(m_state->graph); at != end; ++at) {
        const std::size_t child = groupOf[boost::source(*at, m_state->graph)];
        const std::size_t parent = groupOf[boost::target(*at, m_state->graph)];
        if (child != parent) {
            children[parent].push_back(child);
            ++waitingFor[child];
        }
    }
    std::set<std::pair<EntityId, std::size_t>> ready; // smallest id of the group first
    for (std::size_t group = 0; group < count; ++group)
        if (waitingFor[group] == 0)
            ready.emplace(members[group].front(), group);
    Order order;
    while (!ready.empty()) {
        const std::size_t group = ready.begin()->second;
        ready.erase(ready.begin());
        order.entities.insert(order.entities.end(), members[group].begin(), members[group].end());
        if (members[group].size() > 1)
            order.cycles.push_back(members[group]);
        for (std::size_t child : children[group])
            if (--waitingFor[child] == 0)
                ready.emplace(members[child].front(), child);
    }
    return order;
}

std::vector<std::vector<EntityId>> SchemaGraph::components() const {
    Undirected undirected(m_state->ids.size());
    for (auto [at, end] = boost::edges(m_state->graph); at != end; ++at)
        boost::add_edge(boost::source(*at, m_state->graph), boost::target(*at, m_state->graph), undirected);
    std::vector<std::size_t> groupOf(m_state->ids.size());
    const std::size_t count = m_state->ids.empty() ? 0 : boost::connected_components(undirected, groupOf.data());
    std::vector<std::vector<EntityId>> groups = m_state->grouped(groupOf, count);
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return groups;
}

std::vector<EntityId> SchemaGraph::reachable(EntityId from, Direction direction) const {
    std::vector<EntityId> found;
    const auto start = m_state->vertexOf.find(from);
    if (start == m_state->vertexOf.end())
        return found;
    std::vector<bool> seen(m_state->ids.size());
    std::queue<std::size_t> next;
    seen[start->second] = true;
    next.push(start->second);
    while (!next.empty()) {
        const std::size_t vertex = next.front();
        next.pop();
        m_state->eachNeighbour(vertex, direction, [&](std::size_t neighbour, RelationshipId) {
            if (seen[neighbour])
                return;
            seen[neighbour] = true;
            found.push_back(m_state->ids[neighbour]);
            next.push(neighbour);
        });
    }
    return found;
}

std::optional<std::vector<RelationshipId>> SchemaGraph::shortestPath(EntityId from, EntityId to,
                                                                     Direction direction) const {
    const auto start = m_state->vertexOf.find(from);
    const auto goal = m_state->vertexOf.find(to);
    if (start == m_state->vertexOf.end() || goal == m_state->vertexOf.end())
        return std::nullopt;
    std::unordered_map<std::size_t, std::pair<std::size_t, RelationshipId>> cameFrom{
        {start->second, {start->second, {}}}};
    std::queue<std::size_t> next;
    next.push(start->second);
    while (!next.empty() && !cameFrom.count(goal->second)) {
        const std::size_t vertex = next.front();
        next.pop();
        m_state->eachNeighbour(vertex, direction, [&](std::size_t neighbour, RelationshipId relationship) {
            if (cameFrom.emplace(neighbour, std::pair(vertex, relationship)).second)
                next.push(neighbour);
        });
    }
    if (!cameFrom.count(goal->second))
        return std::nullopt;
    std::vector<RelationshipId> path;
    for (std::size_t vertex = goal->second; vertex != start->second; vertex = cameFrom[vertex].first)
        path.push_back(cameFrom[vertex].second);
    std::reverse(path.begin(), path.end());
    return path;
}

} // namespace shardscape::model
