// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shardscape::model {

/// The tokens of an SQL text as PostgreSQL's lexer cuts it (manual, 4.1 "Lexical Structure"), without blanks and
/// comments.
struct SqlToken {
    enum class Kind { Word, Quoted, String, Number, Parameter, Symbol };
    Kind kind = Kind::Symbol;
    std::size_t begin = 0; ///< bytes in the text
    std::size_t end = 0;
    /// Word: folded to lower case. Quoted: without its quotes. Symbol: itself. Otherwise the text.
    std::string text;

    bool isName() const { return kind == Kind::Word || kind == Kind::Quoted; }
    bool isWord(std::string_view word) const { return kind == Kind::Word && text == word; }
    bool isSymbol(std::string_view symbol) const { return kind == Kind::Symbol && text == symbol; }
};

/// Never fails: an unfinished string or comment runs to the end of the text.
std::vector<SqlToken> sqlTokens(const std::string& text);

/// True for words that PostgreSQL 15 does not take as a column or table name without quotes (manual, appendix C).
bool isReservedSqlWord(const std::string& word);

} // namespace shardscape::model
