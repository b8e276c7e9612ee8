// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/base/nearest_name.h"
#include "model/base/resources.h"
#include "model/storage/files.h"
#include "model/storage/project_file.h"

namespace shardscape::app {

void Session::refuse(const model::Error& error) {
    m_err << error.text() << '\n';
    exitCode = Refused;
}

void Session::tell(const model::Diagnostics& diagnostics, bool everything) {
    std::size_t notes = 0;
    for (const model::Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == model::Severity::Info && !everything) {
            ++notes;
            continue;
        }
        m_err << diagnostic.file;
        if (diagnostic.line > 0)
            m_err << ':' << diagnostic.line << ':' << std::max(1, diagnostic.column);
        m_err << ": " << name(diagnostic.severity) << ": " << diagnostic.message;
        if (!diagnostic.advice.empty())
            m_err << " (" << diagnostic.advice << ')';
        m_err << '\n';
    }
    if (notes > 0)
        m_err << notes << (notes == 1 ? " note" : " notes")
              << " about what the model does not hold; --all-diagnostics lists them\n";
}

void Session::print(const nlohmann::ordered_json& document) {
    m_out << document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

model::Result<model::EngineCatalogue> Session::catalogue() {
    const auto folders = model::engineFolders();
    if (!folders)
        return model::fail(folders.error());
    return model::EngineCatalogue::load(*folders);
}

model::Result<model::EngineProfile> Session::profile(const model::EngineCatalogue& catalogue,
                                                     const std::string& engine) {
    if (const model::EngineProfile* found = catalogue.find(engine))
        return *found;
    std::vector<std::string_view> names;
    std::string known;
    for (const model::EngineProfile& profile : catalogue.profiles()) {
        names.push_back(profile.name);
        known += (known.empty() ? "" : ", ") + profile.name;
    }
    const std::string near(model::nearestName(engine, names));
    return model::fail(model::ErrorCode::NotFound, "there is no engine called '" + engine + "'",
                       near.empty() ? "known are " + known : "did you mean '" + near + "'?");
}

std::vector<std::string> Session::engines(const model::Project& project, const std::vector<std::string>& asked) {
    if (!asked.empty())
        return asked;
    std::vector<std::string> out;
    for (const model::Layout& layout : project.layouts)
        out.push_back(layout.engine);
    return out.empty() ? std::vector<std::string>{"postgresql"} : out;
}

model::Layout Session::layout(const model::Project& project, const std::string& engine) {
    if (const model::Layout* found = project.findLayout(engine))
        return *found;
    model::Layout layout;
    layout.engine = engine;
    return layout;
}

model::Result<model::Project> Session::open(const std::string& path) {
    return model::readProject(path);
}

model::Result<void> Session::save(const std::string& path, const model::Project& project) {
    return model::writeProject(path, project);
}

model::Result<std::string> Session::readFile(const std::string& path) {
    if (path == "-")
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    // What a shell puts in place of <(command) can be read once, from start to end.
    if (std::error_code error; std::filesystem::is_fifo(path, error)) {
        std::ifstream in(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }
    return model::readFile(path);
}

model::Result<void> Session::writeFile(const std::string& path, const std::string& text) {
    return model::replaceFile(path, text, false);
}

} // namespace shardscape::app
