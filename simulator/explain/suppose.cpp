// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "model/base/nearest_name.h"
#include "simulator/cluster/characteristic_time.h"
#include "simulator/cluster/layout.h"
#include "simulator/explain/what_if.h"
#include "simulator/scenario/scenario_json.h"

namespace shardscape::simulator {
namespace {

using Kind = WhatIf::Kind;
using model::fail;
using model::Result;

constexpr const char* kSupposedCache = "supposed cache";

/// Turns one switch of one scenario.
class Supposing {
public:
    Supposing(const Scenario& scenario, const WhatIf& what)
        : m_out(scenario)
        , m_what(what) {}

    Result<Scenario> run() {
        auto done = turn();
        if (!done)
            return fail(done.error());
        if (m_what.kind == Kind::Traffic || m_what.kind == Kind::Keys || m_what.kind == Kind::Arrivals)
            rewarm();
        if (auto checked = checkScenario(m_out); !checked) {
            model::Error error = checked.error();
            error.message = fmt::format("what if \"{}\": {}", specOf(m_what), error.message);
            return fail(error);
        }
        return std::move(m_out);
    }

private:
    Result<void> turn() {
        switch (m_what.kind) {
        case Kind::Traffic: return traffic();
        case Kind::Nodes: return nodes();
        case Kind::Cost: return cost();
        case Kind::Partitions:
            return eachTable([&](Table& table) { table.partitions = static_cast<std::uint32_t>(m_what.number); });
        case Kind::Replicas:
            return eachTable([&](Table& table) { table.replicas = static_cast<std::uint32_t>(m_what.number); });
        case Kind::Router: return eachTable([&](Table& table) { table.router.kind = m_what.word; });
        case Kind::PartitionKey: return partitionKey();
        case Kind::Keys: return eachStream([&](Stream& stream) { takePopularity(stream.keys); });
        case Kind::Consistency: return consistency();
        case Kind::Cache: return cache();
        case Kind::Salt: return spread(Spread::Kind::Salted);
        case Kind::HotCopies: return spread(Spread::Kind::Copied);
        case Kind::Arrivals: return arrivals();
        case Kind::Fail: return failure();
        case Kind::Slow: return slowness();
        }
        return {};
    }

    tl::unexpected<model::Error> refuse(const std::string& why, std::string advice = {}) const {
        return fail(model::ErrorCode::Invalid, fmt::format("what if \"{}\": {}", specOf(m_what), why),
                    std::move(advice));
    }
    /// Calls with every part that is meant; a part that is named must be there.
    template <class Parts, class Do> Result<void> each(Parts& parts, const char* what, Do&& act) {
        std::vector<std::string> names;
        bool found = false;
        for (auto& part : parts) {
            names.push_back(part.name);
            if (!m_what.whose.empty() && part.name != m_what.whose)
                continue;
            found = true;
            act(part);
        }
        if (found)
            return {};
        std::string list;
        for (const std::string& name : names)
            list += (list.empty() ? "" : ", ") + name;
        const std::string near = model::didYouMean(m_what.whose, names);
        return refuse(fmt::format("there is no {} \"{}\"", what, m_what.whose),
                      near.empty() ? "there is " + list : near);
    }
    template <class Do> Result<void> eachStream(Do&& act) { return each(m_out.streams, "stream", act); }
    template <class Do> Result<void> eachTable(Do&& act) { return each(m_out.tables, "table", act); }
    const Table& tableOf(const Step& step) const {
        return *std::find_if(m_out.tables.begin(), m_out.tables.end(),
                             [&](const Table& table) { return table.name == step.table; });
    }

    Result<void> traffic() {
        const double before = allRates();
        auto done = eachStream([&](Stream& stream) { stream.rate *= m_what.number; });
        // Where both end the run, the number of requests is what the duration was thought to bring.
        if (done && m_out.requests > 0 && m_out.durationSeconds > 0 && before > 0)
            m_out.requests =
                static_cast<std::uint64_t>(std::ceil(static_cast<double>(m_out.requests) * allRates() / before));
        return done;
    }
    double allRates() const {
        double rates = 0;
        for (const Stream& stream : m_out.streams)
            rates += stream.rate;
        return rates;
    }

    Result<void> nodes() {
        if (m_what.whose.empty() && m_out.nodes.size() > 1)
            return refuse(fmt::format("there are {} groups of nodes", m_out.nodes.size()),
                          fmt::format("say which, as in nodes:{}={:.0f}", m_out.nodes.front().name, m_what.number));
        return each(m_out.nodes, "group of nodes",
                    [&](NodeGroup& group) { group.count = static_cast<std::uint32_t>(m_what.number); });
    }
    Result<void> cost() {
        for (NodeGroup& group : m_out.nodes)
            group.count = std::max(1U, static_cast<std::uint32_t>(std::floor(group.count * m_what.number + 1e-9)));
        return {};
    }

    Result<void> partitionKey() {
        std::size_t steps = 0;
        bool divided = false;
        auto done = eachTable([&](Table& table) {
            divided = divided || table.partitions > 1;
            for (Stream& stream : m_out.streams)
                for (Step& step : stream.steps)
                    if (step.table == table.name && step.touch.kind == Touch::Kind::One && table.partitions > 1) {
                        ++steps;
                        partitionEvenly(stream, step);
                    }
        });
        if (done && steps == 0)
            return refuse(divided ? "no step looks up a single partition there" : "there is but one partition");
        return done;
    }
    static void partitionEvenly(const Stream& stream, Step& step) {
        if (stream.kind == StreamKind::Read) {
            step.touch.kind = Touch::Kind::All;
            step.keys.reset();
            return;
        }
        KeySpec rows;
        rows.count = 1ULL << 20; // many, so that partitions get alike shares
        rows.space = step.table + " row";
        step.keys = rows;
    }

    Result<void> spread(Spread::Kind kind) {
        bool divided = false;
        auto done = eachTable([&](Table& table) {
            if (table.partitions < 2)
                return;
            divided = true;
            table.spread = Spread{kind, static_cast<std::uint32_t>(m_what.number), m_what.keys};
        });
        if (done && !divided)
            return refuse("there is but one partition");
        return done;
    }

    void takePopularity(KeySpec& keys) const {
        const KeySpec& wanted = m_what.popularity;
        keys.kind = wanted.kind;
        keys.theta = wanted.theta;
        keys.alpha = wanted.alpha;
        keys.shareOfKeys = wanted.shareOfKeys;
        keys.shareOfTraffic = wanted.shareOfTraffic;
        keys.keys.clear();
        keys.weights.clear();
    }

    Result<void> consistency() {
        bool replicated = false;
        auto done = eachStream([&](Stream& stream) {
            for (Step& step : stream.steps)
                if (const Table& table = tableOf(step); table.replicas > 1) {
                    replicated = true;
                    (ledBy(table, step) ? askLeader(stream, step) : askMajority(stream, step, table.replicas));
                }
        });
        if (done && !replicated)
            return refuse("every table has one replica, so that all reads see the last write", "add replicas=3");
        return done;
    }
    /// One replica decides: nodes are grouped under leaders, or the step says itself from whom it reads.
    static bool ledBy(const Table& table, const Step& step) {
        return table.placement == NodePlacement::Groups || step.from != AskFrom::Any || step.quorum == 0;
    }
    void askLeader(const Stream& stream, Step& step) const {
        if (stream.kind == StreamKind::Write)
            return; // the leader takes it either way
        step.ask = step.quorum = 1;
        step.from = m_what.word == "strong" ? AskFrom::First : AskFrom::Followers;
    }
    void askMajority(const Stream& stream, Step& step, std::uint32_t replicas) const {
        step.quorum = m_what.word == "strong" ? replicas / 2 + 1 : 1;
        // A write goes to all; a read to as many as must answer, unless it always asked all and takes the fastest.
        if (stream.kind == StreamKind::Read && step.ask > 0)
            step.ask = step.quorum;
        else
            step.ask = 0;
    }

    Result<void> cache() {
        std::vector<std::string> wanted;
        bool reads = false;
        auto done = eachStream([&](Stream& stream) {
            reads = reads || stream.kind == StreamKind::Read;
            if (stream.kind == StreamKind::Read && !resized(stream.name))
                wanted.push_back(stream.name);
        });
        if (!done)
            return done;
        if (!reads)
            return refuse("only reads can be answered by a cache");
        if (!wanted.empty())
            addCache(std::move(wanted));
        return {};
    }
    /// True when a cache in front of the stream has taken the size.
    bool resized(const std::string& stream) {
        for (Cache& cache : m_out.caches)
            if (std::find(cache.streams.begin(), cache.streams.end(), stream) != cache.streams.end()) {
                size(cache);
                return true;
            }
        return false;
    }
    void size(Cache& cache) const {
        cache.capacityKeys = static_cast<std::uint64_t>(m_what.number);
        if (m_what.seconds > 0)
            cache.ttlSeconds = m_what.seconds;
        cache.fixedHitRatio = 0;
        cache.warmSeconds = characteristicSeconds(m_out, cache);
    }
    void addCache(std::vector<std::string> streams) {
        Cache cache;
        cache.name = kSupposedCache;
        for (int more = 2; std::any_of(m_out.caches.begin(), m_out.caches.end(),
                                       [&](const Cache& other) { return other.name == cache.name; });
             ++more)
            cache.name = fmt::format("{} {}", kSupposedCache, more);
        cache.streams = std::move(streams);
        for (const Stream& write : m_out.streams)
            if (write.kind == StreamKind::Write && !fronted(write.name) && sharesKeys(write, cache))
                cache.streams.push_back(write.name);
        size(cache);
        m_out.caches.push_back(std::move(cache));
    }
    bool fronted(const std::string& stream) const {
        return std::any_of(m_out.caches.begin(), m_out.caches.end(), [&](const Cache& cache) {
            return std::find(cache.streams.begin(), cache.streams.end(), stream) != cache.streams.end();
        });
    }
    bool sharesKeys(const Stream& write, const Cache& cache) const {
        return std::any_of(m_out.streams.begin(), m_out.streams.end(), [&](const Stream& read) {
            return read.kind == StreamKind::Read && read.keys.space == write.keys.space &&
                   std::find(cache.streams.begin(), cache.streams.end(), read.name) != cache.streams.end();
        });
    }
    void rewarm() {
        for (Cache& cache : m_out.caches)
            if (cache.warmSeconds > 0 && cache.fixedHitRatio <= 0)
                cache.warmSeconds = characteristicSeconds(m_out, cache);
    }

    During when() const {
        return {m_what.fromSeconds, m_what.forSeconds > 0 ? m_what.fromSeconds + m_what.forSeconds : 0};
    }
    Result<void> failure() {
        if (m_what.word == "dependency") {
            std::vector<std::string> names;
            for (const Stream& stream : m_out.streams)
                names.push_back(stream.name);
            if (auto found = known("stream", names); !found)
                return found;
            DependencyHangs hangs;
            hangs.when = when();
            hangs.streams = {m_what.name};
            m_out.faults.emplace_back(std::move(hangs));
            return {};
        }
        NodesDown down;
        down.when = when();
        if (m_what.word == "region") {
            std::vector<std::string> names;
            for (const NodeGroup& group : m_out.nodes)
                if (!group.region.empty() && std::find(names.begin(), names.end(), group.region) == names.end())
                    names.push_back(group.region);
            if (auto found = known("region", names); !found)
                return found;
            down.region = m_what.name;
        } else {
            if (auto found = known("node", nodeNames()); !found)
                return found;
            down.nodes = {m_what.name};
        }
        m_out.faults.emplace_back(std::move(down));
        return {};
    }
    Result<void> slowness() {
        if (auto found = known("node", nodeNames()); !found)
            return found;
        m_out.faults.emplace_back(SlowNodes{when(), {m_what.name}, 1 / m_what.number});
        return {};
    }
    /// Groups, then single nodes.
    std::vector<std::string> nodeNames() const {
        std::vector<std::string> names;
        for (const NodeGroup& group : m_out.nodes)
            names.push_back(group.name);
        for (const NodeSpec& node : listNodes(m_out))
            names.push_back(node.name);
        return names;
    }
    Result<void> known(const char* what, const std::vector<std::string>& names) const {
        if (std::find(names.begin(), names.end(), m_what.name) != names.end())
            return {};
        constexpr std::size_t kListed = 12;
        std::string list;
        for (std::size_t i = 0; i < std::min(kListed, names.size()); ++i)
            list += (list.empty() ? "" : ", ") + names[i];
        const std::string near = model::didYouMean(m_what.name, names);
        return refuse(fmt::format("there is no {} \"{}\"", what, m_what.name),
                      !near.empty()   ? near
                      : names.empty() ? "no node says its region"
                                      : "there is " + list + (names.size() > kListed ? " …" : ""));
    }

    Result<void> arrivals() {
        return eachStream([&](Stream& stream) {
            if (!stream.profile.empty())
                stream.rate = meanRate(m_out, stream);
            stream.profile.clear();
            stream.profilePeriodSeconds = 0;
            if (m_what.word == "even")
                stream.arrivals = Arrivals::Deterministic;
        });
    }

    Scenario m_out;
    const WhatIf& m_what;
};

} // namespace

Result<Scenario> suppose(const Scenario& scenario, const WhatIf& what) {
    return Supposing(scenario, what).run();
}

} // namespace shardscape::simulator
