// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/postgres_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/exchange/export/postgres_words.h"

namespace shardscape::model {
namespace {

// Bits of TableLikeClause.options (TableLikeOption of nodes/parsenodes.h).
constexpr unsigned kLikeComments = 1 << 0;
constexpr unsigned kLikeConstraints = 1 << 2;
constexpr unsigned kLikeDefaults = 1 << 3;
constexpr unsigned kLikeGenerated = 1 << 4;
constexpr unsigned kLikeIdentity = 1 << 5;
constexpr unsigned kLikeIndexes = 1 << 6;

std::string joined(const std::vector<std::string>& parts, const char* between = ", ") {
    return fmt::format("{}", fmt::join(parts, between));
}

} // namespace

void PostgresReader::createTable(PgQuery__CreateStmt& statement) {
    const PgQuery__RangeVar& relation = *statement.relation;
    if (std::string(relation.relpersistence) == "t")
        return report(Severity::Info, relation.location, "a temporary table is not part of the model");
    const QualifiedName name = newName(relation);
    if (m_catalog.relationNames.contains(name)) {
        if (statement.if_not_exists)
            return report(Severity::Info, relation.location, fmt::format("{} is already there", name.sql()));
        return report(Severity::Error, relation.location, fmt::format("{} is already there", name.sql()),
                      "the second definition was left out");
    }
    if (statement.partbound)
        return createPartition(statement, name);
    if (statement.of_typename)
        return report(Severity::Warning, relation.location,
                      "CREATE TABLE OF is not modelled: its columns are those of a type",
                      "write the table with its columns");
    DraftTable& table = m_catalog.addTable(name);
    table.entity.unlogged = std::string(relation.relpersistence) == "u";
    table.entity.options = relationOptions(statement.options, statement.n_options);
    for (std::size_t i = 0; i < statement.n_inh_relations; ++i) {
        const PgQuery__RangeVar& parent = *statement.inh_relations[i]->range_var;
        if (DraftTable* found = tableFor(parent, "INHERITS"))
            inherit(table, *found, parent.location);
    }
    for (std::size_t i = 0; i < statement.n_table_elts; ++i) {
        PgNode* element = statement.table_elts[i];
        if (element->node_case == PG_QUERY__NODE__NODE_COLUMN_DEF)
            addColumn(table, *element->column_def);
        else if (element->node_case == PG_QUERY__NODE__NODE_TABLE_LIKE_CLAUSE)
            like(table, *element->table_like_clause);
    }
    for (std::size_t i = 0; i < statement.n_table_elts; ++i)
        if (statement.table_elts[i]->node_case == PG_QUERY__NODE__NODE_CONSTRAINT)
            addConstraint(table, *statement.table_elts[i]->constraint, nullptr);
    if (statement.partspec)
        table.entity.partitioning = partitioning(table, *statement.partspec);
}

bool PostgresReader::addInheritor(DraftTable& parent, DraftTable& child, int location) {
    std::vector<EntityId> below{child.entity.id};
    for (std::size_t i = 0; i < below.size(); ++i) {
        if (below[i] == parent.entity.id) {
            report(Severity::Error, location,
                   fmt::format("{} cannot inherit from {}, which inherits from it", child.name().sql(),
                               parent.name().sql()));
            return false;
        }
        if (const auto at = m_catalog.byId.find(below[i]); at != m_catalog.byId.end())
            below.insert(below.end(), at->second->inheritors.begin(), at->second->inheritors.end());
    }
    if (std::find(parent.inheritors.begin(), parent.inheritors.end(), child.entity.id) == parent.inheritors.end())
        parent.inheritors.push_back(child.entity.id);
    return true;
}

void PostgresReader::inherit(DraftTable& table, DraftTable& parent, int location) {
    if (!addInheritor(parent, table, location))
        return;
    report(Severity::Info, location,
           fmt::format("{} inherits from {}: it is modelled as a table of its own that has all the columns",
                       table.name().sql(), parent.name().sql()));
    for (const Attribute& inherited : parent.entity.attributes) {
        if (table.entity.findByName(inherited.name))
            continue;
        Attribute copy = inherited;
        copy.id = m_catalog.project.newId<AttributeId>();
        copy.comment.clear();
        if (copy.defaultSql.empty() && copy.generator == Generator::AutoIncrement)
            copy.generator = Generator::None; // identity is not inherited
        if (const auto sequence = m_catalog.sequenceOf.find(inherited.id); sequence != m_catalog.sequenceOf.end())
            m_catalog.sequenceOf[copy.id] = QualifiedName(sequence->second);
        table.entity.attributes.push_back(std::move(copy));
    }
    for (const Check& check : parent.entity.checks)
        if (!check.noInherit)
            table.entity.checks.push_back(check);
}

void PostgresReader::like(DraftTable& table, const PgQuery__TableLikeClause& clause) {
    DraftTable* source = tableFor(*clause.relation, "LIKE");
    if (!source)
        return;
    const auto wants = [&](unsigned bit) { return (clause.options & bit) != 0; };
    std::map<AttributeId, AttributeId> copies;
    for (const Attribute& original : std::vector<Attribute>(source->entity.attributes)) {
        Attribute copy = original;
        copy.id = m_catalog.project.newId<AttributeId>();
        const bool identity = original.generator == Generator::AutoIncrement && original.defaultSql.empty();
        if (!wants(kLikeDefaults))
            copy.defaultSql.clear();
        if (!wants(kLikeGenerated))
            copy.generatedSql.clear();
        if (!wants(kLikeComments))
            copy.comment.clear();
        if (identity ? !wants(kLikeIdentity) : !wants(kLikeDefaults)) {
            copy.generator = Generator::None;
            copy.identityAlways = false;
            copy.identityOptions.clear();
        } else if (const auto at = m_catalog.sequenceOf.find(original.id); at != m_catalog.sequenceOf.end()) {
            m_catalog.sequenceOf[copy.id] = QualifiedName(at->second);
        }
        copies[original.id] = copy.id;
        table.entity.attributes.push_back(std::move(copy));
    }
    if (wants(kLikeConstraints))
        for (const Check& check : source->entity.checks)
            table.entity.checks.push_back(check);
    if (!wants(kLikeIndexes))
        return;
    const auto map = [&](std::vector<AttributeId>& ids) {
        for (AttributeId& id : ids)
            id = copies[id];
    };
    const QualifiedName name = table.name();
    const auto freshName = [&](const std::vector<AttributeId>& columns, const char* label) {
        const std::string chosen =
            m_catalog.indexName(name.schema, name.name, joined(table.names(columns), "_"), label);
        m_catalog.relationNames.insert({name.schema, chosen});
        m_catalog.indexes[{name.schema, chosen}] = &table;
        return chosen;
    };
    for (const Key& original : std::vector<Key>(source->entity.keys)) {
        Key key = original;
        key.id = m_catalog.project.newId<KeyId>();
        map(key.attributes);
        map(key.include);
        key.name = key.kind == KeyKind::Primary ? freshName({}, "pkey") : freshName(key.attributes, "key");
        table.entity.keys.push_back(std::move(key));
    }
    for (const Index& original : std::vector<Index>(source->entity.indexes)) {
        Index index = original;
        index.id = m_catalog.project.newId<IndexId>();
        map(index.include);
        std::vector<AttributeId> columns;
        for (KeyPart& part : index.parts)
            if (part.attribute)
                columns.push_back(part.attribute = copies[part.attribute]);
        index.name = freshName(columns, "idx");
        table.entity.indexes.push_back(std::move(index));
    }
}

void PostgresReader::createIndex(PgQuery__IndexStmt& statement) {
    DraftTable* table = tableFor(*statement.relation, "CREATE INDEX");
    if (!table)
        return;
    const std::string& schema = table->entity.schema;
    std::string name = statement.idxname;
    if (!name.empty() && m_catalog.relationNames.contains({schema, name})) {
        return report(statement.if_not_exists ? Severity::Info : Severity::Error, statement.relation->location,
                      fmt::format("{} is already there", QualifiedName{schema, name}.sql()),
                      statement.if_not_exists ? "" : "the second definition was left out");
    }
    Index index;
    bool complete = true;
    std::vector<std::string> columns;
    for (std::size_t i = 0; i < statement.n_index_params; ++i) {
        const PgQuery__IndexElem& element = *statement.index_params[i]->index_elem;
        index.parts.push_back(keyPart(*table, element, complete));
        std::string figured = element.expr ? figuredName(element.expr) : std::string(element.name);
        if (figured.empty())
            figured = "expr";
        std::string unique = figured;
        for (int number = 1; std::find(columns.begin(), columns.end(), unique) != columns.end(); ++number)
            unique = figured + std::to_string(number);
        columns.push_back(unique);
    }
    for (std::size_t i = 0; i < statement.n_index_including_params; ++i) {
        const PgQuery__IndexElem& element = *statement.index_including_params[i]->index_elem;
        if (const auto column = columnId(*table, element.name, statement.relation->location, "CREATE INDEX")) {
            index.include.push_back(*column);
            columns.push_back(element.name);
        } else {
            complete = false;
        }
    }
    if (!complete)
        return;
    if (name.empty())
        name = m_catalog.indexName(schema, table->entity.name, joined(columns, "_"), "idx");
    index.id = m_catalog.project.newId<IndexId>();
    index.name = name;
    const std::string method = statement.access_method;
    const auto known = indexMethodOf(method.empty() ? "btree" : method);
    index.method = known.value_or(IndexMethod::Other);
    if (!known)
        index.methodName = method;
    index.unique = statement.unique;
    index.nullsNotDistinct = statement.nulls_not_distinct;
    index.predicate = capture(statement.where_clause, statement.relation->location);
    index.options = relationOptions(statement.options, statement.n_options);
    m_catalog.relationNames.insert({schema, name});
    m_catalog.indexes[{schema, name}] = table;
    table->entity.indexes.push_back(std::move(index));
}

void PostgresReader::createEnum(const PgQuery__CreateEnumStmt& statement) {
    const QualifiedName name = newName(statement.type_name, statement.n_type_name);
    if (m_catalog.enums.contains(name))
        return report(Severity::Error, 0, fmt::format("the type {} is already there", name.sql()),
                      "the second definition was left out");
    EnumType type;
    type.id = m_catalog.project.newId<EnumId>();
    type.schema = name.schema;
    type.name = name.name;
    type.labels = stringsOf(statement.vals, statement.n_vals);
    m_catalog.enums[name] = type.id;
    m_catalog.project.enums.set(std::move(type));
}

void PostgresReader::createDomain(PgQuery__CreateDomainStmt& statement) {
    const QualifiedName name = newName(statement.domainname, statement.n_domainname);
    const ResolvedType base = resolveType(*statement.type_name);
    DraftDomain domain;
    domain.base = base.type;
    if (base.domain) {
        domain = *base.domain; // a domain over a domain adds to it
    }
    domain.sql = statementText();
    if (statement.coll_clause)
        domain.collation = qualifiedSql(statement.coll_clause->collname, statement.coll_clause->n_collname);
    for (std::size_t i = 0; i < statement.n_constraints; ++i) {
        const PgQuery__Constraint& constraint = *statement.constraints[i]->constraint;
        if (constraint.contype == PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL)
            domain.notNull = true;
        else if (constraint.contype == PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT)
            domain.defaultSql = capture(constraint.raw_expr, constraint.location);
        else if (constraint.contype == PG_QUERY__CONSTR_TYPE__CONSTR_CHECK)
            domain.checks.push_back(
                {constraint.conname, capture(constraint.raw_expr, constraint.location), false, false, {}});
    }
    report(Severity::Info, 0,
           fmt::format("columns of the domain {} are modelled with its base type and its constraints", name.sql()));
    m_catalog.domains[name] = std::move(domain);
}

void PostgresReader::createType(const QualifiedName& name, const std::string& kind) {
    report(Severity::Info, 0, fmt::format("the {} {} is known by its name alone", kind, name.sql()));
    m_catalog.types[name] = {"postgresql", "type", name.sql(), statementText()};
}

void PostgresReader::createSequence(const PgQuery__CreateSeqStmt& statement) {
    const QualifiedName name = newName(*statement.sequence);
    if (m_catalog.relationNames.contains(name))
        return report(statement.if_not_exists ? Severity::Info : Severity::Error, statement.sequence->location,
                      fmt::format("{} is already there", name.sql()));
    DraftSequence sequence;
    sequence.place = here(statement.sequence->location);
    std::vector<std::string> ownedBy;
    sequence.options = sequenceOptions(statement.options, statement.n_options, sequence.type, ownedBy);
    m_catalog.sequences[name] = std::move(sequence);
    m_catalog.relationNames.insert(name);
}

void PostgresReader::createFunction(const PgQuery__CreateFunctionStmt& statement) {
    DraftFunction function;
    function.name = newName(statement.funcname, statement.n_funcname);
    function.sql = statementText();
    function.place = here();
    function.trigger = statement.is_procedure ||
                       (statement.return_type && statement.return_type->n_names > 0 &&
                        stringOf(statement.return_type->names[statement.return_type->n_names - 1]) == "trigger");
    for (std::size_t i = 0; i < statement.n_parameters; ++i)
        if (PgQuery__TypeName* type = statement.parameters[i]->function_parameter->arg_type)
            function.signature += typeSql(type) + ",";
    for (DraftFunction& known : m_catalog.functions)
        if (known.name == function.name && known.signature == function.signature) {
            known = std::move(function); // CREATE OR REPLACE
            return;
        }
    m_catalog.functions.push_back(std::move(function));
}

void PostgresReader::createExtension(const PgQuery__CreateExtensionStmt& statement) {
    const std::string name = statement.extname;
    const auto known = std::any_of(m_catalog.natives.begin(), m_catalog.natives.end(), [&](const NativeObject& native) {
        return native.kind == "extension" && native.name == name;
    });
    if (known || name == "plpgsql") // every database has plpgsql
        return;
    std::string sql = "CREATE EXTENSION IF NOT EXISTS " + postgresIdentifier(name);
    for (std::size_t i = 0; i < statement.n_options; ++i) {
        const PgQuery__DefElem& option = *statement.options[i]->def_elem;
        if (std::string(option.defname) == "schema" && stringOf(option.arg) != "public")
            sql += " WITH SCHEMA " + postgresIdentifier(stringOf(option.arg));
        else if (std::string(option.defname) == "cascade")
            sql += " CASCADE";
    }
    m_catalog.natives.push_back({"postgresql", "extension", name, std::move(sql)});
}

void PostgresReader::createSchema(const PgQuery__CreateSchemaStmt& statement) {
    std::string name = statement.schemaname;
    if (name.empty() && statement.authrole)
        name = statement.authrole->rolename;
    if (std::find(m_catalog.schemas.begin(), m_catalog.schemas.end(), name) == m_catalog.schemas.end() &&
        name != "public")
        m_catalog.schemas.push_back(name);
    const std::vector<std::string> before = std::exchange(m_catalog.path, {name, "public"});
    for (std::size_t i = 0; i < statement.n_schema_elts; ++i)
        readStatement(statement.schema_elts[i]);
    m_catalog.path = before;
}

void PostgresReader::comment(const PgQuery__CommentStmt& statement) {
    const std::string text = statement.comment;
    PgNode* const object = statement.object;
    const bool isList = object && object->node_case == PG_QUERY__NODE__NODE_LIST;
    const std::vector<std::string> names =
        isList ? stringsOf(object->list->items, object->list->n_items) : std::vector<std::string>{};
    const auto schemaOf = [&](std::size_t last) {
        return names.size() > last ? names[names.size() - last - 1] : std::string();
    };
    const auto tableOf = [&](std::size_t last) -> DraftTable* {
        if (names.size() < last + 1)
            return nullptr;
        PgQuery__RangeVar relation = PG_QUERY__RANGE_VAR__INIT;
        std::string schema = schemaOf(last + 1);
        std::string table = schemaOf(last);
        relation.schemaname = schema.data();
        relation.relname = table.data();
        return tableFor(relation, "COMMENT");
    };
    switch (statement.objtype) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
        if (DraftTable* table = tableOf(0))
            table->entity.comment = text;
        return;
    case PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN:
        if (DraftTable* table = tableOf(1))
            if (const auto column = columnId(*table, names.back(), 0, "COMMENT"))
                table->column(*column)->comment = text;
        return;
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT:
        if (DraftTable* table = tableOf(1); table && !commentOnConstraint(*table, names.back(), text))
            report(Severity::Error, 0, fmt::format("{} has no constraint {}", table->name().sql(), names.back()));
        return;
    case PG_QUERY__OBJECT_TYPE__OBJECT_INDEX: {
        const QualifiedName name = m_catalog.resolve(m_catalog.indexes, schemaOf(1), schemaOf(0));
        const auto at = m_catalog.indexes.find(name);
        if (at == m_catalog.indexes.end())
            return report(Severity::Info, 0, fmt::format("the comment on {} is not modelled", name.sql()));
        for (Index& index : at->second->entity.indexes)
            if (index.name == name.name)
                index.comment = text;
        for (Key& key : at->second->entity.keys)
            if (key.name == name.name && key.comment.empty())
                report(Severity::Info, 0,
                       fmt::format("the comment on the index of key {} is not modelled", name.sql()));
        return;
    }
    case PG_QUERY__OBJECT_TYPE__OBJECT_TYPE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN:
        if (object && object->node_case == PG_QUERY__NODE__NODE_TYPE_NAME) {
            const PgQuery__TypeName& type = *object->type_name;
            const auto parts = stringsOf(type.names, type.n_names);
            const QualifiedName name = m_catalog.resolve(
                m_catalog.enums, parts.size() > 1 ? parts[parts.size() - 2] : std::string(), parts.back());
            if (const auto at = m_catalog.enums.find(name); at != m_catalog.enums.end()) {
                EnumType changed = *m_catalog.project.enums.find(at->second);
                changed.comment = text;
                m_catalog.project.enums.set(std::move(changed));
                return;
            }
        }
        break;
    default: break;
    }
    report(Severity::Info, 0, "a comment on something that is not modelled is left out");
}

bool PostgresReader::commentOnConstraint(DraftTable& table, const std::string& name, const std::string& text) {
    const auto set = [&](auto& constraints) {
        for (auto& constraint : constraints)
            if (constraint.name == name) {
                constraint.comment = text;
                return true;
            }
        return false;
    };
    if (set(table.entity.keys) || set(table.entity.checks) || set(table.entity.exclusions))
        return true;
    for (Relationship& relationship : m_catalog.relationships)
        if (relationship.child == table.entity.id && relationship.name == name) {
            relationship.comment = text;
            return true;
        }
    return false;
}

} // namespace shardscape::model
