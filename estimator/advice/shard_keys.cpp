// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/advice/shard_keys.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "estimator/copies/relabel.h"
#include "estimator/latency/service.h"
#include "model/physical/query.h"

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kLeastPartitions = 16;
constexpr double kValuesPerPartition = 10;
constexpr int kSalt = 16;
constexpr double kSaltWorth = 2; ///< largest over mean load from which a salt is tried

using Columns = std::vector<AttributeId>;

/// How patterns use one entity.
struct Access {
    const AccessPattern* pattern;
    double rate;
    Columns keyed;        ///< columns that a request gives
    bool inserts = false; ///< a new row has all its columns
};

class Scores {
public:
    Scores(const Project& project, const EngineProfile& profile, const Estimate& estimate)
        : m_project(project)
        , m_profile(profile)
        , m_estimate(estimate)
        , m_cardinality(project)
        , m_partitions(Figure::derived("partitions judged for",
                                       std::max(kLeastPartitions, estimate.nodes.partitions.value()), Unit::None,
                                       "those of the estimate, at least 16", {estimate.nodes.partitions})) {
        for (const AccessPattern& pattern : project.patterns) {
            const double rate = pattern.rate.peakRate().value;
            const Query query = queryOf(m_cardinality, pattern);
            std::set<EntityId> read;
            for (const EntityRead& one : query.reads) {
                m_access[one.entity->id].push_back({&pattern, rate, one.keyed(), false});
                read.insert(one.entity->id);
            }
            if (pattern.entity && isInsert(pattern.verb))
                m_access[pattern.entity].push_back({&pattern, rate, {}, true});
            m_read.push_back({rate, std::move(read)});
        }
    }

    std::vector<ShardKeyReport> run(std::size_t most) {
        std::vector<ShardKeyReport> out;
        for (const Entity& entity : m_project.entities) {
            if (entity.attributes.empty())
                continue;
            ShardKeyReport report{entity.id, entity.name, {}};
            const Columns current = currentOf(entity);
            for (const Columns& columns : columnsOf(entity, current)) {
                report.candidates.push_back(score(entity, columns, 1, columns == current));
                const double skew = report.candidates.back().skew.value();
                if (skew < 1 / kSaltWorth || report.candidates.back().cardinality.value() < 1)
                    report.candidates.push_back(score(entity, columns, kSalt, false));
            }
            std::stable_sort(report.candidates.begin(), report.candidates.end(),
                             [](const auto& a, const auto& b) { return a.score.value() > b.score.value(); });
            while (report.candidates.size() > most) {
                const auto last = std::find_if(report.candidates.rbegin(), report.candidates.rend(),
                                               [](const ShardKeyCandidate& one) { return !one.current; });
                report.candidates.erase(std::next(last).base());
            }
            out.push_back(std::move(report));
        }
        return out;
    }

private:
    Columns currentOf(const Entity& entity) const {
        for (const Structure& structure : m_estimate.design.structures) {
            if (structure.entity != entity.id || !structure.truth || structure.kind == StructureKind::Cache)
                continue;
            Columns columns;
            for (const StructureKeyPart& part : structure.partitionKey)
                if (const StructureColumn* column = structure.find(part.column);
                    column && column->source.entity == entity.id && column->source.attribute)
                    columns.push_back(column->source.attribute);
            return columns;
        }
        return {};
    }

    /// Columns somebody asks by, of keys and foreign keys, and sets of them that are asked for together.
    std::vector<Columns> columnsOf(const Entity& entity, const Columns& current) const {
        std::vector<Columns> out;
        const auto add = [&](Columns columns) {
            Columns sorted = columns;
            std::sort(sorted.begin(), sorted.end());
            const bool known = std::any_of(out.begin(), out.end(), [&](Columns other) {
                std::sort(other.begin(), other.end());
                return other == sorted;
            });
            if (!columns.empty() && !known)
                out.push_back(std::move(columns));
        };
        add(current);
        if (const Key* primary = entity.primaryKey()) {
            for (AttributeId attribute : primary->attributes)
                add({attribute});
            add(primary->attributes);
        }
        for (const Relationship* up : m_cardinality.parentsOf(entity.id))
            add(up->childAttributes);
        if (const auto access = m_access.find(entity.id); access != m_access.end())
            for (const Access& one : access->second) {
                for (AttributeId attribute : one.keyed)
                    add({attribute});
                if (one.keyed.size() > 1 && one.keyed.size() <= 3)
                    add(one.keyed);
            }
        if (out.empty())
            add({entity.attributes.front().id});
        return out;
    }

    static bool ascends(const Attribute& attribute) {
        return attribute.generator == Generator::AutoIncrement || attribute.generator == Generator::UuidV7 ||
               attribute.generator == Generator::Snowflake || attribute.type.kind == TypeKind::Timestamp ||
               attribute.type.kind == TypeKind::Date;
    }

    double distinctOf(const Entity& entity, const Columns& columns) const {
        double distinct = 1;
        for (AttributeId attribute : columns)
            distinct *= std::max(1.0, m_cardinality.distinct(entity.id, attribute));
        return std::min(distinct, std::max(1.0, m_cardinality.rows(entity.id)));
    }

    /// Share of the traffic that the hottest value takes.
    double hottestTraffic(const Entity& entity, const Columns& columns) {
        const auto access = m_access.find(entity.id);
        double product = 1;
        for (AttributeId attribute : columns) {
            const double distinct = std::max(1.0, m_cardinality.distinct(entity.id, attribute));
            double all = 0, hot = 0;
            if (access != m_access.end())
                for (const Access& one : access->second) {
                    const ColumnRef popular = popularColumn(*one.pattern);
                    const bool own = popular == ColumnRef{entity.id, attribute};
                    all += one.rate;
                    hot += one.rate * (own ? hottest(*one.pattern, distinct) : 1 / distinct);
                }
            product *= all > 0 ? hot / all : 1 / distinct;
        }
        return product;
    }

    double hottest(const AccessPattern& pattern, double distinct) {
        const auto key = std::pair(pattern.id, distinct);
        const auto known = m_hottest.find(key);
        return known != m_hottest.end()
                   ? known->second
                   : m_hottest.emplace(key, popularityOf(pattern, distinct).hottest()).first->second;
    }

    Figure skewFigure(const Entity& entity, const Columns& columns, int salt) {
        const double rows = std::max(1.0, m_cardinality.rows(entity.id));
        const double traffic = hottestTraffic(entity, columns) / salt;
        const double data = m_cardinality.maximumRowsPerValue(entity.id, columns) / rows / salt;
        const double w = std::clamp(std::max(traffic, data), 0.0, 1.0);
        const double p = m_partitions.value();
        return Figure::derived("skew", 1 / (w * p + 1 - w), Unit::Percent,
                               "1 ÷ (w × partitions + 1 − w), w the larger share of the hottest key",
                               {Figure::leaf("of the traffic", traffic, Unit::Percent, Origin::Default,
                                             "popularity of its keys in all patterns, by rate"),
                                Figure::leaf("of the rows", data, Unit::Percent, Origin::Default,
                                             "most rows of one value, as fan-outs and different values say"),
                                m_partitions});
    }

    std::optional<Figure> matchFigure(const Entity& entity, const Columns& columns, int salt) const {
        const auto access = m_access.find(entity.id);
        if (access == m_access.end())
            return std::nullopt;
        double all = 0, matching = 0;
        std::vector<Figure> inputs;
        for (const Access& one : access->second) {
            if (!(one.rate > 0))
                continue;
            const bool given = one.inserts || holdsAll(one.keyed, columns);
            const double asked = !given        ? m_partitions.value()
                                 : one.inserts ? 1
                                               : std::min<double>(salt, m_partitions.value());
            all += one.rate;
            matching += one.rate / asked;
            inputs.push_back(Figure::leaf("partitions asked by " + one.pattern->name, asked, Unit::None,
                                          Origin::Default,
                                          one.inserts ? "a new row goes to one"
                                          : given     ? "it gives the key"
                                                      : "it does not give the key"));
        }
        if (!(all > 0))
            return std::nullopt;
        return Figure::derived("match", matching / all, Unit::Percent, "Σ peak rate ÷ partitions asked ÷ Σ peak rate",
                               std::move(inputs));
    }

    double requestsOfBoth(EntityId a, EntityId b) const {
        double rate = 0;
        for (const auto& [peak, entities] : m_read)
            if (entities.contains(a) && entities.contains(b))
                rate += peak;
        return rate;
    }

    std::optional<Figure> colocationFigure(const Entity& entity, const Columns& columns) const {
        double all = 0, together = 0;
        std::vector<Figure> inputs;
        const auto weigh = [&](const Relationship& link, bool kept, EntityId other) {
            // A relationship that nobody reads through counts like one request a second.
            const double weight = 1 + requestsOfBoth(entity.id, other);
            const Entity* end = m_project.entities.find(other);
            all += weight;
            together += kept ? weight : 0;
            inputs.push_back(Figure::leaf((kept ? "together with " : "apart from ") + (end ? end->name : link.name),
                                          weight, Unit::PerSecond, Origin::Default, "1 + requests that read both"));
        };
        for (const Relationship* up : m_cardinality.parentsOf(entity.id))
            if (up->parent != entity.id)
                weigh(*up, up->childAttributes == columns, up->parent);
        for (const Relationship* down : m_cardinality.childrenOf(entity.id))
            if (down->child != entity.id)
                weigh(*down, down->parentAttributes == columns, down->child);
        if (!(all > 0))
            return std::nullopt;
        return Figure::derived("co-location", together / all, Unit::Percent,
                               "weights of the relationships it keeps together ÷ all", std::move(inputs));
    }

    Figure growthFigure(const Entity& entity, const Columns& columns, int salt) const {
        const Attribute* first = columns.empty() ? nullptr : entity.find(columns.front());
        if (first && salt == 1 && m_estimate.design.placement.kind == "range" && ascends(*first))
            return Figure::leaf(
                "growth", 0, Unit::Percent, Origin::Default,
                fmt::format("{} ascends: range placement sends all new rows to the last range", first->name));
        if (m_cardinality.growsPerValue(entity.id, columns))
            return Figure::leaf("growth", 0.5, Unit::Percent, Origin::Default,
                                "the rows of one value grow with the data");
        return Figure::leaf("growth", 1, Unit::Percent, Origin::Default, "the rows of one value do not grow");
    }

    ShardKeyCandidate score(const Entity& entity, const Columns& columns, int salt, bool current) {
        ShardKeyCandidate out;
        for (AttributeId attribute : columns)
            if (const Attribute* found = entity.find(attribute))
                out.columns.push_back(found->name);
        out.salt = salt;
        out.current = current;
        const double distinct = distinctOf(entity, columns) * salt;
        const Figure values = Figure::leaf("different values", distinct, Unit::None, Origin::Default,
                                           salt > 1 ? "those of the columns × salts"
                                                    : "stated, or taken from keys, types "
                                                      "and fan-outs");
        out.cardinality =
            Figure::derived("cardinality", std::min(1.0, distinct / (kValuesPerPartition * m_partitions.value())),
                            Unit::Percent, "different values ÷ (10 × partitions), at most 1", {values, m_partitions});
        out.skew = skewFigure(entity, columns, salt);
        out.match = matchFigure(entity, columns, salt);
        out.colocation = salt > 1 ? std::nullopt : colocationFigure(entity, columns);
        if (salt > 1 && colocationFigure(entity, columns))
            out.colocation =
                Figure::leaf("co-location", 0, Unit::Percent, Origin::Default, "a salt spreads the rows of one value");
        out.growth = growthFigure(entity, columns, salt);
        std::vector<Figure> parts{out.cardinality, out.skew, out.growth};
        if (out.match)
            parts.push_back(*out.match);
        if (out.colocation)
            parts.push_back(*out.colocation);
        double sum = 0;
        for (const Figure& part : parts)
            sum += part.value();
        const double mean = 100 * sum / static_cast<double>(parts.size());
        out.score =
            Figure::derived("score of " + out.text(), mean, Unit::None, "mean of the parts × 100", std::move(parts));
        return out;
    }

    const Project& m_project;
    const EngineProfile& m_profile;
    const Estimate& m_estimate;
    Cardinality m_cardinality;
    Figure m_partitions;
    std::unordered_map<EntityId, std::vector<Access>> m_access;
    std::vector<std::pair<double, std::set<EntityId>>> m_read;
    std::map<std::pair<PatternId, double>, double> m_hottest;
};

} // namespace

std::string ShardKeyCandidate::text() const {
    std::string out = fmt::format("{}", fmt::join(columns, " + "));
    return salt > 1 ? fmt::format("{} # {}", out, salt) : out;
}

std::vector<ShardKeyReport> shardKeyReports(const Project& project, const EngineProfile& profile,
                                            const Estimate& estimate, std::size_t most) {
    std::vector<ShardKeyReport> out = Scores(estimate.subject(project), profile, estimate).run(most);
    relabelKept(estimate, project, [&](const auto& each) {
        for (ShardKeyReport& report : out)
            for (ShardKeyCandidate& one : report.candidates) {
                for (Figure* figure : {&one.score, &one.cardinality, &one.skew, &one.growth})
                    each(*figure);
                for (std::optional<Figure>* figure : {&one.match, &one.colocation})
                    if (*figure)
                        each(**figure);
            }
    });
    return out;
}

} // namespace shardscape::estimator
