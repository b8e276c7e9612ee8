// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace shardscape::model {

enum class PieceKind {
    Statement,  ///< one SQL statement, without its semicolon
    Data,       ///< INSERT, or COPY … FROM stdin with its lines of data: rows, not schema
    Meta,       ///< a command of psql, "\connect shop"
    Unfinished, ///< the text ends within a quoted string, name or comment that starts at "offset"
    End,        ///< the end of the text, with the comments in front of it
};

/// A piece of an SQL script. Views point into the text that was split.
struct SqlPiece {
    PieceKind kind = PieceKind::Statement;
    std::string_view text;     ///< from the first to the last character that is not blank or comment
    std::string_view leading;  ///< blanks and comments between the previous piece and this one
    std::size_t offset = 0;    ///< of text in the whole, in bytes
    std::size_t structure = 0; ///< bytes of text outside quotes and comments: bounds how deep it can nest
    std::string firstWord;     ///< lower case
};

/// Cuts a script into its statements as psql would (standard_conforming_strings on): quotes, dollar quotes, nested
/// comments, BEGIN ATOMIC bodies, semicolons within the parentheses of a rule, COPY data, backslash commands. Never
/// fails; one pass. When the token wants it the rest is left out, without a piece of kind End.
std::vector<SqlPiece> splitSql(std::string_view text, const std::stop_token& stop = {});

} // namespace shardscape::model
