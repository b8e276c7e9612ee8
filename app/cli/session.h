// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "estimator/summary/estimate.h"
#include "model/base/diagnostic.h"
#include "model/base/result.h"
#include "model/engine/engine_profile.h"
#include "model/schema/project.h"

namespace shardscape::app {

/// What every command of shardscape-cli works with: where it writes, and how it ended.
/// Results go to "out", messages to "err"; exit codes as the contract has them.
class Session {
public:
    enum Exit { Done = 0, Refused = 1, WrongUsage = 2, ProblemsFound = 3 };

    Session(std::ostream& out, std::ostream& err)
        : m_out(out)
        , m_err(err) {}

    std::ostream& out() { return m_out; }
    std::ostream& err() { return m_err; }
    bool json = false; ///< print one JSON document instead of text
    int exitCode = Done;

    /// Prints the error and makes the exit code Refused.
    void refuse(const model::Error& error);
    /// Prints diagnostics: errors and warnings each on a line, and how many notes there are (all with "everything").
    void tell(const model::Diagnostics& diagnostics, bool everything);
    void print(const nlohmann::ordered_json& document);

    /// The engine profiles of the product, overridden by the user's own folder.
    static model::Result<model::EngineCatalogue> catalogue();
    /// The profile of an engine; the error names the nearest known one.
    static model::Result<model::EngineProfile> profile(const model::EngineCatalogue& catalogue,
                                                       const std::string& engine);
    /// The engines asked for (comma separated), or those the project has layouts for, or PostgreSQL.
    static std::vector<std::string> engines(const model::Project& project, const std::vector<std::string>& asked);
    /// The project's layout for an engine, or an untouched one.
    static model::Layout layout(const model::Project& project, const std::string& engine);

    /// The project as last saved.
    static model::Result<model::Project> open(const std::string& path);
    /// Writes a project file; one that is there stays as ".bak".
    static model::Result<void> save(const std::string& path, const model::Project& project);
    static model::Result<std::string> readFile(const std::string& path);
    static model::Result<void> writeFile(const std::string& path, const std::string& text);

private:
    std::ostream& m_out;
    std::ostream& m_err;
};

/// Lines of cells, aligned: the first column to the left, numbers to the right. Counts characters of UTF-8, not bytes.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> header) { m_rows.push_back(std::move(header)); }
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    void print(std::ostream& out) const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace shardscape::app
