// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/csv.h"

namespace shardscape::model {

bool CsvReader::readLine() {
    if (!std::getline(m_in, m_text))
        return false;
    if (m_lastLine++ == 0 && m_text.starts_with("\xEF\xBB\xBF"))
        m_text.erase(0, 3);
    return true;
}

Result<bool> CsvReader::next(std::vector<std::string>& fields) {
    std::size_t count = 0;
    const auto field = [&]() -> std::string& {
        if (count == fields.size())
            fields.emplace_back();
        fields[count].clear(); // keeps its memory for the next record
        return fields[count++];
    };
    do {
        if (!readLine()) {
            fields.clear();
            if (m_in.bad())
                return fail({ErrorCode::Io, "the file cannot be read to its end", "is it a file?", {}, m_lastLine, 0});
            return false;
        }
    } while (m_text.empty() || m_text == "\r");
    m_line = m_lastLine;
    std::string* into = &field();
    bool quoted = false;
    for (std::size_t at = 0;; ++at) {
        if (at == m_text.size()) {
            if (!quoted)
                break;
            *into += '\n';
            if (!readLine())
                return fail({ErrorCode::Invalid,
                             "a quote that opens here does not close",
                             "close it, or double it",
                             {},
                             m_line,
                             1});
            at = static_cast<std::size_t>(-1);
            continue;
        }
        const char c = m_text[at];
        if (quoted && c == '"' && at + 1 < m_text.size() && m_text[at + 1] == '"')
            *into += m_text[++at];
        else if (c == '"' && (quoted || into->empty()))
            quoted = !quoted;
        else if (c == ',' && !quoted)
            into = &field();
        else if (c != '\r' || quoted || at + 1 < m_text.size())
            *into += c;
    }
    fields.resize(count);
    return true;
}

} // namespace shardscape::model
