// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/copies/fan_out.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "estimator/copies/relabel.h"
#include "estimator/figure/leaves.h"
#include "model/physical/copies.h"
#include "model/physical/fan_out_spread.h"
#include "model/physical/key_query.h"

namespace shardscape::estimator {

using namespace model;

const char* name(FanOutChoice choice) {
    switch (choice) {
    case FanOutChoice::OnWrite: return "on write";
    case FanOutChoice::OnRead: return "on read";
    case FanOutChoice::Hybrid: return "hybrid";
    }
    return "on write";
}

Figure serversBesideTraffic(ProfileLeaves& leaves, const Estimate& estimate) {
    constexpr double kLeastShare = 0.05;
    const Figure& servers = leaves("capacity.servers_per_node_count");
    const Figure& busy = leaves("capacity.max_utilisation_ratio");
    const double share = std::max(kLeastShare, busy.value() - estimate.meanUtilisation.value());
    return Figure::derived(
        "servers free beside the traffic", estimate.nodes.count.value() * servers.value() * share, Unit::None,
        "nodes × servers of a node × (how busy they may be − how busy they are), at least a twentieth of all",
        {estimate.nodes.count, servers, busy, estimate.meanUtilisation});
}

Figure timeToWriteARow(ProfileLeaves& leaves, const Estimate& estimate, double indexes) {
    const Figure& row = leaves("capacity.row_write_us");
    const Figure& index = leaves("capacity.index_write_us");
    const bool managed = leaves.profile().replication == Replication::Managed;
    const double copies = managed ? 1 : estimate.design.placement.replicas;
    const Figure count = Figure::leaf("indexes", indexes, Unit::None, Origin::Default, "as the design has them");
    const Figure replicas = Figure::leaf("replicas", copies, Unit::None, Origin::Default, "as placed");
    return Figure::derived("time to write a row", (row.value() + indexes * index.value()) * copies, Unit::Seconds,
                           "(a row + indexes × an index entry) × replicas", {row, index, count, replicas});
}

namespace {

constexpr double kAssumedBound = 5;    ///< s until a follower notices that something is missing: our own
constexpr double kAssumedCacheTtl = 5; ///< s that a cached list may be old where nothing says so: our own

/// Where one item goes to many.
struct Site {
    const Relationship* relationship = nullptr; ///< of the link; may be null
    const Entity* link = nullptr;               ///< parent and follower: follows
    std::vector<AttributeId> parentColumns;     ///< of the link
    std::vector<AttributeId> readerColumns;     ///< of the link
    const AccessPattern* writer = nullptr;
    std::vector<const AccessPattern*> readers;
    double items = 0; ///< a second
    double page = 50;
    double indexes = 1;   ///< of the copy
    double followers = 1; ///< mean
    bool copied = true;
    std::string item;
};

Figure rateOf(const AccessPattern& pattern) {
    return Figure::leaf("rate of " + pattern.name, pattern.rate.average.value, Unit::PerSecond, Origin::User)
        .withPath(fmt::format("pattern:{}/rate", pattern.id.value));
}

class FanOuts {
public:
    FanOuts(const Project& project, const EngineProfile& profile, const Layout& layout, const Estimate& estimate)
        : m_project(project)
        , m_profile(profile)
        , m_layout(layout)
        , m_estimate(estimate)
        , m_leaves(profile)
        , m_cardinality(project) {}

    std::vector<FanOutReport> run() {
        std::vector<FanOutReport> out;
        for (const AccessPattern& pattern : m_project.patterns) {
            if (!(pattern.rate.average.value > 0))
                continue;
            const auto site = insertsFromQuery(pattern) ? filled(pattern)
                              : !isWrite(pattern.verb)  ? gathered(pattern)
                                                        : std::nullopt;
            if (site)
                out.push_back(reportOf(*site));
        }
        return out;
    }

private:
    const Relationship* relationshipOf(EntityId child, const std::vector<AttributeId>& columns) const {
        for (const Relationship* up : m_cardinality.parentsOf(child))
            if (up->childAttributes == columns)
                return up;
        return nullptr;
    }

    /// Key columns of the link that are not the parent's: whose followers they are.
    static std::vector<AttributeId> others(const Entity& link, const std::vector<AttributeId>& columns) {
        std::vector<AttributeId> out;
        if (const Key* primary = link.primaryKey())
            for (AttributeId id : primary->attributes)
                if (!holds(columns, id))
                    out.push_back(id);
        return out;
    }

    double indexesOf(EntityId entity) const {
        for (const Structure& structure : m_estimate.design.structures)
            if (structure.entity == entity && structure.kind != StructureKind::Cache)
                return static_cast<double>(std::count_if(structure.indexes.begin(), structure.indexes.end(),
                                                         [](const StructureIndex& index) { return !index.clustered; }));
        return m_profile.mapping == MappingFamily::Relational ? 1 : 0;
    }

    /// INSERT INTO timelines … SELECT … FROM follows WHERE followee_id = $1
    std::optional<Site> filled(const AccessPattern& pattern) const {
        const Query query = queryOf(m_cardinality, pattern);
        if (query.reads.size() != 1 || !(query.matching > 1))
            return std::nullopt;
        const EntityRead& read = query.reads.front();
        Site site;
        site.link = read.entity;
        site.parentColumns = read.fixed();
        site.relationship = relationshipOf(read.entity->id, site.parentColumns);
        site.readerColumns = others(*read.entity, site.parentColumns);
        site.writer = &pattern;
        site.items = pattern.rate.average.value;
        site.followers = query.matching;
        site.indexes = indexesOf(pattern.entity);
        site.item = pattern.name;
        for (const AccessPattern& reader : m_project.patterns)
            if (!isWrite(reader.verb) && reader.entity == pattern.entity && reader.rate.average.value > 0)
                site.readers.push_back(&reader);
        if (site.parentColumns.empty() || site.readers.empty())
            return std::nullopt;
        site.page = queryOf(m_cardinality, *site.readers.front()).limit.value_or(kDefaultPageRows);
        return site;
    }

    /// SELECT … FROM follows JOIN posts ON author_id = followee_id WHERE follower_id = $1
    std::optional<Site> gathered(const AccessPattern& pattern) const {
        const Query query = queryOf(m_cardinality, pattern);
        const KeyQuery key = keyQueryOf(m_cardinality, query);
        if (!key.multiplies || key.equal.empty())
            return std::nullopt;
        Structure shape;
        shape.entity = key.row;
        shape.entities = key.entities;
        shape.joins = key.joins;
        for (const CopyHop& hop : copyHops(m_cardinality, shape, key.row)) {
            if (!(hop.rows > 1))
                continue;
            Site site;
            site.link = m_project.entities.find(hop.entity);
            for (const ColumnRef& column : hop.columns)
                site.parentColumns.push_back(column.attribute);
            site.relationship = relationshipOf(hop.entity, site.parentColumns);
            for (const ColumnRef& column : key.equal)
                if (column.entity == hop.entity)
                    site.readerColumns.push_back(column.attribute);
            site.followers = hop.rows;
            site.readers = {&pattern};
            site.page = query.limit.value_or(kDefaultPageRows);
            site.copied = false;
            site.item = m_project.entities.find(key.row)->name;
            for (const AccessPattern& write : m_project.patterns)
                if (isInsert(write.verb) && write.entity == key.row && write.rate.average.value > 0) {
                    site.writer = &write;
                    site.items += write.rate.average.value * std::max(1.0, write.rowsWritten);
                }
            site.indexes = m_profile.mapping == MappingFamily::Relational ? 1 : 0;
            return site.writer && !site.readerColumns.empty() ? std::optional(site) : std::nullopt;
        }
        return std::nullopt;
    }

    Figure boundOf(const Site& site) const {
        const AccessPattern& reader = *site.readers.front();
        if (site.copied && site.writer->p99Seconds)
            return Figure::leaf("time that a fan-out may take", *site.writer->p99Seconds, Unit::Seconds, Origin::User)
                .withPath(fmt::format("pattern:{}/p99", site.writer->id.value));
        if (reader.consistency.kind == ConsistencyKind::Bounded && reader.consistency.boundSeconds > 0)
            return Figure::leaf("time that a fan-out may take", reader.consistency.boundSeconds, Unit::Seconds,
                                Origin::User)
                .withPath(fmt::format("pattern:{}/consistency", reader.id.value));
        return Figure::leaf("time that a fan-out may take", kAssumedBound, Unit::Seconds, Origin::Default,
                            "nothing says how old an answer may be: five seconds");
    }

    FanOutReport reportOf(const Site& site) {
        FanOutReport out;
        const Entity& link = *site.link;
        std::string columns;
        for (AttributeId id : site.parentColumns)
            columns += (columns.empty() ? "" : ", ") + link.find(id)->name;
        out.name = fmt::format("{}.{}", m_project.displayName(link), columns);
        out.relationship = site.relationship ? site.relationship->id : RelationshipId{};
        out.writer = site.writer->id;
        out.reader = site.readers.front()->id;
        out.item = site.item;
        out.copied = site.copied;
        const FanOut stated = site.relationship ? site.relationship->fanOut : FanOut{{}, {}, FanOutShape::Fixed, 0};
        const FanOutSpread spread(stated, site.followers, m_cardinality.rows(link.id));
        const std::string path =
            site.relationship ? fmt::format("relationship:{}/fan_out", site.relationship->id.value) : std::string();
        out.mean = stated.mean
                       ? Figure::leaf("followers of a parent", spread.mean(), Unit::None, Origin::User).withPath(path)
                       : Figure::leaf("followers of a parent", spread.mean(), Unit::None, Origin::Default,
                                      "rows of the link ÷ different parents");
        out.largest =
            stated.maximum
                ? Figure::leaf("followers of the largest", spread.highest(), Unit::None, Origin::User).withPath(path)
                : Figure::leaf("followers of the largest", spread.highest(), Unit::None, Origin::Default,
                               stated.shape == FanOutShape::Fixed ? "all parents are taken to be alike"
                                                                  : "as many as there are: no maximum is stated");
        out.items = site.copied
                        ? rateOf(*site.writer).renamed("items a second")
                        : Figure::derived("items a second", site.items, Unit::PerSecond,
                                          "Σ rate × rows of the patterns that write them", {rateOf(*site.writer)});
        double reads = 0;
        std::vector<Figure> readers;
        for (const AccessPattern* reader : site.readers) {
            reads += reader->rate.average.value;
            readers.push_back(rateOf(*reader));
        }
        out.reads = Figure::derived("reads a second", reads, Unit::PerSecond, "Σ rate of the patterns that read them",
                                    std::move(readers));
        const double followed = m_cardinality.rowsPerValue(link.id, site.readerColumns);
        const Relationship* back = relationshipOf(link.id, site.readerColumns);
        out.followed = back && back->fanOut.mean
                           ? Figure::leaf("parents that a reader follows", followed, Unit::None, Origin::User)
                                 .withPath(fmt::format("relationship:{}/fan_out", back->id.value))
                           : Figure::leaf("parents that a reader follows", followed, Unit::None, Origin::Default,
                                          "rows of the link ÷ different readers");
        m_free = serversBesideTraffic(m_leaves, m_estimate);
        m_write = timeToWriteARow(m_leaves, m_estimate, site.indexes);
        out.applied = Figure::derived("rows copied a second", m_free.value() / std::max(1e-12, m_write.value()),
                                      Unit::PerSecond, "servers free ÷ time to write a row", {m_free, m_write});
        out.bound = boundOf(site);
        out.timeThreshold =
            Figure::derived("followers that can be served in time", out.bound.value() * out.applied.value(), Unit::None,
                            "time that a fan-out may take × rows copied a second", {out.bound, out.applied});
        m_ask = askFigure(site);
        m_page = pageFigure(site);
        out.workThreshold = workThreshold(site, out);
        const double least = std::min(out.timeThreshold.value(),
                                      out.workThreshold ? out.workThreshold->value() : out.timeThreshold.value());
        std::vector<Figure> bounds{out.timeThreshold, out.largest};
        if (out.workThreshold)
            bounds.push_back(*out.workThreshold);
        out.threshold = Figure::derived("celebrity threshold", std::min(out.largest.value(), least), Unit::None,
                                        out.workThreshold
                                            ? "the smallest of: what can be served in time, where asking is less work, "
                                              "the largest"
                                            : "the smaller of what can be served in time and the largest",
                                        std::move(bounds));
        out.serially =
            Figure::derived("the largest, one row after another", out.largest.value() * m_write.value(), Unit::Seconds,
                            "followers of the largest × time to write a row", {out.largest, m_write});
        for (const FanOutChoice choice : {FanOutChoice::OnWrite, FanOutChoice::OnRead, FanOutChoice::Hybrid})
            out.loads.push_back(loadOf(choice, out, spread));
        choose(out);
        return out;
    }

    /// The newest items of one parent. Engines of keys ask its partition; a statement of a relational engine probes an
    /// index for it, at each shard that one of the parents followed lies on.
    Figure askFigure(const Site& site) {
        const double followed = std::max(1.0, m_cardinality.rowsPerValue(site.link->id, site.readerColumns));
        const double rows = 1 + site.page / followed;
        const Figure each =
            Figure::leaf("rows of each parent", rows, Unit::Rows, Origin::Default, "one, and its part of the page");
        const Figure& request = m_leaves("capacity.point_read_us");
        if (m_profile.mapping != MappingFamily::Relational) {
            const Figure& row = m_leaves("capacity.row_read_us");
            return Figure::derived("time to ask one parent", request.value() + rows * row.value(), Unit::Seconds,
                                   "a point read + its rows × time of a row", {request, each, row});
        }
        const Figure& row = m_leaves("capacity.row_fetch_us");
        const Figure& shards = m_estimate.nodes.partitions;
        const double all = std::max(1.0, shards.value());
        const double asked = all > 1 ? all * (1 - std::pow(1 - 1 / all, followed)) : 0;
        const Figure share = Figure::derived(
            "requests to shards for each parent", asked / followed, Unit::None,
            "shards × (1 − (1 − 1 ÷ shards)^parents followed) ÷ parents followed; none on one shard", {shards});
        return Figure::derived(
            "time to ask one parent", (1 + rows) * row.value() + share.value() * request.value(), Unit::Seconds,
            "(a probe + its rows) × time of a row + requests to shards × a point read", {each, row, share, request});
    }

    Figure pageFigure(const Site& site) {
        const Figure rows = Figure::leaf("rows of a page", site.page, Unit::Rows, Origin::User);
        const Figure& start = m_leaves("capacity.point_read_us");
        const Figure& row = m_leaves("capacity.row_read_us");
        return Figure::derived("time to read a page of the copy", start.value() + site.page * row.value(),
                               Unit::Seconds, "a point read + rows × time of a row", {start, rows, row});
    }

    /// Only a cache makes it depend on the number of followers; see the header.
    std::optional<Figure> workThreshold(const Site& site, const FanOutReport& report) {
        if (!m_layout.cache || !m_profile.find("cache.capacity.point_read_us"))
            return std::nullopt;
        const Figure& lookUp = m_leaves("cache.capacity.point_read_us");
        const double ttl = m_layout.cacheTtlSeconds.value_or(kAssumedCacheTtl);
        const Figure lives = m_layout.cacheTtlSeconds
                                 ? Figure::leaf("time that an entry lives", ttl, Unit::Seconds, Origin::User)
                                       .withPath(fmt::format("layout:{}/cache_ttl", m_layout.id.value))
                                 : Figure::leaf("time that an entry lives", ttl, Unit::Seconds, Origin::Default,
                                                "no time to live is stated: five seconds");
        const double link = std::max(1.0, m_cardinality.rows(site.link->id));
        const Figure readers = Figure::derived("readers", link / std::max(1e-9, report.followed.value()), Unit::Rows,
                                               "rows of the link ÷ parents that a reader follows", {report.followed});
        const Figure parents = Figure::derived("parents", link / std::max(1e-9, report.mean.value()), Unit::Rows,
                                               "rows of the link ÷ followers of a parent", {report.mean});
        const double a = report.reads.value() / readers.value();
        const double b = report.items.value() / parents.value();
        const double spared = b * m_write.value() - a * lookUp.value();
        if (!(spared > 0) || !(a > 0))
            return std::nullopt;
        const double followers = std::max(0.0, (a * m_ask.value() / spared - 1) / (a * ttl));
        return Figure::derived("followers from which asking is less work", followers, Unit::None,
                               "(a × time to ask ÷ (b × time to write − a × look-up) − 1) ÷ (a × time an entry lives), "
                               "a = reads ÷ readers, "
                               "b = items ÷ parents",
                               {report.reads, readers, report.items, parents, m_ask, m_write, lookUp, lives});
    }

    FanOutLoad loadOf(FanOutChoice choice, const FanOutReport& report, const FanOutSpread& spread) const {
        FanOutLoad out;
        out.choice = choice;
        const double above = choice == FanOutChoice::OnWrite  ? 0
                             : choice == FanOutChoice::OnRead ? 1
                                                              : spread.childrenAbove(report.threshold.value());
        const Figure asked = Figure::derived(
            "share of the follower pairs that is asked for", above, Unit::Ratio,
            choice == FanOutChoice::Hybrid ? "those of parents above the threshold, by the shape of the fan-out"
                                           : "none on write, all on read",
            choice == FanOutChoice::Hybrid ? std::vector<Figure>{report.threshold, report.mean, report.largest}
                                           : std::vector<Figure>{});
        out.rowsWritten = Figure::derived(
            "rows copied a second", report.items.value() * report.mean.value() * (1 - above), Unit::PerSecond,
            "items × followers × (1 − share asked for)", {report.items, report.mean, asked});
        out.parentsAsked = Figure::derived(
            "parents asked a second", report.reads.value() * report.followed.value() * above, Unit::PerSecond,
            "reads × parents followed × share asked for", {report.reads, report.followed, asked});
        out.writeServers =
            Figure::derived("servers busy with copying", out.rowsWritten.value() * m_write.value(), Unit::None,
                            "rows copied a second × time to write a row", {out.rowsWritten, m_write});
        const double pages = choice == FanOutChoice::OnRead ? 0 : report.reads.value();
        out.readServers = Figure::derived(
            "servers busy with reading", pages * m_page.value() + out.parentsAsked.value() * m_ask.value(), Unit::None,
            choice == FanOutChoice::OnRead ? "parents asked × time to ask one"
                                           : "reads × time to read a page + parents asked × time to ask one",
            {report.reads, m_page, out.parentsAsked, m_ask});
        out.servers = Figure::derived("servers busy", out.writeServers.value() + out.readServers.value(), Unit::None,
                                      "copying + reading", {out.writeServers, out.readServers});
        const Figure& most = choice == FanOutChoice::Hybrid ? report.threshold : report.largest;
        out.longestFanOut =
            choice == FanOutChoice::OnRead
                ? Figure::leaf("longest fan-out", 0, Unit::Seconds, Origin::Default, "nothing is copied")
                : Figure::derived("longest fan-out", most.value() / report.applied.value(), Unit::Seconds,
                                  "followers of the largest that is copied ÷ rows copied a second",
                                  {most, report.applied});
        out.served = out.longestFanOut.value() <= report.bound.value() * (1 + 1e-9);
        return out;
    }

    static void choose(FanOutReport& report) {
        const FanOutLoad* best = nullptr;
        for (const FanOutLoad& load : report.loads)
            if (load.served && (!best || load.servers.value() < best->servers.value()))
                best = &load;
        report.best = best ? best->choice : FanOutChoice::OnRead;
        const FanOutLoad& write = report.loads[0];
        const FanOutLoad& read = report.loads[1];
        const FanOutLoad& hybrid = report.loads[2];
        report.verdict =
            fmt::format("On write: {} rows a second, and an item of the largest takes {}. On read: {} parents asked a "
                        "second. Least "
                        "work within {} is fan-out {}: {} servers busy; on write {}, on read {}.",
                        format(write.rowsWritten.value(), Unit::None), format(write.longestFanOut),
                        format(read.parentsAsked.value(), Unit::None), format(report.bound), name(report.best),
                        format(report.loads[static_cast<std::size_t>(report.best)].servers), format(write.servers),
                        format(read.servers));
        if (report.threshold.value() < report.largest.value())
            report.verdict +=
                fmt::format(" Above {} followers items are better read when asked: {:.3g} % of the follower pairs.",
                            format(report.threshold),
                            100 * (1 - hybrid.rowsWritten.value() / std::max(1e-300, write.rowsWritten.value())));
    }

    const Project& m_project;
    const EngineProfile& m_profile;
    const Layout& m_layout;
    const Estimate& m_estimate;
    ProfileLeaves m_leaves;
    Cardinality m_cardinality;
    Figure m_free, m_write, m_ask, m_page;
};

} // namespace

std::vector<FanOutReport> fanOutReports(const Project& project, const EngineProfile& profile, const Layout& layout,
                                        const Estimate& estimate) {
    std::vector<FanOutReport> out = FanOuts(estimate.subject(project), profile, layout, estimate).run();
    relabelKept(estimate, project, [&](const auto& each) {
        for (FanOutReport& one : out) {
            for (Figure* figure : {&one.mean, &one.largest, &one.items, &one.reads, &one.followed, &one.applied,
                                   &one.bound, &one.timeThreshold, &one.threshold, &one.serially})
                each(*figure);
            if (one.workThreshold)
                each(*one.workThreshold);
            for (FanOutLoad& load : one.loads)
                for (Figure* figure : {&load.rowsWritten, &load.parentsAsked, &load.writeServers, &load.readServers,
                                       &load.servers, &load.longestFanOut})
                    each(*figure);
        }
    });
    return out;
}

} // namespace shardscape::estimator
