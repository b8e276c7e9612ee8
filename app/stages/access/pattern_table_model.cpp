// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/access/pattern_table_model.h"

#include <algorithm>
#include <cmath>

#include "app/stages/tables.h"
#include "app/stages/titles.h"
#include "app/theme/numbers.h"
#include "app/theme/sentences.h"
#include "model/base/quantity.h"

namespace shardscape::app {

using estimator::Unit;

QString popularityText(const model::KeyPopularity& popularity) {
    switch (popularity.kind) {
    case model::PopularityKind::Uniform: return PatternTableModel::tr("uniform");
    case model::PopularityKind::Zipf: return PatternTableModel::tr("zipf %1").arg(popularity.theta);
    case model::PopularityKind::Latest: return PatternTableModel::tr("latest %1").arg(popularity.theta);
    case model::PopularityKind::PowerLaw: return PatternTableModel::tr("power law %1").arg(popularity.alpha);
    case model::PopularityKind::HotSet:
        return PatternTableModel::tr("%1 % take %2 %")
            .arg(popularity.keyShare * 100)
            .arg(popularity.trafficShare * 100);
    case model::PopularityKind::Sample:
        return PatternTableModel::tr("sample %1").arg(QString::fromStdString(popularity.file));
    }
    return {};
}

QString consistencyText(const model::Consistency& consistency) {
    if (consistency.kind == model::ConsistencyKind::Bounded)
        return PatternTableModel::tr("bounded %1").arg(formatNumber(consistency.boundSeconds, Unit::Seconds));
    return said(QString::fromLatin1(model::name(consistency.kind)));
}

QString keysText(const model::Project& project, const model::AccessPattern& pattern) {
    QStringList words;
    for (const model::Predicate& predicate : pattern.predicates) {
        const model::Attribute* attribute = project.find(predicate.column);
        if (!attribute)
            continue;
        QString word = QString::fromStdString(attribute->name);
        switch (predicate.comparison) {
        case model::Comparison::Equal: break;
        case model::Comparison::In: word += QStringLiteral(" in"); break;
        case model::Comparison::Range: word += QStringLiteral(" ≷"); break;
        case model::Comparison::Prefix: word += QStringLiteral(" a…"); break;
        default: word += QStringLiteral(" ?"); break;
        }
        words << word;
    }
    return words.join(QStringLiteral(", "));
}

std::string popularityWords(const model::KeyPopularity& popularity) {
    switch (popularity.kind) {
    case model::PopularityKind::Uniform: return "uniform";
    case model::PopularityKind::Zipf: return "zipf(" + model::formatNumber(popularity.theta) + ")";
    case model::PopularityKind::Latest: return "latest(" + model::formatNumber(popularity.theta) + ")";
    case model::PopularityKind::PowerLaw: return "powerlaw(" + model::formatNumber(popularity.alpha) + ")";
    case model::PopularityKind::HotSet:
        return "hotset(" + model::formatNumber(popularity.keyShare) + ", " +
               model::formatNumber(popularity.trafficShare) + ")";
    case model::PopularityKind::Sample: return "sample(" + popularity.file + ")";
    }
    return {};
}

std::string consistencyWords(const model::Consistency& consistency) {
    if (consistency.kind == model::ConsistencyKind::Bounded)
        return "bounded(" + model::formatDuration(consistency.boundSeconds) + ")";
    return consistency.kind == model::ConsistencyKind::ReadYourWrites ? "read-your-writes"
                                                                      : model::name(consistency.kind);
}

QString typedNumber(double value, Unit unit) {
    const QString shown = formatNumber(value, unit);
    const auto back = parseNumber(shown, unit);
    return back && std::abs(*back - value) <= 1e-9 * std::abs(value) ? shown : formatExactly(value, unit);
}

void PatternTableModel::setProject(ProjectPtr project) {
    std::vector<model::PatternId> rows;
    for (const model::AccessPattern& pattern : project->patterns)
        rows.push_back(pattern.id);
    const int layouts = int(project->layouts.size());
    const bool sameShape = m_project && rows == m_rows && layouts == m_layouts;
    if (!sameShape)
        beginResetModel();
    m_project = std::move(project);
    m_rows = std::move(rows);
    m_layouts = layouts;
    if (!sameShape)
        endResetModel();
    else if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void PatternTableModel::setAnalysis(AnalysisPtr analysis, model::LayoutId current) {
    m_analysis = std::move(analysis);
    m_layout = current;
    if (!m_rows.empty())
        emit dataChanged(index(0, kFixed), index(rowCount() - 1, columnCount() - 1));
    emit headerDataChanged(Qt::Horizontal, kFixed, columnCount() - 1);
}

int PatternTableModel::rowOf(model::PatternId pattern) const {
    const auto at = std::find(m_rows.begin(), m_rows.end(), pattern);
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

model::PatternId PatternTableModel::patternAt(int row) const {
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)] : model::PatternId{};
}

int PatternTableModel::problemsColumn() const {
    return kFixed + m_layouts;
}

int PatternTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PatternTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kFixed + m_layouts + 1;
}

const model::AccessPattern& PatternTableModel::pattern(int row) const {
    return *m_project->patterns.find(m_rows[std::size_t(row)]);
}

const estimator::PatternEstimate* PatternTableModel::expected(int row, int column) const {
    const auto& layouts = m_project->layouts.pointers();
    const auto place = std::size_t(column - kFixed);
    const estimator::Estimate* estimate =
        m_analysis && place < layouts.size() ? m_analysis->estimate(layouts[place]->id) : nullptr;
    if (!estimate)
        return nullptr;
    const auto at = std::find_if(estimate->patterns.begin(), estimate->patterns.end(),
                                 [&](const auto& one) { return one.pattern == m_rows[std::size_t(row)]; });
    return at == estimate->patterns.end() ? nullptr : &*at;
}

QVariant PatternTableModel::fixedData(const model::AccessPattern& pattern, int column, int role) const {
    const bool shown = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::EditRole;
    const auto number = [&](std::optional<double> value, Unit unit) -> QVariant {
        if (role == kSortRole)
            return value.value_or(-1);
        if (!shown)
            return {};
        if (!value)
            return role == Qt::DisplayRole ? QStringLiteral("–") : QString();
        if (role == Qt::EditRole)
            return typedNumber(*value, unit);
        return role == Qt::ToolTipRole ? formatExactly(*value, unit) : formatNumber(*value, unit);
    };
    switch (column) {
    case Rate: return number(pattern.rate.average.value, Unit::PerSecond);
    case Peak: return number(pattern.rate.peakRate().value, Unit::PerSecond);
    case Wanted: return number(pattern.p99Seconds, Unit::Seconds);
    default: break;
    }
    if (role == kEmphasisRole)
        return column == Name;
    if (role == Qt::EditRole && column == Popularity)
        return QString::fromStdString(popularityWords(pattern.popularity));
    if (role == Qt::EditRole && column == Consistency)
        return QString::fromStdString(consistencyWords(pattern.consistency));
    if (column == Name && role == Qt::ToolTipRole)
        return QString::fromStdString(pattern.sql);
    if (!shown && role != kSortRole)
        return {};
    switch (column) {
    case Name: return QString::fromStdString(pattern.name);
    case Verb: return said(QString::fromLatin1(model::name(pattern.verb)));
    case Entity: {
        const model::Entity* entity = m_project->entities.find(pattern.entity);
        QString text = entity ? QString::fromStdString(m_project->displayName(*entity)) : QStringLiteral("–");
        if (!pattern.joined.empty())
            text += QStringLiteral(" +%1").arg(pattern.joined.size());
        return text;
    }
    case Keys: return keysText(*m_project, pattern);
    case Popularity: return popularityText(pattern.popularity);
    case Consistency: return consistencyText(pattern.consistency);
    default: return {};
    }
}

QVariant PatternTableModel::expectedData(int row, int column, int role) const {
    const estimator::PatternEstimate* estimate = expected(row, column);
    if (!estimate) {
        if (role == kSortRole)
            return -1.0;
        return role == Qt::DisplayRole ? QStringLiteral("…") : QVariant();
    }
    const double p99 = estimate->p99.value();
    const bool served = estimate->plan.shape != estimator::PlanShape::Unserved;
    const bool missed = estimate->wantedP99 && !(p99 <= estimate->wantedP99->value());
    switch (role) {
    case Qt::DisplayRole:
        if (!served)
            return tr("✕ unserved");
        if (!std::isfinite(p99))
            return tr("● overload");
        return (missed ? QStringLiteral("▲ ") : QString()) + formatNumber(p99, Unit::Seconds);
    case Qt::ToolTipRole:
        return served ? tr("%1. Click for the working").arg(formatExactly(estimate->p99)) : said(estimate->plan.why);
    case kFigureRole: return served ? QVariant::fromValue(estimate->p99) : QVariant();
    case kSortRole: return served ? p99 : std::numeric_limits<double>::max();
    case kStateRole: return !served || missed || !std::isfinite(p99) ? QVariant(int(Role::Bad)) : QVariant();
    default: return {};
    }
}

QVariant PatternTableModel::problemData(int row, int role) const {
    const estimator::Estimate* estimate = m_analysis ? m_analysis->estimate(m_layout) : nullptr;
    int count = 0;
    model::Severity worst = model::Severity::Info;
    QStringList texts;
    for (const estimator::Problem& problem : estimate ? estimate->problems : std::vector<estimator::Problem>()) {
        if (problem.pattern != m_rows[std::size_t(row)])
            continue;
        ++count;
        worst = std::max(worst, problem.severity);
        texts << said(problem.why) + QLatin1Char(' ') + said(problem.fix);
    }
    switch (role) {
    case Qt::DisplayRole:
        if (count == 0)
            return QString();
        return (worst == model::Severity::Error ? QStringLiteral("● ") : QStringLiteral("▲ ")) + QString::number(count);
    case Qt::ToolTipRole: return texts.join(QStringLiteral("\n"));
    case kSortRole: return count + 1000 * int(worst) * (count > 0);
    case kStateRole: return worst == model::Severity::Error ? int(Role::Bad) : int(Role::Warn);
    default: return {};
    }
}

QVariant PatternTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int column = index.column();
    if (role == Qt::TextAlignmentRole) {
        const bool number =
            column == Rate || column == Peak || column == Wanted || (column >= kFixed && column < problemsColumn());
        return QVariant(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (column < kFixed)
        return fixedData(pattern(index.row()), column, role);
    return column < problemsColumn() ? expectedData(index.row(), column, role) : problemData(index.row(), role);
}

Qt::ItemFlags PatternTableModel::flags(const QModelIndex& index) const {
    const int column = index.column();
    const bool typed = column == Name || column == Rate || column == Peak || column == Popularity ||
                       column == Consistency || column == Wanted;
    return QAbstractTableModel::flags(index) | (typed ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool PatternTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || value.toString() == data(index, Qt::EditRole).toString())
        return false;
    emit cellTyped(patternAt(index.row()), index.column(), value.toString().trimmed());
    return true;
}

QVariant PatternTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const bool number =
        section == Rate || section == Peak || section == Wanted || (section >= kFixed && section < problemsColumn());
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Pattern");
    case Verb: return tr("Verb");
    case Entity: return tr("Entity");
    case Keys: return tr("Keys");
    case Rate: return tr("Rate");
    case Peak: return tr("Peak");
    case Popularity: return tr("Popularity");
    case Consistency: return tr("Consistency");
    case Wanted: return tr("p99 wanted");
    default: break;
    }
    if (section == problemsColumn())
        return tr("Problems");
    const auto& layouts = m_project->layouts.pointers();
    const auto place = std::size_t(section - kFixed);
    if (place >= layouts.size())
        return {};
    const LayoutAnalysis* layout = m_analysis ? m_analysis->find(layouts[place]->id) : nullptr;
    const std::string& title = layout && layout->profile ? layout->profile->title : layouts[place]->engine;
    return tr("p99 %1").arg(shortTitle(QString::fromStdString(title)));
}

} // namespace shardscape::app
