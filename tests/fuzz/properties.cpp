// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/properties.h"

#include <array>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "simulator/explain/what_if.h"
#include "simulator/kernel/replications.h"
#include "simulator/scenario/scenario_json.h"

namespace shardscape::tests {

using namespace simulator;

namespace {

/// Takes the first thing that does not hold.
class Holds {
public:
    void that(bool condition, const std::string& otherwise) {
        if (!condition && m_wrong.empty())
            m_wrong = otherwise;
    }
    void within(double value, double least, double most, const std::string& what) {
        that(value >= least && value <= most, fmt::format("{} is {}, outside {} to {}", what, value, least, most));
    }
    const std::string& wrong() const { return m_wrong; }

private:
    std::string m_wrong;
};

constexpr double kRounding = 1e-9;

void latencyHolds(Holds& holds, const Latency& l, const std::string& who) {
    for (double value : {l.meanMs, l.p50Ms, l.p95Ms, l.p99Ms, l.p999Ms, l.maxMs})
        holds.within(value, 0, 1e15, who + ": a latency");
    const double slack = l.maxMs * kRounding;
    holds.that(l.p50Ms <= l.p95Ms + slack && l.p95Ms <= l.p99Ms + slack && l.p99Ms <= l.p999Ms + slack &&
                   l.p999Ms <= l.maxMs + slack && l.meanMs <= l.maxMs + slack,
               fmt::format("{}: percentiles {} {} {} {} max {} mean {}", who, l.p50Ms, l.p95Ms, l.p99Ms, l.p999Ms,
                           l.maxMs, l.meanMs));
}

void skewHolds(Holds& holds, const Skew& skew, const std::string& who) {
    holds.within(skew.gini, -kRounding, 1, who + ": gini");
    holds.within(skew.cv, 0, 1e9, who + ": cv");
    holds.within(skew.maxOverMean, 1 - kRounding, 1e9, who + ": max over mean");
}

/// A number that is not finite is written as null; results have none elsewhere than where a figure is unknown.
std::string pathOfNull(const nlohmann::ordered_json& value, const std::string& path) {
    if (value.is_null())
        return path;
    if (value.is_structured())
        for (const auto& item : value.items())
            if (const std::string found = pathOfNull(item.value(), path + "/" + item.key()); !found.empty())
                return found;
    return {};
}

} // namespace

std::string readerHolds(const std::string& text) {
    Holds holds;
    const auto read = readScenario(text);
    if (!read) {
        holds.that(!read.error().message.empty(), "a refusal without a message");
        holds.that(read.error().line > 0 || read.error().message.find(": ") != std::string::npos ||
                       read.error().message.find("UTF-16") != std::string::npos,
                   "a refusal without a place: " + read.error().text());
        holds.that(read.error().text().size() < 4000, "a refusal of a book's length");
        return holds.wrong();
    }
    const std::string written = writeScenario(*read);
    const auto again = readScenario(written);
    holds.that(again.has_value(), "what was written is refused: " + (again ? "" : again.error().text()));
    if (!again)
        return holds.wrong();
    holds.that(*again == *read, "what was written is read as something else");
    holds.that(writeScenario(*again) == written, "what was written is written otherwise");
    return holds.wrong();
}

std::string resultHolds(const Scenario& scenario, const RunResult& run) {
    Holds holds;
    std::uint64_t ended = 0;
    holds.that(run.streams.size() == scenario.streams.size(), "streams are missing");
    for (const StreamResult& stream : run.streams) {
        const std::string who = "stream " + stream.name;
        ended += stream.count + stream.errors;
        latencyHolds(holds, stream.latency, who);
        holds.within(stream.rate, 0, 1e15, who + ": rate");
        holds.within(stream.hitRatio, 0, 1, who + ": hit ratio");
        holds.that(stream.cacheHits <= stream.count + stream.errors, who + ": more hits than requests");
    }
    holds.that(ended <= run.requests, fmt::format("{} of {} requests ended", ended, run.requests));
    holds.that(scenario.warmup.value_or(0) > 0 || ended == run.requests,
               fmt::format("{} of {} requests ended, none left out", ended, run.requests));
    holds.that(scenario.requests == 0 || run.requests <= scenario.requests, "more requests than asked for");
    for (const NodeResult& node : run.nodes)
        holds.within(node.utilisation, 0, 1 + kRounding, "node " + node.name + ": utilisation");
    for (const CacheResult& cache : run.caches) {
        holds.that(cache.hits <= cache.lookups, "cache " + cache.name + ": more hits than lookups");
        holds.within(cache.hitRatio, 0, 1, "cache " + cache.name + ": hit ratio");
    }
    for (const TableResult& table : run.tables) {
        skewHolds(holds, table.skew, "table " + table.name);
        skewHolds(holds, table.observed, "table " + table.name);
        double share = 0;
        for (const PartitionResult& partition : table.partitions)
            share += partition.share;
        holds.that(std::abs(share - 1) < 1e-6 || share == 0,
                   fmt::format("table {}: shares add up to {}", table.name, share));
    }
    skewHolds(holds, run.nodeSkew, "nodes");
    double from = -1;
    for (const Window& window : run.series) {
        holds.that(window.fromSeconds > from && window.seconds >= 0, "windows do not follow each other");
        from = window.fromSeconds;
        for (double busy : window.nodeUtilisation)
            holds.within(busy, 0, 1 + 1e-6, "utilisation in a window");
    }
    const auto document = nlohmann::ordered_json::parse(writeResult(scenario, run));
    const std::string null = pathOfNull(document, "");
    holds.that(null.empty(), "the result has a null at " + null);
    return holds.wrong();
}

std::string runHolds(const Scenario& scenario) {
    NoProgress progress;
    const auto first = run(scenario, {}, {}, progress);
    if (!first)
        return "a scenario that was read does not run: " + first.error().text();
    if (const std::string wrong = resultHolds(scenario, *first); !wrong.empty())
        return wrong;
    const auto second = run(scenario, {}, {}, progress);
    if (!second || second->fingerprint != first->fingerprint)
        return "a second run comes out differently";
    if (scenario.queueLimit == 0) { // a limit that is never reached has every request walked by itself
        Scenario walked = scenario;
        walked.queueLimit = 1'000'000'000;
        const auto slow = run(walked, {}, {}, progress);
        if (!slow || slow->fingerprint != first->fingerprint)
            return "batches and the walk come out differently";
    }
    return {};
}

std::string replicationsHold(const Scenario& scenario) {
    Holds holds;
    NoProgress progress;
    ReplicationOptions options;
    options.replications = 3;
    const auto one = runReplications(scenario, options, {}, progress);
    options.threads = 2;
    const auto two = runReplications(scenario, options, {}, progress);
    if (!one || !two)
        return "replications do not run: " + (one ? two : one).error().text();
    holds.that(one->fingerprint == two->fingerprint, "two threads come out differently");
    for (const StreamResult& stream : one->streams) {
        latencyHolds(holds, stream.latency, "all of stream " + stream.name);
        for (const auto& [name, interval] : stream.ci95)
            holds.that(interval.low <= interval.high,
                       fmt::format("stream {}: {} from {} to {}", stream.name, name, interval.low, interval.high));
    }
    const auto document = nlohmann::ordered_json::parse(writeResult(scenario, *one));
    const std::string null = pathOfNull(document, "");
    holds.that(null.empty(), "the result of replications has a null at " + null);
    return holds.wrong();
}

std::string supposedHolds(const Scenario& scenario, std::uint64_t number) {
    constexpr std::array kSpecs{"traffic=3",
                                "nodes=3",
                                "cost=0.5",
                                "partitions=7",
                                "replicas=2",
                                "router=consistent",
                                "keys=zipf(1.2)",
                                "partition-key=even",
                                "consistency=strong",
                                "cache=50,1s",
                                "salt=4,10",
                                "consistency=eventual",
                                "fail=node:g0,0.1s,1s",
                                "slow=g0:5,0.1s",
                                "hot-copies=3",
                                "arrivals=even"};
    const auto what = parseWhatIf(kSpecs[number % kSpecs.size()]);
    if (!what)
        return "a what-if is not understood: " + what.error().text();
    const auto supposed = suppose(scenario, *what);
    if (!supposed)
        return supposed.error().message.empty() ? "a supposition is refused without a message" : "";
    NoProgress progress;
    const auto result = run(*supposed, {}, {}, progress);
    const std::string wrong = result ? resultHolds(*supposed, *result) : result.error().text();
    return wrong.empty() ? "" : specOf(*what) + " supposed: " + wrong;
}

} // namespace shardscape::tests
