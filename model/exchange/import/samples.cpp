// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/samples.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include <nlohmann/json.hpp>

#include "model/base/resources.h"

namespace shardscape::model {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> readText(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

} // namespace

Result<std::vector<Sample>> listSamples(const std::string& folder) {
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error)
        return fail({ErrorCode::NotFound, "the samples are not there: " + error.message(),
                     "is the installation complete?", folder, 0, 0});
    std::vector<Sample> samples;
    for (const fs::directory_entry& entry : entries) {
        const fs::path description = entry.path() / "sample.json";
        const auto text = readText(description);
        if (!text)
            continue;
        const auto json = nlohmann::json::parse(*text, nullptr, false);
        if (!json.is_object() || !json.contains("title") || !json["title"].is_string())
            return fail({ErrorCode::Invalid, "this is no description of a sample", "it needs at least a \"title\"",
                         description.string(), 0, 0});
        Sample sample{
            entry.path().filename().string(), json["title"].get<std::string>(), {}, {}, entry.path().string()};
        if (const auto summary = json.find("summary"); summary != json.end() && summary->is_string())
            sample.summary = summary->get<std::string>();
        if (const auto teaches = json.find("teaches"); teaches != json.end() && teaches->is_array())
            for (const auto& word : *teaches)
                if (word.is_string())
                    sample.teaches.push_back(word.get<std::string>());
        samples.push_back(std::move(sample));
    }
    std::sort(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) { return a.name < b.name; });
    return samples;
}

Result<std::vector<Sample>> bundledSamples() {
    const auto folder = resourceFolder();
    if (!folder)
        return fail(folder.error());
    return listSamples(*folder + "/samples");
}

Result<Imported> loadSample(const Sample& sample) {
    const auto source = [&](const char* file) -> Result<ImportSource> {
        const fs::path path = fs::path(sample.folder) / file;
        auto text = readText(path);
        if (!text)
            return fail(
                {ErrorCode::Io, "the sample cannot be read", "is the installation complete?", path.string(), 0, 0});
        return ImportSource{path.string(), std::move(*text)};
    };
    const auto schema = source("schema.sql");
    if (!schema)
        return fail(schema.error());
    const auto workload = source("workload.sql");
    if (!workload)
        return fail(workload.error());
    auto imported = importPostgres({*schema});
    if (!imported)
        return imported;
    auto complete = importWorkload(imported->project, *workload);
    if (!complete)
        return complete;
    complete->project.name = sample.title;
    complete->diagnostics.insert(complete->diagnostics.begin(), imported->diagnostics.begin(),
                                 imported->diagnostics.end());
    return complete;
}

} // namespace shardscape::model
