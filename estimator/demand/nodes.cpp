// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/demand/nodes.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include <fmt/format.h>

#include "estimator/demand/request_units.h"
#include "estimator/size/lsm.h"
#include "estimator/size/time_series.h"

namespace shardscape::estimator {

using namespace model;

namespace {

class NodeCount {
public:
    NodeCount(const EngineProfile& profile, const Design& design, const Layout& layout, ProfileLeaves& leaves,
              const Traffic& traffic, const std::vector<StructureEstimate>& structures)
        : m_profile(profile)
        , m_design(design)
        , m_layout(layout)
        , m_leaves(leaves)
        , m_traffic(traffic)
        , m_structures(structures) {
        m_replicas = layout.replicas ? Figure::leaf("replicas", std::max(1, *layout.replicas), Unit::None, Origin::User)
                                           .withPath(fmt::format("layout:{}/replicas", layout.id.value))
                                     : Figure::leaf("replicas", design.placement.replicas, Unit::None, Origin::Default,
                                                    "the engine's habit");
    }

    NodesEstimate run() {
        addStorage();
        if (m_profile.replication == Replication::Managed)
            addUnits();
        else
            addWork();
        addMemory();
        addAvailability();
        choose();
        return std::move(m_out);
    }

private:
    double replicas() const { return m_replicas.value(); }
    bool leaders() const { return m_profile.replication == Replication::Leader; }

    void add(std::string name, Figure nodes, Figure used, Figure room, double together = 1) {
        m_out.constraints.push_back(
            {std::move(name), std::move(nodes), std::move(used), std::move(room), std::max(1.0, together)});
    }
    static Figure product(const char* name, Unit unit, const char* formula, const Figure& a, const Figure& b) {
        return Figure::derived(name, a.value() * b.value(), unit, formula, {a, b});
    }

    Figure bytesFigure(bool memory) const {
        double total = 0;
        std::vector<Figure> parts;
        for (std::size_t i = 0; i < m_structures.size(); ++i) {
            const bool cache =
                m_design.structures[i].kind == StructureKind::Cache && m_profile.storage != StorageFamily::Memory;
            if (cache)
                continue;
            total += m_structures[i].totalBytes.value();
            parts.push_back(m_structures[i].totalBytes);
        }
        return Figure::derived(memory ? "data in memory" : "bytes of all structures", total, Unit::Bytes,
                               "sum of the structures", std::move(parts));
    }

    void addStorage() {
        if (m_profile.storage == StorageFamily::Memory)
            return;
        const Figure bytes = bytesFigure(false);
        const Figure& disk = m_leaves("capacity.storage_per_node_bytes");
        const Figure& fill = m_leaves("capacity.max_storage_fill_ratio");
        const double bare = std::max(1.0, wholeAtLeast(bytes.value() / disk.value()));
        const Figure least =
            Figure::derived("shards without headroom", bare, Unit::Nodes, "⌈bytes ÷ disk of a node⌉", {bytes, disk});
        const Figure room =
            product("disk of a node that may be used", Unit::Bytes, "disk of a node × how full it may be", disk, fill);
        if (m_profile.replication == Replication::Quorum) {
            const Figure all =
                product("bytes of all structures and replicas", Unit::Bytes, "bytes × replicas", bytes, m_replicas);
            add("storage",
                Figure::derived("nodes for storage", std::max(1.0, wholeAtLeast(all.value() / room.value())),
                                Unit::Nodes, "⌈bytes × replicas ÷ (disk of a node × how full it may be)⌉",
                                {bytes, m_replicas, disk, fill, least}),
                all, room);
            return;
        }
        m_shards = std::max(m_shards, std::max(1.0, wholeAtLeast(bytes.value() / room.value())));
        const double copies = leaders() ? replicas() : 1;
        add("storage",
            Figure::derived("nodes for storage", m_shards * copies, Unit::Nodes,
                            "⌈bytes ÷ (disk of a node × how full it may be)⌉ shards × replicas",
                            {bytes, disk, fill, m_replicas, least}),
            bytes, room, copies);
    }

    Figure workFigure(const char* name, double seconds) const {
        std::vector<Figure> inputs;
        for (const PatternTraffic& pattern : m_traffic.patterns)
            if (!pattern.stages.empty())
                inputs.push_back(rateLeaf(pattern, pattern.pattern->name, pattern.past(pattern.busiest),
                                          "its rate at the busiest minute, after caches"));
        for (const char* key : {"capacity.point_read_us", "capacity.point_write_us", "capacity.row_read_us",
                                "capacity.row_fetch_us", "capacity.index_write_us"})
            inputs.push_back(m_leaves(key));
        return Figure::derived(name, seconds, Unit::None, "Σ rate × partitions asked × copies × service time",
                               std::move(inputs));
    }

    void addWork() {
        const Work work = workOf(m_traffic);
        const Figure& servers = m_leaves("capacity.servers_per_node_count");
        const Figure& busy = m_leaves("capacity.max_utilisation_ratio");
        const Figure room = product("servers of a node that may be busy", Unit::None,
                                    "servers of a node × how busy they may be", servers, busy);
        const double most = std::max(1e-12, room.value());
        const double reads = work.reads + work.strongReads;
        const Figure readWork = workFigure("servers busy with reads", reads);
        add("reads",
            Figure::derived("nodes for reads", std::max(1.0, wholeAtLeast(reads / most)), Unit::Nodes,
                            "⌈busy servers ÷ (servers of a node × how busy they may be)⌉", {readWork, servers, busy}),
            readWork, room);
        const Figure writeWork = workFigure("servers busy with writes", work.writes);
        if (!leaders()) {
            add("writes",
                Figure::derived("nodes for writes", std::max(1.0, wholeAtLeast(work.writes / most)), Unit::Nodes,
                                "⌈busy servers ÷ (servers of a node × how busy they may be)⌉",
                                {writeWork, servers, busy}),
                writeWork, room);
            if (reads > 0 && work.writes > 0)
                add("processors",
                    Figure::derived("nodes for reads and writes together",
                                    std::max(1.0, wholeAtLeast((reads + work.writes) / most)), Unit::Nodes,
                                    "⌈servers busy with reads and with writes ÷ (servers of a node × how "
                                    "busy they may be)⌉",
                                    {readWork, writeWork, servers, busy}),
                    Figure::derived("servers busy", reads + work.writes, Unit::None, "with reads + with writes",
                                    {readWork, writeWork}),
                    room);
            return;
        }
        // Followers answer what may be stale; without them leaders answer everything.
        const bool followers = replicas() > 1;
        const double onLeaders = work.writes + work.strongReads + (followers ? 0 : work.reads);
        m_followers = followers ? wholeAtLeast(work.reads / most) : 0;
        const double shards = std::max(1.0, wholeAtLeast(onLeaders / most));
        m_shards = std::max(m_shards, shards);
        const Figure strong = workFigure("servers busy with strong reads", work.strongReads);
        std::vector<Figure> leading{writeWork, strong};
        if (!followers)
            leading.push_back(readWork);
        add("writes",
            Figure::derived("nodes for writes", shards * replicas(), Unit::Nodes,
                            "⌈servers busy with writes and strong reads ÷ (servers of a node × how busy they "
                            "may be)⌉ shards × replicas",
                            {writeWork, strong, servers, busy, m_replicas}),
            Figure::derived("servers of leaders busy", onLeaders, Unit::None,
                            followers ? "with writes + with strong reads" : "with writes and all reads",
                            std::move(leading)),
            room, replicas());
    }

    void addUnits() {
        double reads = 0, writes = 0;
        std::vector<Figure> rates;
        for (const PatternTraffic& pattern : m_traffic.patterns) {
            const RequestUnits units = requestUnits(pattern.plan, *pattern.pattern, m_profile, m_design, m_structures);
            reads += pattern.past(pattern.busiest) * units.reads;
            writes += pattern.busiest * units.writes;
            rates.push_back(
                rateLeaf(pattern, pattern.pattern->name, pattern.busiest, "its rate at the busiest minute"));
        }
        const Figure& busy = m_leaves("capacity.max_utilisation_ratio");
        const auto constraint = [&](const char* key, const char* name, double units, const Figure& limit,
                                    const Figure& block) {
            std::vector<Figure> inputs = rates;
            inputs.push_back(block);
            const Figure all = Figure::derived(fmt::format("{} units a second", name), units, Unit::PerSecond,
                                               "Σ rate × ⌈bytes ÷ block⌉ at the busiest minute", std::move(inputs));
            add(key,
                Figure::derived(fmt::format("partitions for {}s", name),
                                std::max(1.0, wholeAtLeast(units / (limit.value() * busy.value()))), Unit::Nodes,
                                "⌈units ÷ (limit of a partition × how busy it may be)⌉", {all, limit, busy}),
                all,
                product("units of a partition that may be used", Unit::PerSecond, "limit × how busy it may be", limit,
                        busy));
        };
        constraint("reads", "read", reads, m_leaves("limits.partition_read_units_per_s"),
                   m_leaves("storage.read_unit_bytes"));
        constraint("writes", "write", writes, m_leaves("limits.partition_write_units_per_s"),
                   m_leaves("storage.write_unit_bytes"));
    }

    /// Engines whose requests descend B-trees of pages, which have to be in memory where they are hot.
    static bool readsPagesOfTrees(StorageFamily family) {
        return family == StorageFamily::HeapBTree || family == StorageFamily::ClusteredBTree ||
               family == StorageFamily::RecordTree || family == StorageFamily::Document;
    }

    void addMemory() {
        const Figure& memory = m_leaves("capacity.memory_per_node_bytes");
        if (m_profile.storage == StorageFamily::Memory) {
            const Figure bytes = bytesFigure(true);
            const Figure& fill = m_leaves("capacity.max_storage_fill_ratio");
            const double shards = std::max(1.0, wholeAtLeast(bytes.value() / (memory.value() * fill.value())));
            m_shards = std::max(m_shards, shards);
            add("memory",
                Figure::derived("nodes for memory", shards * replicas(), Unit::Nodes,
                                "⌈data ÷ (memory of a node × how full it may be)⌉ shards × replicas",
                                {bytes, memory, fill, m_replicas}),
                bytes,
                product("memory of a node that may be used", Unit::Bytes, "memory of a node × how full it may be",
                        memory, fill),
                replicas());
            return;
        }
        if (m_profile.storage == StorageFamily::TimeSeries)
            addSeriesMemory();
        if (!readsPagesOfTrees(m_profile.storage))
            return;
        // The hot part of the indexes of what is read: keys that take 90 % of the requests.
        // Of the entries of a hot key only those are touched that a request reads: a page of a long list.
        std::unordered_map<std::string, double> touched; // rows of each structure
        for (const PatternTraffic& pattern : m_traffic.patterns)
            for (const PlanStep& step : pattern.plan.steps)
                if (pattern.busiest > 0 && step.kind != StepKind::CacheLookup) {
                    const double rows = std::max({1.0, step.rowsRead, step.rowsWritten});
                    touched[step.structure] = std::max(touched[step.structure], pattern.hotShare * pattern.keys * rows);
                }
        double hot = 0;
        std::vector<Figure> inputs;
        for (const StructureEstimate& structure : m_structures) {
            const auto rows = touched.find(structure.name);
            if (rows == touched.end() || structure.rows.value() <= 0)
                continue;
            const double share = std::min(1.0, rows->second / structure.rows.value());
            for (const IndexEstimate& index : structure.indexes) {
                hot += share * index.bytes.value();
                inputs.push_back(index.bytes);
            }
        }
        const Figure& pages = m_leaves("capacity.page_memory_ratio");
        const Figure set = Figure::derived("hot part of the indexes", hot, Unit::Bytes,
                                           "bytes of each index × share of its rows that 90 % of the requests touch",
                                           std::move(inputs));
        const double shards = std::max(1.0, wholeAtLeast(hot / (memory.value() * pages.value())));
        add("memory",
            Figure::derived("nodes for memory", shards, Unit::Nodes,
                            "⌈hot part of the indexes ÷ (memory of a node × share for pages)⌉", {set, memory, pages}),
            set,
            product("memory of a node for pages", Unit::Bytes, "memory of a node × share for pages", memory, pages));
    }

    /// Stores of series hold all that are written to in memory.
    void addSeriesMemory() {
        double series = 0;
        std::vector<Figure> counts;
        for (const StructureEstimate& structure : m_structures)
            if (const std::optional<Figure> own = seriesFigure(structure)) {
                series += own->value();
                counts.push_back(own->renamed("series of " + structure.name));
            }
        const Figure& memory = m_leaves("capacity.memory_per_node_bytes");
        const Figure& pages = m_leaves("capacity.page_memory_ratio");
        const Figure& each = m_leaves("storage.series_memory_bytes");
        counts.push_back(each);
        const Figure used = Figure::derived("memory of the series", series * each.value(), Unit::Bytes,
                                            "Σ series × memory of one", std::move(counts));
        const double shards = std::max(1.0, wholeAtLeast(used.value() / (memory.value() * pages.value())));
        m_shards = std::max(m_shards, shards);
        add("memory",
            Figure::derived("nodes for memory", shards * replicas(), Unit::Nodes,
                            "⌈memory of the series ÷ (memory of a node × share for them)⌉ shards × replicas",
                            {used, memory, pages, m_replicas}),
            used,
            product("memory of a node for series", Unit::Bytes, "memory of a node × share for series", memory, pages),
            replicas());
    }

    void addAvailability() {
        if (m_profile.replication == Replication::Managed)
            return;
        add("availability",
            Figure::derived("nodes for availability", replicas(), Unit::Nodes, "replicas on nodes of their own",
                            {m_replicas}),
            m_replicas,
            Figure::leaf("replicas on a node", 1, Unit::None, Origin::Default, "each on a node of its own"));
    }

    void choose() {
        const auto largest = std::max_element(
            m_out.constraints.begin(), m_out.constraints.end(),
            [](const NodeConstraint& a, const NodeConstraint& b) { return a.nodes.value() < b.nodes.value(); });
        std::vector<Figure> inputs;
        for (const NodeConstraint& constraint : m_out.constraints)
            inputs.push_back(constraint.nodes);
        if (m_layout.nodes) {
            m_out.count = Figure::leaf("nodes", std::max(1, *m_layout.nodes), Unit::Nodes, Origin::User)
                              .withPath(fmt::format("layout:{}/nodes", m_layout.id.value));
            m_out.binding = "stated";
        } else {
            double count = largest == m_out.constraints.end() ? 1 : largest->nodes.value();
            std::string formula = "the largest of the constraints";
            if (leaders() && m_shards + m_followers > count) {
                count = m_shards + m_followers;
                formula = "leaders of the shards + followers for the reads that may be stale";
            }
            if (leaders() && m_shards > 1) { // every shard has all its replicas
                count = powerOfTwo(wholeAtLeast(count / replicas())) * replicas();
                formula += ", in a power of two of shards, so that they divide evenly when they are split";
            }
            m_out.count = Figure::derived("nodes", count, Unit::Nodes, std::move(formula), std::move(inputs));
            m_out.binding = largest == m_out.constraints.end() ? "" : largest->name;
        }
        m_out.partitions = partitions();
    }

    static double powerOfTwo(double atLeast) { return std::exp2(std::ceil(std::log2(atLeast) - 1e-9)); }

    Figure partitions() const {
        if (m_layout.partitions)
            return Figure::leaf("partitions", std::max(1, *m_layout.partitions), Unit::None, Origin::User)
                .withPath(fmt::format("layout:{}/partitions", m_layout.id.value));
        if (m_profile.storage == StorageFamily::Inverted)
            return Figure::derived(
                "partitions", std::max(1, m_design.placement.partitions), Unit::None,
                "⌈JSON of the largest index ÷ bytes of a shard, or its documents ÷ documents of a "
                "shard⌉, at least the engine's habit",
                {m_leaves("limits.full_shard_bytes"), m_leaves("limits.full_shard_documents_count")});
        if (m_profile.storage == StorageFamily::Log)
            return Figure::derived(
                "partitions", std::max(1, m_design.placement.partitions), Unit::None,
                "⌈records a second of the busiest topic at its peak ÷ records of a consumer, or their "
                "bytes ÷ bytes into a partition⌉, at least the engine's habit",
                {m_leaves("capacity.partition_bytes_per_s"), m_leaves("capacity.consumer_rows_per_s")});
        const double count = m_out.count.value();
        if (leaders() && m_shards <= 1)
            return Figure::derived("partitions", 1, Unit::None, "one shard holds everything", {m_out.count});
        if (leaders())
            return Figure::derived("partitions", std::max(1.0, std::floor(count / replicas())), Unit::None,
                                   "nodes ÷ replicas: a shard for each group of replicas", {m_out.count, m_replicas});
        const double tokens = std::max(1, m_profile.virtualNodes);
        return Figure::derived("partitions", count * tokens, Unit::None,
                               m_profile.virtualNodes > 1
                                   ? fmt::format("nodes × {} tokens of each", m_profile.virtualNodes)
                                   : "one a node",
                               {m_out.count});
    }

    const EngineProfile& m_profile;
    const Design& m_design;
    const Layout& m_layout;
    ProfileLeaves& m_leaves;
    const Traffic& m_traffic;
    const std::vector<StructureEstimate>& m_structures;
    Figure m_replicas;
    double m_shards = 1;    ///< where there are leaders
    double m_followers = 0; ///< that reads need, where there are leaders
    NodesEstimate m_out;
};

} // namespace

Work workOf(const Traffic& traffic) {
    Work work;
    for (const PatternTraffic& pattern : traffic.patterns)
        for (const ServiceStage& stage : pattern.stages) {
            if (stage.cache)
                continue;
            const double seconds = pattern.past(pattern.busiest) * stage.subRequests * stage.copies * stage.seconds;
            (stage.write ? work.writes : stage.strong ? work.strongReads : work.reads) += seconds;
        }
    return work;
}

NodesEstimate nodesOf(const EngineProfile& profile, const Design& design, const Layout& layout, ProfileLeaves& leaves,
                      const Traffic& traffic, const std::vector<StructureEstimate>& structures) {
    return NodeCount(profile, design, layout, leaves, traffic, structures).run();
}

Figure writeAmplification(const EngineProfile& profile, const Design& design, ProfileLeaves& leaves,
                          const Traffic& traffic, double bytesOfANode, std::vector<WriteCause>* causes,
                          const Derivation* kept) {
    double logical = 0, entries = 0, copies = 0, firstEntries = 0, upkeep = 0, removed = 0;
    std::vector<Figure> rates, upkeepRates, removals;
    for (const PatternTraffic& pattern : traffic.patterns) {
        bool first = true;
        const bool keeps =
            kept && kept->causes.contains(pattern.pattern->id) && !kept->applied.contains(pattern.pattern->id);
        for (const PlanStep& step : pattern.plan.steps) {
            const Structure* structure = design.find(step.structure);
            if (step.kind != StepKind::Write || !structure || structure->kind == StructureKind::Cache)
                continue;
            if (pattern.removal || keeps) {
                (pattern.removal ? removed : upkeep) += pattern.average * (step.rowsWritten + step.indexesWritten);
                first = false;
                continue;
            }
            (first ? logical : copies) += pattern.average * step.rowsWritten;
            entries += pattern.average * step.indexesWritten;
            firstEntries += first ? pattern.average * step.indexesWritten : 0;
            first = false;
        }
        if (!first)
            (pattern.removal ? removals
             : keeps         ? upkeepRates
                             : rates)
                .push_back(rateLeaf(pattern, "rate of " + pattern.pattern->name, pattern.average));
    }
    if (logical <= 0)
        return Figure::leaf("write amplification", 0, Unit::Ratio, Origin::Default, "no pattern writes");
    const double replicas = profile.replication == Replication::Managed ? 1 : design.placement.replicas;
    const Figure copiesOfAll =
        Figure::leaf("replicas", replicas, Unit::None, Origin::Default, "as the design places them");
    std::vector<Figure> inputs{
        Figure::derived("rows written", logical, Unit::PerSecond, "Σ rate × rows of a statement", rates),
        Figure::derived("index entries written", entries, Unit::PerSecond,
                        "Σ rate × entries in secondary and primary indexes", rates),
        Figure::derived("copies written", copies, Unit::PerSecond, "Σ rate × rows in further structures", rates),
        copiesOfAll};
    if (causes)
        *causes = {
            {"index entries", Figure::derived("rows and index entries", (logical + firstEntries) / logical, Unit::Ratio,
                                              "(rows + their index entries) ÷ rows", {inputs[0], inputs[1]})},
            {"copies",
             Figure::derived("copies in further structures", (logical + entries + copies) / (logical + firstEntries),
                             Unit::Ratio, "rows and entries of all structures ÷ those of the first",
                             {inputs[0], inputs[1], inputs[2]})},
            {"replicas", copiesOfAll}};
    const double all = logical + entries + copies;
    if (kept) {
        inputs.push_back(Figure::derived("written to keep copies in step", upkeep, Unit::PerSecond,
                                         "Σ rate × rows and index entries of the upkeep", std::move(upkeepRates)));
        if (causes)
            causes->insert(causes->end() - 1,
                           {"kept copies", Figure::derived("copies that the layout keeps", (all + upkeep) / all,
                                                           Unit::Ratio, "rows and entries with the upkeep ÷ without it",
                                                           {inputs[0], inputs[1], inputs[2], inputs.back()})});
    }
    if (removed > 0) {
        inputs.push_back(Figure::derived("rows and entries removed", removed, Unit::PerSecond,
                                         "Σ rate × rows and entries deleted because of their age, and rolled up ones "
                                         "written",
                                         std::move(removals)));
        if (causes)
            causes->insert(
                causes->end() - 1,
                {"removal", Figure::derived("removal by age", (all + upkeep + removed) / (all + upkeep), Unit::Ratio,
                                            "rows and entries with those removed ÷ without them",
                                            {inputs[0], inputs[1], inputs[2], inputs.back()})});
    }
    double rewrites = 1;
    const bool merges = profile.storage == StorageFamily::Lsm || profile.storage == StorageFamily::Columnar;
    if (merges) {
        rewrites = compactionWrites(bytesOfANode, profile);
        inputs.push_back(Figure::derived("times compaction writes a byte", rewrites, Unit::Ratio,
                                         "1 + log_fan-out(bytes of a node ÷ bytes of a flush)",
                                         {leaves("storage.flush_bytes"), leaves("storage.compaction_fanout_count")}));
        if (causes)
            causes->push_back({"compaction", inputs.back()});
    }
    return Figure::derived("write amplification", (all + upkeep + removed) / logical * replicas * rewrites, Unit::Ratio,
                           fmt::format("(rows + index entries + copies{}{}) ÷ rows × replicas{}",
                                       kept ? " + upkeep" : "", removed > 0 ? " + removed" : "",
                                       merges ? " × compaction" : ""),
                           std::move(inputs));
}

} // namespace shardscape::estimator
