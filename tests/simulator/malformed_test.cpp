// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// What a scenario file that is not one is told: where, what was expected, and what was probably meant.
#include <QtTest>

#include "simulator/scenario/scenario_json.h"

using namespace shardscape::simulator;

namespace {

const std::string kGood = R"({
  "seed": 1, "requests": 1000, "warmup": 0.1, "windows": 60,
  "nodes": [{"name": "n", "count": 4, "servers": 2, "speed": 1}],
  "partitions": 8, "replicas": 2, "router": {"kind": "hash-mod"},
  "tables": [{"name": "orders", "partitions": 4, "nodes": ["n"]}],
  "streams": [
    {"name": "get", "kind": "read", "rate": 100, "keys": {"kind": "zipf", "theta": 0.99, "count": 1000},
     "service": {"kind": "exponential", "mean_ms": 1}, "touch": "one"},
    {"name": "put", "kind": "write", "rate": 10, "keys": {"kind": "uniform", "count": 1000},
     "steps": [{"table": "orders", "service": {"kind": "lognormal", "mean_ms": 2, "sigma": 0.5}}]}
  ],
  "queue": {"limit": 100},
  "cache": {"name": "near", "streams": ["get"], "capacity_keys": 10}
})";

std::string refusal(const std::string& json) {
    const auto read = readScenario(json);
    return read ? std::string("accepted") : read.error().text();
}

} // namespace

class MalformedTest : public QObject {
    Q_OBJECT
private slots:
    void theGoodOneIsGood() { QCOMPARE(refusal(kGood), std::string("accepted")); }
    void texts_data();
    void texts();
    void values_data();
    void values();
    void byteOrderMark();
    void manyMembersAreReadInTime();
};

/// Whole texts.
void MalformedTest::texts_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QByteArray& text, const char* message) {
        QTest::newRow(name) << text << QString::fromUtf8(message);
    };
    const char* empty =
        "line 1, column 1: the file is empty ('shardscape-cli simulate --list-examples' lists scenarios "
        "to start from)";
    row("empty", "", empty);
    row("blank", " \n\t ",
        "line 2, column 3: the file is empty ('shardscape-cli simulate --list-examples' lists "
        "scenarios to start from)");
    row("list", "[]", "the scenario: an object was expected, not array");
    row("number", "7", "the scenario: an object was expected, not number");
    row("null", "null", "the scenario: an object was expected, not null");
    row("nothing in it", "{}", "the scenario: \"nodes\" is missing");
    row("open object", "{\"seed\": 1,\n",
        "line 2, column 1: the text ends in the middle (a quote or a bracket is not closed)");
    row("open text", "{\"seed", "line 1, column 7: the text ends in the middle (a quote or a bracket is not closed)");
    row("semicolon", "{\"seed\": 1;\n}",
        "line 1, column 11: this is not JSON: ';' is out of place (check commas, quotes and brackets before it)");
    row("comma at the end", "{\"seed\": 1,\n}",
        "line 2, column 1: this is not JSON: '}' is out of place (remove the comma before it)");
    row("comma at the end of a list", "{\"nodes\": [1,]}",
        "line 1, column 14: this is not JSON: ']' is out of place (remove the comma before it)");
    row("comment", "{ // a comment\n}",
        "line 1, column 3: this is not JSON: '/' is out of place (JSON has no comments)");
    row("hash comment", "# a comment\n{}",
        "line 1, column 1: this is not JSON: '#' is out of place (JSON has no comments)");
    row("single quotes", "{'seed': 1}",
        "line 1, column 2: this is not JSON: ''' is out of place (texts stand in double quotes)");
    row("no quotes", "{seed: 1}",
        "line 1, column 2: this is not JSON: 's' is out of place (check commas, quotes and brackets before it)");
    row("NaN", "{\"seed\": NaN}",
        "line 1, column 10: this is not JSON: 'N' is out of place (JSON has no NaN or infinity, and null is written "
        "small)");
    row("Infinity", "{\"seed\": Infinity}",
        "line 1, column 10: this is not JSON: 'I' is out of place (JSON has no NaN or infinity, and null is written "
        "small)");
    row("column in characters", "{\"title\": \"größe\" 1}",
        "line 1, column 19: this is not JSON: '1' is out of place (check commas, quotes and brackets before it)");
    row("two documents", "{} {}",
        "line 1, column 4: this is not JSON: '{' is out of place (check commas, quotes and brackets before it)");
    row("beyond a double", "{\"streams\": [{\"rate\": 1e400}]}",
        "line 1, column 27: streams[0]: 1e400 is too large a number (numbers are below 1.8e308)");
    row("not UTF-8", "{\"title\": \"\xff\"}", "line 1, column 12: this is not UTF-8 (save the file as UTF-8)");
    row("UTF-8 cut off", "{\"title\": \"\xc3\"}", "line 1, column 13: this is not UTF-8 (save the file as UTF-8)");
    row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6), "this is UTF-16, not UTF-8 (save the file as UTF-8)");
    row("twice", "{\"seed\": 1, \"seed\": 2}", "the scenario: the key \"seed\" stands there twice (keep one of them)");
    row("twice inside", "{\"streams\": [{}, {\"rate\": 1, \"rate\": 2}]}",
        "streams[1]: the key \"rate\" stands there twice (keep one of them)");
    const QByteArray deep = QByteArray(100000, '[');
    row("deep", deep,
        "[0][0][0][0][0][0][0][0][0][0][0][0][0][…: lists and objects lie more than 64 deep in each other");
}

void MalformedTest::texts() {
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    QCOMPARE(QString::fromStdString(refusal(text.toStdString())), message);
}

/// One place of a good scenario replaced.
void MalformedTest::values_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("message");
    int number = 0;
    const auto row = [&](const char* what, const char* by, const char* message) {
        QTest::addRow("%d %s", ++number, by) << QString(what) << QString(by) << QString(message);
    };
    // Numbers.
    row("\"requests\": 1000", "\"requests\": -5",
        "requests: a whole number from 1 to 1000000000000 was expected, not -5");
    row("\"requests\": 1000", "\"requests\": 0", "requests: 0 is outside 1 to 1000000000000");
    row("\"requests\": 1000", "\"requests\": 1.5",
        "requests: a whole number from 1 to 1000000000000 was expected, not 1.5");
    row("\"requests\": 1000", "\"requests\": 1e300",
        "requests: a whole number from 1 to 1000000000000 was expected, not 1e+300");
    row("\"requests\": 1000", "\"requests\": 100000000000000000000",
        "requests: a whole number from 1 to 1000000000000 was expected, not 1e+20");
    row("\"requests\": 1000", "\"requests\": \"many\"",
        "requests: a whole number from 1 to 1000000000000 was expected, not \"many\"");
    row("\"requests\": 1000", "\"requests\": null",
        "requests: a whole number from 1 to 1000000000000 was expected, not null");
    row("\"seed\": 1", "\"seed\": -1", "seed: a whole number from 0 to 18446744073709551615 was expected, not -1");
    row("\"warmup\": 0.1", "\"warmup\": 1", "warmup: 1 is outside 0 to 0.99");
    row("\"warmup\": 0.1", "\"warmup\": [0.1]", "warmup: a number was expected, not array");
    row("\"windows\": 60", "\"windows\": 0", "windows: 0 is outside 1 to 4096");
    row("\"count\": 4", "\"count\": 100001", "nodes[0].count: 100001 is outside 1 to 100000");
    row("\"servers\": 2", "\"servers\": true",
        "nodes[0].servers: a whole number from 1 to 10000 was expected, not true");
    row("\"speed\": 1", "\"speed\": 0", "nodes[0].speed: 0 is outside 1e-06 to 1000000");
    row("\"rate\": 100", "\"rate\": -0.5", "streams[0].rate: -0.5 is outside 0 to 1000000000000");
    row("\"rate\": 100", "\"rate\": 1e308", "streams[0].rate: 1e+308 is outside 0 to 1000000000000");
    row("\"rate\": 100", "\"rate\": {}", "streams[0].rate: a number was expected, not object");
    row("0.99,", "21,", "streams[0].keys.theta: 21 is outside 0 to 20");
    row("\"mean_ms\": 2", "\"mean_ms\": -2", "streams[1].steps[0].service.mean_ms: -2 is outside 0 to 1000000000");
    row("\"sigma\": 0.5", "\"sigma\": 11", "streams[1].steps[0].service.sigma: 11 is outside 0 to 10");
    row("\"limit\": 100", "\"limit\": -1", "queue.limit: a whole number from 1 to 1000000000 was expected, not -1");
    row("\"capacity_keys\": 10", "\"capacity_keys\": 0", "cache.capacity_keys: 0 is outside 1 to 1000000000");
    // Types.
    row("[{\"name\": \"n\", \"count\": 4, \"servers\": 2, \"speed\": 1}]", "{}",
        "nodes: a list was expected, not object");
    row("[{\"name\": \"n\", \"count\": 4, \"servers\": 2, \"speed\": 1}]", "[7]",
        "nodes[0]: an object was expected, not number");
    row("\"name\": \"get\"", "\"name\": 5", "streams[0].name: a text was expected, not number");
    row("\"kind\": \"read\"", "\"kind\": 1", "streams[0].kind: \"read\" or \"write\" was expected, not 1");
    row("{\"kind\": \"hash-mod\"}", "\"hash-mod\"", "router: an object was expected, not string");
    row("[\"get\"]", "\"get\"", "cache.streams: a list of texts was expected, not string");
    row("[\"get\"]", "[[]]", "cache.streams[0]: a text was expected, not array");
    row("{\"limit\": 100}", "100", "queue: an object was expected, not number");
    row("\"touch\": \"one\"", "\"touch\": 3",
        "streams[0].touch: 3 is not known (it is \"one\", \"all\" or {\"sample\": k})");
    row("\"touch\": \"one\"", "\"touch\": {\"sample\": 0}", "streams[0].touch.sample: 0 is outside 1 to 1048576");
    row("\"touch\": \"one\"", "\"beside\": 1", "streams[0].beside: true or false was expected, not 1");
    row("\"touch\": \"one\"", "\"profile\": {\"pieces\": 1}",
        "streams[0].profile.pieces: a list was expected, not number");
    // Words and keys, with the nearest known one.
    row("\"requests\"", "\"reqests\"", "the scenario: unknown key \"reqests\" (did you mean \"requests\"?)");
    row("\"servers\"", "\"server\"", "nodes[0]: unknown key \"server\" (did you mean \"servers\"?)");
    row("\"mean_ms\": 1}", "\"mean\": 1}", "streams[0].service: \"mean_ms\" is missing");
    row("\"mean_ms\": 1}", "\"mean_ms\": 1, \"sigma\": 1}",
        "streams[0].service: unknown key \"sigma\" (known are \"kind\" or \"mean_ms\")");
    row("\"kind\": \"zipf\"", "\"kind\": \"Zipf\"",
        "streams[0].keys.kind: \"Zipf\" is not known (did you mean \"zipf\"?)");
    row("\"kind\": \"zipf\"", "\"kind\": \"uniform\"",
        "streams[0].keys: unknown key \"theta\" (known are \"kind\", \"space\", \"order\" or \"count\")");
    row("\"kind\": \"exponential\"", "\"kind\": \"gaussian\"",
        "streams[0].service.kind: \"gaussian\" is not known (it is \"deterministic\", \"exponential\", \"lognormal\" "
        "or \"empirical\")");
    row("\"hash-mod\"", "\"hash_mod\"", "router: unknown placement \"hash_mod\" (did you mean \"hash-mod\"?)");
    row("\"kind\": \"read\"", "\"kind\": \"reed\"", "streams[0].kind: \"reed\" is not known (did you mean \"read\"?)");
    // Names that stand there twice or that are not there.
    row("\"name\": \"put\"", "\"name\": \"get\"",
        "streams[1].name: the name \"get\" is taken (names are unique within their list)");
    row("\"table\": \"orders\"", "\"table\": \"order\"",
        "streams[1].table: there is no table \"order\" (did you mean \"orders\"?)");
    row("\"nodes\": [\"n\"]", "\"nodes\": [\"m\"]", "tables[1].nodes: there is no node group \"m\" (there is \"n\")");
    row("[\"get\"]", "[\"gett\"]", "cache.streams: there is no stream \"gett\" (did you mean \"get\"?)");
    row("\"count\": 4, \"servers\"", "\"count\": 1, \"servers\"", "replicas: 2 replicas do not fit on 1 nodes");
    // What is missing.
    row("\"rate\": 10,", "", "streams[1]: \"rate\" is missing");
    row("\"theta\": 0.99, \"count\": 1000", "\"theta\": 0.99", "streams[0].keys: \"count\" is missing");
    row(", \"sigma\": 0.5", "", "streams[1].steps[0].service: \"sigma\" is missing");
    row("{\"kind\": \"hash-mod\"}", "{}", "router: \"kind\" is missing");
    row(", \"capacity_keys\": 10", "", "cache: \"capacity_keys\" is missing");
    row("[{\"table\": \"orders\", \"service\": {\"kind\": \"lognormal\", \"mean_ms\": 2, \"sigma\": 0.5}}]", "[]",
        "streams[1].steps: at least one step is needed");
    row("[{\"name\": \"n\", \"count\": 4, \"servers\": 2, \"speed\": 1}]", "[]", "nodes: at least one node is needed");
    // Lists of numbers.
    row("{\"kind\": \"zipf\", \"theta\": 0.99, \"count\": 1000}", "{\"kind\": \"sample\", \"weights\": [1, -1]}",
        "streams[0].keys.weights[1]: -1 is outside 0 to 1e+300");
    row("{\"kind\": \"zipf\", \"theta\": 0.99, \"count\": 1000}", "{\"kind\": \"sample\", \"weights\": [1, \"2\"]}",
        "streams[0].keys.weights[1]: a number was expected, not string");
    row("{\"kind\": \"zipf\", \"theta\": 0.99, \"count\": 1000}", "{\"kind\": \"sample\", \"weights\": [0, 0]}",
        "streams[0].keys.weights: the weights add up to 0");
    row("{\"kind\": \"zipf\", \"theta\": 0.99, \"count\": 1000}",
        "{\"kind\": \"sample\", \"keys\": [\"a\"], \"weights\": [1, 2]}",
        "streams[0].keys.weights: 2 weights for 1 keys");
    row("{\"kind\": \"exponential\", \"mean_ms\": 1}", "{\"kind\": \"empirical\", \"quantiles_ms\": {\"x\": 1}}",
        "streams[0].service.quantiles_ms: \"x\" is not a probability of 0 to 1 (write quantiles as {\"0.5\": 1.2, "
        "\"0.99\": 8})");
    row("{\"kind\": \"exponential\", \"mean_ms\": 1}", "{\"kind\": \"empirical\", \"quantiles_ms\": {\"nan\": 1}}",
        "streams[0].service.quantiles_ms: \"nan\" is not a probability of 0 to 1 (write quantiles as {\"0.5\": 1.2, "
        "\"0.99\": 8})");
    row("{\"kind\": \"exponential\", \"mean_ms\": 1}",
        "{\"kind\": \"empirical\", \"quantiles_ms\": {\"0\": 1, \"1\": -2}}",
        "streams[0].service.quantiles_ms[\"1\"]: -2 is outside 0 to 1000000000");
    row("{\"kind\": \"exponential\", \"mean_ms\": 1}", "{\"kind\": \"empirical\", \"quantiles_ms\": [5]}",
        "streams[0].service.quantiles_ms: at least two quantiles are needed");
    row("{\"kind\": \"exponential\", \"mean_ms\": 1}", "{\"kind\": \"empirical\", \"quantiles_ms\": [5, 1]}",
        "streams[0].service.quantiles_ms: probabilities of 0 to 1 and times of 0 or more must ascend");
    row("{\"kind\": \"hash-mod\"}", "{\"kind\": \"directory\", \"directory\": {\"a\": -1}}",
        "router.directory[\"a\"]: a partition from 0 to 1048575 was expected, not -1");
    row("\"touch\": \"one\"", "\"profile\": {\"pieces\": []}",
        "streams[0].profile.pieces: at least one piece is needed");
    // Numbers that are allowed one by one and would not fit into memory or time together.
    row("\"partitions\": 8, \"replicas\": 2, \"router\": {\"kind\": \"hash-mod\"}",
        "\"partitions\": 1048576, \"router\": {\"kind\": \"consistent\", \"virtual_nodes\": 65536}",
        "router.virtual_nodes: 68719476736 points on the ring are more than the 33554432 that fit (fewer virtual nodes "
        "or partitions)");
    row("\"count\": 4, \"servers\": 2", "\"count\": 100000, \"servers\": 10000",
        "nodes: 1000000000 servers are more than the 67108864 that fit (simulate a part of the cluster)");
    row("\"windows\": 60,\n  \"nodes\": [{\"name\": \"n\", \"count\": 4",
        "\"windows\": 4096,\n  \"nodes\": [{\"name\": \"n\", \"count\": 100000",
        "windows: 409657344 numbers in the series are more than the 33554432 that fit (take fewer windows)");
    row("\"requests\": 1000", "\"requests\": 1000000000000",
        "requests: at 110/s they take 9.09e+09 s of simulated time, more than 4e+09 (fewer requests, or a duration)");
    row("\"mean_ms\": 2", "\"mean_ms\": 1e9",
        "accepted"); // a thousand requests of eleven days each fit
}

void MalformedTest::values() {
    QFETCH(QString, what);
    QFETCH(QString, by);
    QFETCH(QString, message);
    QString text = QString::fromStdString(kGood);
    QVERIFY2(text.contains(what), "the test replaces what is not there");
    text.replace(text.indexOf(what), what.size(), by);
    QCOMPARE(QString::fromStdString(refusal(text.toStdString())), message);
}

void MalformedTest::byteOrderMark() {
    QCOMPARE(refusal("\xef\xbb\xbf" + kGood), std::string("accepted"));
    QCOMPARE(refusal("\xef\xbb\xbf{;"),
             std::string("line 1, column 2: this is not JSON: ';' is out of place (check commas, quotes and brackets "
                         "before it)"));
}

/// 200,000 keys with a home: no step of reading takes the square of their number, which would be minutes.
void MalformedTest::manyMembersAreReadInTime() {
    std::string homes;
    for (int i = 0; i < 200'000; ++i)
        homes += (i == 0 ? "\"" : ", \"") + std::to_string(i) + "\": " + std::to_string(i % 8);
    std::string text = kGood;
    const std::string router = R"({"kind": "hash-mod"})";
    text.replace(text.find(router), router.size(), R"({"kind": "directory", "directory": {)" + homes + "}}");
    QElapsedTimer clock;
    clock.start();
    const auto read = readScenario(text);
    QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
    QCOMPARE(read->tables.at(0).router.directory.size(), std::size_t{200'000});
    QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_APPLESS_MAIN(MalformedTest)
#include "malformed_test.moc"
