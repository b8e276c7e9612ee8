// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/nearest_name.h"
#include "simulator/scenario/scenario_json.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "model/placement/placement.h"
#include "simulator/scenario/behaviour_check.h"
#include "simulator/scenario/data_check.h"
#include "simulator/scenario/extent_check.h"
#include "simulator/scenario/json_object.h"
#include "simulator/scenario/rebalancing_json.h"

namespace shardscape::simulator {

namespace {

/// Checks one scenario; the first problem wins.
class Check {
public:
    explicit Check(const Scenario& scenario)
        : m_scenario(scenario) {}

    model::Result<void> all() {
        checkExtent(m_scenario, m_problem);
        if (m_problem.found())
            return model::fail(m_problem.error());
        nodes();
        tables();
        streams();
        caches();
        checkDataLayer(m_scenario, m_problem);
        checkClients(m_scenario, m_problem);
        checkFaults(m_scenario, m_problem);
        if (!m_problem.found())
            checkRebalances(m_scenario, m_problem);
        if (m_scenario.requests == 0 && m_scenario.durationSeconds <= 0)
            m_problem.report("", "it says neither \"requests\" nor \"duration_s\"");
        if (const double warmup = m_scenario.warmup.value_or(0); !(warmup >= 0 && warmup < 1))
            m_problem.report("warmup", fmt::format("{} is outside 0 to 1", warmup));
        if (m_scenario.windows < 1 || m_scenario.windows > 4096)
            m_problem.report("windows", fmt::format("{} is outside 1 to 4096", m_scenario.windows));
        if (m_problem.found())
            return model::fail(m_problem.error());
        return {};
    }

private:
    /// A name that must exist; suggests the nearest.
    void known(const std::string& path, const std::string& name, const std::vector<std::string_view>& names,
               std::string_view what) {
        for (std::string_view candidate : names)
            if (candidate == name)
                return;
        const std::string_view near = model::nearestName(name, names);
        m_problem.report(path, fmt::format("there is no {} \"{}\"", what, name),
                         near.empty() ? "there is " + quotedList(names) : fmt::format("did you mean \"{}\"?", near));
    }
    void unique(const std::string& path, std::set<std::string>& seen, const std::string& name) {
        if (!seen.insert(name).second)
            m_problem.report(path, fmt::format("the name \"{}\" is taken", name), "names are unique within their list");
    }

    void nodes() {
        if (m_scenario.nodes.empty())
            m_problem.report("nodes", "at least one node is needed");
        std::set<std::string> seen;
        std::uint64_t count = 0;
        for (std::size_t i = 0; i < m_scenario.nodes.size(); ++i) {
            const NodeGroup& group = m_scenario.nodes[i];
            const std::string path = fmt::format("nodes[{}]", i);
            unique(path + ".name", seen, group.name);
            if (group.count < 1 || group.servers < 1 || !(group.speed > 0))
                m_problem.report(path, "a group has at least one node with one server of a speed above 0");
            count += group.count;
            m_groups.push_back(group.name);
        }
        if (count > 100'000)
            m_problem.report("nodes", fmt::format("{} nodes are more than 100000", count));
    }

    void tables() {
        if (m_scenario.tables.empty())
            m_problem.report("tables", "at least one table is needed");
        std::set<std::string> seen;
        for (std::size_t i = 0; i < m_scenario.tables.size(); ++i) {
            const Table& table = m_scenario.tables[i];
            const std::string path = table.name.empty() ? "" : fmt::format("tables[{}]", i);
            const auto at = [&](const char* key) { return path.empty() ? std::string(key) : path + "." + key; };
            unique(at("name"), seen, table.name);
            m_tables.push_back(table.name);
            for (const std::string& name : table.nodes)
                known(at("nodes"), name, m_groups, "node group");
            std::uint64_t nodes = 0;
            for (const NodeGroup& group : m_scenario.nodes)
                if (table.nodes.empty() ||
                    std::find(table.nodes.begin(), table.nodes.end(), group.name) != table.nodes.end())
                    nodes += group.count;
            if (table.replicas < 1 || table.replicas > nodes)
                m_problem.report(at("replicas"),
                                 fmt::format("{} replicas do not fit on {} nodes", table.replicas, nodes));
            router(at("router"), table);
            if (table.lag)
                service(at("lag"), *table.lag);
        }
    }
    void router(const std::string& path, const Table& table) {
        model::PlacementSpec spec;
        spec.kind = table.router.kind;
        spec.partitions = table.partitions;
        spec.virtualNodes = table.router.virtualNodes;
        spec.directory = table.router.directory;
        spec.splits = table.router.splits;
        if (const auto made = model::makePlacement(spec); !made)
            m_problem.report(path, made.error().message, made.error().advice);
    }

    void streams() {
        if (m_scenario.streams.empty())
            m_problem.report("streams", "at least one stream is needed");
        if (m_scenario.streams.size() > 4096)
            m_problem.report("streams", "more than 4096 streams");
        std::set<std::string> seen;
        double rate = 0;
        for (std::size_t i = 0; i < m_scenario.streams.size(); ++i) {
            const Stream& stream = m_scenario.streams[i];
            const std::string path = fmt::format("streams[{}]", i);
            unique(path + ".name", seen, stream.name);
            m_streams.push_back(stream.name);
            if (!(stream.rate >= 0 && std::isfinite(stream.rate)))
                m_problem.report(path + ".rate", "a rate is 0 or more");
            rate += stream.rate;
            profile(path + ".profile", stream);
            keys(path + ".keys", stream.keys);
            if (stream.steps.empty())
                m_problem.report(path + ".steps", "at least one step is needed");
            for (std::size_t j = 0; j < stream.steps.size(); ++j)
                step(stream.steps.size() == 1 ? path : fmt::format("{}.steps[{}]", path, j), stream.steps[j]);
        }
        if (!m_scenario.streams.empty() && rate <= 0)
            m_problem.report("streams", "all rates are 0, so that nothing would happen");
    }
    void profile(const std::string& path, const Stream& stream) {
        double last = -1;
        double highest = 0;
        for (const ProfilePiece& piece : stream.profile) {
            if (!(piece.fromSeconds > last) || !(piece.times >= 0))
                m_problem.report(path + ".pieces", "pieces have ascending times and factors of 0 or more");
            last = piece.fromSeconds;
            highest = std::max(highest, piece.times);
        }
        if (stream.profile.empty())
            return;
        if (stream.profile.front().fromSeconds != 0)
            m_problem.report(path + ".pieces[0].from_s", "the first piece starts at 0");
        if (stream.profilePeriodSeconds > 0 && (stream.profilePeriodSeconds <= last || highest <= 0))
            m_problem.report(path + ".period_s",
                             "the period is longer than the start of the last piece, and a piece is above 0");
        if (stream.profilePeriodSeconds <= 0 && stream.profile.back().times <= 0 && m_scenario.durationSeconds <= 0)
            m_problem.report(path + ".pieces", "the last piece is 0 for ever, so that the requests might never come",
                             "add \"duration_s\" to the scenario or \"period_s\" to the profile");
    }
    void keys(const std::string& path, const KeySpec& keys) {
        if (keys.count < 1)
            m_problem.report(path + ".count", "at least one key is needed");
        if (keys.kind != KeyKind::Sample)
            return;
        if (!keys.keys.empty() && !keys.weights.empty() && keys.keys.size() != keys.weights.size())
            m_problem.report(path + ".weights",
                             fmt::format("{} weights for {} keys", keys.weights.size(), keys.keys.size()));
        const std::uint64_t listed = std::max(keys.keys.size(), keys.weights.size());
        if (listed > 16'777'216)
            m_problem.report(path, "a sample lists at most 16777216 keys");
        if (keys.count < listed || (keys.count > listed) != (keys.shareOfOthers > 0))
            m_problem.report(path + ".others", "others and share_of_others are both above 0 or both absent");
        if (!(keys.shareOfOthers >= 0 && keys.shareOfOthers < 1))
            m_problem.report(path + ".share_of_others", "others take a share of 0 or more and less than 1");
        if (keys.shareOfOthers > 0 && !keys.keys.empty())
            m_problem.report(path + ".keys", "keys with names are all listed: others have only a number");
        double sum = 0;
        for (double weight : keys.weights) {
            if (!(weight >= 0 && std::isfinite(weight)))
                m_problem.report(path + ".weights", "weights are 0 or more");
            sum += weight;
        }
        if (!keys.weights.empty() && !(sum > 0))
            m_problem.report(path + ".weights", "the weights add up to 0");
    }
    void step(const std::string& path, const Step& step) {
        known(path + ".table", step.table, m_tables, "table");
        if (m_problem.found())
            return;
        std::size_t at = 0;
        while (m_tables[at] != step.table)
            ++at;
        const Table& table = m_scenario.tables[at];
        if (step.quorum > table.replicas)
            m_problem.report(path + ".quorum",
                             fmt::format("{} of {} replicas cannot answer", step.quorum, table.replicas));
        const std::uint32_t candidates = table.replicas - (step.from == AskFrom::Followers ? 1 : 0);
        if (step.ask > candidates)
            m_problem.report(path + ".ask", fmt::format("there are {} replicas to ask", candidates));
        if (step.from != AskFrom::Any && step.ask == 0)
            m_problem.report(path + ".from", "it goes with \"ask\"", "say how many replicas are asked");
        if (step.ask > 0 && (step.quorum == 0 || step.quorum > step.ask))
            m_problem.report(path + ".quorum",
                             fmt::format("of {} replicas asked, 1 to {} can answer", step.ask, step.ask));
        if (step.touch.kind == Touch::Kind::Sample && step.touch.sample > table.partitions)
            m_problem.report(path + ".touch.sample",
                             fmt::format("{} of {} partitions cannot be asked", step.touch.sample, table.partitions));
        if (step.keys)
            keys(path + ".keys", *step.keys);
        service(path + ".service", step.service);
        if (step.batching)
            service(path + ".batch.item", step.batching->item);
    }
    void service(const std::string& path, const Service& service) {
        if (service.kind != ServiceKind::Empirical) {
            if (!(service.meanMs >= 0 && std::isfinite(service.meanMs)))
                m_problem.report(path + ".mean_ms", "a mean is 0 or more");
            return;
        }
        if (service.quantilesMs.size() < 2)
            m_problem.report(path + ".quantiles_ms", "at least two quantiles are needed");
        double probability = -1;
        double ms = 0;
        for (const auto& [nextProbability, nextMs] : service.quantilesMs) {
            if (!(nextProbability > probability && nextProbability >= 0 && nextProbability <= 1) || !(nextMs >= ms))
                m_problem.report(path + ".quantiles_ms", "probabilities of 0 to 1 and times of 0 or more must ascend");
            probability = nextProbability;
            ms = nextMs;
        }
    }

    void caches() {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < m_scenario.caches.size(); ++i) {
            const Cache& cache = m_scenario.caches[i];
            const std::string path = m_scenario.caches.size() == 1 ? "cache" : fmt::format("cache[{}]", i);
            unique(path + ".name", seen, cache.name);
            for (const std::string& name : cache.streams)
                known(path + ".streams", name, m_streams, "stream");
            if (cache.capacityKeys < 1 || cache.capacityKeys > 1'000'000'000)
                m_problem.report(path + ".capacity_keys", "a cache holds 1 to 1000000000 keys");
            service(path + ".hit", cache.hit);
        }
    }

    const Scenario& m_scenario;
    JsonProblem m_problem;
    std::vector<std::string_view> m_groups;
    std::vector<std::string_view> m_tables;
    std::vector<std::string_view> m_streams;
};

} // namespace

model::Result<void> checkScenario(const Scenario& scenario) {
    return Check(scenario).all();
}

double Service::mean() const {
    if (kind != ServiceKind::Empirical)
        return meanMs;
    // The distribution function is linear between quantiles and jumps at both ends.
    double sum = 0;
    double probability = 0;
    double ms = quantilesMs.empty() ? 0 : quantilesMs.front().second;
    for (const auto& [nextProbability, nextMs] : quantilesMs) {
        sum += (nextProbability - probability) * (ms + nextMs) / 2;
        probability = nextProbability;
        ms = nextMs;
    }
    return sum + (1 - probability) * ms;
}

} // namespace shardscape::simulator
