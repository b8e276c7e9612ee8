// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/sql_schema.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/physical/relational_columns.h"
#include "model/physical/sql_dialect.h"

namespace shardscape::model {
namespace {

std::string oneLine(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return text;
}

bool isInteger(const Type& type) {
    return type.kind == TypeKind::Int16 || type.kind == TypeKind::Int32 || type.kind == TypeKind::Int64;
}

class SchemaWriter {
public:
    SchemaWriter(const Project& project, const EngineProfile& profile, const Design& design)
        : m_project(project)
        , m_design(design)
        , m_dialect(sqlDialectOf(profile.dialect)) {}

    std::string run() {
        for (const NativeObject& native : *m_project.natives)
            notCarried(fmt::format("{} {}", native.kind, native.name));
        for (const Structure& table : m_design.structures)
            if (table.kind == StructureKind::Table)
                writeTable(table);
        if (isMysql())
            lateForeignKeys();
        else
            for (const Structure& table : m_design.structures)
                if (table.kind == StructureKind::Table)
                    for (const StructureIndex& index : table.indexes)
                        if (!index.primary && !index.key)
                            writeIndex(table, index);
        return std::move(m_out);
    }

private:
    bool isMysql() const { return m_dialect == SqlDialect::MySql; }
    std::string quoted(const std::string& name) const { return sqlIdentifier(m_dialect, name); }
    void notCarried(const std::string& what) { m_out += "-- not carried over: " + oneLine(what) + "\n"; }

    const Structure* tableOf(EntityId entity) const {
        const auto at = std::find_if(m_design.structures.begin(), m_design.structures.end(), [&](const Structure& one) {
            return one.kind == StructureKind::Table && one.entity == entity;
        });
        return at == m_design.structures.end() ? nullptr : &*at;
    }
    static const StructureColumn* columnOf(const Structure& table, AttributeId attribute) {
        const auto at = std::find_if(table.columns.begin(), table.columns.end(), [&](const StructureColumn& column) {
            return column.source.attribute == attribute;
        });
        return at == table.columns.end() ? nullptr : &*at;
    }
    std::string columns(const Structure& table, const std::vector<AttributeId>& ids) const {
        std::string out;
        for (AttributeId id : ids)
            if (const StructureColumn* column = columnOf(table, id))
                out += (out.empty() ? "" : ", ") + quoted(column->name);
        return out;
    }
    std::optional<std::string> translated(const Structure& table, const Entity& entity,
                                          const std::string& expression) const {
        return portableSql(m_dialect, expression, [&](const std::string& word) {
            const Attribute* attribute = entity.findByName(word);
            const StructureColumn* column = attribute ? columnOf(table, attribute->id) : nullptr;
            return column ? column->name : std::string();
        });
    }

    void writeTable(const Structure& table) {
        const Entity* entity = m_project.entities.find(table.entity);
        if (!entity)
            return;
        m_out += "\n";
        if (!isMysql() && !entity->comment.empty())
            m_out += "-- " + oneLine(entity->comment) + "\n";
        for (const Exclusion& exclusion : entity->exclusions)
            notCarried("EXCLUDE " + exclusion.definition);
        if (entity->partitioning)
            notCarried(fmt::format("the partitions of {}", entity->name));
        std::vector<std::string> lines;
        for (const StructureColumn& column : table.columns)
            if (const Attribute* attribute = entity->find(column.source.attribute))
                lines.push_back(columnLine(table, *entity, column, *attribute));
        for (const StructureIndex& index : table.indexes)
            if (index.primary || index.key)
                if (std::string line = keyLine(table, index); !line.empty())
                    lines.push_back(std::move(line));
        for (const Check& check : entity->checks)
            if (std::string line = checkLine(table, *entity, check); !line.empty())
                lines.push_back(std::move(line));
        if (isMysql())
            for (const StructureIndex& index : table.indexes)
                if (!index.primary && !index.key)
                    lines.push_back(fmt::format(
                        "{}{}KEY {} ({})", index.reason.empty() ? "" : "-- " + oneLine(index.reason) + "\n    ",
                        index.unique ? "UNIQUE " : "", quoted(index.name), partList(table, index)));
        m_written.insert(entity->id);
        for (const Relationship& relationship : m_project.relationships)
            if (relationship.child == entity->id && (!isMysql() || m_written.contains(relationship.parent)))
                if (std::string line = foreignKey(table, relationship); !line.empty())
                    lines.push_back(std::move(line));
        m_out += fmt::format("CREATE TABLE {} (\n    {}\n)", quoted(table.name), fmt::join(lines, ",\n    "));
        m_out += tableOptions(table, *entity) + ";\n";
    }

    /// Foreign keys to tables that were not there yet: of cycles.
    void lateForeignKeys() {
        std::set<EntityId> seen;
        for (const Structure& table : m_design.structures) {
            if (table.kind != StructureKind::Table)
                continue;
            seen.insert(table.entity);
            for (const Relationship& relationship : m_project.relationships)
                if (relationship.child == table.entity && !seen.contains(relationship.parent))
                    if (const std::string line = foreignKey(table, relationship); !line.empty())
                        m_out += fmt::format("\nALTER TABLE {} ADD {};\n", quoted(table.name), line);
        }
    }

    std::string tableOptions(const Structure& table, const Entity& entity) const {
        if (isMysql())
            return " ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin" +
                   (entity.comment.empty() ? std::string() : " COMMENT=" + literal(entity.comment));
        const bool withoutRowid = std::any_of(table.indexes.begin(), table.indexes.end(), [&](const StructureIndex& i) {
            return i.primary && i.clustered && !isRowid(table, i);
        });
        return withoutRowid ? " WITHOUT ROWID" : "";
    }
    std::string literal(const std::string& text) const { return sqlLiteral(m_dialect, text); }

    /// The primary key is the number of the row.
    static bool isRowid(const Structure& table, const StructureIndex& index) {
        const StructureColumn* only = index.parts.size() == 1 ? table.find(index.parts.front().column) : nullptr;
        return index.primary && only && only->nativeType == "INTEGER";
    }

    std::string columnLine(const Structure& table, const Entity& entity, const StructureColumn& column,
                           const Attribute& attribute) {
        std::string line = quoted(column.name) + " " + column.nativeType;
        const Key* primary = entity.primaryKey();
        const bool inPrimary = primary && std::find(primary->attributes.begin(), primary->attributes.end(),
                                                    attribute.id) != primary->attributes.end();
        if (!attribute.generatedSql.empty()) {
            if (const auto expression = translated(table, entity, attribute.generatedSql))
                return line + " GENERATED ALWAYS AS (" + *expression + ") STORED" + comment(attribute);
            notCarried(
                fmt::format("{}.{} GENERATED ALWAYS AS ({})", entity.name, attribute.name, attribute.generatedSql));
        }
        if (!attribute.nullable || inPrimary)
            line += " NOT NULL";
        if (attribute.generator == Generator::AutoIncrement && isInteger(attribute.type)) {
            if (isMysql() && canCount(table, column))
                line += " AUTO_INCREMENT";
            else if (isMysql() || !countsByItself(table, column))
                notCarried(fmt::format("{}.{} takes its values from a sequence", entity.name, attribute.name));
        } else if (!attribute.defaultSql.empty()) {
            if (const auto value = portableDefault(m_dialect, attribute.defaultSql, attribute.type))
                line += " DEFAULT " + *value;
            else
                notCarried(fmt::format("{}.{} DEFAULT {}", entity.name, attribute.name, attribute.defaultSql));
        }
        if (!isMysql() && attribute.type.kind == TypeKind::Enum)
            if (const EnumType* labels = m_project.enums.find(attribute.type.enumeration);
                labels && !labels->labels.empty()) {
                std::vector<std::string> words;
                for (const std::string& label : labels->labels)
                    words.push_back(literal(label));
                line += fmt::format(" CHECK ({} IN ({}))", quoted(column.name), fmt::join(words, ", "));
            }
        return line + comment(attribute);
    }
    std::string comment(const Attribute& attribute) const {
        return isMysql() && !attribute.comment.empty() ? " COMMENT " + literal(attribute.comment) : std::string();
    }

    /// MySQL counts only a column that begins a key.
    static bool canCount(const Structure& table, const StructureColumn& column) {
        return std::any_of(table.indexes.begin(), table.indexes.end(), [&](const StructureIndex& index) {
            return !index.parts.empty() && index.parts.front().column == column.name && (index.primary || index.key);
        });
    }
    static bool countsByItself(const Structure& table, const StructureColumn& column) {
        return std::any_of(table.indexes.begin(), table.indexes.end(), [&](const StructureIndex& index) {
            return isRowid(table, index) && index.parts.front().column == column.name;
        });
    }

    std::string partList(const Structure& table, const StructureIndex& index) const {
        std::vector<std::string> parts;
        for (const StructureKeyPart& part : index.parts) {
            const StructureColumn* column = table.find(part.column);
            std::string text = column ? quoted(part.column) : "(" + part.column + ")";
            if (isMysql() && column)
                if (const int prefix = mysqlPrefixCharacters(table, index, *column); prefix > 0)
                    text += fmt::format("({})", prefix);
            parts.push_back(text + (part.descending ? " DESC" : ""));
        }
        return fmt::format("{}", fmt::join(parts, ", "));
    }

    std::string keyLine(const Structure& table, const StructureIndex& index) {
        if (index.primary)
            return fmt::format("PRIMARY KEY ({})", partList(table, index));
        return isMysql() ? fmt::format("UNIQUE KEY {} ({})", quoted(index.name), partList(table, index))
                         : fmt::format("CONSTRAINT {} UNIQUE ({})", quoted(index.name), partList(table, index));
    }

    std::string checkLine(const Structure& table, const Entity& entity, const Check& check) {
        const auto expression = translated(table, entity, check.expression);
        // MySQL refuses a check on a column that counts by itself.
        const bool counts = isMysql() && expression &&
                            std::any_of(entity.attributes.begin(), entity.attributes.end(), [&](const Attribute& one) {
                                return one.generator == Generator::AutoIncrement &&
                                       expression->find(quoted(one.name)) != std::string::npos;
                            });
        if (!expression || counts) {
            notCarried(fmt::format("{} CHECK ({})", entity.name, check.expression));
            return {};
        }
        if (check.name.empty() || !m_checkNames.insert(check.name).second)
            return fmt::format("CHECK ({})", *expression);
        return fmt::format("CONSTRAINT {} CHECK ({})", quoted(check.name), *expression);
    }

    std::string foreignKey(const Structure& child, const Relationship& relationship) {
        const Structure* parent = tableOf(relationship.parent);
        if (!parent)
            return {};
        std::string line;
        if (!relationship.name.empty() && m_foreignKeyNames.insert(relationship.name).second)
            line = "CONSTRAINT " + quoted(relationship.name) + " ";
        line += fmt::format("FOREIGN KEY ({}) REFERENCES {} ({})", columns(child, relationship.childAttributes),
                            quoted(parent->name), columns(*parent, relationship.parentAttributes));
        const auto action = [&](const char* when, ReferentialAction what) {
            switch (what) {
            case ReferentialAction::NoAction: return;
            case ReferentialAction::Restrict: line += fmt::format(" ON {} RESTRICT", when); return;
            case ReferentialAction::Cascade: line += fmt::format(" ON {} CASCADE", when); return;
            case ReferentialAction::SetNull:
                if (isMysql() && !allNullable(child, relationship.childAttributes))
                    break;
                line += fmt::format(" ON {} SET NULL", when);
                return;
            case ReferentialAction::SetDefault:
                if (isMysql()) // InnoDB refuses it
                    break;
                line += fmt::format(" ON {} SET DEFAULT", when);
                return;
            }
            notCarried(fmt::format("{} ON {} SET NULL or SET DEFAULT", child.name, when));
        };
        action("DELETE", relationship.onDelete);
        action("UPDATE", relationship.onUpdate);
        if (relationship.deferrable && !isMysql())
            line += relationship.initiallyDeferred ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE";
        return line;
    }
    static bool allNullable(const Structure& child, const std::vector<AttributeId>& ids) {
        return std::all_of(ids.begin(), ids.end(), [&](AttributeId id) {
            const StructureColumn* column = columnOf(child, id);
            return column && column->nullable;
        });
    }

    void writeIndex(const Structure& table, const StructureIndex& index) {
        m_out += "\n";
        if (!index.reason.empty())
            m_out += "-- " + oneLine(index.reason) + "\n";
        m_out += fmt::format("CREATE {}INDEX {} ON {} ({}){};\n", index.unique ? "UNIQUE " : "", quoted(index.name),
                             quoted(table.name), partList(table, index),
                             index.predicate.empty() ? "" : " WHERE " + index.predicate);
    }

    const Project& m_project;
    const Design& m_design;
    const SqlDialect m_dialect;
    std::set<EntityId> m_written;
    std::set<std::string> m_checkNames, m_foreignKeyNames;
    std::string m_out;
};

} // namespace

std::string writeSqlSchema(const Project& project, const EngineProfile& profile, const Design& design) {
    return SchemaWriter(project, profile, design).run();
}

} // namespace shardscape::model
