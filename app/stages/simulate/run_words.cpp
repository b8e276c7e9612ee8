// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/run_words.h"

#include <QCoreApplication>

#include "app/theme/numbers.h"

namespace shardscape::app {
namespace {

struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

constexpr int kLongestKey = 14;

QString nodeSentence(const Simulation& simulation, const simulator::PartitionResult& partition) {
    if (partition.node >= simulation.result.nodes.size())
        return {};
    const simulator::NodeResult& node = simulation.result.nodes[partition.node];
    const QString name = QString::fromStdString(node.name);
    if (node.expectedUtilisation > 1)
        return RunWords::tr("Its node %1 is offered %2 times what it can serve, so the queue grows (to %3 here).")
            .arg(name)
            .arg(node.expectedUtilisation, 0, 'f', 2)
            .arg(node.maxQueue);
    return RunWords::tr("Its node %1 is %2 busy; at most %3 requests waited.")
        .arg(name, formatShare(node.utilisation))
        .arg(node.maxQueue);
}

} // namespace

QString keyWord(const std::string& space, const std::string& key) {
    QString text = QString::fromStdString(key);
    if (text.size() > kLongestKey)
        text = text.left(7) + QStringLiteral("…") + text.right(5);
    return space.empty() ? text : QString::fromStdString(space) + QLatin1Char(' ') + text;
}

QString explainPartition(const Simulation& simulation, std::size_t table, int partition) {
    if (table >= simulation.result.tables.size())
        return {};
    const simulator::TableResult& result = simulation.result.tables[table];
    if (partition < 0 || std::size_t(partition) >= result.partitions.size())
        return {};
    const simulator::PartitionResult& one = result.partitions[std::size_t(partition)];
    const double overMean = one.share * double(result.partitions.size());
    QString text = RunWords::tr("It takes %1 of the load of %2, %3 times an average partition.")
                       .arg(formatShare(one.share),
                            result.name.empty() ? RunWords::tr("the table") : QString::fromStdString(result.name))
                       .arg(overMean, 0, 'f', 2);
    if (!one.streams.empty() && one.streams.front().stream < simulation.result.streams.size()) {
        const simulator::StreamResult& stream = simulation.result.streams[one.streams.front().stream];
        text +=
            QLatin1Char(' ') + RunWords::tr("%1 of that is %2")
                                   .arg(formatShare(one.streams.front().share),
                                        QString::fromStdString(stream.pattern.empty() ? stream.name : stream.pattern));
        text += one.topKey.empty() ? QStringLiteral(".")
                                   : RunWords::tr(", %1 the one key %2.")
                                         .arg(formatShare(one.topKeyShare), keyWord(one.topKeySpace, one.topKey));
    } else if (!one.topKey.empty()) {
        text += QLatin1Char(' ') + RunWords::tr("%1 of that is the one key %2.")
                                       .arg(formatShare(one.topKeyShare), keyWord(one.topKeySpace, one.topKey));
    }
    return text + QLatin1Char(' ') + nodeSentence(simulation, one);
}

QString describeRun(const Simulation& simulation) {
    const simulator::RunResult& result = simulation.result;
    return RunWords::tr("%1 requests in %2 · seed %3")
        .arg(formatNumber(double(result.requests), estimator::Unit::None),
             formatNumber(result.wallSeconds, estimator::Unit::Seconds))
        .arg(result.seed);
}

} // namespace shardscape::app
