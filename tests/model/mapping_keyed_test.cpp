// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Wide-column tables, item tables and caches. Expectations are the rules of model/physical/README.md worked out by
// hand; the layouts are the ones that designs of a social feed are known by (a table per query, USER#id / POST#time, a
// timeline row for each follower).
#include <set>

#include <QtTest>

#include "model/physical/copies.h"
#include "model/physical/mapping.h"
#include "tests/support/feed_project.h"
#include "tests/support/slowdown.h"

using namespace shardscape::tests;

namespace {

QString keyOf(const Structure* structure) {
    if (!structure)
        return "no such structure";
    QStringList partition, sort;
    for (const StructureKeyPart& part : structure->partitionKey)
        partition << QString::fromStdString(part.column);
    for (const StructureKeyPart& part : structure->sortKey)
        sort << QString::fromStdString(part.column + (part.descending ? " desc" : ""));
    return "(" + partition.join(", ") + ") " + sort.join(", ");
}

QStringList namesOf(const Design& design) {
    QStringList out;
    for (const Structure& structure : design.structures)
        out << QString::fromStdString(structure.name);
    return out;
}

Design mapped(const Project& project, MappingFamily family, Layout layout = {}) {
    return mapProject(project, plainProfile(family), layout).value();
}

} // namespace

class MappingKeyedTest : public QObject {
    Q_OBJECT
private slots:
    void oneTablePerQuery();
    void tablesAreShared();
    void compositeKeyServesItsOwnList();
    void joinedColumnsAreCopied();
    void timelineIsARowForEachFollower();
    void largePartitionsAreCutByTime();
    void largePartitionsWithoutTimeAreCutByHash();
    void aLargestKeyAloneIsNoReasonForBuckets();
    void wholeTableInOrder();
    void countersStandAlone();
    void conditionalChangesAreNoCounters();
    void joinsOnSeveralColumns();
    void itemCollections();
    void adjacencyBothWays();
    void compositionNamesItsEntity();
    void atMostTwentyGlobalIndexes();
    void cacheKeyspaces();
    void cacheInvalidation();
    void cacheAlone();
    void oddSchemas();
    void hostileNames();
    void deterministicAndFast();
};

void MappingKeyedTest::oneTablePerQuery() {
    ProjectBuilder b = feedProject();
    b.pattern("Get", Verb::Get, "posts").equal("posts.post_id").all();
    const PatternId recent = b.pattern("Recent", Verb::List, "posts")
                                 .equal("posts.author_id")
                                 .order("posts.created_at", true)
                                 .limit(50)
                                 .all()
                                 .get()
                                 .id;
    const Design design = mapped(b.project, MappingFamily::WideColumn);
    QCOMPARE(namesOf(design), (QStringList{"users", "posts", "posts_by_author_id", "follows"}));
    QCOMPARE(keyOf(design.find("posts")), "(post_id) ");
    QCOMPARE(keyOf(design.find("posts_by_author_id")), "(author_id) created_at desc, post_id");
    QCOMPARE(design.find("posts_by_author_id")->serves, std::vector<PatternId>{recent});
    QVERIFY(!design.find("posts_by_author_id")->truth);
    QCOMPARE(design.find("posts")->columns[2].nativeType, "timestamp");
    QCOMPARE(design.placement.replicas, 3);
}

void MappingKeyedTest::tablesAreShared() {
    ProjectBuilder b = feedProject();
    b.pattern("Recent", Verb::List, "posts").equal("posts.author_id").order("posts.created_at", true).limit(50).all();
    b.pattern("Oldest", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.created_at")
        .limit(5)
        .all(); // backwards
    b.pattern("Since", Verb::Range, "posts").equal("posts.author_id").range("posts.created_at").all();
    b.pattern("All", Verb::List, "posts").equal("posts.author_id").select({"posts.body"});
    const Design design = mapped(b.project, MappingFamily::WideColumn);
    // Nothing asks for a post by its key, so the table by author is the truth and there is no other.
    QCOMPARE(namesOf(design), (QStringList{"users", "posts_by_author_id", "follows"}));
    QVERIFY(design.find("posts_by_author_id")->truth);
    QCOMPARE(design.find("posts_by_author_id")->serves.size(), 4u);
    QVERIFY(design.find("posts_by_author_id")->find("likes")); // the truth holds every column
}

void MappingKeyedTest::compositeKeyServesItsOwnList() {
    ProjectBuilder b = feedProject();
    b.pattern("Following", Verb::List, "follows").equal("follows.follower_id").all().rate(100);
    b.pattern("IsFollowing", Verb::Get, "follows").equal("follows.follower_id").equal("follows.followee_id").all();
    b.pattern("Followers", Verb::List, "follows").equal("follows.followee_id").all().rate(10);
    const Design design = mapped(b.project, MappingFamily::WideColumn);
    QCOMPARE(keyOf(design.find("follows")), "(follower_id) followee_id");
    QCOMPARE(keyOf(design.find("follows_by_followee_id")), "(followee_id) follower_id");
    QCOMPARE(design.find("follows")->serves.size(), 2u);
}

void MappingKeyedTest::joinedColumnsAreCopied() {
    ProjectBuilder b = feedProject();
    b.pattern("Page", Verb::Join, "posts")
        .equal("posts.author_id")
        .join("posts.author_id", "users.user_id")
        .order("posts.created_at", true)
        .limit(20)
        .select({"posts.post_id", "posts.body", "users.name"});
    const Design design = mapped(b.project, MappingFamily::WideColumn);
    const Structure* table = design.find("posts_by_author_id");
    QVERIFY(table);
    const StructureColumn* copied = table->find("users_name");
    QVERIFY(copied);
    QCOMPARE(copied->source, b.column("users.name"));
    QCOMPARE(table->joins.size(), 1u);
    QCOMPARE(table->entities.size(), 2u);
}

void MappingKeyedTest::timelineIsARowForEachFollower() {
    ProjectBuilder b = feedProject();
    b.pattern("Home", Verb::Join, "follows")
        .equal("follows.follower_id")
        .join("follows.followee_id", "posts.author_id")
        .order("posts.created_at", true)
        .limit(50)
        .select({"posts.post_id", "posts.author_id", "posts.body"});
    const Design design = mapped(b.project, MappingFamily::WideColumn);
    const Structure* timeline = design.find("posts_by_follower_id");
    QVERIFY2(timeline, qPrintable(namesOf(design).join(" ")));
    // 200 followed × 20 posts are 4,000 rows a reader: no buckets.
    QCOMPARE(keyOf(timeline), "(follows_follower_id) created_at desc, post_id");
    QCOMPARE(timeline->entity, b.entity("posts"));
    QVERIFY(!timeline->truth);
    const Cardinality cardinality(b.project);
    QCOMPARE(copiesOf(cardinality, *timeline, b.entity("posts")), 200.0);  // one for each follower of its author
    QCOMPARE(copiesOf(cardinality, *timeline, b.entity("follows")), 20.0); // the posts of the one followed
    QCOMPARE(copiesOf(cardinality, *design.find("users"), b.entity("users")), 1.0);
    // Writing a post needs its author's followers: that way in is made as well.
    QVERIFY(design.find("follows_by_followee_id"));
}

void MappingKeyedTest::largePartitionsAreCutByTime() {
    ProjectBuilder b;
    b.table("readings", 1e9, {"sensor_id int64", "at timestamp", "value double"}, {"sensor_id", "at"});
    b.distinct("readings.sensor_id", 1000);
    b.change("readings", [](Entity& entity) { entity.volume.growthRowsPerDay = 1e9 / 730; });
    b.pattern("Last", Verb::List, "readings").equal("readings.sensor_id").order("readings.at", true).limit(100).all();
    const Design design = mapped(b.project, MappingFamily::WideColumn);
    const Structure& table = design.structures.front();
    // 10^6 rows a sensor gathered over 730 days; at most 100,000 in a partition: 73 days at most, so months: 24 of
    // them.
    QCOMPARE(keyOf(&table), "(sensor_id, bucket) at desc");
    const StructureColumn* bucket = table.find("bucket");
    QVERIFY(bucket);
    QCOMPARE(bucket->buckets, 24.0);
    QCOMPARE(bucket->bucketOf, b.column("readings.at"));
    QVERIFY(bucket->composition.starts_with("month of readings.at"));
}

void MappingKeyedTest::largePartitionsWithoutTimeAreCutByHash() {
    ProjectBuilder b;
    b.table("members", 1e9, {"group_id int64", "user_id int64"}, {"group_id", "user_id"});
    b.distinct("members.group_id", 1000);
    b.pattern("Members", Verb::List, "members").equal("members.group_id").all().limit(100);
    const Design design = mapped(b.project, MappingFamily::WideColumn);
    const StructureColumn* bucket = design.structures.front().find("bucket");
    QVERIFY(bucket);
    QCOMPARE(bucket->buckets, 10.0); // 10^6 rows a group, 100,000 a partition
    QVERIFY(!bucket->bucketOf.attribute);
}

void MappingKeyedTest::aLargestKeyAloneIsNoReasonForBuckets() {
    ProjectBuilder b;
    b.table("users", 1e6, {"id int64"}, {"id"});
    b.table("follows", 2e8, {"follower_id int64", "followee_id int64"}, {"follower_id", "followee_id"});
    FanOut fanOut = ProjectBuilder::mean(200);
    fanOut.maximum = 1e8;
    b.reference("follows.followee_id", "users.id", fanOut);
    b.pattern("Followers", Verb::List, "follows").equal("follows.followee_id").all().limit(100);
    const Design design = mapped(b.project, MappingFamily::WideColumn);
    QCOMPARE(keyOf(design.find("follows")), "(followee_id) follower_id");
    // One celebrity's 10^8 followers would make everybody's list 1,000 partitions: said instead.
    QVERIFY(std::any_of(design.notes.begin(), design.notes.end(), [](const std::string& note) {
        return note.find("follows: the largest key has 1e+08 rows") == 0;
    }));
}

void MappingKeyedTest::wholeTableInOrder() {
    ProjectBuilder b = feedProject();
    b.pattern("Latest", Verb::List, "posts").order("posts.created_at", true).limit(20).all();
    b.table("countries", 200, {"code text", "name text"}, {"code"});
    b.pattern("Countries", Verb::List, "countries").order("countries.name").all();
    const Design design = mapped(b.project, MappingFamily::WideColumn);
    const Structure* latest = design.find("posts_by_created_at");
    QVERIFY(latest);
    QCOMPARE(keyOf(latest), "(bucket) created_at desc, post_id");
    QVERIFY(latest->find("bucket")->buckets >= 2e7 / 1e5);
    QCOMPARE(keyOf(design.find("countries_by_name")), "(bucket) name, code");
    QCOMPARE(design.find("countries_by_name")->find("bucket")->buckets, 1.0);
}

void MappingKeyedTest::countersStandAlone() {
    ProjectBuilder b = feedProject();
    b.pattern("Get", Verb::Get, "posts").equal("posts.post_id").all();
    b.pattern("Like", Verb::Increment, "posts").equal("posts.post_id").assign({"posts.likes"});
    const Design design = mapped(b.project, MappingFamily::WideColumn);
    QVERIFY(!design.find("posts")->find("likes"));
    const Structure* counters = design.find("posts_counters");
    QVERIFY(counters);
    QCOMPARE(keyOf(counters), "(post_id) ");
    QCOMPARE(counters->columns.size(), 2u);
    QCOMPARE(counters->find("likes")->nativeType, "counter");

    ProjectBuilder ordered = feedProject(); // a counter cannot be part of a key
    ordered.pattern("Like", Verb::Increment, "posts").equal("posts.post_id").assign({"posts.likes"});
    ordered.pattern("Top", Verb::List, "posts").equal("posts.author_id").order("posts.likes", true).limit(3).all();
    const Design plain = mapped(ordered.project, MappingFamily::WideColumn);
    QVERIFY(!plain.find("posts_counters"));
    QVERIFY(!plain.notes.empty());
}

void MappingKeyedTest::conditionalChangesAreNoCounters() {
    ProjectBuilder b = feedProject();
    b.pattern("Take", Verb::Increment, "posts").equal("posts.post_id").range("posts.likes").assign({"posts.likes"});
    b.pattern("Give", Verb::Increment, "posts").equal("posts.post_id").assign({"posts.likes"});
    const Design design = mapped(b.project, MappingFamily::WideColumn);
    QVERIFY(!design.find("posts_counters")); // a counter cannot say whether it is still above zero
    QVERIFY(design.find("posts")->find("likes"));
    QVERIFY(!design.notes.empty());
}

void MappingKeyedTest::joinsOnSeveralColumns() {
    // Both tables have the same key of two columns: one row of each, whatever the columns alone would match.
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
    b.pattern("GetJob", Verb::Get, "jobs").equal("jobs.site").equal("jobs.name").all();
    const Design design = mapped(b.project, MappingFamily::WideColumn);
    QCOMPARE(namesOf(design), (QStringList{"jobs", "timers"}));
    QVERIFY(design.find("timers")->find("jobs_kind"));
}

void MappingKeyedTest::itemCollections() {
    ProjectBuilder b = feedProject();
    b.pattern("GetUser", Verb::Get, "users").equal("users.user_id").all().rate(1000);
    b.pattern("Recent", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.created_at", true)
        .limit(50)
        .all()
        .rate(1000);
    b.pattern("GetPost", Verb::Get, "posts")
        .equal("posts.post_id")
        .all()
        .rate(10)
        .consistency(ConsistencyKind::Eventual);
    const Design design = mapped(b.project, MappingFamily::SingleTable);
    QCOMPARE(namesOf(design), (QStringList{"feed", "GSI1"}));
    const Structure& table = design.structures[0];
    QVERIFY(table.kind == StructureKind::ItemTable);
    QCOMPARE(keyOf(&table), "(PK) SK");
    QCOMPARE(table.items[0].partition, "USER#{users.user_id}");
    QCOMPARE(table.items[0].sort, "USER");
    QCOMPARE(table.items[1].partition, "USER#{posts.author_id}"); // beside the author
    QCOMPARE(table.items[1].sort, "POST#{posts.created_at}#{posts.post_id}");
    const Structure& index = design.structures[1];
    QVERIFY(index.kind == StructureKind::GlobalIndex);
    QCOMPARE(keyOf(&index), "(GSI1PK) GSI1SK");
    QCOMPARE(index.base, "feed");
    QCOMPARE(index.items.size(), 1u);
    QCOMPARE(index.items[0].partition, "POST#{posts.post_id}");
    QCOMPARE(index.columns.size(), 2u + 5u); // all columns asked for are projected
}

void MappingKeyedTest::adjacencyBothWays() {
    ProjectBuilder b = feedProject();
    b.pattern("Following", Verb::List, "follows")
        .equal("follows.follower_id")
        .select({"follows.followee_id"})
        .rate(100);
    b.pattern("Followers", Verb::List, "follows").equal("follows.followee_id").select({"follows.follower_id"}).rate(10);
    const Design design = mapped(b.project, MappingFamily::SingleTable);
    const Structure& table = design.structures[0];
    const auto follows = std::find_if(table.items.begin(), table.items.end(),
                                      [&](const ItemKey& item) { return item.entity == b.entity("follows"); });
    QCOMPARE(follows->partition, "USER#{follows.follower_id}");
    QCOMPARE(follows->sort, "FOLLOW#{follows.followee_id}");
    QCOMPARE(design.structures[1].items[0].partition, "USER#{follows.followee_id}");
    QCOMPARE(design.structures[1].items[0].sort, "FOLLOW#{follows.follower_id}");
}

void MappingKeyedTest::compositionNamesItsEntity() {
    ProjectBuilder b;
    b.project.name = "a";
    b.table("categories", 100, {"id int64", "PK text"}, {"id"});
    b.table("products", 1e6, {"id int64", "category_id int64", "status text"}, {"id"});
    b.reference("products.category_id", "categories.id", ProjectBuilder::mean(1e4));
    b.pattern("ByStatus", Verb::List, "products").equal("products.category_id").equal("products.status").limit(5).all();
    const Design design = mapped(b.project, MappingFamily::SingleTable);
    const Structure& table = design.structures[0];
    QCOMPARE(table.name, "a_table");               // names have at least three characters
    QCOMPARE(table.partitionKey[0].column, "_PK"); // an attribute is called PK
    const ItemKey& product = table.items[1];
    QCOMPARE(product.partition, "CATEGORY#{products.category_id}#PRODUCT#STATUS#{products.status}");
    QCOMPARE(product.sort, "PRODUCT#{products.id}");
}

void MappingKeyedTest::atMostTwentyGlobalIndexes() {
    ProjectBuilder b;
    b.project.name = "wide";
    std::vector<std::string> columns{"id int64"};
    for (int i = 0; i < 30; ++i)
        columns.push_back("c" + std::to_string(i) + " text");
    b.table("wide", 1e6, columns, {"id"});
    for (int i = 0; i < 30; ++i)
        b.pattern("By" + std::to_string(i), Verb::List, "wide").equal("wide.c" + std::to_string(i)).limit(5).all();
    const Design design = mapped(b.project, MappingFamily::SingleTable);
    QCOMPARE(design.structures.size(), 21u);
    QVERIFY(!design.notes.empty());
}

void MappingKeyedTest::cacheKeyspaces() {
    ProjectBuilder b = feedProject();
    b.pattern("GetUser", Verb::Get, "users")
        .equal("users.user_id")
        .select({"users.name"})
        .consistency(ConsistencyKind::Eventual);
    b.pattern("GetPost", Verb::Get, "posts").equal("posts.post_id").all().consistency(ConsistencyKind::Bounded, 5);
    b.pattern("PostBody", Verb::Get, "posts")
        .equal("posts.post_id")
        .select({"posts.body"})
        .consistency(ConsistencyKind::Bounded, 60);
    b.pattern("RecentPosts", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.created_at", true)
        .limit(50)
        .all()
        .consistency(ConsistencyKind::Bounded, 30);
    b.pattern("ByBody", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.body")
        .limit(50)
        .all()
        .consistency(ConsistencyKind::Eventual);
    b.pattern("Exact", Verb::Get, "posts").equal("posts.post_id").all(); // strong
    Layout layout;
    layout.cache = true;
    const Design design = mapped(b.project, MappingFamily::Relational, layout);
    QVERIFY(design.cache);
    const Structure* user = design.find("cache_users");
    QVERIFY(user);
    QCOMPARE(user->base, "users");
    QCOMPARE(user->columns[0].composition, "users:{user_id}");
    QCOMPARE(user->columns[0].nativeType, "string"); // one column beside the key
    QVERIFY(!user->ttlSeconds);
    const Structure* post = design.find("cache_posts"); // shared by both, with the stricter bound
    QVERIFY(post);
    QCOMPARE(post->serves.size(), 2u);
    QCOMPARE(post->columns[0].nativeType, "hash");
    QCOMPARE(post->ttlSeconds.value(), 5.0);
    const Structure* recent = design.find("cache_recent_posts");
    QVERIFY(recent);
    QCOMPARE(recent->columns[0].nativeType, "zset");
    QCOMPARE(recent->columns[0].composition, "recent_posts:{author_id}");
    QCOMPARE(recent->sortKey[0].column, "created_at");
    QCOMPARE(design.find("cache_by_body")->columns[0].nativeType, "list"); // text is no score
    QVERIFY(std::any_of(design.notes.begin(), design.notes.end(), [](const std::string& note) {
        return note == "Exact is not cached: it must see the latest write.";
    }));
}

void MappingKeyedTest::cacheInvalidation() {
    ProjectBuilder b = feedProject();
    b.pattern("GetPost", Verb::Get, "posts")
        .equal("posts.post_id")
        .select({"posts.body"})
        .consistency(ConsistencyKind::ReadYourWrites);
    b.pattern("Mine", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.created_at", true)
        .limit(5)
        .all()
        .consistency(ConsistencyKind::ReadYourWrites);
    b.pattern("Recent", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.created_at", true)
        .limit(50)
        .all()
        .consistency(ConsistencyKind::Eventual);
    const PatternId edit =
        b.pattern("Edit", Verb::Update, "posts").equal("posts.post_id").assign({"posts.body"}).get().id;
    const PatternId like =
        b.pattern("Like", Verb::Increment, "posts").equal("posts.post_id").assign({"posts.likes"}).get().id;
    const PatternId insert = b.pattern("Insert", Verb::Insert, "posts").get().id;
    Layout layout;
    layout.cache = true;
    const Design design = mapped(b.project, MappingFamily::Relational, layout);
    // The likes are not in the row cached, and a new post has no entry.
    QCOMPARE(design.find("cache_posts")->invalidatedBy, std::vector<PatternId>{edit});
    // An edit names the post, not the author: the writer's own list could not be dropped.
    QVERIFY(!design.find("cache_mine"));
    QCOMPARE(design.find("cache_recent")->invalidatedBy, (std::vector<PatternId>{edit, like, insert}));
}

void MappingKeyedTest::cacheAlone() {
    ProjectBuilder b = feedProject();
    b.pattern("GetPost", Verb::Get, "posts").equal("posts.post_id").all().consistency(ConsistencyKind::Eventual);
    const Design design = mapped(b.project, MappingFamily::Cache);
    QCOMPARE(namesOf(design), QStringList{"cache_posts"});
    QCOMPARE(design.structures[0].base, "posts");
    QCOMPARE(design.engine, "redis");
}

void MappingKeyedTest::oddSchemas() {
    for (MappingFamily family : {MappingFamily::WideColumn, MappingFamily::SingleTable, MappingFamily::Cache}) {
        QVERIFY(mapped(Project{}, family).structures.empty());
        ProjectBuilder b;
        b.table("log", -1, {"at timestamp", "text text"});
        b.table("tree", 1e5, {"id int64", "parent_id int64?"}, {"id"});
        b.table("empty", 0, {});
        b.reference("tree.parent_id", "tree.id");
        b.pattern("Children", Verb::Join, "tree").equal("tree.id").join("tree.id", "tree.parent_id").all();
        b.pattern("Everything", Verb::List, "log");
        b.pattern("Search", Verb::TextSearch, "log").condition("log.text", Comparison::Contains).all();
        b.pattern("Lost", Verb::List, "log").with([](AccessPattern& p) { p.entity = {}; });
        b.pattern("Write", Verb::Insert, "log");
        const Design design = mapped(b.project, family);
        if (family == MappingFamily::WideColumn) {
            QCOMPARE(keyOf(design.find("log")), "(row_id) ");
            QCOMPARE(design.find("log")->find("row_id")->nativeType, "timeuuid");
        }
    }
}

void MappingKeyedTest::hostileNames() {
    ProjectBuilder b;
    b.project.name = "my \"app\"; drop";
    b.table("sel\"ect; --", 1e5, {"a\"b int64", "line\nbreak text", "ünï text"}, {"a\"b"});
    b.table(std::string(100, 'x'), 1e5, {"id int64"}, {"id"});
    b.table(std::string(100, 'x') + "y", 1e5, {"id int64"}, {"id"});
    b.table("数据", 1e5, {"id int64"}, {"id"});
    b.pattern("By", Verb::List, "sel\"ect; --").equal("sel\"ect; --.line\nbreak").limit(5).all();
    const Design design = mapped(b.project, MappingFamily::WideColumn);
    std::set<std::string> names;
    for (const Structure& structure : design.structures) {
        QVERIFY(structure.name.size() <= 48);
        QVERIFY2(std::all_of(structure.name.begin(), structure.name.end(),
                             [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }),
                 structure.name.c_str());
        QVERIFY(names.insert(structure.name).second);
    }
    QCOMPARE(names.size(), 4u); // nothing asks for the first table by its key, so its list is all there is
    const Design items = mapped(b.project, MappingFamily::SingleTable);
    QCOMPARE(items.structures[0].name, "my__app___drop");
}

void MappingKeyedTest::deterministicAndFast() {
    ProjectBuilder b = feedProject();
    std::vector<Entity> entities(b.project.entities.begin(), b.project.entities.end());
    const Entity sample = *b.project.findEntity("posts");
    std::vector<AccessPattern> patterns;
    for (int i = 0; i < 1000; ++i) {
        Entity copy = sample;
        copy.id = b.project.newId<EntityId>();
        copy.name += std::to_string(i);
        for (Attribute& attribute : copy.attributes)
            attribute.id = b.project.newId<AttributeId>();
        copy.keys[0].id = b.project.newId<KeyId>();
        copy.keys[0].attributes = {copy.attributes[0].id};
        if (i % 20 == 0) {
            AccessPattern pattern;
            pattern.id = b.project.newId<PatternId>();
            pattern.name = "p" + std::to_string(i);
            pattern.verb = Verb::List;
            pattern.entity = copy.id;
            pattern.predicates.push_back(
                {{copy.id, copy.attributes[1].id}, Comparison::Equal, 1, "$1", "author_id = $1"});
            pattern.allColumns = true;
            patterns.push_back(pattern);
        }
        entities.push_back(std::move(copy));
    }
    b.project.entities.assign(entities);
    b.project.patterns.assign(patterns);
    for (MappingFamily family : {MappingFamily::WideColumn, MappingFamily::SingleTable}) {
        QElapsedTimer timer;
        timer.start();
        const Design design = mapped(b.project, family);
        const qint64 took = timer.elapsed();
        qInfo("mapped 1,003 tables × 50 patterns in %lld ms", static_cast<long long>(took));
        QVERIFY(took < 250 * kSlowdown);
        QVERIFY(design == mapped(b.project, family));
    }
}

QTEST_APPLESS_MAIN(MappingKeyedTest)
#include "mapping_keyed_test.moc"
