// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iostream>
#include <unordered_map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "model/placement/placement.h"

namespace shardscape::app {
namespace {

using nlohmann::ordered_json;

struct Options {
    std::string engine;
    std::uint32_t partitions = 0;
    std::uint32_t virtualNodes = 128;
    std::string keys = "-";
    std::string type = "auto";
    bool summary = false;
};

bool parseInteger(const std::string& text, std::int64_t& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

/// The first field of a CSV line: up to the first comma, or between quotes with "" for a quote.
std::string firstField(const std::string& line) {
    if (line.empty() || line.front() != '"')
        return line.substr(0, line.find(','));
    std::string out;
    for (std::size_t at = 1; at < line.size(); ++at) {
        if (line[at] == '"' && (at + 1 >= line.size() || line[at + 1] != '"'))
            break;
        if (line[at] == '"')
            ++at;
        out += line[at];
    }
    return out;
}

model::Result<std::vector<std::string>> readKeys(const std::string& path) {
    std::ifstream file;
    if (path != "-") {
        file.open(path);
        if (!file)
            return model::fail({model::ErrorCode::Io, "cannot read the keys", "is the path right?", path, 0, 0});
    }
    std::istream& in = path == "-" ? std::cin : file;
    std::vector<std::string> keys;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (!line.empty())
            keys.push_back(firstField(line));
    }
    if (in.bad())
        return model::fail({model::ErrorCode::Io, "cannot read the keys", "is it a file?", path, 0, 0});
    return keys;
}

/// How the load of the given keys spreads: each line is one request.
ordered_json summarize(const std::vector<std::string>& keys, const std::vector<model::Place>& places,
                       std::uint32_t partitions) {
    std::vector<std::uint64_t> load(partitions, 0);
    for (const model::Place& place : places)
        ++load[place.partition];
    const double mean = static_cast<double>(keys.size()) / partitions;
    double squares = 0;
    for (std::uint64_t count : load)
        squares += (static_cast<double>(count) - mean) * (static_cast<double>(count) - mean);
    std::vector<std::uint64_t> sorted = load;
    std::sort(sorted.begin(), sorted.end());
    double weighted = 0;
    for (std::size_t rank = 0; rank < sorted.size(); ++rank)
        weighted += (2.0 * static_cast<double>(rank + 1) - partitions - 1) * static_cast<double>(sorted[rank]);
    std::unordered_map<std::string, std::uint64_t> counts;
    for (const std::string& key : keys)
        ++counts[key];
    std::vector<std::pair<std::string, std::uint64_t>> hottest(counts.begin(), counts.end());
    const auto top = static_cast<std::ptrdiff_t>(std::min<std::size_t>(10, hottest.size()));
    std::partial_sort(hottest.begin(), hottest.begin() + top, hottest.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    ordered_json hot = ordered_json::array();
    for (auto at = hottest.begin(); at != hottest.begin() + top; ++at)
        hot.push_back(
            {{"key", at->first}, {"share", static_cast<double>(at->second) / static_cast<double>(keys.size())}});
    const bool any = !keys.empty();
    return {{"keys", keys.size()},
            {"distinct", counts.size()},
            {"partitions", partitions},
            {"max_over_mean", any ? static_cast<double>(sorted.back()) / mean : 0},
            {"cv", any ? std::sqrt(squares / partitions) / mean : 0},
            {"gini", any ? weighted / (static_cast<double>(partitions) * static_cast<double>(keys.size())) : 0},
            {"hottest", hot},
            {"load", load}};
}

void run(const Options& options, Session& session) {
    model::PlacementSpec spec;
    spec.kind = options.engine;
    spec.partitions = options.partitions;
    spec.virtualNodes = options.virtualNodes;
    const auto placement = model::makePlacement(spec);
    if (!placement)
        return session.refuse(placement.error());
    const auto keys = readKeys(options.keys);
    if (!keys)
        return session.refuse(keys.error());
    std::int64_t number = 0;
    const bool integers =
        options.type == "int" ||
        (options.type == "auto" &&
         std::all_of(keys->begin(), keys->end(), [&](const std::string& key) { return parseInteger(key, number); }));
    std::vector<model::Place> places;
    places.reserve(keys->size());
    for (std::size_t line = 0; line < keys->size(); ++line) {
        if (integers && !parseInteger((*keys)[line], number))
            return session.refuse({model::ErrorCode::Invalid, "'" + (*keys)[line] + "' is not a 64-bit integer",
                                   "use --type text", options.keys, static_cast<int>(line) + 1, 1});
        places.push_back(integers ? (*placement)->place(number) : (*placement)->place(std::string_view((*keys)[line])));
    }
    if (const auto* info = model::findPlacement(options.engine);
        info && info->fidelity == model::PlacementFidelity::StandIn)
        session.err() << "note: " << options.engine << " keeps its hash function private; a stand-in is used\n";
    if (options.summary) {
        const ordered_json summary = summarize(*keys, places, options.partitions);
        if (session.json)
            return session.print(summary);
        session.out() << fmt::format(
            "{} keys ({} distinct) over {} partitions: max/mean {:.4f}, cv {:.4f}, Gini {:.4f}\n", keys->size(),
            summary["distinct"].get<std::size_t>(), options.partitions, summary["max_over_mean"].get<double>(),
            summary["cv"].get<double>(), summary["gini"].get<double>());
        TextTable hottest({"hottest key", "share"});
        for (const auto& row : summary["hottest"])
            hottest.add({row["key"].get<std::string>(), fmt::format("{:.2f} %", row["share"].get<double>() * 100)});
        hottest.print(session.out());
        return;
    }
    // One JSON object a line, so that millions of keys can be piped on.
    for (std::size_t i = 0; i < keys->size(); ++i)
        session.out() << ordered_json{{"key", (*keys)[i]},
                                      {"hash", (*placement)->hashText(places[i].hash)},
                                      {"partition", places[i].partition}}
                             .dump(-1, ' ', false, ordered_json::error_handler_t::replace)
                      << '\n';
}

} // namespace

void addRoute(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("route", "Place keys as an engine does");
    std::string known;
    for (const model::PlacementInfo& info : model::knownPlacements())
        known += fmt::format("\n  {:<20} {}", info.kind, info.summary);
    command->add_option("--engine,--placement", options->engine, "Placement function, see below")->required();
    command->add_option("--partitions", options->partitions, "Number of partitions, shards or nodes")
        ->required()
        ->check(CLI::Range(1, 1 << 20));
    command->add_option("--virtual-nodes", options->virtualNodes, "Consistent hashing: points for each partition")
        ->check(CLI::Range(1, 1 << 20))
        ->capture_default_str();
    command->add_option("--keys", options->keys, "File with a key a line (first column of a CSV), - for standard input")
        ->capture_default_str();
    command->add_option("--type", options->type, "How to read the keys: auto takes them as integers when all are")
        ->check(CLI::IsMember({"auto", "int", "text"}))
        ->capture_default_str();
    command->add_flag("--summary", options->summary, "Print the skew instead of each key");
    command->footer(
        "Placement functions:" + known +
        "\n\nExample:\n  seq 1 100000 | shardscape-cli route --engine postgresql --partitions 16 --summary");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
