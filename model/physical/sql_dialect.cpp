// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/sql_dialect.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "model/edit/sql_tokens.h"

namespace shardscape::model {
namespace {

constexpr std::array<std::string_view, 15> kOperatorWords{
    "and", "or", "not", "null", "is", "in", "between", "like", "case", "when", "then", "else", "end", "true", "false"};
/// With the same meaning in all three dialects; "length" counts bytes in MySQL and is renamed there.
constexpr std::array<std::string_view, 6> kFunctions{"lower", "upper", "coalesce", "nullif", "abs", "length"};
constexpr std::array<std::string_view, 7> kTypeEndings{"varying", "precision", "without", "with",
                                                       "time",    "zone",      "local"};

template <std::size_t N> bool oneOf(const std::array<std::string_view, N>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Reads the tokens of one expression and writes them in the dialect.
class Translator {
public:
    Translator(SqlDialect dialect, const std::string& text,
               const std::function<std::string(const std::string&)>& column)
        : m_dialect(dialect)
        , m_column(column)
        , m_tokens(sqlTokens(text)) {}

    std::optional<std::string> run() {
        while (m_at < m_tokens.size())
            if (!step())
                return std::nullopt;
        if (m_out.empty())
            return std::nullopt;
        return m_out;
    }

private:
    bool isSymbol(std::size_t at, std::string_view symbol) const {
        return at < m_tokens.size() && m_tokens[at].isSymbol(symbol);
    }
    bool isWord(std::size_t at, std::string_view word) const {
        return at < m_tokens.size() && m_tokens[at].isWord(word);
    }
    void put(const std::string& text) {
        const bool tight =
            m_out.empty() || m_out.back() == '(' || text == ")" || text == "," || (text == "(" && m_call);
        m_out += (tight ? "" : " ") + text;
        m_call = false;
    }

    bool step() {
        const SqlToken& token = m_tokens[m_at];
        switch (token.kind) {
        case SqlToken::Kind::String:
            if (token.text.size() < 2 || token.text.front() != '\'' || token.text.back() != '\'')
                return false; // escape strings, bit strings, dollar quotes
            put(literal(token.text));
            ++m_at;
            return true;
        case SqlToken::Kind::Number:
            put(token.text);
            ++m_at;
            return true;
        case SqlToken::Kind::Word:
        case SqlToken::Kind::Quoted: return name(token);
        case SqlToken::Kind::Symbol: return symbol(token);
        case SqlToken::Kind::Parameter: return false;
        }
        return false;
    }

    std::string literal(const std::string& quoted) const {
        std::string out;
        for (const char c : quoted)
            out += c == '\\' && m_dialect == SqlDialect::MySql ? std::string("\\\\") : std::string(1, c);
        return out;
    }

    bool name(const SqlToken& token) {
        if (const std::string known = m_column(token.text); !known.empty() && !isSymbol(m_at + 1, "(")) {
            put(sqlIdentifier(m_dialect, known));
            ++m_at;
            return true;
        }
        if (token.kind == SqlToken::Kind::Quoted)
            return false;
        if (oneOf(kOperatorWords, token.text)) {
            std::string upper = token.text;
            std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return std::toupper(c); });
            put(upper);
            ++m_at;
            return true;
        }
        if (!oneOf(kFunctions, token.text) || !isSymbol(m_at + 1, "("))
            return false;
        put(token.text == "length" && m_dialect == SqlDialect::MySql ? "char_length" : token.text);
        m_call = true;
        ++m_at;
        return true;
    }

    bool symbol(const SqlToken& token) {
        if (token.text == ":" && isSymbol(m_at + 1, ":"))
            return cast(m_at + 2);
        if (token.text == "::")
            return cast(m_at + 1);
        if (token.text == "=" && isWord(m_at + 1, "any"))
            return anyOf();
        if (token.text == "(" || token.text == ")" || token.text == ",") {
            put(token.text);
            ++m_at;
            return true;
        }
        // Characters with nothing between them are one operator, but for a sign.
        static constexpr std::string_view kOperator = "+-*/<>=~!@#%^&|`?";
        std::string text = token.text;
        ++m_at;
        while (m_at < m_tokens.size() && m_tokens[m_at].kind == SqlToken::Kind::Symbol &&
               m_tokens[m_at].begin == m_tokens[m_at - 1].end &&
               kOperator.find(m_tokens[m_at].text) != kOperator.npos && !(m_tokens[m_at].text == "-" && text != "-"))
            text += m_tokens[m_at++].text;
        static constexpr std::array<std::string_view, 10> kSame{"=", "<", ">", "<=", ">=", "<>", "!=", "+", "-", "*"};
        if (!oneOf(kSame, text))
            return false;
        put(text);
        return true;
    }

    /// Leaves out "::type"; begins at the type's name.
    bool cast(std::size_t at) {
        if (at >= m_tokens.size() || !m_tokens[at].isName())
            return false;
        ++at;
        while (isSymbol(at, ".") && at + 1 < m_tokens.size() && m_tokens[at + 1].isName())
            at += 2;
        while (at < m_tokens.size() && m_tokens[at].kind == SqlToken::Kind::Word &&
               oneOf(kTypeEndings, m_tokens[at].text))
            ++at;
        if (isSymbol(at, "(")) { // numeric(10,2)
            while (at < m_tokens.size() && !m_tokens[at].isSymbol(")"))
                ++at;
            ++at;
        }
        while (isSymbol(at, "[") && isSymbol(at + 1, "]"))
            at += 2;
        m_at = at;
        return true;
    }

    /// "= ANY (ARRAY['a'::text, 'b'])", with further brackets and casts around the array.
    bool anyOf() {
        std::size_t at = m_at + 2;
        int open = 0;
        while (isSymbol(at, "(")) {
            ++at;
            ++open;
        }
        if (open == 0 || !isWord(at, "array") || !isSymbol(at + 1, "["))
            return false;
        put("IN");
        put("(");
        m_at = at + 2;
        while (m_at < m_tokens.size() && !isSymbol(m_at, "]"))
            if (!step())
                return false;
        if (!isSymbol(m_at, "]"))
            return false;
        ++m_at;
        while (open > 0 && m_at < m_tokens.size()) {
            if (isSymbol(m_at, ")")) {
                --open;
                ++m_at;
            } else if (isSymbol(m_at, ":") || isSymbol(m_at, "::")) {
                if (!symbol(m_tokens[m_at]))
                    return false;
            } else {
                return false;
            }
        }
        put(")");
        return open == 0;
    }

    const SqlDialect m_dialect;
    const std::function<std::string(const std::string&)>& m_column;
    const std::vector<SqlToken> m_tokens;
    std::size_t m_at = 0;
    bool m_call = false; ///< a function's name was written last
    std::string m_out;
};

} // namespace

SqlDialect sqlDialectOf(std::string_view word) {
    return word == "mysql" ? SqlDialect::MySql : word == "sqlite" ? SqlDialect::Sqlite : SqlDialect::PostgreSql;
}

std::string sqlIdentifier(SqlDialect dialect, std::string_view name) {
    const char quote = dialect == SqlDialect::MySql ? '`' : '"';
    std::string out(1, quote);
    for (const char c : name)
        out += c == quote ? std::string(2, quote) : std::string(1, c);
    return out + quote;
}

std::string sqlLiteral(SqlDialect dialect, std::string_view text) {
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("''")
                         : (c == '\\' && dialect == SqlDialect::MySql ? std::string("\\\\") : std::string(1, c));
    return out + "'";
}

std::string mysqlType(const Project& project, const Type& type, int keyCharacters) {
    const auto keyed = [&](const char* kind, const char* otherwise) {
        return keyCharacters > 0 ? fmt::format("{}({})", kind, keyCharacters) : std::string(otherwise);
    };
    switch (type.kind) {
    case TypeKind::Uuid: return "BINARY(16)";
    case TypeKind::Bool: return "TINYINT(1)";
    case TypeKind::Int16: return "SMALLINT";
    case TypeKind::Int32: return "INT";
    case TypeKind::Int64: return "BIGINT";
    case TypeKind::Float: return "FLOAT";
    case TypeKind::Double: return "DOUBLE";
    case TypeKind::Decimal: // at most 65 digits, 30 of them after the point
        return type.precision > 0 ? fmt::format("DECIMAL({},{})", std::min(type.precision, 65),
                                                std::clamp(type.scale, 0, std::min({30, type.precision, 65})))
                                  : std::string("DECIMAL(38,10)");
    case TypeKind::String:
        if (type.fixedLength && type.length <= 255)
            return fmt::format("CHAR({})", std::max(1, type.length));
        if (keyCharacters > 0 && (type.length == 0 || type.length > keyCharacters))
            return fmt::format("VARCHAR({})", keyCharacters);
        return type.length > 0 && type.length <= 4000 ? fmt::format("VARCHAR({})", type.length) : "LONGTEXT";
    case TypeKind::Binary: return keyed("VARBINARY", "LONGBLOB");
    case TypeKind::Date: return "DATE";
    case TypeKind::Time: return fmt::format("TIME({})", type.precision >= 0 ? std::min(type.precision, 6) : 6);
    case TypeKind::Timestamp: return fmt::format("DATETIME({})", type.precision >= 0 ? std::min(type.precision, 6) : 6);
    case TypeKind::Interval: return "VARCHAR(64)";
    case TypeKind::Enum: {
        const EnumType* labels = project.enums.find(type.enumeration);
        if (!labels || labels->labels.empty())
            return keyed("VARCHAR", "LONGTEXT");
        std::string list;
        for (const std::string& label : labels->labels)
            list += (list.empty() ? "" : ",") + sqlLiteral(SqlDialect::MySql, label);
        return "ENUM(" + list + ")";
    }
    case TypeKind::Json:
    case TypeKind::Array: return keyed("VARCHAR", "JSON");
    case TypeKind::GeoPoint: return "POINT";
    case TypeKind::Text:
    case TypeKind::Other: return keyed("VARCHAR", "LONGTEXT");
    }
    return "LONGTEXT";
}

std::string sqliteType(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64: return "INTEGER";
    case TypeKind::Float:
    case TypeKind::Double: return "REAL";
    case TypeKind::Decimal: return "NUMERIC";
    case TypeKind::Uuid:
    case TypeKind::Binary: return "BLOB";
    default: return "TEXT";
    }
}

std::optional<std::string> portableSql(SqlDialect dialect, const std::string& expression,
                                       const std::function<std::string(const std::string&)>& column) {
    return Translator(dialect, expression, column).run();
}

std::optional<std::string> portableDefault(SqlDialect dialect, const std::string& expression, const Type& type) {
    const std::vector<SqlToken> tokens = sqlTokens(expression);
    if (tokens.empty())
        return std::nullopt;
    const SqlToken& first = tokens.front();
    const bool now = (first.isWord("now") && tokens.size() == 3) || first.text == "'now'";
    if (now || (tokens.size() == 1 && (first.isWord("current_timestamp") || first.isWord("current_date")))) {
        const bool date = type.kind == TypeKind::Date;
        if (!date && type.kind != TypeKind::Timestamp)
            return std::nullopt;
        if (dialect == SqlDialect::Sqlite)
            return date ? "CURRENT_DATE" : "CURRENT_TIMESTAMP";
        // MySQL wants the precision of the column; an expression in brackets for a date.
        return date ? std::string("(CURRENT_DATE)")
                    : fmt::format("CURRENT_TIMESTAMP({})", type.precision >= 0 ? std::min(type.precision, 6) : 6);
    }
    std::optional<std::string> out = portableSql(dialect, expression, [](const std::string&) { return std::string(); });
    const bool calls =
        std::any_of(tokens.begin(), tokens.end(), [](const SqlToken& token) { return token.isSymbol("("); });
    if (!out || calls)
        return std::nullopt;
    const bool time = type.kind == TypeKind::Date || type.kind == TypeKind::Time || type.kind == TypeKind::Timestamp;
    if (time && *out != "NULL" && out->find_first_not_of("'0123456789-: .") != std::string::npos)
        return std::nullopt; // 'infinity', a zone, the name of a month
    if (type.kind == TypeKind::Uuid || type.kind == TypeKind::Binary || type.kind == TypeKind::Interval ||
        type.kind == TypeKind::Array || type.kind == TypeKind::GeoPoint || type.kind == TypeKind::Other)
        return *out == "NULL" ? out : std::nullopt; // written differently in each dialect
    if (dialect != SqlDialect::MySql)
        return out;
    const std::string native = type.kind == TypeKind::String ? std::string() : mysqlType({}, type);
    const bool large = native == "LONGTEXT" || native == "JSON";
    return large && *out != "NULL" ? "(" + *out + ")" : out;
}

} // namespace shardscape::model
