// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/typed_comments.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

namespace shardscape::model {
namespace {

struct Comment {
    std::string text; ///< without its marks, blanks as one
    int line = 0;
};

std::string plain(std::string_view raw) {
    std::string out;
    for (char c : raw) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

class Comments {
public:
    Comments(std::string_view text, bool sql)
        : m_text(text)
        , m_sql(sql) {}

    std::vector<Comment> all() {
        while (m_at < m_text.size()) {
            if (starts(m_sql ? "--" : "//"))
                comment(2, "\n");
            else if (starts("/*"))
                comment(2, "*/");
            else if (!m_sql && starts("'''"))
                skipTo("'''", 3);
            else if (const char quote = m_text[m_at]; quote == '\'' || quote == '"' || quote == '`')
                skipQuoted(quote);
            else if (m_sql && quote == '$' && skipDollar())
                continue;
            else
                ++m_at;
        }
        return std::move(m_found);
    }

private:
    bool starts(std::string_view what) const { return m_text.substr(m_at).starts_with(what); }
    void skipTo(std::string_view close, std::size_t from) {
        const std::size_t end = m_text.find(close, m_at + from);
        m_at = end == std::string_view::npos ? m_text.size() : end + close.size();
    }
    void skipQuoted(char quote) {
        for (++m_at; m_at < m_text.size() && m_text[m_at] != quote; ++m_at)
            if (!m_sql && m_text[m_at] == '\\')
                ++m_at;
        ++m_at;
    }
    /// A body between $tag$ and $tag$, if one begins here.
    bool skipDollar() {
        const std::size_t end =
            m_text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789", m_at + 1);
        if (end == std::string_view::npos || m_text[end] != '$')
            return false;
        const std::string_view tag = m_text.substr(m_at, end + 1 - m_at);
        skipTo(tag, tag.size());
        return true;
    }
    void comment(std::size_t open, std::string_view close) {
        const std::size_t begin = m_at;
        skipTo(close, open);
        std::string_view raw = m_text.substr(begin + open, m_at - begin - open);
        if (raw.ends_with(close))
            raw.remove_suffix(close.size());
        const int line = 1 + int(std::count(m_text.begin(), m_text.begin() + std::ptrdiff_t(begin), '\n'));
        if (std::string said = plain(raw); !said.empty())
            m_found.push_back({std::move(said), line});
    }

    std::string_view m_text;
    bool m_sql;
    std::size_t m_at = 0;
    std::vector<Comment> m_found;
};

} // namespace

Diagnostics typedComments(std::string_view text, std::string_view written, bool sql) {
    std::multiset<std::string> known;
    for (Comment& comment : Comments(written, sql).all())
        known.insert(std::move(comment.text));
    Diagnostics notes;
    for (const Comment& comment : Comments(text, sql).all()) {
        if (const auto at = known.find(comment.text); at != known.end()) {
            known.erase(at);
            continue;
        }
        notes.push_back({Severity::Warning, "", comment.line, 0,
                         fmt::format("The comment “{}” is not kept", comment.text),
                         sql ? "The model keeps what stands in COMMENT ON TABLE … or COMMENT ON COLUMN …"
                             : "The model keeps what stands in Note: '…' or [note: '…']"});
    }
    return notes;
}

} // namespace shardscape::model
