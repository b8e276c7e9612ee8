// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/result.h"
#include "simulator/scenario/scenario.h"

namespace shardscape::simulator {

/// A scenario file that comes with the product and shows one lesson.
struct ScenarioExample {
    std::string name; ///< of the file, without its ending
    std::string path;
    Scenario scenario;
};

/// Every *.json of a folder but the schema, by name. Errors: NotFound when the folder is not there; Invalid with the
/// file when one is no scenario.
model::Result<std::vector<ScenarioExample>> listExamples(const std::string& folder);

/// Those in the folder "scenarios" of the product's resources.
model::Result<std::vector<ScenarioExample>> bundledExamples();

/// The bundled one of that name. Errors: NotFound, with the nearest name suggested.
model::Result<ScenarioExample> bundledExample(const std::string& name);

} // namespace shardscape::simulator
