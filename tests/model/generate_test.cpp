// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>
#include <map>
#include <set>

#include "model/exchange/export/generated_rows.h"
#include "model/exchange/import/import.h"
#include "model/generate/fan_out_rows.h"
#include "model/generate/value_writer.h"

using namespace shardscape::model;

namespace {

Project project(const char* ddl, const char* statistics) {
    const auto imported = importPostgres({{"schema.sql", ddl}});
    const auto with = importWorkload(imported->project, {"workload.sql", statistics});
    if (!with)
        qFatal("%s", with.error().text().c_str());
    return with->project;
}

std::vector<Cell> column(const DataPlan& plan, const Project& project, const char* table, const char* name) {
    const Entity& entity = *project.findEntity(table);
    std::vector<Cell> out;
    for (std::uint64_t row = 0; row < plan.rows(entity.id); ++row)
        out.push_back(plan.cell(entity.id, row, entity.findByName(name)->id));
    return out;
}

} // namespace

/// Generated rows have the statistics that the model states.
class GenerateTest : public QObject {
    Q_OBJECT
private slots:
    void permutationsVisitEverythingOnce();
    void datesAreThoseOfTheCalendar();
    void lengthsNullsAndDifferentValues();
    void sameSeedSameRows();
    void foreignKeysReferToRowsThatAreThere();
    void fanOut_data();
    void fanOut();
    void keysOfSeveralColumnsAreUnique();
    void checksHold();
    void tooFewValuesAreRefused();
    void csvAndJson();
};

void GenerateTest::permutationsVisitEverythingOnce() {
    for (std::uint64_t n : {1, 2, 3, 17, 256, 1000, 4097}) {
        const Permutation order(n, 42);
        std::set<std::uint64_t> seen;
        for (std::uint64_t i = 0; i < n; ++i)
            seen.insert(order.at(i));
        QCOMPARE(seen.size(), n);
        QVERIFY(*seen.rbegin() < n);
    }
}

void GenerateTest::datesAreThoseOfTheCalendar() {
    // From any calendar: 2000 was a leap year, 2026-01-01 is day 20,454 of the Unix epoch (date -d @… of coreutils).
    QCOMPARE(dateText(0), std::string("1970-01-01"));
    QCOMPARE(dateText(11016), std::string("2000-02-29"));
    QCOMPARE(dateText(20454), std::string("2026-01-01"));
    QCOMPARE(dateText(-1), std::string("1969-12-31"));
}

void GenerateTest::lengthsNullsAndDifferentValues() {
    const Project p =
        project("CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text, b text NOT NULL, n "
                "int, e text NOT NULL);",
                "-- table: t rows=20000\n-- column: t.a avg=30B max=50B nulls=0.25 distinct=15000\n-- column: "
                "t.b avg=100B max=400B distinct=20000\n-- column: t.n distinct=37\n");
    const auto plan = DataPlan::make(p, {});
    QVERIFY(plan.has_value());
    double length = 0, most = 0, nulls = 0;
    std::set<std::string> values;
    for (const Cell& cell : column(*plan, p, "t", "a")) {
        nulls += cell.kind == Cell::Kind::Null;
        length += static_cast<double>(cell.text.size());
        most = std::max(most, static_cast<double>(cell.text.size()));
        values.insert(cell.text);
    }
    // A share of 0.25 of 20,000 draws has a standard deviation of 0.0031: four of them.
    QVERIFY(std::abs(nulls / 20000 - 0.25) < 0.0125);
    QVERIFY(std::abs(length / (20000 - nulls) - 30) < 0.3);
    QVERIFY(most <= 50 && most > 48);
    // As many different values as there are values that are not null; the set also has the text of a null.
    QVERIFY(std::abs(static_cast<double>(values.size()) - (20000 - nulls)) <= 1);
    length = most = 0;
    for (const Cell& cell : column(*plan, p, "t", "b")) {
        length += static_cast<double>(cell.text.size());
        most = std::max(most, static_cast<double>(cell.text.size()));
    }
    QVERIFY(std::abs(length / 20000 - 100) < 1); // a long tail; its shortest need three digits to differ
    QVERIFY(most <= 400 && most > 390);
    std::map<std::string, int> numbers;
    for (const Cell& cell : column(*plan, p, "t", "n"))
        ++numbers[cell.text];
    QCOMPARE(numbers.size(), 37u);
    for (const auto& [number, count] : numbers)
        QVERIFY(count == 20000 / 37 || count == 20000 / 37 + 1); // each equally often
}

void GenerateTest::sameSeedSameRows() {
    const Project p =
        project("CREATE TABLE t (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), a text);", "-- table: t rows=500\n");
    const auto text = [&](std::uint64_t seed) {
        GenerateOptions options;
        options.seed = seed;
        const auto plan = DataPlan::make(p, options);
        std::string out;
        if (!writeCsvRows(*plan, p.findEntity("t")->id, [&](std::string_view more) {
                out += more;
                return true;
            }))
            qFatal("not written");
        return out;
    };
    QCOMPARE(text(1), text(1));
    QVERIFY(text(1) != text(2));
}

void GenerateTest::foreignKeysReferToRowsThatAreThere() {
    const Project p = project(
        "CREATE TABLE a (tenant int NOT NULL, id bigint NOT NULL, PRIMARY KEY (tenant, id)); CREATE TABLE b (id bigint "
        "GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant int NOT NULL, account bigint NOT NULL, boss bigint "
        "REFERENCES b, "
        "FOREIGN KEY (tenant, account) REFERENCES a); CREATE TABLE c (b_id bigint PRIMARY KEY REFERENCES b);",
        "-- table: a rows=300\n-- table: b rows=2000\n-- table: c rows=1500\n-- column: a.tenant distinct=10\n");
    const auto plan = DataPlan::make(p, {});
    QVERIFY2(plan.has_value(), plan ? "" : plan.error().text().c_str());
    std::set<std::pair<std::string, std::string>> parents;
    const auto tenants = column(*plan, p, "a", "tenant"), ids = column(*plan, p, "a", "id");
    for (std::size_t i = 0; i < tenants.size(); ++i)
        parents.insert({tenants[i].text, ids[i].text});
    QCOMPARE(parents.size(), 300u); // the key holds
    const auto tenant = column(*plan, p, "b", "tenant"), account = column(*plan, p, "b", "account"),
               boss = column(*plan, p, "b", "boss");
    for (std::size_t i = 0; i < tenant.size(); ++i) {
        QVERIFY(parents.contains({tenant[i].text, account[i].text}));
        QVERIFY(boss[i].kind == Cell::Kind::Null || std::stoul(boss[i].text) <= i); // an earlier row
    }
    std::set<std::string> ones;
    for (const Cell& cell : column(*plan, p, "c", "b_id")) {
        ones.insert(cell.text);
        QVERIFY(std::stoul(cell.text) >= 1 && std::stoul(cell.text) <= 2000);
    }
    QCOMPARE(ones.size(), 1500u);
}

void GenerateTest::fanOut_data() {
    QTest::addColumn<int>("shape");
    QTest::addColumn<double>("maximum");
    QTest::addColumn<double>("median"); // children of the median parent, mean 10, from the distribution function
    QTest::newRow("fixed") << int(FanOutShape::Fixed) << 0.0 << 10.0;
    QTest::newRow("geometric") << int(FanOutShape::Geometric) << 0.0 << 10 * std::log(2.0);
    QTest::newRow("geometric with a celebrity") << int(FanOutShape::Geometric) << 2000.0 << 8.0 * std::log(2.0);
    QTest::newRow("power law") << int(FanOutShape::PowerLaw) << 2000.0 << -1.0;
}

void GenerateTest::fanOut() {
    QFETCH(int, shape);
    QFETCH(double, maximum);
    QFETCH(double, median);
    FanOut stated;
    stated.mean = 10;
    stated.shape = static_cast<FanOutShape>(shape);
    stated.alpha = 2.2;
    if (maximum > 0)
        stated.maximum = maximum;
    const FanOutRows rows(1000, 10000, stated, 1, 5);
    std::vector<std::uint64_t> children(1000);
    std::set<std::pair<std::uint64_t, std::uint64_t>> places;
    for (std::uint64_t i = 0; i < 10000; ++i) {
        const FanOutRows::Place place = rows.at(i);
        QVERIFY(place.parent < 1000);
        ++children[place.parent];
        places.insert({place.parent, place.rank});
    }
    QCOMPARE(places.size(), 10000u); // ranks are different
    for (const auto& [parent, rank] : places)
        QVERIFY(rank < children[parent]); // and without gaps
    std::sort(children.begin(), children.end());
    if (maximum > 0)
        QCOMPARE(children.back(), static_cast<std::uint64_t>(maximum));
    if (median > 0)
        QVERIFY(std::abs(static_cast<double>(children[500]) - median) <= 1);
    else // a power law has most of its parents far below the mean
        QVERIFY(children[500] < 7);
}

void GenerateTest::keysOfSeveralColumnsAreUnique() {
    const Project p = project(
        "CREATE TABLE u (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY); CREATE TABLE g (id bigint GENERATED "
        "ALWAYS AS IDENTITY PRIMARY KEY); CREATE TABLE m (u bigint REFERENCES u, g bigint REFERENCES g, PRIMARY KEY "
        "(u, g)); CREATE TABLE l (u bigint NOT NULL REFERENCES u, line smallint NOT NULL, UNIQUE (u, line));",
        "-- table: u rows=400\n-- table: g rows=60\n-- table: m rows=8000\n-- table: l rows=3000\n-- relationship: "
        "l.u mean=7.5 max=90 geometric\n-- relationship: m.u mean=20 fixed\n");
    const auto plan = DataPlan::make(p, {});
    QVERIFY2(plan.has_value(), plan ? "" : plan.error().text().c_str());
    for (const auto& [table, first, second] : {std::tuple{"m", "u", "g"}, {"l", "u", "line"}}) {
        const auto a = column(*plan, p, table, first), b = column(*plan, p, table, second);
        std::set<std::pair<std::string, std::string>> keys;
        for (std::size_t i = 0; i < a.size(); ++i)
            keys.insert({a[i].text, b[i].text});
        QCOMPARE(keys.size(), a.size());
    }
}

void GenerateTest::checksHold() {
    const Project p =
        project("CREATE TYPE mood AS ENUM ('calm', 'wild'); CREATE TABLE t (a int CHECK (a >= 0 AND a < 5), b text "
                "CHECK (b IN ('x', 'it''s')), c int CHECK (c BETWEEN 10 AND 12), d mood, e varchar(3) UNIQUE);",
                "-- table: t rows=400\n");
    const auto plan = DataPlan::make(p, {});
    QVERIFY(plan.has_value());
    const auto different = [&](const char* name) {
        std::set<std::string> out;
        for (const Cell& cell : column(*plan, p, "t", name))
            out.insert(cell.text);
        return out;
    };
    QCOMPARE(different("a"), (std::set<std::string>{"0", "1", "2", "3", "4"}));
    QCOMPARE(different("b"), (std::set<std::string>{"x", "it's"}));
    QCOMPARE(different("c"), (std::set<std::string>{"10", "11", "12"}));
    QCOMPARE(different("d"), (std::set<std::string>{"calm", "wild"}));
    QCOMPARE(different("e").size(), 400u);
}

void GenerateTest::tooFewValuesAreRefused() {
    const Project p = project("CREATE TABLE t (a smallint PRIMARY KEY);", "-- table: t rows=40000\n");
    const auto plan = DataPlan::make(p, {});
    QVERIFY(!plan.has_value());
    QVERIFY(plan.error().message.find("t.a") != std::string::npos);
}

void GenerateTest::csvAndJson() {
    const Project p =
        project("CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ok bool NOT NULL, b text, tags "
                "text[] NOT NULL);",
                "-- table: t rows=3\n-- column: t.b nulls=1\n-- column: t.tags avg=16B max=16B\n");
    const auto plan = DataPlan::make(p, {});
    std::string csv, json;
    const EntityId id = p.findEntity("t")->id;
    QVERIFY(writeCsvRows(*plan, id, [&](std::string_view text) {
        csv += text;
        return true;
    }));
    QVERIFY(writeJsonRows(*plan, id, [&](std::string_view text) {
        json += text;
        return true;
    }));
    QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), 4);
    QVERIFY(csv.starts_with("id,ok,b,tags\r\n1,"));
    for (const QByteArray& line : QByteArray::fromStdString(json).split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        QVERIFY(row["ok"].isBool() && row["b"].isNull() && row["tags"].isArray() && row["id"].isDouble());
    }
    QVERIFY(!writeCsvRows(*plan, id, [](std::string_view) { return false; })); // a full disk
}

QTEST_APPLESS_MAIN(GenerateTest)
#include "generate_test.moc"
