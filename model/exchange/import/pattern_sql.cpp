// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/pattern_sql.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/exchange/import/import.h"
#include "model/exchange/import/pattern_analyzer.h"
#include "model/exchange/import/source_text.h"
#include "model/exchange/import/sql_pieces.h"

namespace shardscape::model {
namespace {

std::string qualified(const std::string& schema, const std::string& name) {
    return (schema == "public" ? std::string() : schema) + '\x1f' + name;
}

/// The pattern without anything that is read from SQL.
void clearAnalysis(AccessPattern& pattern) {
    const AccessPattern blank;
    pattern.verb = blank.verb;
    pattern.entity = blank.entity;
    pattern.joined.clear();
    pattern.joins.clear();
    pattern.predicates.clear();
    pattern.order.clear();
    pattern.projection.clear();
    pattern.allColumns = blank.allColumns;
    pattern.groupBy.clear();
    pattern.distinct = blank.distinct;
    pattern.assigned.clear();
    pattern.limit.reset();
    pattern.limitParameter.clear();
    pattern.offset.reset();
    pattern.offsetParameter = blank.offsetParameter;
    pattern.rowsWritten = blank.rowsWritten;
}

} // namespace

EntityNames::EntityNames(const Project& project)
    : m_project(project) {
    for (const Entity& entity : project.entities) {
        m_qualified[qualified(entity.schema, entity.name)] = &entity;
        const bool isDefault = entity.schema.empty() || entity.schema == "public";
        const auto [at, added] = m_bare.try_emplace(entity.name, &entity);
        if (!added)
            at->second = isDefault                                                                      ? &entity
                         : at->second && (at->second->schema.empty() || at->second->schema == "public") ? at->second
                                                                                                        : nullptr;
    }
}

const Entity* EntityNames::find(const std::string& schema, const std::string& name) const {
    if (!schema.empty()) {
        const auto at = m_qualified.find(qualified(schema, name));
        return at == m_qualified.end() ? nullptr : at->second;
    }
    const auto at = m_bare.find(name);
    return at == m_bare.end() ? nullptr : at->second;
}

std::vector<std::string> EntityNames::all() const {
    std::vector<std::string> out;
    for (const Entity& entity : m_project.entities)
        out.push_back(m_project.displayName(entity));
    return out;
}

tl::expected<PatternAnalysis, PlacedError> analysePattern(const EntityNames& entities, const std::string& sql,
                                                          AccessPattern& pattern) {
    const PositionalSql positional = positionalParameters(sql);
    std::size_t structure = 0;
    for (const SqlPiece& piece : splitSql(positional.sql)) {
        structure = std::max(structure, piece.structure);
        if (piece.kind == PieceKind::Unfinished)
            return refuseAt(positional.original(piece.offset),
                            "a quoted text or comment that starts here does not end");
    }
    if (structure > kMaximumStructure)
        return refuseAt(0, "the statement is too long to be analysed", "split it");
    auto tree = parsePostgres(positional.sql);
    if (!tree)
        return refuseAt(positional.original(tree.error().offset), tree.error().message);
    if (tree->size() != 1 || !tree->statement(0))
        return refuseAt(0, tree->size() == 0 ? "there is no statement" : "there is more than one statement",
                        "an access pattern is one SELECT, INSERT, UPDATE or DELETE");
    clearAnalysis(pattern);
    pattern.sql = sql;
    PatternAnalysis analysis;
    PatternAnalyzer analyzer(entities, positional, pattern, analysis);
    if (const auto done = analyzer.statement(tree->statement(0)); !done)
        return tl::unexpected(done.error());
    return analysis;
}

Result<AccessPattern> parsePatternSql(const Project& project, AccessPattern pattern, const std::string& sql) {
    std::string statement = sql;
    while (!statement.empty() &&
           (std::isspace(static_cast<unsigned char>(statement.back())) || statement.back() == ';'))
        statement.pop_back();
    Result<AccessPattern> result;
    onDeepStack([&] {
        const EntityNames names(project);
        // A verb that the user had chosen (append) stays while the statement still reads, or still writes.
        AccessPattern before = pattern;
        const bool chosen =
            !pattern.sql.empty() && analysePattern(names, pattern.sql, before) && before.verb != pattern.verb;
        AccessPattern changed = pattern;
        const auto analysis = analysePattern(names, statement, changed);
        if (!analysis) {
            const TextPlace place = LineMap(statement).place(analysis.error().offset);
            result = fail(Error{
                ErrorCode::Invalid, analysis.error().message, analysis.error().advice, {}, place.line, place.column});
            return;
        }
        if (chosen && isWrite(pattern.verb) == isWrite(changed.verb))
            changed.verb = pattern.verb;
        const auto uses = [&](EntityId entity) {
            return changed.entity == entity ||
                   std::find(changed.joined.begin(), changed.joined.end(), entity) != changed.joined.end();
        };
        if (changed.popularityColumn.entity && !uses(changed.popularityColumn.entity))
            changed.popularityColumn = {};
        result = std::move(changed);
    });
    return result;
}

} // namespace shardscape::model
