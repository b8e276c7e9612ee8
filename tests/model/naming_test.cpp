// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules for the names of keys, foreign keys and indexes. Expected names are PostgreSQL's own defaults where the rules
// are PostgreSQL's, and worked out by hand elsewhere.
#include <QtTest>

#include "model/edit/attribute_edits.h"
#include "model/edit/diff.h"
#include "model/edit/entity_edits.h"
#include "model/edit/index_edits.h"
#include "model/edit/key_edits.h"
#include "model/edit/naming_edits.h"
#include "model/edit/relationship_edits.h"
#include "model/exchange/export/workload.h"
#include "model/exchange/import/import_formats.h"
#include "model/storage/database.h"
#include "model/storage/text_form.h"

using namespace shardscape::model;

namespace {

const NamingRules kPostgres{"{table}_pkey", "{table}_{columns}_key", "{table}_{columns}_fkey", "{table}_{columns}_idx"};
const NamingRules kPrefixes{"pk_{table}", "uq_{table}_{columns}", "fk_{table}_{columns}_{parent}",
                            "ix_{table}_{columns}"};

/// users(id, mail unique) <- orders(id, user_id, code) with an index on (user_id, lower(code)); DBML leaves keys
/// without names.
Project shop() {
    return importSchema({{"x.dbml", "Table users { id int [pk]\n mail varchar [unique] }\n"
                                    "Table orders { id int [pk]\n user_id int\n code varchar\n"
                                    " indexes { (user_id, `lower(code)`) [name: 'by_user'] } }\n"
                                    "Ref: orders.user_id > users.id\n"}},
                        "dbml")
        ->project;
}

std::vector<std::string> namesOf(const Project& project) {
    std::vector<std::string> names;
    for (const Entity& entity : project.entities) {
        for (const Key& key : entity.keys)
            names.push_back(key.name);
        for (const Index& index : entity.indexes)
            names.push_back(index.name);
    }
    for (const Relationship& line : project.relationships)
        names.push_back(line.name);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

class NamingTest : public QObject {
    Q_OBJECT
private slots:
    void whatHasNoNameGetsOne() {
        const Project after = *applyNamingRules(shop(), kPostgres, NamingScope::Unnamed);
        QCOMPARE(namesOf(after),
                 (Names{"users_pkey", "users_mail_key", "orders_pkey", "by_user", "orders_user_id_fkey"}));
        QVERIFY(after.naming == kPostgres);
        QVERIFY(*applyNamingRules(after, kPostgres, NamingScope::Unnamed) == after);
    }
    void allAreRenamed() {
        const Project before = *applyNamingRules(shop(), kPostgres, NamingScope::Unnamed);
        const auto plan = planNames(before, kPrefixes, NamingScope::All);
        QCOMPARE(plan.size(), std::size_t(5));
        QCOMPARE(plan.front().before, std::string("users_pkey"));
        const Project after = *applyNamingRules(before, kPrefixes, NamingScope::All);
        QCOMPARE(namesOf(after), (Names{"pk_users", "uq_users_mail", "pk_orders", "ix_orders_user_id_expr",
                                        "fk_orders_user_id_users"}));
        QVERIFY(planNames(after, kPrefixes, NamingScope::All).empty());
        QVERIFY(!diff(before, after).empty());
    }
    void anEmptyRuleLeavesNamesAlone() {
        NamingRules rules = kPrefixes;
        rules.unique.clear();
        rules.index.clear();
        const Project after = *applyNamingRules(shop(), rules, NamingScope::All);
        QCOMPARE(namesOf(after), (Names{"pk_users", "", "pk_orders", "by_user", "fk_orders_user_id_users"}));
    }
    void takenNamesGetANumber() {
        NamingRules rules = kPrefixes;
        rules.primaryKey = "{schema}users"; // users is a table; all keys would be called the same
        const Project after = *applyNamingRules(shop(), rules, NamingScope::Unnamed);
        QCOMPARE(namesOf(after)[0], std::string("users_2"));
        QCOMPARE(namesOf(after)[2], std::string("users_3"));
    }
    void twoNamesMayChangePlaces() {
        Project project = shop();
        const Entity users = *project.findEntity("users");
        const Entity orders = *project.findEntity("orders");
        Key key = users.keys[0];
        key.name = "pk_orders";
        project = *changeKey(project, users.id, key);
        key = orders.keys[0];
        key.name = "pk_users";
        project = *changeKey(project, orders.id, key);
        const Project after = *applyNamingRules(project, kPrefixes, NamingScope::All);
        QCOMPARE(namesOf(after)[0], std::string("pk_users"));
        QCOMPARE(namesOf(after)[2], std::string("pk_orders"));
    }
    /// PostgreSQL cuts the longer one of the names until all fits into 63 bytes; the label stays.
    void longNamesAreCutWhereTheyAreLongest() {
        Entity entity;
        entity.name = std::string(60, 'a');
        Attribute column;
        column.id = AttributeId{1};
        column.name = "id";
        entity.attributes = {column};
        Key key;
        key.attributes = {column.id};
        std::string cut(63 - 7, 'a');
        cut += "_id_key";
        QCOMPARE(nameByRule(kPostgres, entity, key), cut);
        // Whole characters: each of these is three bytes; "_id_key" leaves 56, 18 of them and two bytes.
        entity.name.clear();
        for (int i = 0; i < 30; ++i)
            entity.name += "表";
        const std::string name = nameByRule(kPostgres, entity, key);
        QCOMPARE(name.size(), std::size_t(18 * 3 + 7));
        QVERIFY(name.ends_with("表_id_key"));
    }
    void wrongRulesAreRefused() {
        for (const char* rule : {"pk", "{tabel}_pkey", "{table", "table}", "{table}{", "{parent}_pkey"}) {
            NamingRules rules;
            rules.primaryKey = rule;
            const auto refused = setNamingRules(shop(), rules);
            QVERIFY2(!refused && refused.error().code == ErrorCode::Invalid, rule);
        }
        NamingRules rules;
        rules.foreignKey = "{parent}_{parent_columns}_{schema}";
        QVERIFY(setNamingRules(shop(), rules));
        QVERIFY(setNamingRules(shop(), {}));
    }
    void whatIsMadeAfterwardsFollowsThem() {
        Project project = *setNamingRules(shop(), kPrefixes);
        const Entity orders = *project.findEntity("orders");
        const AttributeId code = orders.findByName("code")->id;
        const AttributeId user = orders.findByName("user_id")->id;
        project = *addUniqueKey(project, orders.id, {code});
        QCOMPARE(project.findEntity("orders")->keys.back().name, std::string("uq_orders_code"));
        QCOMPARE(project.findEntity("orders")->keys.front().name, std::string()); // was there before
        Index index;
        index.parts = {KeyPart{}, KeyPart{}};
        index.parts[0].attribute = code;
        index.parts[1].attribute = user;
        project = *addIndex(project, orders.id, index);
        QCOMPARE(project.findEntity("orders")->indexes.back().name, std::string("ix_orders_code_user_id"));
        project = *addIndex(project, orders.id, index);
        QCOMPARE(project.findEntity("orders")->indexes.back().name, std::string("ix_orders_code_user_id_2"));
        const EntityId users = project.findEntity("users")->id;
        project = *connectEntities(project, {users, orders.id, true, true});
        std::string made;
        for (const Relationship& line : project.relationships)
            if (line.child == users)
                made = line.name;
        QCOMPARE(made, std::string("fk_users_order_id_orders"));
        QCOMPARE(project.findEntity("users")->keys.back().name, std::string("uq_users_order_id"));
        project = *connectManyToMany(project, users, orders.id);
        QCOMPARE(project.findEntity("users_orders")->keys.front().name, std::string("pk_users_orders"));
        Entity draft;
        draft.name = "t";
        Attribute id;
        id.id = AttributeId{1};
        id.name = "id";
        id.type.kind = TypeKind::Int32;
        draft.attributes = {id};
        project = *addEntity(project, draft);
        const Entity t = *project.findEntity("t");
        project = *setPrimaryKey(project, t.id, {t.attributes[0].id});
        QCOMPARE(project.findEntity("t")->keys.front().name, std::string("pk_t"));
        QVERIFY(validate(project).empty());
    }
    void everyFormKeepsTheRules() {
        const Project project = *setNamingRules(shop(), kPrefixes);
        QVERIFY(*loadProject(dumpProject(project), "x") == project);
        QVERIFY(*fromDatabase(*toDatabase(project), "x") == project);
        const auto read = importWorkload(shop(), {"w.sql", writeWorkload(project)});
        QVERIFY2(read, read ? "" : read.error().text().c_str());
        QVERIFY(read->project.naming == kPrefixes);
        QVERIFY(!importWorkload(shop(), {"w.sql", "-- naming: index=\"{tabel}\"\n"}));
    }
};

QTEST_APPLESS_MAIN(NamingTest)
#include "naming_test.moc"
