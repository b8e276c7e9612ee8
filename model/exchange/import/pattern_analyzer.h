// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include "model/exchange/import/pattern_sql.h"
#include "model/exchange/import/pg_tree.h"

namespace shardscape::model {

/// Walks the tree of one statement and fills a pattern. Internal to this folder; use analysePattern().
class PatternAnalyzer {
public:
    PatternAnalyzer(const EntityNames& entities, const PositionalSql& sql, AccessPattern& pattern,
                    PatternAnalysis& analysis)
        : m_entities(entities)
        , m_sql(sql)
        , m_pattern(pattern)
        , m_analysis(analysis) {}

    Placed statement(PgNode* node);

private:
    /// Something of a FROM clause that columns can belong to.
    struct Source {
        std::string alias;
        const Entity* entity = nullptr; ///< null: a sub-select, function or common table expression
    };
    struct Scope {
        std::vector<Source> sources;
        std::set<std::string> merged; ///< columns of USING and NATURAL: the same on both sides
        Scope* outer = nullptr;
        bool top = false;
    };

    // pattern_statements.cpp
    Placed select(PgQuery__SelectStmt& statement, Scope* outer, bool top);
    Placed insert(PgQuery__InsertStmt& statement);
    Placed update(PgQuery__UpdateStmt& statement);
    Placed remove(PgQuery__DeleteStmt& statement);
    Placed with(PgQuery__WithClause* clause);
    Placed fromItem(Scope& scope, PgNode* item);
    Placed join(Scope& scope, PgQuery__JoinExpr& join);
    Placed table(Scope& scope, PgQuery__RangeVar& relation);
    Placed usingColumns(Scope& scope, const std::vector<std::string>& columns, std::size_t split, bool outer);
    Placed targets(Scope& scope, PgQuery__SelectStmt& statement);
    Placed orderAndLimit(Scope& scope, PgQuery__SelectStmt& statement);
    Placed returning(Scope& scope, PgNode* const* list, std::size_t count);
    Placed assignments(Scope& scope, const Entity& entity, PgNode* const* list, std::size_t count);
    void limit(PgNode* count, PgNode* offset);
    void decideReadVerb();
    Verb readVerb() const;

    // pattern_predicates.cpp
    Placed condition(Scope& scope, PgNode* node, bool outerJoin);
    Placed operation(Scope& scope, PgQuery__AExpr& expression, PgNode* node, bool outerJoin);
    Placed rowComparison(Scope& scope, PgQuery__AExpr& expression, PgNode* node, Comparison comparison);
    Placed membership(Scope& scope, PgQuery__AExpr& expression, PgNode* node, Comparison comparison);
    Placed matching(Scope& scope, PgQuery__AExpr& expression, PgNode* node);
    Placed subLink(Scope& scope, PgQuery__SubLink& link, PgNode* node, bool negated);
    Placed otherCondition(Scope& scope, PgNode* node);
    Placed addPredicate(Scope& scope, PgNode* column, Comparison comparison, std::string parameter, PgNode* text,
                        double values = 1);
    /// Resolves every column below, so that wrong names are found, and looks into sub-selects.
    Placed checkColumns(Scope& scope, PgNode* node, std::vector<ColumnRef>* found = nullptr);
    tl::expected<ColumnRef, PlacedError> resolve(const Scope& scope, const PgQuery__ColumnRef& column) const;
    static bool isColumn(const PgNode* node) { return node && node->node_case == PG_QUERY__NODE__NODE_COLUMN_REF; }

    std::string text(PgNode* node) const;
    void note(int location, std::string message);
    std::size_t offset(int location) const {
        return m_sql.original(location > 0 ? static_cast<std::size_t>(location) : 0);
    }
    void addEntity(const Entity& entity);
    static void addOnce(std::vector<ColumnRef>& list, ColumnRef column);

    const EntityNames& m_entities;
    const PositionalSql& m_sql;
    AccessPattern& m_pattern;
    PatternAnalysis& m_analysis;
    std::set<std::string> m_ctes;
    bool m_textSearch = false;
    bool m_geoSearch = false;
    bool m_aggregate = false;
    bool m_traversal = false;
};

} // namespace shardscape::model
