// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/workload_words.h"

#include <algorithm>
#include <cctype>

namespace shardscape::model {
namespace {

bool isSpace(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

class WordSplitter {
public:
    WordSplitter(std::string_view text, std::size_t offset)
        : m_text(text)
        , m_offset(offset) {}

    tl::expected<std::vector<Word>, PlacedError> run() {
        std::vector<Word> words;
        for (skipSpace(); m_at < m_text.size(); skipSpace()) {
            auto one = word(false);
            if (!one)
                return tl::unexpected(one.error());
            words.push_back(std::move(*one));
        }
        return words;
    }

private:
    void skipSpace() {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }
    tl::expected<Word, PlacedError> word(bool within) {
        Word out;
        out.offset = m_offset + m_at;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (isSpace(c) || (within && (c == ',' || c == ')')))
                break;
            if (c == '\'' || c == '"') {
                const std::size_t close = closing(c);
                if (close == std::string_view::npos)
                    return refuseAt(m_offset + m_at, "a quoted text does not end", "close it on the same line");
                out.text += m_text.substr(m_at, close + 1 - m_at);
                m_at = close + 1;
            } else if (c == '=' && out.key.empty() && !out.text.empty()) {
                out.key = std::exchange(out.text, {});
                ++m_at;
            } else if (c == '(') {
                if (const auto done = arguments(out); !done)
                    return tl::unexpected(done.error());
            } else if (c == ')') {
                return refuseAt(m_offset + m_at, "there is nothing that this parenthesis closes");
            } else {
                out.text += c;
                ++m_at;
            }
        }
        return out;
    }
    std::size_t closing(char quote) const {
        std::size_t at = m_text.find(quote, m_at + 1);
        while (at != std::string_view::npos && at + 1 < m_text.size() && m_text[at + 1] == quote)
            at = m_text.find(quote, at + 2);
        return at;
    }
    Placed arguments(Word& out) {
        const std::size_t open = m_at++;
        if (++m_depth > 8)
            return refuseAt(m_offset + open, "parentheses are nested too deeply");
        out.hasArguments = true;
        for (skipSpace(); m_at < m_text.size() && m_text[m_at] != ')'; skipSpace()) {
            auto one = word(true);
            if (!one)
                return tl::unexpected(one.error());
            out.arguments.push_back(std::move(*one));
            skipSpace();
            if (m_at < m_text.size() && m_text[m_at] == ',')
                ++m_at;
        }
        if (m_at >= m_text.size())
            return refuseAt(m_offset + open, "this parenthesis is not closed", "close it on the same line");
        ++m_at;
        --m_depth;
        return {};
    }

    std::string_view m_text;
    std::size_t m_offset;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

tl::expected<std::vector<Word>, PlacedError> splitWords(std::string_view text, std::size_t offset) {
    return WordSplitter(text, offset).run();
}

std::string unquoted(const std::string& text) {
    if (text.size() < 2 || (text.front() != '"' && text.front() != '\'') || text.back() != text.front())
        return text;
    std::string out;
    for (std::size_t at = 1; at + 1 < text.size(); ++at) {
        out += text[at];
        at += text[at] == text.front() && at + 2 < text.size() && text[at + 1] == text.front();
    }
    return out;
}

std::vector<std::string> splitList(const std::string& text) {
    std::vector<std::string> out{std::string()};
    char quote = 0;
    for (char c : text) {
        if (quote != 0 ? c == quote : c == '"' || c == '\'')
            quote = quote != 0 ? 0 : c;
        if (c == ',' && quote == 0)
            out.emplace_back();
        else
            out.back() += c;
    }
    std::erase(out, std::string());
    return out;
}

std::vector<std::string> nameParts(const std::string& text) {
    std::vector<std::string> parts{std::string()};
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"' && quoted && at + 1 < text.size() && text[at + 1] == '"')
            parts.back() += text[at++];
        else if (c == '"')
            quoted = !quoted;
        else if (c == '.' && !quoted)
            parts.emplace_back();
        else
            parts.back() += quoted ? c : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return parts;
}

} // namespace shardscape::model
