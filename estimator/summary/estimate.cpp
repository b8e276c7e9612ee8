// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/summary/estimate.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <unordered_map>

#include <fmt/format.h>

#include "estimator/copies/relabel.h"
#include "estimator/demand/nodes.h"
#include "estimator/growth/growth.h"
#include "estimator/growth/removal.h"
#include "estimator/growth/tiers.h"
#include "estimator/latency/response.h"
#include "estimator/planning/planner.h"
#include "estimator/problems/problems.h"
#include "estimator/size/size_model.h"
#include "model/physical/mapping.h"

namespace shardscape::estimator {

using namespace model;

namespace {

Result<Estimate> cancelled() {
    return fail(ErrorCode::Cancelled, "the estimate was cancelled");
}

class Builder {
public:
    Builder(const Project& project, const EngineProfile& profile, const Layout& layout, const EstimateOptions& options,
            Design design, std::shared_ptr<const Derivation> kept)
        : m_project(project)
        , m_profile(profile)
        , m_layout(layout)
        , m_options(options)
        , m_cardinality(project)
        , m_leaves(profile) {
        m_out.design = std::move(design);
        m_out.kept = std::move(kept);
    }

    Result<Estimate> run(const std::stop_token& stop) {
        const SizeContext context(m_project, m_profile, m_out.design, m_cardinality, m_leaves);
        const Growth growth(m_cardinality);
        if (!measureStructures(context, growth, stop))
            return cancelled();
        std::vector<Plan> plans;
        const Planner planner(m_project, m_profile, m_out.design);
        for (const AccessPattern& pattern : m_project.patterns) {
            if (stop.stop_requested())
                return cancelled();
            plans.push_back(planner.plan(pattern));
        }
        std::vector<AccessPattern> removals;
        for (Removal& removal : removalsOf(m_cardinality, growth, m_profile))
            std::move(removal.requests.begin(), removal.requests.end(), std::back_inserter(removals));
        std::erase_if(removals, [&](const AccessPattern& request) {
            plans.push_back(planner.plan(request));
            const bool served = !plans.back().steps.empty();
            if (!served)
                plans.pop_back();
            return !served;
        });
        const auto entryBytes = [&](const std::string& name) {
            const auto at = m_structureIndex.find(name);
            return at == m_structureIndex.end() ? 0.0 : m_out.structures[at->second].rowBytes.value();
        };
        const Traffic traffic = trafficOf(m_cardinality, m_profile, m_out.design, m_layout, m_leaves, std::move(plans),
                                          entryBytes, std::move(removals));
        fillRates(traffic);
        m_out.nodes = nodesOf(m_profile, m_out.design, m_layout, m_leaves, traffic, m_out.structures);
        if (stop.stop_requested())
            return cancelled();
        grow(growth);
        m_out.tiers = tiersOf(m_cardinality, growth, m_profile, m_out.design, m_out.structures, m_out.growth);
        const Response response(m_profile, m_out.design, traffic, m_out.nodes);
        for (std::size_t i = 0; i < traffic.ofProject(); ++i) {
            if (stop.stop_requested())
                return cancelled();
            m_out.patterns.push_back(patternOf(traffic.patterns[i], response));
        }
        summarise(traffic, response);
        m_out.problems = problemsOf({m_project, m_profile, m_cardinality, m_out, traffic, response});
        return std::move(m_out);
    }

private:
    bool isCopyInMemory(std::size_t i) const {
        return m_out.design.structures[i].kind == StructureKind::Cache && m_profile.storage != StorageFamily::Memory;
    }

    bool measureStructures(const SizeContext& context, const Growth& growth, const std::stop_token& stop) {
        const std::size_t count = m_out.design.structures.size();
        m_models.reserve(count);
        m_out.structures.reserve(count);
        std::vector<Figure> inflows, parts;
        double total = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (stop.stop_requested())
                return false;
            const Structure& structure = m_out.design.structures[i];
            m_models.push_back(sizeModelFor(context, structure));
            m_out.structures.push_back(m_models.back()->now());
            StructureEstimate& estimate = m_out.structures.back();
            estimate.rowsPerDay = growth.inflow(structure.entity);
            inflows.push_back(estimate.rowsPerDay);
            m_structureIndex.emplace(structure.name, i);
            if (isCopyInMemory(i))
                continue;
            total += estimate.totalBytes.value();
            parts.push_back(estimate.totalBytes);
        }
        m_bytesNow =
            Figure::derived("storage now", total, Unit::Bytes, "sum of the structures, one copy", std::move(parts));
        double perDay = 0;
        for (const Figure& inflow : inflows)
            perDay += inflow.value();
        m_inflow = Figure::derived("rows a day", perDay, Unit::Rows, "sum over the structures", std::move(inflows));
        m_replicas = m_layout.replicas
                         ? Figure::leaf("replicas", m_out.design.placement.replicas, Unit::None, Origin::User)
                               .withPath(fmt::format("layout:{}/replicas", m_layout.id.value))
                         : Figure::leaf("replicas", m_out.design.placement.replicas, Unit::None, Origin::Default,
                                        "the engine's habit");
        return true;
    }

    void fillRates(const Traffic& traffic) {
        std::vector<double> reads(m_out.structures.size()), writes(m_out.structures.size());
        std::vector<std::vector<Figure>> readers(m_out.structures.size()), writers(m_out.structures.size());
        for (const PatternTraffic& pattern : traffic.patterns) {
            const Figure rate = rateFigure(pattern);
            std::vector<std::size_t> asked;
            for (const PlanStep& step : pattern.plan.steps) {
                const auto at = m_structureIndex.find(step.structure);
                if (at == m_structureIndex.end())
                    continue;
                const std::size_t i = at->second;
                if (step.kind == StepKind::Write) {
                    writes[i] += pattern.average * step.rowsWritten;
                    writers[i].push_back(rate);
                    writers[i].push_back(Figure::leaf("rows of one " + pattern.pattern->name, step.rowsWritten,
                                                      Unit::Rows, Origin::Default, "as planned: " + step.text));
                } else if (std::find(asked.begin(), asked.end(), i) == asked.end()) {
                    asked.push_back(i);
                    reads[i] += step.kind == StepKind::CacheLookup ? pattern.average : pattern.past(pattern.average);
                    readers[i].push_back(rate);
                    if (pattern.cached)
                        readers[i].push_back(pattern.hitRatio);
                }
            }
        }
        for (std::size_t i = 0; i < m_out.structures.size(); ++i) {
            StructureEstimate& out = m_out.structures[i];
            out.readsPerSecond =
                rateOrNone("reads of " + out.name, reads[i], "Σ rate × (1 − hit ratio) of the patterns that read it",
                           std::move(readers[i]));
            out.writesPerSecond =
                rateOrNone("writes of " + out.name, writes[i], "Σ rate × rows of a statement", std::move(writers[i]));
        }
    }

    static Figure rateOrNone(std::string name, double value, const char* formula, std::vector<Figure> inputs) {
        if (inputs.empty())
            return Figure::leaf(std::move(name), 0, Unit::PerSecond, Origin::Default, "no pattern does");
        return Figure::derived(std::move(name), value, Unit::PerSecond, formula, std::move(inputs));
    }

    static Figure rateFigure(const PatternTraffic& traffic) {
        return rateLeaf(traffic, "rate of " + traffic.pattern->name, traffic.average);
    }

    // --- growth

    double bytesAfter(const Growth& growth, std::size_t i, double days) const {
        return m_models[i]->bytes([&](EntityId entity) { return growth.rows(entity, days); });
    }

    /// Bytes follow rows in a straight line between now and the month with the most rows: page splits make the true
    /// curve wobble around it by a few per cent. Item tables, of several entities, are computed month by month.
    void grow(const Growth& growth) {
        const int months = std::max(0, m_options.months);
        m_out.growth.resize(static_cast<std::size_t>(months) + 1);
        for (int month = 0; month <= months; ++month) {
            m_out.growth[static_cast<std::size_t>(month)].month = month;
            m_out.growth[static_cast<std::size_t>(month)].structureBytes.resize(m_out.structures.size());
        }
        std::vector<double> totals(m_out.growth.size()), rows(m_out.growth.size());
        double inAYear = 0;
        for (std::size_t i = 0; i < m_out.structures.size(); ++i) {
            const EntityId entity = m_out.structures[i].entity;
            const bool exact = m_profile.storage == StorageFamily::ItemStore;
            double most = 0;
            std::size_t reference = 0;
            for (std::size_t month = 0; month < rows.size(); ++month) {
                rows[month] = growth.rows(entity, static_cast<double>(month) * kDaysPerMonth);
                if (std::abs(rows[month] - rows[0]) > most) {
                    most = std::abs(rows[month] - rows[0]);
                    reference = month;
                }
            }
            const double now = m_out.structures[i].totalBytes.value();
            const double then =
                reference > 0 && !exact ? bytesAfter(growth, i, static_cast<double>(reference) * kDaysPerMonth) : now;
            for (std::size_t month = 0; month < rows.size(); ++month) {
                const double share = reference > 0 ? (rows[month] - rows[0]) / (rows[reference] - rows[0]) : 0;
                const double bytes = exact && month > 0
                                         ? bytesAfter(growth, i, static_cast<double>(month) * kDaysPerMonth)
                                         : now + share * (then - now);
                m_out.growth[month].structureBytes[i] = bytes;
                if (!isCopyInMemory(i))
                    totals[month] += bytes;
            }
            if (!isCopyInMemory(i))
                inAYear +=
                    months >= 12 ? m_out.growth[12].structureBytes[i] : bytesAfter(growth, i, 12 * kDaysPerMonth);
        }
        for (std::size_t month = 0; month < totals.size(); ++month) {
            GrowthMonth& out = m_out.growth[month];
            out.bytes =
                month == 0 ? m_bytesNow : bytesFigure(fmt::format("storage in {} months", month), totals[month]);
            out.replicatedBytes = replicated(out.bytes);
        }
        m_out.storageNow = replicated(m_bytesNow).renamed("storage now, replicated");
        m_out.storageInAYear =
            replicated(bytesFigure("storage in a year", inAYear)).renamed("storage in a year, replicated");
    }

    Figure bytesFigure(std::string name, double bytes) const {
        return Figure::derived(std::move(name), bytes, Unit::Bytes,
                               "bytes now + bytes of the rows that come in, less those that leave the engine",
                               {m_bytesNow, m_inflow});
    }
    Figure replicated(const Figure& bytes) const {
        return Figure::derived(bytes.name() + ", replicated", bytes.value() * m_replicas.value(), Unit::Bytes,
                               "bytes × replicas", {bytes, m_replicas});
    }

    // --- patterns

    PatternEstimate patternOf(const PatternTraffic& traffic, const Response& response) {
        const AccessPattern& pattern = *traffic.pattern;
        const std::string path = fmt::format("pattern:{}/rate", pattern.id.value);
        PatternEstimate out;
        out.pattern = pattern.id;
        out.name = pattern.name;
        out.plan = traffic.plan;
        out.qps = Figure::leaf("average rate", traffic.average, Unit::PerSecond, Origin::User).withPath(path);
        out.peakQps = pattern.rate.peak && pattern.rate.peak->value >= traffic.peak
                          ? Figure::leaf("peak rate", traffic.peak, Unit::PerSecond, Origin::User).withPath(path)
                          : Figure::derived("peak rate", traffic.peak, Unit::PerSecond,
                                            "average × the highest point of its shape", {out.qps});
        out.hitRatio = traffic.hitRatio;
        out.databaseQps = Figure::derived("rate at the database", traffic.past(traffic.peak), Unit::PerSecond,
                                          "peak rate × (1 − hit ratio)", {out.peakQps, out.hitRatio});
        out.rowsScanned = planFigure("rows read", traffic.plan.rowsRead, Unit::Rows, traffic.plan);
        out.partitions = planFigure("partitions asked", traffic.plan.partitionsTouched, Unit::None, traffic.plan);
        out.serviceTime = serviceFigure(traffic);
        fillLatency(traffic, response, out);
        // Nobody asked for the upkeep of a copy by itself.
        const bool upkeep = m_out.kept && m_out.kept->causes.contains(pattern.id);
        const std::optional<double> wanted =
            pattern.p99Seconds || upkeep ? pattern.p99Seconds : m_project.requirements.p99Seconds;
        if (wanted)
            out.wantedP99 = Figure::leaf("p99 wanted", *wanted, Unit::Seconds, Origin::User)
                                .withPath(pattern.p99Seconds ? fmt::format("pattern:{}/p99", pattern.id.value)
                                                             : "requirements/p99");
        return out;
    }

    static Figure planFigure(std::string name, double value, Unit unit, const Plan& plan) {
        std::vector<Figure> inputs;
        for (const PlanStep& step : plan.steps)
            inputs.push_back(Figure::leaf(
                step.text.empty() ? name : step.text, unit == Unit::Rows ? step.rowsRead : step.partitions, unit,
                Origin::Default, "as planned from the rows, the different values and the fan-outs of the model"));
        if (inputs.empty())
            return Figure::leaf(std::move(name), value, unit, Origin::Default,
                                plan.why.empty() ? "the plan has no steps" : plan.why);
        return Figure::derived(std::move(name), value, unit,
                               unit == Unit::Rows ? "Σ over the steps of the plan" : "the most of any step",
                               std::move(inputs));
    }

    Figure serviceFigure(const PatternTraffic& traffic) {
        if (traffic.stages.empty())
            return Figure::leaf("service time", std::numeric_limits<double>::infinity(), Unit::Seconds, Origin::Default,
                                "the design cannot serve it");
        std::vector<Figure> inputs;
        for (const ServiceStage& stage : traffic.stages) {
            const std::string prefix =
                stage.cache && m_profile.mapping != MappingFamily::Cache ? "cache.capacity." : "capacity.";
            std::vector<Figure> constants{m_leaves(prefix + (stage.write ? "point_write_us" : "point_read_us"))};
            for (std::size_t step : stage.steps)
                for (const char* key : constantsOf(traffic.plan.steps[step].kind))
                    if (const Figure& constant = m_leaves(prefix + key);
                        std::none_of(constants.begin(), constants.end(),
                                     [&](const Figure& known) { return known.identity() == constant.identity(); }))
                        constants.push_back(constant);
            std::string formula = "one point access + its rows × time of a row";
            if (const char* byte = stage.write ? "byte_write_us" : "byte_read_us"; m_profile.find(prefix + byte)) {
                constants.push_back(m_leaves(prefix + byte));
                formula += " + bytes × time of a byte";
            }
            if (stage.subRequests > 1.5)
                formula += fmt::format(", at each of {:.0f} partitions{}", stage.subRequests,
                                       stage.parallel ? " at the same time" : " one after another");
            inputs.push_back(Figure::derived((stage.cache ? "cache " : "") + stage.structure, stage.seconds,
                                             Unit::Seconds, std::move(formula), std::move(constants)));
        }
        return Figure::derived(
            "service time", traffic.idleSeconds > 0 ? traffic.idleSeconds : traffic.stages.front().seconds,
            Unit::Seconds, "visits one after another, at idle nodes, without a cache's help", std::move(inputs));
    }

    static std::vector<const char*> constantsOf(StepKind kind) {
        switch (kind) {
        case StepKind::IndexRange:
        case StepKind::KeyRange: return {"row_read_us", "row_fetch_us"};
        case StepKind::Fetch:
        case StepKind::PointRead: return {"row_fetch_us"};
        case StepKind::Scan: return {"rows_scanned_per_s"};
        case StepKind::Sort: return {"row_sort_us"};
        case StepKind::Write: return {"row_write_us", "index_write_us"};
        default: return {};
        }
    }

    /// Of a calibrated profile; whether there are any.
    bool addShapes(const PatternTraffic& traffic, std::vector<Figure>& inputs) {
        bool measured = false;
        for (const ServiceStage& stage : traffic.stages) {
            const bool shaped = stage.kind == ServiceKind::Lognormal;
            if (!shaped && stage.roundTripSeconds <= 0)
                continue;
            const std::string prefix =
                stage.cache && m_profile.mapping != MappingFamily::Cache ? "cache.capacity." : "capacity.";
            static const std::vector<const char*> kShape{"_spread_ratio", "_round_trip_us", "_round_trip_spread_ratio"};
            static const std::vector<const char*> kRoundTrip{"_round_trip_us"};
            for (const char* key : shaped ? kShape : kRoundTrip)
                if (const Figure& constant = m_leaves(prefix + (stage.write ? "write" : "read") + key);
                    std::none_of(inputs.begin(), inputs.end(),
                                 [&](const Figure& known) { return known.identity() == constant.identity(); }))
                    inputs.push_back(constant);
            measured = measured || shaped;
        }
        return measured;
    }

    void fillLatency(const PatternTraffic& traffic, const Response& response, PatternEstimate& out) {
        const double forever = std::numeric_limits<double>::infinity();
        const Tail tail = response.of(traffic);
        const bool served = !traffic.stages.empty();
        const double busy = served ? response.busiestUtilisation(traffic) : 0;
        std::vector<Figure> inputs{
            out.serviceTime, m_leaves("capacity.servers_per_node_count"), m_out.nodes.count, out.hitRatio,
            Figure::derived("busiest node", busy, Unit::Percent,
                            "Σ rate × service time of all patterns ÷ servers, with the hottest keys on it",
                            {m_leaves("capacity.servers_per_node_count"), m_out.nodes.count})};
        const bool measured = addShapes(traffic, inputs);
        const auto percentile = [&](const char* name, double q) {
            return Figure::derived(name, served ? quantile(tail, q) : forever, Unit::Seconds,
                                   std::string("time that this share of the requests stay below: ") +
                                       (measured ? "M/G/c waiting, the measured shape of service and its round trip"
                                                 : "M/M/c waiting and service") +
                                       " at each visit, the slowest of what is asked at the same time, visits added",
                                   inputs);
        };
        out.p50 = percentile("p50", 0.5);
        out.p95 = percentile("p95", 0.95);
        out.p99 = percentile("p99", 0.99);
    }

    // --- headline figures

    void summarise(const Traffic& traffic, const Response& response) {
        std::vector<Figure> rates;
        for (std::size_t i = 0; i < traffic.ofProject(); ++i)
            rates.push_back(Figure::leaf(traffic.patterns[i].pattern->name, traffic.atTotal[i], Unit::PerSecond,
                                         Origin::User, "its rate at that minute")
                                .withPath(fmt::format("pattern:{}/rate", traffic.patterns[i].pattern->id.value)));
        m_out.peakQps =
            rates.empty() ? Figure::leaf("peak rate", 0, Unit::PerSecond, Origin::Default, "there is no access pattern")
                          : Figure::derived("peak rate", traffic.total, Unit::PerSecond,
                                            "the busiest minute of the week, all patterns together", std::move(rates));
        m_out.worstP99 = worst();
        m_out.busiestSecond = traffic.busiestSecond;
        m_out.cache = traffic.cache;
        const double onANode = m_out.storageNow.value() / std::max(1.0, m_out.nodes.count.value());
        m_out.writeAmplification = writeAmplification(m_profile, m_out.design, m_leaves, traffic, onANode,
                                                      &m_out.writeCauses, m_out.kept.get());
        const Work work = workOf(traffic);
        m_out.meanUtilisation = Figure::derived(
            "mean utilisation", response.meanUtilisation(), Unit::Percent, "busy servers ÷ (nodes × servers of a node)",
            {Figure::derived("busy servers", work.reads + work.strongReads + work.writes, Unit::None,
                             "Σ rate × partitions × copies × service time at the busiest minute",
                             {m_out.peakQps, m_leaves("capacity.point_read_us"), m_leaves("capacity.point_write_us")}),
             m_out.nodes.count, m_leaves("capacity.servers_per_node_count")});
        fillHottest(traffic);
    }

    Figure worst() const {
        const PatternEstimate* chosen = nullptr;
        double highest = -1;
        const auto score = [](const PatternEstimate& pattern) {
            // Patterns with a wanted p99 come first, by how far they are from it.
            return pattern.wantedP99 && pattern.wantedP99->value() > 0
                       ? 1e6 + pattern.p99.value() / pattern.wantedP99->value()
                       : std::min(pattern.p99.value(), 1e5);
        };
        for (const PatternEstimate& pattern : m_out.patterns)
            if (pattern.plan.shape != PlanShape::Unserved && score(pattern) > highest) {
                highest = score(pattern);
                chosen = &pattern;
            }
        return chosen ? chosen->p99.renamed("p99 of " + chosen->name)
                      : Figure::leaf("worst p99", 0, Unit::Seconds, Origin::Default, "no pattern is served");
    }

    void fillHottest(const Traffic& traffic) {
        // Work at the database that goes to the busiest partition: w + (1 − w)/P of each pattern that is routed by its
        // popular key.
        const double partitions = std::max(1.0, m_out.nodes.partitions.value());
        double hot = 0, all = 0;
        std::vector<Figure> keys;
        for (const PatternTraffic& pattern : traffic.patterns)
            for (std::size_t i = 0; i < pattern.stages.size(); ++i) {
                const ServiceStage& stage = pattern.stages[i];
                if (stage.cache)
                    continue;
                const double work = pattern.past(pattern.busiest) * stage.subRequests * stage.seconds * stage.copies;
                const double excess = pattern.excess(i);
                hot += work * (excess + (1 - excess) / partitions);
                all += work;
                keys.push_back(Figure::leaf("hottest key of " + pattern.pattern->name, excess, Unit::Percent,
                                            Origin::User, "from the popularity of its keys and how they are routed")
                                   .withPath(fmt::format("pattern:{}/popularity", pattern.pattern->id.value)));
            }
        keys.push_back(m_out.nodes.partitions);
        m_out.hottestShare = Figure::derived(
            "share of the hottest partition", all > 0 ? hot / all : 1 / partitions, Unit::Percent,
            "hottest key + (1 − hottest key) ÷ partitions, weighted by the patterns' work", std::move(keys));
    }

    const Project& m_project;
    const EngineProfile& m_profile;
    const Layout& m_layout;
    EstimateOptions m_options;
    Cardinality m_cardinality;
    ProfileLeaves m_leaves;
    Estimate m_out;
    std::vector<std::unique_ptr<SizeModel>> m_models;
    std::unordered_map<std::string, std::size_t> m_structureIndex;
    Figure m_bytesNow, m_inflow, m_replicas;
};

} // namespace

Result<Estimate> estimate(const Project& project, const EngineProfile& profile, const Layout& layout,
                          const EstimateOptions& options, std::stop_token stop) {
    if (stop.stop_requested())
        return cancelled();
    const auto kept = std::make_shared<const Derivation>(withKept(project, layout));
    auto design = mapProject(*kept, profile, layout);
    if (!design)
        return fail(design.error());
    if (layout.derived.empty() && kept->whole)
        return Builder(projectOn(project, profile), profile, layout, options, std::move(*design), nullptr).run(stop);
    auto out = Builder(projectOn(kept->project, profile), profile, layout, options, std::move(*design), kept).run(stop);
    if (out)
        relabel(*out, project);
    return out;
}

} // namespace shardscape::estimator
