// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/keep_fixed.h"
#include "model/graph/layout.h"

#include <numeric>
#include <random>
#include <set>

#include <QElapsedTimer>
#include <QPointF>
#include <QTest>

#include "model/exchange/import/import.h"
#include "model/graph/align.h"
#include "model/graph/routing.h"
#include "model/graph/springs.h"
#include "tests/support/large_schema.h"
#include "tests/support/postgres_corpus.h"
#include "tests/support/slowdown.h"

using namespace shardscape::model;
namespace tests = shardscape::tests;

namespace {

struct Graph {
    std::vector<LayoutBox> boxes;
    std::vector<LayoutLine> lines;
};

/// Tables with 3 to 30 columns, each referring to about "degree" earlier ones, as foreign keys do: preferably to a few
/// hubs.
Graph randomSchema(std::size_t tables, double degree, unsigned seed) {
    std::mt19937 random(seed);
    Graph graph;
    for (std::size_t i = 0; i < tables; ++i) {
        graph.boxes.push_back({200.0 + double(random() % 12) * 8, 80.0 + 22.0 * double(3 + random() % 28)});
        const double chance = double(random() % 1000) / 1000;
        for (int k = 0; i > 0 && k < int(degree + chance); ++k) {
            const std::size_t hub = random() % 3 == 0 ? random() % std::min<std::size_t>(i, 10) : random() % i;
            graph.lines.push_back({hub, i});
        }
    }
    return graph;
}

RouteBox boxAt(const Graph& graph, const std::vector<Point>& places, std::size_t i) {
    return {places[i].x, places[i].y, places[i].x + graph.boxes[i].width, places[i].y + graph.boxes[i].height};
}

std::pair<double, double> extent(const Graph& graph, const std::vector<Point>& places) {
    double width = 0, height = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        width = std::max(width, places[i].x + graph.boxes[i].width);
        height = std::max(height, places[i].y + graph.boxes[i].height);
    }
    return {width, height};
}

/// The layout a person would beat: row by row in the order of the list, in the same shape.
std::vector<Point> rowByRow(const Graph& graph) {
    const auto columns = std::size_t(std::sqrt(double(graph.boxes.size()) * 3));
    std::vector<Point> places;
    for (std::size_t i = 0; i < graph.boxes.size(); ++i)
        places.push_back({double(i % columns) * 400, double(i / columns) * 800});
    return places;
}

/// Modules of so many tables around their first one, and the modules in a chain.
Graph modules(std::size_t tables, std::size_t size) {
    Graph graph;
    for (std::size_t t = 0; t < tables; ++t) {
        graph.boxes.push_back({220, 380});
        if (t > 0)
            graph.lines.push_back({t % size == 0 ? t - size : t - t % size + (t % size) / 3, t});
    }
    std::erase_if(graph.lines, [](const LayoutLine& line) { return line.from == line.to; });
    return graph;
}

Graph star(std::size_t tables) {
    Graph graph{{{240, 200}}, {}};
    for (std::size_t i = 1; i < tables; ++i) {
        graph.boxes.push_back({240, 200});
        graph.lines.push_back({0, i});
    }
    return graph;
}

/// As imported, in cards as high as their columns are many.
Graph schemaOf(const std::vector<ImportSource>& sources) {
    Graph graph;
    const auto imported = importPostgres(sources);
    if (!imported)
        return graph;
    std::map<EntityId, std::size_t> index;
    for (const Entity& entity : imported->project.entities) {
        index.emplace(entity.id, graph.boxes.size());
        graph.boxes.push_back({260, 60 + 22.0 * double(entity.attributes.size())});
    }
    for (const Relationship& line : imported->project.relationships)
        graph.lines.push_back({index.at(line.parent), index.at(line.child)});
    return graph;
}

bool anyOverlap(const Graph& graph, const std::vector<Point>& places) {
    for (std::size_t i = 0; i < places.size(); ++i)
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            const RouteBox a = boxAt(graph, places, i), b = boxAt(graph, places, j);
            if (a.right >= b.left && b.right >= a.left && a.bottom >= b.top && b.bottom >= a.top)
                return true;
        }
    return false;
}

/// Between the middles of joined boxes, and of any two: the means.
std::pair<double, double> distances(const Graph& graph, const std::vector<Point>& places) {
    const auto apart = [&](std::size_t i, std::size_t j) {
        return std::hypot(places[i].x + graph.boxes[i].width / 2 - places[j].x - graph.boxes[j].width / 2,
                          places[i].y + graph.boxes[i].height / 2 - places[j].y - graph.boxes[j].height / 2);
    };
    double joined = 0;
    for (const LayoutLine& line : graph.lines)
        joined += apart(line.from, line.to) / double(graph.lines.size());
    double all = 0;
    for (std::size_t i = 0; i < places.size(); ++i)
        for (std::size_t j = i + 1; j < places.size(); ++j)
            all += apart(i, j);
    return {joined, all / (double(places.size()) * double(places.size() - 1) / 2)};
}

} // namespace

Q_DECLARE_METATYPE(Graph)

class LayoutTest : public QObject {
    Q_OBJECT
private slots:
    void nothingAndOne() {
        QVERIFY(arrange({}, {}).empty());
        const auto one = arrange({{200, 100}}, {});
        QCOMPARE(one.size(), std::size_t(1));
        QCOMPARE(one[0].x, 0.0);
        QCOMPARE(one[0].y, 0.0);
    }

    void parentsStandLeftOfChildren() {
        // A tree: 0 is the parent of 1 and 2, 1 of 3. Nothing has to cross.
        const Graph graph{{{200, 100}, {200, 100}, {200, 100}, {200, 100}}, {{0, 1}, {0, 2}, {1, 3}}};
        const auto places = arrange(graph.boxes, graph.lines);
        for (const LayoutLine& line : graph.lines)
            QVERIFY(places[line.from].x + graph.boxes[line.from].width < places[line.to].x);
        QCOMPARE(straightCrossings(graph.boxes, graph.lines, places), std::size_t(0));
    }

    void crossingsAreUntangled() {
        // Six boxes on either side, joined to one zigzag path in reverse order: a path has a drawing without crossings.
        Graph graph;
        for (int i = 0; i < 12; ++i)
            graph.boxes.push_back({200, 100});
        for (std::size_t i = 0; i < 6; ++i)
            graph.lines.push_back({i, 11 - i});
        for (std::size_t i = 0; i < 5; ++i)
            graph.lines.push_back({i, 11 - i - 1});
        LayoutOptions twoColumns;
        twoColumns.aspect = 0.5;
        const auto places = arrange(graph.boxes, graph.lines, twoColumns);
        QCOMPARE(straightCrossings(graph.boxes, graph.lines, places), std::size_t(0));
    }

    void cyclesAndSelfReferencesAreFine() {
        const Graph graph{{{200, 100}, {200, 100}, {200, 100}}, {{0, 1}, {1, 2}, {2, 0}, {1, 1}, {7, 1}}};
        QCOMPARE(arrange(graph.boxes, graph.lines).size(), std::size_t(3));
    }

    void boxesNeverOverlap_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("tables");
        QTest::addColumn<double>("degree");
        const std::pair<const char*, LayoutKind> kinds[] = {
            {"layered", LayoutKind::Layered}, {"force", LayoutKind::Force}, {"groups", LayoutKind::Groups}};
        for (const auto& [name, kind] : kinds)
            for (int tables : {2, 7, 30, 150, 600})
                for (double degree : {0.0, 0.7, 1.6, 3.0})
                    QTest::addRow("%s, %d tables, %.1f lines each", name, tables, degree)
                        << int(kind) << tables << degree;
    }
    void boxesNeverOverlap() {
        QFETCH(int, kind);
        QFETCH(int, tables);
        QFETCH(double, degree);
        const Graph graph = randomSchema(std::size_t(tables), degree, unsigned(tables));
        LayoutOptions options;
        options.kind = LayoutKind(kind);
        for (int i = 0; i < tables; ++i)
            options.groups.push_back(i % 7 - 1); // one group in seven is none
        const auto places = arrange(graph.boxes, graph.lines, options);
        QVERIFY(places == arrange(graph.boxes, graph.lines, options)); // the same every time
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t j = i + 1; j < places.size(); ++j) {
                const RouteBox a = boxAt(graph, places, i), b = boxAt(graph, places, j);
                QVERIFY2(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top,
                         qPrintable(QString("%1 and %2").arg(i).arg(j)));
            }
    }

    /// What covers the boxes of one group covers no box of another.
    void groupsStayApart() {
        const Graph graph = randomSchema(90, 1.5, 31);
        LayoutOptions options;
        options.kind = LayoutKind::Groups;
        for (std::size_t i = 0; i < graph.boxes.size(); ++i)
            options.groups.push_back(int(i % 5));
        const auto places = arrange(graph.boxes, graph.lines, options);
        std::vector<RouteBox> frames(5, {1e9, 1e9, -1e9, -1e9});
        for (std::size_t i = 0; i < places.size(); ++i) {
            const RouteBox box = boxAt(graph, places, i);
            RouteBox& frame = frames[i % 5];
            frame = {std::min(frame.left, box.left), std::min(frame.top, box.top), std::max(frame.right, box.right),
                     std::max(frame.bottom, box.bottom)};
        }
        for (std::size_t a = 0; a < 5; ++a)
            for (std::size_t b = a + 1; b < 5; ++b)
                QVERIFY(frames[a].right < frames[b].left || frames[b].right < frames[a].left ||
                        frames[a].bottom < frames[b].top || frames[b].bottom < frames[a].top);
    }

    /// Four clusters, each joined all to all, in a ring of single lines: every box is nearer to the middle of its own
    /// cluster than to that of any other.
    void forceShowsClusters() {
        Graph graph;
        constexpr std::size_t kOfEach = 6;
        for (std::size_t i = 0; i < 4 * kOfEach; ++i)
            graph.boxes.push_back({200, 120});
        for (std::size_t i = 0; i < graph.boxes.size(); ++i)
            for (std::size_t j = i + 1; j < graph.boxes.size(); ++j)
                if (i / kOfEach == j / kOfEach)
                    graph.lines.push_back({i, j});
        for (std::size_t c = 0; c < 4; ++c)
            graph.lines.push_back({c * kOfEach, (c + 1) % 4 * kOfEach + 1});
        LayoutOptions options;
        options.kind = LayoutKind::Force;
        const auto places = arrange(graph.boxes, graph.lines, options);
        std::vector<Point> middle(4);
        for (std::size_t i = 0; i < places.size(); ++i) {
            middle[i / kOfEach].x += places[i].x / kOfEach;
            middle[i / kOfEach].y += places[i].y / kOfEach;
        }
        const auto away = [&](std::size_t box, std::size_t cluster) {
            return std::hypot(places[box].x - middle[cluster].x, places[box].y - middle[cluster].y);
        };
        for (std::size_t box = 0; box < places.size(); ++box)
            for (std::size_t other = 0; other < 4; ++other)
                if (other != box / kOfEach)
                    QVERIFY2(away(box, box / kOfEach) < away(box, other),
                             qPrintable(QString("%1 is nearer to %2").arg(box).arg(other)));
    }

    /// 2,000 tables within the time that somebody waits without a thought of something else, and a picture worth it: no
    /// two cards overlap, what is joined lies much nearer than what is not, and fewer lines cross than in columns.
    void forceOfThousands_data() {
        QTest::addColumn<Graph>("graph");
        QTest::newRow("2,000 tables, 1.5 lines each") << randomSchema(2000, 1.5, 11);
        QTest::newRow("2,000 tables in modules of 25") << modules(2000, 25);
        QTest::newRow("one hub of 999") << star(1000);
        QTest::newRow("a chain of 1,000") << modules(1000, 1);
        // As many tables as GitLab has, each with two references as its tables have; and the real ones at hand.
        QTest::newRow("1,000 tables of SQL") << schemaOf({{"large.sql", tests::largeSchema(1000)}});
        for (const char* name : {"adventureworks_pg", "thingsboard_pg"})
            if (tests::PostgresCorpus::names().contains(name))
                QTest::newRow(name) << schemaOf(tests::PostgresCorpus::sources(name));
    }
    void forceOfThousands() {
        QFETCH(Graph, graph);
        LayoutOptions options;
        options.kind = LayoutKind::Force;
        QElapsedTimer timer;
        timer.start();
        const auto places = arrange(graph.boxes, graph.lines, options);
        const qint64 took = timer.elapsed();
        if (places.size() <= 1000)
            QVERIFY(places == arrange(graph.boxes, graph.lines, options)); // the same every time
        QVERIFY(!anyOverlap(graph, places));
        const auto [joined, all] = distances(graph, places);
        const auto [width, height] = extent(graph, places);
        qInfo("%zu tables, %zu lines: %lld ms; joined %.0f apart, any two %.0f; %.0f x %.0f", graph.boxes.size(),
              graph.lines.size(), took, joined, all, width, height);
        QVERIFY2(took < 5000 * tests::kSlowdown, qPrintable(QString::number(took)));
        // The star has nothing else to show: there, what is joined is a radius apart and any two 1.27 of it at least
        // (the mean distance of two points of a disk is 128/45π of its radius, of one to the middle 2/3: 0.74).
        QVERIFY2(joined < 0.75 * all, qPrintable(QString("%1 of %2").arg(joined).arg(all)));
        QVERIFY2(width / height > 0.8 && width / height < 3.2, qPrintable(QString::number(width / height)));
    }

    void forceCrossesLessThanColumns() {
        for (unsigned seed : {4u, 5u, 6u}) {
            const Graph graph = randomSchema(300, 1.5, seed);
            LayoutOptions options;
            const auto columns = straightCrossings(graph.boxes, graph.lines, arrange(graph.boxes, graph.lines));
            options.kind = LayoutKind::Force;
            const auto force = straightCrossings(graph.boxes, graph.lines, arrange(graph.boxes, graph.lines, options));
            qInfo("300 tables, %zu lines: %zu crossings, in columns %zu", graph.lines.size(), force, columns);
            QVERIFY(force * 2 < columns);
        }
    }

    /// Two joined boxes come to rest where the spring's pull d² is the push 1/d and what holds them is small beside it:
    /// nearer than two mean boxes, and not on each other.
    void twoBoxesRest() {
        const std::vector<Point> middles = springLayout({{200, 200}, {200, 200}}, {{0, 1}}, {});
        const double unit = std::sqrt((200 + 96) * (200 + 40.0));
        const double apart = std::hypot(middles[0].x - middles[1].x, middles[0].y - middles[1].y) / unit;
        QVERIFY2(apart > 0.7 && apart < 1, qPrintable(QString::number(apart)));
    }

    void aligned_data() {
        QTest::addColumn<int>("to");
        QTest::addColumn<QList<QPointF>>("expected");
        using P = QList<QPointF>;
        // Boxes of 100 × 50 at (0, 0), 40 × 40 at (200, 100), 60 × 20 at (150, 10): they span 0 … 240 and 0 … 140.
        QTest::newRow("left") << int(Align::Left) << P{{0, 0}, {0, 100}, {0, 10}};
        QTest::newRow("centre") << int(Align::Centre) << P{{70, 0}, {100, 100}, {90, 10}};
        QTest::newRow("right") << int(Align::Right) << P{{140, 0}, {200, 100}, {180, 10}};
        QTest::newRow("top") << int(Align::Top) << P{{0, 0}, {200, 0}, {150, 0}};
        QTest::newRow("middle") << int(Align::Middle) << P{{0, 45}, {200, 50}, {150, 60}};
        QTest::newRow("bottom") << int(Align::Bottom) << P{{0, 90}, {200, 100}, {150, 120}};
    }
    void aligned() {
        QFETCH(int, to);
        QFETCH(QList<QPointF>, expected);
        const std::vector<PlacedBox> boxes{{{0, 0}, {100, 50}}, {{200, 100}, {40, 40}}, {{150, 10}, {60, 20}}};
        const auto places = align(boxes, Align(to));
        for (std::size_t i = 0; i < places.size(); ++i)
            QCOMPARE(QPointF(places[i].x, places[i].y), expected[qsizetype(i)]);
        QCOMPARE(align({boxes[1]}, Align(to)), std::vector<Point>{boxes[1].corner});
    }

    /// 0 … 100, 150 … 210 and 300 … 340: 300 - 100 - 60 is room for two gaps of 70, so the middle one begins at 170.
    void distributed() {
        const std::vector<PlacedBox> boxes{{{300, 0}, {40, 10}}, {{0, 5}, {100, 10}}, {{150, 7}, {60, 10}}};
        QCOMPARE(distribute(boxes, Direction::Across), (std::vector<Point>{{300, 0}, {0, 5}, {170, 7}}));
        QCOMPARE(distribute({boxes[0], boxes[1]}, Direction::Across), (std::vector<Point>{{300, 0}, {0, 5}}));
        const std::vector<PlacedBox> tall{{{0, 0}, {10, 10}}, {{0, 90}, {10, 10}}, {{3, 20}, {10, 30}}};
        QCOMPARE(distribute(tall, Direction::Down), (std::vector<Point>{{0, 0}, {0, 90}, {3, 35}}));
    }

    void fillsAScreen() {
        for (unsigned seed : {1u, 2u, 3u}) {
            const Graph graph = randomSchema(300, 1.5, seed);
            const auto [width, height] = extent(graph, arrange(graph.boxes, graph.lines));
            QVERIFY2(width / height > 0.8 && width / height < 3.2, qPrintable(QString::number(width / height)));
        }
    }

    void hubWithManyChildrenIsNoTower() {
        Graph graph;
        graph.boxes.push_back({240, 200});
        for (std::size_t i = 1; i <= 300; ++i) {
            graph.boxes.push_back({240, 200});
            graph.lines.push_back({0, i});
        }
        const auto [width, height] = extent(graph, arrange(graph.boxes, graph.lines));
        QVERIFY2(width / height > 0.8 && width / height < 3.2, qPrintable(QString::number(width / height)));
    }

    void fewerCrossingsThanRowByRow() {
        for (unsigned seed : {4u, 5u, 6u}) {
            const Graph graph = randomSchema(200, 1.3, seed);
            const auto ours = straightCrossings(graph.boxes, graph.lines, arrange(graph.boxes, graph.lines));
            const auto naive = straightCrossings(graph.boxes, graph.lines, rowByRow(graph));
            qInfo("200 tables, %zu lines: %zu crossings, row by row %zu", graph.lines.size(), ours, naive);
            QVERIFY(ours * 2 < naive);
        }
    }

    void sameInputSamePlaces() {
        const Graph graph = randomSchema(120, 1.5, 9);
        QVERIFY(arrange(graph.boxes, graph.lines) == arrange(graph.boxes, graph.lines));
    }

    void thousandTablesUnderASecond() {
        const Graph graph = randomSchema(1000, 1.5, 11);
        QElapsedTimer timer;
        timer.start();
        const auto places = arrange(graph.boxes, graph.lines);
        const qint64 laidOut = timer.restart();
        std::vector<RouteBox> boxes;
        for (std::size_t i = 0; i < places.size(); ++i)
            boxes.push_back(boxAt(graph, places, i));
        const Router router(boxes);
        std::size_t corners = 0;
        for (const LayoutLine& line : graph.lines)
            corners +=
                router.route({line.to, boxes[line.to].top + 50}, {line.from, boxes[line.from].top + 50}, int(line.from))
                    .size();
        qInfo("1000 tables, %zu lines: layout %lld ms, routes %lld ms, %.1f points a line", graph.lines.size(), laidOut,
              timer.elapsed(), double(corners) / double(graph.lines.size()));
        QVERIFY(laidOut < 1000);
    }

    void linesAvoidCards_data() {
        QTest::addColumn<int>("tables");
        QTest::addColumn<bool>("scattered");
        QTest::newRow("small, arranged") << 12 << false;
        QTest::newRow("medium, arranged") << 80 << false;
        QTest::newRow("large, arranged") << 400 << false;
        QTest::newRow("medium, placed by hand") << 80 << true;
    }
    void linesAvoidCards() {
        QFETCH(int, tables);
        QFETCH(bool, scattered);
        const Graph graph = randomSchema(std::size_t(tables), 1.6, 21);
        std::vector<Point> places = arrange(graph.boxes, graph.lines);
        if (scattered) {
            // Any order on a grid that leaves 60 units between cards.
            std::mt19937 random(3);
            std::vector<std::size_t> order(places.size());
            std::iota(order.begin(), order.end(), std::size_t{0});
            std::shuffle(order.begin(), order.end(), random);
            for (std::size_t i = 0; i < places.size(); ++i)
                places[i] = {double(order[i] % 9) * 360, double(order[i] / 9) * 840};
        }
        std::vector<RouteBox> boxes;
        for (std::size_t i = 0; i < places.size(); ++i)
            boxes.push_back(boxAt(graph, places, i));
        const Router router(boxes);
        for (const LayoutLine& line : graph.lines) {
            const RouteEnd from{line.to, boxes[line.to].top + 60};
            const RouteEnd to{line.from, boxes[line.from].top + 60};
            const std::vector<Point> points = router.route(from, to, int(line.from));
            QVERIFY(points.size() >= 2);
            QCOMPARE(points.front().y, from.y);
            QCOMPARE(points.back().y, to.y);
            for (std::size_t i = 1; i < points.size(); ++i)
                QVERIFY(points[i].x == points[i - 1].x || points[i].y == points[i - 1].y);
            QVERIFY2(!router.blocked(points, -0.5), qPrintable(QString("%1 to %2").arg(line.from).arg(line.to)));
        }
    }

    void lineGoesRoundAWall() {
        // A tall card stands between the two: straight through is impossible, over or under it is the way.
        const Router router({{0, 0, 100, 100}, {200, -400, 300, 500}, {400, 0, 500, 100}});
        const auto points = router.route({0, 50}, {2, 50}, 0);
        QVERIFY(!router.blocked(points, 0));
        QCOMPARE(points.front(), (Point{100, 50}));
    }

    void linesDoNotRunAlongFrames() {
        // Both cards are framed at 20 around them, where a line of lane 0 (20 from its card) would go down.
        const std::vector<RouteBox> boxes{{0, 0, 100, 100}, {400, 300, 500, 400}};
        const RouteBox frame{-20, -38, 120, 120};
        const RouteBox other{380, 262, 520, 420};
        const auto along = [&](const std::vector<Point>& line) {
            double length = 0;
            for (std::size_t i = 1; i < line.size(); ++i)
                for (const RouteBox& box : {frame, other})
                    if (line[i].x == line[i - 1].x &&
                        (std::abs(line[i].x - box.left) < 6 || std::abs(line[i].x - box.right) < 6))
                        length += std::max(0.0, std::min(std::max(line[i].y, line[i - 1].y), box.bottom) -
                                                    std::max(std::min(line[i].y, line[i - 1].y), box.top));
            return length;
        };
        QVERIFY(along(Router(boxes).route({0, 50}, {1, 350}, 0)) > 60);
        for (int lane = 0; lane < 7; ++lane)
            QCOMPARE(along(Router(boxes, {frame, other}).route({0, 50}, {1, 350}, lane)), 0.0);
    }

    void fixedBoxesStayAndOthersMakeRoom() {
        const std::vector<LayoutBox> boxes{{100, 100}, {100, 100}, {100, 100}};
        const std::vector<Point> layout{{0, 0}, {200, 0}, {400, 0}};
        QCOMPARE(keepFixed(boxes, layout, {{}, {}, {}}), layout);
        // One is fixed: the drawing comes to it as a whole, on the grid.
        QCOMPARE(keepFixed(boxes, layout, {Point{1003, 500}, {}, {}}),
                 (std::vector<Point>{{1003, 500}, {1200, 504}, {1400, 504}}));
        // Two are fixed far apart, and the third would be under one of them: it goes beside it, 24 away or more.
        const auto moved = keepFixed(boxes, layout, {Point{0, 0}, {}, Point{600, 0}});
        // Mean shift 100: (300, 0), free.
        QCOMPARE(moved[1], (Point{304, 0}));
        const auto close = keepFixed(boxes, layout, {Point{200, 0}, {}, Point{400, 0}});
        // Mean shift (200 + 0) / 2 = 100, so (304, 0) on the grid: between the fixed ones there is no room of 148.
        for (const std::size_t i : {0, 2})
            QVERIFY(close[1].x >= close[i].x + 124 || close[1].x <= close[i].x - 124 || close[1].y >= 124 ||
                    close[1].y <= -124);
    }

    void bendsAreKept() {
        const Router router({{0, 0, 100, 100}, {400, 200, 500, 300}});
        const std::vector<Point> bends{{250, 50}, {250, 250}};
        QCOMPARE(router.routeOver({0, 50}, {1, 250}, bends),
                 (std::vector<Point>{{100, 50}, {250, 50}, {250, 250}, {400, 250}}));
    }

    void touchedLinesAreFound() {
        const std::vector<Point> line{{0, 0}, {100, 0}, {100, 100}};
        QVERIFY(touches(line, {90, 40, 130, 60}));
        QVERIFY(!touches(line, {0, 40, 60, 60}));
    }
};

QTEST_APPLESS_MAIN(LayoutTest)
#include "layout_test.moc"
