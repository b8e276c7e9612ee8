// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QtTest>

#include <nlohmann/json.hpp>

#include "estimator/capacity/consistency.h"
#include "estimator/planning/planner.h"
#include "estimator/size/inverted.h"
#include "estimator/summary/estimate.h"
#include "model/exchange/export/ddl.h"
#include "model/physical/json_text.h"
#include "model/physical/mapping.h"
#include "model/physical/search_fields.h"
#include "tests/support/estimating.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
using shardscape::tests::engine;
using shardscape::tests::projectOf;
using shardscape::tests::within;

namespace {

const char* kSchema =
    "CREATE TABLE brands (brand_id int PRIMARY KEY, name varchar(40) NOT NULL);"
    "CREATE TABLE products (product_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, brand_id int NOT NULL "
    "REFERENCES brands, title varchar(80) NOT NULL, body text NOT NULL, price numeric(10,2) NOT NULL, stock int NOT "
    "NULL, listed timestamptz NOT NULL, on_sale boolean NOT NULL, spec jsonb);";
const char* kWorkload =
    "-- table: brands rows=500\n-- table: products rows=10M\n-- column: products.body avg=800B\n"
    "-- column: products.title avg=40B\n"
    "-- name: List :exec\n-- rate: 10/s\nINSERT INTO products (brand_id, title, body, price, stock, listed, on_sale) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7);\n"
    "-- name: Sell :exec\n-- rate: 50/s\nUPDATE products SET stock = $2 WHERE product_id = $1;\n"
    "-- name: Drop :exec\n-- rate: 1/s\nDELETE FROM products WHERE product_id = $1;\n"
    "-- name: One\n-- rate: 100/s\nSELECT * FROM products WHERE product_id = $1;\n"
    "-- name: Words\n-- rate: 100/s\nSELECT product_id, title FROM products WHERE body ILIKE '%' || $1 || '%' LIMIT "
    "10;\n"
    "-- name: OfBrand\n-- rate: 20/s\nSELECT product_id, title FROM products WHERE brand_id = $1 AND price < $2 ORDER "
    "BY "
    "listed DESC LIMIT 20;\n"
    "-- name: Counts\n-- rate: 1/s\nSELECT on_sale, count(*) FROM products GROUP BY on_sale;\n"
    "-- name: Export\n-- rate: 1/day\nSELECT product_id, title FROM products WHERE on_sale = true;\n"
    "-- name: Named\n-- rate: 1/s\nSELECT p.title, b.name FROM products p JOIN brands b ON b.brand_id = p.brand_id "
    "WHERE "
    "p.product_id = $1;\n";

Project shop() {
    return projectOf(kSchema, kWorkload);
}

Layout layoutOf(std::optional<int> partitions = {}) {
    Layout layout;
    layout.engine = "elasticsearch";
    layout.partitions = partitions;
    return layout;
}

Design designOf(const Project& project, const Layout& layout = layoutOf()) {
    auto design = mapProject(project, engine("elasticsearch"), layout);
    if (!design)
        qFatal("%s", design.error().text().c_str());
    return std::move(*design);
}

Plan planOf(const Project& project, const char* pattern, const Layout& layout = layoutOf()) {
    const Design design = designOf(project, layout);
    return planPattern(project, engine("elasticsearch"), design, *project.findPattern(pattern));
}

Estimate estimated(const Project& project, const Layout& layout = layoutOf()) {
    auto out = estimate(project, engine("elasticsearch"), layout);
    if (!out)
        qFatal("%s", out.error().text().c_str());
    return std::move(*out);
}

const StructureEstimate& indexOf(const Estimate& estimate, const char* name) {
    for (const StructureEstimate& structure : estimate.structures)
        if (structure.name == name)
            return structure;
    qFatal("no index %s", name);
}

SearchField fieldOf(const Project& project, const char* table, const char* column) {
    const Cardinality cardinality(project);
    for (const Entity& entity : project.entities)
        if (entity.name == table)
            for (const SearchField& field : searchFields(cardinality, entity))
                if (field.attribute->name == column)
                    return field;
    qFatal("no field %s", column);
}

const Problem* problemOf(const Estimate& estimate, const char* id) {
    for (const Problem& problem : estimate.problems)
        if (problem.id == id)
            return &problem;
    return nullptr;
}

} // namespace

class SearchTest : public QObject {
    Q_OBJECT

private slots:
    void fieldsFollowWhatIsAsked();
    void structuresOfLucene_data();
    void structuresOfLucene();
    void aDocumentIsWhatItsPartsAre();
    void thirteenFieldsWereWeighed();
    void moreRowsNeverTakeLess();
    void anUnaskedFieldCostsNothing();
    void plans();
    void routingReachesOneShard();
    void shardsByBytesAndDocuments();
    void problemsOfIndexes();
    void searchesLagByARefresh();
    void copiesMultiply();
    void mappingsAreJson();
    void namesAreThoseThatElasticsearchTakes();
};

void SearchTest::fieldsFollowWhatIsAsked() {
    const Project project = shop();
    QVERIFY(fieldOf(project, "products", "product_id").isId);
    QCOMPARE(fieldOf(project, "products", "product_id").kind, SearchKind::Stored); // _id answers it
    QCOMPARE(fieldOf(project, "products", "brand_id").kind, SearchKind::Keyword);  // an identifier, compared
    QCOMPARE(fieldOf(project, "products", "body").kind, SearchKind::Text);
    QCOMPARE(fieldOf(project, "products", "title").kind, SearchKind::Stored);
    const SearchField price = fieldOf(project, "products", "price");
    QVERIFY(price.kind == SearchKind::Number && price.indexed && !price.docValues);
    const SearchField listed = fieldOf(project, "products", "listed");
    QVERIFY(listed.kind == SearchKind::Date && !listed.indexed && listed.docValues); // only ordered by
    const SearchField sale = fieldOf(project, "products", "on_sale");
    QVERIFY(sale.kind == SearchKind::Flag && sale.indexed && sale.docValues);
    QCOMPARE(fieldOf(project, "products", "spec").kind, SearchKind::Stored);
}

/// Bytes a document that Lucene 8.7 wrote for 200,000 documents in one segment, each field alone.
void SearchTest::structuresOfLucene_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("size"); // bytes of a keyword or text, bits of a number
    QTest::addColumn<double>("distinct");
    QTest::addColumn<bool>("indexed");
    QTest::addColumn<bool>("docValues");
    QTest::addColumn<double>("measured");
    const auto add = [](const char* name, const char* kind, double size, double distinct, bool indexed, bool docValues,
                        double measured) {
        QTest::newRow(name) << kind << size << distinct << indexed << docValues << measured;
    };
    add("2 values", "keyword", 7, 2, true, false, 0.533);
    add("10 values", "keyword", 7, 10, true, false, 0.848);
    add("10 values, doc values", "keyword", 7, 10, true, true, 1.350);
    add("100 values", "keyword", 8, 100, true, false, 1.279);
    add("1,000 values", "keyword", 9, 1000, true, false, 1.817);
    add("1,000 values, doc values", "keyword", 9, 1000, true, true, 3.332);
    add("10,000 values", "keyword", 10, 10000, true, false, 2.452);
    add("uuid", "keyword", 36, 200000, true, false, 28.411);
    add("uuid, doc values", "keyword", 36, 200000, true, true, 65.393);
    add("long of 2", "number", 1, 2, true, false, 1.062);
    add("long of 100", "number", std::log2(100), 100, true, false, 1.772);
    add("long of 1,000", "number", std::log2(1000), 1000, true, false, 3.070);
    add("long of 100,000", "number", std::log2(100000), 100000, true, false, 4.062);
    add("random long", "number", 64, 200000, true, false, 9.931);
    add("time of a year", "number", std::log2(3.15e10), 200000, true, false, 6.092);
    add("long of 100, doc values", "number", std::log2(100), 100, false, true, 1.021);
    add("long of 100,000, doc values", "number", std::log2(100000), 100000, false, true, 2.521);
    add("time of a year, doc values", "number", std::log2(3.15e10), 200000, false, true, 5.021);
    add("text of 224 bytes", "text", 224, 1, true, false, 59.921);
    add("text of 30 bytes", "text", 30, 1, true, false, 12.247);
    add("yes or no", "flag", 1, 2, true, false, 0.533);
}

void SearchTest::structuresOfLucene() {
    QFETCH(QString, kind);
    QFETCH(double, size);
    QFETCH(double, distinct);
    QFETCH(bool, indexed);
    QFETCH(bool, docValues);
    QFETCH(double, measured);
    IndexedField field;
    field.kind = kind == "keyword"  ? IndexedField::Kind::Keyword
                 : kind == "number" ? IndexedField::Kind::Number
                 : kind == "text"   ? IndexedField::Kind::Text
                                    : IndexedField::Kind::Flag;
    field.bytes = field.bits = size;
    field.distinct = distinct;
    field.indexed = indexed;
    field.docValues = docValues;
    const Spread bytes = fieldBytes(field, 200000, engine("elasticsearch"));
    QVERIFY2(bytes.least <= measured && measured <= bytes.most,
             qPrintable(QStringLiteral("%1 … %2 … %3").arg(bytes.least).arg(bytes.likely).arg(bytes.most)));
    QVERIFY(within(bytes.likely, measured, 0.2));
}

/// A UUID alone: _source is {"id":"…36…"} of 45 characters, less what LZ4 leaves; the UUID is 27 bytes of Base64,
/// stored and as a term: 2 × 27 + 4.6, and 4 of numbers.
void SearchTest::aDocumentIsWhatItsPartsAre() {
    const Project project = projectOf("CREATE TABLE t (id uuid PRIMARY KEY);", "-- table: t rows=1000000\n");
    const Estimate out = estimated(project);
    QVERIFY(within(indexOf(out, "t").rowBytes.value(), 45 * 0.44 + 2 * 27 + 4.6 + 4, 1e-9));
    QCOMPARE(indexOf(out, "t").indexes.size(), std::size_t(0));
    QVERIFY(within(indexOf(out, "t").totalBytes.value(), 1e6 * (45 * 0.44 + 62.6), 1e-9));
}

/// An event of 13 fields, 364 bytes of JSON, every field indexed as its mapping says, took 363 bytes a document on
/// Lucene 8.7 (a million, merged). Rebuilt from what is known of it; the range must hold it.
void SearchTest::thirteenFieldsWereWeighed() {
    Project project = projectOf(
        "CREATE TABLE events (event_id uuid PRIMARY KEY, at timestamptz NOT NULL, tenant_id bigint NOT NULL, user_id "
        "bigint NOT NULL, session_id uuid NOT NULL, kind varchar(12) NOT NULL, country varchar(2) NOT NULL, amount "
        "numeric(9,2) NOT NULL, duration int NOT NULL, ok boolean NOT NULL, path varchar(60) NOT NULL, agent "
        "varchar(20) "
        "NOT NULL, message text NOT NULL);",
        "-- table: events rows=1000000\n-- column: events.message avg=84B\n-- column: events.path distinct=1000 "
        "avg=20B\n"
        "-- column: events.kind distinct=10 avg=6B\n-- column: events.country distinct=100 avg=2B\n"
        "-- column: events.agent distinct=100 avg=10B\n-- column: events.tenant_id distinct=1000\n"
        "-- column: events.user_id distinct=100000\n-- column: events.duration distinct=10000\n"
        "-- name: All\n-- rate: 1/s\nSELECT kind, country, agent, path, ok, tenant_id, user_id, duration, amount, "
        "count(*) FROM events WHERE at > $1 AND tenant_id = $2 AND user_id = $3 AND session_id = $4 AND kind = $5 AND "
        "country = $6 AND amount > $7 AND duration > $8 AND ok = $9 AND path = $10 AND agent = $11 AND message LIKE "
        "'%' "
        "|| $12 || '%' GROUP BY kind, country, agent, path, ok, tenant_id, user_id, duration, amount;\n");
    const Estimate out = estimated(project);
    const double each = indexOf(out, "events").totalBytes.value() / 1e6;
    qInfo("%.0f bytes a document", each);
    QVERIFY(within(each, 363, 0.25));
}

void SearchTest::moreRowsNeverTakeLess() {
    double before = 0;
    for (double rows : {1.0, 1e3, 1e5, 1e6, 1e8, 1e10}) {
        Project project = shop();
        for (Entity entity : project.entities)
            if (entity.name == "products") {
                entity.volume.rows = Rows(rows);
                project.entities.set(entity);
                break;
            }
        const double bytes = indexOf(estimated(project), "products").totalBytes.value();
        QVERIFY2(bytes > before, qPrintable(QString::number(rows)));
        before = bytes;
    }
}

void SearchTest::anUnaskedFieldCostsNothing() {
    const Estimate out = estimated(shop());
    for (const IndexEstimate& index : indexOf(out, "products").indexes)
        QVERIFY2(index.name != "title" && index.name != "spec" && index.name != "product_id", index.name.c_str());
    // What is replaced and deleted stays until merges: a tenth, on average.
    QCOMPARE(indexOf(out, "products").indexes.back().name, std::string("deleted documents"));
}

void SearchTest::plans() {
    const Project project = shop();
    const Plan one = planOf(project, "One");
    QCOMPARE(one.steps.size(), std::size_t(1));
    QCOMPARE(one.steps.front().kind, StepKind::PointRead);
    const Plan words = planOf(project, "Words");
    // 0.005 of ten million match; the ten best are fetched.
    QCOMPARE(words.steps.front().kind, StepKind::IndexRange);
    QVERIFY(within(words.steps.front().rowsRead, 50000, 1e-9));
    QCOMPARE(words.steps.back().kind, StepKind::Fetch);
    QCOMPARE(words.steps.back().rowsRead, 10.0);
    const Plan ofBrand = planOf(project, "OfBrand");
    QVERIFY(within(ofBrand.steps.front().rowsRead, 1e7 / 500 / 3, 1e-6));
    QCOMPARE(ofBrand.rowsReturned, 20.0);
    const Plan counts = planOf(project, "Counts");
    QCOMPARE(counts.rowsReturned, 2.0);
    const Plan sell = planOf(project, "Sell");
    QCOMPARE(sell.steps.front().kind, StepKind::PointRead); // the whole document is read and indexed anew
    QCOMPARE(sell.steps.back().kind, StepKind::Write);
    // brand_id, body, price, listed, on_sale.
    QCOMPARE(sell.steps.back().indexesWritten, 5.0);
    QCOMPARE(planOf(project, "Drop").steps.size(), std::size_t(1));
    QCOMPARE(planOf(project, "List").steps.front().indexesWritten, 5.0);
    const Plan named = planOf(project, "Named");
    QCOMPARE(named.shape, PlanShape::Unserved);
    QVERIFY(named.why.find("copy what the join adds") != std::string::npos);
}

void SearchTest::routingReachesOneShard() {
    const Project project = shop();
    // Most requests compare the key, so documents go by it.
    QCOMPARE(planOf(project, "One", layoutOf(4)).partitionsTouched, 1.0);
    QCOMPARE(planOf(project, "Words", layoutOf(4)).shape, PlanShape::Scatter);
    Layout layout = layoutOf(4);
    for (const Entity& entity : project.entities)
        if (entity.name == "products")
            layout.partitionKeys[entity.id] = {entity.findByName("brand_id")->id};
    QCOMPARE(planOf(project, "OfBrand", layout).partitionsTouched, 1.0);
    QCOMPARE(planOf(project, "One", layout).partitionsTouched, 4.0);
}

/// 50 GB and 200 million documents a shard: 10^9 small ones are five, 10^7 of 20 KB are four.
void SearchTest::shardsByBytesAndDocuments() {
    const EngineProfile& profile = engine("elasticsearch");
    QCOMPARE(shardsFor(1e9, 1e9, profile), 5.0);
    QCOMPARE(shardsFor(1e7, 1e7 * 20000, profile), 4.0);
    QCOMPARE(shardsFor(0, 0, profile), 1.0);
    Project project = projectOf("CREATE TABLE t (id int PRIMARY KEY);", "-- table: t rows=1G\n");
    QCOMPARE(designOf(project).placement.partitions, 5);
}

void SearchTest::problemsOfIndexes() {
    const Project project = shop();
    const Estimate good = estimated(project);
    QVERIFY(!problemOf(good, "large-shard"));
    const Problem* window = problemOf(good, "result-window");
    QVERIFY(window && window->where.find("Export") != std::string::npos);
    Project large = project;
    for (Entity entity : project.entities)
        if (entity.name == "products") {
            entity.volume.rows = Rows(1e9);
            large.entities.set(entity);
            break;
        }
    QVERIFY(problemOf(estimated(large, layoutOf(2)), "large-shard"));
}

void SearchTest::searchesLagByARefresh() {
    const Project project = shop();
    const Estimate out = estimated(project);
    for (const ConsistencyEstimate& one : consistencyOf(project, engine("elasticsearch"), layoutOf(), out)) {
        QCOMPARE(one.obtained, one.name == "One" ? Freshness::Latest : Freshness::Bounded);
        QCOMPARE(one.staleness.value(), one.name == "One" ? 0.0 : 1.0);
    }
}

void SearchTest::copiesMultiply() {
    const Project project = shop();
    Layout three = layoutOf();
    three.replicas = 3;
    Layout alone = layoutOf();
    alone.replicas = 1;
    QVERIFY(
        within(estimated(project, three).storageNow.value(), 3 * estimated(project, alone).storageNow.value(), 1e-9));
}

void SearchTest::mappingsAreJson() {
    const Project project = shop();
    const auto ddl = writeDdl(project, engine("elasticsearch"), designOf(project));
    QVERIFY(ddl.has_value());
    const nlohmann::json all = nlohmann::json::parse(*ddl);
    const nlohmann::json& products = all.at("products");
    QCOMPARE(products["settings"]["index"]["number_of_shards"].get<int>(), 1);
    QCOMPARE(products["settings"]["index"]["number_of_replicas"].get<int>(), 1);
    const nlohmann::json& fields = products["mappings"]["properties"];
    QCOMPARE(fields["body"].dump(), std::string(R"({"type":"text"})"));
    QCOMPARE(fields["brand_id"].dump(), std::string(R"({"doc_values":false,"type":"keyword"})"));
    QCOMPARE(fields["price"].dump(), std::string(R"({"doc_values":false,"scaling_factor":100,"type":"scaled_float"})"));
    QCOMPARE(fields["listed"].dump(), std::string(R"({"index":false,"type":"date"})"));
    QCOMPARE(fields["spec"].dump(), std::string(R"({"enabled":false,"type":"object"})"));
    QCOMPARE(fields["product_id"].dump(), std::string(R"({"doc_values":false,"index":false,"type":"long"})"));
    QCOMPARE(products["mappings"]["_meta"]["id"].dump(), std::string(R"(["product_id"])"));
}

/// Lower case, no \ / * ? " < > | space , # :, not beginning with - _ +, at most 255 bytes.
void SearchTest::namesAreThoseThatElasticsearchTakes() {
    const Project project = projectOf("CREATE TABLE \"A b;*?\" (id int PRIMARY KEY); CREATE TABLE \"_X\" (id int "
                                      "PRIMARY KEY); CREATE TABLE \"ünï\" (id "
                                      "int PRIMARY KEY); CREATE TABLE \"a_b___\" (id int PRIMARY KEY);",
                                      "");
    const QRegularExpression good(QStringLiteral("^[a-z0-9][a-z0-9_-]{0,254}$"));
    std::set<std::string> names;
    for (const Structure& index : designOf(project).structures) {
        QVERIFY2(good.match(QString::fromStdString(index.name)).hasMatch(), index.name.c_str());
        QVERIFY(names.insert(index.name).second);
    }
}

QTEST_APPLESS_MAIN(SearchTest)
#include "search_test.moc"
