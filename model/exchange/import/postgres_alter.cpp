// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/postgres_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/exchange/export/postgres_words.h"

namespace shardscape::model {
namespace {

/// Changes of a parent that tables inheriting from it follow, unless ONLY is said.
bool isInherited(const PgQuery__AlterTableCmd& command) {
    switch (command.subtype) {
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ColumnDefault:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropNotNull:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetNotNull:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType: return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint:
        return command.def->constraint->contype == PG_QUERY__CONSTR_TYPE__CONSTR_CHECK &&
               !command.def->constraint->is_no_inherit;
    default: return false;
    }
}

} // namespace

void PostgresReader::alterTable(PgQuery__AlterTableStmt& statement) {
    if (statement.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_INDEX)
        return report(Severity::Info, 0, "ALTER INDEX is not part of the model");
    if (statement.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE)
        return report(Severity::Info, 0, "the owner of a sequence is not part of the model");
    if (statement.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_TYPE)
        return report(Severity::Warning, 0, "ALTER TYPE of a composite type is not followed");
    if (statement.objtype != PG_QUERY__OBJECT_TYPE__OBJECT_TABLE)
        return report(Severity::Info, 0, "ALTER of something that is not a table is not part of the model");
    const bool onSequence = m_catalog.sequences.contains(
        m_catalog.resolve(m_catalog.sequences, statement.relation->schemaname, statement.relation->relname));
    if (onSequence) // pg_dump writes ALTER TABLE seq OWNER TO as well
        return report(Severity::Info, 0, "the owner of a sequence is not part of the model");
    const auto partition = m_catalog.partitions.find(
        m_catalog.resolve(m_catalog.partitions, statement.relation->schemaname, statement.relation->relname));
    if (partition != m_catalog.partitions.end() && statement.n_cmds == 1 &&
        statement.cmds[0]->alter_table_cmd->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AttachPartition) {
        DraftTable& root = *m_catalog.byId.at(partition->second);
        return attachPartition(root, *statement.cmds[0]->alter_table_cmd->def->partition_cmd, partition->first.name);
    }
    DraftTable* table = tableFor(*statement.relation, "ALTER TABLE", statement.missing_ok);
    if (!table)
        return;
    for (std::size_t i = 0; i < statement.n_cmds; ++i)
        alterOne(*table, *statement.cmds[i]->alter_table_cmd, statement.relation->inh);
}

void PostgresReader::alterOne(DraftTable& table, PgQuery__AlterTableCmd& command, bool recurse) {
    const std::string name = command.name;
    PgNode* const definition = command.def;
    switch (command.subtype) {
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn:
        if (!(command.missing_ok && table.column(definition->column_def->colname)))
            addColumn(table, *definition->column_def);
        break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint: addConstraint(table, *definition->constraint, nullptr); break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn: dropColumn(table, command, recurse); return;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropConstraint:
        if (!m_catalog.removeConstraint(table, name))
            report(command.missing_ok ? Severity::Info : Severity::Error, 0,
                   fmt::format("{} has no constraint {}", table.name().sql(), name));
        break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterConstraint: alterConstraint(table, *definition->constraint); break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ValidateConstraint:
        for (Check& check : table.entity.checks)
            check.notValid = check.notValid && check.name != name;
        for (Relationship& relationship : m_catalog.relationships)
            if (relationship.child == table.entity.id && relationship.name == name)
                relationship.notValid = false;
        break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AttachPartition: attachPartition(table, *definition->partition_cmd, {}); break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DetachPartition:
        report(Severity::Warning, 0, "DETACH PARTITION is not followed: the partition stays one");
        break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddInherit:
        if (DraftTable* parent = tableFor(*definition->range_var, "INHERIT"))
            addInheritor(*parent, table, definition->range_var->location);
        break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetLogged: table.entity.unlogged = false; break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetUnLogged: table.entity.unlogged = true; break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetRelOptions:
        table.entity.options += (table.entity.options.empty() ? "" : ", ") +
                                relationOptions(definition->list->items, definition->list->n_items);
        break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ColumnDefault:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropNotNull:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetNotNull:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropExpression:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddIdentity:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetIdentity:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropIdentity: alterColumnOf(table, command, recurse); break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ChangeOwner: tally("owners of tables are not part of the model"); break;
    default: report(Severity::Info, 0, fmt::format("this change of {} is not part of the model", table.name().sql()));
    }
    if (recurse && isInherited(command))
        for (EntityId inheritor : std::vector<EntityId>(table.inheritors))
            if (const auto at = m_catalog.byId.find(inheritor); at != m_catalog.byId.end())
                alterOne(*at->second, command, recurse);
}

void PostgresReader::alterColumnOf(DraftTable& table, PgQuery__AlterTableCmd& command, bool) {
    const auto id = columnId(table, command.name, 0, "ALTER TABLE");
    if (!id)
        return;
    Attribute& attribute = *table.column(*id);
    switch (command.subtype) {
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ColumnDefault:
        if (command.def)
            return setDefault(table, attribute, command.def);
        m_catalog.sequenceOf.erase(attribute.id);
        attribute.generator = Generator::None;
        return attribute.defaultSql.clear();
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropNotNull: attribute.nullable = true; return;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetNotNull: attribute.nullable = false; return;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType:
        return alterColumnType(table, attribute, *command.def->column_def);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropExpression: return attribute.generatedSql.clear();
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddIdentity: {
        const PgQuery__Constraint& identity = *command.def->constraint;
        return setIdentity(table, attribute, identity.generated_when, identity.options, identity.n_options);
    }
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetIdentity: return changeIdentity(attribute, *command.def->list);
    default:
        attribute.generator = Generator::None;
        attribute.identityAlways = false;
        attribute.identityOptions.clear();
    }
}

void PostgresReader::changeIdentity(Attribute& attribute, const PgQuery__List& options) {
    std::vector<PgNode*> rest;
    for (std::size_t i = 0; i < options.n_items; ++i) {
        const PgQuery__DefElem& option = *options.items[i]->def_elem;
        if (std::string(option.defname) == "generated")
            attribute.identityAlways = numberOf(option.arg) == 'a'; // ATTRIBUTE_IDENTITY_ALWAYS
        else if (std::string(option.defname) != "restart")
            rest.push_back(options.items[i]);
    }
    std::string type = attribute.type.kind == TypeKind::Int16   ? "smallint"
                       : attribute.type.kind == TypeKind::Int32 ? "integer"
                                                                : "bigint";
    std::vector<std::string> ownedBy;
    const std::string changed = sequenceOptions(rest.data(), rest.size(), type, ownedBy);
    if (!changed.empty() && !attribute.identityOptions.empty())
        report(Severity::Warning, 0, fmt::format("the new options of {} replace the earlier ones", attribute.name));
    if (!changed.empty())
        attribute.identityOptions = changed;
}

void PostgresReader::alterColumnType(DraftTable& table, Attribute& attribute, PgQuery__ColumnDef& definition) {
    const ResolvedType resolved = resolveType(*definition.type_name);
    attribute.type = resolved.type;
    attribute.collation = definition.coll_clause
                              ? qualifiedSql(definition.coll_clause->collname, definition.coll_clause->n_collname)
                              : std::string();
    if (resolved.domain)
        applyDomain(table, attribute, *resolved.domain, definition.location);
}

void PostgresReader::alterConstraint(DraftTable& table, const PgQuery__Constraint& change) {
    for (Relationship& relationship : m_catalog.relationships)
        if (relationship.child == table.entity.id && relationship.name == change.conname) {
            relationship.deferrable = change.deferrable;
            relationship.initiallyDeferred = change.initdeferred;
            return;
        }
    report(Severity::Error, 0, fmt::format("{} has no foreign key {}", table.name().sql(), change.conname));
}

void PostgresReader::dropColumn(DraftTable& table, const PgQuery__AlterTableCmd& command, bool recurse) {
    if (const Attribute* attribute = table.column(command.name))
        m_catalog.removeColumn(table, attribute->id);
    else if (command.missing_ok)
        report(Severity::Info, 0, fmt::format("{} has no column {}", table.name().sql(), command.name));
    else
        columnId(table, command.name, 0, "DROP COLUMN");
    if (recurse)
        for (EntityId inheritor : table.inheritors)
            if (const auto at = m_catalog.byId.find(inheritor); at != m_catalog.byId.end())
                if (const Attribute* inherited = at->second->column(command.name))
                    m_catalog.removeColumn(*at->second, inherited->id);
}

void PostgresReader::alterSequence(const PgQuery__AlterSeqStmt& statement) {
    const QualifiedName name =
        m_catalog.resolve(m_catalog.sequences, statement.sequence->schemaname, statement.sequence->relname);
    const auto at = m_catalog.sequences.find(name);
    if (at == m_catalog.sequences.end())
        return report(statement.missing_ok ? Severity::Info : Severity::Error, statement.sequence->location,
                      fmt::format("there is no sequence {}", name.sql()));
    std::vector<std::string> ownedBy;
    std::string type = at->second.type;
    const std::string options = sequenceOptions(statement.options, statement.n_options, type, ownedBy);
    if (!ownedBy.empty() && statement.n_options == 1)
        return; // an owner is assumed wherever a default uses the sequence
    if (!at->second.options.empty() && !options.empty())
        report(Severity::Warning, statement.sequence->location,
               fmt::format("the new options of {} replace the earlier ones", name.sql()));
    at->second.type = type;
    if (!options.empty())
        at->second.options = options;
}

void PostgresReader::alterEnum(const PgQuery__AlterEnumStmt& statement) {
    const auto parts = stringsOf(statement.type_name, statement.n_type_name);
    const QualifiedName name =
        m_catalog.resolve(m_catalog.enums, parts.size() > 1 ? parts[parts.size() - 2] : std::string(), parts.back());
    const auto at = m_catalog.enums.find(name);
    if (at == m_catalog.enums.end())
        return report(Severity::Error, 0, fmt::format("there is no enumeration {}", name.sql()));
    EnumType type = *m_catalog.project.enums.find(at->second);
    const auto find = [&](const std::string& label) {
        return std::find(type.labels.begin(), type.labels.end(), label);
    };
    const std::string added = statement.new_val;
    if (statement.old_val[0] != '\0') {
        if (find(statement.old_val) == type.labels.end())
            return report(Severity::Error, 0, fmt::format("{} has no label {}", name.sql(), statement.old_val));
        *find(statement.old_val) = added;
    } else if (find(added) != type.labels.end()) {
        return report(statement.skip_if_new_val_exists ? Severity::Info : Severity::Error, 0,
                      fmt::format("{} has the label {} already", name.sql(), added));
    } else if (statement.new_val_neighbor[0] == '\0') {
        type.labels.push_back(added);
    } else {
        const auto neighbour = find(statement.new_val_neighbor);
        if (neighbour == type.labels.end())
            return report(Severity::Error, 0,
                          fmt::format("{} has no label {}", name.sql(), statement.new_val_neighbor));
        type.labels.insert(neighbour + (statement.new_val_is_after ? 1 : 0), added);
    }
    m_catalog.project.enums.set(std::move(type));
}

void PostgresReader::alterDomain(PgQuery__AlterDomainStmt&) {
    report(Severity::Warning, 0, "ALTER DOMAIN is not followed: columns keep what the domain said when they were made");
}

void PostgresReader::drop(const PgQuery__DropStmt& statement) {
    for (std::size_t i = 0; i < statement.n_objects; ++i)
        if (statement.objects[i])
            dropObject(statement, *statement.objects[i]);
}

void PostgresReader::dropObject(const PgQuery__DropStmt& statement, const PgNode& object) {
    std::vector<std::string> names;
    if (object.node_case == PG_QUERY__NODE__NODE_LIST)
        names = stringsOf(object.list->items, object.list->n_items);
    else if (object.node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
        names = stringsOf(object.type_name->names, object.type_name->n_names);
    else if (object.node_case == PG_QUERY__NODE__NODE_OBJECT_WITH_ARGS)
        names = stringsOf(object.object_with_args->objname, object.object_with_args->n_objname);
    else
        names = {stringOf(&object)};
    if (names.empty())
        return;
    const std::string name = names.back();
    const std::string schema = names.size() > 1 ? names[names.size() - 2] : std::string();
    const auto missing = [&](const char* what) {
        if (!statement.missing_ok)
            report(Severity::Error, 0, fmt::format("there is no {} {}", what, name));
    };
    switch (statement.remove_type) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
        if (DraftTable* table = m_catalog.findTable(schema, name)) {
            m_catalog.removeTable(*table);
        } else if (const auto at = m_catalog.partitions.find(m_catalog.resolve(m_catalog.partitions, schema, name));
                   at != m_catalog.partitions.end()) {
            std::erase_if(m_catalog.byId.at(at->second)->entity.partitioning->children,
                          [&](const PartitionChild& child) {
                              return (child.name == name && child.schema == at->first.schema) || child.of == name;
                          });
            m_catalog.relationNames.erase(at->first);
            m_catalog.partitions.erase(at);
        } else {
            missing("table");
        }
        return;
    case PG_QUERY__OBJECT_TYPE__OBJECT_INDEX:
        if (!m_catalog.removeIndex(m_catalog.resolve(m_catalog.indexes, schema, name)))
            missing("index");
        return;
    case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE: {
        const QualifiedName sequence = m_catalog.resolve(m_catalog.sequences, schema, name);
        m_catalog.relationNames.erase(sequence);
        if (m_catalog.sequences.erase(sequence) == 0)
            missing("sequence");
        return;
    }
    case PG_QUERY__OBJECT_TYPE__OBJECT_TYPE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN:
        if (const auto at = m_catalog.enums.find(m_catalog.resolve(m_catalog.enums, schema, name));
            at != m_catalog.enums.end()) {
            m_catalog.project.enums.remove(at->second);
            m_catalog.enums.erase(at);
        } else if (m_catalog.domains.erase(m_catalog.resolve(m_catalog.domains, schema, name)) == 0 &&
                   m_catalog.types.erase(m_catalog.resolve(m_catalog.types, schema, name)) == 0) {
            missing("type");
        }
        return;
    case PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA: return dropSchema(name);
    case PG_QUERY__OBJECT_TYPE__OBJECT_EXTENSION:
        std::erase_if(m_catalog.natives,
                      [&](const NativeObject& n) { return n.kind == "extension" && n.name == name; });
        return;
    case PG_QUERY__OBJECT_TYPE__OBJECT_FUNCTION:
    case PG_QUERY__OBJECT_TYPE__OBJECT_ROUTINE:
        std::erase_if(m_catalog.functions, [&](const DraftFunction& function) {
            return function.name.name == name &&
                   (schema.empty() || function.name.schema == PostgresCatalog::canonicalSchema(schema));
        });
        return;
    default: report(Severity::Info, 0, "DROP of something that is not modelled is left out");
    }
}

void PostgresReader::dropSchema(const std::string& schema) {
    const std::string canonical = PostgresCatalog::canonicalSchema(schema);
    std::vector<DraftTable*> inside;
    for (const auto& [name, table] : m_catalog.tables)
        if (name.schema == canonical)
            inside.push_back(table.get());
    for (DraftTable* table : inside)
        m_catalog.removeTable(*table);
    for (auto at = m_catalog.enums.begin(); at != m_catalog.enums.end();) {
        if (at->first.schema == canonical) {
            m_catalog.project.enums.remove(at->second);
            at = m_catalog.enums.erase(at);
        } else {
            ++at;
        }
    }
    const auto within = [&](const auto& entry) { return entry.first.schema == canonical; };
    std::erase_if(m_catalog.sequences, within);
    std::erase_if(m_catalog.domains, within);
    std::erase_if(m_catalog.types, within);
    std::erase(m_catalog.schemas, schema);
}

void PostgresReader::rename(const PgQuery__RenameStmt& statement) {
    const std::string from = statement.subname;
    const std::string to = statement.newname;
    const auto table = [&] { return tableFor(*statement.relation, "RENAME", statement.missing_ok); };
    switch (statement.rename_type) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
        if (DraftTable* found = table())
            m_catalog.renameTable(*found, {found->entity.schema, to});
        return;
    case PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN:
        if (statement.relation_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE)
            if (DraftTable* found = table())
                renameColumn(*found, from, to);
        return;
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT:
        if (DraftTable* found = table())
            renameConstraint(*found, from, to);
        return;
    case PG_QUERY__OBJECT_TYPE__OBJECT_INDEX:
        return renameIndex(
            m_catalog.resolve(m_catalog.indexes, statement.relation->schemaname, statement.relation->relname), to);
    case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE: {
        const QualifiedName old =
            m_catalog.resolve(m_catalog.sequences, statement.relation->schemaname, statement.relation->relname);
        if (auto node = m_catalog.sequences.extract(old); !node.empty()) {
            node.key().name = to;
            for (auto& [attribute, sequence] : m_catalog.sequenceOf)
                if (sequence == old)
                    sequence = node.key();
            m_catalog.relationNames.erase(old);
            m_catalog.relationNames.insert(node.key());
            m_catalog.sequences.insert(std::move(node));
        }
        return;
    }
    case PG_QUERY__OBJECT_TYPE__OBJECT_TYPE: {
        const auto parts = stringsOf(statement.object->list->items, statement.object->list->n_items);
        const QualifiedName old = m_catalog.resolve(
            m_catalog.enums, parts.size() > 1 ? parts[parts.size() - 2] : std::string(), parts.back());
        if (auto node = m_catalog.enums.extract(old); !node.empty()) {
            node.key().name = to;
            EnumType type = *m_catalog.project.enums.find(node.mapped());
            type.name = to;
            m_catalog.project.enums.set(std::move(type));
            m_catalog.enums.insert(std::move(node));
            return;
        }
        return report(Severity::Warning, 0, fmt::format("renaming the type {} is not followed", old.sql()));
    }
    default: report(Severity::Info, 0, "RENAME of something that is not modelled is left out");
    }
}

void PostgresReader::renameColumn(DraftTable& table, const std::string& from, const std::string& to) {
    const auto id = columnId(table, from, 0, "RENAME COLUMN");
    if (!id)
        return;
    table.column(*id)->name = to;
    const auto renamed = [&](std::string& expression) {
        if (expression.find(from) == std::string::npos)
            return;
        const auto tree = parsePostgres("SELECT " + expression);
        if (!tree || tree->size() == 0)
            return;
        PgNode* value = tree->statement(0)->select_stmt->target_list[0]->res_target->val;
        walk(value, [&](const ProtobufCMessage& message) {
            if (auto* column = as<PgQuery__ColumnRef>(message, pg_query__column_ref__descriptor))
                if (PgNode* last = column->fields[column->n_fields - 1]; stringOf(last) == from)
                    setTreeString(last->string->sval, to);
            return true;
        });
        expression = capture(value, 0);
    };
    for (Attribute& attribute : table.entity.attributes)
        renamed(attribute.generatedSql);
    for (Check& check : table.entity.checks)
        renamed(check.expression);
    for (Index& index : table.entity.indexes) {
        renamed(index.predicate);
        for (KeyPart& part : index.parts)
            renamed(part.expression);
    }
    for (const Exclusion& exclusion : table.entity.exclusions)
        if (exclusion.definition.find(from) != std::string::npos)
            report(Severity::Warning, 0,
                   fmt::format("the exclusion constraint {} still names the column {}", exclusion.name, from));
    for (EntityId inheritor : table.inheritors)
        if (const auto at = m_catalog.byId.find(inheritor); at != m_catalog.byId.end() && at->second->column(from))
            renameColumn(*at->second, from, to);
}

void PostgresReader::renameConstraint(DraftTable& table, const std::string& from, const std::string& to) {
    const std::string& schema = table.entity.schema;
    for (Key& key : table.entity.keys)
        if (key.name == from)
            return renameIndex({schema, from}, to);
    bool found = false;
    for (Check& check : table.entity.checks)
        if (check.name == from)
            check.name = to, found = true;
    for (Exclusion& exclusion : table.entity.exclusions)
        if (exclusion.name == from)
            exclusion.name = to, found = true;
    for (Relationship& relationship : m_catalog.relationships)
        if (relationship.child == table.entity.id && relationship.name == from)
            relationship.name = to, found = true;
    m_catalog.constraintNames.erase({schema, from});
    m_catalog.constraintNames.insert({schema, to});
    if (!found)
        report(Severity::Error, 0, fmt::format("{} has no constraint {}", table.name().sql(), from));
}

void PostgresReader::renameIndex(const QualifiedName& from, const std::string& to) {
    auto node = m_catalog.indexes.extract(from);
    if (node.empty())
        return report(Severity::Info, 0, fmt::format("there is no index {} in the model", from.sql()));
    node.key().name = to;
    for (Index& index : node.mapped()->entity.indexes)
        if (index.name == from.name)
            index.name = to;
    for (Key& key : node.mapped()->entity.keys)
        if (key.name == from.name)
            key.name = to;
    m_catalog.relationNames.erase(from);
    m_catalog.relationNames.insert(node.key());
    if (m_catalog.constraintNames.erase(from) > 0)
        m_catalog.constraintNames.insert(node.key());
    m_catalog.indexes.insert(std::move(node));
}

void PostgresReader::setSchema(const PgQuery__AlterObjectSchemaStmt& statement) {
    const std::string schema = PostgresCatalog::canonicalSchema(statement.newschema);
    if (statement.object_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE) {
        if (DraftTable* table = tableFor(*statement.relation, "SET SCHEMA", statement.missing_ok))
            m_catalog.renameTable(*table, {schema, table->entity.name});
        return;
    }
    if (statement.object_type == PG_QUERY__OBJECT_TYPE__OBJECT_TYPE && statement.object &&
        statement.object->node_case == PG_QUERY__NODE__NODE_LIST) {
        const auto parts = stringsOf(statement.object->list->items, statement.object->list->n_items);
        const QualifiedName old = m_catalog.resolve(
            m_catalog.enums, parts.size() > 1 ? parts[parts.size() - 2] : std::string(), parts.back());
        if (auto node = m_catalog.enums.extract(old); !node.empty()) {
            node.key().schema = schema;
            EnumType type = *m_catalog.project.enums.find(node.mapped());
            type.schema = schema;
            m_catalog.project.enums.set(std::move(type));
            m_catalog.enums.insert(std::move(node));
            return;
        }
    }
    report(Severity::Info, 0, "SET SCHEMA of something that is not modelled is left out");
}

} // namespace shardscape::model
