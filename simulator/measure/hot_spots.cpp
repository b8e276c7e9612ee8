// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/measure/hot_spots.h"

#include <algorithm>
#include <cmath>

#include "simulator/measure/sightings.h"
#include "simulator/scenario/hotspot.h"

namespace shardscape::simulator {
namespace {

constexpr std::size_t kMostSpots = 5;
constexpr std::size_t kMostStreams = 8;
constexpr std::size_t kMostKeys = 5;
constexpr double kLeastKeyShare = 0.01;
constexpr std::uint64_t kSought = 1ULL << 14; ///< keys of each numbering that may be named
constexpr double kHot = 1.2;
constexpr double kBusy = 0.8;
constexpr double kBusyForUneven = 0.3;
constexpr double kBusyTime = 0.7;
constexpr double kOverload = 0.999;

template <class Part> void byFallingShare(std::vector<Part>& parts, std::size_t most) {
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.share > b.share; });
    if (parts.size() > most)
        parts.resize(most);
}

class Finder {
public:
    Finder(const Plan& plan, const Expected& expected, const Recorder& recorder, const RunResult& result)
        : m_plan(plan)
        , m_expected(expected)
        , m_seen(recorder.sightings())
        , m_result(result)
        , m_known(std::all_of(expected.tables.begin(), expected.tables.end(),
                              [](const ExpectedTable& table) { return table.knowledge != LoadKnowledge::Unknown; })) {}

    std::vector<HotSpot> run() {
        partitions();
        nodes();
        times();
        mark();
        if (m_known && !m_out.empty())
            findKeys();
        for (std::size_t i = 0; i < m_out.size(); ++i)
            explain(i);
        return std::move(m_out);
    }

private:
    // Which ones are hot.

    void partitions() {
        struct Candidate {
            double work;
            std::uint32_t table;
            HotSpot spot;
        };
        std::vector<Candidate> found;
        for (std::uint32_t t = 0; t < m_result.tables.size(); ++t) {
            const TableResult& table = m_result.tables[t];
            for (std::uint32_t p = 0; p < table.partitions.size(); ++p) {
                const PartitionResult& one = table.partitions[p];
                const double overMean = one.share * static_cast<double>(table.partitions.size());
                if (overMean <= kHot || one.share <= 0)
                    continue;
                HotSpot spot;
                spot.kind = HotSpot::Kind::Partition;
                spot.table = table.name;
                spot.partition = p;
                spot.node = one.node;
                spot.toSeconds = m_result.simulatedSeconds;
                spot.share = one.share;
                spot.overMean = overMean;
                // Without rates, operations stand for the work.
                double work = static_cast<double>(one.operations);
                if (table.derived) {
                    work = m_expected.tables[t].work[p];
                    const NodeSpec& node = m_plan.nodes[one.node];
                    spot.ownUtilisation = work / node.servers / node.speed;
                }
                found.push_back({work, t, std::move(spot)});
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const Candidate& a, const Candidate& b) { return a.work > b.work; });
        for (std::size_t i = 0; i < std::min(kMostSpots, found.size()); ++i)
            add(found[i].spot, nodeLoad(m_result.nodes[found[i].spot.node]), found[i].table);
    }

    void nodes() {
        double demand = 0;
        double servers = 0;
        for (std::size_t n = 0; n < m_result.nodes.size(); ++n) {
            demand += nodeLoad(m_result.nodes[n]) * m_result.nodes[n].servers;
            servers += m_result.nodes[n].servers;
        }
        const double mean = servers > 0 ? demand / servers : 0;
        std::vector<std::uint32_t> order(m_result.nodes.size());
        for (std::uint32_t n = 0; n < order.size(); ++n)
            order[n] = n;
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return nodeLoad(m_result.nodes[a]) > nodeLoad(m_result.nodes[b]);
        });
        for (std::uint32_t n : order) {
            const NodeResult& node = m_result.nodes[n];
            const double load = nodeLoad(node);
            const double overMean = mean > 0 ? load / mean : 1;
            const bool hot = load >= kBusy || node.rejected > 0 || (overMean > kHot && load >= kBusyForUneven);
            if (!hot || ++m_hotNodes > kMostSpots)
                continue;
            HotSpot spot;
            spot.kind = HotSpot::Kind::Node;
            spot.node = n;
            spot.toSeconds = m_result.simulatedSeconds;
            spot.share = demand > 0 ? load * node.servers / demand : 0;
            spot.overMean = overMean;
            add(std::move(spot), load);
        }
    }

    void times() {
        std::vector<HotSpot> found;
        std::vector<std::size_t> lengths;
        for (std::size_t w = 0; w < m_result.series.size(); ++w) {
            const Window& window = m_result.series[w];
            const auto busiest = std::max_element(window.nodeUtilisation.begin(), window.nodeUtilisation.end());
            if (busiest == window.nodeUtilisation.end())
                continue;
            const auto node = static_cast<std::uint32_t>(busiest - window.nodeUtilisation.begin());
            if (!isHot(*busiest, m_result.nodes[node], window.seconds))
                continue;
            HotSpot spot;
            spot.kind = HotSpot::Kind::Window;
            spot.node = node;
            spot.fromSeconds = window.fromSeconds;
            spot.toSeconds = window.fromSeconds + window.seconds;
            spot.utilisation = *busiest;
            spot.overMean = *busiest / m_result.nodes[node].utilisation;
            HotSpot* last = found.empty() ? nullptr : &found.back();
            if (last && last->node == node && std::abs(last->toSeconds - spot.fromSeconds) < 1e-9 * spot.toSeconds) {
                const double seconds = last->toSeconds - last->fromSeconds;
                last->utilisation =
                    (last->utilisation * seconds + spot.utilisation * window.seconds) / (seconds + window.seconds);
                last->overMean = last->utilisation / m_result.nodes[node].utilisation;
                last->toSeconds = spot.toSeconds;
            } else {
                found.push_back(std::move(spot));
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const HotSpot& a, const HotSpot& b) { return a.utilisation > b.utilisation; });
        for (std::size_t i = 0; i < std::min(kMostSpots, found.size()); ++i) {
            found[i].share = requestsIn(found[i]) / std::max<double>(1, static_cast<double>(m_result.requests));
            const double utilisation = found[i].utilisation;
            add(std::move(found[i]), utilisation);
        }
    }
    /// Beyond what scatter of Poisson arrivals with exponential work explains: the work of n operations has a relative
    /// standard deviation of sqrt(2 / n).
    bool isHot(double utilisation, const NodeResult& node, double seconds) const {
        const double measured = m_result.simulatedSeconds - m_result.warmupSeconds;
        if (utilisation < kBusyTime || node.utilisation <= 0 || measured <= 0)
            return false;
        const double usual = static_cast<double>(node.operations) * seconds / measured;
        const double factor = utilisation / node.utilisation;
        return factor > kHot && factor > 1 + 4 * std::sqrt(2 / std::max(1.0, usual));
    }
    double requestsIn(const HotSpot& spot) const {
        double sum = 0;
        forWindows(spot, [&](const Window& window, std::size_t) {
            for (const WindowStream& stream : window.streams)
                sum += static_cast<double>(stream.count + stream.errors);
        });
        return sum;
    }
    template <class Do> void forWindows(const HotSpot& spot, const Do& act) const {
        for (std::size_t w = 0; w < m_result.series.size(); ++w) {
            const Window& window = m_result.series[w];
            const double middle = window.fromSeconds + window.seconds / 2;
            if (middle > spot.fromSeconds && middle < spot.toSeconds)
                act(window, w);
        }
    }

    void add(HotSpot spot, double utilisation, std::uint32_t table = 0) {
        m_table.push_back(table);
        spot.utilisation = utilisation;
        spot.overloaded = utilisation > kOverload || m_result.nodes[spot.node].rejected > 0;
        m_out.push_back(std::move(spot));
    }

    // Who makes them so.

    bool isKnown(std::size_t spot) const {
        if (m_out[spot].kind != HotSpot::Kind::Partition)
            return m_known;
        return m_expected.tables[m_table[spot]].knowledge != LoadKnowledge::Unknown;
    }
    /// How a stream's rate then compares with that over the run.
    double timesOf(const HotSpot& spot, std::uint32_t stream) const {
        if (spot.kind != HotSpot::Kind::Window)
            return 1;
        double count = 0;
        forWindows(spot, [&](const Window& window, std::size_t) {
            count += static_cast<double>(window.streams[stream].count + window.streams[stream].errors);
        });
        const double usual = m_plan.streamRates[stream] * (spot.toSeconds - spot.fromSeconds);
        return usual > 0 ? count / usual : 0;
    }
    /// Marks the partitions that each spot is about: one, or those with a replica on its node.
    void mark() {
        m_touched.resize(m_plan.partitions);
        for (std::size_t i = 0; i < m_out.size(); ++i) {
            const auto bit = static_cast<std::uint16_t>(1U << i);
            if (m_out[i].kind == HotSpot::Kind::Partition) {
                m_touched[m_plan.tables[m_table[i]].first + m_out[i].partition] |= bit;
                continue;
            }
            for (const TableLayout& layout : m_plan.tables)
                for (std::size_t at = 0; at < layout.nodes.size(); ++at)
                    if (layout.nodes[at] == m_out[i].node)
                        m_touched[layout.first + at / layout.replicas] |= bit;
        }
    }
    /// Of one operation of a step at a marked partition: what counts for the spot, an operation or server time at its
    /// node.
    double weightOf(std::size_t spot, const StepPlan& step, std::uint32_t partition) const {
        if (m_out[spot].kind == HotSpot::Kind::Partition)
            return 1;
        const TableLayout& layout = m_plan.tables[step.table];
        const auto [first, other] = workOfReplicas(layout, step);
        double weight = 0;
        const std::uint32_t* nodes = &layout.nodes[std::size_t{partition - layout.first} * layout.replicas];
        for (std::uint32_t r = 0; r < layout.replicas; ++r)
            if (nodes[r] == m_out[spot].node)
                weight += r == 0 ? first : other;
        return weight * step.meanServiceSeconds;
    }

    /// What every stream brings to a spot; zeros for those that stay away.
    std::vector<double> loadsOf(std::size_t spot) const {
        std::vector<double> loads(m_plan.streams.size());
        for (std::uint32_t s = 0; s < loads.size(); ++s) {
            for (std::uint32_t t = 0; t < m_plan.tables.size(); ++t)
                if (!m_expected.tables[t].streamOperations[s].empty())
                    loads[s] += loadAt(spot, s, t);
            loads[s] *= timesOf(m_out[spot], s);
        }
        return loads;
    }
    double loadAt(std::size_t spot, std::uint32_t stream, std::uint32_t table) const {
        const TableLayout& layout = m_plan.tables[table];
        const std::vector<double>& operations = m_expected.tables[table].streamOperations[stream];
        double load = 0;
        for (std::uint32_t p = 0; p < layout.partitions; ++p)
            if (m_touched[layout.first + p] >> spot & 1)
                load += operations[p] * meanWeight(spot, stream, table, layout.first + p);
        return load;
    }
    double meanWeight(std::size_t spot, std::uint32_t stream, std::uint32_t table, std::uint32_t partition) const {
        double weights = 0;
        double asked = 0;
        for (const StepPlan& step : m_plan.streams[stream].steps)
            if (step.table == table) {
                const double times = step.touch.kind == Touch::Kind::All      ? m_plan.tables[table].partitions
                                     : step.touch.kind == Touch::Kind::Sample ? step.touch.sample
                                                                              : 1;
                weights += times * weightOf(spot, step, partition);
                asked += times;
            }
        return asked > 0 ? weights / asked : 0;
    }

    /// Popular keys of one numbering, and what each brings to every spot.
    struct Keys {
        const KeySpec* spec;
        std::vector<std::uint64_t> numbers;
        std::vector<std::vector<double>> loads; ///< [spot][key]
    };
    struct Flow {
        std::uint32_t stream;
        const StepPlan* step;
    };

    void findKeys() {
        std::vector<std::vector<Flow>> groups;
        for (std::uint32_t s = 0; s < m_plan.streams.size(); ++s)
            for (const StepPlan& step : m_plan.streams[s].steps) {
                if (step.touch.kind != Touch::Kind::One || m_plan.streamRates[s] <= 0)
                    continue;
                const auto same = std::find_if(groups.begin(), groups.end(), [&](const std::vector<Flow>& group) {
                    return sameNumbering(*group.front().step->keySpec, *step.keySpec);
                });
                (same == groups.end() ? groups.emplace_back() : *same).push_back({s, &step});
            }
        for (const std::vector<Flow>& group : groups) {
            Keys keys{group.front().step->keySpec, sought(group), {}};
            keys.loads.assign(m_out.size(), std::vector<double>(keys.numbers.size()));
            for (const Flow& flow : group)
                addFlow(flow, keys);
            m_keys.push_back(std::move(keys));
        }
    }
    std::vector<std::uint64_t> sought(const std::vector<Flow>& group) const {
        std::vector<std::uint64_t> keys;
        for (const Flow& flow : group) {
            const KeySampler& sampler = flow.step->ownKeys ? *flow.step->ownKeys : *m_plan.streams[flow.stream].keys;
            const std::vector<std::uint64_t> top = sampler.top(kSought);
            keys.insert(keys.end(), top.begin(), top.end());
        }
        for (std::size_t i = 0; i < m_out.size(); ++i)
            if (m_out[i].kind == HotSpot::Kind::Partition) {
                const ExpectedTable& table = m_expected.tables[m_table[i]];
                const KeySpec* spec = table.topKeySpec.empty() ? nullptr : table.topKeySpec[m_out[i].partition];
                if (spec && sameNumbering(*spec, *group.front().step->keySpec))
                    keys.push_back(table.topKey[m_out[i].partition]);
            }
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        return keys;
    }
    void addFlow(const Flow& flow, Keys& keys) const {
        const KeySampler& sampler = flow.step->ownKeys ? *flow.step->ownKeys : *m_plan.streams[flow.stream].keys;
        const KeyOperations operations(m_plan, flow.stream, *flow.step);
        std::vector<double> times;
        for (const HotSpot& spot : m_out)
            times.push_back(timesOf(spot, flow.stream));
        std::vector<std::uint32_t> homes;
        for (std::size_t k = 0; k < keys.numbers.size(); ++k) {
            if (keys.numbers[k] >= sampler.count())
                break; // they ascend
            const SpreadRoute* spread = flow.step->spread;
            if (spread != nullptr && spread->spreads(keys.numbers[k]))
                spread->homes(keys.numbers[k], homes);
            else
                homes.assign(1, flow.step->route->partition(keys.numbers[k]));
            // A salted key is written to one of its homes and read from all, a copied one the other way round.
            const bool one =
                homes.size() > 1 && (spread->kind() == Spread::Kind::Salted) == m_plan.streams[flow.stream].write;
            for (const std::uint32_t partition : homes) {
                if (m_touched[partition] == 0)
                    continue;
                const double rate = operations.of(keys.numbers[k]) / (one ? static_cast<double>(homes.size()) : 1.0);
                for (std::size_t i = 0; i < m_out.size(); ++i)
                    if (m_touched[partition] >> i & 1)
                        keys.loads[i][k] += rate * times[i] * weightOf(i, *flow.step, partition);
            }
        }
    }

    void explain(std::size_t index) {
        HotSpot& spot = m_out[index];
        if (!isKnown(index))
            return explainSeen(index);
        const std::vector<double> loads = loadsOf(index);
        double all = 0;
        for (double load : loads)
            all += load;
        if (all <= 0)
            return;
        for (std::uint32_t s = 0; s < loads.size(); ++s)
            if (loads[s] > 0)
                spot.streams.push_back({s, loads[s] / all});
        byFallingShare(spot.streams, kMostStreams);
        for (const Keys& keys : m_keys)
            for (std::size_t k = 0; k < keys.numbers.size(); ++k)
                if (const double share = keys.loads[index][k] / all; share >= kLeastKeyShare)
                    spot.keys.push_back({keys.spec->space, KeySpaces::label(*keys.spec, keys.numbers[k]), share});
        byFallingShare(spot.keys, kMostKeys);
    }

    void explainSeen(std::size_t index) {
        HotSpot& spot = m_out[index];
        if (!m_seen)
            return;
        std::vector<Sightings::Seen> parts;
        if (spot.kind == HotSpot::Kind::Partition)
            parts.push_back(m_seen->atPartition(m_plan.tables[m_table[index]].first + spot.partition));
        else if (spot.kind == HotSpot::Kind::Node)
            parts.push_back(m_seen->atNode(spot.node));
        else
            forWindows(spot, [&](const Window&, std::size_t w) { parts.push_back(m_seen->inWindow(w)); });
        double all = 0;
        double error = 0;
        std::vector<double> streams(m_plan.streams.size());
        std::vector<std::pair<HeavyKey, double>> keys;
        for (const Sightings::Seen& part : parts) {
            for (std::size_t s = 0; s < streams.size(); ++s) {
                streams[s] += static_cast<double>(part.streams[s]);
                all += static_cast<double>(part.streams[s]);
            }
            for (const HeavyKey& key : part.keys)
                addSeen(key, keys);
            error += static_cast<double>(part.error);
        }
        if (all <= 0)
            return;
        for (std::uint32_t s = 0; s < streams.size(); ++s)
            if (streams[s] > 0)
                spot.streams.push_back({s, streams[s] / all});
        byFallingShare(spot.streams, kMostStreams);
        for (const auto& [key, count] : keys)
            if (count / all >= kLeastKeyShare)
                spot.keys.push_back(
                    {m_seen->keySpec(key).space, KeySpaces::label(m_seen->keySpec(key), key.key), count / all});
        byFallingShare(spot.keys, kMostKeys);
        spot.error = std::min(1.0, error / all);
    }
    void addSeen(const HeavyKey& key, std::vector<std::pair<HeavyKey, double>>& keys) const {
        const auto same = std::find_if(keys.begin(), keys.end(), [&](const auto& other) {
            return other.first.key == key.key && other.first.source == key.source;
        });
        if (same != keys.end())
            same->second += static_cast<double>(key.count);
        else
            keys.emplace_back(key, static_cast<double>(key.count));
    }

    const Plan& m_plan;
    const Expected& m_expected;
    const Sightings* m_seen;
    const RunResult& m_result;
    bool m_known;
    std::size_t m_hotNodes = 0;
    std::vector<HotSpot> m_out;
    std::vector<std::uint32_t> m_table;   ///< as m_out: that of a partition
    std::vector<std::uint16_t> m_touched; ///< by partition: a bit for each spot that it belongs to
    std::vector<Keys> m_keys;
};

} // namespace

std::vector<HotSpot> hotSpots(const Plan& plan, const Expected& expected, const Recorder& recorder,
                              const RunResult& result) {
    return Finder(plan, expected, recorder, result).run();
}

} // namespace shardscape::simulator
