// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Placement against the engines themselves: every row or key is placed by a server and by us.
#include <QtTest>

#include <random>
#include <sstream>

#include "model/base/csv.h"
#include "model/placement/placement.h"
#include "tests/support/clickhouse_server.h"
#include "tests/support/postgres_server.h"
#include "tests/support/redis_server.h"

using namespace shardscape;
using namespace shardscape::tests;
using model::KeyType;

namespace {

constexpr int kModulus = 16;
constexpr int kRowsATable = 6000;

using Random = std::mt19937_64;

std::uint64_t below(Random& random, std::uint64_t limit) {
    return random() % limit;
}
std::string inQuotes(const std::string& text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}
std::string integer(Random& random, int bits) {
    return std::to_string(static_cast<std::int64_t>(random()) >> (64 - bits + static_cast<int>(below(random, 8))));
}
std::string text(Random& random, std::size_t longest) {
    static const std::vector<std::string> kLetters = {"a", "b", "Z", "0", "9", " ", "_", "-", "é", "漢", "ß", "😀", ","};
    std::string out;
    for (std::size_t i = below(random, longest + 1); i > 0; --i)
        out += kLetters[below(random, kLetters.size())];
    return inQuotes(out);
}
std::string hexDigits(Random& random, std::size_t bytes) {
    std::string out;
    for (std::size_t i = 0; i < 2 * bytes; ++i)
        out += "0123456789abcdef"[below(random, 16)];
    return out;
}
std::string date(Random& random) {
    if (below(random, 50) == 0)
        return below(random, 2) == 0 ? "infinity" : "-infinity";
    const auto number = [&](std::uint64_t from, std::uint64_t count) { return from + below(random, count); };
    return QString::asprintf("%04d-%02d-%02d", static_cast<int>(number(below(random, 4) == 0 ? 1 : 1950, 150)),
                             static_cast<int>(number(1, 12)), static_cast<int>(number(1, 28)))
               .toStdString() +
           (below(random, 40) == 0 ? " BC" : "");
}
std::string timestamp(Random& random, bool zone) {
    const std::string day = date(random);
    if (day.find("inf") != std::string::npos)
        return day;
    std::string time = QString::asprintf(" %02d:%02d:%02d", static_cast<int>(below(random, 24)),
                                         static_cast<int>(below(random, 60)), static_cast<int>(below(random, 60)))
                           .toStdString();
    if (below(random, 2) == 0)
        time += "." + std::to_string(below(random, 1000000));
    if (zone)
        time += (below(random, 2) == 0 ? "+" : "-") + std::to_string(below(random, 12)) + ":30";
    return day.substr(0, 10) + time + day.substr(10);
}
std::string numeric(Random& random) {
    switch (below(random, 12)) {
    case 0: return "0";
    case 1: return "NaN";
    case 2: return below(random, 2) == 0 ? "Infinity" : "-Infinity";
    case 3: // trailing and leading groups of zeros
        return std::to_string(below(random, 1000)) + "0000000" + (below(random, 2) == 0 ? ".000" : "");
    case 4: return "0.0000000" + std::to_string(below(random, 100000));
    case 5: return std::to_string(below(random, 100)) + "e" + std::to_string(below(random, 60));
    default:
        return (below(random, 2) == 0 ? "-" : "") + std::to_string(random() >> below(random, 60)) + "." +
               std::to_string(random() >> below(random, 60));
    }
}
std::string real(Random& random) {
    switch (below(random, 12)) {
    case 0: return below(random, 2) == 0 ? "0" : "-0";
    case 1: return "NaN";
    case 2: return below(random, 2) == 0 ? "Infinity" : "-Infinity";
    default: return std::to_string(static_cast<double>(static_cast<std::int64_t>(random())) / 1e15);
    }
}

/// A table, how its keys are made, and what we call their types.
struct Keys {
    const char* columns; ///< of the table: names k1, k2 …
    const char* list;
    std::vector<KeyType> types;
    std::vector<std::function<std::string(Random&)>> make;
};

const std::vector<Keys>& keys() {
    static const std::vector<Keys> kKeys = {
        {"k1 int2", "k1", {KeyType::Int2}, {[](Random& r) { return integer(r, 16); }}},
        {"k1 int4", "k1", {KeyType::Int4}, {[](Random& r) { return integer(r, 32); }}},
        {"k1 int8", "k1", {KeyType::Int8}, {[](Random& r) { return integer(r, 64); }}},
        {"k1 text", "k1", {KeyType::Text}, {[](Random& r) { return text(r, 60); }}},
        {"k1 varchar(40)", "k1", {KeyType::Text}, {[](Random& r) { return text(r, 40); }}},
        {"k1 char(30)", "k1", {KeyType::Char}, {[](Random& r) { return text(r, 30); }}},
        {"k1 uuid", "k1", {KeyType::Uuid}, {[](Random& r) { return hexDigits(r, 16); }}},
        {"k1 date", "k1", {KeyType::Date}, {date}},
        {"k1 timestamp", "k1", {KeyType::Timestamp}, {[](Random& r) { return timestamp(r, false); }}},
        {"k1 timestamptz", "k1", {KeyType::TimestampTz}, {[](Random& r) { return timestamp(r, true); }}},
        {"k1 time", "k1", {KeyType::Time}, {[](Random& r) {
             return std::to_string(below(r, 24)) + ":15:0" + std::to_string(below(r, 10)) + ".25";
         }}},
        {"k1 numeric", "k1", {KeyType::Numeric}, {numeric}},
        {"k1 numeric(14,3)", "k1", {KeyType::Numeric}, {[](Random& r) {
             return integer(r, 32) + "." + std::to_string(below(r, 100000));
         }}},
        {"k1 float4", "k1", {KeyType::Float4}, {real}},
        {"k1 float8", "k1", {KeyType::Float8}, {real}},
        {"k1 bytea", "k1", {KeyType::Binary}, {[](Random& r) { return "\\x" + hexDigits(r, below(r, 40)); }}},
        {"k1 bool", "k1", {KeyType::Bool}, {[](Random& r) { return below(r, 2) == 0 ? "t" : "f"; }}},
        // NULL is an empty field.
        {"k1 int8, k2 text",
         "k1, k2",
         {KeyType::Int8, KeyType::Text},
         {[](Random& r) { return below(r, 10) == 0 ? "" : integer(r, 64); },
          [](Random& r) { return below(r, 10) == 0 ? "" : text(r, 20); }}},
        {"k1 uuid, k2 date, k3 numeric, k4 bool",
         "k1, k2, k3, k4",
         {KeyType::Uuid, KeyType::Date, KeyType::Numeric, KeyType::Bool},
         {[](Random& r) { return hexDigits(r, 16); }, date, numeric,
          [](Random& r) { return below(r, 3) == 0 ? "" : "true"; }}},
    };
    return kKeys;
}

std::unique_ptr<const model::Placement> placement(const std::string& kind, std::uint32_t partitions) {
    model::PlacementSpec spec;
    spec.kind = kind;
    spec.partitions = partitions;
    auto made = model::makePlacement(spec);
    if (!made)
        qFatal("%s", made.error().text().c_str());
    return std::move(*made);
}

} // namespace

class RoutingTest : public QObject {
    Q_OBJECT

private slots:
    /// Rows are inserted into hash-partitioned tables of PostgreSQL; the server says in which partition each is. The
    /// values are read as it prints them, 114,000 of all types that it partitions by, with every odd one there is.
    void postgresqlPlacesRows() {
        if (const QString why = PostgresServer::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        PostgresServer server;
        QVERIFY2(server.start(), qPrintable(server.problem()));
        Random random(20261120);
        QString sql = QStringLiteral("SET timezone = 'Asia/Kolkata';\n");
        for (std::size_t t = 0; t < keys().size(); ++t) {
            const Keys& table = keys()[t];
            sql +=
                QStringLiteral("CREATE TABLE t%1 (%2) PARTITION BY HASH (%3);\n").arg(t).arg(table.columns, table.list);
            for (int i = 0; i < kModulus; ++i)
                sql +=
                    QStringLiteral("CREATE TABLE t%1_%2 PARTITION OF t%1 FOR VALUES WITH (MODULUS %3, REMAINDER %2);\n")
                        .arg(t)
                        .arg(i)
                        .arg(kModulus);
            sql += QStringLiteral("COPY t%1 FROM STDIN (FORMAT csv);\n").arg(t);
            for (int row = 0; row < kRowsATable; ++row) {
                std::string line;
                for (const auto& make : table.make)
                    line += (line.empty() && &make == &table.make.front() ? "" : ",") + make(random);
                sql += QString::fromStdString(line) + QLatin1Char('\n');
            }
            sql += QStringLiteral("\\.\n");
        }
        const Outcome loaded = server.run(sql);
        QVERIFY2(loaded.ok, qPrintable(loaded.messages.left(2000)));
        int compared = 0;
        for (std::size_t t = 0; t < keys().size(); ++t)
            compareRows(server, t, compared);
        QCOMPARE(compared, kRowsATable * static_cast<int>(keys().size()));
    }

    /// The 64-bit hashes themselves, of values of each type, as the server's functions give them.
    void postgresqlHashesValues() {
        if (const QString why = PostgresServer::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        PostgresServer server;
        QVERIFY2(server.start(), qPrintable(server.problem()));
        const SqlRows rows = server.query(
            "SELECT 'numeric', v, hash_numeric_extended(v::numeric, 8816678312871386365), hash_numeric(v::numeric) "
            "FROM (VALUES ('0'), ('1.5'), ('-12345678.000100'), ('10000'), ('0.00001'), ('NaN')) a(v) "
            "UNION ALL SELECT 'float8', v, hashfloat8extended(v::float8, 8816678312871386365), hashfloat8(v::float8) "
            "FROM (VALUES ('0'), ('1.5'), ('-2e300'), ('NaN')) b(v) "
            "UNION ALL SELECT 'timestamptz', v, timestamp_hash_extended(v::timestamptz::timestamp, "
            "8816678312871386365), "
            "timestamp_hash(v::timestamptz::timestamp) FROM (VALUES ('2026-11-20 10:00:00Z')) d(v)");
        QVERIFY2(rows.ok && rows.rows.size() == 11, qPrintable(rows.messages));
        const auto partition = placement("postgresql", 4);
        const auto citus = placement("citus", 4);
        for (const QStringList& row : rows.rows) {
            model::KeyValue value;
            QVERIFY(value.read(*model::keyTypeOf(row[0].toStdString()), row[1].toStdString()));
            QCOMPARE(partition->hashText(partition->placeRow({&value, 1}).hash), row[2].toStdString());
            QCOMPARE(citus->hashText(citus->placeRow({&value, 1}).hash), row[3].toStdString());
        }
    }

    /// CLUSTER KEYSLOT for keys with and without hash tags, among them empty, nested, unclosed and repeated ones.
    void redisSlots() {
        if (const QString why = RedisServer::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        RedisServer server;
        QVERIFY2(server.start(RedisServer::Mode::ClusterNode), qPrintable(server.problem()));
        Random random(7);
        static const std::vector<std::string> kPieces = {"{", "}", "user", ":", "42", "a", "{}", "é", ".", "7", "_"};
        std::vector<std::string> names = {"foo{}{bar}", "foo{{bar}}zap", "foo{bar}{zap}", "{user1000}.following"};
        while (names.size() < 20'000) {
            std::string name = kPieces[below(random, kPieces.size())];
            for (std::uint64_t i = below(random, 12); i > 0; --i)
                name += kPieces[below(random, kPieces.size())];
            names.push_back(name);
        }
        QString commands;
        for (const std::string& name : names)
            commands += QStringLiteral("CLUSTER KEYSLOT \"%1\"\n").arg(QString::fromStdString(name));
        const Outcome answered = server.commands(commands);
        QVERIFY2(answered.ok, qPrintable(answered.messages));
        const QStringList slots_ = answered.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(static_cast<std::size_t>(slots_.size()), names.size());
        const auto slot = placement("redis-cluster", 16384);
        for (std::size_t i = 0; i < names.size(); ++i)
            QVERIFY2(slots_[static_cast<int>(i)].toUInt() == slot->partitionOf(std::string_view(names[i])),
                     names[i].c_str());
    }

    /// The functions by which Distributed tables are usually sharded, of texts from 0 to 200 bytes, of integers of each
    /// width and of several arguments.
    void clickhouseFunctions() {
        if (const QString why = ClickhouseServer::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        ClickhouseServer server;
        QVERIFY2(server.start(), qPrintable(server.problem()));
        Random random(11);
        QByteArray rows;
        for (std::size_t i = 0; i < 4000; ++i) {
            const std::string text_(i % 200, static_cast<char>('a' + i % 26));
            rows += QByteArray::fromStdString(text_ + hexDigits(random, i % 9) + "\t" + integer(random, 16) + "\t" +
                                              integer(random, 32) + "\t" + integer(random, 64) + "\n");
        }
        const Outcome made = server.query("CREATE TABLE k (s String, a Int16, b Int32, c Int64) ENGINE = Memory");
        QVERIFY2(made.ok, qPrintable(made.messages));
        QVERIFY(server.query("INSERT INTO k FORMAT TabSeparated", rows).ok);
        const Outcome answered =
            server.query("SELECT s, a, b, c, cityHash64(s), cityHash64(a), cityHash64(b), cityHash64(c), "
                         "cityHash64(s, b, c), sipHash64(s), sipHash64(a), sipHash64(b), sipHash64(c), "
                         "sipHash64(s, b, c), murmurHash3_64(s), murmurHash3_64(a), murmurHash3_64(b), "
                         "murmurHash3_64(c), murmurHash3_64(s, b, c) FROM k");
        QVERIFY2(answered.ok, qPrintable(answered.messages));
        const QStringList lines = answered.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4000);
        const std::vector<KeyType> types = {KeyType::Text, KeyType::Int2, KeyType::Int4, KeyType::Int8};
        for (const QString& line : lines) {
            const QStringList cells = line.split(QLatin1Char('\t'));
            std::vector<model::KeyValue> values(4);
            for (int i = 0; i < 4; ++i)
                QVERIFY(values[static_cast<std::size_t>(i)].read(types[static_cast<std::size_t>(i)],
                                                                 cells[i].toStdString()));
            int at = 4;
            for (const char* kind : {"clickhouse-cityhash64", "clickhouse-siphash64", "clickhouse-murmurhash3-64"}) {
                const auto scheme = placement(kind, 5);
                for (const model::KeyValue& value : values)
                    compareHash(*scheme, {&value, 1}, cells[at++], line);
                const std::vector<model::KeyValue> several = {values[0], values[2], values[3]};
                compareHash(*scheme, several, cells[at++], line);
            }
        }
    }

private:
    static void compareHash(const model::Placement& scheme, model::KeyRow row, const QString& expected,
                            const QString& line) {
        const QString ours = QString::fromStdString(scheme.hashText(scheme.placeRow(row).hash));
        QVERIFY2(ours == expected, qPrintable(QString("%1 instead of %2 for %3").arg(ours, expected, line)));
    }

    /// Places the rows of a table as the server prints them, and compares with the partition that holds each.
    void compareRows(PostgresServer& server, std::size_t t, int& compared) {
        const Keys& table = keys()[t];
        const Outcome dumped = server.run(
            QStringLiteral(
                "SET timezone = 'Asia/Kolkata'; COPY (SELECT tableoid::regclass, %1 FROM t%2) TO STDOUT (FORMAT csv);")
                .arg(table.list)
                .arg(t));
        QVERIFY2(dumped.ok, qPrintable(dumped.messages));
        std::istringstream in(dumped.output.toStdString());
        model::CsvReader reader(in);
        const auto scheme = placement("postgresql", kModulus);
        QVERIFY(scheme->accepts(table.types).has_value());
        std::vector<model::CsvField> record;
        std::vector<model::KeyValue> row(table.types.size());
        for (;;) {
            const auto more = reader.next(record);
            QVERIFY2(more.has_value(), more ? "" : more.error().text().c_str());
            if (!*more)
                return;
            for (std::size_t i = 0; i < row.size(); ++i) {
                const model::CsvField& field = record[i + 1];
                if (field.text.empty() && !field.quoted) {
                    row[i].setNull(table.types[i]);
                    continue;
                }
                const auto read = row[i].read(table.types[i], field.text);
                QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
            }
            const std::uint32_t home = scheme->placeRow(row).partition;
            const std::string expected = "t" + std::to_string(t) + "_" + std::to_string(home);
            QVERIFY2(record[0].text == expected,
                     qPrintable(QString("%1: %2 is in %3, not %4")
                                    .arg(table.columns)
                                    .arg(QString::fromStdString(std::string(record[1].text)))
                                    .arg(QString::fromStdString(std::string(record[0].text)))
                                    .arg(QString::fromStdString(expected))));
            ++compared;
        }
    }
};

QTEST_GUILESS_MAIN(RoutingTest)
#include "routing_test.moc"
