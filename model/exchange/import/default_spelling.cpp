// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/default_spelling.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "model/exchange/import/text_tokens.h"

namespace shardscape::model {
namespace {

std::string trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
        text.remove_suffix(1);
    return std::string(text);
}

/// Behind the quoted text that begins at the place; doubled quotes are part of it.
std::size_t endOfQuoted(const std::string& text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size(); ++at)
        if (text[at] == quote) {
            if (at + 1 < text.size() && text[at + 1] == quote)
                ++at;
            else
                return at + 1;
        }
    return text.size();
}

/// Lower case and without blanks that mean nothing, except within quotes.
std::string folded(const std::string& sql) {
    std::string out;
    const auto isWord = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c < 0; };
    for (std::size_t at = 0; at < sql.size();) {
        if (sql[at] == '\'' || sql[at] == '"') {
            const std::size_t end = endOfQuoted(sql, at);
            out += sql.substr(at, end - at);
            at = end;
        } else if (std::isspace(static_cast<unsigned char>(sql[at]))) {
            while (at < sql.size() && std::isspace(static_cast<unsigned char>(sql[at])))
                ++at;
            if (!out.empty() && at < sql.size() && isWord(out.back()) && isWord(sql[at]))
                out += ' ';
        } else {
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(sql[at++])));
        }
    }
    return out;
}

/// Whether the parenthesis that opens the text closes at its end.
bool isWrapped(const std::string& text) {
    if (text.size() < 2 || text.front() != '(' || text.back() != ')')
        return false;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\'' || text[at] == '"') {
            at = endOfQuoted(text, at);
            continue;
        }
        depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        if (++at < text.size() && depth == 0)
            return false;
    }
    return depth == 0;
}

/// Where a cast of the whole text begins: the last "::" at the top, with nothing but a type behind it.
std::size_t castAt(const std::string& text) {
    std::size_t found = std::string::npos;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\'' || text[at] == '"') {
            at = endOfQuoted(text, at);
            continue;
        }
        depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        if (depth == 0 && text.compare(at, 2, "::") == 0) {
            found = at;
            ++at;
        } else if (found != std::string::npos && std::string_view("+-*/|<>=%").find(text[at]) != std::string::npos) {
            found = std::string::npos; // only a part was cast
        }
        ++at;
    }
    // An operator in front means that the cast is of its right side alone.
    if (found != std::string::npos && found > 0) {
        const std::string before = text.substr(0, found);
        const std::string rest = before.front() == '\'' ? before.substr(endOfQuoted(before, 0)) : before;
        const bool single = isWrapped(before) || (before.front() == '\'' && rest.starts_with("::")) ||
                            rest.find_first_of("+*/|<>=% '") == std::string::npos;
        if (!single)
            return std::string::npos;
    }
    return found;
}

bool isNumeric(TypeKind kind) {
    return kind == TypeKind::Int16 || kind == TypeKind::Int32 || kind == TypeKind::Int64 || kind == TypeKind::Decimal ||
           kind == TypeKind::Float || kind == TypeKind::Double || kind == TypeKind::Bool;
}

/// "'007'", "+1.50" as 7 and 1.5; anything else as it is.
std::string plainNumber(const std::string& text) {
    std::string digits = text.size() > 2 && text.front() == '\'' && text.back() == '\''
                             ? trimmed(text.substr(1, text.size() - 2))
                             : text;
    std::string sign;
    if (!digits.empty() && (digits.front() == '-' || digits.front() == '+')) {
        sign = digits.front() == '-' ? "-" : "";
        digits.erase(0, 1);
    }
    if (digits.empty() || digits.find_first_not_of("0123456789.") != std::string::npos ||
        std::count(digits.begin(), digits.end(), '.') > 1 || digits == ".")
        return text;
    if (digits.find('.') != std::string::npos) {
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.')
            digits.pop_back();
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty() || digits.front() == '.')
        digits.insert(0, "0");
    return digits == "0" ? digits : sign + digits;
}

} // namespace

std::string plainDefault(const std::string& sql, const Type& type) {
    std::string text = folded(trimmed(sql));
    for (;;) {
        if (isWrapped(text))
            text = text.substr(1, text.size() - 2);
        else if (const std::size_t cast = castAt(text); cast != std::string::npos)
            text.resize(cast);
        else
            break;
    }
    static constexpr std::array<std::string_view, 5> kNow{"now()", "current_timestamp()", "transaction_timestamp()",
                                                          "current_timestamp", "localtimestamp"};
    if (std::find(kNow.begin(), kNow.end(), text) != kNow.end())
        return "current_timestamp";
    if (text == "null")
        return {};
    if (type.kind == TypeKind::Bool) {
        const std::string bare =
            text.size() > 2 && text.front() == '\'' ? lowered(text.substr(1, text.size() - 2)) : text;
        if (bare == "true" || bare == "t" || bare == "1" || bare == "b'1'")
            return "true";
        if (bare == "false" || bare == "f" || bare == "0" || bare == "b'0'")
            return "false";
    }
    return isNumeric(type.kind) ? plainNumber(text) : text;
}

bool sameDefault(const std::string& a, const std::string& b, const Type& type) {
    return a == b || plainDefault(a, type) == plainDefault(b, type);
}

} // namespace shardscape::model
