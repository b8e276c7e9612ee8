// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QtTest>

#include "simulator/scenario/scenario_json.h"
#include "tests/support/folders.h"

using namespace shardscape::simulator;

namespace {

/// The scenario of the contract, with one member replaced.
std::string with(std::string_view what, std::string_view by) {
    std::string text = R"({
  "seed": 1, "requests": 2000000, "warmup": 0.1,
  "nodes": [{"name": "n", "count": 16, "servers": 4, "region": "us"}],
  "partitions": 64, "replicas": 1, "placement": "round-robin",
  "router": {"kind": "hash-mod"},
  "streams": [{
    "name": "get", "kind": "read", "rate": 38400,
    "keys": {"kind": "zipf", "theta": 0.99, "count": 1000000},
    "service": {"kind": "exponential", "mean_ms": 1.0},
    "touch": "one"
  }],
  "faults": [], "defences": {}, "cache": null
})";
    if (!what.empty()) {
        const std::size_t at = text.find(what);
        if (at == std::string::npos)
            qFatal("the test replaces what is not there");
        text.replace(at, what.size(), by);
    }
    return text;
}

std::string refusal(const std::string& json) {
    const auto read = readScenario(json);
    return read ? std::string("accepted") : read.error().text();
}

} // namespace

class ScenarioTest : public QObject {
    Q_OBJECT
private slots:
    void contract();
    void everythingTwice();
    void refusals_data();
    void refusals();
    void tables();
    void empiricalMean();
    void referenceFiles();
    void readmeExample();
};

void ScenarioTest::contract() {
    const auto read = readScenario(with("", ""));
    QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
    QCOMPARE(read->seed, 1ULL);
    QCOMPARE(read->requests, 2000000ULL);
    QCOMPARE(read->nodes.at(0).count, 16U);
    QCOMPARE(read->nodes.at(0).region, std::string("us"));
    QCOMPARE(read->tables.size(), std::size_t{1});
    QCOMPARE(read->tables.at(0).partitions, 64U);
    QCOMPARE(read->streams.at(0).rate, 38400.0);
    QVERIFY(read->streams.at(0).keys.kind == KeyKind::Zipf);
    QCOMPARE(read->streams.at(0).steps.at(0).service.meanMs, 1.0);
    QVERIFY(*readScenario(writeScenario(*read)) == *read);
}

/// Every member set to something that is not its default; reading what was written gives the same value.
void ScenarioTest::everythingTwice() {
    Scenario scenario;
    scenario.seed = UINT64_MAX;
    scenario.requests = 5;
    scenario.durationSeconds = 2.5;
    scenario.warmup = 0.25;
    scenario.windows = 7;
    scenario.nodes = {{"a", 3, 2, "eu", 1.5}, {"b", 1, 8, "", 1}};
    scenario.tables = {
        {"", 16, 2, NodePlacement::Contiguous, {"consistent", 32, {}, {}}, {}},
        {"orders", 3, 4, NodePlacement::RoundRobin, {"directory", 128, {{"vip", 2}, {"7", 0}}, {}}, {"a", "b"}},
        {"names", 3, 1, NodePlacement::RoundRobin, {"range", 128, {}, {"h", "q"}}, {"a"}}};
    Stream plain{
        "plain", "ListOrders", StreamKind::Read, 10.25, Arrivals::Deterministic, {{0, 1}, {10, 3.5}}, 60, {}, {}, {}};
    plain.keys = {KeyKind::HotSet, 1000, 0.99, 2.1, 0.1, 0.9, {}, {}, "users", KeyOrder::Ranked};
    plain.steps = {
        {"orders_by_user", "orders", {}, {Touch::Kind::Sample, 2}, 3, {ServiceKind::Lognormal, 2, 0.5, {}}, 0.75}};
    Stream steps{"steps", "", StreamKind::Write, 1, Arrivals::Poisson, {}, 0, {}, {}, {}};
    steps.keys = {KeyKind::Sample, 2, 0.99, 2.1, 0.2, 0.8, {"alice", "bob"}, {1, 2.5}, "", KeyOrder::Natural};
    KeySpec latest{KeyKind::Latest, 77, 1.2, 2.1, 0.2, 0.8, {}, {}, "posts", KeyOrder::Scattered};
    KeySpec power{KeyKind::PowerLaw, 1000000000000, 0.99, 2.3, 0.2, 0.8, {}, {}, "", KeyOrder::Natural};
    steps.steps = {
        {"", "names", {}, {Touch::Kind::All, 1}, 0, {ServiceKind::Empirical, 1, 1, {{0.1, 1}, {0.999, 8.5}}}, 0},
        {"x", "", latest, {}, 2, {ServiceKind::Deterministic, 0, 1, {}}, 0},
        {"y", "", power, {}, 0, {ServiceKind::Exponential, 0.25, 1, {}}, 0}};
    plain.client.timeoutMs = 20;
    plain.client.deadlineMs = 100;
    plain.client.retries = {3, 5, 1.5, 40, 0.5, Cause::Down | Cause::RateLimited};
    plain.client.budget = RetryBudget{0.2, 50, 3};
    plain.client.breaker = Breaker{3, 0.25, 7, 1.5, 2};
    plain.client.rateLimit = RateLimit{1000, 25};
    plain.client.admission = Admission{12, 34};
    steps.client.balance = Balance::LeastLoaded;
    steps.steps.back().ask = 1;
    steps.steps.back().quorum = 1;
    scenario.queueLimit = 100;
    scenario.queueWaitMs = 12.5;
    scenario.skipLate = true;
    scenario.faults = {SlowNodes{{2, 3.5}, {"a", "b"}, 0.25},
                       SlowNodes{{2.25, 0}, {"a1"}, 3},
                       NodesDown{{1, 2}, {"a0"}, "eu", 0.5, WhenDown::Silent, 40},
                       Breakdowns{{0, 9}, {"b"}, 10, 0.5, true},
                       DependencyHangs{{1, 4}, {"steps"}, 2, 0.5, 300, false, false},
                       Surge{{3, 4}, {"plain"}, 7},
                       WrongSetting{{1, 2}, {"plain"}, 3, 4.5, 6, 7}};
    scenario.streams = {plain, steps};
    scenario.caches = {{"near", {"plain"}, 100, 30, {ServiceKind::Exponential, 0.05, 1, {}}},
                       {"far", {"steps"}, 5, 0, {}}};
    scenario.queueLimit = 9;
    const std::string text = writeScenario(scenario);
    const auto read = readScenario(text);
    QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
    QCOMPARE(QByteArray::fromStdString(writeScenario(*read)), QByteArray::fromStdString(text));
    QVERIFY(*read == scenario);
}

void ScenarioTest::refusals_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* what, const char* by, const char* message) {
        QTest::newRow(name) << QString(what) << QString(by) << QString(message);
    };
    row("slip", "\"theta\"", "\"tetha\"", "streams[0].keys: unknown key \"tetha\" (did you mean \"theta\"?)");
    row("top slip", "\"partitions\"", "\"partition\"",
        "the scenario: unknown key \"partition\" (did you mean \"partitions\"?)");
    row("kind", "\"zipf\"", "\"zipff\"", "streams[0].keys.kind: \"zipff\" is not known (did you mean \"zipf\"?)");
    row("router", "\"hash-mod\"", "\"hashmod\"", "router: unknown placement \"hashmod\" (did you mean \"hash-mod\"?)");
    row("type", "38400", "\"fast\"", "streams[0].rate: a number was expected, not string");
    row("range", "38400", "-1", "streams[0].rate: -1 is outside 0 to 1000000000000");
    row("whole", "1000000}", "1.5}",
        "streams[0].keys.count: a whole number from 1 to 1000000000000 was expected, not 1.5");
    row("missing", "\"rate\": 38400,", "", "streams[0]: \"rate\" is missing");
    row("touch", "\"one\"", "\"some\"",
        "streams[0].touch: \"some\" is not known (it is \"one\", \"all\" or {\"sample\": k})");
    row("touch k", "\"touch\": \"one\"", "\"touch\": {\"sample\": 65}",
        "streams[0].touch.sample: 65 of 64 partitions cannot be asked");
    row("replicas", "\"replicas\": 1", "\"replicas\": 17", "replicas: 17 replicas do not fit on 16 nodes");
    row("quorum", "\"touch\": \"one\"", "\"quorum\": 2", "streams[0].quorum: 2 of 1 replicas cannot answer");
    row("table", "\"touch\": \"one\"", "\"table\": \"orders\"",
        "streams[0].table: there is no table \"orders\" (there is \"\")");
    row("faults", "\"faults\": []", "\"faults\": [1]", "faults[0]: an object was expected, not number");
    row("fault kind", "\"faults\": []", "\"faults\": [{\"kind\": \"slwo\"}]",
        "faults[0].kind: \"slwo\" is not known (did you mean \"slow\"?)");
    row("sigma", "\"exponential\"", "\"lognormal\"", "streams[0].service: \"sigma\" is missing");
    row("cache stream", "\"cache\": null", "\"cache\": {\"streams\": [\"got\"], \"capacity_keys\": 5}",
        "cache.streams: there is no stream \"got\" (did you mean \"get\"?)");
    row("profile", "\"touch\": \"one\"", "\"arrivals\": \"profile\"",
        "streams[0].arrivals: \"profile\" needs a profile (add \"profile\": {\"pieces\": [...]})");
    row("no end", "\"requests\": 2000000, ", "", "the scenario: it says neither \"requests\" nor \"duration_s\"");
    // The comma after 1 becomes a semicolon: second line, twelfth column.
    row("syntax", "\"seed\": 1,", "\"seed\": 1;",
        "line 2, column 12: this is not JSON: ';' is out of place (check commas, quotes and brackets before it)");
}

void ScenarioTest::refusals() {
    QFETCH(QString, what);
    QFETCH(QString, by);
    QFETCH(QString, message);
    QCOMPARE(QString::fromStdString(refusal(with(what.toStdString(), by.toStdString()))), message);
}

void ScenarioTest::tables() {
    const auto named = readScenario(R"({"requests": 1, "nodes": [{}], "tables": [{"name": "t", "partitions": 3}],
        "streams": [{"name": "s", "rate": 1, "table": "t", "keys": {"kind": "uniform", "count": 1},
                     "service": {"kind": "deterministic", "mean_ms": 1}}]})");
    QVERIFY2(named.has_value(), named ? "" : named.error().text().c_str());
    QCOMPARE(named->tables.size(), std::size_t{1}); // no nameless table when the file describes none
    QCOMPARE(named->tables.at(0).partitions, 3U);
}

/// Linear from 1 to 3 between probabilities 0 and 0.5, from 3 to 11 up to 1: 0.5*2 + 0.5*7 = 4.5. With quantiles from
/// 0.25 to 0.75 alone, a quarter of the mass lies on each end: 0.25*2 + 0.5*3 + 0.25*4 = 3.
void ScenarioTest::empiricalMean() {
    QCOMPARE((Service{ServiceKind::Empirical, 1, 1, {{0, 1}, {0.5, 3}, {1, 11}}}.mean()), 4.5);
    QCOMPARE((Service{ServiceKind::Empirical, 1, 1, {{0.25, 2}, {0.75, 4}}}.mean()), 3.0);
}

void ScenarioTest::referenceFiles() {
    const QString shared = shardscape::tests::sharedFolder();
    if (shared.isEmpty())
        QSKIP(qPrintable(shardscape::tests::whyNoSharedFolder()));
    for (const char* name : {"ref1.json", "ref2.json"}) {
        QFile file(shared + "/bench/" + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = readScenario(file.readAll().toStdString());
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
    }
}

/// The example that documents the format is read, with nothing left out: the first indented block of the README.
void ScenarioTest::readmeExample() {
    QFile file(shardscape::tests::sourceFolder() + "/simulator/README.md");
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::string example;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("    "))
            example += line.mid(4).toStdString() + "\n";
        else if (!example.empty() && !line.isEmpty())
            break;
    }
    const auto read = readScenario(example);
    QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
    QCOMPARE(read->streams.size(), std::size_t{2});
    QVERIFY(*readScenario(writeScenario(*read)) == *read);
}

QTEST_APPLESS_MAIN(ScenarioTest)
#include "scenario_test.moc"
