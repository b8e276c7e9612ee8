// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "app/shell/workbench.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace shardscape::app {

/// What the user decides about one engine: nodes, partitions, replicas, placement, cache, and what it holds of each
/// boundary. An empty field leaves the choice to the product; its placeholder says what was chosen.
class LayoutStrip : public QFrame {
    Q_OBJECT
public:
    explicit LayoutStrip(Workbench& workbench, QWidget* parent = nullptr);

private:
    QLineEdit* addNumber(const QString& name, const QString& title, int width);
    void refresh();
    void commitCount(QLineEdit* edit, std::optional<int> model::Layout::*field, const QString& title);
    void commit(const QString& field, const QString& title, const std::function<void(model::Layout&)>& change);
    const model::Layout* chosen() const;

    Workbench& m_workbench;
    QLabel* m_title;
    QLineEdit* m_nodes;
    QLineEdit* m_partitions;
    QLineEdit* m_replicas;
    QComboBox* m_placement;
    QCheckBox* m_cache;
    QLineEdit* m_hitRatio;
    QPushButton* m_holds;
    QPushButton* m_remove;
};

} // namespace shardscape::app
