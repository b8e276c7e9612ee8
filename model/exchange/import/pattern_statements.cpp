// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/base/nearest_name.h"
#include "model/exchange/import/pattern_analyzer.h"
#include "model/exchange/import/source_text.h"

namespace shardscape::model {
namespace {

/// The aggregates of PostgreSQL 15 (pg_proc.prokind = 'a') that statements of applications use.
constexpr std::array<std::string_view, 37> kAggregates{
    "any_value",       "array_agg",        "avg",         "bit_and",    "bit_or",
    "bool_and",        "bool_or",          "corr",        "count",      "covar_pop",
    "covar_samp",      "cume_dist",        "every",       "json_agg",   "json_object_agg",
    "jsonb_agg",       "jsonb_object_agg", "max",         "min",        "mode",
    "percentile_cont", "percentile_disc",  "range_agg",   "regr_count", "regr_slope",
    "stddev",          "stddev_pop",       "stddev_samp", "string_agg", "sum",
    "var_pop",         "var_samp",         "variance",    "xmlagg",     "st_collect",
    "st_extent",       "st_union"};

bool isAggregate(const PgQuery__FuncCall& call) {
    if (call.over || call.n_funcname == 0)
        return false; // a window function keeps its rows
    const std::string name = stringOf(call.funcname[call.n_funcname - 1]);
    return call.agg_star || std::find(kAggregates.begin(), kAggregates.end(), name) != kAggregates.end();
}

bool isTimeFunction(const PgNode* node) {
    if (!node)
        return false;
    if (node->node_case == PG_QUERY__NODE__NODE_SQLVALUE_FUNCTION || node->node_case == PG_QUERY__NODE__NODE_A_CONST)
        return true;
    if (node->node_case != PG_QUERY__NODE__NODE_FUNC_CALL)
        return false;
    const PgQuery__FuncCall& call = *node->func_call;
    const std::string name = call.n_funcname > 0 ? stringOf(call.funcname[call.n_funcname - 1]) : std::string();
    return name == "now" || name == "clock_timestamp" || name == "statement_timestamp";
}

/// "column + x" or "column - x", also with coalesce(column, 0).
bool addsTo(const PgNode* value, const std::string& column) {
    if (!value || value->node_case != PG_QUERY__NODE__NODE_A_EXPR || value->a_expr->n_name == 0)
        return false;
    const std::string sign = stringOf(value->a_expr->name[0]);
    if (sign != "+" && sign != "-")
        return false;
    const auto isIt = [&](const PgNode* node) {
        if (node && node->node_case == PG_QUERY__NODE__NODE_COALESCE_EXPR && node->coalesce_expr->n_args > 0)
            node = node->coalesce_expr->args[0];
        if (!node || node->node_case != PG_QUERY__NODE__NODE_COLUMN_REF)
            return false;
        const auto fields = fieldsOf(*node->column_ref);
        return !fields.empty() && fields.back() == column;
    };
    return isIt(value->a_expr->lexpr) || (sign == "+" && isIt(value->a_expr->rexpr));
}

} // namespace

Placed PatternAnalyzer::statement(PgNode* node) {
    switch (node->node_case) {
    case PG_QUERY__NODE__NODE_SELECT_STMT:
        if (const auto done = select(*node->select_stmt, nullptr, true); !done)
            return done;
        if (!m_pattern.entity)
            note(0, "not analysed: the statement reads no table");
        decideReadVerb();
        return {};
    case PG_QUERY__NODE__NODE_INSERT_STMT: return insert(*node->insert_stmt);
    case PG_QUERY__NODE__NODE_UPDATE_STMT: return update(*node->update_stmt);
    case PG_QUERY__NODE__NODE_DELETE_STMT: return remove(*node->delete_stmt);
    case PG_QUERY__NODE__NODE_MERGE_STMT: {
        Scope scope;
        if (const auto done = table(scope, *node->merge_stmt->relation); !done)
            return done;
        m_pattern.verb = Verb::Upsert;
        note(0, "not analysed: the conditions and actions of MERGE");
        return {};
    }
    default: return refuseAt(0, "an access pattern is one SELECT, INSERT, UPDATE or DELETE");
    }
}

Placed PatternAnalyzer::with(PgQuery__WithClause* clause) {
    if (!clause)
        return {};
    for (std::size_t i = 0; i < clause->n_ctes; ++i) {
        PgQuery__CommonTableExpr& cte = *clause->ctes[i]->common_table_expr;
        if (clause->recursive)
            m_ctes.insert(cte.ctename);
        if (cte.ctequery && cte.ctequery->node_case == PG_QUERY__NODE__NODE_SELECT_STMT) {
            if (const auto done = select(*cte.ctequery->select_stmt, nullptr, false); !done)
                return done;
        } else {
            note(cte.location, fmt::format("not analysed: the statement that writes in \"{}\"", cte.ctename));
        }
        m_ctes.insert(cte.ctename);
    }
    if (clause->recursive)
        m_traversal = true;
    else
        note(clause->location,
             "not analysed: how WITH narrows what the statement reads; its tables and conditions are taken");
    return {};
}

Placed PatternAnalyzer::select(PgQuery__SelectStmt& statement, Scope* outer, bool top) {
    if (const auto done = with(statement.with_clause); !done)
        return done;
    if (statement.op != PG_QUERY__SET_OPERATION__SETOP_NONE && statement.larg && statement.rarg) {
        if (!m_traversal)
            note(0, "not analysed: how UNION, INTERSECT or EXCEPT combines; the tables and conditions of both sides "
                    "are taken");
        if (const auto done = select(*statement.larg, outer, top); !done)
            return done;
        if (const auto done = select(*statement.rarg, outer, false); !done)
            return done;
        if (top)
            limit(statement.limit_count, statement.limit_offset);
        return {};
    }
    Scope scope;
    scope.outer = outer;
    scope.top = top;
    for (std::size_t i = 0; i < statement.n_from_clause; ++i)
        if (const auto done = fromItem(scope, statement.from_clause[i]); !done)
            return done;
    if (const auto done = targets(scope, statement); !done)
        return done;
    if (statement.where_clause)
        if (const auto done = condition(scope, statement.where_clause, false); !done)
            return done;
    if (statement.having_clause) {
        m_aggregate = true;
        if (const auto done = checkColumns(scope, statement.having_clause); !done)
            return done;
    }
    return orderAndLimit(scope, statement);
}

Placed PatternAnalyzer::fromItem(Scope& scope, PgNode* item) {
    switch (item->node_case) {
    case PG_QUERY__NODE__NODE_RANGE_VAR: return table(scope, *item->range_var);
    case PG_QUERY__NODE__NODE_JOIN_EXPR: return join(scope, *item->join_expr);
    case PG_QUERY__NODE__NODE_RANGE_SUBSELECT: {
        PgQuery__RangeSubselect& sub = *item->range_subselect;
        note(0, "not analysed: how the sub-select in FROM narrows what is read; its tables and conditions are taken");
        Scope* outer = sub.lateral ? &scope : nullptr;
        if (sub.subquery && sub.subquery->node_case == PG_QUERY__NODE__NODE_SELECT_STMT)
            if (const auto done = select(*sub.subquery->select_stmt, outer, false); !done)
                return done;
        scope.sources.push_back({sub.alias ? sub.alias->aliasname : "", nullptr});
        return {};
    }
    case PG_QUERY__NODE__NODE_RANGE_FUNCTION:
        note(0, "not analysed: the rows of a function in FROM");
        scope.sources.push_back({item->range_function->alias ? item->range_function->alias->aliasname : "", nullptr});
        return {};
    default:
        note(0, "not analysed: a part of FROM");
        scope.sources.push_back({});
        return {};
    }
}

Placed PatternAnalyzer::table(Scope& scope, PgQuery__RangeVar& relation) {
    const std::string name = relation.relname;
    const std::string alias = relation.alias ? relation.alias->aliasname : name;
    if (relation.schemaname[0] == '\0' && m_ctes.contains(name)) {
        scope.sources.push_back({alias, nullptr});
        return {};
    }
    const Entity* entity = m_entities.find(relation.schemaname, name);
    if (!entity) {
        const std::string written =
            relation.schemaname[0] != '\0' ? std::string(relation.schemaname) + "." + name : name;
        return refuseAt(offset(relation.location), fmt::format("there is no table {}", written),
                        didYouMean(written, m_entities.all()));
    }
    scope.sources.push_back({alias, entity});
    m_analysis.names.emplace(alias, entity->id);
    m_analysis.names.emplace(entity->name, entity->id);
    addEntity(*entity);
    return {};
}

Placed PatternAnalyzer::join(Scope& scope, PgQuery__JoinExpr& joined) {
    if (const auto done = fromItem(scope, joined.larg); !done)
        return done;
    const std::size_t split = scope.sources.size();
    if (const auto done = fromItem(scope, joined.rarg); !done)
        return done;
    const bool outer = joined.jointype != PG_QUERY__JOIN_TYPE__JOIN_INNER;
    std::vector<std::string> columns = stringsOf(joined.using_clause, joined.n_using_clause);
    if (joined.is_natural && scope.sources.size() > split && scope.sources[split].entity)
        for (const Attribute& attribute : scope.sources[split].entity->attributes)
            for (std::size_t i = 0; i < split; ++i)
                if (scope.sources[i].entity && scope.sources[i].entity->findByName(attribute.name)) {
                    columns.push_back(attribute.name);
                    break;
                }
    if (const auto done = usingColumns(scope, columns, split, outer); !done)
        return done;
    return joined.quals ? condition(scope, joined.quals, outer) : Placed{};
}

Placed PatternAnalyzer::usingColumns(Scope& scope, const std::vector<std::string>& columns, std::size_t split,
                                     bool outer) {
    for (const std::string& column : columns) {
        const auto find = [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i)
                if (const Entity* entity = scope.sources[i].entity)
                    if (const Attribute* attribute = entity->findByName(column))
                        return ColumnRef{entity->id, attribute->id};
            return ColumnRef{};
        };
        const ColumnRef left = find(0, split);
        const ColumnRef right = find(split, scope.sources.size());
        const bool known =
            std::all_of(scope.sources.begin(), scope.sources.end(), [](const Source& s) { return s.entity; });
        if (known && (!left.entity || !right.entity))
            return refuseAt(0, fmt::format("USING names the column {}, which is not on both sides", column));
        if (left.entity && right.entity)
            m_pattern.joins.push_back({left, right, outer});
        scope.merged.insert(column);
    }
    return {};
}

Placed PatternAnalyzer::targets(Scope& scope, PgQuery__SelectStmt& statement) {
    const auto star = [&](const Entity& entity) {
        for (const Attribute& attribute : entity.attributes)
            addOnce(m_pattern.projection, {entity.id, attribute.id});
    };
    for (std::size_t i = 0; i < statement.n_target_list; ++i) {
        PgNode* value = statement.target_list[i]->res_target->val;
        walk(value, [&](const ProtobufCMessage& message) {
            if (const auto* call = as<PgQuery__FuncCall>(message, pg_query__func_call__descriptor))
                m_aggregate = m_aggregate || isAggregate(*call);
            return message.descriptor != &pg_query__sub_link__descriptor;
        });
        if (isColumn(value) && fieldsOf(*value->column_ref).back() == "*") {
            const auto fields = fieldsOf(*value->column_ref);
            if (fields.size() == 1 || scope.sources.size() == 1) {
                m_pattern.allColumns = m_pattern.allColumns || scope.top;
                continue;
            }
            const std::string& alias = fields[fields.size() - 2];
            for (const Source& source : scope.sources)
                if (source.alias == alias && source.entity && scope.top)
                    star(*source.entity);
            continue;
        }
        std::vector<ColumnRef> found;
        if (const auto done = checkColumns(scope, value, &found); !done)
            return done;
        if (scope.top)
            for (const ColumnRef& column : found)
                addOnce(m_pattern.projection, column);
    }
    if (m_pattern.allColumns && scope.top)
        m_pattern.projection.clear();
    if (scope.top)
        m_pattern.distinct = statement.n_distinct_clause > 0;
    for (std::size_t i = 0; i < statement.n_group_clause; ++i) {
        m_aggregate = true;
        PgNode* key = statement.group_clause[i];
        if (const auto number = numberOf(key);
            number && *number >= 1 && *number <= static_cast<double>(statement.n_target_list))
            key = statement.target_list[static_cast<std::size_t>(*number) - 1]->res_target->val;
        for (std::size_t t = 0; isColumn(key) && t < statement.n_target_list; ++t) {
            const PgQuery__ResTarget& target = *statement.target_list[t]->res_target;
            if (fieldsOf(*key->column_ref) == std::vector<std::string>{target.name})
                key = target.val;
        }
        std::vector<ColumnRef> found;
        if (const auto done = checkColumns(scope, key, &found); !done)
            return done;
        if (scope.top)
            for (const ColumnRef& column : found)
                addOnce(m_pattern.groupBy, column);
    }
    return {};
}

Placed PatternAnalyzer::orderAndLimit(Scope& scope, PgQuery__SelectStmt& statement) {
    for (std::size_t i = 0; i < statement.n_sort_clause; ++i) {
        const PgQuery__SortBy& sort = *statement.sort_clause[i]->sort_by;
        PgNode* key = sort.node;
        if (const auto number = numberOf(key);
            number && *number >= 1 && *number <= static_cast<double>(statement.n_target_list))
            key = statement.target_list[static_cast<std::size_t>(*number) - 1]->res_target->val;
        for (std::size_t t = 0; isColumn(key) && t < statement.n_target_list; ++t) {
            const PgQuery__ResTarget& target = *statement.target_list[t]->res_target;
            if (target.name[0] != '\0' && fieldsOf(*key->column_ref) == std::vector<std::string>{target.name}) {
                key = target.val;
                break;
            }
        }
        OrderPart part;
        part.descending = sort.sortby_dir == PG_QUERY__SORT_BY_DIR__SORTBY_DESC;
        if (isColumn(key)) {
            const auto column = resolve(scope, *key->column_ref);
            if (!column)
                return tl::unexpected(column.error());
            part.column = *column;
        } else if (const auto done = checkColumns(scope, key); !done) {
            return done;
        }
        if (!part.column.entity)
            part.expression = text(key);
        if (key && key->node_case == PG_QUERY__NODE__NODE_A_EXPR && key->a_expr->n_name > 0 &&
            stringOf(key->a_expr->name[0]) == "<->")
            m_geoSearch = true;
        if (scope.top)
            m_pattern.order.push_back(std::move(part));
    }
    if (scope.top)
        limit(statement.limit_count, statement.limit_offset);
    return {};
}

void PatternAnalyzer::limit(PgNode* count, PgNode* offsetNode) {
    const auto isNull = [](const PgNode* node) {
        return node->node_case == PG_QUERY__NODE__NODE_A_CONST && node->a_const->isnull;
    };
    if (count && !isNull(count)) { // LIMIT ALL is a null
        m_pattern.limit = numberOf(count);
        if (!m_pattern.limit)
            m_pattern.limitParameter = text(count);
    }
    if (offsetNode && !isNull(offsetNode)) {
        m_pattern.offset = numberOf(offsetNode);
        m_pattern.offsetParameter = !m_pattern.offset;
    }
}

Placed PatternAnalyzer::insert(PgQuery__InsertStmt& statement) {
    if (const auto done = with(statement.with_clause); !done)
        return done;
    m_pattern.entity = {}; // what WITH read comes behind what is written
    std::vector<EntityId> read = std::exchange(m_pattern.joined, {});
    Scope scope;
    if (const auto done = table(scope, *statement.relation); !done)
        return done;
    const Entity& entity = *scope.sources.front().entity;
    m_pattern.verb = Verb::Insert;
    for (std::size_t i = 0; i < statement.n_cols; ++i) {
        const PgQuery__ResTarget& target = *statement.cols[i]->res_target;
        const Attribute* attribute = entity.findByName(target.name);
        if (!attribute) {
            std::vector<std::string> known;
            for (const Attribute& candidate : entity.attributes)
                known.push_back(candidate.name);
            return refuseAt(offset(target.location), fmt::format("{} has no column {}", entity.name, target.name),
                            didYouMean(target.name, known));
        }
        addOnce(m_pattern.assigned, {entity.id, attribute->id});
    }
    if (statement.n_cols == 0)
        for (const Attribute& attribute : entity.attributes)
            if (attribute.generatedSql.empty())
                addOnce(m_pattern.assigned, {entity.id, attribute.id});
    if (statement.select_stmt && statement.select_stmt->node_case == PG_QUERY__NODE__NODE_SELECT_STMT) {
        PgQuery__SelectStmt& source = *statement.select_stmt->select_stmt;
        if (source.n_values_lists > 0) {
            m_pattern.rowsWritten = static_cast<double>(source.n_values_lists);
        } else if (const auto done = select(source, nullptr, false); !done) { // as many rows as the query finds
            return done;
        }
    }
    for (EntityId one : read)
        if (const Entity* other = m_entities.project().entities.find(one))
            addEntity(*other);
    if (const PgQuery__OnConflictClause* conflict = statement.on_conflict_clause;
        conflict && conflict->action == PG_QUERY__ON_CONFLICT_ACTION__ONCONFLICT_UPDATE) {
        m_pattern.verb = Verb::Upsert;
        Scope update = scope;
        update.sources.push_back({"excluded", nullptr});
        if (const auto done = assignments(update, entity, conflict->target_list, conflict->n_target_list); !done)
            return done;
    }
    return returning(scope, statement.returning_list, statement.n_returning_list);
}

Placed PatternAnalyzer::assignments(Scope& scope, const Entity& entity, PgNode* const* list, std::size_t count) {
    std::size_t counters = 0;
    std::size_t clocks = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const PgQuery__ResTarget& target = *list[i]->res_target;
        const Attribute* attribute = entity.findByName(target.name);
        if (!attribute) {
            std::vector<std::string> known;
            for (const Attribute& candidate : entity.attributes)
                known.push_back(candidate.name);
            return refuseAt(offset(target.location), fmt::format("{} has no column {}", entity.name, target.name),
                            didYouMean(target.name, known));
        }
        addOnce(m_pattern.assigned, {entity.id, attribute->id});
        if (const auto done = checkColumns(scope, target.val); !done)
            return done;
        counters += addsTo(target.val, attribute->name);
        clocks += isTimeFunction(target.val);
    }
    if (m_pattern.verb == Verb::Update && counters > 0 && counters + clocks == count)
        m_pattern.verb = Verb::Increment;
    return {};
}

Placed PatternAnalyzer::update(PgQuery__UpdateStmt& statement) {
    Scope scope;
    if (const auto done = table(scope, *statement.relation); !done)
        return done;
    if (const auto done = with(statement.with_clause); !done)
        return done;
    m_pattern.verb = Verb::Update;
    for (std::size_t i = 0; i < statement.n_from_clause; ++i)
        if (const auto done = fromItem(scope, statement.from_clause[i]); !done)
            return done;
    if (const auto done =
            assignments(scope, *scope.sources.front().entity, statement.target_list, statement.n_target_list);
        !done)
        return done;
    if (statement.where_clause)
        if (const auto done = condition(scope, statement.where_clause, false); !done)
            return done;
    return returning(scope, statement.returning_list, statement.n_returning_list);
}

Placed PatternAnalyzer::remove(PgQuery__DeleteStmt& statement) {
    Scope scope;
    if (const auto done = table(scope, *statement.relation); !done)
        return done;
    if (const auto done = with(statement.with_clause); !done)
        return done;
    m_pattern.verb = Verb::Delete;
    for (std::size_t i = 0; i < statement.n_using_clause; ++i)
        if (const auto done = fromItem(scope, statement.using_clause[i]); !done)
            return done;
    if (statement.where_clause)
        if (const auto done = condition(scope, statement.where_clause, false); !done)
            return done;
    return returning(scope, statement.returning_list, statement.n_returning_list);
}

Placed PatternAnalyzer::returning(Scope& scope, PgNode* const* list, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        PgNode* value = list[i]->res_target->val;
        if (isColumn(value) && fieldsOf(*value->column_ref).back() == "*") {
            m_pattern.allColumns = true;
            continue;
        }
        std::vector<ColumnRef> found;
        if (const auto done = checkColumns(scope, value, &found); !done)
            return done;
        for (const ColumnRef& column : found)
            addOnce(m_pattern.projection, column);
    }
    if (m_pattern.allColumns)
        m_pattern.projection.clear();
    return {};
}

void PatternAnalyzer::decideReadVerb() {
    m_pattern.verb = readVerb();
}

Verb PatternAnalyzer::readVerb() const {
    if (m_traversal)
        return Verb::Traversal;
    if (m_textSearch)
        return Verb::TextSearch;
    if (m_geoSearch)
        return Verb::GeoSearch;
    if (m_aggregate)
        return Verb::Aggregate;
    if (!m_pattern.joined.empty())
        return Verb::Join;
    std::vector<AttributeId> equal;
    bool range = false;
    for (const Predicate& predicate : m_pattern.predicates) {
        if (predicate.comparison == Comparison::Equal && predicate.column.entity == m_pattern.entity)
            equal.push_back(predicate.column.attribute);
        range = range || predicate.comparison == Comparison::Range;
    }
    const Entity* entity = m_entities.project().entities.find(m_pattern.entity);
    if (entity && entity->isUnique(equal))
        return Verb::Get;
    return range ? Verb::Range : Verb::List;
}

} // namespace shardscape::model
