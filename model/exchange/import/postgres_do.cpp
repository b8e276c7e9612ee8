// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/postgres_reader.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <pg_query.h>

#include "model/exchange/export/postgres_words.h"

/// DO blocks. Scripts use them to create what is missing: IF NOT EXISTS (…) THEN ALTER TABLE …, or CREATE TYPE … with
/// an EXCEPTION WHEN duplicate_object. What they run is followed with "already there" as no mistake; conditions and
/// loops that only a server can decide are not.
namespace shardscape::model {
namespace {

using Json = nlohmann::json;

Json parseBody(const std::string& body) {
    const std::string function = "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS " + postgresLiteral(body);
    const PgQueryPlpgsqlParseResult result = pg_query_parse_plpgsql(function.c_str());
    Json tree = result.error || !result.plpgsql_funcs ? Json() : Json::parse(result.plpgsql_funcs, nullptr, false);
    pg_query_free_plpgsql_parse_result(result);
    if (!tree.is_array() || tree.empty())
        return {};
    return tree[0].value("/PLpgSQL_function/action"_json_pointer, Json());
}

std::string queryOf(const Json& node, const char* member) {
    const auto at = node.find(member);
    return at == node.end() ? std::string() : at->value("/PLpgSQL_expr/query"_json_pointer, std::string());
}

/// "( NOT EXISTS (SELECT …) )" in lower case without what is around it.
bool asksForAbsence(const std::string& condition) {
    std::string words;
    for (char c : condition) {
        if (c == '(' && words.empty())
            continue;
        if (std::isspace(static_cast<unsigned char>(c)) || c == '(')
            words += words.empty() || words.back() == ' ' ? "" : " ";
        else
            words += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return words.starts_with("not exists ");
}

} // namespace

void PostgresReader::doBlock(const PgQuery__DoStmt& statement) {
    std::string body;
    std::string language = "plpgsql";
    for (std::size_t i = 0; i < statement.n_args; ++i) {
        const PgQuery__DefElem& argument = *statement.args[i]->def_elem;
        (std::string(argument.defname) == "language" ? language : body) = stringOf(argument.arg);
    }
    const Json action = language == "plpgsql" ? parseBody(body) : Json();
    if (action.is_null())
        return report(Severity::Warning, 0, "a DO block is not executed: what it creates is not in the project",
                      "write the statements it runs outside of it");
    bool followed = true;
    const std::function<void(const Json&)> run = [&](const Json& node) {
        if (!node.is_object() || node.empty())
            return;
        const std::string kind = node.begin().key();
        const Json& content = node.begin().value();
        const auto all = [&](const char* member) {
            if (const auto at = content.find(member); at != content.end() && at->is_array())
                for (const Json& child : *at)
                    run(child);
        };
        if (kind == "PLpgSQL_stmt_block") {
            all("body");
        } else if (kind == "PLpgSQL_stmt_if" && asksForAbsence(queryOf(content, "cond"))) {
            all("then_body");
        } else if (kind == "PLpgSQL_stmt_execsql") {
            nested(queryOf(content, "sqlstmt"));
        } else if (kind == "PLpgSQL_stmt_dynexecute") {
            const auto query = parsePostgres("SELECT " + queryOf(content, "query"));
            const bool plain = query && query->size() == 1 &&
                               query->statement(0)->node_case == PG_QUERY__NODE__NODE_SELECT_STMT &&
                               query->statement(0)->select_stmt->n_target_list == 1;
            const auto text =
                plain ? textOf(query->statement(0)->select_stmt->target_list[0]->res_target->val) : std::nullopt;
            if (text)
                nested(*text);
            else
                followed = false;
        } else if (kind != "PLpgSQL_stmt_raise" && kind != "PLpgSQL_stmt_return") {
            followed = false;
        }
    };
    run(action);
    if (!followed)
        report(Severity::Warning, 0, "a part of this DO block depends on what is in the database and is not followed",
               "write the statements it runs outside of it");
}

void PostgresReader::nested(const std::string& sql) {
    const std::size_t at = m_piece->text.find(sql);
    const auto before = std::tuple(m_base, m_nested, m_guarded);
    m_base = at == std::string_view::npos ? 0 : at;
    m_nested = sql;
    m_guarded = true;
    if (const auto tree = parsePostgres(sql)) {
        for (std::size_t i = 0; i < tree->size(); ++i)
            if (PgNode* inner = tree->statement(i))
                readStatement(inner);
    } else {
        report(Severity::Warning, static_cast<int>(tree.error().offset), tree.error().message,
               "the statement was left out");
    }
    std::tie(m_base, m_nested, m_guarded) = before;
}

} // namespace shardscape::model
