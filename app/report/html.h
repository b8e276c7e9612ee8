// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shardscape::app {

/// Text made safe for HTML content and for attribute values in double quotes; control characters other than tab and
/// newline, which no version of HTML allows, become U+FFFD. Invalid UTF-8 is kept as it is.
std::string escapeHtml(std::string_view text);

/// A table under construction. Cells are text and are escaped; numbers go to the right. Titles and numbers are said in
/// the language of the report, other cells are taken as they are.
class HtmlTable {
public:
    struct Column {
        std::string title;
        bool number = false;
    };
    struct Cell {
        std::string text;
        std::string style = {}; ///< "good", "warn", "bad" or empty
        std::string title = {}; ///< tooltip: the exact value
        Cell(std::string t)
            : text(std::move(t)) {}
        Cell(const char* t)
            : text(t) {}
        Cell(std::string t, std::string s, std::string exact = {})
            : text(std::move(t))
            , style(std::move(s))
            , title(std::move(exact)) {}
    };

    explicit HtmlTable(std::vector<Column> columns)
        : m_columns(std::move(columns)) {}
    void add(const std::vector<Cell>& cells);
    std::string html() const;

private:
    std::vector<Column> m_columns;
    std::string m_body;
};

} // namespace shardscape::app
