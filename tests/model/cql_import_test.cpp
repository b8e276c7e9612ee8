// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CQL into the model. Expectations of small texts come from the documentation of Cassandra 4.1, those of real schemas
// from an independent tokenizer.
#include "tests/support/catalogue_corpus.h"
#include "tests/support/import_checks.h"

#include "model/exchange/import/import_formats.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

Imported import(const std::string& text) {
    return importedAs("s.cql", text);
}

} // namespace

class CqlImportTest : public QObject {
    Q_OBJECT
private slots:
    void tables();
    void alterations();
    void brokenStatements_data();
    void brokenStatements();
    void realSchemas_data();
    void realSchemas();
};

void CqlImportTest::tables() {
    const Imported i =
        import(R"txt(CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 3};
        USE k; CREATE TYPE k.address (street text, zip int);
        CREATE TABLE Events (Day date, "Odd Name" timeuuid, bucket int, body frozen<address>, tags set<text>, m map<text, frozen<list<int>>>,
          n counter, shared text STATIC, ip inet, PRIMARY KEY ((day, bucket), "Odd Name"))
          WITH CLUSTERING ORDER BY ("Odd Name" DESC) AND default_time_to_live = 172800 AND comment = 'it''s' AND compaction = {'class': 'X'};
        CREATE TABLE simple (id uuid PRIMARY KEY, l list<bigint>);
        CREATE INDEX ON events (body); CREATE CUSTOM INDEX ix ON events (keys(m)) USING 'org.apache.SASI' WITH OPTIONS = {'mode': 'PREFIX'};
        CREATE MATERIALIZED VIEW v AS SELECT * FROM events PRIMARY KEY (day); // note
        INSERT INTO simple (id) VALUES (uuid());)txt");
    const Entity& events = entityOf(i, "events");
    QVERIFY(events.schema.empty());
    QCOMPARE(namesOf(events, events.primaryKey()->attributes), QStringLiteral("day,bucket,Odd Name"));
    const Layout* layout = i.project.findLayout("cassandra");
    QVERIFY(layout);
    QCOMPARE(namesOf(events, layout->partitionKeys.at(events.id)), QStringLiteral("day,bucket"));
    QCOMPARE(events.volume.retentionDays.value_or(0), 2.0);
    QCOMPARE(qtext(events.comment), QStringLiteral("it's"));
    QVERIFY(columnOf(i, "events", "Odd Name").type.kind == TypeKind::Uuid);
    QCOMPARE(qtext(columnOf(i, "events", "m").type.native), QStringLiteral("map<text, frozen<list<int>>>"));
    QCOMPARE(columnOf(i, "events", "tags").type.element->kind, TypeKind::Text);
    QVERIFY(columnOf(i, "events", "n").type.kind == TypeKind::Int64 &&
            columnOf(i, "events", "n").type.native == "counter");
    QCOMPARE(columnOf(i, "simple", "l").type.element->kind, TypeKind::Int64);
    QCOMPARE(indexesOf(events).join(' '), QStringLiteral("events_body_idx(body) ix(m)"));
    const QString notes = messagesOf(i, Severity::Info);
    for (const char* expected : {"the type address", "CREATE MATERIALIZED VIEW v", "static columns",
                                 "descending clustering", "options of tables", "statements with data"})
        QVERIFY2(notes.contains(expected), qPrintable(notes));
    QCOMPARE(complaintsOf(i), QString());
}

void CqlImportTest::alterations() {
    const Imported i = import(
        R"txt(CREATE TABLE t (a int PRIMARY KEY, b text, c text); ALTER TABLE t ADD d int, e text; ALTER TABLE t DROP b;
        ALTER TABLE t RENAME a TO aa; ALTER TABLE t WITH default_time_to_live = 86400; CREATE INDEX i ON t (c); DROP INDEX i;
        CREATE TABLE gone (a int PRIMARY KEY); DROP TABLE gone; DROP TABLE IF EXISTS never;)txt");
    QCOMPARE(i.project.entities.size(), std::size_t(1));
    QStringList names;
    for (const Attribute& attribute : entityOf(i, "t").attributes)
        names << qtext(attribute.name);
    QCOMPARE(names.join(' '), QStringLiteral("aa c d e"));
    QCOMPARE(entityOf(i, "t").volume.retentionDays.value_or(0), 1.0);
    QVERIFY(entityOf(i, "t").indexes.empty());
}

void CqlImportTest::brokenStatements_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("no key") << "CREATE TABLE t (a int);"
                            << "1:14 the table t has no primary key";
    QTest::newRow("column") << "CREATE TABLE t (a int, PRIMARY KEY (b));"
                            << "PRIMARY KEY: t has no column b";
    QTest::newRow("open") << "CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE u (a int"
                          << "the table u has no list of columns that ends";
    QTest::newRow("quote") << "CREATE TABLE t (a int PRIMARY KEY);\nCREATE TABLE u (a int) WITH comment = 'x;"
                           << "2:39 the text ends within";
    QTest::newRow("default") << "CREATE TABLE t (a int DEFAULT now(), PRIMARY KEY (a));"
                             << "1:23 'DEFAULT now()' behind the column t.a is not CQL";
    QTest::newRow("index") << "CREATE TABLE t (a int PRIMARY KEY); CREATE INDEX i ON t (x);"
                           << "CREATE INDEX: t has no column x";
}

void CqlImportTest::brokenStatements() {
    QFETCH(QString, text);
    QFETCH(QString, message);
    const Imported i = import(text.toStdString());
    const QString said = complaintsOf(i);
    QVERIFY2(said.contains(message), qPrintable(said));
    QVERIFY(i.project.findEntity("t"));
}

void CqlImportTest::realSchemas_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : CatalogueCorpus("cql").names())
        QTest::newRow(qPrintable(name)) << name;
    if (sharedFolder().isEmpty())
        QTest::newRow("none") << QString();
}

void CqlImportTest::realSchemas() {
    QFETCH(QString, name);
    if (name.isEmpty())
        QSKIP(qPrintable(whyNoSharedFolder()));
    const CatalogueCorpus corpus("cql");
    const QJsonObject expected = corpus.expected(name);
    const QJsonObject counts = expected["counts"].toObject();
    const Result<Imported> i = importSchema(corpus.sources(name), "cql");
    QVERIFY2(i, i ? "" : i.error().text().c_str());
    QCOMPARE(validate(i->project).size(), std::size_t(0));
    QCOMPARE(messagesOf(*i, Severity::Error), QString());
    QCOMPARE(int(i->project.entities.size()), counts["tables"].toInt());
    QCOMPARE(int(attributeCount(i->project)), counts["columns"].toInt());
    int indexes = 0;
    int collections = 0;
    int counters = 0;
    int retained = 0;
    for (const Entity& entity : i->project.entities) {
        indexes += int(entity.indexes.size());
        retained += entity.volume.retentionDays ? 1 : 0;
        for (const Attribute& attribute : entity.attributes) {
            const std::string& native = attribute.type.native;
            collections += attribute.type.kind == TypeKind::Array || native.starts_with("map<") ||
                                   native.starts_with("frozen<map<")
                               ? 1
                               : 0;
            counters += native == "counter" ? 1 : 0;
        }
    }
    QCOMPARE(indexes, counts["indexes"].toInt());
    QCOMPARE(counters, counts["counter_cols"].toInt());
    QCOMPARE(collections, counts["collection_cols"].toInt());
    if (!name.startsWith("jaeger")) // whose times to live are placeholders
        QCOMPARE(retained, counts["ttl_tables"].toInt());
    const Layout& layout = *i->project.findLayout("cassandra");
    for (const QString& key : expected["tables"].toObject().keys()) {
        const QJsonObject table = expected["tables"].toObject()[key].toObject();
        const Entity* entity = i->project.findEntity(key.section('.', -1).toLower().toStdString());
        QVERIFY2(entity, qPrintable(key));
        QStringList partition;
        QStringList all;
        for (const QJsonValue& column : table["pk"].toArray())
            partition << column.toString().toLower();
        all = partition;
        for (const QJsonValue& column : table["ck"].toArray())
            all << column.toString().toLower();
        QCOMPARE(namesOf(*entity, entity->primaryKey()->attributes), all.join(','));
        QCOMPARE(namesOf(*entity, layout.partitionKeys.at(entity->id)), partition.join(','));
    }
}

QTEST_APPLESS_MAIN(CqlImportTest)
#include "cql_import_test.moc"
