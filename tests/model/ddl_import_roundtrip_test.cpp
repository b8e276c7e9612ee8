// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The DDL that is written for MySQL and SQLite is read back as the same tables, columns, keys and references. Types may
// come back as the nearest that the dialect has; the second time nothing changes any more.
#include "tests/support/catalogue_corpus.h"
#include "tests/support/import_checks.h"
#include "tests/support/random_schema.h"

#include "model/base/resources.h"
#include "model/engine/engine_profile.h"
#include "model/exchange/export/ddl.h"
#include "model/exchange/import/import_formats.h"
#include "model/physical/mapping.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

std::string ddlOf(const Project& project, const std::string& engine) {
    static const EngineCatalogue catalogue = EngineCatalogue::load(engineFolders().value()).value();
    const EngineProfile* profile = catalogue.find(engine);
    if (!profile)
        return {};
    Layout layout;
    layout.engine = engine;
    const auto design = mapProject(project, *profile, layout);
    const auto ddl = design ? writeDdl(project, *profile, *design) : Result<std::string>(fail(design.error()));
    return ddl ? *ddl : std::string();
}

/// Tables, columns with nullability, keys and references, a line each. Names that collide without their schema get
/// another.
QStringList shape(const Project& project) {
    QStringList out;
    for (const Entity& entity : project.entities) {
        QStringList columns;
        for (const Attribute& a : entity.attributes)
            columns << qtext(a.name) + (a.nullable ? "" : "!");
        out << qtext(entity.name) + ": " + columns.join(',');
        for (const Key& key : entity.keys)
            out << qtext(entity.name) + (key.kind == KeyKind::Primary ? " primary " : " unique ") +
                       namesOf(entity, key.attributes);
    }
    out += referencesOf(project);
    out.replaceInStrings(".", "_"); // the engines have no schemas: "a.b" is written as a_b
    out.sort();
    return out;
}

} // namespace

class DdlImportRoundtripTest : public QObject {
    Q_OBJECT
private slots:
    void randomSchemas_data() {
        QTest::addColumn<QString>("engine");
        QTest::newRow("mysql") << "mysql";
        QTest::newRow("sqlite") << "sqlite";
    }
    void randomSchemas() {
        QFETCH(QString, engine);
        for (unsigned seed = 1; seed <= 60; ++seed) {
            const Project project = RandomSchema(seed, seed % 2 == 0).project();
            const std::string ddl = ddlOf(project, engine.toStdString());
            QVERIFY2(!ddl.empty(), "no DDL");
            const auto read = importSchema({{"x.sql", ddl}}, engine.toStdString());
            QVERIFY2(read, (read ? "" : read.error().text() + "\n" + ddl).c_str());
            QVERIFY2(messagesOf(*read, Severity::Error).isEmpty(),
                     qPrintable(messagesOf(*read, Severity::Error) + "\n" + qtext(ddl)));
            QVERIFY2(shape(read->project) == shape(project),
                     qPrintable(QStringLiteral("seed %1\n%2\n---\n%3\n---\n%4")
                                    .arg(seed)
                                    .arg(shape(read->project).join('\n'), shape(project).join('\n'), qtext(ddl))));
            const auto again =
                importSchema({{"x.sql", ddlOf(read->project, engine.toStdString())}}, engine.toStdString());
            QVERIFY(again);
            for (const Entity& entity : read->project.entities) {
                const Entity* same = again->project.findEntity(entity.name);
                for (const Entity& candidate : again->project.entities)
                    same = candidate.name == entity.name ? &candidate : same;
                QVERIFY2(same, entity.name.c_str());
                for (std::size_t i = 0; i < entity.attributes.size(); ++i)
                    QVERIFY2(same->attributes[i].type.kind == entity.attributes[i].type.kind &&
                                 same->attributes[i].type.length == entity.attributes[i].type.length,
                             (entity.name + "." + entity.attributes[i].name + "\n" + ddl).c_str());
            }
        }
    }
};

QTEST_APPLESS_MAIN(DdlImportRoundtripTest)
#include "ddl_import_roundtrip_test.moc"
