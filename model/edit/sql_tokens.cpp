// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/sql_tokens.h"

#include <algorithm>
#include <array>

namespace shardscape::model {
namespace {

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

class Lexer {
public:
    explicit Lexer(const std::string& text)
        : m_text(text) {}

    std::vector<SqlToken> run() {
        while (m_at < m_text.size())
            step();
        return std::move(m_tokens);
    }

private:
    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }

    void add(SqlToken::Kind kind, std::size_t begin, std::string text) {
        m_tokens.push_back({kind, begin, m_at, std::move(text)});
    }
    void addRaw(SqlToken::Kind kind, std::size_t begin) { add(kind, begin, m_text.substr(begin, m_at - begin)); }

    void step() {
        const std::size_t begin = m_at;
        const char c = peek();
        if (isSpace(c)) {
            ++m_at;
        } else if (c == '-' && peek(1) == '-') {
            while (m_at < m_text.size() && peek() != '\n')
                ++m_at;
        } else if (c == '/' && peek(1) == '*') {
            skipComment();
        } else if (c == '\'') {
            quoted('\'', false);
            addRaw(SqlToken::Kind::String, begin);
        } else if (c == '"') {
            add(SqlToken::Kind::Quoted, begin, quoted('"', false));
        } else if (c == '$' && dollarQuoted()) {
            addRaw(SqlToken::Kind::String, begin);
        } else if ((c == '$' && isDigit(peek(1))) || (c == '@' && isLetter(peek(1))) ||
                   (c == ':' && isLetter(peek(1)) && (begin == 0 || m_text[begin - 1] != ':'))) {
            ++m_at;
            while (isLetter(peek()) || isDigit(peek()))
                ++m_at;
            addRaw(SqlToken::Kind::Parameter, begin);
        } else if (isLetter(c)) {
            word();
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            while (isDigit(peek()) || peek() == '.' || isLetter(peek()))
                ++m_at;
            addRaw(SqlToken::Kind::Number, begin);
        } else {
            m_at += c == ':' && peek(1) == ':' ? 2 : 1;
            addRaw(SqlToken::Kind::Symbol, begin);
        }
    }

    void skipComment() {
        int depth = 0;
        do {
            if (peek() == '/' && peek(1) == '*') {
                ++depth;
                m_at += 2;
            } else if (peek() == '*' && peek(1) == '/') {
                --depth;
                m_at += 2;
            } else {
                ++m_at;
            }
        } while (depth > 0 && m_at < m_text.size());
        m_at = std::min(m_at, m_text.size());
    }

    /// Stands on the opening quote; returns the contents.
    std::string quoted(char quote, bool backslash) {
        std::string contents;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (backslash && peek() == '\\' && m_at + 1 < m_text.size()) {
                contents += m_text[++m_at];
            } else if (peek() == quote) {
                if (peek(1) != quote)
                    break;
                contents += quote;
                ++m_at;
            } else {
                contents += peek();
            }
        }
        m_at = std::min(m_at + 1, m_text.size());
        return contents;
    }

    bool dollarQuoted() {
        std::size_t end = m_at + 1;
        if (end < m_text.size() && isDigit(m_text[end]))
            return false;
        while (end < m_text.size() && (isLetter(m_text[end]) || isDigit(m_text[end])))
            ++end;
        if (end >= m_text.size() || m_text[end] != '$')
            return false;
        const std::string tag = m_text.substr(m_at, end + 1 - m_at);
        const std::size_t close = m_text.find(tag, end + 1);
        m_at = close == std::string::npos ? m_text.size() : close + tag.size();
        return true;
    }

    void word() {
        const std::size_t begin = m_at;
        while (isLetter(peek()) || isDigit(peek()) || peek() == '$')
            ++m_at;
        std::string text = m_text.substr(begin, m_at - begin);
        std::transform(text.begin(), text.end(), text.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        const bool prefix = text == "e" || text == "b" || text == "x" || text == "n";
        if (prefix && peek() == '\'') {
            quoted('\'', text == "e");
            addRaw(SqlToken::Kind::String, begin);
            return;
        }
        add(SqlToken::Kind::Word, begin, std::move(text));
    }

    const std::string& m_text;
    std::size_t m_at = 0;
    std::vector<SqlToken> m_tokens;
};

constexpr std::array kReserved{"all",
                               "analyse",
                               "analyze",
                               "and",
                               "any",
                               "array",
                               "as",
                               "asc",
                               "asymmetric",
                               "authorization",
                               "binary",
                               "both",
                               "case",
                               "cast",
                               "check",
                               "collate",
                               "collation",
                               "column",
                               "concurrently",
                               "constraint",
                               "create",
                               "cross",
                               "current_catalog",
                               "current_date",
                               "current_role",
                               "current_schema",
                               "current_time",
                               "current_timestamp",
                               "current_user",
                               "default",
                               "deferrable",
                               "desc",
                               "distinct",
                               "do",
                               "else",
                               "end",
                               "except",
                               "false",
                               "fetch",
                               "for",
                               "foreign",
                               "freeze",
                               "from",
                               "full",
                               "grant",
                               "group",
                               "having",
                               "ilike",
                               "in",
                               "initially",
                               "inner",
                               "intersect",
                               "into",
                               "is",
                               "isnull",
                               "join",
                               "lateral",
                               "leading",
                               "left",
                               "like",
                               "limit",
                               "localtime",
                               "localtimestamp",
                               "natural",
                               "not",
                               "notnull",
                               "null",
                               "offset",
                               "on",
                               "only",
                               "or",
                               "order",
                               "outer",
                               "overlaps",
                               "placing",
                               "primary",
                               "references",
                               "returning",
                               "right",
                               "select",
                               "session_user",
                               "similar",
                               "some",
                               "symmetric",
                               "table",
                               "tablesample",
                               "then",
                               "to",
                               "trailing",
                               "true",
                               "union",
                               "unique",
                               "user",
                               "using",
                               "variadic",
                               "verbose",
                               "when",
                               "where",
                               "window",
                               "with"};

} // namespace

std::vector<SqlToken> sqlTokens(const std::string& text) {
    return Lexer(text).run();
}

bool isReservedSqlWord(const std::string& word) {
    return std::find(kReserved.begin(), kReserved.end(), word) != kReserved.end();
}

} // namespace shardscape::model
