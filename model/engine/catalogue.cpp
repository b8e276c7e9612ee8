// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/engine/engine_profile.h"
#include "model/engine/words.h"

namespace shardscape::model {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// One profile file, as written.
struct Document {
    std::string file;
    std::string name;
    json content;
};

tl::unexpected<Error> refuse(const std::string& file, const std::string& path, std::string message,
                             std::string advice = {}) {
    Error error{ErrorCode::Invalid,
                (path.empty() ? std::string() : path + ": ") + std::move(message),
                std::move(advice),
                file,
                0,
                0};
    return fail(std::move(error));
}

Result<json> parse(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::stringstream text;
    if (!stream || !(text << stream.rdbuf()))
        return fail(Error{ErrorCode::Io, "cannot be read", "check its permissions", file, 0, 0});
    const std::string content = text.str();
    try {
        return json::parse(content);
    } catch (const json::parse_error& error) {
        const std::size_t end = std::min(content.size(), error.byte > 0 ? error.byte - 1 : 0);
        const auto at = content.begin() + static_cast<std::ptrdiff_t>(end);
        const auto line = 1 + std::count(content.begin(), at, '\n');
        const std::size_t start = end == 0 ? std::string::npos : content.rfind('\n', end - 1);
        const std::size_t column = start == std::string::npos ? end + 1 : end - start;
        return fail(Error{ErrorCode::Invalid, "is not JSON here", "every key in double quotes, no comma after the last",
                          file, static_cast<int>(line), static_cast<int>(column)});
    }
}

/// Fills an EngineProfile from a (merged) document. Every failure names the JSON path.
class Reader {
public:
    explicit Reader(const Document& document)
        : m_document(document) {
        m_profile.file = document.file;
    }

    Result<EngineProfile> run() {
        const bool read = readIdentity() && readTypes() && readGroups();
        if (!read)
            return fail(std::move(m_error));
        return std::move(m_profile);
    }

private:
    bool refused(const std::string& path, std::string message, std::string advice = {}) {
        m_error = refuse(m_document.file, path, std::move(message), std::move(advice)).value();
        return false;
    }
    bool text(const char* key, std::string& out, bool required = true) {
        auto at = m_document.content.find(key);
        if (at == m_document.content.end())
            return !required || refused("/" + std::string(key), "is missing");
        if (!at->is_string())
            return refused("/" + std::string(key), "must be a text");
        out = at->get<std::string>();
        return true;
    }
    bool whole(const char* key, int least, int& out) {
        auto at = m_document.content.find(key);
        if (at == m_document.content.end())
            return true;
        if (!at->is_number_integer() || at->get<std::int64_t>() < least || at->get<std::int64_t>() > 1'000'000)
            return refused("/" + std::string(key), fmt::format("must be a whole number from {} to 1000000", least));
        out = at->get<int>();
        return true;
    }
    bool texts(const char* key, std::vector<std::string>& out) {
        auto at = m_document.content.find(key);
        if (at == m_document.content.end())
            return true;
        if (!at->is_array() || !std::all_of(at->begin(), at->end(), [](const json& v) { return v.is_string(); }))
            return refused("/" + std::string(key), "must be a list of texts");
        out = at->get<std::vector<std::string>>();
        return true;
    }
    template <class E, std::size_t N> bool word(const char* key, const Words<E, N>& words, E& out) {
        std::string written;
        if (!text(key, written))
            return false;
        const auto value = valueOf(words, written);
        if (!value)
            return refused("/" + std::string(key), fmt::format("\"{}\" is not one of {}", written, listOf(words)));
        out = *value;
        return true;
    }
    bool readIdentity() {
        return text("name", m_profile.name) && text("title", m_profile.title) && text("version", m_profile.version) &&
               word("storage_family", kStorageWords, m_profile.storage) &&
               word("mapping_family", kMappingWords, m_profile.mapping) &&
               word("replication", kReplicationWords, m_profile.replication) && text("routing", m_profile.routing) &&
               whole("default_partitions", 1, m_profile.defaultPartitions) &&
               whole("default_replicas", 1, m_profile.defaultReplicas) &&
               whole("default_virtual_nodes", 0, m_profile.virtualNodes) &&
               text("cache_engine", m_profile.cacheEngine, false) && texts("consistency", m_profile.consistency) &&
               texts("notes", m_profile.notes) && readDialect();
    }
    bool readDialect() {
        static constexpr std::array<std::string_view, 3> kDialects{"postgresql", "mysql", "sqlite"};
        static constexpr std::array<std::string_view, 9> kFeatures{
            "schemas",        "include_columns",  "partial_indexes",     "expression_indexes", "search_indexes",
            "clustered_rows", "updates_in_place", "foreign_key_indexes", "folded_names"};
        if (!text("dialect", m_profile.dialect, m_profile.mapping == MappingFamily::Relational) ||
            !texts("features", m_profile.features))
            return false;
        if (!m_profile.dialect.empty() && !contains(kDialects, m_profile.dialect))
            return refused("/dialect",
                           fmt::format("\"{}\" is not one of {}", m_profile.dialect, fmt::join(kDialects, ", ")));
        for (const std::string& feature : m_profile.features)
            if (!contains(kFeatures, feature))
                return refused("/features",
                               fmt::format("\"{}\" is not one of {}", feature, fmt::join(kFeatures, ", ")));
        return true;
    }
    template <std::size_t N>
    static bool contains(const std::array<std::string_view, N>& words, const std::string& word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    }
    /// "source" and "evidence" of the object at path.
    bool readOrigin(const json& object, const std::string& path, Constant& out) {
        const auto source = object.find("source");
        if (source == object.end() || !source->is_string() || source->get<std::string>().empty())
            return refused(path + "/source", "is missing",
                           "say which document or measurement the number is from, with its version");
        out.source = source->get<std::string>();
        const auto evidence = object.find("evidence");
        const auto value = evidence != object.end() && evidence->is_string()
                               ? valueOf(kEvidenceWords, evidence->get<std::string>())
                               : std::nullopt;
        if (!value)
            return refused(path + "/evidence", "must be one of " + listOf(kEvidenceWords));
        out.evidence = *value;
        return true;
    }
    bool number(const json& value, const std::string& path, double& out) {
        if (!value.is_number())
            return refused(path, "must be a number");
        out = value.get<double>();
        return (std::isfinite(out) && out >= 0) || refused(path, "must be a finite number, not below 0");
    }
    bool readTypes() {
        const auto types = m_document.content.find("types");
        if (types == m_document.content.end() || !types->is_object())
            return refused("/types", "must be an object of the logical types");
        for (const auto& [kind, object] : types->items()) {
            const std::string path = "/types/" + kind;
            if (!object.is_object() || !object.contains("native") || !object["native"].is_string())
                return refused(path + "/native", "must be the engine's name of the type");
            m_profile.types[kind] = object["native"].get<std::string>();
            Constant shared;
            bool originRead = false;
            for (const auto& [key, value] : object.items()) {
                if (key == "native" || key == "source" || key == "evidence")
                    continue;
                if (!originRead && !readOrigin(object, path, shared))
                    return false;
                originRead = true;
                if (!number(value, path + "/" + key, shared.value))
                    return false;
                m_profile.constants["types." + kind + "." + key] = shared;
            }
        }
        return true;
    }
    bool readGroups() {
        for (const char* group : {"storage", "limits", "capacity"}) {
            const auto object = m_document.content.find(group);
            if (object == m_document.content.end())
                continue;
            const std::string path = "/" + std::string(group);
            if (!object->is_object())
                return refused(path, "must be an object of constants");
            for (const auto& [key, constant] : object->items()) {
                const std::string at = path + "/" + key;
                Constant out;
                if (!constant.is_object() || !constant.contains("value"))
                    return refused(at + "/value", "is missing", "a constant is {\"value\", \"source\", \"evidence\"}");
                if (!number(constant["value"], at + "/value", out.value) || !readOrigin(constant, at, out))
                    return false;
                m_profile.constants[std::string(group) + "." + key] = std::move(out);
            }
        }
        return true;
    }

    const Document& m_document;
    EngineProfile m_profile;
    Error m_error;
};

/// Keys of the top level that a file may have; anything else is a spelling mistake that would silently do nothing.
const char* unknownKey(const json& content, std::string& key) {
    static constexpr std::array kKnown{"name",
                                       "title",
                                       "version",
                                       "storage_family",
                                       "mapping_family",
                                       "replication",
                                       "routing",
                                       "default_partitions",
                                       "default_replicas",
                                       "default_virtual_nodes",
                                       "cache_engine",
                                       "consistency",
                                       "dialect",
                                       "features",
                                       "notes",
                                       "types",
                                       "storage",
                                       "limits",
                                       "capacity",
                                       "calibration"};
    for (const auto& [written, value] : content.items())
        if (std::none_of(kKnown.begin(), kKnown.end(), [&](const char* known) { return written == known; })) {
            key = written;
            return key.c_str();
        }
    return nullptr;
}

Result<std::vector<Document>> readFolder(const std::string& folder) {
    std::error_code error;
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path().string());
    if (error)
        return fail(
            Error{ErrorCode::NotFound, "is not a folder that can be read: " + error.message(), {}, folder, 0, 0});
    std::sort(files.begin(), files.end());
    std::vector<Document> documents;
    for (const std::string& file : files) {
        auto content = parse(file);
        if (!content)
            return fail(content.error());
        if (!content->is_object() || !content->contains("name") || !(*content)["name"].is_string())
            return refuse(file, "/name", "is missing", "a profile begins with {\"name\": \"postgresql\", …");
        std::string key;
        if (unknownKey(*content, key))
            return refuse(file, "/" + key, "is not a key of engine profiles");
        std::string name = (*content)["name"].get<std::string>();
        documents.push_back({file, std::move(name), std::move(*content)});
    }
    return documents;
}

/// Copies the constants of the cache engine below "cache.".
Result<void> attachCache(EngineProfile& profile, const std::vector<EngineProfile>& all) {
    if (profile.cacheEngine.empty())
        return {};
    const auto cache =
        std::find_if(all.begin(), all.end(), [&](const EngineProfile& p) { return p.name == profile.cacheEngine; });
    if (cache == all.end())
        return refuse(profile.file, "/cache_engine", fmt::format("there is no engine \"{}\"", profile.cacheEngine));
    for (const auto& [key, constant] : cache->constants)
        if (key.rfind("cache.", 0) != 0)
            profile.constants["cache." + key] = constant;
    return {};
}

} // namespace

Result<EngineCatalogue> EngineCatalogue::load(const std::vector<std::string>& folders) {
    std::map<std::string, Document> merged;
    for (const std::string& folder : folders) {
        auto documents = readFolder(folder);
        if (!documents)
            return fail(documents.error());
        for (Document& document : *documents) {
            auto [at, added] = merged.try_emplace(document.name, document);
            if (added)
                continue;
            at->second.content.merge_patch(document.content);
            at->second.file = document.file;
        }
    }
    std::vector<EngineProfile> profiles;
    for (const auto& [name, document] : merged) {
        auto profile = Reader(document).run();
        if (!profile)
            return fail(profile.error());
        for (const std::string& key : requiredConstants(profile->storage, profile->mapping))
            if (!profile->find(key)) {
                std::string path = "/" + key;
                std::replace(path.begin(), path.end(), '.', '/');
                return refuse(document.file, path, "is missing",
                              fmt::format("every engine of storage family {} has it", model::name(profile->storage)));
            }
        profiles.push_back(std::move(*profile));
    }
    for (EngineProfile& profile : profiles)
        if (auto attached = attachCache(profile, profiles); !attached)
            return fail(attached.error());
    EngineCatalogue catalogue;
    catalogue.m_profiles = std::move(profiles);
    return catalogue;
}

const EngineProfile* EngineCatalogue::find(const std::string& engine) const {
    auto at = std::find_if(m_profiles.begin(), m_profiles.end(),
                           [&](const EngineProfile& profile) { return profile.name == engine; });
    return at == m_profiles.end() ? nullptr : &*at;
}

} // namespace shardscape::model
