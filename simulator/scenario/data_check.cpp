// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/data_check.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "model/base/nearest_name.h"

namespace shardscape::simulator {

namespace {

bool within(double value, double least, double most) {
    return value >= least && value <= most; // false for what is not a number
}

void checkCaches(const Scenario& scenario, JsonProblem& problem) {
    std::map<std::string, std::size_t> levels;
    for (std::size_t i = 0; i < scenario.caches.size(); ++i) {
        const Cache& cache = scenario.caches[i];
        const std::string path = scenario.caches.size() == 1 ? "cache" : fmt::format("cache[{}]", i);
        std::set<std::string> fronted;
        for (const std::string& stream : cache.streams) {
            if (!fronted.insert(stream).second)
                problem.report(path + ".streams", fmt::format("\"{}\" is listed twice", stream));
            if (++levels[stream] > 8)
                problem.report(path + ".streams", fmt::format("\"{}\" has more than 8 caches", stream));
        }
        if (!within(cache.ttlJitter, 0, 1))
            problem.report(path + ".ttl_jitter", "a share is 0 to 1");
        if (cache.ttlJitter > 0 && cache.ttlSeconds <= 0)
            problem.report(path + ".ttl_jitter", "nothing expires", "add \"ttl_s\"");
        if (cache.warmUp && (cache.warmUp->keys < 1 || cache.warmUp->keys > 1'000'000))
            problem.report(path + ".warm_up.keys", "1 to 1000000 keys can be put in ahead");
        if (cache.warmUp && (!within(cache.warmUp->atSeconds, 0, 1e9) || !within(cache.warmUp->overSeconds, 0, 1e9)))
            problem.report(path + ".warm_up", "times are 0 or more");
        if (cache.copies < 1 || cache.copies > 10'000)
            problem.report(path + ".copies", "a cache has 1 to 10000 copies");
        if (cache.warmSeconds > 0 && cache.eviction != Eviction::Lru)
            problem.report(path + ".warm_s", "only a cache that evicts the least recently used key begins warm",
                           "use \"warm_up\"");
        if (cache.fixedHitRatio > 0 && (cache.warmUp || cache.eviction != Eviction::Lru || cache.ttlJitter > 0))
            problem.report(path + ".fixed_hit_ratio", "what the cache holds does not matter then",
                           "leave out what it depends on");
    }
}

class StepCheck {
public:
    StepCheck(const Scenario& scenario, JsonProblem& problem)
        : m_scenario(scenario)
        , m_problem(problem) {
        for (const EventQueue& queue : scenario.eventQueues)
            m_queues.push_back(queue.name);
    }
    void stream(const std::string& path, const Stream& stream) {
        bool queued = false;
        for (std::size_t i = 0; i < stream.steps.size(); ++i) {
            const std::string at = stream.steps.size() == 1 ? path : fmt::format("{}.steps[{}]", path, i);
            const Step& step = stream.steps[i];
            if (step.fanOut)
                fanOut(at + ".fan_out", *step.fanOut);
            if (step.batching)
                batching(at + ".batch", stream, i);
            if (!step.queue.empty())
                queue(at + ".queue", step, queued);
        }
    }

private:
    void fanOut(const std::string& path, const FanOut& fan) {
        if (!within(fan.mean, 0, 1e7) || !within(fan.alpha, 1.05, 100) || fan.most < 1 || fan.most > 10'000'000)
            m_problem.report(path, "a mean is 0 or more, \"alpha\" 1.05 to 100, \"most\" 1 to 10000000");
    }
    void batching(const std::string& path, const Stream& stream, std::size_t index) {
        const Step& step = stream.steps[index];
        if (step.batching->most < 1 || !within(step.batching->waitMs, 0, 1e9))
            m_problem.report(path, "\"most\" is at least 1 and \"wait_ms\" 0 or more");
        const Table* table = nullptr;
        for (const Table& one : m_scenario.tables)
            if (one.name == step.table)
                table = &one;
        if (table != nullptr && table->spread &&
            (table->spread->kind == Spread::Kind::Copied || stream.kind == StreamKind::Read))
            m_problem.report(path, "requests that ask several partitions of a key cannot wait in one of them");
        for (const Fault& fault : m_scenario.faults)
            if (const auto* wrong = std::get_if<WrongPartitionCount>(&fault);
                wrong != nullptr &&
                std::find(wrong->streams.begin(), wrong->streams.end(), stream.name) != wrong->streams.end())
                m_problem.report(path, "a batch is for the right partition", "fault another stream");
        if (step.touch.kind != Touch::Kind::One || step.fanOut || step.beside ||
            (index + 1 < stream.steps.size() && stream.steps[index + 1].beside))
            m_problem.report(path, "a step that waits for others asks one partition, once, with no step beside it");
    }
    void queue(const std::string& path, const Step& step, bool& queued) {
        const std::vector<std::string_view> known(m_queues.begin(), m_queues.end());
        if (std::find(m_queues.begin(), m_queues.end(), step.queue) == m_queues.end()) {
            const std::string_view near = model::nearestName(step.queue, known);
            m_problem.report(path, fmt::format("there is no event queue \"{}\"", step.queue),
                             near.empty() ? "list it in \"event_queues\"" : fmt::format("did you mean \"{}\"?", near));
        }
        if (step.beside)
            m_problem.report(path, "what a consumer does later has no step beside it");
        if (queued)
            m_problem.report(path, "the request is in a queue already", "one step of a request enters one");
        queued = true;
    }

    const Scenario& m_scenario;
    JsonProblem& m_problem;
    std::vector<std::string> m_queues;
};

void checkTable(const Table& table, JsonProblem& problem) {
    const std::string path = table.name.empty() ? "" : fmt::format("tables \"{}\".", table.name);
    if (table.spread && (table.spread->over < 2 || table.spread->over > table.partitions))
        problem.report(path + "spread.over",
                       fmt::format("a key can live in 2 to {} partitions of the table", table.partitions));
    if (table.spread && !table.splits.empty())
        problem.report(path + "splits", "a table of spread keys cannot be split");
    double last = 0;
    for (std::size_t i = 0; i < table.splits.size(); ++i) {
        const Split& split = table.splits[i];
        if (!within(split.atSeconds, last, 1e9))
            problem.report(path + fmt::format("splits[{}].at_s", i), "splits are listed in order of time");
        if (split.partition >= table.partitions + i)
            problem.report(path + fmt::format("splits[{}].partition", i),
                           fmt::format("there are {} partitions then", table.partitions + i));
        last = split.atSeconds;
    }
}

} // namespace

void checkDataLayer(const Scenario& scenario, JsonProblem& problem) {
    checkCaches(scenario, problem);
    std::set<std::string> names;
    for (std::size_t i = 0; i < scenario.eventQueues.size(); ++i) {
        const EventQueue& queue = scenario.eventQueues[i];
        const std::string path = fmt::format("event_queues[{}]", i);
        if (!names.insert(queue.name).second)
            problem.report(path + ".name", fmt::format("the name \"{}\" is taken", queue.name),
                           "names are unique within their list");
        if (queue.consumers < 1 || queue.consumers > 1'000'000)
            problem.report(path + ".consumers", "a queue has 1 to 1000000 consumers");
        if (!within(queue.redeliverMs, 0.001, 1e9))
            problem.report(path + ".redeliver_ms", "it is 0.001 or more, so that time goes on");
    }
    StepCheck steps(scenario, problem);
    for (std::size_t i = 0; i < scenario.streams.size(); ++i)
        steps.stream(fmt::format("streams[{}]", i), scenario.streams[i]);
    for (const Table& table : scenario.tables)
        checkTable(table, problem);
}

} // namespace shardscape::simulator
