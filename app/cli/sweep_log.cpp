// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_log.h"

#include <filesystem>

#include <nlohmann/json.hpp>

#include "app/cli/session.h"

namespace shardscape::app {

model::Result<void> SweepLog::read(const std::string& path) {
    std::error_code error;
    if (path != "-" && !std::filesystem::exists(path, error))
        return {};
    const auto text = Session::readFile(path);
    if (!text)
        return model::fail(text.error());
    m_file = path;
    add(*text);
    return {};
}

void SweepLog::add(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const auto json = nlohmann::ordered_json::parse(line, nullptr, false);
        if (!json.is_object() || !json.contains("point") || !json.contains("scenario") ||
            !json["scenario"].is_string() || !(json.contains("result") || json.contains("refused")))
            continue;
        m_done[json["point"].dump()] = {json["scenario"].get<std::string>(), m_file};
    }
}

model::Result<bool> SweepLog::has(const std::string& point, const std::string& scenario) const {
    const auto found = m_done.find(point);
    if (found == m_done.end())
        return false;
    if (found->second.scenario == scenario)
        return true;
    return model::fail({model::ErrorCode::Conflict, "the point " + point + " is there, but of another scenario",
                        "the input has changed since: write to another file", found->second.file, 0, 0});
}

} // namespace shardscape::app
