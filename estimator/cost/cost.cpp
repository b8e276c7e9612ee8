// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/cost/cost.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "estimator/copies/relabel.h"
#include "estimator/cost/tier_cost.h"
#include "estimator/demand/request_units.h"
#include "estimator/figure/leaves.h"
#include "estimator/growth/removal.h"
#include "estimator/latency/service.h"
#include "estimator/planning/planner.h"
#include "model/physical/cardinality.h"

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kMillionth = 1e-6;
constexpr double kMostZones = 3; ///< of a region that replicas are put in, as providers advise

std::int64_t millionths(double amount) {
    return std::llround(amount / kMillionth);
}

class Bill {
public:
    Bill(const Project& project, const EngineProfile& profile, const Layout& layout, const Estimate& estimate,
         const PriceSheet& sheet, const PriceSheet* cacheSheet)
        : m_project(project)
        , m_profile(profile)
        , m_layout(layout)
        , m_estimate(estimate)
        , m_sheet(sheet)
        , m_cacheSheet(cacheSheet)
        , m_leaves(profile)
        , m_cardinality(project)
        , m_money(sheet.currency == "USD" ? Unit::Money : Unit::None)
        , m_hours(Figure::leaf("hours of a month", sheet.hoursPerMonth, Unit::None, Origin::Profile,
                               "price sheet " + sheet.name)) {
        for (AccessPattern& request : removalRequests(project, profile)) {
            Plan plan = planPattern(project, profile, estimate.design, request);
            m_removals.emplace_back(std::move(request), std::move(plan));
        }
    }

    CostEstimate run() {
        m_out.sheet = m_sheet.name;
        m_out.title = m_sheet.title + (m_sheet.region.empty() ? "" : ", " + m_sheet.region);
        m_out.currency = m_sheet.currency;
        m_out.asOf = m_sheet.asOf;
        const bool service = m_profile.replication == Replication::Managed;
        if (!m_sheet.covers(m_profile.name, service)) {
            m_out.why = fmt::format("the price sheet {} has no price for {}", m_sheet.name, m_profile.title);
            return std::move(m_out);
        }
        const bool priced = service ? addUnits() : addMachines();
        if (!priced)
            return std::move(m_out);
        addStorage(service);
        if (!service) {
            addOperations();
            addNetwork();
        }
        addBackup();
        addCache();
        m_out.tiers = tierCosts(m_estimate, m_sheet, m_out.why);
        finish();
        return std::move(m_out);
    }

private:
    // --- figures of the sheet

    Figure priceFigure(const std::string& name, const Price& price, const PriceSheet& sheet) const {
        return Figure::leaf(name, price.value, m_money, Origin::Profile,
                            fmt::format("{} price sheet {}, list price as of {}: {}", sheet.currency, sheet.name,
                                        price.asOf, price.source));
    }
    std::optional<Figure> price(const char* key, const char* name) const {
        const Price* found = m_sheet.find(key);
        return found ? std::optional(priceFigure(name, *found, m_sheet)) : std::nullopt;
    }
    Figure gigabyte() const {
        return Figure::leaf("bytes of a billed gigabyte", m_sheet.gigabyteBytes, Unit::Bytes, Origin::Profile,
                            "price sheet " + m_sheet.name);
    }
    /// Amounts are whole millionths: sums of them are exact.
    Figure amount(std::string name, double value, std::string formula, std::vector<Figure> inputs) const {
        return Figure::derived(std::move(name), static_cast<double>(millionths(value)) * kMillionth, m_money,
                               std::move(formula), std::move(inputs));
    }
    void add(CostPart part, std::string name, double value, std::string formula, std::vector<Figure> inputs) {
        m_out.lines.push_back({part, name, amount(name, value, std::move(formula), std::move(inputs))});
    }
    void missing(const char* what) {
        m_out.why += (m_out.why.empty() ? "the sheet has no price for " : ", ") + std::string(what);
    }

    // --- machines

    static const MachineType* machineFor(const PriceSheet& sheet, double cores, double memory) {
        const auto fits = [&](const MachineType& machine) {
            return machine.cores >= cores && machine.memoryBytes >= memory;
        };
        const auto at = std::find_if(sheet.machines.begin(), sheet.machines.end(), fits);
        return at == sheet.machines.end() ? nullptr : &*at;
    }

    void addMachine(const PriceSheet& sheet, const MachineType& machine, const char* what, const Figure& count,
                    const Figure& cores, const Figure& memory) {
        const Figure hour = priceFigure("an hour of " + machine.name, machine.perHour, sheet);
        add(CostPart::Compute, fmt::format("{:.0f} × {}{}", count.value(), machine.name, what),
            count.value() * hour.value() * m_hours.value(),
            "machines × price of an hour × hours of a month; the cheapest machine with the cores and the memory",
            {count, hour, m_hours, cores, memory});
    }

    bool addMachines() {
        const Figure& cores = m_leaves(coresConstant(m_profile));
        const Figure& memory = m_leaves("capacity.memory_per_node_bytes");
        const MachineType* machine = machineFor(m_sheet, cores.value(), memory.value());
        if (!machine) {
            m_out.why = fmt::format("the price sheet {} has no machine of {:.0f} cores and {}", m_sheet.name,
                                    cores.value(), format(memory));
            return false;
        }
        addMachine(m_sheet, *machine, "", m_estimate.nodes.count, cores, memory);
        return true;
    }

    void addCache() {
        if (!m_estimate.design.cache || m_profile.mapping == MappingFamily::Cache)
            return;
        const Figure& cores = m_leaves("cache.capacity.servers_per_node_count");
        const Figure& memory = m_leaves("cache.capacity.memory_per_node_bytes");
        const Figure& fill = m_leaves("cache.capacity.max_storage_fill_ratio");
        const MachineType* machine = m_cacheSheet && m_cacheSheet->currency == m_sheet.currency
                                         ? machineFor(*m_cacheSheet, std::max(1.0, cores.value()), memory.value())
                                         : nullptr;
        if (!machine || memory.value() * fill.value() <= 0)
            return missing("machines of the cache");
        const double room = memory.value() * fill.value();
        const Figure held = m_layout.cacheBytes
                                ? Figure::leaf("memory of the cache", *m_layout.cacheBytes, Unit::Bytes, Origin::User)
                                      .withPath(fmt::format("layout:{}/cache_bytes", m_layout.id.value))
                                : Figure::derived("memory of the cache", room, Unit::Bytes,
                                                  "one node × how full it may be", {memory, fill});
        const Figure count =
            Figure::derived("nodes of the cache", std::max(1.0, wholeAtLeast(held.value() / room)), Unit::Nodes,
                            "⌈memory of the cache ÷ (memory of a node × how full)⌉", {held, memory, fill});
        addMachine(*m_cacheSheet, *machine, " for the cache", count, cores, memory);
    }

    // --- storage

    void addStorage(bool service) {
        if (m_profile.storage == StorageFamily::Memory)
            return;
        const auto each = price("storage_per_gb_month", "a gigabyte of storage for a month");
        if (!each)
            return missing("storage");
        const Figure gb = gigabyte();
        if (service) {
            const auto included = price("storage_included_gb", "gigabytes without charge");
            const Figure free = included ? Figure::leaf("gigabytes without charge", included->value(), Unit::None,
                                                        Origin::Profile, included->source())
                                         : Figure();
            const double billed = std::max(0.0, m_estimate.storageNow.value() / gb.value() - free.value());
            std::vector<Figure> inputs{m_estimate.storageNow, gb, *each};
            if (included)
                inputs.push_back(free);
            return add(CostPart::Storage, "storage", billed * each->value(),
                       included ? "(gigabytes − those without charge) × price" : "gigabytes × price",
                       std::move(inputs));
        }
        const Figure& fill = m_leaves("capacity.max_storage_fill_ratio");
        m_disk = Figure::derived("disks provisioned", m_estimate.storageNow.value() / std::max(1e-3, fill.value()),
                                 Unit::Bytes, "bytes of all replicas ÷ how full a disk may be",
                                 {m_estimate.storageNow, fill});
        add(CostPart::Storage, "disks", m_disk->value() / gb.value() * each->value(), "gigabytes × price",
            {*m_disk, gb, *each});
    }

    /// Rows read a second at the peaks whose page is not in memory. Memory holds first what is read most for its bytes;
    /// within a structure all rows are taken as equally likely.
    double diskReads() const {
        struct Part {
            double rate = 0, bytes = 0;
        };
        std::vector<Part> parts;
        const double copies = m_estimate.design.placement.replicas;
        for (const StructureEstimate& structure : m_estimate.structures) {
            Part part{0, structure.totalBytes.value() * copies};
            for (const PatternEstimate& pattern : m_estimate.patterns)
                for (const PlanStep& step : pattern.plan.steps)
                    if (step.structure == structure.name && step.kind != StepKind::CacheLookup &&
                        step.kind != StepKind::Filter && step.kind != StepKind::Sort)
                        part.rate += pattern.databaseQps.value() * step.rowsRead;
            if (part.rate > 0 && part.bytes > 0)
                parts.push_back(part);
        }
        std::sort(parts.begin(), parts.end(),
                  [](const Part& a, const Part& b) { return a.rate * b.bytes > b.rate * a.bytes; });
        double room = m_profile.value("capacity.memory_per_node_bytes") *
                      m_profile.value("capacity.page_memory_ratio") * m_estimate.nodes.count.value();
        double missed = 0;
        for (const Part& part : parts) {
            const double held = std::min(room, part.bytes);
            room -= held;
            missed += part.rate * (1 - held / part.bytes);
        }
        return missed;
    }

    void addOperations() {
        const auto each = price("operation_per_s_month", "an operation a second for a month");
        const Price* included = m_sheet.find("operations_included_per_s");
        if (!each || m_profile.storage == StorageFamily::Memory)
            return;
        const Figure miss = Figure::derived(
            "rows read from disk", diskReads(), Unit::PerSecond,
            "rows read at the peaks that memory does not hold: it holds first what is read most for its bytes, on all "
            "nodes together; rows of a structure taken as equally likely",
            {m_leaves("capacity.memory_per_node_bytes"), m_leaves("capacity.page_memory_ratio"), m_estimate.nodes.count,
             m_estimate.storageNow});
        double writes = 0;
        std::vector<Figure> rates;
        for (const PatternEstimate& pattern : m_estimate.patterns) {
            writes += pattern.databaseQps.value() * pattern.plan.writes;
            rates.push_back(pattern.databaseQps.renamed("peak of " + pattern.name + " at the database"));
        }
        for (const auto& [request, plan] : m_removals) {
            writes += request.rate.average.value * plan.writes;
            rates.push_back(Figure::leaf("rate of " + request.name, request.rate.average.value, Unit::PerSecond,
                                         Origin::Default, "as many rows are old enough in a second as come in"));
        }
        const double copies = m_estimate.design.placement.replicas;
        const double nodes = std::max(1.0, m_estimate.nodes.count.value());
        rates.push_back(miss);
        rates.push_back(m_estimate.nodes.count);
        const Figure perNode = Figure::derived(
            "disk operations of a node", (miss.value() + writes * copies) / nodes, Unit::PerSecond,
            "(rows read from disk + Σ peak × rows and entries written × replicas) ÷ nodes", std::move(rates));
        const Figure free =
            Figure::leaf("operations included", included ? included->value : 0, Unit::PerSecond, Origin::Profile,
                         included ? included->source : "the price sheet includes none");
        const double more = std::max(0.0, perNode.value() - free.value());
        if (more > 0)
            add(CostPart::Storage, "disk operations", more * nodes * each->value(),
                "(operations of a node − those included) × nodes × price",
                {perNode, free, m_estimate.nodes.count, *each});
    }

    // --- network and backup

    double answerBytes(const AccessPattern& pattern) const {
        double bytes = 0;
        for (const ColumnRef& column : pattern.projection)
            if (const Attribute* attribute = m_project.find(column))
                bytes += m_cardinality.valueBytes(*attribute);
        return pattern.allColumns || pattern.projection.empty() ? m_cardinality.rowBytes(pattern.entity) : bytes;
    }

    void addNetwork() {
        const auto each = price("network_per_gb", "a gigabyte between zones");
        if (!each || each->value() <= 0)
            return;
        const double copies = m_estimate.design.placement.replicas;
        const double zones = std::min(kMostZones, std::max(1.0, copies));
        const Figure crossing =
            Figure::leaf("share of answers that cross zones", 1 - 1 / zones, Unit::Percent, Origin::Default,
                         "replicas are in zones of their own, three at most, and clients in all of "
                         "them alike");
        double replication = 0, answers = 0;
        std::vector<Figure> rates;
        for (const PatternEstimate& pattern : m_estimate.patterns) {
            const AccessPattern* source = m_project.patterns.find(pattern.pattern);
            if (!source)
                continue;
            const double rate = pattern.qps.value() * (1 - pattern.hitRatio.value());
            if (isWrite(source->verb)) {
                for (const PlanStep& step : pattern.plan.steps)
                    if (step.kind == StepKind::Write)
                        replication += pattern.qps.value() * step.rowsWritten * payload(step, *source) * (copies - 1);
            } else {
                answers += rate * pattern.plan.rowsReturned * answerBytes(*source);
            }
            rates.push_back(pattern.qps.renamed("rate of " + pattern.name));
        }
        const Figure sent =
            Figure::derived("bytes between zones", replication + answers * crossing.value(), Unit::BytesPerSecond,
                            "Σ rate × (rows written × bytes × further replicas + rows returned × bytes "
                            "× share that crosses zones)",
                            [&] {
                                rates.push_back(crossing);
                                return rates;
                            }());
        if (!(sent.value() > 0))
            return;
        const Figure gb = gigabyte();
        add(CostPart::Network, "between zones", sent.value() * m_hours.value() * 3600 / gb.value() * each->value(),
            "bytes a second × seconds of a month ÷ bytes of a gigabyte × price", {sent, m_hours, gb, *each});
    }

    double payload(const PlanStep& step, const AccessPattern& pattern) const {
        const Structure* structure = m_estimate.design.find(step.structure);
        return m_cardinality.rowBytes(structure ? structure->entity : pattern.entity);
    }

    void addBackup() {
        const auto each = price("backup_per_gb_month", "a gigabyte of backup for a month");
        if (!each || m_estimate.growth.empty())
            return;
        const Figure gb = gigabyte();
        const Figure copies = Figure::leaf("full copies kept", 1, Unit::None, Origin::Default, "one full backup");
        const Price* share = m_sheet.find("backup_included_ratio");
        const Figure& bytes = m_estimate.growth.front().bytes;
        const double free = share && m_disk ? share->value * m_disk->value() : 0;
        const double billed = std::max(0.0, bytes.value() * copies.value() - free);
        std::vector<Figure> inputs{bytes, copies, gb, *each};
        if (free > 0) {
            inputs.push_back(*m_disk);
            inputs.push_back(Figure::leaf("share of the disks that backups may fill without charge", share->value,
                                          Unit::Percent, Origin::Profile, share->source));
        }
        add(CostPart::Backup, "backup", billed / gb.value() * each->value(),
            free > 0 ? "(gigabytes of one copy × copies − what the disks include) × price"
                     : "gigabytes of one copy × copies × price",
            std::move(inputs));
    }

    // --- request units

    struct Units {
        double average = 0;
        double busiest = 0;
        std::vector<Figure> working;
    };

    void gather(Units& reads, Units& writes) const {
        for (std::size_t i = 0; i < m_estimate.patterns.size(); ++i) {
            const PatternEstimate& pattern = m_estimate.patterns[i];
            const AccessPattern* source = m_project.patterns.find(pattern.pattern);
            if (!source)
                continue;
            const RequestUnits units =
                requestUnits(pattern.plan, *source, m_profile, m_estimate.design, m_estimate.structures);
            const auto take = [&](Units& out, double each, double misses, const char* word) {
                if (each <= 0)
                    return;
                out.average += pattern.qps.value() * misses * each;
                out.working.push_back(Figure::derived(
                    fmt::format("{} units of {}", word, pattern.name), pattern.qps.value() * misses * each,
                    Unit::PerSecond, "rate × (1 − hit ratio) × units of one request",
                    {pattern.qps.renamed("rate of " + pattern.name), pattern.hitRatio,
                     Figure::leaf("units of one request", each, Unit::None, Origin::Default,
                                  "as planned: ⌈bytes ÷ block⌉ of each item, query and index entry")}));
            };
            take(reads, units.reads, 1 - pattern.hitRatio.value(), "read");
            take(writes, units.writes, 1, "write");
        }
        for (const auto& [request, plan] : m_removals) {
            const RequestUnits units = requestUnits(plan, request, m_profile, m_estimate.design, m_estimate.structures);
            const Figure rate = Figure::leaf("rate of " + request.name, request.rate.average.value, Unit::PerSecond,
                                             Origin::Default, "as many rows are old enough in a second as come in");
            const auto takeRemoval = [&](Units& out, double each, const char* word) {
                if (each <= 0)
                    return;
                out.average += rate.value() * each;
                out.working.push_back(Figure::derived(
                    fmt::format("{} units of {}", word, request.name), rate.value() * each, Unit::PerSecond,
                    "rate × units of one request",
                    {rate, Figure::leaf("units of one request", each, Unit::None, Origin::Default,
                                        "as planned: ⌈bytes ÷ block⌉ of each item, query and index entry")}));
            };
            takeRemoval(reads, units.reads, "read");
            takeRemoval(writes, units.writes, "write");
        }
        for (const NodeConstraint& constraint : m_estimate.nodes.constraints) {
            if (constraint.name == "reads")
                reads.busiest = constraint.used.value();
            if (constraint.name == "writes")
                writes.busiest = constraint.used.value();
        }
    }

    std::optional<CostLine> onDemand(const char* word, const char* key, const Units& units) const {
        const auto each = price(key, "a million units");
        if (!each)
            return std::nullopt;
        const Figure rate = units.working.empty()
                                ? Figure::leaf(fmt::format("{} units a second", word), 0, Unit::PerSecond,
                                               Origin::Default, "no pattern consumes any")
                                : Figure::derived(fmt::format("{} units a second", word), units.average,
                                                  Unit::PerSecond, "sum over the patterns", units.working);
        const std::string name = fmt::format("{} request units, on demand", word);
        return CostLine{CostPart::Requests, name,
                        amount(name, rate.value() * m_hours.value() * 3600 / 1e6 * each->value(),
                               "units a second × seconds of a month ÷ a million × price", {rate, m_hours, *each})};
    }

    std::optional<CostLine> provisioned(const char* word, const char* key, const Units& units) {
        const auto each = price(key, "a unit for an hour");
        if (!each)
            return std::nullopt;
        const Figure& busy = m_leaves("capacity.max_utilisation_ratio");
        const Figure peak =
            units.working.empty()
                ? Figure::leaf(fmt::format("{} units in the busiest minute", word), 0, Unit::PerSecond, Origin::Default,
                               "no pattern consumes any")
                : Figure::derived(fmt::format("{} units in the busiest minute", word), units.busiest, Unit::PerSecond,
                                  "Σ rate at that minute × units of a request", units.working);
        const Figure bought = Figure::derived(fmt::format("{} units provisioned", word),
                                              wholeAtLeast(peak.value() / std::max(0.01, busy.value())), Unit::None,
                                              "⌈units in the busiest minute ÷ how busy they may be⌉", {peak, busy});
        const std::string name = fmt::format("{} units, provisioned", word);
        return CostLine{CostPart::Requests, name,
                        amount(name, bought.value() * m_hours.value() * each->value(),
                               "units × hours of a month × price", {bought, m_hours, *each})};
    }

    bool addUnits() {
        Units reads, writes;
        gather(reads, writes);
        std::vector<CostLine> demand, bought;
        const auto take = [](std::vector<CostLine>& out, std::optional<CostLine> line) {
            if (line)
                out.push_back(std::move(*line));
        };
        take(demand, onDemand("read", "read_units_per_million", reads));
        take(demand, onDemand("write", "write_units_per_million", writes));
        take(bought, provisioned("read", "read_unit_hour", reads));
        take(bought, provisioned("write", "write_unit_hour", writes));
        const bool canDemand = demand.size() == 2, canBuy = bought.size() == 2;
        if (!canDemand && !canBuy) {
            m_out.why = fmt::format("the price sheet {} has no prices of request units", m_sheet.name);
            return false;
        }
        const auto sum = [](const std::vector<CostLine>& lines) {
            double total = 0;
            for (const CostLine& line : lines)
                total += line.month.value();
            return total;
        };
        const bool wantsBought =
            m_sheet.billing == "provisioned" || (m_sheet.billing == "cheaper" && sum(bought) < sum(demand));
        const bool buy = canBuy && (wantsBought || !canDemand);
        m_out.lines = buy ? bought : demand;
        if (canDemand && canBuy)
            m_out.alternatives = buy ? demand : bought;
        return true;
    }

    // --- sums

    void finish() {
        m_out.priced = true;
        std::int64_t total = 0;
        std::vector<Figure> inputs;
        for (const CostLine& line : m_out.lines) {
            total += millionths(line.month.value());
            inputs.push_back(line.month);
        }
        const std::string what = "cost a month" + (m_money == Unit::Money ? "" : " in " + m_sheet.currency);
        m_out.month = Figure::derived(what, static_cast<double>(total) * kMillionth, m_money,
                                      "sum of the lines, list prices as of " + m_sheet.asOf, inputs);
        double rate = 0;
        std::vector<Figure> rates;
        for (const PatternEstimate& pattern : m_estimate.patterns) {
            rate += pattern.qps.value();
            rates.push_back(pattern.qps.renamed("rate of " + pattern.name));
        }
        const double requests = rate * m_sheet.hoursPerMonth * 3600;
        rates.push_back(m_hours);
        const Figure count = Figure::derived("requests of a month", requests, Unit::None,
                                             "Σ average rate × seconds of a month", std::move(rates));
        m_out.perMillion =
            requests > 0
                ? Figure::derived("cost of a million requests", m_out.month.value() / requests * 1e6, m_money,
                                  "cost a month ÷ requests of a month × a million", {m_out.month, count})
                : Figure::leaf("cost of a million requests", 0, m_money, Origin::Default, "there are no requests");
    }

    const Project& m_project;
    const EngineProfile& m_profile;
    const Layout& m_layout;
    const Estimate& m_estimate;
    const PriceSheet& m_sheet;
    const PriceSheet* m_cacheSheet; ///< nullptr: none
    mutable ProfileLeaves m_leaves;
    Cardinality m_cardinality;
    std::vector<std::pair<AccessPattern, Plan>> m_removals; ///< requests besides the workload's
    Unit m_money;
    Figure m_hours;
    std::optional<Figure> m_disk;
    CostEstimate m_out;
};

} // namespace

const char* name(CostPart part) {
    static constexpr std::array kNames{"compute", "storage", "requests", "network", "backup"};
    return kNames[static_cast<std::size_t>(part)];
}

Figure CostEstimate::part(CostPart wanted) const {
    std::int64_t total = 0;
    std::vector<Figure> inputs;
    for (const CostLine& line : lines)
        if (line.part == wanted) {
            total += millionths(line.month.value());
            inputs.push_back(line.month);
        }
    const std::string what = std::string(estimator::name(wanted)) + " a month";
    if (inputs.empty())
        return Figure::leaf(what, 0, month.unit(), Origin::Default, "nothing is charged for it");
    return Figure::derived(what, static_cast<double>(total) * kMillionth, month.unit(), "sum of the lines",
                           std::move(inputs));
}

CostEstimate costOf(const Project& project, const EngineProfile& profile, const Layout& layout,
                    const Estimate& estimate, const PriceBook& book, const std::string& wanted) {
    const bool service = profile.replication == Replication::Managed;
    const auto sheet = book.sheetFor(profile.name, service, wanted.empty() ? layout.priceSheet : wanted);
    if (!sheet) {
        CostEstimate out;
        out.why = sheet.error().text();
        return out;
    }
    const auto forCache =
        sheet->machines.empty() ? book.sheetFor(profile.cacheEngine, false) : Result<PriceSheet>(*sheet);
    CostEstimate out =
        Bill(estimate.subject(project), profile, layout, estimate, *sheet, forCache ? &*forCache : nullptr).run();
    relabelKept(estimate, project, [&](const auto& each) {
        for (std::vector<CostLine>* lines : {&out.lines, &out.tiers})
            for (CostLine& line : *lines)
                each(line.month);
        for (Figure* figure : {&out.month, &out.perMillion})
            each(*figure);
    });
    return out;
}

std::string formatMoney(double amount, const std::string& currency) {
    const bool small = std::abs(amount) < 999.995;
    const std::string number = small ? fmt::format("{:.2f}", amount) : format(amount, Unit::None);
    return currency == "USD" ? "$" + number : number + " " + currency;
}

} // namespace shardscape::estimator
