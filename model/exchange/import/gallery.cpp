// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/gallery.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <fmt/format.h>

#include "model/base/resources.h"
#include "model/edit/entity_edits.h"
#include "model/edit/pattern_edits.h"
#include "model/exchange/export/ddl.h"
#include "model/exchange/import/import_formats.h"

namespace shardscape::model {
namespace {

namespace fs = std::filesystem;

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// The comment of a line, without its mark; nothing for any other line.
std::optional<std::string> commentOf(const std::string& line) {
    for (const char* mark : {"--", "//"})
        if (line.rfind(mark, 0) == 0)
            return trimmed(line.substr(2));
    return std::nullopt;
}

/// "title(zh_CN): 闭包表" in three parts.
struct Fact {
    std::string key, language, value;
};
std::optional<Fact> factOf(const std::string& comment) {
    const auto colon = comment.find(':');
    if (colon == std::string::npos)
        return std::nullopt;
    Fact fact{trimmed(comment.substr(0, colon)), {}, trimmed(comment.substr(colon + 1))};
    if (const auto open = fact.key.find('('); open != std::string::npos && fact.key.back() == ')') {
        fact.language = fact.key.substr(open + 1, fact.key.size() - open - 2);
        fact.key.resize(open);
    }
    return fact;
}

void readHead(GalleryEntry& entry) {
    std::istringstream lines(entry.text);
    for (std::string line; std::getline(lines, line);) {
        const auto comment = commentOf(line);
        if (!comment)
            break;
        const auto fact = factOf(*comment);
        if (!fact)
            continue;
        GalleryEntry::Words& words = entry.words[fact->language];
        if (fact->key == "title")
            words.title = fact->value;
        else if (fact->key == "about")
            words.about += (words.about.empty() ? "" : fact->language.empty() ? " " : "") + fact->value;
        else if (fact->key == "kind")
            entry.kind = fact->value == "columns" ? GalleryKind::Columns : GalleryKind::Pattern;
    }
    if (entry.words[""].title.empty())
        entry.words[""].title = entry.name;
}

/// The text in two: schema and workload, each with as many lines in front of it as it had, so that places in messages
/// are right.
std::pair<std::string, std::string> parts(const std::string& text) {
    std::istringstream lines(text);
    std::string schema;
    std::string workload;
    bool second = false;
    for (std::string line; std::getline(lines, line);) {
        second = second || commentOf(line) == "workload:";
        const bool marker = commentOf(line) == "workload:";
        schema += (second ? "" : line) + "\n";
        workload += (second && !marker ? line : "") + "\n";
    }
    return {schema, second ? workload : std::string()};
}

std::string fileName(const std::string& title) {
    std::string out;
    for (const char c : title) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = std::isalnum(byte) || byte >= 0x80;
        if (plain)
            out += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out.substr(0, 80);
}

/// Each line of a text behind "-- key: ".
std::string headLines(const std::string& key, const std::string& text) {
    std::istringstream lines(text);
    std::string out;
    for (std::string line; std::getline(lines, line);)
        out += fmt::format("-- {}: {}\n", key, trimmed(line));
    return out;
}

template <class Taken> std::string free(const std::string& wanted, const Taken& taken) {
    std::string name = wanted;
    for (int number = 2; taken(name); ++number)
        name = fmt::format("{}_{}", wanted, number);
    return name;
}

/// The piece with names that neither the project nor the piece itself has twice.
Result<Project> withFreeNames(const Project& project, Project piece) {
    const auto has = [](const Project& where, const std::string& schema, const std::string& name) {
        return std::any_of(where.entities.begin(), where.entities.end(), [&](const Entity& entity) {
            return entity.name == name && (entity.schema == schema || entity.schema + schema == "public");
        });
    };
    const Project original = piece;
    for (const Entity& entity : original.entities) {
        if (!has(project, entity.schema, entity.name))
            continue;
        const std::string name = free(entity.name, [&](const std::string& wanted) {
            return has(project, entity.schema, wanted) || has(piece, entity.schema, wanted);
        });
        Result<Project> next = renameEntity(piece, entity.id, name);
        if (!next)
            return next;
        piece = std::move(*next);
    }
    return piece;
}

ColumnRef columnIn(const Project& project, const Project& piece, const ColumnRef& column) {
    const Entity* entity = piece.entities.find(column.entity);
    const Attribute* attribute = piece.find(column);
    const Entity* own = entity ? project.findEntity(piece.displayName(*entity)) : nullptr;
    const Attribute* there = own && attribute ? own->findByName(attribute->name) : nullptr;
    return there ? ColumnRef{own->id, there->id} : ColumnRef{};
}

} // namespace

GalleryEntry::Words GalleryEntry::in(const std::string& language) const {
    const auto english = words.find("");
    Words found = english == words.end() ? Words{name, {}} : english->second;
    if (const auto at = words.find(language); at != words.end()) {
        found.title = at->second.title.empty() ? found.title : at->second.title;
        found.about = at->second.about.empty() ? found.about : at->second.about;
    }
    return found;
}

Result<std::vector<GalleryEntry>> listGallery(const std::string& folder, bool own) {
    std::error_code error;
    fs::directory_iterator files(folder, error);
    if (error)
        return fail({ErrorCode::NotFound, "the gallery is not there: " + error.message(),
                     "is the installation complete?", folder, 0, 0});
    std::vector<GalleryEntry> entries;
    for (const fs::directory_entry& file : files) {
        const std::string extension = file.path().extension().string();
        if (extension != ".sql" && extension != ".dbml")
            continue;
        std::ifstream in(file.path(), std::ios::binary);
        GalleryEntry entry;
        entry.name = file.path().stem().string();
        entry.path = file.path().string();
        entry.text = std::string(std::istreambuf_iterator<char>(in), {});
        entry.own = own;
        readHead(entry);
        entries.push_back(std::move(entry));
    }
    std::sort(entries.begin(), entries.end(),
              [](const GalleryEntry& a, const GalleryEntry& b) { return a.name < b.name; });
    return entries;
}

std::string ownGalleryFolder() {
    const std::string folder = userFolder();
    return folder.empty() ? std::string() : folder + "/gallery";
}

Result<std::vector<GalleryEntry>> bundledGallery() {
    const auto folder = resourceFolder();
    if (!folder)
        return fail(folder.error());
    auto entries = listGallery(*folder + "/gallery", false);
    const std::string own = ownGalleryFolder();
    if (!entries || own.empty())
        return entries;
    if (auto kept = listGallery(own, true))
        std::move(kept->begin(), kept->end(), std::back_inserter(*entries));
    return entries;
}

Result<Imported> loadGalleryEntry(const GalleryEntry& entry) {
    const auto [schema, workload] = parts(entry.text);
    const bool dbml = fs::path(entry.path).extension() == ".dbml";
    auto imported = importSchema({{entry.path, schema}}, dbml ? "dbml" : "postgresql");
    if (!imported || workload.empty())
        return imported;
    return importWorkload(imported->project, {entry.path, workload});
}

Result<Project> insertPiece(const Project& project, const Project& original) {
    const Result<Project> named = withFreeNames(project, original);
    if (!named)
        return named;
    Project piece = *named;
    piece.diagram = std::make_shared<const Diagram>();
    Result<Project> now = insertEntities(project, piece, {0, 0});
    for (const AccessPattern& pattern : piece.patterns) {
        if (!now)
            return now;
        AccessPattern draft = pattern;
        draft.id = {};
        draft.name = free(pattern.name, [&](const std::string& name) { return now->findPattern(name) != nullptr; });
        draft.popularityColumn = columnIn(*now, piece, pattern.popularityColumn);
        const Result<AccessPattern> read = parsePatternSql(*now, std::move(draft), pattern.sql);
        if (!read)
            return fail(read.error());
        now = addPattern(*now, *read);
    }
    return now;
}

Result<std::string> keepPiece(const std::string& folder, const std::string& title, const std::string& about,
                              GalleryKind kind, const Project& piece) {
    const std::string name = fileName(title);
    if (name.empty())
        return fail(ErrorCode::Invalid, "A template needs a title", "Name it with letters or digits");
    std::error_code error;
    fs::create_directories(folder, error);
    const fs::path path = fs::path(folder) / (name + ".sql");
    const fs::path draft = fs::path(folder) / (name + ".sql.part");
    {
        std::ofstream out(draft, std::ios::binary | std::ios::trunc);
        out << headLines("title", title) << headLines("about", about)
            << (kind == GalleryKind::Columns ? "-- kind: columns\n" : "-- kind: pattern\n") << '\n'
            << writePostgresSchema(piece);
        out.close();
        if (!out)
            return fail({ErrorCode::Io, "the template could not be written", "Is there room, and may you write there?",
                         path.string(), 0, 0});
    }
    fs::rename(draft, path, error);
    if (error)
        return fail({ErrorCode::Io, "the template could not be written: " + error.message(), {}, path.string(), 0, 0});
    return path.string();
}

Result<void> forgetPiece(const GalleryEntry& entry) {
    if (!entry.own)
        return fail(ErrorCode::Invalid, "What comes with the product cannot be removed");
    std::error_code error;
    if (!fs::remove(entry.path, error) || error)
        return fail({ErrorCode::Io, "the template could not be removed", {}, entry.path, 0, 0});
    return {};
}

} // namespace shardscape::model
