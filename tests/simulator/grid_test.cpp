// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Axes, grids and parts of a sweep, and values put into a scenario by their JSON pointer.
#include <QJsonDocument>
#include <QtTest>

#include <set>

#include "simulator/scenario/patch.h"
#include "simulator/sweep/grid.h"

using namespace shardscape::simulator;

namespace {

QStringList valuesOf(const char* spec) {
    const auto axis = parseAxis(spec);
    QStringList out;
    if (!axis)
        return {QString::fromStdString(axis.error().text())};
    for (const std::string& value : axis->values)
        out.append(QString::fromStdString(value));
    return out;
}

Grid grid(const std::vector<const char*>& specs) {
    std::vector<Axis> axes;
    for (const char* spec : specs)
        axes.push_back(*parseAxis(spec));
    return *Grid::make(std::move(axes));
}

} // namespace

class GridTest : public QObject {
    Q_OBJECT
private slots:
    void axes_data();
    void axes();
    void order();
    void partsAreAPartition_data();
    void partsAreAPartition();
    void shards();
    void limits();
    void patches_data();
    void patches();
};

void GridTest::axes_data() {
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QStringList>("values");
    const auto row = [](const char* spec, const QStringList& values) {
        QTest::newRow(spec) << QString(spec) << values;
    };
    row("nodes=4,8,16", {"4", "8", "16"});
    row("traffic=0.5..2:0.25", {"0.5", "0.75", "1", "1.25", "1.5", "1.75", "2"});
    row("traffic=0.1..0.5:0.1", {"0.1", "0.2", "0.3", "0.4", "0.5"}); // no 0.30000000000000004
    row("seed=1..3", {"1", "2", "3"});
    row("x=-1..1", {"-1", "0", "1"});
    row("x=1..2:5", {"1"});
    row("x=1..3,10,20..21", {"1", "2", "3", "10", "20", "21"});
    row("keys=zipf(0.8),hotset(0.1,0.9)", {"zipf(0.8)", "hotset(0.1,0.9)"});
    row("cache=100k,60s;1M,60s", {"100k,60s", "1M,60s"});
    row("/streams/0/service={\"kind\":\"exponential\",\"mean_ms\":1},2",
        {"{\"kind\":\"exponential\",\"mean_ms\":1}", "2"});
    row("/title=\"a,b\",c", {"\"a,b\"", "c"});
    row("/title=a..b", {"a..b"}); // a text
    row("nodes", {"vary \"nodes\": it has to be NAME=VALUES (as in traffic=0.5..2:0.25 or nodes=4,8,16)"});
    row("=1", {"vary \"=1\": it has to be NAME=VALUES (as in traffic=0.5..2:0.25 or nodes=4,8,16)"});
    row("nodes=", {"vary \"nodes=\": a value is empty (values are separated by one comma)"});
    row("nodes=1,,2", {"vary \"nodes=1,,2\": a value is empty (values are separated by one comma)"});
    row("nodes=1,1", {"vary \"nodes=1,1\": 1 stands there twice"});
    row("x=2..1", {"vary \"x=2..1\": 2..1 does not ascend (write FIRST..LAST:STEP with a step above 0)"});
    row("x=1..2:0", {"vary \"x=1..2:0\": 1..2:0 does not ascend (write FIRST..LAST:STEP with a step above 0)"});
    row("x=1..b", {"vary \"x=1..b\": 1..b is no range (write FIRST..LAST:STEP, as in 0.5..2:0.25)"});
    row("x=0..1:1e-9", {"vary \"x=0..1:1e-9\": 0..1:1e-9 has more than 100000 values (take a larger step)"});
}

void GridTest::axes() {
    QFETCH(QString, spec);
    QFETCH(QStringList, values);
    QCOMPARE(valuesOf(spec.toUtf8().constData()), values);
}

/// The last axis changes fastest: number 4 of 2 x 3 is the second value of the first axis with the second of the last.
void GridTest::order() {
    const Grid made = grid({"a=x,y", "b=1,2,3"});
    QCOMPARE(made.size(), std::uint64_t{6});
    QCOMPARE(made.point(0), (GridPoint{{"a", "x"}, {"b", "1"}}));
    QCOMPARE(made.point(1), (GridPoint{{"a", "x"}, {"b", "2"}}));
    QCOMPARE(made.point(4), (GridPoint{{"a", "y"}, {"b", "2"}}));
    std::set<GridPoint> all;
    for (std::uint64_t i = 0; i < made.size(); ++i)
        all.insert(made.point(i));
    QCOMPARE(all.size(), std::size_t{6});
}

void GridTest::partsAreAPartition_data() {
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("parts");
    for (const auto& [points, parts] : {std::pair(1, 1), {7, 3}, {8, 8}, {3, 8}, {100, 7}, {64, 64}, {1000, 13}})
        QTest::addRow("%d in %d", points, parts) << points << parts;
}

/// Every point in exactly one part, and no part with two more than another.
void GridTest::partsAreAPartition() {
    QFETCH(int, points);
    QFETCH(int, parts);
    std::multiset<std::uint64_t> seen;
    std::size_t least = SIZE_MAX;
    std::size_t most = 0;
    for (std::uint64_t i = 1; i <= static_cast<std::uint64_t>(parts); ++i) {
        const auto part = Shard{i, static_cast<std::uint64_t>(parts)}.points(static_cast<std::uint64_t>(points));
        QVERIFY(std::is_sorted(part.begin(), part.end()));
        seen.insert(part.begin(), part.end());
        least = std::min(least, part.size());
        most = std::max(most, part.size());
    }
    QCOMPARE(seen.size(), static_cast<std::size_t>(points));
    QCOMPARE(std::set<std::uint64_t>(seen.begin(), seen.end()).size(), static_cast<std::size_t>(points));
    QCOMPARE(*seen.rbegin(), static_cast<std::uint64_t>(points - 1));
    QVERIFY(most - least <= 1);
}

void GridTest::shards() {
    QVERIFY(*parseShard("2/8") == (Shard{2, 8}));
    for (const char* wrong : {"", "1", "0/8", "9/8", "1/0", "a/8", "1/8x", "-1/8", "1/99999999999999999999", "1 /8"}) {
        const auto refused = parseShard(wrong);
        QVERIFY2(!refused, wrong);
        QVERIFY(refused.error().message.find("is no part of a sweep") != std::string::npos);
    }
}

void GridTest::limits() {
    QVERIFY(!Grid::make({}));
    const auto axis = [](const char* spec) { return *parseAxis(spec); };
    const auto twice = Grid::make({axis("a=1"), axis("a=2")});
    QVERIFY(!twice);
    QCOMPARE(twice.error().message, std::string("a is varied twice"));
    QVERIFY(Grid::make({axis("a=1..10000"), axis("b=1..1000")}));
    QVERIFY(!Grid::make({axis("a=1..10000"), axis("b=1..1001")}));
    QVERIFY(!Grid::make({axis("a=1..100000"), axis("b=1..100000"), axis("c=1..100000"), axis("d=1..100000")}));
}

void GridTest::patches_data() {
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char* spec, const char* outcome) {
        QTest::newRow(spec) << QString(spec) << QString(outcome);
    };
    row("/a=2", R"({"a":2,"b":[{"c":"x"},5],"d/e":{}})");
    row("/b/0/c=y", R"({"a":1,"b":[{"c":"y"},5],"d/e":{}})");
    row("/b/1=[1]", R"({"a":1,"b":[{"c":"x"},[1]],"d/e":{}})");
    row("/b/-=6", R"({"a":1,"b":[{"c":"x"},5,6],"d/e":{}})");
    row("/d~1e/f=true", R"({"a":1,"b":[{"c":"x"},5],"d/e":{"f":true}})"); // RFC 6901: ~1 is /
    row("/a=\"2\"", R"({"a":"2","b":[{"c":"x"},5],"d/e":{}})");
    row("/b/2=1", "/b/2: there is no \"2\" in the scenario (the list there has 2 elements, counted from 0)");
    row("/x/y=1", "/x/y: there is no \"x\" in the scenario (there is \"a\", \"b\" or \"d/e\")");
    row("/a/y=1", "/a/y: there is no \"y\" in the scenario (there is 1, which has no parts)");
    row("a=1", "\"a=1\" sets nothing (write POINTER=VALUE, as in /streams/0/rate=500)");
    row("/a", "\"/a\" sets nothing (write POINTER=VALUE, as in /streams/0/rate=500)");
}

void GridTest::patches() {
    QFETCH(QString, spec);
    QFETCH(QString, outcome);
    const auto patch = parsePatch(spec.toStdString());
    const auto patched = patch ? patchScenario(R"({"a": 1, "b": [{"c": "x"}, 5], "d/e": {}})", *patch)
                               : shardscape::model::Result<std::string>(tl::unexpected(patch.error()));
    if (!patched)
        QCOMPARE(QString::fromStdString(patched.error().text()), outcome);
    else
        QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(*patched)),
                 QJsonDocument::fromJson(outcome.toUtf8()));
}

QTEST_APPLESS_MAIN(GridTest)
#include "grid_test.moc"
