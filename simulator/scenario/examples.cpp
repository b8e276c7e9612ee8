// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/examples.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "model/base/nearest_name.h"
#include "model/base/resources.h"
#include "simulator/scenario/scenario_json.h"

namespace shardscape::simulator {

namespace fs = std::filesystem;

model::Result<std::vector<ScenarioExample>> listExamples(const std::string& folder) {
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error)
        return model::fail({model::ErrorCode::NotFound, "the example scenarios are not there: " + error.message(),
                            "is the installation complete?", folder, 0, 0});
    std::vector<ScenarioExample> examples;
    for (const fs::directory_entry& entry : entries) {
        const fs::path& path = entry.path();
        if (path.extension() != ".json" || path.filename().string().ends_with(".schema.json"))
            continue;
        std::ifstream in(path, std::ios::binary);
        auto scenario = readScenario(std::string(std::istreambuf_iterator<char>(in), {}));
        if (!scenario) {
            model::Error refused = scenario.error();
            refused.file = path.string();
            return model::fail(std::move(refused));
        }
        examples.push_back({path.stem().string(), path.string(), std::move(*scenario)});
    }
    std::sort(examples.begin(), examples.end(),
              [](const ScenarioExample& a, const ScenarioExample& b) { return a.name < b.name; });
    return examples;
}

model::Result<std::vector<ScenarioExample>> bundledExamples() {
    const auto resources = model::resourceFolder();
    if (!resources)
        return model::fail(resources.error());
    return listExamples(*resources + "/scenarios");
}

model::Result<ScenarioExample> bundledExample(const std::string& name) {
    auto examples = bundledExamples();
    if (!examples)
        return model::fail(examples.error());
    std::vector<std::string> names;
    for (ScenarioExample& example : *examples) {
        if (example.name == name)
            return std::move(example);
        names.push_back(example.name);
    }
    const std::string advice = model::didYouMean(name, names);
    return model::fail(model::ErrorCode::NotFound, "there is no example called \"" + name + "\"",
                       advice.empty() ? "'shardscape-cli simulate --list-examples' lists them" : advice);
}

} // namespace shardscape::simulator
