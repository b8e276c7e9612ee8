// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/statement.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

#include "model/base/quantity.h"
#include "model/edit/sql_rename.h"
#include "model/edit/sql_tokens.h"
#include "model/exchange/import/import.h"

namespace shardscape::model {
namespace {

using Kind = StatementShape::Kind;

bool contains(const std::vector<AttributeId>& ids, AttributeId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

class Writer {
public:
    Writer(const StatementShape& shape, const Entity& entity)
        : m_shape(shape)
        , m_entity(entity) {}

    std::string run() {
        switch (m_shape.kind) {
        case Kind::Read: return read();
        case Kind::Count: return "SELECT count(*)\n  FROM " + table() + where() + ";";
        case Kind::Insert: return insert();
        case Kind::Update: return update(false);
        case Kind::Increment: return update(true);
        case Kind::Delete: return "DELETE FROM " + table() + where() + ";";
        }
        return {};
    }

private:
    std::string table() const {
        const bool bare = m_entity.schema.empty() || m_entity.schema == "public";
        return (bare ? "" : sqlIdentifier(m_entity.schema) + ".") + sqlIdentifier(m_entity.name);
    }
    std::string name(AttributeId id) const {
        const Attribute* attribute = m_entity.find(id);
        return attribute ? sqlIdentifier(attribute->name) : std::string();
    }
    std::string parameter() { return fmt::format("${}", ++m_parameters); }
    std::string list(const std::vector<AttributeId>& ids) const {
        std::string out;
        for (AttributeId id : ids)
            out += (out.empty() ? "" : ", ") + name(id);
        return out;
    }

    std::string conditionValue(AttributeId id) {
        const auto at = m_shape.fixed.find(id);
        return at == m_shape.fixed.end() ? parameter() : at->second;
    }
    std::string assignedValue(AttributeId id) {
        const auto at = m_shape.given.find(id);
        return at == m_shape.given.end() ? parameter() : at->second;
    }

    std::string where() {
        std::string out;
        const auto add = [&](const std::string& condition) {
            out += (out.empty() ? "\n WHERE " : "\n   AND ") + condition;
        };
        for (AttributeId id : m_shape.equal)
            if (m_entity.find(id))
                add(name(id) + " = " + conditionValue(id));
        for (const StatementShape::Range& range : m_shape.range)
            if (m_entity.find(range.attribute)) {
                const std::string low = conditionValue(range.attribute);
                const bool between = range.sign == "BETWEEN";
                add(name(range.attribute) + " " + range.sign + " " + low +
                    (between ? " AND " + conditionValue(range.attribute) : ""));
            }
        if (m_shape.kind == Kind::Read && m_shape.paging == Paging::Cursor && !m_shape.order.empty())
            add(name(m_shape.order.front().attribute) + (m_shape.order.front().descending ? " < " : " > ") +
                parameter());
        return out;
    }

    std::string read() {
        std::string out = "SELECT " + (m_shape.columns.empty() ? "*" : list(m_shape.columns)) + "\n  FROM " + table();
        out += where();
        std::string order;
        for (const StatementShape::Order& part : m_shape.order)
            if (m_entity.find(part.attribute))
                order +=
                    (order.empty() ? "\n ORDER BY " : ", ") + name(part.attribute) + (part.descending ? " DESC" : "");
        out += order;
        const bool limited = m_shape.limit || m_shape.limitParameter;
        if (limited)
            out += "\n LIMIT " + (m_shape.limitParameter ? parameter() : formatNumber(*m_shape.limit));
        if (m_shape.paging == Paging::Offset)
            out += (limited ? " OFFSET " : "\n OFFSET ") + parameter();
        return out + ";";
    }

    std::string insert() {
        std::vector<AttributeId> columns = m_shape.columns;
        if (columns.empty())
            for (const Attribute& attribute : m_entity.attributes)
                if (attribute.generatedSql.empty() && !attribute.identityAlways)
                    columns.push_back(attribute.id);
        if (columns.empty())
            return "INSERT INTO " + table() + " DEFAULT VALUES;";
        std::string values;
        for (AttributeId id : columns)
            values += (values.empty() ? "" : ", ") + assignedValue(id);
        return "INSERT INTO " + table() + " (" + list(columns) + ")\nVALUES (" + values + ");";
    }

    /// Columns to assign: the chosen ones, else the first that does not find the rows.
    std::vector<AttributeId> assigned(bool number) const {
        if (!m_shape.columns.empty())
            return m_shape.columns;
        const auto fits = [&](const Attribute& attribute) {
            const TypeKind kind = attribute.type.kind;
            const bool counts = kind == TypeKind::Int16 || kind == TypeKind::Int32 || kind == TypeKind::Int64 ||
                                kind == TypeKind::Decimal || kind == TypeKind::Float || kind == TypeKind::Double;
            return !contains(m_shape.equal, attribute.id) && attribute.generatedSql.empty() && (counts || !number);
        };
        const auto at = std::find_if(m_entity.attributes.begin(), m_entity.attributes.end(), fits);
        if (at != m_entity.attributes.end())
            return {at->id};
        return m_entity.attributes.empty() ? std::vector<AttributeId>()
                                           : std::vector<AttributeId>{m_entity.attributes.back().id};
    }
    std::string update(bool number) {
        std::string out =
            "UPDATE " + table() + "\n   SET " + assignments(number); // parameters are numbered as they come
        out += where();
        return out + ";";
    }
    std::string assignments(bool number) {
        std::string out;
        for (AttributeId id : assigned(number))
            out += (out.empty() ? "" : ", ") + name(id) + " = " + (number ? name(id) + " + " : "") + assignedValue(id);
        return out;
    }

    const StatementShape& m_shape;
    const Entity& m_entity;
    int m_parameters = 0;
};

using Why = tl::unexpected<std::string>;

/// Which of the form's statements it is; in words why it is none of them.
tl::expected<Kind, std::string> kindOf(const AccessPattern& pattern) {
    switch (pattern.verb) {
    case Verb::Get:
    case Verb::List:
    case Verb::Range: return Kind::Read;
    case Verb::Aggregate: return Kind::Count;
    case Verb::Insert:
    case Verb::Append: return Kind::Insert;
    case Verb::Update: return Kind::Update;
    case Verb::Increment: return Kind::Increment;
    case Verb::Delete: return Kind::Delete;
    case Verb::Join: return Why("it joins several entities");
    case Verb::TextSearch: return Why("it searches in text");
    case Verb::GeoSearch: return Why("it searches by place");
    case Verb::Traversal: return Why("it follows relationships to any depth");
    case Verb::Upsert: return Why("it inserts or updates, whichever is needed");
    }
    return Why("it is of a kind of its own");
}

bool isParameter(const std::string& value) {
    return value.empty() || std::string_view("$:@?").find(value.front()) != std::string_view::npos ||
           value.rfind("sqlc.", 0) == 0;
}

/// The sign of a range, from the condition as written: "created_at >= $2".
std::string signOf(const std::string& text) {
    const std::vector<SqlToken> tokens = sqlTokens(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].isWord("between"))
            return "BETWEEN";
        if (tokens[i].isSymbol("<") || tokens[i].isSymbol(">"))
            return tokens[i].text + (i + 1 < tokens.size() && tokens[i + 1].isSymbol("=") ? "=" : "");
        if (tokens[i].isSymbol("<=") || tokens[i].isSymbol(">="))
            return tokens[i].text;
    }
    return {};
}

/// The values of an INSERT or UPDATE, in the order of the assigned columns, as they are written; empty when the
/// statement is of another form.
std::vector<std::string> writtenValues(const std::string& sql, Kind kind) {
    const std::vector<SqlToken> tokens = sqlTokens(sql);
    const bool insert = kind == Kind::Insert;
    std::size_t at = 0;
    while (at < tokens.size() && !tokens[at].isWord(insert ? "values" : "set"))
        ++at;
    at += insert ? 2 : 1; // behind the parenthesis
    std::vector<std::string> values;
    int depth = 0;
    std::size_t begin = 0;
    bool open = insert;
    if (open && at < tokens.size())
        begin = tokens[at].begin;
    for (; at < tokens.size(); ++at) {
        const SqlToken& token = tokens[at];
        const bool ends = depth == 0 && (token.isSymbol(insert ? ")" : ";") || token.isSymbol(",") ||
                                         (!insert && (token.isWord("where") || token.isWord("returning"))));
        if (ends && open) {
            values.push_back(sql.substr(begin, tokens[at - 1].end - begin));
            open = insert;
            if (!token.isSymbol(","))
                return values;
            if (open && at + 1 < tokens.size())
                begin = tokens[at + 1].begin;
            continue;
        }
        depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        if (!insert && !open && token.isSymbol("=") && at + 1 < tokens.size()) {
            open = true;
            begin = tokens[at + 1].begin;
        }
    }
    if (open && !insert && !tokens.empty())
        values.push_back(sql.substr(begin, tokens.back().end - begin));
    return values;
}

bool hasParameter(const std::string& text) {
    for (const SqlToken& token : sqlTokens(text))
        if (token.kind == SqlToken::Kind::Parameter || token.isSymbol("?") || token.isSymbol("@") ||
            token.isSymbol(":") || token.isWord("sqlc"))
            return true;
    return false;
}

class Reader {
public:
    Reader(const Project& project, const AccessPattern& pattern, const Entity& entity)
        : m_project(project)
        , m_pattern(pattern)
        , m_entity(entity) {}

    tl::expected<StatementShape, std::string> run() {
        const auto kind = kindOf(m_pattern);
        if (!kind)
            return Why(kind.error());
        m_shape.kind = *kind;
        m_shape.entity = m_pattern.entity;
        for (const auto& part : {unknownParts(), conditions(), sorting(), values()})
            if (!part.empty())
                return Why(part);
        // The proof: what would be written means the same.
        AccessPattern bare;
        bare.name = "same";
        const Result<AccessPattern> again = parsePatternSql(m_project, bare, writeStatement(m_project, m_shape));
        if (!again || !means(*again))
            return Why("it says more than the form holds");
        return m_shape;
    }

private:
    std::string unknownParts() const {
        if (!m_pattern.joined.empty())
            return "it uses several entities";
        if (m_pattern.distinct)
            return "it leaves duplicates out (DISTINCT)";
        if (!m_pattern.groupBy.empty())
            return "it groups its rows";
        if (m_pattern.offset)
            return "it skips a fixed number of rows";
        if (m_pattern.rowsWritten != 1)
            return "it writes several rows at once";
        return {};
    }

    std::string conditions() {
        for (const Predicate& predicate : m_pattern.predicates) {
            if (predicate.column.entity != m_entity.id || !m_entity.find(predicate.column.attribute))
                return "a condition is not on a column: " + predicate.text;
            const AttributeId id = predicate.column.attribute;
            if (predicate.comparison == Comparison::Equal) {
                m_shape.equal.push_back(id);
                if (!isParameter(predicate.parameter))
                    m_shape.fixed[id] = predicate.parameter;
            } else if (predicate.comparison == Comparison::Range && !signOf(predicate.text).empty()) {
                if (!hasParameter(predicate.text))
                    return "a bound is written down: " + predicate.text;
                m_shape.range.push_back({id, signOf(predicate.text)});
            } else {
                return "the form has no such condition: " + predicate.text;
            }
        }
        return {};
    }

    std::string sorting() {
        for (const OrderPart& part : m_pattern.order) {
            if (part.column.entity != m_entity.id || !m_entity.find(part.column.attribute))
                return "it sorts by an expression";
            m_shape.order.push_back({part.column.attribute, part.descending});
        }
        m_shape.limit = m_pattern.limit;
        m_shape.limitParameter = !m_pattern.limitParameter.empty();
        m_shape.paging = m_pattern.offsetParameter ? Paging::Offset : Paging::None;
        // A cursor is a bound on the first sort column in its direction.
        if (m_pattern.paging == Paging::Cursor && !m_shape.order.empty() && !m_shape.range.empty()) {
            const StatementShape::Order& first = m_shape.order.front();
            const StatementShape::Range& last = m_shape.range.back();
            if (last == StatementShape::Range{first.attribute, first.descending ? "<" : ">"}) {
                m_shape.range.pop_back();
                m_shape.paging = Paging::Cursor;
            }
        }
        return {};
    }

    std::string values() {
        const std::vector<ColumnRef>& columns = m_shape.kind == Kind::Read ? m_pattern.projection : m_pattern.assigned;
        if (m_shape.kind == Kind::Count || m_shape.kind == Kind::Delete)
            return {};
        for (const ColumnRef& column : columns)
            if (column.entity == m_entity.id)
                m_shape.columns.push_back(column.attribute);
        if (m_shape.kind == Kind::Read)
            return {};
        const std::vector<std::string> written = writtenValues(m_pattern.sql, m_shape.kind);
        if (written.size() != m_shape.columns.size())
            return "its values are not a plain list";
        for (std::size_t i = 0; i < written.size(); ++i) {
            if (m_shape.kind == Kind::Increment) {
                const auto plus = written[i].rfind('+');
                if (plus == std::string::npos)
                    return "it does not count up: " + written[i];
                const std::string by = written[i].substr(written[i].find_first_not_of(' ', plus + 1));
                if (!isParameter(by))
                    m_shape.given[m_shape.columns[i]] = by;
                continue;
            }
            if (isParameter(written[i]))
                continue;
            if (hasParameter(written[i]))
                return "it computes with what it is given: " + written[i];
            m_shape.given[m_shape.columns[i]] = written[i];
        }
        return {};
    }

    bool means(const AccessPattern& other) const {
        const AccessPattern& own = m_pattern;
        const bool verbs = own.verb == other.verb || (own.verb == Verb::Append && other.verb == Verb::Insert);
        const auto sameConditions = [](std::vector<Predicate> a, std::vector<Predicate> b) {
            const auto less = [](const Predicate& x, const Predicate& y) {
                return std::tie(x.column, x.comparison) < std::tie(y.column, y.comparison);
            };
            std::sort(a.begin(), a.end(), less);
            std::sort(b.begin(), b.end(), less);
            return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Predicate& x, const Predicate& y) {
                return x.column == y.column && x.comparison == y.comparison;
            });
        };
        return verbs && own.entity == other.entity && own.joined == other.joined && own.order == other.order &&
               own.projection == other.projection && own.allColumns == other.allColumns &&
               own.assigned == other.assigned && own.limit == other.limit &&
               own.limitParameter.empty() == other.limitParameter.empty() &&
               own.offsetParameter == other.offsetParameter && sameConditions(own.predicates, other.predicates);
    }

    const Project& m_project;
    const AccessPattern& m_pattern;
    const Entity& m_entity;
    StatementShape m_shape;
};

} // namespace

std::string writeStatement(const Project& project, const StatementShape& shape) {
    const Entity* entity = project.entities.find(shape.entity);
    return entity ? Writer(shape, *entity).run() : std::string();
}

tl::expected<StatementShape, std::string> shapeOf(const Project& project, const AccessPattern& pattern) {
    const Entity* entity = project.entities.find(pattern.entity);
    return entity ? Reader(project, pattern, *entity).run() : Why("it reads no entity");
}

} // namespace shardscape::model
