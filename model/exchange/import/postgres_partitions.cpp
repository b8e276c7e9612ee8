// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/postgres_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/exchange/export/postgres_words.h"

namespace shardscape::model {
namespace {

PartitionMethod partitionMethod(const std::string& strategy) {
    std::string lower = strategy;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return static_cast<char>(std::tolower(c)); });
    if (lower == "list" || lower == "l")
        return PartitionMethod::List;
    return lower == "hash" || lower == "h" ? PartitionMethod::Hash : PartitionMethod::Range;
}

const char* partitionWord(PartitionMethod method) {
    return method == PartitionMethod::List ? "LIST" : method == PartitionMethod::Hash ? "HASH" : "RANGE";
}

std::string joined(const std::vector<std::string>& parts, const char* between = ", ") {
    return fmt::format("{}", fmt::join(parts, between));
}

} // namespace

std::string boundSql(const PgQuery__PartitionBoundSpec& bound) {
    if (bound.is_default)
        return "DEFAULT";
    const auto list = [](PgNode* const* nodes, std::size_t count) {
        std::vector<std::string> values;
        for (std::size_t i = 0; i < count; ++i)
            values.push_back(expressionSql(nodes[i]));
        return joined(values);
    };
    if (bound.n_listdatums > 0)
        return "FOR VALUES IN (" + list(bound.listdatums, bound.n_listdatums) + ")";
    if (bound.n_lowerdatums > 0)
        return "FOR VALUES FROM (" + list(bound.lowerdatums, bound.n_lowerdatums) + ") TO (" +
               list(bound.upperdatums, bound.n_upperdatums) + ")";
    return fmt::format("FOR VALUES WITH (MODULUS {}, REMAINDER {})", bound.modulus, bound.remainder);
}

void PostgresReader::createPartition(PgQuery__CreateStmt& statement, const QualifiedName& name) {
    const PgQuery__RangeVar& parent = *statement.inh_relations[0]->range_var;
    PartitionChild child{name.schema, name.name, boundSql(*statement.partbound), {}, {}};
    if (statement.partspec)
        child.partitionBy = partitionBySql(*statement.partspec);
    DraftTable* root = m_catalog.findTable(parent.schemaname, parent.relname);
    if (!root) {
        const auto at =
            m_catalog.partitions.find(m_catalog.resolve(m_catalog.partitions, parent.schemaname, parent.relname));
        if (at == m_catalog.partitions.end())
            return static_cast<void>(tableFor(parent, "PARTITION OF"));
        root = m_catalog.byId.at(at->second);
        child.of = at->first.name;
    }
    if (!root->entity.partitioning)
        return report(Severity::Error, parent.location, fmt::format("{} is not partitioned", root->name().sql()));
    if (statement.n_table_elts > 0)
        report(Severity::Info, parent.location,
               fmt::format("columns and constraints of the partition {} itself are not modelled", name.sql()));
    root->entity.partitioning->children.push_back(std::move(child));
    m_catalog.partitions[name] = root->entity.id;
    m_catalog.relationNames.insert(name);
}

void PostgresReader::attachPartition(DraftTable& parent, const PgQuery__PartitionCmd& command, const std::string& of) {
    DraftTable* child = tableFor(*command.name, "ATTACH PARTITION");
    if (!child || !command.bound)
        return;
    if (!parent.entity.partitioning)
        return report(Severity::Error, command.name->location,
                      fmt::format("{} is not partitioned", parent.name().sql()));
    const QualifiedName name = child->name();
    PartitionChild entry{name.schema, name.name, boundSql(*command.bound), {}, of};
    std::vector<PartitionChild> below;
    if (const auto& own = child->entity.partitioning) {
        std::vector<std::string> parts;
        for (const KeyPart& part : own->parts)
            parts.push_back(part.attribute ? postgresIdentifier(child->entity.find(part.attribute)->name)
                                           : "(" + part.expression + ")");
        entry.partitionBy = fmt::format("{} ({})", partitionWord(own->method), joined(parts));
        below = own->children;
        for (PartitionChild& grandchild : below)
            if (grandchild.of.empty())
                grandchild.of = name.name;
    }
    const auto referring =
        std::count_if(m_catalog.relationships.begin(), m_catalog.relationships.end(),
                      [&](const auto& r) { return r.child == child->entity.id || r.parent == child->entity.id; });
    if (!child->entity.indexes.empty() || referring > 0)
        report(Severity::Info, command.name->location,
               fmt::format("{} indexes and {} foreign keys of the partition {} itself are not modelled: a partition "
                           "follows its table",
                           child->entity.indexes.size(), referring, name.sql()));
    for (const Attribute& attribute : child->entity.attributes)
        m_catalog.sequenceOf.erase(attribute.id); // a sequence that it shares with the table stays
    m_catalog.removeTable(*child);
    std::vector<PartitionChild>& children = parent.entity.partitioning->children;
    children.push_back(std::move(entry));
    children.insert(children.end(), below.begin(), below.end());
    for (const PartitionChild& added : below)
        m_catalog.partitions[{added.schema, added.name}] = parent.entity.id;
    m_catalog.partitions[name] = parent.entity.id;
    m_catalog.relationNames.insert(name);
}

Partitioning PostgresReader::partitioning(DraftTable& table, const PgQuery__PartitionSpec& spec) {
    Partitioning out;
    out.method = partitionMethod(spec.strategy);
    for (std::size_t i = 0; i < spec.n_part_params; ++i) {
        const PgQuery__PartitionElem& element = *spec.part_params[i]->partition_elem;
        KeyPart part;
        if (element.expr)
            part.expression = capture(element.expr, element.location);
        else if (const auto column = columnId(table, element.name, element.location, "PARTITION BY"))
            part.attribute = *column;
        else
            continue;
        part.collation = qualifiedSql(element.collation, element.n_collation);
        part.operatorClass = qualifiedSql(element.opclass, element.n_opclass);
        out.parts.push_back(std::move(part));
    }
    return out;
}

std::string PostgresReader::partitionBySql(const PgQuery__PartitionSpec& spec) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < spec.n_part_params; ++i) {
        const PgQuery__PartitionElem& element = *spec.part_params[i]->partition_elem;
        std::string part = element.expr ? "(" + expressionSql(element.expr) + ")" : postgresIdentifier(element.name);
        if (element.n_collation > 0)
            part += " COLLATE " + qualifiedSql(element.collation, element.n_collation);
        if (element.n_opclass > 0)
            part += " " + qualifiedSql(element.opclass, element.n_opclass);
        parts.push_back(std::move(part));
    }
    return fmt::format("{} ({})", partitionWord(partitionMethod(spec.strategy)), joined(parts));
}

} // namespace shardscape::model
