// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/key_options.h"
#include "app/cli/session.h"
#include "model/placement/rebalance.h"
#include "simulator/measure/skew.h"

namespace shardscape::app {
namespace {

using nlohmann::ordered_json;

struct Options {
    KeyOptions keys;
    std::uint32_t partitions = 0;
    model::NodeChange change;
    std::uint64_t count = 1'000'000;
    double bytesPerKey = 0;
};

ordered_json loadJson(const model::Movement::Load& load) {
    return {{"keys", static_cast<std::uint64_t>(load.keys)}, {"bytes", load.bytes}};
}

double share(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

/// Of the bytes where they are known, else of the keys; lost and added nodes count where they are there.
ordered_json skewJson(const model::Movement& movement, const std::vector<std::uint32_t>& nodes, bool after) {
    std::vector<double> loads;
    for (std::uint32_t node : nodes) {
        const model::Movement::Load& load = after ? movement.nodes[node].after : movement.nodes[node].before;
        loads.push_back(movement.total.bytes > 0 ? load.bytes : load.keys);
    }
    const simulator::Skew skew = simulator::skewOf(loads);
    return {{"max_over_mean", skew.maxOverMean}, {"cv", skew.cv}, {"gini", skew.gini}};
}

std::vector<std::uint32_t> numbersOf(std::vector<std::uint32_t> nodes) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

ordered_json report(const Options& options, const model::Rebalance& rebalance, const model::Movement& movement) {
    ordered_json nodes = ordered_json::array();
    for (std::size_t i = 0; i < movement.nodes.size(); ++i)
        nodes.push_back({{"node", i},
                         {"before", loadJson(movement.nodes[i].before)},
                         {"after", loadJson(movement.nodes[i].after)},
                         {"in", loadJson(movement.nodes[i].in)},
                         {"out", loadJson(movement.nodes[i].out)}});
    return {{"engine", options.keys.engine},
            {"partitions", rebalance.before().size()},
            {"nodes_before", rebalance.nodesBefore()},
            {"nodes_after", rebalance.nodesAfter()},
            {"keys", static_cast<std::uint64_t>(movement.total.keys)},
            {"moved_keys", static_cast<std::uint64_t>(movement.moved.keys)},
            {"moved_share", share(movement.moved.keys, movement.total.keys)},
            {"least_share", rebalance.leastShare()},
            {"bytes", movement.total.bytes},
            {"moved_bytes", movement.moved.bytes},
            {"moved_bytes_share", share(movement.moved.bytes, movement.total.bytes)},
            {"skew_before", skewJson(movement, numbersOf(rebalance.before()), false)},
            {"skew_after", skewJson(movement, numbersOf(rebalance.after()), true)},
            {"nodes", nodes}};
}

void print(const ordered_json& made, Session& session) {
    session.out() << fmt::format("{} of {} keys move ({:.3f} %; even nodes ask for {:.3f} %)\n",
                                 made["moved_keys"].get<std::uint64_t>(), made["keys"].get<std::uint64_t>(),
                                 made["moved_share"].get<double>() * 100, made["least_share"].get<double>() * 100);
    const bool bytes = made["bytes"].get<double>() > 0;
    if (bytes)
        session.out() << fmt::format("{:.4g} of {:.4g} bytes move ({:.3f} %)\n", made["moved_bytes"].get<double>(),
                                     made["bytes"].get<double>(), made["moved_bytes_share"].get<double>() * 100);
    session.out() << fmt::format("{} nodes become {}; max/mean {:.4f} becomes {:.4f}\n",
                                 made["nodes_before"].get<std::uint32_t>(), made["nodes_after"].get<std::uint32_t>(),
                                 made["skew_before"]["max_over_mean"].get<double>(),
                                 made["skew_after"]["max_over_mean"].get<double>());
    TextTable table(bytes ? std::vector<std::string>{"node", "bytes before", "after", "in", "out"}
                          : std::vector<std::string>{"node", "keys before", "after", "in", "out"});
    for (const ordered_json& node : made["nodes"]) {
        std::vector<std::string> row{std::to_string(node["node"].get<std::size_t>())};
        for (const char* column : {"before", "after", "in", "out"})
            row.push_back(bytes ? fmt::format("{:.4g}", node[column]["bytes"].get<double>())
                                : std::to_string(node[column]["keys"].get<std::uint64_t>()));
        table.add(std::move(row));
    }
    table.print(session.out());
}

void run(const Options& options, Session& session) {
    model::PlacementSpec spec = options.keys.spec();
    spec.partitions = options.partitions;
    const auto rebalance = model::Rebalance::make(spec, options.change);
    if (!rebalance)
        return session.refuse(rebalance.error());
    model::Movement movement(rebalance->numbers());
    const double each = options.bytesPerKey;
    if (options.keys.keys.empty()) {
        for (std::uint64_t key = 0; key < options.count; ++key)
            movement.add(rebalance->of(static_cast<std::int64_t>(key)), each);
    } else {
        const bool weighted = !options.keys.weight.empty();
        const auto done = options.keys.forEach(rebalance->placement(), [&](model::KeyRow row, double weight) {
            movement.add(rebalance->of(row), weighted ? weight * (each > 0 ? each : 1) : each);
        });
        if (!done)
            return session.refuse(done.error());
    }
    const ordered_json made = report(options, *rebalance, movement);
    if (session.json)
        return session.print(made);
    print(made, session);
}

} // namespace

void addRebalance(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("rebalance", "What moves when nodes are added or lost");
    options->keys.addTo(*command);
    command->add_option("--nodes", options->change.nodes, "Nodes before")->required()->check(CLI::Range(1, 1 << 16));
    command->add_option("--add", options->change.added, "Nodes that are added")->check(CLI::Range(0, 1 << 16));
    command->add_option("--lose", options->change.lost, "Nodes that are lost, by number from 0: 3,5")->delimiter(',');
    command
        ->add_option("--partitions", options->partitions,
                     "Fixed partitions (slots, shards, chunks) that move as a whole; without, every node is one")
        ->check(CLI::Range(1, 1 << 20));
    command->add_option("--count", options->count, "Without --keys: so many keys, numbered from 0")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
        ->capture_default_str();
    command->add_option("--bytes-per-key", options->bytesPerKey, "Size of a key's data; times --weight where given")
        ->check(CLI::NonNegativeNumber);
    command->footer("Placement functions:" + KeyOptions::knownPlacements() +
                    "\n\nExamples:\n  shardscape-cli rebalance --engine consistent --nodes 16 --add 1"
                    "\n  shardscape-cli rebalance --engine redis-cluster --partitions 16384 --nodes 6 --lose 2 \\"
                    "\n      --keys keys.csv --column key --weight bytes");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
