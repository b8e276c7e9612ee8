// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measure/expected.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <type_traits>
#include <variant>

#include "simulator/cluster/cache_past.h"

namespace shardscape::simulator {

namespace {

/// One step of one stream, as far as its table is concerned.
struct Flow {
    std::uint32_t stream;
    const StepPlan* step;
    const KeySampler* keys;
};

std::vector<Flow> flowsTo(const Plan& plan, std::uint32_t table) {
    std::vector<Flow> flows;
    for (std::uint32_t s = 0; s < plan.streams.size(); ++s)
        for (const StepPlan& step : plan.streams[s].steps)
            if (step.table == table)
                flows.push_back({s, &step, step.ownKeys != nullptr ? step.ownKeys : plan.streams[s].keys});
    return flows;
}

/// The first cache in front of a flow's reads; null when there is none.
const Cache* cacheOf(const Plan& plan, std::uint32_t stream) {
    const StreamPlan& planned = plan.streams[stream];
    return planned.caches.empty() || planned.write ? nullptr : &plan.scenario->caches[planned.caches.front()];
}

/// The share of a key's requests that a warm cache does not answer.
double missRatio(const Plan& plan, std::uint32_t stream, std::uint64_t key) {
    const Cache* cache = cacheOf(plan, stream);
    if (!cache)
        return 1;
    if (cache->fixedHitRatio > 0)
        return 1 - cache->fixedHitRatio;
    return 1 - steadyHitRatio(plan.cachedRate(plan.streams[stream].caches.front(), stream, key) / cache->copies,
                              cache->warmSeconds, cache->ttlSeconds);
}

/// The share of requests that fall on keys outside a run and pass the cache. Neighbouring keys are alike, so that
/// groups that grow by a hundredth of their distance from the run are stood for by their middle.
double passedOutside(const Plan& plan, std::uint32_t stream, const KeySampler& keys, std::uint64_t first,
                     std::uint64_t length) {
    double passed = 0;
    std::uint64_t done = length;
    while (done < keys.count()) {
        const std::uint64_t size = std::min(std::max<std::uint64_t>(1, done / 100), keys.count() - done);
        // The run is at the start of the keys, or at their end.
        const std::uint64_t middle = first == 0 ? done + size / 2 : keys.count() - 1 - done - size / 2;
        passed += static_cast<double>(size) * keys.probability(middle) * missRatio(plan, stream, middle);
        done += size;
    }
    return passed;
}

/// The share of all of a stream's requests that pass its cache.
double passedShare(const Plan& plan, std::uint32_t stream) {
    const Cache* cache = cacheOf(plan, stream);
    if (!cache)
        return 1;
    const KeySampler& keys = *plan.streams[stream].keys;
    const auto [first, length] = keys.runOfTop(kCountedKeys);
    double passed = passedOutside(plan, stream, keys, first, length);
    for (std::uint64_t key = first; key < first + length; ++key)
        passed += keys.probability(key) * missRatio(plan, stream, key);
    return passed;
}

/// How many times a request for a key does a step.
double timesFor(const Flow& flow, const KeySampler& keys, std::uint64_t key, const KeySpec& spec) {
    const std::uint64_t rank = spec.kind == KeyKind::Latest ? keys.count() - 1 - key : key;
    return flow.step->fanOut->ofRank(rank, keys.count());
}

/// And one for any key.
double meanTimes(const Plan& plan, const Flow& flow) {
    const FanOutSampler* fanOut = flow.step->fanOut;
    if (fanOut == nullptr || !fanOut->byKey())
        return fanOut == nullptr ? 1 : fanOut->mean();
    const KeySampler& keys = *plan.streams[flow.stream].keys;
    double mean = 0;
    for (std::uint64_t key = 0; key < keys.count(); ++key)
        mean += keys.probability(key) * timesFor(flow, keys, key, plan.scenario->streams[flow.stream].keys);
    return mean;
}

/// Whether a request for a spread key asks one of its partitions rather than all.
bool asksOne(const Plan& plan, const Flow& flow) {
    return (flow.step->spread->kind() == Spread::Kind::Salted) == plan.streams[flow.stream].write;
}

LoadKnowledge knowledgeOf(const Plan& plan, const TableLayout& layout, const Flow& flow) {
    const Cache* cache = cacheOf(plan, flow.stream);
    // What several levels, or waiting for another one's fetch, let through does not follow from popularity alone.
    if (cache && (plan.streams[flow.stream].caches.size() > 1 || cache->coalesce))
        return LoadKnowledge::Unknown;
    if (cache && cache->warmSeconds <= 0 && cache->fixedHitRatio <= 0)
        return LoadKnowledge::Unknown;
    const FanOutSampler* fanOut = flow.step->fanOut;
    const bool byManyKeys =
        fanOut != nullptr && fanOut->byKey() && plan.streams[flow.stream].keys->count() > kTableKeys;
    if (flow.step->splits != nullptr || flow.step->moves != nullptr || byManyKeys)
        return LoadKnowledge::Unknown;
    const bool large = flow.step->touch.kind == Touch::Kind::One && flow.keys->count() > kTableKeys;
    const KeySpec& spec = *flow.step->keySpec;
    const bool inOrder =
        spec.order == KeyOrder::Ranked || (spec.kind == KeyKind::Latest && spec.order == KeyOrder::Natural);
    if (large && layout.range && inOrder)
        return LoadKnowledge::Unknown;
    return large || cache ? LoadKnowledge::Close : LoadKnowledge::Exact;
}

/// Operations of one flow at one partition, and the work that comes with them.
void addOperations(const TableLayout& layout, const Flow& flow, std::size_t partition, double operations,
                   ExpectedTable& table) {
    const double work = operations * flow.step->meanServiceSeconds;
    const StepPlan& step = *flow.step;
    const auto [first, other] = workOfReplicas(layout, step);
    table.streamOperations[flow.stream][partition] += operations;
    table.operations[partition] += operations;
    table.work[partition] += work * first;
    table.replicaWork[partition] += work * other;
}

/// The same number at every partition.
void addEvenly(const TableLayout& layout, const Flow& flow, double operations, ExpectedTable& table) {
    for (std::size_t p = 0; p < table.operations.size(); ++p)
        addOperations(layout, flow, p, operations / static_cast<double>(layout.partitions), table);
}

void addScattered(const Plan& plan, const TableLayout& layout, const Flow& flow, ExpectedTable& table) {
    const double asked = flow.step->touch.kind == Touch::Kind::All ? static_cast<double>(layout.partitions)
                                                                   : static_cast<double>(flow.step->touch.sample);
    const double times = meanTimes(plan, flow);
    addEvenly(layout, flow, plan.streamRates[flow.stream] * passedShare(plan, flow.stream) * times * asked, table);
}

/// One of the flows that ask single partitions by the same numbering of keys, and what it asks of each partition.
struct KeyedFlow {
    const Flow* flow;
    bool ownKeys;
    bool timesByKey;
    double rate;   ///< of requests, times what each does the step
    double passed; ///< where it does not depend on the key
    std::uint64_t first;
    std::uint64_t length; ///< keys from `first` on are counted one by one
    bool whole;           ///< these are all keys
    std::vector<double> operations;

    KeyedFlow(const Plan& plan, const TableLayout& layout, const Flow& of)
        : flow(&of)
        , ownKeys(of.step->ownKeys != nullptr)
        , timesByKey(of.step->fanOut != nullptr && of.step->fanOut->byKey() && !ownKeys)
        , rate(plan.streamRates[of.stream] * (timesByKey ? 1 : meanTimes(plan, of)))
        , passed(ownKeys ? passedShare(plan, of.stream) : 1)
        , whole(of.keys->count() <= kTableKeys)
        , operations(layout.partitions) {
        std::tie(first, length) =
            whole ? std::pair{std::uint64_t{0}, of.keys->count()} : of.keys->runOfTop(kCountedKeys);
    }
    /// Operations on a key of that probability.
    double each(const Plan& plan, std::uint64_t key, double probability) const {
        const double all = rate * probability * (ownKeys ? passed : missRatio(plan, flow->stream, key));
        return timesByKey ? all * timesFor(*flow, *flow->keys, key, *flow->step->keySpec) : all;
    }
    /// Operations on all keys that are not counted.
    double others(const Plan& plan) const {
        if (!ownKeys && cacheOf(plan, flow->stream))
            return rate * std::max(0.0, passedOutside(plan, flow->stream, *flow->keys, first, length));
        double share = 1;
        for (std::uint64_t key = first; key < first + length; ++key)
            share -= flow->keys->probability(key);
        return rate * std::max(0.0, share * passed);
    }
};

/// Flows that ask single partitions by the same numbering of keys: popularity adds up key by key, in blocks of
/// neighbours, so that it takes no memory for each key.
void addKeyed(const Plan& plan, const TableLayout& layout, const std::vector<Flow>& group, ExpectedTable& table) {
    constexpr std::uint64_t kBlock = 4096;
    struct Weight {
        double atEach = 0; ///< operations at each partition of the key
        double atOne = 0;  ///< at one of them
        const Flow* flow = nullptr;
    };
    std::vector<KeyedFlow> flows;
    for (const Flow& flow : group)
        flows.emplace_back(plan, layout, flow);
    std::vector<std::uint32_t> homes;
    const auto homesOf = [&](const Flow& flow, std::uint64_t key) {
        if (flow.step->spread != nullptr && flow.step->spread->spreads(key))
            flow.step->spread->homes(key, homes);
        else
            homes.assign(1, flow.step->route->partition(key));
    };
    const auto compare = [&](std::uint64_t key, const Weight& weight) {
        homesOf(*weight.flow, key);
        const double once = weight.atEach + weight.atOne / static_cast<double>(homes.size());
        for (const std::uint32_t home : homes) {
            const std::uint32_t p = home - layout.first;
            const double operations = once * static_cast<double>(std::count(homes.begin(), homes.end(), home));
            const bool first = operations == table.topKeyOperations[p] && key < table.topKey[p];
            if (operations > table.topKeyOperations[p] || first) {
                table.topKeyOperations[p] = operations;
                table.topKey[p] = key;
                table.topKeySpec[p] = weight.flow->step->keySpec;
            }
        }
    };
    // Blocks that begin at multiples of their length, so that flows whose counted keys begin elsewhere share them.
    std::set<std::uint64_t> blocks;
    for (const KeyedFlow& keyed : flows)
        for (std::uint64_t block = keyed.first / kBlock; block * kBlock < keyed.first + keyed.length; ++block)
            blocks.insert(block);
    std::vector<Weight> weights(kBlock);
    std::vector<double> some(kBlock);
    for (const std::uint64_t block : blocks) {
        std::fill(weights.begin(), weights.end(), Weight{});
        for (KeyedFlow& keyed : flows) {
            const std::uint64_t from = std::max(keyed.first, block * kBlock);
            const std::uint64_t to = std::min(keyed.first + keyed.length, (block + 1) * kBlock);
            if (from >= to)
                continue;
            keyed.flow->keys->probabilities(from, std::span(some).first(to - from));
            for (std::uint64_t key = from; key < to; ++key) {
                const double each = keyed.each(plan, key, some[key - from]);
                Weight& weight = weights[key - block * kBlock];
                weight.flow = keyed.flow;
                homesOf(*keyed.flow, key);
                const bool one = homes.size() > 1 && asksOne(plan, *keyed.flow);
                (one ? weight.atOne : weight.atEach) += each;
                for (const std::uint32_t home : homes)
                    keyed.operations[home - layout.first] += one ? each / static_cast<double>(homes.size()) : each;
            }
        }
        for (std::uint64_t i = 0; i < kBlock; ++i)
            if (weights[i].flow)
                compare(block * kBlock + i, weights[i]);
    }
    for (const KeyedFlow& keyed : flows) {
        for (std::size_t p = 0; p < keyed.operations.size(); ++p)
            if (keyed.operations[p] > 0)
                addOperations(layout, *keyed.flow, p, keyed.operations[p], table);
        if (!keyed.whole)
            addEvenly(layout, *keyed.flow, keyed.others(plan), table);
    }
}

ExpectedTable expectTable(const Plan& plan, std::uint32_t index) {
    const TableLayout& layout = plan.tables[index];
    ExpectedTable table;
    for (std::vector<double>* column : {&table.operations, &table.work, &table.replicaWork, &table.topKeyOperations})
        column->resize(layout.partitions);
    table.streamOperations.resize(plan.streams.size());
    table.topKeySpec.resize(layout.partitions);
    table.topKey.resize(layout.partitions);
    std::vector<Flow> flows = flowsTo(plan, index);
    table.knowledge = LoadKnowledge::Exact;
    for (const Flow& flow : flows)
        table.knowledge = std::max(table.knowledge, knowledgeOf(plan, layout, flow));
    if (table.knowledge == LoadKnowledge::Unknown)
        return table;
    std::vector<std::vector<Flow>> groups;
    for (const Flow& flow : flows) {
        table.streamOperations[flow.stream].resize(layout.partitions);
        if (flow.step->touch.kind != Touch::Kind::One) {
            addScattered(plan, layout, flow, table);
            continue;
        }
        auto same = std::find_if(groups.begin(), groups.end(), [&](const std::vector<Flow>& group) {
            return sameNumbering(*group.front().step->keySpec, *flow.step->keySpec);
        });
        if (same == groups.end())
            same = groups.insert(same, std::vector<Flow>{});
        same->push_back(flow);
    }
    for (const std::vector<Flow>& group : groups)
        addKeyed(plan, layout, group, table);
    return table;
}

/// Adds the server time, in seconds a second, that a table asks of each node.
void addDemand(const TableLayout& layout, const ExpectedTable& table, std::vector<double>& demand) {
    for (std::uint32_t p = 0; p < layout.partitions; ++p)
        for (std::uint32_t r = 0; r < layout.replicas; ++r)
            demand[layout.nodes[std::size_t{p} * layout.replicas + r]] += r == 0 ? table.work[p] : table.replicaWork[p];
}

/// Batches share work, and wrong partitions add some, by how requests happen to come.
bool workIsKnown(const Plan& plan, std::uint32_t table) {
    const std::vector<Flow> flows = flowsTo(plan, table);
    return std::all_of(flows.begin(), flows.end(), [](const Flow& flow) { return flow.step->batching == nullptr; });
}

/// Whether something happens within the run that changes how much nodes have to do or can. Surges are in the rates.
bool isDisturbed(const Plan& plan) {
    const auto disturbs = [&](const auto& fault) {
        using Kind = std::decay_t<decltype(fault)>;
        if constexpr (std::is_same_v<Kind, Surge>)
            return false;
        else if constexpr (std::is_same_v<Kind, CacheFlush>)
            return fault.atSeconds < plan.expectedSeconds;
        else
            return fault.when.fromSeconds < plan.expectedSeconds;
    };
    const std::vector<Fault>& faults = plan.scenario->faults;
    return !plan.moves.empty() ||
           std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) { return std::visit(disturbs, fault); });
}

} // namespace

Expected expect(const Plan& plan) {
    Expected expected;
    std::vector<double> demand(plan.nodes.size());
    bool known = !isDisturbed(plan);
    for (std::uint32_t t = 0; t < plan.tables.size(); ++t) {
        expected.tables.push_back(expectTable(plan, t));
        known = known && expected.tables.back().knowledge != LoadKnowledge::Unknown && workIsKnown(plan, t);
        if (known)
            addDemand(plan.tables[t], expected.tables.back(), demand);
    }
    for (std::size_t i = 0; i < plan.nodes.size(); ++i)
        expected.nodeUtilisation.push_back(known ? demand[i] / plan.nodes[i].servers / plan.nodes[i].speed : -1);
    return expected;
}

bool loadsAreKnown(const Plan& plan) {
    for (std::uint32_t t = 0; t < plan.tables.size(); ++t)
        for (const Flow& flow : flowsTo(plan, t))
            if (knowledgeOf(plan, plan.tables[t], flow) == LoadKnowledge::Unknown)
                return false;
    return true;
}

KeyOperations::KeyOperations(const Plan& plan, std::uint32_t stream, const StepPlan& step)
    : m_plan(plan)
    , m_stream(stream)
    , m_keys(step.ownKeys != nullptr ? *step.ownKeys : *plan.streams[stream].keys)
    , m_step(step)
    , m_ownKeys(step.ownKeys != nullptr) {
    m_timesByKey = step.fanOut != nullptr && step.fanOut->byKey() && !m_ownKeys;
    if (!m_timesByKey)
        m_times = meanTimes(plan, {stream, &step, &m_keys});
    if (m_ownKeys)
        m_passed = passedShare(plan, stream);
}

double KeyOperations::of(std::uint64_t key) const {
    if (key >= m_keys.count())
        return 0;
    const double times = m_timesByKey ? timesFor({m_stream, &m_step, &m_keys}, m_keys, key, *m_step.keySpec) : m_times;
    return m_plan.streamRates[m_stream] * times * m_keys.probability(key) *
           (m_ownKeys ? m_passed : missRatio(m_plan, m_stream, key));
}

std::pair<double, double> workOfReplicas(const TableLayout& layout, const StepPlan& step) {
    if (!step.toAllReplicas && step.balance != Balance::AsAsked)
        return {1.0 / layout.replicas, 1.0 / layout.replicas}; // even where replicas are alike
    if (!step.toAllReplicas)
        return {1, 0};
    if (step.ask == 0)
        return {1, 1};
    const double others = std::max(1.0, layout.replicas - 1.0);
    switch (step.from) {
    case AskFrom::Any: break;
    case AskFrom::First: return {1, (step.ask - 1) / others};
    case AskFrom::Followers: return {0, step.ask / others};
    }
    const double each = static_cast<double>(step.ask) / layout.replicas;
    return {each, each};
}

std::vector<HotKey> hottestKeys(const Plan& plan, std::uint32_t most) {
    const std::vector<Stream>& streams = plan.scenario->streams;
    const double allRates = std::accumulate(plan.streamRates.begin(), plan.streamRates.end(), 0.0);
    std::vector<HotKey> hottest;
    std::vector<std::pair<std::uint32_t, std::uint64_t>> seen; // first stream of its numbering, key
    for (std::uint32_t s = 0; s < streams.size(); ++s) {
        std::uint32_t first = 0;
        while (!sameNumbering(streams[first].keys, streams[s].keys))
            ++first;
        for (std::uint64_t key : plan.streams[s].keys->top(most)) {
            if (std::find(seen.begin(), seen.end(), std::pair{first, key}) != seen.end())
                continue;
            seen.emplace_back(first, key);
            HotKey hot;
            hot.key = KeySpaces::label(streams[s].keys, key);
            hot.space = streams[s].keys.space;
            for (std::uint32_t other = 0; other < streams.size(); ++other)
                if (sameNumbering(streams[other].keys, streams[s].keys)) {
                    const double share =
                        allRates > 0 ? plan.streamRates[other] * plan.streams[other].keys->probability(key) / allRates
                                     : 0; // a profile may keep everything still for the whole run
                    hot.share += share;
                    if (share > 0)
                        hot.streams.push_back({other, share});
                }
            hot.number = key;
            hot.numbering = first;
            for (const StepPlan& step : plan.streams[s].steps)
                if (step.route != nullptr && step.ownKeys == nullptr) {
                    const std::uint32_t partition = step.route->partition(key);
                    hot.table = plan.scenario->tables[step.table].name;
                    hot.partition = partition - plan.tables[step.table].first;
                    hot.node = plan.primaryNode[partition];
                    break;
                }
            hottest.push_back(std::move(hot));
        }
    }
    std::stable_sort(hottest.begin(), hottest.end(),
                     [](const HotKey& a, const HotKey& b) { return a.share > b.share; });
    if (hottest.size() > most)
        hottest.resize(most);
    for (HotKey& hot : hottest) {
        std::stable_sort(hot.streams.begin(), hot.streams.end(),
                         [](const StreamShare& a, const StreamShare& b) { return a.share > b.share; });
        for (StreamShare& share : hot.streams)
            share.share /= hot.share;
    }
    return hottest;
}

} // namespace shardscape::simulator
