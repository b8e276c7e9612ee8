// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/nearest_name.h"
#include "model/exchange/import/postgres_reader.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/exchange/export/postgres_words.h"

namespace shardscape::model {
namespace {

ReferentialAction actionOf(const std::string& letter) {
    if (letter == "r")
        return ReferentialAction::Restrict;
    if (letter == "c")
        return ReferentialAction::Cascade;
    if (letter == "n")
        return ReferentialAction::SetNull;
    return letter == "d" ? ReferentialAction::SetDefault : ReferentialAction::NoAction;
}

/// What the functions that make keys are called, so that a default tells how its values are ordered.
Generator generatorOf(const PgNode* expression) {
    if (!expression || expression->node_case != PG_QUERY__NODE__NODE_FUNC_CALL)
        return Generator::None;
    const PgQuery__FuncCall& call = *expression->func_call;
    const std::string name = call.n_funcname > 0 ? stringOf(call.funcname[call.n_funcname - 1]) : std::string();
    if (name == "gen_random_uuid" || name == "uuid_generate_v4")
        return Generator::UuidV4;
    if (name == "uuidv7" || name == "uuid_generate_v7" || name == "gen_ulid" || name == "generate_ulid")
        return Generator::UuidV7;
    return name.find("snowflake") != std::string::npos ? Generator::Snowflake : Generator::None;
}

std::set<std::string> referencedColumns(const PgNode* expression) {
    std::set<std::string> out;
    walk(expression, [&](const ProtobufCMessage& message) {
        if (const auto* column = as<PgQuery__ColumnRef>(message, pg_query__column_ref__descriptor))
            if (const auto fields = fieldsOf(*column); !fields.empty())
                out.insert(fields.back());
        return true;
    });
    return out;
}

void replaceValue(PgNode* expression, const std::string& column) {
    walk(expression, [&](const ProtobufCMessage& message) {
        if (auto* reference = as<PgQuery__ColumnRef>(message, pg_query__column_ref__descriptor))
            if (reference->n_fields == 1 && stringOf(reference->fields[0]) == "value")
                setTreeString(reference->fields[0]->string->sval, column);
        return true;
    });
}

} // namespace

std::string PostgresReader::capture(PgNode* expression, int location) {
    if (!expression)
        return {};
    std::string sql = expressionSql(expression);
    // Written out, every operation is in parentheses, and the parser takes some thousands of these within each other.
    constexpr std::size_t kLong = 8192;
    if (sql.size() > kLong && !parsePostgres("SELECT " + sql))
        sql.clear();
    if (sql.empty())
        report(Severity::Warning, location, "an expression cannot be written as SQL again and is left out");
    return sql;
}

void PostgresReader::addColumn(DraftTable& table, PgQuery__ColumnDef& definition) {
    const std::string name = definition.colname;
    Attribute* existing = table.column(name);
    if (existing && existing->type != resolveType(*definition.type_name).type)
        return report(Severity::Error, definition.location,
                      fmt::format("{} has a column {} already", table.name().sql(), name));
    Attribute attribute;
    if (existing)
        attribute = *existing; // an inherited column that the child declares again
    else
        attribute.id = m_catalog.project.newId<AttributeId>();
    attribute.name = name;
    const ResolvedType resolved = resolveType(*definition.type_name);
    attribute.type = resolved.type;
    if (definition.coll_clause)
        attribute.collation = qualifiedSql(definition.coll_clause->collname, definition.coll_clause->n_collname);
    const AttributeId id = attribute.id;
    if (existing)
        *existing = std::move(attribute);
    else
        table.entity.attributes.push_back(std::move(attribute));
    if (resolved.domain)
        applyDomain(table, *table.column(id), *resolved.domain, definition.location);
    if (resolved.serial)
        addSerialSequence(table, *table.column(id));
    columnConstraints(table, id, definition);
}

void PostgresReader::applyDomain(DraftTable& table, Attribute& attribute, const DraftDomain& domain, int location) {
    if (domain.notNull)
        attribute.nullable = false;
    if (attribute.defaultSql.empty())
        attribute.defaultSql = domain.defaultSql;
    if (attribute.collation.empty())
        attribute.collation = domain.collation;
    for (const Check& check : domain.checks) {
        const auto tree = parsePostgres("SELECT " + check.expression);
        if (!tree || tree->size() == 0)
            continue;
        PgNode* expression = tree->statement(0)->select_stmt->target_list[0]->res_target->val;
        replaceValue(expression, attribute.name);
        Check copy = check;
        copy.expression = capture(expression, location);
        copy.name = m_catalog.constraintName(table.entity.schema, table.entity.name, attribute.name, "check");
        m_catalog.constraintNames.insert({table.entity.schema, copy.name});
        table.entity.checks.push_back(std::move(copy));
    }
}

void PostgresReader::addSerialSequence(DraftTable& table, Attribute& attribute) {
    const QualifiedName name{table.entity.schema,
                             m_catalog.indexName(table.entity.schema, table.entity.name, attribute.name, "seq")};
    DraftSequence sequence;
    sequence.type = attribute.type.kind == TypeKind::Int16   ? "smallint"
                    : attribute.type.kind == TypeKind::Int32 ? "integer"
                                                             : "bigint";
    sequence.place = here();
    m_catalog.sequences[name] = std::move(sequence);
    m_catalog.relationNames.insert(name);
    m_catalog.sequenceOf[attribute.id] = name;
    attribute.nullable = false;
    attribute.generator = Generator::AutoIncrement;
    attribute.defaultSql = "nextval"; // written in full at the end, when the sequence has its last name
}

void PostgresReader::columnConstraints(DraftTable& table, AttributeId column, const PgQuery__ColumnDef& definition) {
    for (std::size_t i = 0; i < definition.n_constraints; ++i) {
        PgQuery__Constraint& constraint = *definition.constraints[i]->constraint;
        // DEFERRABLE and the like are nodes of their own behind the constraint that they belong to.
        for (std::size_t next = i + 1; next < definition.n_constraints; ++next) {
            const PgQuery__ConstrType type = definition.constraints[next]->constraint->contype;
            if (type == PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_DEFERRABLE)
                constraint.deferrable = 1;
            else if (type == PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_DEFERRED)
                constraint.deferrable = constraint.initdeferred = 1;
            else if (type != PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_NOT_DEFERRABLE &&
                     type != PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_IMMEDIATE)
                break;
        }
        Attribute& attribute = *table.column(column);
        switch (constraint.contype) {
        case PG_QUERY__CONSTR_TYPE__CONSTR_NULL: attribute.nullable = true; break;
        case PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL: attribute.nullable = false; break;
        case PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT: setDefault(table, attribute, constraint.raw_expr); break;
        case PG_QUERY__CONSTR_TYPE__CONSTR_IDENTITY:
            setIdentity(table, attribute, constraint.generated_when, constraint.options, constraint.n_options);
            break;
        case PG_QUERY__CONSTR_TYPE__CONSTR_GENERATED:
            attribute.generatedSql = capture(constraint.raw_expr, constraint.location);
            break;
        case PG_QUERY__CONSTR_TYPE__CONSTR_CHECK:
        case PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY:
        case PG_QUERY__CONSTR_TYPE__CONSTR_UNIQUE:
        case PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN: addConstraint(table, constraint, &attribute); break;
        default: break;
        }
    }
}

void PostgresReader::setDefault(DraftTable& table, Attribute& attribute, PgNode* expression) {
    m_catalog.sequenceOf.erase(attribute.id);
    if (attribute.generator != Generator::Natural)
        attribute.generator = generatorOf(expression);
    attribute.defaultSql = capture(expression, 0);
    if (attribute.defaultSql == "NULL") {
        attribute.defaultSql.clear(); // DEFAULT NULL is no default
        return;
    }
    if (!expression || expression->node_case != PG_QUERY__NODE__NODE_FUNC_CALL)
        return;
    const PgQuery__FuncCall& call = *expression->func_call;
    if (call.n_funcname == 0 || stringOf(call.funcname[call.n_funcname - 1]) != "nextval" || call.n_args != 1)
        return;
    const std::optional<std::string> text = textOf(call.args[0]);
    if (!text)
        return;
    bool qualified = false;
    QualifiedName name = parseRegclass(*text, qualified);
    if (!qualified)
        name = m_catalog.resolve(m_catalog.sequences, {}, name.name);
    if (!m_catalog.sequences.contains(name))
        report(Severity::Warning, 0,
               fmt::format("the default of {}.{} takes values from the sequence {}, which is not there",
                           table.name().sql(), attribute.name, name.sql()),
               "the sequence is assumed with default options");
    m_catalog.sequences.try_emplace(name, DraftSequence{"bigint", {}, here()});
    m_catalog.relationNames.insert(name);
    m_catalog.sequenceOf[attribute.id] = name;
    attribute.generator = Generator::AutoIncrement;
}

void PostgresReader::setIdentity(DraftTable&, Attribute& attribute, const std::string& when, PgNode* const* options,
                                 std::size_t count) {
    std::string type;
    std::vector<std::string> ownedBy;
    attribute.nullable = false;
    attribute.generator = Generator::AutoIncrement;
    if (!when.empty())
        attribute.identityAlways = when == "a";
    type = attribute.type.kind == TypeKind::Int16   ? "smallint"
           : attribute.type.kind == TypeKind::Int32 ? "integer"
                                                    : "bigint";
    attribute.identityOptions = sequenceOptions(options, count, type, ownedBy);
}

void PostgresReader::addConstraint(DraftTable& table, PgQuery__Constraint& constraint, const Attribute* column) {
    switch (constraint.contype) {
    case PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY:
    case PG_QUERY__CONSTR_TYPE__CONSTR_UNIQUE:
        if (constraint.indexname[0] != '\0')
            addKeyUsingIndex(table, constraint);
        else
            addKey(table, constraint, column);
        return;
    case PG_QUERY__CONSTR_TYPE__CONSTR_CHECK: return addCheck(table, constraint);
    case PG_QUERY__CONSTR_TYPE__CONSTR_EXCLUSION: return addExclusion(table, constraint);
    case PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN: return addForeignKey(table, constraint, column);
    default: report(Severity::Warning, constraint.location, "a constraint of this kind is not modelled");
    }
}

void PostgresReader::addKey(DraftTable& table, const PgQuery__Constraint& constraint, const Attribute* column) {
    const bool primary = constraint.contype == PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY;
    Key key;
    key.kind = primary ? KeyKind::Primary : KeyKind::Unique;
    bool complete = true;
    const char* what = primary ? "PRIMARY KEY" : "UNIQUE";
    key.attributes = column ? std::vector<AttributeId>{column->id}
                            : columnIds(table, constraint.keys, constraint.n_keys, constraint.location, what, complete);
    key.include = columnIds(table, constraint.including, constraint.n_including, constraint.location, what, complete);
    if (!complete)
        return;
    if (primary && table.entity.primaryKey())
        return report(Severity::Error, constraint.location,
                      fmt::format("{} has a primary key already", table.name().sql()), "the second one was left out");
    const QualifiedName name = table.name();
    key.name = constraint.conname;
    if (key.name.empty()) {
        std::vector<AttributeId> columns = key.attributes;
        columns.insert(columns.end(), key.include.begin(), key.include.end());
        key.name = primary ? m_catalog.indexName(name.schema, name.name, {}, "pkey")
                           : m_catalog.indexName(name.schema, name.name,
                                                 fmt::format("{}", fmt::join(table.names(columns), "_")), "key");
    } else if (m_catalog.relationNames.contains({name.schema, key.name})) {
        return report(Severity::Error, constraint.location,
                      fmt::format("{} is already there", QualifiedName{name.schema, key.name}.sql()),
                      "the second definition was left out");
    }
    key.id = m_catalog.project.newId<KeyId>();
    key.nullsNotDistinct = constraint.nulls_not_distinct;
    key.deferrable = constraint.deferrable;
    key.initiallyDeferred = constraint.initdeferred;
    if (primary)
        for (AttributeId part : key.attributes)
            table.column(part)->nullable = false;
    m_catalog.relationNames.insert({name.schema, key.name});
    m_catalog.constraintNames.insert({name.schema, key.name});
    m_catalog.indexes[{name.schema, key.name}] = &table;
    table.entity.keys.push_back(std::move(key));
}

void PostgresReader::addKeyUsingIndex(DraftTable& table, const PgQuery__Constraint& constraint) {
    const std::string indexName = constraint.indexname;
    auto& indexes = table.entity.indexes;
    const auto at =
        std::find_if(indexes.begin(), indexes.end(), [&](const Index& index) { return index.name == indexName; });
    if (at == indexes.end())
        return report(Severity::Error, constraint.location,
                      fmt::format("{} has no index {}", table.name().sql(), indexName));
    Key key;
    key.id = m_catalog.project.newId<KeyId>();
    key.kind = constraint.contype == PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY ? KeyKind::Primary : KeyKind::Unique;
    key.name = constraint.conname[0] != '\0' ? constraint.conname : indexName;
    for (const KeyPart& part : at->parts) {
        if (!part.attribute)
            return report(Severity::Error, constraint.location, "an index with expressions cannot be a key");
        key.attributes.push_back(part.attribute);
        if (key.kind == KeyKind::Primary)
            table.column(part.attribute)->nullable = false;
    }
    key.include = at->include;
    key.nullsNotDistinct = at->nullsNotDistinct;
    key.deferrable = constraint.deferrable;
    key.initiallyDeferred = constraint.initdeferred;
    m_catalog.removeIndex({table.entity.schema, indexName});
    m_catalog.relationNames.insert({table.entity.schema, key.name});
    m_catalog.constraintNames.insert({table.entity.schema, key.name});
    m_catalog.indexes[{table.entity.schema, key.name}] = &table;
    table.entity.keys.push_back(std::move(key));
}

void PostgresReader::addCheck(DraftTable& table, const PgQuery__Constraint& constraint) {
    Check check;
    check.name = constraint.conname;
    if (check.name.empty()) {
        const std::set<std::string> columns = referencedColumns(constraint.raw_expr);
        check.name = m_catalog.constraintName(table.entity.schema, table.entity.name,
                                              columns.size() == 1 ? *columns.begin() : std::string(), "check");
    }
    check.expression = capture(constraint.raw_expr, constraint.location);
    if (check.expression.empty())
        return;
    check.notValid = constraint.skip_validation;
    check.noInherit = constraint.is_no_inherit;
    m_catalog.constraintNames.insert({table.entity.schema, check.name});
    table.entity.checks.push_back(std::move(check));
}

void PostgresReader::addExclusion(DraftTable& table, const PgQuery__Constraint& constraint) {
    Exclusion exclusion;
    exclusion.name = constraint.conname;
    exclusion.definition = exclusionSql(constraint);
    if (exclusion.name.empty()) {
        std::string columns;
        for (std::size_t i = 0; i < constraint.n_exclusions; ++i) {
            const PgQuery__IndexElem& element = *constraint.exclusions[i]->list->items[0]->index_elem;
            std::string part = element.expr ? figuredName(element.expr) : std::string(element.name);
            columns += (columns.empty() ? "" : "_") + (part.empty() ? "expr" : part);
        }
        exclusion.name = m_catalog.indexName(table.entity.schema, table.entity.name, columns, "excl");
    }
    m_catalog.relationNames.insert({table.entity.schema, exclusion.name});
    m_catalog.constraintNames.insert({table.entity.schema, exclusion.name});
    table.entity.exclusions.push_back(std::move(exclusion));
}

void PostgresReader::addForeignKey(DraftTable& table, const PgQuery__Constraint& constraint, const Attribute* column) {
    Relationship relationship;
    bool complete = true;
    relationship.child = table.entity.id;
    relationship.childAttributes = column ? std::vector<AttributeId>{column->id}
                                          : columnIds(table, constraint.fk_attrs, constraint.n_fk_attrs,
                                                      constraint.location, "FOREIGN KEY", complete);
    relationship.onDeleteAttributes = columnIds(table, constraint.fk_del_set_cols, constraint.n_fk_del_set_cols,
                                                constraint.location, "ON DELETE SET", complete);
    if (!complete)
        return;
    const QualifiedName name = table.name();
    relationship.name = constraint.conname;
    if (relationship.name.empty())
        relationship.name = m_catalog.constraintName(
            name.schema, name.name, fmt::format("{}", fmt::join(table.names(relationship.childAttributes), "_")),
            "fkey");
    relationship.onDelete = actionOf(constraint.fk_del_action);
    relationship.onUpdate = actionOf(constraint.fk_upd_action);
    relationship.matchFull = std::string(constraint.fk_matchtype) == "f";
    relationship.deferrable = constraint.deferrable;
    relationship.initiallyDeferred = constraint.initdeferred;
    relationship.notValid = constraint.skip_validation;
    m_catalog.constraintNames.insert({name.schema, relationship.name});
    const PgQuery__RangeVar& target = *constraint.pktable;
    const std::vector<std::string> columns = stringsOf(constraint.pk_attrs, constraint.n_pk_attrs);
    DraftTable* parent = m_catalog.findTable(target.schemaname, target.relname);
    std::string problem = parent ? linkParent(relationship, *parent, columns) : "not there";
    relationship.id = m_catalog.project.newId<RelationshipId>();
    if (parent && parent != &table && table.hasRows && !parent->hasRows && !relationship.notValid)
        report(
            Severity::Warning, constraint.location,
            fmt::format("{} already has rows here while {} has none: a server refuses this foreign key until the rows "
                        "it refers to are loaded",
                        name.sql(), parent->name().sql()),
            "load them first, or declare it NOT VALID; the model keeps it");
    if (problem.empty())
        return m_catalog.relationships.push_back(std::move(relationship));
    QualifiedName parentName = parent ? parent->name() : newName(target);
    m_catalog.pending.push_back({std::move(relationship), std::move(parentName), columns, here(constraint.location)});
}

std::string PostgresReader::linkParent(Relationship& relationship, const DraftTable& parent,
                                       const std::vector<std::string>& columns) {
    relationship.parent = parent.entity.id;
    relationship.parentAttributes.clear();
    if (columns.empty()) {
        const Key* key = parent.entity.primaryKey();
        if (!key)
            return fmt::format("{} has no primary key to refer to", parent.name().sql());
        relationship.parentAttributes = key->attributes;
    }
    for (const std::string& column : columns) {
        const Attribute* attribute = parent.entity.findByName(column);
        if (!attribute)
            return fmt::format("{} has no column {} to refer to", parent.name().sql(), column);
        relationship.parentAttributes.push_back(attribute->id);
    }
    if (relationship.parentAttributes.size() != relationship.childAttributes.size())
        return fmt::format("{} columns refer to {} columns of {}", relationship.childAttributes.size(),
                           relationship.parentAttributes.size(), parent.name().sql());
    return {};
}

std::optional<AttributeId> PostgresReader::columnId(const DraftTable& table, const std::string& name, int location,
                                                    const std::string& what) {
    if (const Attribute* attribute = table.entity.findByName(name))
        return attribute->id;
    std::vector<std::string> known;
    for (const Attribute& attribute : table.entity.attributes)
        known.push_back(attribute.name);
    report(Severity::Error, location, fmt::format("{}: {} has no column {}", what, table.name().sql(), name),
           didYouMean(name, known));
    return std::nullopt;
}

std::vector<AttributeId> PostgresReader::columnIds(const DraftTable& table, PgNode* const* names, std::size_t count,
                                                   int location, const std::string& what, bool& complete) {
    std::vector<AttributeId> out;
    for (const std::string& name : stringsOf(names, count)) {
        if (const auto id = columnId(table, name, location, what))
            out.push_back(*id);
        else
            complete = false;
    }
    return out;
}

KeyPart PostgresReader::keyPart(const DraftTable& table, const PgQuery__IndexElem& element, bool& complete) {
    KeyPart part;
    if (element.expr) {
        part.expression = capture(element.expr, 0);
        complete = complete && !part.expression.empty();
    } else if (const auto column = columnId(table, element.name, 0, "CREATE INDEX")) {
        part.attribute = *column;
    } else {
        complete = false;
    }
    part.descending = element.ordering == PG_QUERY__SORT_BY_DIR__SORTBY_DESC;
    if (element.nulls_ordering == PG_QUERY__SORT_BY_NULLS__SORTBY_NULLS_FIRST)
        part.nullsFirst = true;
    else if (element.nulls_ordering == PG_QUERY__SORT_BY_NULLS__SORTBY_NULLS_LAST)
        part.nullsFirst = false;
    if (part.nullsFirst == part.descending)
        part.nullsFirst.reset(); // the default: nulls last, or first when descending
    part.collation = qualifiedSql(element.collation, element.n_collation);
    part.operatorClass = qualifiedSql(element.opclass, element.n_opclass);
    if (element.n_opclassopts > 0)
        part.operatorClass += "(" + relationOptions(element.opclassopts, element.n_opclassopts) + ")";
    return part;
}

} // namespace shardscape::model
