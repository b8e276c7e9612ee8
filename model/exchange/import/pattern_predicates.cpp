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

bool isTypeCastOf(const PgNode* node, PgQuery__Node__NodeCase kind) {
    while (node && node->node_case == PG_QUERY__NODE__NODE_TYPE_CAST)
        node = node->type_cast->arg;
    return node && node->node_case == kind;
}

const PgNode* withoutCasts(const PgNode* node) {
    while (node && node->node_case == PG_QUERY__NODE__NODE_TYPE_CAST)
        node = node->type_cast->arg;
    return node;
}

/// True when the node reads no column: a literal, a parameter, a call of functions on these.
bool isValue(const PgNode* node) {
    bool value = node != nullptr;
    walk(node, [&](const ProtobufCMessage& message) {
        if (message.descriptor == &pg_query__column_ref__descriptor ||
            message.descriptor == &pg_query__sub_link__descriptor)
            value = false;
        return value;
    });
    return value;
}

std::string operatorOf(const PgQuery__AExpr& expression) {
    return expression.n_name > 0 ? stringOf(expression.name[expression.n_name - 1]) : std::string();
}

/// The comparison of an operator that orders or equals; unset for others.
std::optional<Comparison> plainComparison(const std::string& word) {
    if (word == "=")
        return Comparison::Equal;
    if (word == "<" || word == "<=" || word == ">" || word == ">=")
        return Comparison::Range;
    if (word == "<>" || word == "!=")
        return Comparison::NotEqual;
    return std::nullopt;
}

/// Containment, overlap, full text, regular expressions: an inverted index may help, a B-tree does not.
constexpr std::array<std::string_view, 14> kContainment{"@@", "@@@", "@>", "<@", "&&", "?",  "?|",
                                                        "?&", "~",   "~*", "%",  "@?", "<%", "%>"};

/// PostGIS and earthdistance functions that select by distance or area.
constexpr std::array<std::string_view, 8> kNear{"st_dwithin", "st_within",    "st_contains", "st_intersects",
                                                "st_covers",  "st_coveredby", "earth_box",   "st_3ddwithin"};

} // namespace

std::string PatternAnalyzer::text(PgNode* node) const {
    std::string sql = expressionSql(node);
    if (m_sql.spelling.empty())
        return sql;
    std::string out; // $1 … back to what was written
    for (std::size_t at = 0; at < sql.size(); ++at) {
        std::size_t end = at + 1;
        while (sql[at] == '$' && end < sql.size() && std::isdigit(static_cast<unsigned char>(sql[end])))
            ++end;
        const auto spelling =
            end > at + 1 ? m_sql.spelling.find(std::atoi(sql.c_str() + at + 1)) : m_sql.spelling.end();
        if (spelling == m_sql.spelling.end()) {
            out += sql[at];
            continue;
        }
        out += spelling->second;
        at = end - 1;
    }
    return out;
}

void PatternAnalyzer::note(int location, std::string message) {
    m_analysis.notes.push_back({offset(location), std::move(message)});
}

void PatternAnalyzer::addOnce(std::vector<ColumnRef>& list, ColumnRef column) {
    if (column.entity && std::find(list.begin(), list.end(), column) == list.end())
        list.push_back(column);
}

void PatternAnalyzer::addEntity(const Entity& entity) {
    if (!m_pattern.entity)
        m_pattern.entity = entity.id;
    else
        m_pattern.joined.push_back(entity.id); // a table joined to itself counts again
}

tl::expected<ColumnRef, PlacedError> PatternAnalyzer::resolve(const Scope& scope,
                                                              const PgQuery__ColumnRef& column) const {
    const std::vector<std::string> fields = fieldsOf(column);
    const std::string& name = fields.back();
    const std::string alias = fields.size() > 1 ? fields[fields.size() - 2] : std::string();
    std::vector<std::string> known;
    for (const Scope* level = &scope; level; level = level->outer) {
        ColumnRef found;
        bool opaque = false; // a source whose columns are not known
        bool aliasSeen = alias.empty();
        for (const Source& source : level->sources) {
            if (!alias.empty() && source.alias != alias && !(source.entity && source.entity->name == alias))
                continue;
            aliasSeen = true;
            if (!source.entity) {
                opaque = true;
                continue;
            }
            for (const Attribute& attribute : source.entity->attributes)
                known.push_back(attribute.name);
            const Attribute* attribute = source.entity->findByName(name);
            if (!attribute)
                continue;
            if (found.entity && alias.empty() && !level->merged.contains(name))
                return refuseAt(offset(column.location),
                                fmt::format("the column {} is in more than one of the tables", name),
                                "write the table or its alias in front of it");
            if (!found.entity)
                found = {source.entity->id, attribute->id};
        }
        if (found.entity || (opaque && aliasSeen))
            return found;
        if (!alias.empty() && aliasSeen)
            break;
    }
    if (!alias.empty() && known.empty()) {
        std::vector<std::string> aliases;
        for (const Source& source : scope.sources)
            aliases.push_back(source.alias);
        return refuseAt(offset(column.location), fmt::format("there is no table or alias {} in this statement", alias),
                        didYouMean(alias, aliases));
    }
    return refuseAt(offset(column.location),
                    fmt::format("there is no column {}", fmt::format("{}", fmt::join(fields, "."))),
                    didYouMean(name, known));
}

Placed PatternAnalyzer::checkColumns(Scope& scope, PgNode* node, std::vector<ColumnRef>* found) {
    Placed outcome;
    walk(node, [&](const ProtobufCMessage& message) {
        if (!outcome)
            return false;
        if (const auto* column = as<PgQuery__ColumnRef>(message, pg_query__column_ref__descriptor)) {
            const auto fields = fieldsOf(*column);
            if (fields.back() == "*")
                return false;
            // "o" alone may be the whole row of an alias.
            const bool wholeRow =
                fields.size() == 1 && std::any_of(scope.sources.begin(), scope.sources.end(), [&](const Source& s) {
                    return s.alias == fields[0] && !(s.entity && s.entity->findByName(fields[0]));
                });
            if (wholeRow)
                return false;
            const auto resolved = resolve(scope, *column);
            if (!resolved)
                outcome = tl::unexpected(resolved.error());
            else if (found)
                addOnce(*found, *resolved);
            return false;
        }
        if (auto* link = as<PgQuery__SubLink>(message, pg_query__sub_link__descriptor)) {
            if (link->testexpr)
                outcome = checkColumns(scope, link->testexpr, found);
            if (outcome && link->subselect && link->subselect->node_case == PG_QUERY__NODE__NODE_SELECT_STMT) {
                note(link->location,
                     "not analysed: how the sub-select takes part; its tables and conditions are taken");
                outcome = select(*link->subselect->select_stmt, &scope, false);
            }
            return false;
        }
        return true;
    });
    return outcome;
}

Placed PatternAnalyzer::addPredicate(Scope& scope, PgNode* column, Comparison comparison, std::string parameter,
                                     PgNode* whole, double values) {
    Predicate predicate;
    predicate.comparison = comparison;
    predicate.parameter = std::move(parameter);
    predicate.text = text(whole);
    predicate.values = values;
    const PgNode* bare = withoutCasts(column);
    if (isColumn(bare)) {
        const auto resolved = resolve(scope, *bare->column_ref);
        if (!resolved)
            return tl::unexpected(resolved.error());
        predicate.column = *resolved;
    } else if (column) {
        if (const auto done = checkColumns(scope, column); !done)
            return done;
    }
    m_pattern.predicates.push_back(std::move(predicate));
    return {};
}

Placed PatternAnalyzer::otherCondition(Scope& scope, PgNode* node) {
    if (const auto done = checkColumns(scope, node); !done)
        return done;
    return addPredicate(scope, nullptr, Comparison::Other, {}, node);
}

Placed PatternAnalyzer::condition(Scope& scope, PgNode* node, bool outerJoin) {
    switch (node->node_case) {
    case PG_QUERY__NODE__NODE_BOOL_EXPR: {
        PgQuery__BoolExpr& boolean = *node->bool_expr;
        if (boolean.boolop == PG_QUERY__BOOL_EXPR_TYPE__AND_EXPR) {
            for (std::size_t i = 0; i < boolean.n_args; ++i)
                if (const auto done = condition(scope, boolean.args[i], outerJoin); !done)
                    return done;
            return {};
        }
        if (boolean.boolop == PG_QUERY__BOOL_EXPR_TYPE__NOT_EXPR && boolean.n_args == 1) {
            if (isColumn(boolean.args[0]))
                return addPredicate(scope, boolean.args[0], Comparison::Equal, "false", node);
            if (boolean.args[0]->node_case == PG_QUERY__NODE__NODE_SUB_LINK)
                return subLink(scope, *boolean.args[0]->sub_link, node, true);
        }
        return otherCondition(scope, node);
    }
    case PG_QUERY__NODE__NODE_A_EXPR: return operation(scope, *node->a_expr, node, outerJoin);
    case PG_QUERY__NODE__NODE_COLUMN_REF: return addPredicate(scope, node, Comparison::Equal, "true", node);
    case PG_QUERY__NODE__NODE_NULL_TEST:
        if (node->null_test->nulltesttype == PG_QUERY__NULL_TEST_TYPE__IS_NULL)
            return addPredicate(scope, node->null_test->arg, Comparison::IsNull, "NULL", node);
        return addPredicate(scope, node->null_test->arg, Comparison::NotEqual, "NULL", node);
    case PG_QUERY__NODE__NODE_BOOLEAN_TEST: {
        const auto type = node->boolean_test->booltesttype;
        if (type == PG_QUERY__BOOL_TEST_TYPE__IS_TRUE || type == PG_QUERY__BOOL_TEST_TYPE__IS_FALSE)
            return addPredicate(scope, node->boolean_test->arg, Comparison::Equal,
                                type == PG_QUERY__BOOL_TEST_TYPE__IS_TRUE ? "true" : "false", node);
        return otherCondition(scope, node);
    }
    case PG_QUERY__NODE__NODE_SUB_LINK: return subLink(scope, *node->sub_link, node, false);
    case PG_QUERY__NODE__NODE_FUNC_CALL: {
        const PgQuery__FuncCall& call = *node->func_call;
        const std::string name = call.n_funcname > 0 ? stringOf(call.funcname[call.n_funcname - 1]) : std::string();
        if (std::find(kNear.begin(), kNear.end(), name) == kNear.end())
            return otherCondition(scope, node);
        m_geoSearch = true;
        PgNode* column = nullptr;
        for (std::size_t i = 0; i < call.n_args && !column; ++i)
            if (isTypeCastOf(call.args[i], PG_QUERY__NODE__NODE_COLUMN_REF))
                column = call.args[i];
        return addPredicate(scope, column, Comparison::Near, {}, node);
    }
    default: return otherCondition(scope, node);
    }
}

Placed PatternAnalyzer::operation(Scope& scope, PgQuery__AExpr& expression, PgNode* node, bool outerJoin) {
    const std::string word = operatorOf(expression);
    PgNode* left = expression.lexpr;
    PgNode* right = expression.rexpr;
    switch (expression.kind) {
    case PG_QUERY__A__EXPR__KIND__AEXPR_IN:
        return membership(scope, expression, node, word == "=" ? Comparison::In : Comparison::NotEqual);
    case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ANY:
        return word == "=" ? membership(scope, expression, node, Comparison::In) : otherCondition(scope, node);
    case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN:
    case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN_SYM: {
        std::string bounds;
        for (std::size_t i = 0; right && right->node_case == PG_QUERY__NODE__NODE_LIST && i < right->list->n_items; ++i)
            bounds += (i > 0 ? ", " : "") + text(right->list->items[i]);
        return addPredicate(scope, left, Comparison::Range, bounds, node);
    }
    case PG_QUERY__A__EXPR__KIND__AEXPR_LIKE:
    case PG_QUERY__A__EXPR__KIND__AEXPR_ILIKE:
    case PG_QUERY__A__EXPR__KIND__AEXPR_SIMILAR: return matching(scope, expression, node);
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_DISTINCT:
        return addPredicate(scope, left, Comparison::Equal, text(right), node);
    case PG_QUERY__A__EXPR__KIND__AEXPR_DISTINCT:
        return addPredicate(scope, left, Comparison::NotEqual, text(right), node);
    case PG_QUERY__A__EXPR__KIND__AEXPR_OP: break;
    default: return otherCondition(scope, node);
    }
    if (std::find(kContainment.begin(), kContainment.end(), word) != kContainment.end()) {
        m_textSearch = m_textSearch || word == "@@" || word == "@@@";
        // The searched column, also within to_tsvector('english', body).
        std::vector<ColumnRef> columns;
        if (const auto done = checkColumns(scope, node, &columns); !done)
            return done;
        if (const auto done =
                addPredicate(scope, nullptr, Comparison::Contains, isValue(right) ? text(right) : text(left), node);
            !done)
            return done;
        if (columns.size() == 1)
            m_pattern.predicates.back().column = columns.front();
        return {};
    }
    const auto comparison = plainComparison(word);
    if (!comparison || !left)
        return otherCondition(scope, node);
    const bool rows = left->node_case == PG_QUERY__NODE__NODE_ROW_EXPR;
    if (rows)
        return rowComparison(scope, expression, node, *comparison);
    const auto isSubSelect = [](const PgNode* side) { return side->node_case == PG_QUERY__NODE__NODE_SUB_LINK; };
    if (isSubSelect(left) || isSubSelect(right)) {
        PgNode* column = isSubSelect(left) ? right : left;
        if (const auto done = checkColumns(scope, isSubSelect(left) ? left : right); !done)
            return done;
        return addPredicate(scope, column, *comparison, "(sub-select)", node);
    }
    if (isColumn(withoutCasts(left)) && isColumn(withoutCasts(right))) {
        const auto a = resolve(scope, *withoutCasts(left)->column_ref);
        if (!a)
            return tl::unexpected(a.error());
        const auto b = resolve(scope, *withoutCasts(right)->column_ref);
        if (!b)
            return tl::unexpected(b.error());
        const auto aliasOf = [](const PgNode* side) {
            const auto fields = fieldsOf(*withoutCasts(side)->column_ref);
            return fields.size() > 1 ? fields[fields.size() - 2] : std::string();
        };
        const bool across = a->entity != b->entity || aliasOf(left) != aliasOf(right);
        if (*comparison == Comparison::Equal && a->entity && b->entity && across) {
            m_pattern.joins.push_back({*a, *b, outerJoin});
            return {};
        }
        return addPredicate(scope, nullptr, Comparison::Other, {}, node);
    }
    if (isValue(right))
        return addPredicate(scope, left, *comparison, text(right), node);
    if (isValue(left))
        return addPredicate(scope, right, *comparison, text(left), node);
    return otherCondition(scope, node);
}

Placed PatternAnalyzer::rowComparison(Scope& scope, PgQuery__AExpr& expression, PgNode* node, Comparison comparison) {
    PgQuery__RowExpr& left = *expression.lexpr->row_expr;
    const bool pairs = expression.rexpr && expression.rexpr->node_case == PG_QUERY__NODE__NODE_ROW_EXPR &&
                       expression.rexpr->row_expr->n_args == left.n_args;
    if (!pairs || left.n_args == 0)
        return otherCondition(scope, node);
    PgQuery__RowExpr& right = *expression.rexpr->row_expr;
    // (a, b) = (x, y) is a condition on each; (a, b) < (x, y) is a range that starts with the first column.
    const std::size_t count = comparison == Comparison::Equal ? left.n_args : 1;
    for (std::size_t i = 0; i < count; ++i)
        if (const auto done = addPredicate(scope, left.args[i], comparison, text(right.args[i]), node); !done)
            return done;
    for (std::size_t i = count; i < left.n_args; ++i)
        if (const auto done = checkColumns(scope, left.args[i]); !done)
            return done;
    return {};
}

Placed PatternAnalyzer::membership(Scope& scope, PgQuery__AExpr& expression, PgNode* node, Comparison comparison) {
    PgNode* list = expression.rexpr;
    double values = 1;
    std::string parameter = text(list);
    const PgNode* bare = withoutCasts(list);
    if (bare && bare->node_case == PG_QUERY__NODE__NODE_LIST) {
        values = static_cast<double>(bare->list->n_items);
        parameter.clear();
        for (std::size_t i = 0; i < bare->list->n_items; ++i)
            parameter += (i > 0 ? ", " : "") + text(bare->list->items[i]);
    } else if (bare && bare->node_case == PG_QUERY__NODE__NODE_A_ARRAY_EXPR) {
        values = static_cast<double>(bare->a_array_expr->n_elements);
    } else if (isColumn(bare)) {
        // $1 = ANY (tags): containment in an array column
        return addPredicate(scope, list, Comparison::Contains, text(expression.lexpr), node);
    }
    if (expression.lexpr && expression.lexpr->node_case == PG_QUERY__NODE__NODE_ROW_EXPR) {
        PgQuery__RowExpr& row = *expression.lexpr->row_expr;
        for (std::size_t i = 0; i < row.n_args; ++i)
            if (const auto done = addPredicate(scope, row.args[i], comparison, parameter, node, values); !done)
                return done;
        return {};
    }
    return addPredicate(scope, expression.lexpr, comparison, parameter, node, values);
}

Placed PatternAnalyzer::matching(Scope& scope, PgQuery__AExpr& expression, PgNode* node) {
    const std::string word = operatorOf(expression);
    if (word.starts_with("!"))
        return otherCondition(scope, node);
    PgNode* pattern = expression.rexpr;
    // A pattern that begins with its literal part can be looked up in an ordered index; one that comes as a parameter
    // may begin with a wildcard. $1 || '%' begins with a literal part.
    bool prefix = false;
    const PgNode* first = withoutCasts(pattern);
    while (first && first->node_case == PG_QUERY__NODE__NODE_A_EXPR && operatorOf(*first->a_expr) == "||") {
        prefix = true;
        first = withoutCasts(first->a_expr->lexpr);
    }
    if (const auto literal = textOf(first))
        prefix = !literal->empty() && literal->front() != '%' && literal->front() != '_';
    else
        prefix = prefix && first && first->node_case == PG_QUERY__NODE__NODE_PARAM_REF;
    if (expression.kind != PG_QUERY__A__EXPR__KIND__AEXPR_LIKE)
        prefix = false;
    return addPredicate(scope, expression.lexpr, prefix ? Comparison::Prefix : Comparison::Contains, text(pattern),
                        node);
}

Placed PatternAnalyzer::subLink(Scope& scope, PgQuery__SubLink& link, PgNode* node, bool negated) {
    if (!link.subselect || link.subselect->node_case != PG_QUERY__NODE__NODE_SELECT_STMT)
        return otherCondition(scope, node);
    note(link.location,
         "not analysed: the sub-select is taken as a join; its tables and conditions count as those of the statement");
    PgQuery__SelectStmt& inner = *link.subselect->select_stmt;
    const std::size_t joinsBefore = m_pattern.joins.size();
    if (const auto done = select(inner, &scope, false); !done)
        return done;
    if (link.testexpr && isColumn(link.testexpr) && inner.n_target_list == 1 &&
        isColumn(inner.target_list[0]->res_target->val)) {
        const auto left = resolve(scope, *link.testexpr->column_ref);
        if (!left)
            return tl::unexpected(left.error());
        Scope below; // the columns of the sub-select are those of its tables
        for (std::size_t i = 0; i < inner.n_from_clause; ++i)
            if (const PgNode* item = inner.from_clause[i]; item->node_case == PG_QUERY__NODE__NODE_RANGE_VAR) {
                const PgQuery__RangeVar& relation = *item->range_var;
                if (const Entity* entity = m_entities.find(relation.schemaname, relation.relname))
                    below.sources.push_back({relation.alias ? relation.alias->aliasname : relation.relname, entity});
            }
        const auto right = resolve(below, *inner.target_list[0]->res_target->val->column_ref);
        if (right && left->entity && right->entity)
            m_pattern.joins.push_back({*left, *right, negated});
    } else if (link.testexpr) {
        if (const auto done = checkColumns(scope, link.testexpr); !done)
            return done;
    }
    for (std::size_t i = joinsBefore; negated && i < m_pattern.joins.size(); ++i)
        m_pattern.joins[i].outer = true;
    return {};
}

} // namespace shardscape::model
