// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/import_draft.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "model/exchange/import/text_tokens.h"

namespace shardscape::model {
namespace {

struct Word {
    std::string_view word;
    TypeKind kind;
};

/// Words that drawings use for types, in lower case: those of SQL and its dialects, of programming languages, and of
/// this project's own diagrams.
constexpr std::array<Word, 70> kWords{{{"uuid", TypeKind::Uuid},
                                       {"guid", TypeKind::Uuid},
                                       {"uniqueidentifier", TypeKind::Uuid},
                                       {"bool", TypeKind::Bool},
                                       {"boolean", TypeKind::Bool},
                                       {"tinyint", TypeKind::Int16},
                                       {"smallint", TypeKind::Int16},
                                       {"int2", TypeKind::Int16},
                                       {"int16", TypeKind::Int16},
                                       {"short", TypeKind::Int16},
                                       {"smallserial", TypeKind::Int16},
                                       {"mediumint", TypeKind::Int32},
                                       {"int", TypeKind::Int32},
                                       {"int4", TypeKind::Int32},
                                       {"int32", TypeKind::Int32},
                                       {"integer", TypeKind::Int32},
                                       {"number", TypeKind::Decimal},
                                       {"serial", TypeKind::Int32},
                                       {"bigint", TypeKind::Int64},
                                       {"int8", TypeKind::Int64},
                                       {"int64", TypeKind::Int64},
                                       {"long", TypeKind::Int64},
                                       {"bigserial", TypeKind::Int64},
                                       {"float", TypeKind::Double},
                                       {"float4", TypeKind::Float},
                                       {"real", TypeKind::Float},
                                       {"float8", TypeKind::Double},
                                       {"double", TypeKind::Double},
                                       {"double precision", TypeKind::Double},
                                       {"decimal", TypeKind::Decimal},
                                       {"numeric", TypeKind::Decimal},
                                       {"money", TypeKind::Decimal},
                                       {"varchar", TypeKind::String},
                                       {"char", TypeKind::String},
                                       {"character", TypeKind::String},
                                       {"character varying", TypeKind::String},
                                       {"nvarchar", TypeKind::String},
                                       {"nchar", TypeKind::String},
                                       {"string", TypeKind::String},
                                       {"text", TypeKind::Text},
                                       {"tinytext", TypeKind::Text},
                                       {"mediumtext", TypeKind::Text},
                                       {"longtext", TypeKind::Text},
                                       {"clob", TypeKind::Text},
                                       {"binary", TypeKind::Binary},
                                       {"varbinary", TypeKind::Binary},
                                       {"blob", TypeKind::Binary},
                                       {"tinyblob", TypeKind::Binary},
                                       {"mediumblob", TypeKind::Binary},
                                       {"longblob", TypeKind::Binary},
                                       {"bytea", TypeKind::Binary},
                                       {"bytes", TypeKind::Binary},
                                       {"date", TypeKind::Date},
                                       {"time", TypeKind::Time},
                                       {"timetz", TypeKind::Time},
                                       {"time without time zone", TypeKind::Time},
                                       {"time with time zone", TypeKind::Time},
                                       {"datetime", TypeKind::Timestamp},
                                       {"datetime2", TypeKind::Timestamp},
                                       {"timestamp", TypeKind::Timestamp},
                                       {"timestamptz", TypeKind::Timestamp},
                                       {"timestamp without time zone", TypeKind::Timestamp},
                                       {"timestamp with time zone", TypeKind::Timestamp},
                                       {"interval", TypeKind::Interval},
                                       {"json", TypeKind::Json},
                                       {"jsonb", TypeKind::Json},
                                       {"point", TypeKind::GeoPoint},
                                       {"geopoint", TypeKind::GeoPoint},
                                       {"geo_point", TypeKind::GeoPoint},
                                       {"array", TypeKind::Other}}};

int numberAt(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::max(0, value);
}

/// "20" and "2" of "(20, 2)"; empty for anything but one or two numbers.
std::vector<int> numbersIn(std::string_view list) {
    std::vector<int> out;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        std::string_view part = list.substr(0, comma);
        while (!part.empty() && part.front() == ' ')
            part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ')
            part.remove_suffix(1);
        if (part.empty() || part.size() > 9 ||
            !std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return {};
        out.push_back(numberAt(part));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return out.size() > 2 ? std::vector<int>() : out;
}

void applyNumbers(Type& type, const std::string& word, const std::vector<int>& numbers) {
    switch (type.kind) {
    case TypeKind::String:
        type.fixedLength = (word == "char" || word == "character" || word == "nchar");
        type.length = numbers.empty() ? (type.fixedLength ? 1 : 0) : numbers[0];
        break;
    case TypeKind::Decimal:
        if (!numbers.empty()) {
            type.precision = numbers[0];
            type.scale = numbers.size() > 1 ? numbers[1] : 0;
        }
        break;
    case TypeKind::Time:
    case TypeKind::Timestamp:
        type.precision = numbers.empty() ? -1 : numbers[0];
        type.withTimeZone = word.ends_with("tz") || word.find("with time zone") != std::string::npos;
        break;
    case TypeKind::Json: type.binary = word != "json"; break;
    default: break;
    }
}

Type scalarOfWords(const std::string& words, const Project& names, const std::string& schema) {
    Type type;
    for (const EnumType& known : names.enums)
        if ((known.name == words && (known.schema == schema || known.schema.empty() || known.schema == "public")) ||
            known.schema + "." + known.name == words) {
            type.kind = TypeKind::Enum;
            type.enumeration = known.id;
            return type;
        }
    std::string word = lowered(words);
    std::vector<int> numbers;
    bool plain = true;
    const std::size_t open = word.find('(');
    const std::size_t close = word.find(')', open == std::string::npos ? 0 : open);
    if (open != std::string::npos && close != std::string::npos) {
        numbers = numbersIn(std::string_view(word).substr(open + 1, close - open - 1));
        plain = !numbers.empty();
        word = word.substr(0, open) + word.substr(close + 1);
    }
    while (!word.empty() && word.back() == ' ')
        word.pop_back();
    const auto known = std::find_if(kWords.begin(), kWords.end(), [&](const Word& w) { return w.word == word; });
    if (!plain || known == kWords.end() || known->kind == TypeKind::Other) {
        type.kind = TypeKind::Other;
        type.native = words;
        return type;
    }
    type.kind = known->kind;
    applyNumbers(type, word, numbers);
    return type;
}

} // namespace

Type typeOfWords(const std::string& words, const Project& names, const std::string& schema) {
    if (words.size() > 2 && words.ends_with("[]")) {
        Type type;
        type.kind = TypeKind::Array;
        // "int[][]" nests; a name of nothing but brackets ends the recursion because it gets shorter.
        type.element = std::make_shared<const Type>(
            typeOfWords(words.substr(0, words.size() > 400 ? 0 : words.size() - 2), names, schema));
        return type;
    }
    return scalarOfWords(words, names, schema);
}

} // namespace shardscape::model
