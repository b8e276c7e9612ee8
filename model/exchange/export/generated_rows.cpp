// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/generated_rows.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/exchange/export/postgres_words.h"
#include "model/physical/sql_dialect.h"

namespace shardscape::model {
namespace {

constexpr std::size_t kChunk = 1 << 16;        ///< bytes handed to the sink at a time
constexpr std::size_t kStatement = 512 * 1024; ///< bytes of an INSERT; max_allowed_packet of MySQL is 16 MiB

/// Collects text and hands it on in chunks.
class Output {
public:
    explicit Output(const TextSink& sink)
        : m_sink(sink) {}
    void add(std::string_view text) {
        m_text += text;
        if (m_text.size() >= kChunk)
            flush();
    }
    void flush() {
        if (!m_text.empty())
            m_open = m_open && m_sink(m_text);
        m_text.clear();
    }
    bool isOpen() const { return m_open; }
    Result<void> finish() {
        flush();
        if (!m_open)
            return fail(ErrorCode::Io, "the rows could not be written to their end", "is the disk full?");
        return {};
    }

private:
    const TextSink& m_sink;
    std::string m_text;
    bool m_open = true;
};

std::string withoutHyphens(const std::string& uuid) {
    std::string out = uuid;
    std::erase(out, '-');
    return out;
}

std::string jsonText(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out += c;
    }
    return out + '"';
}

/// "a,b" as JSON: [a,b] of numbers, ["a","b"] of words.
std::string jsonArray(const Cell& cell) {
    if (cell.kind == Cell::Kind::Numbers)
        return "[" + cell.text + "]";
    std::string out = "[\"";
    for (const char c : cell.text)
        out += c == ',' ? std::string("\",\"") : std::string(1, c);
    return out + "\"]";
}

std::string xy(const Cell& cell, char separator) {
    std::string out = cell.text;
    std::replace(out.begin(), out.end(), ' ', separator);
    return out;
}

/// A field of COPY … FROM stdin in its text format.
std::string copyField(const Cell& cell) {
    std::string text;
    switch (cell.kind) {
    case Cell::Kind::Null: return "\\N";
    case Cell::Kind::Binary: return "\\\\x" + cell.text;
    case Cell::Kind::Numbers:
    case Cell::Kind::Words: return "{" + cell.text + "}";
    case Cell::Kind::Point: return "(" + xy(cell, ',') + ")";
    default: break;
    }
    for (const char c : cell.text)
        switch (c) {
        case '\\': text += "\\\\"; break;
        case '\t': text += "\\t"; break;
        case '\n': text += "\\n"; break;
        case '\r': text += "\\r"; break;
        default: text += c;
        }
    return text;
}

/// A value of an INSERT of MySQL or SQLite.
std::string insertValue(SqlDialect dialect, const Cell& cell, const std::string& nativeType) {
    switch (cell.kind) {
    case Cell::Kind::Null: return "NULL";
    case Cell::Kind::Number: return cell.text;
    case Cell::Kind::Bool: return cell.text == "true" ? "1" : "0";
    case Cell::Kind::Uuid: return "X'" + withoutHyphens(cell.text) + "'";
    case Cell::Kind::Binary: return "X'" + cell.text + "'";
    case Cell::Kind::Numbers:
    case Cell::Kind::Words: return sqlLiteral(dialect, jsonArray(cell));
    case Cell::Kind::Point:
        return nativeType == "POINT" ? "POINT(" + xy(cell, ',') + ")" : sqlLiteral(dialect, cell.text);
    default: return sqlLiteral(dialect, cell.text);
    }
}

class SqlWriter {
public:
    SqlWriter(const DataPlan& plan, const EngineProfile& profile, const Design& design, const TextSink& sink)
        : m_plan(plan)
        , m_design(design)
        , m_dialect(sqlDialectOf(profile.dialect))
        , m_out(sink) {}

    Result<void> run() {
        begin();
        for (EntityId id : m_plan.order()) {
            const auto table =
                std::find_if(m_design.structures.begin(), m_design.structures.end(), [&](const Structure& one) {
                    return one.kind == StructureKind::Table && one.entity == id;
                });
            if (table != m_design.structures.end() && m_out.isOpen())
                m_dialect == SqlDialect::PostgreSql ? copy(*table) : insert(*table);
        }
        if (m_dialect != SqlDialect::PostgreSql)
            m_out.add("COMMIT;\n");
        return m_out.finish();
    }

private:
    void begin() {
        switch (m_dialect) {
        case SqlDialect::PostgreSql:
            if (m_plan.hasCycles()) // tables refer to each other: checks and triggers wait, which only a superuser may
                                    // ask
                m_out.add("SET session_replication_role = replica;\n");
            return;
        case SqlDialect::MySql:
            m_out.add("SET foreign_key_checks = 0;\nSET unique_checks = 1;\nSTART TRANSACTION;\n");
            return;
        case SqlDialect::Sqlite: m_out.add("BEGIN;\n"); return;
        }
    }

    /// Columns that take values: not those that the server computes.
    struct Taken {
        const StructureColumn* column = nullptr;
        const Attribute* attribute = nullptr;
    };
    std::vector<Taken> taken(const Structure& table) const {
        std::vector<Taken> out;
        for (const StructureColumn& column : table.columns) {
            const Attribute* attribute = m_plan.project().find(column.source);
            if (attribute && attribute->generatedSql.empty())
                out.push_back({&column, attribute});
        }
        return out;
    }

    void copy(const Structure& table) {
        const Entity& entity = *m_plan.project().entities.find(table.entity);
        const std::vector<Taken> columns = taken(table);
        if (columns.empty())
            return;
        std::vector<std::string> names;
        for (const Taken& one : columns)
            names.push_back(postgresIdentifier(one.column->name));
        const std::string name = postgresName(entity.schema, entity.name);
        m_out.add(fmt::format("\nCOPY {} ({}) FROM stdin;\n", name, fmt::join(names, ", ")));
        const std::uint64_t rows = m_plan.rows(entity.id);
        std::string line;
        for (std::uint64_t row = 0; row < rows && m_out.isOpen(); ++row) {
            line.clear();
            for (const Taken& one : columns)
                line +=
                    (&one == &columns.front() ? "" : "\t") + copyField(m_plan.cell(entity.id, row, one.attribute->id));
            m_out.add(line + "\n");
        }
        m_out.add("\\.\n");
        for (const Taken& one : columns)
            if (one.attribute->generator == Generator::AutoIncrement)
                m_out.add(fmt::format("SELECT setval(pg_get_serial_sequence({}, {}), {}) WHERE "
                                      "pg_get_serial_sequence({}, {}) IS NOT NULL;\n",
                                      postgresLiteral(name), postgresLiteral(one.attribute->name), rows,
                                      postgresLiteral(name), postgresLiteral(one.attribute->name)));
    }

    void insert(const Structure& table) {
        const std::vector<Taken> columns = taken(table);
        if (columns.empty())
            return;
        std::vector<std::string> names;
        for (const Taken& one : columns)
            names.push_back(sqlIdentifier(m_dialect, one.column->name));
        const std::string head =
            fmt::format("INSERT INTO {} ({}) VALUES\n", sqlIdentifier(m_dialect, table.name), fmt::join(names, ", "));
        const std::uint64_t rows = m_plan.rows(table.entity);
        // SQLite compiles a statement before it runs it: short ones keep that small.
        const std::uint64_t most = m_dialect == SqlDialect::Sqlite ? 200 : 2000;
        std::string statement;
        std::uint64_t inIt = 0;
        for (std::uint64_t row = 0; row < rows && m_out.isOpen(); ++row) {
            statement += inIt == 0 ? head : ",\n";
            statement += '(';
            for (const Taken& one : columns)
                statement +=
                    (&one == &columns.front() ? "" : ",") +
                    insertValue(m_dialect, m_plan.cell(table.entity, row, one.attribute->id), one.column->nativeType);
            statement += ')';
            if (++inIt < most && statement.size() < kStatement && row + 1 < rows)
                continue;
            m_out.add(statement + ";\n");
            statement.clear();
            inIt = 0;
        }
    }

    const DataPlan& m_plan;
    const Design& m_design;
    const SqlDialect m_dialect;
    Output m_out;
};

std::string plainText(const Cell& cell) {
    switch (cell.kind) {
    case Cell::Kind::Numbers:
    case Cell::Kind::Words: return jsonArray(cell);
    default: return cell.text;
    }
}

std::string csvField(const std::string& text, bool always) {
    if (!always && text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

std::string jsonValue(const Cell& cell) {
    switch (cell.kind) {
    case Cell::Kind::Null: return "null";
    case Cell::Kind::Number:
    case Cell::Kind::Bool:
    case Cell::Kind::Json: return cell.text;
    case Cell::Kind::Numbers:
    case Cell::Kind::Words: return jsonArray(cell);
    case Cell::Kind::Point: return "[" + xy(cell, ',') + "]";
    default: return jsonText(cell.text);
    }
}

} // namespace

Result<void> writeSqlRows(const DataPlan& plan, const EngineProfile& profile, const Design& design,
                          const TextSink& sink) {
    if (profile.mapping != MappingFamily::Relational || profile.dialect.empty())
        return fail(ErrorCode::Unsupported, fmt::format("{} takes no SQL", profile.title),
                    "generate CSV or JSON, or choose postgresql, mysql, mariadb or sqlite");
    return SqlWriter(plan, profile, design, sink).run();
}

Result<void> writeCsvRows(const DataPlan& plan, EntityId id, const TextSink& sink) {
    const Entity& entity = *plan.project().entities.find(id);
    Output out(sink);
    std::string line;
    for (const Attribute& attribute : entity.attributes)
        line += (line.empty() ? "" : ",") + csvField(attribute.name, false);
    out.add(line + "\r\n");
    for (std::uint64_t row = 0; row < plan.rows(id) && out.isOpen(); ++row) {
        line.clear();
        for (const Attribute& attribute : entity.attributes) {
            const Cell cell = plan.cell(id, row, attribute.id);
            line += &attribute == &entity.attributes.front() ? "" : ",";
            if (cell.kind != Cell::Kind::Null)
                line += csvField(plainText(cell), cell.text.empty());
        }
        out.add(line + "\r\n");
    }
    return out.finish();
}

Result<void> writeJsonRows(const DataPlan& plan, EntityId id, const TextSink& sink) {
    const Entity& entity = *plan.project().entities.find(id);
    Output out(sink);
    std::string line;
    for (std::uint64_t row = 0; row < plan.rows(id) && out.isOpen(); ++row) {
        line = "{";
        for (const Attribute& attribute : entity.attributes)
            line += (&attribute == &entity.attributes.front() ? "" : ",") + jsonText(attribute.name) + ":" +
                    jsonValue(plan.cell(id, row, attribute.id));
        out.add(line + "}\n");
    }
    return out.finish();
}

} // namespace shardscape::model
