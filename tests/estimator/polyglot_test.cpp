// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several engines in one design: what each layout is charged, and what the whole comes to. By hand from stated rates.
#include <QTest>

#include "estimator/polyglot/polyglot.h"
#include "model/exchange/export/ddl.h"
#include "model/physical/mapping.h"
#include "tests/estimator/outlook_support.h"

using namespace shardscape;
using namespace shardscape::tests;

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
-- column: products.name avg=30B
-- table: orders rows=1000000
-- table: order_lines rows=5000000
-- relationship: order_lines.order_id mean=5 fixed

-- name: AddProduct :exec
-- rate: 10/s
INSERT INTO products (product_id, category, name, price) VALUES ($1, $2, $3, $4);

-- name: ChangePrice :exec
-- rate: 5/s
UPDATE products SET price = $2 WHERE product_id = $1;

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
    return projectOf(kShop, "-- boundary: Catalog tables=products\n-- boundary: Orders tables=orders,order_lines\n" +
                                engines + kTraffic);
}

const char* const kFollowed =
    "-- engine: postgresql owns=Catalog,Orders\n-- engine: mongodb follows=Catalog(cdc(1s))\n";

/// A project and the numbers of all its layouts.
struct Numbers {
    Project project;
    std::vector<EngineProfile> profiles;
    std::vector<Estimate> estimates;
    std::vector<CostEstimate> costs;
    PolyglotDesign design;

    explicit Numbers(Project given)
        : project(std::move(given)) {
        for (const Layout& layout : project.layouts)
            profiles.push_back(engine(layout.engine));
        std::size_t i = 0;
        for (const Layout& layout : project.layouts) {
            auto numbers = estimate(project, profiles[i], layout);
            if (!numbers)
                qFatal("%s", numbers.error().text().c_str());
            costs.push_back(costOf(project, profiles[i], layout, *numbers, book()));
            estimates.push_back(std::move(*numbers));
            ++i;
        }
        std::vector<LayoutNumbers> all;
        i = 0;
        for (const Layout& layout : project.layouts) {
            all.push_back({layout.id, &profiles[i], &estimates[i], &costs[i]});
            ++i;
        }
        design = polyglotOf(project, all);
    }
    const Estimate& of(const char* name) const {
        for (const Estimate& one : estimates)
            if (one.design.engine == name)
                return one;
        qFatal("no engine %s", name);
    }
    const Problem* problem(const char* id) const {
        for (const Problem& one : design.problems)
            if (one.id == id)
                return &one;
        return nullptr;
    }
    const PatternView& pattern(const char* name) const {
        for (const PatternView& one : design.patterns)
            if (one.name == name)
                return one;
        qFatal("no pattern %s", name);
    }
};

const PatternEstimate* find(const Estimate& estimate, const char* name) {
    for (const PatternEstimate& one : estimate.patterns)
        if (one.name == name)
            return &one;
    return nullptr;
}

} // namespace

class PolyglotTest : public QObject {
    Q_OBJECT

private slots:
    void withoutBoundariesNumbersAreTheSame();
    void eachLayoutHoldsItsOwn();
    void followerIsChargedTheWrites();
    void outboxIsChargedToTheTruth();
    void designAddsUp();
    void joinedByTheApplication();
    void conflictsAreProblems_data();
    void conflictsAreProblems();
    void schemaHasWhatIsHeld();
    void fullCopyIsADuration();
};

void PolyglotTest::withoutBoundariesNumbersAreTheSame() {
    // Boundaries that no layout names are colours of the diagram and change no digit.
    const Project with = shop("-- engine: postgresql\n-- engine: mongodb\n");
    const Project without = projectOf(kShop, std::string("-- engine: postgresql\n-- engine: mongodb\n") + kTraffic);
    const Numbers a(with), b(without);
    QVERIFY(!a.design.isSplit());
    QVERIFY(a.design.problems.empty());
    for (const char* name : {"postgresql", "mongodb"}) {
        QCOMPARE(a.of(name).storageNow.value(), b.of(name).storageNow.value());
        QCOMPARE(a.of(name).patterns.size(), with.patterns.size());
        for (std::size_t i = 0; i < a.of(name).patterns.size(); ++i)
            QCOMPARE(a.of(name).patterns[i].p99.value(), b.of(name).patterns[i].p99.value());
        QCOMPARE(a.of(name).writeAmplification.value(), b.of(name).writeAmplification.value());
    }
}

void PolyglotTest::eachLayoutHoldsItsOwn() {
    const Numbers numbers(shop(kFollowed));
    QCOMPARE(numbers.of("postgresql").structures.size(), std::size_t(3));
    QCOMPARE(numbers.of("mongodb").structures.size(), std::size_t(1));
    QVERIFY(find(numbers.of("mongodb"), "Browse"));
    QVERIFY(!find(numbers.of("postgresql"), "Browse"));
    QVERIFY(find(numbers.of("postgresql"), "PriceNow"));
    QVERIFY(!find(numbers.of("mongodb"), "PriceNow"));
    for (const Estimate& one : numbers.estimates)
        for (const PatternEstimate& pattern : one.patterns)
            QVERIFY2(pattern.plan.shape != PlanShape::Unserved, pattern.name.c_str());
}

void PolyglotTest::followerIsChargedTheWrites() {
    const Numbers numbers(shop(kFollowed));
    // Upkeep writes = write rates: 10 inserts and 5 updates a second.
    QCOMPARE(numbers.of("mongodb").structures.front().writesPerSecond.value(), 15.0);
    QCOMPARE(numbers.of("mongodb").structures.front().readsPerSecond.value(),
             400.0 + 5); // the updates find their document first
    const FollowerView& follower = numbers.design.boundaries.front().followers.front();
    QCOMPARE(follower.changes.value(), 15.0);
    QCOMPARE(follower.lag.value(), 1.0);
    QVERIFY(follower.lag.origin() == Origin::User);
    // A row's payload: 8 + 4 + 30 + 4 bytes.
    QVERIFY(within(follower.logBytes->value(), 15 * 46, 1e-9));
    QVERIFY(follower.resync->value() > 0);
}

void PolyglotTest::outboxIsChargedToTheTruth() {
    const Numbers log(shop(kFollowed));
    const Numbers box(
        shop("-- engine: postgresql owns=Catalog,Orders\n-- engine: mongodb follows=Catalog(outbox(1s))\n"));
    QCOMPARE(box.of("postgresql").structures.size(), std::size_t(4));
    double messages = 0;
    for (const StructureEstimate& one : box.of("postgresql").structures)
        if (one.name == "outbox")
            messages = one.writesPerSecond.value();
    QCOMPARE(messages, 30.0); // 15 come in a second and 15 are removed
    QVERIFY(box.of("postgresql").meanUtilisation.value() > log.of("postgresql").meanUtilisation.value());
    QVERIFY(!box.design.boundaries.front().followers.front().logBytes);
}

void PolyglotTest::designAddsUp() {
    const Numbers numbers(shop(kFollowed));
    const PolyglotDesign& design = numbers.design;
    QCOMPARE(design.layouts.size(), std::size_t(2));
    QCOMPARE(design.storage.value(),
             numbers.of("postgresql").storageNow.value() + numbers.of("mongodb").storageNow.value());
    QCOMPARE(design.nodes.value(),
             numbers.of("postgresql").nodes.count.value() + numbers.of("mongodb").nodes.count.value());
    QVERIFY(design.costMonth);
    QCOMPARE(design.costMonth->value(), numbers.costs[0].month.value() + numbers.costs[1].month.value());
    QCOMPARE(design.layouts[0].owns, (std::vector<std::string>{"Catalog", "Orders"}));
    QCOMPARE(design.layouts[1].follows, std::vector<std::string>{"Catalog"});
    QCOMPARE(design.boundaries.front().truth, std::string("postgresql"));
    QVERIFY(QString::fromStdString(design.boundaries.front().readers).contains("mongodb"));
    QCOMPARE(numbers.pattern("Browse").lagSeconds, 1.0);
    QCOMPARE(numbers.pattern("Browse").others, std::vector<std::string>{"postgresql"});
    QCOMPARE(numbers.pattern("Browse").p99->value(), find(numbers.of("mongodb"), "Browse")->p99.value());
}

void PolyglotTest::joinedByTheApplication() {
    const Numbers numbers(shop("-- engine: postgresql owns=Orders\n-- engine: mongodb owns=Catalog\n"));
    const PatternView& view = numbers.pattern("OrderOf");
    QCOMPARE(view.engines, (std::vector<std::string>{"postgresql", "mongodb"}));
    QCOMPARE(view.calls, 2.0);
    QCOMPARE(view.keys, 5.0);
    const double first = find(numbers.of("postgresql"), "OrderOf")->p99.value();
    const double second = find(numbers.of("mongodb"), "OrderOf · products")->p99.value();
    QVERIFY(within(view.p99->value(), first + second, 1e-12));
    QCOMPARE(find(numbers.of("mongodb"), "OrderOf · products")->rowsScanned.value(), 5.0);
    QVERIFY(numbers.problem("application-join"));
    QVERIFY(numbers.problem("reference-across-engines"));
}

void PolyglotTest::conflictsAreProblems_data() {
    QTest::addColumn<QString>("engines");
    QTest::addColumn<QString>("id");
    const auto row = [](const char* name, const char* engines, const char* id) {
        QTest::newRow(name) << QString(engines) << QString(id);
    };
    row("nobody owns", "-- engine: postgresql owns=Orders\n-- engine: mongodb follows=Catalog\n",
        "boundary-without-owner");
    row("nobody feeds", "-- engine: postgresql owns=Orders\n-- engine: mongodb follows=Catalog\n",
        "follower-of-nobody");
    row("nobody serves", "-- engine: postgresql owns=Orders\n-- engine: mongodb follows=Catalog\n", "unserved-pattern");
    row("two own", "-- engine: postgresql owns=Catalog,Orders\n-- engine: mongodb owns=Catalog\n",
        "boundary-with-two-owners");
    row("one says nothing", "-- engine: postgresql\n-- engine: mongodb owns=Catalog\n", "boundary-with-two-owners");
    row("second write", "-- engine: postgresql owns=Catalog,Orders\n-- engine: mongodb follows=Catalog(dual_write)\n",
        "dual-write");
    row("transaction", "-- engine: postgresql owns=Catalog,Orders\n-- engine: mongodb follows=Catalog(transaction)\n",
        "transaction-across-engines");
    // MongoDB holds lines and products, but products ten seconds behind, and the pattern may be eventual: served. When
    // it must be fresh it is joined, and the problem says who has all of it.
    row("too far behind",
        "-- engine: postgresql owns=Catalog\n-- engine: mongodb owns=Orders follows=Catalog(cdc(10s))\n",
        "reference-across-engines");
}

void PolyglotTest::conflictsAreProblems() {
    QFETCH(QString, engines);
    QFETCH(QString, id);
    const Numbers numbers(shop(engines.toStdString()));
    QVERIFY2(numbers.problem(qPrintable(id)), qPrintable(id));
    QVERIFY(!numbers.problem(qPrintable(id))->fix.empty());
    // A pattern is served, joined or said not to be: none is dropped.
    QCOMPARE(numbers.design.patterns.size(), numbers.project.patterns.size());
}

void PolyglotTest::schemaHasWhatIsHeld() {
    const Numbers numbers(shop(kFollowed));
    const Project& project = numbers.project;
    const auto ddl = [&](const char* name) {
        const Layout& layout = *project.findLayout(name);
        const auto design = mapProject(project, engine(name), layout);
        return writeDdl(project, engine(name), *design);
    };
    const auto follower = ddl("mongodb");
    QVERIFY2(follower.has_value(), follower ? "" : follower.error().text().c_str());
    QVERIFY(QString::fromStdString(*follower).contains("products"));
    QVERIFY(!QString::fromStdString(*follower).contains("order_lines"));
}

void PolyglotTest::fullCopyIsADuration() {
    const Project project = shop(kFollowed);
    Case one = run(project, engine("mongodb"), *project.findLayout("mongodb"));
    const auto at = std::find_if(one.outlook.durations.begin(), one.outlook.durations.end(),
                                 [](const Duration& duration) { return duration.kind == "resync"; });
    QVERIFY(at != one.outlook.durations.end());
    QCOMPARE(at->of, std::string("Catalog"));
    // rows × time to write a row ÷ servers free: the inputs of the figure.
    double rows = 0, write = 0, free = 0;
    for (const Figure& input : at->seconds.inputs()) {
        rows = input.name().starts_with("rows of") ? input.value() : rows;
        write = input.name().starts_with("time to write") ? input.value() : write;
        free = input.name().starts_with("servers free") ? input.value() : free;
    }
    QCOMPARE(rows, 100000.0);
    QVERIFY(within(at->seconds.value(), rows * write / free, 1e-12));
}

QTEST_APPLESS_MAIN(PolyglotTest)
#include "polyglot_test.moc"
