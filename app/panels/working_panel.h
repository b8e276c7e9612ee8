// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "app/shell/workbench.h"
#include "estimator/figure/figure.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace shardscape::app {

/// How a number was computed: the figure, its formula in words, and its inputs as a tree down to what somebody gave,
/// with the source of each. Choosing a leaf that the user wrote (a path "entity:12/rows") selects the object it belongs
/// to.
class WorkingPanel : public QWidget {
    Q_OBJECT
public:
    explicit WorkingPanel(Workbench& workbench, QWidget* parent = nullptr);

    void setFigure(const estimator::Figure& figure);
    const std::optional<estimator::Figure>& figure() const { return m_figure; }
    QTreeWidget* tree() const { return m_tree; }

private:
    void add(QTreeWidgetItem* parent, const estimator::Figure& figure, int depth);
    void follow(const QString& path);

    Workbench& m_workbench;
    std::optional<estimator::Figure> m_figure;
    QLabel* m_hint;
    QTreeWidget* m_tree;
};

} // namespace shardscape::app
