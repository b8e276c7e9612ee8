// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the exporters of DBML and Mermaid write, the importers read back as the same model, as far as the language can
// say it. Models are random, from a seed that a failure prints.
#include "tests/support/catalogue_corpus.h"
#include "tests/support/import_checks.h"
#include "tests/support/random_schema.h"

#include "model/exchange/export/diagram_text.h"
#include "model/exchange/import/import_formats.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

/// Everything that DBML can say of a model, a line each.
QStringList saidInDbml(const Project& project) {
    QStringList out;
    for (const EnumType& type : project.enums) {
        QStringList labels;
        for (const std::string& label : type.labels)
            labels << qtext(label);
        out << "enum " + qtext(type.name) + " " + labels.join('|');
    }
    for (const Entity& entity : project.entities) {
        const QString table = qtext(entity.name) + ".";
        for (const Attribute& a : entity.attributes)
            out << QStringLiteral("%1%2 %3 %4 default(%5) note(%6)")
                       .arg(table, qtext(a.name), qtext(typeWords(project, a.type)), a.nullable ? "null" : "not null",
                            qtext(a.defaultSql), qtext(a.comment));
        for (const Key& key : entity.keys)
            out << table + (key.kind == KeyKind::Primary ? "primary " : "unique ") + namesOf(entity, key.attributes);
        for (const QString& index : indexesOf(entity))
            out << table + index;
        for (const Check& check : entity.checks)
            out << table + "check " + qtext(check.name) + " " + qtext(check.expression);
        if (const Boundary* boundary = project.boundaries.find(entity.boundary))
            out << table + "in " + qtext(boundary->name);
    }
    for (const Relationship& r : project.relationships)
        out << QStringLiteral("delete %1").arg(name(r.onDelete));
    out += referencesOf(project);
    out.sort();
    return out;
}

/// Mermaid says no nullability, no composite unique keys, no defaults, no indexes, and types in letters.
QStringList saidInMermaid(const Project& project) {
    QStringList out;
    for (const Entity& entity : project.entities) {
        const QString table = qtext(entity.name) + ".";
        for (const Attribute& a : entity.attributes)
            out << QStringLiteral("%1%2 %3 note(%4)")
                       .arg(table, qtext(a.name), qtext(typeWords(project, a.type)), qtext(a.comment));
        for (const Key& key : entity.keys)
            if (key.kind == KeyKind::Primary || key.attributes.size() == 1)
                out << table + (key.kind == KeyKind::Primary ? "primary " : "unique ") +
                           namesOf(entity, key.attributes);
    }
    out += referencesOf(project);
    out.sort();
    return out;
}

} // namespace

class DiagramTextRoundtripTest : public QObject {
    Q_OBJECT
private slots:
    void dbml() {
        for (unsigned seed = 1; seed <= 300; ++seed) {
            const Project project = RandomSchema(seed, seed % 2 == 0).project();
            const std::string text = writeDbml(project);
            const auto read = importSchema({{"x.dbml", text}});
            QVERIFY2(read, (std::to_string(seed) + (read ? "" : read.error().text()) + "\n" + text).c_str());
            QVERIFY2(messagesOf(*read, Severity::Error).isEmpty(),
                     qPrintable(messagesOf(*read, Severity::Error) + "\n" + qtext(text)));
            QVERIFY2(saidInDbml(read->project) == saidInDbml(project),
                     qPrintable(
                         QStringLiteral("seed %1\n%2\n---\n%3\n---\n%4")
                             .arg(seed)
                             .arg(saidInDbml(read->project).join('\n'), saidInDbml(project).join('\n'), qtext(text))));
        }
    }
    void mermaid() {
        for (unsigned seed = 1; seed <= 300; ++seed) {
            const Project project = RandomSchema(seed, false).project();
            const std::string text = writeMermaid(project);
            const auto read = importSchema({{"x.mmd", text}});
            QVERIFY2(read && messagesOf(*read, Severity::Error).isEmpty(), text.c_str());
            QVERIFY2(!messagesOf(*read, Severity::Info).contains("was added"), text.c_str());
            QVERIFY2(saidInMermaid(read->project) == saidInMermaid(project),
                     qPrintable(QStringLiteral("seed %1\n%2\n---\n%3\n---\n%4")
                                    .arg(seed)
                                    .arg(saidInMermaid(read->project).join('\n'), saidInMermaid(project).join('\n'),
                                         qtext(text))));
        }
    }
    void realSchemas_data() {
        QTest::addColumn<QString>("name");
        for (const QString& name : CatalogueCorpus("sql/postgresql").names())
            QTest::newRow(qPrintable(name)) << name;
        if (sharedFolder().isEmpty())
            QTest::newRow("none") << QString();
    }
    void realSchemas() {
        QFETCH(QString, name);
        if (name.isEmpty())
            QSKIP(qPrintable(whyNoSharedFolder()));
        const auto original = importPostgres(CatalogueCorpus("sql/postgresql").sources(name));
        QVERIFY(original);
        const auto dbml = importSchema({{"x.dbml", writeDbml(original->project)}});
        QVERIFY2(dbml, dbml ? "" : dbml.error().text().c_str());
        QCOMPARE(messagesOf(*dbml, Severity::Error), QString());
        QCOMPARE(dbml->project.entities.size(), original->project.entities.size());
        QCOMPARE(attributeCount(dbml->project), attributeCount(original->project));
        QCOMPARE(dbml->project.enums.size(), original->project.enums.size());
        const auto mermaid = importSchema({{"x.mmd", writeMermaid(original->project)}});
        QVERIFY2(mermaid, mermaid ? "" : mermaid.error().text().c_str());
        QCOMPARE(messagesOf(*mermaid, Severity::Error), QString());
        QCOMPARE(mermaid->project.entities.size(), original->project.entities.size());
        QCOMPARE(mermaid->project.relationships.size(), original->project.relationships.size());
    }
};

QTEST_APPLESS_MAIN(DiagramTextRoundtripTest)
#include "diagram_text_roundtrip_test.moc"
