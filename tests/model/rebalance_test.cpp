// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Placement theory: what moves when nodes come and go, and how even rings and bins are.
#include <QtTest>

#include <cmath>
#include <numeric>

#include "model/placement/hashes.h"
#include "model/placement/rebalance.h"

using namespace shardscape::model;

namespace {

constexpr std::int64_t kKeys = 200'000;

Rebalance change(const std::string& kind, std::uint32_t nodes, std::uint32_t added,
                 std::vector<std::uint32_t> lost = {}, std::uint32_t partitions = 0) {
    PlacementSpec spec;
    spec.kind = kind;
    spec.partitions = partitions;
    auto made = Rebalance::make(spec, {nodes, added, std::move(lost)});
    if (!made)
        qFatal("%s", made.error().text().c_str());
    return *made;
}

Movement movement(const Rebalance& rebalance) {
    Movement movement(rebalance.numbers());
    for (std::int64_t key = 0; key < kKeys; ++key)
        movement.add(rebalance.of(key), 10);
    return movement;
}

/// Four standard deviations of a share p among kKeys independent keys.
double four(double p) {
    return 4 * std::sqrt(p * (1 - p) / kKeys);
}

std::vector<double> shares(const Placement& placement, std::int64_t first, std::int64_t keys) {
    std::vector<double> share(placement.partitions());
    for (std::int64_t key = first; key < first + keys; ++key)
        share[placement.partitionOf(key)] += 1.0 / static_cast<double>(keys);
    return share;
}

} // namespace

#define CLOSE(actual, expected, tolerance)                                                                             \
    QVERIFY2(std::abs((actual) - (expected)) <= (tolerance),                                                           \
             qPrintable(QString("%1 is not within %2 of %3").arg(actual).arg(tolerance).arg(expected)))

class RebalanceTest : public QObject {
    Q_OBJECT
private slots:
    void nodesAreAdded_data();
    void nodesAreAdded();
    void aMiddleNodeIsLost_data();
    void aMiddleNodeIsLost();
    void thereAndBackAgain();
    void fixedPartitionsMoveAsFewAsPossible();
    void dealtByHand();
    void ringsAgainstVirtualNodes_data();
    void ringsAgainstVirtualNodes();
    void ballsIntoBins();
    void theLeastShare();
    void refusals();
};

void RebalanceTest::nodesAreAdded_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<uint>("nodes");
    QTest::addColumn<uint>("added");
    QTest::addColumn<double>("expected");
    QTest::addColumn<double>("spread"); ///< relative, of the newcomers' share
    // Modulo: of the residues modulo lcm(N, M) those below min(N, M) in both stay, which are min of each lcm/…:
    // h mod N = h mod M for gcd-many classes; N and N + 1 are coprime: N of N (N + 1) pairs stay, 1/(N + 1).
    QTest::newRow("mod 16 + 1") << "hash-mod" << 16U << 1U << 16.0 / 17 << 0.0;
    QTest::newRow("mod 16 + 16") << "hash-mod" << 16U << 16U << 0.5 << 0.0; // h mod 32 < 16 stays
    QTest::newRow("mod 4 + 2") << "hash-mod" << 4U << 2U << 2.0 / 3 << 0.0; // of 12 residues 0-3 stay
    for (const char* kind : {"jump", "rendezvous"}) {
        QTest::addRow("%s 16 + 1", kind) << kind << 16U << 1U << 1.0 / 17 << 0.0;
        QTest::addRow("%s 16 + 4", kind) << kind << 16U << 4U << 4.0 / 20 << 0.0;
    }
    // A newcomer's arcs vary by sqrt((N-1)/(N V + 1)) with V = 128 points: 8.6 % of 1/17, 4.3 % for four together.
    QTest::newRow("ring 16 + 1") << "consistent" << 16U << 1U << 1.0 / 17 << 0.086;
    QTest::newRow("ring 16 + 4") << "consistent" << 16U << 4U << 4.0 / 20 << 0.043;
    // Ketama has 160 points a server.
    QTest::newRow("ketama 16 + 1") << "memcached" << 16U << 1U << 1.0 / 17 << 0.077;
    QTest::newRow("kafka 12 + 1") << "kafka" << 12U << 1U << 12.0 / 13 << 0.0;
}

void RebalanceTest::nodesAreAdded() {
    QFETCH(QString, kind);
    QFETCH(uint, nodes);
    QFETCH(uint, added);
    QFETCH(double, expected);
    QFETCH(double, spread);
    const Rebalance rebalance = change(kind.toStdString(), nodes, added);
    const Movement moved = movement(rebalance);
    CLOSE(moved.moved.keys / moved.total.keys, expected, four(expected) + 4 * spread * expected);
    QCOMPARE(moved.moved.bytes, moved.moved.keys * 10);
    if (kind == "hash-mod" || kind == "kafka")
        return;
    for (uint node = 0; node < nodes; ++node) // a good scheme moves keys to newcomers alone
        QCOMPARE(moved.nodes[node].in.keys, 0.0);
}

void RebalanceTest::aMiddleNodeIsLost_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("expected");
    QTest::addColumn<bool>("named");
    // Modulo 16 to 15 with the last node in the place of the lost one: 15 of the 240 residues keep their number, of
    // which that of the lost node moves, and one residue more (15 of 16, 5 of 15) is on the last node both times.
    QTest::newRow("mod") << "hash-mod" << 15.0 / 16 << false;
    // Jump: the keys of the lost number go to the last node, those of the last node anywhere, one fifteenth of them
    // back to it.
    QTest::newRow("jump") << "jump" << 1.0 / 16 * (1 + 14.0 / 15) << false;
    QTest::newRow("rendezvous") << "rendezvous" << 1.0 / 16 << true;
    QTest::newRow("ring") << "consistent" << 1.0 / 16 << true;
    QTest::newRow("ketama") << "memcached" << 1.0 / 16 << true;
}

void RebalanceTest::aMiddleNodeIsLost() {
    QFETCH(QString, kind);
    QFETCH(double, expected);
    QFETCH(bool, named);
    const Movement moved = movement(change(kind.toStdString(), 16, 0, {5}));
    const bool ring = kind == "consistent" || kind == "memcached";
    CLOSE(moved.moved.keys / moved.total.keys, expected, four(expected) + (ring ? 4 * 0.086 * expected : 0));
    QCOMPARE(moved.nodes[5].after.keys, 0.0);
    if (named) // exactly what the node had
        QCOMPARE(moved.moved.keys, moved.nodes[5].before.keys);
    // Rendezvous and rings spread it over all others.
    if (named)
        for (std::size_t node = 0; node < 16; ++node)
            QVERIFY(node == 5 || moved.nodes[node].in.keys > 0);
}

/// Losing the newcomer again moves the same keys back to where they were.
void RebalanceTest::thereAndBackAgain() {
    for (const char* kind : {"consistent", "rendezvous", "jump", "memcached"}) {
        const Rebalance grow = change(kind, 16, 1);
        const Rebalance shrink = change(kind, 17, 0, {16});
        for (std::int64_t key = 0; key < 20'000; ++key) {
            const Rebalance::Move there = grow.of(key);
            const Rebalance::Move back = shrink.of(key);
            QVERIFY2(there.from == back.to && there.to == back.from, kind);
        }
    }
}

/// Redis Cluster's 16,384 slots over 16 masters are 1,024 each; 17 have 963 or 964, so that the newcomer takes exactly
/// 963 of them (16,384 = 17 x 963 + 13, and the 13 stay with those that have them).
void RebalanceTest::fixedPartitionsMoveAsFewAsPossible() {
    const Rebalance grow = change("redis-cluster", 16, 1, {}, 16384);
    std::vector<int> slots_(17);
    int movedSlots = 0;
    for (std::size_t slot = 0; slot < 16384; ++slot) {
        ++slots_[grow.after()[slot]];
        movedSlots += grow.before()[slot] != grow.after()[slot] ? 1 : 0;
    }
    QCOMPARE(movedSlots, 963);
    QCOMPARE(slots_[16], 963);
    for (std::size_t node = 0; node < 16; ++node)
        QVERIFY(slots_[node] == 963 || slots_[node] == 964);
    // Decimal texts under CRC-16 are not independent draws; shares of keys still follow the slots closely.
    const Movement moved = movement(grow);
    CLOSE(moved.moved.keys / moved.total.keys, 963.0 / 16384, 0.002);
    // A lost master: its 1,024 slots and no others.
    const Rebalance shrink = change("redis-cluster", 16, 0, {7}, 16384);
    for (std::size_t slot = 0; slot < 16384; ++slot)
        QCOMPARE(shrink.after()[slot] != shrink.before()[slot], shrink.before()[slot] == 7);
    // 64 shards of Citus on 4 workers, two more: 64 = 6 x 10 + 4, of 16 each keeps 11, 20 move.
    const Rebalance shards = change("citus", 4, 2, {}, 64);
    int count = 0;
    for (std::size_t i = 0; i < 64; ++i)
        count += shards.before()[i] != shards.after()[i] ? 1 : 0;
    QCOMPARE(count, 20);
}

void RebalanceTest::dealtByHand() {
    using Nodes = std::vector<std::uint32_t>;
    QCOMPARE(dealAnew({0, 1, 0, 1}, {0, 1}), (Nodes{0, 1, 0, 1}));
    QCOMPARE(dealAnew({0, 0, 1, 1}, {1}), (Nodes{1, 1, 1, 1}));
    QCOMPARE(dealAnew({0, 0, 0, 1, 1, 1}, {0, 1, 2}), (Nodes{0, 0, 2, 1, 1, 2}));
    QCOMPARE(dealAnew({0, 1, 2, 0, 1, 2}, {0, 2, 3}), (Nodes{0, 3, 2, 0, 3, 2}));
}

void RebalanceTest::ringsAgainstVirtualNodes_data() {
    QTest::addColumn<uint>("nodes");
    QTest::addColumn<uint>("points");
    QTest::addColumn<double>("maxOverMean");
    // Mean of the maximum over the mean: exact for one point (the harmonic number H_N), else simulated arcs of an
    // independent program (uniform points, 2,000 rings or more, standard errors below 0.4 %).
    QTest::newRow("3 x 1") << 3U << 1U << 1.83333;
    QTest::newRow("3 x 10") << 3U << 10U << 1.27273;
    QTest::newRow("3 x 100") << 3U << 100U << 1.08495;
    QTest::newRow("10 x 1") << 10U << 1U << 2.92897;
    QTest::newRow("10 x 10") << 10U << 10U << 1.54011;
    QTest::newRow("10 x 100") << 10U << 100U << 1.15968;
    QTest::newRow("10 x 256") << 10U << 256U << 1.09824;
}

/// The shares of a ring are Dirichlet: the mean of cv^2 over rings is (N-1)/(N V + 1); K keys add (N-1)/K to it and, to
/// the maximum, no more than a few standard deviations of a share, 1/sqrt(K/N). Six hundred rings vary by sqrt(2/(N-1))
/// each at most times 1.6 (one point: the tails are longer), together by 6.5 % for three nodes, 3 % for ten; four of
/// them are allowed.
void RebalanceTest::ringsAgainstVirtualNodes() {
    QFETCH(uint, nodes);
    QFETCH(uint, points);
    QFETCH(double, maxOverMean);
    constexpr int kRings = 600;
    constexpr std::int64_t kOnRing = 4000;
    double squares = 0;
    double highest = 0;
    for (int ring = 0; ring < kRings; ++ring) {
        PlacementSpec spec;
        spec.kind = "consistent";
        spec.partitions = nodes;
        spec.virtualNodes = points;
        for (uint node = 0; node < nodes; ++node)
            spec.owners.push_back(static_cast<std::uint32_t>(ring) * nodes + node);
        const auto made = makePlacement(spec);
        QVERIFY(made.has_value());
        double largest = 0;
        for (double share : shares(**made, ring * kOnRing, kOnRing)) {
            squares += std::pow(share * nodes - 1, 2) / nodes / kRings;
            largest = std::max(largest, share * nodes);
        }
        highest += largest / kRings;
    }
    const double expected = (nodes - 1.0) / (nodes * points + 1.0) + (nodes - 1.0) / kOnRing;
    CLOSE(squares / expected, 1.0, nodes == 3 ? 0.26 : 0.13);
    // Keys raise the maximum by less than their own deviation, sqrt(N/K) = 2.7 % and 5 %, divided by that of the arcs.
    const double noise = (nodes / static_cast<double>(kOnRing)) / std::sqrt(expected);
    CLOSE(highest, maxOverMean, 0.02 * maxOverMean + noise);
}

/// n keys over n partitions are balls thrown into bins: the fullest holds m or fewer with probability close to
/// P(Poisson(1) <= m)^n, so that its mean is the sum over m of 1 minus that: 6.7 of 10,000 (6.80 measured over 20
/// throws by an independent program). Fifty throws vary by 0.75/sqrt(50) = 0.1. Of two bins the emptier one is taken:
/// the mean maximum falls to 3.05.
void RebalanceTest::ballsIntoBins() {
    constexpr std::uint32_t kBins = 10'000;
    constexpr int kThrows = 50;
    double expected = 0;
    double below = 0;
    double term = std::exp(-1.0);
    for (int m = 0; m < 40; ++m) {
        below += term;
        term /= m + 1;
        expected += 1 - std::pow(below, kBins);
    }
    PlacementSpec spec;
    spec.partitions = kBins;
    const auto placement = makePlacement(spec);
    QVERIFY(placement.has_value());
    double one = 0;
    double two = 0;
    for (int thrown = 0; thrown < kThrows; ++thrown) {
        std::vector<int> first(kBins);
        std::vector<int> better(kBins);
        for (std::uint32_t ball = 0; ball < kBins; ++ball) {
            const auto key = static_cast<std::int64_t>(thrown) * kBins + ball;
            const std::uint32_t a = (*placement)->partitionOf(key);
            const std::uint32_t b = (*placement)->partitionOf(key + 1'000'000'000);
            ++first[a];
            ++better[better[a] <= better[b] ? a : b];
        }
        one += *std::max_element(first.begin(), first.end()) / double(kThrows);
        two += *std::max_element(better.begin(), better.end()) / double(kThrows);
    }
    CLOSE(one, expected, 0.4);
    CLOSE(two, 3.05, 0.2);
}

void RebalanceTest::theLeastShare() {
    CLOSE(change("jump", 16, 1).leastShare(), 1.0 / 17, 1e-12);
    CLOSE(change("jump", 16, 0, {3}).leastShare(), 1.0 / 16, 1e-12);
    CLOSE(change("consistent", 16, 1, {3}).leastShare(), 1.0 / 16, 1e-12); // a replacement takes what the lost one had
    CLOSE(change("jump", 4, 0).leastShare(), 0.0, 1e-12);
}

void RebalanceTest::refusals() {
    PlacementSpec spec;
    spec.partitions = 0;
    const auto problem = [&](const NodeChange& asked) {
        const auto made = Rebalance::make(spec, asked);
        return made ? std::string() : made.error().text();
    };
    QVERIFY(!problem({4, 0, {4}}).empty());
    QVERIFY(!problem({4, 0, {1, 1}}).empty());
    QVERIFY(!problem({1, 0, {0}}).empty());
    QVERIFY(!problem({0, 1, {}}).empty());
    spec.partitions = 8;
    QVERIFY(!problem({6, 3, {}}).empty());
    QCOMPARE(problem({6, 2, {}}), std::string());
}

QTEST_APPLESS_MAIN(RebalanceTest)
#include "rebalance_test.moc"
