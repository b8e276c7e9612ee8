// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/generate/check_values.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "model/edit/sql_tokens.h"
#include "model/physical/sql_dialect.h"

namespace shardscape::model {
namespace {

std::string unquoted(const std::string& literal) {
    std::string out;
    for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
        out += literal[i];
        if (literal[i] == '\'' && literal[i + 1] == '\'')
            ++i;
    }
    return out;
}

/// Reads a check without casts and arrays, as portableSql writes it: `column` IN (…), `column` >= 1 AND ….
void read(const std::vector<SqlToken>& tokens, AllowedValues& out) {
    if (std::any_of(tokens.begin(), tokens.end(), [](const SqlToken& token) {
            return token.isWord("or") || token.isWord("not") || token.isWord("case");
        }))
        return;
    const auto symbol = [&](std::size_t at, std::string_view text) {
        return at < tokens.size() && tokens[at].isSymbol(text);
    };
    const auto number = [&](std::size_t at) -> std::optional<double> {
        const bool minus = symbol(at, "-");
        at += minus ? 1 : 0;
        if (at >= tokens.size() || tokens[at].kind != SqlToken::Kind::Number)
            return std::nullopt;
        const double value = std::strtod(tokens[at].text.c_str(), nullptr);
        return minus ? -value : value;
    };
    const auto atLeast = [&](double value) { out.least = std::max(out.least.value_or(value), value); };
    const auto atMost = [&](double value) { out.most = std::min(out.most.value_or(value), value); };
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].kind != SqlToken::Kind::Quoted)
            continue;
        std::size_t at = i + 1;
        while (symbol(at, ")"))
            ++at;
        if (at >= tokens.size())
            continue;
        if (tokens[at].isWord("in")) {
            std::vector<std::string> texts;
            for (++at; at < tokens.size() && !symbol(at, ")"); ++at)
                if (tokens[at].kind == SqlToken::Kind::String)
                    texts.push_back(unquoted(tokens[at].text));
                else if (tokens[at].kind == SqlToken::Kind::Number)
                    texts.push_back(tokens[at].text);
            if (!texts.empty() && out.texts.empty())
                out.texts = std::move(texts);
        } else if (tokens[at].isWord("between")) {
            if (const auto low = number(at + 1))
                atLeast(std::ceil(*low));
            for (std::size_t j = at + 1; j < tokens.size() && j < at + 5; ++j)
                if (tokens[j].isWord("and"))
                    if (const auto high = number(j + 1))
                        atMost(std::floor(*high));
        } else if (symbol(at, ">") || symbol(at, "<")) {
            const bool more = symbol(at, ">");
            const bool inclusive = symbol(at + 1, "=");
            if (const auto bound = number(at + (inclusive ? 2 : 1)))
                more ? atLeast(std::floor(*bound) + (inclusive && std::floor(*bound) == *bound ? 0 : 1))
                     : atMost(std::ceil(*bound) - (inclusive && std::ceil(*bound) == *bound ? 0 : 1));
        } else if (symbol(at, "=") && at + 1 < tokens.size() && tokens[at + 1].kind == SqlToken::Kind::String) {
            if (out.texts.empty())
                out.texts = {unquoted(tokens[at + 1].text)};
        }
    }
}

} // namespace

AllowedValues allowedValues(const Entity& entity, const Attribute& attribute) {
    AllowedValues out;
    for (const Check& check : entity.checks) {
        bool others = false, names = false;
        const auto text = portableSql(SqlDialect::Sqlite, check.expression, [&](const std::string& word) {
            const Attribute* named = entity.findByName(word);
            names = names || named == &attribute;
            others = others || (named && named != &attribute);
            return named ? named->name : std::string();
        });
        if (text && names && !others)
            read(sqlTokens(*text), out);
    }
    return out;
}

} // namespace shardscape::model
