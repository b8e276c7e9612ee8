// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/statement.h"

#include <QTest>

#include "model/exchange/import/import.h"

using namespace shardscape::model;
using Kind = StatementShape::Kind;

namespace {

Project shop() {
    return importPostgres({{"schema.sql", R"(
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL, status text NOT NULL, total numeric(10,2) NOT NULL,
                     at timestamptz NOT NULL);
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE SCHEMA logs;
CREATE TABLE logs."Line" (id bigint PRIMARY KEY, "select" text);
)"}})->project;
}

AccessPattern patternOf(const Project& project, const std::string& sql, Paging paging = Paging::None) {
    AccessPattern pattern;
    pattern.name = "p";
    pattern.paging = paging;
    const auto read = parsePatternSql(project, pattern, sql);
    if (!read)
        qFatal("%s", read.error().text().c_str());
    return *read;
}

} // namespace

class StatementTest : public QObject {
    Q_OBJECT
private slots:
    void writesWhatTheShapeSays();
    void readsItsOwnStatements_data();
    void readsItsOwnStatements();
    void saysWhyNot_data();
    void saysWhyNot();
    void everyShapeIsReadBack();
};

void StatementTest::writesWhatTheShapeSays() {
    const Project project = shop();
    const Entity& orders = *project.findEntity("orders");
    const auto id = [&](const char* name) { return orders.findByName(name)->id; };
    StatementShape shape;
    shape.entity = orders.id;
    shape.equal = {id("user_id")};
    shape.range = {{id("at"), ">="}};
    shape.order = {{id("at"), true}};
    shape.columns = {id("id"), id("total")};
    shape.limit = 20;
    shape.paging = Paging::Offset;
    QCOMPARE(writeStatement(project, shape), std::string("SELECT id, total\n  FROM orders\n WHERE user_id = $1\n"
                                                         "   AND at >= $2\n ORDER BY at DESC\n LIMIT 20 OFFSET $3;"));
    shape.paging = Paging::Cursor;
    shape.range.clear();
    QCOMPARE(writeStatement(project, shape), std::string("SELECT id, total\n  FROM orders\n WHERE user_id = $1\n"
                                                         "   AND at < $2\n ORDER BY at DESC\n LIMIT 20;"));
    shape = {};
    shape.kind = Kind::Increment;
    shape.entity = orders.id;
    shape.equal = {id("id")};
    // The first number that does not find the row.
    QCOMPARE(writeStatement(project, shape),
             std::string("UPDATE orders\n   SET user_id = user_id + $1\n WHERE id = $2;"));
    shape = {};
    shape.entity = project.findEntity("logs.Line")->id;
    shape.equal = {project.findEntity("logs.Line")->attributes[1].id};
    QCOMPARE(writeStatement(project, shape), std::string("SELECT *\n  FROM logs.\"Line\"\n WHERE \"select\" = $1;"));
}

void StatementTest::readsItsOwnStatements_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("again"); // with the parameters numbered as the form does
    const auto row = [](const char* sql, const char* again) { QTest::newRow(sql) << sql << again; };
    row("SELECT * FROM orders WHERE id = $1", "SELECT *\n  FROM orders\n WHERE id = $1;");
    row("select id from orders where user_id = :u and status = 'open' order by at desc limit :n",
        "SELECT id\n  FROM orders\n WHERE user_id = $1\n   AND status = 'open'\n ORDER BY at DESC\n LIMIT $2;");
    row("SELECT id FROM orders WHERE at BETWEEN $1 AND $2 LIMIT 10",
        "SELECT id\n  FROM orders\n WHERE at BETWEEN $1 AND $2\n LIMIT 10;");
    row("SELECT count(*) FROM orders WHERE user_id = $1", "SELECT count(*)\n  FROM orders\n WHERE user_id = $1;");
    row("INSERT INTO orders (id, user_id, status, total, at) VALUES ($1, $2, 'new', $3, now())",
        "INSERT INTO orders (id, user_id, status, total, at)\nVALUES ($1, $2, 'new', $3, now());");
    row("UPDATE orders SET status = 'done', total = $2 WHERE id = $1",
        "UPDATE orders\n   SET status = 'done', total = $1\n WHERE id = $2;");
    row("UPDATE orders SET total = total + 1 WHERE id = $1",
        "UPDATE orders\n   SET total = total + 1\n WHERE id = $1;");
    row("DELETE FROM orders WHERE id = $1", "DELETE FROM orders\n WHERE id = $1;");
}

void StatementTest::readsItsOwnStatements() {
    QFETCH(QString, sql);
    const Project project = shop();
    const auto shape = shapeOf(project, patternOf(project, sql.toStdString()));
    QVERIFY2(shape.has_value(), shape ? "" : shape.error().c_str());
    QTEST(QString::fromStdString(writeStatement(project, *shape)), "again");
}

void StatementTest::saysWhyNot_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("word");
    QTest::newRow("join") << "SELECT o.id FROM orders o JOIN users u ON u.id = o.user_id WHERE u.id = $1"
                          << "several entities";
    QTest::newRow("group") << "SELECT status, count(*) FROM orders WHERE user_id = $1 GROUP BY status"
                           << "group";
    QTest::newRow("in") << "SELECT * FROM orders WHERE id IN ($1, $2)"
                        << "no such condition";
    QTest::newRow("like") << "SELECT * FROM orders WHERE status LIKE '%x%'"
                          << "";
    QTest::newRow("expression") << "SELECT * FROM orders WHERE lower(status) = $1"
                                << "not on a column";
    QTest::newRow("sum") << "SELECT sum(total) FROM orders WHERE user_id = $1"
                         << "";
    QTest::newRow("distinct") << "SELECT DISTINCT status FROM orders WHERE user_id = $1"
                              << "DISTINCT";
    QTest::newRow("offset") << "SELECT * FROM orders ORDER BY at LIMIT 10 OFFSET 30"
                            << "fixed number";
    QTest::newRow("rows") << "INSERT INTO users (id) VALUES ($1), ($2)"
                          << "";
    QTest::newRow("computes") << "UPDATE orders SET status = coalesce($2, 'x') WHERE id = $1"
                              << "computes";
    QTest::newRow("bound") << "SELECT * FROM orders WHERE at > '2024-01-01' LIMIT 5"
                           << "written down";
}

void StatementTest::saysWhyNot() {
    QFETCH(QString, sql);
    QFETCH(QString, word);
    const Project project = shop();
    const auto shape = shapeOf(project, patternOf(project, sql.toStdString()));
    QVERIFY2(!shape, shape ? writeStatement(project, *shape).c_str() : "");
    QVERIFY2(QString::fromStdString(shape.error()).contains(word), shape.error().c_str());
}

/// Whatever is clicked together comes back as it was, through the SQL parser.
void StatementTest::everyShapeIsReadBack() {
    const Project project = shop();
    const Entity& orders = *project.findEntity("orders");
    std::vector<AttributeId> columns;
    for (const Attribute& attribute : orders.attributes)
        columns.push_back(attribute.id);
    for (unsigned bits = 0; bits < 4096; bits += 7) {
        StatementShape shape;
        shape.entity = orders.id;
        shape.kind = Kind((bits & 7) % 6);
        if (bits & 8)
            shape.equal.push_back(columns[1]);
        if (bits & 16)
            shape.equal.push_back(columns[0]);
        if (bits & 32)
            shape.range.push_back({columns[4], bits & 64 ? "<=" : "BETWEEN"});
        const bool read = shape.kind == Kind::Read;
        if (read && bits & 128)
            shape.order = {{columns[4], (bits & 256) != 0}};
        if (read && bits & 512)
            shape.limit = 25;
        if (read && bits & 1024)
            shape.paging = shape.order.empty() ? Paging::Offset : Paging::Cursor;
        if (shape.kind == Kind::Insert)
            shape.equal.clear(), shape.range.clear();
        if (shape.kind == Kind::Insert || (read && bits & 2048))
            shape.columns = {columns[2], columns[3]};
        else if (shape.kind == Kind::Update || shape.kind == Kind::Increment)
            shape.columns = {columns[3]};
        const std::string sql = writeStatement(project, shape);
        const auto again = shapeOf(project, patternOf(project, sql, shape.paging));
        QVERIFY2(again.has_value(), again ? "" : (sql + "\n" + again.error()).c_str());
        QVERIFY2(*again == shape, (sql + "\n" + writeStatement(project, *again)).c_str());
    }
}

QTEST_APPLESS_MAIN(StatementTest)
#include "statement_test.moc"
