// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Keys of typed columns: what engines make of a date, a decimal or several columns. PostgreSQL, Redis and ClickHouse
/// are asked themselves in tests/engines.
#include <QtTest>

#include "model/placement/hashes.h"
#include "model/placement/placement.h"
#include "tests/support/placements.h"

using namespace shardscape::model;
using shardscape::tests::placementOf;

namespace {

struct Cell {
    KeyType type;
    const char* text; ///< nullptr: NULL
};

std::vector<KeyValue> row(const std::vector<Cell>& cells) {
    std::vector<KeyValue> values(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].text == nullptr)
            values[i].setNull(cells[i].type);
        else if (const auto read = values[i].read(cells[i].type, cells[i].text); !read)
            qFatal("%s", read.error().text().c_str());
    }
    return values;
}

std::string hash(const std::string& kind, const std::vector<Cell>& cells) {
    const auto placement = placementOf(kind, 4);
    return placement->hashText(placement->placeRow(row(cells)).hash);
}
std::uint32_t home(const std::string& kind, std::uint32_t partitions, const std::vector<Cell>& cells) {
    return placementOf(kind, partitions)->placeRow(row(cells)).partition;
}
std::string refusal(const std::string& kind, const std::vector<KeyType>& types) {
    const auto accepted = placementOf(kind, 4)->accepts(types);
    return accepted ? std::string() : accepted.error().text();
}
std::string misread(KeyType type, const char* text) {
    KeyValue value;
    const auto read = value.read(type, text);
    return read ? std::string() : read.error().text();
}

} // namespace

class PlacementTypesTest : public QObject {
    Q_OBJECT
private slots:
    void postgresql();
    void cockroachdb();
    void vitess();
    void cassandra();
    void mongodb();
    void kafka();
    void clickhouse();
    void tidb();
    void readsTypes();
    void refusals();
};

/// A PostgreSQL 15 server: rows of tables with MODULUS 8, and of (int, text) with MODULUS 4.
void PlacementTypesTest::postgresql() {
    QCOMPARE(home("postgresql", 8, {{KeyType::Int4, "1"}}), 0U);
    QCOMPARE(home("postgresql", 8, {{KeyType::Bool, "true"}}), 0U);
    QCOMPARE(home("postgresql", 8, {{KeyType::Uuid, "123e4567-e89b-12d3-a456-426614174000"}}), 5U);
    QCOMPARE(home("postgresql", 8, {{KeyType::Date, "2024-01-01"}}), 7U);
    QCOMPARE(home("postgresql", 8, {{KeyType::TimestampTz, "2024-01-01 00:00:00+00"}}), 3U);
    QCOMPARE(home("postgresql", 8, {{KeyType::TimestampTz, "2024-01-01T05:30:00+05:30"}}), 3U);
    QCOMPARE(hash("postgresql", {{KeyType::Date, "2024-01-01"}}), std::string("3451063793814536532"));
    QCOMPARE(home("postgresql", 4, {{KeyType::Int4, "1"}, {KeyType::Text, "x"}}), 2U);
    QCOMPARE(home("postgresql", 4, {{KeyType::Int4, "2"}, {KeyType::Text, "y"}}), 3U);
    QCOMPARE(home("postgresql", 4, {{KeyType::Int4, "1000"}, {KeyType::Text, "tenant"}}), 2U);
    QCOMPARE(home("postgresql", 4, {{KeyType::Int4, nullptr}, {KeyType::Text, "x"}}), 3U);
    QCOMPARE(home("postgresql", 4, {{KeyType::Int4, "5"}, {KeyType::Text, nullptr}}), 1U);
    // A row of NULLs combines to 0.
    QCOMPARE(home("postgresql", 4, {{KeyType::Int4, nullptr}}), 0U);
}

/// fnv32(md5(bytes)) computed by a few lines of Python over encodings written by hand from docs/tech-notes/encoding.md
/// and the table in util/encoding/decimal.go (1 is 2a02, -1 is 24fd, 99.01 is 2ac702, each with a zero byte behind).
void PlacementTypesTest::cockroachdb() {
    QCOMPARE(hash("cockroachdb", {{KeyType::Numeric, "1"}}), std::string("3805828983"));
    QCOMPARE(hash("cockroachdb", {{KeyType::Numeric, "1.00"}}), std::string("3805828983"));
    QCOMPARE(hash("cockroachdb", {{KeyType::Numeric, "-1"}}), std::string("577411712"));
    QCOMPARE(hash("cockroachdb", {{KeyType::Numeric, "99.01"}}), std::string("4225989686"));
    QCOMPARE(hash("cockroachdb", {{KeyType::Numeric, "0.00123"}}), std::string("1650132437")); // 28 87fe 193c 00
    QCOMPARE(hash("cockroachdb", {{KeyType::Numeric, "0.0"}}), std::string("2710824254"));     // 27
    QCOMPARE(hash("cockroachdb", {{KeyType::Int8, nullptr}}), std::string("1677181901"));      // 00
    // 14, then seconds f965920080 and nanoseconds f91dcd6500.
    QCOMPARE(hash("cockroachdb", {{KeyType::Timestamp, "2024-01-01 00:00:00.5"}}), std::string("4093428872"));
    QCOMPARE(hash("cockroachdb", {{KeyType::Date, "2024-01-01"}}), std::string("227520195")); // f74d0b
    QCOMPARE(hash("cockroachdb", {{KeyType::Bool, "t"}}), std::string("3132779227"));         // 89
    QCOMPARE(hash("cockroachdb", {{KeyType::Float8, "1.5"}}), std::string("2700902164"));     // 05 3ff8000000000000
    // A zero byte inside is escaped by ff.
    QCOMPARE(hash("cockroachdb", {{KeyType::Uuid, "123e4567-e89b-12d3-a456-426614174000"}}), std::string("1653805563"));
    // (1, 'x', NULL) is 89 12780001 00.
    QCOMPARE(hash("cockroachdb", {{KeyType::Int8, "1"}, {KeyType::Text, "x"}, {KeyType::Int8, nullptr}}),
             std::string("939334798"));
}

/// hash_test.go and xxhash_test.go of Vitess, and its documentation of the hash vindex.
void PlacementTypesTest::vitess() {
    const std::vector<std::pair<const char*, const char*>> ids = {
        {"1", "166b40b44aba4bd6"},   {"2", "06e7ea22ce92708f"},    {"3", "4eb190c9a2fa169c"},
        {"4", "d2fd8867d50d2dfe"},   {"5", "70bb023c810ca87a"},    {"6", "f098480ac4c4be71"},
        {"397", "5584fa738baaf516"}, {"1000", "1f7db68037e0ff5a"}, {"29999", "fcd63e56d3374d88"}};
    for (const auto& [key, id] : ids)
        QCOMPARE(hash("vitess-hash", {{KeyType::Int8, key}}), std::string(id));
    QCOMPARE(home("vitess-hash", 4, {{KeyType::Int8, "3"}}), 1U);
    QCOMPARE(home("vitess-hash", 4, {{KeyType::Int8, "4"}}), 3U);
    QCOMPARE(hash("vitess", {{KeyType::Int8, "+1"}}), std::string("d46405367612b4b7"));
    QCOMPARE(hash("vitess", {{KeyType::Text, "test1"}}), std::string("d01ab7e4d6978f0b"));
}

/// scylladb partitioner_test.cc, scylla-types.rst and the drivers' tests; encodings of CQL by hand.
void PlacementTypesTest::cassandra() {
    QCOMPARE(hash("cassandra", {{KeyType::Int4, "1"}}), std::string("-4069959284402364209"));
    QCOMPARE(hash("cassandra", {{KeyType::Int4, "42"}}), std::string("-7160136740246525330"));
    QCOMPARE(hash("cassandra", {{KeyType::Int8, "1"}}), std::string("6292367497774912474"));
    QCOMPARE(hash("cassandra", {{KeyType::Uuid, "00112233-4455-6677-8899-aabbccddeeff"}}),
             std::string("5713842290320563023"));
    QCOMPARE(hash("cassandra", {{KeyType::Int4, "143"}, {KeyType::Int4, "234"}}), std::string("4958784316840156970"));
    QCOMPARE(hash("scylladb", {{KeyType::Text, "file_instance"},
                               {KeyType::Date, "2021-03-27"},
                               {KeyType::Uuid, "c61a3321-0459-41c3-8e56-75255feb0196"}}),
             std::string("-5043005771368701888"));
    QCOMPARE(hash("cassandra", {{KeyType::Text, "foo"}, {KeyType::Int4, "1"}}), std::string("-8349576303719173463"));
    const auto bytes = [](std::string_view value) { return std::to_string(cassandraToken(value)); };
    using namespace std::string_view_literals;
    // A decimal is its scale and the unscaled number: 123.45 = 12345 (3039) with scale 2; -1.0 = -10 (f6) with scale 1.
    QCOMPARE(hash("cassandra", {{KeyType::Numeric, "123.45"}}), bytes("\0\0\0\2\x30\x39"sv));
    QCOMPARE(hash("cassandra", {{KeyType::Numeric, "-1.0"}}), bytes("\0\0\0\1\xf6"sv));
    QCOMPARE(hash("cassandra", {{KeyType::Numeric, "128"}}), bytes("\0\0\0\0\0\x80"sv));
    QCOMPARE(hash("cassandra", {{KeyType::Numeric, "-128"}}), bytes("\0\0\0\0\x80"sv));
    QCOMPARE(hash("cassandra", {{KeyType::Numeric, "0"}}), bytes("\0\0\0\0\0"sv));
    // 1970-01-02 is day 2^31 + 1; a timestamp counts milliseconds; 1.5 is 3ff8….
    QCOMPARE(hash("cassandra", {{KeyType::Date, "1970-01-02"}}), bytes("\x80\0\0\1"sv));
    QCOMPARE(hash("cassandra", {{KeyType::Timestamp, "1970-01-01 00:00:01.2345"}}), bytes("\0\0\0\0\0\0\x04\xd2"sv));
    QCOMPARE(hash("cassandra", {{KeyType::Float8, "1.5"}}), bytes("\x3f\xf8\0\0\0\0\0\0"sv));
    QCOMPARE(hash("cassandra", {{KeyType::Bool, "true"}}), bytes("\1"sv));
    QCOMPARE(hash("cassandra", {{KeyType::Binary, "0xfefefefefefefefe"}}), std::string("-8927430733708461935"));
}

/// hasher_test.cpp of MongoDB.
void PlacementTypesTest::mongodb() {
    QCOMPARE(hash("mongodb-hashed", {{KeyType::Int4, "42"}}), std::string("-944302157085130861"));
    QCOMPARE(hash("mongodb-hashed", {{KeyType::Numeric, "42.123"}}), std::string("-944302157085130861"));
    QCOMPARE(hash("mongodb-hashed", {{KeyType::Float8, "42.123"}}), std::string("-944302157085130861"));
    QCOMPARE(hash("mongodb-hashed", {{KeyType::Numeric, "-0.5"}}), std::string("4854801880128277513")); // 0
    QCOMPARE(hash("mongodb-hashed", {{KeyType::Float8, "1e300"}}), std::string("921523596458303250"));
    QCOMPARE(hash("mongodb-hashed", {{KeyType::Numeric, "NaN"}}), std::string("4854801880128277513"));
    QCOMPARE(hash("mongodb-hashed", {{KeyType::Bool, "true"}}), std::string("6405873908747105701"));
    QCOMPARE(hash("mongodb-hashed", {{KeyType::Bool, "false"}}), std::string("6289544573401934092"));
    QCOMPARE(hash("mongodb-hashed", {{KeyType::Date, "1970-01-01"}}), std::string("-1178696894582842035"));
    QCOMPARE(hash("mongodb-hashed", {{KeyType::Timestamp, "1970-01-01"}}), std::string("-1178696894582842035"));
    QCOMPARE(hash("mongodb-hashed", {{KeyType::ObjectId, "010203040506070809101112"}}),
             std::string("-5588663249627035708"));
    QCOMPARE(hash("mongodb-hashed", {{KeyType::Uuid, "00010203-0405-0607-0809-0a0b0c0d0e0f"}}),
             std::string("6084661258071355978"));
}

/// A stated width means the serializer of that width: murmur2 and CRC-32 of the big-endian bytes.
void PlacementTypesTest::kafka() {
    using namespace std::string_view_literals;
    QCOMPARE(hash("kafka", {{KeyType::Int4, "42"}}), std::to_string(murmur2Kafka("\0\0\0\x2a"sv)));
    QCOMPARE(hash("kafka", {{KeyType::Int8, "-2"}}),
             std::to_string(murmur2Kafka("\xff\xff\xff\xff\xff\xff\xff\xfe"sv)));
    QCOMPARE(hash("kafka", {{KeyType::Int, "21"}}), std::string("-973932308")); // the text "21"
    QCOMPARE(hash("kafka-librdkafka", {{KeyType::Int4, "42"}}), std::to_string(crc32("\0\0\0\x2a"sv)));
}

/// Vectors of ClickHouse 18.16 and 26.7, which agree.
void PlacementTypesTest::clickhouse() {
    QCOMPARE(hash("clickhouse-siphash64", {{KeyType::Text, "abc"}}), std::string("4596069200710135518"));
    QCOMPARE(hash("clickhouse-siphash64", {{KeyType::Int8, "42"}}), std::string("1135563785245924819"));
    QCOMPARE(hash("clickhouse-siphash64", {{KeyType::Int4, "42"}}), std::string("4686640835114562322"));
    QCOMPARE(hash("clickhouse-cityhash64", {{KeyType::Text, "abc"}}), std::string("4220206313085259313"));
    QCOMPARE(hash("clickhouse-cityhash64", {{KeyType::Text, "a"}, {KeyType::Text, "b"}}),
             std::string("7468329322676821011"));
    QCOMPARE(hash("clickhouse-cityhash64", {{KeyType::Int8, "1"}, {KeyType::Text, "b"}}),
             std::string("12201411922254269289"));
    QCOMPARE(hash("clickhouse-cityhash64", {{KeyType::Int4, "42"}}), std::string("11490350930367293593"));
    QCOMPARE(hash("clickhouse-inthash64", {{KeyType::Int8, "42"}}), std::string("11490350930367293593"));
    QCOMPARE(hash("clickhouse-murmurhash3-64", {{KeyType::Text, "abc"}}), std::string("10318955651176813877"));
    QCOMPARE(hash("clickhouse-xxhash64", {{KeyType::Text, "abc"}}), std::string("4952883123889572249"));
    // Weights 1 : 3 send remainder 0 of 4 to the first shard, the others to the second.
    PlacementSpec spec;
    spec.kind = "clickhouse";
    spec.partitions = 2;
    spec.weights = {1, 3};
    const auto weighted = makePlacement(spec);
    QVERIFY(weighted.has_value());
    QCOMPARE((*weighted)->partitionOf(std::int64_t{8}), 0U);
    QCOMPARE((*weighted)->partitionOf(std::int64_t{9}), 1U);
    QCOMPARE((*weighted)->partitionOf(std::int64_t{11}), 1U);
    // -5 is taken as 2^64 - 5, which is 4 modulo 7 because 2^64 is 2.
    QCOMPARE(home("clickhouse", 7, {{KeyType::Int4, "-5"}}), 4U);
}

/// Computed from the rule of partition.go over 8 partitions.
void PlacementTypesTest::tidb() {
    QCOMPARE(home("tidb", 8, {{KeyType::Int8, "-7"}}), 7U);
    QCOMPARE(home("tidb", 8, {{KeyType::Text, nullptr}}), 5U); // CRC-32 of one zero byte, 3523407757
    QCOMPARE(hash("tidb", {{KeyType::Int8, "12"}, {KeyType::Text, "3456789"}}), std::to_string(crc32("123456789")));
}

void PlacementTypesTest::readsTypes() {
    const auto number = [](KeyType type, const char* text) { return row({{type, text}}).front().number; };
    QCOMPARE(number(KeyType::Date, "1970-01-01"), 0LL);
    QCOMPARE(number(KeyType::Date, "2000-03-01"), 11017LL); // 10957 + 31 + 29
    QCOMPARE(number(KeyType::Date, "0001-01-01"), -719162LL);
    QCOMPARE(number(KeyType::Date, "0001-12-31 BC"), -719163LL); // the day before
    QCOMPARE(number(KeyType::Timestamp, "1970-01-01 00:00:01.000001"), 1000001LL);
    QCOMPARE(number(KeyType::Timestamp, "1969-12-31T23:59:59Z"), -1000000LL);
    QCOMPARE(number(KeyType::TimestampTz, "1970-01-01 01:00:00+01"), 0LL);
    QCOMPARE(number(KeyType::TimestampTz, "1969-12-31 16:00-0800"), 0LL);
    QCOMPARE(number(KeyType::Time, "24:00"), 86'400'000'000LL);
    QCOMPARE(row({{KeyType::Numeric, "-0012.50"}}).front().bytes, std::string("1250"));
    QCOMPARE(number(KeyType::Numeric, "-0012.50"), 2LL);
    QCOMPARE(row({{KeyType::Numeric, "1.5e3"}}).front().bytes, std::string("1500"));
    QCOMPARE(number(KeyType::Numeric, "1.5e-3"), 4LL);
    for (const char* bad : {"", "x", "2026-02-30", "2026-13-01", "2026-1", "2026-01-01 12:00", "99999999-01-01"})
        QVERIFY2(!misread(KeyType::Date, bad).empty(), bad);
    for (const char* bad : {"", "1.", ".", "1e", "--1", "1.2.3", "0x1"})
        QVERIFY2(bad == std::string("1.") || !misread(KeyType::Numeric, bad).empty(), bad);
    for (const char* bad :
         {"", "12345678", "g23e4567-e89b-12d3-a456-426614174000", "123e4567e89b12d3a4564266141740001"})
        QVERIFY2(!misread(KeyType::Uuid, bad).empty(), bad);
    for (const char* bad : {"2026-01-01 25:00", "2026-01-01 12:60", "2026-01-01 12:00+99", "2026-01-01 12:00 BCE"})
        QVERIFY2(!misread(KeyType::Timestamp, bad).empty(), bad);
    QCOMPARE(misread(KeyType::Int2, "40000"),
             std::string("'40000' is not a value of type int2 (expected an integer from "
                         "-32768 to 32767)"));
    QCOMPARE(*keyTypeOf("bigint"), KeyType::Int8);
    QVERIFY(!keyTypeOf("point"));
}

void PlacementTypesTest::refusals() {
    QCOMPARE(refusal("postgresql", {KeyType::Int8, KeyType::Numeric}), std::string());
    QVERIFY(!refusal("postgresql", {KeyType::ObjectId}).empty());
    QVERIFY(refusal("citus", {KeyType::Int8, KeyType::Text}).find("one column") != std::string::npos);
    QVERIFY(refusal("redis-cluster", {KeyType::Text, KeyType::Text}).find("--join") != std::string::npos);
    QVERIFY(!refusal("vitess-hash", {KeyType::Text}).empty());
    QVERIFY(!refusal("clickhouse", {KeyType::Text}).empty());
    QVERIFY(!refusal("mongodb-hashed", {KeyType::Int8, KeyType::Int8}).empty());
    QCOMPARE(refusal("scylladb", {KeyType::Uuid, KeyType::Date}), std::string());
}

QTEST_APPLESS_MAIN(PlacementTypesTest)
#include "placement_types_test.moc"
