// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Entities of one project put into another, as when SQL is pasted.
#include <limits>

#include <QTest>

#include "model/edit/boundary_edits.h"
#include "model/edit/diagram_edits.h"
#include "model/edit/entity_edits.h"
#include "model/exchange/import/import.h"

using namespace shardscape::model;

namespace {

Project projectOf(const std::string& sql) {
    const auto imported = importPostgres({{"pasted.sql", sql}});
    if (!imported)
        qFatal("%s", imported.error().text().c_str());
    return imported->project;
}

Project done(const Result<Project>& result) {
    if (!result)
        qFatal("%s", result.error().text().c_str());
    for (const std::string& broken : validate(*result))
        qFatal("%s", broken.c_str());
    return *result;
}

const char* kShop = "CREATE TYPE status AS ENUM ('new', 'paid');\n"
                    "CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE);\n"
                    "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users, state status,\n"
                    "  states status[], CONSTRAINT orders_email CHECK (id > 0));\n"
                    "CREATE INDEX orders_by_user ON orders (user_id, id DESC);\n";

} // namespace

class InsertEditsTest : public QObject {
    Q_OBJECT
private slots:
    void intoNothingEverythingComesAsItIs() {
        const Project shop = projectOf(kShop);
        const Project fresh = done(insertEntities(Project(), shop, {}));
        QCOMPARE(fresh.entities.size(), std::size_t(2));
        QCOMPARE(fresh.relationships.size(), std::size_t(1));
        const Entity* orders = fresh.findEntity("orders");
        QVERIFY(orders && fresh.findEntity("users"));
        QCOMPARE(orders->indexes.size(), std::size_t(1));
        QCOMPARE(orders->indexes[0].name, std::string("orders_by_user"));
        QCOMPARE(orders->indexes[0].parts[0].attribute, orders->findByName("user_id")->id);
        QCOMPARE(orders->findByName("state")->type.enumeration, fresh.enums.begin()->id);
        QCOMPARE(orders->findByName("states")->type.element->enumeration, fresh.enums.begin()->id);
    }

    /// A project put into itself: every entity twice, the copies joined among themselves, what was named twice renamed
    /// or left to the engine, the enumeration and the boundary shared.
    void intoItselfEverythingIsTwice() {
        Project shop = projectOf(kShop);
        shop = done(addBoundary(shop, "sales"));
        shop = done(assignBoundary(shop, {shop.findEntity("orders")->id}, shop.boundaries.begin()->id));
        shop = done(moveEntities(shop, {{shop.findEntity("orders")->id, {300, 40}}}));
        const Project twice = done(insertEntities(shop, shop, {10, 500}));
        QCOMPARE(twice.entities.size(), std::size_t(4));
        QCOMPARE(twice.relationships.size(), std::size_t(2));
        QCOMPARE(twice.enums.size(), std::size_t(1));
        QCOMPARE(twice.boundaries.size(), std::size_t(1));
        const Entity* copy = twice.findEntity("orders_2");
        QVERIFY(copy && twice.findEntity("users_2"));
        QCOMPARE(copy->boundary, shop.boundaries.begin()->id);
        QVERIFY(copy->indexes[0].name.empty());
        QCOMPARE(twice.diagram->positions.at(copy->id), (Point{310, 540}));
        for (const Relationship& line : twice.relationships)
            QCOMPARE(line.child == copy->id, line.parent == twice.findEntity("users_2")->id);
        QVERIFY(*twice.entities.find(shop.findEntity("orders")->id) == *shop.findEntity("orders"));
    }

    void otherLabelsAreAnotherEnumeration() {
        const Project shop = projectOf(kShop);
        const Project more =
            projectOf("CREATE TYPE status AS ENUM ('open'); CREATE TABLE cases (id int PRIMARY KEY, s status);");
        const Project both = done(insertEntities(shop, more, {}));
        QCOMPARE(both.enums.size(), std::size_t(2));
        const EnumType* own = both.enums.find(both.findEntity("cases")->findByName("s")->type.enumeration);
        QVERIFY(own);
        QCOMPARE(own->name, std::string("status_2"));
        QCOMPARE(own->labels, std::vector<std::string>{"open"});
    }

    void nothingGivesTheSame() {
        const Project shop = projectOf(kShop);
        QVERIFY(done(insertEntities(shop, Project(), {})) == shop);
        QVERIFY(!insertEntities(shop, shop, {std::numeric_limits<double>::quiet_NaN(), 0}));
    }
};

QTEST_APPLESS_MAIN(InsertEditsTest)
#include "insert_edits_test.moc"
