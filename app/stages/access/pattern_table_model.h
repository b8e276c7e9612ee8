// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "app/document/document.h"
#include "app/jobs/analysis.h"

namespace shardscape::app {

/// All access patterns of the project: a row each, with the p99 expected on each layout and the problems found.
///
/// Columns up to Wanted are fixed; then one for each layout ("p99 Cassandra"), then Problems.
class PatternTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Verb, Entity, Keys, Rate, Peak, Popularity, Consistency, Wanted, kFixed };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows keep their places as long as the patterns are the same, so that selection and scrolling stay.
    void setProject(ProjectPtr project);
    /// The analysis may be of an older version of the project: it is matched by id.
    void setAnalysis(AnalysisPtr analysis, model::LayoutId current);

    int rowOf(model::PatternId pattern) const;
    model::PatternId patternAt(int row) const;
    int problemsColumn() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// Name, rate, peak, popularity, consistency and the wanted p99 can be typed.
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Tells what was typed by cellTyped(); the model follows when the project does.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void cellTyped(shardscape::model::PatternId pattern, int column, const QString& text);

private:
    const model::AccessPattern& pattern(int row) const;
    const estimator::PatternEstimate* expected(int row, int column) const;
    QVariant fixedData(const model::AccessPattern& pattern, int column, int role) const;
    QVariant expectedData(int row, int column, int role) const;
    QVariant problemData(int row, int role) const;

    ProjectPtr m_project;
    AnalysisPtr m_analysis;
    model::LayoutId m_layout;
    std::vector<model::PatternId> m_rows;
    int m_layouts = 0;
};

/// The popularity in a few words: "zipf 0.99", "20 % take 80 %".
QString popularityText(const model::KeyPopularity& popularity);
/// The consistency asked for: "eventual", "bounded 5 s".
QString consistencyText(const model::Consistency& consistency);
/// The columns that pick the rows: "user_id, created_at <".
QString keysText(const model::Project& project, const model::AccessPattern& pattern);
/// As workload files write it, to be edited: "zipf(0.99)".
std::string popularityWords(const model::KeyPopularity& popularity);
std::string consistencyWords(const model::Consistency& consistency);
/// The short form when it says all of the number, else every digit.
QString typedNumber(double value, estimator::Unit unit);

} // namespace shardscape::app
