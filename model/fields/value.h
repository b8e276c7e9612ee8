// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/base/result.h"

namespace shardscape::model {

/// A value of the text form: what every object of a project is turned into before it is written, and what a file is
/// read into before it becomes objects. The grammar (README of this folder) includes JSON.
struct Value {
    enum class Kind {
        Nothing,
        Word,   ///< true, int64, read-your-writes
        Number, ///< as written: integers stay exact, floats are the shortest text that reads back equal
        String,
        List,
        Record, ///< members in order; a name comes once
    };
    Kind kind = Kind::Nothing;
    std::string text;                                   ///< Word, Number, String
    std::vector<Value> items;                           ///< List
    std::vector<std::pair<std::string, Value>> members; ///< Record
    int line = 0;                                       ///< where it was read, 1-based; 0 when it was not
    int column = 0;

    const Value* find(std::string_view name) const;
    /// What the value is, for messages: "a list".
    const char* kindName() const;

    static Value word(std::string text) { return scalar(Kind::Word, std::move(text)); }
    static Value number(std::string text) { return scalar(Kind::Number, std::move(text)); }
    static Value string(std::string text) { return scalar(Kind::String, std::move(text)); }
    static Value list() { return scalar(Kind::List, {}); }
    static Value record() { return scalar(Kind::Record, {}); }

private:
    static Value scalar(Kind kind, std::string text) {
        Value value;
        value.kind = kind;
        value.text = std::move(text);
        return value;
    }
};

/// The members of a record as text, one entry a line, objects as blocks. Ends with a newline.
std::string printMembers(const Value& record);
/// A value on one line of the text form: {kind: int64}.
std::string printInline(const Value& value);
/// A value as JSON on one line; words become strings, except true and false.
std::string printJson(const Value& value);

/// Reads the members of a record. "firstLine" is the number of the text's first line in the file.
/// Errors: Invalid with file, line, column and advice. Nesting deeper than 64 is refused.
Result<Value> parseMembers(std::string_view text, const std::string& file, int firstLine = 1);
/// Reads one value, of which JSON is a special case.
Result<Value> parseValue(std::string_view text, const std::string& file = {});

} // namespace shardscape::model
