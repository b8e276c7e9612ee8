// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/kept_copies.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "model/base/quantity.h"
#include "model/exchange/export/postgres_words.h"
#include "model/physical/sql_dialect.h"

namespace shardscape::model {
namespace {

std::string oneLine(std::string text) { // names in it may hold anything, a line's end too
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return text;
}

std::string joined(const std::vector<std::string>& parts, const char* between = ", ") {
    return fmt::format("{}", fmt::join(parts, between));
}

class KeptWriter {
public:
    KeptWriter(const Derivation& kept, const EngineProfile& profile, const Design& design)
        : m_kept(kept)
        , m_design(design)
        , m_dialect(sqlDialectOf(profile.dialect))
        , m_postgres(m_dialect == SqlDialect::PostgreSql) {}

    std::string run() {
        for (const DerivedCopy& copy : m_kept.copies) {
            const Entity* entity = m_kept.project.entities.find(copy.entity);
            if (!entity)
                continue;
            m_out += "\n-- " + oneLine(copy.name + ": " + title(copy.derived.kind) + " for " + patternName(copy)) +
                     ", kept " + title(copy.derived.upkeep.path) + "\n";
            if (m_postgres && isNativeView(m_kept, copy))
                writeView(copy, *entity);
            else
                writeUpkeep(copy);
            for (const std::string& note : copy.notes)
                m_out += "-- " + oneLine(note) + "\n";
            if (!(m_postgres && isNativeView(m_kept, copy)))
                writeFill(copy, *entity);
        }
        return std::move(m_out);
    }

private:
    std::string patternName(const DerivedCopy& copy) const {
        const AccessPattern* pattern = m_kept.project.patterns.find(copy.derived.pattern);
        return pattern ? pattern->name : std::string();
    }
    const Structure* structureOf(EntityId id) const {
        const auto at =
            std::find_if(m_design.structures.begin(), m_design.structures.end(), [&](const Structure& structure) {
                return structure.kind == StructureKind::Table && structure.entity == id;
            });
        return at == m_design.structures.end() ? nullptr : &*at;
    }
    std::string quoted(const std::string& name) const {
        return m_postgres ? postgresIdentifier(name) : sqlIdentifier(m_dialect, name);
    }
    std::string table(EntityId id) const {
        const Entity* entity = m_kept.project.entities.find(id);
        if (m_postgres)
            return entity ? postgresName(entity->schema, entity->name) : std::string();
        const Structure* structure = structureOf(id);
        return structure ? quoted(structure->name) : std::string();
    }
    std::string column(const ColumnRef& ref) const {
        if (!m_postgres) {
            const Structure* structure = structureOf(ref.entity);
            if (structure)
                for (const StructureColumn& one : structure->columns)
                    if (one.source == ref)
                        return quoted(one.name);
            return {};
        }
        const Attribute* attribute = m_kept.project.find(ref);
        return attribute ? quoted(attribute->name) : std::string();
    }
    std::string from(const ColumnRef& ref) const { return table(ref.entity) + "." + column(ref); }

    /// "orders.user_id", "count(*)" …
    std::string expression(const CopiedColumn& copied) const {
        switch (copied.as) {
        case CopiedColumn::As::Count: return "count(*)";
        case CopiedColumn::As::Sum: return fmt::format("coalesce(sum({}), 0)", from(copied.source));
        case CopiedColumn::As::Hour:
            if (m_postgres)
                return fmt::format("date_trunc('hour', {})", from(copied.source));
            return m_dialect == SqlDialect::MySql
                       ? fmt::format("cast(date_format({}, '%Y-%m-%d %H:00:00') AS datetime)", from(copied.source))
                       : fmt::format("strftime('%Y-%m-%d %H:00:00', {})", from(copied.source));
        case CopiedColumn::As::Value:
        case CopiedColumn::As::Document: break;
        }
        return from(copied.source);
    }

    /// "orders JOIN users ON users.id = orders.user_id"; empty when the joins do not connect what is copied.
    std::string source(const DerivedCopy& copy) const {
        std::string out = table(copy.sources.front());
        std::set<EntityId> there{copy.sources.front()};
        while (there.size() < copy.sources.size()) {
            EntityId next;
            std::vector<std::string> conditions;
            bool outer = false;
            for (const JoinCondition& join : copy.joins) {
                const bool left = there.contains(join.left.entity), right = there.contains(join.right.entity);
                const EntityId far = left ? join.right.entity : join.left.entity;
                if (left == right || (next && far != next))
                    continue;
                next = far;
                outer = outer || join.outer;
                conditions.push_back(from(join.left) + " = " + from(join.right));
            }
            if (!next)
                return {};
            there.insert(next);
            out += fmt::format("{}JOIN {} ON {}", outer ? "\n    LEFT " : "\n    ", table(next),
                               joined(conditions, " AND "));
        }
        return out;
    }

    std::string query(const DerivedCopy& copy) const {
        const std::string tables = source(copy);
        if (tables.empty())
            return {};
        std::vector<std::string> values, groups;
        bool grouped = false;
        for (const CopiedColumn& one : copy.columns) {
            values.push_back(expression(one));
            const bool key = one.as == CopiedColumn::As::Value || one.as == CopiedColumn::As::Hour;
            grouped = grouped || !key;
            if (key)
                groups.push_back(values.back());
        }
        std::string out = "SELECT " + joined(values) + "\n    FROM " + tables;
        if (grouped && !groups.empty())
            out += "\n    GROUP BY " + joined(groups);
        return out;
    }

    std::vector<std::string> columnsOf(const DerivedCopy& copy) const {
        std::vector<std::string> out;
        for (const CopiedColumn& one : copy.columns)
            out.push_back(column({copy.entity, one.column}));
        return out;
    }

    void writeView(const DerivedCopy& copy, const Entity& entity) {
        const std::string name = table(copy.entity);
        m_out +=
            fmt::format("CREATE MATERIALIZED VIEW {} ({}) AS\n    {};\n", name, joined(columnsOf(copy)), query(copy));
        if (const Key* primary = entity.primaryKey()) {
            std::vector<std::string> parts;
            for (AttributeId id : primary->attributes)
                parts.push_back(column({entity.id, id}));
            m_out += fmt::format("CREATE UNIQUE INDEX ON {} ({});\n", name, joined(parts));
        }
        m_out += fmt::format("COMMENT ON MATERIALIZED VIEW {} IS {};\n", name, postgresLiteral(entity.comment));
        const double period = copy.derived.upkeep.periodSeconds.value_or(kAssumedPeriodSeconds);
        m_out += fmt::format("-- every {}: REFRESH MATERIALIZED VIEW CONCURRENTLY {};\n", formatDuration(period),
                             oneLine(name));
    }

    void writeUpkeep(const DerivedCopy& copy) {
        std::vector<std::string> causes;
        for (PatternId id : copy.upkeep) {
            const auto cause = m_kept.causes.find(id);
            const AccessPattern* pattern =
                cause == m_kept.causes.end() ? nullptr : m_kept.project.patterns.find(cause->second);
            if (pattern && isWrite(pattern->verb) &&
                std::find(causes.begin(), causes.end(), pattern->name) == causes.end())
                causes.push_back(pattern->name);
        }
        if (!causes.empty())
            m_out += "-- changed with: " + oneLine(joined(causes)) + "\n";
    }

    void commented(const std::string& statement) {
        std::string line = "-- ";
        for (char c : statement)
            line += c == '\n' ? std::string("\n-- ") : std::string(1, c);
        m_out += line + "\n";
    }

    /// Only one that holds everything can be filled by a plain query.
    void writeFill(const DerivedCopy& copy, const Entity& entity) {
        if (copy.columns.empty() || copy.columns.front().as == CopiedColumn::As::Document)
            return;
        if (m_kept.heldBy(copy.entity)) {
            const std::string all = query(copy);
            if (all.empty())
                return;
            if (copy.derived.largestFanOut)
                m_out += fmt::format("-- of parents with at most {:.0f} children; larger ones are read when asked\n",
                                     *copy.derived.largestFanOut);
            m_out += "-- filled once from what is there:\n";
            commented(fmt::format("INSERT INTO {} ({})\n    {};", table(copy.entity), joined(columnsOf(copy)), all));
            return;
        }
        std::vector<std::string> sets;
        for (const CopiedColumn& one : copy.columns) {
            std::vector<std::string> conditions;
            for (const JoinCondition& join : copy.joins)
                if ((join.left.entity == entity.id && join.right.entity == one.source.entity) ||
                    (join.right.entity == entity.id && join.left.entity == one.source.entity))
                    conditions.push_back(from(join.left) + " = " + from(join.right));
            if (conditions.empty())
                return;
            sets.push_back(fmt::format("{} = (SELECT {} FROM {} WHERE {})", column({entity.id, one.column}),
                                       from(one.source), table(one.source.entity), joined(conditions, " AND ")));
        }
        m_out += "-- filled once from what is there:\n";
        commented(fmt::format("UPDATE {}\n    SET {};", table(entity.id), joined(sets, ",\n        ")));
    }

    const Derivation& m_kept;
    const Design& m_design;
    const SqlDialect m_dialect;
    const bool m_postgres;
    std::string m_out;
};

} // namespace

bool isNativeView(const Derivation& kept, const DerivedCopy& copy) {
    return copy.derived.kind == DerivedKind::MaterializedView && copy.derived.upkeep.path == UpkeepPath::Periodic &&
           kept.heldBy(copy.entity) && !copy.derived.largestFanOut;
}

std::string writeKeptCopies(const Derivation& kept, const EngineProfile& profile, const Design& design) {
    return KeptWriter(kept, profile, design).run();
}

} // namespace shardscape::model
