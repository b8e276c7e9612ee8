// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/key_options.h"
#include "app/cli/session.h"
#include "model/placement/key_load.h"
#include "model/placement/placement.h"
#include "simulator/measure/skew.h"

namespace shardscape::app {
namespace {

using nlohmann::ordered_json;

struct Options {
    KeyOptions keys;
    std::uint32_t partitions = 0;
    std::uint32_t nodes = 0;
    bool summary = false;
};

/// Appends a JSON string; texts of printable ASCII, which keys mostly are, without going through a document.
void appendText(std::string& out, std::string_view text) {
    const bool plain =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
    if (plain) {
        out += '"';
        out += text;
        out += '"';
    } else {
        out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }
}
void appendNumber(std::string& out, std::uint64_t number) {
    char digits[20];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}
void appendColumn(std::string& out, const model::KeyValue& column) {
    if (column.isNull())
        out += "null";
    else
        appendText(out, column.text);
}

/// One JSON object a line, so that millions of keys can be piped on. A key of several columns is an array.
void appendLine(std::string& out, model::KeyRow row, const std::string& hash, std::uint32_t partition,
                const std::vector<std::uint32_t>& nodeOf) {
    out += "{\"key\":";
    if (row.size() > 1)
        out += '[';
    for (std::size_t i = 0; i < row.size(); ++i) {
        out += i > 0 ? "," : "";
        appendColumn(out, row[i]);
    }
    if (row.size() > 1)
        out += ']';
    out += ",\"hash\":\"" + hash + "\",\"partition\":"; // digits and letters alone
    appendNumber(out, partition);
    if (!nodeOf.empty()) {
        out += ",\"node\":";
        appendNumber(out, nodeOf[partition]);
    }
    out += "}\n";
}

ordered_json keyJson(const model::KeyLoad::Key& key) {
    ordered_json columns = ordered_json::array();
    for (std::size_t i = 0; i < key.columns.size(); ++i)
        columns.push_back(key.null[i] ? ordered_json(nullptr) : ordered_json(key.columns[i]));
    return columns.size() == 1 ? columns[0] : columns;
}
std::string keyText(const model::KeyLoad::Key& key) {
    std::string text;
    for (std::size_t i = 0; i < key.columns.size(); ++i)
        text += (i > 0 ? ", " : "") + (key.null[i] ? "NULL" : key.columns[i]);
    return text;
}

/// Whole numbers as such: without weights a load is a count.
ordered_json loads(const std::vector<double>& load) {
    ordered_json all = ordered_json::array();
    for (double value : load)
        all.push_back(value == std::floor(value) && value < 9e15 ? ordered_json(static_cast<std::uint64_t>(value))
                                                                 : ordered_json(value));
    return all;
}

ordered_json summaryOf(const model::KeyLoad& load, const std::vector<std::uint32_t>& nodeOf, std::uint32_t nodes) {
    const simulator::Skew skew = load.records() > 0 ? simulator::skewOf(load.load()) : simulator::Skew{0, 0, 0};
    ordered_json hot = ordered_json::array();
    for (const model::KeyLoad::Key& key : load.heaviest(10))
        hot.push_back({{"key", keyJson(key)},
                       {"share", load.total() > 0 ? key.weight / load.total() : 0},
                       {"partition", key.partition}});
    ordered_json summary = {{"keys", load.records()},
                            {"distinct", load.distinct()},
                            {"weight", load.total()},
                            {"partitions", load.load().size()},
                            {"max_over_mean", skew.maxOverMean},
                            {"cv", skew.cv},
                            {"gini", skew.gini},
                            {"hottest", hot},
                            {"load", loads(load.load())}};
    if (nodes > 0) {
        std::vector<double> ofNode(nodes, 0);
        for (std::size_t i = 0; i < nodeOf.size(); ++i)
            ofNode[nodeOf[i]] += load.load()[i];
        const simulator::Skew onNodes = simulator::skewOf(ofNode);
        summary["nodes"] = {{"count", nodes},
                            {"max_over_mean", onNodes.maxOverMean},
                            {"cv", onNodes.cv},
                            {"gini", onNodes.gini},
                            {"load", loads(ofNode)}};
    }
    return summary;
}

void printSummary(const ordered_json& summary, const model::KeyLoad& load, Session& session) {
    session.out() << fmt::format("{} keys ({} distinct) over {} partitions: max/mean {:.4f}, cv {:.4f}, Gini {:.4f}\n",
                                 load.records(), load.distinct(), load.load().size(),
                                 summary["max_over_mean"].get<double>(), summary["cv"].get<double>(),
                                 summary["gini"].get<double>());
    if (summary.contains("nodes"))
        session.out() << fmt::format("on {} nodes: max/mean {:.4f}, cv {:.4f}, Gini {:.4f}\n",
                                     summary["nodes"]["count"].get<std::uint32_t>(),
                                     summary["nodes"]["max_over_mean"].get<double>(),
                                     summary["nodes"]["cv"].get<double>(), summary["nodes"]["gini"].get<double>());
    std::vector<std::size_t> order(load.load().size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return load.load()[a] > load.load()[b]; });
    const double total = load.total() > 0 ? load.total() : 1;
    TextTable partitions({"busiest partition", "share"});
    for (std::size_t i = 0; i < std::min<std::size_t>(5, order.size()); ++i)
        partitions.add({std::to_string(order[i]), fmt::format("{:.2f} %", load.load()[order[i]] / total * 100)});
    partitions.print(session.out());
    TextTable hottest({"hottest key", "share", "partition"});
    for (const model::KeyLoad::Key& key : load.heaviest(10))
        hottest.add({keyText(key), fmt::format("{:.2f} %", key.weight / total * 100), std::to_string(key.partition)});
    hottest.print(session.out());
}

void run(const Options& options, Session& session) {
    model::PlacementSpec spec = options.keys.spec();
    spec.partitions = options.partitions;
    const auto made = model::makePlacement(spec);
    if (!made)
        return session.refuse(made.error());
    const model::Placement& placement = **made;
    const std::vector<std::uint32_t> nodeOf = model::dealPartitions(spec.kind, spec.partitions, options.nodes);
    if (const auto* info = model::findPlacement(spec.kind); info && info->fidelity == model::PlacementFidelity::StandIn)
        session.err() << "note: " << spec.kind << " keeps its hash function private; a stand-in is used\n";
    model::KeyLoad load(options.partitions);
    std::string lines;
    const auto done = options.keys.forEach(placement, [&](model::KeyRow row, double weight) {
        const model::Place place = placement.placeRow(row);
        if (options.summary)
            return load.add(row, place.partition, weight);
        appendLine(lines, row, placement.hashText(place.hash), place.partition, nodeOf);
        if (lines.size() > (1U << 16)) {
            session.out() << lines;
            lines.clear();
        }
    });
    session.out() << lines;
    if (!done)
        return session.refuse(done.error());
    if (!options.summary)
        return;
    const ordered_json summary = summaryOf(load, nodeOf, options.nodes);
    if (session.json)
        return session.print(summary);
    printSummary(summary, load, session);
}

} // namespace

void addRoute(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    options->keys.keys = "-";
    CLI::App* command = app.add_subcommand("route", "Place keys as an engine does");
    options->keys.addTo(*command);
    command->add_option("--partitions", options->partitions, "Number of partitions, shards or nodes")
        ->required()
        ->check(CLI::Range(1, 1 << 20));
    command->add_option("--nodes", options->nodes, "Deal the partitions to so many nodes as the engine would")
        ->check(CLI::Range(1, 1 << 20));
    command->add_flag("--summary", options->summary, "Print the skew instead of each key");
    command->footer("Placement functions:" + KeyOptions::knownPlacements() +
                    "\n\nExamples:\n  seq 1 100000 | shardscape-cli route --engine postgresql --partitions 16 --summary"
                    "\n  shardscape-cli route --engine cassandra --partitions 64 --nodes 6 --keys orders.csv \\"
                    "\n      --column tenant,day --type uuid,date --weight requests --summary");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
