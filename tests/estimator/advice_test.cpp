// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <cmath>

#include "estimator/sensitivity/sensitivity.h"
#include "tests/estimator/outlook_support.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

const IndexReport& indexNamed(const Outlook& outlook, const std::string& name) {
    for (const IndexReport& one : outlook.indexes)
        if (one.name == name)
            return one;
    qFatal("no index %s", name.c_str());
}

const ShardKeyCandidate& candidate(const Outlook& outlook, const std::string& text) {
    for (const ShardKeyReport& report : outlook.shardKeys)
        for (const ShardKeyCandidate& one : report.candidates)
            if (one.text() == text)
                return one;
    qFatal("no candidate %s", text.c_str());
}

} // namespace

class AdviceTest : public QObject {
    Q_OBJECT

private slots:
    void indexVerdicts();
    void indexesProposeOrderCoverAndPart();
    void idleIndexesAreProblems();
    void keysByTheirParts();
    void saltTradesSkewForMatch();
    void keyOfTheDesignIsMarked();
    void writeCausesMultiply();
    void assumptionsAreRanked();
    void threadsAgreeAndStop();
};

namespace {
const char* const kIndexed =
    "CREATE TABLE tickets (id bigint PRIMARY KEY, owner bigint NOT NULL, status text NOT NULL, at timestamptz NOT "
    "NULL, "
    "code text NOT NULL UNIQUE, size int); CREATE INDEX by_owner ON tickets (owner); CREATE INDEX by_owner_at ON "
    "tickets (owner, at); CREATE INDEX by_size ON tickets (size);";
const char* const kTickets =
    "-- table: tickets rows=1M\n-- column: tickets.owner distinct=10k\n-- column: tickets.status distinct=5 avg=8B\n\n"
    "-- name: OfOwner :many\n-- rate: 50/s\nSELECT id, status FROM tickets WHERE owner = $1 ORDER BY at DESC;\n\n"
    "-- name: Add :exec\n-- rate: 100/s\nINSERT INTO tickets (id, owner, status, at, code, size) VALUES ($1, $2, $3, "
    "$4, $5, $6);\n";
} // namespace

void AdviceTest::indexVerdicts() {
    const Case one = run(projectOf(kIndexed, kTickets), engine("postgresql"));
    QCOMPARE(indexNamed(one.outlook, "tickets_pkey").verdict, IndexReport::Verdict::Enforces);
    QCOMPARE(indexNamed(one.outlook, "tickets_code_key").verdict, IndexReport::Verdict::Enforces);
    QCOMPARE(indexNamed(one.outlook, "by_owner_at").verdict, IndexReport::Verdict::Used);
    QCOMPARE(indexNamed(one.outlook, "by_owner_at").usedBy, std::vector<std::string>{"OfOwner"});
    QCOMPARE(indexNamed(one.outlook, "by_owner").verdict, IndexReport::Verdict::Redundant);
    QVERIFY(indexNamed(one.outlook, "by_owner").why.find("by_owner_at") != std::string::npos);
    QCOMPARE(indexNamed(one.outlook, "by_size").verdict, IndexReport::Verdict::Unused);
    // 100 rows a second, an entry each; an entry takes 60 µs: 0.006 of a server.
    QVERIFY(within(indexNamed(one.outlook, "by_size").entriesPerSecond.value(), 100, 1e-12));
    QVERIFY(within(indexNamed(one.outlook, "by_size").busyServers.value(), 0.006, 1e-12));
    QVERIFY(indexNamed(one.outlook, "by_size").bytes.value() > 6e6); // six bytes of each row, at least
}

void AdviceTest::indexesProposeOrderCoverAndPart() {
    // Owner is compared for equality behind a range of times: (owner, at) reads only what is asked for.
    const Case order = run(
        projectOf("CREATE TABLE t (id bigint PRIMARY KEY, owner bigint NOT NULL, at timestamptz NOT NULL, n int NOT "
                  "NULL); CREATE INDEX wrong ON t (at, owner);",
                  "-- table: t rows=1M\n-- column: t.owner distinct=10k\n\n-- name: Recent :many\n-- rate: "
                  "10/s\nSELECT id, n FROM t WHERE owner = $1 AND at > $2;\n"),
        engine("postgresql"));
    const IndexReport& wrong = indexNamed(order.outlook, "wrong");
    if (wrong.verdict == IndexReport::Verdict::Used) {
        QVERIFY(!wrong.advice.empty());
        QVERIFY(wrong.advice.front().find("(owner, at)") != std::string::npos);
    } else {
        QCOMPARE(wrong.verdict, IndexReport::Verdict::Unused); // the mapping proposed the right one instead
    }
    // A hundred rows of an owner are fetched for a status: including it saves the fetches.
    const Case cover = run(projectOf(kIndexed, kTickets), engine("postgresql"));
    const std::vector<std::string>& advice = indexNamed(cover.outlook, "by_owner_at").advice;
    QVERIFY(!advice.empty());
    QVERIFY2(advice.front().find("covering: INCLUDE (id, status)") != std::string::npos, advice.front().c_str());
    // Without INCLUDE the columns go behind the index's own; the clustered key is there already.
    const Case clustered = run(projectOf(kIndexed, kTickets), engine("mariadb"));
    const std::vector<std::string>& behind = indexNamed(clustered.outlook, "by_owner_at").advice;
    QVERIFY(!behind.empty());
    QVERIFY2(behind.front().find("covering: status behind its columns") != std::string::npos, behind.front().c_str());
    // Everybody who uses it asks for the same status of five: a fifth of the entries.
    const Case part = run(
        projectOf("CREATE TABLE jobs (id bigint PRIMARY KEY, status text NOT NULL, at timestamptz NOT NULL); CREATE "
                  "INDEX open_jobs ON jobs (status, at);",
                  "-- table: jobs rows=1M\n-- column: jobs.status distinct=5\n\n-- name: Next :many\n-- rate: "
                  "10/s\nSELECT id FROM jobs WHERE status = 'open' ORDER BY at LIMIT 5;\n"),
        engine("postgresql"));
    const std::vector<std::string>& partial = indexNamed(part.outlook, "open_jobs").advice;
    QVERIFY(!partial.empty());
    QVERIFY2(partial.front().find("keeps 20 %") != std::string::npos, partial.front().c_str());
}

void AdviceTest::idleIndexesAreProblems() {
    const Case one = run(projectOf(kIndexed, kTickets), engine("postgresql"));
    const auto has = [&](const char* id, const char* where) {
        return std::any_of(one.numbers.problems.begin(), one.numbers.problems.end(), [&](const Problem& problem) {
            return problem.id == id && problem.where.find(where) != std::string::npos;
        });
    };
    QVERIFY(has("unused-index", "by_size"));
    QVERIFY(has("redundant-index", "by_owner"));
    QVERIFY(!has("unused-index", "by_owner_at"));
    QVERIFY(!has("unused-index", "pkey"));
    // Without patterns nobody knows what is read.
    const Case bare = run(projectOf(kIndexed, "-- table: tickets rows=1M\n"), engine("postgresql"));
    QVERIFY(std::none_of(bare.numbers.problems.begin(), bare.numbers.problems.end(),
                         [](const Problem& problem) { return problem.id == "unused-index"; }));
}

namespace {
/// Half of the requests give the user, the other half the id; users take equal shares.
Project keyed(const char* keys = "uniform") {
    return projectOf(kOrders,
                     std::string("-- table: orders rows=1M\n-- column: orders.user_id distinct=1000\n\n-- name: "
                                 "OfUser :many\n-- rate: 100/s\n-- keys: user_id ") +
                         keys +
                         "\nSELECT id, total FROM orders WHERE user_id = $1 LIMIT 20;\n\n-- name: Get :one\n-- "
                         "rate: 100/s\nSELECT total FROM orders WHERE id = $1;\n");
}
} // namespace

void AdviceTest::keysByTheirParts() {
    // Judged for 16 partitions. user_id: 1,000 values of 160 wanted: 1. Skew 1 ÷ (16/1000 + 1 − 1/1000) = 0.98522.
    // Match (100 + 100 ÷ 16) ÷ 200 = 0.53125.
    Layout layout;
    layout.replicas = 1;
    const Case one = run(keyed(), engine("postgresql"), layout);
    const ShardKeyCandidate& user = candidate(one.outlook, "user_id");
    QVERIFY(within(user.cardinality.value(), 1, 1e-12));
    QVERIFY(within(user.skew.value(), 1 / (0.016 + 0.999), 1e-9));
    QVERIFY(user.match && within(user.match->value(), 0.53125, 1e-12));
    QVERIFY(!user.colocation); // no relationships
    QVERIFY(within(user.score.value(),
                   100 * (user.cardinality.value() + user.skew.value() + user.match->value() + user.growth.value()) / 4,
                   1e-12));
    // The id spreads better, and matches as often.
    const ShardKeyCandidate& id = candidate(one.outlook, "id");
    QVERIFY(id.skew.value() > user.skew.value());
    QVERIFY(within(id.match->value(), 0.53125, 1e-12));
    QVERIFY(id.growth.value() >= user.growth.value());
}

void AdviceTest::saltTradesSkewForMatch() {
    // Half of the keys' traffic on one in a thousand: w is 0.5 × (OfUser's half) + 1/1000 of the rest; a salt of 16
    // divides it, and its readers ask 16 partitions.
    const Case one = run(keyed("hotset(0.001, 0.5)"), engine("postgresql"));
    const ShardKeyCandidate& user = candidate(one.outlook, "user_id");
    const double w = (0.5 + 0.001) / 2;
    QVERIFY(within(user.skew.value(), 1 / (w * 16 + 1 - w), 1e-6));
    const ShardKeyCandidate& salted = candidate(one.outlook, "user_id # 16");
    QVERIFY(within(salted.skew.value(), 1 / (w / 16 * 16 + 1 - w / 16), 1e-6));
    QVERIFY(within(salted.match->value(), (100.0 / 16 + 100.0 / 16) / 200, 1e-12));
}

void AdviceTest::keyOfTheDesignIsMarked() {
    Layout layout;
    layout.partitions = 16;
    const Case one = run(keyed(), engine("postgresql"), layout);
    int current = 0;
    for (const ShardKeyCandidate& candidate : one.outlook.shardKeys.front().candidates)
        current += candidate.current;
    QCOMPARE(current, 1);
    for (std::size_t i = 1; i < one.outlook.shardKeys.front().candidates.size(); ++i)
        QVERIFY(one.outlook.shardKeys.front().candidates[i - 1].score.value() >=
                one.outlook.shardKeys.front().candidates[i].score.value());
}

void AdviceTest::writeCausesMultiply() {
    for (const char* name : {"postgresql", "cassandra", "dynamodb"}) {
        const Case one = run(projectOf(kIndexed, kTickets), engine(name));
        double product = 1;
        for (const WriteCause& cause : one.numbers.writeCauses)
            product *= cause.factor.value();
        QVERIFY2(within(product, one.numbers.writeAmplification.value(), 1e-9), name);
    }
    // PostgreSQL: a row and five index entries, on two copies.
    const Case one = run(projectOf(kIndexed, kTickets), engine("postgresql"));
    QCOMPARE(one.numbers.writeCauses[0].factor.value(), 6.0);
    QCOMPARE(one.numbers.writeCauses[2].factor.value(), 2.0);
}

void AdviceTest::assumptionsAreRanked() {
    // Nobody says how long the text is: twice as long is about twice the storage of a wide table.
    const Project project =
        projectOf("CREATE TABLE notes (id bigint PRIMARY KEY, body text NOT NULL);",
                  "-- table: notes rows=100M\n\n-- name: Get :one\n-- rate: 100/s\nSELECT body FROM "
                  "notes WHERE id = $1;\n");
    Layout layout;
    layout.engine = "postgresql";
    const auto ranked = sensitivityOf(project, engine("postgresql"), layout, book());
    QVERIFY(ranked);
    QVERIFY(ranked->base.costMonth);
    const auto at = std::find_if(ranked->influences.begin(), ranked->influences.end(), [](const Influence& one) {
        return one.assumption.path.find("/average_bytes") != std::string::npos;
    });
    QVERIFY(at != ranked->influences.end());
    QVERIFY(at->assumption.inModel);
    QVERIFY(at->high.storageBytes > ranked->base.storageBytes && at->low.storageBytes < ranked->base.storageBytes);
    // Stated numbers are not assumptions.
    for (const Influence& one : ranked->influences)
        QVERIFY(one.assumption.name != "rows of notes");
    for (std::size_t i = 1; i < ranked->influences.size(); ++i)
        QVERIFY(ranked->influences[i - 1].swing >= ranked->influences[i].swing);
    // A planning rule of the engine is one, with its key; a measured constant is not.
    const auto has = [&](const char* key) {
        return std::any_of(ranked->influences.begin(), ranked->influences.end(), [&](const Influence& one) {
            return one.assumption.path == std::string("engine:postgresql/") + key;
        });
    };
    QVERIFY(has("capacity.storage_per_node_bytes"));
    QVERIFY(!has("capacity.point_write_us"));
    // Half of the disk a node takes the most nodes or leaves them: never fewer.
    for (const Influence& one : ranked->influences)
        if (one.assumption.path == "engine:postgresql/capacity.storage_per_node_bytes")
            QVERIFY(one.low.nodes >= one.high.nodes);
}

void AdviceTest::threadsAgreeAndStop() {
    const Project project = keyed();
    Layout layout;
    layout.engine = "cassandra";
    const auto one = sensitivityOf(project, engine("cassandra"), layout, book());
    const auto four = sensitivityOf(project, engine("cassandra"), layout, book(), {}, {.threads = 4});
    QVERIFY(one && four);
    QCOMPARE(one->influences.size(), four->influences.size());
    for (std::size_t i = 0; i < one->influences.size(); ++i) {
        QCOMPARE(one->influences[i].assumption.path, four->influences[i].assumption.path);
        QCOMPARE(one->influences[i].swing, four->influences[i].swing);
    }
    std::stop_source stop;
    double last = 0;
    const auto stopped =
        sensitivityOf(project, engine("cassandra"), layout, book(), {}, {}, stop.get_token(), [&](double share) {
            last = share;
            stop.request_stop();
        });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QVERIFY(last > 0 && last < 1);
}

QTEST_APPLESS_MAIN(AdviceTest)
#include "advice_test.moc"
