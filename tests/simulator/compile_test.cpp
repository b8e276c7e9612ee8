// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// From a project to a scenario: the social feed and the flash sale, against hand arithmetic and the closed forms.
#include <QTest>

#include <algorithm>
#include <cmath>

#include "model/base/resources.h"
#include "model/exchange/import/import.h"
#include "model/exchange/import/samples.h"
#include "simulator/compile/compile.h"
#include "simulator/compile/supposed_design.h"
#include "simulator/explain/what_if.h"
#include "tests/simulator/scenarios.h"

using namespace shardscape;
using namespace shardscape::simulator;

namespace {

model::Project sample(const char* name) {
    const auto samples = model::bundledSamples();
    for (const model::Sample& one : *samples)
        if (one.name == name)
            return model::loadSample(one)->project;
    qFatal("no sample %s", name);
}

model::Project project(const std::string& schema, const std::string& workload) {
    const auto imported = model::importPostgres({{"schema.sql", schema}});
    if (!imported)
        qFatal("%s", imported.error().text().c_str());
    auto complete = model::importWorkload(imported->project, {"workload.sql", workload});
    if (!complete)
        qFatal("%s", complete.error().text().c_str());
    return complete->project;
}

model::EngineProfile profile(const char* engine) {
    const auto catalogue = model::EngineCatalogue::load(*model::engineFolders());
    if (!catalogue)
        qFatal("%s", catalogue.error().text().c_str());
    return *catalogue->find(engine);
}

model::Layout layout(const model::Project& project, const char* engine) {
    if (const model::Layout* found = project.findLayout(engine))
        return *found;
    model::Layout made;
    made.engine = engine;
    return made;
}

struct Case {
    estimator::Estimate estimate;
    Compiled compiled;
};
Case compile(const model::Project& project, const char* engine, const CompileOptions& options = {}) {
    const model::EngineProfile engineProfile = profile(engine);
    auto estimate = estimator::estimate(project, engineProfile, layout(project, engine));
    if (!estimate)
        qFatal("%s", estimate.error().text().c_str());
    auto compiled = compileScenario(project, engineProfile, *estimate, options);
    if (!compiled)
        qFatal("%s", compiled.error().text().c_str());
    return {std::move(*estimate), std::move(*compiled)};
}

double busiest(const RunResult& result) {
    double most = 0;
    for (const NodeResult& node : result.nodes)
        most = std::max(most, node.expectedUtilisation);
    return most;
}

const Stream& stream(const Scenario& scenario, const char* name) {
    for (const Stream& one : scenario.streams)
        if (one.name == name)
            return one;
    qFatal("no stream %s", name);
}

Scenario supposed(const Scenario& scenario, const char* spec) {
    auto made = suppose(scenario, *parseWhatIf(spec));
    if (!made)
        qFatal("%s", made.error().text().c_str());
    return std::move(*made);
}

} // namespace

class CompileTest : public QObject {
    Q_OBJECT

private slots:
    void aViralPostOverloadsItsPartitionAndUniformKeysDoNot() {
        const model::Project feed = sample("social-feed");
        CompileOptions options;
        options.requests = 300'000;
        const RunResult viral = simulate(compile(feed, "cassandra", options).compiled.scenario);
        QVERIFY2(busiest(viral) > 1, QByteArray::number(busiest(viral)).constData());
        const TableResult& table = viral.tables[viral.hottestTable()];
        const PartitionResult& hot = table.partitions[table.hottest];
        QVERIFY(hot.topKeyShare > 0.5);
        QCOMPARE(hot.topKeySpace, std::string("posts.post_id"));
        QCOMPARE(viral.streams[hot.streams.front().stream].pattern, std::string("GetPost"));

        const Scenario evenly = supposed(compile(feed, "cassandra", options).compiled.scenario, "keys=uniform");
        const RunResult even = simulate(evenly);
        QVERIFY2(busiest(even) < 0.8, QByteArray::number(busiest(even)).constData());
    }

    void closedFormAndSimulationAgreeWithoutHotKeys() {
        // The analytic p99 is of M/M/c nodes that share the load evenly; the simulator places 256 partitions on whole
        // nodes. At this load the unevenness moves p99 by a few per cent at most; 20,000 samples leave 3 % (3 s.d. of
        // an exponential tail's p99: 3 sqrt(0.99/0.01/n)/ln 100).
        const model::Project feed = sample("social-feed");
        for (const char* engine : {"cassandra", "postgresql"}) {
            CompileOptions options;
            options.requests = 1'000'000;
            model::Project even = feed;
            for (model::AccessPattern pattern : feed.patterns) {
                pattern.popularity = model::KeyPopularity{};
                even.patterns.set(pattern);
            }
            const Case made = compile(even, engine, options);
            const RunResult result = simulate(made.compiled.scenario);
            int compared = 0;
            for (const StreamResult& one : result.streams) {
                const auto analytic =
                    std::find_if(made.estimate.patterns.begin(), made.estimate.patterns.end(),
                                 [&](const estimator::PatternEstimate& p) { return p.name == one.pattern; });
                if (one.count < 20'000)
                    continue;
                COMPARE_WITHIN(one.latency.p99Ms, analytic->p99.value() * 1000, 0.12);
                COMPARE_WITHIN(one.latency.p50Ms, analytic->p50.value() * 1000, 0.08);
                ++compared;
            }
            QVERIFY(compared >= 5);
        }
    }

    /// A log and a search index: both routed by the engines' own functions, writes on all copies, reads on one; p99 of
    /// the simulation beside the closed form, as above. What a log does not serve is left out, and said.
    void logsAndSearchIndexesAreSimulated() {
        const model::Project shop = project("CREATE TABLE orders (order_id uuid PRIMARY KEY, user_id bigint NOT NULL, "
                                            "at timestamptz NOT NULL, note text "
                                            "NOT NULL);",
                                            "-- table: orders rows=10M\n-- column: orders.user_id distinct=1M\n-- "
                                            "name: Add :exec\n-- rate: 3000/s\nINSERT "
                                            "INTO orders (order_id, user_id, at, note) VALUES ($1, $2, $3, $4);\n-- "
                                            "name: One\n-- rate: 3000/s\nSELECT * "
                                            "FROM orders WHERE order_id = $1;\n");
        for (const char* engine : {"kafka", "elasticsearch"}) {
            CompileOptions options;
            options.requests = 300'000;
            const Case made = compile(shop, engine, options);
            const Table& table = made.compiled.scenario.tables.front();
            QCOMPARE(table.router.kind, std::string(engine));
            QCOMPARE(table.partitions, static_cast<std::uint32_t>(made.estimate.design.placement.partitions));
            QCOMPARE(table.replicas, static_cast<std::uint32_t>(made.estimate.design.placement.replicas));
            QCOMPARE(stream(made.compiled.scenario, "Add").steps.front().ask, table.replicas);
            const RunResult result = simulate(made.compiled.scenario);
            for (const StreamResult& one : result.streams) {
                const auto analytic =
                    std::find_if(made.estimate.patterns.begin(), made.estimate.patterns.end(),
                                 [&](const estimator::PatternEstimate& p) { return p.name == one.pattern; });
                COMPARE_WITHIN(one.latency.p99Ms, analytic->p99.value() * 1000, 0.12);
            }
            const bool log = engine == std::string("kafka");
            const bool leftOut =
                std::any_of(made.compiled.notes.begin(), made.compiled.notes.end(), [](const std::string& note) {
                    return note.find("One is left out: a log is read in order") != std::string::npos;
                });
            QCOMPARE(leftOut, log);
        }
    }

    void ratesAreThoseOfTheBusiestMinute() {
        // All diurnal patterns of the feed peak at 20:00, so that the busiest minute has the sum of the peaks.
        const Case made = compile(sample("social-feed"), "cassandra");
        QVERIFY(std::abs(stream(made.compiled.scenario, "GetPost").rate - 140'000) < 140);
        QVERIFY(std::abs(stream(made.compiled.scenario, "FollowUser").rate - 700) < 1e-9);
        const Scenario doubled = supposed(made.compiled.scenario, "traffic=2");
        QVERIFY(std::abs(stream(doubled, "FollowUser").rate - 1400) < 1e-9);
    }

    void foreignKeysShareTheKeySpaceOfWhatTheyReferTo() {
        const Case made = compile(sample("social-feed"), "cassandra");
        QCOMPARE(stream(made.compiled.scenario, "ListPostsByAuthor").keys.space, std::string("users.user_id"));
        QCOMPARE(stream(made.compiled.scenario, "GetProfile").keys.space, std::string("users.user_id"));
        QCOMPARE(stream(made.compiled.scenario, "GetProfile").keys.count, std::uint64_t(300'000'000));
    }

    void aSaleAtNoonShowsInTheDay() {
        CompileOptions options;
        options.moment = CompileOptions::Moment::Day;
        options.requests = 400'000;
        const Case made = compile(sample("flash-sale"), "postgresql", options);
        const RunResult result = simulate(made.compiled.scenario);
        QCOMPARE(result.series.size(), std::size_t(96));
        std::size_t product = 0;
        while (made.compiled.scenario.streams[product].name != "GetProduct")
            ++product;
        // Quarter hours: 48 is 12:00 to 12:15, twenty times the usual 4,000/s.
        const double before = result.series[40].streams[product].rate;
        const double during = result.series[48].streams[product].rate;
        QVERIFY2(std::abs(during / before - 20) < 2, qPrintable(QString("%1 and %2").arg(before).arg(during)));
        QVERIFY(std::abs(double(result.requests) - 400'000) < 4000);
    }

    void keptCopiesAreWritten() {
        // 20 orders a second add to 20 groups in the transaction; the counter is read as often as before, one group at
        // a time. 60,000 requests at 120/s are 500 s: 10,000 additions, 1 % is one standard deviation.
        const model::Project shop = project(
            "CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint "
            "NOT NULL REFERENCES users, total int NOT NULL);",
            "-- table: users rows=1000\n-- table: orders rows=100000\n-- relationship: orders.user_id mean=100\n\n"
            "-- name: CountOrders :one\n-- rate: 80/s\nSELECT count(*) FROM orders WHERE user_id = $1;\n\n"
            "-- name: AddOrder :exec\n-- rate: 20/s\nINSERT INTO orders (id, user_id, total) VALUES ($1, $2, $3);\n");
        model::Layout kept = layout(shop, "postgresql");
        kept.derived = {{model::DerivedKind::Aggregate,
                         shop.findPattern("CountOrders")->id,
                         {model::UpkeepPath::Transaction, {}, {}},
                         {}}};
        const model::EngineProfile postgres = profile("postgresql");
        const auto estimate = estimator::estimate(shop, postgres, kept);
        QVERIFY(estimate.has_value());
        CompileOptions options;
        options.requests = 60'000;
        const auto compiled = compileScenario(shop, postgres, *estimate, options);
        QVERIFY(compiled.has_value());
        const std::string upkeep = "AddOrder → count_orders_totals";
        QCOMPARE(stream(compiled->scenario, upkeep.c_str()).rate, 20.0);
        QCOMPARE(stream(compiled->scenario, upkeep.c_str()).kind, StreamKind::Write);
        QCOMPARE(stream(compiled->scenario, "CountOrders").steps.front().table, std::string("count_orders_totals"));
        const RunResult result = simulate(compiled->scenario);
        for (const StreamResult& one : result.streams)
            if (one.name == upkeep)
                COMPARE_WITHIN(one.rate, 20.0, 0.05);
        // What is supposed of the traffic doubles the upkeep in formulas and simulation alike.
        const std::vector<WhatIf> twice{*parseWhatIf("traffic=2")};
        const auto supposed = supposedDesign(shop, kept, *estimate, twice);
        QVERIFY(supposed.has_value());
        const auto then = estimator::estimate(supposed->project, postgres, supposed->layout);
        QVERIFY(then.has_value());
        const auto at = std::find_if(then->patterns.begin(), then->patterns.end(),
                                     [&](const estimator::PatternEstimate& one) { return one.name == upkeep; });
        QVERIFY(at != then->patterns.end());
        QCOMPARE(at->qps.value(), 40.0);
        QCOMPARE(then->structures.size(), estimate->structures.size());
    }

    void whatCannotRunIsSaid() {
        const model::Project empty = project("CREATE TABLE a (id int PRIMARY KEY);", "");
        const model::EngineProfile postgres = profile("postgresql");
        const auto estimate = estimator::estimate(empty, postgres, layout(empty, "postgresql"));
        QVERIFY(estimate.has_value());
        const auto compiled = compileScenario(empty, postgres, *estimate, {});
        QVERIFY(!compiled.has_value());
        QVERIFY(!compiled.error().advice.empty());
    }

    void keysThatAreNotReadAreSaid() {
        const model::Project sampled = project(
            "CREATE TABLE a (id bigint PRIMARY KEY, body text);",
            "-- name: GetA :one\n-- rate: 50/s\n-- keys: id sample(keys.csv)\nSELECT body FROM a WHERE id = $1;\n");
        const auto says = [](const Compiled& compiled) {
            return std::any_of(compiled.notes.begin(), compiled.notes.end(),
                               [](const std::string& note) { return note.find("keys.csv") != std::string::npos; });
        };
        QVERIFY(says(compile(sampled, "postgresql").compiled));
        model::AccessPattern uniform = *sampled.findPattern("GetA");
        uniform.popularity = model::KeyPopularity{};
        model::Project other = sampled;
        other.patterns.set(uniform);
        QVERIFY(!says(compile(other, "postgresql").compiled));
    }

    void keysOfASampleKeepTheirShares() {
        model::Project sampled = project("CREATE TABLE a (id bigint PRIMARY KEY, body text);",
                                         "-- table: a rows=1M\n\n-- name: GetA :one\n-- rate: 50/s\n"
                                         "-- keys: id sample(keys.csv)\nSELECT body FROM a WHERE id = $1;\n");
        model::AccessPattern pattern = *sampled.findPattern("GetA");
        pattern.popularity.sample.seen = {{30, 1}, {10, 2}, {1, 50}};
        sampled.patterns.set(pattern);
        CompileOptions options;
        options.requests = 200'000;
        const Case made = compile(sampled, "postgresql", options);
        const KeySpec& keys = made.compiled.scenario.streams[0].keys;
        QCOMPARE(keys.count, std::uint64_t(1'000'000));
        QCOMPARE(keys.weights, (std::vector<double>{0.3, 0.1, 0.1}));
        QVERIFY(std::abs(keys.shareOfOthers - 0.5) < 1e-12); // the fifty seen once, and all that were not seen
        const RunResult result = simulate(made.compiled.scenario);
        QVERIFY(std::abs(result.hottest[0].share - 0.3) < 1e-12);
        // Binomial: s.d. sqrt(0.3 * 0.7 / 200,000) = 0.001; five of them.
        QVERIFY(std::abs(result.hottest[0].observedShare - 0.3) < 0.005);
    }

    void theCacheOfALayoutAnswersReads() {
        model::Project cached =
            project("CREATE TABLE a (id bigint PRIMARY KEY, body text);",
                    "-- table: a rows=1M\n-- engine: postgresql cache\n\n-- name: GetA :one\n-- rate: 5000/s\n"
                    "-- keys: id zipf(0.9)\n-- consistency: eventual\nSELECT body FROM a WHERE id = $1;\n");
        CompileOptions options;
        options.requests = 200'000;
        const Case made = compile(cached, "postgresql", options);
        QCOMPARE(made.compiled.scenario.caches.size(), std::size_t(1));
        const RunResult result = simulate(made.compiled.scenario);
        QVERIFY2(
            std::abs(result.streams[0].hitRatio - made.estimate.patterns[0].hitRatio.value()) < 0.02,
            qPrintable(
                QString("%1, Che %2").arg(result.streams[0].hitRatio).arg(made.estimate.patterns[0].hitRatio.value())));
    }

    /// What is supposed of the scenario and what is supposed of the design are asked the same: twice the traffic on as
    /// many nodes doubles the rate of each stream and the peak of each pattern; more nodes and keys change both.
    void suppositionsMeanTheSameToFormulas() {
        const model::Project feed = sample("social-feed");
        const Case made = compile(feed, "cassandra");
        const model::Layout own = layout(feed, "cassandra");
        const std::vector<WhatIf> twice{parseWhatIf("traffic=2").value()};
        const auto design = supposedDesign(feed, own, made.estimate, twice);
        QVERIFY(design.has_value());
        const auto doubled = estimator::estimate(design->project, profile("cassandra"), design->layout);
        QVERIFY(doubled.has_value());
        QCOMPARE(doubled->nodes.count.value(), made.estimate.nodes.count.value()); // traffic does not buy nodes
        const Scenario scenario = suppose(made.compiled.scenario, twice).value();
        for (std::size_t i = 0; i < doubled->patterns.size(); ++i)
            COMPARE_WITHIN(doubled->patterns[i].peakQps.value(), 2 * made.estimate.patterns[i].peakQps.value(), 1e-9);
        for (std::size_t i = 0; i < scenario.streams.size(); ++i)
            COMPARE_WITHIN(scenario.streams[i].rate, 2 * made.compiled.scenario.streams[i].rate, 1e-9);
        const std::vector<WhatIf> several{parseWhatIf("nodes=400").value(),
                                          parseWhatIf("keys:GetPost=uniform").value()};
        const auto other = supposedDesign(feed, own, made.estimate, several);
        QCOMPARE(other->layout.nodes, std::optional<int>(400));
        QVERIFY(other->project.findPattern("GetPost")->popularity.kind == model::PopularityKind::Uniform);
        QVERIFY(other->project.findPattern("GetProfile")->popularity == feed.findPattern("GetProfile")->popularity);
        const std::vector<WhatIf> wordless{parseWhatIf("router=hash-mod").value()};
        QVERIFY(!supposedDesign(feed, own, made.estimate, wordless));
    }

    void aManagedServiceKeepsItsNodes() {
        const std::vector<WhatIf> nodes{parseWhatIf("nodes=8").value()};
        QVERIFY(!suitEngine(profile("dynamodb"), nodes));
        QVERIFY(suitEngine(profile("cassandra"), nodes).value() == nodes);
        const std::vector<WhatIf> partitions{parseWhatIf("partitions=8").value()};
        const auto suited = suitEngine(profile("dynamodb"), partitions).value();
        QCOMPARE(suited.size(), std::size_t(2)); // each partition is a node
        QVERIFY(suited[1].kind == WhatIf::Kind::Nodes && suited[1].number == 8);
    }
};

QTEST_APPLESS_MAIN(CompileTest)
#include "compile_test.moc"
