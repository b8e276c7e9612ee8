// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>

#include "app/cli/session.h"

namespace shardscape::app {
namespace {

std::size_t width(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool isNumeric(const std::string& text) {
    return text.empty() || text == "—" || text == "∞" || std::isdigit(static_cast<unsigned char>(text[0])) ||
           (text.size() > 1 && (text[0] == '-' || text[0] == '$') && std::isdigit(static_cast<unsigned char>(text[1])));
}

} // namespace

void TextTable::print(std::ostream& out) const {
    std::vector<std::size_t> widths(m_rows.front().size(), 0);
    std::vector<bool> rightAligned(widths.size(), m_rows.size() > 1);
    for (const auto& row : m_rows)
        for (std::size_t column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], width(row[column]));
            if (&row != &m_rows.front() && !isNumeric(row[column]))
                rightAligned[column] = false;
        }
    for (const auto& row : m_rows) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const std::string padding(widths[column] - width(row[column]), ' ');
            line += rightAligned[column] ? padding + row[column] : row[column] + padding;
            line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

} // namespace shardscape::app
