// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Queues against their closed forms at utilisations from 0.3 to 0.95, with as many requests as 1 % asks for.
#include "tests/simulator/proof.h"

#include "model/placement/placement.h"
#include "simulator/kernel/replications.h"

using namespace shardscape::simulator;
namespace exact = shardscape::tests::exact;

namespace {

constexpr double kUtilisations[] = {0.3, 0.5, 0.7, 0.9, 0.95};

/// Requests for which the mean of M/M/1 is known to 1 % with four standard deviations: the mean of n successive waits
/// has variance rho(2 + 5rho - 4rho^2 + rho^3) / ((1-rho)^4 n). Other queues take as many times as much.
std::uint64_t requestsFor(double rho, double times) {
    const double variance = rho * (2 + 5 * rho - 4 * rho * rho + rho * rho * rho) / std::pow(1 - rho, 4);
    const double needed = 16 * variance * (1 - rho) * (1 - rho) / 1e-4 * times;
    return static_cast<std::uint64_t>(std::max(needed, 2e6)) / kReplications;
}

/// Means of 0.95 need 243 million requests of M/M/1: only when the long proofs are asked for.
std::vector<double> utilisations() {
    std::vector<double> all(std::begin(kUtilisations), std::end(kUtilisations));
    if (!longProofs())
        all.pop_back();
    return all;
}

ProofCase queue(const QString& name, std::uint32_t servers, double rho, const Service& service, double times,
                std::vector<ProofFigure> figures) {
    Scenario scenario = cluster(1, servers, 1000 * rho * servers, service, requestsFor(rho, times));
    scenario.warmup = 0.02;
    return {QString("%1 at %2").arg(name).arg(rho), scenario, std::move(figures)};
}

} // namespace

class ProofQueuesTest : public QObject {
    Q_OBJECT

    Proofs m_proofs;

private slots:
    /// The wait's share of the sojourn falls with the number of servers, and with it what the mean varies by.
    void mmc() {
        for (double rho : utilisations())
            for (std::uint32_t servers : {1U, 2U, 4U, 16U}) {
                const double wait = exact::mmcMean(servers, rho) - 1;
                const double ofOne = wait / (wait + 1) / rho;
                m_proofs.prove(queue(QString("M/M/%1").arg(servers), servers, rho, exponential(), ofOne * ofOne + 0.02,
                                     figuresOf([&](double t) { return exact::mmcTail(servers, rho, t); }, wait + 1)));
            }
    }

    /// The closed form itself against percentiles computed with 50 digits, rho 0.5, 0.8 and 0.95.
    void md1ClosedForm() {
        const auto p = [](double rho, double q) {
            return exact::quantile([rho](double t) { return exact::md1Tail(rho, t); }, q);
        };
        COMPARE_WITHIN(p(0.5, 0.99), 4.336255957, 1e-8);
        COMPARE_WITHIN(p(0.5, 0.999), 6.16838503096, 1e-8);
        COMPARE_WITHIN(p(0.8, 0.5), 2.27593987338, 1e-8);
        COMPARE_WITHIN(p(0.8, 0.99), 11.355886792, 1e-8);
        COMPARE_WITHIN(p(0.95, 0.9), 23.3022288611, 1e-8);
        COMPARE_WITHIN(p(0.95, 0.99), 45.9377655084, 1e-8);
        // Both forms of the tail where they meet.
        for (double rho : {0.3, 0.5, 0.7, 0.9})
            COMPARE_WITHIN(exact::md1Tail(rho, 9.999999), exact::md1Tail(rho, 10.000001), 1e-5);
    }

    void md1() {
        for (double rho : utilisations()) {
            std::vector<ProofFigure> figures =
                figuresOf([rho](double t) { return exact::md1Tail(rho, t); }, exact::mg1Mean(rho, 0));
            // Up to 0.5 the median is the service time itself, which a share of 1 - rho takes exactly: a histogram
            // knows that only to the width of its bucket, 0.8 %, and without any variation.
            if (rho <= 0.5)
                figures.erase(figures.begin() + 1);
            m_proofs.prove(queue("M/D/1", 1, rho, deterministic(), 0.5, figures));
        }
    }

    /// The percentiles of the lognormal are not known; its mean varies more because service times do.
    void mg1Lognormal() {
        for (double rho : utilisations()) {
            const Service lognormal{ServiceKind::Lognormal, 1, 1, {}};
            m_proofs.prove(queue("M/G/1 lognormal(1)", 1, rho, lognormal, 3,
                                 {meanMs(exact::mg1Mean(rho, exact::lognormalCv2(1)))}));
        }
    }

    /// Zipf 0.99 over 10,000 keys by hash-mod on eight nodes of two servers, of which the last two are twice as fast.
    /// Each is an M/M/2 of its own: independent routing thins a Poisson stream into independent ones. The shares are
    /// counted here, not taken from the result.
    void nodesThatDiffer() {
        constexpr std::uint64_t kKeys = 10'000;
        shardscape::model::PlacementSpec spec;
        spec.partitions = 8;
        const auto placement = shardscape::model::makePlacement(spec);
        QVERIFY(placement.has_value());
        std::vector<double> share(8);
        const std::vector<double> popularity = exact::zipfShares(kKeys, 0.99);
        for (std::uint64_t key = 0; key < kKeys; ++key)
            share[(*placement)->partitionOf(static_cast<std::int64_t>(key))] += popularity[key];
        const auto speed = [](std::size_t node) { return node < 6 ? 1.0 : 2.0; };
        double busiest = 0;
        for (std::size_t node = 0; node < 8; ++node)
            busiest = std::max(busiest, share[node] / speed(node));
        for (double rho : {0.5, 0.8}) {
            const double perMs = 2 * rho / busiest;
            const auto tail = [&](double t) {
                double sum = 0;
                for (std::size_t node = 0; node < 8; ++node)
                    sum += share[node] * exact::mmcTail(2, perMs * share[node] / speed(node) / 2, t * speed(node));
                return sum;
            };
            double mean = 0;
            for (std::size_t node = 0; node < 8; ++node)
                mean += share[node] * exact::mmcMean(2, perMs * share[node] / speed(node) / 2) / speed(node);
            Scenario scenario = cluster(8, 2, 1000 * perMs, exponential(), 1'000'000);
            scenario.nodes = {{"slow", 6, 2, "", 1}, {"fast", 2, 2, "", 2}};
            scenario.tables.front().router.kind = "hash-mod";
            scenario.streams.front().keys = zipf(kKeys, 0.99);
            scenario.warmup = 0.02;
            m_proofs.prove({QString("8 unlike M/M/2, busiest at %1").arg(rho), scenario, figuresOf(tail, mean)});
        }
    }

    /// The slowest of k sub-requests, to idle nodes: the maximum of k exponentials.
    void scatterToIdleNodes() {
        for (std::uint32_t k : {4U, 16U, 64U}) {
            Scenario scenario = cluster(64, 1, 0.2, exponential(), 20'000);
            scenario.streams.front().steps.front().touch = {Touch::Kind::Sample, k};
            m_proofs.prove(
                {QString("scatter to %1 idle nodes").arg(k), scenario,
                 figuresOf([k](double t) { return 1 - std::pow(1 - std::exp(-t), k); }, exact::orderMean(k, k))});
        }
    }

    /// The slowest of k sub-requests to nodes that are busy with others: those see M/M/4 at 0.6 as they arrive (Poisson
    /// arrivals see time averages), and the nodes are nearly independent of each other because a fiftieth of their work
    /// comes of what several get together; any two of them share a k/100-th of that.
    void scatterToBusyNodes() {
        constexpr std::uint32_t kNodes = 100;
        for (std::uint32_t k : {2U, 10U}) {
            Scenario scenario = cluster(kNodes, 4, 2400.0 * kNodes * 0.98, exponential(), 1'000'000);
            Stream scatter = scenario.streams.front();
            scatter.name = "scatter";
            scatter.rate = 2400.0 * kNodes * 0.02 / k;
            scatter.steps.front().touch = {Touch::Kind::Sample, k};
            scenario.streams.insert(scenario.streams.begin(), scatter);
            scenario.warmup = 0.02;
            const auto tail = [k](double t) { return 1 - std::pow(1 - exact::mmcTail(4, 0.6, t), k); };
            m_proofs.prove(
                {QString("slowest of %1 M/M/4 at 0.6").arg(k), scenario, figuresOf(tail, exact::meanOf(tail))});
        }
    }

    void quorums() {
        for (const auto& [n, k] :
             std::vector<std::pair<std::uint32_t, std::uint32_t>>{{3, 1}, {3, 2}, {3, 3}, {5, 3}}) {
            Scenario scenario = cluster(10, 1, 0.2, exponential(), 40'000);
            scenario.tables.front().replicas = n;
            scenario.streams.front().steps.front().quorum = k;
            const auto tail = [n = n, k = k](double t) { return exact::orderTail(n, k, std::exp(-t)); };
            m_proofs.prove(
                {QString("quorum %1 of %2").arg(k).arg(n), scenario, figuresOf(tail, exact::orderMean(n, k))});
        }
    }

    /// Attempts of an exponential time are given up after the timeout and tried again at once, up to a limit. The nodes
    /// are idle: 10,000 servers for one request a millisecond.
    void retriesWithALimit() {
        for (const auto& [timeout, limit] : std::vector<std::pair<double, std::uint32_t>>{{1, 0}, {1, 2}, {0.5, 3}}) {
            const exact::Attempts attempts{timeout, limit};
            Scenario scenario = cluster(100, 100, 1000, exponential(), 50'000);
            scenario.streams.front().client.timeoutMs = timeout;
            scenario.streams.front().client.retries.limit = limit;
            const auto share = [](std::uint64_t part, const StreamResult& stream) {
                return static_cast<double>(part) / static_cast<double>(stream.count + stream.errors);
            };
            m_proofs.prove({QString("timeout %1, %2 retries").arg(timeout).arg(limit),
                            scenario,
                            {meanMs(attempts.meanAnswered()),
                             {"attempts", attempts.expected(),
                              [=](const RunResult& r) { return share(r.streams[0].attempts, r.streams[0]); }},
                             {"failed", attempts.failed(),
                              [=](const RunResult& r) { return share(r.streams[0].errors, r.streams[0]); }}}});
        }
    }

    /// A counter in one place is an M/M/1; cut into k shards, each increment takes one of k M/M/1 with a k-th of the
    /// rate, and reading adds them all up: the slowest of k that are nearly idle.
    void shardedCounters() {
        for (std::uint32_t k : {1U, 2U, 8U}) {
            Scenario scenario = cluster(k, 1, 800, exponential(), 1'000'000);
            scenario.warmup = 0.02;
            Stream total = scenario.streams.front();
            total.name = "total";
            total.rate = 0.8;
            total.steps.front().touch = {Touch::Kind::All, 1};
            scenario.streams.push_back(total);
            const double rho = 0.8 / k + 0.0008;
            const auto tail = [rho](double t) { return exact::mmcTail(1, rho, t); };
            m_proofs.prove({QString("counter of %1 shards").arg(k), scenario, figuresOf(tail, exact::mmcMean(1, rho))});
        }
    }

    /// Of two random nodes the one with fewer requests is asked: the limit for many nodes, which a hundred miss by less
    /// than 0.5 % up to 0.7 and 1.2 % at 0.9 (Mitzenmacher, table 1), so that there it takes more of them.
    void powerOfTwoChoices() {
        for (const auto& [rho, nodes] :
             std::vector<std::pair<double, std::uint32_t>>{{0.5, 100}, {0.7, 100}, {0.9, 400}}) {
            if (rho > 0.8 && !longProofs())
                continue;
            Scenario scenario = cluster(nodes, 1, 1000 * rho * nodes, exponential(), 1000 * nodes);
            scenario.tables.front().partitions = 1;
            scenario.tables.front().replicas = nodes;
            scenario.tables.front().router.kind = "hash-mod";
            scenario.streams.front().keys = uniform(1);
            scenario.streams.front().steps.front().ask = 1;
            scenario.streams.front().steps.front().quorum = 1;
            scenario.streams.front().client.balance = Balance::TwoChoices;
            scenario.warmup = 0.2;
            m_proofs.prove({QString("two choices at %1").arg(rho), scenario, {meanMs(exact::supermarketMean(rho, 2))}});
        }
    }

    /// The reference workload: zipf 0.99 over a million keys by hash-mod on 64 partitions of 16 nodes of four servers,
    /// 26,880 a second, the busiest node at 0.914. One run of 2 million misses the 99th percentile by 4.2 % (one
    /// standard deviation over 200 seeds of two independent programs), so that 1 % takes 137 million; 200 million miss
    /// it by 0.42 %.
    void referenceWorkload() {
        if (!longProofs())
            QSKIP("takes 200 million requests: SHARDSCAPE_PROOFS=long");
        Scenario scenario = cluster(16, 4, 26'880, exponential(), 10'000'000);
        scenario.tables.front().partitions = 64;
        scenario.tables.front().router.kind = "hash-mod";
        scenario.streams.front().keys = zipf(1'000'000, 0.99);
        scenario.warmup = 0.02;
        // Of 200 million requests the p99 has a standard deviation of 0.4 to 0.7 % between seeds: 1.3 % alone would
        // fail for some, so that four standard errors are allowed as elsewhere.
        ProofFigure p99 = percentile("p99", 8.288874);
        p99.within = 0.013;
        m_proofs.prove({"REF1", scenario, {p99, percentile("p50", 0.856361)}});
    }

    /// What is said of the 99th percentile's error beside it: of 200 seeds, the intervals of at least 184 hold the
    /// exact one (190 are to be expected of 95 %; fewer than 184 come by chance once in 42).
    void intervalsOfTheReferenceWorkload() {
        if (!longProofs())
            QSKIP("takes 800 million requests: SHARDSCAPE_PROOFS=long");
        Scenario scenario = cluster(16, 4, 26'880, exponential(), 500'000);
        scenario.tables.front().partitions = 64;
        scenario.tables.front().router.kind = "hash-mod";
        scenario.streams.front().keys = zipf(1'000'000, 0.99);
        scenario.warmup.reset();
        ReplicationOptions options;
        options.threads = 2;
        int covered = 0;
        for (scenario.seed = 1; scenario.seed <= 200; ++scenario.seed) {
            NoProgress nobody;
            const auto result = runReplications(scenario, options, {}, nobody);
            QVERIFY(result.has_value());
            const Interval& p99 = result->all.ci95.at("p99_ms");
            covered += p99.low <= 8.288874 && 8.288874 <= p99.high;
        }
        QVERIFY2(covered >= 184, qPrintable(QString("%1 of 200 cover it").arg(covered)));
    }

    void intervalsAsAFamily() { m_proofs.asAFamily(); }
};

QTEST_APPLESS_MAIN(ProofQueuesTest)
#include "proof_queues_test.moc"
