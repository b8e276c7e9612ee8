// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Models of NoSQL Workbench for DynamoDB. The counts of the real files are those of the lists in their JSON, counted
// here with another JSON parser.
#include "tests/support/catalogue_corpus.h"
#include "tests/support/import_checks.h"

#include "model/exchange/import/import_formats.h"

using namespace shardscape::model;
using namespace shardscape::tests;

class NosqlWorkbenchImportTest : public QObject {
    Q_OBJECT
private slots:
    void tables();
    void whatIsNoModel_data();
    void whatIsNoModel();
    void realFiles_data();
    void realFiles();
};

void NosqlWorkbenchImportTest::tables() {
    const Result<Imported> read =
        importSchema({{"m.json", R"txt({"ModelName": "Chat", "DataModel": [{"TableName": "Messages",
      "KeyAttributes": {"PartitionKey": {"AttributeName": "room", "AttributeType": "S"}, "SortKey": {"AttributeName": "at", "AttributeType": "N"}},
      "NonKeyAttributes": [{"AttributeName": "body", "AttributeType": "S"}, {"AttributeName": "seen", "AttributeType": "BOOL"},
        {"AttributeName": "tags", "AttributeType": "SS"}],
      "GlobalSecondaryIndexes": [{"IndexName": "byAuthor", "KeyAttributes": {"PartitionKey": {"AttributeName": "author", "AttributeType": "S"},
        "SortKey": {"AttributeName": "at", "AttributeType": "N"}}, "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["body"]}}],
      "TableData": [{"room": {"S": "r1"}, "body": {"S": "12345678"}}, {"room": {"S": "r2"}, "body": {"S": "1234"}}],
      "BillingMode": "PAY_PER_REQUEST"}]})txt"}});
    QVERIFY2(read, read ? "" : read.error().text().c_str());
    const Imported& i = *read;
    QCOMPARE(qtext(i.project.name), QStringLiteral("Chat"));
    const Entity& messages = entityOf(i, "Messages");
    QCOMPARE(namesOf(messages, messages.primaryKey()->attributes), QStringLiteral("room,at"));
    QCOMPARE(messages.attributes.size(), std::size_t(6)); // author is named by the index alone
    QCOMPARE(columnOf(i, "Messages", "at").type.kind, TypeKind::Decimal);
    QCOMPARE(columnOf(i, "Messages", "tags").type.element->kind, TypeKind::Text);
    QCOMPARE(indexesOf(messages).join(' '), QStringLiteral("byAuthor(author,at)"));
    QCOMPARE(namesOf(messages, messages.indexes[0].include), QStringLiteral("body"));
    QCOMPARE(columnOf(i, "Messages", "body").statistics.averageBytes.value_or(0), 6.0); // (8 + 4) / 2
    QCOMPARE(namesOf(messages, i.project.findLayout("dynamodb")->partitionKeys.at(messages.id)),
             QStringLiteral("room"));
}

void NosqlWorkbenchImportTest::whatIsNoModel_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("message");
    QTest::newRow("no JSON") << QByteArray("{\"DataModel\":\n [}") << 2 << "this is no JSON from here on";
    QTest::newRow("another") << QByteArray("{\"format\": \"onetable:1.1.0\"}") << 1
                             << "the file has no list \"DataModel\"";
    QTest::newRow("a list") << QByteArray("[1, 2]") << 1 << "the file has no list \"DataModel\"";
    QTest::newRow("numbers") << QByteArray("{\"DataModel\": [1, {\"TableName\": 5}]}") << 1 << "a table without a name";
}

void NosqlWorkbenchImportTest::whatIsNoModel() {
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(QString, message);
    const Result<Imported> read = importSchema({{"m.json", text.toStdString()}});
    QVERIFY(!read);
    QVERIFY2(qtext(read.error().message).contains(message), read.error().message.c_str());
    QCOMPARE(read.error().line, line);
}

void NosqlWorkbenchImportTest::realFiles_data() {
    QTest::addColumn<QString>("name");
    const CatalogueCorpus corpus("nosql_workbench");
    if (!corpus.folder.isEmpty())
        for (const QString& name : QDir(corpus.folder).entryList({"*.json"}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(name)) << name;
    else
        QTest::newRow("none") << QString();
}

void NosqlWorkbenchImportTest::realFiles() {
    QFETCH(QString, name);
    if (name.isEmpty())
        QSKIP(qPrintable(whyNoSharedFolder()));
    const QByteArray bytes = CatalogueCorpus::read(CatalogueCorpus("nosql_workbench").folder + "/" + name);
    const QJsonArray tables = QJsonDocument::fromJson(bytes).object()["DataModel"].toArray();
    const Result<Imported> read = importSchema({{name.toStdString(), bytes.toStdString()}});
    if (tables.isEmpty()) { // a model of another tool
        QVERIFY(!read && !read.error().advice.empty());
        return;
    }
    QVERIFY2(read, read ? "" : read.error().text().c_str());
    QCOMPARE(validate(read->project).size(), std::size_t(0));
    QCOMPARE(messagesOf(*read, Severity::Error), QString());
    QCOMPARE(int(read->project.entities.size()), int(tables.size()));
    for (const QJsonValue& value : tables) {
        const QJsonObject table = value.toObject();
        const Entity& entity = entityOf(*read, table["TableName"].toString().toStdString());
        QCOMPARE(int(entity.indexes.size()), int(table["GlobalSecondaryIndexes"].toArray().size()));
        QCOMPARE(int(entity.primaryKey()->attributes.size()), int(table["KeyAttributes"].toObject().size()));
        QSet<QString> names;
        for (const QJsonValue& attribute : table["NonKeyAttributes"].toArray())
            names << attribute.toObject()["AttributeName"].toString();
        for (const QJsonValue& part : table["KeyAttributes"].toObject())
            names << part.toObject()["AttributeName"].toString();
        for (const QJsonValue& index : table["GlobalSecondaryIndexes"].toArray())
            for (const QJsonValue& part : index.toObject()["KeyAttributes"].toObject())
                names << part.toObject()["AttributeName"].toString();
        QCOMPARE(int(entity.attributes.size()), int(names.size()));
    }
}

QTEST_APPLESS_MAIN(NosqlWorkbenchImportTest)
#include "nosql_workbench_import_test.moc"
