// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/type_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

namespace shardscape::app {
namespace {

using model::Type;
using model::TypeKind;

struct Word {
    const char* text;
    TypeKind kind;
    bool zone = false;
    bool binary = true;
    bool fixed = false;
};
/// The first word of a kind is the one that is shown.
constexpr std::array<Word, 46> kWords{{
    {"uuid", TypeKind::Uuid},
    {"bigint", TypeKind::Int64},
    {"integer", TypeKind::Int32},
    {"smallint", TypeKind::Int16},
    {"boolean", TypeKind::Bool},
    {"varchar", TypeKind::String},
    {"char", TypeKind::String, false, true, true},
    {"text", TypeKind::Text},
    {"timestamptz", TypeKind::Timestamp, true},
    {"timestamp", TypeKind::Timestamp},
    {"date", TypeKind::Date},
    {"timetz", TypeKind::Time, true},
    {"time", TypeKind::Time},
    {"interval", TypeKind::Interval},
    {"numeric", TypeKind::Decimal},
    {"real", TypeKind::Float},
    {"double", TypeKind::Double},
    {"bytea", TypeKind::Binary},
    {"jsonb", TypeKind::Json},
    {"json", TypeKind::Json, false, false},
    {"geo_point", TypeKind::GeoPoint},
    {"bool", TypeKind::Bool},
    {"int", TypeKind::Int32},
    {"int2", TypeKind::Int16},
    {"int4", TypeKind::Int32},
    {"int8", TypeKind::Int64},
    {"int16", TypeKind::Int16},
    {"int32", TypeKind::Int32},
    {"int64", TypeKind::Int64},
    {"float", TypeKind::Double},
    {"float4", TypeKind::Float},
    {"float8", TypeKind::Double},
    {"double precision", TypeKind::Double},
    {"decimal", TypeKind::Decimal},
    {"string", TypeKind::String},
    {"character varying", TypeKind::String},
    {"character", TypeKind::String, false, true, true},
    {"bpchar", TypeKind::String, false, true, true},
    {"bytes", TypeKind::Binary},
    {"blob", TypeKind::Binary},
    {"timestamp with time zone", TypeKind::Timestamp, true},
    {"timestamp without time zone", TypeKind::Timestamp},
    {"time with time zone", TypeKind::Time, true},
    {"time without time zone", TypeKind::Time},
    {"datetime", TypeKind::Timestamp},
    {"geopoint", TypeKind::GeoPoint},
}};

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\n");
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

std::string shownWord(const Type& type) {
    for (const Word& word : kWords)
        if (word.kind == type.kind && word.zone == type.withTimeZone &&
            (type.kind != TypeKind::Json || word.binary == type.binary) &&
            (type.kind != TypeKind::String || word.fixed == type.fixedLength))
            return word.text;
    return model::name(type.kind);
}

std::optional<int> number(const std::string& text) {
    const std::string digits = trimmed(text);
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value < 0)
        return std::nullopt;
    return value;
}

/// A word with what stood in parentheses taken out: "varchar(30)" → "varchar", {"30"}.
struct Written {
    std::string word;
    std::vector<std::string> arguments;
};
Written split(const std::string& text) {
    const auto open = text.find('(');
    const auto close = text.find(')', open == std::string::npos ? 0 : open);
    if (open == std::string::npos || close == std::string::npos)
        return {lower(trimmed(text)), {}};
    Written written{lower(trimmed(trimmed(text.substr(0, open)) + " " + trimmed(text.substr(close + 1)))), {}};
    std::string inside = text.substr(open + 1, close - open - 1);
    for (std::size_t comma; (comma = inside.find(',')) != std::string::npos; inside = inside.substr(comma + 1))
        written.arguments.push_back(inside.substr(0, comma));
    written.arguments.push_back(inside);
    return written;
}

} // namespace

std::string typeText(const model::Project& project, const Type& type) {
    if (!type.native.empty())
        return type.native;
    switch (type.kind) {
    case TypeKind::Array: return (type.element ? typeText(project, *type.element) : std::string("?")) + "[]";
    case TypeKind::Enum: {
        const model::EnumType* found = project.enums.find(type.enumeration);
        return found ? found->name : "enum";
    }
    case TypeKind::String:
        return type.length > 0 ? shownWord(type) + "(" + std::to_string(type.length) + ")" : shownWord(type);
    case TypeKind::Decimal:
        return type.precision <= 0 ? shownWord(type)
               : type.scale == 0
                   ? shownWord(type) + "(" + std::to_string(type.precision) + ")"
                   : shownWord(type) + "(" + std::to_string(type.precision) + "," + std::to_string(type.scale) + ")";
    case TypeKind::Timestamp:
    case TypeKind::Time:
        return type.precision > 0 ? shownWord(type) + "(" + std::to_string(type.precision) + ")" : shownWord(type);
    default: return shownWord(type);
    }
}

model::Result<Type> parseType(const model::Project& project, const std::string& given) {
    const std::string text = trimmed(given);
    if (text.empty())
        return model::fail(model::ErrorCode::Invalid, "A column needs a type",
                           "Write one, for example bigint or varchar(80)");
    if (text.size() > 2 && text.ends_with("[]")) {
        model::Result<Type> element = parseType(project, text.substr(0, text.size() - 2));
        if (!element)
            return element;
        Type array;
        array.kind = TypeKind::Array;
        array.element = std::make_shared<const Type>(std::move(*element));
        return array;
    }
    Type type;
    for (const model::EnumType& known : project.enums)
        if (known.name == text) {
            type.kind = TypeKind::Enum;
            type.enumeration = known.id;
            return type;
        }
    const Written written = split(text);
    const auto word = std::find_if(kWords.begin(), kWords.end(), [&](const Word& w) { return written.word == w.text; });
    if (word == kWords.end()) {
        type.kind = TypeKind::Other;
        type.native = text;
        return type;
    }
    type.kind = word->kind;
    type.withTimeZone = word->zone;
    type.binary = word->binary;
    type.fixedLength = word->fixed;
    std::vector<int> arguments;
    for (const std::string& argument : written.arguments) {
        const std::optional<int> value = number(argument);
        if (!value)
            return model::fail(model::ErrorCode::Invalid,
                               "\"" + trimmed(argument) + "\" in " + text + " is not a whole number",
                               "Write lengths and precisions as digits, for example varchar(80) or numeric(12,2)");
        arguments.push_back(*value);
    }
    if (type.kind == TypeKind::String)
        type.length = arguments.empty() ? (type.fixedLength ? 1 : 0) : arguments[0];
    else if (!arguments.empty())
        type.precision = arguments[0];
    else if (type.kind == TypeKind::Timestamp || type.kind == TypeKind::Time)
        type.precision = -1;
    if (type.kind == TypeKind::Decimal && arguments.size() > 1)
        type.scale = arguments[1];
    return type;
}

std::vector<std::string> typeWords(const model::Project& project) {
    std::vector<std::string> words;
    for (const model::EnumType& known : project.enums)
        words.push_back(known.name);
    for (std::size_t i = 0; i < 21; ++i)
        words.push_back(kWords[i].text);
    return words;
}

} // namespace shardscape::app
