// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cctype>

#include "model/exchange/import/pattern_sql.h"

namespace shardscape::model {
namespace {

bool isWordStart(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) || c == '_';
}
bool isWordPart(char c) {
    return isWordStart(c) || std::isdigit(static_cast<unsigned char>(c));
}
bool isOperator(char c) {
    return std::string_view("+-*/<>=~!@#%^&|`?").find(c) != std::string_view::npos;
}

/// Behind these words an operand follows, so that "?" is a parameter there; behind any other word it is an operator of
/// jsonb.
constexpr std::array<std::string_view, 25> kBeforeOperand{
    "all",   "and",  "any",    "between", "by",    "case",   "distinct", "else",      "from",
    "ilike", "in",   "like",   "limit",   "not",   "offset", "or",       "returning", "select",
    "set",   "then", "values", "when",    "where", "on",     "having"};

class Rewriter {
public:
    explicit Rewriter(const std::string& sql)
        : m_sql(sql) {
        findHighest();
    }

    PositionalSql run() {
        while (m_at < m_sql.size())
            step();
        return std::move(m_out);
    }

private:
    /// Written numbers stay what they are; others go on behind the highest.
    void findHighest() {
        for (std::size_t at = 0; at + 1 < m_sql.size(); ++at)
            if (m_sql[at] == '$' && std::isdigit(static_cast<unsigned char>(m_sql[at + 1])))
                m_next = std::max(m_next, std::atoi(m_sql.c_str() + at + 1) + 1);
    }
    char ahead(std::size_t by) const { return m_at + by < m_sql.size() ? m_sql[m_at + by] : '\0'; }

    void step() {
        const char c = m_sql[m_at];
        if (c == '\'' || c == '"')
            return copyQuoted(c);
        if (c == '-' && ahead(1) == '-')
            return copy(std::min(m_sql.find('\n', m_at), m_sql.size()) - m_at);
        if (c == '/' && ahead(1) == '*')
            return copy(std::min(m_sql.find("*/", m_at + 2), m_sql.size() - 2) + 2 - m_at);
        if (std::isspace(static_cast<unsigned char>(c)))
            return copy(1);
        if (isWordStart(c))
            return copyWord();
        if (c == ':' && ahead(1) == ':') {
            copy(2);
            m_operand = false;
            return;
        }
        const bool named = (c == ':' && isWordStart(ahead(1))) ||
                           (c == '@' && isWordStart(ahead(1)) && (m_at == 0 || !isOperator(m_sql[m_at - 1])));
        if (named) {
            std::size_t end = m_at + 1;
            while (end < m_sql.size() && isWordPart(m_sql[end]))
                ++end;
            return replace(end - m_at, true);
        }
        if (c == '?' && !m_operand && ahead(1) != '|' && ahead(1) != '&')
            return replace(1, false);
        m_operand = c == ')' || c == ']' || std::isdigit(static_cast<unsigned char>(c)) || c == '$';
        copy(1);
    }
    void copy(std::size_t length) {
        m_out.places.emplace_back(m_out.sql.size(), m_at);
        m_out.sql.append(m_sql, m_at, length);
        m_at += length;
    }
    void copyQuoted(char quote) {
        std::size_t end = m_sql.find(quote, m_at + 1);
        end = end == std::string::npos ? m_sql.size() : end + 1;
        copy(end - m_at);
        m_operand = true;
    }
    void copyWord() {
        std::size_t end = m_at;
        while (end < m_sql.size() && (isWordPart(m_sql[end]) || m_sql[end] == '$'))
            ++end;
        std::string word = m_sql.substr(m_at, end - m_at);
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
        m_operand = std::find(kBeforeOperand.begin(), kBeforeOperand.end(), word) == kBeforeOperand.end();
        if (word == "sqlc" && end < m_sql.size() && m_sql[end] == '.') {
            const std::size_t open = m_sql.find('(', end);
            const std::size_t close = open == std::string::npos ? open : m_sql.find(')', open);
            const std::string function =
                close == std::string::npos ? std::string() : m_sql.substr(end + 1, open - end - 1);
            if (function == "arg" || function == "narg" || function == "slice")
                return replace(close + 1 - m_at, true);
        }
        copy(end - m_at);
    }
    /// The same name is the same parameter; every "?" is one of its own.
    void replace(std::size_t length, bool named) {
        const std::string spelling = m_sql.substr(m_at, length);
        int number = 0;
        for (const auto& [known, text] : m_out.spelling)
            if (named && text == spelling)
                number = known;
        if (number == 0) {
            number = m_next++;
            m_out.spelling[number] = spelling;
        }
        m_out.places.emplace_back(m_out.sql.size(), m_at);
        m_out.sql += "$" + std::to_string(number);
        m_at += length;
        m_operand = true;
    }

    const std::string& m_sql;
    PositionalSql m_out;
    std::size_t m_at = 0;
    int m_next = 1;
    bool m_operand = false; ///< an operand has just ended
};

} // namespace

std::size_t PositionalSql::original(std::size_t offset) const {
    auto after = std::upper_bound(places.begin(), places.end(), offset,
                                  [](std::size_t value, const auto& place) { return value < place.first; });
    if (after == places.begin())
        return offset;
    --after;
    return after->second + (offset - after->first);
}

PositionalSql positionalParameters(const std::string& sql) {
    return Rewriter(sql).run();
}

} // namespace shardscape::model
