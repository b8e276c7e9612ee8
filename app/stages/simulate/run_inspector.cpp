// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/run_inspector.h"

#include <algorithm>
#include <utility>

#include <QCoreApplication>

#include "app/stages/simulate/run_words.h"
#include "app/theme/numbers.h"
#include "app/theme/sentences.h"

namespace shardscape::app {
namespace {

struct RunInspector {
    Q_DECLARE_TR_FUNCTIONS(RunInspector)
};

using estimator::Unit;

constexpr std::size_t kMostKeys = 8;
/// Of all requests; keys below this share heat nothing.
constexpr double kHotShare = 0.0001;
/// A node that is busier than this is called hot.
constexpr double kHotNode = 0.9;

void addCluster(PropertyList& list, const simulator::RunResult& result) {
    list.addGroup(RunInspector::tr("Cluster"));
    double sum = 0;
    std::uint64_t queue = 0;
    std::uint64_t refused = 0;
    for (const simulator::NodeResult& node : result.nodes) {
        sum += node.utilisation;
        queue = std::max(queue, node.maxQueue);
        refused += node.rejected;
    }
    const auto busiest = std::max_element(result.nodes.begin(), result.nodes.end(),
                                          [](const auto& a, const auto& b) { return a.utilisation < b.utilisation; });
    if (busiest != result.nodes.end()) {
        list.addRow(RunInspector::tr("Mean utilisation"), formatShare(sum / double(result.nodes.size())));
        const bool hot = busiest->utilisation > kHotNode;
        list.addRow(
            hot ? RunInspector::tr("Hottest node ●") : RunInspector::tr("Hottest node"),
            QStringLiteral("%1 · %2").arg(formatShare(busiest->utilisation), QString::fromStdString(busiest->name)),
            hot ? Role::Bad : Role::Text);
        list.addRow(RunInspector::tr("Deepest queue"), formatNumber(double(queue), Unit::None));
        list.addRow(RunInspector::tr("Refused"), formatNumber(double(refused), Unit::None),
                    refused ? Role::Bad : Role::Text);
    }
    for (const simulator::CacheResult& cache : result.caches)
        list.addRow(RunInspector::tr("Cache hits"), formatShare(cache.hitRatio), Role::Text,
                    QString::fromStdString(cache.name));
}

/// Nodes, and times in which one was far busier than usual; hot partitions are the business of the page.
void addHot(PropertyList& list, const simulator::RunResult& result) {
    std::size_t shown = 0;
    QString causesBefore;
    for (const simulator::HotSpot& spot : result.hot) {
        if (spot.kind == simulator::HotSpot::Kind::Partition || spot.node >= result.nodes.size())
            continue;
        if (shown++ == 0)
            list.addGroup(RunInspector::tr("Hot nodes and times"));
        QString name = QString::fromStdString(result.nodes[spot.node].name);
        if (spot.kind == simulator::HotSpot::Kind::Window)
            name = RunInspector::tr("%1, %2 – %3")
                       .arg(name, formatNumber(spot.fromSeconds, Unit::Seconds),
                            formatNumber(spot.toSeconds, Unit::Seconds));
        const QString causes = hotCauses(spot, result);
        list.addRow(name, formatShare(spot.utilisation), spot.overloaded ? Role::Bad : Role::Text, causes);
        // Replicas of a hot partition are hot for the same reason.
        if (std::exchange(causesBefore, causes) != causes)
            list.addText(causes, Role::Muted);
    }
}

void addKeys(PropertyList& list, const simulator::RunResult& result) {
    if (result.hottest.empty())
        return;
    list.addGroup(RunInspector::tr("Hottest keys"));
    if (result.hottest.front().share < kHotShare) {
        list.addText(RunInspector::tr("No key stands out: the hottest takes less than %1 of the requests.")
                         .arg(formatShare(kHotShare)),
                     Role::Muted);
        return;
    }
    for (std::size_t i = 0; i < std::min(kMostKeys, result.hottest.size()); ++i) {
        const simulator::HotKey& key = result.hottest[i];
        QStringList who;
        for (const simulator::StreamShare& share : key.streams)
            if (share.stream < result.streams.size())
                who << QStringLiteral("%1 %2").arg(formatShare(share.share),
                                                   QString::fromStdString(result.streams[share.stream].name));
        list.addRow(keyWord(key.space, key.key), formatShare(key.share), Role::Text,
                    RunInspector::tr("%1 in partition %2 of %3: %4")
                        .arg(QString::fromStdString(key.key))
                        .arg(key.partition)
                        .arg(QString::fromStdString(key.table), who.join(QStringLiteral(", "))));
    }
}

} // namespace

void inspectRun(PropertyList& list, const Simulation& run, const QString& engine, bool stale) {
    const simulator::RunResult& result = run.result;
    list.addHeading(RunInspector::tr("Results"),
                    RunInspector::tr("%1 · nodes: %2").arg(engine).arg(result.nodes.size()));
    if (stale)
        list.addText(RunInspector::tr("▲ Of an older model or other settings"), Role::Warn);
    list.addRow(RunInspector::tr("Simulated time"), formatNumber(result.simulatedSeconds, Unit::Seconds));
    addCluster(list, result);
    addHot(list, result);
    addKeys(list, result);
    if (!run.compiled->notes.empty())
        list.addGroup(RunInspector::tr("Simplified"));
    for (const std::string& note : run.compiled->notes)
        list.addText(said(note), Role::Muted);
}

} // namespace shardscape::app
