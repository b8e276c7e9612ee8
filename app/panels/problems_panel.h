// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <QWidget>

#include "app/shell/workbench.h"

class QLabel;
class QListView;

namespace shardscape::app {

/// The problems of the current layout's estimate, the worst first.
class ProblemsModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    enum DataRole { SeverityRole = Qt::UserRole, TitleRole, WhyRole, FixRole, WhereRole };

    void setProblems(std::vector<estimator::Problem> problems);
    const estimator::Problem& problem(int row) const { return m_problems[row]; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<estimator::Problem> m_problems;
};

/// What is wrong with the design and what to do about it; choosing a problem selects what it is about.
class ProblemsPanel : public QWidget {
    Q_OBJECT
public:
    explicit ProblemsPanel(Workbench& workbench, QWidget* parent = nullptr);
    int count() const { return m_model->rowCount(); }

signals:
    void countChanged(int count);

private:
    void refresh();
    void follow(const estimator::Problem& problem);

    Workbench& m_workbench;
    ProblemsModel* m_model;
    QListView* m_view;
    QLabel* m_hint;
};

} // namespace shardscape::app
