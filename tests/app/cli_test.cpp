// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// The command line as a user meets it: the real program in a process of its own.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tests/support/command_line.h"

using namespace shardscape::tests;

namespace {

QStringList missing(const QJsonObject& object, const QStringList& keys) {
    QStringList out;
    for (const QString& key : keys)
        if (!object.contains(key))
            out += key;
    return out;
}

const QByteArray kSchema = "CREATE TABLE users (user_id uuid PRIMARY KEY, email varchar(100) NOT NULL UNIQUE);\n"
                           "CREATE TABLE orders (order_id bigint PRIMARY KEY, user_id uuid NOT NULL REFERENCES users,\n"
                           "  status text, created_at timestamptz NOT NULL);\n"
                           "CREATE INDEX orders_user_idx ON orders (user_id, created_at DESC);\n";
const QByteArray kWorkload =
    "-- table: orders rows=1e9 growth=2e6/day\n-- table: users rows=50M\n\n"
    "-- name: ListOrdersByUser :many\n-- rate: 5000/s\n-- keys: user_id zipf(0.99)\n-- p99: 50ms\n"
    "SELECT order_id, status FROM orders WHERE user_id = $1 ORDER BY created_at DESC LIMIT 50;\n";

/// Four partitions on two nodes, a quarter of the keys in each.
const QByteArray kEven = R"({"seed": 1, "requests": 50000, "nodes": [{"name": "n", "count": 2, "servers": 1}],
    "partitions": 4, "router": {"kind": "range"},
    "streams": [{"name": "get", "kind": "read", "rate": 1000, "keys": {"kind": "uniform", "count": 1000},
                 "service": {"kind": "exponential", "mean_ms": 1.0}}]})";

} // namespace

class CliTest : public QObject, ScratchFolder {
    Q_OBJECT

private:
    /// The project of kSchema and kWorkload, made by the import command.
    QString shop() {
        const QString file = path("shop.shardscape");
        if (!QFile::exists(file))
            cli({"import", write("schema.sql", kSchema), "--workload", write("workload.sql", kWorkload), "-o", file});
        return file;
    }

private slots:
    void piecesAreListedAndInserted() {
        const CommandOutcome list = cli({"gallery", "--json"});
        QCOMPARE(list.exitCode, 0);
        QVERIFY(list.json()["gallery"].toArray().size() >= 20); // M7 names fourteen; six sets of columns
        const QString file = path("pieces.shardscape");
        QCOMPARE(cli({"import", write("schema.sql", kSchema), "-o", file}).exitCode, 0);
        const CommandOutcome ledger = cli({"insert", file, "ledger", "--json"});
        QCOMPARE(ledger.exitCode, 0);
        QCOMPARE(ledger.json()["entities"].toArray().size(), 3); // accounts, transactions, entries
        QCOMPARE(ledger.json()["patterns"].toInt(), 2);
        const CommandOutcome columns = cli({"insert", file, "columns-tenant", "--into", "users,orders"});
        QCOMPARE(columns.exitCode, 0);
        QVERIFY(cli({"dump", file}).out.contains("tenant_id"));
        QCOMPARE(cli({"insert", file, "columns-tenant"}).exitCode, 1); // into what?
        const CommandOutcome wrong = cli({"insert", file, "ledgr"});
        QCOMPARE(wrong.exitCode, 1);
        QVERIFY(wrong.err.contains("ledger"));
    }
    void samplesAreListedAndCreated() {
        const CommandOutcome list = cli({"samples", "--json"});
        QCOMPARE(list.exitCode, 0);
        const QJsonArray samples = list.json()["samples"].toArray();
        QVERIFY(samples.size() >= 2);
        for (const QJsonValue& sample : samples) {
            const QString name = sample.toObject()["name"].toString();
            const CommandOutcome made = cli({"new", path("sample.shardscape"), "--sample", name});
            QVERIFY2(made.exitCode == 0, made.err.constData());
            const CommandOutcome shown = cli({"show", path("sample.shardscape"), "--json"});
            QVERIFY(shown.json()["entities"].toArray().size() >= 4);
            QVERIFY(shown.json()["patterns"].toArray().size() >= 5);
        }
    }

    void importCounts() {
        const CommandOutcome made = cli({"import", write("schema.sql", kSchema), "--workload",
                                         write("workload.sql", kWorkload), "-o", path("counted.shardscape"), "--json"});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const QJsonObject json = made.json();
        QCOMPARE(json["entities"].toInt(), 2);
        QCOMPARE(json["attributes"].toInt(), 6);
        QCOMPARE(json["relationships"].toInt(), 1);
        QCOMPARE(json["indexes"].toInt(), 1);
        QCOMPARE(json["patterns"].toInt(), 1);
        QVERIFY(json.contains("diagnostics"));
    }

    /// The schema of the shop with a table more and without orders' index, into the project with its traffic.
    void importIntoKeepsTheRest() {
        const QString file = shop();
        const QByteArray before = cli({"dump", file}).out;
        const QString newer =
            write("newer.sql", QByteArray(kSchema) + "\nCREATE TABLE notes (id bigint PRIMARY KEY);\n");
        const CommandOutcome dry = cli({"import", newer, "--into", file, "--dry-run", "--json"});
        QVERIFY2(dry.exitCode == 0, dry.err.constData());
        QCOMPARE(dry.json()["changes"].toArray().size(), 1);
        QVERIFY(dry.json()["changes"].toArray()[0].toString().contains("notes"));
        QVERIFY(dry.json()["written"].isNull());
        QCOMPARE(cli({"dump", file}).out, before);
        const QString other = path("updated.shardscape");
        const CommandOutcome done = cli({"import", newer, "--into", file, "-o", other, "--json"});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        QCOMPARE(done.json()["entities"].toInt(), 3);
        QCOMPARE(done.json()["patterns"].toInt(), 1);
        QCOMPARE(cli({"import", newer, "--into", other}).out, QByteArray("nothing changes\n"));
        const QString less = write("less.sql", "CREATE TABLE notes (id bigint PRIMARY KEY);\n");
        QCOMPARE(cli({"import", less, "--into", other, "--keep-missing"}).out, QByteArray("nothing changes\n"));
        QCOMPARE(cli({"import", less, "--keep-missing"}).exitCode, 2); // of what?
        QCOMPARE(cli({"import", newer, "--into", path("absent.shardscape")}).exitCode, 1);
    }

    void importTakesManyFormats() {
        const auto entities = [this](const QStringList& arguments) {
            const CommandOutcome made = cli(QStringList{"import", "--json"} + arguments);
            return made.exitCode == 0 ? made.json()["entities"].toInt() : -made.exitCode;
        };
        const QString mysql =
            write("my.sql", "CREATE TABLE `a` (`id` int NOT NULL AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB;");
        QCOMPARE(entities({mysql}), 1);
        QCOMPARE(entities({mysql, "--dialect", "mariadb"}), 1);
        QCOMPARE(entities({write("x.prisma", "model A { id Int @id }\nmodel B { id Int @id }")}), 2);
        QCOMPARE(entities({"--from", "dbml", write("x.txt", "Table a { id int }")}), 1);
        QCOMPARE(entities({"--from", "dbmll", write("x.txt", "Table a { id int }")}), -2); // wrong usage
        QCOMPARE(entities({"--connect", "x"}), -2);                                        // of what kind?
        QCOMPARE(entities({}), -2);
        QCOMPARE(entities({"--from", "mermaid", "--connect", "x"}), -1);
        QCOMPARE(entities({mysql, write("x.prisma", "model A { id Int @id }")}), -1);
        const QString broken = write("broken.cql", "CREATE TABLE t (a int PRIMARY KEY);\nCREATE TABLE u (a int;");
        const CommandOutcome said = cli({"import", broken});
        QCOMPARE(said.exitCode, 0);
        QVERIFY2(said.err.contains("broken.cql:2:14: error: "), said.err.constData());
    }

    void importTakesStatementStatistics() {
        const QString schema = write("schema.sql", kSchema);
        const QString csv = write("pgss.csv", "query,calls\nSELECT * FROM orders WHERE order_id = $1,3600\n");
        const CommandOutcome made =
            cli({"import", schema, "--workload", csv, "--window", "1h", "--json", "-o", path("pgss.shardscape")});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        QCOMPARE(made.json()["patterns"].toInt(), 1);
        const CommandOutcome windowless = cli({"import", schema, "--workload", csv});
        QCOMPARE(windowless.exitCode, 1);
        QVERIFY(windowless.err.contains("--window"));
    }

    void aWrongWorkloadIsRefusedWithItsPlace() {
        const QString schema = write("schema.sql", kSchema);
        const QString workload =
            write("bad.sql", "-- name: A :many\n-- rtae: 5/s\nSELECT order_id FROM orders WHERE order_id = $1;\n");
        const CommandOutcome refused = cli({"import", schema, "--workload", workload, "-o", path("bad.shardscape")});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("bad.sql:2:"), refused.err.constData());
        QVERIFY2(refused.err.contains("rate"), refused.err.constData());
        QVERIFY(!QFile::exists(path("bad.shardscape")));
        QVERIFY(refused.out.isEmpty());
    }

    void exitCodes() {
        QCOMPARE(cli({}).exitCode, 2);
        QCOMPARE(cli({"frobnicate"}).exitCode, 2);
        QCOMPARE(cli({"show"}).exitCode, 2);
        QCOMPARE(cli({"show", path("absent.shardscape")}).exitCode, 1);
        QCOMPARE(cli({"estimate", shop(), "--engine", "postgrsql"}).exitCode, 1);
        QVERIFY(cli({"estimate", shop(), "--engine", "postgrsql"}).err.contains("postgresql"));
        QCOMPARE(cli({"show", write("not.shardscape", "hello")}).exitCode, 1);
        for (const char* command :
             {"samples", "new", "import", "suggest", "show", "map", "estimate", "route", "rebalance", "simulate",
              "compare", "ddl", "report", "diagram", "diff", "dump", "load"}) {
            const CommandOutcome help = cli({command, "--help"});
            QCOMPARE(help.exitCode, 0);
            QVERIFY2(help.out.contains("Example"), command);
        }
    }

    void aFolderIsRefusedWhereAFileIsWanted() {
        const QString folder = path(".");
        for (const QStringList& words :
             {QStringList{"import", folder}, QStringList{"load", folder, "-o", path("no.shardscape")}}) {
            const CommandOutcome refused = cli(words);
            QVERIFY2(refused.exitCode == 1, refused.err.constData());
            QVERIFY2(refused.err.contains("folder"), refused.err.constData());
        }
    }

    void showAndMapHaveTheKeysOfTheContract() {
        const QJsonObject shown = cli({"show", shop(), "--json"}).json();
        QCOMPARE(missing(shown, {"entities", "relationships", "patterns"}), QStringList());
        QCOMPARE(missing(shown["entities"].toArray()[0].toObject(), {"name", "attributes", "primary_key", "indexes"}),
                 QStringList());
        const QJsonObject mapped = cli({"map", shop(), "--engine", "postgresql,cassandra,dynamodb", "--json"}).json();
        QCOMPARE(missing(mapped, {"structures", "plans"}), QStringList());
        for (const QJsonValue& structure : mapped["structures"].toArray())
            QCOMPARE(missing(structure.toObject(), {"name", "kind", "engine", "partition_key", "sort_key", "indexes"}),
                     QStringList());
        QCOMPARE(mapped["plans"].toArray().size(), 3); // one pattern on three engines
        for (const QJsonValue& plan : mapped["plans"].toArray())
            QCOMPARE(missing(plan.toObject(), {"pattern", "steps"}), QStringList());
    }

    void estimateHasTheKeysOfTheContract() {
        const CommandOutcome estimated =
            cli({"estimate", shop(), "--engine", "postgresql", "--months", "12", "--working", "--json"});
        QVERIFY2(estimated.exitCode == 0, estimated.err.constData());
        const QJsonObject json = estimated.json();
        QCOMPARE(missing(json, {"entities", "growth", "nodes", "patterns", "write_amplification", "working"}),
                 QStringList());
        for (const QJsonValue& entity : json["entities"].toArray())
            QCOMPARE(missing(entity.toObject(),
                             {"name", "rows", "row_bytes", "table_bytes", "indexes", "total_bytes", "working"}),
                     QStringList());
        QCOMPARE(json["growth"].toArray().size(), 13);
        QCOMPARE(missing(json["nodes"].toObject(), {"count", "binding"}), QStringList());
        const QJsonObject pattern = json["patterns"].toArray()[0].toObject();
        QCOMPARE(missing(pattern, {"name", "qps", "rows_scanned", "partitions", "p50_ms", "p95_ms", "p99_ms"}),
                 QStringList());
        QCOMPARE(pattern["qps"].toDouble(), 5000.0);
        // 1e9 rows now, and 2e6 a day for 365 days more in a year.
        for (const QJsonValue& entity : json["entities"].toArray())
            if (entity.toObject()["name"] == "orders")
                QCOMPARE(entity.toObject()["rows"].toDouble(), 1e9);
    }

    void pricesAndGrowthAreOfTheProject() {
        const QString file = path("priced.shardscape");
        const QByteArray said = "-- requirement: traffic_growth=50%/month\n-- engine: postgresql prices=aws-rds\n";
        QCOMPARE(cli({"import", write("schema.sql", kSchema), "--workload", write("priced.sql", said + kWorkload), "-o",
                      file})
                     .exitCode,
                 0);
        const QJsonObject own = cli({"estimate", file, "--json"}).json();
        QCOMPARE(own["cost"].toObject()["sheet"].toString(), QString("aws-rds"));
        // Another sheet and no growth, for one run.
        const QJsonObject once =
            cli({"estimate", file, "--prices", "aws-ec2", "--traffic-growth", "0", "--json"}).json();
        QCOMPARE(once["cost"].toObject()["sheet"].toString(), QString("aws-ec2"));
        QVERIFY(own["headroom"] != once["headroom"]);
        QCOMPARE(cli({"estimate", file, "--traffic-growth", "50", "--json"}).json()["headroom"], own["headroom"]);
    }

    void severalEnginesMakeOneDesign() {
        const QString file = path("several.shardscape");
        const QByteArray said = "-- boundary: People tables=users\n-- boundary: Ordering tables=orders\n"
                                "-- engine: postgresql owns=People,Ordering\n-- engine: mongodb "
                                "follows=Ordering(cdc(2s))\n";
        const CommandOutcome made = cli(
            {"import", write("schema.sql", kSchema), "--workload", write("several.sql", said + kWorkload), "-o", file});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const QJsonObject design = cli({"estimate", file, "--json"}).json()["design"].toObject();
        const QJsonObject ordering = design["boundaries"].toArray()[1].toObject();
        QCOMPARE(ordering["name"].toString(), QString("Ordering"));
        QCOMPARE(ordering["truth"].toString(), QString("postgresql"));
        QCOMPARE(ordering["followers"].toArray()[0].toObject()["lag_seconds"].toDouble(), 2.0);
        QVERIFY(cli({"estimate", file}).out.contains("Who owns the truth"));
        // The follower's schema has what it follows alone; the report tells of the whole.
        const QByteArray schema = cli({"ddl", file, "--engine", "mongodb"}).out;
        QVERIFY(schema.contains("orders") && !schema.contains("users"));
        QCOMPARE(cli({"report", file, "-o", path("several.md"), "--requests", "2000"}).exitCode, 0);
        QFile report(path("several.md"));
        QVERIFY(report.open(QIODevice::ReadOnly) && report.readAll().contains("Who owns the truth"));
        QVERIFY(!cli({"estimate", shop(), "--json"}).json().contains("design"));
    }

    void simulateIsReproducible() {
        const QStringList command{"simulate", shop(),       "--engine", "cassandra", "--seed",
                                  "7",        "--requests", "50000",    "--json"};
        const CommandOutcome first = cli(command);
        QVERIFY2(first.exitCode == 0, first.err.constData());
        QJsonObject a = first.json();
        QJsonObject b = cli(command).json();
        QCOMPARE(missing(a, {"requests", "simulated_seconds", "wall_seconds", "patterns", "partitions", "nodes",
                             "hottest", "series"}),
                 QStringList());
        QCOMPARE(missing(a["patterns"].toArray()[0].toObject(),
                         {"name", "count", "errors", "mean_ms", "p50_ms", "p95_ms", "p99_ms", "p999_ms"}),
                 QStringList());
        QCOMPARE(missing(a["partitions"].toObject(), {"count", "max_over_mean", "cv", "gini"}), QStringList());
        QCOMPARE(missing(a["nodes"].toArray()[0].toObject(), {"name", "utilisation", "max_queue"}), QStringList());
        a.remove("wall_seconds");
        b.remove("wall_seconds");
        QCOMPARE(a, b);
    }

    void aScenarioFileRuns() {
        const QByteArray scenario = R"({"seed": 1, "requests": 100000, "warmup": 0.1,
            "nodes": [{"name": "n", "count": 4, "servers": 2}], "partitions": 16, "replicas": 1,
            "router": {"kind": "hash-mod"},
            "streams": [{"name": "get", "kind": "read", "rate": 4000, "keys": {"kind": "uniform", "count": 1000},
                         "service": {"kind": "exponential", "mean_ms": 1.0}, "touch": "one"}]})";
        const CommandOutcome done = cli({"simulate", "--scenario", write("s.json", scenario), "--json"});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        QCOMPARE(done.json()["requests"].toInteger(), 100000);
        const CommandOutcome refused =
            cli({"simulate", "--scenario", write("t.json", QByteArray(scenario).replace("\"seed\"", "\"sede\"")),
                 "--json"});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("seed"), refused.err.constData());
    }

    /// 2 nodes of 1 server at 1,000/s and 1 ms are half busy; on 4 they are a quarter busy.
    void whatIfOfAScenarioFileShowsBeforeAndAfter() {
        const QString file = write("what_if.json", kEven);
        const CommandOutcome done = cli({"simulate", "--scenario", file, "--what-if", "nodes=4", "--json"});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        const QJsonObject whatIf = done.json()["what_if"].toObject();
        QCOMPARE(whatIf["specs"].toArray(), QJsonArray{"nodes=4"});
        const QJsonObject busy = whatIf["figures"].toObject()["max_utilisation"].toObject();
        QVERIFY(qAbs(busy["before"].toDouble() - 0.5) < 1e-9);
        QVERIFY(qAbs(busy["after"].toDouble() - 0.25) < 1e-9);
        QVERIFY(qAbs(busy["change"].toDouble() + 0.5) < 1e-9);
        QCOMPARE(whatIf["cost"].toObject()["nodes"].toObject()["after"].toInt(), 4);
        QCOMPARE(done.json()["nodes"].toArray().size(), 4);
        QVERIFY(
            cli({"simulate", "--scenario", file, "--what-if", "nodes=4"}).out.contains("cost: 4 nodes instead of 2"));
        const CommandOutcome refused = cli({"simulate", "--scenario", file, "--what-if", "nods=4"});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("nodes"), refused.err.constData());
    }

    /// 2,400/s of 1 ms on 2 nodes are 1.2 each; 0.7 wants 2.4 / 0.7 = 3.4, so 4 nodes, which are busy for 0.6.
    void remediesAreTriedAndPriced() {
        const QString file = write("busy.json", QByteArray(kEven).replace("\"rate\": 1000", "\"rate\": 2400"));
        const CommandOutcome done = cli({"simulate", "--scenario", file, "--remedies", "--json"});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        const QJsonObject hot = done.json()["hot"].toArray()[0].toObject();
        QCOMPARE(missing(hot, {"kind", "name", "from_s", "to_s", "utilisation", "patterns", "keys", "error", "text"}),
                 QStringList());
        QCOMPARE(hot["kind"].toString(), QString("node"));
        QVERIFY(hot["text"].toString().contains("1.20 times what it can serve"));
        QJsonObject remedy;
        for (const QJsonValue& one : done.json()["remedies"].toArray())
            if (one.toObject()["kind"] == "more nodes")
                remedy = one.toObject();
        QCOMPARE(remedy["what_if"].toArray(), QJsonArray{"nodes=4"});
        QVERIFY(qAbs(remedy["figures"].toObject()["max_utilisation"].toObject()["after"].toDouble() - 0.6) < 1e-9);
        QCOMPARE(remedy["cost"].toObject()["nodes"].toObject()["after"].toInt(), 4);
        const QByteArray text = cli({"simulate", "--scenario", file, "--remedies"}).out;
        QVERIFY2(text.contains("4 nodes instead of 2"), text.constData());
        QVERIFY(
            cli({"simulate", "--scenario", write("even.json", kEven), "--remedies"}).out.contains("no remedy applies"));
    }

    /// 1e9 orders and 2e6 a day more for 365 days, and 50 million users: 1.78e9 rows.
    void monthsOfStorage() {
        const CommandOutcome done = cli({"simulate", shop(), "--engine", "postgresql", "--months", "12", "--json"});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        const QJsonArray months = done.json()["months"].toArray();
        QCOMPARE(months.size(), 13);
        QVERIFY(qAbs(months[12].toObject()["rows"].toDouble() - 1.78e9) < 1);
        QCOMPARE(months[12].toObject()["expired_bytes"].toDouble(), 0.0);
        const CommandOutcome merged =
            cli({"simulate", shop(), "--engine", "cassandra", "--months", "3", "--tiers", "hot:7d,cold", "--json"});
        const QJsonObject last = merged.json()["months"].toArray()[3].toObject();
        QVERIFY2(last["merged_bytes"].toDouble() > 0, merged.err.constData());
        QVERIFY(last["tiers"].toObject()["cold"].toDouble() > last["tiers"].toObject()["hot"].toDouble());
        QCOMPARE(cli({"simulate", "--scenario", write("even.json", kEven), "--months", "3"}).exitCode, 1);
        QCOMPARE(cli({"simulate", shop(), "--months", "3", "--tiers", "hot,cold"}).exitCode, 1);
        QCOMPARE(cli({"simulate", shop(), "--tiers", "hot:7d,cold"}).exitCode, 2);
    }

    void compareTwoDesignsWithAGate() {
        const QString two = write("two.json", kEven);
        const QString four = write("four.json", QByteArray(kEven).replace("\"count\": 2", "\"count\": 4"));
        const CommandOutcome done = cli({"compare", two, four, "--json", "--gate", "p99_ms < before"});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        const QJsonObject get = done.json()["patterns"].toArray()[0].toObject();
        QCOMPARE(get["name"].toString(), QString("get"));
        QCOMPARE(missing(get["p99_ms"].toObject(), {"before", "after", "change"}), QStringList());
        QVERIFY(get["p99_ms"].toObject()["change"].toDouble() < 0);
        QVERIFY(done.json()["gate"].toObject()["holds"].toBool());
        // The other way round it is worse, which is neither a failure of the program nor a success.
        QCOMPARE(cli({"compare", four, two, "--gate", "p99_ms < before"}).exitCode, 3);
        QCOMPARE(cli({"compare", two, "--what-if", "nodes=4", "--gate", "max_utilisation < 0.26"}).exitCode, 0);
        QCOMPARE(cli({"compare", two, four, "--gate", "p99_ms <"}).exitCode, 1);
        QCOMPARE(cli({"compare", two}).exitCode, 2);
        QCOMPARE(cli({"compare", two, two, two}).exitCode, 2);
        QCOMPARE(cli({"compare", shop(), "--engine", "postgresql,cassandra", "--requests", "20000"}).exitCode, 0);
        // A managed service has no nodes to choose.
        const CommandOutcome managed = cli({"compare", shop(), "--engine", "dynamodb", "--what-if", "nodes=4"});
        QCOMPARE(managed.exitCode, 1);
        QVERIFY2(managed.err.contains("partitions="), managed.err.constData());
    }

    void examplesAreListedAndRun() {
        const QJsonArray examples = cli({"simulate", "--list-examples", "--json"}).json()["examples"].toArray();
        QVERIFY(examples.size() >= 10);
        for (const QJsonValue& example : examples)
            QCOMPARE(missing(example.toObject(), {"name", "title", "description", "file"}), QStringList());
        const CommandOutcome listed = cli({"simulate", "--list-examples"});
        QVERIFY(listed.out.contains("scatter-tail"));
        const CommandOutcome done = cli({"simulate", "--example", "scatter-tail", "--requests", "1000"});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        QVERIFY(done.out.startsWith("Who asks everybody waits for the slowest\n"));
        const CommandOutcome none = cli({"simulate", "--example", "scater-tail"});
        QCOMPARE(none.exitCode, 1);
        QVERIFY2(none.err.contains("did you mean \"scatter-tail\"?"), none.err.constData());
        QCOMPARE(cli({"simulate", "--example", "scatter-tail", "--scenario", "x.json"}).exitCode, 2);
    }

    void routeAsRedisDoes() {
        // CRC16 of "123456789" is 0x31C3 = 12739 (the check value of CRC-16/XMODEM, as the Redis Cluster specification
        // says).
        const CommandOutcome routed =
            cli({"route", "--engine", "redis-cluster", "--partitions", "16384", "--type", "text", "--keys", "-"},
                "123456789\n");
        QVERIFY2(routed.exitCode == 0, routed.err.constData());
        QCOMPARE(routed.json()["partition"].toInt(), 12739);
        const QJsonObject summary =
            cli({"route", "--engine", "hash-mod", "--partitions", "1", "--summary", "--json"}, "a\na\nb\nc\n").json();
        QCOMPARE(summary["keys"].toInt(), 4);
        QCOMPARE(summary["hottest"].toArray()[0].toObject()["share"].toDouble(), 0.5);
        QCOMPARE(summary["max_over_mean"].toDouble(), 1.0);
    }

    void routeReadsAUsersOwnKeys() {
        // scylladb partitioner_test.cc: the token of (143, 234). The quoted note with a line end in it is not a key.
        const QString keys =
            write("orders.csv", "note,tenant,shop,n\n\"two\nlines\",143,234,3\nx,143,234,1\ny,1,2,1\n");
        const QStringList asked = {"route", "--engine", "cassandra",   "--partitions", "64",  "--keys",
                                   keys,    "--column", "tenant,shop", "--type",       "int4"};
        const CommandOutcome lines = cli(asked + QStringList{"--nodes", "4"});
        QVERIFY2(lines.exitCode == 0, lines.err.constData());
        const QJsonObject first = QJsonDocument::fromJson(lines.out.split('\n').first()).object();
        QCOMPARE(first["key"].toArray(), (QJsonArray{"143", "234"}));
        QCOMPARE(first["hash"].toString(), "4958784316840156970");
        // (2^63 + 4958784316840156970) / 2^64 of 64 is 49.2, and 49 / 16 is node 3.
        QCOMPARE(first["partition"].toInt(), 49);
        QCOMPARE(first["node"].toInt(), 3);
        const QJsonObject summary = cli(asked + QStringList{"--weight", "n", "--summary", "--json"}).json();
        QCOMPARE(summary["keys"].toInt(), 3);
        QCOMPARE(summary["distinct"].toInt(), 2);
        QCOMPARE(summary["weight"].toDouble(), 5.0);
        QCOMPARE(summary["hottest"].toArray()[0].toObject()["share"].toDouble(), 0.8);
        QCOMPARE(summary["load"].toArray()[49].toInt(), 4);
        const CommandOutcome refused =
            cli({"route", "--engine", "postgresql", "--partitions", "4", "--type", "uuid", "--keys",
                 write("bad.csv", "9b2b7a1e-30a1-4f5a-8a55-6f6a2a3d8a11\nhello\n")});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("bad.csv:2:1: 'hello' is not a value of type uuid"), refused.err.constData());
    }

    void rebalanceSaysWhatMoves() {
        // Three keys of 10, 20 and 30 bytes on the four masters of 16 slots in a row: CRC16("123456789") = 12739 modulo
        // 16,384 is master 3. Of four nodes losing number 3, its keys move and no others.
        const QString keys = write("sizes.csv", "key,bytes\n123456789,10\nfoo,20\nbar,30\n"); // 12739, 12182, 5061
        const QJsonObject made = cli({"rebalance", "--engine", "redis-cluster", "--partitions", "16384", "--nodes", "4",
                                      "--lose", "3", "--keys", keys, "--column", "key", "--weight", "bytes", "--json"})
                                     .json();
        QCOMPARE(made["keys"].toInt(), 3);
        QCOMPARE(made["moved_keys"].toInt(), 1); // slots 12288 to 16383
        QCOMPARE(made["bytes"].toDouble(), 60.0);
        QCOMPARE(made["moved_bytes"].toDouble(), 10.0);
        QCOMPARE(made["nodes"].toArray()[3].toObject()["out"].toObject()["keys"].toInt(), 1);
        QCOMPARE(made["least_share"].toDouble(), 0.25);
        const CommandOutcome refused = cli({"rebalance", "--engine", "jump", "--nodes", "4", "--lose", "4"});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("node 4 cannot be lost"), refused.err.constData());
    }

    void dumpAndLoadAreLossless() {
        const CommandOutcome dumped = cli({"dump", shop()});
        QCOMPARE(dumped.exitCode, 0);
        const QString text = write("shop.txt", dumped.out);
        const CommandOutcome loaded = cli({"load", text, "-o", path("again.shardscape")});
        QVERIFY2(loaded.exitCode == 0, loaded.err.constData());
        QCOMPARE(cli({"dump", path("again.shardscape")}).out, dumped.out);
    }

    void versionsAreCompared() {
        const QString old = write("old.sql", "CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'x'::text);");
        const QString later = write("later.sql", "CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'x', b int);");
        const CommandOutcome same = cli({"diff", old, old, "--exit-code"});
        QCOMPARE(same.exitCode, 0);
        QCOMPARE(same.out, QByteArray("nothing differs\n"));
        // Another spelling of a default is none; a column more is.
        const CommandOutcome differs = cli({"diff", old, later});
        QCOMPARE(differs.exitCode, 0);
        QCOMPARE(differs.out, QByteArray("t: attribute b added\n"));
        QCOMPARE(cli({"diff", old, later, "--exit-code"}).exitCode, 3);
        // What the second lacks: removed, unless it need not have everything.
        QCOMPARE(cli({"diff", later, old}).out, QByteArray("t: attribute b removed\n"));
        QCOMPARE(cli({"diff", later, old, "--keep-missing"}).out, QByteArray("nothing differs\n"));
        // Projects and their text, with everything that is in them.
        const QString text = write("shop.txt", cli({"dump", shop()}).out);
        QCOMPARE(cli({"diff", shop(), text}).out, QByteArray("nothing differs\n"));
        QCOMPARE(cli({"diff", path("absent.shardscape"), text}).exitCode, 1);
    }

    void documentsAreDrawnAsTrees() {
        const QString schema =
            write("o.sql", "CREATE TABLE orders (id bigint PRIMARY KEY);"
                           "CREATE TABLE items (order_id bigint NOT NULL REFERENCES orders, line int "
                           "NOT NULL, PRIMARY KEY (order_id, line));");
        const QString workload =
            write("ow.sql", "-- table: orders rows=1000\n-- table: items rows=3000\n"
                            "-- relationship: items.order_id mean=3 max=50\n-- name: Items :many\n-- rate: 10/s\n"
                            "SELECT * FROM items WHERE order_id = $1;\n");
        QCOMPARE(cli({"import", schema, "--workload", workload, "-o", path("o.shardscape")}).exitCode, 0);
        const CommandOutcome mapped = cli({"map", path("o.shardscape"), "--engine", "mongodb"});
        QVERIFY2(mapped.out.contains("document of orders\n  id\n  items [about 3, at most 50]\n    line\n"),
                 mapped.out.constData());
        QVERIFY(!cli({"map", path("o.shardscape"), "--engine", "sqlite"}).out.contains("document of"));
    }

    void suggestedWorkloadImports() {
        const CommandOutcome suggested = cli({"suggest", shop(), "--rate", "900"});
        QCOMPARE(suggested.exitCode, 0);
        const CommandOutcome made =
            cli({"import", write("schema.sql", kSchema), "--workload", write("suggested.sql", suggested.out), "-o",
                 path("suggested.shardscape"), "--json"});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        // Get and insert for each of two tables, and one list over the foreign key.
        QCOMPARE(made.json()["patterns"].toInt(), 5);
        double total = 0;
        for (const QJsonValue& pattern :
             cli({"show", path("suggested.shardscape"), "--json"}).json()["patterns"].toArray())
            total += pattern.toObject()["average_per_second"].toDouble();
        QVERIFY2(qAbs(total - 900) < 0.01, QByteArray::number(total).constData());
    }

    void ddlReportAndDiagramAreWritten() {
        for (const char* engine : {"postgresql", "cassandra", "dynamodb"}) {
            const CommandOutcome ddl = cli({"ddl", shop(), "--engine", engine});
            QVERIFY2(ddl.exitCode == 0, ddl.err.constData());
            QVERIFY(ddl.out.size() > 100);
        }
        const CommandOutcome reported = cli({"report", shop(), "-o", path("report.html"), "--requests", "20000"});
        QVERIFY2(reported.exitCode == 0, reported.err.constData());
        QFile report(path("report.html"));
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QByteArray html = report.readAll();
        QVERIFY(html.contains("<svg"));
        QVERIFY(html.contains("ListOrdersByUser"));
        QVERIFY(html.contains("CREATE TABLE"));
        QVERIFY(!html.contains("<script"));
        for (const char* name : {"d.svg", "d.png", "d.pdf", "d.mmd", "d.dbml"}) {
            const CommandOutcome drawn = cli({"diagram", shop(), "-o", path(name)});
            QVERIFY2(drawn.exitCode == 0, drawn.err.constData());
            QVERIFY(QFile(path(name)).size() > 100);
        }
        QCOMPARE(cli({"diagram", shop(), "-o", path("d.xyz")}).exitCode, 1);
        // The first diagram has a name for everybody; another is refused with those that are there.
        QCOMPARE(cli({"diagram", shop(), "--name", "Main", "--frames", "-o", path("m.svg")}).exitCode, 0);
        const CommandOutcome none = cli({"diagram", shop(), "--name", "Nobody", "-o", path("n.svg")});
        QCOMPARE(none.exitCode, 1);
        QVERIFY2(none.err.contains("Main"), none.err.constData());
        const CommandOutcome paged = cli({"diagram", shop(), "--pages", "2", "--paper", "A5", "-o", path("p.pdf")});
        QVERIFY2(paged.exitCode == 0, paged.err.constData());
        QCOMPARE(cli({"diagram", shop(), "--paper", "A77", "-o", path("q.pdf")}).exitCode, 1);
        QCOMPARE(cli({"diagram", shop(), "--pages", "2", "-o", path("q.svg")}).exitCode, 1);
    }

    void theReportSaysWhichPatternAndKeyOverloadAPartition() {
        QCOMPARE(cli({"new", path("feed.shardscape"), "--sample", "social-feed"}).exitCode, 0);
        const CommandOutcome reported = cli({"report", path("feed.shardscape"), "--engine", "cassandra", "-o",
                                             path("feed.html"), "--requests", "200000"});
        QVERIFY2(reported.exitCode == 0, reported.err.constData());
        QFile report(path("feed.html"));
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QString html = QString::fromUtf8(report.readAll());
        QVERIFY(html.contains("of it is GetPost"));
        QVERIFY(html.contains("the one key posts.post_id #1"));
        QVERIFY(html.contains("so its queue grows without end"));
        const QJsonObject even = cli({"simulate", path("feed.shardscape"), "--engine", "cassandra", "--what-if",
                                      "keys=uniform", "--requests", "200000", "--json", "--without-series"})
                                     .json();
        QCOMPARE(even["hotspot"].toObject()["overloaded"].toBool(true), false);
    }

    void hostileNamesAreEscapedInTheReport() {
        const QString schema =
            write("evil.sql", "CREATE TABLE \"<script>alert('x')</script>\" (id int PRIMARY KEY, \"a\"\"b\" text);\n");
        QCOMPARE(cli({"import", schema, "-o", path("evil.shardscape")}).exitCode, 0);
        const CommandOutcome reported = cli({"report", path("evil.shardscape"), "-o", path("evil.html")});
        QVERIFY2(reported.exitCode == 0, reported.err.constData());
        QFile report(path("evil.html"));
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY(!report.readAll().contains("<script"));
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
