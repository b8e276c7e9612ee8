// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/exchange/import/import.h"

namespace shardscape::model {

/// A bundled example: a folder with schema.sql, workload.sql and sample.json (title, summary, teaches).
struct Sample {
    std::string name; ///< of the folder: "social-feed"
    std::string title;
    std::string summary;
    std::vector<std::string> teaches;
    std::string folder;
};

/// The samples in a folder (resources/samples), by name. A folder without sample.json is no sample.
/// Errors: NotFound when the folder is not there, Invalid when a sample.json is broken.
Result<std::vector<Sample>> listSamples(const std::string& folder);

/// The samples that come with the product.
Result<std::vector<Sample>> bundledSamples();

/// Imports a sample into a new project named after its title.
Result<Imported> loadSample(const Sample& sample);

} // namespace shardscape::model
