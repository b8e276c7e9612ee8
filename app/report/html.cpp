// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/html.h"

#include "app/report/words.h"

namespace shardscape::app {

std::string escapeHtml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        case '\t':
        case '\n': out += c; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
                out += "\xEF\xBF\xBD";
            else
                out += c;
        }
    }
    return out;
}

void HtmlTable::add(const std::vector<Cell>& cells) {
    m_body += "<tr>";
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const Cell& cell = cells[column];
        const bool number = column < m_columns.size() && m_columns[column].number;
        std::string classes = number ? "n" : "";
        if (!cell.style.empty())
            classes += (classes.empty() ? "" : " ") + cell.style;
        m_body += "<td";
        if (!classes.empty())
            m_body += " class=\"" + classes + "\"";
        if (!cell.title.empty())
            m_body += " title=\"" + escapeHtml(sayNumber(cell.title)) + "\"";
        m_body += ">" + escapeHtml(number ? say(cell.text) : cell.text) + "</td>";
    }
    m_body += "</tr>\n";
}

std::string HtmlTable::html() const {
    std::string out = "<table><thead><tr>";
    for (const Column& column : m_columns)
        out +=
            std::string("<th") + (column.number ? " class=\"n\"" : "") + ">" + escapeHtml(say(column.title)) + "</th>";
    return out + "</tr></thead><tbody>\n" + m_body + "</tbody></table>\n";
}

} // namespace shardscape::app
