// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/sql_pieces.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace shardscape::model {
namespace {

constexpr auto kNone = std::string_view::npos;

bool isWordStart(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool isWordPart(char c) {
    return isWordStart(c) || std::isdigit(static_cast<unsigned char>(c)) || c == '$';
}

class Splitter {
public:
    Splitter(std::string_view text, const std::stop_token& stop)
        : m_text(text)
        , m_stop(stop) {}

    std::vector<SqlPiece> run() {
        while (skipBlank() && m_at < m_text.size()) {
            if (m_stop.stop_requested())
                return std::move(m_pieces);
            if (m_text[m_at] == '\\')
                metaCommand();
            else if (m_text[m_at] == ';')
                m_gap = ++m_at;
            else
                statement();
        }
        if (m_unfinished != kNone)
            emit(PieceKind::Unfinished, m_unfinished, m_text.size());
        else
            emit(PieceKind::End, m_text.size(), m_text.size());
        return std::move(m_pieces);
    }

private:
    void emit(PieceKind kind, std::size_t begin, std::size_t end) {
        SqlPiece piece;
        piece.kind = kind;
        piece.text = m_text.substr(begin, end - begin);
        piece.leading = m_text.substr(m_gap, begin - std::min(begin, m_gap));
        piece.offset = begin;
        piece.structure = m_structure;
        piece.firstWord = m_words.empty() ? std::string() : m_words.front();
        m_pieces.push_back(std::move(piece));
        m_gap = end;
    }

    /// Skips blanks and comments; false when a comment does not end.
    bool skipBlank() {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (std::isspace(static_cast<unsigned char>(c)))
                ++m_at;
            else if (!startsComment())
                break;
            else if (!skipComment())
                return false;
        }
        return true;
    }
    bool startsComment() const {
        const std::string_view two = m_text.substr(m_at, 2);
        return two == "--" || two == "/*";
    }
    bool skipComment() {
        if (m_text[m_at] == '-') {
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
            return true;
        }
        const std::size_t start = m_at;
        int depth = 0;
        do {
            m_at = m_text.find_first_of("*/", m_at);
            if (m_at == kNone || m_at + 1 >= m_text.size())
                return stopUnfinished(start);
            const std::string_view two = m_text.substr(m_at, 2);
            depth += two == "/*" ? 1 : two == "*/" ? -1 : 0;
            m_at += two == "/*" || two == "*/" ? 2 : 1;
        } while (depth > 0);
        return true;
    }
    bool stopUnfinished(std::size_t start) {
        m_unfinished = start;
        m_at = m_text.size();
        return false;
    }

    void metaCommand() {
        const std::size_t start = m_at;
        m_at = std::min(m_text.find('\n', m_at), m_text.size());
        m_words.clear();
        m_structure = 0;
        emit(PieceKind::Meta, start, m_at);
    }

    void statement() {
        const std::size_t start = m_at;
        std::size_t end = start; // behind the last character that counts
        m_words.clear();
        m_structure = 0;
        int parentheses = 0;
        int blocks = 0; // BEGIN ATOMIC … END, CASE … END within it
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (std::isspace(static_cast<unsigned char>(c))) {
                ++m_at;
                continue;
            }
            if (startsComment()) {
                if (!skipComment())
                    return;
                continue;
            }
            if (c == ';' && blocks == 0 && (parentheses <= 0 || !isRule()))
                break;
            if (c == '\\' && end > start && m_at + 1 < m_text.size() && isWordStart(m_text[m_at + 1]))
                break; // \g and its like end the statement
            if (!token(parentheses, blocks))
                return;
            end = m_at;
        }
        finish(start, end);
    }

    /// Moves behind the token at m_at; false when it does not end.
    bool token(int& parentheses, int& blocks) {
        const char c = m_text[m_at];
        if (c == '\'' || c == '"')
            return quoted(c, false);
        if (c == '$' && dollarTag() != kNone)
            return dollarQuoted();
        if (isWordStart(c)) {
            const std::size_t start = m_at;
            while (m_at < m_text.size() && isWordPart(m_text[m_at]))
                ++m_at;
            const std::size_t length = m_at - start;
            m_structure += length;
            if (length == 1 && (c == 'e' || c == 'E') && m_at < m_text.size() && m_text[m_at] == '\'')
                return quoted('\'', true);
            word(m_text.substr(start, length), blocks);
            return true;
        }
        if (std::isdigit(static_cast<unsigned char>(c))) {
            while (m_at < m_text.size() && isWordPart(m_text[m_at]) && m_text[m_at] != '$')
                ++m_at, ++m_structure;
            return true;
        }
        parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
        ++m_at;
        ++m_structure;
        return true;
    }

    bool quoted(char quote, bool escapes) {
        const std::size_t start = m_at++;
        while (true) {
            m_at = escapes ? m_text.find_first_of("'\\", m_at) : m_text.find(quote, m_at);
            if (m_at == kNone)
                return stopUnfinished(start);
            if (m_text[m_at] == '\\') {
                m_at += 2;
                if (m_at > m_text.size())
                    return stopUnfinished(start);
                continue;
            }
            ++m_at;
            if (m_at >= m_text.size() || m_text[m_at] != quote)
                return true;
            ++m_at;
        }
    }
    /// The end of "$tag$" at m_at; none when it is a parameter or a lone dollar.
    std::size_t dollarTag() const {
        std::size_t at = m_at + 1;
        if (at < m_text.size() && std::isdigit(static_cast<unsigned char>(m_text[at])))
            return kNone;
        while (at < m_text.size() && m_text[at] != '$' && isWordPart(m_text[at]))
            ++at;
        return at < m_text.size() && m_text[at] == '$' ? at + 1 : kNone;
    }
    bool dollarQuoted() {
        const std::size_t start = m_at;
        const std::string_view tag = m_text.substr(start, dollarTag() - start);
        const std::size_t close = m_text.find(tag, start + tag.size());
        if (close == kNone)
            return stopUnfinished(start);
        m_at = close + tag.size();
        return true;
    }

    void word(std::string_view written, int& blocks) {
        std::string lower(written.substr(0, 32));
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
        if (isRoutine()) {
            if (lower == "atomic" && m_previous == "begin")
                blocks = std::max(blocks, 1);
            else if (blocks > 0 && (lower == "case" || lower == "begin"))
                ++blocks;
            else if (blocks > 0 && lower == "end")
                --blocks;
        }
        if (lower == "stdin" && m_previous == "from")
            m_fromStdin = true;
        m_previous = lower;
        if (m_words.size() < 4)
            m_words.push_back(std::move(lower));
    }
    bool begins(std::string_view object) const {
        if (m_words.size() < 2 || m_words[0] != "create")
            return false;
        return m_words[1] == object || (m_words.size() == 4 && m_words[1] == "or" && m_words[3] == object);
    }
    bool isRule() const { return begins("rule"); }
    bool isRoutine() const { return begins("function") || begins("procedure"); }

    void finish(std::size_t start, std::size_t end) {
        const std::string first = m_words.empty() ? std::string() : m_words.front();
        const bool copiesIn = first == "copy" && std::exchange(m_fromStdin, false);
        m_fromStdin = false;
        m_previous.clear();
        if (m_at < m_text.size() && m_text[m_at] == ';')
            ++m_at;
        if (copiesIn)
            skipCopyData();
        emit(copiesIn || first == "insert" ? PieceKind::Data : PieceKind::Statement, start, end);
        m_gap = m_at;
    }
    void skipCopyData() {
        m_at = m_text.find('\n', m_at);
        while (m_at != kNone && m_at < m_text.size()) {
            const std::size_t line = m_at + 1;
            m_at = m_text.find('\n', line);
            const std::string_view content = m_text.substr(line, std::min(m_at, m_text.size()) - line);
            if (content == "\\." || content == "\\.\r")
                break;
        }
        m_at = std::min(m_at, m_text.size());
    }

    std::string_view m_text;
    const std::stop_token& m_stop;
    std::size_t m_at = 0;
    std::size_t m_gap = 0; ///< where the comments in front of the next piece begin
    std::size_t m_unfinished = kNone;
    std::size_t m_structure = 0;
    std::vector<std::string> m_words; ///< the first few of the statement
    std::string m_previous;
    bool m_fromStdin = false;
    std::vector<SqlPiece> m_pieces;
};

} // namespace

std::vector<SqlPiece> splitSql(std::string_view text, const std::stop_token& stop) {
    return Splitter(text, stop).run();
}

} // namespace shardscape::model
