// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QWidget>

#include "app/canvas/canvas_commands.h"
#include "app/shell/workbench.h"

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace shardscape::app {

/// Entities in order of name; below each its columns and the relationships that leave it. Names can be edited.
class OutlineModel : public QAbstractItemModel {
    Q_OBJECT
public:
    OutlineModel(Workbench& workbench, CanvasCommands& commands, QObject* parent = nullptr);

    /// What a line stands for: an entity, a column (attribute set) or a relationship.
    struct Line {
        model::EntityId entity;
        model::AttributeId attribute;
        model::RelationshipId relationship;
        bool operator==(const Line&) const = default;
    };
    Line lineAt(const QModelIndex& index) const;
    QModelIndex indexOf(const Line& line) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

private:
    struct Group {
        std::shared_ptr<const model::Entity> entity;
        std::vector<Line> lines;
    };
    void rebuild();
    QString text(const Group& group, const Line& line) const;

    Workbench& m_workbench;
    CanvasCommands& m_commands;
    std::vector<Group> m_groups;
};

/// The diagram as a list, for the keyboard and for assistive tools: everything on the canvas can be found, read,
/// renamed and deleted here; what is chosen here is chosen there.
class OutlinePanel : public QWidget {
    Q_OBJECT
public:
    OutlinePanel(Workbench& workbench, CanvasCommands& commands, QWidget* parent = nullptr);
    QTreeView* tree() const { return m_tree; }
    OutlineModel* model() const { return m_model; }

signals:
    /// Enter or double click: show it on the canvas.
    void revealRequested(shardscape::model::EntityId entity);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void choose(const QModelIndex& index);

    Workbench& m_workbench;
    CanvasCommands& m_commands;
    OutlineModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QLineEdit* m_filter;
    QTreeView* m_tree;
    bool m_following = false;
};

} // namespace shardscape::app
