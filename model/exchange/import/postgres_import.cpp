// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/nearest_name.h"
#include "model/exchange/import/import.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/exchange/import/import_formats.h"
#include "model/exchange/import/postgres_reader.h"

namespace shardscape::model {
namespace {

/// "CreateTrigStmt" → "CREATE TRIGGER": what a statement is called when it is not modelled, from its first words.
std::string statementTitle(std::string_view text) {
    std::string out;
    int words = 0;
    for (std::size_t at = 0; at < text.size() && words < 3;) {
        std::size_t end = at;
        while (end < text.size() && (std::isalpha(static_cast<unsigned char>(text[end])) || text[end] == '_'))
            ++end;
        if (end == at)
            break;
        std::string word(text.substr(at, end - at));
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
        if (word == "OR" || word == "IF")
            break;
        out += (out.empty() ? "" : " ") + word;
        ++words;
        at = text.find_first_not_of(" \t\r\n", end);
        if (at == std::string_view::npos)
            break;
        if (word != "CREATE" && word != "ALTER" && word != "MATERIALIZED" && word != "REFRESH" && word != "EVENT" &&
            word != "DEFAULT" && word != "ROW" && word != "TEXT")
            break;
    }
    return out.empty() ? "this statement" : out;
}

bool isSession(PgQuery__Node__NodeCase kind) {
    switch (kind) {
    case PG_QUERY__NODE__NODE_VARIABLE_SET_STMT:
    case PG_QUERY__NODE__NODE_VARIABLE_SHOW_STMT:
    case PG_QUERY__NODE__NODE_LOCK_STMT:
    case PG_QUERY__NODE__NODE_VACUUM_STMT:
    case PG_QUERY__NODE__NODE_CHECK_POINT_STMT:
    case PG_QUERY__NODE__NODE_DISCARD_STMT:
    case PG_QUERY__NODE__NODE_NOTIFY_STMT:
    case PG_QUERY__NODE__NODE_CONSTRAINTS_SET_STMT:
    case PG_QUERY__NODE__NODE_PREPARE_STMT:
    case PG_QUERY__NODE__NODE_EXECUTE_STMT: return true;
    default: return false;
    }
}

bool isData(PgQuery__Node__NodeCase kind) {
    switch (kind) {
    case PG_QUERY__NODE__NODE_INSERT_STMT:
    case PG_QUERY__NODE__NODE_UPDATE_STMT:
    case PG_QUERY__NODE__NODE_DELETE_STMT:
    case PG_QUERY__NODE__NODE_TRUNCATE_STMT:
    case PG_QUERY__NODE__NODE_MERGE_STMT:
    case PG_QUERY__NODE__NODE_COPY_STMT:
    case PG_QUERY__NODE__NODE_REFRESH_MAT_VIEW_STMT: return true;
    default: return false;
    }
}

/// The parts of the table's name in INSERT INTO name … and COPY name …; scripts hold too many of them to parse each.
std::vector<std::string> targetOfRows(std::string_view sql) {
    std::vector<std::string> parts;
    const auto letter = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '$' || c < 0;
    };
    for (std::size_t at = 0; at < sql.size();) {
        if (std::isspace(static_cast<unsigned char>(sql[at]))) {
            ++at;
            continue;
        }
        std::string part;
        const bool quoted = sql[at] == '"';
        if (quoted) {
            const std::size_t end = sql.find('"', at + 1);
            if (end == std::string_view::npos)
                return {};
            part = sql.substr(at + 1, end - at - 1);
            at = end + 1;
        } else {
            for (; at < sql.size() && letter(sql[at]); ++at)
                part += static_cast<char>(std::tolower(static_cast<unsigned char>(sql[at])));
            if (part.empty())
                return parts;
            if (parts.empty() && (part == "insert" || part == "into" || part == "copy"))
                continue;
        }
        parts.push_back(std::move(part));
        if (at >= sql.size() || sql[at] != '.')
            return parts;
        ++at;
    }
    return parts;
}

constexpr const char* kDataTally = "statements with data (INSERT, COPY, UPDATE …) are not part of the schema";
constexpr const char* kSessionTally =
    "session and transaction statements (SET, BEGIN, COMMIT …) do not concern the model";
constexpr const char* kMetaTally = "psql commands are not followed";

} // namespace

Result<Imported> importPostgres(const std::vector<ImportSource>& sources) {
    return readPostgres(sources, {});
}

Result<Imported> readPostgres(const std::vector<ImportSource>& sources, std::stop_token stop) {
    Result<Imported> result;
    onDeepStack([&] { result = PostgresReader(sources, std::move(stop)).run(); });
    return result;
}

Result<Imported> PostgresReader::run() {
    m_texts.reserve(m_sources.size()); // views into the texts must stay
    for (std::size_t source = 0; source < m_sources.size(); ++source) {
        Result<std::string> text = decodeText(m_sources[source].name, m_sources[source].text, m_diagnostics);
        if (!text)
            return fail(text.error());
        m_texts.push_back(std::move(*text));
    }
    for (std::size_t source = 0; source < m_texts.size(); ++source) {
        m_lines.emplace_back(m_texts[source]);
        readSource(source, m_texts[source]);
    }
    if (m_stop.stop_requested())
        return fail(importStopped());
    if (m_statements == 0) {
        for (const Diagnostic& diagnostic : m_diagnostics)
            if (diagnostic.severity == Severity::Error)
                return fail(Error{ErrorCode::Invalid, diagnostic.message, diagnostic.advice, diagnostic.file,
                                  diagnostic.line, diagnostic.column});
        return fail(Error{ErrorCode::Invalid, "there is no SQL statement to import",
                          "give a schema as plain SQL, for example the output of pg_dump --schema-only",
                          m_sources.empty() ? std::string() : m_sources.front().name, 0, 0});
    }
    return finish();
}

void PostgresReader::readSource(std::size_t source, const std::string& text) {
    m_source = source;
    m_catalog.path = {"public"}; // each file is its own session
    for (const SqlPiece& piece : splitSql(text, m_stop)) {
        if (m_stop.stop_requested())
            break;
        m_piece = &piece;
        readPiece(piece);
    }
    m_piece = nullptr;
}

void PostgresReader::readPiece(const SqlPiece& piece) {
    switch (piece.kind) {
    case PieceKind::End: return;
    case PieceKind::Meta: return tally(kMetaTally);
    case PieceKind::Data:
        ++m_statements;
        noteRows(piece);
        return tally(kDataTally);
    case PieceKind::Unfinished:
        return report(Severity::Error, 0, "a quoted text, name or comment that starts here does not end",
                      "close it; everything behind it was left out");
    case PieceKind::Statement: break;
    }
    if (piece.structure > kMaximumStructure)
        return report(Severity::Error, 0,
                      fmt::format("a statement of {} bytes is too long to be analysed", piece.text.size()), "split it");
    const auto tree = parsePostgres(piece.text);
    if (!tree)
        return report(Severity::Error, static_cast<int>(tree.error().offset), tree.error().message,
                      "the statement was left out");
    for (std::size_t i = 0; i < tree->size(); ++i)
        if (PgNode* statement = tree->statement(i)) {
            ++m_statements;
            readStatement(statement);
        }
}

void PostgresReader::noteRows(const SqlPiece& data) {
    const std::vector<std::string> name = targetOfRows(data.text);
    if (name.empty())
        return;
    if (DraftTable* table = m_catalog.findTable(name.size() > 1 ? name[name.size() - 2] : std::string(), name.back()))
        table->hasRows = true;
}

void PostgresReader::readStatement(PgNode* statement) {
    switch (statement->node_case) {
    case PG_QUERY__NODE__NODE_VARIABLE_SET_STMT: return readSetting(*statement->variable_set_stmt);
    case PG_QUERY__NODE__NODE_SELECT_STMT: return readSelect(*statement->select_stmt);
    case PG_QUERY__NODE__NODE_DO_STMT: return doBlock(*statement->do_stmt);
    case PG_QUERY__NODE__NODE_TRANSACTION_STMT:
        if (statement->transaction_stmt->kind == PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_ROLLBACK)
            report(Severity::Warning, 0, "ROLLBACK is not followed: what the transaction made stays in the model");
        return tally(kSessionTally);
    default: break;
    }
    if (isSession(statement->node_case))
        return tally(kSessionTally);
    if (isData(statement->node_case))
        return tally(kDataTally);
    if (!readDefinition(statement))
        notModelled(statement);
}

bool PostgresReader::readDefinition(PgNode* statement) {
    switch (statement->node_case) {
    case PG_QUERY__NODE__NODE_CREATE_STMT: createTable(*statement->create_stmt); return true;
    case PG_QUERY__NODE__NODE_INDEX_STMT: createIndex(*statement->index_stmt); return true;
    case PG_QUERY__NODE__NODE_ALTER_TABLE_STMT: alterTable(*statement->alter_table_stmt); return true;
    case PG_QUERY__NODE__NODE_CREATE_ENUM_STMT: createEnum(*statement->create_enum_stmt); return true;
    case PG_QUERY__NODE__NODE_ALTER_ENUM_STMT: alterEnum(*statement->alter_enum_stmt); return true;
    case PG_QUERY__NODE__NODE_CREATE_DOMAIN_STMT: createDomain(*statement->create_domain_stmt); return true;
    case PG_QUERY__NODE__NODE_ALTER_DOMAIN_STMT: alterDomain(*statement->alter_domain_stmt); return true;
    case PG_QUERY__NODE__NODE_COMPOSITE_TYPE_STMT:
        createType(newName(*statement->composite_type_stmt->typevar), "composite type");
        return true;
    case PG_QUERY__NODE__NODE_CREATE_RANGE_STMT:
        createType(newName(statement->create_range_stmt->type_name, statement->create_range_stmt->n_type_name),
                   "range type");
        return true;
    case PG_QUERY__NODE__NODE_CREATE_SEQ_STMT: createSequence(*statement->create_seq_stmt); return true;
    case PG_QUERY__NODE__NODE_ALTER_SEQ_STMT: alterSequence(*statement->alter_seq_stmt); return true;
    case PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT: createFunction(*statement->create_function_stmt); return true;
    case PG_QUERY__NODE__NODE_CREATE_EXTENSION_STMT: createExtension(*statement->create_extension_stmt); return true;
    case PG_QUERY__NODE__NODE_CREATE_SCHEMA_STMT: createSchema(*statement->create_schema_stmt); return true;
    case PG_QUERY__NODE__NODE_COMMENT_STMT: comment(*statement->comment_stmt); return true;
    case PG_QUERY__NODE__NODE_DROP_STMT: drop(*statement->drop_stmt); return true;
    case PG_QUERY__NODE__NODE_RENAME_STMT: rename(*statement->rename_stmt); return true;
    case PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT: setSchema(*statement->alter_object_schema_stmt); return true;
    default: return false;
    }
}

void PostgresReader::readSetting(const PgQuery__VariableSetStmt& statement) {
    if (std::string(statement.name) == "search_path") {
        m_catalog.path.clear();
        for (std::size_t i = 0; i < statement.n_args; ++i)
            if (const auto schema = textOf(statement.args[i]); schema && !schema->empty())
                m_catalog.path.push_back(*schema);
        if (statement.n_args == 0)
            m_catalog.path = {"public"}; // RESET, or SET … TO DEFAULT
    }
    tally(kSessionTally);
}

void PostgresReader::readSelect(const PgQuery__SelectStmt& statement) {
    if (statement.into_clause)
        return report(Severity::Warning, 0, "SELECT INTO is not modelled: the table it makes is not in the project",
                      "write it as CREATE TABLE");
    // pg_dump sets its search path with a function: SELECT pg_catalog.set_config('search_path', '', false)
    for (std::size_t i = 0; i < statement.n_target_list; ++i) {
        const PgNode* value = statement.target_list[i]->res_target->val;
        if (!value || value->node_case != PG_QUERY__NODE__NODE_FUNC_CALL)
            continue;
        const PgQuery__FuncCall& call = *value->func_call;
        if (call.n_funcname == 0 || call.n_args < 2 || stringOf(call.funcname[call.n_funcname - 1]) != "set_config" ||
            textOf(call.args[0]) != "search_path")
            continue;
        m_catalog.path.clear();
        std::string list = textOf(call.args[1]).value_or("");
        for (std::size_t at = 0; at < list.size();) {
            const std::size_t end = std::min(list.find(',', at), list.size());
            std::string schema = list.substr(at, end - at);
            std::erase_if(schema, [](char c) { return c == ' ' || c == '"'; });
            if (!schema.empty())
                m_catalog.path.push_back(schema);
            at = end + 1;
        }
    }
    tally(kSessionTally);
}

void PostgresReader::notModelled(PgNode* statement) {
    const std::string title = statementTitle(m_piece->text);
    switch (statement->node_case) {
    case PG_QUERY__NODE__NODE_VIEW_STMT: m_catalog.others.insert(newName(*statement->view_stmt->view)); break;
    case PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT: {
        const PgQuery__CreateTableAsStmt& created = *statement->create_table_as_stmt;
        if (created.into && created.into->rel)
            m_catalog.others.insert(newName(*created.into->rel));
        if (created.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW)
            break;
        return report(Severity::Warning, 0, "CREATE TABLE AS is not modelled: its columns follow from a query",
                      "write the table with its columns");
    }
    case PG_QUERY__NODE__NODE_CREATE_FOREIGN_TABLE_STMT:
        m_catalog.others.insert(newName(*statement->create_foreign_table_stmt->base_stmt->relation));
        return report(Severity::Warning, 0, "a foreign table is not modelled: its rows live on another server");
    case PG_QUERY__NODE__NODE_CALL_STMT:
        return report(Severity::Warning, 0, "CALL is not executed: what the procedure does is not in the project");
    default: break;
    }
    report(Severity::Info, 0, title + " is not part of the model");
}

void PostgresReader::report(Severity severity, int location, std::string message, std::string advice) {
    if (m_guarded && severity == Severity::Error)
        severity = Severity::Info;
    reportAt(severity, here(location), std::move(message), std::move(advice));
}

void PostgresReader::reportAt(Severity severity, SourcePlace place, std::string message, std::string advice) {
    const TextPlace at = m_lines[place.source].place(place.offset);
    m_diagnostics.push_back(
        {severity, m_sources[place.source].name, at.line, at.column, std::move(message), std::move(advice)});
}

SourcePlace PostgresReader::here(int location) const {
    const std::size_t within = location > 0 ? static_cast<std::size_t>(location) : 0;
    return {m_source, (m_piece ? m_piece->offset : 0) + m_base + within};
}

void PostgresReader::tally(const std::string& what) {
    Tally& entry = m_tallies[fmt::format("{:06}{}", m_source, what)];
    if (entry.count++ == 0)
        entry.first = here();
}

QualifiedName PostgresReader::newName(const PgQuery__RangeVar& relation) const {
    const std::string schema = relation.schemaname;
    return {schema.empty() ? m_catalog.creationSchema() : PostgresCatalog::canonicalSchema(schema), relation.relname};
}

QualifiedName PostgresReader::newName(PgNode* const* names, std::size_t count) const {
    if (count == 0)
        return {};
    if (count == 1)
        return {m_catalog.creationSchema(), stringOf(names[0])};
    return {PostgresCatalog::canonicalSchema(stringOf(names[count - 2])), stringOf(names[count - 1])};
}

DraftTable* PostgresReader::tableFor(const PgQuery__RangeVar& relation, const std::string& what, bool missingOk) {
    if (DraftTable* table = m_catalog.findTable(relation.schemaname, relation.relname))
        return table;
    const QualifiedName partition = m_catalog.resolve(m_catalog.partitions, relation.schemaname, relation.relname);
    const QualifiedName other = m_catalog.resolve(m_catalog.others, relation.schemaname, relation.relname);
    if (m_catalog.partitions.contains(partition)) {
        report(Severity::Info, relation.location,
               fmt::format("{} on the partition {} is not modelled: a partition follows its table", what,
                           partition.sql()));
    } else if (m_catalog.others.contains(other)) {
        report(Severity::Info, relation.location,
               fmt::format("{} on {}, which is not a table, is not modelled", what, other.sql()));
    } else {
        std::vector<std::string> known;
        for (const auto& [name, table] : m_catalog.tables)
            known.push_back(name.name);
        std::sort(known.begin(), known.end());
        report(
            missingOk ? Severity::Info : Severity::Error, relation.location,
            fmt::format("{}: there is no table {}", what,
                        QualifiedName{PostgresCatalog::canonicalSchema(relation.schemaname), relation.relname}.sql()),
            missingOk ? std::string() : didYouMean(relation.relname, known));
    }
    return nullptr;
}

} // namespace shardscape::model
