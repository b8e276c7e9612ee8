// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>

#include "estimator/summary/estimate.h"
#include "model/exchange/import/import.h"
#include "tests/support/estimating.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
namespace tests = shardscape::tests;

namespace {

const char* const kShop = "CREATE TABLE customers (id bigint PRIMARY KEY, name text);"
                          "CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id bigint "
                          "NOT NULL REFERENCES customers, "
                          "created_at timestamptz NOT NULL DEFAULT now(), total numeric(10,2), note text);"
                          "CREATE TABLE counters (name text PRIMARY KEY, value bigint NOT NULL);";
const std::string kVolumes =
    "-- table: customers rows=1M\n-- table: orders rows=100M growth=100k/day\n-- table: counters rows=1000\n"
    "-- relationship: orders.customer_id mean=100 max=5M powerlaw(2.1)\n\n";

Estimate run(const char* engine, const std::string& workload, Layout layout = {}) {
    const Project project = tests::projectOf(kShop, kVolumes + workload);
    layout.engine = engine;
    auto result = estimate(project, tests::engine(engine), layout);
    if (!result)
        qFatal("%s", result.error().text().c_str());
    return std::move(*result);
}

const Problem* find(const Estimate& estimate, const char* id) {
    auto at = std::find_if(estimate.problems.begin(), estimate.problems.end(),
                           [&](const Problem& problem) { return problem.id == id; });
    return at == estimate.problems.end() ? nullptr : &*at;
}

const char* const kGood =
    "-- name: GetOrder :one\n-- rate: 100/s\n-- p99: 50ms\nSELECT total FROM orders WHERE id = $1;\n";

} // namespace

/// Each rule on a model that has the problem and on one that has not.
class ProblemsTest : public QObject {
    Q_OBJECT

private slots:
    void aSoundModelHasNone();
    void unbounded();
    void scatter();
    void unserved();
    void hotCounter();
    void offsetPaging();
    void missedTarget();
    void overload();
    void sizeLimits();
    void entityAttributeValue_data();
    void entityAttributeValue();
    void worstFirst();
};

void ProblemsTest::aSoundModelHasNone() {
    for (const char* engine : {"postgresql", "cassandra", "dynamodb"}) {
        const Estimate result = run(engine, kGood);
        for (const Problem& problem : result.problems)
            QFAIL((std::string(engine) + ": " + problem.id + ": " + problem.why).c_str());
    }
}

void ProblemsTest::unbounded() {
    const Estimate result = run(
        "postgresql",
        "-- name: AllOrders :many\n-- rate: 1/s\nSELECT id FROM orders WHERE customer_id = $1 ORDER BY created_at;\n");
    const Problem* problem = find(result, "unbounded-query");
    QVERIFY(problem);
    QCOMPARE(problem->severity, Severity::Error);
    QCOMPARE(problem->where, std::string("pattern AllOrders on PostgreSQL"));
    QCOMPARE(problem->pattern, result.patterns[0].pattern);
    QVERIFY(!problem->why.empty() && !problem->fix.empty());
}

void ProblemsTest::scatter() {
    Layout layout;
    layout.partitions = 16;
    const Estimate result =
        run("postgresql",
            "-- name: ByCustomer :many\n-- rate: 1000/s\nSELECT id FROM orders WHERE customer_id = $1 ORDER BY "
            "created_at DESC LIMIT "
            "20;\n\n-- name: Newest :many\n-- rate: 1/s\nSELECT id FROM orders ORDER BY created_at DESC LIMIT 20;\n",
            layout);
    const Problem* problem = find(result, "scatter-read");
    QVERIFY(problem);
    QCOMPARE(problem->where, std::string("pattern Newest on PostgreSQL"));
    // 1 − 0.99^16 = 14.9 %.
    QVERIFY2(problem->why.find("16 partitions") != std::string::npos && problem->why.find("15 %") != std::string::npos,
             problem->why.c_str());
}

void ProblemsTest::unserved() {
    const Estimate result = run(
        "redis", "-- name: Pay :exec\n-- rate: 1/s\n-- consistency: strong\nSELECT total FROM orders WHERE id = $1;\n");
    const Problem* problem = find(result, "unserved-pattern");
    QVERIFY(problem);
    QVERIFY(std::isinf(result.patterns[0].p99.value()));
}

void ProblemsTest::hotCounter() {
    // One of a thousand counters takes 90 % of 30,000 updates a second, 27,000; its leader does 8 / 408 µs = 19,600 at
    // most.
    const char* const kWorkload = "-- name: Count :exec\n-- rate: %1/s\n-- keys: name hotset(0.001, 0.9)\nUPDATE "
                                  "counters SET value = value + 1 WHERE name = $1;\n";
    const Estimate hot = run("postgresql", QString(kWorkload).arg(30000).toStdString());
    const Problem* problem = find(hot, "hot-counter");
    QVERIFY(problem);
    QCOMPARE(problem->severity, Severity::Error);
    QVERIFY2(problem->why.find("90.0 %") != std::string::npos, problem->why.c_str());
    QVERIFY(!find(run("postgresql", QString(kWorkload).arg(1000).toStdString()), "hot-counter"));
}

void ProblemsTest::offsetPaging() {
    const Estimate result =
        run("postgresql", "-- name: Page :many\n-- rate: 1/s\nSELECT id FROM orders ORDER BY id LIMIT 20 OFFSET $1;\n");
    QVERIFY(find(result, "offset-paging"));
    QVERIFY(!find(run("postgresql", kGood), "offset-paging"));
}

void ProblemsTest::missedTarget() {
    // A point read of 100 µs has a p99 of at least 100 µs × ln 100 = 461 µs.
    const Estimate missed =
        run("postgresql", "-- name: Get :one\n-- rate: 10/s\n-- p99: 400us\nSELECT total FROM orders WHERE id = $1;\n");
    QVERIFY(find(missed, "p99-missed"));
    QVERIFY(!find(
        run("postgresql", "-- name: Get :one\n-- rate: 10/s\n-- p99: 500us\nSELECT total FROM orders WHERE id = $1;\n"),
        "p99-missed"));
}

void ProblemsTest::overload() {
    // 100,000 reads a second on one node of eight servers of 100 µs, which does 80,000.
    Layout layout;
    layout.nodes = 1;
    layout.replicas = 1;
    const Estimate result =
        run("postgresql", "-- name: Get :one\n-- rate: 100000/s\nSELECT total FROM orders WHERE id = $1;\n", layout);
    const Problem* problem = find(result, "overload");
    QVERIFY(problem);
    QVERIFY2(problem->why.find("125 %") != std::string::npos, problem->why.c_str());
    QVERIFY(std::isinf(result.patterns[0].p99.value()));
    QVERIFY(std::abs(result.meanUtilisation.value() - 1.25) < 1e-9);
    layout.nodes = 2;
    layout.replicas = 2;
    QVERIFY(!find(run("postgresql", "-- name: Get :one\n-- rate: 100000/s\n-- consistency: eventual\nSELECT total FROM "
                                    "orders WHERE id = $1;\n"),
                  "overload"));
}

void ProblemsTest::sizeLimits() {
    // DynamoDB refuses items above 409,600 bytes.
    const Estimate large = run("dynamodb", std::string("-- column: orders.note avg=2kB max=600kB\n\n").append(kGood));
    QVERIFY(find(large, "item-too-large"));
    QVERIFY(!find(run("dynamodb", std::string("-- column: orders.note avg=2kB max=300kB\n\n").append(kGood)),
                  "item-too-large"));
    // A customer with 5 million orders in one Cassandra partition: far more than 100 MB.
    const char* const kByCustomer = "-- name: ByCustomer :many\n-- rate: 10/s\nSELECT id, total, note FROM orders "
                                    "WHERE customer_id = $1 ORDER BY created_at DESC LIMIT 20;\n";
    const Estimate wide = run("cassandra", kByCustomer);
    const bool bucketed =
        std::any_of(wide.design.structures.begin(), wide.design.structures.end(), [](const Structure& structure) {
            return std::any_of(structure.columns.begin(), structure.columns.end(),
                               [](const StructureColumn& column) { return column.buckets > 0; });
        });
    QVERIFY(bucketed || find(wide, "large-partition")); // the mapping may have cut it into buckets already
}

void ProblemsTest::entityAttributeValue_data() {
    QTest::addColumn<QString>("table");
    QTest::addColumn<bool>("found");
    QTest::newRow("name and value")
        << "CREATE TABLE product_attributes (product_id bigint REFERENCES products, attribute "
           "text, value text, PRIMARY KEY (product_id, attribute));"
        << true;
    QTest::newRow("meta of WordPress") << "CREATE TABLE product_meta (meta_id bigint PRIMARY KEY, product_id bigint "
                                          "REFERENCES products, meta_key varchar(255), meta_value text);"
                                       << true;
    QTest::newRow("a table of properties")
        << "CREATE TABLE attributes (id int PRIMARY KEY, label text); CREATE TABLE v (product_id bigint REFERENCES "
           "products, attribute_id int REFERENCES attributes, value text, PRIMARY KEY (product_id, attribute_id));"
        << true;
    QTest::newRow("a rating")
        << "CREATE TABLE ratings (product_id bigint REFERENCES products, user_name text, value int, "
           "PRIMARY KEY (product_id, user_name));"
        << false;
    QTest::newRow("settings of nobody") << "CREATE TABLE settings (key text PRIMARY KEY, value text, at timestamp);"
                                        << false;
    QTest::newRow("a comment")
        << "CREATE TABLE comments (id bigint PRIMARY KEY, product_id bigint REFERENCES products, "
           "author text, content text);"
        << false;
}

/// Rows of (what of, which property, its value) are found by their shape; numbers and things with a meaning are not.
void ProblemsTest::entityAttributeValue() {
    QFETCH(QString, table);
    QFETCH(bool, found);
    const Project project =
        tests::projectOf("CREATE TABLE products (id bigint PRIMARY KEY);" + table.toStdString(), "");
    Layout layout;
    layout.engine = "postgresql";
    const auto result = estimate(project, tests::engine("postgresql"), layout);
    QVERIFY(result.has_value());
    const Problem* problem = find(*result, "entity-attribute-value");
    QCOMPARE(problem != nullptr, found);
    if (problem)
        QVERIFY(problem->entity && !problem->fix.empty());
}

void ProblemsTest::worstFirst() {
    const Estimate result = run("postgresql", "-- name: Page :many\n-- rate: 1/s\nSELECT id FROM orders ORDER BY id "
                                              "LIMIT 20 OFFSET $1;\n\n-- name: All :many\n-- rate: "
                                              "1/s\nSELECT id FROM orders;\n");
    QVERIFY(result.problems.size() >= 2);
    QVERIFY(std::is_sorted(result.problems.begin(), result.problems.end(),
                           [](const Problem& a, const Problem& b) { return a.severity > b.severity; }));
}

QTEST_APPLESS_MAIN(ProblemsTest)
#include "problems_test.moc"
