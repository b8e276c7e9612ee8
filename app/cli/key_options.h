// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "model/base/result.h"
#include "model/placement/key_file.h"

namespace shardscape::app {

/// The options by which `route` and `rebalance` are told of a user's own keys.
struct KeyOptions {
    std::string engine;
    std::uint32_t virtualNodes = 128;
    std::vector<std::uint32_t> weights;
    std::string keys; ///< path, or - for standard input
    std::vector<std::string> columns;
    std::vector<std::string> types;
    std::string weight;
    bool header = false;
    bool noHeader = false;
    std::string separator = ",";
    std::string join;
    CLI::Option* joinGiven = nullptr;

    void addTo(CLI::App& command);
    /// Everything but the number of partitions.
    model::PlacementSpec spec() const;
    /// Opens the keys and hands each to `use`, until it or the file is done.
    model::Result<void> forEach(const model::Placement& placement,
                                const std::function<void(model::KeyRow row, double weight)>& use) const;

    static std::string knownPlacements();

private:
    model::Result<model::KeyFileOptions> fileOptions() const;
};

} // namespace shardscape::app
