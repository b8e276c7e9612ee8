// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "model/placement/hashes.h"
#include "model/placement/placement.h"
#include "tests/support/placements.h"

using namespace shardscape::model;
using shardscape::tests::placementOf;

namespace {

std::string hexBytes(std::string_view digits) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        bytes.push_back(static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16)));
    return bytes;
}

std::uint32_t home(const std::string& kind, std::uint32_t partitions, const std::string& key) {
    return placementOf(kind, partitions)->partitionOf(std::string_view(key));
}
std::uint32_t home(const std::string& kind, std::uint32_t partitions, std::int64_t key) {
    return placementOf(kind, partitions)->partitionOf(key);
}
std::string hash(const std::string& kind, const std::string& key) {
    const auto placement = placementOf(kind, 4);
    return placement->hashText(placement->place(std::string_view(key)).hash);
}
std::string hash(const std::string& kind, std::int64_t key) {
    const auto placement = placementOf(kind, 4);
    return placement->hashText(placement->place(key).hash);
}

std::vector<double> shares(const Placement& placement, std::int64_t keys) {
    std::vector<double> share(placement.partitions());
    for (std::int64_t key = 0; key < keys; ++key)
        share[placement.partitionOf(key)] += 1.0 / static_cast<double>(keys);
    return share;
}
double variation(const std::vector<double>& share) {
    const double mean = 1.0 / static_cast<double>(share.size());
    double sum = 0;
    for (double value : share)
        sum += (value - mean) * (value - mean);
    return std::sqrt(sum / static_cast<double>(share.size())) / mean;
}
/// Share of keys 0 … count-1 whose partition changes when there is one more.
double moved(const std::string& kind, std::uint32_t partitions, std::int64_t count) {
    const auto before = placementOf(kind, partitions);
    const auto after = placementOf(kind, partitions + 1);
    std::int64_t changed = 0;
    for (std::int64_t key = 0; key < count; ++key)
        changed += before->partitionOf(key) != after->partitionOf(key) ? 1 : 0;
    return static_cast<double>(changed) / static_cast<double>(count);
}

} // namespace

class PlacementTest : public QObject {
    Q_OBJECT
private slots:
    void digests();
    void postgresql();
    void postgresqlRows();
    void citusAndTimescaledb();
    void redisCluster();
    void cassandra();
    void scylladb();
    void kafka();
    void mongodb();
    void elasticsearch();
    void couchbaseAndCouchdb();
    void memcached();
    void vitess();
    void cockroachdb();
    void tidb();
    void dynamodbIsAStandIn();
    void referenceWorkload();
    void ringShares();
    void hashedShares();
    void keysMoved();
    void jumpPaper();
    void range();
    void directory();
    void refusals();
    void everyKindPlacesEveryKey();
};

/// RFC 1321 A.5; the catalogue of parametrised CRC algorithms ("123456789"); the FNV reference test suite.
void PlacementTest::digests() {
    QCOMPARE(hex(md5("")), std::string("d41d8cd98f00b204e9800998ecf8427e"));
    QCOMPARE(hex(md5("abc")), std::string("900150983cd24fb0d6963f7d28e17f72"));
    QCOMPARE(hex(md5("12345678901234567890123456789012345678901234567890123456789012345678901234567890")),
             std::string("57edf4a22be3c955ac49da2e2107b67a"));
    QCOMPARE(crc16Xmodem("123456789"), std::uint16_t{0x31c3});
    QCOMPARE(crc32("123456789"), 0xcbf43926U);
    QCOMPARE(fnv1a64(std::string_view("foobar")), 0x85944171f73967e8ULL);
    QCOMPARE(fnv1_32("foobar"), 0x31f0b262U);
    // splitmix64 seeded with 0 gives this first output (the reference C code of Vigna).
    QCOMPARE(mix64(0x9e3779b97f4a7c15ULL), 0xe220a8397b1dcdafULL);
}

/// A PostgreSQL 15 server: rows inserted into a table partitioned by HASH, MODULUS 8, and hash*extended() of the seed.
void PlacementTest::postgresql() {
    const std::vector<std::tuple<std::int64_t, std::string, std::uint32_t>> numbers = {
        {1, "5968994663651403477", 0},
        {42, "7363975540656877951", 2},
        {-7, "-7298374200968567817", 2},
        {123456789012345, "1245190300417211467", 6},
    };
    for (const auto& [key, expected, partition] : numbers) {
        QCOMPARE(hash("postgresql", key), expected);
        QCOMPARE(home("postgresql", 8, key), partition);
    }
    const std::vector<std::tuple<std::string, std::string, std::uint32_t>> texts = {
        {"alice", "1629593895061437170", 5},
        {"a much longer partition key", "-618300175620443752", 3},
        {"", "-5700645584453517373", 6},
        // uuid 123e4567-e89b-12d3-a456-426614174000 is hashed as its sixteen bytes.
        {hexBytes("123e4567e89b12d3a456426614174000"), "-1252132692482143582", 5},
    };
    for (const auto& [key, expected, partition] : texts) {
        QCOMPARE(hash("postgresql", key), expected);
        QCOMPARE(home("postgresql", 8, key), partition);
    }
    // date 2024-01-01 is day 8766 since 2000-01-01, timestamptz the same instant in microseconds.
    QCOMPARE(home("postgresql", 8, std::int64_t{8766}), 7U);
    QCOMPARE(home("postgresql", 8, std::int64_t{8766} * 86400 * 1000000), 3U);
}

/// The same server: PARTITION BY HASH (int, text), MODULUS 4; NULL columns are left out of the combination.
void PlacementTest::postgresqlRows() {
    const auto number = [](std::int64_t v) { return postgresqlHashExtended(v, kPostgresqlPartitionSeed); };
    const auto text = [](std::string_view v) { return postgresqlHashExtended(v, kPostgresqlPartitionSeed); };
    QCOMPARE(postgresqlRowHash({number(1), text("x")}) % 4, 2ULL);
    QCOMPARE(postgresqlRowHash({number(2), text("y")}) % 4, 3ULL);
    QCOMPARE(postgresqlRowHash({number(1000), text("tenant")}) % 4, 2ULL);
    QCOMPARE(postgresqlRowHash({text("x")}) % 4, 3ULL);
    QCOMPARE(postgresqlRowHash({number(5)}) % 4, 1ULL);
}

/// hashint4(), hashint8(), hashtext(), uuid_hash() of the same server; the shard rules of the extensions' sources.
void PlacementTest::citusAndTimescaledb() {
    const std::string uuid = hexBytes("123e4567e89b12d3a456426614174000");
    QCOMPARE(hash("citus", std::int64_t{1}), std::string("-1905060026"));
    QCOMPARE(home("citus", 32, std::int64_t{1}), 1U);
    QCOMPARE(home("citus", 32, std::int64_t{42}), 27U);
    QCOMPARE(home("citus", 32, std::int64_t{-7}), 15U);
    QCOMPARE(home("citus", 32, std::int64_t{1000000}), 10U);
    QCOMPARE(hash("citus", "alice"), std::string("791529341"));
    QCOMPARE(home("citus", 32, "alice"), 21U);
    QCOMPARE(home("citus", 32, "tenant-42"), 25U);
    QCOMPARE(home("citus", 32, uuid), 30U);
    QCOMPARE(home("timescaledb", 4, std::int64_t{1}), 0U);
    QCOMPARE(home("timescaledb", 4, std::int64_t{42}), 2U);
    QCOMPARE(home("timescaledb", 4, "dev-1"), 2U);
    QCOMPARE(home("timescaledb", 4, "dev-2"), 3U);
    QCOMPARE(home("timescaledb", 4, uuid), 3U);
}

/// redis-server 7.0.15, CLUSTER KEYSLOT; the split of three masters is the one redis-cli prints.
void PlacementTest::redisCluster() {
    const std::vector<std::pair<std::string, std::uint32_t>> expected = {
        {hexBytes("313233343536373839"), 12739},
        {hexBytes("666f6f"), 12182},
        {hexBytes("626172"), 5061},
        {hexBytes("736f6d656b6579"), 11058},
        {hexBytes("666f6f7b686173685f7461677d"), 2515},
        {hexBytes("7b75736572313030307d2e666f6c6c6f77696e67"), 3443},
        {hexBytes("7573657231303030"), 3443},
        {hexBytes("666f6f7b7d7b6261727d"), 8363},
        {hexBytes("666f6f7b7b6261727d7d7a6170"), 4015},
        {hexBytes("666f6f7b6261727d7b7a61707d"), 5061},
        {hexBytes("7b7d616263"), 5980},
        {hexBytes(""), 0},
        {hexBytes("61"), 15495},
        {hexBytes("757365723a7b34327d3a70726f66696c65"), 8000},
        {hexBytes("617d627b637d64"), 7365},
        {hexBytes("7b61"), 10276},
        {hexBytes("d0bad0bbd18ed187"), 10303},
    };
    for (const auto& [key, slot] : expected)
        QCOMPARE(redisSlot(key), slot);
    // Masters of 0-5460, 5461-10922, 10923-16383.
    QCOMPARE(home("redis-cluster", 3, "bar"), 0U);      // slot 5061
    QCOMPARE(home("redis-cluster", 3, "user1000"), 0U); // slot 3443
    QCOMPARE(home("redis-cluster", 3, "somekey"), 2U);  // slot 11058
    QCOMPARE(home("redis-cluster", 3, "a"), 2U);        // slot 15495
    QCOMPARE(home("redis-cluster", 3, "a}b{c}d"), 1U);  // slot 7365
}

/// The drivers' and servers' own unit tests, and the C extension of the Python driver (sign-extended tail bytes).
void PlacementTest::cassandra() {
    const std::vector<std::pair<std::string, std::int64_t>> tokens = {
        {hexBytes("313233"), -7468325962851647638}, // 123
        {hexBytes(
             "00ff10fa9900ff10fa9900ff10fa9900ff10fa9900ff10fa9900ff10fa9900ff10fa9900ff10fa9900ff10fa9900ff10fa99"),
         5837342703291459765},                                                     // ff-mix
        {hexBytes("fefefefefefefefe"), -8927430733708461935},                      // fe8
        {hexBytes("1010101010101010"), 1446172840243228796},                       // 10x8
        {hexBytes("39323233333732303336383534373735383037"), 7162290910810015547}, // maxlong ascii
        {hexBytes("00000001"), -4069959284402364209},                              // int 1
        {hexBytes("0000002a"), -7160136740246525330},                              // int 42
        {hexBytes("0000000000000001"), 6292367497774912474},                       // bigint 1
        {hexBytes("666f6f"), -2129773440516405919},                                // text foo
        {hexBytes("c3a9"), 5461403030378599040},                                   // text é
        {hexBytes("00112233445566778899aabbccddeeff"), 5713842290320563023},       // uuid
        {hexBytes(""), std::numeric_limits<std::int64_t>::min()},                  // empty
        {hexBytes("00040000008f000004000000ea00"), 4958784316840156970},           // (143,234)
        {hexBytes("000d66696c655f696e7374616e636500000480004919000010c61a3321045941c38e5675255feb019600"),
         -5043005771368701888},                                         // (file_instance,2021-03-27,uuid)
        {hexBytes("0003666f6f0000040000000100"), -8349576303719173463}, // (foo,1)
    };
    for (const auto& [key, token] : tokens)
        QCOMPARE(cassandraToken(key), token);
    QCOMPARE(cassandraCompositeKey({hexBytes("0000008f"), hexBytes("000000ea")}),
             hexBytes("00040000008f000004000000ea00"));
    QCOMPARE(hash("cassandra", std::int64_t{1}), std::string("6292367497774912474")); // bigint 1
    // Four equal ranges: [-2^63, -2^62), [-2^62, 0), [0, 2^62), [2^62, 2^63).
    QCOMPARE(home("cassandra", 4, std::int64_t{1}), 3U);
    QCOMPARE(home("cassandra", 4, "foo"), 1U); // -2129773440516405919
    QCOMPARE(home("cassandra", 4, ""), 0U);
}

/// partition -> CPU core: scylladb partitioner_test.cc and the shardof example of its documentation.
void PlacementTest::scylladb() {
    QCOMPARE(scyllaShard(-5043005771368701888, 7, 12), 1U);
    QCOMPARE(scyllaShard(-5043005771368701888, 7, 0), 1U);
    QCOMPARE(scyllaShard(-4069959284402364209, 8, 12), 2U);
    QCOMPARE(scyllaShard(4958784316840156970, 16, 12), 1U);
    QCOMPARE(scyllaShard(0, 2, 0), 1U);
    QCOMPARE(scyllaShard(-1, 2, 0), 0U);
    // Unlike Cassandra, the empty key is hashed like any other: MurmurHash3 of nothing with seed 0 is 0.
    QCOMPARE(hash("scylladb", ""), std::string("0"));
}

/// UtilsTest.testMurmur2 of Apache Kafka, rdmurmur2.c of librdkafka, both partitioners over 12 partitions.
void PlacementTest::kafka() {
    struct Row {
        std::string key;
        std::int32_t hash;
        std::uint32_t java;
        std::uint32_t native;
    };
    const std::vector<Row> rows = {
        {hexBytes("3231"), -973932308, 0, 4},
        {hexBytes("666f6f626172"), -790332482, 6, 5},
        {hexBytes("612d6c6974746c652d6269742d6c6f6e672d737472696e67"), -985981536, 8, 6},
        {hexBytes("612d6c6974746c652d6269742d6c6f6e6765722d737472696e67"), -1486304829, 11, 2},
        {hexBytes("6c6b6a683233346c68396669756839307932336f697568736166756a6861646f66323239706872396831396838396838"),
         -58897971, 5, 1},
        {hexBytes("616263"), 479470107, 3, 6},
        {hexBytes("6b61666b61"), -798503068, 4, 11},
        {hexBytes("6769626572697368313233343536373839"), -1890243828, 8, 11},
        {hexBytes("31323334"), -1614185708, 0, 7},
        {hexBytes(""), 275646681, 9, 0},
        {hexBytes("6f726465722d31"), 1221710326, 10, 7},
        {hexBytes("757365723a3432"), -1493546323, 1, 10},
    };
    for (const Row& row : rows) {
        QCOMPARE(murmur2Kafka(row.key), row.hash);
        QCOMPARE(home("kafka", 12, row.key), row.java);
        QCOMPARE(home("kafka-librdkafka", 12, row.key), row.native);
    }
}

/// hasher_test.cpp of MongoDB.
void PlacementTest::mongodb() {
    QCOMPARE(hash("mongodb-hashed", std::int64_t{42}), std::string("-944302157085130861"));
    QCOMPARE(hash("mongodb-hashed", std::int64_t{0}), std::string("4854801880128277513"));
    QCOMPARE(hash("mongodb-hashed", std::int64_t{1}), std::string("5902408780260971510"));
    QCOMPARE(hash("mongodb-hashed", std::int64_t{-1}), std::string("1140205862565771219"));
    QCOMPARE(hash("mongodb-hashed", std::int64_t{2147483647}), std::string("1143184177162245883"));
    QCOMPARE(hash("mongodb-hashed", std::int64_t{-2147483648}), std::string("6165898260261354870"));
    QCOMPARE(hash("mongodb-hashed", std::int64_t{9223372036854775807}), std::string("921523596458303250"));
    QCOMPARE(hash("mongodb-hashed", std::numeric_limits<std::int64_t>::min()), std::string("4532067210535695462"));
    QCOMPARE(hash("mongodb-hashed", "abc"), std::string("8478485326885698097"));
    QCOMPARE(hash("mongodb-hashed", ""), std::string("2049396243249673340"));
    // Two chunks: below 0 and from 0.
    QCOMPARE(home("mongodb-hashed", 2, std::int64_t{42}), 0U);
    QCOMPARE(home("mongodb-hashed", 2, std::int64_t{1}), 1U);
}

/// Murmur3HashFunctionTests of Elasticsearch; shards with the default number of routing shards.
void PlacementTest::elasticsearch() {
    struct Row {
        std::string key;
        std::uint32_t hash;
        std::uint32_t ofFive;
        std::uint32_t ofThree;
    };
    const std::vector<Row> rows = {
        {"hell", 0x5a0cb7c3U, 1, 0},      {"hello", 0xd7c31989U, 4, 2},
        {"hello w", 0x22ab2984U, 3, 0},   {"hello wo", 0xdf0ca123U, 0, 2},
        {"hello wor", 0xe7744d61U, 1, 0}, {"The quick brown fox jumps over the lazy dog", 0xe07db09cU, 4, 2},
        {"user-42", 0xa121b969U, 1, 0},   {"1", 0xf879cc33U, 4, 2},
        {"abc", 0x42b016c3U, 4, 0},       {"é漢字", 0xcc4ee0ddU, 1, 1},
    };
    for (const Row& row : rows) {
        QCOMPARE(hash("elasticsearch", row.key), std::to_string(static_cast<std::int32_t>(row.hash)));
        QCOMPARE(home("elasticsearch", 5, row.key), row.ofFive);
        QCOMPARE(home("elasticsearch", 3, row.key), row.ofThree);
    }
}

/// libcouchbase src/vbucket; mem3_hash_test of CouchDB and its ranges for q = 8.
void PlacementTest::couchbaseAndCouchdb() {
    QCOMPARE(home("couchbase", 1024, ""), 0U);
    QCOMPARE(home("couchbase", 1024, "foo"), 115U);
    QCOMPARE(home("couchbase", 1024, "bar"), 767U);
    QCOMPARE(home("couchbase", 1024, "hello"), 528U);
    QCOMPARE(home("couchbase", 1024, "Dummy Key"), 672U);
    QCOMPARE(home("couchbase", 1024, "user::42"), 686U);
    QCOMPARE(home("couchbase", 1024, "airline_10"), 361U);
    QCOMPARE(home("couchbase", 1024, "hotel_10025"), 564U);
    QCOMPARE(home("couchbase", 1024, "order:0001"), 959U);
    QCOMPARE(hash("couchdb", "0"), std::string("4108050209"));
    QCOMPARE(hash("couchdb", "doc1"), std::string("3380939531"));
    QCOMPARE(hash("couchdb", "order-0001"), std::string("3045031260"));
    QCOMPARE(hash("couchdb", "a"), std::string("3904355907"));
    QCOMPARE(hash("couchdb", "sensor-260"), std::string("1344472029"));
    QCOMPARE(home("couchdb", 8, "doc1"), 6U);                 // c9850b0b in c0000000-dfffffff
    QCOMPARE(home("couchdb", 8, "order-0001"), 5U);           // a0000000-bfffffff
    QCOMPARE(home("couchdb", 8, "a"), 7U);                    // e0000000-ffffffff
    QCOMPARE(home("couchdb", 8, "sensor-260:reading-1"), 2U); // partitioned database: 502303dd
}

/// test/fixtures/ketama.hpp of libmemcached: eight weighted servers.
void PlacementTest::memcached() {
    PlacementSpec spec;
    spec.kind = "memcached";
    spec.partitions = 8;
    for (int i = 1; i <= 8; ++i)
        spec.members.push_back("10.0.1." + std::to_string(i) + ":11211");
    spec.weights = {600, 300, 200, 350, 1000, 800, 950, 100};
    const auto ring = makePlacement(spec);
    QVERIFY(ring.has_value());
    QCOMPARE((*ring)->place(std::string_view("SVa_]_V41)")).hash, std::uint64_t{443691461});
    QCOMPARE((*ring)->partitionOf(std::string_view("SVa_]_V41)")), 6U);
    QCOMPARE((*ring)->place(std::string_view("*/Z;\?V(.\\8")).hash, std::uint64_t{1422915503});
    QCOMPARE((*ring)->partitionOf(std::string_view("*/Z;\?V(.\\8")), 0U);
    QCOMPARE((*ring)->place(std::string_view("30C1*Z*S/_")).hash, std::uint64_t{1473165754});
    QCOMPARE((*ring)->partitionOf(std::string_view("30C1*Z*S/_")), 1U);
    QCOMPARE((*ring)->place(std::string_view("ERR:EC58G>")).hash, std::uint64_t{2148406511});
    QCOMPARE((*ring)->partitionOf(std::string_view("ERR:EC58G>")), 6U);
    QCOMPARE((*ring)->place(std::string_view("1I=cTMNTKF")).hash, std::uint64_t{2882686667});
    QCOMPARE((*ring)->partitionOf(std::string_view("1I=cTMNTKF")), 4U);
    QCOMPARE((*ring)->place(std::string_view("]VG<`I*Z8)")).hash, std::uint64_t{1103544263});
    QCOMPARE((*ring)->partitionOf(std::string_view("]VG<`I*Z8)")), 4U);
    QCOMPARE((*ring)->place(std::string_view("VDEAAAAA")).hash, std::uint64_t{4294758837});
    QCOMPARE((*ring)->partitionOf(std::string_view("VDEAAAAA")), 2U);
}

/// xxhash.go tests of Vitess: keyspace ids in hexadecimal; shards -40, 40-80, 80-c0, c0-.
void PlacementTest::vitess() {
    QCOMPARE(hash("vitess", std::int64_t{1}), std::string("d46405367612b4b7"));
    QCOMPARE(hash("vitess", std::int64_t{-1}), std::string("d8e2a6a7c8c7623d"));
    QCOMPARE(hash("vitess", std::numeric_limits<std::int64_t>::max()), std::string("b37eb01f7bffafd8"));
    QCOMPARE(hash("vitess", "test1"), std::string("d01ab7e4d6978f0b"));
    QCOMPARE(hash("vitess", "testaverylongvaluetomakesurethisworks"), std::string("81d8c38e0d850e6a"));
    QCOMPARE(home("vitess", 4, std::int64_t{1}), 3U);
    QCOMPARE(home("vitess", 4, std::int64_t{42}), 2U);
    QCOMPARE(home("vitess", 4, "alice"), 1U);
}

/// The published expression of v23.2 over 16 buckets, computed independently.
void PlacementTest::cockroachdb() {
    const std::vector<std::pair<std::int64_t, std::uint32_t>> numbers = {{0, 2},   {1, 11},    {42, 7},        {109, 2},
                                                                         {110, 5}, {1000, 15}, {123456789, 6}, {-1, 7}};
    for (const auto& [key, bucket] : numbers)
        QCOMPARE(home("cockroachdb", 16, key), bucket);
    QCOMPARE(home("cockroachdb", 16, "alice"), 2U);
    QCOMPARE(home("cockroachdb", 16, "tenant-42"), 7U);
}

/// CRC-32 of the text form over 8 partitions (rule of partition.go, computed independently).
void PlacementTest::tidb() {
    const std::vector<std::pair<std::int64_t, std::uint32_t>> numbers = {{1, 7},    {2, 5},         {42, 0},
                                                                         {1000, 7}, {123456789, 6}, {-7, 7}};
    for (const auto& [key, partition] : numbers)
        QCOMPARE(home("tidb", 8, key), partition);
    QCOMPARE(home("tidb", 8, "alice"), 7U);
}

void PlacementTest::dynamodbIsAStandIn() {
    QVERIFY(findPlacement("dynamodb")->fidelity == PlacementFidelity::StandIn);
    QCOMPARE(home("dynamodb", 7, "user#1"), home("dynamodb", 7, "user#1"));
}

/// The first ranks of the reference workload: FNV-1a of the rank, splitmix64's finaliser, modulo 64. With zipf 0.99
/// over a million keys this sends 5.077856 times the mean to the busiest partition (see the simulator's tests for all
/// of them); rank 0 has 6.497 % of the traffic and lives in partition 19, the busiest one.
void PlacementTest::referenceWorkload() {
    QCOMPARE(home("hash-mod", 64, std::int64_t{0}), 19U);
}

/// Consistent hashing, N nodes of V points: the coefficient of variation of arc shares is sqrt((N-1)/(NV+1))
/// (Dirichlet). One ring of N = 200 estimates it within about 1/sqrt(2N) = 5 % (one standard deviation); four of them
/// are allowed. 200,000 keys add sqrt(N/K) = 0.03 to the share noise, which is added in quadrature.
void PlacementTest::ringShares() {
    for (std::uint32_t points : {8U, 64U}) {
        PlacementSpec spec;
        spec.kind = "consistent";
        spec.partitions = 200;
        spec.virtualNodes = points;
        const auto ring = makePlacement(spec);
        QVERIFY(ring.has_value());
        const double arcs = std::sqrt(199.0 / (200.0 * points + 1.0));
        const double expected = std::hypot(arcs, std::sqrt(199.0 / 200000.0));
        const double measured = variation(shares(**ring, 200000));
        QVERIFY2(std::abs(measured / expected - 1.0) < 0.2, qPrintable(QString::number(measured / expected)));
    }
}

/// K keys under any good hash (CRC-32 is none: it is linear, so that consecutive decimal keys spread unevenly): the
/// coefficient of variation is sqrt((N-1)/K); chi-square with N-1 = 63 degrees of freedom has a relative standard
/// deviation of sqrt(2/63)/2 = 9 % on it; four are allowed.
void PlacementTest::hashedShares() {
    for (const char* kind : {"hash-mod", "jump", "rendezvous", "postgresql", "cassandra", "kafka", "mongodb-hashed",
                             "vitess", "elasticsearch", "dynamodb", "citus"}) {
        const double measured = variation(shares(*placementOf(kind, 64), 64000));
        const double expected = std::sqrt(63.0 / 64000.0);
        QVERIFY2(std::abs(measured / expected - 1.0) < 0.36, kind);
    }
}

/// From N = 16 to 17: modulo moves 16/17 of the keys, the others the ideal 1/17 = 0.0588 (a ring with 128 points within
/// the variation of the newcomer's share, 9 %). 100,000 keys: standard deviation sqrt(p(1-p)/K) = 0.0007.
void PlacementTest::keysMoved() {
    QVERIFY(std::abs(moved("hash-mod", 16, 100000) - 16.0 / 17.0) < 0.003);
    QVERIFY(std::abs(moved("jump", 16, 100000) - 1.0 / 17.0) < 0.003);
    QVERIFY(std::abs(moved("rendezvous", 16, 100000) - 1.0 / 17.0) < 0.003);
    QVERIFY(std::abs(moved("consistent", 16, 100000) - 1.0 / 17.0) < 0.003 + 4 * 0.09 / 17.0);
}

/// Jump hash never moves a key between old buckets: growing by one either keeps a key or sends it to the newcomer.
void PlacementTest::jumpPaper() {
    for (std::uint64_t key = 0; key < 2000; ++key)
        for (std::uint32_t buckets = 1; buckets < 40; ++buckets) {
            const std::uint32_t before = jumpHash(mix64(key), buckets);
            const std::uint32_t after = jumpHash(mix64(key), buckets + 1);
            QVERIFY(after == before || after == buckets);
        }
    QCOMPARE(jumpHash(12345, 1), 0U);
}

void PlacementTest::range() {
    PlacementSpec spec;
    spec.kind = "range";
    spec.partitions = 4;
    spec.rangeLow = 100;
    spec.rangeSpan = 10; // 100..109 in ranges of 2.5: 100-102, 103-104, 105-107, 108-109
    const auto numbers = makePlacement(spec);
    QVERIFY(numbers.has_value());
    const std::vector<std::pair<std::int64_t, std::uint32_t>> expected = {
        {-5, 0}, {99, 0}, {100, 0}, {102, 0}, {103, 1}, {104, 1}, {105, 2}, {107, 2}, {108, 3}, {109, 3}, {110, 3}};
    for (const auto& [key, partition] : expected)
        QCOMPARE((*numbers)->partitionOf(key), partition);
    spec.splits = {"g", "n", "t"};
    const auto texts = makePlacement(spec);
    QVERIFY(texts.has_value());
    QCOMPARE((*texts)->partitionOf(std::string_view("alice")), 0U);
    QCOMPARE((*texts)->partitionOf(std::string_view("g")), 1U); // a split key opens its partition
    QCOMPARE((*texts)->partitionOf(std::string_view("mallory")), 1U);
    QCOMPARE((*texts)->partitionOf(std::string_view("zoe")), 3U);
}

void PlacementTest::directory() {
    PlacementSpec spec;
    spec.kind = "directory";
    spec.partitions = 64;
    spec.directory = {{"celebrity", 63}, {"7", 5}};
    const auto made = makePlacement(spec);
    QVERIFY(made.has_value());
    QCOMPARE((*made)->partitionOf(std::string_view("celebrity")), 63U);
    QCOMPARE((*made)->partitionOf(std::int64_t{7}), 5U);
    QCOMPARE((*made)->partitionOf(std::int64_t{0}), 19U); // all others as hash-mod
}

void PlacementTest::refusals() {
    PlacementSpec spec;
    spec.kind = "casandra";
    auto refused = makePlacement(spec);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().text(), std::string("unknown placement \"casandra\" (did you mean \"cassandra\"?)"));
    spec.kind = "jump";
    spec.partitions = 0;
    QVERIFY(!makePlacement(spec).has_value());
    spec.kind = "range";
    spec.partitions = 3;
    spec.splits = {"b", "a"};
    QVERIFY(!makePlacement(spec).has_value());
    spec.splits = {"a"};
    QVERIFY(!makePlacement(spec).has_value());
    spec.kind = "directory";
    spec.directory = {{"x", 3}};
    QVERIFY(!makePlacement(spec).has_value());
    spec.kind = "redis-cluster";
    spec.partitions = 16385;
    QVERIFY(!makePlacement(spec).has_value());
}

/// Whatever the key, every kind answers with a partition that exists, and always the same one.
void PlacementTest::everyKindPlacesEveryKey() {
    std::mt19937_64 random(7);
    for (const PlacementInfo& info : knownPlacements())
        for (std::uint32_t partitions : {1U, 2U, 3U, 17U, 1000U}) {
            const auto placement = placementOf(std::string(info.kind), partitions);
            for (int i = 0; i < 200; ++i) {
                std::string bytes(random() % 40, '\0');
                std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(random()); });
                const std::uint32_t partition = placement->partitionOf(std::string_view(bytes));
                QVERIFY2(partition < partitions, std::string(info.kind).c_str());
                QCOMPARE(placement->partitionOf(std::string_view(bytes)), partition);
                QVERIFY(placement->partitionOf(static_cast<std::int64_t>(random())) < partitions);
            }
        }
}

QTEST_APPLESS_MAIN(PlacementTest)
#include "placement_test.moc"
