// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/clickhouse.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/physical/columnar.h"

namespace shardscape::model {
namespace {

std::string escaped(const std::string& text, char quote) {
    std::string out(1, quote);
    for (const char c : text) {
        if (c == '\n')
            out += "\\n";
        else if (c == '\0')
            out += "\\0";
        else {
            if (c == quote || c == '\\')
                out += '\\';
            out += c;
        }
    }
    return out + quote;
}

std::string text(const std::string& value) {
    return escaped(value, '\'');
}

class Writer {
public:
    Writer(const Project& project, const Design& design)
        : m_project(project)
        , m_design(design)
        , m_sharded(design.placement.partitions > 1) {}

    std::string run() {
        for (const Structure& table : m_design.structures)
            if (table.kind == StructureKind::Table)
                writeTable(table);
        return std::move(m_out);
    }

private:
    /// An expression in parentheses: one column, or a tuple of several.
    static std::string tuple(const std::vector<StructureKeyPart>& parts) {
        std::string out;
        for (const StructureKeyPart& part : parts)
            out += (out.empty() ? "" : ", ") + clickhouseIdentifier(part.column);
        return parts.empty() ? "tuple()" : "(" + out + ")";
    }

    /// Upserts append versions, of which a merge keeps the last.
    bool hasVersions(const Structure& table) const {
        return std::any_of(m_project.patterns.begin(), m_project.patterns.end(), [&](const AccessPattern& pattern) {
            return pattern.verb == Verb::Upsert && pattern.entity == table.entity;
        });
    }

    std::string engineOf(const Structure& table) const {
        const std::string kind = hasVersions(table) ? "ReplacingMergeTree" : "MergeTree";
        if (m_design.placement.replicas <= 1)
            return kind + "()";
        return fmt::format("Replicated{}({}, '{{replica}}')", kind, text("/clickhouse/tables/{shard}/" + table.name));
    }

    /// Months, or the time of a partition where they are dropped whole.
    static std::string partitionOf(const std::string& column, const Entity* entity) {
        const bool dropped =
            entity && entity->volume.removal == RowRemoval::Partitions && entity->volume.daysInEngine();
        const double days = dropped ? std::max(1.0, std::round(entity->volume.partitionDays)) : 30;
        if (days >= 28)
            return fmt::format("toYYYYMM({})", column);
        return days == 1 ? fmt::format("toYYYYMMDD({})", column)
                         : fmt::format("toStartOfInterval({}, toIntervalDay({:.0f}))", column, days);
    }

    void writeTable(const Structure& table) {
        const bool distributed = m_sharded && !table.partitionKey.empty();
        const std::string own = clickhouseIdentifier(distributed ? table.name + "_local" : table.name);
        const std::string cluster = m_sharded ? " ON CLUSTER '{cluster}'" : "";
        m_out += m_out.empty() ? "" : "\n";
        m_out += fmt::format("CREATE TABLE {}{}\n(\n", own, cluster);
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            m_out += fmt::format("    {} {}{}\n", clickhouseIdentifier(table.columns[i].name),
                                 table.columns[i].nativeType, i + 1 < table.columns.size() ? "," : "");
        m_out += fmt::format(")\nENGINE = {}\n", engineOf(table));
        const StructureColumn* month = monthColumn(m_project, table);
        const Entity* entity = m_project.entities.find(table.entity);
        if (month)
            m_out += fmt::format("PARTITION BY {}\n", partitionOf(clickhouseIdentifier(month->name), entity));
        m_out += "ORDER BY " + tuple(table.sortKey);
        if (month && entity && entity->volume.daysInEngine() && entity->volume.removal != RowRemoval::RowByRow) {
            m_out += fmt::format("\nTTL toDateTime({}) + toIntervalDay({:.0f})", clickhouseIdentifier(month->name),
                                 std::max(1.0, *entity->volume.daysInEngine()));
            if (entity->volume.removal == RowRemoval::Partitions)
                m_out += "\nSETTINGS ttl_only_drop_parts = 1";
        }
        m_out += ";\n";
        if (distributed)
            m_out += fmt::format("CREATE TABLE {}{} AS {}\nENGINE = Distributed('{{cluster}}', currentDatabase(), {}, "
                                 "cityHash64{});\n",
                                 clickhouseIdentifier(table.name), cluster, own, text(table.name + "_local"),
                                 tuple(table.partitionKey));
    }

    const Project& m_project;
    const Design& m_design;
    const bool m_sharded;
    std::string m_out;
};

} // namespace

std::string clickhouseIdentifier(const std::string& name) {
    return escaped(name, '`');
}

std::string writeClickhouseDdl(const Project& project, const Design& design) {
    return Writer(project, design).run();
}

} // namespace shardscape::model
