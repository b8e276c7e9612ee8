// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/behaviour_check.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/base/nearest_name.h"
#include "model/placement/placement.h"

namespace shardscape::simulator {

namespace {

bool answeredByOne(const Step& step) {
    return step.quorum == 0 || step.ask == 1;
}

std::uint32_t replicasOf(const Scenario& scenario, const Step& step) {
    for (const Table& table : scenario.tables)
        if (table.name == step.table)
            return table.replicas;
    return 0;
}

bool within(double value, double least, double most) {
    return value >= least && value <= most; // false for what is not a number
}

class FaultCheck {
public:
    FaultCheck(const Scenario& scenario, JsonProblem& problem)
        : m_scenario(scenario)
        , m_problem(problem) {
        for (const NodeGroup& group : scenario.nodes) {
            m_nodes.push_back(group.name);
            for (std::uint32_t i = 0; group.count > 1 && i < group.count; ++i)
                m_nodes.push_back(group.name + std::to_string(i));
        }
    }
    void one(const std::string& path, const Fault& fault) {
        m_path = path;
        std::visit([&](const auto& known) { check(known); }, fault);
    }

private:
    std::string at(const char* key) const { return m_path + "." + key; }
    void when(const During& when) {
        if (!within(when.fromSeconds, 0, 1e9))
            m_problem.report(at("from_s"), "a fault begins at 0 or later");
        if (when.toSeconds != 0 && !within(when.toSeconds, when.fromSeconds, 1e9))
            m_problem.report(at("to_s"), "a fault ends after it has begun", "leave \"to_s\" out for one that lasts");
    }
    void known(const char* key, const std::vector<std::string>& names, const std::vector<std::string>& all,
               const char* what) {
        const std::vector<std::string_view> candidates(all.begin(), all.end());
        for (const std::string& name : names)
            if (std::find(all.begin(), all.end(), name) == all.end()) {
                const std::string_view near = model::nearestName(name, candidates);
                m_problem.report(at(key), fmt::format("there is no {} \"{}\"", what, name),
                                 near.empty() ? std::string() : fmt::format("did you mean \"{}\"?", near));
            }
    }
    void nodes(const std::vector<std::string>& names) {
        if (names.empty())
            m_problem.report(at("nodes"), "at least one node is needed");
        known("nodes", names, m_nodes, "node or group");
    }
    void streams(const std::vector<std::string>& names) {
        std::vector<std::string> all;
        for (const Stream& stream : m_scenario.streams)
            all.push_back(stream.name);
        known("streams", names, all, "stream");
    }
    void check(const SlowNodes& fault) {
        when(fault.when);
        nodes(fault.nodes);
        if (!within(fault.speed, 0, 1e6))
            m_problem.report(at("speed"), "a speed is 0 or more");
        if (fault.speed == 0 && fault.when.toSeconds == 0)
            m_problem.report(at("to_s"), "nodes that stand still for ever never answer", "say when they go on");
    }
    void check(const NodesDown& fault) {
        when(fault.when);
        if (fault.nodes.empty() && fault.region.empty())
            m_problem.report(m_path, "it names neither \"nodes\" nor a \"region\"");
        known("nodes", fault.nodes, m_nodes, "node or group");
        std::vector<std::string> regions;
        for (const NodeGroup& group : m_scenario.nodes)
            regions.push_back(group.region);
        if (!fault.region.empty())
            known("region", {fault.region}, regions, "region");
        if (!within(fault.failoverSeconds, 0, 1e9) || !within(fault.movedRoundTripMs, 0, 1e9))
            m_problem.report(m_path, "times are 0 or more");
        if (fault.clients != WhenDown::Refused && fault.when.toSeconds == 0)
            m_problem.report(at("to_s"), "clients that wait for a node need to know when it is back",
                             "say when, or let \"clients\" be \"refused\"");
    }
    void check(const Breakdowns& fault) {
        when(fault.when);
        nodes(fault.nodes);
        if (!within(fault.everySeconds, 1e-6, 1e9) || !within(fault.repairSeconds, 0, 1e9))
            m_problem.report(m_path, "\"every_s\" is at least 1e-6 and \"repair_s\" 0 or more");
    }
    void check(const DependencyHangs& fault) {
        when(fault.when);
        streams(fault.streams);
        for (const Stream& stream : m_scenario.streams)
            if (std::find(fault.streams.begin(), fault.streams.end(), stream.name) != fault.streams.end() &&
                fault.step >= stream.steps.size())
                m_problem.report(at("step"),
                                 fmt::format("\"{}\" has {} steps, the first is 0", stream.name, stream.steps.size()));
        if (!within(fault.share, 0, 1) || !within(fault.hangMs, 0, 1e9))
            m_problem.report(m_path, "\"share\" is 0 to 1 and \"hang_ms\" 0 or more");
    }
    void check(const Surge& fault) {
        when(fault.when);
        streams(fault.streams);
        if (!within(fault.times, 0, 1e6))
            m_problem.report(at("times"), "a factor is 0 or more");
        if (fault.times == 0 && fault.when.toSeconds == 0 && m_scenario.durationSeconds <= 0)
            m_problem.report(at("to_s"), "the requests might never come", "say when they come again");
    }
    void check(const WrongSetting& fault) {
        when(fault.when);
        streams(fault.streams);
        if (!fault.queueLimit && !fault.queueWaitMs && !fault.timeoutMs && !fault.rateLimitPerSecond)
            m_problem.report(m_path, "it sets nothing",
                             "there is \"queue_limit\", \"queue_wait_ms\", \"timeout_ms\" and \"rate_limit_per_s\"");
        const auto limited = [&](const Stream& stream) {
            return stream.client.rateLimit &&
                   (fault.streams.empty() ||
                    std::find(fault.streams.begin(), fault.streams.end(), stream.name) != fault.streams.end());
        };
        if (fault.rateLimitPerSecond && std::none_of(m_scenario.streams.begin(), m_scenario.streams.end(), limited))
            m_problem.report(at("rate_limit_per_s"), "none of its streams has a rate limit",
                             "add \"rate_limit\" to the client of one");
    }

    void check(const CacheFlush& fault) {
        listed("cache", fault.cache, m_scenario.caches, "cache");
        if (!within(fault.atSeconds, 0, 1e9))
            m_problem.report(at("at_s"), "a fault happens at 0 or later");
    }

    void share(double value) {
        if (!within(value, 0, 1))
            m_problem.report(at("share"), "a share is 0 to 1");
    }
    template <class List> void listed(const char* key, const std::string& name, const List& list, const char* what) {
        if (std::none_of(list.begin(), list.end(), [&](const auto& one) { return one.name == name; }))
            m_problem.report(at(key), fmt::format("there is no {} \"{}\"", what, name));
    }
    void check(const PartialWrites& fault) {
        when(fault.when);
        share(fault.share);
        listed("table", fault.table, m_scenario.tables, "table");
        for (const Table& table : m_scenario.tables)
            if (table.name == fault.table && (fault.missing < 1 || fault.missing >= table.replicas))
                m_problem.report(at("missing"), fmt::format("of {} replicas one has the write", table.replicas));
        if (!within(fault.repairSeconds, 0, 1e9))
            m_problem.report(at("repair_s"), "a time is 0 (never) or more");
    }
    void check(const LostEvents& fault) { checkQueue(fault); }
    void check(const DuplicateEvents& fault) { checkQueue(fault); }
    void check(const ConsumerCrashes& fault) {
        checkQueue(fault);
        for (const EventQueue& queue : m_scenario.eventQueues)
            if (queue.name == fault.queue && queue.delivery == Delivery::AtLeastOnce && fault.share > 0.99)
                m_problem.report(at("share"), "with every delivery crashing the event would come for ever",
                                 "at most 0.99");
    }
    template <class Kind> void checkQueue(const Kind& fault) {
        when(fault.when);
        share(fault.share);
        listed("queue", fault.queue, m_scenario.eventQueues, "event queue");
    }
    static bool routes(const Router& router, std::uint32_t partitions) {
        model::PlacementSpec spec;
        spec.kind = router.kind;
        spec.partitions = partitions;
        spec.virtualNodes = router.virtualNodes;
        return model::makePlacement(spec).has_value();
    }
    void check(const WrongPartitionCount& fault) {
        when(fault.when);
        for (const std::string& stream : fault.streams)
            listed("streams", stream, m_scenario.streams, "stream");
        if (fault.partitions < 1 || fault.partitions > 1'048'576)
            m_problem.report(at("partitions"), "a table has 1 to 1048576 partitions");
        const auto asked = [&](const Table& table) {
            for (const Stream& stream : m_scenario.streams)
                for (const Step& step : stream.steps)
                    if (step.table == table.name && step.touch.kind == Touch::Kind::One &&
                        std::find(fault.streams.begin(), fault.streams.end(), stream.name) != fault.streams.end())
                        return true;
            return false;
        };
        for (const Table& table : m_scenario.tables)
            if (asked(table) && (!table.router.splits.empty() || table.router.kind == "directory" ||
                                 !routes(table.router, fault.partitions)))
                m_problem.report(m_path,
                                 "tables with listed ranges or homes, or a router that has not so many partitions, "
                                 "cannot be routed by another number of them");
    }

    const Scenario& m_scenario;
    JsonProblem& m_problem;
    std::vector<std::string> m_nodes;
    std::string m_path;
};

void checkLimits(const Client& client, const std::string& path, JsonProblem& problem) {
    if (const auto& breaker = client.breaker)
        if (!within(breaker->windowSeconds, 1e-6, 1e9) || !within(breaker->failureShare, 0, 1) || breaker->least < 1 ||
            !within(breaker->openSeconds, 0, 1e9) || breaker->probes < 1)
            problem.report(path + ".breaker", "times are above 0, \"failure_share\" 0 to 1, \"least\" and \"probes\" "
                                              "at least 1");
    if (const auto& limit = client.rateLimit)
        if (!within(limit->perSecond, 0, 1e12) || !within(limit->burst, 1, 1e12))
            problem.report(path + ".rate_limit", "\"per_s\" is 0 or more and \"burst\" at least 1");
    if (client.admission && client.admission->limit < 1)
        problem.report(path + ".admission.limit", "at least one request must be let in");
}

void checkHedge(const Scenario& scenario, const Stream& stream, const std::string& path, JsonProblem& problem) {
    const Hedge& hedge = *stream.client.hedge;
    if (!within(hedge.afterMs, 0, 1e9) || !within(hedge.quantile, 0, 0.9999) || hedge.most < 1)
        problem.report(path, "\"after_ms\" is 0 or more, \"quantile\" 0 to 0.9999, \"most\" at least 1");
    if (hedge.afterMs <= 0 && hedge.quantile <= 0)
        problem.report(path, "it says neither \"after_ms\" nor \"quantile\"");
    if (stream.kind != StreamKind::Read)
        problem.report(path, "only reads are sent twice");
    const bool any = std::any_of(stream.steps.begin(), stream.steps.end(), [&](const Step& step) {
        return answeredByOne(step) && replicasOf(scenario, step) > 1;
    });
    if (!any)
        problem.report(path, "no step is answered by one of several replicas", "give a table \"replicas\"");
}

void checkBalance(const Scenario& scenario, const Stream& stream, const std::string& path, JsonProblem& problem) {
    const bool any = std::any_of(stream.steps.begin(), stream.steps.end(), [&](const Step& step) {
        const bool chooses = step.ask > 0 || (step.quorum == 0 && stream.kind == StreamKind::Read);
        return chooses && replicasOf(scenario, step) > 1;
    });
    if (!any)
        problem.report(path, "no step can choose among replicas", "reads can, where a table has \"replicas\"");
}

void checkClient(const Client& client, const std::string& path, JsonProblem& problem) {
    if (!within(client.timeoutMs, 0, 1e9) || !within(client.deadlineMs, 0, 1e9))
        problem.report(path, "timeouts are 0 (none) or more");
    const Retries& retries = client.retries;
    if (retries.limit > 100)
        problem.report(path + ".retries.limit", fmt::format("{} is outside 0 to 100", retries.limit));
    if (!within(retries.backoffMs, 0, 1e9) || !within(retries.multiplier, 1, 1000) ||
        !within(retries.mostBackoffMs, 0, 1e9) || !within(retries.jitter, 0, 1))
        problem.report(path + ".retries", "waits are 0 or more, \"multiplier\" 1 to 1000, \"jitter\" 0 to 1");
    if (client.budget && retries.limit == 0)
        problem.report(path + ".budget", "a budget without retries has nothing to pay", "add \"retries\"");
    if (client.budget && (!within(client.budget->ratio, 0, 100) || !within(client.budget->burst, 1, 1e9) ||
                          !within(client.budget->perSecond, 0, 1e9)))
        problem.report(path + ".budget", "\"ratio\" is 0 to 100, \"burst\" at least 1, \"per_s\" 0 or more");
    checkLimits(client, path, problem);
}

} // namespace

void checkClients(const Scenario& scenario, JsonProblem& problem) {
    for (std::size_t i = 0; i < scenario.streams.size(); ++i) {
        const Stream& stream = scenario.streams[i];
        const std::string path = fmt::format("streams[{}].client", i);
        checkClient(stream.client, path, problem);
        if (stream.client.hedge)
            checkHedge(scenario, stream, path + ".hedge", problem);
        if (stream.client.balance != Balance::AsAsked)
            checkBalance(scenario, stream, path + ".balance", problem);
    }
    const auto givesUp = [](const Stream& stream) {
        return stream.client.timeoutMs > 0 || stream.client.deadlineMs > 0;
    };
    if (!within(scenario.queueWaitMs, 0, 1e9))
        problem.report("queue.wait_ms", "a wait is 0 or more");
    if (scenario.skipLate && std::none_of(scenario.streams.begin(), scenario.streams.end(), givesUp))
        problem.report("queue.skip_late", "no client ever gives up", "give a stream \"client\": {\"timeout_ms\": ...}");
}

void checkFaults(const Scenario& scenario, JsonProblem& problem) {
    FaultCheck check(scenario, problem);
    for (std::size_t i = 0; i < scenario.faults.size() && !problem.found(); ++i)
        check.one(fmt::format("faults[{}]", i), scenario.faults[i]);
}

} // namespace shardscape::simulator
