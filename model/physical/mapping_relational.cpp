// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "model/physical/mapping_rules.h"
#include "model/physical/names.h"
#include "model/physical/partition_keys.h"
#include "model/physical/relational_columns.h"
#include "model/physical/relational_indexes.h"
#include "model/physical/sql_dialect.h"

namespace shardscape::model {
namespace {

/// Where an engine names no limit: long enough for any name, short enough to be read.
constexpr double kNameBytes = 128;

std::string joinedNames(const Entity& entity, const std::vector<AttributeId>& columns) {
    std::string out;
    for (AttributeId id : columns)
        if (const Attribute* attribute = entity.find(id))
            out += "_" + attribute->name;
    return out;
}

class RelationalRules {
public:
    explicit RelationalRules(const MappingInput& input)
        : m_input(input)
        , m_advice(adviseIndexes(input))
        , m_dialect(sqlDialectOf(input.profile.dialect))
        , m_nameBytes(static_cast<std::size_t>(
              std::max(16.0, input.profile.find("limits.identifier_bytes").value_or(kNameBytes)))) {}

    Design run() {
        const int partitions = m_input.layout.partitions.value_or(m_input.profile.defaultPartitions);
        if (partitions > 1)
            m_keys = choosePartitionKeys(m_input, partitions);
        const std::vector<const Entity*> order = creationOrder(m_input.cardinality);
        for (const Entity* entity : order) // names that exist come first, so that proposed ones avoid them
            takeDeclared(*entity);
        m_design.structures.reserve(order.size());
        for (const Entity* entity : order)
            addTable(*entity);
        if (m_dialect == SqlDialect::MySql)
            fitMysqlColumns(m_input, m_design);
        for (std::string& note : m_advice.notes)
            m_design.notes.push_back(std::move(note));
        return std::move(m_design);
    }

private:
    void takeDeclared(const Entity& entity) {
        UniqueNames& names = namesOf(entity);
        names.take(entity.name);
        for (const Key& key : entity.keys)
            if (!key.name.empty())
                names.take(key.name);
        for (const Index& index : entity.indexes)
            if (!index.name.empty())
                names.take(index.name);
    }

    /// Tables and indexes share the names of a schema.
    UniqueNames& namesOf(const Entity& entity) {
        const std::string schema = entity.schema.empty() || !hasSchemas() ? "public" : entity.schema;
        return m_names.try_emplace(schema, m_nameBytes, m_input.profile.has("folded_names")).first->second;
    }
    /// Documents have an engine's own words for expressions; "dialect" is of relational engines.
    bool speaksPostgres() const { return m_dialect == SqlDialect::PostgreSql && !m_input.profile.dialect.empty(); }
    bool hasSchemas() const { return m_input.profile.has("schemas"); }

    /// The schema becomes part of the name where the engine has none.
    std::string tableName(const Entity& entity) const {
        std::string name = m_input.project.displayName(entity);
        if (!hasSchemas())
            std::replace(name.begin(), name.end(), '.', '_');
        return name;
    }

    void addTable(const Entity& entity) {
        Structure table;
        table.name = m_tableNames.take(tableName(entity));
        table.entity = entity.id;
        table.entities = {entity.id};
        table.reason = fmt::format("holds {} as modelled", entity.name);
        UniqueNames columns(m_nameBytes, m_input.profile.has("folded_names"));
        m_columnNames.clear();
        for (const Attribute& attribute : entity.attributes)
            m_columnNames[attribute.id] = hasSchemas() ? attribute.name : columns.take(attribute.name);
        for (const Attribute& attribute : entity.attributes)
            table.columns.push_back({m_columnNames[attribute.id],
                                     attribute.type,
                                     nativeTypeOf(m_input.project, m_input.profile, attribute.type),
                                     attribute.nullable,
                                     {entity.id, attribute.id},
                                     {},
                                     0,
                                     {}});
        for (const Key& key : entity.keys)
            addKey(entity, key, table);
        for (const Index& index : entity.indexes)
            addDeclared(entity, index, table);
        if (const auto proposed = m_advice.proposed.find(entity.id); proposed != m_advice.proposed.end())
            for (const ProposedIndex& index : proposed->second)
                addProposed(entity, index, table);
        if (m_input.profile.has("foreign_key_indexes"))
            addForeignKeyIndexes(entity, table);
        if (m_input.profile.has("clustered_rows"))
            cluster(entity, table);
        if (const auto queries = m_input.queriesOf.find(entity.id); queries != m_input.queriesOf.end())
            for (std::size_t number : queries->second)
                table.serves.push_back(m_input.queries[number].pattern->id);
        if (const auto choice = m_keys.find(entity.id); choice != m_keys.end())
            applyPartitioning(entity, choice->second, table);
        m_design.structures.push_back(std::move(table));
    }

    void addKey(const Entity& entity, const Key& key, Structure& table) {
        StructureIndex index;
        index.key = key.id;
        index.primary = key.kind == KeyKind::Primary;
        index.unique = true;
        index.name = ownName(entity, key.name);
        if (index.name.empty())
            index.name = namesOf(entity).take(
                index.primary ? clipped(entity.name, m_nameBytes - 5) + "_pkey"
                              : clipped(entity.name + joinedNames(entity, key.attributes), m_nameBytes - 4) + "_key");
        for (AttributeId id : key.attributes)
            if (const Attribute* attribute = entity.find(id))
                index.parts.push_back({columnName(*attribute), false, {}});
        includeColumns(entity, key.include, index);
        if (const auto serves = m_advice.keyServes.find(key.id); serves != m_advice.keyServes.end())
            index.serves = serves->second;
        table.indexes.push_back(std::move(index));
    }

    const std::string& columnName(const Attribute& attribute) const { return m_columnNames.at(attribute.id); }

    /// Names given by the user stay; where schemas are folded into one they may meet, and the later one is numbered.
    std::string ownName(const Entity& entity, const std::string& given) {
        return given.empty() || hasSchemas() || m_givenNames.insert(given).second ? given : namesOf(entity).take(given);
    }

    /// Columns that an index carries: as they are, or as further columns of the key where that means the same.
    void includeColumns(const Entity& entity, const std::vector<AttributeId>& include, StructureIndex& index) {
        for (AttributeId id : include)
            if (const Attribute* attribute = entity.find(id)) {
                if (m_input.profile.has("include_columns"))
                    index.include.push_back(columnName(*attribute));
                else if (!index.unique)
                    index.parts.push_back({columnName(*attribute), false, {}});
            }
    }

    /// The text of an expression in the engine's dialect; empty when it cannot be said there.
    std::string expressionText(const Entity& entity, const std::string& expression) const {
        if (speaksPostgres())
            return expression;
        return portableSql(m_dialect, expression,
                           [&](const std::string& word) {
                               const Attribute* attribute = entity.findByName(word);
                               return attribute ? columnName(*attribute) : std::string();
                           })
            .value_or(std::string());
    }

    /// Whether the engine has such an index; the design's notes say what becomes of it otherwise.
    bool adapt(const Entity& entity, const Index& declared, StructureIndex& index) {
        const EngineProfile& profile = m_input.profile;
        const auto leaveOut = [&](const char* why) {
            m_design.notes.push_back(fmt::format("{}: the index {} is left out, because {} {}.", entity.name,
                                                 declared.name.empty() ? "without a name" : declared.name,
                                                 profile.title, why));
            return false;
        };
        if (speaksPostgres())
            return true;
        if (index.method == "hash")
            index.method = "btree";
        if (index.method != "btree")
            return leaveOut("has no such access method");
        for (const KeyPart& part : declared.parts)
            if (!entity.find(part.attribute) &&
                (!profile.has("expression_indexes") || expressionText(entity, part.expression).empty()))
                return leaveOut("cannot index its expression");
        if (declared.predicate.empty())
            return true;
        index.predicate = profile.has("partial_indexes") ? expressionText(entity, declared.predicate) : std::string();
        if (!index.predicate.empty())
            return true;
        if (index.unique)
            return leaveOut("cannot hold it to a part of the rows");
        m_design.notes.push_back(fmt::format("{}: the index {} holds all rows, because {} cannot hold it to a part.",
                                             entity.name, declared.name, profile.title));
        return true;
    }

    void addDeclared(const Entity& entity, const Index& declared, Structure& table) {
        StructureIndex index;
        index.declared = declared.id;
        index.unique = declared.unique;
        index.method = declared.method == IndexMethod::Other ? declared.methodName : name(declared.method);
        index.predicate = declared.predicate;
        if (!adapt(entity, declared, index))
            return;
        std::vector<AttributeId> columns;
        for (const KeyPart& part : declared.parts) {
            const Attribute* attribute = entity.find(part.attribute);
            index.parts.push_back({attribute ? columnName(*attribute) : expressionText(entity, part.expression),
                                   part.descending, speaksPostgres() ? part.operatorClass : std::string()});
            if (attribute)
                columns.push_back(attribute->id);
        }
        includeColumns(entity, declared.include, index);
        index.name = ownName(entity, declared.name);
        if (index.name.empty())
            index.name =
                namesOf(entity).take(clipped(entity.name + joinedNames(entity, columns), m_nameBytes - 4) + "_idx");
        if (const auto serves = m_advice.declaredServes.find(declared.id); serves != m_advice.declaredServes.end())
            index.serves = serves->second;
        table.indexes.push_back(std::move(index));
    }

    void addProposed(const Entity& entity, const ProposedIndex& proposed, Structure& table) {
        StructureIndex index;
        index.method = name(proposed.method);
        index.reason = proposed.reason;
        index.serves = proposed.serves;
        std::vector<AttributeId> columns;
        for (const KeySequence::Column& column : proposed.columns) {
            const Attribute* attribute = entity.find(column.attribute);
            if (!attribute)
                return;
            index.parts.push_back({columnName(*attribute), column.descending, proposed.operatorClass});
            columns.push_back(column.attribute);
        }
        if (!proposed.expression.empty())
            index.parts.push_back({proposed.expression, false, {}});
        includeColumns(entity, proposed.include, index);
        const std::string middle = proposed.expression.empty() ? joinedNames(entity, columns) : "_search";
        index.name = namesOf(entity).take(clipped(entity.name + middle, m_nameBytes - 4) + "_idx");
        table.indexes.push_back(std::move(index));
    }

    /// MySQL wants an index behind every foreign key and makes one where there is none (manual, "FOREIGN KEY
    /// Constraints").
    void addForeignKeyIndexes(const Entity& entity, Structure& table) {
        for (const Relationship* up : m_input.cardinality.parentsOf(entity.id)) {
            std::vector<std::string> wanted;
            for (AttributeId id : up->childAttributes)
                if (const Attribute* attribute = entity.find(id))
                    wanted.push_back(columnName(*attribute));
            const auto begins = [&](const StructureIndex& index) {
                return index.parts.size() >= wanted.size() && index.predicate.empty() &&
                       std::equal(wanted.begin(), wanted.end(), index.parts.begin(),
                                  [](const std::string& column, const StructureKeyPart& part) {
                                      return part.column == column;
                                  });
            };
            if (wanted.empty() || std::any_of(table.indexes.begin(), table.indexes.end(), begins))
                continue;
            StructureIndex index;
            for (const std::string& column : wanted)
                index.parts.push_back({column, false, {}});
            index.name = namesOf(entity).take(
                clipped(entity.name + joinedNames(entity, up->childAttributes), m_nameBytes - 4) + "_idx");
            index.reason = fmt::format("{} keeps an index behind every foreign key", m_input.profile.title);
            table.indexes.push_back(std::move(index));
        }
    }

    /// The index whose tree holds the rows. InnoDB: the primary key, else the first unique one without nullable columns
    /// (manual, "Clustered and Secondary Indexes"). SQLite: an integer primary key is the row's number; another
    /// primary key where rows are short (https://www.sqlite.org/withoutrowid.html).
    void cluster(const Entity& entity, Structure& table) const {
        const auto notNull = [&](const StructureIndex& index) {
            return std::all_of(index.parts.begin(), index.parts.end(), [&](const StructureKeyPart& part) {
                const StructureColumn* column = table.find(part.column);
                return column && !column->nullable;
            });
        };
        const auto primary = std::find_if(table.indexes.begin(), table.indexes.end(),
                                          [](const StructureIndex& index) { return index.primary; });
        if (m_dialect == SqlDialect::Sqlite) {
            if (primary == table.indexes.end() || primary->parts.empty())
                return;
            const StructureColumn* column = table.find(primary->parts.front().column);
            primary->clustered =
                (primary->parts.size() == 1 && column && column->nativeType == "INTEGER") ||
                m_input.cardinality.rowBytes(entity.id) < m_input.profile.value("storage.without_rowid_row_bytes");
            return;
        }
        if (primary != table.indexes.end()) {
            primary->clustered = true;
            return;
        }
        for (StructureIndex& index : table.indexes)
            if (index.unique && index.predicate.empty() && notNull(index)) {
                index.clustered = true;
                return;
            }
    }

    void applyPartitioning(const Entity& entity, const PartitionChoice& choice, Structure& table) {
        for (AttributeId id : choice.key)
            if (const Attribute* attribute = entity.find(id))
                table.partitionKey.push_back({columnName(*attribute), false, {}});
        table.reason += "; partitioned: " + choice.reason;
        if (table.partitionKey.empty())
            return;
        for (const Key& key : entity.keys)
            if (!holdsAll(key.attributes, choice.key))
                m_design.notes.push_back(
                    fmt::format("{}: the key ({}) lacks the partition key and is only checked within each partition.",
                                entity.name, joinedNames(entity, key.attributes).erase(0, 1)));
    }

    const MappingInput& m_input;
    IndexAdvice m_advice;
    std::unordered_map<EntityId, PartitionChoice> m_keys;
    const SqlDialect m_dialect;
    const std::size_t m_nameBytes;
    std::unordered_map<AttributeId, std::string> m_columnNames; ///< of the table in hand
    std::unordered_map<std::string, UniqueNames> m_names;
    std::unordered_set<std::string> m_givenNames;
    UniqueNames m_tableNames{255};
    Design m_design;
};

} // namespace

Design mapRelational(const MappingInput& input) {
    return RelationalRules(input).run();
}

} // namespace shardscape::model
