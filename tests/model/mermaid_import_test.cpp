// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mermaid's erDiagram into the model. Expectations of small texts come from its documentation, those of real files from
// what Mermaid's own parser counts in them.
#include "tests/support/catalogue_corpus.h"
#include "tests/support/import_checks.h"

#include "model/exchange/import/import_formats.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

Imported import(const std::string& text, const std::string& file = "s.mmd") {
    return importedAs(file, text);
}

} // namespace

class MermaidImportTest : public QObject {
    Q_OBJECT
private slots:
    void attributes();
    void columnsOfRelationships();
    void cardinalities_data();
    void cardinalities();
    void drawingsWithoutColumns();
    void decorations();
    void brokenLines_data();
    void brokenLines();
    void realFiles_data();
    void realFiles();
};

void MermaidImportTest::attributes() {
    const Imported i = import(R"txt(---
title: shop
---
erDiagram
  %% a comment
  "odd name" {
    bigint id PK "the key"
    varchar_20_ name UK
    string(99) other
    string[] parts
    decimal(10,2) price
  }
  pair { int *a
    int b PK, FK })txt");
    const Entity& odd = entityOf(i, "odd name");
    QCOMPARE(odd.attributes.size(), std::size_t(5));
    QCOMPARE(qtext(columnOf(i, "odd name", "id").comment), QStringLiteral("the key"));
    QVERIFY(columnOf(i, "odd name", "name").type.kind == TypeKind::String &&
            columnOf(i, "odd name", "name").type.length == 20);
    QCOMPARE(odd.keys.size(), std::size_t(2));
    QCOMPARE(columnOf(i, "odd name", "other").type.length, 99);
    QCOMPARE(columnOf(i, "odd name", "parts").type.kind, TypeKind::Array);
    QCOMPARE(columnOf(i, "odd name", "price").type.scale, 2);
    const Entity& pair = entityOf(i, "pair");
    QCOMPARE(namesOf(pair, pair.primaryKey()->attributes), QStringLiteral("a,b"));
    QCOMPARE(complaintsOf(i), QString());
}

/// By the label, by the words of a foreign key, by the parent's name, by the only FK mark.
void MermaidImportTest::columnsOfRelationships() {
    const Imported i = import(R"txt(erDiagram
  users { int id PK }
  a { int id PK
      int owner }
  b { int id PK
      int user_id }
  c { int x FK
      int y }
  d { int u1
      int u2 }
  users ||--o{ a : owner
  users ||--o{ b : "has"
  c }o--|| users : of
  "d" }o--o| "users" : "FOREIGN KEY (u2) REFERENCES users (id)")txt");
    QCOMPARE(referencesOf(i.project).join('\n'),
             QStringLiteral("a(owner) -> users(id)\nb(user_id) -> users(id)\nc(x) -> users(id)\nd(u2) -> users(id)"));
    QVERIFY(!columnOf(i, "a", "owner").nullable && columnOf(i, "d", "u2").nullable); // exactly one, zero or one
    QCOMPARE(messagesOf(i, Severity::Info), QString());                              // nothing had to be made
}

void MermaidImportTest::cardinalities_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<bool>("optional");
    QTest::addColumn<bool>("unique");
    QTest::newRow("one to many") << "P ||--o{ C : x"
                                 << "C(P_id) -> P(id)" << false << false;
    QTest::newRow("many to one") << "C }|..|| P : x"
                                 << "C(P_id) -> P(id)" << false << false;
    QTest::newRow("optional") << "P |o--o{ C : x"
                              << "C(P_id) -> P(id)" << true << false;
    QTest::newRow("one to one") << "P ||--o| C : x"
                                << "C(P_id) -> P(id)" << false << true;
    QTest::newRow("turned") << "C |o--|| P : x"
                            << "C(P_id) -> P(id)" << false << true;
    QTest::newRow("words") << "P only one to zero or more C : x"
                           << "C(P_id) -> P(id)" << false << false;
    QTest::newRow("words 2") << "C many(1) optionally to 1 P : x"
                             << "C(P_id) -> P(id)" << false << false;
    QTest::newRow("tight") << "P||--o{C : x"
                           << "C(P_id) -> P(id)" << false << false;
    QTest::newRow("no label") << "P ||--|{ C"
                              << "C(P_id) -> P(id)" << false << false;
}

void MermaidImportTest::cardinalities() {
    QFETCH(QString, line);
    QFETCH(QString, reference);
    QFETCH(bool, optional);
    QFETCH(bool, unique);
    const Imported i = import("erDiagram\n" + line.toStdString() + "\nP {\n int id PK\n}\nC {\n int id PK\n}");
    QCOMPARE(complaintsOf(i), QString());
    QCOMPARE(referencesOf(i.project).join('\n'), reference);
    const Entity& child = entityOf(i, "C");
    QCOMPARE(columnOf(i, "C", "P_id").nullable, optional);
    QCOMPARE(child.isUnique({columnOf(i, "C", "P_id").id}), unique);
    QVERIFY(messagesOf(i, Severity::Info).contains("2:1 C.P_id was added for the relationship to P"));
}

void MermaidImportTest::drawingsWithoutColumns() {
    const Imported i = import("erDiagram\nA }o--o{ B : knows\nA ||--o{ A : contains");
    QCOMPARE(referencesOf(i.project).join('\n'),
             QStringLiteral("A(A_id) -> A(id)\nA_B(A_id) -> A(id)\nA_B(B_id) -> B(id)"));
}

void MermaidImportTest::decorations() {
    const Imported i = import(R"txt(erDiagram
  direction LR
  accTitle: x
  accDescr {
    A ||--o{ Nothing : y
  }
  p[Person]:::big {
    int id PK
  }
  a["Customer Account"]
  p ||--o| a : has
  classDef big fill:#f9f
  style p fill:#f9f
  class a,p big)txt");
    QVERIFY(i.project.findEntity("Person") && i.project.findEntity("Customer Account"));
    QCOMPARE(i.project.entities.size(), std::size_t(2));
    QCOMPARE(complaintsOf(i), QString());
}

void MermaidImportTest::brokenLines_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("message");
    QTest::newRow("relation") << "A -- B : x"
                              << "3:3 'A -- B : x' is no relationship";
    QTest::newRow("no name") << "{ int a }"
                             << "3:1 '{ int a }' begins with no name";
    QTest::newRow("attribute") << "A {\n int\n}"
                               << "4:2 'int' is no attribute of A";
    QTest::newRow("key") << "A {\n int a XX\n}"
                         << "4:2 'XX' is no key of an attribute";
    QTest::newRow("open") << "A {\n int a"
                          << "the attributes of A have no end";
}

void MermaidImportTest::brokenLines() {
    QFETCH(QString, line);
    QFETCH(QString, message);
    const Imported i = import("erDiagram\nT\n" + line.toStdString());
    QVERIFY2(messagesOf(i, Severity::Error).contains(message), qPrintable(messagesOf(i, Severity::Error)));
    QVERIFY(i.project.findEntity("T"));
}

void MermaidImportTest::realFiles_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("block");
    const CatalogueCorpus corpus("mermaid");
    if (!corpus.folder.isEmpty())
        for (const QString& name : QDir(corpus.folder).entryList({"*.md"}, QDir::Files, QDir::Name)) {
            const QJsonArray blocks =
                QJsonDocument::fromJson(CatalogueCorpus::read(corpus.folder + "/" + name + ".expected.json")).array();
            for (int b = 0; b < blocks.size(); ++b)
                QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(name).arg(b + 1))) << name << b;
        }
    else
        QTest::newRow("none") << QString() << 0;
}

void MermaidImportTest::realFiles() {
    QFETCH(QString, file);
    QFETCH(int, block);
    if (file.isEmpty())
        QSKIP(qPrintable(whyNoSharedFolder()));
    const CatalogueCorpus corpus("mermaid");
    const QJsonObject expected =
        QJsonDocument::fromJson(CatalogueCorpus::read(corpus.folder + "/" + file + ".expected.json"))
            .array()[block]
            .toObject();
    static const QRegularExpression fence(QStringLiteral("```mermaid\\n(.*?)\\n```"),
                                          QRegularExpression::DotMatchesEverythingOption);
    QStringList diagrams;
    for (auto at = fence.globalMatch(QString::fromUtf8(CatalogueCorpus::read(corpus.folder + "/" + file)));
         at.hasNext();)
        if (const QString text = at.next().captured(1); text.contains("erDiagram"))
            diagrams << text;
    QVERIFY(block < diagrams.size());
    const Imported i = import(diagrams[block].toStdString());
    QCOMPARE(complaintsOf(i), QString());
    // What had to be made is said, so that what the diagram has is the rest.
    const QString notes = messagesOf(i, Severity::Info);
    const int made = int(notes.count(" was added"));
    const int tables = int(notes.count("became the table"));
    int ofTables = 0;
    for (const Entity& entity : i.project.entities)
        if (notes.contains("became the table " + qtext(entity.name) + " "))
            ofTables += int(entity.attributes.size());
    QCOMPARE(int(i.project.entities.size()) - tables, expected["entities"].toInt());
    QCOMPARE(int(attributeCount(i.project)) - made - ofTables, expected["attributes"].toInt());
    QCOMPARE(int(i.project.relationships.size()) - tables, expected["relationships"].toInt());
}

QTEST_APPLESS_MAIN(MermaidImportTest)
#include "mermaid_import_test.moc"
