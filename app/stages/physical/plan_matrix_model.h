// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

#include "app/document/document.h"
#include "app/jobs/analysis.h"

namespace shardscape::app {

class ThemeScope;

/// Patterns down, engines across; a cell is how the engine serves the pattern (● one partition, ◐ a few, ○ all of them,
/// ✕ not at all) and its p99. The last row says how many nodes each engine needs and what binds.
class PlanMatrixModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Pattern, Rate, kFixed };
    enum MatrixRole { kGlyphRole = Qt::UserRole + 20, kGlyphStateRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setProject(ProjectPtr project);
    void setAnalysis(AnalysisPtr analysis);

    bool isNodesRow(int row) const { return row == int(m_patterns.size()); }
    model::PatternId patternAt(int row) const;
    model::LayoutId layoutAt(int column) const;
    QModelIndex cell(model::PatternId pattern, model::LayoutId layout) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const estimator::PatternEstimate* estimateAt(int row, int column) const;
    QVariant planData(int row, int column, int role) const;
    QVariant nodesData(int column, int role) const;

    ProjectPtr m_project;
    AnalysisPtr m_analysis;
    std::vector<model::PatternId> m_patterns;
    std::vector<model::LayoutId> m_layouts;
};

/// The glyph of a shape and what it means in a word.
QString glyphOf(estimator::PlanShape shape);
QString wordOf(estimator::PlanShape shape);

/// Draws the glyph in its state's colour before the number.
class PlanDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    PlanDelegate(ThemeScope& scope, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    ThemeScope& m_scope;
};

} // namespace shardscape::app
