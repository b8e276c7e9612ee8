// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/behaviour_check.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/base/nearest_name.h"

namespace shardscape::simulator {

namespace {

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
    void nodes(const std::vector<std::string>& names) {
        if (names.empty())
            m_problem.report(at("nodes"), "at least one node is needed");
        const std::vector<std::string_view> known(m_nodes.begin(), m_nodes.end());
        for (const std::string& name : names)
            if (std::find(m_nodes.begin(), m_nodes.end(), name) == m_nodes.end()) {
                const std::string_view near = model::nearestName(name, known);
                m_problem.report(at("nodes"), fmt::format("there is no node or group \"{}\"", name),
                                 near.empty() ? std::string() : fmt::format("did you mean \"{}\"?", near));
            }
    }
    void check(const SlowNodes& fault) {
        when(fault.when);
        nodes(fault.nodes);
        if (!within(fault.speed, 0, 1e6))
            m_problem.report(at("speed"), "a speed is 0 or more");
        if (fault.speed == 0 && fault.when.toSeconds == 0)
            m_problem.report(at("to_s"), "nodes that stand still for ever never answer", "say when they go on");
    }

    void check(const CacheFlush& fault) {
        const std::vector<Cache>& caches = m_scenario.caches;
        if (std::none_of(caches.begin(), caches.end(), [&](const Cache& c) { return c.name == fault.cache; }))
            m_problem.report(at("cache"), fmt::format("there is no cache \"{}\"", fault.cache));
        if (!within(fault.atSeconds, 0, 1e9))
            m_problem.report(at("at_s"), "a fault happens at 0 or later");
    }

    const Scenario& m_scenario;
    JsonProblem& m_problem;
    std::vector<std::string> m_nodes;
    std::string m_path;
};

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
}

} // namespace

void checkClients(const Scenario& scenario, JsonProblem& problem) {
    for (std::size_t i = 0; i < scenario.streams.size(); ++i)
        checkClient(scenario.streams[i].client, fmt::format("streams[{}].client", i), problem);
}

void checkFaults(const Scenario& scenario, JsonProblem& problem) {
    FaultCheck check(scenario, problem);
    for (std::size_t i = 0; i < scenario.faults.size() && !problem.found(); ++i)
        check.one(fmt::format("faults[{}]", i), scenario.faults[i]);
}

} // namespace shardscape::simulator
