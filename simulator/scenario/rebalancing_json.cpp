// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/rebalancing_json.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "simulator/scenario/names.h"

namespace shardscape::simulator {

namespace {

constexpr double kMostBytes = 1e18;
constexpr double kMostChunks = 1e8;

bool among(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class RebalanceCheck {
public:
    RebalanceCheck(const Scenario& scenario, const Rebalancing& rebalance, std::string path, JsonProblem& problem)
        : m_scenario(scenario)
        , m_rebalance(rebalance)
        , m_path(std::move(path))
        , m_problem(problem) {}

    void all() {
        const auto table = std::find_if(m_scenario.tables.begin(), m_scenario.tables.end(),
                                        [&](const Table& t) { return t.name == m_rebalance.table; });
        if (table == m_scenario.tables.end())
            return m_problem.report(m_path + ".table", fmt::format("there is no table \"{}\"", m_rebalance.table));
        if (m_rebalance.add.empty() && m_rebalance.lose.empty())
            return m_problem.report(m_path, "it names no nodes to \"add\" or to \"lose\"");
        numbers();
        countNodes(*table);
        if (m_problem.found())
            return;
        if (m_before < table->replicas || m_after < table->replicas)
            return m_problem.report(m_path, fmt::format("{} replicas do not fit on {} nodes before and {} afterwards",
                                                        table->replicas, m_before, m_after));
        if (table->placement == NodePlacement::Groups)
            return m_problem.report(m_path, "groups of nodes cannot be rebalanced",
                                    "use the placement \"round-robin\" or \"contiguous\"");
        if (m_rebalance.by == MoveBy::Keys)
            keys(*table);
    }

private:
    void numbers() {
        const Rebalancing& r = m_rebalance;
        const auto within = [](double value, double least, double most) { return value >= least && value <= most; };
        if (!within(r.atSeconds, 0, 1e9) || !within(r.bytes, 0, kMostBytes) ||
            !within(r.bytesPerSecond, 1, kMostBytes) || !within(r.chunkBytes, 1, kMostBytes) ||
            !within(r.chunkMs, 0, 1e9) || !within(r.redirectMs, 0, 1e9))
            m_problem.report(m_path, "times and bytes are 0 or more, \"bytes_per_s\" and \"chunk_bytes\" at least 1");
        else if (r.bytes / r.chunkBytes > kMostChunks)
            m_problem.report(m_path + ".chunk_bytes",
                             fmt::format("{} chunks are too many", static_cast<std::uint64_t>(r.bytes / r.chunkBytes)),
                             "make the chunks larger");
    }
    void countNodes(const Table& table) {
        std::set<std::string> found;
        for (const NodeGroup& group : m_scenario.nodes)
            for (std::uint32_t i = 0; i < group.count; ++i) {
                const std::string name = group.count == 1 ? group.name : group.name + std::to_string(i);
                const auto meant = [&](const std::vector<std::string>& names) {
                    const bool is = among(names, name) || among(names, group.name);
                    for (const std::string& known : {name, group.name})
                        if (is && among(names, known))
                            found.insert(known);
                    return is;
                };
                const bool added = meant(m_rebalance.add);
                const bool lost = meant(m_rebalance.lose);
                if (!table.nodes.empty() && !among(table.nodes, group.name)) {
                    if (added || lost)
                        m_problem.report(m_path, fmt::format("node \"{}\" is not one of the table's", name),
                                         "list it in the table's \"nodes\"");
                    continue;
                }
                if (added && lost)
                    m_problem.report(m_path, fmt::format("node \"{}\" is added and lost", name));
                m_before += added ? 0 : 1;
                m_after += lost ? 0 : 1;
            }
        for (const auto* names : {&m_rebalance.add, &m_rebalance.lose})
            for (const std::string& name : *names)
                if (!found.contains(name))
                    m_problem.report(m_path, fmt::format("there is no node or group \"{}\"", name));
    }
    void keys(const Table& table) {
        if (table.replicas != 1 || table.partitions != m_before)
            m_problem.report(m_path + ".by",
                             fmt::format("keys move where every node is a partition without replicas; there are {} "
                                         "partitions of {} replicas on {} nodes",
                                         table.partitions, table.replicas, m_before),
                             "move \"partitions\"");
        if (table.router.kind == "range" || table.router.kind == "directory")
            m_problem.report(m_path + ".by", fmt::format("\"{}\" does not count nodes", table.router.kind),
                             "move \"partitions\"");
        if (!table.splits.empty() || table.spread.has_value())
            m_problem.report(m_path + ".by", "keys of a table with splits or spread keys cannot move by themselves",
                             "move \"partitions\"");
        for (const Stream& stream : m_scenario.streams)
            for (const Step& step : stream.steps)
                if (step.table == table.name && step.touch.kind == Touch::Kind::Sample)
                    m_problem.report(m_path + ".by",
                                     fmt::format("stream \"{}\" asks a sample of the partitions", stream.name),
                                     "move \"partitions\", or touch \"one\" or \"all\"");
    }

    const Scenario& m_scenario;
    const Rebalancing& m_rebalance;
    std::string m_path;
    JsonProblem& m_problem;
    std::uint32_t m_before = 0;
    std::uint32_t m_after = 0;
};

} // namespace

Rebalancing readRebalancing(const Json& value, const std::string& path, JsonProblem& problem) {
    JsonObject object(value, path, problem);
    Rebalancing rebalance;
    object.read("table", rebalance.table);
    object.read("at_s", rebalance.atSeconds, 0, 1e9);
    object.read("add", rebalance.add);
    object.read("lose", rebalance.lose);
    auto by = static_cast<std::size_t>(rebalance.by);
    object.choose("by", by, names::moveBy());
    rebalance.by = static_cast<MoveBy>(by);
    object.require("bytes");
    object.read("bytes", rebalance.bytes, 0, kMostBytes);
    object.read("bytes_per_s", rebalance.bytesPerSecond, 1, kMostBytes);
    object.read("chunk_bytes", rebalance.chunkBytes, 1, kMostBytes);
    object.read("chunk_ms", rebalance.chunkMs, 0, 1e9);
    object.read("redirect_ms", rebalance.redirectMs, 0, 1e9);
    object.finish();
    return rebalance;
}

Json rebalancingJson(const Rebalancing& rebalance) {
    Json json{{"at_s", rebalance.atSeconds}};
    if (!rebalance.table.empty())
        json["table"] = rebalance.table;
    if (!rebalance.add.empty())
        json["add"] = rebalance.add;
    if (!rebalance.lose.empty())
        json["lose"] = rebalance.lose;
    json["by"] = names::moveBy().at(static_cast<std::size_t>(rebalance.by));
    json["bytes"] = rebalance.bytes;
    json["bytes_per_s"] = rebalance.bytesPerSecond;
    json["chunk_bytes"] = rebalance.chunkBytes;
    json["chunk_ms"] = rebalance.chunkMs;
    if (rebalance.redirectMs > 0)
        json["redirect_ms"] = rebalance.redirectMs;
    return json;
}

void checkRebalances(const Scenario& scenario, JsonProblem& problem) {
    std::set<std::string> tables;
    for (std::size_t i = 0; i < scenario.rebalances.size() && !problem.found(); ++i) {
        const std::string path = fmt::format("rebalances[{}]", i);
        if (!tables.insert(scenario.rebalances[i].table).second)
            problem.report(path + ".table",
                           fmt::format("table \"{}\" is rebalanced already", scenario.rebalances[i].table),
                           "a table can be rebalanced once in a run");
        RebalanceCheck(scenario, scenario.rebalances[i], path, problem).all();
    }
}

} // namespace shardscape::simulator
