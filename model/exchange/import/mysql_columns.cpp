// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/mysql_reader.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "model/exchange/export/postgres_words.h"

namespace shardscape::model {
namespace {

struct MysqlType {
    std::string_view word;
    TypeKind kind;
    bool exact; ///< the kind says it all; otherwise the spelling is kept
};

/// The words for types of MySQL 8 and MariaDB 10.11 (their manuals, "Data Types").
constexpr std::array<MysqlType, 49> kTypes{{{"bool", TypeKind::Bool, true},
                                            {"boolean", TypeKind::Bool, true},
                                            {"tinyint", TypeKind::Int16, false},
                                            {"int1", TypeKind::Int16, false},
                                            {"smallint", TypeKind::Int16, true},
                                            {"int2", TypeKind::Int16, true},
                                            {"mediumint", TypeKind::Int32, false},
                                            {"int3", TypeKind::Int32, false},
                                            {"middleint", TypeKind::Int32, false},
                                            {"int", TypeKind::Int32, true},
                                            {"integer", TypeKind::Int32, true},
                                            {"int4", TypeKind::Int32, true},
                                            {"bigint", TypeKind::Int64, true},
                                            {"int8", TypeKind::Int64, true},
                                            {"float", TypeKind::Float, true},
                                            {"float4", TypeKind::Float, true},
                                            {"double", TypeKind::Double, true},
                                            {"double precision", TypeKind::Double, true},
                                            {"float8", TypeKind::Double, true},
                                            {"real", TypeKind::Double, true},
                                            {"decimal", TypeKind::Decimal, true},
                                            {"dec", TypeKind::Decimal, true},
                                            {"numeric", TypeKind::Decimal, true},
                                            {"fixed", TypeKind::Decimal, true},
                                            {"char", TypeKind::String, true},
                                            {"character", TypeKind::String, true},
                                            {"nchar", TypeKind::String, true},
                                            {"varchar", TypeKind::String, true},
                                            {"character varying", TypeKind::String, true},
                                            {"nvarchar", TypeKind::String, true},
                                            {"varchar2", TypeKind::String, true},
                                            {"tinytext", TypeKind::Text, false},
                                            {"text", TypeKind::Text, true},
                                            {"mediumtext", TypeKind::Text, false},
                                            {"long", TypeKind::Text, false},
                                            {"longtext", TypeKind::Text, false},
                                            {"binary", TypeKind::Binary, false},
                                            {"varbinary", TypeKind::Binary, false},
                                            {"tinyblob", TypeKind::Binary, false},
                                            {"blob", TypeKind::Binary, true},
                                            {"mediumblob", TypeKind::Binary, false},
                                            {"longblob", TypeKind::Binary, false},
                                            {"date", TypeKind::Date, true},
                                            {"time", TypeKind::Time, true},
                                            {"datetime", TypeKind::Timestamp, true},
                                            {"timestamp", TypeKind::Timestamp, true},
                                            {"year", TypeKind::Int16, false},
                                            {"json", TypeKind::Json, true},
                                            {"uuid", TypeKind::Uuid, true}}};

int numberOf(const std::vector<Token>& arguments, std::size_t at, int otherwise) {
    if (at >= arguments.size())
        return otherwise;
    int value = otherwise;
    std::from_chars(arguments[at].raw.data(), arguments[at].raw.data() + arguments[at].raw.size(), value);
    return value;
}

/// Words that MySQL reserves though they are plain names elsewhere: they keep their quotes within expressions.
bool mysqlReserves(const std::string& name) {
    static constexpr std::array<std::string_view, 40> kReserved{
        "add",  "alter",  "before", "by",   "change", "condition", "convert", "cursor",   "databases", "delete",
        "div",  "drop",   "dual",   "each", "exit",   "explain",   "force",   "function", "get",       "groups",
        "if",   "ignore", "index",  "key",  "keys",   "kill",      "leave",   "lines",    "linear",    "load",
        "lock", "loop",   "match",  "mod",  "range",  "rank",      "read",    "release",  "rows",      "write"};
    return std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end();
}

std::string quotedText(const std::string& text) {
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? "''" : std::string(1, c);
    return out + "'";
}

} // namespace

/// Tokens as text: names without backticks where that changes nothing, strings in single quotes.
std::string MysqlReader::expression(const std::vector<Token>& tokens) const {
    std::string out;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (i > 0 && token.offset > tokens[i - 1].end())
            out += ' ';
        if (token.kind == TokenKind::Name) {
            const std::string name = value(token);
            out += postgresIdentifier(name) == name && !mysqlReserves(name) ? name : std::string(token.raw);
        } else if (token.kind == TokenKind::String) {
            out += quotedText(value(token));
        } else {
            out += token.raw;
        }
    }
    return out;
}

Attribute* MysqlReader::column(Entity& entity, TokenCursor& cursor) {
    const std::size_t offset = cursor.offset();
    if (!cursor.peek().isName() && cursor.peek().kind != TokenKind::String) {
        skipped(cursor, fmt::format("a part of {}", entity.name));
        return nullptr;
    }
    const std::string name = nameOf(cursor);
    Attribute* made = m_draft.addAttribute(entity, name, offset);
    if (!made)
        return nullptr;
    const AttributeId id = made->id;
    columnDefinition(entity, id, cursor);
    return attributeOf(entity, id);
}

/// The type and everything behind it; stops where ALTER TABLE says a place.
void MysqlReader::columnDefinition(Entity& entity, AttributeId id, TokenCursor& cursor) {
    bool serial = false;
    const std::string name = attributeOf(entity, id)->name;
    Type made = type(entity, name, cursor, serial);
    Attribute& attribute = *attributeOf(entity, id);
    attribute.type = std::move(made);
    if (serial) {
        attribute.nullable = false;
        attribute.generator = Generator::AutoIncrement;
        Key key;
        key.id = m_draft.project.newId<KeyId>();
        key.name = freeKeyName(entity, name);
        key.attributes = {id};
        entity.keys.push_back(std::move(key));
    }
    while (!cursor.atEnd() && !cursor.peek().is("first") && !cursor.peek().is("after"))
        if (!columnProperty(entity, id, cursor) && !columnKey(entity, id, cursor))
            return skipped(cursor, fmt::format("the column {}.{}", entity.name, name));
}

bool MysqlReader::columnProperty(Entity& entity, AttributeId id, TokenCursor& cursor) {
    Attribute& attribute = *attributeOf(entity, id);
    const std::size_t offset = cursor.offset();
    bool closed = false;
    if (cursor.acceptAll({"not", "null"})) {
        attribute.nullable = false;
    } else if (cursor.accept("null") || cursor.accept("visible") || cursor.accept("invisible") ||
               cursor.accept("enable") || cursor.accept("signed")) {
        // the default, or nothing that the model distinguishes
    } else if (cursor.acceptAll({"serial", "default", "value"}) || cursor.accept("auto_increment")) {
        attribute.generator = Generator::AutoIncrement;
        attribute.nullable = false;
    } else if (cursor.accept("default")) {
        attribute.defaultSql = defaultValue(attribute.type, cursor);
        const std::string lower = lowered(attribute.defaultSql);
        if (lower == "uuid()")
            attribute.generator = Generator::UuidV4; // MariaDB's and MySQL's uuid() is version 1; neither ascends
    } else if (cursor.acceptAll({"on", "update"})) {
        defaultValue(attribute.type, cursor);
        m_draft.tally(offset, "ON UPDATE CURRENT_TIMESTAMP is not part of the model");
    } else if (cursor.accept("comment")) {
        cursor.accept('=');
        attribute.comment = value(cursor.take());
    } else if (cursor.acceptAll({"character", "set"}) || cursor.accept("charset") || cursor.accept("collate")) {
        cursor.accept('=');
        cursor.take();
        m_draft.tally(offset, "character sets and collations of columns are not part of the model");
    } else if (cursor.accept("ascii") || cursor.accept("unicode") || cursor.accept("binary")) {
        m_draft.tally(offset, "character sets and collations of columns are not part of the model");
    } else if (cursor.accept("unsigned") || cursor.accept("zerofill")) {
        // behind a type that has taken them already
    } else if (cursor.acceptAll({"generated", "always", "as"}) || cursor.accept("as")) {
        attribute.generatedSql = expression(cursor.takeParentheses(closed));
        if (cursor.accept("virtual"))
            m_draft.tally(offset, "VIRTUAL columns count as stored ones in the model");
        else if (!cursor.accept("stored"))
            cursor.accept("persistent");
    } else if (cursor.accept("column_format") || cursor.accept("storage") || cursor.accept("srid") ||
               cursor.accept("engine_attribute") || cursor.accept("ref_system_id")) {
        cursor.accept('=');
        cursor.take();
        m_draft.tally(offset, "storage attributes of columns are not part of the model");
    } else if (cursor.acceptAll({"with", "system", "versioning"}) ||
               cursor.acceptAll({"without", "system", "versioning"}) || cursor.accept("compressed")) {
        m_draft.tally(offset, "storage attributes of columns are not part of the model");
    } else {
        return false;
    }
    return true;
}

bool MysqlReader::columnKey(Entity& entity, AttributeId id, TokenCursor& cursor) {
    std::string name;
    const std::size_t offset = cursor.offset();
    if (cursor.accept("constraint") && !cursor.peek().is("check") && !cursor.peek().is("references"))
        name = nameOf(cursor);
    if (cursor.acceptAll({"primary", "key"}) || cursor.accept("key")) {
        if (entity.primaryKey())
            m_draft.report(Severity::Error, offset, fmt::format("{} has a primary key already", entity.name));
        else
            m_draft.setPrimaryKey(entity, {id});
    } else if (cursor.accept("unique")) {
        cursor.accept("key");
        KeyText key;
        key.name = name;
        key.unique = true;
        key.offset = offset;
        key.parts.push_back({id, {}, false, {}, {}, {}});
        addKey(entity, std::move(key));
    } else if (cursor.accept("check")) {
        bool closed = false;
        std::vector<Token> inner = cursor.peek().is('(') ? cursor.takeParentheses(closed) : std::vector<Token>();
        const std::string text = expression(inner);
        Attribute& attribute = *attributeOf(entity, id);
        if (lowered(text) == lowered("json_valid(" + attribute.name + ")")) { // MariaDB's own way to write json
            attribute.type = Type{};
            attribute.type.kind = TypeKind::Json;
        } else if (!text.empty()) {
            Check made;
            made.name = name;
            made.expression = text;
            entity.checks.push_back(std::move(made));
        }
        if (cursor.acceptAll({"not", "enforced"}))
            m_draft.report(Severity::Info, offset,
                           "NOT ENFORCED is not part of the model: the check counts as enforced");
        cursor.accept("enforced");
    } else if (cursor.accept("references")) {
        DraftReference reference;
        reference.place = m_draft.place(offset);
        reference.relationship.name = name;
        reference.relationship.childAttributes = {id};
        m_draft.report(
            Severity::Info, offset,
            fmt::format("MySQL before 9.0 ignores REFERENCES behind a column ({}.{}); the relationship is in "
                        "the model",
                        entity.name, attributeOf(entity, id)->name));
        references(entity, std::move(reference), cursor);
    } else {
        return false;
    }
    return true;
}

Type MysqlReader::type(Entity& entity, const std::string& column, TokenCursor& cursor, bool& serial) {
    const std::size_t offset = cursor.offset();
    Type out;
    if (!cursor.peek().isName() || cursor.peek().kind == TokenKind::Name) {
        m_draft.report(Severity::Error, offset, fmt::format("the column {}.{} has no type", entity.name, column),
                       "it is imported as text");
        return out;
    }
    std::string word = lowered(cursor.take().raw);
    if (word == "national")
        word = lowered(cursor.take().raw);
    if (word == "double" && cursor.accept("precision"))
        word = "double precision";
    if ((word == "character" || word == "char") && cursor.accept("varying"))
        word = "varchar";
    if (word == "long" && (cursor.peek().is("varchar") || cursor.peek().is("varbinary")))
        word = cursor.take().is("varbinary") ? "mediumblob" : "mediumtext";
    bool closed = false;
    const bool hasArguments = cursor.peek().is('(');
    std::vector<Token> arguments = cursor.takeParentheses(closed);
    std::erase_if(arguments, [](const Token& token) { return token.is(','); });
    serial = word == "serial";
    if (serial)
        word = "bigint";
    bool isUnsigned = serial;
    for (;;) {
        if (cursor.accept("unsigned") || cursor.accept("zerofill"))
            isUnsigned = true;
        else if (!cursor.accept("signed"))
            break;
    }
    if (word == "enum") {
        std::vector<std::string> labels;
        for (const Token& argument : arguments)
            labels.push_back(value(argument));
        std::string name = entity.name + "_" + column;
        for (int i = 2; !m_enumNames.insert(entity.schema + '\0' + name).second; ++i)
            name = fmt::format("{}_{}_{}", entity.name, column, i);
        out.kind = TypeKind::Enum;
        out.enumeration = m_draft.addEnum(entity.schema, name, labels);
        return out;
    }
    return typeOf(word, arguments, isUnsigned, hasArguments);
}

Type MysqlReader::typeOf(const std::string& word, const std::vector<Token>& arguments, bool isUnsigned,
                         bool hasArguments) {
    std::string spelling = word;
    if (hasArguments) {
        spelling += '(';
        for (std::size_t i = 0; i < arguments.size(); ++i)
            spelling += (i ? "," : "") + (arguments[i].kind == TokenKind::String ? quotedText(value(arguments[i]))
                                                                                 : std::string(arguments[i].raw));
        spelling += ')';
    }
    Type out;
    if (word == "bit" && numberOf(arguments, 0, 1) == 1) {
        out.kind = TypeKind::Bool;
        out.native = "bit(1)";
        return out;
    }
    if (word == "point") {
        out.kind = TypeKind::GeoPoint;
        out.native = "point";
        return out;
    }
    if (word == "set") {
        out.kind = TypeKind::Text;
        out.native = spelling;
        return out;
    }
    const auto known = std::find_if(kTypes.begin(), kTypes.end(), [&](const MysqlType& t) { return t.word == word; });
    if (known == kTypes.end()) {
        out.kind = TypeKind::Other;
        out.native = spelling + (isUnsigned ? " unsigned" : "");
        return out;
    }
    out.kind = known->kind;
    const bool integer = out.kind == TypeKind::Int16 || out.kind == TypeKind::Int32 || out.kind == TypeKind::Int64;
    if (word == "tinyint" && hasArguments && numberOf(arguments, 0, 0) == 1 && !isUnsigned)
        out.kind = TypeKind::Bool; // what BOOLEAN is stored as
    else if (integer)              // display widths mean nothing for what is stored
        out.native = known->exact && !isUnsigned ? "" : word + (isUnsigned ? " unsigned" : "");
    else if (!known->exact)
        out.native = spelling;
    switch (out.kind) {
    case TypeKind::Decimal: // "decimal" alone is decimal(10,0)
        out.precision = numberOf(arguments, 0, 10);
        out.scale = numberOf(arguments, 1, 0);
        out.native = isUnsigned ? fmt::format("decimal({},{}) unsigned", out.precision, out.scale) : "";
        break;
    case TypeKind::Float:
        if (arguments.size() == 1 && numberOf(arguments, 0, 0) > 24)
            out.kind = TypeKind::Double;
        [[fallthrough]];
    case TypeKind::Double:
        out.native = arguments.size() == 2 || isUnsigned ? spelling + (isUnsigned ? " unsigned" : "") : "";
        break;
    case TypeKind::String:
        out.fixedLength = word == "char" || word == "character" || word == "nchar";
        out.length = numberOf(arguments, 0, out.fixedLength ? 1 : 0);
        break;
    case TypeKind::Time:
    case TypeKind::Timestamp:
        out.precision = numberOf(arguments, 0, -1);
        out.withTimeZone = word == "timestamp"; // stored as UTC; DATETIME is what the clock on the wall says
        break;
    default: break;
    }
    return out;
}

/// What follows DEFAULT: a literal, a function or an expression in parentheses. NULL is no default.
std::string MysqlReader::defaultValue(const Type& type, TokenCursor& cursor) {
    bool closed = false;
    if (cursor.peek().is('('))
        return "(" + expression(cursor.takeParentheses(closed)) + ")";
    std::vector<Token> tokens{cursor.take()};
    const Token first = tokens.front();
    if (first.is('-') || first.is('+'))
        tokens.push_back(cursor.take());
    else if ((first.is("b") || first.is("x") || first.is("n") || first.is("date") || first.is("time") ||
              first.is("timestamp") || first.raw.starts_with("_")) &&
             cursor.peek().kind == TokenKind::String)
        tokens.push_back(cursor.take());
    else if (first.kind == TokenKind::Word && cursor.peek().is('(')) {
        const std::string arguments = expression(cursor.takeParentheses(closed));
        return std::string(first.raw) + "(" + arguments + ")";
    }
    if (first.is("null"))
        return {};
    const std::string text = expression(tokens);
    if (type.kind == TypeKind::Bool && (text == "0" || text == "'0'" || text == "b'0'"))
        return "false";
    if (type.kind == TypeKind::Bool && (text == "1" || text == "'1'" || text == "b'1'"))
        return "true";
    return text;
}

} // namespace shardscape::model
