// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plans on Cassandra tables, DynamoDB items and caches: hand arithmetic from stated rows and fan-outs.
#include <cmath>

#include <QtTest>

#include "estimator/planning/planner.h"
#include "model/physical/mapping.h"
#include "tests/support/feed_project.h"

using namespace shardscape::tests;
using namespace shardscape::estimator;

namespace {

struct Laid {
    EngineProfile profile;
    Design design;
    const Project& project;
    Laid(const Project& project_, MappingFamily family, Layout layout = {})
        : profile(plainProfile(family))
        , project(project_) {
        design = mapProject(project, profile, layout).value();
    }
    Plan plan(const std::string& pattern) const {
        return planPattern(project, profile, design, *project.findPattern(pattern));
    }
};

double writesTo(const Plan& plan, const std::string& structure) {
    double sum = 0;
    for (const PlanStep& step : plan.steps)
        if (step.kind == StepKind::Write && step.structure == structure)
            sum += step.rowsWritten + step.indexesWritten;
    return sum;
}

} // namespace

class PlanningKeyedTest : public QObject {
    Q_OBJECT
private slots:
    void pointAndPartition();
    void writesGoToEveryTable();
    void timelineFanOut();
    void bucketsOfAPage();
    void scatterAndUnserved();
    void copiesFollowTheirParent();
    void counters();
    void updatesThatMustReadFirst();
    void copiesByCompositeKeys();
    void inListTouchesFewPartitions();
    void itemsAndIndexes();
    void collectionIsOneRequest();
    void indexWrites();
    void cacheInFront();
    void cacheAlone();
    void everyPatternGetsAPlan();
};

void PlanningKeyedTest::pointAndPartition() {
    ProjectBuilder b = feedProject();
    b.pattern("Get", Verb::Get, "posts").equal("posts.post_id").all();
    b.pattern("Recent", Verb::List, "posts").equal("posts.author_id").order("posts.created_at", true).limit(5).all();
    b.pattern("All", Verb::List, "posts").equal("posts.author_id").all();
    const Laid laid(b.project, MappingFamily::WideColumn);
    const Plan get = laid.plan("Get");
    QVERIFY(get.shape == PlanShape::One && get.steps.size() == 1 && get.steps[0].kind == StepKind::PointRead);
    QCOMPARE(get.rowsRead, 1.0);
    QCOMPARE(get.steps[0].routedBy, std::vector<ColumnRef>{b.column("posts.post_id")});
    const Plan recent = laid.plan("Recent");
    QVERIFY(recent.shape == PlanShape::One && recent.steps[0].kind == StepKind::KeyRange);
    QCOMPARE(recent.steps[0].structure, "posts_by_author_id");
    QCOMPARE(recent.rowsRead, 5.0);
    QCOMPARE(laid.plan("All").rowsRead, 20.0);
    QVERIFY(!laid.plan("All").unbounded); // 20 on average: the model holds it
}

void PlanningKeyedTest::writesGoToEveryTable() {
    ProjectBuilder b = feedProject();
    b.pattern("Get", Verb::Get, "posts").equal("posts.post_id").all();
    b.pattern("Recent", Verb::List, "posts").equal("posts.author_id").order("posts.created_at", true).limit(5).all();
    b.pattern("Insert", Verb::Insert, "posts");
    b.pattern("Edit", Verb::Update, "posts").equal("posts.post_id").assign({"posts.body"});
    b.pattern("Redate", Verb::Update, "posts").equal("posts.post_id").assign({"posts.created_at"});
    b.pattern("Delete", Verb::Delete, "posts").equal("posts.post_id");
    const Laid laid(b.project, MappingFamily::WideColumn);
    QCOMPARE(laid.plan("Insert").writes, 2.0);
    QCOMPARE(laid.plan("Insert").rowsRead, 0.0);
    // The table by author needs author and time, which the edit does not give: the post is read first.
    QCOMPARE(laid.plan("Edit").writes, 2.0);
    QCOMPARE(laid.plan("Edit").rowsRead, 1.0);
    QCOMPARE(laid.plan("Redate").writes, 3.0); // delete and insert where the time is a key
    QCOMPARE(laid.plan("Delete").writes, 2.0);
}

void PlanningKeyedTest::timelineFanOut() {
    // 6,000 posts/s × 200 followers = 1.2 million timeline rows a second.
    ProjectBuilder b = feedProject();
    b.pattern("Home", Verb::Join, "follows")
        .equal("follows.follower_id")
        .join("follows.followee_id", "posts.author_id")
        .order("posts.created_at", true)
        .limit(50)
        .select({"posts.post_id", "posts.body"});
    b.pattern("Post", Verb::Insert, "posts").rate(6000);
    const Laid laid(b.project, MappingFamily::WideColumn);
    const Plan home = laid.plan("Home");
    QVERIFY(home.shape == PlanShape::One);
    QCOMPARE(home.rowsRead, 50.0);
    QCOMPARE(home.steps[0].structure, "posts_by_follower_id");
    const Plan post = laid.plan("Post");
    QCOMPARE(writesTo(post, "posts_by_follower_id") * 6000, 1.2e6);
    QCOMPARE(writesTo(post, "posts"), 1.0);
    QCOMPARE(post.rowsRead, 200.0); // the followers
}

void PlanningKeyedTest::bucketsOfAPage() {
    ProjectBuilder b;
    b.table("readings", 1e9, {"sensor_id int64", "at timestamp", "value double"}, {"sensor_id", "at"});
    b.distinct("readings.sensor_id", 1000);
    b.change("readings", [](Entity& entity) { entity.volume.growthRowsPerDay = 1e9 / 730; });
    b.pattern("Last", Verb::List, "readings").equal("readings.sensor_id").order("readings.at", true).limit(100).all();
    b.pattern("Sum", Verb::Aggregate, "readings").equal("readings.sensor_id").select({"readings.value"});
    b.pattern("Window", Verb::Range, "readings").equal("readings.sensor_id").between("readings.at").all();
    const Laid laid(b.project, MappingFamily::WideColumn);
    QCOMPARE(laid.plan("Last").partitionsTouched, 1.0); // the newest of 24 months
    QCOMPARE(laid.plan("Last").rowsRead, 100.0);
    const Plan sum = laid.plan("Sum"); // all 24 months, on 12 partitions
    QVERIFY(std::abs(sum.partitionsTouched - 12 * (1 - std::pow(11.0 / 12, 24))) < 1e-9);
    QVERIFY(sum.unbounded);
    QVERIFY(sum.shape == PlanShape::Few);
    QCOMPARE(laid.plan("Window").partitionsTouched, 1.0); // 0.005 × 24 months
    QCOMPARE(laid.plan("Window").rowsRead, 5000.0);       // 0.005 × 10^6
}

void PlanningKeyedTest::scatterAndUnserved() {
    ProjectBuilder b = feedProject();
    b.pattern("Get", Verb::Get, "posts").equal("posts.post_id").all();
    b.pattern("Count", Verb::Aggregate, "posts");
    b.pattern("Search", Verb::TextSearch, "posts").condition("posts.body", Comparison::Contains).limit(10).all();
    b.pattern("Walk", Verb::Traversal, "follows").equal("follows.follower_id");
    for (MappingFamily family : {MappingFamily::WideColumn, MappingFamily::SingleTable}) {
        const Laid laid(b.project, family);
        const Plan count = laid.plan("Count");
        QVERIFY(count.shape == PlanShape::Scatter);
        QVERIFY(count.unbounded);
        QVERIFY(!count.why.empty());
        QCOMPARE(count.partitionsTouched, family == MappingFamily::WideColumn ? 12.0 : 4.0);
        // A scan of the item table meets the items of every entity.
        QCOMPARE(count.rowsRead, family == MappingFamily::WideColumn ? 2e7 : 2e7 + 2e8 + 1e6);
        QVERIFY(laid.plan("Search").shape == PlanShape::Unserved);
        QVERIFY(laid.plan("Search").steps.empty());
        QVERIFY(laid.plan("Walk").shape == PlanShape::Unserved);
    }
    // A design made before the pattern was: nothing is keyed by what it gives.
    const Laid before(b.project, MappingFamily::WideColumn);
    b.pattern("New", Verb::List, "posts").equal("posts.body").all();
    const Plan plan = before.plan("New");
    QVERIFY(plan.shape == PlanShape::Scatter);
    QVERIFY(plan.steps[0].text.find("ALLOW FILTERING") != std::string::npos);
    b.pattern("NewJoin", Verb::Join, "posts")
        .equal("posts.post_id")
        .join("posts.author_id", "follows.followee_id")
        .all();
    QVERIFY(before.plan("NewJoin").shape == PlanShape::Unserved);
    QVERIFY(before.plan("NewJoin").why.find("joins") != std::string::npos);
}

void PlanningKeyedTest::copiesFollowTheirParent() {
    ProjectBuilder b = feedProject();
    b.pattern("Page", Verb::Join, "posts")
        .equal("posts.author_id")
        .join("posts.author_id", "users.user_id")
        .order("posts.created_at", true)
        .limit(20)
        .select({"posts.post_id", "posts.body", "users.name"});
    b.pattern("Rename", Verb::Update, "users").equal("users.user_id").assign({"users.name"});
    b.pattern("Post", Verb::Insert, "posts");
    const Laid laid(b.project, MappingFamily::WideColumn);
    const Plan rename = laid.plan("Rename");
    QCOMPARE(writesTo(rename, "users"), 1.0);
    QCOMPARE(writesTo(rename, "posts_by_author_id"), 20.0); // one for each of the author's posts
    QVERIFY(rename.shape == PlanShape::Few || rename.shape == PlanShape::One);
    QCOMPARE(laid.plan("Post").rowsRead, 1.0); // the author's name
    QCOMPARE(laid.plan("Post").writes, 1.0);
}

void PlanningKeyedTest::counters() {
    ProjectBuilder b = feedProject();
    b.pattern("Get", Verb::Get, "posts").equal("posts.post_id").all();
    b.pattern("Like", Verb::Increment, "posts").equal("posts.post_id").assign({"posts.likes"});
    b.pattern("Insert", Verb::Insert, "posts");
    const Laid laid(b.project, MappingFamily::WideColumn);
    QCOMPARE(writesTo(laid.plan("Like"), "posts_counters"), 1.0);
    QCOMPARE(laid.plan("Like").writes, 1.0);
    QCOMPARE(laid.plan("Like").rowsRead, 0.0);
    QCOMPARE(laid.plan("Insert").writes, 1.0);
    QCOMPARE(laid.plan("Get").steps.size(), 2u); // the row, and its counter from the other table
    QCOMPARE(laid.plan("Get").steps[1].structure, "posts_counters");
}

void PlanningKeyedTest::updatesThatMustReadFirst() {
    ProjectBuilder b = feedProject();
    b.pattern("Recent", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.created_at", true)
        .limit(5)
        .all()
        .rate(1000);
    b.pattern("Edit", Verb::Update, "posts").equal("posts.post_id").assign({"posts.body"}).rate(1);
    b.pattern("Take", Verb::Increment, "users").equal("users.user_id").range("users.name").assign({"users.name"});
    const Laid items(b.project, MappingFamily::SingleTable);
    // Posts are items of their author: the key of one is found through the index by post first.
    QCOMPARE(items.plan("Edit").steps.front().structure, "GSI1");
    QCOMPARE(items.plan("Edit").rowsRead, 1.0);
    QCOMPARE(items.plan("Edit").writes, 2.0);
    // A condition is checked on the row as it is, on either engine.
    QCOMPARE(items.plan("Take").rowsRead, 1.0);
    QCOMPARE(Laid(b.project, MappingFamily::WideColumn).plan("Take").rowsRead, 1.0);
}

void PlanningKeyedTest::copiesByCompositeKeys() {
    ProjectBuilder b;
    b.table("jobs", 1e5, {"site text", "name text", "kind text"}, {"site", "name"});
    b.table("timers", 1e5, {"site text", "name text", "next timestamp"}, {"site", "name"});
    b.pattern("Timer", Verb::Join, "timers")
        .equal("timers.site")
        .equal("timers.name")
        .join("timers.site", "jobs.site")
        .all()
        .with([&](AccessPattern& p) {
            p.joins.push_back({b.column("timers.name"), b.column("jobs.name"), false});
        });
    b.pattern("Insert", Verb::Insert, "timers");
    b.pattern("Retype", Verb::Update, "jobs").equal("jobs.site").equal("jobs.name").assign({"jobs.kind"});
    const Laid laid(b.project, MappingFamily::WideColumn);
    QCOMPARE(laid.plan("Timer").rowsRead, 1.0);
    QCOMPARE(laid.plan("Insert").writes, 1.0);
    QCOMPARE(laid.plan("Insert").rowsRead, 1.0); // the job's kind
    QCOMPARE(laid.plan("Retype").writes, 2.0);   // the job and its timer's copy
}

void PlanningKeyedTest::inListTouchesFewPartitions() {
    ProjectBuilder b = feedProject();
    b.pattern("Many", Verb::List, "posts").in("posts.post_id", 5).all();
    const Plan plan = Laid(b.project, MappingFamily::WideColumn).plan("Many");
    QVERIFY(plan.shape == PlanShape::Few);
    QVERIFY(std::abs(plan.partitionsTouched - 12 * (1 - std::pow(11.0 / 12, 5))) < 1e-9);
    QCOMPARE(plan.rowsRead, 5.0);
}

void PlanningKeyedTest::itemsAndIndexes() {
    ProjectBuilder b = feedProject();
    b.pattern("Recent", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.created_at", true)
        .limit(5)
        .all()
        .rate(1000);
    b.pattern("GetPost", Verb::Get, "posts")
        .equal("posts.post_id")
        .select({"posts.body"})
        .rate(10)
        .consistency(ConsistencyKind::Eventual);
    b.pattern("Home", Verb::Join, "follows")
        .equal("follows.follower_id")
        .join("follows.followee_id", "posts.author_id")
        .order("posts.created_at", true)
        .limit(50)
        .select({"posts.post_id"});
    const Laid laid(b.project, MappingFamily::SingleTable);
    QCOMPARE(laid.plan("Recent").steps[0].structure, "feed");
    QCOMPARE(laid.plan("Recent").rowsRead, 5.0);
    QCOMPARE(laid.plan("GetPost").steps.size(), 1u); // the body is projected
    QCOMPARE(laid.plan("GetPost").steps[0].structure, "GSI1");
    // Fan-out on read: one query for the follows, one for each of 200 authors, sorted in the application.
    const Plan home = laid.plan("Home");
    QCOMPARE(home.rowsRead, 200.0 + 200.0 * 20.0);
    QCOMPARE(home.steps[1].repeat, 200.0);
    QVERIFY(home.steps.back().kind == StepKind::Sort);
}

void PlanningKeyedTest::collectionIsOneRequest() {
    ProjectBuilder b;
    b.project.name = "shop";
    b.table("orders", 1e6, {"id int64", "status text"}, {"id"});
    b.table("items", 3e6, {"order_id int64", "line int32", "sku text"}, {"order_id", "line"});
    b.reference("items.order_id", "orders.id", ProjectBuilder::mean(3));
    b.pattern("Order", Verb::Join, "orders").equal("orders.id").join("orders.id", "items.order_id").all();
    const Plan plan = Laid(b.project, MappingFamily::SingleTable).plan("Order");
    QVERIFY(plan.shape == PlanShape::One); // the order and its items share the partition key
    QCOMPARE(plan.rowsRead, 4.0);
}

void PlanningKeyedTest::indexWrites() {
    ProjectBuilder b = feedProject();
    b.pattern("Recent", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.created_at", true)
        .limit(5)
        .select({"posts.body"})
        .rate(10)
        .consistency(ConsistencyKind::Eventual);
    b.pattern("GetPost", Verb::Get, "posts").equal("posts.post_id").all().rate(1000);
    b.pattern("Insert", Verb::Insert, "posts");
    b.pattern("Edit", Verb::Update, "posts").equal("posts.post_id").assign({"posts.body"});
    b.pattern("Like", Verb::Increment, "posts").equal("posts.post_id").assign({"posts.likes"});
    b.pattern("Move", Verb::Update, "posts").equal("posts.post_id").assign({"posts.created_at"});
    const Laid laid(b.project, MappingFamily::SingleTable);
    QCOMPARE(laid.plan("Insert").writes, 2.0); // the item and its entry
    QCOMPARE(laid.plan("Edit").writes, 2.0);   // the body is projected
    QCOMPARE(laid.plan("Like").writes, 1.0);   // the likes are not
    QCOMPARE(laid.plan("Move").writes, 3.0);   // the entry's key changes: delete and put
    QCOMPARE(laid.plan("Like").rowsRead, 0.0); // an update expression needs no read
}

void PlanningKeyedTest::cacheInFront() {
    ProjectBuilder b = feedProject();
    b.pattern("Get", Verb::Get, "posts").equal("posts.post_id").all().consistency(ConsistencyKind::Eventual);
    b.pattern("Edit", Verb::Update, "posts").equal("posts.post_id").assign({"posts.body"});
    Layout layout;
    layout.cache = true;
    for (MappingFamily family : {MappingFamily::Relational, MappingFamily::WideColumn, MappingFamily::SingleTable}) {
        const Laid laid(b.project, family, layout);
        const Plan get = laid.plan("Get");
        QVERIFY(get.steps[0].kind == StepKind::CacheLookup);
        QCOMPARE(get.steps[0].structure, "cache_posts");
        QCOMPARE(get.rowsRead, 1.0); // a miss; the hit ratio is the estimate's
        QCOMPARE(writesTo(laid.plan("Edit"), "cache_posts"), 1.0);
    }
}

void PlanningKeyedTest::cacheAlone() {
    ProjectBuilder b = feedProject();
    b.pattern("Get", Verb::Get, "posts").equal("posts.post_id").all().consistency(ConsistencyKind::Eventual);
    b.pattern("Exact", Verb::Get, "posts").equal("posts.post_id").all();
    b.pattern("Edit", Verb::Update, "posts").equal("posts.post_id").assign({"posts.body"});
    b.pattern("Join", Verb::Insert, "follows");
    const Laid laid(b.project, MappingFamily::Cache);
    QVERIFY(laid.plan("Get").shape == PlanShape::One);
    QCOMPARE(laid.plan("Get").rowsReturned, 1.0);
    QVERIFY(laid.plan("Exact").shape == PlanShape::Unserved);
    QVERIFY(laid.plan("Exact").why.find("latest") != std::string::npos);
    QCOMPARE(laid.plan("Edit").writes, 1.0);
    QVERIFY(laid.plan("Join").shape == PlanShape::Unserved);
}

void PlanningKeyedTest::everyPatternGetsAPlan() {
    ProjectBuilder b = feedProject();
    b.table("log", -1, {"at timestamp", "text text"});
    b.table("tree", 1e5, {"id int64", "parent_id int64?"}, {"id"});
    b.reference("tree.parent_id", "tree.id");
    int number = 0;
    for (int verb = 0; verb <= static_cast<int>(Verb::Increment); ++verb)
        for (const std::string table : {"posts", "log", "tree", "follows"}) {
            const std::string first = table == "posts"  ? "post_id"
                                      : table == "log"  ? "at"
                                      : table == "tree" ? "id"
                                                        : "follower_id";
            b.pattern("p" + std::to_string(++number), static_cast<Verb>(verb), table);
            b.pattern("p" + std::to_string(++number), static_cast<Verb>(verb), table)
                .equal(table + "." + first)
                .assign({table + "." + first});
            b.pattern("p" + std::to_string(++number), static_cast<Verb>(verb), table)
                .in(table + "." + first, 3)
                .order(table + "." + first)
                .limit(2);
            b.pattern("p" + std::to_string(++number), static_cast<Verb>(verb), table)
                .join(table + "." + first, table + "." + first)
                .all();
        }
    b.pattern("lost", Verb::List, "log").with([](AccessPattern& p) { p.entity = {}; });
    for (MappingFamily family :
         {MappingFamily::Relational, MappingFamily::WideColumn, MappingFamily::SingleTable, MappingFamily::Cache})
        for (int partitions : {1, 16}) {
            Layout layout;
            layout.partitions = partitions;
            layout.cache = true;
            const Laid laid(b.project, family, layout);
            for (const Plan& plan : planPatterns(b.project, laid.profile, laid.design)) {
                const AccessPattern& pattern = *b.project.patterns.find(plan.pattern);
                QVERIFY2(plan.shape == PlanShape::Unserved ? !plan.why.empty() : !plan.steps.empty(),
                         pattern.name.c_str());
                QVERIFY2(std::isfinite(plan.rowsRead) && plan.rowsRead >= 0 && std::isfinite(plan.bytesRead) &&
                             plan.bytesRead >= 0,
                         pattern.name.c_str());
                QVERIFY2(plan.partitionsTouched <= std::max(2, laid.design.placement.partitions), pattern.name.c_str());
                QVERIFY2(!plan.unbounded || !plan.why.empty(), pattern.name.c_str());
            }
        }
}

QTEST_APPLESS_MAIN(PlanningKeyedTest)
#include "planning_keyed_test.moc"
