// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/copies/side_by_side.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "estimator/copies/fan_out.h"
#include "estimator/copies/relabel.h"
#include "estimator/cost/cost.h"
#include "estimator/latency/service.h"
#include "model/physical/derive.h"

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kEver = std::numeric_limits<double>::infinity();

/// The kinds in the order in which they are thought of, each with the usual way to keep it in step.
std::vector<Derived> candidates(const EngineProfile& profile) {
    std::vector<Derived> out{{DerivedKind::CopiedColumns, {}, {UpkeepPath::Transaction, {}, {}}, {}},
                             {DerivedKind::Embedded, {}, {UpkeepPath::Transaction, {}, {}}, {}},
                             {DerivedKind::Aggregate, {}, {UpkeepPath::Transaction, {}, {}}, {}}};
    if (profile.mapping == MappingFamily::Relational) // others make nothing anew by themselves
        out.push_back({DerivedKind::MaterializedView, {}, {UpkeepPath::Periodic, {}, {}}, {}});
    out.push_back({DerivedKind::ReadModel, {}, {UpkeepPath::Cdc, {}, {}}, {}});
    out.push_back({DerivedKind::Projection, {}, {UpkeepPath::Outbox, {}, {}}, {}});
    return out;
}

/// A design that was estimated, and the work of its patterns.
class Measured {
public:
    Measured(const Project& project, const EngineProfile& profile, const Estimate& estimate)
        : m_project(project)
        , m_profile(profile)
        , m_estimate(estimate) {}

    const PatternEstimate* find(PatternId id) const {
        const auto at = std::find_if(m_estimate.patterns.begin(), m_estimate.patterns.end(),
                                     [&](const PatternEstimate& pattern) { return pattern.pattern == id; });
        return at == m_estimate.patterns.end() ? nullptr : &*at;
    }

    /// Seconds of servers for one request, in all visits and copies.
    double workOfOne(const PatternEstimate& pattern) const {
        const AccessPattern* source = m_project.patterns.find(pattern.pattern);
        if (!source || pattern.plan.shape == PlanShape::Unserved)
            return pattern.qps.value() > 0 ? kEver : 0;
        double seconds = 0;
        for (const ServiceStage& stage : stagesOf(pattern.plan, *source, m_profile, m_estimate.design))
            if (!stage.cache)
                seconds += stage.seconds * stage.subRequests * stage.copies;
        return seconds * (1 - pattern.hitRatio.value());
    }

    Figure servers(const PatternEstimate& pattern) const {
        const double one = workOfOne(pattern);
        const Figure each = Figure::derived("work of one " + pattern.name, one, Unit::Seconds,
                                            "service time × partitions asked × copies × (1 − hit ratio), of all visits",
                                            {pattern.serviceTime, pattern.partitions, pattern.hitRatio});
        return Figure::derived("servers busy with " + pattern.name,
                               pattern.qps.value() > 0 ? pattern.qps.value() * one : 0, Unit::None,
                               "average rate × work of one", {pattern.qps, each});
    }

    Figure servers(const std::string& name, const std::vector<PatternId>& patterns) const {
        double sum = 0;
        std::vector<Figure> inputs;
        for (PatternId id : patterns)
            if (const PatternEstimate* pattern = find(id)) {
                inputs.push_back(servers(*pattern));
                sum += inputs.back().value();
            }
        return none(name, sum, Unit::None, "sum over the patterns", std::move(inputs));
    }

    Figure rowsWritten(const std::vector<PatternId>& patterns) const {
        double sum = 0;
        std::vector<Figure> inputs;
        for (PatternId id : patterns)
            if (const PatternEstimate* pattern = find(id)) {
                const Figure each =
                    Figure::leaf("rows and entries of one " + pattern->name, pattern->plan.writes, Unit::Rows,
                                 Origin::Default, "as planned from the fan-outs and indexes of the model");
                inputs.push_back(Figure::derived("written by " + pattern->name,
                                                 pattern->qps.value() * pattern->plan.writes, Unit::PerSecond,
                                                 "average rate × rows and entries of one", {pattern->qps, each}));
                sum += inputs.back().value();
            }
        return none("rows and index entries written a second", sum, Unit::PerSecond, "sum over the patterns",
                    std::move(inputs));
    }

    Figure bytesWritten(const std::vector<PatternId>& patterns) const {
        double sum = 0;
        std::vector<Figure> inputs;
        for (PatternId id : patterns) {
            const PatternEstimate* pattern = find(id);
            if (!pattern)
                continue;
            for (const PlanStep& step : pattern->plan.steps)
                for (const StructureEstimate& structure : m_estimate.structures)
                    if (step.kind == StepKind::Write && step.structure == structure.name) {
                        const Figure rows = Figure::leaf("rows of one " + pattern->name, step.rowsWritten, Unit::Rows,
                                                         Origin::Default, "as planned: " + step.text);
                        inputs.push_back(Figure::derived(
                            "bytes that " + pattern->name + " writes to " + structure.name,
                            pattern->qps.value() * step.rowsWritten * structure.rowBytes.value(), Unit::BytesPerSecond,
                            "average rate × rows × bytes of a row", {pattern->qps, rows, structure.rowBytes}));
                        sum += inputs.back().value();
                    }
        }
        return none("bytes written a second", sum, Unit::BytesPerSecond, "sum over patterns and structures",
                    std::move(inputs));
    }

private:
    static Figure none(std::string name, double sum, Unit unit, const char* formula, std::vector<Figure> inputs) {
        if (inputs.empty())
            return Figure::leaf(std::move(name), 0, unit, Origin::Default, "no pattern does");
        return Figure::derived(std::move(name), sum, unit, formula, std::move(inputs));
    }

    const Project& m_project;
    const EngineProfile& m_profile;
    const Estimate& m_estimate;
};

/// Which patterns belong to the reads of a copy, and which to its writes.
struct Sides {
    std::vector<PatternId> reads, readCompanions;
    std::vector<PatternId> writes, upkeep; ///< upkeep with what is made anew
    std::vector<PatternId> fixed;          ///< of the upkeep: what happens whatever is written
};

Sides sidesOf(const Project& base, const Derivation& derivation, const DerivedCopy& copy) {
    Sides out;
    out.reads = copy.reads;
    std::set<PatternId> writes;
    for (PatternId id : copy.upkeep) {
        const PatternId cause = derivation.causes.at(id);
        if (isWrite(base.patterns.find(cause)->verb)) {
            writes.insert(cause);
            out.upkeep.push_back(id);
        } else if (copy.derived.upkeep.path == UpkeepPath::Periodic) {
            out.upkeep.push_back(id);
            out.fixed.push_back(id);
        } else {
            out.readCompanions.push_back(id);
        }
    }
    for (const AccessPattern& pattern : base.patterns) // those that change it, also where each alone costs no upkeep
        if (isWrite(pattern.verb) &&
            std::find(copy.sources.begin(), copy.sources.end(), pattern.entity) != copy.sources.end() &&
            (!out.fixed.empty() || copy.derived.kind == DerivedKind::Embedded))
            writes.insert(pattern.id);
    out.writes.assign(writes.begin(), writes.end());
    return out;
}

std::vector<PatternId> both(std::vector<PatternId> a, const std::vector<PatternId>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

class CopyComparison {
public:
    CopyComparison(const Project& project, const EngineProfile& profile, const Layout& layout, const Estimate& estimate,
                   const PriceBook& prices, const std::string& sheet, std::stop_token stop)
        : m_project(project)
        , m_profile(profile)
        , m_layout(layout)
        , m_estimate(estimate)
        , m_prices(prices)
        , m_sheet(sheet)
        , m_stop(std::move(stop))
        , m_cardinality(project)
        , m_base(project, profile, estimate) {}

    /// Copies that can serve the pattern, and why the others cannot.
    std::vector<Derived> optionsFor(const AccessPattern& pattern, std::vector<std::string>* refused = nullptr) const {
        std::vector<Derived> out;
        for (Derived candidate : candidates(m_profile)) {
            candidate.pattern = pattern.id;
            if (const std::string why = whyNotDerived(m_cardinality, pattern, candidate.kind); why.empty())
                out.push_back(candidate);
            else if (refused)
                refused->push_back(fmt::format("{}: {}", title(candidate.kind), why));
        }
        return out;
    }

    double workOf(PatternId id) const {
        const PatternEstimate* pattern = m_base.find(id);
        return pattern ? pattern->qps.value() * m_base.workOfOne(*pattern) : 0;
    }

    Result<SideBySide> run(const AccessPattern& pattern) {
        SideBySide out;
        out.pattern = pattern.id;
        out.name = pattern.name;
        std::vector<Derived> wanted = optionsFor(pattern, &out.refused);
        addHybrid(pattern, wanted);
        for (const Derived& derived : wanted) {
            if (m_stop.stop_requested())
                return fail(ErrorCode::Cancelled, "the comparison was cancelled");
            auto option = optionOf(derived, out);
            if (!option)
                return fail(option.error());
            if (*option)
                out.options.push_back(std::move(**option));
        }
        judge(out);
        return out;
    }

private:
    /// The hybrid, where the fan-out has parents too large to copy in time.
    void addHybrid(const AccessPattern& pattern, std::vector<Derived>& wanted) {
        const auto model = std::find_if(wanted.begin(), wanted.end(),
                                        [](const Derived& d) { return d.kind == DerivedKind::ReadModel; });
        if (model == wanted.end())
            return;
        for (const FanOutReport& report : fanOutReports(m_project, m_profile, m_layout, m_estimate))
            if (report.reader == pattern.id && !report.copied && report.threshold.value() < report.largest.value()) {
                Derived hybrid = *model;
                hybrid.largestFanOut = std::max(1.0, std::floor(report.threshold.value()));
                wanted.push_back(hybrid);
                return;
            }
    }

    Result<std::optional<CopyOption>> optionOf(const Derived& derived, SideBySide& beside) {
        const Derivation derivation = derive(m_project, {derived});
        if (derivation.copies.empty())
            return std::optional<CopyOption>();
        const DerivedCopy& copy = derivation.copies.front();
        auto numbers = estimate(derivation.project, m_profile, m_layout, {.months = 12}, m_stop);
        if (!numbers)
            return fail(numbers.error());
        const Sides sides = sidesOf(m_project, derivation, copy);
        Relabel relabel(m_project, derivation);
        const Measured with(derivation.project, m_profile, *numbers);
        CopyOption out;
        out.derived = copy.derived;
        out.name = fmt::format("{}, {}", title(copy.derived.kind), title(copy.derived.upkeep.path));
        if (derived.largestFanOut)
            out.name += fmt::format(", of parents with up to {}", format(*derived.largestFanOut, Unit::None));
        out.notes = copy.notes;
        out.numbers = numbersOf(with, *numbers, derivation.project, beside.pattern,
                                both(sides.reads, sides.readCompanions), both(sides.writes, sides.upkeep));
        out.numbers.staleness = stalenessOf(copy, *numbers);
        out.numbers.writeP99 = slowestWrite(with, sides, derivation, isSynchronous(copy.derived.upkeep.path));
        if (beside.options.empty() ||
            sides.writes.size() > m_writes.size()) { // the widest set of writes for the caption
            m_writes = sides.writes;
            beside.ratio = ratioOf(sides);
        }
        const CopyNumbers plain = numbersOf(m_base, m_estimate, m_project, beside.pattern, sides.reads, sides.writes);
        if (beside.options.empty()) {
            beside.normalised = plain;
            beside.normalised.staleness =
                Figure::leaf("oldest answer", 0, Unit::Seconds, Origin::Default, "there is one copy");
        }
        if (plain.writeServers.value() > beside.normalised.writeServers.value()) {
            const Figure staleness = beside.normalised.staleness;
            beside.normalised = plain;
            beside.normalised.staleness = staleness;
        }
        beside.normalised.writeP99 = slowestWrite(m_base, {sides.reads, {}, m_writes, {}, {}}, derivation, false);
        weigh(out, plain, with, sides, ratioOf(sides));
        for (Figure* figure :
             {&out.numbers.p99, &out.numbers.rowsRead, &out.numbers.steps, &out.numbers.partitions,
              &out.numbers.readServers, &out.numbers.writeServers, &out.numbers.servers, &out.numbers.rowsWritten,
              &out.numbers.bytesWritten, &out.numbers.storage, &out.numbers.nodes, &out.numbers.staleness})
            *figure = relabel(*figure);
        for (std::optional<Figure>* figure : {&out.numbers.costMonth, &out.numbers.writeP99, &out.turningRatio})
            if (*figure)
                *figure = relabel(**figure);
        return std::optional(std::move(out));
    }

    CopyNumbers numbersOf(const Measured& measured, const Estimate& numbers, const Project& project, PatternId reader,
                          const std::vector<PatternId>& reads, const std::vector<PatternId>& writes) const {
        CopyNumbers out;
        const PatternEstimate& read = *measured.find(reader);
        out.p99 = read.p99;
        out.rowsRead = read.rowsScanned;
        out.partitions = read.partitions;
        out.steps = Figure::leaf("steps of the plan", static_cast<double>(read.plan.steps.size()), Unit::None,
                                 Origin::Default, "as planned");
        out.readServers = measured.servers("servers busy with reads", reads);
        out.writeServers = measured.servers("servers busy with writes", writes);
        out.servers = Figure::derived("servers busy", out.readServers.value() + out.writeServers.value(), Unit::None,
                                      "reads + writes", {out.readServers, out.writeServers});
        out.rowsWritten = measured.rowsWritten(writes);
        out.bytesWritten = measured.bytesWritten(writes);
        out.storage = numbers.storageNow;
        out.nodes = numbers.nodes.count;
        if (const CostEstimate cost = costOf(project, m_profile, m_layout, numbers, m_prices, m_sheet); cost.priced)
            out.costMonth = cost.month;
        return out;
    }

    Figure ratioOf(const Sides& sides) const {
        double reads = 0, writes = 0;
        std::vector<Figure> inputs;
        for (const auto& [list, sum] : {std::pair(&sides.reads, &reads), std::pair(&sides.writes, &writes)})
            for (PatternId id : *list)
                if (const PatternEstimate* pattern = m_base.find(id)) {
                    *sum += pattern->qps.value();
                    inputs.push_back(pattern->qps.renamed("rate of " + pattern->name));
                }
        return Figure::derived("reads a write", writes > 0 ? reads / writes : kEver, Unit::None,
                               "Σ rates of the patterns that it serves ÷ Σ rates of those that change it",
                               std::move(inputs));
    }

    Figure stalenessOf(const DerivedCopy& copy, const Estimate& numbers) {
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
        const Figure lag =
            upkeep.lagSeconds
                ? Figure::leaf("lag of the relay", *upkeep.lagSeconds, Unit::Seconds, Origin::User)
                : Figure::leaf("lag of the relay", kAssumedLagSeconds, Unit::Seconds, Origin::Default,
                               "polled every half second (Debezium's poll.interval.ms is 500 by default)");
        ProfileLeaves leaves(m_profile);
        const Structure* structure = numbers.design.find(copy.name);
        const double indexes =
            structure ? static_cast<double>(std::count_if(structure->indexes.begin(), structure->indexes.end(),
                                                          [](const StructureIndex& i) { return !i.clustered; }))
                      : 0;
        const Figure free = serversBesideTraffic(leaves, numbers);
        const Figure write = timeToWriteARow(leaves, numbers, indexes);
        const Figure rows = Figure::leaf("rows for the largest parent", copy.mostRowsOfAWrite, Unit::Rows,
                                         Origin::Default, "the largest fan-out that is copied");
        return Figure::derived("oldest answer", lag.value() + rows.value() * write.value() / free.value(),
                               Unit::Seconds,
                               "lag of the relay + rows for the largest parent × time to write a row ÷ servers free",
                               {lag, rows, write, free});
    }

    std::optional<Figure> slowestWrite(const Measured& measured, const Sides& sides, const Derivation& derivation,
                                       bool waits) const {
        std::optional<Figure> slowest;
        for (PatternId id : sides.writes) {
            const PatternEstimate* write = measured.find(id);
            if (!write)
                continue;
            double sum = write->p99.value();
            std::vector<Figure> parts{write->p99.renamed("p99 of " + write->name)};
            if (waits)
                for (PatternId upkeep : sides.upkeep)
                    if (derivation.causes.at(upkeep) == id)
                        if (const PatternEstimate* copy = measured.find(upkeep)) {
                            sum += copy->p99.value();
                            parts.push_back(copy->p99.renamed("p99 of " + copy->name));
                        }
            const Figure whole =
                Figure::derived("p99 of the slowest write", sum, Unit::Seconds,
                                waits ? "of the write + of its upkeep: an upper bound, as percentiles do not add"
                                      : "of the write; nothing waits for copies",
                                std::move(parts));
            if (!slowest || whole.value() > slowest->value())
                slowest = whole;
        }
        return slowest;
    }

    /// Whether the copy pays, and from which ratio on.
    void weigh(CopyOption& out, const CopyNumbers& plain, const Measured& with, const Sides& sides,
               const Figure& ratio) const {
        double reads = 0, writes = 0;
        for (PatternId id : sides.reads)
            reads += m_base.find(id)->qps.value();
        for (PatternId id : sides.writes)
            writes += m_base.find(id)->qps.value();
        const Figure fixed = with.servers("servers busy whatever is written", sides.fixed);
        const double perRead = (plain.readServers.value() - out.numbers.readServers.value()) / std::max(reads, 1e-300);
        const double perWrite =
            (out.numbers.writeServers.value() - plain.writeServers.value()) / std::max(writes, 1e-300);
        const double more = plain.servers.value() * 1e-9; // than rounding
        const bool sparesReads = perRead * reads > more, costsReads = perRead * reads < -more;
        const bool sparesWrites = perWrite * writes < -more;
        out.paysBelow = costsReads && sparesWrites;
        if (sparesReads || sparesWrites)
            out.turningRatio = Figure::derived(
                out.paysBelow ? "reads a write up to which it pays" : "reads a write from which it pays",
                writes > 0 && (sparesReads || costsReads) ? std::max(0.0, perWrite / perRead) : 0, Unit::None,
                "what a write costs more ÷ what a read costs less; what is made anew counts to the writes",
                {out.numbers.writeServers, plain.writeServers, plain.readServers, out.numbers.readServers, ratio,
                 fixed});
        out.wins = out.numbers.servers.value() < plain.servers.value() - more;
        const std::string now = std::isfinite(ratio.value()) ? fmt::format("At {} reads a write", format(ratio))
                                                             : std::string("Without writes");
        out.verdict = fmt::format("{} it keeps {} servers busy, normalised tables {}.", now,
                                  format(out.numbers.servers), format(plain.servers));
        if (!out.turningRatio)
            out.verdict += " Reading it is no less work, so it never pays.";
        else if (out.turningRatio->value() <= 0)
            out.verdict += " It pays at any ratio.";
        else
            out.verdict += fmt::format(" It pays {} {} reads a write.", out.paysBelow ? "below" : "above",
                                       format(*out.turningRatio));
    }

    void judge(SideBySide& out) const {
        const CopyOption* best = nullptr;
        for (const CopyOption& option : out.options)
            if (option.wins && (!best || option.numbers.servers.value() < best->numbers.servers.value()))
                best = &option;
        if (out.options.empty()) {
            out.verdict = "No copy would serve it.";
            return;
        }
        const std::string now = std::isfinite(out.ratio.value()) ? fmt::format("At {} reads a write", format(out.ratio))
                                                                 : std::string("Without writes");
        if (!best) {
            double turn = kEver;
            for (const CopyOption& option : out.options)
                if (option.turningRatio && !option.paysBelow)
                    turn = std::min(turn, option.turningRatio->value());
            out.verdict =
                fmt::format("{} normalised tables win with {} servers busy.", now, format(out.normalised.servers));
            if (std::isfinite(turn))
                out.verdict += fmt::format(" A copy would pay from {} reads a write on.", format(turn, Unit::None));
            return;
        }
        out.verdict = fmt::format("{} the {} wins: {} servers busy instead of {}.", now, best->name,
                                  format(best->numbers.servers), format(out.normalised.servers));
        if (best->turningRatio && best->turningRatio->value() > 0)
            out.verdict += fmt::format(" {} {} reads a write normalised tables do.",
                                       best->paysBelow ? "Above" : "Below", format(*best->turningRatio));
        const double bytes = best->numbers.storage.value() - out.normalised.storage.value();
        const Figure& old = best->numbers.staleness;
        out.verdict +=
            fmt::format(" It takes {} {} storage, and answers are {}.", format(std::abs(bytes), Unit::Bytes),
                        bytes < 0 ? "less" : "more",
                        old.value() > 0 ? "up to " + format(old) + " old" : std::string("as fresh as the rows"));
    }

    const Project& m_project;
    const EngineProfile& m_profile;
    const Layout& m_layout;
    const Estimate& m_estimate;
    const PriceBook& m_prices;
    const std::string& m_sheet;
    const std::stop_token m_stop;
    Cardinality m_cardinality;
    Measured m_base;
    std::vector<PatternId> m_writes;
};

} // namespace

Result<SideBySides> sideBySide(const Project& project, const EngineProfile& profile, const Layout& layout,
                               const Estimate& estimate, const PriceBook& prices, const SideBySideOptions& options,
                               const std::stop_token& stop, const std::function<void(double)>& progress) {
    std::vector<const AccessPattern*> chosen;
    CopyComparison first(project, profile, layout, estimate, prices, options.prices, stop);
    for (const AccessPattern& pattern : project.patterns) {
        const bool asked = std::find(options.only.begin(), options.only.end(), pattern.id) != options.only.end();
        if ((options.only.empty() || asked) && pattern.rate.average.value > 0 && !first.optionsFor(pattern).empty())
            chosen.push_back(&pattern);
    }
    std::stable_sort(chosen.begin(), chosen.end(), [&](const AccessPattern* a, const AccessPattern* b) {
        return first.workOf(a->id) > first.workOf(b->id);
    });
    SideBySides out;
    const auto most = static_cast<std::size_t>(std::max(0, options.patterns));
    if (options.only.empty() && chosen.size() > most) {
        out.left = static_cast<int>(chosen.size() - most);
        chosen.resize(most);
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        CopyComparison comparison(project, profile, layout, estimate, prices, options.prices, stop);
        auto one = comparison.run(*chosen[i]);
        if (!one)
            return fail(one.error());
        out.patterns.push_back(std::move(*one));
        if (progress)
            progress(static_cast<double>(i + 1) / static_cast<double>(chosen.size()));
    }
    return out;
}

} // namespace shardscape::estimator
