// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/physical/plan_matrix_model.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "app/stages/tables.h"
#include "app/stages/titles.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/sentences.h"
#include "app/theme/theme_scope.h"

namespace shardscape::app {

using estimator::PlanShape;
using estimator::Unit;

QString glyphOf(PlanShape shape) {
    switch (shape) {
    case PlanShape::One: return QStringLiteral("●");
    case PlanShape::Few: return QStringLiteral("◐");
    case PlanShape::Scatter: return QStringLiteral("○");
    case PlanShape::Unserved: return QStringLiteral("✕");
    }
    return {};
}

QString wordOf(PlanShape shape) {
    switch (shape) {
    case PlanShape::One: return PlanMatrixModel::tr("one partition");
    case PlanShape::Few: return PlanMatrixModel::tr("a few partitions");
    case PlanShape::Scatter: return PlanMatrixModel::tr("every partition");
    case PlanShape::Unserved: return PlanMatrixModel::tr("not served");
    }
    return {};
}

namespace {

Role stateOf(PlanShape shape) {
    switch (shape) {
    case PlanShape::One: return Role::Good;
    case PlanShape::Few: return Role::Warn;
    default: return Role::Bad;
    }
}

} // namespace

void PlanMatrixModel::setProject(ProjectPtr project) {
    std::vector<model::PatternId> patterns;
    std::vector<model::LayoutId> layouts;
    for (const model::AccessPattern& pattern : project->patterns)
        patterns.push_back(pattern.id);
    for (const model::Layout& layout : project->layouts)
        layouts.push_back(layout.id);
    const bool sameShape = m_project && patterns == m_patterns && layouts == m_layouts;
    if (!sameShape)
        beginResetModel();
    m_project = std::move(project);
    m_patterns = std::move(patterns);
    m_layouts = std::move(layouts);
    if (!sameShape)
        endResetModel();
    else
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void PlanMatrixModel::setAnalysis(AnalysisPtr analysis) {
    m_analysis = std::move(analysis);
    if (!m_layouts.empty())
        emit dataChanged(index(0, kFixed), index(rowCount() - 1, columnCount() - 1));
}

model::PatternId PlanMatrixModel::patternAt(int row) const {
    return row >= 0 && row < int(m_patterns.size()) ? m_patterns[std::size_t(row)] : model::PatternId{};
}

model::LayoutId PlanMatrixModel::layoutAt(int column) const {
    const int place = column - kFixed;
    return place >= 0 && place < int(m_layouts.size()) ? m_layouts[std::size_t(place)] : model::LayoutId{};
}

QModelIndex PlanMatrixModel::cell(model::PatternId pattern, model::LayoutId layout) const {
    const auto row = std::find(m_patterns.begin(), m_patterns.end(), pattern);
    const auto column = std::find(m_layouts.begin(), m_layouts.end(), layout);
    if (row == m_patterns.end() || column == m_layouts.end())
        return {};
    return index(int(row - m_patterns.begin()), kFixed + int(column - m_layouts.begin()));
}

int PlanMatrixModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_patterns.size()) + (m_layouts.empty() ? 0 : 1);
}

int PlanMatrixModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kFixed + int(m_layouts.size());
}

const estimator::PatternEstimate* PlanMatrixModel::estimateAt(int row, int column) const {
    const estimator::Estimate* estimate = m_analysis ? m_analysis->estimate(layoutAt(column)) : nullptr;
    if (!estimate)
        return nullptr;
    const auto at = std::find_if(estimate->patterns.begin(), estimate->patterns.end(),
                                 [&](const auto& one) { return one.pattern == patternAt(row); });
    return at == estimate->patterns.end() ? nullptr : &*at;
}

QVariant PlanMatrixModel::planData(int row, int column, int role) const {
    const estimator::PatternEstimate* estimate = estimateAt(row, column);
    if (!estimate) {
        const LayoutAnalysis* layout = m_analysis ? m_analysis->find(layoutAt(column)) : nullptr;
        const bool failed = layout && !layout->estimate;
        if (layout && !failed && m_analysis->project->patterns.contains(patternAt(row))) {
            const bool words = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
            return words ? QVariant(tr("Another engine of the design answers it")) : QVariant();
        }
        if (role == Qt::DisplayRole)
            return failed ? QStringLiteral("–") : QStringLiteral("…");
        if (role == Qt::ToolTipRole && failed)
            return said(layout->estimate.error());
        return {};
    }
    const PlanShape shape = estimate->plan.shape;
    const double p99 = estimate->p99.value();
    const bool served = shape != PlanShape::Unserved;
    const bool missed = estimate->wantedP99 && !(p99 <= estimate->wantedP99->value());
    switch (role) {
    case kGlyphRole: return glyphOf(shape);
    case kGlyphStateRole: return int(stateOf(shape));
    case Qt::DisplayRole:
        if (!served)
            return QStringLiteral("–");
        return std::isfinite(p99) ? formatNumber(p99, Unit::Seconds) : tr("overload");
    case kStateRole: return served && (missed || !std::isfinite(p99)) ? QVariant(int(Role::Bad)) : QVariant();
    case Qt::ToolTipRole: {
        QString text = wordOf(shape);
        if (served && estimate->wantedP99)
            text += tr("; p99 %1, wanted %2").arg(formatNumber(estimate->p99), formatNumber(*estimate->wantedP99));
        if (!estimate->plan.why.empty())
            text += QLatin1Char('\n') + said(estimate->plan.why);
        return text;
    }
    case Qt::AccessibleTextRole: return tr("%1, p99 %2").arg(wordOf(shape), formatNumber(estimate->p99));
    case Qt::TextAlignmentRole: return QVariant(Qt::Alignment(Qt::AlignCenter));
    default: return {};
    }
}

QVariant PlanMatrixModel::nodesData(int column, int role) const {
    if (role == kEmphasisRole)
        return true;
    if (column == Pattern)
        return role == Qt::DisplayRole ? tr("Nodes · bound by") : QVariant();
    const estimator::Estimate* estimate = m_analysis ? m_analysis->estimate(layoutAt(column)) : nullptr;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment(Qt::AlignCenter));
    if (column < kFixed || !estimate)
        return {};
    if (role == Qt::DisplayRole)
        return QStringLiteral("%1 · %2").arg(formatNumber(estimate->nodes.count.value(), Unit::None),
                                             said(estimate->nodes.binding));
    if (role == kFigureRole)
        return QVariant::fromValue(estimate->nodes.count);
    if (role == Qt::ToolTipRole)
        return tr("%1. Click for the working").arg(formatExactly(estimate->nodes.count));
    return {};
}

QVariant PlanMatrixModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (isNodesRow(index.row()))
        return nodesData(index.column(), role);
    if (index.column() >= kFixed)
        return planData(index.row(), index.column(), role);
    const model::AccessPattern& pattern = *m_project->patterns.find(patternAt(index.row()));
    if (index.column() == Pattern) {
        if (role == Qt::DisplayRole)
            return QString::fromStdString(pattern.name);
        return role == Qt::ToolTipRole ? QVariant(QString::fromStdString(pattern.sql)) : QVariant();
    }
    const double rate = pattern.rate.peakRate().value;
    switch (role) {
    case Qt::DisplayRole: return formatNumber(rate, Unit::PerSecond);
    case Qt::ToolTipRole: return tr("%1 at the peak").arg(formatExactly(rate, Unit::PerSecond));
    case Qt::TextAlignmentRole: return QVariant(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    default: return {};
    }
}

QVariant PlanMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment(section == Pattern ? Qt::AlignLeft | Qt::AlignVCenter
                                      : section == Rate  ? Qt::AlignRight | Qt::AlignVCenter
                                                         : Qt::AlignCenter));
    if (role != Qt::DisplayRole)
        return {};
    if (section == Pattern)
        return tr("Pattern");
    if (section == Rate)
        return tr("Peak rate");
    const model::Layout* layout = m_project ? m_project->layouts.find(layoutAt(section)) : nullptr;
    const LayoutAnalysis* analysis = m_analysis ? m_analysis->find(layoutAt(section)) : nullptr;
    if (analysis && analysis->profile)
        return shortTitle(QString::fromStdString(analysis->profile->title));
    return layout ? QString::fromStdString(layout->engine) : QString();
}

PlanDelegate::PlanDelegate(ThemeScope& scope, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_scope(scope) {}

void PlanDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = m_scope.theme();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    drawCellGround(*painter, option, theme);
    const QFont font = tabularFont(TextSize::Body, index.data(kEmphasisRole).toBool());
    const QFont glyphFont = textFont(TextSize::Heading);
    const QString glyph = index.data(PlanMatrixModel::kGlyphRole).toString();
    const QString text = index.data(Qt::DisplayRole).toString();
    const int glyphWidth = glyph.isEmpty() ? 0 : QFontMetrics(glyphFont).horizontalAdvance(glyph) + 6;
    const int textWidth = QFontMetrics(font).horizontalAdvance(text);
    QRect box(option.rect.center().x() - (glyphWidth + textWidth) / 2, option.rect.top(), glyphWidth + textWidth + 2,
              option.rect.height());
    painter->setFont(glyphFont);
    painter->setPen(theme.color(static_cast<Role>(index.data(PlanMatrixModel::kGlyphStateRole).toInt())));
    painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, glyph);
    painter->setFont(font);
    const QVariant state = index.data(kStateRole);
    const bool strong = selected || index.data(kEmphasisRole).toBool();
    painter->setPen(state.isValid() ? theme.color(static_cast<Role>(state.toInt()))
                                    : theme.color(strong ? Role::Text : Role::Muted));
    painter->drawText(box.adjusted(glyphWidth, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(theme.color(Role::Accent), 1));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize PlanDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const QFontMetrics metrics(tabularFont(TextSize::Body, true));
    return {metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 56, kRowHeight};
}

} // namespace shardscape::app
