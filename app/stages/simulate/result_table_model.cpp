// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/result_table_model.h"

#include <algorithm>

#include "app/stages/tables.h"
#include "app/theme/numbers.h"

namespace shardscape::app {

using estimator::Unit;

namespace {

constexpr double kClose = 0.8; ///< of the wanted p99: near enough to say so

bool tooShort(const simulator::StreamResult& stream, const char* percentile) {
    return std::find(stream.tooShort.begin(), stream.tooShort.end(), percentile) != stream.tooShort.end();
}

/// Half of the 95 % interval of a percentile, as a share of it: " ± 1.2 %". Empty where there is none.
QString plusMinus(const simulator::StreamResult& stream, const char* percentile, double ms) {
    const auto interval = stream.ci95.find(percentile);
    if (interval == stream.ci95.end() || ms <= 0)
        return {};
    return QStringLiteral(" ± ") + formatShare((interval->second.high - interval->second.low) / 2 / ms);
}

const char* percentileOf(int column) {
    switch (column) {
    case ResultTableModel::P50: return "p50_ms";
    case ResultTableModel::P95: return "p95_ms";
    default: return "p99_ms";
    }
}

} // namespace

void ResultTableModel::setSimulation(SimulationPtr simulation) {
    beginResetModel();
    m_simulation = std::move(simulation);
    endResetModel();
}

int ResultTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_simulation ? 0 : int(m_simulation->result.streams.size());
}

int ResultTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

std::optional<double> ResultTableModel::simulatedMs(const simulator::StreamResult& stream, int column) const {
    if (stream.count == 0)
        return std::nullopt;
    switch (column) {
    case P50: return stream.latency.p50Ms;
    case P95: return stream.latency.p95Ms;
    case P99: return stream.latency.p99Ms;
    default: return std::nullopt;
    }
}

const estimator::Figure* ResultTableModel::analytic(int row, int column) const {
    const estimator::PatternEstimate* pattern = m_simulation->analytic(std::size_t(row));
    if (!pattern)
        return nullptr;
    switch (column) {
    case P50Analytic: return &pattern->p50;
    case P95Analytic: return &pattern->p95;
    case P99Analytic: return &pattern->p99;
    case P99Wanted: return pattern->wantedP99 ? &*pattern->wantedP99 : nullptr;
    default: return nullptr;
    }
}

QVariant ResultTableModel::simulatedData(int row, int column, int role) const {
    const simulator::StreamResult& stream = m_simulation->result.streams[std::size_t(row)];
    const auto ms = simulatedMs(stream, column);
    if (!ms)
        return role == Qt::DisplayRole ? QStringLiteral("–") : QVariant();
    const bool uncertain = tooShort(stream, percentileOf(column));
    const estimator::Figure* wanted = column == P99 ? analytic(row, P99Wanted) : nullptr;
    const double seconds = *ms / 1000;
    switch (role) {
    case Qt::DisplayRole: {
        const char* glyph = !wanted || seconds <= kClose * wanted->value() ? ""
                            : seconds > wanted->value()                    ? "● "
                                                                           : "▲ ";
        return QString::fromUtf8(glyph) + (uncertain ? QStringLiteral("≈ ") : QString()) +
               formatNumber(seconds, Unit::Seconds) + plusMinus(stream, percentileOf(column), *ms);
    }
    case Qt::ToolTipRole:
        if (const auto interval = stream.ci95.find(percentileOf(column)); interval != stream.ci95.end())
            return tr("%1 ms; with 95 % certainty between %2 and %3 ms")
                .arg(*ms)
                .arg(interval->second.low)
                .arg(interval->second.high);
        if (uncertain)
            return tr("%1 ms; fewer than ten requests lie beyond it: simulate more to be sure").arg(*ms);
        return tr("%1 ms").arg(*ms);
    case kSortRole: return seconds;
    case kEmphasisRole: return true;
    case kStateRole:
        if (!wanted || seconds <= kClose * wanted->value())
            return {};
        return int(seconds > wanted->value() ? Role::Bad : Role::Warn);
    default: return {};
    }
}

QVariant ResultTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((index.column() == Pattern ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    const simulator::StreamResult& stream = m_simulation->result.streams[std::size_t(index.row())];
    const bool sort = role == kSortRole;
    switch (index.column()) {
    case Pattern:
        if (role == Qt::DisplayRole || sort)
            return QString::fromStdString(stream.pattern.empty() ? stream.name : stream.pattern);
        return {};
    case Rate:
        if (sort)
            return stream.rate;
        return role == Qt::DisplayRole ? formatNumber(stream.rate, Unit::PerSecond) : QVariant();
    case P50:
    case P95:
    case P99: return simulatedData(index.row(), index.column(), role);
    case CacheHits:
        if (sort)
            return stream.cached ? stream.hitRatio : -1;
        return role == Qt::DisplayRole ? (stream.cached ? formatShare(stream.hitRatio) : QStringLiteral("–"))
                                       : QVariant();
    case Errors:
        if (sort)
            return double(stream.errors);
        if (role == kStateRole && stream.errors > 0)
            return int(Role::Bad);
        return role == Qt::DisplayRole
                   ? (stream.errors ? formatNumber(double(stream.errors), Unit::None) : QStringLiteral("–"))
                   : QVariant();
    default: break;
    }
    const estimator::Figure* figure = analytic(index.row(), index.column());
    if (!figure)
        return role == Qt::DisplayRole ? QStringLiteral("–") : sort ? QVariant(-1.0) : QVariant();
    switch (role) {
    case Qt::DisplayRole: return formatNumber(*figure);
    case Qt::ToolTipRole: return tr("%1. Click for the working").arg(formatExactly(*figure));
    case kFigureRole: return QVariant::fromValue(*figure);
    case kSortRole: return figure->value();
    case kStateRole: return int(Role::Muted);
    default: return {};
    }
}

QVariant ResultTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((section == Pattern ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Pattern: return tr("Pattern");
    case Rate: return tr("Rate");
    case P50: return tr("p50");
    case P95: return tr("p95");
    case P99: return tr("p99");
    case P50Analytic:
    case P95Analytic:
    case P99Analytic: return tr("analytic");
    case P99Wanted: return tr("wanted");
    case CacheHits: return tr("Cache hits");
    case Errors: return tr("Refused");
    default: return {};
    }
}

} // namespace shardscape::app
