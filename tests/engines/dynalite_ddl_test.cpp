// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CreateTable requests of designs, accepted by a server that checks them as DynamoDB does, and items that follow the
// compositions found again through the keys and indexes they name.
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include "model/exchange/export/ddl.h"
#include "model/physical/mapping.h"
#include "tests/support/dynalite_server.h"
#include "tests/support/project_builder.h"

using namespace shardscape::tests;

namespace {

QJsonArray tablesOf(const Project& project) {
    const EngineProfile profile = plainProfile(MappingFamily::SingleTable);
    const Design design = mapProject(project, profile, {}).value();
    return QJsonDocument::fromJson(QByteArray::fromStdString(writeDdl(project, profile, design).value())).array();
}

/// The value at a path of names, the first element of each array on the way.
QString at(const QJsonObject& object, const QStringList& path) {
    QJsonValue value = object;
    for (const QString& name : path) {
        value = value.toObject().value(name);
        if (value.isArray())
            value = value.toArray().at(0);
    }
    return value.toString();
}

QJsonObject text(const QString& value) {
    return {{"S", value}};
}

} // namespace

class DynaliteDdlTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void feedIsAcceptedAndAnswers();
    void manyIndexes();
    void wideProjections();
    void hostileNames();
    void singleEntityWithoutAKey();

private:
    void accept(const Project& project);
    DynaliteServer m_server;
};

void DynaliteDdlTest::initTestCase() {
    if (const QString why = DynaliteServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY2(m_server.start(), qPrintable(m_server.problem()));
}

void DynaliteDdlTest::accept(const Project& project) {
    const QJsonArray tables = tablesOf(project);
    QCOMPARE(tables.size(), 1);
    const DynamoAnswer made = m_server.call("CreateTable", tables[0].toObject());
    QVERIFY2(made.ok(), qPrintable(made.problem + QJsonDocument(made.body).toJson()));
}

void DynaliteDdlTest::feedIsAcceptedAndAnswers() {
    ProjectBuilder b;
    b.project.name = "social feed";
    b.table("users", 1e6, {"user_id uuid", "name text"}, {"user_id"});
    b.table("posts", 2e7, {"post_id uuid", "author_id uuid", "created_at timestamp", "body text"}, {"post_id"});
    b.reference("posts.author_id", "users.user_id", ProjectBuilder::mean(20));
    b.pattern("Recent", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.created_at", true)
        .limit(2)
        .all()
        .rate(100);
    b.pattern("GetPost", Verb::Get, "posts")
        .equal("posts.post_id")
        .select({"posts.body"})
        .consistency(ConsistencyKind::Eventual);
    accept(b.project);
    QTRY_COMPARE(at(m_server.call("DescribeTable", {{"TableName", "social_feed"}}).body, {"Table", "TableStatus"}),
                 "ACTIVE");

    // Items as the compositions say: PK USER#{author_id}, SK POST#{created_at}#{post_id}, GSI1PK POST#{post_id}.
    for (int i = 1; i <= 3; ++i) {
        const QString id = QString("p%1").arg(i);
        const QJsonObject item{{"PK", text("USER#u1")},
                               {"SK", text(QString("POST#2024-01-0%1T00:00:00Z#%2").arg(i).arg(id))},
                               {"GSI1PK", text("POST#" + id)},
                               {"GSI1SK", text("POST")},
                               {"body", text("text of " + id)}};
        const DynamoAnswer put = m_server.call("PutItem", {{"TableName", "social_feed"}, {"Item", item}});
        QVERIFY2(put.ok(), qPrintable(put.problem));
    }
    const DynamoAnswer recent = m_server.call(
        "Query", QJsonObject{{"TableName", "social_feed"},
                             {"KeyConditionExpression", "PK = :u AND begins_with(SK, :p)"},
                             {"ExpressionAttributeValues", QJsonObject{{":u", text("USER#u1")}, {":p", text("POST#")}}},
                             {"ScanIndexForward", false},
                             {"Limit", 2}});
    QVERIFY2(recent.ok(), qPrintable(recent.problem));
    QCOMPARE(recent.body["Count"].toInt(), 2);
    QCOMPARE(at(recent.body, {"Items", "body", "S"}), "text of p3");
    const DynamoAnswer one =
        m_server.call("Query", QJsonObject{{"TableName", "social_feed"},
                                           {"IndexName", "GSI1"},
                                           {"KeyConditionExpression", "GSI1PK = :p"},
                                           {"ExpressionAttributeValues", QJsonObject{{":p", text("POST#p2")}}}});
    QVERIFY2(one.ok(), qPrintable(one.problem));
    QCOMPARE(one.body["Count"].toInt(), 1);
    QCOMPARE(at(one.body, {"Items", "body", "S"}), "text of p2"); // the body is projected
}

void DynaliteDdlTest::manyIndexes() {
    ProjectBuilder b;
    b.project.name = "many";
    std::vector<std::string> columns{"id int64"};
    for (int i = 0; i < 30; ++i)
        columns.push_back("c" + std::to_string(i) + " text");
    b.table("wide", 1e6, columns, {"id"});
    for (int i = 0; i < 30; ++i)
        b.pattern("By" + std::to_string(i), Verb::List, "wide")
            .equal("wide.c" + std::to_string(i))
            .limit(5)
            .select({"wide.id"});
    accept(b.project);
}

void DynaliteDdlTest::wideProjections() {
    ProjectBuilder b;
    b.project.name = "projections";
    std::vector<std::string> columns{"id int64", "last int64"};
    std::vector<std::string> asked;
    for (int i = 0; i < 25; ++i) {
        columns.push_back("c" + std::to_string(i) + " text");
        asked.push_back("wide.c" + std::to_string(i));
    }
    b.table("wide", 1e6, columns, {"id"});
    b.pattern("Get", Verb::Get, "wide").equal("wide.id").all().rate(1000);
    b.pattern("Most", Verb::List, "wide")
        .equal("wide.c0")
        .limit(5)
        .select(asked); // 25 attributes are more than INCLUDE may name
    accept(b.project);
}

void DynaliteDdlTest::hostileNames() {
    ProjectBuilder b;
    b.project.name = "x\"; \n 数";
    b.table("sel\"ect; --", 1e5, {"a\"b int64", "line\nbreak text", "PK text", "SIZE text"}, {"a\"b"});
    b.pattern("By", Verb::List, "sel\"ect; --")
        .equal("sel\"ect; --.line\nbreak")
        .limit(5)
        .select({"sel\"ect; --.SIZE"});
    b.pattern("Get", Verb::Get, "sel\"ect; --").equal("sel\"ect; --.a\"b").all();
    accept(b.project);
}

void DynaliteDdlTest::singleEntityWithoutAKey() {
    ProjectBuilder b;
    b.project.name = "l";
    b.table("log", -1, {"at timestamp", "text text"});
    accept(b.project);
}

QTEST_GUILESS_MAIN(DynaliteDdlTest)
#include "dynalite_ddl_test.moc"
