// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Mermaid and DBML of small schemas, written by hand from the two languages' documentation, and the workload to start
/// from.
#include <QTest>

#include "model/exchange/export/diagram_text.h"
#include "model/exchange/export/suggested_workload.h"
#include "model/exchange/import/import.h"

using namespace shardscape::model;

namespace {

Project schema(const std::string& sql) {
    const auto imported = importPostgres({{"schema.sql", sql}});
    if (!imported)
        qFatal("%s", imported.error().text().c_str());
    return imported->project;
}

const char* const kShop =
    "CREATE TYPE state AS ENUM ('new', 'paid');\n"
    "CREATE TABLE users (id uuid PRIMARY KEY, email varchar(100) NOT NULL UNIQUE);\n"
    "CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY, user_id uuid REFERENCES users ON DELETE SET NULL,\n"
    "  total numeric(10,2) NOT NULL DEFAULT 0, status state, PRIMARY KEY (id));\n"
    "CREATE INDEX orders_user ON orders (user_id, id);\n"
    "COMMENT ON COLUMN orders.total IS 'in \"euro\"';\n";

} // namespace

class DiagramTextTest : public QObject {
    Q_OBJECT

private slots:
    void mermaid() {
        QCOMPARE(QString::fromStdString(writeMermaid(schema(kShop))),
                 QString("erDiagram\n"
                         "  \"users\" {\n    uuid id PK\n    varchar_100_ email UK\n  }\n"
                         "  \"orders\" {\n    int64 id PK\n    uuid user_id FK\n    decimal_10_2_ total \"in "
                         "'euro'\"\n    state status\n  }\n"
                         "  \"users\" |o--o{ \"orders\" : \"user_id\"\n"));
    }
    void dbml() {
        QCOMPARE(QString::fromStdString(writeDbml(schema(kShop))),
                 QString("Enum state {\n  new\n  paid\n}\n\n"
                         "Table users {\n  id uuid [pk, not null]\n  email varchar(100) [not null, unique]\n}\n\n"
                         "Table orders {\n  id int64 [pk, increment, not null]\n  user_id uuid\n"
                         "  total decimal(10,2) [not null, default: `0`, note: 'in \"euro\"']\n  status state\n\n"
                         "  indexes {\n    (user_id, id) [type: btree, name: 'orders_user']\n  }\n}\n\n"
                         "Ref: orders.user_id > users.id [delete: set null]\n"));
    }
    void namesAreQuoted() {
        const Project project = schema("CREATE TABLE \"a \"\"b\"\"\" (\"1 x\" int PRIMARY KEY, \"it's\" text[]);");
        QVERIFY(QString::fromStdString(writeMermaid(project))
                    .contains("\"a 'b'\" {\n    int32 c1_x PK\n    text__ it_s\n"));
        QVERIFY(QString::fromStdString(writeDbml(project))
                    .contains("Table \"a \\\"b\\\"\" {\n  \"1 x\" int32 [pk, not null]\n  \"it's\" \"text[]\"\n"));
    }
    void aWorkloadToStartFromImportsAndAddsUp() {
        const Project project = schema(kShop);
        const auto complete = importWorkload(project, {"workload.sql", suggestWorkload(project, {1000})});
        QVERIFY2(complete.has_value(), complete ? "" : complete.error().text().c_str());
        // Get and insert for each of two tables, and the orders of a user.
        QCOMPARE(complete->project.patterns.size(), std::size_t(5));
        double reads = 0;
        double writes = 0;
        for (const AccessPattern& pattern : complete->project.patterns)
            (isWrite(pattern.verb) ? writes : reads) += pattern.rate.average.value;
        QVERIFY(std::abs(reads - 900) < 1e-3);
        QVERIFY(std::abs(writes - 100) < 1e-3);
        const AccessPattern* list = complete->project.findPattern("ListOrdersByUserId");
        QVERIFY(list);
        QCOMPARE(list->limit.value_or(0), 50.0);
    }
    void oddSchemasGetAWorkloadToo() {
        for (const char* sql : {"CREATE TABLE a (x int);", "CREATE TABLE \"A b\" (\"select\" int PRIMARY KEY);",
                                "CREATE TABLE s (id int PRIMARY KEY, up int REFERENCES s);",
                                "CREATE TABLE d (id serial PRIMARY KEY, at timestamptz DEFAULT now());"}) {
            const Project project = schema(sql);
            const auto complete = importWorkload(project, {"workload.sql", suggestWorkload(project, {10})});
            QVERIFY2(complete.has_value(), complete ? "" : (std::string(sql) + complete.error().text()).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(DiagramTextTest)
#include "diagram_text_test.moc"
