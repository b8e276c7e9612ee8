// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/postgres_words.h"

#include <algorithm>
#include <array>

namespace shardscape::model {
namespace {

/// SELECT word FROM pg_get_keywords() WHERE catcode <> 'U' ORDER BY word COLLATE "C", PostgreSQL 15.
constexpr std::array<std::string_view, 151> kReserved{"all",
                                                      "analyse",
                                                      "analyze",
                                                      "and",
                                                      "any",
                                                      "array",
                                                      "as",
                                                      "asc",
                                                      "asymmetric",
                                                      "authorization",
                                                      "between",
                                                      "bigint",
                                                      "binary",
                                                      "bit",
                                                      "boolean",
                                                      "both",
                                                      "case",
                                                      "cast",
                                                      "char",
                                                      "character",
                                                      "check",
                                                      "coalesce",
                                                      "collate",
                                                      "collation",
                                                      "column",
                                                      "concurrently",
                                                      "constraint",
                                                      "create",
                                                      "cross",
                                                      "current_catalog",
                                                      "current_date",
                                                      "current_role",
                                                      "current_schema",
                                                      "current_time",
                                                      "current_timestamp",
                                                      "current_user",
                                                      "dec",
                                                      "decimal",
                                                      "default",
                                                      "deferrable",
                                                      "desc",
                                                      "distinct",
                                                      "do",
                                                      "else",
                                                      "end",
                                                      "except",
                                                      "exists",
                                                      "extract",
                                                      "false",
                                                      "fetch",
                                                      "float",
                                                      "for",
                                                      "foreign",
                                                      "freeze",
                                                      "from",
                                                      "full",
                                                      "grant",
                                                      "greatest",
                                                      "group",
                                                      "grouping",
                                                      "having",
                                                      "ilike",
                                                      "in",
                                                      "initially",
                                                      "inner",
                                                      "inout",
                                                      "int",
                                                      "integer",
                                                      "intersect",
                                                      "interval",
                                                      "into",
                                                      "is",
                                                      "isnull",
                                                      "join",
                                                      "lateral",
                                                      "leading",
                                                      "least",
                                                      "left",
                                                      "like",
                                                      "limit",
                                                      "localtime",
                                                      "localtimestamp",
                                                      "national",
                                                      "natural",
                                                      "nchar",
                                                      "none",
                                                      "normalize",
                                                      "not",
                                                      "notnull",
                                                      "null",
                                                      "nullif",
                                                      "numeric",
                                                      "offset",
                                                      "on",
                                                      "only",
                                                      "or",
                                                      "order",
                                                      "out",
                                                      "outer",
                                                      "overlaps",
                                                      "overlay",
                                                      "placing",
                                                      "position",
                                                      "precision",
                                                      "primary",
                                                      "real",
                                                      "references",
                                                      "returning",
                                                      "right",
                                                      "row",
                                                      "select",
                                                      "session_user",
                                                      "setof",
                                                      "similar",
                                                      "smallint",
                                                      "some",
                                                      "substring",
                                                      "symmetric",
                                                      "table",
                                                      "tablesample",
                                                      "then",
                                                      "time",
                                                      "timestamp",
                                                      "to",
                                                      "trailing",
                                                      "treat",
                                                      "trim",
                                                      "true",
                                                      "union",
                                                      "unique",
                                                      "user",
                                                      "using",
                                                      "values",
                                                      "varchar",
                                                      "variadic",
                                                      "verbose",
                                                      "when",
                                                      "where",
                                                      "window",
                                                      "with",
                                                      "xmlattributes",
                                                      "xmlconcat",
                                                      "xmlelement",
                                                      "xmlexists",
                                                      "xmlforest",
                                                      "xmlnamespaces",
                                                      "xmlparse",
                                                      "xmlpi",
                                                      "xmlroot",
                                                      "xmlserialize",
                                                      "xmltable"};

bool isPlain(std::string_view name) {
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    return !name.empty() && (lower(name[0]) || name[0] == '_') && std::all_of(name.begin(), name.end(), [&](char c) {
        return lower(c) || (c >= '0' && c <= '9') || c == '_';
    });
}

/// Cuts to at most "bytes" without splitting a character.
void clip(std::string& text, std::size_t bytes) {
    if (text.size() <= bytes)
        return;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    text.resize(bytes);
}

} // namespace

std::string postgresIdentifier(std::string_view name) {
    if (isPlain(name) && !std::binary_search(kReserved.begin(), kReserved.end(), name))
        return std::string(name);
    std::string out = "\"";
    for (char c : name) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

std::string postgresName(std::string_view schema, std::string_view name) {
    if (schema.empty() || schema == "public")
        return postgresIdentifier(name);
    return postgresIdentifier(schema) + "." + postgresIdentifier(name);
}

std::string postgresLiteral(std::string_view text) {
    const bool escaped = text.find('\\') != std::string_view::npos;
    std::string out = escaped ? "E'" : "'";
    for (char c : text) {
        if (c == '\'' || (escaped && c == '\\'))
            out += c;
        out += c;
    }
    return out + "'";
}

std::string postgresObjectName(std::string name1, std::string name2, const std::string& label) {
    constexpr std::size_t kLongest = 63; // NAMEDATALEN - 1
    const std::size_t overhead = (name2.empty() ? 0 : 1) + (label.empty() ? 0 : label.size() + 1);
    std::size_t first = name1.size();
    std::size_t second = name2.size();
    while (first + second > kLongest - overhead)
        --(first > second ? first : second);
    clip(name1, first);
    clip(name2, second);
    return name1 + (name2.empty() ? "" : "_" + name2) + (label.empty() ? "" : "_" + label);
}

} // namespace shardscape::model
