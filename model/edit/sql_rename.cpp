// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/sql_rename.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "model/edit/sql_tokens.h"

namespace shardscape::model {
namespace {

using Tokens = std::vector<SqlToken>;

const SqlToken kNothing{};
const SqlToken& at(const Tokens& tokens, std::size_t i) {
    return i < tokens.size() ? tokens[i] : kNothing;
}
const SqlToken& before(const Tokens& tokens, std::size_t i, std::size_t back = 1) {
    return i >= back ? tokens[i - back] : kNothing;
}

bool isOneOf(const SqlToken& token, std::initializer_list<const char*> words) {
    return token.kind == SqlToken::Kind::Word &&
           std::any_of(words.begin(), words.end(), [&](const char* word) { return token.text == word; });
}

/// What a statement reads from and writes to, as far as its text shows.
struct Scope {
    std::vector<const Entity*> tables; ///< each use of a table
    std::map<std::string, const Entity*>
        qualifiers; ///< alias or table name -> entity; null when it means two things, or something unknown
    std::set<std::size_t> tableTokens;            ///< the token of each table's own name …
    std::map<std::size_t, const Entity*> tableOf; ///< … and which one it is
    std::set<std::size_t> aliasTokens;
    std::set<std::string> commonTables; ///< names of common table expressions
    bool opaque = false;                ///< some columns in scope are unknown
};

/// Finds the tables of a statement by walking over its FROM, JOIN, USING, INTO and UPDATE clauses.
class ScopeReader {
public:
    ScopeReader(const Tokens& tokens, const Project& project)
        : m_tokens(tokens)
        , m_project(project) {}

    Scope run() {
        readCommonTables();
        std::vector<bool> expecting{false};
        std::vector<bool> inFunction{false};
        std::vector<bool> inFrom{false};
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            const SqlToken& token = m_tokens[i];
            if (token.isSymbol("(")) {
                const bool subquery = isOneOf(at(m_tokens, i + 1), {"select", "values", "with"});
                if (expecting.back() && subquery)
                    m_scope.opaque = true;
                const bool nested = expecting.back() && !subquery;
                expecting.back() = false;
                expecting.push_back(nested);
                inFrom.push_back(nested);
                inFunction.push_back(
                    isOneOf(before(m_tokens, i), {"extract", "substring", "trim", "overlay", "position"}));
            } else if (token.isSymbol(")")) {
                if (expecting.size() > 1) {
                    expecting.pop_back();
                    inFunction.pop_back();
                    inFrom.pop_back();
                }
            } else if (token.isSymbol(",") && inFrom.back()) {
                expecting.back() = true;
            } else if (startsTable(i, inFunction.back())) {
                expecting.back() = true;
                inFrom.back() = isOneOf(token, {"from", "using"}) || (token.isWord("join") && inFrom.back());
            } else if (expecting.back() && token.isName() && !isOneOf(token, {"only", "lateral"})) {
                i = readTable(i);
                expecting.back() = false;
            } else if (isOneOf(token, {"where", "group", "order", "having", "limit", "set", "values", "select",
                                       "returning", "union", "on", "offset", "window", "intersect", "except"})) {
                if (!token.isWord("on"))
                    inFrom.back() = false;
                expecting.back() = false;
            } else if (token.isWord("natural")) {
                m_scope.opaque = true;
            }
        }
        return std::move(m_scope);
    }

private:
    void readCommonTables() {
        const bool has =
            std::any_of(m_tokens.begin(), m_tokens.end(), [](const SqlToken& t) { return t.isWord("with"); });
        if (!has)
            return;
        m_scope.opaque = true;
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            if (!m_tokens[i].isName())
                continue;
            std::size_t next = i + 1;
            if (at(m_tokens, next).isSymbol("(")) // column list
                while (next < m_tokens.size() && !m_tokens[next++].isSymbol(")")) {
                }
            if (!at(m_tokens, next++).isWord("as"))
                continue;
            while (isOneOf(at(m_tokens, next), {"not", "materialized"}))
                ++next;
            if (at(m_tokens, next).isSymbol("("))
                m_scope.commonTables.insert(m_tokens[i].text);
        }
    }

    bool startsTable(std::size_t i, bool inFunction) const {
        const SqlToken& token = m_tokens[i];
        const SqlToken& previous = before(m_tokens, i);
        if (token.isWord("from"))
            return !inFunction && !previous.isWord("distinct");
        if (token.isWord("update"))
            return !isOneOf(previous, {"for", "do", "on", "key"});
        if (token.isWord("using"))
            return !at(m_tokens, i + 1).isSymbol("(");
        return isOneOf(token, {"join", "into"});
    }

    /// Reads "[schema.]name [AS] [alias]"; returns the last token of it.
    std::size_t readTable(std::size_t i) {
        std::string name = m_tokens[i].text;
        while (at(m_tokens, i + 1).isSymbol(".") && at(m_tokens, i + 2).isName()) {
            i += 2;
            name += "." + m_tokens[i].text;
        }
        const std::string bare = m_tokens[i].text;
        const bool into = isInto(i);
        const Entity* entity = m_scope.commonTables.count(name) ? nullptr : m_project.findEntity(name);
        if (!entity || (at(m_tokens, i + 1).isSymbol("(") && !into))
            m_scope.opaque = true;
        if (entity) {
            m_scope.tables.push_back(entity);
            m_scope.tableOf[i] = entity;
        }
        m_scope.tableTokens.insert(i);
        std::string qualifier = bare;
        std::size_t alias = i + 1;
        if (at(m_tokens, alias).isWord("as"))
            ++alias;
        const SqlToken& candidate = at(m_tokens, alias);
        const bool isAlias = candidate.isName() &&
                             !(candidate.kind == SqlToken::Kind::Word && isReservedSqlWord(candidate.text)) &&
                             !isOneOf(candidate, {"set", "values", "overriding"});
        if (isAlias) {
            qualifier = candidate.text;
            m_scope.aliasTokens.insert(alias);
            i = alias;
        }
        const auto [known, inserted] = m_scope.qualifiers.emplace(qualifier, entity);
        if (!inserted && known->second != entity)
            known->second = nullptr;
        if (into)
            m_scope.qualifiers.emplace("excluded", entity);
        return i;
    }

    /// The name that ends at i is the target of INSERT INTO.
    bool isInto(std::size_t i) const {
        while (i >= 2 && m_tokens[i - 1].isSymbol("."))
            i -= 2;
        return before(m_tokens, i).isWord("into");
    }

    const Tokens& m_tokens;
    const Project& m_project;
    Scope m_scope;
};

/// What an occurrence of a name turned out to be.
enum class Meaning { Other, Renamed, Unclear };

std::string replaced(const std::string& text, const Tokens& tokens, const std::vector<std::size_t>& which,
                     const std::string& newName) {
    std::string out;
    std::size_t from = 0;
    for (std::size_t i : which) {
        out.append(text, from, tokens[i].begin - from);
        out += sqlIdentifier(newName);
        from = tokens[i].end;
    }
    return out.append(text, from, std::string::npos);
}

/// A word that stands for itself in some clause although it may name a column ("FOR KEY SHARE", "AT TIME ZONE").
bool isClauseWord(const Tokens& tokens, std::size_t i) {
    const SqlToken& token = tokens[i];
    if (token.kind != SqlToken::Kind::Word)
        return false;
    if (isOneOf(token, {"update",    "insert",   "delete",   "set",      "values", "locked",    "skip",
                        "nowait",    "conflict", "nothing",  "nulls",    "over",   "partition", "by",
                        "recursive", "zone",     "excluded", "interval", "rows",   "row"}))
        return true;
    if (isOneOf(token, {"key", "share"}))
        return isOneOf(before(tokens, i), {"for", "no", "key"});
    if (isOneOf(token, {"first", "last"}))
        return before(tokens, i).isWord("nulls");
    if (token.isWord("time"))
        return before(tokens, i).isWord("at");
    return false;
}

/// Whether the name at i is no column at all: a function, a type, a qualifier, a field of extract(), a typed literal.
bool isNoColumn(const Tokens& tokens, std::size_t i) {
    const SqlToken& next = at(tokens, i + 1);
    const bool field = before(tokens, i).isSymbol("(") && before(tokens, i, 2).isWord("extract");
    const bool typedLiteral = tokens[i].kind == SqlToken::Kind::Word && next.kind == SqlToken::Kind::String;
    // "(name (" is a function; "INTO table (" is handled as a table.
    return next.isSymbol("(") || next.isSymbol(".") || before(tokens, i).isSymbol("::") || field || typedLiteral;
}

class AttributeRename {
public:
    AttributeRename(const Scope& scope, const Entity& entity, const Attribute& attribute, const std::string& newName)
        : m_scope(scope)
        , m_entity(entity)
        , m_attribute(attribute)
        , m_newName(newName) {}

    /// "own": the tokens are those that the scope was read from.
    std::optional<std::vector<std::size_t>> run(const Tokens& tokens, bool own) const {
        std::vector<std::size_t> which;
        bool others = false;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (!tokens[i].isName() || tokens[i].text != m_attribute.name)
                continue;
            if (own && (m_scope.tableTokens.count(i) || m_scope.aliasTokens.count(i)))
                continue;
            switch (meaning(tokens, i)) {
            case Meaning::Renamed: which.push_back(i); break;
            case Meaning::Other: others = others || !isNoColumn(tokens, i); break;
            case Meaning::Unclear: return std::nullopt;
            }
        }
        if (m_scope.opaque && others)
            return std::nullopt; // a column passed on under its name would be lost
        return which;
    }

private:
    Meaning meaning(const Tokens& tokens, std::size_t i) const {
        if (before(tokens, i).isSymbol(".")) {
            if (at(tokens, i + 1).isSymbol("(") || at(tokens, i + 1).isSymbol("."))
                return Meaning::Other;
            const auto known = m_scope.qualifiers.find(before(tokens, i, 2).text);
            if (known == m_scope.qualifiers.end())
                return Meaning::Unclear;
            if (!known->second)
                return m_scope.opaque ? Meaning::Other : Meaning::Unclear;
            return known->second->id == m_entity.id ? Meaning::Renamed : Meaning::Other;
        }
        if (isNoColumn(tokens, i))
            return Meaning::Other;
        if (before(tokens, i).isWord("as") || m_scope.opaque || isClauseWord(tokens, i))
            return Meaning::Unclear;
        if (tokens[i].kind == SqlToken::Kind::Word && isReservedSqlWord(tokens[i].text))
            return Meaning::Other;
        bool here = false;
        for (const Entity* table : m_scope.tables) {
            if (table->id == m_entity.id)
                here = true;
            else if (table->findByName(m_attribute.name) || table->findByName(m_newName))
                return Meaning::Unclear;
        }
        return here ? Meaning::Renamed : Meaning::Other;
    }

    const Scope& m_scope;
    const Entity& m_entity;
    const Attribute& m_attribute;
    const std::string& m_newName;
};

std::optional<std::vector<std::size_t>> entityOccurrences(const Tokens& tokens, const Scope& scope, bool own,
                                                          const Entity& entity, const std::string& newName) {
    if (scope.commonTables.count(entity.name) || scope.commonTables.count(newName) || scope.qualifiers.count(newName))
        return std::nullopt;
    const auto qualifier = scope.qualifiers.find(entity.name);
    const bool qualifies =
        qualifier != scope.qualifiers.end() && qualifier->second && qualifier->second->id == entity.id;
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!tokens[i].isName() || tokens[i].text != entity.name)
            continue;
        if (own && scope.aliasTokens.count(i))
            continue;
        if (own && scope.tableTokens.count(i)) {
            const auto table = scope.tableOf.find(i);
            if (table != scope.tableOf.end() && table->second->id == entity.id)
                which.push_back(i);
            continue;
        }
        if (at(tokens, i + 1).isSymbol(".")) {
            if (own && scope.tableTokens.count(i + 2))
                continue; // a schema of the same name
            if (qualifies)
                which.push_back(i);
            continue;
        }
        const bool column = before(tokens, i).isSymbol(".") || before(tokens, i).isWord("as") ||
                            isNoColumn(tokens, i) ||
                            std::any_of(scope.tables.begin(), scope.tables.end(),
                                        [&](const Entity* table) { return table->findByName(entity.name) != nullptr; });
        if (!column)
            return std::nullopt; // perhaps a whole row
    }
    return which;
}

} // namespace

std::string sqlIdentifier(const std::string& name) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    if (!name.empty() && !(name[0] >= '0' && name[0] <= '9') && std::all_of(name.begin(), name.end(), plain) &&
        !isReservedSqlWord(name))
        return name;
    std::string quoted = "\"";
    for (char c : name)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string renameEntityInSql(const std::string& sql, const Project& project, const Entity& entity,
                              const std::string& newName) {
    const Tokens tokens = sqlTokens(sql);
    const Scope scope = ScopeReader(tokens, project).run();
    const auto which = entityOccurrences(tokens, scope, true, entity, newName);
    return which ? replaced(sql, tokens, *which, newName) : sql;
}

std::string renameEntityInPiece(const std::string& piece, const std::string& statement, const Project& project,
                                const Entity& entity, const std::string& newName) {
    const Tokens whole = sqlTokens(statement);
    const Scope scope = ScopeReader(whole, project).run();
    const Tokens tokens = sqlTokens(piece);
    const auto which = entityOccurrences(tokens, scope, false, entity, newName);
    return which ? replaced(piece, tokens, *which, newName) : piece;
}

std::string renameAttributeInSql(const std::string& sql, const Project& project, const Entity& entity,
                                 const Attribute& attribute, const std::string& newName) {
    const Tokens tokens = sqlTokens(sql);
    const Scope scope = ScopeReader(tokens, project).run();
    const auto which = AttributeRename(scope, entity, attribute, newName).run(tokens, true);
    return which ? replaced(sql, tokens, *which, newName) : sql;
}

std::string renameAttributeInPiece(const std::string& piece, const std::string& statement, const Project& project,
                                   const Entity& entity, const Attribute& attribute, const std::string& newName) {
    const Tokens whole = sqlTokens(statement);
    const Scope scope = ScopeReader(whole, project).run();
    const Tokens tokens = sqlTokens(piece);
    const auto which = AttributeRename(scope, entity, attribute, newName).run(tokens, false);
    return which ? replaced(piece, tokens, *which, newName) : piece;
}

std::string renameAttributeInExpression(const std::string& expression, const Entity& entity, const Attribute& attribute,
                                        const std::string& newName) {
    if (expression.empty())
        return expression;
    Scope scope;
    scope.tables = {&entity};
    scope.qualifiers[entity.name] = &entity;
    const Tokens tokens = sqlTokens(expression);
    const auto which = AttributeRename(scope, entity, attribute, newName).run(tokens, false);
    return which ? replaced(expression, tokens, *which, newName) : expression;
}

bool mentionsColumn(const std::string& expression, const std::string& column) {
    const Tokens tokens = sqlTokens(expression);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (tokens[i].isName() && tokens[i].text == column && !isNoColumn(tokens, i))
            return true;
    return false;
}

} // namespace shardscape::model
