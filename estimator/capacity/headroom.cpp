// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/capacity/headroom.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "estimator/copies/relabel.h"
#include "estimator/demand/request_units.h"
#include "estimator/growth/growth.h"
#include "estimator/latency/service.h"
#include "estimator/size/largest_partition.h"
#include "model/base/units.h"

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kDaysOfAMonth = 365.0 / 12;
constexpr double kNear = 0.1; ///< of a limit

const NodeConstraint* find(const Estimate& estimate, const std::string& name) {
    for (const NodeConstraint& constraint : estimate.nodes.constraints)
        if (constraint.name == name)
            return &constraint;
    return nullptr;
}

class Calendar {
public:
    Calendar(const Project& project, const EngineProfile& profile, const Layout& layout, const Estimate& now,
             const HeadroomOptions& options, std::stop_token stop)
        : m_given(project)
        , m_project(now.subject(project))
        , m_profile(profile)
        , m_layout(layout)
        , m_now(now)
        , m_options(options)
        , m_trafficGrowth(options.trafficGrowthPerMonth.value_or(project.requirements.trafficGrowthPerMonth))
        , m_stop(std::move(stop))
        , m_cardinality(m_project)
        , m_growth(m_cardinality) {
        m_layout.nodes = static_cast<int>(std::max(1.0, now.nodes.count.value()));
    }

    Result<std::vector<Headroom>> run() {
        if (m_profile.replication == Replication::Managed)
            addHottestKeys();
        else
            for (const NodeConstraint& constraint : m_now.nodes.constraints)
                if (constraint.name != "availability")
                    addConstraint(constraint);
        for (std::size_t i = 0; i < m_now.structures.size(); ++i)
            addStructure(i);
        addKeys();
        addIds();
        if (m_error)
            return fail(*m_error);
        std::stable_sort(m_out.begin(), m_out.end(), [](const Headroom& a, const Headroom& b) {
            constexpr int kNever = 1 << 20;
            const int left = a.reachedMonth.value_or(kNever), right = b.reachedMonth.value_or(kNever);
            return left != right ? left < right : a.left.value() < b.left.value();
        });
        return std::move(m_out);
    }

private:
    /// The estimate in so many months on the nodes of now; nullptr after a failure.
    const Estimate* at(int month) {
        if (m_error)
            return nullptr;
        if (const auto known = m_estimates.find(month); known != m_estimates.end())
            return &known->second;
        auto then =
            estimate(projectInMonths(m_given, month, m_trafficGrowth), m_profile, m_layout, {.months = 0}, m_stop);
        if (!then) {
            m_error = then.error();
            return nullptr;
        }
        return &m_estimates.emplace(month, std::move(*then)).first->second;
    }

    /// The first month of the horizon in which "exceeds" holds.
    std::optional<int> firstMonth(const std::function<bool(int)>& exceeds) {
        if (exceeds(0))
            return 0;
        int before = 0, after = std::max(1, m_options.horizonMonths);
        if (!exceeds(after))
            return std::nullopt;
        while (after - before > 1) {
            const int middle = (before + after) / 2;
            (exceeds(middle) ? after : before) = middle;
        }
        return after;
    }

    /// Limits that are far off and not reached within the horizon are not worth a line.
    void addIfNear(std::string name, Figure limit, Figure used, std::optional<int> reached) {
        if (reached || used.value() > kNear * limit.value())
            add(std::move(name), std::move(limit), std::move(used), reached);
    }

    void add(std::string name, Figure limit, Figure used, std::optional<int> reached) {
        const double share = limit.value() > 0 ? 1 - used.value() / limit.value() : 0;
        Figure left = Figure::derived("headroom of " + name, share, Unit::Percent, "1 − used ÷ limit", {used, limit});
        m_out.push_back({std::move(name), std::move(limit), std::move(used), std::move(left), reached});
    }

    static bool above(double used, double limit) { return used > limit * (1 + 1e-9); }

    void addConstraint(const NodeConstraint& constraint) {
        const double groups = std::max(1.0, std::floor(m_now.nodes.count.value() / constraint.together));
        std::vector<Figure> inputs{m_now.nodes.count, constraint.roomOfANode};
        if (constraint.together > 1)
            inputs.push_back(Figure::leaf("nodes that hold the same", constraint.together, Unit::Nodes, Origin::Default,
                                          "the replicas of a shard"));
        const Figure limit = Figure::derived(
            "limit of " + constraint.name, groups * constraint.roomOfANode.value(), constraint.roomOfANode.unit(),
            constraint.together > 1 ? "⌊nodes ÷ nodes that hold the same⌋ × room of a node" : "nodes × room of a node",
            std::move(inputs));
        add(constraint.name, limit, constraint.used, firstMonth([&](int month) {
                const NodeConstraint* then = &constraint;
                if (month > 0) {
                    const Estimate* estimate = at(month);
                    then = estimate ? find(*estimate, constraint.name) : nullptr;
                }
                return then && above(then->used.value(), limit.value());
            }));
    }

    /// A service splits partitions by itself, but never the items of one key.
    void addHottestKeys() {
        struct Load {
            double reads = 0, writes = 0;
            std::vector<Figure> working;
        };
        std::map<std::pair<EntityId, AttributeId>, Load> loads;
        for (const PatternEstimate& pattern : m_now.patterns) {
            const AccessPattern* source = m_project.patterns.find(pattern.pattern);
            const ColumnRef column = source ? popularColumn(*source) : ColumnRef{};
            if (!column.attribute || !(pattern.peakQps.value() > 0))
                continue;
            const double keys = std::max(1.0, m_cardinality.distinct(column.entity, column.attribute));
            const Figure share = Figure::leaf("hottest key of " + pattern.name, popularityOf(*source, keys).hottest(),
                                              Unit::Percent, Origin::User, "from the popularity of its keys")
                                     .withPath(fmt::format("pattern:{}/popularity", source->id.value));
            // Of what a request does, only the steps that this column routes reach its partition.
            Plan routed = pattern.plan;
            std::erase_if(routed.steps, [&](const PlanStep& step) {
                return step.routedBy.size() != 1 || step.routedBy.front() != column;
            });
            const RequestUnits units = requestUnits(routed, *source, m_profile, m_now.design, m_now.structures);
            Load& load = loads[{column.entity, column.attribute}];
            load.reads += pattern.databaseQps.value() * share.value() * units.reads;
            load.writes += pattern.peakQps.value() * share.value() * units.writes;
            load.working.push_back(pattern.peakQps.renamed("peak of " + pattern.name));
            load.working.push_back(share);
        }
        for (const auto& [place, load] : loads) {
            const std::string of = m_project.describe({place.first, place.second});
            addHottestKey("reads of the hottest " + of, "limits.partition_read_units_per_s", load.reads, load.working);
            addHottestKey("writes of the hottest " + of, "limits.partition_write_units_per_s", load.writes,
                          load.working);
        }
    }

    void addHottestKey(const std::string& name, const char* key, double units, const std::vector<Figure>& working) {
        if (!(units > 0) || !m_profile.find(key))
            return;
        const Constant& constant = m_profile.constant(key);
        const Figure limit = Figure::leaf("request units of a partition", constant.value, Unit::PerSecond,
                                          Origin::Profile, constant.source);
        add(name, limit,
            Figure::derived("request units of the hottest key", units, Unit::PerSecond,
                            "Σ peak × share of its hottest key × units of a request", working),
            firstMonth([&](int month) { return above(units * std::pow(1 + m_trafficGrowth, month), limit.value()); }));
    }

    double rowsFactor(EntityId entity, int month) const {
        const double now = m_growth.rows(entity, 0);
        return now > 0 ? m_growth.rows(entity, month * kDaysOfAMonth) / now : 1;
    }

    Figure limitFigure(const char* key, const char* name) const {
        const Constant& constant = m_profile.constant(key);
        return Figure::leaf(name, constant.value, Unit::Bytes, Origin::Profile, constant.source);
    }

    void addStructure(std::size_t i) {
        const StructureEstimate& estimate = m_now.structures[i];
        const Structure& structure = m_now.design.structures[i];
        if (structure.kind == StructureKind::Cache || !(estimate.tableBytes.value() > 0))
            return;
        if (m_profile.find("limits.table_bytes") && structure.partitionKey.empty()) {
            const Figure limit = limitFigure("limits.table_bytes", "largest table");
            addIfNear("table " + estimate.name, limit, estimate.tableBytes, firstMonth([&](int month) {
                          return above(estimate.tableBytes.value() * rowsFactor(structure.entity, month),
                                       limit.value());
                      }));
        }
        if (!m_profile.find("limits.partition_advised_bytes") || structure.partitionKey.empty())
            return;
        const LargestPartition largest = largestPartition(m_cardinality, m_profile, structure, estimate);
        const Figure limit = limitFigure("limits.partition_advised_bytes", "advised size of a partition");
        addIfNear("largest partition of " + estimate.name, limit, largest.bytes, firstMonth([&](int month) {
                      const double factor = largest.grows ? rowsFactor(structure.entity, month) : 1;
                      return above(largest.bytes.value() * factor, limit.value());
                  }));
    }

    void addKeys() {
        const auto most = m_profile.find("limits.keys_count");
        if (!most || m_profile.storage != StorageFamily::Memory)
            return;
        const auto keys = [&](int month) {
            double sum = 0;
            for (const StructureEstimate& structure : m_now.structures)
                sum += structure.rows.value() * rowsFactor(structure.entity, month);
            return sum;
        };
        std::vector<Figure> rows;
        for (const StructureEstimate& structure : m_now.structures)
            rows.push_back(structure.rows);
        const double limit = *most * std::max(1.0, m_now.nodes.partitions.value());
        addIfNear(
            "keys",
            Figure::derived("keys of all shards", limit, Unit::None, "most keys of an instance × shards",
                            {Figure::leaf("most keys of an instance", *most, Unit::None, Origin::Profile,
                                          m_profile.constant("limits.keys_count").source),
                             m_now.nodes.partitions}),
            Figure::derived("keys", keys(0), Unit::None, "rows of all structures, a key each at most", std::move(rows)),
            firstMonth([&](int month) { return above(keys(month), limit); }));
    }

    /// Ids that a database hands out are used up by every row that was ever inserted, also by deleted ones.
    void addIds() {
        for (const Entity& entity : m_project.entities)
            for (const Attribute& attribute : entity.attributes) {
                const bool small = attribute.type.kind == TypeKind::Int32 || attribute.type.kind == TypeKind::Int16;
                if (!small || attribute.generator != Generator::AutoIncrement)
                    continue;
                const double limit = attribute.type.kind == TypeKind::Int32 ? 2147483647.0 : 32767.0;
                const double rows = m_cardinality.rows(entity.id);
                const double perDay = m_growth.inflow(entity.id).value();
                const double rate = std::max(0.0, entity.volume.growthRatePerDay);
                const auto given = [&](int month) {
                    const double days = month * kDaysOfAMonth;
                    const double factor = std::pow(1 + rate, days);
                    return rate > 0 ? rows * factor + perDay * (factor - 1) / std::log1p(rate) : rows + perDay * days;
                };
                addIfNear("ids of " + entity.name + "." + attribute.name,
                          Figure::leaf("largest id", limit, Unit::None, Origin::Default,
                                       attribute.type.kind == TypeKind::Int32 ? "2^31 − 1: four bytes with a sign"
                                                                              : "2^15 − 1: two bytes with a sign"),
                          Figure::leaf("ids handed out", rows, Unit::None, Origin::Default,
                                       "at least as many as there are rows")
                              .withPath(fmt::format("entity:{}/rows", entity.id.value)),
                          firstMonth([&](int month) { return above(given(month), limit); }));
            }
    }

    const Project& m_given;   ///< what grows; the copies that are kept follow from it
    const Project& m_project; ///< with them
    const EngineProfile& m_profile;
    Layout m_layout;
    const Estimate& m_now;
    HeadroomOptions m_options;
    double m_trafficGrowth;
    std::stop_token m_stop;
    Cardinality m_cardinality;
    Growth m_growth;
    std::map<int, Estimate> m_estimates;
    std::optional<Error> m_error;
    std::vector<Headroom> m_out;
};

} // namespace

Project projectInMonths(const Project& project, double months, double trafficGrowthPerMonth) {
    Project then = project;
    const Cardinality cardinality(project);
    const Growth growth(cardinality);
    for (const Entity& entity : project.entities) {
        const double rows = growth.rows(entity.id, months * kDaysOfAMonth);
        if (rows == cardinality.rows(entity.id) && entity.volume.rows)
            continue;
        Entity grown = entity;
        grown.volume.rows = Rows{static_cast<decltype(Rows::value)>(std::llround(std::min(rows, 9e18)))};
        then.entities.set(std::move(grown));
    }
    const double traffic = std::pow(1 + trafficGrowthPerMonth, months);
    if (traffic != 1)
        for (const AccessPattern& pattern : project.patterns) {
            AccessPattern grown = pattern;
            grown.rate.average.value *= traffic;
            if (grown.rate.peak)
                grown.rate.peak->value *= traffic;
            then.patterns.set(std::move(grown));
        }
    return then;
}

Result<std::vector<Headroom>> headroomOf(const Project& project, const EngineProfile& profile, const Layout& layout,
                                         const Estimate& now, const HeadroomOptions& options, std::stop_token stop) {
    auto out = Calendar(project, profile, layout, now, options, std::move(stop)).run();
    if (out)
        relabelKept(now, project, [&](const auto& each) {
            for (Headroom& one : *out)
                for (Figure* figure : {&one.limit, &one.used, &one.left})
                    each(*figure);
        });
    return out;
}

} // namespace shardscape::estimator
