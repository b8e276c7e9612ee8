// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies that layouts keep, boundaries that they hold, tiers of rows: as annotations and as edits, by hand.
#include <QtTest>

#include "model/edit/boundary_edits.h"
#include "model/edit/entity_edits.h"
#include "model/edit/pattern_edits.h"
#include "model/edit/project_edits.h"
#include "model/exchange/export/workload.h"
#include "model/exchange/import/import.h"

using namespace shardscape::model;

namespace {

Project schema() {
    return importPostgres(
               {{"schema.sql",
                 "CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE);"
                 "CREATE TABLE posts (id bigint PRIMARY KEY, user_id bigint REFERENCES users, title text);"
                 "CREATE TABLE follows (follower_id bigint REFERENCES users, followee_id bigint REFERENCES users, "
                 "PRIMARY KEY (follower_id, followee_id));"}})
        ->project;
}

QString text(const std::string& s) {
    return QString::fromStdString(s);
}

bool refused(const Result<Project>& result, ErrorCode code, const char* word) {
    return !result && result.error().code == code && text(result.error().text()).contains(word);
}

} // namespace

class LayoutCopiesTest : public QObject {
    Q_OBJECT
private slots:
    void annotations();
    void annotationsThatCannotBe();
    void edits();
};

void LayoutCopiesTest::annotations() {
    const auto imported = importWorkload(schema(), {"w.sql", R"(
-- table: posts retention=5y tier=rolled(after=30d, medium=engine, rows=0.1) tier="cold one"(after=90d, medium=archive, bytes=20%) removal=partitions(7d) hold
-- requirement: traffic_growth=2%/month
-- boundary: Content tables=posts
-- boundary: "The Graph" tables=follows
-- engine: postgresql owns=Content prices=ours
-- engine: cassandra owns="The Graph" follows=Content(cdc(1.5s))
-- name: Feed :many
-- rate: 5/s
-- copy: postgresql read_model by=outbox(250ms) largest=10k
-- copy: cassandra materialized_view by=periodic(10min)
SELECT * FROM posts WHERE user_id = $1;
)"});
    QVERIFY2(imported.has_value(), imported ? "" : imported.error().text().c_str());
    const Project p = imported->project;
    const Volume& volume = p.findEntity("posts")->volume;
    QCOMPARE(volume.tiers.size(), std::size_t(2));
    QCOMPARE(text(volume.tiers[1].name), QStringLiteral("cold one"));
    QCOMPARE(volume.tiers[1].afterDays, 90.0);
    QCOMPARE(int(volume.tiers[1].medium), int(TierMedium::Archive));
    QCOMPARE(*volume.tiers[1].bytesRatio, 0.2);
    QCOMPARE(*volume.tiers[0].rowsRatio, 0.1);
    QCOMPARE(int(volume.removal), int(RowRemoval::Partitions));
    QCOMPARE(volume.partitionDays, 7.0);
    QVERIFY(volume.legalHold && !volume.daysKept()); // nothing is deleted while it is held …
    QCOMPARE(*volume.daysInEngine(), 90.0);          // … but it may move
    QCOMPARE(p.requirements.trafficGrowthPerMonth, 0.02);
    const PatternId feed = p.findPattern("Feed")->id;
    const Layout& first = *p.findLayout("postgresql");
    QCOMPARE(first.derived.size(), std::size_t(1));
    QVERIFY(first.derived[0] ==
            (Derived{DerivedKind::ReadModel, feed, {UpkeepPath::Outbox, std::nullopt, 0.25}, 10000.0}));
    QCOMPARE(text(first.priceSheet), QStringLiteral("ours"));
    const Layout& second = *p.findLayout("cassandra");
    QVERIFY(second.derived[0] ==
            (Derived{DerivedKind::MaterializedView, feed, {UpkeepPath::Periodic, 600.0, std::nullopt}, std::nullopt}));
    QCOMPARE(second.boundaries.size(), std::size_t(2));
    QVERIFY(second.boundaries[0].truth && !second.boundaries[1].truth);
    QCOMPARE(*second.boundaries[1].upkeep.lagSeconds, 1.5);
    QVERIFY(validate(p).empty());
    const auto again = importWorkload(schema(), {"again.sql", writeWorkload(p)});
    QVERIFY2(again.has_value(), again ? "" : again.error().text().c_str());
    QCOMPARE(text(writeWorkload(again->project)), text(writeWorkload(p)));
    QVERIFY(again->project.findEntity("posts")->volume == volume);
    QCOMPARE(again->project.findLayout("cassandra")->boundaries.size(), std::size_t(2));
    // A sheet that the project holds is a word like any other.
    Project own = p;
    Layout priced = first;
    priced.priceSheet = R"({"name":"ours","title":"a (b), \"c\" -- d","prices":{"x":{"value":1}}})";
    own.layouts.set(priced);
    const auto held = importWorkload(schema(), {"held.sql", writeWorkload(own)});
    QVERIFY2(held.has_value(), held ? "" : held.error().text().c_str());
    QCOMPARE(text(held->project.findLayout("postgresql")->priceSheet), text(priced.priceSheet));
}

void LayoutCopiesTest::annotationsThatCannotBe() {
    const auto refused = [](const char* line) {
        const auto result =
            importWorkload(schema(), {"w.sql", std::string("-- engine: redis\n-- name: A :many\n") + line +
                                                   "\nSELECT * FROM posts WHERE user_id = $1;\n"});
        return result ? QString() : text(result.error().text());
    };
    QVERIFY(refused("-- copy: redis aggregat").contains("aggregate"));
    QVERIFY(refused("-- copy: mongodb aggregate").contains("no layout on mongodb"));
    QVERIFY(refused("-- copy: redis aggregate by=trigger(5s)").contains("takes no such number"));
    QVERIFY(refused("-- table: posts tier=cold(medium=archive)").contains("how many days"));
    QVERIFY(refused("-- engine: redis owns=Nobody").contains("no boundary Nobody"));
}

/// What a layout keeps and holds goes with what it is for, and tiers are in the order of age.
void LayoutCopiesTest::edits() {
    Project now = schema();
    const EntityId posts = now.findEntity("posts")->id;
    const auto apply = [&now](const Result<Project>& after) {
        QVERIFY2(after.has_value(), after ? "" : after.error().text().c_str());
        QVERIFY(validate(*after).empty());
        now = *after;
    };
    const PatternId list{now.nextId};
    AccessPattern pattern;
    pattern.name = "List";
    pattern.verb = Verb::List;
    pattern.entity = posts;
    apply(addPattern(now, pattern));
    const PatternId insert{now.nextId};
    pattern.name = "Place";
    pattern.verb = Verb::Insert;
    apply(addPattern(now, pattern));
    const BoundaryId billing{now.nextId};
    apply(addBoundary(now, "billing"));

    Layout layout;
    layout.engine = "postgresql";
    layout.derived = {{DerivedKind::ReadModel, list, {UpkeepPath::Cdc, {}, {}}, {}}};
    layout.boundaries = {{billing, true, {}}};
    apply(addLayout(now, layout));
    layout = *now.findLayout("postgresql");
    const Layout kept = layout;
    layout.derived.push_back(layout.derived.front());
    QVERIFY(refused(changeLayout(now, layout), ErrorCode::Conflict, "served from a copy already"));
    layout.derived = {{DerivedKind::ReadModel, insert, {UpkeepPath::Cdc, {}, {}}, {}}};
    QVERIFY(refused(changeLayout(now, layout), ErrorCode::Invalid, "copies serve patterns that read"));
    layout.derived = {{DerivedKind::ReadModel, PatternId{999999}, {UpkeepPath::Cdc, {}, {}}, {}}};
    QVERIFY(refused(changeLayout(now, layout), ErrorCode::NotFound, "access pattern"));
    layout = kept;
    layout.derived.front().upkeep.lagSeconds = -1;
    QVERIFY(refused(changeLayout(now, layout), ErrorCode::Invalid, "not negative"));
    layout = kept;
    layout.boundaries.push_back(layout.boundaries.front());
    QVERIFY(refused(changeLayout(now, layout), ErrorCode::Conflict, "billing"));

    apply(removePatterns(now, {list}));
    QVERIFY(now.findLayout("postgresql")->derived.empty());
    apply(removeBoundary(now, billing));
    QVERIFY(now.findLayout("postgresql")->boundaries.empty());

    Volume volume = now.entities.find(posts)->volume;
    volume.tiers = {{"cold", 90, TierMedium::Archive, {}, {}}, {"warm", 30, TierMedium::ObjectStorage, {}, {}}};
    QVERIFY(refused(setVolume(now, posts, volume), ErrorCode::Invalid, "does not begin after"));
    std::swap(volume.tiers[0], volume.tiers[1]);
    volume.retentionDays = 365;
    apply(setVolume(now, posts, volume));
    QCOMPARE(*now.entities.find(posts)->volume.daysInEngine(), 30.0); // then it leaves the engine for the warm tier
    QCOMPARE(*now.entities.find(posts)->volume.daysKept(), 365.0);
    volume.legalHold = true;
    apply(setVolume(now, posts, volume));
    QVERIFY(!now.entities.find(posts)->volume.daysKept());
}

QTEST_APPLESS_MAIN(LayoutCopiesTest)
#include "layout_copies_test.moc"
