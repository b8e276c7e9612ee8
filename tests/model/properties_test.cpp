// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Properties and tags of entities and columns: edits, words of a diff, and the ways out and in.
#include <QtTest>

#include "model/edit/diff.h"
#include "model/edit/entity_edits.h"
#include "model/edit/property_edits.h"
#include "model/exchange/export/diagram_text.h"
#include "model/exchange/export/workload.h"
#include "model/exchange/import/import_formats.h"
#include "model/exchange/import/update_schema.h"
#include "model/storage/database.h"
#include "model/storage/text_form.h"

using namespace shardscape::model;

namespace {

/// users(id, mail), as PostgreSQL's DDL.
Project users() {
    return importSchema({{"x.sql", "CREATE TABLE users (id int PRIMARY KEY, mail text);"}}, "postgresql")->project;
}

const Entity& only(const Project& project) {
    return *project.entities.begin();
}

const std::vector<Property> kOfTable{{"owner", "payments"}, {"pii", ""}, {"cost centre", "4,2 \\ it's"}};
const std::vector<Property> kOfColumn{{"tags", "x"}, {"mask", "last 4"}, {"个人", ""}};

/// With properties of all kinds at the table and at the column mail.
Project described() {
    const Project project = users();
    const EntityId table = only(project).id;
    const AttributeId mail = only(project).findByName("mail")->id;
    return setProperties(project, {table, {}}, kOfTable)
        .and_then([&](const Project& made) {
            return setProperties(made, {table, mail}, kOfColumn);
        })
        .value();
}

std::vector<Property> sorted(std::vector<Property> properties) {
    std::sort(properties.begin(), properties.end(),
              [](const Property& a, const Property& b) { return a.name < b.name; });
    return properties;
}

} // namespace

class PropertiesTest : public QObject {
    Q_OBJECT
private slots:
    void editsAddChangeRenameAndRemove() {
        const Project project = users();
        const ColumnRef table{only(project).id, {}};
        const ColumnRef mail{only(project).id, only(project).findByName("mail")->id};
        Project now = *putProperty(project, table, {" #pii ", ""}); // as one types it
        QCOMPARE(only(now).properties, (std::vector<Property>{{"pii", ""}}));
        now = *putProperty(now, table, {"owner", "a"});
        now = *putProperty(now, table, {"owner", " b "});
        QCOMPARE(only(now).properties, (std::vector<Property>{{"pii", ""}, {"owner", "b"}}));
        now = *renameProperty(now, table, "pii", "gdpr");
        QCOMPARE(propertiesText(only(now).properties), std::string("#gdpr owner=b"));
        QCOMPARE(int(renameProperty(now, table, "gdpr", "owner").error().code), int(ErrorCode::Conflict));
        QCOMPARE(int(renameProperty(now, table, "none", "x").error().code), int(ErrorCode::NotFound));
        now = *removeProperty(now, table, "gdpr");
        QVERIFY(*removeProperty(now, table, "gdpr") == now);
        now = *putProperty(now, mail, {"mask", "yes"});
        QCOMPARE(*valueOf(*propertiesOf(now, mail), "mask"), std::string("yes"));
        QVERIFY(!valueOf(*propertiesOf(now, mail), "owner"));
        QVERIFY(!propertiesOf(now, {EntityId{99}, {}}));
    }
    void whatCannotBeIsRefused() {
        const Project project = users();
        const ColumnRef table{only(project).id, {}};
        for (const char* name : {"", " # ", "a=b", "a,b", "a(b)", "it's", "a\nb"})
            QCOMPARE(int(putProperty(project, table, {name, ""}).error().code), int(ErrorCode::Invalid));
        QCOMPARE(int(putProperty(project, table, {"a", "two\nlines"}).error().code), int(ErrorCode::Invalid));
        QCOMPARE(int(putProperty(project, table, {"a", std::string(1001, 'x')}).error().code), int(ErrorCode::Invalid));
        QCOMPARE(int(setProperties(project, table, {{"a", ""}, {"a", "b"}}).error().code), int(ErrorCode::Conflict));
        Entity draft;
        draft.name = "t";
        draft.properties = {{"a", ""}, {"a", ""}};
        QCOMPARE(int(addEntity(project, draft).error().code), int(ErrorCode::Conflict));
    }
    void differencesAreToldOneByOne() {
        const Project before = described();
        const ColumnRef table{only(before).id, {}};
        const ColumnRef mail{only(before).id, only(before).findByName("mail")->id};
        Project after = *putProperty(before, table, {"owner", "core"});
        after = *removeProperty(after, table, "pii");
        after = *putProperty(after, table, {"hot", ""});
        after = *putProperty(after, mail, {"unit", "byte"});
        const std::vector<std::string> told = diff(before, after).sentences();
        QCOMPARE(told, (std::vector<std::string>{"entity users, property owner: payments → core",
                                                 "entity users, tag pii removed", "entity users, tag hot added",
                                                 "users: attribute mail, property unit: none → byte"}));
    }
    void everyFormKeepsThem() {
        const Project project = described();
        QVERIFY(*loadProject(dumpProject(project), "x") == project);
        QVERIFY(*fromDatabase(*toDatabase(project), "x") == project);
        // As annotations above the same schema.
        const std::string annotations = writeWorkload(project);
        const auto again = importWorkload(users(), {"w.sql", annotations});
        QVERIFY2(again, again ? "" : again.error().text().c_str());
        QCOMPARE(only(again->project).properties, kOfTable);
        QCOMPARE(only(again->project).findByName("mail")->properties, kOfColumn);
        // As DBML, which has tags and odd names after the others.
        const std::string text = writeDbml(project);
        QVERIFY2(text.find("Metadata Table users {\n  owner: 'payments'\n") != std::string::npos, text.c_str());
        const auto read = importSchema({{"x.dbml", text}}, "dbml");
        QVERIFY2(read && read->diagnostics.empty(), text.c_str());
        QCOMPARE(sorted(only(read->project).properties), sorted(kOfTable));
        QCOMPARE(sorted(only(read->project).findByName("mail")->properties), sorted(kOfColumn));
    }
    /// The syntax is @dbml/core's (10.2), which accepts exactly this text.
    void dbmlOfOthersIsRead() {
        const auto read = importSchema({{"x.dbml", "Table s.users as U [owner: 'payments', headercolor: #fff] {\n"
                                                   "  \"e mail\" varchar [Sensitive: 'high', note: 'n']\n}\n"
                                                   "Metadata Table U {\n  color: #a00\n  costs: '42'\n}\n"
                                                   "Metadata Column s.users.\"e mail\" {\n  mask: 'yes'\n}\n"
                                                   "Metadata TableGroup g {\n  owner: 'david'\n}\n"}},
                                       "dbml");
        QVERIFY2(read, read ? "" : read.error().text().c_str());
        QCOMPARE(only(read->project).properties,
                 (std::vector<Property>{{"owner", "payments"}, {"color", "#a00"}, {"costs", "42"}}));
        QCOMPARE(only(read->project).attributes[0].properties,
                 (std::vector<Property>{{"Sensitive", "high"}, {"mask", "yes"}}));
        QCOMPARE(only(read->project).attributes[0].comment, std::string("n"));
    }
    void wrongAnnotationsAreRefused() {
        for (const char* line : {"-- table: users tag\n", "-- table: users prop=owner\n",
                                 "-- table: users prop=owner(a, b)\n", "-- column: users.mail tag=\"a(b)\"\n"})
            QVERIFY2(!importWorkload(users(), {"w.sql", line}), line);
    }
    /// A newer dump knows nothing of them: they stay. A column that goes takes its own along.
    void anUpdateKeepsThem() {
        const Project newer =
            importSchema({{"x.sql", "CREATE TABLE users (id bigint PRIMARY KEY, mail text, x int);"}}, "postgresql")
                ->project;
        const auto update = updateSchema(described(), newer, "postgresql");
        QVERIFY2(update, update ? "" : update.error().text().c_str());
        QCOMPARE(only(update->project).properties, kOfTable);
        QCOMPARE(only(update->project).findByName("mail")->properties, kOfColumn);
        QCOMPARE(update->changes.size(), std::size_t(2)); // the type of id, the column x
    }
};

QTEST_APPLESS_MAIN(PropertiesTest)
#include "properties_test.moc"
