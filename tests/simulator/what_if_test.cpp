// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// What is supposed of a scenario: how it is written, what it changes, and that both runs see the same random numbers.
#include <QTest>

#include "simulator/cluster/cache_past.h"
#include "simulator/cluster/characteristic_time.h"
#include "simulator/explain/what_if.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape::simulator;

namespace {

WhatIf parsed(const char* spec) {
    const auto what = parseWhatIf(spec);
    if (!what)
        qFatal("%s", what.error().text().c_str());
    return *what;
}
Scenario supposed(const Scenario& scenario, const char* spec) {
    auto out = suppose(scenario, parsed(spec));
    if (!out)
        qFatal("%s", out.error().text().c_str());
    return std::move(*out);
}
std::string refusal(const Scenario& scenario, const char* spec) {
    const auto out = suppose(scenario, parsed(spec));
    return out ? std::string() : out.error().text();
}

/// Eight partitions of three replicas on four nodes, a read and a write of the same keys.
Scenario replicated() {
    Scenario scenario = cluster(4, 1, 100, exponential(), 1000);
    scenario.tables[0].name = "users";
    scenario.tables[0].partitions = 8;
    scenario.tables[0].replicas = 3;
    scenario.tables[0].router.kind = "hash-mod";
    scenario.streams[0].keys = uniform(1000);
    scenario.streams[0].keys.space = "user";
    scenario.streams[0].steps[0].table = "users";
    scenario.streams.push_back(scenario.streams[0]);
    scenario.streams[1].name = "put";
    scenario.streams[1].kind = StreamKind::Write;
    return scenario;
}

} // namespace

class WhatIfTest : public QObject {
    Q_OBJECT
private slots:
    void everySwitchIsWrittenAsItIsRead() {
        for (const char* spec : {"traffic=2",
                                 "traffic:get=0.5",
                                 "nodes=32",
                                 "nodes:n=32",
                                 "cost=0.5",
                                 "partitions=128",
                                 "partitions:users=7",
                                 "replicas=3",
                                 "router=jump",
                                 "partition-key=even",
                                 "keys=uniform",
                                 "keys=zipf(1.2)",
                                 "keys:get=latest(0.99)",
                                 "keys=hotset(0.01,0.8)",
                                 "keys=powerlaw(2.1)",
                                 "fail=region:us",
                                 "fail=node:n0,10s",
                                 "fail=dependency:get,0s,1min",
                                 "slow=n0:5",
                                 "salt=8,100",
                                 "hot-copies:users=4",
                                 "consistency=strong",
                                 "consistency:get=eventual",
                                 "cache=100000",
                                 "arrivals=steady",
                                 "arrivals=even"})
            QCOMPARE(specOf(parsed(spec)), std::string(spec));
        // The suffixes of quantities, and blanks.
        QCOMPARE(parsed(" cache : get = 100k , 2min ").number, 100'000.0);
        QCOMPARE(parsed("cache:get=100k,2min").seconds, 120.0);
        QCOMPARE(parsed("cache:get=100k,2min").whose, std::string("get"));
        QCOMPARE(parsed("cost=50%").number, 0.5);
        QCOMPARE(parsed("keys=hotset(1%, 80%)").popularity.shareOfKeys, 0.01);
        QCOMPARE(parseWhatIf(specOf(parsed("cache=5,90s"))).value(), parsed("cache=5,90s"));
    }

    void whatIsNotUnderstoodIsRefusedWithAdvice() {
        const auto refused = [](const char* spec) {
            const auto what = parseWhatIf(spec);
            return what ? std::string() : what.error().text();
        };
        QVERIFY(refused("nodse=2").find("did you mean \"nodes\"") != std::string::npos);
        QVERIFY(refused("").find("traffic=2") != std::string::npos);
        QVERIFY(refused("router=jmp").find("did you mean \"jump\"") != std::string::npos);
        for (const char* spec : {"nodes",
                                 "nodes=",
                                 "nodes=0",
                                 "nodes=-1",
                                 "nodes=1.5",
                                 "nodes=1e9",
                                 "traffic=x",
                                 "traffic=nan",
                                 "traffic=inf",
                                 "nodes:=2",
                                 "cost:n=2",
                                 "keys=zipf",
                                 "keys=zipf()",
                                 "keys=zipf(1",
                                 "keys=zipf(1,2)",
                                 "keys=zipf(-1)",
                                 "keys=hotset(2, 0.5)",
                                 "keys=powerlaw(1)",
                                 "keys=sample",
                                 "consistency=maybe",
                                 "cache=10,",
                                 "cache=10,soon",
                                 "cache=,5s",
                                 "arrivals=late",
                                 "fail=us",
                                 "fail=house:us",
                                 "fail=node:",
                                 "fail=node:n,soon",
                                 "fail=node:n,1s,2s,3s",
                                 "slow=n0",
                                 "slow=n0:0.5",
                                 "slow=n0:x"})
            QVERIFY2(!refused(spec).empty(), spec);
    }

    void namesThatAreNotThereAreRefused() {
        const Scenario scenario = replicated();
        QVERIFY(refusal(scenario, "traffic:gett=2").find("did you mean \"get\"") != std::string::npos);
        QVERIFY(refusal(scenario, "partitions:orders=2").find("there is users") != std::string::npos);
        QVERIFY(refusal(scenario, "cache:put=10").find("only reads") != std::string::npos);
        QVERIFY(!refusal(cluster(4, 1, 100, exponential(), 1000), "consistency=strong").empty());
        QVERIFY(!refusal(cluster(1, 1, 100, exponential(), 1000), "partition-key=even").empty());
        // What does not fit together any more: three replicas on two nodes.
        const std::string misfit = refusal(scenario, "nodes=2");
        QVERIFY2(misfit.find("nodes=2") != std::string::npos && misfit.find("3 replicas") != std::string::npos,
                 misfit.c_str());
        Scenario two = scenario;
        two.nodes.push_back({"m", 4, 1, "", 1});
        QVERIFY(refusal(two, "nodes=8").find("nodes:n=8") != std::string::npos);
        QCOMPARE(supposed(two, "nodes:m=8").nodes[1].count, 8U);
    }

    void countsChangeAsSaid() {
        const Scenario scenario = replicated();
        QCOMPARE(supposed(scenario, "nodes=9").nodes[0].count, 9U);
        QCOMPARE(supposed(scenario, "cost=0.75").nodes[0].count, 3U);
        QCOMPARE(supposed(cluster(5, 1, 100, exponential(), 1000), "cost=0.5").nodes[0].count, 2U);
        QCOMPARE(supposed(cluster(1, 1, 100, exponential(), 1000), "cost=0.5").nodes[0].count, 1U);
        QCOMPARE(supposed(scenario, "partitions=64").tables[0].partitions, 64U);
        QCOMPARE(supposed(scenario, "replicas=2").tables[0].replicas, 2U);
        QCOMPARE(supposed(scenario, "traffic:put=3").streams[0].rate, 100.0);
        QCOMPARE(supposed(scenario, "traffic:put=3").streams[1].rate, 300.0);
        const Scenario popular = supposed(scenario, "keys:get=zipf(1.2)");
        QCOMPARE(popular.streams[0].keys.kind, KeyKind::Zipf);
        QCOMPARE(popular.streams[0].keys.theta, 1.2);
        QCOMPARE(popular.streams[0].keys.count, std::uint64_t{1000});
        QCOMPARE(popular.streams[1].keys, scenario.streams[1].keys);
    }

    void moreTrafficLastsAsLongWhereTheDurationEndsTheRun() {
        Scenario scenario = cluster(1, 1, 100, exponential(), 1000);
        QCOMPARE(supposed(scenario, "traffic=3").requests, std::uint64_t{1000});
        scenario.durationSeconds = 10;
        QCOMPARE(supposed(scenario, "traffic=3").requests, std::uint64_t{3000});
        scenario.requests = 0;
        QCOMPARE(supposed(scenario, "traffic=3").requests, std::uint64_t{0});
    }

    /// The draws hang on seed and name, so that twice the rate is the same run in half the time.
    void bothRunsDrawTheSameNumbers() {
        const Scenario scenario = cluster(4, 1, 1600, exponential(), 20'000);
        const RunResult before = simulate(scenario);
        const RunResult after = simulate(supposed(scenario, "traffic=2"));
        COMPARE_WITHIN(before.simulatedSeconds / after.simulatedSeconds, 2, 1e-6);
        for (std::size_t p = 0; p < 4; ++p)
            QCOMPARE(after.tables[0].partitions[p].operations, before.tables[0].partitions[p].operations);
    }

    /// M/M/1: the mean time in the system is 1 / (1 - rho) services: 5/3 at 0.4 and 5 at 0.8. Its error over n requests
    /// is about sqrt(8 / n) / (1 - rho)^2 services; 400,000 make that 0.011 of 0.4 and 0.11 of 0.8, which is 2.2 %
    /// of 5.
    void twiceTheTrafficIsTwiceTheUtilisation() {
        Scenario scenario = cluster(1, 1, 400, exponential(), 400'000);
        scenario.warmup = 0.1;
        COMPARE_WITHIN(simulate(scenario).streams[0].latency.meanMs, 5.0 / 3, 0.03);
        const RunResult after = simulate(supposed(scenario, "traffic=2"));
        COMPARE_WITHIN(after.streams[0].latency.meanMs, 5.0, 0.08);
        COMPARE_WITHIN(after.nodes[0].expectedUtilisation, 0.8, 1e-12);
    }

    void steadyArrivalsKeepTheMeanRate() {
        Scenario scenario = cluster(1, 1, 100, exponential(), 1000);
        // 50 s of 1 and 10 s of 10 in each minute: 150 / 60 = 2.5 times the rate.
        scenario.streams[0].profile = {{0, 1}, {50, 10}};
        scenario.streams[0].profilePeriodSeconds = 60;
        const Scenario steady = supposed(scenario, "arrivals=steady");
        COMPARE_WITHIN(steady.streams[0].rate, 250, 1e-12);
        QVERIFY(steady.streams[0].profile.empty());
        QCOMPARE(steady.streams[0].arrivals, Arrivals::Poisson);
        QCOMPARE(supposed(scenario, "arrivals=even").streams[0].arrivals, Arrivals::Deterministic);
    }

    void consistencyOfReplicasAndOfLeaders() {
        Scenario scenario = replicated();
        for (Stream& stream : scenario.streams)
            stream.steps[0].quorum = stream.steps[0].ask = 1;
        scenario.streams[1].steps[0].ask = 3;
        // Majorities of three: two read, two of three written.
        const Scenario strong = supposed(scenario, "consistency=strong");
        QCOMPARE(strong.streams[0].steps[0].ask, 2U);
        QCOMPARE(strong.streams[0].steps[0].quorum, 2U);
        QCOMPARE(strong.streams[1].steps[0].ask, 0U);
        QCOMPARE(strong.streams[1].steps[0].quorum, 2U);
        const Scenario eventual = supposed(strong, "consistency=eventual");
        QCOMPARE(eventual.streams[0].steps[0].quorum, 1U);
        QCOMPARE(eventual.streams[1].steps[0].quorum, 1U);
        scenario.tables[0].placement = NodePlacement::Groups;
        QCOMPARE(supposed(scenario, "consistency=strong").streams[0].steps[0].from, AskFrom::First);
        const Scenario followers = supposed(scenario, "consistency:get=eventual");
        QCOMPARE(followers.streams[0].steps[0].from, AskFrom::Followers);
        QCOMPARE(followers.streams[1], scenario.streams[1]);
    }

    void anEvenPartitionKeySpreadsWritesAndScattersReads() {
        Scenario scenario = replicated();
        for (Stream& stream : scenario.streams)
            stream.keys = zipf(1000, 1.5);
        const Scenario even = supposed(scenario, "partition-key:users=even");
        QCOMPARE(even.streams[0].steps[0].touch.kind, Touch::Kind::All);
        QVERIFY(even.streams[1].steps[0].keys.has_value());
        // zipf(1.5) over 1,000 keys: the first has 1 / 2.55 = 0.392 of all, so 3.1 times the mean of 8 partitions or
        // more.
        QVERIFY(simulate(scenario).tables[0].skew.maxOverMean > 3.1);
        QVERIFY(simulate(even).tables[0].skew.maxOverMean < 1.01);
    }

    /// All requests are for one key of 8: salted over 4 partitions, writes are a quarter each and reads ask all 4.
    void saltedAndCopiedKeys() {
        Scenario scenario = replicated();
        scenario.tables[0].replicas = 1;
        scenario.tables[0].router.kind = "range";
        for (Stream& stream : scenario.streams) {
            stream.keys = uniform(8);
            stream.keys.space = "user";
            stream.keys.kind = KeyKind::Sample;
            stream.keys.weights = {1, 0, 0, 0, 0, 0, 0, 0};
        }
        scenario.streams[0].rate = 0;
        scenario.streams[1].rate = 100;
        const RunResult written = simulate(supposed(scenario, "salt=4"));
        COMPARE_WITHIN(written.tables[0].skew.maxOverMean, 2, 1e-9); // a quarter each of 8
        QVERIFY(!refusal(scenario, "salt=9").empty());
        QVERIFY(!refusal(cluster(1, 1, 100, exponential(), 1000), "salt=2").empty());
    }

    /// One of four nodes that cannot be reached takes a quarter of the requests with it; 20,000 of them scatter by 0.3
    /// %.
    void aNodeFails() {
        Scenario scenario = cluster(4, 1, 1600, exponential(), 20'000);
        const RunResult run = simulate(supposed(scenario, "fail=node:n2"));
        COMPARE_WITHIN(double(run.streams[0].errors) / 20'000, 0.25, 0.05);
        scenario.nodes[0].region = "us";
        QCOMPARE(simulate(supposed(scenario, "fail=region:us")).streams[0].count, std::uint64_t{0});
        QCOMPARE(simulate(supposed(scenario, "fail=dependency:get")).streams[0].count, std::uint64_t{0});
        // Half of 12.5 s: half of the requests, 10,000 +- 100.
        const RunResult half = simulate(supposed(scenario, "fail=region:us,0s,6.25s"));
        COMPARE_WITHIN(double(half.streams[0].errors), 10'000, 0.05);
        QVERIFY(refusal(scenario, "fail=region:eu").find("us") != std::string::npos);
        QVERIFY(refusal(scenario, "fail=node:m2").find("there is no node") != std::string::npos);
        QVERIFY(refusal(scenario, "fail=dependency:put").find("there is no stream") != std::string::npos);
    }

    /// M/D/1 nodes of 1 ms at 100/s each; one that takes five times as long is half busy instead of a tenth.
    void aNodeIsSlow() {
        const Scenario scenario = cluster(4, 1, 400, deterministic(), 40'000);
        const RunResult run = simulate(supposed(scenario, "slow=n1:5"));
        COMPARE_WITHIN(run.nodes[1].utilisation, 0.5, 0.05);
        COMPARE_WITHIN(run.nodes[0].utilisation, 0.1, 0.05);
    }

    /// n uniform keys asked for r times a second: n (1 - e^(-rT/n)) = c gives T = -(n/r) ln(1 - c/n).
    void characteristicTimeOfUniformKeys() {
        Scenario scenario = cluster(1, 8, 1000, exponential(), 1000);
        scenario.streams[0].keys = uniform(10'000);
        Cache cache;
        cache.streams = {"get"};
        cache.capacityKeys = 3000;
        COMPARE_WITHIN(characteristicSeconds(scenario, cache), -10 * std::log(0.7), 1e-6);
        // With a time to live of 20 s: 1/hits-for-a-miss = n/(r ttl) + e^-x/(1 - e^-x), and 3/7 hits for a miss; x =
        // rT/n.
        cache.ttlSeconds = 20;
        const double rest = 7.0 / 3 - 10.0 / 20;
        COMPARE_WITHIN(characteristicSeconds(scenario, cache), 10 * std::log(1 + 1 / rest), 1e-6);
        cache.capacityKeys = 20'000;
        QCOMPARE(characteristicSeconds(scenario, cache), kForEverSeconds);
    }

    /// Above 131,072 keys neighbours are grouped; checked against the sum over every key.
    void characteristicTimeOfManyKeys() {
        constexpr std::uint64_t kKeys = 1'000'000;
        Scenario scenario = cluster(1, 8, 1000, exponential(), 1000);
        scenario.streams[0].keys = zipf(kKeys, 0.99);
        Cache cache;
        cache.streams = {"get"};
        cache.capacityKeys = 100'000;
        const double seconds = characteristicSeconds(scenario, cache);
        double sum = 0;
        for (std::uint64_t r = 1; r <= kKeys; ++r)
            sum += std::pow(static_cast<double>(r), -0.99);
        double held = 0;
        for (std::uint64_t r = 1; r <= kKeys; ++r)
            held += -std::expm1(-1000 * std::pow(static_cast<double>(r), -0.99) / sum * seconds);
        COMPARE_WITHIN(held, 100'000, 1e-4);
    }

    /// A cache of 3,000 of 10,000 uniform keys hits 0.3 of the lookups; 100,000 of them make the error 0.0014.
    void aSupposedCacheIsWarm() {
        Scenario scenario = cluster(1, 8, 1000, exponential(), 100'000);
        scenario.streams[0].keys = uniform(10'000);
        const Scenario cached = supposed(scenario, "cache=3000");
        COMPARE_WITHIN(simulate(cached).streams[0].hitRatio, 0.3, 0.03);
        // Half the size on top of it changes that cache, and twice the traffic leaves the hits as they are.
        const Scenario smaller = supposed(cached, "cache=1500");
        QCOMPARE(smaller.caches.size(), std::size_t{1});
        COMPARE_WITHIN(simulate(supposed(smaller, "traffic=2")).streams[0].hitRatio, 0.15, 0.05);
    }

    void writesOfTheSameKeysRemoveThem() {
        const Scenario cached = supposed(replicated(), "cache=100");
        QCOMPARE(cached.caches[0].streams, (std::vector<std::string>{"get", "put"}));
    }
};

QTEST_APPLESS_MAIN(WhatIfTest)
#include "what_if_test.moc"
