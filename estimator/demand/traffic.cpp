// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/demand/traffic.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "estimator/demand/cache.h"
#include "estimator/demand/rates.h"

namespace shardscape::estimator {

using namespace model;

namespace {

/// Weights of equal popularities are made once: a Zipf of a billion keys is thousands of powers.
class WeightsCache {
public:
    const KeyWeights& of(const AccessPattern& pattern, double keys) {
        const KeyPopularity& p = pattern.popularity;
        const Key key{p.kind, p.theta, p.keyShare, p.trafficShare, p.alpha, keys};
        auto at = m_weights.find(key);
        if (at == m_weights.end())
            at = m_weights.emplace(key, popularityOf(pattern, keys)).first;
        return at->second;
    }

private:
    using Key = std::tuple<PopularityKind, double, double, double, double, double>;
    std::map<Key, KeyWeights> m_weights;
};

double keysOf(const Cardinality& cardinality, const AccessPattern& pattern) {
    const ColumnRef column = popularColumn(pattern);
    if (!column.attribute)
        return std::max(1.0, cardinality.rows(pattern.entity));
    // A foreign key is popular as its parent is, though some parents have no rows yet.
    return std::max(1.0, cardinality.distinct(column.entity, column.attribute));
}

const Structure* cacheOf(const Design& design, const Plan& plan) {
    if (plan.steps.empty() || plan.steps.front().kind != StepKind::CacheLookup)
        return nullptr;
    return design.find(plan.steps.front().structure);
}

double idle(const std::vector<ServiceStage>& stages) {
    double seconds = 0;
    for (const ServiceStage& stage : stages)
        if (!stage.cache && !stage.besidePrevious)
            seconds += stage.seconds * (stage.parallel ? 1 : stage.subRequests);
    return seconds;
}

/// Hit ratios of the shared cache, by the closed form or as the user says.
class CacheEstimate {
public:
    CacheEstimate(const EngineProfile& profile, const Design& design, const Layout& layout, ProfileLeaves& leaves,
                  const std::function<double(const std::string&)>& entryBytes)
        : m_profile(profile)
        , m_design(design)
        , m_layout(layout)
        , m_leaves(leaves)
        , m_entryBytes(entryBytes) {}

    void fill(Traffic& traffic, WeightsCache& weights) {
        std::vector<CachedStream> streams;
        std::vector<PatternTraffic*> cached;
        std::optional<double> ttl = m_layout.cacheTtlSeconds;
        for (PatternTraffic& pattern : traffic.patterns) {
            const Structure* cache =
                m_profile.mapping == MappingFamily::Cache ? nullptr : cacheOf(m_design, pattern.plan);
            if (!cache)
                continue;
            pattern.cached = true;
            if (!ttl)
                ttl = cache->ttlSeconds;
            double drops = 0;
            for (const PatternTraffic& other : traffic.patterns)
                if (std::find(cache->invalidatedBy.begin(), cache->invalidatedBy.end(), other.pattern->id) !=
                    cache->invalidatedBy.end())
                    drops += other.busiest;
            streams.push_back({pattern.busiest, &weights.of(*pattern.pattern, pattern.keys),
                               std::max(1.0, m_entryBytes(cache->name)), drops});
            cached.push_back(&pattern);
        }
        if (cached.empty())
            return;
        const Figure capacity = capacityFigure();
        const CacheBehaviour behaviour = lruCache(streams, capacity.value(), ttl);
        traffic.cacheBytes = behaviour.bytes;
        traffic.cache = figures(streams, behaviour, cached, capacity, ttl);
        for (std::size_t i = 0; i < cached.size(); ++i)
            cached[i]->hitRatio = m_layout.cacheHitRatio
                                      ? stated()
                                      : computed(*cached[i], streams[i], behaviour.hitRatios[i], capacity, ttl);
    }

private:
    CacheFigures figures(const std::vector<CachedStream>& streams, const CacheBehaviour& behaviour,
                         const std::vector<PatternTraffic*>& cached, const Figure& capacity,
                         std::optional<double> ttl) {
        double lookups = 0, entryBytes = 0, seconds = 0;
        for (std::size_t i = 0; i < streams.size(); ++i) {
            lookups += streams[i].rate;
            entryBytes += streams[i].rate * streams[i].entryBytes;
            seconds += streams[i].rate * cached[i]->stages.front().seconds;
        }
        const double all = std::max(lookups, 1e-300);
        const Figure entry =
            Figure::leaf("mean memory of an entry", lookups > 0 ? entryBytes / all : streams.front().entryBytes,
                         Unit::Bytes, Origin::Default, "by lookups, as the cache's structures say");
        const Figure held =
            Figure::derived("bytes held", behaviour.bytes, Unit::Bytes, "what fits, or all keys", {capacity});
        CacheFigures out;
        out.stay = Figure::derived("time an entry stays", behaviour.characteristicSeconds, Unit::Seconds,
                                   "Che's approximation: the time after which the keys asked for fill the memory",
                                   {capacity, entry});
        out.entries = Figure::derived("entries", behaviour.bytes / std::max(1.0, entry.value()), Unit::None,
                                      "bytes held ÷ memory of an entry", {held, entry});
        out.hitTime =
            Figure::derived("time of a lookup", lookups > 0 ? seconds / all : cached.front()->stages.front().seconds,
                            Unit::Seconds, "one point access at the cache", {m_leaves("cache.capacity.point_read_us")});
        out.ttlSeconds = ttl;
        out.statedHitRatio = m_layout.cacheHitRatio;
        return out;
    }
    Figure stated() const {
        return Figure::leaf("hit ratio", std::clamp(*m_layout.cacheHitRatio, 0.0, 1.0), Unit::Percent, Origin::User)
            .withPath(fmt::format("layout:{}/cache_hit_ratio", m_layout.id.value));
    }
    Figure capacityFigure() {
        if (m_layout.cacheBytes)
            return Figure::leaf("memory of the cache", *m_layout.cacheBytes, Unit::Bytes, Origin::User)
                .withPath(fmt::format("layout:{}/cache_bytes", m_layout.id.value));
        const Figure& node = m_leaves("cache.capacity.memory_per_node_bytes");
        const Figure& fill = m_leaves("cache.capacity.max_storage_fill_ratio");
        return Figure::derived("memory of the cache", node.value() * fill.value(), Unit::Bytes,
                               "one node × how full it may be", {node, fill});
    }
    static Figure computed(const PatternTraffic& pattern, const CachedStream& stream, double ratio,
                           const Figure& capacity, std::optional<double> ttl) {
        std::vector<Figure> inputs{
            Figure::leaf("different keys", pattern.keys, Unit::None, Origin::Default,
                         "stated, or taken from keys, types and fan-outs"),
            Figure::leaf("share of the hottest key", pattern.hottestKey, Unit::Percent, Origin::User)
                .withPath(fmt::format("pattern:{}/popularity", pattern.pattern->id.value)),
            Figure::leaf("lookups", stream.rate, Unit::PerSecond, Origin::User)
                .withPath(fmt::format("pattern:{}/rate", pattern.pattern->id.value)),
            Figure::leaf("memory of an entry", stream.entryBytes, Unit::Bytes, Origin::Default,
                         "as the cache's structure says"),
            capacity};
        std::string formula =
            "Che's approximation of least recently used: Σ share × (1 − e^(−rate × stay)), stay from the memory";
        if (ttl) {
            inputs.push_back(Figure::leaf("time to live", *ttl, Unit::Seconds, Origin::User,
                                          "of the layout, or what readers tolerate"));
            formula += ", cut by the time to live";
        }
        if (stream.dropsPerSecond > 0) {
            inputs.push_back(Figure::leaf("entries dropped by writes", stream.dropsPerSecond, Unit::PerSecond,
                                          Origin::User, "rates of the writing patterns"));
            formula += ", × lookups ÷ (lookups + drops)";
        }
        return Figure::derived("hit ratio", ratio, Unit::Percent, std::move(formula), std::move(inputs));
    }

    const EngineProfile& m_profile;
    const Design& m_design;
    const Layout& m_layout;
    ProfileLeaves& m_leaves;
    const std::function<double(const std::string&)>& m_entryBytes;
};

} // namespace

Figure rateLeaf(const PatternTraffic& traffic, std::string name, double rate, std::string source) {
    if (traffic.removal)
        return Figure::leaf(std::move(name), rate, Unit::PerSecond, Origin::Default,
                            "as many rows are old enough in a second as come in")
            .withPath(fmt::format("entity:{}/growth", traffic.pattern->entity.value));
    return Figure::leaf(std::move(name), rate, Unit::PerSecond, Origin::User, std::move(source))
        .withPath(fmt::format("pattern:{}/rate", traffic.pattern->id.value));
}

double PatternTraffic::excess(std::size_t stage) const {
    const ServiceStage& visit = stages[stage];
    if (visit.cache)
        return hottestKey;
    if (visit.routedBy.size() != 1)
        return 0; // spread by further columns, or not routed at all
    const ColumnRef popular = popularColumn(*pattern);
    return visit.routedBy.front() == popular ? hottestKey / std::max(1.0, visit.subRequests) : 0;
}

Traffic trafficOf(const Cardinality& cardinality, const EngineProfile& profile, const Design& design,
                  const Layout& layout, ProfileLeaves& leaves, std::vector<Plan> plans,
                  const std::function<double(const std::string&)>& entryBytes, std::vector<AccessPattern> removals) {
    Traffic traffic;
    WeightsCache weights;
    std::vector<const RateProfile*> rates;
    std::vector<double> work, ones;
    std::size_t index = 0;
    const Figure none =
        Figure::leaf("hit ratio", 0, Unit::Percent, Origin::Default, "there is no cache in front of it");
    for (const AccessPattern& pattern : cardinality.project().patterns) {
        PatternTraffic one;
        one.pattern = &pattern;
        one.plan = std::move(plans[index++]);
        one.stages = stagesOf(one.plan, pattern, profile, design, &cardinality);
        one.average = pattern.rate.average.value;
        one.peak = pattern.rate.peakRate().value;
        one.keys = keysOf(cardinality, pattern);
        const KeyWeights& popularity = weights.of(pattern, one.keys);
        one.hottestKey = popularity.hottest();
        one.hotShare = popularity.keysForShare(0.9) / popularity.keys();
        one.hitRatio = none;
        one.idleSeconds = idle(one.stages);
        rates.push_back(&pattern.rate);
        work.push_back(one.idleSeconds);
        ones.push_back(1);
        traffic.patterns.push_back(std::move(one));
    }
    const BusiestMinute busiest = busiestMinute(rates, work);
    traffic.busiestSecond = busiest.secondsAfterMonday;
    for (std::size_t i = 0; i < busiest.rates.size(); ++i)
        traffic.patterns[i].busiest = busiest.rates[i];
    if (!removals.empty()) {
        traffic.removals = std::make_shared<const std::vector<AccessPattern>>(std::move(removals));
        for (const AccessPattern& request : *traffic.removals) {
            PatternTraffic one;
            one.pattern = &request;
            one.removal = true;
            one.plan = std::move(plans[index++]);
            one.stages = stagesOf(one.plan, request, profile, design, &cardinality);
            one.average = one.peak = one.busiest = request.rate.average.value;
            one.keys = keysOf(cardinality, request);
            one.hottestKey = 1 / one.keys;
            one.hotShare = 0;
            one.hitRatio = none;
            one.idleSeconds = idle(one.stages);
            traffic.patterns.push_back(std::move(one));
        }
    }
    BusiestMinute most = busiestMinute(rates, ones);
    traffic.total = most.weighted;
    traffic.atTotal = std::move(most.rates);
    CacheEstimate(profile, design, layout, leaves, entryBytes).fill(traffic, weights);
    return traffic;
}

} // namespace shardscape::estimator
