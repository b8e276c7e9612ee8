// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>
#include <QTextStream>
#include <QtTest>

#include <cmath>
#include <functional>
#include <vector>

#include "model/placement/hashes.h"
#include "tests/simulator/scenarios.h"
#include "tests/support/closed_forms.h"

/// Proofs by many runs: each case is simulated in replications with random streams of their own, so that the figure has
/// a mean and a 95 % interval of its own (Student's t over the replications).
namespace shardscape::simulator {

inline constexpr std::uint32_t kReplications = 20;

struct ProofFigure {
    QString name;
    double exact;
    std::function<double(const RunResult&)> of;
    /// Relative error that is asserted. A figure that is known less well by so many requests may be off by four
    /// standard errors instead, unless it is `strict`.
    double within = 0.01;
    bool strict = false;
};

struct ProofCase {
    QString name;
    Scenario scenario; ///< its requests are those of one replication
    std::vector<ProofFigure> figures;
};

/// What one figure came to.
struct ProofOutcome {
    QString name;
    double exact = 0;
    double mean = 0;
    double halfWidth = 0; ///< of the 95 % interval
    double requests = 0;
    bool covered() const { return std::abs(mean - exact) <= halfWidth; }
};

/// Latency of the first stream.
inline ProofFigure meanMs(double exact) {
    return {"mean", exact, [](const RunResult& result) { return result.streams.at(0).latency.meanMs; }, 0.01, true};
}
inline ProofFigure percentile(const char* name, double exact) {
    const QString wanted = QString::fromLatin1(name);
    return {wanted, exact, [wanted](const RunResult& result) {
                const Latency& latency = result.streams.at(0).latency;
                return wanted == "p50" ? latency.p50Ms : wanted == "p95" ? latency.p95Ms : latency.p99Ms;
            }};
}
/// p50 and p99 of a tail, and the mean.
inline std::vector<ProofFigure> figuresOf(const std::function<double(double)>& tail, double mean) {
    return {meanMs(mean), percentile("p50", tests::exact::quantile(tail, 0.5)),
            percentile("p99", tests::exact::quantile(tail, 0.99))};
}

/// Runs the replications; one outcome a figure. The seed is made of the name, so that cases are independent of each
/// other.
inline std::vector<ProofOutcome> simulateCase(const ProofCase& proof) {
    Scenario scenario = proof.scenario;
    scenario.seed = shardscape::model::fnv1a64(proof.name.toStdString());
    std::vector<double> sum(proof.figures.size());
    std::vector<double> squares(proof.figures.size());
    double requests = 0;
    for (std::uint32_t r = 0; r < kReplications; ++r) {
        RunOptions options;
        options.replication = r;
        const RunResult result = simulate(scenario, options);
        requests += static_cast<double>(result.requests);
        for (std::size_t i = 0; i < proof.figures.size(); ++i) {
            const double value = proof.figures[i].of(result);
            sum[i] += value;
            squares[i] += value * value;
        }
    }
    std::vector<ProofOutcome> outcomes;
    for (std::size_t i = 0; i < proof.figures.size(); ++i) {
        const double mean = sum[i] / kReplications;
        const double variance = std::max(0.0, squares[i] - kReplications * mean * mean) / (kReplications - 1);
        const double error = std::sqrt(variance / kReplications);
        outcomes.push_back({proof.name + ", " + proof.figures[i].name, proof.figures[i].exact, mean,
                            tests::exact::student95(kReplications - 1) * error, requests});
    }
    return outcomes;
}

/// Asserts what a case claims and remembers its outcomes; the last test of a class asserts them as a family.
class Proofs {
public:
    void prove(const ProofCase& proof) {
        const std::vector<ProofOutcome> outcomes = simulateCase(proof);
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            const ProofOutcome& outcome = outcomes[i];
            write(outcome);
            m_outcomes.push_back(outcome);
            m_first.push_back(i == 0);
            const ProofFigure& figure = proof.figures[i];
            const double fourErrors = 4 * outcome.halfWidth / tests::exact::student95(kReplications - 1);
            const double allowed = figure.strict ? figure.within * std::abs(outcome.exact)
                                                 : std::max(figure.within * std::abs(outcome.exact), fourErrors);
            QVERIFY2(std::abs(outcome.mean - outcome.exact) <= allowed,
                     qPrintable(QString("%1: %2 is not within %3 of %4")
                                    .arg(outcome.name)
                                    .arg(outcome.mean)
                                    .arg(allowed)
                                    .arg(outcome.exact)));
        }
    }

    /// Of n independent 95 % intervals a twentieth misses: more than mostByChance(n, 0.05) would happen once in 10,000
    /// suites. The figures of one case come of the same runs, so that only the first of each counts together, and all
    /// of them with half as many degrees of freedom again.
    void asAFamily() const {
        std::uint32_t first = 0;
        std::uint32_t firstMissed = 0;
        std::uint32_t missed = 0;
        for (std::size_t i = 0; i < m_outcomes.size(); ++i) {
            const bool covered = m_outcomes[i].covered();
            first += m_first[i] ? 1 : 0;
            firstMissed += m_first[i] && !covered ? 1 : 0;
            missed += covered ? 0 : 1;
        }
        const auto all = static_cast<std::uint32_t>(m_outcomes.size());
        qInfo("%u of %u first figures and %u of %u figures lie outside their 95 %% intervals", firstMissed, first,
              missed, all);
        QVERIFY(firstMissed <= tests::exact::mostByChance(first, 0.05));
        QVERIFY(missed <= 2 * tests::exact::mostByChance(all / 2, 0.05) + 1);
    }

private:
    /// A row of Markdown for each figure into the file named by SHARDSCAPE_PROOF_TABLE.
    static void write(const ProofOutcome& outcome) {
        const QString path = qEnvironmentVariable("SHARDSCAPE_PROOF_TABLE");
        QFile file(path);
        if (path.isEmpty() || !file.open(QIODevice::Append))
            return;
        QTextStream(&file) << QString("| %1 | %2 | %3 | ± %4 | %5 % | %6 M |\n")
                                  .arg(outcome.name)
                                  .arg(outcome.exact, 0, 'g', 7)
                                  .arg(outcome.mean, 0, 'g', 7)
                                  .arg(outcome.halfWidth, 0, 'g', 2)
                                  .arg(100 * (outcome.mean / outcome.exact - 1), 0, 'f', 3)
                                  .arg(outcome.requests / 1e6, 0, 'g', 4);
    }
    std::vector<ProofOutcome> m_outcomes;
    std::vector<bool> m_first;
};

/// Whether the long proofs are asked for, which take minutes: `ctest -C Nightly -L nightly`.
inline bool longProofs() {
    return qEnvironmentVariable("SHARDSCAPE_PROOFS") == QLatin1String("long");
}

} // namespace shardscape::simulator
