// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Scenarios of tests/golden that show what the data layer is known to do: caches, replicas, events, keys and plans of
/// several steps. Each test says what is known and from where; variants without the defence change one member.
#include <QFile>
#include <QtTest>

#include <cmath>
#include <numeric>

#include "simulator/scenario/scenario_json.h"
#include "tests/simulator/scenarios.h"
#include "tests/support/folders.h"

using namespace shardscape::simulator;

namespace {

Scenario golden(const char* name) {
    QFile file(shardscape::tests::sourceFolder() + "/tests/golden/" + name + ".json");
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", name);
    const auto read = readScenario(file.readAll().toStdString());
    if (!read)
        qFatal("%s: %s", name, read.error().text().c_str());
    return *read;
}

std::uint64_t operations(const TableResult& table) {
    return std::accumulate(table.partitions.begin(), table.partitions.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const PartitionResult& p) { return sum + p.operations; });
}

/// Operations of the only partition in the windows that begin in [from, to).
std::uint64_t operationsBetween(const RunResult& run, double from, double to) {
    std::uint64_t sum = 0;
    for (const Window& window : run.series)
        if (window.fromSeconds >= from - 1e-9 && window.fromSeconds < to - 1e-9)
            sum += window.operations.at(0).at(0);
    return sum;
}

std::uint32_t longestQueue(const RunResult& run, double from, double to) {
    std::uint32_t most = 0;
    for (const Window& window : run.series)
        if (window.fromSeconds >= from - 1e-9 && window.fromSeconds < to - 1e-9)
            most = std::max(most, window.nodeMaxQueue.at(0));
    return most;
}

} // namespace

class GoldenDataTest : public QObject {
    Q_OBJECT
private slots:
    void stampede();
    void warmUpAvoidsTheStampede();
    void jitterSpreadsExpiry();
    void localAndSharedCache();
    void cachedReadsGrowStale();
    void staleFollowers();
    void sloppyQuorum();
    void lagOfQuorumWrites();
    void celebrityFanOut();
    void fanOutByKey();
    void saltedCounter();
    void copiedHotKey();
    void splitPartition();
    void asyncQueue();
    void redeliveredEvents();
    void lostAndDoubledEvents();
    void writeBatching();
    void batchTimer();
    void wrongPartitionCount();
    void reproducible();
};

/// A cache of all 1,000 keys is filled, serves 2,000/s for 5 s and is flushed at 10 s. The node behind it can do 400/s.
/// With one fetch at a time for a key, each key is fetched once: 1,000 to fill and at most 1,000 after the flush (all
/// but the rarest come back within 10 s; at 2,000/s a key of rank r is asked for 2,000/7.4855/r times a second).
/// Without, every miss of a key whose fetch is still under way asks again, and while the node is behind a fetch takes
/// as long as the queue.
void GoldenDataTest::stampede() {
    Scenario scenario = golden("cache_stampede");
    const RunResult coalesced = simulate(scenario);
    scenario.caches.front().coalesce = false;
    const RunResult plain = simulate(scenario);
    QCOMPARE(operationsBetween(coalesced, 0, 5), 1000ULL);
    QCOMPARE(operationsBetween(coalesced, 5, 10), 0ULL); // all hits
    const std::uint64_t fetched = operationsBetween(coalesced, 10, 20);
    QVERIFY(fetched > 800 && fetched <= 1000);
    QVERIFY(coalesced.streams.at(0).coalesced > 100);
    QCOMPARE(plain.streams.at(0).coalesced, 0ULL);
    QVERIFY(operationsBetween(plain, 10, 20) > fetched + fetched / 2);
    // The first quarter of a second brings 500 requests; 400/s are done.
    QVERIFY(longestQueue(plain, 10, 11) > 2 * longestQueue(coalesced, 10, 11));
    // Nobody is refused: each request is answered once either way.
    QCOMPARE(coalesced.streams.at(0).count, plain.streams.at(0).count);
    QVERIFY(coalesced.streams.at(0).latency.p999Ms < plain.streams.at(0).latency.p999Ms / 2);
    // Losing the most popular key alone costs one fetch of it.
    Scenario one = scenario;
    one.caches.front().coalesce = true;
    one.faults = {CacheFlush{"cache", 10, 1}};
    QCOMPARE(operationsBetween(simulate(one), 10, 20), 1ULL);
    // In the extreme, one key that takes half a second to fetch: every request of that time asks, 1,000 on average and
    // with a deviation of 32, against one.
    scenario.nodes.front().servers = 4000;
    scenario.streams.front().keys = uniform(1);
    scenario.streams.front().steps.front().service = deterministic(500);
    const std::uint64_t herd = operationsBetween(simulate(scenario), 10, 20);
    QVERIFY(herd > 870 && herd < 1130);
    scenario.caches.front().coalesce = true;
    QCOMPARE(operationsBetween(simulate(scenario), 10, 20), 1ULL);
}

/// The same flush before the requests come, and the cache put right from 7 s to 9.5 s, ahead of a rush at 10 s: the
/// node does what warming takes, 400/s, and none of it is waited for.
void GoldenDataTest::warmUpAvoidsTheStampede() {
    Scenario scenario = golden("cache_stampede");
    Cache& cache = scenario.caches.front();
    cache.coalesce = false;
    scenario.streams.front().profile = {{0, 0}, {10, 1}};
    scenario.faults = {CacheFlush{"cache", 6, 0}};
    cache.warmUp = WarmUp{1000, 0, 4};
    const RunResult cold = simulate(scenario);
    cache.warmUp = WarmUp{1000, 7, 2.5};
    const RunResult warm = simulate(scenario);
    QVERIFY(operationsBetween(cold, 10, 20) > 1300); // 1,000 and those asked for twice before the answer is there
    QCOMPARE(operationsBetween(warm, 0, 10), 1000ULL);
    QCOMPARE(operationsBetween(warm, 10, 20), 0ULL);
    QCOMPARE(warm.streams.at(0).hitRatio, 1.0);
    COMPARE_WITHIN(warm.streams.at(0).latency.maxMs, 0.1, 0.01);
    // Reads that warm up are nobody's requests.
    QCOMPARE(warm.requests, warm.streams.at(0).count);
}

/// All keys filled at one time expire at one time, 8 s later; with a jitter of one half they expire between 4 and 8 s.
/// The busiest quarter second after that has far fewer fetches.
void GoldenDataTest::jitterSpreadsExpiry() {
    Scenario scenario = golden("cache_stampede");
    Cache& cache = scenario.caches.front();
    scenario.faults.clear();
    scenario.nodes.front().servers = 1000; // the node does not queue: only misses count
    cache.warmUp = WarmUp{1000, 4, 0};
    cache.ttlSeconds = 8;
    const auto peak = [](const RunResult& run) {
        std::uint64_t most = 0;
        for (const Window& window : run.series)
            if (window.fromSeconds > 5)
                most = std::max<std::uint64_t>(most, window.operations.at(0).at(0));
        return most;
    };
    const std::uint64_t together = peak(simulate(scenario));
    cache.ttlJitter = 0.5;
    const std::uint64_t spread = peak(simulate(scenario));
    // Together: of 500 requests in the window after 12 s, every key's first one: sum of 1 - exp(-lambda_i / 4).
    double first = 0;
    double harmonic = 0;
    for (int r = 1; r <= 1000; ++r)
        harmonic += 1.0 / r;
    for (int r = 1; r <= 1000; ++r)
        first += 1 - std::exp(-2000 / harmonic / r / 4);
    COMPARE_WITHIN(double(together), first, 0.15);
    // Spread: of 1,000 keys 62.5 expire in a quarter of a second, and no more are fetched, within four deviations.
    QVERIFY2(spread < 62.5 + 4 * std::sqrt(62.5), qPrintable(QString::number(spread)));
}

/// Four local caches of 100 keys each see a quarter of the requests each, which changes nothing for an LRU cache under
/// independent references: its hit ratio is that of one cache of 100 among 1,000 keys at zipf 0.8, 0.3778 (Che's
/// approximation, 0.37779). The shared cache holds every key and all that reach it hit; no request asks the database.
void GoldenDataTest::localAndSharedCache() {
    const RunResult run = simulate(golden("local_and_shared_cache"));
    COMPARE_WITHIN(run.caches.at(0).hitRatio, 0.37779, 0.012);
    QVERIFY(run.caches.at(1).hitRatio > 0.9999);
    QCOMPARE(run.caches.at(1).lookups, run.caches.at(0).lookups - run.caches.at(0).hits);
    QCOMPARE(run.streams.at(0).cacheHits, run.caches.at(0).hits + run.caches.at(1).hits);
    // A local hit takes no time, a shared one 0.5 ms.
    COMPARE_WITHIN(run.streams.at(0).latency.meanMs, 0.5 * (1 - 0.37779), 0.02);
}

/// Writes that leave the cache alone (w a second for each key, a life of T): a hit at age a is stale with probability
/// 1 - exp(-w a), and ages of hits are even over T: 1 - (1 - exp(-w T)) / (w T). Told of writes, no hit is stale.
void GoldenDataTest::cachedReadsGrowStale() {
    Scenario scenario = cluster(1, 64, 1000, deterministic(0.001), 400'000);
    scenario.warmup = 0.1;
    scenario.streams.front().keys = uniform(10);
    Stream put = scenario.streams.front();
    put.name = "put";
    put.kind = StreamKind::Write;
    put.rate = 5; // 0.5 for each key
    scenario.streams.push_back(put);
    Cache cache{"cache", {"get", "put"}, 100, 2, deterministic(0)};
    cache.onWrite = OnWrite::Keep;
    scenario.caches = {cache};
    const RunResult kept = simulate(scenario);
    // T is 2 s and about 10 ms of waiting for the next request. 380 writes a key: 5 % of one, 1.6 % of all ten.
    COMPARE_WITHIN(double(kept.caches.at(0).stale) / kept.caches.at(0).hits, 1 - (1 - std::exp(-1.0)) / 1, 0.06);
    QCOMPARE(kept.streams.at(0).staleReads, kept.caches.at(0).stale);
    for (const OnWrite told : {OnWrite::Remove, OnWrite::Fill}) {
        scenario.caches.front().onWrite = told;
        QVERIFY(simulate(scenario).streams.at(0).staleReads < 10); // a fill that was under way during a write
    }
    // In four copies only one hears of a write: three of four hits are as before.
    scenario.caches.front().onWrite = OnWrite::Fill;
    scenario.caches.front().copies = 4;
    const RunResult copies = simulate(scenario);
    COMPARE_WITHIN(double(copies.caches.at(0).stale) / copies.caches.at(0).hits, 0.75 * std::exp(-1.0), 0.15);
}

/// 100 keys, 5 writes a second each, followers 50 ms behind: a read of a follower is stale when a write was
/// acknowledged less than 50 ms before: 1 - exp(-5 x 0.05) = 0.2212. The leader is never stale; one of three at random,
/// two of which follow, 2/3 of that. 280,000 reads: a deviation of 0.0008, a little more for reads of the same write.
void GoldenDataTest::staleFollowers() {
    Scenario scenario = golden("stale_followers");
    const RunResult run = simulate(scenario);
    const double expected = 1 - std::exp(-0.25);
    QCOMPARE(run.streams.at(1).staleReads, 0ULL);
    COMPARE_WITHIN(run.tables.at(0).replicaLag.p50Ms, 50.0, 0.01);
    COMPARE_WITHIN(double(run.streams.at(2).staleReads) / run.streams.at(2).count, expected, 0.02);
    COMPARE_WITHIN(double(run.streams.at(3).staleReads) / run.streams.at(3).count, expected * 2 / 3, 0.025);
    // Exponential lags: the newest write is missing with 1/nu of lag against w; but a later one may arrive first. With
    // few writes that does not matter: w / (w + nu) for w = 0.5, nu = 20.
    scenario.tables.front().lag = exponential(50);
    scenario.streams.front().rate = 50;
    const RunResult seldom = simulate(scenario);
    COMPARE_WITHIN(double(seldom.streams.at(2).staleReads) / seldom.streams.at(2).count, 0.5 / 20.5, 0.06);
}

/// Of three replicas two answer writes and two reads. 30 % of the writes reach one replica only and are taken for
/// acknowledged all the same; repair comes 100 ms later. A read misses the one replica with probability 1/3:
/// 0.3 x 1/3 x (1 - exp(-5 x 0.1)). When the writer insists on two real answers, no read that follows is stale, and the
/// writes of that 30 % fail.
void GoldenDataTest::sloppyQuorum() {
    Scenario scenario = golden("sloppy_quorum");
    const RunResult sloppy = simulate(scenario);
    COMPARE_WITHIN(double(sloppy.streams.at(1).staleReads) / sloppy.streams.at(1).count, 0.3 / 3 * (1 - std::exp(-0.5)),
                   0.03);
    QCOMPARE(sloppy.streams.at(0).errors, 0ULL);
    std::get<PartialWrites>(scenario.faults.front()).sloppy = false;
    const RunResult strict = simulate(scenario);
    QCOMPARE(strict.streams.at(1).staleReads, 0ULL);
    COMPARE_WITHIN(double(strict.streams.at(0).errors) / (strict.streams.at(0).errors + strict.streams.at(0).count),
                   0.3, 0.02);
    // Missing one replica leaves two: r + w > n holds, nothing is stale, nothing fails.
    std::get<PartialWrites>(scenario.faults.front()).missing = 1;
    const RunResult met = simulate(scenario);
    QCOMPARE(met.streams.at(1).staleReads, 0ULL);
    QCOMPARE(met.streams.at(0).errors, 0ULL);
    // Reading one of three instead breaks the rule: the missed one is asked in a third of the cases.
    scenario.streams.at(1).steps.front().quorum = 1;
    scenario.streams.at(1).steps.front().ask = 1;
    const RunResult one = simulate(scenario);
    COMPARE_WITHIN(double(one.streams.at(1).staleReads) / one.streams.at(1).count, 0.3 / 3 * (1 - std::exp(-0.5)),
                   0.03);
}

/// A write that two of three must have waits for one follower: the faster of two lags of mean 10 ms, 5 ms on average;
/// all three, the slower of two, 15 ms.
void GoldenDataTest::lagOfQuorumWrites() {
    Scenario scenario = golden("stale_followers");
    scenario.requests = 200'000;
    scenario.tables.front().lag = exponential(10);
    scenario.streams.front().steps.front().quorum = 2;
    COMPARE_WITHIN(simulate(scenario).streams.at(0).latency.meanMs, 5.01, 0.03);
    scenario.streams.front().steps.front().quorum = 3;
    COMPARE_WITHIN(simulate(scenario).streams.at(0).latency.meanMs, 15.01, 0.03);
}

/// One post to 100,000 followers, 1 ms each on 20 nodes of one server: 5 s when even; the slowest of 20 nodes has about
/// two deviations of sqrt(5,000) more, 3 % (and hashed partitions differ by 0.3 %). Done for the reader's sake before
/// the post is answered, the author waits for it; behind a queue of events, for 1 ms.
void GoldenDataTest::celebrityFanOut() {
    Scenario scenario = golden("celebrity_fan_out");
    const RunResult run = simulate(scenario);
    QCOMPARE(run.streams.at(0).count, 20ULL);
    QVERIFY2(run.streams.at(0).latency.meanMs > 5000 && run.streams.at(0).latency.meanMs < 5001 * 1.08,
             qPrintable(QString::number(run.streams.at(0).latency.meanMs)));
    QCOMPARE(operations(run.tables.at(0)), 20ULL * 100'001);
    // Ten seconds between posts: each node is busy for half of it, as the rates say.
    for (const NodeResult& node : run.nodes)
        COMPARE_WITHIN(node.expectedUtilisation, 0.5, 0.05);
    scenario.eventQueues = {EventQueue{"fan-out"}};
    scenario.streams.front().steps.at(1).queue = "fan-out";
    const RunResult later = simulate(scenario);
    COMPARE_WITHIN(later.streams.at(0).latency.maxMs, 1.0, 1e-9);
    QCOMPARE(later.eventQueues.at(0).applied, 20ULL);
    QVERIFY(later.eventQueues.at(0).latency.meanMs > 5000);
}

/// Followers by a power law, the most popular authors with the most: every request for the first key writes as often
/// as the first quantile says, and the derived load is what is observed.
void GoldenDataTest::fanOutByKey() {
    Scenario scenario = cluster(4, 64, 100, deterministic(0.01), 20'000);
    scenario.streams.front().kind = StreamKind::Write;
    scenario.streams.front().keys = zipf(1000, 1);
    Step timelines = scenario.streams.front().steps.front();
    timelines.keys = uniform(100'000);
    timelines.keys->space = "follower";
    FanOut fan;
    fan.kind = FanOut::Kind::PowerLaw;
    fan.alpha = 2;
    fan.most = 1000;
    fan.byKey = true;
    timelines.fanOut = fan;
    scenario.streams.front().steps.push_back(timelines);
    const RunResult run = simulate(scenario);
    // The mean over requests, from the definition: key of rank r (from 0) has the least k with
    // sum over i <= k of i^-2 / S >= 1 - (r + 1/2) / 1000.
    double sum = 0;
    double harmonic = 0;
    for (int i = 1; i <= 1000; ++i) {
        sum += 1.0 / i / i;
        harmonic += 1.0 / i;
    }
    double mean = 0;
    for (int r = 0; r < 1000; ++r) {
        double reached = 0;
        int k = 0;
        while (k < 1000 && reached / sum < 1 - (r + 0.5) / 1000 - 1e-12) {
            ++k;
            reached += 1.0 / k / k;
        }
        mean += k / (r + 1.0) / harmonic;
    }
    // 0.99 of all keys differ little; the first has 13 % of requests: deviations of sqrt(0.13 / 20,000) x its share.
    COMPARE_WITHIN(double(operations(run.tables.at(0))) / 20'000, 1 + mean, 0.03);
    double expected = 0;
    double observed = 0;
    for (const NodeResult& node : run.nodes) {
        expected += node.expectedUtilisation;
        observed += node.utilisation;
    }
    COMPARE_WITHIN(observed, expected, 0.04);
}

/// 80 % of 900 increments a second are for one counter: 720/s and a 1,600th of the rest... The first range holds 100 of
/// 1,600 keys. Over eight places, two ranges apart, each gets an eighth of the increments. Reading the total costs
/// eight operations instead of one, and waits for the slowest.
void GoldenDataTest::saltedCounter() {
    Scenario scenario = golden("salted_counter");
    const RunResult salted = simulate(scenario);
    scenario.tables.front().spread.reset();
    const RunResult plain = simulate(scenario);
    // 180/s of other keys are even over 1,599: the first range has 99 of them, others 100.
    const double other = 180.0 / 1599;
    COMPARE_WITHIN(plain.nodes.at(0).expectedUtilisation, (720 + 99 * other + 10) / 1000, 1e-9);
    COMPARE_WITHIN(salted.nodes.at(0).expectedUtilisation, (90 + 99 * other + 10) / 1000, 1e-9);
    COMPARE_WITHIN(salted.nodes.at(2).expectedUtilisation, (90 + 100 * other + 10) / 1000, 1e-9);
    COMPARE_WITHIN(salted.nodes.at(1).expectedUtilisation, 100 * other / 1000, 1e-9);
    // Observed: 190,000 requests, 19,000 increments at each of the eight places.
    for (std::size_t p = 0; p < 16; ++p)
        COMPARE_WITHIN(salted.tables.at(0).partitions.at(p).observedShare, salted.tables.at(0).partitions.at(p).share,
                       0.06);
    QVERIFY(salted.tables.at(0).skew.maxOverMean < plain.tables.at(0).skew.maxOverMean / 5);
    // Reads: 7 operations more each, 10 of 910 requests.
    COMPARE_WITHIN(double(operations(salted.tables.at(0))) / operations(plain.tables.at(0)), 1 + 70.0 / 910, 0.01);
    // Increments wait less: M/M/1 at 0.74 and at 0.11. Totals: eight M/M/1 instead of one; without waiting the slowest
    // of eight exponentials takes 1 + 1/2 + ... + 1/8 = 2.718 ms.
    QVERIFY(salted.streams.at(0).latency.meanMs < plain.streams.at(0).latency.meanMs / 2);
    QVERIFY(salted.streams.at(1).latency.meanMs > 2.718);
    QVERIFY(salted.streams.at(1).latency.meanMs < 2.718 * 1.25);
}

/// The reverse for a key that is read: four copies, each with a quarter of the reads; a write goes to all of them.
void GoldenDataTest::copiedHotKey() {
    Scenario scenario = golden("salted_counter");
    scenario.tables.front().spread = Spread{Spread::Kind::Copied, 4, 1};
    scenario.streams.at(0).kind = StreamKind::Read;
    scenario.streams.at(1).kind = StreamKind::Write;
    const RunResult run = simulate(scenario);
    const double other = 180.0 / 1599;
    COMPARE_WITHIN(run.nodes.at(0).expectedUtilisation, (180 + 99 * other + 10) / 1000, 1e-9);
    COMPARE_WITHIN(run.nodes.at(4).expectedUtilisation, (180 + 100 * other + 10) / 1000, 1e-9);
    COMPARE_WITHIN(run.nodes.at(4).utilisation, run.nodes.at(4).expectedUtilisation, 0.05);
    // Without copies of the hot key alone, others are not spread.
    COMPARE_WITHIN(run.nodes.at(1).expectedUtilisation, 100 * other / 1000, 1e-9);
}

/// A partition with half of all keys, cut at half-time: its load is halved from then on, the new one has the rest. A
/// hot key, though, stays where it is or moves as a whole.
void GoldenDataTest::splitPartition() {
    Scenario scenario = cluster(3, 64, 1000, deterministic(1), 0);
    scenario.durationSeconds = 100;
    scenario.windows = 10;
    scenario.tables.front().partitions = 2;
    scenario.tables.front().splits = {{50, 1}};
    scenario.streams.front().keys = uniform(1000);
    const RunResult run = simulate(scenario);
    for (const Window& window : run.series) {
        const bool before = window.fromSeconds < 50;
        const double seconds[] = {5000, before ? 5000.0 : 2500.0, before ? 0.0 : 2500.0};
        for (std::size_t p = 0; p < 3; ++p)
            QVERIFY(std::abs(window.operations.at(0).at(p) - seconds[p]) <= 5 * std::sqrt(seconds[p]));
    }
    QVERIFY(!run.tables.at(0).derived); // it is not one share for the whole run
    QCOMPARE(run.tables.at(0).partitions.at(2).node, 2U);
}

/// 100/s, five times as many from 10 to 20 s, two consumers of 10 ms: 200/s. The queue grows by 300/s to 3,000 and
/// falls by 100/s until 50 s; the client has its answer at once. The last of the burst waits for 3,000 others, 15 s.
/// Poisson counts: 5,000 of the burst have a deviation of 71.
void GoldenDataTest::asyncQueue() {
    const RunResult run = simulate(golden("async_queue"));
    const EventQueueResult& queue = run.eventQueues.at(0);
    QCOMPARE(run.streams.at(0).latency.maxMs, 0.0);
    COMPARE_WITHIN(double(queue.maxDepth), 3000.0, 0.08);
    COMPARE_WITHIN(queue.latency.maxMs, 15'010.0, 0.08);
    QCOMPARE(queue.applied, run.streams.at(0).count);
    QCOMPARE(queue.lost + queue.appliedAgain + queue.refused, 0ULL);
    for (const Window& window : run.series) {
        const double t = window.fromSeconds + window.seconds;
        const double expected = t <= 10 ? 0 : t <= 20 ? 300 * (t - 10) : std::max(0.0, 3000 - 100 * (t - 20));
        QVERIFY2(std::abs(double(window.eventQueues.at(0).depth) - expected) < 330,
                 qPrintable(QString("%1 s: %2").arg(t).arg(window.eventQueues.at(0).depth)));
        if (t > 11 && t < 45) // busy consumers take 200 a second
            COMPARE_WITHIN(double(window.eventQueues.at(0).applied), 200.0, 0.011);
    }
    // Nodes that are down for good: what consumers cannot do is delivered again until requests end, and not for ever.
    Scenario broken = golden("async_queue");
    broken.faults = {NodesDown{{30, 0}, {"n"}, {}, 0, WhenDown::Refused, 0}};
    const EventQueueResult left = simulate(broken).eventQueues.at(0);
    QVERIFY(left.applied < left.accepted && left.redelivered > 0);
    // A queue with a limit refuses what does not fit.
    Scenario limited = golden("async_queue");
    limited.eventQueues.front().limit = 1000;
    const RunResult refusing = simulate(limited);
    QCOMPARE(refusing.eventQueues.at(0).maxDepth, 1000ULL);
    COMPARE_WITHIN(double(refusing.streams.at(0).errors), 2000.0, 0.12);
    QCOMPARE(refusing.eventQueues.at(0).refused, refusing.streams.at(0).errors);
}

/// A tenth of the deliveries is not confirmed and comes again: f / (1 - f) = 1/9 further deliveries for each event.
/// Recognised, they do nothing: as many writes as events. Otherwise a ninth more. At most once, a tenth is lost.
/// 190,000 events: 21,111 with a deviation of about 153, 0.7 %.
void GoldenDataTest::redeliveredEvents() {
    Scenario scenario = golden("redelivered_events");
    const auto events = [&](const RunResult& run) { return double(run.eventQueues.at(0).accepted); };
    const RunResult idempotent = simulate(scenario);
    COMPARE_WITHIN(idempotent.eventQueues.at(0).redelivered / events(idempotent), 0.1, 0.03);
    QCOMPARE(idempotent.eventQueues.at(0).recognised, idempotent.eventQueues.at(0).redelivered);
    QCOMPARE(idempotent.eventQueues.at(0).appliedAgain, 0ULL);
    QCOMPARE(idempotent.eventQueues.at(0).applied, idempotent.eventQueues.at(0).accepted);
    scenario.eventQueues.front().idempotent = false;
    const RunResult twice = simulate(scenario);
    COMPARE_WITHIN(twice.eventQueues.at(0).appliedAgain / events(twice), 1.0 / 9, 0.03);
    QCOMPARE(twice.eventQueues.at(0).applied, twice.eventQueues.at(0).accepted);
    QVERIFY(twice.nodes.at(0).operations > idempotent.nodes.at(0).operations * 1.1);
    scenario.eventQueues.front().delivery = Delivery::AtMostOnce;
    const RunResult once = simulate(scenario);
    COMPARE_WITHIN(once.eventQueues.at(0).lost / events(once), 0.1, 0.03);
    QCOMPARE(once.eventQueues.at(0).appliedAgain, 0ULL);
    QCOMPARE(once.eventQueues.at(0).applied + once.eventQueues.at(0).lost, once.eventQueues.at(0).accepted);
}

/// 2 % of the events vanish, 5 % are put in twice; each is counted.
void GoldenDataTest::lostAndDoubledEvents() {
    Scenario scenario = golden("redelivered_events");
    scenario.faults = {LostEvents{{}, "payments", 0.02}, DuplicateEvents{{}, "payments", 0.05}};
    scenario.eventQueues.front().idempotent = false;
    const EventQueueResult queue = simulate(scenario).eventQueues.at(0);
    const auto accepted = static_cast<double>(queue.accepted);
    COMPARE_WITHIN(queue.lost / accepted, 0.02, 0.06);
    COMPARE_WITHIN(queue.duplicated / accepted, 0.98 * 0.05, 0.05);
    QCOMPARE(queue.appliedAgain, queue.duplicated);
    QCOMPARE(queue.applied, queue.accepted - queue.lost);
}

/// A write of 10 ms and 0.1 ms for its row, one server, 1,000/s: ten times too much. Fifty together take 15 ms every
/// 50 ms: busy for 0.3. Requests come 1 ms apart and the batch leaves with the fiftieth: they wait 0, 1 ... 49 ms,
/// 24.5 on average, and 15 ms for the work.
void GoldenDataTest::writeBatching() {
    Scenario scenario = golden("write_batching");
    const RunResult run = simulate(scenario);
    COMPARE_WITHIN(run.streams.at(0).latency.meanMs, 39.5, 1e-3);
    COMPARE_WITHIN(run.streams.at(0).latency.maxMs, 64.0, 1e-6);
    COMPARE_WITHIN(run.nodes.at(0).utilisation, 0.3, 0.01);
    COMPARE_WITHIN(double(run.streams.at(0).batches), 60'000.0 / 50, 0.002);
    QCOMPARE(operations(run.tables.at(0)), run.streams.at(0).count);
    scenario.streams.front().steps.front().batching.reset();
    const RunResult single = simulate(scenario);
    COMPARE_WITHIN(single.nodes.at(0).utilisation, 1.0, 0.01);
    // 100/s of 1,000/s are done: by the end the last waits for nine tenths of the time's work, 540 s.
    COMPARE_WITHIN(single.streams.at(0).latency.maxMs, 540'000.0, 0.01);
}

/// The timer: at 1,000/s and a wait of 9.5 ms a batch holds the first and the nine that follow within 9.5 ms; they wait
/// 9.5, 8.5 ... 0.5 ms, 5 on average, and 10 + 1 ms for the work, which ends 1 ms after the next batch leaves at worst:
/// batches leave every 10 ms but take 11, so that give the work 5 ms instead: 5 + 5 + 1.
void GoldenDataTest::batchTimer() {
    Scenario scenario = golden("write_batching");
    Step& step = scenario.streams.front().steps.front();
    step.batching->waitMs = 9.5;
    step.service = deterministic(5);
    const RunResult run = simulate(scenario);
    COMPARE_WITHIN(run.streams.at(0).latency.meanMs, 11.0, 1e-3);
    COMPARE_WITHIN(run.nodes.at(0).utilisation, 0.6, 0.01);
}

/// 64 partitions, clients that know of 48: a hash h is right when h mod 64 = h mod 48, which holds for the least
/// min(64, 48) of every lcm = 192 numbers: 1 - 48/192 = 3/4 are wrong (1 - gcd/max in general). Each costs its
/// redirect; a client that treats it as an error has three quarters of them.
void GoldenDataTest::wrongPartitionCount() {
    Scenario scenario = golden("wrong_partition_count");
    const RunResult run = simulate(scenario);
    COMPARE_WITHIN(double(run.streams.at(0).misrouted) / run.streams.at(0).count, 0.75, 0.005);
    COMPARE_WITHIN(run.streams.at(0).latency.meanMs, 1 + 0.75 * 0.5, 0.01);
    std::get<WrongPartitionCount>(scenario.faults.front()).fails = true;
    const RunResult failing = simulate(scenario);
    COMPARE_WITHIN(double(failing.streams.at(0).errors) / 400'000, 0.75, 0.005);
    QCOMPARE(failing.streams.at(0).errorsByCause.at(static_cast<std::size_t>(Cause::Misrouted)),
             failing.streams.at(0).errors);
    std::get<WrongPartitionCount>(scenario.faults.front()).partitions = 63; // 1 - 1/64
    COMPARE_WITHIN(double(simulate(scenario).streams.at(0).errors) / 400'000, 63.0 / 64, 0.002);
}

/// Same file, same result to the last bit, also through its own JSON.
void GoldenDataTest::reproducible() {
    for (const char* name : {"cache_stampede", "salted_counter", "async_queue", "write_batching"}) {
        const Scenario scenario = golden(name);
        const std::string fingerprint = simulate(scenario).fingerprint;
        QVERIFY(simulate(*readScenario(writeScenario(scenario))).fingerprint == fingerprint);
    }
}

QTEST_APPLESS_MAIN(GoldenDataTest)
#include "golden_data_test.moc"
