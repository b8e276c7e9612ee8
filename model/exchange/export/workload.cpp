// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/workload.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "model/base/quantity.h"
#include "model/exchange/export/postgres_words.h"
#include "model/exchange/import/pattern_sql.h"
#include "model/exchange/import/pg_tree.h"
#include "model/exchange/import/sql_pieces.h"

namespace shardscape::model {
namespace {

/// A word of an annotation: in double quotes when it would not be read back as one.
std::string quotedWord(const std::string& text) {
    const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) ||
               std::string_view("_-./+").find(c) != std::string_view::npos || static_cast<unsigned char>(c) >= 0x80;
    });
    if (plain)
        return text;
    std::string out = "\"";
    for (char c : text) {
        out += c;
        if (c == '"')
            out += c;
    }
    return out + "\"";
}

std::string quotedList(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : ",") + quotedWord(word);
    return out;
}

/// True when a line of a comment would be taken for an annotation.
bool looksKeyed(const std::string& line) {
    const std::size_t start = line.find_first_not_of(" \t");
    const std::size_t colon = line.find(':');
    if (start == std::string::npos || colon == std::string::npos)
        return false;
    return std::all_of(line.begin() + static_cast<std::ptrdiff_t>(start),
                       line.begin() + static_cast<std::ptrdiff_t>(colon),
                       [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-'; });
}

class WorkloadWriter {
public:
    explicit WorkloadWriter(const Project& project)
        : m_project(project)
        , m_names(project) {}

    std::string run() {
        requirements();
        naming();
        for (const Boundary& boundary : m_project.boundaries)
            boundaryLine(boundary);
        for (const Layout& layout : m_project.layouts)
            layoutLine(layout);
        for (const Entity& entity : m_project.entities)
            volume(entity);
        for (const Relationship& relationship : m_project.relationships)
            fanOut(relationship);
        for (const AccessPattern& pattern : m_project.patterns)
            patternBlock(pattern);
        return std::move(m_out);
    }

private:
    template <class... Args> void write(fmt::format_string<Args...> text, Args&&... args) {
        m_out += fmt::format(text, std::forward<Args>(args)...);
    }
    std::string tableName(EntityId id) const {
        const Entity* entity = m_project.entities.find(id);
        return entity ? postgresName(entity->schema, entity->name) : std::string();
    }
    std::string columnName(EntityId entityId, AttributeId id) const {
        const Entity* entity = m_project.entities.find(entityId);
        const Attribute* attribute = entity ? entity->find(id) : nullptr;
        return attribute ? postgresIdentifier(attribute->name) : std::string();
    }
    std::string columnNames(EntityId entity, const std::vector<AttributeId>& ids) const {
        std::string out;
        for (AttributeId id : ids)
            out += (out.empty() ? "" : ", ") + columnName(entity, id);
        return out;
    }
    /// One line of settings; nothing when there are none.
    void line(const std::string& subject, const std::vector<std::string>& settings) {
        if (!settings.empty())
            write("-- {} {}\n", subject, fmt::join(settings, " "));
    }

    void requirements() {
        const Requirements& wanted = m_project.requirements;
        std::vector<std::string> out;
        if (!wanted.dominant.empty())
            out.push_back("dominant=" + wanted.dominant);
        if (wanted.availability)
            out.push_back("availability=" + formatRatio(*wanted.availability));
        if (wanted.p99Seconds)
            out.push_back("p99=" + formatDuration(*wanted.p99Seconds));
        for (const auto& [key, list] :
             {std::pair("regions=", &wanted.regions), std::pair("compliance=", &wanted.compliance),
              std::pair("familiarity=", &wanted.familiarity)})
            if (!list->empty())
                out.push_back(key + quotedList(*list));
        if (wanted.budgetPerMonth)
            out.push_back("budget=" + formatCount(*wanted.budgetPerMonth) + "/month");
        if (wanted.trafficGrowthPerMonth != 0)
            out.push_back("traffic_growth=" + formatRatio(wanted.trafficGrowthPerMonth) + "/month");
        line("requirement:", out);
    }

    void naming() {
        std::vector<std::string> out;
        for (const auto& [key, rule] :
             {std::pair("primary_key=", &m_project.naming.primaryKey), std::pair("unique=", &m_project.naming.unique),
              std::pair("foreign_key=", &m_project.naming.foreignKey), std::pair("index=", &m_project.naming.index)})
            if (!rule->empty())
                out.push_back(key + quotedWord(*rule));
        line("naming:", out);
    }

    static void properties(const std::vector<Property>& properties, std::vector<std::string>& out) {
        for (const Property& each : properties)
            out.push_back(each.value.empty() ? "tag=" + quotedWord(each.name)
                                             : "prop=" + quotedWord(each.name) + "(" + quotedWord(each.value) + ")");
    }

    void boundaryLine(const Boundary& boundary) {
        std::string tables;
        for (const Entity& entity : m_project.entities)
            if (entity.boundary == boundary.id)
                tables += (tables.empty() ? "" : ",") + postgresName(entity.schema, entity.name);
        std::vector<std::string> out{fmt::format("color={}", boundary.color)};
        if (!tables.empty())
            out.insert(out.begin(), "tables=" + tables);
        line("boundary: " + quotedWord(boundary.name), out);
    }

    void layoutLine(const Layout& layout) {
        std::string out = "-- engine: " + quotedWord(layout.engine);
        const auto add = [&](const char* key, const std::string& text) { out += std::string(" ") + key + text; };
        if (layout.nodes)
            add("nodes=", std::to_string(*layout.nodes));
        if (layout.replicas)
            add("replicas=", std::to_string(*layout.replicas));
        if (layout.partitions)
            add("partitions=", std::to_string(*layout.partitions));
        if (layout.placement)
            add("placement=", quotedWord(*layout.placement));
        if (layout.cache)
            add("cache", "");
        if (layout.cacheHitRatio)
            add("cache_hit_ratio=", formatRatio(*layout.cacheHitRatio));
        if (layout.cacheBytes)
            add("cache_size=", formatBytes(*layout.cacheBytes));
        if (layout.cacheTtlSeconds)
            add("cache_ttl=", formatDuration(*layout.cacheTtlSeconds));
        for (const auto& [entity, columns] : layout.partitionKeys)
            add("key=", tableName(entity) + "(" + columnNames(entity, columns) + ")");
        for (const BoundaryRole& role : layout.boundaries)
            if (const Boundary* boundary = m_project.boundaries.find(role.boundary)) {
                add(role.truth ? "owns=" : "follows=", quotedWord(boundary->name));
                if (!role.truth)
                    out += "(" + upkeepText(role.upkeep) + ")";
            }
        if (!layout.priceSheet.empty())
            add("prices=", quotedWord(layout.priceSheet));
        m_out += out + "\n";
    }

    static std::string upkeepText(const Upkeep& upkeep) {
        const std::optional<double>& seconds =
            upkeep.path == UpkeepPath::Periodic ? upkeep.periodSeconds : upkeep.lagSeconds;
        return std::string(model::name(upkeep.path)) + (seconds ? "(" + formatDuration(*seconds) + ")" : "");
    }

    void copies(const AccessPattern& pattern) {
        for (const Layout& layout : m_project.layouts)
            for (const Derived& copy : layout.derived)
                if (copy.pattern == pattern.id)
                    write("-- copy: {} {} by={}{}\n", quotedWord(layout.engine), model::name(copy.kind),
                          upkeepText(copy.upkeep),
                          copy.largestFanOut ? " largest=" + formatCount(*copy.largestFanOut) : std::string());
    }

    static void lifecycle(const Volume& volume, std::vector<std::string>& out) {
        for (const StorageTier& tier : volume.tiers) {
            std::string text = fmt::format("tier={}(after={}, medium={}", quotedWord(tier.name),
                                           formatDays(tier.afterDays), model::name(tier.medium));
            if (tier.bytesRatio)
                text += ", bytes=" + formatRatio(*tier.bytesRatio);
            if (tier.rowsRatio)
                text += ", rows=" + formatRatio(*tier.rowsRatio);
            out.push_back(text + ")");
        }
        if (volume.removal == RowRemoval::Partitions)
            out.push_back("removal=partitions(" + formatDays(volume.partitionDays) + ")");
        else if (volume.removal != RowRemoval::RowByRow)
            out.push_back(fmt::format("removal={}", model::name(volume.removal)));
        if (volume.legalHold)
            out.emplace_back("hold");
    }

    void volume(const Entity& entity) {
        const std::string table = postgresName(entity.schema, entity.name);
        std::vector<std::string> out;
        if (entity.volume.rows)
            out.push_back("rows=" + rowsText(entity.volume.rows->value));
        if (entity.volume.growthRowsPerDay != 0)
            out.push_back("growth=" + formatPerDay(entity.volume.growthRowsPerDay));
        if (entity.volume.growthRatePerDay != 0)
            out.push_back("growth=" + percent(entity.volume.growthRatePerDay) + "/day");
        if (entity.volume.retentionDays)
            out.push_back("retention=" + formatDays(*entity.volume.retentionDays));
        lifecycle(entity.volume, out);
        properties(entity.properties, out);
        line("table: " + table, out);
        for (const Attribute& attribute : entity.attributes)
            statistics(table, attribute);
    }
    static std::string rowsText(std::int64_t rows) {
        const std::string text = formatCount(static_cast<double>(rows));
        const auto back = parseCount(text);
        return back && static_cast<std::int64_t>(*back) == rows ? text : std::to_string(rows);
    }
    /// The share in per cent when that is exact, else as a number; growth needs the sign to be told from rows.
    static std::string percent(double share) {
        const std::string exact = formatNumber(share);
        const std::size_t exponent = exact.find('e');
        const int power = exponent == std::string::npos ? 0 : std::stoi(exact.substr(exponent + 1));
        const std::string text = formatNumber(share * 100) + "%";
        const auto back = parseRatio(text);
        return back && *back == share ? text : fmt::format("{}e{}%", exact.substr(0, exponent), power + 2);
    }

    void statistics(const std::string& table, const Attribute& attribute) {
        const ColumnStatistics& known = attribute.statistics;
        std::vector<std::string> out;
        if (known.averageBytes)
            out.push_back("avg=" + formatBytes(*known.averageBytes));
        if (known.maximumBytes)
            out.push_back("max=" + formatBytes(*known.maximumBytes));
        if (known.nullFraction)
            out.push_back("nulls=" + formatRatio(*known.nullFraction));
        if (known.distinctValues)
            out.push_back("distinct=" + formatCount(*known.distinctValues));
        if (const char* word = generatorWord(attribute))
            out.push_back(std::string("generator=") + word);
        properties(attribute.properties, out);
        line("column: " + table + "." + postgresIdentifier(attribute.name), out);
    }
    /// Only what the schema does not say: values that the application makes.
    static const char* generatorWord(const Attribute& attribute) {
        if (!attribute.defaultSql.empty())
            return nullptr;
        switch (attribute.generator) {
        case Generator::UuidV4: return "uuid_v4";
        case Generator::UuidV7: return "uuid_v7";
        case Generator::Snowflake: return "snowflake";
        case Generator::Natural: return "natural";
        default: return nullptr;
        }
    }

    void fanOut(const Relationship& relationship) {
        const FanOut& fan = relationship.fanOut;
        const std::string table = tableName(relationship.child);
        std::string subject = table + "." + columnName(relationship.child, relationship.childAttributes.front());
        if (relationship.childAttributes.size() > 1)
            subject = table + "(" + columnNames(relationship.child, relationship.childAttributes) + ")";
        const auto same = std::count_if(
            m_project.relationships.begin(), m_project.relationships.end(), [&](const Relationship& other) {
                return other.child == relationship.child && other.childAttributes == relationship.childAttributes;
            });
        std::vector<std::string> out;
        if (fan.mean)
            out.push_back("mean=" + formatCount(*fan.mean));
        if (fan.maximum)
            out.push_back("max=" + formatCount(*fan.maximum));
        if (fan.shape == FanOutShape::Fixed)
            out.emplace_back("fixed");
        if (fan.shape == FanOutShape::PowerLaw)
            out.push_back("powerlaw(" + formatCount(fan.alpha) + ")");
        if (same > 1 && !out.empty())
            out.insert(out.begin(), "constraint=" + quotedWord(relationship.name));
        line("relationship: " + subject, out);
    }

    static std::string rateText(const RateProfile& rate) {
        std::string out = formatRate(rate.average);
        if (rate.peak)
            out += " peak=" + formatRate(*rate.peak);
        switch (rate.shape) {
        case RateShape::Steady: break;
        case RateShape::Diurnal:
            out +=
                fmt::format(" diurnal(peak={}, trough={})", formatHourOfDay(rate.peakHour), formatRatio(rate.trough));
            break;
        case RateShape::Weekly: {
            std::vector<std::string> days;
            for (double day : rate.days)
                days.push_back(formatNumber(day));
            out += fmt::format(" weekly({})", fmt::join(days, ", "));
            break;
        }
        case RateShape::Spike:
            out += fmt::format(" spike(at={}, for={}, times={})", formatSecondOfDay(rate.startSeconds),
                               formatDuration(rate.durationSeconds), formatCount(rate.times));
            break;
        case RateShape::Batch:
            out += fmt::format(" batch(at={}, for={})", formatSecondOfDay(rate.startSeconds),
                               formatDuration(rate.durationSeconds));
            break;
        }
        return out;
    }

    static std::string popularityText(const KeyPopularity& keys) {
        switch (keys.kind) {
        case PopularityKind::Uniform: return "uniform";
        case PopularityKind::Zipf: return "zipf(" + formatCount(keys.theta) + ")";
        case PopularityKind::Latest: return "latest(" + formatCount(keys.theta) + ")";
        case PopularityKind::HotSet:
            return fmt::format("hotset({}, {})", formatRatio(keys.keyShare), formatRatio(keys.trafficShare));
        case PopularityKind::PowerLaw: return "powerlaw(" + formatCount(keys.alpha) + ")";
        case PopularityKind::Sample: return "sample(" + quotedWord(keys.file) + ")";
        }
        return "uniform";
    }

    void patternBlock(const AccessPattern& pattern) {
        const char* returns = pattern.returns == Returns::One    ? ":one"
                              : pattern.returns == Returns::Many ? ":many"
                                                                 : ":exec";
        write("\n-- name: {} {}\n", quotedWord(pattern.name), returns);
        if (pattern.rate != RateProfile{})
            write("-- rate: {}\n", rateText(pattern.rate));
        keys(pattern);
        if (pattern.consistency.kind == ConsistencyKind::Bounded)
            write("-- consistency: bounded({})\n", formatDuration(pattern.consistency.boundSeconds));
        else if (pattern.consistency.kind != ConsistencyKind::Strong)
            write("-- consistency: {}\n", model::name(pattern.consistency.kind));
        if (pattern.p99Seconds)
            write("-- p99: {}\n", formatDuration(*pattern.p99Seconds));
        if (pattern.pageSize || pattern.paging != Paging::None)
            write("-- page:{}{}\n", pattern.pageSize ? " " + formatCount(*pattern.pageSize) : std::string(),
                  pattern.paging == Paging::Cursor   ? " cursor"
                  : pattern.paging == Paging::Offset ? " offset"
                                                     : "");
        derived(pattern);
        copies(pattern);
        if (pattern.criticality != Criticality::Normal)
            write("-- criticality: {}\n", pattern.criticality == Criticality::Low ? "low" : "high");
        if (pattern.idempotent)
            write("-- idempotent: {}\n", *pattern.idempotent ? "yes" : "no");
        comment(pattern.comment);
        statement(pattern.sql);
    }

    void keys(const AccessPattern& pattern) {
        if (pattern.popularity == KeyPopularity{} && !pattern.popularityColumn.entity)
            return;
        std::string column;
        if (pattern.popularityColumn.entity) {
            column = columnName(pattern.popularityColumn.entity, pattern.popularityColumn.attribute) + " ";
            if (!pattern.joined.empty())
                column =
                    postgresIdentifier(m_project.entities.find(pattern.popularityColumn.entity)->name) + "." + column;
        }
        write("-- keys: {}{}\n", column, popularityText(pattern.popularity));
    }

    /// What the statement alone would not say: a verb of the user's choice, how many values a list has.
    void derived(const AccessPattern& pattern) {
        AccessPattern plain = pattern;
        if (!analysePattern(m_names, pattern.sql, plain))
            return;
        if (plain.verb != pattern.verb)
            write("-- verb: {}\n", model::name(pattern.verb));
        std::string values;
        for (std::size_t i = 0; i < std::min(plain.predicates.size(), pattern.predicates.size()); ++i)
            if (const Predicate& given = pattern.predicates[i]; given.values != plain.predicates[i].values) {
                const std::string parameter = given.parameter.substr(0, given.parameter.find("::"));
                values += fmt::format(" {}={}", parameter, formatCount(given.values));
            }
        if (!values.empty())
            write("-- values:{}\n", values);
    }

    void comment(const std::string& text) {
        for (std::size_t at = 0; at < text.size() || (at > 0 && at == text.size() && text.back() == '\n');) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            const std::string one = text.substr(at, end - at);
            const bool plain = !one.empty() && !std::isspace(static_cast<unsigned char>(one.front())) &&
                               !std::isspace(static_cast<unsigned char>(one.back())) && one.front() != '|' &&
                               !looksKeyed(one);
            write("-- {}{}\n", plain ? "" : one.empty() ? "|" : "| ", one);
            at = end + 1;
        }
    }

    void statement(const std::string& sql) {
        std::string text = sql; // without comments around it, which would be read as annotations
        for (const SqlPiece& piece : splitSql(sql))
            if (piece.kind == PieceKind::Statement || piece.kind == PieceKind::Data)
                text = std::string(piece.text);
        write("{};\n", text);
    }

    const Project& m_project;
    EntityNames m_names;
    std::string m_out;
};

} // namespace

std::string writeWorkload(const Project& project) {
    std::string out;
    onDeepStack([&] { out = WorkloadWriter(project).run(); });
    return out;
}

} // namespace shardscape::model
