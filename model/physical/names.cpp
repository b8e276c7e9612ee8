// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/names.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "model/physical/columnar.h"
#include "model/physical/json_text.h"
#include "model/physical/search_fields.h"
#include "model/physical/sql_dialect.h"

namespace shardscape::model {

std::string clipped(const std::string& text, std::size_t bytes) {
    if (text.size() <= bytes)
        return text;
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end);
}

std::string UniqueNames::folded(const std::string& text) const {
    std::string out = text;
    if (m_foldCase)
        std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
    return out;
}

std::string UniqueNames::take(const std::string& wanted) {
    std::string name = clipped(wanted, m_limit);
    for (int number = 2; !m_taken.insert(folded(name)).second; ++number) {
        const std::string tail = fmt::format("_{}", number);
        name = clipped(wanted, m_limit - tail.size()) + tail;
    }
    return name;
}

std::string plainName(const std::string& text, const std::string& fallback) {
    std::string out;
    bool useful = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte < 0x80 && std::isalnum(byte);
        useful = useful || plain;
        if (plain || c == '_')
            out += c;
        else if ((byte & 0xC0) != 0x80) // one underscore for a whole character
            out += '_';
    }
    if (!useful)
        return fallback;
    if (!std::isalpha(static_cast<unsigned char>(out.front())))
        out.insert(0, "t");
    return out;
}

std::string itemWord(const std::string& entityName) {
    std::string word = plainName(entityName, "ITEM");
    if (word.size() > 4 && word.ends_with("ies"))
        word.replace(word.size() - 3, 3, "y");
    else if (word.size() > 2 && word.back() == 's' && word[word.size() - 2] != 's' && word[word.size() - 2] != 'u')
        word.pop_back();
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::toupper(c); });
    return word;
}

namespace {

std::string cqlType(const Type& type) {
    switch (type.kind) {
    case TypeKind::Uuid: return "uuid";
    case TypeKind::Bool: return "boolean";
    case TypeKind::Int16: return "smallint";
    case TypeKind::Int32: return "int";
    case TypeKind::Int64: return "bigint";
    case TypeKind::Float: return "float";
    case TypeKind::Double: return "double";
    case TypeKind::Decimal: return "decimal";
    case TypeKind::Binary: return "blob";
    case TypeKind::Date: return "date";
    case TypeKind::Time: return "time";
    case TypeKind::Timestamp: return "timestamp";
    case TypeKind::Interval: return "duration";
    case TypeKind::Array: return "frozen<list<" + (type.element ? cqlType(*type.element) : "text") + ">>";
    case TypeKind::GeoPoint: return "frozen<tuple<double, double>>";
    default: return "text"; // strings, enumerations, JSON as text, and what only its origin knows
    }
}

std::string itemType(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool: return "BOOL";
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64:
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::Decimal: return "N";
    case TypeKind::Binary: return "B";
    case TypeKind::Json:
    case TypeKind::GeoPoint: return "M";
    case TypeKind::Array: return "L";
    default: return "S"; // dates and times as ISO 8601, which sorts
    }
}

/// Aliases of $type and $jsonSchema.
std::string bsonType(const Type& type) {
    switch (type.kind) {
    case TypeKind::Uuid:
    case TypeKind::Binary: return "binData";
    case TypeKind::Bool: return "bool";
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Time: return "int"; // milliseconds of the day
    case TypeKind::Int64:
    case TypeKind::Interval: return "long";
    case TypeKind::Float:
    case TypeKind::Double: return "double";
    case TypeKind::Decimal: return "decimal";
    case TypeKind::Date:
    case TypeKind::Timestamp: return "date";
    case TypeKind::Json:
    case TypeKind::GeoPoint: return "object";
    case TypeKind::Array: return "array";
    default: return "string";
    }
}

std::string sqlType(const Project& project, const Type& type) {
    if (!type.native.empty())
        return type.native;
    switch (type.kind) {
    case TypeKind::Uuid: return "uuid";
    case TypeKind::Bool: return "boolean";
    case TypeKind::Int16: return "smallint";
    case TypeKind::Int32: return "integer";
    case TypeKind::Int64: return "bigint";
    case TypeKind::Float: return "real";
    case TypeKind::Double: return "double precision";
    case TypeKind::Decimal:
        return type.precision > 0 ? fmt::format("numeric({},{})", type.precision, type.scale) : "numeric";
    case TypeKind::String: {
        const char* word = type.fixedLength ? "char" : "varchar";
        return type.length > 0 ? fmt::format("{}({})", word, type.length) : std::string("varchar");
    }
    case TypeKind::Binary: return "bytea";
    case TypeKind::Date: return "date";
    case TypeKind::Time: return type.withTimeZone ? "timetz" : "time";
    case TypeKind::Timestamp: return type.withTimeZone ? "timestamptz" : "timestamp";
    case TypeKind::Interval: return "interval";
    case TypeKind::Enum:
        if (const EnumType* labels = project.enums.find(type.enumeration))
            return labels->name;
        return "text";
    case TypeKind::Json: return type.binary ? "jsonb" : "json";
    case TypeKind::Array: return (type.element ? sqlType(project, *type.element) : "text") + "[]";
    case TypeKind::GeoPoint: return "point";
    default: return "text";
    }
}

} // namespace

std::string nativeTypeOf(const Project& project, const EngineProfile& profile, const Type& type) {
    switch (profile.mapping) {
    case MappingFamily::WideColumn: return cqlType(type);
    case MappingFamily::SingleTable: return itemType(type);
    case MappingFamily::Columnar: return clickhouseType(project, type);
    case MappingFamily::Document: return bsonType(type);
    case MappingFamily::Cache: return "string";
    case MappingFamily::Log: return jsonType(type);
    case MappingFamily::Search: return searchTypeOf(type);
    case MappingFamily::TimeSeries: return isVariableLength(type) ? "label" : "sample (float64)";
    default: break;
    }
    switch (sqlDialectOf(profile.dialect)) {
    case SqlDialect::MySql: return mysqlType(project, type);
    case SqlDialect::Sqlite: return sqliteType(type);
    case SqlDialect::PostgreSql: break;
    }
    return sqlType(project, type);
}

} // namespace shardscape::model
