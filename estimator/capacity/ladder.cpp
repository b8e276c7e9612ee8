// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/capacity/ladder.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "estimator/copies/relabel.h"
#include "estimator/figure/leaves.h"
#include "estimator/latency/service.h"

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kLargestVolume = 16.0 * 1024 * 1024 * 1024 * 1024; ///< bytes of the largest gp3 volume

/// A constraint as a multiple of what one node of the profile gives.
struct Load {
    std::string name;
    Figure used;
    Figure room;
    double times() const { return room.value() > 0 ? used.value() / room.value() : 0; }
};

class Ladder {
public:
    Ladder(const Project& project, const EngineProfile& profile, const Layout& layout, const Estimate& estimate,
           const PriceSheet* sheet)
        : m_project(project)
        , m_profile(profile)
        , m_layout(layout)
        , m_estimate(estimate)
        , m_sheet(sheet)
        , m_leaves(profile) {
        for (const NodeConstraint& constraint : estimate.nodes.constraints)
            if (constraint.name != "availability")
                m_loads.push_back({constraint.name, constraint.used, constraint.roomOfANode});
    }

    std::vector<Rung> run() {
        if (m_loads.empty())
            return {};
        if (m_profile.replication != Replication::Leader)
            return spreading();
        addOneNode();
        addBiggerNode();
        addReplicas();
        addPartitions();
        addShards();
        addDistributed();
        return std::move(m_rungs);
    }

private:
    const Load* find(const char* name) const {
        for (const Load& load : m_loads)
            if (load.name == name)
                return &load;
        return nullptr;
    }

    /// Servers busy with reads that followers may answer: all reads less the strong ones; none without followers, as
    /// then all reads are among what leaders do.
    double staleReads() const {
        const Load* writes = find("writes");
        const Load* reads = find("reads");
        if (!writes || !reads || m_estimate.design.placement.replicas <= 1)
            return 0;
        double strong = 0;
        for (const Figure& input : writes->used.inputs())
            if (input.name() == "servers busy with strong reads")
                strong = input.value();
        return std::max(0.0, reads->used.value() - strong);
    }

    /// Everything on one machine: reads and writes share its servers.
    std::vector<Load> onOneNode() const {
        std::vector<Load> loads;
        for (const Load& load : m_loads)
            if (load.name != "reads" && load.name != "writes" && load.name != "processors")
                loads.push_back(load);
        const Load* writes = find("writes");
        const Load* reads = find("reads");
        if (writes && reads)
            loads.push_back(
                {"processors",
                 Figure::derived("servers busy with everything", writes->used.value() + staleReads(), Unit::None,
                                 "what leaders do + reads that may be stale", {writes->used, reads->used}),
                 writes->room});
        return loads;
    }

    static const Load& worst(const std::vector<Load>& loads) {
        return *std::max_element(loads.begin(), loads.end(),
                                 [](const Load& a, const Load& b) { return a.times() < b.times(); });
    }

    static std::string words(const Load& load) {
        const Unit unit = load.used.unit();
        const std::string of = load.name == "processors" || load.name == "writes" || load.name == "reads"
                                   ? unit == Unit::PerSecond ? "request units" : "servers busy"
                               : load.name == "memory" ? "of memory"
                                                       : "of data";
        return fmt::format("{} {} where a node gives {}", format(load.used), of, format(load.room));
    }

    Rung rung(std::string name, Rung::State state, std::string why, const Load& load, double nodes) {
        return {std::move(name), state, std::move(why), load.used, load.room, nodes};
    }

    void addOneNode() {
        const std::vector<Load> loads = onOneNode();
        const Load& load = worst(loads);
        m_one = load.times() <= 1 + 1e-9;
        m_rungs.push_back(rung("one node", m_one ? Rung::State::Climbed : Rung::State::NotEnough,
                               m_one ? fmt::format("one node carries it: {}", words(load))
                                     : fmt::format("too much for one node: {}", words(load)),
                               load, 1));
    }

    /// How many times a profile's node the largest machine is, for a constraint; 0 without machines.
    double largest(const Load& load) const {
        if (!m_sheet || m_sheet->machines.empty())
            return 0;
        double cores = 0, memory = 0;
        for (const MachineType& machine : m_sheet->machines) {
            cores = std::max(cores, static_cast<double>(machine.cores));
            memory = std::max(memory, machine.memoryBytes);
        }
        if (load.name == "storage")
            return std::max(1.0, kLargestVolume / m_profile.value("capacity.storage_per_node_bytes"));
        if (load.name == "memory")
            return std::max(1.0, memory / std::max(1.0, m_profile.value("capacity.memory_per_node_bytes")));
        // An engine that works on one request at a time gains nothing from cores.
        if (m_profile.value(coresConstant(m_profile)) <= 1)
            return 1;
        return std::max(1.0, cores / m_profile.value(coresConstant(m_profile)));
    }

    void addBiggerNode() {
        std::vector<Load> loads = onOneNode();
        if (m_one) {
            m_rungs.push_back(
                rung("bigger node", Rung::State::NotNeeded, "the node there is carries it", worst(loads), 1));
            return;
        }
        // What only a leader can do; stale reads may go to followers on the next rung.
        std::erase_if(loads, [](const Load& load) { return load.name == "processors"; });
        if (const Load* writes = find("writes"))
            loads.push_back(*writes);
        if (!m_sheet || m_sheet->machines.empty()) {
            const Load& load = worst(loads);
            m_vertical = load.times() <= 1 + 1e-9;
            m_rungs.push_back(rung("bigger node", m_vertical ? Rung::State::NotNeeded : Rung::State::NotEnough,
                                   "no price sheet says which machines there are", load, 1));
            return;
        }
        const auto over = std::max_element(loads.begin(), loads.end(), [&](const Load& a, const Load& b) {
            return a.times() / largest(a) < b.times() / largest(b);
        });
        const double need = over->times(), most = largest(*over);
        m_vertical = need <= most + 1e-9;
        std::string why;
        if (need <= 1 + 1e-9)
            why = "a leader of this size carries the writes and the data; reads can go to replicas";
        else if (m_vertical)
            why =
                fmt::format("{}: a machine {:.1f} times as large carries it, and there are {:.0f} times as large ones",
                            words(*over), need, most);
        else
            why = fmt::format("{}: {:.1f} times a node, and the largest machine is {:.0f} times one", words(*over),
                              need, most);
        m_rungs.push_back(rung("bigger node",
                               need <= 1 + 1e-9 ? Rung::State::NotNeeded
                               : m_vertical     ? Rung::State::Climbed
                                                : Rung::State::NotEnough,
                               std::move(why), *over, 1));
    }

    void addReplicas() {
        const double copies = std::max(1, m_estimate.design.placement.replicas);
        const Load* reads = find("reads");
        const double most = reads ? std::max(1e-12, reads->room.value()) : 1;
        const double followers = wholeAtLeast(staleReads() / most);
        const double nodes = std::max(copies, followers + 1);
        m_replicaNodes = nodes;
        const Load load = reads ? *reads : m_loads.front();
        std::string why;
        if (followers > copies - 1)
            why = fmt::format("{}: {:.0f} replicas answer what may be stale", words(*reads), followers);
        else if (copies > 1)
            why = fmt::format("{:.0f} copies, {}, so that the loss of a node loses nothing; reads alone would not need "
                              "them",
                              copies, m_layout.replicas ? "as you asked" : "as is the engine's habit");
        else
            why = "one copy is asked for, and reads fit one node";
        const bool climbed = nodes > 1;
        m_rungs.push_back(
            rung("replicas", climbed ? Rung::State::Climbed : Rung::State::NotNeeded, std::move(why), load, nodes));
    }

    void addPartitions() {
        const StructureEstimate* largest = nullptr;
        for (std::size_t i = 0; i < m_estimate.structures.size(); ++i)
            if (m_estimate.design.structures[i].kind == StructureKind::Table &&
                (!largest || m_estimate.structures[i].totalBytes.value() > largest->totalBytes.value()))
                largest = &m_estimate.structures[i];
        if (!largest || m_profile.storage == StorageFamily::Memory)
            return;
        const Load load{"memory", largest->totalBytes, m_leaves("capacity.memory_per_node_bytes")};
        const bool climbed = load.times() > 1;
        m_rungs.push_back(
            rung("partitioned tables", climbed ? Rung::State::Climbed : Rung::State::NotNeeded,
                 fmt::format("the largest table, {}, has {}, {} the {} of memory of a node", largest->name,
                             format(largest->totalBytes), climbed ? "more than" : "less than", format(load.room)),
                 load, m_replicaNodes));
    }

    void addShards() {
        std::vector<Load> loads;
        for (const Load& load : m_loads)
            if (load.name != "reads")
                loads.push_back(load);
        if (loads.empty())
            return;
        const Load& load = worst(loads);
        const double copies = std::max(1, m_estimate.design.placement.replicas);
        const double shards = std::max(1.0, std::floor(m_estimate.nodes.count.value() / copies));
        const bool needed = !m_one && !m_vertical;
        m_sharded = needed;
        std::string why;
        if (needed)
            why = fmt::format("{}: no single leader carries it; {:.0f} shards of this size do", words(load),
                              std::max(2.0, shards));
        else if (load.times() > 1)
            why = fmt::format("not yet: a bigger node carries it. On nodes of this size it takes {:.0f} shards, as the "
                              "estimate counts them",
                              std::max(2.0, shards));
        else
            why = fmt::format("not needed: {}", words(load));
        m_rungs.push_back(rung("shards", needed ? Rung::State::Climbed : Rung::State::NotNeeded, std::move(why), load,
                               needed ? m_estimate.nodes.count.value() : m_replicaNodes));
    }

    void addDistributed() {
        double all = 0, several = 0;
        for (const PatternEstimate& pattern : m_estimate.patterns) {
            all += pattern.peakQps.value();
            if (pattern.plan.partitionsTouched > 1.5)
                several += pattern.peakQps.value();
        }
        const Figure share =
            Figure::derived("requests that ask several shards", all > 0 ? several / all : 0, Unit::Percent,
                            "peak rates of such patterns ÷ all peak rates", {m_estimate.peakQps});
        const Load load{"shards", share,
                        Figure::leaf("share from which a database should do it", 0.5, Unit::Percent, Origin::Default,
                                     "when most requests ask several shards, the application does a database's work")};
        const bool climbed = m_sharded && load.times() > 1;
        m_rungs.push_back(rung("distributed SQL", climbed ? Rung::State::Climbed : Rung::State::NotNeeded,
                               m_sharded ? fmt::format("{} of the requests ask several shards", format(share))
                                         : std::string("nothing is sharded"),
                               load, m_rungs.back().nodes));
    }

    std::vector<Rung> spreading() {
        const Load& load = worst(m_loads);
        const double copies =
            m_profile.replication == Replication::Managed ? 1 : std::max(1, m_estimate.design.placement.replicas);
        const bool one = load.times() <= 1 + 1e-9;
        const char* unit = m_profile.replication == Replication::Managed ? "one partition" : "one node";
        m_rungs.push_back(rung(unit, one ? Rung::State::Climbed : Rung::State::NotEnough,
                               one ? fmt::format("{} carries it: {}", unit, words(load))
                                   : fmt::format("too much for {}: {}", unit, words(load)),
                               load, 1));
        if (m_profile.replication != Replication::Managed)
            m_rungs.push_back(rung("replicas", copies > 1 ? Rung::State::Climbed : Rung::State::NotNeeded,
                                   fmt::format("{:.0f} copies of each partition, {}", copies,
                                               m_layout.replicas ? "as you asked" : "as is the engine's habit"),
                                   load, copies));
        const double nodes = m_estimate.nodes.count.value();
        m_rungs.push_back(rung(m_profile.replication == Replication::Managed ? "more partitions" : "more nodes",
                               nodes > copies ? Rung::State::Climbed : Rung::State::NotNeeded,
                               nodes > copies
                                   ? fmt::format("{} forces {:.0f}: {}", m_estimate.nodes.binding, nodes, words(load))
                                   : std::string("the copies carry the load"),
                               load, nodes));
        return std::move(m_rungs);
    }

    const Project& m_project;
    const EngineProfile& m_profile;
    const Layout& m_layout;
    const Estimate& m_estimate;
    const PriceSheet* m_sheet;
    ProfileLeaves m_leaves;
    std::vector<Load> m_loads;
    std::vector<Rung> m_rungs;
    bool m_one = true;
    bool m_vertical = true;
    bool m_sharded = false;
    double m_replicaNodes = 1;
};

} // namespace

const char* name(Rung::State state) {
    static constexpr std::array kNames{"climbed", "not needed", "not enough"};
    return kNames[static_cast<std::size_t>(state)];
}

std::vector<Rung> ladderOf(const Project& project, const EngineProfile& profile, const Layout& layout,
                           const Estimate& estimate, const PriceSheet* sheet) {
    std::vector<Rung> out = Ladder(estimate.subject(project), profile, layout, estimate, sheet).run();
    relabelKept(estimate, project, [&](const auto& each) {
        for (Rung& rung : out)
            for (Figure* figure : {&rung.need, &rung.limit})
                each(*figure);
    });
    return out;
}

} // namespace shardscape::estimator
