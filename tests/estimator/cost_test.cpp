// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>

#include "estimator/cost/cost.h"
#include "model/exchange/import/import.h"
#include "tests/support/estimating.h"
#include "tests/support/folders.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
namespace tests = shardscape::tests;
using shardscape::tests::engine;
using shardscape::tests::projectOf;
using shardscape::tests::within;

namespace {

const PriceBook& book() {
    static const PriceBook kBook = [] {
        auto loaded = PriceBook::load({(tests::sourceFolder() + "/resources/prices").toStdString()});
        if (!loaded)
            qFatal("%s", loaded.error().text().c_str());
        return *loaded;
    }();
    return kBook;
}

CostEstimate run(const Project& project, const char* name, Layout layout = {}, const std::string& wanted = {}) {
    const EngineProfile profile = engine(name);
    layout.engine = name;
    const auto result = estimate(project, profile, layout);
    if (!result)
        qFatal("%s", result.error().text().c_str());
    return costOf(project, profile, layout, *result, book(), wanted);
}

double line(const std::vector<CostLine>& lines, const char* start) {
    for (const CostLine& one : lines)
        if (one.name.rfind(start, 0) == 0)
            return one.month.value();
    qWarning("there is no line %s", start);
    return -1;
}

Project items(const char* rate = "100/s", const char* rows = "100M") {
    return projectOf("CREATE TABLE items (id bigint PRIMARY KEY, body text NOT NULL);",
                     std::string("-- table: items rows=") + rows +
                         "\n-- column: items.body avg=3000B max=3000B\n\n-- name: Get :one\n-- rate: 400/s\n"
                         "-- consistency: eventual\nSELECT id, body FROM items WHERE id = $1;\n\n"
                         "-- name: GetNow :one\n-- rate: 50/s\n-- consistency: strong\n"
                         "SELECT id, body FROM items WHERE id = $1;\n\n-- name: Add :exec\n-- rate: " +
                         rate + "\nINSERT INTO items (id, body) VALUES ($1, $2);\n");
}

const char* const kOwn = R"({"name": "ours", "title": "Our contract", "currency": "EUR", "as_of": "2026-10-01",
  "engines": ["postgresql"],
  "machines": [{"name": "big", "cores_count": 32, "memory_bytes": 137438953472, "per_hour": 2,
                "source": "contract", "as_of": "2026-10-01"},
               {"name": "small", "cores_count": 8, "memory_bytes": 34359738368, "per_hour": 0.5,
                "source": "contract", "as_of": "2026-10-01"}],
  "prices": {"storage_per_gb_month": {"value": 0.1, "source": "contract", "as_of": "2026-10-01"}}})";

} // namespace

/// Bills by hand: list prices of resources/prices times what the model needs.
class CostTest : public QObject {
    Q_OBJECT

private slots:
    void dynamodbOnDemand();
    void dynamodbProvisioned();
    void dynamodbIndexesAreWrittenToo();
    void dynamodbFreeStorage();
    void machinesOfEachEngine();
    void disksNetworkAndBackup();
    void cacheOnMachines();
    void ownSheet();
    void noPriceIsNotZero();
    void layoutNamesItsSheet();
    void sumsAreExact();
    void moreCostsNoLess();
    void anIndexLessCostsNoMore();
    void replicasMultiply();
    void brokenSheets_data();
    void brokenSheets();
    void sheetsOfTheProduct();
};

void CostTest::dynamodbOnDemand() {
    // An item of about 3,050 bytes: ⌈3,050 ÷ 1,024⌉ = 3 write units, ⌈3,050 ÷ 4,096⌉ = 1 read unit, half when eventual.
    // A second: 100 × 3 = 300 write units; 400 × 0.5 + 50 × 1 = 250 read units. A month of 730 h is 2,628,000 s:
    // 788.4 million × 0.625 = 492.75; 657 million × 0.125 = 82.125.
    const CostEstimate cost = run(items(), "dynamodb");
    QVERIFY2(cost.priced, cost.why.c_str());
    QVERIFY(within(line(cost.lines, "write request units"), 492.75, 1e-9));
    QVERIFY(within(line(cost.lines, "read request units"), 82.125, 1e-9));
    QCOMPARE(cost.currency, std::string("USD"));
    QCOMPARE(cost.sheet, std::string("aws-dynamodb"));
    QVERIFY(!cost.asOf.empty());
    // 550 requests a second are 1,445.4 million a month.
    QVERIFY(within(cost.perMillion.value(), cost.month.value() / 1445.4, 1e-9));
}

void CostTest::dynamodbProvisioned() {
    // For the busiest minute at 70 %: ⌈300 ÷ 0.7⌉ = 429 write units × 730 h × 0.00065 = 203.5605; ⌈250 ÷ 0.7⌉ = 358
    // read units × 730 h × 0.00013 = 33.9742.
    const CostEstimate cost = run(items(), "dynamodb");
    QVERIFY(within(line(cost.alternatives, "write units, provisioned"), 203.5605, 1e-9));
    QVERIFY(within(line(cost.alternatives, "read units, provisioned"), 33.9742, 1e-9));
    // A sheet that says so bills them, and shows on demand as the other way.
    std::vector<PriceSheet> sheets = book().sheets();
    for (PriceSheet& sheet : sheets)
        sheet.billing = "cheaper";
    Layout layout;
    layout.engine = "dynamodb";
    const Project project = items();
    const EngineProfile profile = engine("dynamodb");
    const auto numbers = estimate(project, profile, layout);
    QVERIFY(numbers);
    const CostEstimate cheaper = costOf(project, profile, layout, *numbers, PriceBook(sheets));
    QVERIFY(within(line(cheaper.lines, "write units, provisioned"), 203.5605, 1e-9));
    QVERIFY(within(line(cheaper.alternatives, "write request units"), 492.75, 1e-9));
    QVERIFY(within(cheaper.part(CostPart::Requests).value(), 203.5605 + 33.9742, 1e-9));
}

void CostTest::dynamodbIndexesAreWrittenToo() {
    // 200 items a second of less than 1 kB, found by id and by owner: a unit for the item and one for the index entry.
    const Project project = projectOf(
        "CREATE TABLE notes (id bigint PRIMARY KEY, owner bigint NOT NULL, at timestamptz NOT NULL);",
        "-- table: notes rows=1M\n-- column: notes.owner distinct=100k\n\n-- name: One :one\n-- rate: 10/s\nSELECT id, "
        "owner, at FROM notes WHERE id = $1;\n\n-- name: ByOwner :many\n-- rate: 10/s\n-- consistency: "
        "eventual\nSELECT "
        "id, owner, at FROM notes WHERE owner = $1 ORDER BY at DESC LIMIT 10;\n\n-- name: Add :exec\n-- rate: "
        "200/s\nINSERT INTO notes (id, owner, at) VALUES ($1, $2, $3);\n");
    const CostEstimate cost = run(project, "dynamodb");
    // 400 units × 2,628,000 s × 0.625 ÷ a million = 657.
    QVERIFY(within(line(cost.lines, "write request units"), 657, 1e-9));
}

void CostTest::dynamodbFreeStorage() {
    // 100 million items of about 3,050 + 100 bytes are 315 GB, 293 GiB; 25 are free: 268 × 0.25 = 67; recovery 293 ×
    // 0.2.
    const CostEstimate cost = run(items(), "dynamodb");
    QVERIFY(within(line(cost.lines, "storage"), (315e9 / 1073741824 - 25) * 0.25, 0.02));
    QVERIFY(within(line(cost.lines, "backup"), 315e9 / 1073741824 * 0.2, 0.02));
    QCOMPARE(line(run(items("100/s", "1M"), "dynamodb").lines, "storage"), 0.0);
}

void CostTest::machinesOfEachEngine() {
    // A PostgreSQL node has 8 cores and 32 GiB: m7g.2xlarge at 0.3264 an hour, two of them for 730 h are 476.544.
    const Project small = items("1/s", "1000");
    Layout two;
    two.nodes = 2;
    QVERIFY(within(line(run(small, "postgresql", two).lines, "2 × m7g.2xlarge"), 476.544, 1e-9));
    // Cassandra: 16 cores and 64 GiB, m7g.4xlarge at 0.6528; three for 730 h are 1,429.632.
    Layout three;
    three.nodes = 3;
    QVERIFY(within(line(run(small, "cassandra", three).lines, "3 × m7g.4xlarge"), 1429.632, 1e-9));
    // Redis: one core and 25 GiB. r7g.xlarge has 32 GiB and costs 0.2142, less than m7g.2xlarge.
    QVERIFY(within(line(run(small, "redis", two).lines, "2 × r7g.xlarge"), 2 * 0.2142 * 730, 1e-9));
    // Managed PostgreSQL by name: db.m7g.2xlarge at 0.674.
    QVERIFY(within(line(run(small, "postgresql", two, "aws-rds").lines, "2 × db.m7g.2xlarge"), 984.04, 1e-9));
    QCOMPARE(run(small, "postgresql", two).sheet, std::string("aws-ec2")); // the first that covers it
}

void CostTest::disksNetworkAndBackup() {
    // 100 million rows of 3 kB on PostgreSQL, two copies. Disks: bytes × 2 ÷ 0.7; backup: bytes once.
    const Project project = items();
    Layout layout;
    layout.engine = "postgresql";
    layout.replicas = 2;
    const EngineProfile profile = engine("postgresql");
    const auto numbers = estimate(project, profile, layout);
    QVERIFY(numbers);
    const double gigabytes = numbers->growth[0].bytes.value() / 1073741824;
    const CostEstimate cost = costOf(project, profile, layout, *numbers, book());
    QVERIFY(within(line(cost.lines, "disks"), gigabytes * 2 / 0.7 * 0.08, 1e-6));
    QVERIFY(within(line(cost.lines, "backup"), gigabytes * 0.05, 1e-6));
    // Between two zones: each of 100 rows a second once more (3,008 bytes of values), and half of 450 answers.
    const double bytes = 100 * 3008.0 + 450 * 0.5 * 3008;
    QVERIFY(within(line(cost.lines, "between zones"), bytes * 2628000 / 1073741824 * 0.02, 1e-6));
    // Managed: backups up to the provisioned storage are included.
    QCOMPARE(costOf(project, profile, layout, *numbers, book(), "aws-rds").part(CostPart::Backup).value(), 0.0);
}

void CostTest::cacheOnMachines() {
    // 60 GiB of cache on nodes of 25 GiB filled to 80 %: ⌈60 ÷ 20⌉ = 3 × r7g.xlarge × 0.2142 × 730; the service's own
    // sheet has no machines, so they come from the one that has.
    Layout layout;
    layout.cache = true;
    layout.cacheBytes = 60.0 * 1073741824;
    QVERIFY(within(line(run(items(), "dynamodb", layout).lines, "3 × r7g.xlarge for the cache"), 469.098, 1e-9));
}

void CostTest::ownSheet() {
    Layout layout;
    layout.nodes = 2;
    const CostEstimate cost = run(items("1/s", "1000"), "postgresql", layout, kOwn);
    QVERIFY2(cost.priced, cost.why.c_str());
    QVERIFY(within(line(cost.lines, "2 × small"), 730, 1e-12)); // the cheapest that fits, though it is listed last
    QCOMPARE(cost.currency, std::string("EUR"));
    QCOMPARE(formatMoney(cost.part(CostPart::Compute).value(), cost.currency), std::string("730.00 EUR"));
    QCOMPARE(formatMoney(4203.4, "USD"), std::string("$4.20 k"));
    QVERIFY(cost.month.unit() != Unit::Money); // that would be written with a dollar sign
    QVERIFY(QString::fromStdString(cost.month.name()).contains("EUR"));
}

void CostTest::noPriceIsNotZero() {
    const Project project = items("1/s", "1000");
    Layout layout;
    const CostEstimate other = run(project, "cassandra", layout, kOwn); // the sheet is for PostgreSQL
    QVERIFY(!other.priced);
    QVERIFY(!other.why.empty());
    layout.engine = "postgresql";
    const EngineProfile profile = engine("postgresql");
    const auto numbers = estimate(project, profile, layout);
    const CostEstimate none = costOf(project, profile, layout, *numbers, PriceBook());
    QVERIFY(!none.priced);
    QVERIFY(QString::fromStdString(none.why).contains("no price sheet covers postgresql"));
    QVERIFY(QString::fromStdString(costOf(project, profile, layout, *numbers, book(), "aws-ec").why)
                .contains("did you mean \"aws-ec2\""));
    // A node larger than any machine of the sheet.
    EngineProfile large = profile;
    large.constants["capacity.servers_per_node_count"].value = 1000;
    QVERIFY(!costOf(project, large, layout, *numbers, book()).priced);
}

void CostTest::layoutNamesItsSheet() {
    const Project project = items();
    Layout layout;
    QCOMPARE(run(project, "postgresql", layout).sheet, std::string("aws-ec2")); // the first by name
    layout.priceSheet = "aws-rds";
    const CostEstimate named = run(project, "postgresql", layout);
    QCOMPARE(named.sheet, std::string("aws-rds"));
    QCOMPARE(named.month.value(), run(project, "postgresql", {}, "aws-rds").month.value());
    QCOMPARE(run(project, "postgresql", layout, "aws-ec2").sheet, std::string("aws-ec2")); // for this once
    layout.priceSheet = kOwn;                                                              // one that the project holds
    QCOMPARE(run(project, "postgresql", layout).sheet, std::string("ours"));
    layout.priceSheet = "theirs";
    const CostEstimate unknown = run(project, "postgresql", layout);
    QVERIFY(!unknown.priced);
    QVERIFY(QString::fromStdString(unknown.why).contains("no price sheet called \"theirs\""));
}

void CostTest::sumsAreExact() {
    for (const char* name : {"postgresql", "cassandra", "dynamodb", "redis"}) {
        const CostEstimate cost = run(items(), name);
        QVERIFY2(cost.priced, name);
        std::int64_t total = 0, parts = 0;
        for (const CostLine& one : cost.lines)
            total += std::llround(one.month.value() * 1e6);
        for (CostPart part :
             {CostPart::Compute, CostPart::Storage, CostPart::Requests, CostPart::Network, CostPart::Backup})
            parts += std::llround(cost.part(part).value() * 1e6);
        QCOMPARE(std::llround(cost.month.value() * 1e6), static_cast<long long>(total));
        QCOMPARE(parts, total);
    }
}

void CostTest::moreCostsNoLess() {
    for (const char* name : {"postgresql", "cassandra", "dynamodb"}) {
        double before = 0;
        for (const char* rows : {"1M", "10M", "100M", "1G"}) {
            const double now = run(items("100/s", rows), name).month.value();
            QVERIFY2(now >= before, name);
            before = now;
        }
        double less = 0;
        for (const char* rate : {"1/s", "100/s", "10k/s"}) {
            const double now = run(items(rate), name).month.value();
            QVERIFY2(now >= less, name);
            less = now;
        }
    }
}

void CostTest::anIndexLessCostsNoMore() {
    const char* const indexes[] = {"CREATE INDEX a ON t (x);", "CREATE INDEX b ON t (y);",
                                   "CREATE INDEX c ON t (x, y);"};
    std::string schema = "CREATE TABLE t (id bigint PRIMARY KEY, x int NOT NULL, y int NOT NULL);";
    for (const char* name : {"postgresql", "mariadb"}) {
        double cost = 0, amplification = 0;
        std::string grown = schema;
        for (const char* index : indexes) {
            const Project project =
                projectOf(grown, "-- table: t rows=100M\n\n-- name: Add :exec\n-- rate: 2000/s\nINSERT "
                                 "INTO t (id, x, y) VALUES ($1, $2, $3);\n");
            const EngineProfile profile = engine(name);
            Layout layout;
            layout.engine = name;
            const auto numbers = estimate(project, profile, layout);
            QVERIFY(numbers);
            const double now = costOf(project, profile, layout, *numbers, book()).month.value();
            QVERIFY2(now >= cost && numbers->writeAmplification.value() >= amplification, name);
            cost = now;
            amplification = numbers->writeAmplification.value();
            grown += index;
        }
    }
}

void CostTest::replicasMultiply() {
    // Disks of three copies are three times those of one.
    Layout one, three;
    one.replicas = 1;
    three.replicas = 3;
    for (const char* name : {"postgresql", "cassandra"})
        QVERIFY(within(line(run(items(), name, three).lines, "disks"), 3 * line(run(items(), name, one).lines, "disks"),
                       1e-5));
}

void CostTest::brokenSheets_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("said");
    QTest::newRow("not JSON") << QByteArray("\"EUR\",") << QByteArray("\"EUR\" \"") << "is not JSON";
    QTest::newRow("price without a source") << QByteArray("\"value\": 0.1, \"source\": \"contract\",")
                                            << QByteArray("\"value\": 0.1,") << "/prices/storage_per_gb_month/source";
    QTest::newRow("unknown price") << QByteArray("storage_per_gb_month") << QByteArray("storage_per_gb_mont")
                                   << "did you mean \"storage_per_gb_month\"";
    QTest::newRow("not a day") << QByteArray("\"as_of\": \"2026-10-01\",\n  \"engines")
                               << QByteArray("\"as_of\": \"October\",\n  \"engines") << "is not a day";
    QTest::newRow("no engines") << QByteArray("[\"postgresql\"]") << QByteArray("[]") << "/engines";
    QTest::newRow("negative") << QByteArray("\"per_hour\": 2,") << QByteArray("\"per_hour\": -2,")
                              << "/machines/0/per_hour";
    QTest::newRow("no currency") << QByteArray("\"currency\": \"EUR\",") << QByteArray() << "/currency";
}

void CostTest::brokenSheets() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, said);
    QByteArray text(kOwn);
    QVERIFY(text.contains(from));
    text.replace(text.indexOf(from), from.size(), to);
    const auto sheet = parsePriceSheet(text.toStdString(), "ours.json");
    QVERIFY(!sheet);
    const QString message = QString::fromStdString(sheet.error().text());
    QVERIFY2(message.contains(said), qPrintable(message));
    QVERIFY(message.startsWith("ours.json"));
}

void CostTest::sheetsOfTheProduct() {
    QVERIFY(book().sheets().size() >= 3);
    for (const PriceSheet& sheet : book().sheets()) {
        QVERIFY(!sheet.machines.empty() || !sheet.prices.empty());
        for (const MachineType& machine : sheet.machines)
            QVERIFY2(machine.perHour.source.find("https://") != std::string::npos, machine.name.c_str());
        for (const auto& [key, price] : sheet.prices)
            QVERIFY2(price.source.find("https://") != std::string::npos, key.c_str());
    }
}

QTEST_APPLESS_MAIN(CostTest)
#include "cost_test.moc"
