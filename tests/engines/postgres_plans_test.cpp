// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The indexes that the mapping proposes and the plans that follow, against a real PostgreSQL: the design's DDL is
// applied, 100,000 rows a table are generated with the statistics that the model states, and EXPLAIN must use the same
// indexes and expect the same number of rows within a factor of two.
#include <cmath>
#include <set>

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "estimator/planning/planner.h"
#include "model/exchange/export/ddl.h"
#include "model/exchange/import/import.h"
#include "model/physical/mapping.h"
#include "tests/support/folders.h"
#include "tests/support/ordinary_patterns.h"
#include "tests/support/postgres_server.h"
#include "tests/support/project_builder.h"

using namespace shardscape::tests;
using namespace shardscape::estimator;

namespace {

constexpr double kFactor = 2;

struct Explained {
    std::set<std::string> indexes; ///< used anywhere in the plan
    double rows = 0;               ///< of the topmost node that is not a modification
    bool sorts = false;
    bool scans = false;
};

void collect(const QJsonObject& node, Explained& out) {
    if (const QString index = node.value("Index Name").toString(); !index.isEmpty())
        out.indexes.insert(index.toStdString());
    const QString type = node.value("Node Type").toString();
    out.sorts = out.sorts || type.endsWith("Sort");
    out.scans = out.scans || type == "Seq Scan";
    for (const QJsonValue& child : node.value("Plans").toArray())
        collect(child.toObject(), out);
}

std::set<std::string> indexesOf(const Plan& plan) {
    std::set<std::string> out;
    for (const PlanStep& step : plan.steps)
        if (!step.index.empty())
            out.insert(step.index);
    return out;
}

std::string joined(const std::set<std::string>& names) {
    std::string out;
    for (const std::string& name : names)
        out += name + " ";
    return out;
}

} // namespace

class PostgresPlansTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void plans_data();
    void plans();
    void schemasWithTheirIndexesLoad();

private:
    void build();
    void add(const char* name, const char* sql) { m_sql.emplace_back(name, sql); }

    PostgresServer m_server;
    ProjectBuilder m_b;
    EngineProfile m_profile = plainProfile(MappingFamily::Relational);
    Design m_design;
    std::vector<std::pair<std::string, std::string>> m_sql;
};

void PostgresPlansTest::build() {
    ProjectBuilder& b = m_b;
    b.table("users", 1e4, {"id int64", "email text", "name text"}, {"id"});
    b.key("users", {"email"});
    b.table("posts", 1e5, {"id int64", "author_id int64", "created_at timestamp", "status int32", "body text"}, {"id"});
    b.reference("posts.author_id", "users.id", ProjectBuilder::mean(10));
    b.distinct("posts.status", 4);
    b.table("follows", 1e5, {"follower_id int64", "followee_id int64", "since timestamp"},
            {"follower_id", "followee_id"});
    b.reference("follows.follower_id", "users.id", ProjectBuilder::mean(20));
    b.reference("follows.followee_id", "users.id", ProjectBuilder::mean(20));

    b.pattern("GetPost", Verb::Get, "posts").equal("posts.id").all();
    add("GetPost", "SELECT * FROM posts WHERE id = 4242");
    b.pattern("Recent", Verb::List, "posts").equal("posts.author_id").order("posts.created_at", true).limit(5).all();
    add("Recent", "SELECT * FROM posts WHERE author_id = 77 ORDER BY created_at DESC LIMIT 5");
    b.pattern("ByAuthor", Verb::List, "posts").equal("posts.author_id").all();
    add("ByAuthor", "SELECT * FROM posts WHERE author_id = 77");
    b.pattern("CountByAuthor", Verb::Aggregate, "posts").equal("posts.author_id");
    add("CountByAuthor", "SELECT count(*) FROM posts WHERE author_id = 77");
    b.pattern("ByStatus", Verb::List, "posts").equal("posts.status").all();
    add("ByStatus", "SELECT * FROM posts WHERE status = 3");
    b.pattern("Latest", Verb::List, "posts").order("posts.created_at", true).limit(20).all();
    add("Latest", "SELECT * FROM posts ORDER BY created_at DESC LIMIT 20");
    b.pattern("Window", Verb::Range, "posts").between("posts.created_at").all();
    add("Window", "SELECT * FROM posts WHERE created_at BETWEEN '2024-02-01 00:00' AND '2024-02-01 08:20'");
    b.pattern("ByEmail", Verb::Get, "users").equal("users.email").all();
    add("ByEmail", "SELECT * FROM users WHERE email = 'u77@example.org'");
    b.pattern("WithAuthor", Verb::Join, "posts")
        .equal("posts.author_id")
        .join("posts.author_id", "users.id")
        .order("posts.created_at", true)
        .limit(5)
        .all();
    add("WithAuthor", "SELECT * FROM posts p JOIN users u ON u.id = p.author_id WHERE p.author_id = 77 "
                      "ORDER BY p.created_at DESC LIMIT 5");
    b.pattern("Followers", Verb::List, "follows").equal("follows.followee_id").all();
    add("Followers", "SELECT * FROM follows WHERE followee_id = 9");
    b.pattern("Following", Verb::List, "follows").equal("follows.follower_id").all();
    add("Following", "SELECT * FROM follows WHERE follower_id = 9");
    b.pattern("Names", Verb::Join, "follows")
        .equal("follows.follower_id")
        .join("follows.followee_id", "users.id")
        .all();
    add("Names", "SELECT * FROM follows f JOIN users u ON u.id = f.followee_id WHERE f.follower_id = 9");
    b.pattern("Home", Verb::Join, "follows")
        .equal("follows.follower_id")
        .join("follows.followee_id", "posts.author_id")
        .order("posts.created_at", true)
        .all();
    add("Home", "SELECT * FROM follows f JOIN posts p ON p.author_id = f.followee_id WHERE f.follower_id = 9 "
                "ORDER BY p.created_at DESC");
    b.pattern("Some", Verb::List, "posts").in("posts.id", 5).all();
    add("Some", "SELECT * FROM posts WHERE id IN (1, 500, 7000, 80000, 99999)");
    b.pattern("IsFollowing", Verb::Get, "follows").equal("follows.follower_id").equal("follows.followee_id").all();
    add("IsFollowing", "SELECT * FROM follows WHERE follower_id = 9 AND followee_id = 14");
    b.pattern("Search", Verb::TextSearch, "posts").condition("posts.body", Comparison::Contains, "body LIKE $1").all();
    // What is searched for is a parameter: PostgreSQL plans without knowing it, and so do we.
    add("Search", "PREPARE search(text) AS SELECT * FROM posts WHERE body LIKE $1; EXECUTE search('%c0ffee%')");
    b.pattern("Everything", Verb::Aggregate, "posts").condition("posts.status", Comparison::NotEqual);
    add("Everything", "SELECT count(*) FROM posts WHERE status <> 3");
    b.pattern("Edit", Verb::Update, "posts").equal("posts.id").assign({"posts.body"});
    add("Edit", "UPDATE posts SET body = 'x' WHERE id = 4242");
    b.pattern("Unfollow", Verb::Delete, "follows").equal("follows.follower_id").equal("follows.followee_id");
    add("Unfollow", "DELETE FROM follows WHERE follower_id = 9 AND followee_id = 14");
    m_design = mapProject(b.project, m_profile, {}).value();
}

void PostgresPlansTest::initTestCase() {
    if (const QString why = PostgresServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY2(m_server.start(), qPrintable(m_server.problem()));
    build();
    const Outcome made = m_server.run(QString::fromStdString(writeDdl(m_b.project, m_profile, m_design).value()));
    QVERIFY2(made.ok, qPrintable(made.messages));
    // Multiplying by a prime spreads values over the table, so that their order says nothing about that of the rows.
    const Outcome filled = m_server.run(
        "INSERT INTO users SELECT i, 'u' || i || '@example.org', md5(i::text) FROM generate_series(1, 10000) i;\n"
        "INSERT INTO posts SELECT i, 1 + (i * 7919) % 10000, timestamp '2024-01-01' + ((i * 7919) % 100000) * interval "
        "'1 minute',\n"
        "  (i * 31) % 4, md5(i::text) || md5((i + 1)::text) FROM generate_series(1, 100000) i;\n"
        "INSERT INTO follows SELECT 1 + i / 20, 1 + (i * 7 + (i % 20) * 131) % 5000, timestamp '2024-01-01' + i * "
        "interval '1 second'\n"
        "  FROM generate_series(0, 99999) i ON CONFLICT DO NOTHING;\n"
        "VACUUM ANALYZE;\n");
    QVERIFY2(filled.ok, qPrintable(filled.messages));
}

void PostgresPlansTest::plans_data() {
    QTest::addColumn<QString>("sql");
    for (const auto& [name, sql] : m_sql)
        QTest::newRow(name.c_str()) << QString::fromStdString(sql);
}

void PostgresPlansTest::plans() {
    QFETCH(QString, sql);
    const Plan plan = planPattern(m_b.project, m_profile, m_design, *m_b.project.findPattern(QTest::currentDataTag()));
    const qsizetype last = sql.lastIndexOf("; ") < 0 ? 0 : sql.lastIndexOf("; ") + 2;
    const SqlRows answer = m_server.query("SET plan_cache_mode = force_generic_plan; " + sql.left(last) +
                                          "EXPLAIN (FORMAT JSON) " + sql.mid(last));
    QVERIFY2(answer.ok, qPrintable(answer.messages));
    QString text;
    for (const QStringList& row : answer.rows)
        text += row.join("\n") + "\n";
    text.remove(0, std::max<qsizetype>(0, text.indexOf('[')));
    QJsonObject top = QJsonDocument::fromJson(text.toUtf8()).array().at(0).toObject().value("Plan").toObject();
    if (top.value("Node Type").toString() == "ModifyTable")
        top = top.value("Plans").toArray().at(0).toObject();
    Explained real;
    collect(top, real);
    real.rows = top.value("Plan Rows").toDouble();

    const std::string report =
        "ours: " + joined(indexesOf(plan)) + " PostgreSQL: " + joined(real.indexes) + "\n" + text.toStdString();
    QVERIFY2(indexesOf(plan) == real.indexes, report.c_str());
    double found = plan.rowsReturned;
    if (isWrite(m_b.project.findPattern(QTest::currentDataTag())->verb))
        found = plan.steps.front().rowsReturned;
    QVERIFY2(found / real.rows <= kFactor && real.rows / found <= kFactor,
             qPrintable(QString("we expect %1 rows, PostgreSQL %2").arg(found).arg(real.rows)));
    const bool sorts =
        std::any_of(plan.steps.begin(), plan.steps.end(), [](const PlanStep& s) { return s.kind == StepKind::Sort; });
    QVERIFY2(sorts == real.sorts, report.c_str());
    const bool scans =
        std::any_of(plan.steps.begin(), plan.steps.end(), [](const PlanStep& s) { return s.kind == StepKind::Scan; });
    QVERIFY2(scans == real.scans, report.c_str());
}

void PostgresPlansTest::schemasWithTheirIndexesLoad() {
    if (sharedFolder().isEmpty())
        QSKIP(qPrintable(whyNoSharedFolder()));
    QDirIterator it(sharedFolder() + "/corpus/public/sql/postgresql", {"*.sql"}, QDir::Files,
                    QDirIterator::Subdirectories);
    int number = 0, incomplete = 0, proposed = 0;
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<Imported> imported =
            importPostgres({{file.fileName().toStdString(), file.readAll().toStdString()}});
        if (!imported)
            continue;
        Project project = imported->project;
        addPatterns(project, 60);
        Design design = mapProject(project, m_profile, {}).value();
        int own = 0;
        for (const Structure& structure : design.structures)
            for (const StructureIndex& index : structure.indexes)
                own += !index.declared && !index.key;
        if (own == 0)
            continue;
        const QString database = QString("corpus%1").arg(++number);
        QVERIFY(m_server.createDatabase(database));
        const std::string schema = writePostgresSchema(project);
        const std::string all = writeDdl(project, m_profile, design).value();
        QVERIFY(all.starts_with(schema));
        if (!m_server.run(QString::fromStdString(schema), database).ok) {
            ++incomplete; // a file that needs another one before it
            continue;
        }
        const Outcome loaded = m_server.run(QString::fromStdString(all.substr(schema.size())), database);
        QVERIFY2(loaded.ok, qPrintable(file.fileName() + ": " + loaded.messages));
        const SqlRows count = m_server.query(
            "SELECT count(*) FROM pg_indexes WHERE schemaname NOT IN ('pg_catalog', 'information_schema')", database);
        QVERIFY(count.rows.at(0).at(0).toInt() >= own);
        proposed += own;
    }
    qInfo("%d schemas loaded with %d proposed indexes; %d need another file", number - incomplete, proposed,
          incomplete);
    QVERIFY(incomplete <= number / 4);
}

QTEST_GUILESS_MAIN(PostgresPlansTest)
#include "postgres_plans_test.moc"
