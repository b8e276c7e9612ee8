// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plans on relational tables and the cardinality rules behind them. Expected numbers are hand arithmetic from the rules
// in model/physical/cardinality.h; plans against a real PostgreSQL are in tests/engines/postgres_plans_test.cpp.
#include <cmath>

#include <QtTest>

#include "estimator/planning/planner.h"
#include "model/physical/cardinality.h"
#include "model/physical/mapping.h"
#include "tests/support/project_builder.h"
#include "tests/support/slowdown.h"

using namespace shardscape::tests;
using namespace shardscape::estimator;

namespace {

struct Laid {
    EngineProfile profile = plainProfile(MappingFamily::Relational);
    Design design;
    const Project& project;
    Laid(const Project& project_, Layout layout = {})
        : project(project_) {
        design = mapProject(project, profile, layout).value();
    }
    Plan plan(const std::string& pattern) const {
        return planPattern(project, profile, design, *project.findPattern(pattern));
    }
};

const PlanStep* step(const Plan& plan, StepKind kind) {
    for (const PlanStep& candidate : plan.steps)
        if (candidate.kind == kind)
            return &candidate;
    return nullptr;
}

ProjectBuilder feed() {
    ProjectBuilder b;
    b.table("users", 1e6, {"id int64", "name text"}, {"id"});
    b.table("follows", 2e8, {"follower_id int64", "followee_id int64", "at timestamp"}, {"follower_id", "followee_id"});
    b.table("posts", 1e9, {"id int64", "author_id int64", "created_at timestamp", "body text"}, {"id"});
    b.table("timelines", 1e10, {"user_id int64", "post_id int64", "created_at timestamp"}, {"user_id", "post_id"});
    b.reference("follows.follower_id", "users.id", ProjectBuilder::mean(200));
    b.reference("follows.followee_id", "users.id", ProjectBuilder::mean(200));
    b.reference("posts.author_id", "users.id", ProjectBuilder::mean(1000));
    b.reference("timelines.post_id", "posts.id");
    b.reference("timelines.user_id", "users.id", ProjectBuilder::mean(10000));
    return b;
}

} // namespace

class PlanningRelationalTest : public QObject {
    Q_OBJECT
private slots:
    void cardinalities();
    void getByKey();
    void listByIndexReadsWhatTheLimitWants();
    void residualConditionsReadMore();
    void joinsAreNestedLoops();
    void fanOutOnRead();
    void elevenWritesForTenIndexes();
    void updatesStayOutOfIndexesWhenNoneChanges();
    void fanOutOnWrite();
    void sixteenShards();
    void partitionsTouched();
    void unboundedReads();
    void aggregatesAndGroups();
    void deletesCascade();
    void coveringIndexesFetchNothing();
    void survivesTheOdd();
    void aThousandPatterns();
};

void PlanningRelationalTest::cardinalities() {
    ProjectBuilder b = feed();
    b.distinct("posts.body", 1e6);
    const Cardinality c(b.project);
    const auto rows = [&](const std::string& table, const std::vector<std::string>& columns) {
        return c.rowsPerValue(b.entity(table), b.columns(table, columns));
    };
    QCOMPARE(rows("users", {"id"}), 1.0);
    QCOMPARE(rows("users", {"name"}), 5000.0);                      // 10^6 / 200, PostgreSQL's default
    QCOMPARE(rows("posts", {"author_id"}), 1000.0);                 // the stated mean
    QCOMPARE(rows("posts", {"body"}), 1000.0);                      // 10^9 / 10^6
    QCOMPARE(rows("follows", {"follower_id", "followee_id"}), 1.0); // the key
    QCOMPARE(c.distinct(b.entity("posts"), b.column("posts.author_id").attribute), 1e6); // 10^9 / 1,000
    const Predicate open{b.column("posts.created_at"), Comparison::Range, 1, "$1", "created_at > $1"};
    const Predicate closed{b.column("posts.created_at"), Comparison::Range, 1, "$1", "created_at between $1 and $2"};
    const Predicate many{b.column("posts.author_id"), Comparison::In, 5, "$1", "author_id in ($1)"};
    QVERIFY(std::abs(c.matchingRows(b.entity("posts"), {&open}) / (1e9 / 3) - 1) < 1e-9);
    QCOMPARE(c.matchingRows(b.entity("posts"), {&closed}), 5e6);
    QCOMPARE(c.matchingRows(b.entity("posts"), {&many}), 5000.0);
    // Rows nobody stated: parent × mean, else 1,000.
    b.table("likes", -1, {"post_id int64"});
    b.reference("likes.post_id", "posts.id", ProjectBuilder::mean(4));
    b.table("other", -1, {"x int64"});
    const Cardinality more(b.project);
    QCOMPARE(more.rows(b.entity("likes")), 4e9);
    QVERIFY(!more.rowsAssumed(b.entity("likes")));
    QCOMPARE(more.rows(b.entity("other")), 1000.0);
    QVERIFY(more.rowsAssumed(b.entity("other")));
}

void PlanningRelationalTest::getByKey() {
    ProjectBuilder b = feed();
    b.pattern("Get", Verb::Get, "posts").equal("posts.id").all();
    const Plan plan = Laid(b.project).plan("Get");
    QCOMPARE(plan.steps.size(), 1u);
    QVERIFY(plan.steps[0].kind == StepKind::PointRead);
    QCOMPARE(plan.steps[0].index, "posts_pkey");
    QCOMPARE(plan.rowsRead, 1.0);
    QCOMPARE(plan.rowsReturned, 1.0);
    QCOMPARE(plan.writes, 0.0);
    QVERIFY(plan.shape == PlanShape::One && !plan.unbounded && plan.why.empty());
}

void PlanningRelationalTest::listByIndexReadsWhatTheLimitWants() {
    ProjectBuilder b = feed();
    b.pattern("Recent", Verb::List, "posts").equal("posts.author_id").order("posts.created_at", true).limit(50).all();
    const Plan plan = Laid(b.project).plan("Recent");
    QCOMPARE(plan.steps.size(), 2u);
    QVERIFY(plan.steps[0].kind == StepKind::IndexRange && plan.steps[1].kind == StepKind::Fetch);
    QCOMPARE(plan.steps[0].index, "posts_author_id_created_at_idx");
    QCOMPARE(plan.rowsRead, 50.0);
    QCOMPARE(plan.rowsReturned, 50.0);
    QVERIFY2(!plan.unbounded, plan.why.c_str());
}

void PlanningRelationalTest::residualConditionsReadMore() {
    // Of an author's 1,000 posts a condition that nothing indexes keeps a third: 50 rows need 150 entries in order.
    ProjectBuilder b = feed();
    b.index("posts", "by_author", {"author_id", "created_at"});
    b.pattern("Some", Verb::List, "posts")
        .equal("posts.author_id")
        .condition("posts.body", Comparison::Other, "length(body) > $2")
        .order("posts.created_at", true)
        .limit(50)
        .all();
    const Plan plan = Laid(b.project).plan("Some");
    QCOMPARE(plan.steps[0].index, "by_author");
    QVERIFY(std::abs(plan.rowsRead - 150) < 1e-6);
    QVERIFY(step(plan, StepKind::Filter));
    QVERIFY(!step(plan, StepKind::Sort));
}

void PlanningRelationalTest::joinsAreNestedLoops() {
    ProjectBuilder b = feed();
    b.pattern("Timeline", Verb::Join, "timelines")
        .equal("timelines.user_id")
        .join("timelines.post_id", "posts.id")
        .order("timelines.created_at", true)
        .limit(50)
        .all();
    const Plan plan = Laid(b.project).plan("Timeline");
    // 50 entries of the timeline in order, 50 posts by key.
    QCOMPARE(plan.rowsRead, 100.0);
    QCOMPARE(plan.rowsReturned, 50.0);
    const PlanStep& inner = plan.steps.back();
    QVERIFY(inner.kind == StepKind::PointRead);
    QCOMPARE(inner.structure, "posts");
    QCOMPARE(inner.repeat, 50.0);
    QVERIFY2(!plan.unbounded, plan.why.c_str());
}

void PlanningRelationalTest::fanOutOnRead() {
    ProjectBuilder b = feed();
    b.pattern("Home", Verb::Join, "follows")
        .equal("follows.follower_id")
        .join("follows.followee_id", "posts.author_id")
        .order("posts.created_at", true)
        .limit(50)
        .all();
    const Plan plan = Laid(b.project).plan("Home");
    // 200 followed × 1,000 posts each are read and sorted for one page.
    QCOMPARE(plan.rowsRead, 200.0 + 200.0 * 1000.0);
    QCOMPARE(plan.rowsReturned, 50.0);
    QVERIFY(step(plan, StepKind::Sort));
}

void PlanningRelationalTest::elevenWritesForTenIndexes() {
    ProjectBuilder b;
    std::vector<std::string> columns{"id int64"};
    for (int i = 1; i < 10; ++i)
        columns.push_back("c" + std::to_string(i) + " int64");
    b.table("wide", 1e6, columns, {"id"});
    for (int i = 1; i < 10; ++i)
        b.index("wide", "i" + std::to_string(i), {"c" + std::to_string(i)});
    b.pattern("Insert", Verb::Insert, "wide");
    const Plan plan = Laid(b.project).plan("Insert");
    // The primary key and nine more indexes are ten: one row and ten entries.
    QCOMPARE(plan.writes, 11.0);
    QCOMPARE(plan.steps.back().rowsWritten, 1.0);
    QCOMPARE(plan.steps.back().indexesWritten, 10.0);
    QCOMPARE(plan.rowsRead, 0.0);
}

void PlanningRelationalTest::updatesStayOutOfIndexesWhenNoneChanges() {
    ProjectBuilder b = feed();
    b.index("posts", "by_author", {"author_id"});
    b.pattern("Edit", Verb::Update, "posts").equal("posts.id").assign({"posts.body"});
    b.pattern("Move", Verb::Update, "posts").equal("posts.id").assign({"posts.author_id"});
    const Laid laid(b.project);
    QCOMPARE(laid.plan("Edit").writes, 1.0); // heap-only
    QCOMPARE(laid.plan("Edit").rowsRead, 1.0);
    QCOMPARE(laid.plan("Move").writes, 3.0); // the row, and an entry in both indexes
}

void PlanningRelationalTest::fanOutOnWrite() {
    // 6,000 posts/s × 200 followers = 1.2 million timeline rows a second.
    ProjectBuilder b = feed();
    b.pattern("FanOut", Verb::Insert, "timelines")
        .from("follows")
        .equal("follows.followee_id")
        .assign({"timelines.user_id", "timelines.post_id", "timelines.created_at"})
        .rate(6000);
    const Laid laid(b.project);
    const Plan plan = laid.plan("FanOut");
    QCOMPARE(plan.steps.front().structure, "follows");
    QCOMPARE(plan.rowsRead, 200.0);
    double rows = 0;
    for (const PlanStep& candidate : plan.steps)
        if (candidate.structure == "timelines")
            rows += candidate.rowsWritten;
    QCOMPARE(rows * b.project.findPattern("FanOut")->rate.peakRate().value, 1.2e6);
    QCOMPARE(plan.writes, 400.0); // each row and its entry in the primary key
    // The index that finds the followers of one user is proposed.
    QCOMPARE(plan.steps.front().index, "follows_followee_id_idx");
}

void PlanningRelationalTest::sixteenShards() {
    // 1 billion rows over 16 hash partitions: 62.5 million each. Each is a sixteenth of what a scatter reads.
    ProjectBuilder b = feed();
    b.pattern("CountAll", Verb::Aggregate, "posts").condition("posts.body", Comparison::Other, "true");
    Layout layout;
    layout.partitions = 16;
    const Plan plan = Laid(b.project, layout).plan("CountAll");
    QCOMPARE(plan.partitionsTouched, 16.0);
    QVERIFY(plan.shape == PlanShape::Scatter);
    QCOMPARE(plan.rowsRead / plan.partitionsTouched, 62.5e6);
    QVERIFY(plan.unbounded);
}

void PlanningRelationalTest::partitionsTouched() {
    ProjectBuilder b = feed();
    b.pattern("Recent", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.created_at", true)
        .limit(50)
        .all()
        .rate(5000);
    b.pattern("Get", Verb::Get, "posts").equal("posts.id").all().rate(10);
    b.pattern("Some", Verb::List, "posts").in("posts.author_id", 3).limit(50).all().rate(10);
    b.pattern("WithUser", Verb::Join, "posts")
        .equal("posts.author_id")
        .join("posts.author_id", "users.id")
        .limit(5)
        .all();
    Layout layout;
    layout.partitions = 16;
    const Laid laid(b.project, layout);
    QVERIFY(laid.plan("Recent").shape == PlanShape::One);
    QCOMPARE(laid.plan("Recent").steps[0].routedBy, std::vector<ColumnRef>{b.column("posts.author_id")});
    const Plan get = laid.plan("Get"); // by a column that is not the partition key: every partition has to look
    QVERIFY(get.shape == PlanShape::Scatter);
    QCOMPARE(get.partitionsTouched, 16.0);
    QVERIFY(get.steps[0].parallel && get.steps[0].routedBy.empty());
    const Plan some = laid.plan("Some");
    QVERIFY(some.shape == PlanShape::Few);
    QVERIFY(std::abs(some.partitionsTouched - 16 * (1 - std::pow(15.0 / 16, 3))) <
            1e-9);                                          // occupied boxes of 3 balls in 16
    QVERIFY(laid.plan("WithUser").shape == PlanShape::One); // users lie beside their posts
}

void PlanningRelationalTest::unboundedReads() {
    ProjectBuilder b = feed();
    b.pattern("NoLimit", Verb::List, "timelines").equal("timelines.user_id").all();
    b.pattern("FewChildren", Verb::List, "follows")
        .equal("follows.follower_id")
        .all(); // 200 on average: held by the model
    b.pattern("Deep", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.created_at", true)
        .limit(20)
        .all()
        .with([](AccessPattern& p) { p.offsetParameter = true; });
    b.pattern("Page", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.created_at", true)
        .limit(20)
        .all()
        .with([](AccessPattern& p) { p.offset = 100; });
    b.pattern("Unsorted", Verb::List, "posts").order("posts.body").range("posts.created_at").limit(10).all();
    b.project.entities.set([&] {
        Entity posts = *b.project.entities.find(b.entity("posts"));
        posts.attributes[3].type.kind = TypeKind::Other; // no trigram index for a type that is not text
        return posts;
    }());
    b.pattern("Wildcard", Verb::TextSearch, "posts")
        .condition("posts.body", Comparison::Contains, "body LIKE '%x'")
        .limit(10)
        .all();
    const Laid laid(b.project);
    QVERIFY(laid.plan("NoLimit").unbounded);
    QVERIFY(laid.plan("NoLimit").why.find("no LIMIT") != std::string::npos);
    QVERIFY(!laid.plan("FewChildren").unbounded);
    QVERIFY(laid.plan("Deep").unbounded);
    QVERIFY(laid.plan("Deep").why.find("OFFSET") != std::string::npos);
    QVERIFY(!laid.plan("Page").unbounded);
    QCOMPARE(laid.plan("Page").rowsRead, 120.0); // 100 skipped and 20 returned
    QCOMPARE(laid.plan("Page").rowsReturned, 20.0);
    QVERIFY(laid.plan("Wildcard").unbounded);
    QVERIFY(step(laid.plan("Wildcard"), StepKind::Scan));
}

void PlanningRelationalTest::aggregatesAndGroups() {
    ProjectBuilder b = feed();
    b.pattern("Count", Verb::Aggregate, "posts").equal("posts.author_id");
    b.pattern("PerAuthor", Verb::Aggregate, "posts")
        .range("posts.created_at")
        .select({"posts.author_id"})
        .with([&](AccessPattern& p) { p.groupBy = {b.column("posts.author_id")}; });
    const Laid laid(b.project);
    const Plan count = laid.plan("Count");
    QCOMPARE(count.rowsRead, 1000.0);
    QCOMPARE(count.rowsReturned, 1.0);
    QVERIFY(!step(count, StepKind::Fetch));             // author_id alone answers
    QCOMPARE(laid.plan("PerAuthor").rowsReturned, 1e6); // 10^6 authors
    QVERIFY(laid.plan("PerAuthor").unbounded);
}

void PlanningRelationalTest::deletesCascade() {
    ProjectBuilder b;
    b.table("orders", 1e6, {"id int64"}, {"id"});
    b.table("items", 3e6, {"id int64", "order_id int64"}, {"id"});
    b.reference("items.order_id", "orders.id", ProjectBuilder::mean(3), ReferentialAction::Cascade);
    b.pattern("Drop", Verb::Delete, "orders").equal("orders.id");
    const Plan plan = Laid(b.project).plan("Drop");
    QCOMPARE(plan.writes, 4.0); // the order and its three items; index entries are left to vacuum
    QCOMPARE(plan.rowsRead, 1.0 + 3.0);
    QCOMPARE(plan.rowsReturned, 0.0);
}

void PlanningRelationalTest::coveringIndexesFetchNothing() {
    ProjectBuilder b = feed();
    b.pattern("Ids", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.created_at", true)
        .limit(50)
        .select({"posts.id", "posts.created_at"});
    const Plan plan = Laid(b.project).plan("Ids");
    QVERIFY(!step(plan, StepKind::Fetch));
    QCOMPARE(plan.rowsRead, 50.0);
}

void PlanningRelationalTest::survivesTheOdd() {
    ProjectBuilder b;
    b.table("tree", 1e5, {"id int64", "parent_id int64?"}, {"id"});
    b.reference("tree.parent_id", "tree.id", ProjectBuilder::mean(3));
    b.table("empty", 0, {"x int64"});
    b.pattern("Children", Verb::Join, "tree").equal("tree.id").join("tree.id", "tree.parent_id").all();
    b.pattern("Nothing", Verb::List, "empty").equal("empty.x").all();
    b.pattern("Lost", Verb::List, "tree").with([](AccessPattern& p) { p.entity = {}; });
    b.pattern("Into", Verb::Insert, "tree");
    const Laid laid(b.project);
    QCOMPARE(laid.plan("Children").rowsRead, 1.0 + 3.0);
    QCOMPARE(laid.plan("Nothing").rowsReturned, 0.0);
    QVERIFY(laid.plan("Lost").shape == PlanShape::Unserved && !laid.plan("Lost").why.empty());
    Design none = laid.design;
    none.structures.clear();
    QVERIFY(planPattern(b.project, laid.profile, none, *b.project.findPattern("Into")).shape == PlanShape::Unserved);
    QVERIFY(planPattern(b.project, laid.profile, none, *b.project.findPattern("Children")).shape ==
            PlanShape::Unserved);
}

void PlanningRelationalTest::aThousandPatterns() {
    ProjectBuilder b = feed();
    std::vector<AccessPattern> patterns;
    const AccessPattern sample = b.pattern("Recent", Verb::List, "posts")
                                     .equal("posts.author_id")
                                     .order("posts.created_at", true)
                                     .limit(50)
                                     .all()
                                     .get();
    for (int i = 0; i < 1000; ++i) {
        AccessPattern copy = sample;
        copy.id = b.project.newId<PatternId>();
        copy.name = "p" + std::to_string(i);
        patterns.push_back(copy);
    }
    b.project.patterns.assign(patterns);
    const Laid laid(b.project);
    QElapsedTimer timer;
    timer.start();
    const std::vector<Plan> plans = planPatterns(b.project, laid.profile, laid.design);
    qInfo("planned 1,000 patterns in %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(plans.size(), 1000u);
    QVERIFY(timer.elapsed() < 250 * kSlowdown);
}

QTEST_APPLESS_MAIN(PlanningRelationalTest)
#include "planning_relational_test.moc"
