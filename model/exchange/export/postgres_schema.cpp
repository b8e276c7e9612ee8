// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "model/exchange/export/ddl.h"
#include "model/exchange/export/postgres_ddl.h"
#include "model/exchange/export/postgres_words.h"

namespace shardscape::model {
namespace {

std::string joined(const std::vector<std::string>& parts) {
    return fmt::format("{}", fmt::join(parts, ", "));
}

const char* actionSql(ReferentialAction action) {
    switch (action) {
    case ReferentialAction::NoAction: return "NO ACTION";
    case ReferentialAction::Restrict: return "RESTRICT";
    case ReferentialAction::Cascade: return "CASCADE";
    case ReferentialAction::SetNull: return "SET NULL";
    case ReferentialAction::SetDefault: return "SET DEFAULT";
    }
    return "NO ACTION";
}

const char* deferSql(bool deferrable, bool initiallyDeferred) {
    return !deferrable ? "" : initiallyDeferred ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE";
}

bool isPublic(const std::string& schema) {
    return schema.empty() || schema == "public";
}

/// Writes one project; every part ends with a newline, sections are separated by an empty line.
class SchemaWriter {
public:
    explicit SchemaWriter(const Project& project)
        : m_project(project) {
        for (const NativeObject& native : *project.natives)
            if (native.kind == "sequence")
                m_sequences.insert(native.name);
    }

    std::string run() {
        preamble();
        enumerations();
        natives();
        for (const Entity* entity : ordered())
            table(*entity);
        for (const Entity& entity : m_project.entities)
            for (const Index& declared : entity.indexes)
                index(entity, declared);
        for (const Entity& entity : m_project.entities)
            lateChecks(entity);
        for (const Relationship& relationship : m_project.relationships)
            foreignKey(relationship);
        for (const Entity& entity : m_project.entities)
            sequenceOwners(entity);
        comments();
        return std::move(m_out);
    }

private:
    template <class... Args> void write(fmt::format_string<Args...> text, Args&&... args) {
        m_out += fmt::format(text, std::forward<Args>(args)...);
    }
    std::string name(const Entity& entity) const { return postgresName(entity.schema, entity.name); }
    std::string columns(const Entity& entity, const std::vector<AttributeId>& ids) const {
        std::vector<std::string> out;
        for (AttributeId id : ids)
            if (const Attribute* attribute = entity.find(id))
                out.push_back(postgresIdentifier(attribute->name));
        return joined(out);
    }
    std::string constraint(const std::string& given) const {
        return given.empty() ? std::string() : "CONSTRAINT " + postgresIdentifier(given) + " ";
    }

    void preamble() {
        write("SET check_function_bodies = false;\n");
        std::set<std::string> schemas;
        for (const Entity& entity : m_project.entities)
            if (!isPublic(entity.schema))
                schemas.insert(entity.schema);
        for (const EnumType& type : m_project.enums)
            if (!isPublic(type.schema))
                schemas.insert(type.schema);
        for (const std::string& schema : schemas)
            write("CREATE SCHEMA IF NOT EXISTS {};\n", postgresIdentifier(schema));
        bool elsewhere = false;
        for (const NativeObject& native : *m_project.natives) {
            if (native.dialect != "postgresql")
                continue;
            if (native.kind == "schema")
                schemas.insert(native.name);
            if (native.kind == "schema" || native.kind == "extension" || native.kind == "collation")
                write("{};\n", native.sql);
            elsewhere = elsewhere || native.sql.find("WITH SCHEMA") != std::string::npos ||
                        (native.kind != "sequence" &&
                         native.name.substr(0, native.name.find('(')).find('.') != std::string::npos);
        }
        if (elsewhere && !schemas.empty()) {
            // Expressions may name functions and types of other schemas without saying so; new objects still go to
            // public.
            std::vector<std::string> path{"public"};
            for (const std::string& schema : schemas)
                path.push_back(postgresIdentifier(schema));
            write("SET search_path = {};\n", joined(path));
        }
    }

    void enumerations() {
        for (const EnumType& type : m_project.enums) {
            std::vector<std::string> labels;
            for (const std::string& label : type.labels)
                labels.push_back(postgresLiteral(label));
            write("\nCREATE TYPE {} AS ENUM ({});\n", postgresName(type.schema, type.name), joined(labels));
        }
    }

    void natives() {
        for (const NativeObject& native : *m_project.natives)
            if (native.dialect == "postgresql" && native.kind != "schema" && native.kind != "extension" &&
                native.kind != "collation")
                write("\n{};\n", native.sql);
    }

    /// Parents before children where that is possible; otherwise in the order of their ids.
    std::vector<const Entity*> ordered() const {
        std::unordered_map<EntityId, std::vector<EntityId>> parents;
        for (const Relationship& relationship : m_project.relationships)
            parents[relationship.child].push_back(relationship.parent);
        std::vector<const Entity*> out;
        std::unordered_set<EntityId> seen;
        for (const Entity& start : m_project.entities) {
            std::vector<std::pair<EntityId, bool>> stack{{start.id, false}};
            while (!stack.empty()) {
                const auto [id, finished] = stack.back();
                stack.pop_back();
                if (finished) {
                    if (const Entity* entity = m_project.entities.find(id))
                        out.push_back(entity);
                    continue;
                }
                if (!seen.insert(id).second)
                    continue;
                stack.emplace_back(id, true);
                auto above = parents[id];
                std::sort(above.begin(), above.end(), std::greater<>());
                for (EntityId parent : above)
                    stack.emplace_back(parent, false);
            }
        }
        return out;
    }

    void table(const Entity& entity) {
        std::vector<std::string> lines;
        for (const Attribute& attribute : entity.attributes)
            lines.push_back(column(entity, attribute));
        for (const Key& key : entity.keys)
            lines.push_back(keyLine(entity, key));
        for (const Check& check : entity.checks)
            if (!check.notValid)
                lines.push_back(fmt::format("{}CHECK ({}){}", constraint(check.name), check.expression,
                                            check.noInherit ? " NO INHERIT" : ""));
        for (const Exclusion& exclusion : entity.exclusions)
            lines.push_back(fmt::format("{}EXCLUDE {}", constraint(exclusion.name), exclusion.definition));
        write("\nCREATE {}TABLE {} (", entity.unlogged ? "UNLOGGED " : "", name(entity));
        for (std::size_t i = 0; i < lines.size(); ++i)
            write("{}\n    {}", i > 0 ? "," : "", lines[i]);
        write("\n)");
        if (entity.partitioning)
            write(" PARTITION BY {}", partitionBy(entity, *entity.partitioning));
        if (!entity.options.empty())
            write(" WITH ({})", entity.options);
        write(";\n");
        if (entity.partitioning)
            for (const PartitionChild& child : entity.partitioning->children)
                partition(entity, child);
    }

    std::string column(const Entity& entity, const Attribute& attribute) const {
        std::string line = postgresIdentifier(attribute.name) + " ";
        const bool serial = isSerial(entity, attribute);
        if (serial)
            line += attribute.type.kind == TypeKind::Int16   ? "smallserial"
                    : attribute.type.kind == TypeKind::Int32 ? "serial"
                                                             : "bigserial";
        else
            line += postgresType(m_project, attribute.type);
        if (!attribute.collation.empty())
            line += " COLLATE " + attribute.collation;
        if (!attribute.generatedSql.empty())
            line += " GENERATED ALWAYS AS (" + attribute.generatedSql + ") STORED";
        else if (attribute.generator == Generator::AutoIncrement && attribute.defaultSql.empty() &&
                 isInteger(attribute.type))
            line += fmt::format(" GENERATED {} AS IDENTITY{}", attribute.identityAlways ? "ALWAYS" : "BY DEFAULT",
                                attribute.identityOptions.empty() ? "" : " (" + attribute.identityOptions + ")");
        else if (!attribute.defaultSql.empty() && !serial)
            line += " DEFAULT " + attribute.defaultSql;
        if (!attribute.nullable)
            line += " NOT NULL";
        return line;
    }
    static bool isInteger(const Type& type) {
        return type.kind == TypeKind::Int16 || type.kind == TypeKind::Int32 || type.kind == TypeKind::Int64;
    }
    /// True when "serial" says it all: the sequence is the one that the server would make by itself.
    bool isSerial(const Entity& entity, const Attribute& attribute) const {
        if (attribute.generator != Generator::AutoIncrement || attribute.nullable || !isInteger(attribute.type))
            return false;
        const std::string own = postgresName(entity.schema, postgresObjectName(entity.name, attribute.name, "seq"));
        return attribute.defaultSql == "nextval(" + postgresLiteral(own) + "::regclass)" && !m_sequences.contains(own);
    }

    std::string keyLine(const Entity& entity, const Key& key) const {
        std::string line = constraint(key.name);
        line += key.kind == KeyKind::Primary ? "PRIMARY KEY "
                : key.nullsNotDistinct       ? "UNIQUE NULLS NOT DISTINCT "
                                             : "UNIQUE ";
        line += "(" + columns(entity, key.attributes) + ")";
        if (!key.include.empty())
            line += " INCLUDE (" + columns(entity, key.include) + ")";
        return line + deferSql(key.deferrable, key.initiallyDeferred);
    }

    std::string part(const Entity& entity, const KeyPart& keyPart) const {
        const Attribute* attribute = entity.find(keyPart.attribute);
        std::string out = attribute ? postgresIdentifier(attribute->name) : "(" + keyPart.expression + ")";
        if (!keyPart.collation.empty())
            out += " COLLATE " + keyPart.collation;
        if (!keyPart.operatorClass.empty())
            out += " " + keyPart.operatorClass;
        if (keyPart.descending)
            out += " DESC";
        if (keyPart.nullsFirst)
            out += *keyPart.nullsFirst ? " NULLS FIRST" : " NULLS LAST";
        return out;
    }
    std::string parts(const Entity& entity, const std::vector<KeyPart>& keyParts) const {
        std::vector<std::string> out;
        for (const KeyPart& keyPart : keyParts)
            out.push_back(part(entity, keyPart));
        return joined(out);
    }

    std::string partitionBy(const Entity& entity, const Partitioning& partitioning) const {
        const char* method = partitioning.method == PartitionMethod::Range  ? "RANGE"
                             : partitioning.method == PartitionMethod::List ? "LIST"
                                                                            : "HASH";
        return fmt::format("{} ({})", method, parts(entity, partitioning.parts));
    }
    void partition(const Entity& entity, const PartitionChild& child) {
        std::string parent = name(entity);
        if (!child.of.empty())
            for (const PartitionChild& candidate : entity.partitioning->children)
                if (candidate.name == child.of)
                    parent = postgresName(candidate.schema, candidate.name);
        write("CREATE TABLE {} PARTITION OF {} {}{};\n", postgresName(child.schema, child.name), parent, child.bound,
              child.partitionBy.empty() ? "" : " PARTITION BY " + child.partitionBy);
    }

    void index(const Entity& entity, const Index& declared) {
        const std::string method =
            declared.method == IndexMethod::Other ? declared.methodName : model::name(declared.method);
        write("\nCREATE {}INDEX {}ON {} USING {} ({})", declared.unique ? "UNIQUE " : "",
              declared.name.empty() ? "" : postgresIdentifier(declared.name) + " ", name(entity),
              postgresIdentifier(method), parts(entity, declared.parts));
        if (!declared.include.empty())
            write(" INCLUDE ({})", columns(entity, declared.include));
        if (declared.nullsNotDistinct)
            write(" NULLS NOT DISTINCT");
        if (!declared.options.empty())
            write(" WITH ({})", declared.options);
        if (!declared.predicate.empty())
            write(" WHERE {}", declared.predicate);
        write(";\n");
    }

    void lateChecks(const Entity& entity) {
        for (const Check& check : entity.checks)
            if (check.notValid)
                write("\nALTER TABLE {} ADD {}CHECK ({}){} NOT VALID;\n", name(entity), constraint(check.name),
                      check.expression, check.noInherit ? " NO INHERIT" : "");
    }

    void foreignKey(const Relationship& relationship) {
        const Entity* child = m_project.entities.find(relationship.child);
        const Entity* parent = m_project.entities.find(relationship.parent);
        if (!child || !parent)
            return;
        write("\nALTER TABLE {} ADD {}FOREIGN KEY ({})\n    REFERENCES {} ({})", name(*child),
              constraint(relationship.name), columns(*child, relationship.childAttributes), name(*parent),
              columns(*parent, relationship.parentAttributes));
        if (relationship.matchFull)
            write(" MATCH FULL");
        if (relationship.onDelete != ReferentialAction::NoAction)
            write(" ON DELETE {}{}", actionSql(relationship.onDelete),
                  relationship.onDeleteAttributes.empty()
                      ? std::string()
                      : " (" + columns(*child, relationship.onDeleteAttributes) + ")");
        if (relationship.onUpdate != ReferentialAction::NoAction)
            write(" ON UPDATE {}", actionSql(relationship.onUpdate));
        write("{}{};\n", deferSql(relationship.deferrable, relationship.initiallyDeferred),
              relationship.notValid ? " NOT VALID" : "");
    }

    void sequenceOwners(const Entity& entity) {
        for (const Attribute& attribute : entity.attributes)
            for (const std::string& sequence : m_sequences) {
                const std::string prefix =
                    isPublic(entity.schema) ? std::string() : postgresIdentifier(entity.schema) + ".";
                const bool sameSchema =
                    prefix.empty() ? sequence.find('.') == std::string::npos : sequence.starts_with(prefix);
                if (sameSchema && attribute.defaultSql == "nextval(" + postgresLiteral(sequence) + "::regclass)" &&
                    usersOf(sequence) == 1)
                    write("\nALTER SEQUENCE {} OWNED BY {}.{};\n", sequence, name(entity),
                          postgresIdentifier(attribute.name));
            }
    }
    int usersOf(const std::string& sequence) const {
        int users = 0;
        for (const Entity& entity : m_project.entities)
            for (const Attribute& attribute : entity.attributes)
                users += attribute.defaultSql.find(postgresLiteral(sequence)) != std::string::npos;
        return users;
    }

    void comment(const std::string& kind, const std::string& object, const std::string& text) {
        if (!text.empty())
            write("COMMENT ON {} {} IS {};\n", kind, object, postgresLiteral(text));
    }
    void comments() {
        write("\n");
        for (const EnumType& type : m_project.enums)
            comment("TYPE", postgresName(type.schema, type.name), type.comment);
        for (const Entity& entity : m_project.entities) {
            const std::string table = name(entity);
            comment("TABLE", table, entity.comment);
            for (const Attribute& attribute : entity.attributes)
                comment("COLUMN", table + "." + postgresIdentifier(attribute.name), attribute.comment);
            const auto constraints = [&](const auto& all) {
                for (const auto& one : all)
                    comment("CONSTRAINT", postgresIdentifier(one.name) + " ON " + table, one.comment);
            };
            constraints(entity.keys);
            constraints(entity.checks);
            constraints(entity.exclusions);
            for (const Index& declared : entity.indexes)
                comment("INDEX", postgresName(entity.schema, declared.name), declared.comment);
        }
        for (const Relationship& relationship : m_project.relationships)
            if (const Entity* child = m_project.entities.find(relationship.child))
                comment("CONSTRAINT", postgresIdentifier(relationship.name) + " ON " + name(*child),
                        relationship.comment);
    }

    const Project& m_project;
    std::set<std::string> m_sequences;
    std::string m_out;
};

std::string numericSql(const Type& type) {
    if (type.precision == 0)
        return "numeric";
    return type.scale == 0 ? fmt::format("numeric({})", type.precision)
                           : fmt::format("numeric({},{})", type.precision, type.scale);
}

std::string timeSql(const char* word, const Type& type) {
    return fmt::format("{}{}{}", word, type.precision >= 0 ? fmt::format("({})", type.precision) : std::string(),
                       type.withTimeZone ? " with time zone" : "");
}

/// Whether the native spelling is PostgreSQL's. Where the kind says what is stored, only PostgreSQL's own variants of
/// it count; another dialect's ("int unsigned", "mediumtext") are written as the kind.
bool isPostgresSpelling(const Type& type) {
    switch (type.kind) {
    case TypeKind::Other:
    case TypeKind::GeoPoint:
    case TypeKind::Interval: return !type.native.empty();
    case TypeKind::Text: return type.native.find("citext") != std::string::npos;
    case TypeKind::String: return type.native == "bpchar";
    default: return false;
    }
}

} // namespace

std::string postgresType(const Project& project, const Type& type) {
    if (isPostgresSpelling(type))
        return type.native;
    switch (type.kind) {
    case TypeKind::Uuid: return "uuid";
    case TypeKind::Bool: return "boolean";
    case TypeKind::Int16: return "smallint";
    case TypeKind::Int32: return "integer";
    case TypeKind::Int64: return "bigint";
    case TypeKind::Float: return "real";
    case TypeKind::Double: return "double precision";
    case TypeKind::Decimal: return numericSql(type);
    case TypeKind::String:
        if (type.length == 0)
            return type.fixedLength ? "char" : "varchar";
        return fmt::format("{}({})", type.fixedLength ? "char" : "varchar", type.length);
    case TypeKind::Text: return "text";
    case TypeKind::Binary: return "bytea";
    case TypeKind::Date: return "date";
    case TypeKind::Time: return timeSql("time", type);
    case TypeKind::Timestamp: return timeSql("timestamp", type);
    case TypeKind::Interval: return "interval";
    case TypeKind::Enum: {
        const EnumType* known = project.enums.find(type.enumeration);
        return known ? postgresName(known->schema, known->name) : "text";
    }
    case TypeKind::Json: return type.binary ? "jsonb" : "json";
    case TypeKind::Array: return (type.element ? postgresType(project, *type.element) : "text") + "[]";
    case TypeKind::GeoPoint: return "point";
    case TypeKind::Other: return "text";
    }
    return "text";
}

std::string writePostgresSchema(const Project& project) {
    return SchemaWriter(project).run();
}

std::string writePostgresDdl(const Project& project, const Design& design) {
    std::string out = writePostgresSchema(project);
    for (const Structure& structure : design.structures) {
        const Entity* entity = project.entities.find(structure.entity);
        for (const StructureIndex& index : structure.indexes) {
            if (index.declared || index.key || index.primary || !entity)
                continue;
            const auto word = [&](const std::string& column) {
                return structure.find(column) ? postgresIdentifier(column) : "(" + column + ")";
            };
            std::vector<std::string> parts;
            for (const StructureKeyPart& part : index.parts)
                parts.push_back(word(part.column) + (part.operatorClass.empty() ? "" : " " + part.operatorClass) +
                                (part.descending ? " DESC" : ""));
            const bool trigrams = std::any_of(index.parts.begin(), index.parts.end(), [](const StructureKeyPart& part) {
                return part.operatorClass == "gin_trgm_ops";
            });
            if (trigrams && out.find("EXTENSION IF NOT EXISTS pg_trgm") == std::string::npos)
                out += "\nCREATE EXTENSION IF NOT EXISTS pg_trgm;\n";
            if (!index.reason.empty()) {
                std::string reason = index.reason; // names in it may hold anything, a line's end too
                std::replace_if(
                    reason.begin(), reason.end(), [](unsigned char c) { return c < 0x20; }, ' ');
                out += "\n-- " + reason;
            }
            out += fmt::format("\nCREATE {}INDEX {} ON {} USING {} ({})", index.unique ? "UNIQUE " : "",
                               postgresIdentifier(index.name), postgresName(entity->schema, entity->name), index.method,
                               joined(parts));
            if (!index.include.empty()) {
                std::vector<std::string> included;
                for (const std::string& column : index.include)
                    included.push_back(postgresIdentifier(column));
                out += " INCLUDE (" + joined(included) + ")";
            }
            if (!index.predicate.empty())
                out += " WHERE " + index.predicate;
            out += ";\n";
        }
    }
    return out;
}

} // namespace shardscape::model
