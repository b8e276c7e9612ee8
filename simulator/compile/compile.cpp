// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compile/compile.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "estimator/demand/popularity.h"
#include "estimator/demand/rates.h"
#include "estimator/growth/removal.h"
#include "estimator/latency/service.h"
#include "estimator/planning/planner.h"
#include "model/physical/cardinality.h"
#include "model/physical/mapping.h"

namespace shardscape::simulator {

using namespace model;

namespace {

/// More partitions than this are simulated as about this many, the same number on every node.
constexpr std::uint32_t kMostPartitions = 1 << 16;
/// A scatter to more partitions than this is simulated as one to this many.
constexpr std::uint32_t kMostAsked = 1024;
/// The pieces of a day's time-lapse: a quarter of an hour each.
constexpr int kPieces = 96;

/// The column that a foreign key ends at: posts.author_id → users.user_id. Popular users are popular under either name.
ColumnRef rootOf(const Cardinality& cardinality, ColumnRef column) {
    std::set<ColumnRef> seen;
    while (seen.insert(column).second) {
        const Relationship* key = cardinality.foreignKey(column.entity, column.attribute);
        if (!key || key->parentAttributes.size() != 1)
            break;
        column = {key->parent, key->parentAttributes.front()};
    }
    return column;
}

class Compiler {
public:
    Compiler(const Project& project, const EngineProfile& profile, const estimator::Estimate& estimate,
             const CompileOptions& options)
        : m_project(project)
        , m_profile(profile)
        , m_estimate(estimate)
        , m_options(options)
        , m_cardinality(project) {}

    Result<Compiled> run() {
        addNodes();
        addTables();
        if (m_scenario.tables.empty())
            return fail(ErrorCode::Invalid, "the design has nothing that is stored", "add an entity");
        for (const estimator::PatternEstimate& estimated : m_estimate.patterns)
            if (const AccessPattern* pattern = m_project.patterns.find(estimated.pattern))
                addStream(*pattern, estimated.plan);
        for (const AccessPattern& request : estimator::removalRequests(m_project, m_profile))
            if (const estimator::Plan plan = estimator::planPattern(m_project, m_profile, m_estimate.design, request);
                !plan.steps.empty())
                addStream(request, plan);
        if (m_scenario.streams.empty())
            return fail(ErrorCode::Invalid, "there is no traffic that this design can serve",
                        "give at least one access pattern a rate, and see why the others are not served");
        addCache();
        m_scenario.seed = m_options.seed;
        m_scenario.requests = m_options.requests;
        m_scenario.warmup = m_options.moment == CompileOptions::Moment::Peak ? m_options.warmup : 0;
        return Compiled{std::move(m_scenario), m_secondsAnHour, std::move(m_notes)};
    }

private:
    void addNodes() {
        NodeGroup group;
        group.name = "node";
        group.count = static_cast<std::uint32_t>(nodesOfEstimate());
        if (m_profile.replication == Replication::Managed)
            group.count = std::max(group.count, static_cast<std::uint32_t>(m_estimate.design.placement.partitions));
        group.servers = static_cast<std::uint32_t>(estimator::serversPerNode(m_profile));
        m_nodes = group.count;
        m_scenario.nodes.push_back(std::move(group));
    }
    int nodesOfEstimate() const {
        const double count = m_estimate.nodes.count.value();
        return static_cast<int>(std::clamp(std::isfinite(count) ? count : 1.0, 1.0, 100'000.0));
    }

    void addTables() {
        const PlacementChoice& placement = m_estimate.design.placement;
        const double wanted = std::max(1.0, m_estimate.nodes.partitions.value());
        const std::uint32_t most = std::max(1U, kMostPartitions / m_nodes) * m_nodes;
        const auto partitions = static_cast<std::uint32_t>(std::min<double>(wanted, most));
        if (wanted > most)
            m_notes.push_back(fmt::format("{:.0f} partitions are simulated as {}.", wanted, partitions));
        for (const Structure& structure : m_estimate.design.structures) {
            if (structure.kind == StructureKind::Cache && m_profile.mapping != MappingFamily::Cache)
                continue;
            Table table;
            table.name = structure.name;
            table.partitions = partitions;
            table.replicas =
                std::min<std::uint32_t>(static_cast<std::uint32_t>(std::max(1, placement.replicas)), m_nodes);
            table.router.kind = placement.kind.empty() ? "hash-mod" : placement.kind;
            if (placement.virtualNodes > 0)
                table.router.virtualNodes = static_cast<std::uint32_t>(placement.virtualNodes);
            if (m_profile.replication == Replication::Leader)
                table.placement = NodePlacement::Groups;
            m_scenario.tables.push_back(std::move(table));
        }
    }

    void addStream(const AccessPattern& pattern, const estimator::Plan& plan) {
        const std::vector<estimator::ServiceStage> stages =
            estimator::stagesOf(plan, pattern, m_profile, m_estimate.design, &m_cardinality);
        Stream stream;
        stream.name = pattern.name;
        stream.pattern = pattern.name;
        stream.kind = isWrite(pattern.verb) ? StreamKind::Write : StreamKind::Read;
        stream.rate = estimator::rateAt(pattern.rate, m_estimate.busiestSecond);
        setProfile(pattern, stream);
        if (stages.empty() || stream.rate <= 0) {
            if (stages.empty())
                m_notes.push_back(pattern.name + " is left out: " + (plan.why.empty() ? "it is not served" : plan.why) +
                                  ".");
            return;
        }
        const ColumnRef popular = estimator::popularColumn(pattern);
        stream.keys = keysOf(popular, pattern.popularity);
        if (pattern.popularity.kind == PopularityKind::Sample && pattern.popularity.sample.seen.empty())
            m_notes.push_back(pattern.name + ": the keys of " + pattern.popularity.file +
                              " were not read; all keys count alike, so that its hot keys do not show.");
        stream.steps.clear();
        bool cached = false;
        for (const estimator::ServiceStage& stage : stages) {
            if (stage.cache) {
                cached = true;
                m_lookup = stage;
                continue;
            }
            if (std::optional<Step> step = stepOf(stage, popular))
                stream.steps.push_back(std::move(*step));
        }
        if (stream.steps.empty())
            return;
        stream.steps.front().beside = false;
        if (cached)
            m_cached.push_back(stream.name);
        m_scenario.streams.push_back(std::move(stream));
    }

    /// A day as a time-lapse: each quarter of an hour is as long as the wanted number of requests allows.
    void setProfile(const AccessPattern& pattern, Stream& stream) {
        if (m_options.moment != CompileOptions::Moment::Day)
            return;
        const double dayStart = std::floor(m_estimate.busiestSecond / kSecondsPerDay) * kSecondsPerDay;
        if (m_secondsAnHour == 0) {
            double requestsOfADay = 0;
            for (const AccessPattern& other : m_project.patterns)
                for (int piece = 0; piece < kPieces; ++piece)
                    requestsOfADay +=
                        estimator::rateAt(other.rate, dayStart + (piece + 0.5) * kSecondsPerDay / kPieces) *
                        kSecondsPerDay / kPieces;
            m_secondsAnHour = requestsOfADay > 0 ? 3600 * static_cast<double>(m_options.requests) / requestsOfADay : 1;
            m_scenario.durationSeconds = 24 * m_secondsAnHour;
            m_scenario.windows = kPieces;
        }
        double total = 0;
        std::vector<double> rates;
        for (int piece = 0; piece < kPieces; ++piece) {
            rates.push_back(estimator::rateAt(pattern.rate, dayStart + (piece + 0.5) * kSecondsPerDay / kPieces));
            total += rates.back();
        }
        stream.rate = total / kPieces;
        for (int piece = 0; piece < kPieces && stream.rate > 0; ++piece)
            stream.profile.push_back(
                {piece * m_scenario.durationSeconds / kPieces, rates[static_cast<std::size_t>(piece)] / stream.rate});
    }

    /// The keys seen most often one by one, all others alike.
    static void setSample(const KeyPopularity& popularity, KeySpec& keys) {
        constexpr double kListed = 65'536;
        const estimator::KeyWeights weights(popularity, static_cast<double>(keys.count));
        keys.count = static_cast<std::uint64_t>(weights.keys());
        keys.kind = weights.groups().size() > 1 ? KeyKind::Sample : KeyKind::Uniform;
        if (keys.kind == KeyKind::Uniform)
            return;
        for (const estimator::KeyWeights::Group& group : weights.groups()) {
            const double room = kListed - static_cast<double>(keys.weights.size());
            if (group.keys > room && !keys.weights.empty())
                break;
            keys.weights.insert(keys.weights.end(), static_cast<std::size_t>(std::min(group.keys, room)), group.share);
        }
        const auto listed = static_cast<double>(keys.weights.size());
        keys.shareOfOthers = listed < weights.keys() ? std::max(0.0, 1 - weights.shareOfTop(listed)) : 0;
        if (keys.shareOfOthers <= 0)
            keys.count = keys.weights.size();
    }

    /// Keys of a column, numbered within the space of the column that it refers to in the end.
    KeySpec keysOf(ColumnRef column, const KeyPopularity& popularity) const {
        KeySpec keys;
        const ColumnRef root = rootOf(m_cardinality, column);
        keys.space = root.attribute ? m_project.describe(root) : std::string();
        const double count = root.attribute ? m_cardinality.distinct(root.entity, root.attribute) : 1;
        keys.count = static_cast<std::uint64_t>(std::clamp(count, 1.0, 1e15));
        keys.theta = popularity.theta;
        keys.alpha = popularity.alpha;
        keys.shareOfKeys = popularity.keyShare;
        keys.shareOfTraffic = popularity.trafficShare;
        switch (popularity.kind) {
        case PopularityKind::Uniform: keys.kind = KeyKind::Uniform; break;
        case PopularityKind::Sample: setSample(popularity, keys); break;
        case PopularityKind::Zipf: keys.kind = KeyKind::Zipf; break;
        case PopularityKind::HotSet: keys.kind = KeyKind::HotSet; break;
        case PopularityKind::PowerLaw: keys.kind = KeyKind::PowerLaw; break;
        case PopularityKind::Latest: keys.kind = KeyKind::Latest; break;
        }
        return keys;
    }

    std::optional<Step> stepOf(const estimator::ServiceStage& stage, ColumnRef popular) const {
        const auto at = std::find_if(m_scenario.tables.begin(), m_scenario.tables.end(),
                                     [&](const Table& table) { return table.name == stage.structure; });
        if (at == m_scenario.tables.end())
            return std::nullopt;
        Step step;
        step.structure = stage.structure;
        step.table = stage.structure;
        step.beside = stage.besidePrevious;
        step.service.meanMs = stage.seconds * 1000;
        if (stage.kind == estimator::ServiceKind::Lognormal) {
            step.service.kind = ServiceKind::Lognormal;
            step.service.sigma = stage.spread;
        }
        step.roundTripMs = stage.roundTripSeconds * 1000;
        const auto asked = static_cast<std::uint32_t>(std::min<double>(std::round(stage.subRequests), kMostAsked));
        if (asked >= at->partitions && at->partitions > 1)
            step.touch.kind = Touch::Kind::All;
        else if (asked > 1 && at->partitions > 1)
            step.touch = {Touch::Kind::Sample, asked};
        setReplicas(stage, *at, step);
        if (!routedByPopular(stage, popular) && !stage.routedBy.empty())
            step.keys = keysOf(stage.routedBy.front(), KeyPopularity{});
        return step;
    }
    void setReplicas(const estimator::ServiceStage& stage, const Table& table, Step& step) const {
        if (table.replicas <= 1)
            return;
        step.ask = std::min<std::uint32_t>(table.replicas, static_cast<std::uint32_t>(stage.copies));
        step.quorum = std::min(step.ask, static_cast<std::uint32_t>(stage.answers));
        if (m_profile.replication == Replication::Leader)
            step.from = stage.strong ? AskFrom::First : AskFrom::Followers;
    }
    bool routedByPopular(const estimator::ServiceStage& stage, ColumnRef popular) const {
        const ColumnRef root = rootOf(m_cardinality, popular);
        return std::any_of(stage.routedBy.begin(), stage.routedBy.end(),
                           [&](const ColumnRef& column) { return rootOf(m_cardinality, column) == root; });
    }

    void addCache() {
        if (m_cached.empty() || !m_estimate.cache)
            return;
        Cache cache;
        cache.streams = m_cached;
        const estimator::CacheFigures& figures = *m_estimate.cache;
        cache.capacityKeys = static_cast<std::uint64_t>(std::clamp(figures.entries.value(), 1.0, 1e9));
        cache.ttlSeconds = figures.ttlSeconds.value_or(0);
        cache.warmSeconds = std::min(figures.stay.value(), 1e9);
        cache.fixedHitRatio = figures.statedHitRatio.value_or(0);
        cache.hit.kind = ServiceKind::Exponential;
        cache.hit.meanMs = figures.hitTime.value() * 1000;
        if (m_lookup.kind == estimator::ServiceKind::Lognormal) {
            // Nobody waits for the server here: service and round trip together, with the service's variance.
            const double mean = cache.hit.meanMs + m_lookup.roundTripSeconds * 1000;
            const double share = cache.hit.meanMs / mean;
            cache.hit.kind = ServiceKind::Lognormal;
            cache.hit.sigma = std::sqrt(std::log1p(std::expm1(m_lookup.spread * m_lookup.spread) * share * share));
            cache.hit.meanMs = mean;
        }
        // Writes drop their key from the cache.
        for (const Stream& stream : m_scenario.streams)
            if (stream.kind == StreamKind::Write && sharesASpace(stream))
                cache.streams.push_back(stream.name);
        std::sort(cache.streams.begin(), cache.streams.end());
        cache.streams.erase(std::unique(cache.streams.begin(), cache.streams.end()), cache.streams.end());
        m_scenario.caches.push_back(std::move(cache));
    }
    bool sharesASpace(const Stream& write) const {
        return std::any_of(m_scenario.streams.begin(), m_scenario.streams.end(), [&](const Stream& read) {
            return read.kind == StreamKind::Read && read.keys.space == write.keys.space &&
                   std::find(m_cached.begin(), m_cached.end(), read.name) != m_cached.end();
        });
    }

    const Project& m_project;
    const EngineProfile& m_profile;
    const estimator::Estimate& m_estimate;
    const CompileOptions& m_options;
    Cardinality m_cardinality;
    Scenario m_scenario;
    std::uint32_t m_nodes = 1;
    double m_secondsAnHour = 0;
    std::vector<std::string> m_cached;
    estimator::ServiceStage m_lookup; ///< of the cache, as the last cached pattern has it
    std::vector<std::string> m_notes;
};

} // namespace

Result<Compiled> compileScenario(const Project& project, const EngineProfile& profile,
                                 const estimator::Estimate& estimate, const CompileOptions& options) {
    auto out = Compiler(projectOn(estimate.subject(project), profile), profile, estimate, options).run();
    if (out && estimate.kept && !estimate.kept->whole)
        out->notes.push_back(
            "One engine of several is simulated: what it holds, serves, and writes to follow the others. "
            "How changes travel between engines, and calls to the others, are not.");
    return out;
}

} // namespace shardscape::simulator
