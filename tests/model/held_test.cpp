// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Boundaries on several engines: who serves what, and what each layout sees. Numbers are the rates and fan-outs stated
// below, by hand.
#include <QTest>

#include "model/exchange/import/import.h"
#include "model/physical/held.h"

using namespace shardscape::model;

namespace {

const char* const kShop = R"(
CREATE TABLE products (product_id bigint PRIMARY KEY, category int NOT NULL, name text NOT NULL, price int NOT NULL);
CREATE TABLE orders (order_id bigint PRIMARY KEY, user_id bigint NOT NULL, total int NOT NULL);
CREATE TABLE order_lines (order_id bigint REFERENCES orders, line int, product_id bigint NOT NULL REFERENCES products,
  quantity int NOT NULL, PRIMARY KEY (order_id, line));
)";

const char* const kTraffic = R"(
-- table: products rows=100000
-- column: products.category distinct=100
-- table: orders rows=1000000
-- table: order_lines rows=5000000
-- relationship: order_lines.order_id mean=5 fixed

-- name: AddProduct :exec
-- rate: 10/s
INSERT INTO products (product_id, category, name, price) VALUES ($1, $2, $3, $4);

-- name: ChangePrice :exec
-- rate: 5/s
UPDATE products SET price = $2 WHERE product_id = $1;

-- name: RaiseCategory :exec
-- rate: 0.01/s
UPDATE products SET price = $2 WHERE category = $1;

-- name: DropProduct :exec
-- rate: 1/s
DELETE FROM products WHERE product_id = $1;

-- name: Browse :many
-- rate: 400/s
-- consistency: bounded(2s)
SELECT product_id, name, price FROM products WHERE category = $1 LIMIT 20;

-- name: PriceNow :one
-- rate: 50/s
-- consistency: strong
SELECT price FROM products WHERE product_id = $1;

-- name: AddOrder :exec
-- rate: 20/s
INSERT INTO orders (order_id, user_id, total) VALUES ($1, $2, $3);

-- name: OrderOf :many
-- rate: 30/s
-- consistency: eventual
SELECT l.line, l.quantity, p.name FROM order_lines l JOIN products p ON p.product_id = l.product_id WHERE l.order_id = $1;
)";

Project shop(const std::string& engines) {
    const auto schema = importPostgres({{"shop.sql", kShop}});
    if (!schema)
        qFatal("%s", schema.error().text().c_str());
    const auto both =
        importWorkload(schema->project, {"traffic.sql", "-- boundary: Catalog tables=products\n"
                                                        "-- boundary: Orders tables=orders,order_lines\n" +
                                                            engines + kTraffic});
    if (!both)
        qFatal("%s", both.error().text().c_str());
    return both->project;
}

const char* const kSearch = "-- engine: postgresql owns=Catalog,Orders\n-- engine: mongodb follows=Catalog(cdc(1s))\n";

Held held(const Project& project, const char* engine) {
    return heldBy(project, *project.findLayout(engine));
}

QString joined(const std::vector<std::string>& words) {
    QString out;
    for (const std::string& word : words)
        out += QString::fromStdString(word) + '\n';
    return out;
}

std::vector<std::string> names(const Project& project) {
    std::vector<std::string> out;
    for (const AccessPattern& pattern : project.patterns)
        out.push_back(pattern.name);
    return out;
}

const AccessPattern& pattern(const Project& project, const char* name) {
    const AccessPattern* found = project.findPattern(name);
    if (!found)
        qFatal("no pattern %s among %s", name, qPrintable(joined(names(project))));
    return *found;
}

std::vector<std::string> engines(const Project& project, const Ownership& ownership, const char* name) {
    std::vector<std::string> out;
    for (const PatternPart& part : ownership.of(pattern(project, name).id)->parts)
        out.push_back(project.layouts.find(part.layout)->engine);
    return out;
}

using Words = std::vector<std::string>;

} // namespace

class HeldTest : public QObject {
    Q_OBJECT

private slots:
    void withoutBoundariesNothingChanges();
    void followerGetsTheWritesAndTheReadsItMayServe();
    void rowsAreFollowedByTheirKey();
    void lagDecidesWhoServes();
    void outboxIsChargedToTheTruth();
    void secondWriteIsTheStatement();
    void periodicCopiesAreReadAndWrittenWhole();
    void patternsAcrossEnginesAreJoinedByTheApplication();
    void oneThatSaysNothingOwnsTheRest();
    void nobodyAndTwo();
};

void HeldTest::withoutBoundariesNothingChanges() {
    const Project project = shop("-- engine: postgresql\n-- engine: mongodb\n");
    QVERIFY(!ownershipOf(project).isSplit());
    for (const char* engine : {"postgresql", "mongodb"}) {
        const Held seen = held(project, engine);
        QVERIFY(seen.whole);
        QVERIFY(seen.project == project);
        QVERIFY(seen.project.patterns.sameVersion(project.patterns));
    }
    // A layout that the project does not have is a design of its own, whatever the others hold.
    const Project split = shop(kSearch);
    Layout other;
    other.engine = "cassandra";
    QVERIFY(heldBy(split, other).project == split);
}

void HeldTest::followerGetsTheWritesAndTheReadsItMayServe() {
    const Project project = shop(kSearch);
    const Ownership ownership = ownershipOf(project);
    QCOMPARE(engines(project, ownership, "Browse"), Words{"mongodb"});      // 1 s is within 2 s
    QCOMPARE(engines(project, ownership, "PriceNow"), Words{"postgresql"}); // strong
    QCOMPARE(engines(project, ownership, "OrderOf"), Words{"postgresql"});  // the follower has no orders
    QCOMPARE(engines(project, ownership, "ChangePrice"), Words{"postgresql"});
    QCOMPARE(ownership.of(pattern(project, "Browse").id)->lagSeconds, 1.0);

    const Held follower = held(project, "mongodb");
    QCOMPARE(follower.project.entities.size(), std::size_t(1));
    QCOMPARE(follower.project.relationships.size(), std::size_t(0));
    QCOMPARE(joined(names(follower.project)), joined({"Browse", "AddProduct → mongodb", "ChangePrice → mongodb",
                                                      "RaiseCategory → mongodb", "DropProduct → mongodb"}));
    // Upkeep writes = write rates: 10 + 5 + 0.01 × 1,000 rows of a category + 1.
    double rows = 0;
    for (PatternId id : follower.upkeep) {
        const AccessPattern& one = *follower.project.patterns.find(id);
        QVERIFY(isWrite(one.verb));
        QVERIFY(one.consistency.kind == ConsistencyKind::Eventual);
        rows += one.rate.average.value * one.rowsWritten;
    }
    QCOMPARE(rows, 10 + 5 + 0.01 * 1000 + 1);

    const Held truth = held(project, "postgresql");
    QCOMPARE(truth.project.entities.size(), std::size_t(3));
    QVERIFY(!truth.project.findPattern("Browse"));
    QCOMPARE(truth.project.patterns.size(), project.patterns.size() - 1); // the log is read, nothing is asked
    QVERIFY(truth.upkeep.empty());
}

void HeldTest::rowsAreFollowedByTheirKey() {
    const Project project = shop(kSearch);
    const Held follower = held(project, "mongodb");
    // A statement that changes 1,000 rows is 1,000 changes, each found by the row's key.
    const AccessPattern& raise = pattern(follower.project, "RaiseCategory → mongodb");
    QVERIFY(raise.verb == Verb::Update);
    QCOMPARE(raise.rate.average.value, 10.0);
    QCOMPARE(raise.predicates.size(), std::size_t(1));
    const EntityId products = project.findEntity("products")->id;
    QVERIFY(raise.predicates[0].column ==
            (ColumnRef{products, project.findEntity("products")->findByName("product_id")->id}));
    QCOMPARE(follower.causes.at(raise.id).value, pattern(project, "RaiseCategory").id.value);
    QVERIFY(pattern(follower.project, "DropProduct → mongodb").verb == Verb::Delete);
    QVERIFY(pattern(follower.project, "AddProduct → mongodb").verb == Verb::Insert);
}

void HeldTest::lagDecidesWhoServes() {
    const auto served = [](const char* upkeep) {
        const Project project = shop("-- engine: postgresql owns=Catalog,Orders\n-- engine: mongodb follows=Catalog(" +
                                     std::string(upkeep) + ")\n");
        return engines(project, ownershipOf(project), "Browse").front();
    };
    QCOMPARE(served("cdc(2s)"), std::string("mongodb"));
    QCOMPARE(served("cdc(2100ms)"), std::string("postgresql")); // older than bounded(2s) allows
    QCOMPARE(served("cdc"), std::string("mongodb"));            // half a second, assumed
    QCOMPARE(served("periodic"), std::string("postgresql"));    // ten minutes, assumed
    QCOMPARE(served("periodic(1s)"), std::string("mongodb"));
}

void HeldTest::outboxIsChargedToTheTruth() {
    const Project project =
        shop("-- engine: postgresql owns=Catalog,Orders\n-- engine: mongodb follows=Catalog(outbox(1s))\n"
             "-- engine: redis follows=Catalog(outbox(1s))\n");
    const Held truth = held(project, "postgresql");
    QCOMPARE(truth.project.entities.size(), std::size_t(4)); // and the outbox, one for both
    // Each of the four writes tells it once, a row of it for each row changed, and the relay removes as many.
    double told = 0, removed = 0;
    for (PatternId id : truth.upkeep) {
        const AccessPattern& one = *truth.project.patterns.find(id);
        (one.verb == Verb::Append ? told : removed) +=
            one.rate.average.value * (one.verb == Verb::Append ? one.rowsWritten : 1);
    }
    QCOMPARE(truth.upkeep.size(), std::size_t(8));
    QCOMPARE(told, 26.0);
    QCOMPARE(removed, 26.0);
    QVERIFY(pattern(truth.project, "AddProduct tells the outbox").consistency.kind == ConsistencyKind::Strong);
}

void HeldTest::secondWriteIsTheStatement() {
    const Project project =
        shop("-- engine: postgresql owns=Catalog,Orders\n-- engine: mongodb follows=Catalog(dual_write)\n");
    const Held follower = held(project, "mongodb");
    const AccessPattern& raise = pattern(follower.project, "RaiseCategory → mongodb");
    QCOMPARE(raise.rate.average.value, 0.01); // the application says it again, as it is
    QVERIFY(raise.predicates == pattern(project, "RaiseCategory").predicates);
    QVERIFY(held(project, "postgresql").upkeep.empty());
}

void HeldTest::periodicCopiesAreReadAndWrittenWhole() {
    const Project project =
        shop("-- engine: postgresql owns=Catalog,Orders\n-- engine: mongodb follows=Catalog(periodic(100s))\n");
    // 100,000 rows in portions of 1,000 within 100 s: one portion a second.
    const AccessPattern& written = pattern(held(project, "mongodb").project, "portions of products → mongodb");
    QCOMPARE(written.rate.average.value, 1.0);
    QCOMPARE(written.rowsWritten, 1000.0);
    const AccessPattern& read = pattern(held(project, "postgresql").project, "portions of products for others");
    QCOMPARE(read.rate.average.value, 1.0);
    QCOMPARE(read.limit, std::optional(1000.0));
    QVERIFY(!held(project, "mongodb").project.findPattern("AddProduct → mongodb"));
}

void HeldTest::patternsAcrossEnginesAreJoinedByTheApplication() {
    const Project project = shop("-- engine: postgresql owns=Orders\n-- engine: mongodb owns=Catalog\n");
    const Ownership ownership = ownershipOf(project);
    QCOMPARE(engines(project, ownership, "OrderOf"), (Words{"postgresql", "mongodb"}));
    const PatternService& service = *ownership.of(pattern(project, "OrderOf").id);
    QCOMPARE(service.parts[1].keys, 5.0); // lines of an order
    QVERIFY(QString::fromStdString(service.why).contains("application joins"));

    const Held orders = held(project, "postgresql");
    const AccessPattern& lines = pattern(orders.project, "OrderOf");
    QCOMPARE(lines.id.value, pattern(project, "OrderOf").id.value);
    QVERIFY(lines.joined.empty() && lines.joins.empty());
    QCOMPARE(lines.predicates.size(), std::size_t(1));
    QCOMPARE(lines.projection.size(), std::size_t(3)); // line, quantity, and product_id to go on with

    const Held catalog = held(project, "mongodb");
    const AccessPattern& products = pattern(catalog.project, "OrderOf · products");
    QCOMPARE(products.rate.average.value, 30.0); // one call for all keys
    QCOMPARE(products.predicates.size(), std::size_t(1));
    QVERIFY(products.predicates[0].comparison == Comparison::In);
    QCOMPARE(products.predicates[0].values, 5.0);
    QVERIFY(orders.project.relationships.size() == 1 && catalog.project.relationships.empty());
    QVERIFY(joined(orders.notes).contains("order_lines refers to products on another engine"));
    // Nothing is lost: the parts of all patterns are as many as the patterns and one more.
    QCOMPARE(orders.project.patterns.size() + catalog.project.patterns.size(), project.patterns.size() + 1);
}

void HeldTest::oneThatSaysNothingOwnsTheRest() {
    const Project project = shop("-- engine: postgresql\n-- engine: mongodb follows=Catalog(cdc(1s))\n");
    const Ownership ownership = ownershipOf(project);
    QCOMPARE(ownership.layouts.size(), std::size_t(2));
    for (const BoundaryOwnership& boundary : ownership.boundaries)
        QCOMPARE(project.layouts.find(boundary.truth)->engine, std::string("postgresql"));
    QCOMPARE(engines(project, ownership, "Browse"), Words{"mongodb"});
    QVERIFY(!held(project, "postgresql").project.findPattern("Browse"));
    // When everything has an owner, it is a design of its own.
    const Project beside = shop(std::string(kSearch) + "-- engine: cassandra\n");
    QCOMPARE(ownershipOf(beside).alone.size(), std::size_t(1));
    QVERIFY(held(beside, "cassandra").project == beside);
}

void HeldTest::nobodyAndTwo() {
    const Project nobody = shop("-- engine: postgresql owns=Orders\n-- engine: mongodb follows=Catalog\n");
    const Ownership ownership = ownershipOf(nobody);
    QVERIFY(ownership.of(pattern(nobody, "Browse").id)->parts.empty());
    QVERIFY(
        QString::fromStdString(ownership.of(pattern(nobody, "Browse").id)->why).contains("no engine owns products"));
    QVERIFY(held(nobody, "mongodb").project.patterns.empty()); // nothing feeds it
    const Project two = shop("-- engine: postgresql owns=Catalog,Orders\n-- engine: mongodb owns=Catalog\n");
    const Ownership shared = ownershipOf(two);
    QCOMPARE(shared.of(two.findEntity("products")->id)->owners.size(), std::size_t(2));
    QCOMPARE(engines(two, shared, "ChangePrice"), Words{"postgresql"}); // the first one counts
}

QTEST_APPLESS_MAIN(HeldTest)
#include "held_test.moc"
