// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The relational rules: expectations are what the rules in model/physical/README.md say, worked out by hand.
#include <set>

#include <QtTest>

#include "model/physical/mapping.h"
#include "model/physical/relational_indexes.h"
#include "tests/support/project_builder.h"
#include "tests/support/slowdown.h"

using namespace shardscape::tests;

namespace {

/// "orders(user_id,created_at desc) include(total)" of each proposed index of the table, in order.
QStringList proposed(const Design& design, const std::string& table) {
    QStringList out;
    const Structure* structure = design.find(table);
    if (!structure)
        return {"no such table"};
    for (const StructureIndex& index : structure->indexes) {
        if (index.declared || index.key)
            continue;
        QStringList parts, include;
        for (const StructureKeyPart& part : index.parts)
            parts << QString::fromStdString(part.column + (part.descending ? " desc" : "") +
                                            (part.operatorClass.empty() ? "" : " " + part.operatorClass));
        for (const std::string& column : index.include)
            include << QString::fromStdString(column);
        out << (index.method == "btree" ? QString() : QString::fromStdString(index.method) + " ") + parts.join(", ") +
                   (include.isEmpty() ? QString() : " include " + include.join(", "));
    }
    return out;
}

Design mapped(const Project& project, Layout layout = {}) {
    const Result<Design> design = mapProject(project, plainProfile(MappingFamily::Relational), layout);
    return design.value();
}

ProjectBuilder shop() {
    ProjectBuilder b;
    b.table("users", 1e6, {"id int64", "email text", "name text"}, {"id"});
    b.key("users", {"email"});
    b.table("orders", 1e7,
            {"id int64", "user_id int64", "status text", "created_at timestamp", "total decimal", "note text"}, {"id"});
    b.reference("orders.user_id", "users.id", ProjectBuilder::mean(1000));
    b.distinct("orders.status", 6);
    b.table("items", 3e7, {"order_id int64", "line int32", "product_id int64", "quantity int32"}, {"order_id", "line"});
    b.reference("items.order_id", "orders.id", ProjectBuilder::mean(3));
    return b;
}

} // namespace

class MappingRelationalTest : public QObject {
    Q_OBJECT
private slots:
    void tablesAreTheEntitiesParentsFirst();
    void equalityThenOrder();
    void keysServeTheirPatterns();
    void noPrefixOfAnExistingIndex();
    void candidatesThatArePrefixesAreMerged();
    void mixedDirectionsNeedTheirOwnIndex();
    void lowSelectivityGetsNoIndex();
    void includeOnlyWhereItPays();
    void searchIndexes();
    void deletesNeedTheForeignKey();
    void partitionKeys();
    void oddSchemas();
    void hostileNamesAreUniqueAndShort();
    void theSameInputGivesTheSameDesign();
    void aThousandTables();
    void unsupportedFamily();
};

void MappingRelationalTest::tablesAreTheEntitiesParentsFirst() {
    ProjectBuilder b;
    b.table("child", 10, {"id int64", "parent_id int64"}, {"id"});
    b.table("parent", 10, {"id int64"}, {"id"});
    b.reference("child.parent_id", "parent.id");
    const Design design = mapped(b.project);
    QCOMPARE(design.structures.size(), 2u);
    QCOMPARE(design.structures[0].name, "parent");
    QCOMPARE(design.structures[1].name, "child");
    QCOMPARE(design.structures[1].columns[0].nativeType, "bigint");
    QCOMPARE(design.structures[1].indexes.size(), 1u);
    QVERIFY(design.structures[1].indexes[0].primary);
    QCOMPARE(design.structures[1].indexes[0].name, "child_pkey");
    QVERIFY(design.structures[1].partitionKey.empty());
    QCOMPARE(design.placement.partitions, 1);
}

void MappingRelationalTest::equalityThenOrder() {
    ProjectBuilder b = shop();
    b.pattern("Recent", Verb::List, "orders").equal("orders.user_id").order("orders.created_at", true).limit(50).all();
    const Design design = mapped(b.project);
    QCOMPARE(proposed(design, "orders"), QStringList{"user_id, created_at desc"});
    const StructureIndex& index = design.find("orders")->indexes.back();
    QCOMPARE(index.name, "orders_user_id_created_at_idx");
    QCOMPARE(index.serves, std::vector<PatternId>{b.project.patterns.begin()->id});
    // 50 rows by the limit, against the whole table of 10^7.
    QVERIFY2(index.reason.starts_with("Recent reads 50 rows instead of 10000000"), index.reason.c_str());
}

void MappingRelationalTest::keysServeTheirPatterns() {
    ProjectBuilder b = shop();
    const PatternId get = b.pattern("Get", Verb::Get, "orders").equal("orders.id").all().get().id;
    const PatternId login = b.pattern("Login", Verb::Get, "users").equal("users.email").all().get().id;
    const PatternId lines =
        b.pattern("Lines", Verb::List, "items").equal("items.order_id").order("items.line").all().get().id;
    const Design design = mapped(b.project);
    QCOMPARE(proposed(design, "orders"), QStringList{});
    QCOMPARE(proposed(design, "users"), QStringList{});
    QCOMPARE(proposed(design, "items"), QStringList{});
    QCOMPARE(design.find("orders")->indexes[0].serves, std::vector<PatternId>{get});
    QCOMPARE(design.find("users")->indexes[1].serves, std::vector<PatternId>{login});
    QCOMPARE(design.find("items")->indexes[0].serves, std::vector<PatternId>{lines});
}

void MappingRelationalTest::noPrefixOfAnExistingIndex() {
    ProjectBuilder b = shop();
    b.index("orders", "orders_by_user", {"user_id", "created_at", "status"});
    b.pattern("ByUser", Verb::Aggregate, "orders").equal("orders.user_id");
    // Ascending index, descending order: it is read backwards.
    b.pattern("Recent", Verb::List, "orders").equal("orders.user_id").order("orders.created_at", true).limit(50).all();
    const Design design = mapped(b.project);
    QCOMPARE(proposed(design, "orders"), QStringList{});
    QCOMPARE(design.find("orders")->indexes[1].serves.size(), 2u);
}

void MappingRelationalTest::candidatesThatArePrefixesAreMerged() {
    ProjectBuilder b = shop();
    b.pattern("ByUserAndStatus", Verb::List, "orders")
        .equal("orders.user_id")
        .equal("orders.status")
        .order("orders.created_at", true)
        .limit(20)
        .all()
        .rate(10);
    b.pattern("CountByUser", Verb::Aggregate, "orders").equal("orders.user_id").rate(5);
    b.pattern("ByStatus", Verb::List, "orders")
        .equal("orders.status")
        .order("orders.created_at")
        .limit(20)
        .all()
        .rate(1000);
    const Design design = mapped(b.project);
    // CountByUser is the prefix user_id of the first when that is refined to user_id, status; ByStatus needs its own.
    QCOMPARE(proposed(design, "orders"), (QStringList{"user_id, status, created_at desc", "status, created_at"}));
    QCOMPARE(design.find("orders")->indexes[1].serves.size(), 2u);
}

void MappingRelationalTest::mixedDirectionsNeedTheirOwnIndex() {
    KeySequence mixed({AttributeId{1}}, {{AttributeId{2}, true, true}, {AttributeId{3}, false, true}});
    QVERIFY(mixed.absorb({AttributeId{1}}, {{AttributeId{2}, true, true}}));
    QVERIFY(mixed.absorb({AttributeId{1}}, {{AttributeId{2}, false, true}, {AttributeId{3}, true, true}})); // backwards
    QVERIFY(!mixed.absorb({AttributeId{1}}, {{AttributeId{2}, true, true}, {AttributeId{3}, true, true}}));
    QVERIFY(!mixed.absorb({AttributeId{2}}, {}));

    KeySequence open({AttributeId{1}, AttributeId{2}, AttributeId{3}}, {});
    QVERIFY(open.absorb({AttributeId{3}}, {}));
    QVERIFY(open.absorb({AttributeId{3}}, {{AttributeId{2}, true, true}}));
    QVERIFY(!open.absorb({AttributeId{1}}, {}));
    const auto columns = open.columns();
    QCOMPARE(columns[0].attribute.value, 3u);
    QCOMPARE(columns[1].attribute.value, 2u);
    QVERIFY(columns[1].descending);
    QCOMPARE(columns[2].attribute.value, 1u);
}

void MappingRelationalTest::lowSelectivityGetsNoIndex() {
    ProjectBuilder b;
    b.table("flags", 1e6, {"id int64", "on bool"}, {"id"});
    b.table("tiny", 40, {"id int64", "code text"}, {"id"});
    b.pattern("On", Verb::List, "flags").equal("flags.on").all();   // half of the table
    b.pattern("Tiny", Verb::List, "tiny").equal("tiny.code").all(); // 40 rows are a page
    QCOMPARE(proposed(mapped(b.project), "flags"), QStringList{});
    QCOMPARE(proposed(mapped(b.project), "tiny"), QStringList{});
}

void MappingRelationalTest::includeOnlyWhereItPays() {
    ProjectBuilder b = shop();
    b.pattern("Sum", Verb::List, "orders").equal("orders.user_id").select({"orders.user_id", "orders.total"}).rate(100);
    QCOMPARE(proposed(mapped(b.project), "orders"), QStringList{"user_id include total"});
    // 100/s × 1,000 rows = 100,000 fetches a second saved against 10 × 20,000 rows written: it no longer pays.
    b.pattern("Insert", Verb::Insert, "orders").rate(20000);
    QCOMPARE(proposed(mapped(b.project), "orders"), QStringList{"user_id"});
    ProjectBuilder updated = shop();
    updated.pattern("Sum", Verb::List, "orders").equal("orders.user_id").select({"orders.total"}).rate(100);
    updated.pattern("Reprice", Verb::Update, "orders").equal("orders.id").assign({"orders.total"}).rate(1);
    QCOMPARE(proposed(mapped(updated.project), "orders"), QStringList{"user_id"});
}

void MappingRelationalTest::searchIndexes() {
    ProjectBuilder b;
    b.table("posts", 1e6, {"id int64", "body text", "data json", "words tsvector"}, {"id"});
    b.pattern("Like", Verb::TextSearch, "posts").condition("posts.body", Comparison::Contains, "body LIKE $1").all();
    b.pattern("Json", Verb::List, "posts").condition("posts.data", Comparison::Contains, "data @> $1").all();
    b.pattern("Words", Verb::TextSearch, "posts").condition("posts.words", Comparison::Contains, "words @@ $1").all();
    b.pattern("Made", Verb::TextSearch, "posts")
        .condition("posts.body", Comparison::Contains, "to_tsvector('english', body) @@ to_tsquery($1)")
        .all();
    const Design design = mapped(b.project);
    QCOMPARE(proposed(design, "posts"),
             (QStringList{"gin body gin_trgm_ops", "gin data", "gin words", "gin to_tsvector('english', body)"}));
    QCOMPARE(design.notes.size(), 1u);
    QVERIFY(design.notes[0].find("pg_trgm") != std::string::npos);
}

void MappingRelationalTest::deletesNeedTheForeignKey() {
    ProjectBuilder b = shop();
    b.pattern("DeleteUser", Verb::Delete, "users").equal("users.id");
    QCOMPARE(proposed(mapped(b.project), "orders"), QStringList{"user_id"});
    QCOMPARE(proposed(mapped(b.project), "items"), QStringList{});
}

void MappingRelationalTest::partitionKeys() {
    ProjectBuilder b = shop();
    b.pattern("Recent", Verb::List, "orders")
        .equal("orders.user_id")
        .order("orders.created_at", true)
        .limit(50)
        .all()
        .rate(5000);
    b.pattern("GetOrder", Verb::Get, "orders").equal("orders.id").all().rate(100);
    b.pattern("Lines", Verb::List, "items").equal("items.order_id").all().rate(300);
    Layout layout;
    layout.partitions = 16;
    const Design design = mapped(b.project, layout);
    QCOMPARE(design.placement.partitions, 16);
    QCOMPARE(design.find("users")->partitionKey[0].column, "id");
    QCOMPARE(design.find("orders")->partitionKey[0].column, "user_id"); // 5,000/s against 100/s
    QCOMPARE(design.find("items")->partitionKey[0].column, "order_id");
    QVERIFY(design.find("orders")->reason.find("keeps rows beside the users") != std::string::npos);
    QVERIFY(std::any_of(design.notes.begin(), design.notes.end(), [](const std::string& note) {
        return note.find("orders: the key (id) lacks the partition key") == 0;
    }));
    layout.partitionKeys[b.entity("orders")] = b.columns("orders", {"id"});
    const Design own = mapped(b.project, layout);
    QCOMPARE(own.find("orders")->partitionKey[0].column, "id");
    QCOMPARE(own.find("items")->partitionKey[0].column, "order_id"); // beside the order it belongs to
}

void MappingRelationalTest::oddSchemas() {
    QVERIFY(mapped(Project{}).structures.empty());
    ProjectBuilder b;
    b.table("log", -1, {"at timestamp", "text text"});              // no key, no volume
    b.table("tree", 1e5, {"id int64", "parent_id int64?"}, {"id"}); // refers to itself
    b.table("a", 10, {"id int64", "b_id int64"}, {"id"});           // a cycle
    b.table("b", 10, {"id int64", "a_id int64"}, {"id"});
    b.table("empty", 0, {});
    b.reference("tree.parent_id", "tree.id");
    b.reference("a.b_id", "b.id");
    b.reference("b.a_id", "a.id");
    b.pattern("Children", Verb::Join, "tree").equal("tree.id").join("tree.id", "tree.parent_id").all();
    b.pattern("Tail", Verb::List, "log").order("log.at", true).limit(100).all();
    Layout layout;
    layout.partitions = 4;
    const Design design = mapped(b.project, layout);
    QCOMPARE(design.structures.size(), 5u);
    QVERIFY(design.find("empty")->partitionKey.empty());
    QCOMPARE(proposed(design, "log"), QStringList{"at desc"});
}

void MappingRelationalTest::hostileNamesAreUniqueAndShort() {
    ProjectBuilder b;
    const std::string longName(80, 'x');
    b.table("select", 1e5, {"ünï\"; DROP TABLE x;-- int64", longName + "1 int64", longName + "2 int64"});
    b.pattern("A", Verb::List, "select").equal("select." + longName + "1").all();
    b.pattern("B", Verb::List, "select").equal("select." + longName + "2").all();
    b.pattern("C", Verb::List, "select").equal("select.ünï\"; DROP TABLE x;--").all();
    const Design design = mapped(b.project);
    std::set<std::string> names;
    for (const StructureIndex& index : design.structures[0].indexes) {
        QVERIFY(index.name.size() <= 63);
        QVERIFY2(names.insert(index.name).second, index.name.c_str());
    }
    QCOMPARE(names.size(), 3u);
}

void MappingRelationalTest::theSameInputGivesTheSameDesign() {
    ProjectBuilder b = shop();
    b.pattern("A", Verb::List, "orders").equal("orders.user_id").equal("orders.status").all();
    b.pattern("B", Verb::List, "orders").equal("orders.status").range("orders.created_at").limit(5).all();
    QVERIFY(mapped(b.project) == mapped(b.project));
}

void MappingRelationalTest::aThousandTables() {
    Project project;
    std::vector<Entity> entities;
    std::vector<Relationship> relationships;
    std::vector<AccessPattern> patterns;
    for (int t = 0; t < 1000; ++t) {
        Entity entity;
        entity.id = project.newId<EntityId>();
        entity.name = "t" + std::to_string(t);
        entity.volume.rows = Rows{1000000};
        for (int c = 0; c < 15; ++c) {
            Attribute attribute;
            attribute.id = project.newId<AttributeId>();
            attribute.name = "c" + std::to_string(c);
            attribute.type.kind = TypeKind::Int64;
            entity.attributes.push_back(attribute);
        }
        Key key;
        key.id = project.newId<KeyId>();
        key.kind = KeyKind::Primary;
        key.attributes = {entity.attributes[0].id};
        entity.keys.push_back(key);
        if (t > 0) {
            Relationship relationship;
            relationship.id = project.newId<RelationshipId>();
            relationship.child = entity.id;
            relationship.childAttributes = {entity.attributes[1].id};
            relationship.parent = entities[static_cast<std::size_t>(t) / 2].id;
            relationship.parentAttributes = {entities[static_cast<std::size_t>(t) / 2].attributes[0].id};
            relationships.push_back(relationship);
        }
        if (t % 20 == 0) {
            AccessPattern pattern;
            pattern.id = project.newId<PatternId>();
            pattern.name = "p" + std::to_string(t);
            pattern.verb = Verb::List;
            pattern.entity = entity.id;
            pattern.predicates.push_back({{entity.id, entity.attributes[2].id}, Comparison::Equal, 1, "$1", "c2 = $1"});
            pattern.limit = 10;
            patterns.push_back(pattern);
        }
        entities.push_back(std::move(entity));
    }
    project.entities.assign(std::move(entities));
    project.relationships.assign(std::move(relationships));
    project.patterns.assign(std::move(patterns));
    Layout layout;
    layout.partitions = 8;
    Design design;
    QElapsedTimer timer;
    timer.start();
    design = mapped(project, layout);
    const qint64 mapping = timer.elapsed();
    QCOMPARE(design.structures.size(), 1000u);
    qInfo("mapped 1,000 tables × 50 patterns in %lld ms", static_cast<long long>(mapping));
    QVERIFY2(mapping < 250 * kSlowdown, "50 ms in a release build; five times that is allowed here for a debug one");
}

void MappingRelationalTest::unsupportedFamily() {
    EngineProfile profile = plainProfile(MappingFamily::Relational);
    profile.mapping = MappingFamily::Graph;
    profile.title = "Neo4j";
    const Result<Design> design = mapProject(Project{}, profile, {});
    QVERIFY(!design);
    QCOMPARE(design.error().code, ErrorCode::Unsupported);
}

QTEST_APPLESS_MAIN(MappingRelationalTest)
#include "mapping_relational_test.moc"
