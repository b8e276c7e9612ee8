// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CQL, DynamoDB and Redis exports. The expected CQL was written by hand from the CQL reference (ddl, "CREATE TABLE");
// CreateTable requests are also sent to a server in tests/engines/dynalite_ddl_test.cpp.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "model/exchange/export/cql.h"
#include "model/exchange/export/ddl.h"
#include "model/physical/mapping.h"
#include "tests/support/project_builder.h"

using namespace shardscape::tests;

namespace {

QString ddl(const Project& project, MappingFamily family, Layout layout = {}) {
    const EngineProfile profile = plainProfile(family);
    const Design design = mapProject(project, profile, layout).value();
    return QString::fromStdString(writeDdl(project, profile, design).value());
}

/// CQL cut into statements and tokens by the lexical rules of its grammar: names, quoted names, strings, numbers,
/// single signs; comments are dropped. Empty when a quote is left open or a character is none of these.
QList<QStringList> statements(const QString& cql) {
    QList<QStringList> out{{}};
    qsizetype at = 0;
    const auto isWord = [](QChar c) { return (c < QChar(0x80) && c.isLetterOrNumber()) || c == '_'; };
    while (at < cql.size()) {
        const QChar c = cql[at];
        const qsizetype from = at;
        if (c.isSpace()) {
            ++at;
            continue;
        }
        if (c == '-' && at + 1 < cql.size() && cql[at + 1] == '-') {
            at = cql.indexOf('\n', at);
            if (at < 0)
                break;
            continue;
        }
        if (c == '"' || c == '\'') {
            for (++at; at < cql.size(); ++at)
                if (cql[at] == c) {
                    if (at + 1 < cql.size() && cql[at + 1] == c)
                        ++at; // doubled: part of the text
                    else
                        break;
                }
            if (at >= cql.size())
                return {};
            ++at;
        } else if (isWord(c)) {
            while (at < cql.size() && isWord(cql[at]))
                ++at;
        } else if (QStringLiteral("(){}<>,;:.=").contains(c)) {
            ++at;
        } else {
            return {};
        }
        const QString text = cql.mid(from, at - from);
        if (text == ";")
            out.append(QStringList{});
        else
            out.last() << text;
    }
    if (!out.last().isEmpty())
        return {}; // the last statement has no end
    out.removeLast();
    return out;
}

ProjectBuilder feed() {
    ProjectBuilder b;
    b.project.name = "Feed";
    b.table("posts", 1e6, {"post_id uuid", "author_id uuid", "createdAt timestamp", "token text?", "likes int64"},
            {"post_id"});
    b.distinct("posts.author_id", 1e5);
    b.pattern("Get", Verb::Get, "posts").equal("posts.post_id").all();
    b.pattern("Recent", Verb::List, "posts").equal("posts.author_id").order("posts.createdAt", true).limit(50).all();
    b.pattern("Like", Verb::Increment, "posts").equal("posts.post_id").assign({"posts.likes"});
    return b;
}

} // namespace

class DdlKeyedTest : public QObject {
    Q_OBJECT
private slots:
    void identifiers();
    void tables();
    void expiryAndRegions();
    void hostileNames();
    void dynamoTables();
    void redisKeys();
    void unsupported();
};

void DdlKeyedTest::identifiers() {
    QCOMPARE(cqlIdentifier("user_id"), "user_id");
    QCOMPARE(cqlIdentifier("createdAt"), "\"createdAt\""); // bare names are folded to lower case
    QCOMPARE(cqlIdentifier("token"), "\"token\"");         // reserved
    QCOMPARE(cqlIdentifier("key"), "key");                 // a keyword that is not reserved
    QCOMPARE(cqlIdentifier("2nd"), "\"2nd\"");
    QCOMPARE(cqlIdentifier("a\"b"), "\"a\"\"b\"");
    QCOMPARE(cqlIdentifier(""), "\"\"");
    QCOMPARE(cqlString("it's"), "'it''s'");
}

void DdlKeyedTest::tables() {
    ProjectBuilder b = feed();
    const QString text = ddl(b.project, MappingFamily::WideColumn);
    QCOMPARE(text, QString::fromUtf8(
                       R"(CREATE KEYSPACE IF NOT EXISTS feed
    WITH replication = {'class': 'NetworkTopologyStrategy', 'datacenter1': 3}
    AND durable_writes = true;

-- holds posts by primary key
CREATE TABLE IF NOT EXISTS feed.posts (
    post_id uuid,
    author_id uuid,
    "createdAt" timestamp,
    "token" text,
    PRIMARY KEY ((post_id))
) WITH comment = 'holds posts by primary key';

-- serves Recent
CREATE TABLE IF NOT EXISTS feed.posts_by_author_id (
    author_id uuid,
    "createdAt" timestamp,
    post_id uuid,
    "token" text,
    PRIMARY KEY ((author_id), "createdAt", post_id)
) WITH CLUSTERING ORDER BY ("createdAt" DESC, post_id ASC)
    AND comment = 'serves Recent';

-- counters of posts: a counter column stands in a table of counters alone
CREATE TABLE IF NOT EXISTS feed.posts_counters (
    post_id uuid,
    likes counter,
    PRIMARY KEY ((post_id))
) WITH comment = 'counters of posts: a counter column stands in a table of counters alone';
)"));
}

void DdlKeyedTest::expiryAndRegions() {
    ProjectBuilder b = feed();
    b.change("posts", [](Entity& entity) {
        entity.volume.retentionDays = 60;
        entity.volume.removal = RowRemoval::Ttl;
    });
    b.project.requirements.regions = {"us", "o'hare"};
    const QString text = ddl(b.project, MappingFamily::WideColumn);
    QVERIFY(text.contains("'NetworkTopologyStrategy', 'us': 3, 'o''hare': 3}"));
    QCOMPARE(text.count("default_time_to_live = 5184000"), 2); // 60 × 86,400 s, and not for counters
    QCOMPARE(text.count("'compaction_window_size': 2"), 1);    // 30 windows of 2 days, where time orders rows
}

void DdlKeyedTest::hostileNames() {
    ProjectBuilder b;
    b.project.name = "x'; DROP KEYSPACE system; --";
    b.table("sel\"ect; --", 1e5, {"a\"b int64", "line\nbreak text", "ünï'text text", "select int32", "数 point"},
            {"a\"b"});
    b.table("tree", 10, {"id int64", "parent_id int64"}, {"id"});
    b.pattern("it's; --\n'", Verb::List, "sel\"ect; --")
        .equal("sel\"ect; --.line\nbreak")
        .order("sel\"ect; --.ünï'text")
        .limit(5)
        .all();
    b.pattern("Get", Verb::Get, "sel\"ect; --").equal("sel\"ect; --.a\"b").all();
    const QList<QStringList> all = statements(ddl(b.project, MappingFamily::WideColumn));
    QCOMPARE(all.size(), 4); // the keyspace and three tables, nothing that a name brought in
    for (const QStringList& words : all) {
        QCOMPARE(words[0], "CREATE");
        QVERIFY(words[1] == "KEYSPACE" || words[1] == "TABLE");
        QCOMPARE(words.count("("), words.count(")"));
        QCOMPARE(words.count("{"), words.count("}"));
        QVERIFY(words.count("PRIMARY") == (words[1] == "TABLE" ? 1 : 0));
    }
    QVERIFY(all[1].contains("\"a\"\"b\"") || all[2].contains("\"a\"\"b\""));
}

void DdlKeyedTest::dynamoTables() {
    ProjectBuilder b = feed();
    const QJsonArray tables = QJsonDocument::fromJson(ddl(b.project, MappingFamily::SingleTable).toUtf8()).array();
    QCOMPARE(tables.size(), 1);
    const QJsonObject table = tables[0].toObject();
    QCOMPARE(table["TableName"].toString(), "Feed");
    QCOMPARE(table["BillingMode"].toString(), "PAY_PER_REQUEST");
    QVERIFY(!table.contains("ProvisionedThroughput"));
    // Exactly the key attributes are defined.
    QStringList defined;
    for (const QJsonValue& value : table["AttributeDefinitions"].toArray())
        defined << value["AttributeName"].toString() + " " + value["AttributeType"].toString();
    QCOMPARE(defined, (QStringList{"GSI1PK S", "GSI1SK S", "PK S", "SK S"}));
    const QJsonObject index = table["GlobalSecondaryIndexes"].toArray()[0].toObject();
    QCOMPARE(index["IndexName"].toString(), "GSI1");
    QCOMPARE(index["KeySchema"].toArray()[0].toObject()["KeyType"].toString(), "HASH");
    QCOMPARE(index["Projection"]["ProjectionType"].toString(), "ALL");
    // Only what is asked for is projected.
    ProjectBuilder narrow;
    narrow.project.name = "narrow";
    narrow.table("posts", 1e6, {"id int64", "author int64", "body text", "likes int64"}, {"id"});
    narrow.pattern("Get", Verb::Get, "posts").equal("posts.id").all().rate(1000);
    narrow.pattern("By", Verb::List, "posts").equal("posts.author").select({"posts.body"}).limit(5);
    const QString text = ddl(narrow.project, MappingFamily::SingleTable);
    const QJsonObject included = QJsonDocument::fromJson(text.toUtf8())[0]["GlobalSecondaryIndexes"]
                                     .toArray()[0]
                                     .toObject()["Projection"]
                                     .toObject();
    QCOMPARE(included["ProjectionType"].toString(), "INCLUDE");
    QCOMPARE(included["NonKeyAttributes"].toArray(), (QJsonArray{"author", "body"}));
}

void DdlKeyedTest::redisKeys() {
    ProjectBuilder b = feed();
    b.pattern("Cached", Verb::Get, "posts").equal("posts.post_id").all().consistency(ConsistencyKind::Bounded, 5);
    b.pattern("Page|1", Verb::List, "posts")
        .equal("posts.author_id")
        .order("posts.createdAt", true)
        .limit(20)
        .all()
        .consistency(ConsistencyKind::Eventual);
    const QString text = ddl(b.project, MappingFamily::Cache);
    QVERIFY(text.contains("## `posts:{post_id}`"));
    QVERIFY(text.contains("`HGETALL posts:<post_id>`"));
    QVERIFY(text.contains("EXPIRE posts:<post_id> 5"));
    QVERIFY(text.contains("`ZREVRANGE page_1:<author_id> 0 19`"));
    QVERIFY(text.contains("| at most 1e+06 |"));                  // posts
    QVERIFY(text.contains("| Like: `DEL page_1:<author_id>` |")); // entries of five seconds need no dropping
    QVERIFY(text.contains("Page\\|1"));                           // a bar would end the cell
    QVERIFY(ddl(Project{}, MappingFamily::Cache).contains("No pattern tolerates"));
}

void DdlKeyedTest::unsupported() {
    EngineProfile profile = plainProfile(MappingFamily::Relational);
    profile.name = "spanner";
    profile.title = "Spanner";
    profile.dialect.clear();
    const Result<std::string> text = writeDdl(Project{}, profile, Design{});
    QVERIFY(!text);
    QCOMPARE(text.error().code, ErrorCode::Unsupported);
}

QTEST_APPLESS_MAIN(DdlKeyedTest)
#include "ddl_keyed_test.moc"
