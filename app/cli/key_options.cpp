// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/key_options.h"

#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include "model/base/nearest_name.h"

namespace shardscape::app {

std::string KeyOptions::knownPlacements() {
    std::string known;
    for (const model::PlacementInfo& info : model::knownPlacements())
        known += fmt::format("\n  {:<26} {}", info.kind, info.summary);
    return known;
}

void KeyOptions::addTo(CLI::App& command) {
    command.add_option("--engine,--placement", engine, "Placement function, see below")->required();
    command.add_option("--virtual-nodes", virtualNodes, "Consistent hashing: points for each partition")
        ->check(CLI::Range(1, 1 << 20))
        ->capture_default_str();
    command.add_option("--weights", weights, "ClickHouse and Memcached: weights of the partitions, 1,3,1")
        ->delimiter(',');
    command.add_option("--keys", keys, "CSV file with a key a record, - for standard input");
    command
        .add_option("--column", columns,
                    "Key column: its name in the header or its number, several for a key of several columns "
                    "(default: the first)")
        ->delimiter(',');
    command
        .add_option("--type", types,
                    "Type of the key columns, one for all or one each: auto (integers when all are), " +
                        model::keyTypeList())
        ->delimiter(',');
    command.add_option("--weight", weight, "Column with the requests or bytes that a record stands for");
    CLI::Option* const present = command.add_flag("--header", header, "The first line names the columns");
    command.add_flag("--no-header", noHeader, "The first line is a key, whatever it looks like")->excludes(present);
    command.add_option("--separator", separator, "Between columns: one character, or tab")->capture_default_str();
    joinGiven = command.add_option("--join", join, "Make one text key of the columns, with this between them");
}

model::PlacementSpec KeyOptions::spec() const {
    model::PlacementSpec spec;
    spec.kind = engine;
    spec.virtualNodes = virtualNodes;
    spec.weights = weights;
    return spec;
}

model::Result<model::KeyFileOptions> KeyOptions::fileOptions() const {
    model::KeyFileOptions options;
    options.columns = columns;
    options.weight = weight;
    options.header = header     ? model::KeyFileOptions::Header::Present
                     : noHeader ? model::KeyFileOptions::Header::Absent
                                : model::KeyFileOptions::Header::Detect;
    if (joinGiven != nullptr && joinGiven->count() > 0)
        options.join = join;
    if (separator != "tab" && separator != "\\t" && separator.size() != 1)
        return model::fail(model::ErrorCode::Invalid, "'" + separator + "' is not a separator",
                           "give one character, or tab");
    options.separator = separator.size() == 1 ? separator.front() : '\t';
    if (types.size() == 1 && types.front() == "auto")
        return options;
    for (const std::string& name : types) {
        const auto type = model::keyTypeOf(name);
        if (!type)
            return model::fail(model::ErrorCode::Invalid, "unknown key type \"" + name + "\"",
                               "known are auto, " + model::keyTypeList());
        options.types.push_back(*type);
    }
    return options;
}

model::Result<void> KeyOptions::forEach(const model::Placement& placement,
                                        const std::function<void(model::KeyRow, double)>& use) const {
    const auto options = fileOptions();
    if (!options)
        return model::fail(options.error());
    std::ifstream disk;
    if (keys != "-") {
        disk.open(keys, std::ios::binary);
        if (!disk)
            return model::fail({model::ErrorCode::Io, "cannot read the keys", "is the path right?", keys, 0, 0});
    }
    auto file = model::KeyFile::open(keys == "-" ? std::cin : disk, keys, *options, placement);
    if (!file)
        return model::fail(file.error());
    for (;;) {
        const auto more = file->next();
        if (!more)
            return model::fail(more.error());
        if (!*more)
            return {};
        use(file->row(), file->weight());
    }
}

} // namespace shardscape::app
