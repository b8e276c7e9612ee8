// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <map>
#include <random>

#include "model/graph/schema_graph.h"

using namespace shardscape::model;

namespace {

/// Entities 1 … n; each pair is child, parent. Relationships have the ids 101, 102 …
Project schema(std::uint64_t n, const std::vector<std::pair<std::uint64_t, std::uint64_t>>& references) {
    Project project;
    for (std::uint64_t id = 1; id <= n; ++id) {
        Entity entity;
        entity.id = EntityId{id};
        project.entities.set(entity);
    }
    std::uint64_t next = 101;
    for (const auto& [child, parent] : references) {
        Relationship line;
        line.id = RelationshipId{next++};
        line.child = EntityId{child};
        line.parent = EntityId{parent};
        project.relationships.set(line);
    }
    return project;
}

std::vector<EntityId> ids(std::initializer_list<std::uint64_t> values) {
    std::vector<EntityId> out;
    for (std::uint64_t value : values)
        out.push_back(EntityId{value});
    return out;
}

using Groups = std::vector<std::vector<EntityId>>;
using Path = std::optional<std::vector<RelationshipId>>;

} // namespace

class GraphTest : public QObject {
    Q_OBJECT

private slots:
    void emptyAndAlone();
    void parentsComeFirst();
    void cyclesAreReported();
    void groups();
    void reachableAndShortest();
    void ordersOfRandomSchemasHold();
};

void GraphTest::emptyAndAlone() {
    const SchemaGraph empty{Project()};
    QVERIFY(empty.foreignKeyOrder().entities.empty());
    QVERIFY(empty.components().empty());
    QVERIFY(empty.stronglyConnected().empty());
    const SchemaGraph one(schema(1, {{1, 1}}));
    QVERIFY(one.foreignKeyOrder().entities == ids({1}));
    QVERIFY(one.foreignKeyOrder().cycles.empty()); // a self reference is no obstacle
    QVERIFY(one.shortestPath(EntityId{1}, EntityId{1}) == Path(std::vector<RelationshipId>()));
    QVERIFY(!one.shortestPath(EntityId{1}, EntityId{9}));
    QVERIFY(one.reachable(EntityId{9}, SchemaGraph::Direction::Both).empty());
}

void GraphTest::parentsComeFirst() {
    // items(1) -> orders(2) -> users(4), items -> products(3). Ready at first: 3 and 4; then 2 after 4; then 1.
    const SchemaGraph graph(schema(4, {{1, 2}, {2, 4}, {1, 3}}));
    QVERIFY(graph.foreignKeyOrder().entities == ids({3, 4, 2, 1}));
    QVERIFY(graph.foreignKeyOrder().cycles.empty());
}

void GraphTest::cyclesAreReported() {
    // 1 -> 2 -> 3 -> 1 refer in a circle; 4 depends on the circle, the circle on 5.
    const SchemaGraph graph(schema(5, {{1, 2}, {2, 3}, {3, 1}, {4, 1}, {2, 5}}));
    QVERIFY(graph.foreignKeyOrder().entities == ids({5, 1, 2, 3, 4}));
    QVERIFY(graph.foreignKeyOrder().cycles == Groups{ids({1, 2, 3})});
    QVERIFY(graph.stronglyConnected() == (Groups{ids({1, 2, 3}), ids({4}), ids({5})}));
}

void GraphTest::groups() {
    const SchemaGraph graph(schema(6, {{6, 5}, {2, 1}, {3, 1}}));
    QVERIFY(graph.components() == (Groups{ids({1, 2, 3}), ids({5, 6}), ids({4})}));
}

void GraphTest::reachableAndShortest() {
    using Direction = SchemaGraph::Direction;
    // 1 <- 2 <- 3 <- 4 and a short cut 4 -> 1 (relationship 104).
    const SchemaGraph graph(schema(5, {{2, 1}, {3, 2}, {4, 3}, {4, 1}}));
    QVERIFY(graph.reachable(EntityId{4}, Direction::ToParents) == ids({3, 1, 2}));
    QVERIFY(graph.reachable(EntityId{1}, Direction::ToParents).empty());
    QVERIFY(graph.reachable(EntityId{1}, Direction::ToChildren) == ids({2, 4, 3}));
    QVERIFY(graph.shortestPath(EntityId{4}, EntityId{1}) == Path(std::vector{RelationshipId{104}}));
    QVERIFY(graph.shortestPath(EntityId{4}, EntityId{2}) ==
            Path(std::vector{RelationshipId{103}, RelationshipId{102}}));
    QVERIFY(!graph.shortestPath(EntityId{1}, EntityId{2}, Direction::ToParents));
    QVERIFY(!graph.shortestPath(EntityId{1}, EntityId{5}));
}

void GraphTest::ordersOfRandomSchemasHold() {
    // By definition: in the order, a parent stands before its child unless both are in one cycle.
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        const std::uint64_t n = 1 + random() % 12;
        std::vector<std::pair<std::uint64_t, std::uint64_t>> references;
        for (unsigned i = random() % 20; i > 0; --i)
            references.emplace_back(1 + random() % n, 1 + random() % n);
        const SchemaGraph graph(schema(n, references));
        const SchemaGraph::Order order = graph.foreignKeyOrder();
        QCOMPARE(order.entities.size(), std::size_t(n));
        std::map<EntityId, std::size_t> place;
        for (std::size_t i = 0; i < order.entities.size(); ++i)
            place[order.entities[i]] = i;
        QCOMPARE(place.size(), std::size_t(n));
        for (const auto& [child, parent] : references) {
            const auto together = [c = EntityId{child}, p = EntityId{parent}](const std::vector<EntityId>& cycle) {
                return std::count(cycle.begin(), cycle.end(), c) && std::count(cycle.begin(), cycle.end(), p);
            };
            const bool inCycle = child == parent || std::any_of(order.cycles.begin(), order.cycles.end(), together);
            // In a cycle exactly when the parent leads back to the child.
            const bool back = child == parent ||
                              graph.shortestPath(EntityId{parent}, EntityId{child}, SchemaGraph::Direction::ToParents);
            QCOMPARE(inCycle, back);
            QVERIFY(inCycle || place[EntityId{parent}] < place[EntityId{child}]);
        }
    }
}

QTEST_APPLESS_MAIN(GraphTest)
#include "graph_test.moc"
