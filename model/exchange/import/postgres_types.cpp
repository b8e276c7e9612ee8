// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/postgres_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include <fmt/format.h>

#include "model/exchange/export/postgres_words.h"

namespace shardscape::model {
namespace {

struct BuiltIn {
    std::string_view name;
    TypeKind kind;
};
/// PostgreSQL's own names of types (pg_type.typname) that a logical kind stands for without loss.
constexpr std::array<BuiltIn, 22> kBuiltIn{{
    {"int2", TypeKind::Int16},     {"int4", TypeKind::Int32},          {"int8", TypeKind::Int64},
    {"smallint", TypeKind::Int16}, {"integer", TypeKind::Int32},       {"bigint", TypeKind::Int64},
    {"float4", TypeKind::Float},   {"float8", TypeKind::Double},       {"numeric", TypeKind::Decimal},
    {"varchar", TypeKind::String}, {"bpchar", TypeKind::String},       {"text", TypeKind::Text},
    {"bytea", TypeKind::Binary},   {"date", TypeKind::Date},           {"time", TypeKind::Time},
    {"timetz", TypeKind::Time},    {"timestamp", TypeKind::Timestamp}, {"timestamptz", TypeKind::Timestamp},
    {"bool", TypeKind::Bool},      {"uuid", TypeKind::Uuid},           {"json", TypeKind::Json},
    {"jsonb", TypeKind::Json},
}};

/// Types of which the logical kind says something, but not all: their native spelling is kept.
constexpr std::array<BuiltIn, 3> kNearly{
    {{"citext", TypeKind::Text}, {"point", TypeKind::GeoPoint}, {"interval", TypeKind::Interval}}};

std::optional<TypeKind> serialKind(const std::string& name) {
    if (name == "serial" || name == "serial4")
        return TypeKind::Int32;
    if (name == "bigserial" || name == "serial8")
        return TypeKind::Int64;
    if (name == "smallserial" || name == "serial2")
        return TypeKind::Int16;
    return std::nullopt;
}

/// Fills what the type's modifiers say: length, precision and scale, fractional digits.
void applyModifiers(Type& type, const std::string& name, const PgQuery__TypeName& written) {
    const auto modifier = [&](std::size_t i) {
        return i < written.n_typmods ? numberOf(written.typmods[i]) : std::nullopt;
    };
    switch (type.kind) {
    case TypeKind::String:
        type.length = static_cast<int>(modifier(0).value_or(0));
        type.fixedLength = name == "bpchar" && type.length > 0;
        if (name == "bpchar" && type.length == 0)
            type.native = "bpchar"; // blank-trimmed, of any length: not char, which is char(1)
        break;
    case TypeKind::Decimal:
        type.precision = static_cast<int>(modifier(0).value_or(0));
        type.scale = static_cast<int>(modifier(1).value_or(0));
        break;
    case TypeKind::Time:
    case TypeKind::Timestamp:
        type.precision = static_cast<int>(modifier(0).value_or(-1));
        type.withTimeZone = name == "timetz" || name == "timestamptz";
        break;
    case TypeKind::Json: type.binary = name == "jsonb"; break;
    default: break;
    }
}

bool isGeographyPoint(const std::string& native) {
    std::string lower = native;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return static_cast<char>(std::tolower(c)); });
    return lower.starts_with("geography(point") || lower.starts_with("geometry(point");
}

} // namespace

ResolvedType PostgresReader::resolveType(PgQuery__TypeName& written) {
    ResolvedType out;
    if (written.n_array_bounds > 0) {
        const std::size_t bounds = std::exchange(written.n_array_bounds, 0);
        const ResolvedType element = resolveType(written);
        written.n_array_bounds = bounds;
        out.type.kind = TypeKind::Array;
        out.type.element = std::make_shared<const Type>(element.type);
        return out;
    }
    const std::vector<std::string> names = stringsOf(written.names, written.n_names);
    const std::string name = names.empty() ? std::string() : names.back();
    const std::string schema = names.size() > 1 ? names[names.size() - 2] : std::string();
    if (schema.empty())
        if (const auto kind = serialKind(name)) {
            out.type.kind = *kind;
            out.serial = true;
            return out;
        }
    if (const auto at = m_catalog.enums.find(m_catalog.resolve(m_catalog.enums, schema, name));
        at != m_catalog.enums.end()) {
        out.type.kind = TypeKind::Enum;
        out.type.enumeration = at->second;
        return out;
    }
    if (const auto at = m_catalog.domains.find(m_catalog.resolve(m_catalog.domains, schema, name));
        at != m_catalog.domains.end()) {
        out.type = at->second.base;
        out.domain = &at->second;
        return out;
    }
    if (schema.empty() || schema == "pg_catalog") {
        const auto known =
            std::find_if(kBuiltIn.begin(), kBuiltIn.end(), [&](const BuiltIn& b) { return b.name == name; });
        // "char" in quotes, without pg_catalog, is a type of one byte; int2 and its like may be written either way.
        if (known != kBuiltIn.end()) {
            out.type.kind = known->kind;
            applyModifiers(out.type, name, written);
            return out;
        }
    }
    out.type.kind = TypeKind::Other;
    out.type.native = typeSql(&written);
    if (schema == "public" && out.type.native.starts_with("public."))
        out.type.native.erase(0, 7);
    if (isGeographyPoint(out.type.native))
        out.type.kind = TypeKind::GeoPoint;
    for (const BuiltIn& nearly : kNearly)
        if (nearly.name == name && (schema.empty() || schema == "pg_catalog" || schema == "public"))
            out.type.kind = nearly.kind;
    if (out.type.kind == TypeKind::Interval && written.n_typmods == 0)
        out.type.native.clear();
    return out;
}

std::string qualifiedSql(PgNode* const* names, std::size_t count) {
    std::string out;
    for (const std::string& part : stringsOf(names, count))
        if (part != "pg_catalog")
            out += (out.empty() ? "" : ".") + postgresIdentifier(part);
    return out;
}

QualifiedName parseRegclass(const std::string& text, bool& qualified) {
    std::vector<std::string> parts{std::string()};
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') {
            for (++at; at < text.size(); ++at) {
                if (text[at] == '"' && (at + 1 >= text.size() || text[at + 1] != '"'))
                    break;
                at += text[at] == '"';
                parts.back() += text[at];
            }
        } else if (text[at] == '.') {
            parts.emplace_back();
        } else {
            parts.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at])));
        }
    }
    qualified = parts.size() > 1;
    return {qualified ? PostgresCatalog::canonicalSchema(parts[parts.size() - 2]) : std::string(), parts.back()};
}

namespace {

std::string literalSql(const PgNode* node) {
    if (!node)
        return {};
    switch (node->node_case) {
    case PG_QUERY__NODE__NODE_INTEGER: return std::to_string(node->integer->ival);
    case PG_QUERY__NODE__NODE_FLOAT: return node->float_->fval;
    case PG_QUERY__NODE__NODE_STRING: return node->string->sval;
    case PG_QUERY__NODE__NODE_BOOLEAN: return node->boolean->boolval ? "true" : "false";
    case PG_QUERY__NODE__NODE_TYPE_NAME:
        return node->type_name->n_names > 0 ? stringOf(node->type_name->names[node->type_name->n_names - 1])
                                            : std::string();
    case PG_QUERY__NODE__NODE_A_CONST: return expressionSql(const_cast<PgNode*>(node));
    default: return {};
    }
}

} // namespace

std::string sequenceOptions(PgNode* const* options, std::size_t count, std::string& type,
                            std::vector<std::string>& ownedBy) {
    std::map<std::string, std::string> given;
    for (std::size_t i = 0; i < count; ++i) {
        const PgQuery__DefElem& option = *options[i]->def_elem;
        const std::string name = option.defname;
        if (name == "owned_by" && option.arg && option.arg->node_case == PG_QUERY__NODE__NODE_LIST)
            ownedBy = stringsOf(option.arg->list->items, option.arg->list->n_items);
        else if (option.arg)
            given[name] = literalSql(option.arg);
    }
    if (given.contains("as")) {
        const std::string word = given["as"];
        type = word == "int2" ? "smallint" : word == "int4" ? "integer" : "bigint";
    } else if (type.empty()) {
        type = "bigint";
    }
    const std::string increment = given.contains("increment") ? given["increment"] : "1";
    const bool down = increment.starts_with("-");
    const char* largest = type == "smallint" ? "32767" : type == "integer" ? "2147483647" : "9223372036854775807";
    const char* smallest = type == "smallint" ? "-32768" : type == "integer" ? "-2147483648" : "-9223372036854775808";
    const auto value = [&](const char* name, const std::string& standard) {
        const auto at = given.find(name);
        return at == given.end() || at->second.empty() || at->second == standard ? std::string() : at->second;
    };
    const std::string minimum = value("minvalue", down ? smallest : "1");
    const std::string maximum = value("maxvalue", down ? "-1" : largest);
    const std::string start =
        value("start", down ? (maximum.empty() ? "-1" : maximum) : (minimum.empty() ? "1" : minimum));
    std::string out;
    const auto add = [&](const char* words, const std::string& text) {
        if (!text.empty())
            out += (out.empty() ? "" : " ") + std::string(words) + text;
    };
    add("START WITH ", start);
    add("INCREMENT BY ", increment == "1" ? std::string() : increment);
    add("MINVALUE ", minimum);
    add("MAXVALUE ", maximum);
    add("CACHE ", value("cache", "1"));
    if (given.contains("cycle") && given["cycle"] != "false" && given["cycle"] != "0")
        add("CYCLE", " ");
    if (out.ends_with(' '))
        out.pop_back();
    return out;
}

std::string relationOptions(PgNode* const* options, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        const PgQuery__DefElem& option = *options[i]->def_elem;
        std::string value = literalSql(option.arg);
        if (option.arg && option.arg->node_case == PG_QUERY__NODE__NODE_STRING &&
            !std::all_of(value.begin(), value.end(),
                         [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '.'; }))
            value = postgresLiteral(value);
        const std::string space = option.defnamespace;
        out += (out.empty() ? "" : ", ") + (space.empty() ? "" : space + ".") + option.defname +
               (value.empty() ? "" : "=" + value);
    }
    return out;
}

std::string figuredName(const PgNode* expression) {
    if (!expression)
        return {};
    switch (expression->node_case) {
    case PG_QUERY__NODE__NODE_COLUMN_REF: {
        const auto fields = fieldsOf(*expression->column_ref);
        return fields.empty() || fields.back() == "*" ? std::string() : fields.back();
    }
    case PG_QUERY__NODE__NODE_FUNC_CALL:
        return stringOf(expression->func_call->funcname[expression->func_call->n_funcname - 1]);
    case PG_QUERY__NODE__NODE_TYPE_CAST: {
        const std::string inner = figuredName(expression->type_cast->arg);
        const PgQuery__TypeName& type = *expression->type_cast->type_name;
        return !inner.empty() ? inner : type.n_names > 0 ? stringOf(type.names[type.n_names - 1]) : std::string();
    }
    case PG_QUERY__NODE__NODE_COLLATE_CLAUSE: return figuredName(expression->collate_clause->arg);
    case PG_QUERY__NODE__NODE_A_INDIRECTION: {
        const PgQuery__AIndirection& indirection = *expression->a_indirection;
        for (std::size_t i = indirection.n_indirection; i > 0; --i)
            if (const std::string field = stringOf(indirection.indirection[i - 1]); !field.empty())
                return field;
        return figuredName(indirection.arg);
    }
    case PG_QUERY__NODE__NODE_COALESCE_EXPR: return "coalesce";
    case PG_QUERY__NODE__NODE_MIN_MAX_EXPR:
        return expression->min_max_expr->op == PG_QUERY__MIN_MAX_OP__IS_LEAST ? "least" : "greatest";
    case PG_QUERY__NODE__NODE_A_ARRAY_EXPR: return "array";
    case PG_QUERY__NODE__NODE_ROW_EXPR: return "row";
    case PG_QUERY__NODE__NODE_CASE_EXPR: {
        const std::string inner = figuredName(expression->case_expr->defresult);
        return inner.empty() ? "case" : inner;
    }
    case PG_QUERY__NODE__NODE_A_EXPR:
        return expression->a_expr->kind == PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF ? "nullif" : std::string();
    default: return {};
    }
}

std::string exclusionSql(const PgQuery__Constraint& constraint) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < constraint.n_exclusions; ++i) {
        const PgQuery__List& pair = *constraint.exclusions[i]->list;
        const PgQuery__IndexElem& element = *pair.items[0]->index_elem;
        std::string part = element.expr ? "(" + expressionSql(element.expr) + ")" : postgresIdentifier(element.name);
        if (element.n_collation > 0)
            part += " COLLATE " + qualifiedSql(element.collation, element.n_collation);
        if (element.n_opclass > 0)
            part += " " + qualifiedSql(element.opclass, element.n_opclass);
        if (element.ordering == PG_QUERY__SORT_BY_DIR__SORTBY_DESC)
            part += " DESC";
        const PgQuery__List& names = *pair.items[1]->list;
        const std::vector<std::string> words = stringsOf(names.items, names.n_items);
        const std::string qualified =
            words.size() > 1 ? fmt::format("OPERATOR({})", fmt::join(words, ".")) : words.back();
        parts.push_back(part + " WITH " + qualified);
    }
    std::string out =
        fmt::format("USING {} ({})", constraint.access_method[0] != '\0' ? constraint.access_method : "btree",
                    fmt::join(parts, ", "));
    if (constraint.n_including > 0) {
        std::vector<std::string> columns;
        for (const std::string& column : stringsOf(constraint.including, constraint.n_including))
            columns.push_back(postgresIdentifier(column));
        out += fmt::format(" INCLUDE ({})", fmt::join(columns, ", "));
    }
    if (constraint.where_clause)
        out += " WHERE (" + expressionSql(constraint.where_clause) + ")";
    if (constraint.deferrable)
        out += constraint.initdeferred ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE";
    return out;
}

} // namespace shardscape::model
