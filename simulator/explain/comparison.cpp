// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/explain/comparison.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "simulator/measure/interval.h"
#include "simulator/scenario/hotspot.h"
#include "simulator/traffic/keys.h"

namespace shardscape::simulator {
namespace {

using Value = std::optional<double>;

struct RunFigure {
    const char* name;
    Value (*of)(const RunResult&);
};
struct PatternFigure {
    const char* name;
    Value (*of)(const StreamResult&);
};

double sumOfErrors(const RunResult& run) {
    double errors = 0;
    for (const StreamResult& stream : run.streams)
        errors += static_cast<double>(stream.errors);
    return errors;
}

const Skew* hottestSkew(const RunResult& run) {
    return run.tables.empty() ? nullptr : &run.tables[run.hottestTable()].skew;
}

/// A percentile, unless too few samples lie beyond it.
Value percentile(const StreamResult& stream, const char* name, double ms) {
    const bool unsaid =
        stream.count == 0 || std::find(stream.tooShort.begin(), stream.tooShort.end(), name) != stream.tooShort.end();
    return unsaid ? Value() : ms;
}

const std::array kRunFigures{
    RunFigure{"worst_p99_ms",
              [](const RunResult& run) {
                  Value worst;
                  for (const StreamResult& stream : run.streams)
                      if (const Value p99 = percentile(stream, "p99_ms", stream.latency.p99Ms))
                          worst = std::max(worst.value_or(0), *p99);
                  return worst;
              }},
    RunFigure{"errors", [](const RunResult& run) { return Value(sumOfErrors(run)); }},
    RunFigure{"max_utilisation",
              [](const RunResult& run) {
                  double most = 0;
                  for (const NodeResult& node : run.nodes)
                      most = std::max(most, nodeLoad(node));
                  return Value(most);
              }},
    RunFigure{"mean_utilisation",
              [](const RunResult& run) {
                  double sum = 0;
                  for (const NodeResult& node : run.nodes)
                      sum += nodeLoad(node);
                  return run.nodes.empty() ? Value() : sum / static_cast<double>(run.nodes.size());
              }},
    RunFigure{"max_queue",
              [](const RunResult& run) {
                  std::uint64_t most = 0;
                  for (const NodeResult& node : run.nodes)
                      most = std::max(most, node.maxQueue);
                  return Value(static_cast<double>(most));
              }},
    RunFigure{"max_over_mean",
              [](const RunResult& run) {
                  const Skew* skew = hottestSkew(run);
                  return skew ? Value(skew->maxOverMean) : Value();
              }},
    RunFigure{"cv",
              [](const RunResult& run) {
                  const Skew* skew = hottestSkew(run);
                  return skew ? Value(skew->cv) : Value();
              }},
    RunFigure{"gini",
              [](const RunResult& run) {
                  const Skew* skew = hottestSkew(run);
                  return skew ? Value(skew->gini) : Value();
              }},
    RunFigure{"node_max_over_mean", [](const RunResult& run) { return Value(run.nodeSkew.maxOverMean); }},
    RunFigure{"nodes", [](const RunResult& run) { return Value(static_cast<double>(run.nodes.size())); }},
};

const std::array kPatternFigures{
    PatternFigure{"rate", [](const StreamResult& stream) { return Value(stream.rate); }},
    PatternFigure{"mean_ms",
                  [](const StreamResult& stream) { return stream.count ? Value(stream.latency.meanMs) : Value(); }},
    PatternFigure{"p50_ms",
                  [](const StreamResult& stream) { return percentile(stream, "p50_ms", stream.latency.p50Ms); }},
    PatternFigure{"p95_ms",
                  [](const StreamResult& stream) { return percentile(stream, "p95_ms", stream.latency.p95Ms); }},
    PatternFigure{"p99_ms",
                  [](const StreamResult& stream) { return percentile(stream, "p99_ms", stream.latency.p99Ms); }},
    PatternFigure{"p999_ms",
                  [](const StreamResult& stream) { return percentile(stream, "p999_ms", stream.latency.p999Ms); }},
    PatternFigure{"error_share",
                  [](const StreamResult& stream) {
                      const double all = static_cast<double>(stream.count + stream.errors);
                      return all > 0 ? Value(static_cast<double>(stream.errors) / all) : Value();
                  }},
    PatternFigure{"hit_ratio",
                  [](const StreamResult& stream) { return stream.cached ? Value(stream.hitRatio) : Value(); }},
};

const StreamResult* streamOf(const RunResult& run, const std::string& name) {
    const auto at = std::find_if(run.streams.begin(), run.streams.end(),
                                 [&](const StreamResult& stream) { return stream.name == name; });
    return at == run.streams.end() ? nullptr : &*at;
}

/// The mean over replications; absent when one of them cannot say.
template <class Of> Value meanOf(std::span<const RunResult> runs, const Of& of) {
    double sum = 0;
    for (const RunResult& run : runs) {
        const Value value = of(run);
        if (!value)
            return {};
        sum += *value;
    }
    return runs.empty() ? Value() : sum / static_cast<double>(runs.size());
}

/// Of the mean of after - before over pairs of replications.
template <class Of>
std::optional<std::pair<double, double>> differenceOf(std::span<const RunResult> before,
                                                      std::span<const RunResult> after, const Of& of) {
    const std::size_t pairs = std::min(before.size(), after.size());
    std::vector<double> differences;
    for (std::size_t i = 0; i < pairs; ++i) {
        const Value a = of(before[i]);
        const Value b = of(after[i]);
        if (!a || !b)
            return {};
        differences.push_back(*b - *a);
    }
    if (pairs < 2)
        return {};
    const auto n = static_cast<double>(pairs);
    const double mean = std::accumulate(differences.begin(), differences.end(), 0.0) / n;
    double squares = 0;
    for (double difference : differences)
        squares += (difference - mean) * (difference - mean);
    const double half = studentT95(pairs - 1) * std::sqrt(squares / (n - 1) / n);
    return std::pair{mean - half, mean + half};
}

class Comparing {
public:
    Comparing(std::span<const RunResult> before, std::span<const RunResult> after)
        : m_before(before)
        , m_after(after) {}

    std::vector<FigureChange> run() {
        for (const RunFigure& figure : kRunFigures)
            add(figure.name, "", figure.of);
        patternsOf(m_before, nullptr);
        patternsOf(m_after, m_before.empty() ? nullptr : &m_before.front());
        return std::move(m_out);
    }

private:
    /// Those that `known` does not have.
    void patternsOf(std::span<const RunResult> runs, const RunResult* known) {
        if (runs.empty())
            return;
        for (const StreamResult& stream : runs.front().streams)
            if (!known || !streamOf(*known, stream.name))
                for (const PatternFigure& figure : kPatternFigures)
                    add(figure.name, stream.name, [&](const RunResult& run) {
                        const StreamResult* of = streamOf(run, stream.name);
                        return of ? figure.of(*of) : Value();
                    });
    }
    template <class Of> void add(const char* name, const std::string& pattern, const Of& of) {
        FigureChange figure{name, pattern, meanOf(m_before, of), meanOf(m_after, of),
                            differenceOf(m_before, m_after, of)};
        // A percentile that neither run can say stays, so that a gate learns that it is not known.
        if (figure.before || figure.after || figure.name.ends_with("_ms"))
            m_out.push_back(std::move(figure));
    }

    std::span<const RunResult> m_before;
    std::span<const RunResult> m_after;
    std::vector<FigureChange> m_out;
};

const Table* tableOf(const Scenario& scenario, const Step& step) {
    const auto at = std::find_if(scenario.tables.begin(), scenario.tables.end(),
                                 [&](const Table& table) { return table.name == step.table; });
    return at == scenario.tables.end() ? nullptr : &*at;
}

double askedPartitions(const Table& table, const Step& step) {
    switch (step.touch.kind) {
    case Touch::Kind::One: return 1;
    case Touch::Kind::All: return table.partitions;
    case Touch::Kind::Sample: return step.touch.sample;
    }
    return 1;
}

/// The share of a step's requests that is for keys that live in several partitions.
double spreadShare(const Stream& stream, const Table& table, const Step& step) {
    if (!table.spread || step.touch.kind != Touch::Kind::One)
        return 0;
    const KeySpec& keys = step.keys ? *step.keys : stream.keys;
    if (table.spread->keys == 0 || table.spread->keys >= keys.count)
        return 1;
    const KeySampler sampler(keys);
    double share = 0;
    for (std::uint64_t key : sampler.top(table.spread->keys))
        share += sampler.probability(key);
    return share;
}

/// Partitions that one request of a step asks, on average.
double askedWithSpread(const Stream& stream, const Table& table, const Step& step) {
    const double asked = askedPartitions(table, step);
    if (!table.spread)
        return asked;
    const bool all = (table.spread->kind == Spread::Kind::Salted) == (stream.kind == StreamKind::Read);
    return all ? asked + (table.spread->over - 1.0) * spreadShare(stream, table, step) : asked;
}

/// Replicas that work on one partition's part of the step.
double workingReplicas(const Stream& stream, const Table& table, const Step& step) {
    const bool several = table.replicas > 1 && (step.quorum > 0 || stream.kind == StreamKind::Write);
    if (!several)
        return 1;
    return step.ask > 0 ? step.ask : table.replicas;
}

/// Whether a read need not see the last write: it asks replicas that follow, or fewer than meet every write's quorum.
bool mayBeStale(const Scenario& scenario, const Table& table, const Step& step) {
    if (table.replicas <= 1 || step.quorum == 0 || (step.ask > 0 && step.from == AskFrom::First))
        return false;
    if (step.from == AskFrom::Followers || table.placement == NodePlacement::Groups)
        return true;
    std::uint32_t written = table.replicas;
    for (const Stream& stream : scenario.streams)
        for (const Step& write : stream.steps)
            if (stream.kind == StreamKind::Write && write.table == table.name)
                written = std::min(written, std::max(1U, write.quorum));
    return step.quorum + written <= table.replicas;
}

bool removedByWrites(const Scenario& scenario, const Cache& cache) {
    return std::any_of(scenario.streams.begin(), scenario.streams.end(), [&](const Stream& stream) {
        return stream.kind == StreamKind::Write &&
               std::find(cache.streams.begin(), cache.streams.end(), stream.name) != cache.streams.end();
    });
}

} // namespace

DesignCost costOf(const Scenario& scenario) {
    DesignCost cost;
    for (const NodeGroup& group : scenario.nodes) {
        cost.nodes += group.count;
        cost.servers += group.count * group.servers;
    }
    double copies = 0;
    for (const Table& table : scenario.tables)
        copies +=
            table.replicas * (table.spread && table.spread->kind == Spread::Kind::Copied && table.spread->keys == 0
                                  ? table.spread->over
                                  : 1.0);
    cost.copies = scenario.tables.empty() ? 1 : copies / static_cast<double>(scenario.tables.size());
    double readRate = 0;
    double writeRate = 0;
    for (const Stream& stream : scenario.streams) {
        double partitions = 0;
        double requests = 0;
        bool stale = false;
        for (const Step& step : stream.steps)
            if (const Table* table = tableOf(scenario, step)) {
                const double asked = askedWithSpread(stream, *table, step);
                partitions += asked;
                requests += asked * workingReplicas(stream, *table, step);
                stale = stale || mayBeStale(scenario, *table, step);
            }
        const bool read = stream.kind == StreamKind::Read;
        (read ? readRate : writeRate) += stream.rate;
        (read ? cost.readFanOut : cost.writeFanOut) += stream.rate * (read ? partitions : requests);
        if (read && stale)
            cost.staleReads += stream.rate;
    }
    cost.readFanOut = readRate > 0 ? cost.readFanOut / readRate : 0;
    cost.staleReads = readRate > 0 ? cost.staleReads / readRate : 0;
    cost.writeFanOut = writeRate > 0 ? cost.writeFanOut / writeRate : 0;
    for (const Cache& cache : scenario.caches) {
        cost.cachedKeys += static_cast<double>(cache.capacityKeys);
        const double age = cache.ttlSeconds > 0               ? cache.ttlSeconds
                           : removedByWrites(scenario, cache) ? 0
                                                              : std::numeric_limits<double>::infinity();
        cost.cacheStaleSeconds = std::max(cost.cacheStaleSeconds, age);
    }
    return cost;
}

std::optional<double> FigureChange::difference() const {
    return before && after ? Value(*after - *before) : Value();
}

std::optional<double> FigureChange::change() const {
    return before && after && *before != 0 ? Value((*after - *before) / *before) : Value();
}

const FigureChange* Comparison::find(const std::string& pattern, const std::string& name) const {
    const auto at = std::find_if(figures.begin(), figures.end(), [&](const FigureChange& figure) {
        return figure.pattern == pattern && figure.name == name;
    });
    return at == figures.end() ? nullptr : &*at;
}

std::vector<std::string_view> runFigures() {
    std::vector<std::string_view> names;
    for (const RunFigure& figure : kRunFigures)
        names.emplace_back(figure.name);
    return names;
}

std::vector<std::string_view> patternFigures() {
    std::vector<std::string_view> names;
    for (const PatternFigure& figure : kPatternFigures)
        names.emplace_back(figure.name);
    return names;
}

Comparison compareRuns(const Scenario& scenarioBefore, std::span<const RunResult> before, const Scenario& scenarioAfter,
                       std::span<const RunResult> after) {
    return {Comparing(before, after).run(), costOf(scenarioBefore), costOf(scenarioAfter)};
}

} // namespace shardscape::simulator
