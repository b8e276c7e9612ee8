// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/bulk_rename.h"

#include <QTest>

#include "model/exchange/import/import.h"

using namespace shardscape::model;

namespace {

Project small() {
    const auto schema = importPostgres({{"schema.sql", R"(
CREATE TABLE tblUser (UserId bigint PRIMARY KEY, "userName" text NOT NULL, CHECK (UserId > 0));
CREATE TABLE "tblOrder" ("orderId" bigint PRIMARY KEY, "userId" bigint REFERENCES tblUser (UserId), b int, a int);
)"}});
    const auto both = importWorkload(schema->project, {"workload.sql", R"(-- name: Get :one
-- rate: 1/s
SELECT "userName" FROM tbluser WHERE userid = $1;
)"});
    return both->project;
}

} // namespace

class BulkRenameTest : public QObject {
    Q_OBJECT
private slots:
    void styles_data();
    void styles();
    void renamesFollowIntoSql();
    void scopeIsKept();
    void conflictsAreSaid();
    void namesChangePlaces();
};

void BulkRenameTest::styles_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("style");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* name, CaseStyle style, const char* wanted) {
        QTest::addRow("%s to %d", name, int(style))
            << QString::fromUtf8(name) << int(style) << QString::fromUtf8(wanted);
    };
    row("OrderLine", CaseStyle::Snake, "order_line");
    row("HTTPServer2Name", CaseStyle::Snake, "http_server2_name");
    row("order_line", CaseStyle::Pascal, "OrderLine");
    row("order line", CaseStyle::Camel, "orderLine");
    row("orderLine", CaseStyle::UpperSnake, "ORDER_LINE");
    row("ORDER_LINE", CaseStyle::Kebab, "order-line");
    row("_privateName", CaseStyle::Snake, "_private_name");
    row("___", CaseStyle::Snake, "___");
    row("订单Line", CaseStyle::Snake, "订单line"); // no case, so no border that could be seen
    row("a", CaseStyle::Keep, "a");
}

void BulkRenameTest::styles() {
    QFETCH(QString, name);
    QFETCH(int, style);
    QTEST(QString::fromStdString(inCase(name.toStdString(), CaseStyle(style))), "wanted");
}

void BulkRenameTest::renamesFollowIntoSql() {
    const Project project = small();
    const auto snake = [](const std::string& name) {
        return inCase(name.rfind("tbl", 0) == 0 ? name.substr(3) : name, CaseStyle::Snake);
    };
    const auto plan = planRenames(project, {}, snake);
    // Two tables; userName, orderId, userId. tbluser and userid were folded to small letters when read.
    QCOMPARE(plan.size(), std::size_t(5));
    for (const Renaming& one : plan)
        QVERIFY2(one.problem.empty(), one.problem.c_str());
    const auto after = renameAll(project, plan);
    QVERIFY2(after.has_value(), after ? "" : after.error().text().c_str());
    QVERIFY(validate(*after).empty());
    QVERIFY(after->findEntity("user") && after->findEntity("order"));
    QVERIFY(after->findEntity("user")->findByName("user_name"));
    QVERIFY(after->findEntity("order")->findByName("order_id"));
    const std::string& sql = after->findPattern("Get")->sql;
    QVERIFY2(sql.find("user_name") != std::string::npos && sql.find("\"user\"") != std::string::npos, sql.c_str());
    QVERIFY(planRenames(*after, {}, snake).empty());
}

void BulkRenameTest::scopeIsKept() {
    const Project project = small();
    const EntityId order = project.findEntity("tblOrder")->id;
    const auto shout = [](const std::string& name) { return inCase(name, CaseStyle::UpperSnake); };
    const auto columns = planRenames(project, {{order}, false, true}, shout);
    QCOMPARE(columns.size(), std::size_t(4));
    for (const Renaming& one : columns)
        QVERIFY(one.entity == order && one.attribute);
    const auto names = planRenames(project, {{order}, true, false}, shout);
    QCOMPARE(names.size(), std::size_t(1));
    QCOMPARE(names.front().after, std::string("TBL_ORDER"));
}

void BulkRenameTest::conflictsAreSaid() {
    const Project project = small();
    const auto plan = planRenames(project, {}, [](const std::string&) { return std::string("same"); });
    // Both tables and all six columns; two columns of one table and four of the other meet.
    QCOMPARE(plan.size(), std::size_t(8));
    for (const Renaming& one : plan)
        QVERIFY(!one.problem.empty());
    QVERIFY(!renameAll(project, plan));
    const auto empty = planRenames(project, {}, [](const std::string&) { return std::string(); });
    QVERIFY(!empty.front().problem.empty());
    QVERIFY(!renameAll(project, {{EntityId{999}, {}, "x", "y", {}}}));
}

void BulkRenameTest::namesChangePlaces() {
    const Project project = small();
    const auto swap = [](const std::string& name) {
        return name == "a" ? std::string("b") : name == "b" ? std::string("a") : name;
    };
    const auto plan = planRenames(project, {}, swap);
    QCOMPARE(plan.size(), std::size_t(2));
    QVERIFY(plan.front().problem.empty());
    const auto after = renameAll(project, plan);
    QVERIFY2(after.has_value(), after ? "" : after.error().text().c_str());
    const Entity& before = *project.findEntity("tblOrder");
    const Entity& now = *after->entities.find(before.id);
    QCOMPARE(now.findByName("a")->id, before.findByName("b")->id);
    QCOMPARE(now.findByName("b")->id, before.findByName("a")->id);
}

QTEST_APPLESS_MAIN(BulkRenameTest)
#include "bulk_rename_test.moc"
