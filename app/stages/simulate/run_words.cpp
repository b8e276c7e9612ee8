// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/run_words.h"

#include <algorithm>

#include <QCoreApplication>

#include "app/theme/numbers.h"
#include "simulator/scenario/hotspot.h"
#include "simulator/scenario/moment.h"

namespace shardscape::app {
namespace {

struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

constexpr int kLongestKey = 14;

QString nodeSentence(const simulator::Hotspot& spot) {
    const QString name = QString::fromStdString(spot.node);
    if (spot.overloaded)
        return RunWords::tr(
                   "Its node %1 is offered %2 times what it can serve, so the queue grows (here to %3 requests).")
            .arg(name)
            .arg(spot.utilisation, 0, 'f', 2)
            .arg(formatNumber(double(spot.maxQueue), estimator::Unit::None));
    const QString busy = RunWords::tr("Its node %1 is %2 busy").arg(name, formatShare(spot.utilisation));
    return spot.maxQueue == 0 ? RunWords::tr("%1, and nothing waited.").arg(busy)
                              : RunWords::tr("%1; at most %2 requests waited at once.")
                                    .arg(busy, formatNumber(double(spot.maxQueue), estimator::Unit::None));
}

} // namespace

QString keyWord(const std::string& space, const std::string& key) {
    const QString of = QString::fromStdString(space);
    switch (const std::size_t rank = simulator::popularityRank(key)) {
    case 0: break;
    case 1: return of.isEmpty() ? RunWords::tr("the most popular") : RunWords::tr("the most popular %1").arg(of);
    default:
        return of.isEmpty() ? RunWords::tr("no. %1 in popularity").arg(rank)
                            : RunWords::tr("%1, no. %2 in popularity").arg(of).arg(rank);
    }
    QString text = QString::fromStdString(key);
    if (text.size() > kLongestKey)
        text = text.left(7) + QStringLiteral("…") + text.right(5);
    return of.isEmpty() ? text : of + QLatin1Char(' ') + text;
}

namespace {

QString sharesSentence(const simulator::Hotspot& spot, bool moment) {
    const QString name = spot.table.empty() ? RunWords::tr("the table") : QString::fromStdString(spot.table);
    QString text = spot.even() ? RunWords::tr("It takes %1 of the load of %2: %3 times an average partition, which is "
                                              "even.")
                               : RunWords::tr("It takes %1 of the load of %2, %3 times an average partition.");
    text = text.arg(formatShare(spot.share), name).arg(spot.shareOverMean, 0, 'f', 2);
    if (!spot.pattern.empty())
        text +=
            QLatin1Char(' ') +
            RunWords::tr("%1 of that is %2.").arg(formatShare(spot.patternShare), QString::fromStdString(spot.pattern));
    if (spot.hasHotKey())
        text += QLatin1Char(' ') + (moment ? RunWords::tr("Over the whole run one key makes %1 of its load: %2.")
                                           : RunWords::tr("One key alone makes %1 of its load: %2."))
                                       .arg(formatShare(spot.keyShare), keyWord(spot.keySpace, spot.key));
    else if (!spot.key.empty())
        text += QLatin1Char(' ') + RunWords::tr("No single key stands out.");
    return text;
}

} // namespace

QString explainPartition(const Simulation& simulation, std::size_t table, int partition) {
    const simulator::Hotspot spot =
        simulator::partitionFacts(simulation.result, table, std::size_t(std::max(0, partition)));
    if (spot.shareOverMean == 0 || partition < 0)
        return {};
    return sharesSentence(spot, false) + QLatin1Char(' ') + nodeSentence(spot);
}

QString explainMoment(const Simulation& simulation, std::size_t table, int moment, int partition) {
    if (moment < 0 || partition < 0)
        return {};
    const simulator::Hotspot spot =
        simulator::momentFacts(simulation.result, table, std::size_t(partition), std::size_t(moment));
    if (spot.shareOverMean == 0)
        return RunWords::tr("Nothing asked for it in this moment.");
    return sharesSentence(spot, true) + QLatin1Char(' ') + nodeSentence(spot);
}

QString hotCauses(const simulator::HotSpot& spot, const simulator::RunResult& run) {
    constexpr std::size_t kMost = 3;
    QStringList patterns;
    for (const simulator::StreamShare& share : spot.streams)
        if (share.stream < run.streams.size() && patterns.size() < qsizetype(kMost))
            patterns << QStringLiteral("%1 %2").arg(formatShare(share.share),
                                                    QString::fromStdString(run.streams[share.stream].name));
    QString text = patterns.join(QStringLiteral(", "));
    if (!spot.keys.empty()) {
        const simulator::KeyShare& key = spot.keys.front();
        const QString share =
            spot.error > 0 ? RunWords::tr("%1 to %2").arg(formatShare(key.share), formatShare(key.share + spot.error))
                           : formatShare(key.share);
        text += (text.isEmpty() ? QString() : QStringLiteral("; ")) +
                RunWords::tr("key: %1 %2").arg(keyWord(key.space, key.key), share);
    }
    return text;
}

QString describeRun(const Simulation& simulation) {
    const simulator::RunResult& result = simulation.result;
    const QString text = simulation.input.quick ? RunWords::tr("a quick look: %1 requests in %2 · seed %3")
                                                : RunWords::tr("%1 requests in %2 · seed %3");
    return text
        .arg(formatNumber(double(result.requests), estimator::Unit::None),
             formatNumber(result.wallSeconds, estimator::Unit::Seconds))
        .arg(result.seed);
}

QString describeDesign(const Simulation& simulation) {
    QStringList parts{QString::fromStdString(simulation.estimate()->design.engine)};
    for (const simulator::WhatIf& what : simulation.input.supposed)
        parts << QString::fromStdString(simulator::specOf(what));
    return parts.join(QStringLiteral(", "));
}

} // namespace shardscape::app
