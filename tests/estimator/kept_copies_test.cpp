// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Copies that a layout keeps: in every number of the layout, and gone without a trace when they are dropped.
#include <QtTest>

#include <cmath>
#include <functional>
#include <set>

#include "estimator/copies/fan_out.h"
#include "estimator/copies/kept.h"
#include "estimator/copies/side_by_side.h"
#include "model/edit/copy_edits.h"
#include "model/edit/project_edits.h"
#include "model/exchange/export/ddl.h"
#include "model/physical/mapping.h"
#include "tests/estimator/outlook_support.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
using shardscape::tests::book;
using shardscape::tests::engine;
using shardscape::tests::projectOf;
using shardscape::tests::run;
using shardscape::tests::within;
using Case = shardscape::tests::Case;

namespace {

const char* const kShop =
    "CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL); CREATE TABLE orders (id bigint PRIMARY KEY, "
    "user_id bigint NOT NULL REFERENCES users, total int NOT NULL, placed_at timestamptz NOT NULL);";

/// 1,000 users with 100 orders each; an order in ten reads.
Project shop(const std::string& consistency = "eventual") {
    return projectOf(kShop,
                     "-- table: users rows=1000\n-- table: orders rows=100000\n"
                     "-- relationship: orders.user_id mean=100 max=100 fixed\n\n"
                     "-- name: CountOrders :one\n-- rate: 100/s\n-- consistency: " +
                         consistency +
                         "\nSELECT count(*), sum(total) FROM orders WHERE user_id = $1;\n\n"
                         "-- name: OrderWithUser :many\n-- rate: 10/s\n"
                         "SELECT o.id, o.total, u.name FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id = "
                         "$1;\n\n"
                         "-- name: OrdersWithUser :many\n-- rate: 5/s\n"
                         "SELECT o.id, u.name FROM orders o JOIN users u ON u.id = o.user_id WHERE o.user_id = $1;\n\n"
                         "-- name: AddOrder :exec\n-- rate: 10/s\n"
                         "INSERT INTO orders (id, user_id, total, placed_at) VALUES ($1, $2, $3, $4);\n\n"
                         "-- name: Rename :exec\n-- rate: 1/s\nUPDATE users SET name = $2 WHERE id = $1;\n");
}

Project feed(const std::string& consistency = "bounded(5s)") {
    return projectOf("CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL); CREATE TABLE follows "
                     "(followee_id bigint NOT NULL REFERENCES users, follower_id bigint NOT NULL REFERENCES users, "
                     "PRIMARY KEY (followee_id, follower_id)); CREATE TABLE posts (id bigint PRIMARY KEY, author_id "
                     "bigint NOT NULL REFERENCES users, body text NOT NULL, created_at timestamptz NOT NULL);",
                     "-- table: users rows=1M\n-- table: posts rows=10M growth=1M/day\n"
                     "-- relationship: follows.followee_id mean=200 max=1M geometric\n"
                     "-- relationship: follows.follower_id mean=200 max=5k geometric\n"
                     "-- relationship: posts.author_id mean=10\n\n"
                     "-- name: Timeline :many\n-- rate: 100/s\n-- consistency: " +
                         consistency +
                         "\nSELECT p.id, p.body, p.created_at FROM follows f JOIN posts p ON p.author_id = "
                         "f.followee_id WHERE f.follower_id = $1 ORDER BY p.created_at DESC LIMIT 50;\n\n"
                         "-- name: Post :exec\n-- rate: 10/s\nINSERT INTO posts (id, author_id, body, created_at) "
                         "VALUES ($1, $2, $3, $4);\n\n"
                         "-- name: Edit :exec\n-- rate: 1/s\nUPDATE posts SET body = $2 WHERE id = $1;\n");
}

Layout keeping(const Project& project, const char* pattern, DerivedKind kind, Upkeep upkeep,
               std::optional<double> largest = {}) {
    Layout layout;
    layout.derived = {{kind, project.findPattern(pattern)->id, upkeep, largest}};
    return layout;
}

Case kept(const Project& project, const char* pattern, DerivedKind kind, Upkeep upkeep,
          const char* engineName = "postgresql") {
    return run(project, engine(engineName), keeping(project, pattern, kind, upkeep));
}

SideBySide beside(const Case& c, const char* pattern) {
    auto result = sideBySide(c.project, c.profile, c.layout, c.numbers, book(),
                             {.prices = {}, .patterns = 5, .only = {c.project.findPattern(pattern)->id}});
    if (!result)
        qFatal("%s", result.error().text().c_str());
    return std::move(result->patterns.front());
}

const CopyOption& option(const SideBySide& sides, DerivedKind kind) {
    for (const CopyOption& one : sides.options)
        if (one.derived.kind == kind)
            return one;
    qFatal("no %s for %s", name(kind), sides.name.c_str());
}

const PatternEstimate& pattern(const Estimate& estimate, const std::string& wanted) {
    for (const PatternEstimate& one : estimate.patterns)
        if (one.name == wanted)
            return one;
    qFatal("no pattern %s", wanted.c_str());
}

/// Everything that a layout's numbers come to, digit by digit.
std::vector<double> digits(const Case& c) {
    std::vector<double> out;
    for (const StructureEstimate& one : c.numbers.structures)
        for (const Figure* figure : {&one.rows, &one.totalBytes, &one.readsPerSecond, &one.writesPerSecond})
            out.push_back(figure->value());
    for (const PatternEstimate& one : c.numbers.patterns)
        for (const Figure* figure : {&one.rowsScanned, &one.p50, &one.p99})
            out.push_back(figure->value());
    for (const GrowthMonth& month : c.numbers.growth)
        out.push_back(month.bytes.value());
    for (const Headroom& one : c.outlook.headroom)
        out.push_back(one.left.value());
    out.push_back(c.numbers.writeAmplification.value());
    out.push_back(c.outlook.cost.month.value());
    return out;
}

void collectStrays(const Figure& figure, const Project& project, std::set<const void*>& seen, QStringList& out) {
    if (!seen.insert(figure.identity()).second)
        return;
    const auto missing = [&](const std::string& word, const auto& there) {
        return figure.path().starts_with(word) && !there(std::stoull(figure.path().substr(word.size())));
    };
    if (missing("pattern:", [&](std::uint64_t id) { return project.patterns.contains(PatternId{id}); }) ||
        missing("entity:", [&](std::uint64_t id) { return project.entities.contains(EntityId{id}); }))
        out << QString::fromStdString(figure.name() + " " + figure.path());
    for (const Figure& input : figure.inputs())
        collectStrays(input, project, seen, out);
}

} // namespace

class KeptCopiesTest : public QObject {
    Q_OBJECT

private slots:
    void isTheDenormalisedSide_data();
    void isTheDenormalisedSide();
    void isGoneWithoutATrace();
    void writesTimesFanOut();
    void amplificationHasItsShare();
    void answersAreAsOldAsTheCopy();
    void whatReadersDoNotTakeIsSaid();
    void thirtyDaysOfAMillionEventsASecond();
    void eventsAreTheMessages();
    void severalTogether();
    void refusedOnesAreSaid();
    void editsCheck();
    void annotationKeeps();
    void samplesOnAllEngines_data();
    void samplesOnAllEngines();
};

void KeptCopiesTest::isTheDenormalisedSide_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("engineName");
    for (const char* name : {"postgresql", "cassandra"}) {
        QTest::addRow("aggregate on %s", name) << int(DerivedKind::Aggregate) << "CountOrders" << name;
        QTest::addRow("columns on %s", name) << int(DerivedKind::CopiedColumns) << "OrderWithUser" << name;
        QTest::addRow("read model on %s", name) << int(DerivedKind::ReadModel) << "OrderWithUser" << name;
        QTest::addRow("projection on %s", name) << int(DerivedKind::Projection) << "CountOrders" << name;
    }
    QTest::addRow("view") << int(DerivedKind::MaterializedView) << "CountOrders"
                          << "postgresql";
}

void KeptCopiesTest::isTheDenormalisedSide() {
    QFETCH(int, kind);
    QFETCH(QString, pattern);
    QFETCH(QString, engineName);
    const std::string read = pattern.toStdString();
    const Case plain = run(shop(), engine(engineName.toStdString()));
    const SideBySide before = beside(plain, read.c_str());
    QVERIFY(!before.kept);
    const CopyOption& promised = option(before, DerivedKind(kind));
    Layout layout;
    layout.derived = {promised.derived};
    const Case kept = run(shop(), plain.profile, layout);
    QCOMPARE(::pattern(kept.numbers, read).p99.value(), promised.numbers.p99.value());
    QCOMPARE(::pattern(kept.numbers, read).rowsScanned.value(), promised.numbers.rowsRead.value());
    QCOMPARE(kept.numbers.storageNow.value(), promised.numbers.storage.value());
    QCOMPARE(kept.numbers.nodes.count.value(), promised.numbers.nodes.value());
    if (promised.numbers.costMonth)
        QCOMPARE(kept.outlook.cost.month.value(), promised.numbers.costMonth->value());
    const KeptCopy copy = keptCopies(kept.project, kept.profile, kept.numbers).front();
    QCOMPARE(copy.staleness.value(), promised.numbers.staleness.value());
    QCOMPARE(copy.rebuild.value(), promised.numbers.rebuild->value());
    // Compared again, the kept one is marked, and all else is what it was.
    const SideBySide after = beside(kept, read.c_str());
    QVERIFY(after.kept);
    QCOMPARE(after.options.size(), before.options.size());
    QCOMPARE(after.normalised.servers.value(), before.normalised.servers.value());
    QCOMPARE(after.normalised.storage.value(), before.normalised.storage.value());
    for (std::size_t i = 0; i < after.options.size(); ++i) {
        QCOMPARE(after.options[i].kept, after.options[i].derived == promised.derived);
        QCOMPARE(after.options[i].numbers.servers.value(), before.options[i].numbers.servers.value());
    }
}

void KeptCopiesTest::isGoneWithoutATrace() {
    Project project = shop();
    Layout postgres;
    postgres.engine = "postgresql";
    project = *addLayout(project, postgres);
    const Layout& layout = *project.findLayout("postgresql");
    const Case before = run(project, engine("postgresql"), layout);
    const Derived copy{DerivedKind::Aggregate, project.findPattern("CountOrders")->id, {}, {}};
    const auto with = keepCopy(project, layout.id, copy);
    QVERIFY(with.has_value());
    const Case kept = run(*with, before.profile, *with->findLayout("postgresql"));
    QVERIFY(kept.numbers.structures.size() > before.numbers.structures.size());
    const auto without = dropCopy(*with, layout.id, copy.pattern);
    QVERIFY(without.has_value());
    QVERIFY(*without == project);
    const Case after = run(*without, before.profile, *without->findLayout("postgresql"));
    QCOMPARE(digits(after), digits(before));
    QVERIFY(!after.numbers.kept);
}

void KeptCopiesTest::writesTimesFanOut() {
    const Case c = kept(feed(), "Timeline", DerivedKind::ReadModel, {UpkeepPath::Cdc, {}, 1.0});
    const DerivedCopy& copy = c.numbers.kept->copies.front();
    // 10 posts a second × 200 followers, and an edited post in 200 places.
    for (const StructureEstimate& structure : c.numbers.structures)
        if (structure.entity == copy.entity) {
            QVERIFY(within(structure.writesPerSecond.value(), 2200, 1e-6));
            QVERIFY(within(structure.rows.value(), 10e6 * 200, 1e-9));
            QVERIFY(within(structure.rowsPerDay.value(), 1e6 * 200, 1e-9));
        }
    const KeptCopy charged = keptCopies(c.project, c.profile, c.numbers).front();
    QVERIFY(charged.rowsWritten.value() >= 2200);
    // The lag and a million rows of the largest author.
    QVERIFY(within(charged.staleness.value(),
                   1 + 1e6 * charged.staleness.inputs()[2].value() / charged.staleness.inputs()[3].value(), 1e-9));
    QVERIFY(pattern(c.numbers, "Timeline").plan.steps.front().structure == copy.name);
    // Nobody asked for a p99 of the upkeep.
    for (const PatternEstimate& one : c.numbers.patterns)
        QVERIFY(!one.wantedP99);
}

void KeptCopiesTest::amplificationHasItsShare() {
    const Case c = kept(shop(), "CountOrders", DerivedKind::Aggregate, {UpkeepPath::Transaction, {}, {}});
    double product = 1;
    const WriteCause* share = nullptr;
    for (const WriteCause& cause : c.numbers.writeCauses) {
        product *= cause.factor.value();
        share = cause.name == "kept copies" ? &cause : share;
    }
    QVERIFY(within(product, c.numbers.writeAmplification.value(), 1e-9));
    QVERIFY(share);
    // 10 orders a second add to 10 groups; the key of the group does not change, so no entry does.
    QVERIFY(within(share->factor.inputs()[3].value(), 10, 1e-9));
    const Case plain = run(shop(), engine("postgresql"));
    for (const WriteCause& cause : plain.numbers.writeCauses)
        QVERIFY(cause.name != "kept copies");
}

void KeptCopiesTest::answersAreAsOldAsTheCopy() {
    const Case c = kept(feed(), "Timeline", DerivedKind::MaterializedView, {UpkeepPath::Periodic, 120.0, {}});
    const auto obtained = [](const Case& all, const char* wanted) {
        for (const ConsistencyEstimate& one : all.outlook.consistency)
            if (one.name == wanted)
                return one;
        qFatal("no consistency of %s", wanted);
    };
    const double follower = obtained(run(feed(), engine("postgresql")), "Timeline").staleness.value();
    const ConsistencyEstimate timeline = obtained(c, "Timeline");
    QVERIFY(within(timeline.staleness.value(), 120 + follower, 1e-9));
    QCOMPARE(int(timeline.obtained), int(Freshness::Bounded));
    QVERIFY(!timeline.met); // within five seconds is asked for
    QVERIFY2(timeline.why.find("kept periodically") != std::string::npos, timeline.why.c_str());
    const Case now = kept(feed("strong"), "Timeline", DerivedKind::ReadModel, {UpkeepPath::Transaction, {}, {}});
    QVERIFY(obtained(now, "Timeline").met);
}

void KeptCopiesTest::whatReadersDoNotTakeIsSaid() {
    const auto has = [](const Case& c, const std::string& id, const char* where) {
        const PatternId wanted = c.project.findPattern(where)->id;
        return std::any_of(c.numbers.problems.begin(), c.numbers.problems.end(),
                           [&](const Problem& one) { return one.id == id && one.pattern == wanted; });
    };
    const Upkeep anew{UpkeepPath::Periodic, 600.0, {}}, second{UpkeepPath::DualWrite, {}, 0.1};
    const Upkeep inside{UpkeepPath::Transaction, {}, {}};
    QVERIFY(has(kept(shop("bounded(60s)"), "CountOrders", DerivedKind::MaterializedView, anew), "stale-copy",
                "CountOrders"));
    QVERIFY(!has(kept(shop("bounded(1h)"), "CountOrders", DerivedKind::MaterializedView, anew), "stale-copy",
                 "CountOrders"));
    QVERIFY(!has(kept(shop("strong"), "CountOrders", DerivedKind::Aggregate, inside), "stale-copy", "CountOrders"));
    QVERIFY(has(kept(shop(), "CountOrders", DerivedKind::Aggregate, second), "dual-write", "CountOrders"));
}

void KeptCopiesTest::thirtyDaysOfAMillionEventsASecond() {
    // 30 × 86,400 × 10^6 = 2.592 × 10^12 events.
    const Project project = projectOf(
        "CREATE TABLE accounts (id bigint PRIMARY KEY, owner text NOT NULL); CREATE TABLE entries (id bigint PRIMARY "
        "KEY, account_id bigint NOT NULL REFERENCES accounts, amount bigint NOT NULL, at timestamptz NOT NULL);",
        "-- table: accounts rows=1M\n-- table: entries rows=1k retention=30d\n\n"
        "-- name: Balance :one\n-- rate: 1000/s\nSELECT sum(amount) FROM entries WHERE account_id = $1;\n\n"
        "-- name: Book :exec\n-- rate: 1M/s\nINSERT INTO entries (id, account_id, amount, at) VALUES ($1, $2, $3, "
        "$4);\n");
    const Case c = kept(project, "Balance", DerivedKind::Projection, {UpkeepPath::Cdc, {}, {}});
    const KeptCopy copy = keptCopies(c.project, c.profile, c.numbers).front();
    QVERIFY(copy.events.has_value());
    QVERIFY(within(copy.events->value(), 30 * 86400 * 1e6, 1e-12));
    QCOMPARE(format(*copy.events), format(2.592e12, Unit::Rows));
    const std::vector<Figure> inputs = copy.rebuild.inputs();
    QCOMPARE(inputs[0].value(), copy.events->value());
    QVERIFY(within(inputs[2].value(), 1e6, 1e-12));
    const double rate = inputs[1].value();
    if (rate > 1e6)
        QVERIFY(within(copy.rebuild.value(), 2.592e12 / (rate - 1e6), 1e-9));
    else
        QVERIFY(std::isinf(copy.rebuild.value()));
    // An event is read and adds to one group.
    const auto constant = [&](const char* key) { return c.profile.value(key) / 1e6; }; // µs
    const double each =
        constant("capacity.row_read_us") + constant("capacity.row_write_us") * c.numbers.design.placement.replicas;
    QVERIFY(within(inputs[1].inputs()[0].value() / rate, each, 1e-9));
}

void KeptCopiesTest::eventsAreTheMessages() {
    const Project project = shop();
    const Derivation result = derive(
        project, {{DerivedKind::Projection, project.findPattern("CountOrders")->id, {UpkeepPath::Outbox, {}, {}}, {}}});
    QVERIFY(validate(result.project).empty());
    QVERIFY(!result.project.findEntity("outbox"));
    const Entity* log = result.project.entities.find(result.copies.front().log);
    QVERIFY(log && !log->volume.retentionDays); // orders are kept for ever
    double appended = 0;
    for (const AccessPattern& one : result.project.patterns)
        if (one.entity == log->id) {
            QCOMPARE(int(one.verb), int(Verb::Append));
            appended += one.rate.average.value;
        }
    QCOMPARE(appended, 10.0);
}

void KeptCopiesTest::severalTogether() {
    const Project project = shop();
    const auto id = [&](const char* wanted) { return project.findPattern(wanted)->id; };
    const Upkeep box{UpkeepPath::Outbox, {}, {}};
    // Two patterns copy the same column: it is there once, and a renamed user is written once.
    const Derivation columns = derive(project, {{DerivedKind::CopiedColumns, id("OrderWithUser"), box, {}},
                                                {DerivedKind::CopiedColumns, id("OrdersWithUser"), box, {}}});
    QVERIFY(validate(columns.project).empty());
    QCOMPARE(columns.copies.size(), std::size_t(2));
    QCOMPARE(columns.project.findEntity("orders")->attributes.size(), std::size_t(5));
    const EntityId orders = project.findEntity("orders")->id;
    double renamed = 0, messages = 0;
    for (const auto& [added, cause] : columns.causes) {
        const AccessPattern& one = *columns.project.patterns.find(added);
        renamed += one.verb == Verb::Update && one.entity == orders ? one.rate.average.value : 0;
        messages += one.verb == Verb::Append ? one.rate.average.value : 0;
    }
    QCOMPARE(renamed, 1.0);
    QCOMPARE(messages, 1.0);
    for (const char* read : {"OrderWithUser", "OrdersWithUser"})
        QVERIFY(columns.project.findPattern(read)->joined.empty());
    // A pattern with a copy of its own is served by that one.
    const Derivation mixed = derive(project, {{DerivedKind::ReadModel, id("OrdersWithUser"), box, {}},
                                              {DerivedKind::CopiedColumns, id("OrderWithUser"), box, {}}});
    QVERIFY(validate(mixed.project).empty());
    QCOMPARE(mixed.project.findPattern("OrdersWithUser")->entity, mixed.copies.front().entity);
    QCOMPARE(mixed.project.findPattern("OrderWithUser")->entity, orders);
}

void KeptCopiesTest::refusedOnesAreSaid() {
    const Case c = kept(shop(), "CountOrders", DerivedKind::CopiedColumns, {UpkeepPath::Transaction, {}, {}});
    QVERIFY(c.numbers.kept && c.numbers.kept->copies.empty());
    QVERIFY(std::any_of(c.numbers.problems.begin(), c.numbers.problems.end(),
                        [](const Problem& one) { return one.id == "copy-refused"; }));
    QVERIFY(!c.numbers.design.notes.empty());
}

void KeptCopiesTest::editsCheck() {
    Project project = shop();
    Layout postgres;
    postgres.engine = "postgresql";
    project = *addLayout(project, postgres);
    const LayoutId layout = project.findLayout("postgresql")->id;
    const PatternId count = project.findPattern("CountOrders")->id;
    QVERIFY(!keepCopy(project, layout, {DerivedKind::CopiedColumns, count, {}, {}}));
    QVERIFY(!keepCopy(project, LayoutId{999999}, {DerivedKind::Aggregate, count, {}, {}}));
    QVERIFY(!dropCopy(project, layout, count));
    const auto first = keepCopy(project, layout, {DerivedKind::Aggregate, count, {}, {}});
    QVERIFY(first.has_value());
    const auto second = keepCopy(*first, layout, {DerivedKind::ReadModel, count, {}, {}}); // takes its place
    QVERIFY(second.has_value());
    QCOMPARE(second->layouts.find(layout)->derived.size(), std::size_t(1));
    QCOMPARE(int(second->layouts.find(layout)->derived.front().kind), int(DerivedKind::ReadModel));
}

void KeptCopiesTest::annotationKeeps() {
    const std::string schema = "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL);";
    const std::string begin = "-- table: orders rows=1000\n-- column: orders.user_id distinct=10\n"
                              "-- engine: postgresql\n\n-- name: Count :one\n-- rate: 10/s\n";
    const std::string end = "SELECT count(*) FROM orders WHERE user_id = $1;\n\n-- name: Add :exec\n-- rate: 1/s\n"
                            "INSERT INTO orders (id, user_id) VALUES ($1, $2);\n";
    const Project plain = projectOf(schema, begin + end);
    const Project said = projectOf(schema, begin + "-- copy: postgresql aggregate by=cdc(2s)\n" + end);
    const auto kept =
        keepCopy(plain, plain.findLayout("postgresql")->id,
                 {DerivedKind::Aggregate, plain.findPattern("Count")->id, {UpkeepPath::Cdc, {}, 2.0}, {}});
    QVERIFY(kept.has_value());
    const Case asSaid = run(said, engine("postgresql"), *said.findLayout("postgresql"));
    const Case asKept = run(*kept, engine("postgresql"), *kept->findLayout("postgresql"));
    QVERIFY(asSaid.numbers.kept);
    QCOMPARE(asSaid.numbers.kept->copies.size(), std::size_t(1));
    QCOMPARE(digits(asSaid), digits(asKept));
    const KeptCopy copy = keptCopies(said, asSaid.profile, asSaid.numbers).front();
    QVERIFY(copy.staleness.value() >= 2.0 && copy.staleness.value() < 2.1); // the lag and one group's row
    QCOMPARE(asSaid.numbers.kept->project.entities.find(copy.copy.entity)->volume.rows->value, std::int64_t(10));
}

void KeptCopiesTest::samplesOnAllEngines_data() {
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("engineName");
    for (const char* sample : {"flash-sale", "ad-counters"})
        for (const char* name : {"postgresql", "mysql", "sqlite", "cassandra", "dynamodb", "mongodb", "clickhouse"})
            QTest::addRow("%s on %s", sample, name) << sample << name;
    for (const char* name : {"postgresql", "cassandra", "mongodb"})
        QTest::addRow("feed on %s", name) << "" << name;
}

/// Each kind for each pattern that can have it, one at a time and all together: sound projects, figures that lead to
/// what the user has, plans and schemas without a failure.
void KeptCopiesTest::samplesOnAllEngines() {
    QFETCH(QString, sample);
    QFETCH(QString, engineName);
    const auto text = [&](const char* file) {
        QFile source(shardscape::tests::sourceFolder() + "/resources/samples/" + sample + "/" + file);
        return source.open(QIODevice::ReadOnly) ? source.readAll().toStdString() : std::string();
    };
    const Project project = sample.isEmpty() ? feed() : projectOf(text("schema.sql"), text("workload.sql"));
    const EngineProfile profile = engine(engineName.toStdString());
    const Cardinality cardinality(project);
    std::vector<std::vector<Derived>> cases(1);
    for (const AccessPattern& one : project.patterns)
        for (const DerivedKind kind :
             {DerivedKind::CopiedColumns, DerivedKind::Embedded, DerivedKind::Aggregate, DerivedKind::MaterializedView,
              DerivedKind::ReadModel, DerivedKind::Projection}) {
            if (!whyNotDerived(cardinality, one, kind).empty())
                continue;
            const Derived wanted{
                kind,
                one.id,
                {kind == DerivedKind::MaterializedView ? UpkeepPath::Periodic : UpkeepPath::Outbox, {}, {}},
                {}};
            cases.push_back({wanted});
            if (cases.front().empty() || cases.front().back().pattern != one.id)
                cases.front().push_back(wanted);
        }
    QVERIFY(cases.size() > 1);
    for (const std::vector<Derived>& derived : cases) {
        Layout layout;
        layout.derived = derived;
        const Case c = run(project, profile, layout);
        QCOMPARE(c.numbers.kept->copies.size(), derived.size());
        const std::vector<std::string> broken = validate(c.numbers.kept->project);
        QVERIFY2(broken.empty(), broken.empty() ? "" : broken.front().c_str());
        const auto ddl = writeDdl(*c.numbers.kept, profile, c.numbers.design);
        QVERIFY2(ddl.has_value(), ddl ? "" : ddl.error().text().c_str());
        QStringList strays;
        std::set<const void*> seen;
        const auto check = [&](const Figure& figure) {
            QVERIFY2(!std::isnan(figure.value()), figure.name().c_str());
            collectStrays(figure, project, seen, strays);
        };
        for (const StructureEstimate& one : c.numbers.structures)
            for (const Figure& figure : {one.rows, one.rowsPerDay, one.totalBytes, one.writesPerSecond})
                check(figure);
        for (const PatternEstimate& one : c.numbers.patterns)
            for (const Figure& figure : {one.qps, one.p99, one.rowsScanned, one.serviceTime})
                check(figure);
        for (const KeptCopy& one : keptCopies(project, profile, c.numbers))
            for (const Figure& figure :
                 {one.staleness, one.rowsWritten, one.bytesWritten, one.servers, one.bytes, one.rebuild})
                check(figure);
        for (const Headroom& one : c.outlook.headroom)
            check(one.used);
        for (const ConsistencyEstimate& one : c.outlook.consistency)
            check(one.staleness);
        for (const Duration& one : c.outlook.durations)
            check(one.seconds);
        for (const Problem& one : c.numbers.problems)
            QVERIFY((!one.pattern || project.patterns.contains(one.pattern)) &&
                    (!one.entity || project.entities.contains(one.entity)));
        check(c.outlook.cost.month);
        check(c.numbers.writeAmplification);
        QVERIFY2(strays.isEmpty(), qPrintable(strays.join("; ")));
    }
}

QTEST_APPLESS_MAIN(KeptCopiesTest)
#include "kept_copies_test.moc"
