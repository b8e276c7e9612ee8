// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/copies/kept.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "estimator/copies/fan_out.h"
#include "estimator/copies/measured.h"
#include "estimator/copies/relabel.h"
#include "estimator/figure/leaves.h"
#include "model/physical/cardinality.h"

namespace shardscape::estimator {

using namespace model;

namespace {

double indexesOf(const DerivedCopy& copy, const Estimate& numbers) {
    const Structure* structure = numbers.design.find(copy.name);
    return structure ? static_cast<double>(std::count_if(structure->indexes.begin(), structure->indexes.end(),
                                                         [](const StructureIndex& i) { return !i.clustered; }))
                     : 0;
}

const StructureEstimate* structureOf(const Estimate& estimate, EntityId entity) {
    const auto at = std::find_if(estimate.structures.begin(), estimate.structures.end(),
                                 [&](const StructureEstimate& one) { return one.entity == entity; });
    return at == estimate.structures.end() ? nullptr : &*at;
}

class Charged {
public:
    Charged(const Project& project, const EngineProfile& profile, const Estimate& estimate)
        : m_project(project)
        , m_subject(estimate.subject(project))
        , m_profile(profile)
        , m_estimate(estimate)
        , m_cardinality(m_subject)
        , m_given(project)
        , m_measured(m_subject, profile, estimate)
        , m_leaves(profile) {}

    KeptCopy of(const DerivedCopy& copy) {
        const CopySides sides = sidesOf(m_project, *m_estimate.kept, copy);
        KeptCopy out;
        out.copy = copy;
        out.name = nameOf(copy.derived);
        out.staleness = stalenessOf(copy, m_profile, m_estimate);
        out.rowsWritten = m_measured.rowsWritten(sides.upkeep);
        out.bytesWritten = m_measured.bytesWritten(sides.upkeep);
        out.servers = m_measured.servers("servers busy with the upkeep", sides.upkeep);
        out.bytes = bytesOf(copy);
        if (copy.log)
            replay(copy, sides, out);
        else
            out.rebuild = rebuildOf(copy);
        return out;
    }

private:
    Figure bytesOf(const DerivedCopy& copy) const {
        std::vector<Figure> inputs;
        double sum = 0;
        const bool own = m_estimate.kept->heldBy(copy.entity) != nullptr;
        for (const StructureEstimate& structure : m_estimate.structures)
            if ((own && structure.entity == copy.entity) || (copy.log && structure.entity == copy.log)) {
                inputs.push_back(structure.totalBytes);
                sum += structure.totalBytes.value();
            }
        const Entity* rows = own ? nullptr : m_subject.entities.find(copy.entity);
        for (const CopiedColumn& column : copy.columns)
            if (const Attribute* attribute = rows ? rows->find(column.column) : nullptr) {
                const Figure each = Figure::leaf("bytes of " + attribute->name, m_cardinality.valueBytes(*attribute),
                                                 Unit::Bytes, Origin::Default, "as what it copies has them");
                const Figure count = Figure::leaf("rows of " + rows->name, m_cardinality.rows(rows->id), Unit::Rows,
                                                  Origin::Default, "as the model has them");
                inputs.push_back(Figure::derived(rows->name + "." + attribute->name, each.value() * count.value(),
                                                 Unit::Bytes, "bytes of a value × rows", {each, count}));
                sum += inputs.back().value();
            }
        if (inputs.empty())
            return Figure::leaf("bytes of the copy", 0, Unit::Bytes, Origin::Default,
                                "its rows are those of another structure");
        return Figure::derived("bytes of the copy", sum, Unit::Bytes, "sum over what holds it, one copy",
                               std::move(inputs));
    }

    Figure rowsOf(const std::string& name, EntityId entity) const {
        const StructureEstimate* structure = structureOf(m_estimate, entity);
        if (structure)
            return structure->rows.renamed(name);
        // Children that lie in documents have no structure of their own any more.
        const Cardinality& known = m_project.entities.contains(entity) ? m_given : m_cardinality;
        return Figure::leaf(name, known.rows(entity), Unit::Rows, Origin::Default, "as the model has them");
    }

    /// Its sources read once, its rows written once.
    Figure rebuildOf(const DerivedCopy& copy) {
        std::vector<Figure> inputs;
        double read = 0;
        for (EntityId source : copy.sources) {
            const Entity* entity = m_project.entities.find(source);
            inputs.push_back(rowsOf("rows of " + (entity ? entity->name : copy.name), source));
            read += inputs.back().value();
        }
        const Figure rows = rowsOf("rows of the copy", copy.entity);
        const Figure& one = m_leaves("capacity.row_read_us");
        const Figure write = timeToWriteARow(m_leaves, m_estimate, indexesOf(copy, m_estimate));
        const Figure free = serversBesideTraffic(m_leaves, m_estimate);
        inputs.insert(inputs.end(), {one, rows, write, free});
        return Figure::derived("making it from nothing",
                               (read * one.value() + rows.value() * write.value()) / free.value(), Unit::Seconds,
                               "(rows of the sources × time to read one + rows of the copy × time to write one) ÷ "
                               "servers free beside the traffic",
                               std::move(inputs));
    }

    /// With those that have moved to other tiers.
    Figure eventsOf(EntityId log) const {
        const Figure here = rowsOf("events kept", log);
        const StructureEstimate* structure = structureOf(m_estimate, log);
        const Entity* entity = m_subject.entities.find(log);
        const std::optional<double> days = entity ? entity->volume.daysKept() : std::nullopt;
        if (!structure || !days || structure->rowsPerDay.value() * *days <= here.value() * (1 + 1e-9))
            return here;
        const Figure kept =
            Figure::leaf("days kept", *days, Unit::None, Origin::Default, "as the rows that they tell of");
        return Figure::derived("events kept", structure->rowsPerDay.value() * *days, Unit::Rows,
                               "events a day × days kept, in all tiers", {structure->rowsPerDay, kept});
    }

    void replay(const DerivedCopy& copy, const CopySides& sides, KeptCopy& out) {
        out.events = eventsOf(copy.log);
        double incoming = 0, written = 0;
        std::vector<Figure> appended, applied;
        for (PatternId id : sides.upkeep) {
            const PatternEstimate* pattern = m_measured.find(id);
            const AccessPattern* source = m_subject.patterns.find(id);
            if (!pattern || !source)
                continue;
            const bool event = source->entity == copy.log;
            (event ? incoming : written) += pattern->qps.value() * (event ? source->rowsWritten : pattern->plan.writes);
            (event ? appended : applied).push_back(pattern->qps.renamed("rate of " + pattern->name));
        }
        if (appended.empty()) {
            out.rebuild = rebuildOf(copy);
            return;
        }
        const Figure events = Figure::derived("events a second", incoming, Unit::PerSecond,
                                              "Σ rate × rows of what appends them", std::move(appended));
        applied.push_back(events);
        const Figure each =
            Figure::derived("rows and entries that an event writes", incoming > 0 ? written / incoming : 0, Unit::Rows,
                            "written a second to keep it in step ÷ events a second", std::move(applied));
        const Figure& read = m_leaves("capacity.row_read_us");
        const Figure write = timeToWriteARow(m_leaves, m_estimate, 0);
        const Figure free = serversBesideTraffic(m_leaves, m_estimate);
        const Figure rate = Figure::derived(
            "events applied a second", free.value() / (read.value() + each.value() * write.value()), Unit::PerSecond,
            "servers free beside the traffic ÷ (time to read an event + rows that it writes × time to write one)",
            {free, read, each, write});
        const double spare = rate.value() - incoming;
        out.rebuild = Figure::derived(
            "replay of all events", spare > 0 ? out.events->value() / spare : std::numeric_limits<double>::infinity(),
            Unit::Seconds, "events kept ÷ (events applied a second − events a second)", {*out.events, rate, events});
    }

    const Project& m_project;
    const Project& m_subject;
    const EngineProfile& m_profile;
    const Estimate& m_estimate;
    Cardinality m_cardinality;
    Cardinality m_given;
    Measured m_measured;
    ProfileLeaves m_leaves;
};

} // namespace

Figure stalenessOf(const DerivedCopy& copy, const EngineProfile& profile, const Estimate& numbers) {
    const Upkeep& upkeep = copy.derived.upkeep;
    if (isSynchronous(upkeep.path))
        return Figure::leaf("oldest answer", 0, Unit::Seconds, Origin::Default,
                            "written in the transaction: there when the write is acknowledged");
    if (upkeep.path == UpkeepPath::Periodic) {
        const Figure period =
            upkeep.periodSeconds
                ? Figure::leaf("period", *upkeep.periodSeconds, Unit::Seconds, Origin::User)
                : Figure::leaf("period", kAssumedPeriodSeconds, Unit::Seconds, Origin::Default, "ten minutes");
        return Figure::derived("oldest answer", period.value(), Unit::Seconds,
                               "the period: each portion is made anew once in it", {period});
    }
    const Figure lag = upkeep.lagSeconds
                           ? Figure::leaf("lag of the relay", *upkeep.lagSeconds, Unit::Seconds, Origin::User)
                           : Figure::leaf("lag of the relay", kAssumedLagSeconds, Unit::Seconds, Origin::Default,
                                          "polled every half second (Debezium's poll.interval.ms is 500 by default)");
    ProfileLeaves leaves(profile);
    const Figure free = serversBesideTraffic(leaves, numbers);
    const Figure write = timeToWriteARow(leaves, numbers, indexesOf(copy, numbers));
    const Figure rows = Figure::leaf("rows for the largest parent", copy.mostRowsOfAWrite, Unit::Rows, Origin::Default,
                                     "the largest fan-out that is copied");
    return Figure::derived("oldest answer", lag.value() + rows.value() * write.value() / free.value(), Unit::Seconds,
                           "lag of the relay + rows for the largest parent × time to write a row ÷ servers free",
                           {lag, rows, write, free});
}

std::string nameOf(const Derived& derived) {
    std::string out = fmt::format("{}, {}", title(derived.kind), title(derived.upkeep.path));
    if (derived.largestFanOut)
        out += fmt::format(", of parents with up to {}", format(*derived.largestFanOut, Unit::None));
    return out;
}

std::vector<KeptCopy> keptCopies(const Project& project, const EngineProfile& profile, const Estimate& estimate) {
    std::vector<KeptCopy> out;
    if (!estimate.kept)
        return out;
    Charged charged(project, profile, estimate);
    for (const DerivedCopy& copy : estimate.kept->copies)
        out.push_back(charged.of(copy));
    relabelKept(estimate, project, [&](const auto& each) {
        for (KeptCopy& one : out) {
            for (Figure* figure :
                 {&one.staleness, &one.rowsWritten, &one.bytesWritten, &one.servers, &one.bytes, &one.rebuild})
                each(*figure);
            if (one.events)
                each(*one.events);
        }
    });
    return out;
}

} // namespace shardscape::estimator
