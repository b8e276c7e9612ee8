// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/capacity/durations.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "estimator/copies/relabel.h"
#include "estimator/figure/leaves.h"
#include "estimator/latency/service.h"
#include "model/physical/cardinality.h"

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kLeastShare = 0.05; ///< of all servers, for work beside the traffic
constexpr double kCopyBytes = 125e6; ///< a second and disk
constexpr double kRestoreSeconds = 5 * 3600.0;
constexpr double kWarm = 0.9;           ///< of the final hits
constexpr double kLargestToList = 1000; ///< rows below which nothing takes long

class Durations {
public:
    Durations(const Project& project, const EngineProfile& profile, const Layout& layout, const Estimate& estimate)
        : m_project(project)
        , m_profile(profile)
        , m_layout(layout)
        , m_estimate(estimate)
        , m_leaves(profile)
        , m_cardinality(project) {
        const Figure& servers = m_leaves("capacity.servers_per_node_count");
        const Figure& busy = m_leaves("capacity.max_utilisation_ratio");
        const double all = estimate.nodes.count.value() * servers.value();
        const double share = std::max(kLeastShare, busy.value() - estimate.meanUtilisation.value());
        m_free = Figure::derived(
            "servers free beside the traffic", all * share, Unit::None,
            "nodes × servers of a node × (how busy they may be − how busy they are), at least a twentieth of all",
            {estimate.nodes.count, servers, busy, estimate.meanUtilisation});
    }

    std::vector<Duration> run() {
        for (std::size_t i = 0; i < m_estimate.structures.size(); ++i)
            addBackfill(i);
        for (const Entity& entity : m_project.entities)
            addReplay(entity);
        addMoves();
        if (m_profile.replication != Replication::Managed)
            addCopies();
        addResyncs();
        addWarmUp();
        return std::move(m_out);
    }

    std::optional<Figure> resync(const std::vector<EntityId>& entities, const std::string& of) {
        double seconds = 0;
        std::vector<Figure> inputs{m_free};
        for (std::size_t i = 0; i < m_estimate.structures.size(); ++i) {
            const Structure& structure = m_estimate.design.structures[i];
            if (structure.kind == StructureKind::Cache || structure.kind == StructureKind::GlobalIndex ||
                std::find(entities.begin(), entities.end(), structure.entity) == entities.end())
                continue;
            const Figure& rows = m_estimate.structures[i].rows;
            const Figure write = rowWrite(structure);
            seconds += rows.value() * write.value() / m_free.value();
            inputs.push_back(rows.renamed("rows of " + structure.name));
            inputs.push_back(write.renamed("time to write a row of " + structure.name));
        }
        if (inputs.size() == 1)
            return std::nullopt;
        return Figure::derived("resync of " + of, seconds, Unit::Seconds,
                               "Σ rows × time to write a row ÷ servers free beside the traffic", std::move(inputs));
    }

private:
    double copies() const {
        return m_profile.replication == Replication::Managed ? 1 : m_estimate.design.placement.replicas;
    }

    Figure rowWrite(const Structure& structure) {
        const Figure& row = m_leaves("capacity.row_write_us");
        const Figure& index = m_leaves("capacity.index_write_us");
        const double indexes = static_cast<double>(structure.indexes.size());
        const Figure count = Figure::leaf("indexes", indexes, Unit::None, Origin::Default, "as the design has them");
        const Figure replicas = Figure::leaf("replicas", copies(), Unit::None, Origin::Default, "as placed");
        return Figure::derived("time to write a row", (row.value() + indexes * index.value()) * copies(), Unit::Seconds,
                               "(a row + indexes × an index entry) × replicas", {row, index, count, replicas});
    }

    void addBackfill(std::size_t i) {
        const Structure& structure = m_estimate.design.structures[i];
        const StructureEstimate& estimate = m_estimate.structures[i];
        if (structure.kind == StructureKind::Cache || estimate.rows.value() < kLargestToList)
            return;
        const Figure& read = m_leaves("capacity.row_read_us");
        const Figure write = rowWrite(structure);
        m_out.push_back(
            {"backfill", estimate.name,
             Figure::derived("backfill of " + estimate.name,
                             estimate.rows.value() * (read.value() + write.value()) / m_free.value(), Unit::Seconds,
                             "rows × (time to read a row + time to write it) ÷ servers free beside the traffic",
                             {estimate.rows, read, write, m_free}),
             "every row read and written once, beside the traffic"});
    }

    /// A log: rows are inserted and nothing changes or deletes one but its age.
    bool isLog(const Entity& entity) const {
        bool grows = false;
        for (const AccessPattern& pattern : m_project.patterns) {
            if (pattern.entity != entity.id || !isWrite(pattern.verb))
                continue;
            if (pattern.verb != Verb::Insert && pattern.verb != Verb::Append)
                return false;
            grows = grows || pattern.rate.average.value > 0;
        }
        return grows;
    }

    /// A log is read by one consumer a partition; what is applied is written where the servers are free.
    Figure appliedPerSecond(const Structure& structure) {
        if (m_profile.storage == StorageFamily::Log) {
            const Figure& each = m_leaves("capacity.consumer_rows_per_s");
            const Figure& consumers = m_estimate.nodes.partitions;
            return Figure::derived("rows applied a second", consumers.value() * each.value(), Unit::PerSecond,
                                   "partitions, each with a consumer, × records of a consumer", {consumers, each});
        }
        const Figure write = rowWrite(structure);
        return Figure::derived("rows applied a second", m_free.value() / write.value(), Unit::PerSecond,
                               "servers free ÷ time to write a row", {m_free, write});
    }

    void addReplay(const Entity& entity) {
        if (!isLog(entity))
            return;
        for (std::size_t i = 0; i < m_estimate.structures.size(); ++i) {
            const Structure& structure = m_estimate.design.structures[i];
            const StructureEstimate& estimate = m_estimate.structures[i];
            if (structure.entity != entity.id || !structure.truth || structure.kind == StructureKind::Cache)
                continue;
            const Figure capacity = appliedPerSecond(structure);
            const Figure incoming = Figure::derived("rows that come in meanwhile", estimate.rowsPerDay.value() / 86400,
                                                    Unit::PerSecond, "rows a day ÷ 86,400", {estimate.rowsPerDay});
            const Figure rows = rowsInEngine(entity, estimate);
            const double spare = capacity.value() - incoming.value();
            const double seconds = spare > 0 ? rows.value() / spare : std::numeric_limits<double>::infinity();
            m_out.push_back({"replay", entity.name,
                             Figure::derived("replay of " + entity.name, seconds, Unit::Seconds,
                                             "rows ÷ (rows applied a second − rows that come in meanwhile)",
                                             {rows, capacity, incoming}),
                             spare > 0
                                 ? fmt::format("{} to apply", format(rows))
                                 : std::string("it never catches up: rows come in faster than they are applied")});
            addReplayOfTiers(entity, rows, capacity, incoming);
            return;
        }
    }

    /// What the engine keeps, where an age says how long; the rows of now where none does.
    static Figure rowsInEngine(const Entity& entity, const StructureEstimate& estimate) {
        const std::optional<double> days = entity.volume.daysInEngine();
        const double kept =
            days ? std::max(estimate.rows.value(), estimate.rowsPerDay.value() * *days) : estimate.rows.value();
        std::vector<Figure> working{estimate.rows, estimate.rowsPerDay};
        if (days)
            working.push_back(Figure::leaf("days in the engine", *days, Unit::None, Origin::User)
                                  .withPath(fmt::format("entity:{}/retention", entity.id.value)));
        return Figure::derived("rows to replay", kept, Unit::Rows,
                               days ? "rows a day × days in the engine, or the rows of now" : "rows of now",
                               std::move(working));
    }

    /// All that is kept, tiers too, when the curve ends.
    void addReplayOfTiers(const Entity& entity, const Figure& engine, const Figure& capacity, const Figure& incoming) {
        double rows = engine.value();
        std::vector<Figure> parts{engine};
        bool archived = false;
        for (const TierEstimate& tier : m_estimate.tiers)
            if (tier.entity == entity.id && tier.medium != TierMedium::Engine) {
                rows += tier.rows.value();
                parts.push_back(tier.rows);
                archived = archived || tier.medium == TierMedium::Archive;
            }
        if (parts.size() == 1)
            return;
        const double spare = capacity.value() - incoming.value();
        const Figure all =
            Figure::derived("rows to replay with those of the tiers", rows, Unit::Rows,
                            "rows in the engine + rows of each tier when the curve ends", std::move(parts));
        m_out.push_back(
            {"replay of all", entity.name,
             Figure::derived("replay of all of " + entity.name,
                             spare > 0 ? all.value() / spare : std::numeric_limits<double>::infinity(), Unit::Seconds,
                             "rows ÷ (rows applied a second − rows that come in meanwhile)", {all, capacity, incoming}),
             fmt::format("{} to apply, from the engine and its tiers{}", format(all),
                         archived ? "; the archive has to be restored before" : "")});
    }

    // --- tiers

    void addMoves() {
        const Figure& read = m_leaves("capacity.row_read_us");
        const Figure rate = copyRate();
        for (const TierEstimate& tier : m_estimate.tiers) {
            const Entity* entity = m_project.entities.find(tier.entity);
            if (!entity || tier.medium == TierMedium::Engine)
                continue;
            const bool fromEngine = &tier == m_estimate.tiers.data() || (&tier - 1)->medium == TierMedium::Engine;
            if (fromEngine)
                addMove(*entity, tier, read, rate);
            if (tier.medium == TierMedium::Archive)
                addRestore(*entity, tier, rate);
        }
    }

    /// The rows of a day, read beside the traffic and written out.
    void addMove(const Entity& entity, const TierEstimate& tier, const Figure& read, const Figure& rate) {
        const Figure& inflow = tier.rows.inputs().front();
        const double reading = inflow.value() * read.value() / m_free.value();
        const double writing = inflow.value() * tier.rowsKept.value() * tier.rowBytes.value() / rate.value();
        m_out.push_back({"move", fmt::format("{} → {}", entity.name, tier.name),
                         Figure::derived(fmt::format("move of a day of {} to {}", entity.name, tier.name),
                                         std::max(reading, writing), Unit::Seconds,
                                         "the longer of rows a day × time to read a row ÷ servers free, and their "
                                         "bytes there ÷ bytes copied a second",
                                         {inflow, read, m_free, tier.rowsKept, tier.rowBytes, rate}),
                         "every day, the rows that are old enough"});
    }

    void addRestore(const Entity& entity, const TierEstimate& tier, const Figure& rate) {
        const Figure wait = Figure::leaf(
            "time until an archive answers", kRestoreSeconds, Unit::Seconds, Origin::Default,
            "S3 Glacier Flexible Retrieval, standard retrieval: 3 to 5 hours, 5 taken "
            "(https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects-retrieval-options.html)");
        m_out.push_back({"restore", fmt::format("{} ← {}", entity.name, tier.name),
                         Figure::derived(fmt::format("restore of {} from {}", entity.name, tier.name),
                                         wait.value() + tier.bytes.value() / rate.value(), Unit::Seconds,
                                         "time until the archive answers + bytes there ÷ bytes copied a second",
                                         {wait, tier.bytes, rate}),
                         "all that is there when the curve ends; nothing is read before"});
    }

    static Figure copyRate() {
        return Figure::leaf("bytes copied a second", kCopyBytes, Unit::BytesPerSecond, Origin::Default,
                            "one gp3 volume without extra throughput: 125 MB/s");
    }

    void addCopies() {
        if (m_profile.storage == StorageFamily::Memory && m_estimate.storageNow.value() <= 0)
            return;
        const Figure rate = copyRate();
        const Figure onANode = Figure::derived(
            "bytes of a node", m_estimate.storageNow.value() / std::max(1.0, m_estimate.nodes.count.value()),
            Unit::Bytes, "bytes of all replicas ÷ nodes", {m_estimate.storageNow, m_estimate.nodes.count});
        m_out.push_back({"new replica", "",
                         Figure::derived("copy of a node", onANode.value() / kCopyBytes, Unit::Seconds,
                                         "bytes of a node ÷ bytes copied a second", {onANode, rate}),
                         "one disk writes what another reads"});
        m_out.push_back(
            {"reshard", "",
             Figure::derived("doubling the shards", onANode.value() / 2 / kCopyBytes, Unit::Seconds,
                             "half of the bytes of a node ÷ bytes copied a second; all nodes at the same time",
                             {onANode, rate}),
             fmt::format("{} move in all", format(m_estimate.storageNow.value() / 2, Unit::Bytes))});
    }

    void addResyncs() {
        for (const BoundaryRole& role : m_layout.boundaries) {
            const Boundary* boundary = m_project.boundaries.find(role.boundary);
            if (role.truth || !boundary)
                continue;
            std::vector<EntityId> entities;
            for (const Entity& entity : m_project.entities)
                if (entity.boundary == role.boundary)
                    entities.push_back(entity.id);
            if (const std::optional<Figure> seconds = resync(entities, boundary->name))
                m_out.push_back({"resync", boundary->name, *seconds,
                                 "a full copy of what it follows, as fast as its rows can be written beside the "
                                 "traffic"});
        }
    }

    // --- caches

    struct Stream {
        double rate;
        KeyWeights weights;
        double hit; ///< when warm
    };

    static double hits(const Stream& stream, double seconds) {
        double share = 0;
        for (const KeyWeights::Group& group : stream.weights.groups())
            share += group.keys * group.share * -std::expm1(-stream.rate * group.share * seconds);
        return std::min(share, stream.hit);
    }

    void addWarmUp() {
        if (!m_estimate.cache || m_profile.mapping == MappingFamily::Cache)
            return;
        std::vector<Stream> streams;
        std::vector<Figure> inputs;
        double rate = 0, warm = 0;
        for (const PatternEstimate& pattern : m_estimate.patterns) {
            const AccessPattern* source = m_project.patterns.find(pattern.pattern);
            if (!source || !(pattern.hitRatio.value() > 0) || !(pattern.peakQps.value() > 0))
                continue;
            const ColumnRef column = popularColumn(*source);
            const double keys = std::max(1.0, column.attribute ? m_cardinality.distinct(column.entity, column.attribute)
                                                               : m_cardinality.rows(source->entity));
            streams.push_back({pattern.peakQps.value(), popularityOf(*source, keys), pattern.hitRatio.value()});
            rate += pattern.peakQps.value();
            warm += pattern.peakQps.value() * pattern.hitRatio.value();
            inputs.push_back(pattern.peakQps.renamed("peak of " + pattern.name));
            inputs.push_back(pattern.hitRatio.renamed("hit ratio of " + pattern.name));
        }
        if (streams.empty())
            return;
        const auto all = [&](double seconds) {
            double sum = 0;
            for (const Stream& stream : streams)
                sum += stream.rate * hits(stream, seconds);
            return sum;
        };
        double low = 0, high = 1;
        while (all(high) < kWarm * warm && high < 1e9)
            high *= 2;
        for (int i = 0; i < 60; ++i) {
            const double middle = (low + high) / 2;
            (all(middle) < kWarm * warm ? low : high) = middle;
        }
        const double more = rate > warm ? rate / (rate - warm) : std::numeric_limits<double>::infinity();
        m_out.push_back(
            {"warm-up", "",
             Figure::derived("warm-up of the cache", high, Unit::Seconds,
                             "the time after which Σ share × (1 − e^(−rate × t)) is nine tenths of the final "
                             "hits, at the peak",
                             std::move(inputs)),
             fmt::format("the database gets {} at first, {} times as much as behind the warm cache",
                         format(rate, Unit::PerSecond), format(more, Unit::None))});
    }

    const Project& m_project;
    const EngineProfile& m_profile;
    const Layout& m_layout;
    const Estimate& m_estimate;
    ProfileLeaves m_leaves;
    Cardinality m_cardinality;
    Figure m_free;
    std::vector<Duration> m_out;
};

} // namespace

std::optional<Figure> resyncTime(const Project& project, const EngineProfile& profile, const Layout& layout,
                                 const Estimate& estimate, const std::vector<EntityId>& entities,
                                 const std::string& of) {
    return Durations(estimate.subject(project), profile, layout, estimate).resync(entities, of);
}

std::vector<Duration> durationsOf(const Project& project, const EngineProfile& profile, const Layout& layout,
                                  const Estimate& estimate) {
    std::vector<Duration> out = Durations(estimate.subject(project), profile, layout, estimate).run();
    relabelKept(estimate, project, [&](const auto& each) {
        for (Duration& one : out)
            each(one.seconds);
    });
    return out;
}

} // namespace shardscape::estimator
