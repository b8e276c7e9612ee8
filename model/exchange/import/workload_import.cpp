// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/nearest_name.h"
#include "model/exchange/import/import.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include <fmt/format.h>

#include "model/exchange/import/pg_tree.h"
#include "model/exchange/import/source_text.h"
#include "model/exchange/import/sql_pieces.h"
#include "model/exchange/import/workload_directives.h"

namespace shardscape::model {
namespace {

class WorkloadReader {
public:
    WorkloadReader(const Project& project, const ImportSource& source, std::string text, Diagnostics diagnostics)
        : m_names(project)
        , m_source(source)
        , m_text(std::move(text))
        , m_lines(m_text)
        , m_project(project)
        , m_directives(m_project, m_names)
        , m_diagnostics(std::move(diagnostics)) {}

    Result<Imported> run() {
        for (const SqlPiece& piece : splitSql(m_text))
            if (const auto done = read(piece); !done) {
                const TextPlace place = m_lines.place(done.error().offset);
                return fail(Error{ErrorCode::Invalid, done.error().message, done.error().advice, m_source.name,
                                  place.line, place.column});
            }
        return Imported{std::move(m_project), std::move(m_diagnostics)};
    }

private:
    Placed read(const SqlPiece& piece) {
        if (const auto done = comments(piece.leading, static_cast<std::size_t>(piece.leading.data() - m_text.data()));
            !done)
            return done;
        switch (piece.kind) {
        case PieceKind::Unfinished:
            return refuseAt(piece.offset, "a quoted text or comment that starts here does not end");
        case PieceKind::Meta: return refuseAt(piece.offset, "commands of psql have no place in a workload file");
        case PieceKind::End:
            return m_block.named
                       ? refuseAt(m_block.offset, fmt::format("the pattern {} has no statement", m_block.pattern.name),
                                  "write its SQL below the annotations, ended by a semicolon")
                       : Placed{};
        case PieceKind::Statement:
        case PieceKind::Data: return statement(piece);
        }
        return {};
    }

    Placed comments(std::string_view leading, std::size_t offset) {
        // A comment behind a semicolon on the same line speaks of the statement before it.
        std::size_t at = offset == 0 ? 0 : std::min(leading.find('\n'), leading.size());
        while (at < leading.size()) {
            const std::string_view two = leading.substr(at, 2);
            if (two == "/*") {
                int depth = 0;
                do {
                    const std::string_view here = leading.substr(at, 2);
                    depth += here == "/*" ? 1 : here == "*/" ? -1 : 0;
                    at += here == "/*" || here == "*/" ? 2 : 1;
                } while (depth > 0 && at < leading.size());
            } else if (two == "--") {
                const std::size_t end = std::min(leading.find('\n', at), leading.size());
                if (const auto done = commentLine(leading.substr(at + 2, end - at - 2), offset + at + 2); !done)
                    return done;
                at = end;
            } else {
                ++at;
            }
        }
        return {};
    }

    Placed commentLine(std::string_view line, std::size_t offset) {
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (!line.empty() && line.front() == ' ') {
            line.remove_prefix(1);
            ++offset;
        }
        if (line.starts_with("| "))
            return prose(line.substr(2)); // as it is
        while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back())))
            line.remove_suffix(1);
        if (line == "|")
            return prose({});
        const std::size_t blank = line.find_first_not_of(" \t");
        const std::size_t start = blank == std::string_view::npos ? line.size() : blank;
        std::size_t end = start;
        while (end < line.size() &&
               (std::isalnum(static_cast<unsigned char>(line[end])) || line[end] == '_' || line[end] == '-'))
            ++end;
        const bool keyed = end > start && end < line.size() && line[end] == ':' &&
                           (end + 1 == line.size() || line[end + 1] != ':') &&
                           (end + 1 == line.size() || std::isspace(static_cast<unsigned char>(line[end + 1])));
        if (!keyed)
            return prose(line);
        const std::string key(line.substr(start, end - start));
        const std::vector<std::string>& known = WorkloadDirectives::knownKeys();
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            const std::string advice = didYouMean(key, known);
            // "Note: …" is prose; "rat: 5/s" and "Rate: 5/s" are mistakes.
            std::string lower = key;
            std::transform(lower.begin(), lower.end(), lower.begin(),
                           [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
            const bool capital = std::isupper(static_cast<unsigned char>(key.front())) != 0;
            if (capital && std::find(known.begin(), known.end(), lower) == known.end())
                return prose(line);
            return refuseAt(offset + start, fmt::format("there is no annotation \"{}:\"", key),
                            !advice.empty() ? advice : "write \"| \" in front of text that is only a comment");
        }
        return m_directives.apply(key, offset + start, std::string(line.substr(end + 1)), offset + end + 1, m_block);
    }

    /// Free text between a pattern's name and its statement is the pattern's comment; elsewhere it is the file's own.
    Placed prose(std::string_view line) {
        if (m_block.named)
            m_block.pattern.comment += (m_hasComment ? "\n" : "") + std::string(line);
        m_hasComment = m_block.named;
        return {};
    }

    Placed statement(const SqlPiece& piece) {
        if (!m_block.named)
            return refuseAt(piece.offset, "this statement has no name", "write \"-- name: ListOrders :many\" above it");
        if (piece.kind == PieceKind::Data && piece.firstWord != "insert")
            return refuseAt(piece.offset, "COPY with data has no place in a workload file");
        if (std::find(m_patternNames.begin(), m_patternNames.end(), m_block.pattern.name) != m_patternNames.end())
            return refuseAt(m_block.offset,
                            fmt::format("the name {} is used twice in this file", m_block.pattern.name));
        const auto analysis = analysePattern(m_names, std::string(piece.text), m_block.pattern);
        if (!analysis)
            return refuseAt(piece.offset + analysis.error().offset, analysis.error().message, analysis.error().advice);
        if (!m_block.returnsGiven && isWrite(m_block.pattern.verb))
            m_block.pattern.returns = Returns::Nothing;
        if (const auto done = m_directives.finish(m_block, *analysis); !done)
            return done;
        for (const AnalysisNote& note : analysis->notes) {
            const TextPlace place = m_lines.place(piece.offset + note.offset);
            m_diagnostics.push_back({Severity::Info,
                                     m_source.name,
                                     place.line,
                                     place.column,
                                     m_block.pattern.name + ": " + note.message,
                                     {}});
        }
        const AccessPattern* known = m_project.findPattern(m_block.pattern.name);
        if (m_block.pattern.popularity.kind == PopularityKind::Sample)
            readSample(known);
        m_block.pattern.id = known ? known->id : m_project.newId<PatternId>();
        m_patternNames.push_back(m_block.pattern.name);
        const PatternId id = m_block.pattern.id;
        m_project.patterns.set(std::move(m_block.pattern));
        m_directives.keepCopies(m_block.copies, id);
        m_block = {};
        m_hasComment = false;
        return {};
    }

    /// A path in the file is relative to it. What was read earlier stays when the file is not there any more.
    void readSample(const AccessPattern* known) {
        KeyPopularity& popularity = m_block.pattern.popularity;
        const auto beside = std::filesystem::path(m_source.name).parent_path() / popularity.file;
        Result<KeySample> sample = readKeySample(beside.string());
        if (sample) {
            popularity.sample = std::move(*sample);
            return;
        }
        const bool kept = known && known->popularity.file == popularity.file && !known->popularity.sample.seen.empty();
        if (kept)
            popularity.sample = known->popularity.sample;
        const TextPlace place = m_lines.place(m_block.offset);
        m_diagnostics.push_back(
            {Severity::Warning, m_source.name, place.line, place.column,
             fmt::format("{}: {}", m_block.pattern.name, sample.error().text()),
             kept ? "the counts that were read earlier stay" : "until it can be read all keys count alike"});
    }

    EntityNames m_names;
    const ImportSource& m_source;
    std::string m_text;
    LineMap m_lines;
    Project m_project;
    WorkloadDirectives m_directives;
    Diagnostics m_diagnostics;
    PatternBlock m_block;
    bool m_hasComment = false;
    std::vector<std::string> m_patternNames;
};

} // namespace

Result<Imported> importWorkload(const Project& project, const ImportSource& source) {
    Diagnostics diagnostics;
    Result<std::string> text = decodeText(source.name, source.text, diagnostics);
    if (!text)
        return fail(text.error());
    Result<Imported> result;
    onDeepStack([&] { result = WorkloadReader(project, source, std::move(*text), std::move(diagnostics)).run(); });
    return result;
}

} // namespace shardscape::model
