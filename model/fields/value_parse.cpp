// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "model/fields/value.h"

namespace shardscape::model {
namespace {

constexpr int kDeepest = 64;

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isNumberStart(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
}
bool isWordPart(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
}
bool isNumberPart(char c) {
    return isLetter(c) || isNumberStart(c);
}

std::string shown(char c) {
    return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f
               ? fmt::format("the byte 0x{:02x}", static_cast<unsigned char>(c))
               : fmt::format("\"{}\"", c);
}

/// A recursive descent parser. The first error ends it: every function returns false (or nothing) once m_error is set.
class Parser {
public:
    Parser(std::string_view text, std::string file, int firstLine)
        : m_text(text)
        , m_file(std::move(file))
        , m_line(firstLine) {}

    Result<Value> members() {
        Value record = start(Value::Kind::Record);
        if (!entries(record, 0))
            return fail(*m_error);
        if (m_at < m_text.size())
            return fail(error("There is a closing brace too many", "Remove it"));
        return record;
    }

    Result<Value> single() {
        skip();
        std::optional<Value> read = value(0);
        if (!read)
            return fail(*m_error);
        skip();
        if (m_at < m_text.size())
            return fail(error(fmt::format("{} follows the value", shown(peek())), "Remove it"));
        return std::move(*read);
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void advance() {
        if (m_text[m_at++] == '\n') {
            ++m_line;
            m_lineStart = m_at;
        }
    }
    int column() const { return static_cast<int>(m_at - m_lineStart) + 1; }

    Error error(std::string message, std::string advice) const {
        return Error{ErrorCode::Invalid, std::move(message), std::move(advice), m_file, m_line, column()};
    }
    bool refuse(std::string message, std::string advice) {
        if (!m_error)
            m_error = error(std::move(message), std::move(advice));
        return false;
    }
    Value start(Value::Kind kind) const {
        Value value;
        value.kind = kind;
        value.line = m_line;
        value.column = column();
        return value;
    }

    /// Blanks, newlines, commas and comments.
    void skip() {
        while (m_at < m_text.size()) {
            const char c = peek();
            if (c == '#')
                while (m_at < m_text.size() && peek() != '\n')
                    advance();
            else if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',')
                advance();
            else
                return;
        }
    }
    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\r')
            advance();
    }

    bool entries(Value& record, int depth) {
        if (depth > kDeepest)
            return refuse("The text is nested too deeply", "Objects of a project are nested only a few levels");
        for (skip(); m_at < m_text.size() && peek() != '}'; skip())
            if (!entry(record, depth))
                return false;
        return true;
    }

    bool entry(Value& record, int depth) {
        const Value place = start(Value::Kind::Nothing);
        std::string name;
        if (peek() == '"') {
            if (!quoted(name))
                return false;
        } else if (isLetter(peek())) {
            name = run(isWordPart);
        } else if (isNumberStart(peek())) {
            name = run(isNumberPart);
        } else {
            return refuse(fmt::format("{} cannot begin an entry", shown(peek())),
                          "Write \"name: value\" or \"name {\"");
        }
        skipBlanks();
        if (peek() == ':') {
            advance();
            return property(record, name, place, depth);
        }
        return block(record, name, place, depth);
    }

    bool property(Value& record, const std::string& name, const Value& place, int depth) {
        skipBlanks();
        std::optional<Value> read;
        if (peek() == '\n' || peek() == '#') {
            skip();
            if (peek() != '|')
                return refuse(fmt::format("{} has no value", name),
                              "Write it behind the colon, or as lines that begin with |");
            read = textLines();
        } else {
            read = value(depth + 1);
        }
        if (!read)
            return false;
        if (record.find(name))
            return refuseAt(place, fmt::format("{} is given twice", name), "Keep one of them");
        record.members.emplace_back(name, std::move(*read));
        return true;
    }

    bool block(Value& record, const std::string& name, const Value& place, int depth) {
        Value item = place;
        item.kind = Value::Kind::Record;
        if (isNumberStart(peek())) {
            Value id = start(Value::Kind::Number);
            id.text = run(isNumberPart);
            item.members.emplace_back("id", std::move(id));
            skipBlanks();
        }
        if (peek() != '{')
            return refuse(fmt::format("\"{}\" is followed by neither \":\" nor \"{{\"", name),
                          "Write \"name: value\" or \"name {\"");
        advance();
        if (!entries(item, depth + 1))
            return false;
        if (peek() != '}')
            return refuseAt(place, fmt::format("The block {} is not closed", name), "Add \"}\" at its end");
        advance();
        if (record.members.empty() || record.members.back().first != name) {
            if (record.find(name))
                return refuseAt(place, fmt::format("The block {} stands apart from the others of its kind", name),
                                "Move it next to them");
            Value list = place;
            list.kind = Value::Kind::List;
            record.members.emplace_back(name, std::move(list));
        }
        Value& list = record.members.back().second;
        if (list.kind != Value::Kind::List)
            return refuseAt(place, fmt::format("{} is given twice", name), "Keep one of them");
        list.items.push_back(std::move(item));
        return true;
    }

    std::optional<Value> value(int depth) {
        if (depth > kDeepest) {
            refuse("The text is nested too deeply", "Objects of a project are nested only a few levels");
            return std::nullopt;
        }
        const char c = peek();
        Value read = start(Value::Kind::Nothing);
        if (c == '"') {
            read.kind = Value::Kind::String;
            if (!quoted(read.text))
                return std::nullopt;
        } else if (c == '[') {
            read.kind = Value::Kind::List;
            if (!list(read, depth))
                return std::nullopt;
        } else if (c == '{') {
            advance();
            read.kind = Value::Kind::Record;
            if (!entries(read, depth))
                return std::nullopt;
            if (peek() != '}') {
                refuseAt(read, "The record is not closed", "Add \"}\" at its end");
                return std::nullopt;
            }
            advance();
        } else if (isNumberStart(c)) {
            read.kind = Value::Kind::Number;
            read.text = run(isNumberPart);
        } else if (isLetter(c)) {
            read.kind = Value::Kind::Word;
            read.text = run(isWordPart);
        } else {
            refuse(m_at < m_text.size() ? fmt::format("{} cannot begin a value", shown(c))
                                        : "The text ends before a value",
                   "Write a word, a number, a string in double quotes, a [list] or a {record}");
            return std::nullopt;
        }
        return read;
    }

    bool list(Value& read, int depth) {
        advance();
        for (skip(); m_at < m_text.size() && peek() != ']'; skip()) {
            std::optional<Value> item = value(depth + 1);
            if (!item)
                return false;
            read.items.push_back(std::move(*item));
        }
        if (peek() != ']')
            return refuseAt(read, "The list is not closed", "Add \"]\" at its end");
        advance();
        return true;
    }

    std::string run(bool (*part)(char)) {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && part(peek()))
            advance();
        return std::string(m_text.substr(begin, m_at - begin));
    }

    /// Lines that begin with "|", each followed by one blank unless it is empty.
    std::optional<Value> textLines() {
        Value read = start(Value::Kind::String);
        for (bool first = true;; first = false) {
            const std::size_t mark = m_at;
            const std::size_t markStart = m_lineStart;
            const int markLine = m_line;
            skipBlanks();
            if (peek() != '|') {
                m_at = mark;
                m_lineStart = markStart;
                m_line = markLine;
                return read;
            }
            advance();
            if (peek() == ' ')
                advance();
            std::size_t end = m_text.find('\n', m_at);
            end = end == std::string_view::npos ? m_text.size() : end;
            std::size_t length = end - m_at;
            if (length > 0 && m_text[end - 1] == '\r')
                --length; // a file that went through an editor of another system
            read.text += (first ? "" : "\n") + std::string(m_text.substr(m_at, length));
            m_at = end;
            if (m_at < m_text.size())
                advance();
        }
    }

    bool quoted(std::string& out) {
        const Value place = start(Value::Kind::String);
        advance();
        while (m_at < m_text.size() && peek() != '"') {
            if (peek() == '\n')
                return refuseAt(place, "The string does not end on its line", "Close it with a double quote");
            if (peek() != '\\') {
                out += peek();
                advance();
                continue;
            }
            advance();
            if (!escape(out))
                return false;
        }
        if (m_at >= m_text.size())
            return refuseAt(place, "The string does not end", "Close it with a double quote");
        advance();
        return true;
    }

    bool escape(std::string& out) {
        static constexpr std::string_view kFrom = "\"\\/bfnrt";
        static constexpr std::string_view kTo = "\"\\/\b\f\n\r\t";
        const char c = peek();
        if (const std::size_t at = m_at < m_text.size() ? kFrom.find(c) : std::string_view::npos;
            at != std::string_view::npos) {
            out += kTo[at];
            advance();
            return true;
        }
        if (c != 'u')
            return refuse(fmt::format("\\ followed by {} means nothing", shown(c)), "Write \\\\ for a backslash");
        advance();
        std::uint32_t code = 0;
        if (!hex4(code))
            return false;
        if (code >= 0xd800 && code < 0xdc00 && m_text.substr(m_at, 2) == "\\u") {
            m_at += 2;
            std::uint32_t low = 0;
            if (!hex4(low))
                return false;
            if (low < 0xdc00 || low > 0xdfff)
                return refuse("The second half of a surrogate pair is missing", "Write the character itself");
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        }
        if (code >= 0xd800 && code <= 0xdfff)
            return refuse("Half a surrogate pair is no character", "Write the character itself");
        appendUtf8(out, code);
        return true;
    }

    bool hex4(std::uint32_t& code) {
        code = 0;
        for (int i = 0; i < 4; ++i) {
            const char c = peek();
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0)
                return refuse("\\u needs four hexadecimal digits", "Write for example \\u00e9");
            code = code * 16 + static_cast<std::uint32_t>(digit);
            advance();
        }
        return true;
    }

    static void appendUtf8(std::string& out, std::uint32_t code) {
        const auto add = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
        if (code < 0x80) {
            add(code);
        } else if (code < 0x800) {
            add(0xc0 | (code >> 6));
            add(0x80 | (code & 0x3f));
        } else if (code < 0x10000) {
            add(0xe0 | (code >> 12));
            add(0x80 | ((code >> 6) & 0x3f));
            add(0x80 | (code & 0x3f));
        } else {
            add(0xf0 | (code >> 18));
            add(0x80 | ((code >> 12) & 0x3f));
            add(0x80 | ((code >> 6) & 0x3f));
            add(0x80 | (code & 0x3f));
        }
    }

    bool refuseAt(const Value& place, std::string message, std::string advice) {
        refuse(std::move(message), std::move(advice));
        m_error->line = place.line;
        m_error->column = place.column;
        return false;
    }

    std::string_view m_text;
    std::string m_file;
    std::size_t m_at = 0;
    std::size_t m_lineStart = 0;
    int m_line = 1;
    std::optional<Error> m_error;
};

} // namespace

Result<Value> parseMembers(std::string_view text, const std::string& file, int firstLine) {
    return Parser(text, file, firstLine).members();
}

Result<Value> parseValue(std::string_view text, const std::string& file) {
    return Parser(text, file, 1).single();
}

} // namespace shardscape::model
