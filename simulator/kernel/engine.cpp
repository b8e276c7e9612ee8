// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/engine.h"

#include <algorithm>
#include <cmath>

#include "simulator/kernel/so_far.h"

namespace shardscape::simulator {

namespace {

/// Tells the sink at most 20 times a second.
class Pace {
public:
    explicit Pace(ProgressSink& sink)
        : m_sink(sink)
        , m_last(std::chrono::steady_clock::now()) {}
    void tell(double share) {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last < std::chrono::milliseconds(50))
            return;
        m_last = now;
        m_sink.progress(std::clamp(share, m_share, 1.0));
        m_share = std::clamp(share, m_share, 1.0);
    }

private:
    ProgressSink& m_sink;
    std::chrono::steady_clock::time_point m_last;
    double m_share = 0;
};

std::int64_t toNs(double seconds) {
    const double ns = seconds * kNsPerSecond;
    return ns < 9e18 ? static_cast<std::int64_t>(std::ceil(ns)) : kNever - 1;
}

} // namespace

Engine::Engine(const Plan& plan, const RunOptions& options)
    : m_plan(plan)
    , m_traffic(plan, options.replication)
    , m_recorder(plan, options.hottestKeys)
    , m_streamHits(plan.streams.size())
    , m_busyAtStart(plan.nodes.size())
    , m_busyAtEnd(plan.nodes.size())
    , m_nodeEnds(plan.nodes.size() + 1)
    , m_sortedTimes(Batch::kMost)
    , m_sortedServices(Batch::kMost)
    , m_sortedStreams(Batch::kMost) {
    for (const NodeSpec& node : plan.nodes)
        m_nodes.emplace_back(node.servers, node.speed);
    for (const Cache& cache : plan.scenario->caches) {
        m_caches.emplace_back(cache.capacityKeys, toNs(cache.ttlSeconds));
        m_past.emplace_back(cache);
        m_hitTimes.emplace_back(cache.hit);
        m_cacheResults.push_back({cache.name, 0, 0, 0});
    }
}

bool Engine::run(const std::stop_token& stop, ProgressSink& progress) {
    const Scenario& scenario = m_plan.scenario[0];
    const std::uint64_t wanted = scenario.requests > 0 ? scenario.requests : UINT64_MAX;
    const std::int64_t last = scenario.durationSeconds > 0 ? toNs(scenario.durationSeconds) : kNever;
    const bool warmByCount = scenario.requests > 0;
    const auto warmCount = static_cast<std::uint64_t>(scenario.warmup * static_cast<double>(scenario.requests));
    const std::int64_t warmTime = warmByCount ? kNever : toNs(scenario.warmup * scenario.durationSeconds);
    const std::int64_t width = std::max<std::int64_t>(1, toNs(m_plan.expectedSeconds / scenario.windows));
    std::int64_t edge = scenario.windows > 1 ? width : kNever;
    std::uint32_t closed = 0;
    Pace pace(progress);
    m_measuring = scenario.warmup <= 0;
    while (m_requests < wanted) {
        if (stop.stop_requested())
            return false;
        if (!m_measuring && (warmByCount ? m_requests >= warmCount : m_traffic.nextTime() >= warmTime)) {
            const std::int64_t from = warmByCount ? m_endNs : warmTime;
            followUpsUntil(from);
            startMeasuring(from);
        }
        const std::int64_t until = std::min({edge, last, m_measuring ? kNever : warmTime});
        const std::uint64_t most = std::min(wanted, !m_measuring && warmByCount ? warmCount : UINT64_MAX) - m_requests;
        m_traffic.next(m_batch, until, most);
        if (m_batch.size > 0) {
            m_endNs = m_batch.time[m_batch.size - 1];
            if (m_plan.simple)
                serveBatch();
            else
                walkBatch();
            m_requests += m_batch.size;
            const double byTime = static_cast<double>(m_endNs) / kNsPerSecond / m_plan.expectedSeconds;
            pace.tell(warmByCount ? static_cast<double>(m_requests) / static_cast<double>(wanted) : byTime);
        } else if (until == edge && m_traffic.nextTime() != kNever) {
            followUpsUntil(edge - 1);
            closeWindow(edge, progress);
            edge = ++closed + 1 < scenario.windows ? edge + width : kNever; // the last one lasts to the end
        } else if (until != warmTime || m_measuring) {
            break; // the duration is over, or no stream has anything left
        }
    }
    if (last != kNever && m_requests < wanted)
        m_endNs = last;
    followUpsUntil(m_endNs);
    closeWindow(m_endNs, progress);
    m_busyAtEnd = busyUntil(m_endNs);
    // What is still under way after the last arrival counts in the totals, but makes no window.
    followUpsUntil(kNever);
    m_recorder.closeWindow(m_endNs, m_nodes, m_busyAtEnd);
    progress.progress(1);
    return true;
}

void Engine::startMeasuring(std::int64_t now) {
    m_measuring = true;
    m_measuredFromNs = now;
    m_recorder.startMeasuring();
    m_busyAtStart = busyUntil(now);
    for (Node& node : m_nodes)
        node.startMeasuring();
    for (CacheResult& cache : m_cacheResults)
        cache.lookups = cache.hits = 0;
    std::fill(m_streamHits.begin(), m_streamHits.end(), 0);
}

void Engine::closeWindow(std::int64_t now, ProgressSink& progress) {
    const std::size_t before = m_recorder.series().size();
    m_recorder.closeWindow(now, m_nodes, busyUntil(now));
    if (m_recorder.series().size() > before)
        progress.windowEnded(EngineSoFar(m_plan, *this));
}

std::vector<std::int64_t> Engine::busyUntil(std::int64_t now) const {
    std::vector<std::int64_t> busy;
    for (const Node& node : m_nodes)
        busy.push_back(node.busyUntil(now));
    return busy;
}

/// All requests of a batch at once, grouped by node: a node's requests keep their order, so the result is that of
/// serving them one by one, but each node's state is touched in one go.
void Engine::serveBatch() {
    const std::size_t n = m_batch.size;
    std::fill(m_nodeEnds.begin(), m_nodeEnds.end(), 0);
    for (std::size_t i = 0; i < n; ++i) {
        m_recorder.operation(m_batch.partition[i]);
        m_recorder.request(m_batch.stream[i], m_batch.key[i]);
        ++m_nodeEnds[m_plan.primaryNode[m_batch.partition[i]] + 1];
    }
    for (std::size_t node = 1; node < m_nodeEnds.size(); ++node)
        m_nodeEnds[node] += m_nodeEnds[node - 1];
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t at = m_nodeEnds[m_plan.primaryNode[m_batch.partition[i]]]++;
        m_sortedTimes[at] = m_batch.time[i];
        m_sortedServices[at] = m_batch.service[i];
        m_sortedStreams[at] = m_batch.stream[i];
    }
    std::size_t at = 0;
    for (std::size_t node = 0; node < m_nodes.size(); ++node)
        for (; at < m_nodeEnds[node]; ++at) {
            const std::int64_t done = m_nodes[node].serve(m_sortedTimes[at], m_sortedServices[at]);
            const std::uint32_t stream = m_sortedStreams[at];
            m_recorder.latency(stream, done - m_sortedTimes[at] + m_plan.streams[stream].steps[0].roundTripNs);
        }
}

void Engine::walkBatch() {
    for (std::size_t i = 0; i < m_batch.size; ++i) {
        followUpsUntil(m_batch.time[i]);
        arrive(i);
    }
}

void Engine::arrive(std::size_t i) {
    const Pending request{Pending::Do::Step, m_measuring, 0, m_batch.stream[i], m_batch.key[i], m_batch.time[i]};
    if (m_measuring)
        m_recorder.request(request.stream, request.key);
    const StreamPlan& stream = m_plan.streams[request.stream];
    if (stream.cache >= 0 && !stream.write && answeredByCache(m_batch.time[i], request))
        return;
    step(m_batch.time[i], request);
}

std::uint64_t Engine::identity(const Pending& request) const {
    return KeySpaces::identity(m_plan.scenario->streams[request.stream].keys, request.key);
}

bool Engine::lookUp(std::size_t cache, const Pending& request, std::int64_t now) {
    Random& random = m_traffic.cacheRandom(request.stream);
    if (m_past[cache].fixedHitRatio() > 0)
        return random.unit() < m_past[cache].fixedHitRatio();
    const std::uint64_t key = identity(request);
    if (m_caches[cache].lookup(key, now))
        return true;
    const double seconds = static_cast<double>(now) / kNsPerSecond;
    if (!m_past[cache].matters(seconds))
        return false;
    const double rate = m_plan.cachedRate(request.stream, request.key);
    const std::optional<double> age = m_past[cache].heldFor(key, rate, seconds, random);
    if (!age)
        return false;
    m_caches[cache].insert(key, now - toNs(*age));
    return true;
}

/// True when the request needs nothing more now: it was answered, or its first step waits for the lookup to end.
bool Engine::answeredByCache(std::int64_t now, const Pending& request) {
    const auto cache = static_cast<std::size_t>(m_plan.streams[request.stream].cache);
    const bool hit = lookUp(cache, request, now);
    const std::int64_t took = m_hitTimes[cache].pick(m_traffic.cacheRandom(request.stream));
    ++m_cacheResults[cache].lookups;
    if (hit) {
        ++m_cacheResults[cache].hits;
        ++m_streamHits[request.stream];
        m_recorder.latency(request.stream, took);
        return true;
    }
    if (took == 0)
        return false;
    m_followUps.push(now + took, request);
    return true;
}

void Engine::step(std::int64_t now, Pending request) {
    const StreamPlan& stream = m_plan.streams[request.stream];
    std::int64_t done = now;
    do {
        const StepPlan& step = stream.steps[request.step];
        const std::int64_t answered = ask(now, request, step);
        if (answered < 0) {
            if (request.measured || !m_measuring)
                m_recorder.error(request.stream);
            else
                m_recorder.lateError(request.stream);
            return;
        }
        done = std::max(done, answered + step.roundTripNs);
    } while (++request.step < stream.steps.size() && stream.steps[request.step].beside);
    if (request.step < stream.steps.size())
        m_followUps.push(done, request);
    else
        finish(done, request);
}

void Engine::finish(std::int64_t done, const Pending& request) {
    if (request.measured || !m_measuring)
        m_recorder.latency(request.stream, done - request.began);
    else
        m_recorder.lateLatency(request.stream, done - request.began);
    if (m_plan.streams[request.stream].cache < 0)
        return;
    Pending filled = request;
    filled.what = Pending::Do::Filled;
    m_followUps.push(done, filled);
}

std::int64_t Engine::ask(std::int64_t now, const Pending& request, const StepPlan& step) {
    const TableLayout& table = m_plan.tables[step.table];
    if (step.touch.kind == Touch::Kind::One) {
        const std::uint64_t key =
            step.ownKeys == nullptr ? request.key : step.ownKeys->pick(m_traffic.keyRandom(request.stream));
        return askPartition(now, request, step, step.route->partition(key));
    }
    std::int64_t slowest = now;
    bool refused = false;
    const auto also = [&](std::uint32_t partition) {
        const std::int64_t done = askPartition(now, request, step, table.first + partition);
        refused = refused || done < 0;
        slowest = std::max(slowest, done);
    };
    if (step.touch.kind == Touch::Kind::All) {
        for (std::uint32_t p = 0; p < table.partitions; ++p)
            also(p);
        return refused ? -1 : slowest;
    }
    // Floyd's way to k different ones of n.
    m_chosen.clear();
    Random& random = m_traffic.touchRandom(request.stream);
    for (std::uint32_t n = table.partitions - step.touch.sample; n < table.partitions; ++n) {
        const auto drawn = static_cast<std::uint32_t>(random.below(n + 1));
        const bool taken = std::find(m_chosen.begin(), m_chosen.end(), drawn) != m_chosen.end();
        m_chosen.push_back(taken ? n : drawn);
    }
    for (std::uint32_t p : m_chosen)
        also(p);
    return refused ? -1 : slowest;
}

std::int64_t Engine::askPartition(std::int64_t now, const Pending& request, const StepPlan& step,
                                  std::uint32_t partition) {
    m_recorder.operation(partition);
    const TableLayout& table = m_plan.tables[step.table];
    const std::uint32_t* nodes = &table.nodes[std::size_t{partition - table.first} * table.replicas];
    if (!step.toAllReplicas)
        return askNode(now, request.stream, step, nodes[0]);
    m_answers.clear();
    const std::uint32_t asked = step.ask == 0 ? table.replicas : step.ask;
    const std::uint32_t skipped = step.from == AskFrom::Followers ? 1 : 0;
    const std::uint32_t candidates = table.replicas - skipped;
    const bool draws = asked < candidates && step.from != AskFrom::First;
    const std::uint64_t start = draws ? m_traffic.touchRandom(request.stream).below(candidates) : 0;
    for (std::uint32_t r = 0; r < asked; ++r) {
        const std::int64_t done = askNode(now, request.stream, step, nodes[skipped + (start + r) % candidates]);
        if (r == 0 && step.quorum == 0 && done < 0)
            return -1; // the first replica refused, so that there is nothing for the others to apply
        if (done >= 0)
            m_answers.push_back(done);
    }
    if (step.quorum == 0)
        return m_answers.front();
    if (m_answers.size() < step.quorum)
        return -1;
    std::nth_element(m_answers.begin(), m_answers.begin() + (step.quorum - 1), m_answers.end());
    return m_answers[step.quorum - 1];
}

std::int64_t Engine::askNode(std::int64_t now, std::uint32_t stream, const StepPlan& step, std::uint32_t node) {
    const std::int64_t service = step.service.pick(m_traffic.serviceRandom(stream));
    const std::uint32_t limit = m_plan.scenario->queueLimit;
    if (limit > 0 && m_nodes[node].full(now, limit)) {
        m_nodes[node].reject();
        return -1;
    }
    return m_nodes[node].serve(now, service);
}

void Engine::followUpsUntil(std::int64_t time) {
    while (!m_followUps.empty() && m_followUps.nextTime() <= time) {
        const auto [now, request] = m_followUps.pop();
        if (request.what == Pending::Do::Step) {
            step(now, request);
            continue;
        }
        const StreamPlan& stream = m_plan.streams[request.stream];
        LruCache& cache = m_caches[static_cast<std::size_t>(stream.cache)];
        if (stream.write) {
            cache.erase(identity(request));
            m_past[static_cast<std::size_t>(stream.cache)].drop(identity(request));
        } else
            cache.insert(identity(request), now);
    }
}

} // namespace shardscape::simulator
