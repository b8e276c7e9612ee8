// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/plan.h"

#include <algorithm>

#include "simulator/traffic/arrivals.h"

namespace shardscape::simulator {

namespace {

/// Makes samplers and routes, each once for all streams that need the same.
class Resources {
public:
    explicit Resources(Plan& plan)
        : m_plan(plan)
        , m_spaces(*plan.scenario) {}

    const KeySampler* sampler(const KeySpec& keys) {
        for (std::size_t i = 0; i < m_samplerSpecs.size(); ++i)
            if (*m_samplerSpecs[i] == keys)
                return m_plan.samplers[i].get();
        m_samplerSpecs.push_back(&keys);
        m_plan.samplers.push_back(std::make_unique<const KeySampler>(keys));
        return m_plan.samplers.back().get();
    }
    const KeyRoute* route(std::uint32_t table, const KeySpec& keys) {
        for (std::size_t i = 0; i < m_routeSpecs.size(); ++i)
            if (m_routeSpecs[i].table == table && sameKeys(*m_routeSpecs[i].keys, keys))
                return m_plan.routes[i].get();
        m_routeSpecs.push_back({table, &keys});
        m_plan.routes.push_back(
            std::make_unique<const KeyRoute>(m_plan.scenario->tables[table], m_plan.tables[table], keys, m_spaces));
        return m_plan.routes.back().get();
    }
    /// By the router that counts nodes as they are after a rebalancing.
    const KeyRoute* routeAfter(std::uint32_t table, const KeySpec& keys, const Moves& moves) {
        m_routeSpecs.push_back({~table, &keys}); // found by nobody else
        m_plan.routes.push_back(std::make_unique<const KeyRoute>(m_plan.scenario->tables[table], m_plan.tables[table],
                                                                 keys, m_spaces, moves.afterwards()));
        return m_plan.routes.back().get();
    }

    /// Null where the table's keys are not spread.
    const SpreadRoute* spread(std::uint32_t table, const KeySpec& keys, const KeyRoute& home) {
        const Table& spec = m_plan.scenario->tables[table];
        if (!spec.spread)
            return nullptr;
        m_plan.spreads.push_back(std::make_unique<const SpreadRoute>(spec, m_plan.tables[table], keys,
                                                                     *sampler(firstAsking(spec, keys)), home));
        return m_plan.spreads.back().get();
    }
    const FanOutSampler* fanOut(const FanOut& spec) {
        m_plan.fanOuts.push_back(std::make_unique<const FanOutSampler>(spec));
        return m_plan.fanOuts.back().get();
    }
    /// The route of clients that take the table for one of another number of partitions.
    const KeyRoute* wrongRoute(Table table, std::uint32_t partitions, const KeySpec& keys) {
        table.partitions = partitions;
        table.splits.clear();
        const TableLayout layout{partitions, 1, 0, table.router.kind == "range", {}};
        m_plan.wrongRoutes.push_back(std::make_unique<const KeyRoute>(table, layout, keys, m_spaces));
        return m_plan.wrongRoutes.back().get();
    }

private:
    /// The keys of the first step that asks a table by the same numbers; they say which keys are popular there.
    const KeySpec& firstAsking(const Table& table, const KeySpec& keys) const {
        for (const Stream& stream : m_plan.scenario->streams)
            for (const Step& step : stream.steps) {
                const KeySpec& asked = step.keys ? *step.keys : stream.keys;
                if (step.table == table.name && step.touch.kind == Touch::Kind::One && sameNumbering(asked, keys))
                    return asked;
            }
        return keys;
    }

    struct RouteSpec {
        std::uint32_t table;
        const KeySpec* keys;
    };
    /// Popularity does not matter to where a key lives.
    static bool sameKeys(const KeySpec& a, const KeySpec& b) { return a.count == b.count && sameNumbering(a, b); }

    Plan& m_plan;
    KeySpaces m_spaces;
    std::vector<const KeySpec*> m_samplerSpecs;
    std::vector<RouteSpec> m_routeSpecs;
};

void planMisroutes(const Plan& plan, const Stream& stream, StepPlan& step, Resources& resources) {
    for (const Fault& fault : plan.scenario->faults) {
        const auto* wrong = std::get_if<WrongPartitionCount>(&fault);
        if (wrong == nullptr ||
            std::find(wrong->streams.begin(), wrong->streams.end(), stream.name) == wrong->streams.end())
            continue;
        step.misroutes.push_back(
            {toNs(wrong->when.fromSeconds), wrong->when.toSeconds > 0 ? toNs(wrong->when.toSeconds) : kNever,
             resources.wrongRoute(plan.scenario->tables[step.table], wrong->partitions, *step.keySpec),
             ServiceSampler(wrong->redirect), wrong->fails});
    }
}

StepPlan planStep(const Plan& plan, const Stream& stream, const Step& step, Resources& resources) {
    const std::vector<Table>& tables = plan.scenario->tables;
    StepPlan planned(step.service);
    planned.table = static_cast<std::uint32_t>(
        std::find_if(tables.begin(), tables.end(), [&](const Table& t) { return t.name == step.table; }) -
        tables.begin());
    planned.touch = step.touch;
    planned.quorum = step.quorum;
    planned.ask = step.ask;
    planned.from = step.from;
    planned.beside = step.beside;
    const bool replicated = plan.tables[planned.table].replicas > 1;
    planned.toAllReplicas = replicated && (step.quorum > 0 || stream.kind == StreamKind::Write);
    planned.byOne = !planned.toAllReplicas || step.ask == 1;
    planned.firstCandidate = step.from == AskFrom::Followers ? 1 : 0;
    planned.candidates = plan.tables[planned.table].replicas - planned.firstCandidate;
    planned.balance = stream.client.balance;
    if (planned.balance == Balance::AsAsked && step.ask > 0 && step.from != AskFrom::First)
        planned.balance = Balance::Random;
    if (stream.kind == StreamKind::Write && step.ask == 0)
        planned.balance = Balance::AsAsked; // the leader writes
    planned.meanServiceSeconds = step.service.mean() / 1000;
    planned.roundTripNs = static_cast<std::int64_t>(step.roundTripMs * 1e6 + 0.5);
    planned.keySpec = step.keys ? &*step.keys : &stream.keys;
    if (step.keys)
        planned.ownKeys = resources.sampler(*step.keys);
    if (step.touch.kind == Touch::Kind::One) {
        planned.route = resources.route(planned.table, *planned.keySpec);
        planned.spread = resources.spread(planned.table, *planned.keySpec, *planned.route);
        planMisroutes(plan, stream, planned, resources);
    }
    planned.splits = plan.splits[planned.table].get();
    if (step.fanOut)
        planned.fanOut = resources.fanOut(*step.fanOut);
    if (step.batching) {
        planned.batching = &*step.batching;
        planned.item.emplace(step.batching->item);
    }
    const std::vector<EventQueue>& queues = plan.scenario->eventQueues;
    for (std::size_t i = 0; i < queues.size(); ++i)
        if (queues[i].name == step.queue)
            planned.queue = static_cast<int>(i);
    for (const auto& moves : plan.moves)
        if (moves->table == planned.table && moves->by == MoveBy::Keys) {
            planned.moves = moves.get();
            if (planned.route != nullptr)
                planned.routeAfter = resources.routeAfter(planned.table, *planned.keySpec, *moves);
        }
    planned.plain = planned.route != nullptr && planned.spread == nullptr && planned.splits == nullptr &&
                    planned.fanOut == nullptr && planned.misroutes.empty() && planned.moves == nullptr;
    return planned;
}

ClientPlan planClient(const Client& client) {
    const auto ns = [](double ms) { return ms > 0 ? static_cast<std::int64_t>(ms * 1e6 + 0.5) : kNever; };
    return {client != Client{}, ns(client.timeoutMs), ns(client.deadlineMs), &client,
            client.breaker.has_value() || client.admission.has_value()};
}

/// The time by which the expected number of arrivals is reached, or the duration if that comes first.
double expectedSeconds(const Scenario& scenario, const std::vector<RateProfile>& profiles) {
    const auto arrivals = [&](double seconds) {
        double sum = 0;
        for (std::size_t i = 0; i < profiles.size(); ++i)
            sum += scenario.streams[i].rate * profiles[i].integral(seconds);
        return sum;
    };
    const auto wanted = static_cast<double>(scenario.requests);
    double most = scenario.durationSeconds > 0 ? scenario.durationSeconds : 1e-6;
    if (scenario.requests == 0)
        return most;
    if (scenario.durationSeconds <= 0)
        for (int doublings = 0; doublings < 200 && arrivals(most) < wanted; ++doublings)
            most *= 2;
    if (arrivals(most) <= wanted)
        return most;
    double least = 0;
    for (int halvings = 0; halvings < 100; ++halvings) {
        const double middle = (least + most) / 2;
        (arrivals(middle) < wanted ? least : most) = middle;
    }
    return most;
}

bool onlyTriesAgain(Client client) {
    client.timeoutMs = 0;
    client.deadlineMs = 0;
    client.retries = {};
    client.budget.reset();
    return client == Client{};
}

bool isSimple(const Plan& plan) {
    const Scenario& scenario = *plan.scenario;
    if (!scenario.rebalances.empty() || !scenario.caches.empty() || scenario.queueLimit > 0 ||
        scenario.queueWaitMs > 0 || scenario.skipLate)
        return false;
    for (const Fault& fault : scenario.faults)
        if (std::holds_alternative<NodesDown>(fault) || std::holds_alternative<DependencyHangs>(fault) ||
            std::holds_alternative<WrongSetting>(fault))
            return false;
    return std::all_of(plan.streams.begin(), plan.streams.end(), [](const StreamPlan& stream) {
        const StepPlan& step = stream.steps.front();
        return step.plain && step.batching == nullptr && step.queue < 0 && onlyTriesAgain(*stream.client.spec) &&
               stream.steps.size() == 1 && step.touch.kind == Touch::Kind::One && !step.toAllReplicas &&
               step.ownKeys == nullptr;
    });
}

} // namespace

std::size_t Plan::streamNamed(const std::string& name) const {
    std::size_t at = 0;
    while (scenario->streams[at].name != name)
        ++at;
    return at;
}

double Plan::cachedRate(std::size_t cache, std::uint32_t stream, std::uint64_t key) const {
    const auto fronted = [&](const StreamPlan& plan) {
        return std::find(plan.caches.begin(), plan.caches.end(), cache) != plan.caches.end();
    };
    double rate = 0;
    for (std::size_t other = 0; other < streams.size(); ++other)
        if (fronted(streams[other]) && !streams[other].write && key < streams[other].keys->count() &&
            sameNumbering(scenario->streams[other].keys, scenario->streams[stream].keys))
            rate += streamRates[other] * streams[other].keys->probability(key);
    return rate;
}

Plan makePlan(const Scenario& scenario) {
    Plan plan;
    plan.scenario = &scenario;
    plan.nodes = listNodes(scenario);
    plan.tables = layOut(scenario);
    for (const Rebalancing& rebalance : scenario.rebalances)
        plan.moves.push_back(std::make_unique<const Moves>(workOut(scenario, rebalance, plan.tables)));
    for (std::uint32_t t = 0; t < plan.tables.size(); ++t) {
        const TableLayout& table = plan.tables[t];
        plan.partitions += table.partitions;
        for (std::uint64_t p = 0; p < table.partitions; ++p)
            plan.primaryNode.push_back(table.nodes[p * table.replicas]);
        plan.tableOf.insert(plan.tableOf.end(), table.partitions, t);
        const Table& spec = scenario.tables[t];
        plan.splits.push_back(spec.splits.empty() ? nullptr : std::make_unique<const PartitionSplits>(spec, table));
    }
    Resources resources(plan);
    for (const Stream& stream : scenario.streams) {
        StreamPlan planned;
        planned.keys = resources.sampler(stream.keys);
        planned.write = stream.kind == StreamKind::Write;
        planned.client = planClient(stream.client);
        for (const Step& step : stream.steps)
            planned.steps.push_back(planStep(plan, stream, step, resources));
        for (std::size_t i = 0; i < planned.steps.size(); ++i)
            if (planned.steps[i].queue >= 0)
                planned.queuedFrom = static_cast<int>(i);
        for (std::size_t i = 0; i < scenario.caches.size(); ++i) {
            const std::vector<std::string>& fronted = scenario.caches[i].streams;
            if (std::find(fronted.begin(), fronted.end(), stream.name) != fronted.end()) {
                planned.caches.push_back(static_cast<std::uint32_t>(i));
                planned.cacheCopies = std::max(planned.cacheCopies, scenario.caches[i].copies);
            }
        }
        plan.streams.push_back(std::move(planned));
    }
    setLength(plan, scenario);
    plan.simple = isSimple(plan);
    for (const StreamPlan& stream : plan.streams)
        plan.leastPatienceNs = std::min(plan.leastPatienceNs, stream.client.patienceNs());
    return plan;
}

void setLength(Plan& plan, const Scenario& scenario) {
    plan.scenario = &scenario;
    std::vector<RateProfile> profiles;
    for (const Stream& stream : scenario.streams)
        profiles.emplace_back(stream, surgesOf(scenario, stream));
    plan.expectedSeconds = expectedSeconds(scenario, profiles);
    plan.streamRates.clear();
    for (std::size_t i = 0; i < profiles.size(); ++i)
        plan.streamRates.push_back(scenario.streams[i].rate * profiles[i].integral(plan.expectedSeconds) /
                                   plan.expectedSeconds);
}

} // namespace shardscape::simulator
