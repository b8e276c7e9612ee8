// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/text_tokens.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace shardscape::model {
namespace {

bool isLetter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) || c == '_' || c < 0;
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isWordCharacter(char c) {
    return isLetter(c) || isDigit(c) || c == '$';
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool sameWord(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

std::string sniffable(std::string_view text) {
    const std::string_view start = text.substr(0, 200000);
    std::string out;
    for (std::size_t at = 0; at < start.size();) {
        const std::size_t comment = std::min(start.find("--", at), start.size());
        out += lowered(start.substr(at, comment - at));
        at = std::min(start.find('\n', comment), start.size());
    }
    return out;
}

std::string uppered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return out;
}

bool Token::is(std::string_view word) const {
    return kind == TokenKind::Word && sameWord(raw, word);
}

Token TextTokens::take(TokenKind kind, std::size_t length) {
    const Token token{kind, m_text.substr(m_at, length), m_at};
    m_at += token.raw.size();
    return token;
}

/// A block comment; of a conditional one only the brackets are skipped. True when something was skipped.
bool TextTokens::skipBlock(Token& token) {
    if (m_rules.conditionalComments && (startsWith("/*!") || startsWith("/*M!"))) {
        const std::size_t open = startsWith("/*!") ? 3 : 4;
        std::size_t digits = open;
        while (isDigit(at(digits)))
            ++digits;
        int version = 0;
        std::from_chars(m_text.data() + m_at + open, m_text.data() + std::min(m_at + digits, m_text.size()), version);
        // A version that no server has yet is a comment for all of them, as mysqldump's "/*M!999999\- …".
        if (version < 200000) {
            m_at = std::min(m_at + digits, m_text.size());
            ++m_conditional;
            return true;
        }
    }
    const std::size_t close = m_text.find("*/", m_at + 2);
    if (close == std::string_view::npos) {
        token = take(TokenKind::Unfinished, m_text.size() - m_at);
        return false;
    }
    m_at = close + 2;
    return true;
}

bool TextTokens::skipComment(Token& token) {
    if (m_conditional > 0 && startsWith("*/")) {
        --m_conditional;
        m_at += 2;
        return true;
    }
    if (startsWith("/*"))
        return skipBlock(token);
    const bool dash = m_rules.dashComments && startsWith("--") &&
                      (!m_rules.dashNeedsBlank || m_at + 2 >= m_text.size() ||
                       std::isspace(static_cast<unsigned char>(at(2))) || at(2) == '-');
    const bool hash = m_rules.hashComments && at() == '#';
    const bool slash = m_rules.slashComments && startsWith("//");
    if (!dash && !hash && !slash)
        return false;
    const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
    if (m_rules.docComments && startsWith("///")) {
        token = take(TokenKind::Doc, end - m_at);
        return false;
    }
    m_at = end;
    return true;
}

/// Skips what means nothing; false when a token came out of it.
bool TextTokens::skipBlank(Token& token) {
    for (;;) {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(at())) &&
               !(m_rules.newlines && at() == '\n'))
            ++m_at;
        if (m_at >= m_text.size())
            return true;
        if (m_delimiter != ";" && startsWith(m_delimiter))
            return true;
        if (skipComment(token))
            continue;
        return token.raw.empty();
    }
}

Token TextTokens::quoted(TokenKind kind, char close) {
    if (close == '\'' && m_rules.tripleQuotes && startsWith("'''")) {
        for (std::size_t end = m_at + 3;; ++end) {
            end = m_text.find("'''", end);
            if (end == std::string_view::npos)
                return take(TokenKind::Unfinished, m_text.size() - m_at);
            if (m_text[end - 1] != '\\')
                return take(kind, end + 3 - m_at);
        }
    }
    for (std::size_t end = m_at + 1; end < m_text.size(); ++end) {
        if (m_rules.tripleQuotes && m_text[end] == '\n')
            return take(TokenKind::Symbol, end - m_at);
        if (m_rules.backslash && m_text[end] == '\\' && close != '`') {
            ++end;
            continue;
        }
        if (m_text[end] != close)
            continue;
        if (end + 1 < m_text.size() && m_text[end + 1] == close && close != ']' && !m_rules.tripleQuotes) {
            ++end; // a doubled quote stands for itself
            continue;
        }
        return take(kind, end + 1 - m_at);
    }
    return take(TokenKind::Unfinished, m_text.size() - m_at);
}

Token TextTokens::word() {
    std::size_t length = 0;
    if (isDigit(at())) {
        while (isDigit(at(length)))
            ++length;
        if (at(length) == '.' && isDigit(at(length + 1)))
            for (++length; isDigit(at(length));)
                ++length;
        if ((at(length) == 'e' || at(length) == 'E') &&
            (isDigit(at(length + 1)) || ((at(length + 1) == '-' || at(length + 1) == '+') && isDigit(at(length + 2)))))
            for (length += 2; isDigit(at(length));)
                ++length;
        if (!isWordCharacter(at(length)))
            return take(TokenKind::Number, length);
    }
    while (m_at + length < m_text.size() && isWordCharacter(at(length)))
        ++length;
    return take(TokenKind::Word, length);
}

Token TextTokens::next() {
    Token token;
    if (!skipBlank(token))
        return token;
    if (m_at >= m_text.size())
        return {TokenKind::End, {}, m_text.size()};
    if (startsWith(m_delimiter))
        return take(TokenKind::Symbol, m_delimiter.size());
    const char c = at();
    if (c == '\n')
        return take(TokenKind::Newline, 1);
    if (m_rules.templates && startsWith("${"))
        if (const std::size_t end = m_text.find_first_of("}\n", m_at);
            end != std::string_view::npos && m_text[end] == '}')
            return take(TokenKind::Word, end + 1 - m_at);
    if (m_rules.dollarStrings && startsWith("$$")) {
        const std::size_t end = m_text.find("$$", m_at + 2);
        return end == std::string_view::npos ? take(TokenKind::Unfinished, m_text.size() - m_at)
                                             : take(TokenKind::String, end + 2 - m_at);
    }
    switch (c) {
    case '"': return quoted(m_rules.doubleQuote, c);
    case '\'': return quoted(m_rules.singleQuote, c);
    case '`': return quoted(m_rules.backtick, c);
    case '[':
        if (m_rules.brackets)
            return quoted(TokenKind::Name, ']');
        break;
    default: break;
    }
    return isWordCharacter(c) ? word() : take(TokenKind::Symbol, 1);
}

std::vector<Token> TextTokens::rest() {
    std::vector<Token> tokens;
    do
        tokens.push_back(next());
    while (tokens.back().kind != TokenKind::End && tokens.back().kind != TokenKind::Unfinished);
    return tokens;
}

std::string_view TextTokens::restOfLine() {
    const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
    std::string_view line = m_text.substr(m_at, end - m_at);
    m_at = end;
    return line;
}

namespace {

char unescaped(char c) {
    switch (c) {
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case '0': return ' '; // a NUL byte is no character of any name or comment
    default: return c;
    }
}

/// The lines of a text between triple quotes: without the blank first and last line and the indentation they share.
std::string dedented(const std::string& text) {
    std::vector<std::string> lines{std::string()};
    for (const char c : text) {
        if (c == '\n')
            lines.emplace_back();
        else if (c != '\r')
            lines.back() += c;
    }
    const auto blank = [](const std::string& line) { return line.find_first_not_of(" \t") == std::string::npos; };
    std::size_t indent = std::string::npos;
    for (const std::string& line : lines)
        if (!blank(line))
            indent = std::min(indent, line.find_first_not_of(" \t"));
    while (!lines.empty() && blank(lines.front()))
        lines.erase(lines.begin());
    while (!lines.empty() && blank(lines.back()))
        lines.pop_back();
    std::string out;
    for (const std::string& line : lines)
        out += (out.empty() ? "" : "\n") + (line.size() >= indent ? line.substr(indent) : std::string());
    return out;
}

} // namespace

std::string TextTokens::value(const Token& token) const {
    if (token.kind == TokenKind::Word || token.kind == TokenKind::Number || token.kind == TokenKind::Symbol)
        return std::string(token.raw);
    if (token.kind == TokenKind::Doc) {
        const std::size_t start = token.raw.find_first_not_of(" \t", 3);
        std::string_view text = start == std::string_view::npos ? std::string_view() : token.raw.substr(start);
        while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
            text.remove_suffix(1);
        return std::string(text);
    }
    const bool triple = m_rules.tripleQuotes && token.raw.starts_with("'''") && token.raw.size() >= 6;
    const std::size_t quotes = triple || token.raw.starts_with("$$") ? (triple ? 3 : 2) : 1;
    if (token.raw.size() < 2 * quotes)
        return {};
    const char quote = token.raw.back();
    const std::string_view inner = token.raw.substr(quotes, token.raw.size() - 2 * quotes);
    std::string out;
    for (std::size_t i = 0; i < inner.size(); ++i) {
        if (m_rules.backslash && inner[i] == '\\' && quote != '`' && i + 1 < inner.size()) {
            ++i;
            if (!(triple && inner[i] == '\n')) // a backslash at the end of a line joins it with the next
                out += triple ? inner[i] : unescaped(inner[i]);
            continue;
        }
        if (quotes == 1 && inner[i] == quote && i + 1 < inner.size() && inner[i + 1] == quote)
            ++i;
        out += inner[i];
    }
    return triple ? dedented(out) : out;
}

bool TokenCursor::acceptAll(std::initializer_list<std::string_view> words) {
    std::size_t ahead = 0;
    for (const std::string_view word : words)
        if (!peek(ahead++).is(word))
            return false;
    m_at += words.size();
    return true;
}

bool TokenCursor::skipParentheses() {
    bool closed = false;
    takeParentheses(closed);
    return closed;
}

std::vector<Token> TokenCursor::takeBlock(char open, char close, bool& closed) {
    std::vector<Token> inner;
    closed = false;
    if (!accept(open))
        return inner;
    for (int depth = 1; !atEnd();) {
        const Token token = take();
        depth += token.is(open) ? 1 : token.is(close) ? -1 : 0;
        if (depth == 0) {
            closed = true;
            break;
        }
        inner.push_back(token);
    }
    return inner;
}

std::string sourceOf(std::string_view text, const Token* first, const Token* last) {
    std::string out;
    for (const Token* token = first; token != last; ++token) {
        if (token->kind == TokenKind::End)
            break;
        const bool gap = token != first && text.substr(0, token->offset).size() > (token - 1)->end();
        out += (gap ? " " : "") + std::string(token->raw);
    }
    return out;
}

std::string sourceOf(std::string_view text, const std::vector<Token>& tokens) {
    return sourceOf(text, tokens.data(), tokens.data() + tokens.size());
}

} // namespace shardscape::model
