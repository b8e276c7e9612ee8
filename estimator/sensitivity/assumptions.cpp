// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "estimator/sensitivity/sensitivity.h"
#include "model/physical/cardinality.h"

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kZipf = 0.99; ///< the skew of the usual benchmark (YCSB)

std::optional<std::uint64_t> idAfter(const std::string& path, const std::string& word) {
    const std::size_t at = path.find(word + ":");
    if (at == std::string::npos)
        return std::nullopt;
    std::uint64_t id = 0;
    const char* begin = path.data() + at + word.size() + 1;
    const auto read = std::from_chars(begin, path.data() + path.size(), id);
    return read.ec == std::errc() ? std::optional(id) : std::nullopt;
}

class Collector {
public:
    Collector(const Project& project, const EngineProfile& profile, const Layout& layout, double factor)
        : m_project(project)
        , m_profile(profile)
        , m_layout(layout)
        , m_cardinality(project)
        , m_factor(factor) {}

    void take(const Figure& figure) {
        if (!m_seen.insert(figure.identity()).second)
            return;
        for (const Figure& input : figure.inputs())
            take(input);
        if (!figure.inputs().empty())
            return;
        if (figure.origin() == Origin::Profile)
            takeConstant(figure);
        else if (figure.origin() == Origin::Default)
            takeDefault(figure);
    }

    void takeHidden() {
        for (const AccessPattern& pattern : m_project.patterns) {
            for (const Predicate& predicate : pattern.predicates)
                takeDistinct(predicate);
            takePopularity(pattern);
            takePeak(pattern);
        }
        if (!m_layout.replicas && m_profile.replication != Replication::Managed) {
            const double replicas = m_profile.defaultReplicas;
            add({"layout/replicas", "replicas", "the engine's habit", replicas, Unit::None, std::max(1.0, replicas - 1),
                 replicas + 1, true});
        }
    }

    std::vector<Assumption> result() { return std::move(m_out); }

private:
    void add(Assumption assumption) {
        if (m_paths.insert(assumption.path).second)
            m_out.push_back(std::move(assumption));
    }

    void takeConstant(const Figure& figure) {
        const std::string prefix = "engine:" + m_profile.name + "/";
        if (figure.path().rfind(prefix, 0) != 0)
            return;
        const std::string key = figure.path().substr(prefix.size());
        const auto at = m_profile.constants.find(key);
        if (at == m_profile.constants.end() || at->second.evidence != Evidence::Common || !(figure.value() > 0))
            return;
        const bool share = key.ends_with("_ratio") && figure.value() <= 1;
        const double high = figure.value() * m_factor;
        add({figure.path(), figure.name(), at->second.source, figure.value(), figure.unit(), figure.value() / m_factor,
             share ? std::min(1.0, high) : high, false});
    }

    void takeDefault(const Figure& figure) {
        if (figure.path().empty() || !(figure.value() > 0) || !std::isfinite(figure.value()))
            return;
        if (!figure.path().ends_with("/rows") && !figure.path().ends_with("/average_bytes") &&
            !figure.path().ends_with("/bytes_ratio"))
            return;
        add({figure.path(), nameOf(figure), figure.source(), figure.value(), figure.unit(), figure.value() / m_factor,
             figure.value() * m_factor, true});
    }

    /// "length of orders.note": the leaf alone says "mean length".
    std::string nameOf(const Figure& figure) const {
        const auto entity = idAfter(figure.path(), "entity");
        if (const auto tier = idAfter(figure.path(), "tier"); entity && tier)
            if (const Entity* found = m_project.entities.find(EntityId{*entity});
                found && *tier < found->volume.tiers.size())
                return fmt::format("share of the bytes of {} kept in {}", found->name, found->volume.tiers[*tier].name);
        const auto attribute = idAfter(figure.path(), "attribute");
        if (!entity || !attribute)
            return figure.name();
        return "mean length of " + m_project.describe({EntityId{*entity}, AttributeId{*attribute}});
    }

    /// Columns asked by whose different values are a bare default.
    void takeDistinct(const Predicate& predicate) {
        const Attribute* attribute = m_project.find(predicate.column);
        const Entity* entity = m_project.entities.find(predicate.column.entity);
        if (!attribute || !entity || attribute->statistics.distinctValues ||
            (predicate.comparison != Comparison::Equal && predicate.comparison != Comparison::In))
            return;
        const double distinct = m_cardinality.distinct(entity->id, attribute->id);
        if (distinct != kDefaultDistinct)
            return;
        add({fmt::format("entity:{}/attribute:{}/distinct_values", entity->id.value, attribute->id.value),
             fmt::format("different values of {}.{}", entity->name, attribute->name), "nobody stated them: 200",
             distinct, Unit::None, distinct / m_factor, distinct * m_factor, true});
    }

    void takePopularity(const AccessPattern& pattern) {
        if (pattern.popularity.kind != PopularityKind::Uniform || !(pattern.rate.average.value > 0) ||
            pattern.predicates.empty())
            return;
        add({fmt::format("pattern:{}/popularity", pattern.id.value), "popularity of the keys of " + pattern.name,
             "nobody stated it: all keys alike; varied to zipf(0.99)", 0, Unit::None, 0, kZipf, true});
    }

    void takePeak(const AccessPattern& pattern) {
        if (pattern.rate.shape != RateShape::Steady || pattern.rate.peak || !(pattern.rate.average.value > 0))
            return;
        const double rate = pattern.rate.average.value;
        add({fmt::format("pattern:{}/peak", pattern.id.value), "peak of " + pattern.name,
             "nobody stated it: as steady as its average", rate, Unit::PerSecond, rate, rate * m_factor, true});
    }

    const Project& m_project;
    const EngineProfile& m_profile;
    const Layout& m_layout;
    Cardinality m_cardinality;
    double m_factor;
    std::set<const void*> m_seen;
    std::set<std::string> m_paths;
    std::vector<Assumption> m_out;
};

/// Base units back into those of the constant's key.
double inUnitOf(const std::string& key, double value) {
    return key.ends_with("_us") ? value * 1e6 : key.ends_with("_ms") ? value * 1e3 : value;
}

bool setOfEntity(Variant& variant, const std::string& path, EntityId id, double value) {
    const Entity* found = variant.project.entities.find(id);
    if (!found)
        return false;
    Entity entity = *found;
    if (path.ends_with("/rows")) {
        entity.volume.rows = Rows{static_cast<decltype(Rows::value)>(std::llround(std::min(value, 9e18)))};
    } else if (path.ends_with("/bytes_ratio")) {
        const auto tier = idAfter(path, "tier");
        if (!tier || *tier >= entity.volume.tiers.size())
            return false;
        entity.volume.tiers[*tier].bytesRatio = value;
    } else {
        const auto attribute = idAfter(path, "attribute");
        const auto at = std::find_if(entity.attributes.begin(), entity.attributes.end(), [&](const Attribute& one) {
            return attribute && one.id == AttributeId{*attribute};
        });
        if (at == entity.attributes.end())
            return false;
        if (path.ends_with("/average_bytes"))
            at->statistics.averageBytes = value;
        else if (path.ends_with("/distinct_values"))
            at->statistics.distinctValues = std::max(1.0, value);
        else
            return false;
    }
    variant.project.entities.set(std::move(entity));
    return true;
}

bool setOfPattern(Variant& variant, const std::string& path, PatternId id, double value) {
    const AccessPattern* found = variant.project.patterns.find(id);
    if (!found)
        return false;
    AccessPattern pattern = *found;
    if (path.ends_with("/peak")) {
        pattern.rate.peak = PerSecond{value};
    } else if (path.ends_with("/popularity")) {
        pattern.popularity.kind = value > 0 ? PopularityKind::Zipf : PopularityKind::Uniform;
        pattern.popularity.theta = value;
    } else {
        return false;
    }
    variant.project.patterns.set(std::move(pattern));
    return true;
}

} // namespace

std::vector<Assumption> assumptionsOf(const Project& project, const EngineProfile& profile, const Layout& layout,
                                      const Estimate& estimate, const CostEstimate& cost, double factor) {
    Collector collector(project, profile, layout, factor);
    for (const Figure& figure : {estimate.worstP99, estimate.storageInAYear, estimate.nodes.count,
                                 estimate.writeAmplification, estimate.meanUtilisation})
        collector.take(figure);
    for (const NodeConstraint& constraint : estimate.nodes.constraints)
        collector.take(constraint.nodes);
    for (const StructureEstimate& structure : estimate.structures)
        collector.take(structure.totalBytes);
    for (const TierEstimate& tier : estimate.tiers)
        collector.take(tier.rowBytes);
    for (const PatternEstimate& pattern : estimate.patterns) {
        collector.take(pattern.p99);
        collector.take(pattern.hitRatio);
    }
    if (cost.priced)
        collector.take(cost.month);
    collector.takeHidden();
    return collector.result();
}

bool setAssumption(Variant& variant, const std::string& path, double value) {
    if (path.rfind("engine:", 0) == 0) {
        const std::string key = path.substr(path.find('/') + 1);
        const auto at = variant.profile.constants.find(key);
        if (at == variant.profile.constants.end())
            return false;
        at->second.value = inUnitOf(key, value);
        return true;
    }
    if (path.ends_with("/replicas")) {
        variant.layout.replicas = std::max(1, static_cast<int>(std::lround(value)));
        return true;
    }
    if (const auto id = idAfter(path, "entity"))
        return setOfEntity(variant, path, EntityId{*id}, value);
    if (const auto id = idAfter(path, "pattern"))
        return setOfPattern(variant, path, PatternId{*id}, value);
    return false;
}

} // namespace shardscape::estimator
