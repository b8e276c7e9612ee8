// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/comparison_model.h"

#include <cmath>

#include "app/stages/tables.h"
#include "app/theme/numbers.h"

namespace shardscape::app {
namespace {

using estimator::Unit;
using simulator::FigureChange;

/// A change below this share is not worth a colour.
constexpr double kNoise = 0.005;

/// Figures of the whole run and of patterns that are shown; the others are in the comparison for scripts.
bool isShown(const FigureChange& figure) {
    const std::string& name = figure.name;
    if (figure.pattern.empty())
        return name != "cv" && name != "gini" && name != "worst_p99_ms";
    return name == "p50_ms" || name == "p99_ms" || name == "hit_ratio" ||
           (name == "error_share" && (figure.before.value_or(0) > 0 || figure.after.value_or(0) > 0));
}

QString figureWord(const std::string& name) {
    if (name == "errors")
        return ComparisonModel::tr("Refused or failed");
    if (name == "max_utilisation")
        return ComparisonModel::tr("Hottest node");
    if (name == "mean_utilisation")
        return ComparisonModel::tr("Mean utilisation");
    if (name == "max_queue")
        return ComparisonModel::tr("Deepest queue");
    if (name == "max_over_mean")
        return ComparisonModel::tr("Hottest partition over mean");
    if (name == "node_max_over_mean")
        return ComparisonModel::tr("Hottest node over mean");
    if (name == "nodes")
        return ComparisonModel::tr("Nodes");
    if (name == "p50_ms")
        return ComparisonModel::tr("p50");
    if (name == "p99_ms")
        return ComparisonModel::tr("p99");
    if (name == "hit_ratio")
        return ComparisonModel::tr("cache hits");
    if (name == "error_share")
        return ComparisonModel::tr("failed");
    return QString::fromStdString(name);
}

QString valueText(const FigureChange& figure, std::optional<double> value) {
    if (!value)
        return QStringLiteral("–");
    if (figure.name.ends_with("_ms"))
        return formatNumber(*value / 1000, Unit::Seconds);
    if (figure.name.ends_with("utilisation") || figure.name == "hit_ratio" || figure.name == "error_share")
        return formatShare(*value);
    return formatNumber(*value, Unit::None);
}

QString changeText(const FigureChange& figure) {
    const auto change = figure.change();
    if (!change)
        return figure.before && figure.after && *figure.before == *figure.after ? ComparisonModel::tr("same")
                                                                                : QStringLiteral("–");
    if (*change == 0)
        return ComparisonModel::tr("same");
    const QString arrow = *change > 0 ? QStringLiteral("▲ ") : QStringLiteral("▼ ");
    if (*change >= 1 || *change <= -0.9)
        return arrow + QStringLiteral("× %1").arg(1 + *change, 0, 'g', 3);
    return arrow + formatShare(std::abs(*change));
}

/// Less of it is better, but for cache hits; nodes are neither.
QVariant changeState(const FigureChange& figure) {
    const auto change = figure.change();
    if (!change || std::abs(*change) < kNoise || figure.name == "nodes")
        return int(Role::Muted);
    const bool better = figure.name == "hit_ratio" ? *change > 0 : *change < 0;
    return int(better ? Role::Good : Role::Bad);
}

} // namespace

void ComparisonModel::setRuns(const Simulation& before, const Simulation& after) {
    beginResetModel();
    m_comparison = simulator::compareRuns(before.compiled->scenario, {&before.result, 1}, after.compiled->scenario,
                                          {&after.result, 1});
    m_rows.clear();
    for (const FigureChange& figure : m_comparison.figures)
        if (isShown(figure))
            m_rows.push_back(figure);
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const FigureChange& figure = m_rows[std::size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((index.column() == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    const bool sort = role == kSortRole;
    switch (index.column()) {
    case What:
        if (role == Qt::DisplayRole || sort)
            return figure.pattern.empty()
                       ? figureWord(figure.name)
                       : QString::fromStdString(figure.pattern) + QStringLiteral(" · ") + figureWord(figure.name);
        return {};
    case Before:
    case After: {
        const std::optional<double>& value = index.column() == Before ? figure.before : figure.after;
        if (sort)
            return value.value_or(-1);
        if (role == kEmphasisRole)
            return index.column() == After;
        return role == Qt::DisplayRole ? valueText(figure, value) : QVariant();
    }
    case Change:
        if (sort)
            return figure.change().value_or(0);
        if (role == kStateRole)
            return changeState(figure);
        return role == Qt::DisplayRole ? changeText(figure) : QVariant();
    default: return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((section == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("Figure");
    case Before: return tr("Pinned");
    case After: return tr("Now");
    case Change: return tr("Change");
    default: return {};
    }
}

QString costWords(const simulator::DesignCost& before, const simulator::DesignCost& after) {
    QStringList parts;
    const auto three = [](double value) { return QString::number(value, 'g', 3); };
    const auto differs = [](double a, double b) { return std::abs(a - b) > 1e-9; };
    if (after.nodes != before.nodes)
        parts << ComparisonModel::tr("%1 nodes instead of %2").arg(after.nodes).arg(before.nodes);
    else if (after.servers != before.servers)
        parts << ComparisonModel::tr("%1 servers instead of %2").arg(after.servers).arg(before.servers);
    if (differs(after.copies, before.copies))
        parts << ComparisonModel::tr("%1 copies instead of %2").arg(three(after.copies), three(before.copies));
    if (differs(after.readFanOut, before.readFanOut))
        parts << ComparisonModel::tr("a read asks %1 partitions instead of %2")
                     .arg(three(after.readFanOut), three(before.readFanOut));
    if (differs(after.writeFanOut, before.writeFanOut))
        parts << ComparisonModel::tr("a write makes %1 requests instead of %2")
                     .arg(three(after.writeFanOut), three(before.writeFanOut));
    if (differs(after.cachedKeys, before.cachedKeys))
        parts << ComparisonModel::tr("room for %1 keys in caches instead of %2")
                     .arg(formatNumber(after.cachedKeys, Unit::None), formatNumber(before.cachedKeys, Unit::None));
    if (after.cacheStaleSeconds != before.cacheStaleSeconds && after.cacheStaleSeconds > 0)
        parts << (std::isfinite(after.cacheStaleSeconds)
                      ? ComparisonModel::tr("cached answers up to %1 old")
                            .arg(formatNumber(after.cacheStaleSeconds, Unit::Seconds))
                      : ComparisonModel::tr("cached answers of any age"));
    if (differs(after.staleReads, before.staleReads))
        parts << ComparisonModel::tr("%1 of the reads may miss the last write instead of %2")
                     .arg(formatShare(after.staleReads), formatShare(before.staleReads));
    return parts.isEmpty() ? ComparisonModel::tr("It costs nothing more.")
                           : ComparisonModel::tr("Cost: %1.").arg(parts.join(QStringLiteral("; ")));
}

} // namespace shardscape::app
