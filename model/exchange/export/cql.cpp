// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/cql.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "model/physical/names.h"

namespace shardscape::model {
namespace {

/// Words that cannot be bare names: those marked reserved in Cassandra's list of CQL keywords (cql_singlefile.adoc,
/// appendix A), sorted.
constexpr std::array<std::string_view, 55> kReserved{
    "ADD",      "ALLOW",    "ALTER",        "AND",      "APPLY",  "ASC",    "AUTHORIZE", "BATCH",
    "BEGIN",    "BY",       "COLUMNFAMILY", "CREATE",   "DELETE", "DESC",   "DESCRIBE",  "DROP",
    "ENTRIES",  "EXECUTE",  "FROM",         "FULL",     "GRANT",  "IF",     "IN",        "INDEX",
    "INFINITY", "INSERT",   "INTO",         "KEYSPACE", "LIMIT",  "MODIFY", "NAN",       "NORECURSIVE",
    "NOT",      "NULL",     "OF",           "ON",       "OR",     "ORDER",  "PRIMARY",   "RENAME",
    "REPLACE",  "REVOKE",   "SCHEMA",       "SELECT",   "SET",    "TABLE",  "TO",        "TOKEN",
    "TRUNCATE", "UNLOGGED", "UPDATE",       "USE",      "USING",  "WHERE",  "WITH"};

/// Name of the only datacenter of a fresh cluster (SimpleSnitch).
constexpr const char* kDefaultDatacenter = "datacenter1";
constexpr std::size_t kKeyspaceNameBytes = 48;
/// A table may expire rows after at most 20 years (Attributes.MAX_TTL).
constexpr double kMaximumTtlSeconds = 630720000;
/// A table that expires is compacted in about this many windows (Cassandra, "Time Window CompactionStrategy").
constexpr double kWindows = 30;

std::string oneLine(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return text;
}

bool isCounterTable(const Structure& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const StructureColumn& column) { return column.nativeType == "counter"; });
}

class CqlWriter {
public:
    CqlWriter(const Project& project, const Design& design)
        : m_project(project)
        , m_design(design) {
        m_keyspace = clipped(plainName(project.name, "shardscape"), kKeyspaceNameBytes);
        std::transform(m_keyspace.begin(), m_keyspace.end(), m_keyspace.begin(),
                       [](unsigned char c) { return std::tolower(c); });
        m_keyspace = cqlIdentifier(m_keyspace);
    }

    std::string run() {
        writeKeyspace();
        for (const Structure& structure : m_design.structures)
            if (structure.kind == StructureKind::Table)
                writeTable(structure);
        return std::move(m_out);
    }

private:
    void writeKeyspace() {
        std::string datacenters;
        for (const std::string& region : m_project.requirements.regions)
            datacenters += fmt::format(", {}: {}", cqlString(region), m_design.placement.replicas);
        if (datacenters.empty())
            datacenters = fmt::format(", '{}': {}", kDefaultDatacenter, m_design.placement.replicas);
        m_out += fmt::format("CREATE KEYSPACE IF NOT EXISTS {}\n"
                             "    WITH replication = {{'class': 'NetworkTopologyStrategy'{}}}\n"
                             "    AND durable_writes = true;\n",
                             m_keyspace, datacenters);
    }

    static std::string joined(const std::vector<StructureKeyPart>& parts) {
        std::string out;
        for (const StructureKeyPart& part : parts)
            out += (out.empty() ? "" : ", ") + cqlIdentifier(part.column);
        return out;
    }

    void writeTable(const Structure& table) {
        m_out += fmt::format("\n-- {}\n", oneLine(table.reason));
        m_out += fmt::format("CREATE TABLE IF NOT EXISTS {}.{} (\n", m_keyspace, cqlIdentifier(table.name));
        for (const StructureColumn& column : table.columns) {
            m_out += fmt::format("    {} {},", cqlIdentifier(column.name), column.nativeType);
            if (!column.composition.empty())
                m_out += " -- " + oneLine(column.composition);
            m_out += "\n";
        }
        m_out += fmt::format("    PRIMARY KEY (({}){}{})\n)", joined(table.partitionKey),
                             table.sortKey.empty() ? "" : ", ", joined(table.sortKey));
        std::vector<std::string> options;
        if (!table.sortKey.empty()) {
            std::string order;
            for (const StructureKeyPart& part : table.sortKey)
                order += fmt::format("{}{} {}", order.empty() ? "" : ", ", cqlIdentifier(part.column),
                                     part.descending ? "DESC" : "ASC");
            options.push_back("CLUSTERING ORDER BY (" + order + ")");
        }
        addExpiry(table, options);
        if (!table.reason.empty())
            options.push_back("comment = " + cqlString(oneLine(table.reason)));
        for (std::size_t i = 0; i < options.size(); ++i)
            m_out += (i == 0 ? " WITH " : "\n    AND ") + options[i];
        m_out += ";\n";
    }

    /// Rows that are kept for a time only; counters cannot expire.
    void addExpiry(const Structure& table, std::vector<std::string>& options) const {
        const Entity* entity = m_project.entities.find(table.entity);
        if (!entity || !entity->volume.daysInEngine() || isCounterTable(table) ||
            entity->volume.removal == RowRemoval::RowByRow)
            return;
        const double days = *entity->volume.daysInEngine();
        options.push_back(
            fmt::format("default_time_to_live = {:.0f}", std::clamp(days * 86400, 1.0, kMaximumTtlSeconds)));
        const StructureColumn* first = table.sortKey.empty() ? nullptr : table.find(table.sortKey.front().column);
        if (first && (first->type.kind == TypeKind::Timestamp || first->type.kind == TypeKind::Date))
            options.push_back(fmt::format("compaction = {{'class': 'TimeWindowCompactionStrategy', "
                                          "'compaction_window_unit': 'DAYS', 'compaction_window_size': {:.0f}}}",
                                          entity->volume.removal == RowRemoval::Partitions
                                              ? std::max(1.0, std::round(entity->volume.partitionDays))
                                              : std::max(1.0, std::ceil(days / kWindows))));
    }

    const Project& m_project;
    const Design& m_design;
    std::string m_keyspace;
    std::string m_out;
};

} // namespace

std::string cqlIdentifier(const std::string& name) {
    const auto plain = [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '_'; };
    std::string upper = name;
    std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return std::toupper(c); });
    const bool bare = !name.empty() && std::islower(static_cast<unsigned char>(name.front())) &&
                      std::all_of(name.begin(), name.end(), plain) &&
                      !std::binary_search(kReserved.begin(), kReserved.end(), upper);
    if (bare)
        return name;
    std::string out = "\"";
    for (const char c : name)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string cqlString(const std::string& text) {
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

std::string writeCql(const Project& project, const Design& design) {
    return CqlWriter(project, design).run();
}

} // namespace shardscape::model
