// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/copies/side_by_side.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "estimator/copies/fan_out.h"
#include "estimator/copies/kept.h"
#include "estimator/copies/measured.h"
#include "estimator/copies/relabel.h"
#include "estimator/cost/cost.h"
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
        , m_base(estimate.subject(project), profile, estimate) {}

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

    bool serves(PatternId id) const { return m_base.find(id) != nullptr; }
    double workOf(PatternId id) const {
        const PatternEstimate* pattern = m_base.find(id);
        return pattern ? pattern->qps.value() * m_base.workOfOne(*pattern) : 0;
    }

    /// "kept" is what a layout keeps for the pattern that is compared in it without that.
    Result<SideBySide> run(const AccessPattern& pattern, const Derived* kept = nullptr) {
        SideBySide out;
        out.pattern = pattern.id;
        out.name = pattern.name;
        std::vector<Derived> wanted = optionsFor(pattern, &out.refused);
        addHybrid(pattern, wanted);
        if (kept)
            addKept(*kept, wanted);
        for (const Derived& derived : wanted) {
            if (m_stop.stop_requested())
                return fail(ErrorCode::Cancelled, "the comparison was cancelled");
            auto option = optionOf(derived, out);
            if (!option)
                return fail(option.error());
            if (!*option)
                continue;
            (*option)->kept = kept && derived == *kept;
            out.kept = out.kept || (*option)->kept;
            out.options.push_back(std::move(**option));
        }
        judge(out);
        return out;
    }

private:
    /// In the place of the candidate of its kind that is kept in step alike, else behind those of its kind.
    static void addKept(const Derived& kept, std::vector<Derived>& wanted) {
        const auto same = [&](const Derived& one) {
            return one.kind == kept.kind && one.upkeep.path == kept.upkeep.path &&
                   one.largestFanOut.has_value() == kept.largestFanOut.has_value();
        };
        if (const auto at = std::find_if(wanted.begin(), wanted.end(), same); at != wanted.end()) {
            *at = kept;
            return;
        }
        const auto last =
            std::find_if(wanted.rbegin(), wanted.rend(), [&](const Derived& one) { return one.kind == kept.kind; });
        wanted.insert(last.base(), kept);
    }

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
        Layout layout = m_layout;
        layout.derived.push_back(derived);
        auto numbers = estimate(m_project, m_profile, layout, {.months = 12}, m_stop);
        if (!numbers)
            return fail(numbers.error());
        const Derivation& derivation = *numbers->kept;
        const auto at = std::find_if(derivation.copies.begin(), derivation.copies.end(),
                                     [&](const DerivedCopy& one) { return one.derived.pattern == derived.pattern; });
        if (at == derivation.copies.end())
            return std::optional<CopyOption>();
        const DerivedCopy& copy = *at;
        const CopySides sides = sidesOf(m_project, derivation, copy);
        Relabel relabel(m_project, derivation);
        const Measured with(derivation.project, m_profile, *numbers);
        CopyOption out;
        out.derived = copy.derived;
        out.name = nameOf(copy.derived);
        out.notes = copy.notes;
        out.numbers = numbersOf(with, *numbers, beside.pattern, both(sides.reads, sides.readCompanions),
                                both(sides.writes, sides.upkeep));
        out.numbers.staleness = stalenessOf(copy, m_profile, *numbers);
        for (KeptCopy& charged : keptCopies(m_project, m_profile, *numbers))
            if (charged.copy.derived.pattern == derived.pattern)
                out.numbers.rebuild = std::move(charged.rebuild);
        out.numbers.writeP99 = slowestWrite(with, sides, derivation, isSynchronous(copy.derived.upkeep.path));
        if (beside.options.empty() ||
            sides.writes.size() > m_writes.size()) { // the widest set of writes for the caption
            m_writes = sides.writes;
            beside.ratio = ratioOf(sides);
        }
        const CopyNumbers plain = numbersOf(m_base, m_estimate, beside.pattern, sides.reads, sides.writes);
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

    CopyNumbers numbersOf(const Measured& measured, const Estimate& numbers, PatternId reader,
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
        if (const CostEstimate cost = costOf(m_project, m_profile, m_layout, numbers, m_prices, m_sheet); cost.priced)
            out.costMonth = cost.month;
        return out;
    }

    Figure ratioOf(const CopySides& sides) const {
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

    std::optional<Figure> slowestWrite(const Measured& measured, const CopySides& sides, const Derivation& derivation,
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
    void weigh(CopyOption& out, const CopyNumbers& plain, const Measured& with, const CopySides& sides,
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

const Derived* keptFor(const Layout& layout, PatternId pattern) {
    const auto at = std::find_if(layout.derived.begin(), layout.derived.end(),
                                 [&](const Derived& one) { return one.pattern == pattern; });
    return at == layout.derived.end() ? nullptr : &*at;
}

Result<SideBySide> compared(const Project& project, const EngineProfile& profile, const Layout& layout,
                            const Estimate& numbers, const PriceBook& prices, const std::string& sheet,
                            const AccessPattern& pattern, const std::stop_token& stop) {
    const Derived* kept = keptFor(layout, pattern.id);
    if (!kept)
        return CopyComparison(project, profile, layout, numbers, prices, sheet, stop).run(pattern);
    Layout without = layout;
    std::erase_if(without.derived, [&](const Derived& one) { return one.pattern == pattern.id; });
    const auto plain = estimate(project, profile, without, {.months = 12}, stop);
    if (!plain)
        return fail(plain.error());
    return CopyComparison(project, profile, without, *plain, prices, sheet, stop).run(pattern, kept);
}

} // namespace

Result<SideBySides> sideBySide(const Project& project, const EngineProfile& profile, const Layout& layout,
                               const Estimate& estimate, const PriceBook& prices, const SideBySideOptions& options,
                               const std::stop_token& stop, const std::function<void(double)>& progress) {
    std::vector<const AccessPattern*> chosen;
    CopyComparison first(project, profile, layout, estimate, prices, options.prices, stop);
    for (const AccessPattern& pattern : project.patterns) {
        const bool asked = std::find(options.only.begin(), options.only.end(), pattern.id) != options.only.end();
        if ((options.only.empty() || asked) && pattern.rate.average.value > 0 && first.serves(pattern.id) &&
            !first.optionsFor(pattern).empty())
            chosen.push_back(&pattern);
    }
    std::stable_sort(chosen.begin(), chosen.end(), [&](const AccessPattern* a, const AccessPattern* b) {
        const bool aKept = keptFor(layout, a->id), bKept = keptFor(layout, b->id);
        return aKept != bKept ? aKept : first.workOf(a->id) > first.workOf(b->id);
    });
    SideBySides out;
    const auto most = static_cast<std::size_t>(std::max(0, options.patterns));
    if (options.only.empty() && chosen.size() > most) {
        out.left = static_cast<int>(chosen.size() - most);
        chosen.resize(most);
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        auto one = compared(project, profile, layout, estimate, prices, options.prices, *chosen[i], stop);
        if (!one)
            return fail(one.error());
        out.patterns.push_back(std::move(*one));
        if (progress)
            progress(static_cast<double>(i + 1) / static_cast<double>(chosen.size()));
    }
    return out;
}

} // namespace shardscape::estimator
