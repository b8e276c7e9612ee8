// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/sqlite_catalogue.h"

#include "model/exchange/export/postgres_words.h"

namespace shardscape::model {
namespace {

/// Tokens as text, names in the quotes of the standard where they need some.
std::string expressionOf(const TextTokens& tokens, const Token* first, const Token* last) {
    std::string out;
    for (const Token* token = first; token != last; ++token) {
        if (token->kind == TokenKind::End)
            break;
        if (token != first && token->offset > (token - 1)->end())
            out += ' ';
        out += token->kind == TokenKind::Name ? postgresIdentifier(tokens.value(*token)) : std::string(token->raw);
    }
    return out;
}

std::string expressionOf(const TextTokens& tokens, const std::vector<Token>& list) {
    return expressionOf(tokens, list.data(), list.data() + list.size());
}

std::vector<std::vector<Token>> itemsOf(const std::vector<Token>& list) {
    std::vector<std::vector<Token>> items(1);
    int depth = 0;
    for (const Token& token : list) {
        depth += token.is('(') ? 1 : token.is(')') ? -1 : 0;
        if (depth == 0 && token.is(','))
            items.emplace_back();
        else
            items.back().push_back(token);
    }
    std::erase_if(items, [](const std::vector<Token>& item) { return item.empty(); });
    return items;
}

class TableReader {
public:
    TableReader(const TextTokens& tokens, SqliteTableText& out)
        : m_tokens(tokens)
        , m_out(out) {}

    void item(const std::vector<Token>& tokens) {
        TokenCursor cursor(tokens);
        static constexpr std::string_view kConstraints[] = {"constraint", "primary", "unique", "check", "foreign"};
        bool constraint = false;
        for (const std::string_view word : kConstraints)
            constraint = constraint || cursor.peek().is(word);
        const std::string column = constraint ? std::string() : lowered(m_tokens.value(cursor.take()));
        std::string name;
        while (!cursor.atEnd())
            part(cursor, column, name);
    }

private:
    void part(TokenCursor& cursor, const std::string& column, std::string& name) {
        bool closed = false;
        if (cursor.accept("constraint")) {
            name = m_tokens.value(cursor.take());
        } else if (cursor.accept("check")) {
            Check check;
            check.name = std::exchange(name, {});
            check.expression = expressionOf(m_tokens, cursor.takeParentheses(closed));
            m_out.checks.push_back(std::move(check));
        } else if (cursor.accept("references")) {
            m_out.references.push_back({std::exchange(name, {}), false, false});
        } else if (cursor.accept("foreign")) {
            cursor.accept("key");
            cursor.skipParentheses();
        } else if (cursor.accept("primary")) {
            m_out.primaryName = std::exchange(name, {});
        } else if (cursor.accept("unique")) {
            std::string columns = column;
            if (column.empty())
                for (const std::vector<Token>& each : itemsOf(cursor.takeParentheses(closed)))
                    columns += (columns.empty() ? "" : ",") + lowered(m_tokens.value(each.front()));
            m_out.uniqueNames[columns] = std::exchange(name, {});
        } else if (cursor.accept("autoincrement")) {
            m_out.autoIncrement = true;
        } else if (cursor.accept("collate")) {
            m_out.collations = m_out.collations || !cursor.take().is("binary");
        } else if (cursor.accept("default")) {
            if (!cursor.skipParentheses() && !cursor.atEnd())
                cursor.take();
        } else if (cursor.accept("as")) {
            m_out.generated[column] = expressionOf(m_tokens, cursor.takeParentheses(closed));
        } else if (cursor.acceptAll({"on", "conflict"})) {
            cursor.take();
            m_out.conflictClauses = true;
        } else if (cursor.acceptAll({"not", "deferrable"})) {
            // as it is without
        } else if (cursor.accept("deferrable") && !m_out.references.empty()) {
            m_out.references.back().deferrable = true;
            m_out.references.back().initiallyDeferred = cursor.acceptAll({"initially", "deferred"});
        } else if (!cursor.skipParentheses()) {
            cursor.take();
        }
    }

    const TextTokens& m_tokens;
    SqliteTableText& m_out;
};

} // namespace

TokenRules sqliteRules() {
    TokenRules rules;
    rules.dashComments = rules.brackets = true;
    return rules;
}

SqliteTableText readSqliteTable(const std::string& sql) {
    SqliteTableText out;
    TextTokens tokens(sql, sqliteRules());
    const std::vector<Token> all = tokens.rest();
    TokenCursor cursor(all);
    while (!cursor.atEnd() && !cursor.peek().is('('))
        cursor.take();
    bool closed = false;
    const std::vector<Token> body = cursor.takeParentheses(closed);
    TableReader reader(tokens, out);
    for (const std::vector<Token>& item : itemsOf(body))
        reader.item(item);
    for (; !cursor.atEnd(); cursor.take())
        if (cursor.acceptAll({"without", "rowid"}))
            out.withoutRowid = true;
    return out;
}

SqliteIndexText readSqliteIndex(const std::string& sql) {
    SqliteIndexText out;
    TextTokens tokens(sql, sqliteRules());
    const std::vector<Token> all = tokens.rest();
    TokenCursor cursor(all);
    while (!cursor.atEnd() && !cursor.peek().is('('))
        cursor.take();
    bool closed = false;
    for (std::vector<Token> item : itemsOf(cursor.takeParentheses(closed))) {
        if (item.size() > 1 && (item.back().is("asc") || item.back().is("desc")))
            item.pop_back();
        if (item.size() > 2 && item[item.size() - 2].is("collate"))
            item.resize(item.size() - 2);
        out.parts.push_back(expressionOf(tokens, item));
    }
    if (cursor.accept("where")) {
        std::vector<Token> rest;
        while (!cursor.atEnd())
            rest.push_back(cursor.take());
        out.predicate = expressionOf(tokens, rest);
    }
    return out;
}

} // namespace shardscape::model
