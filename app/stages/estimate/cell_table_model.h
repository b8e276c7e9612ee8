// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "app/theme/theme.h"
#include "estimator/figure/figure.h"

namespace shardscape::app {

/// A cell: words, or a number with its working.
struct Cell {
    QString text;
    std::optional<estimator::Figure> figure = std::nullopt; ///< a click opens its working
    QString toolTip = {};
    Role state = Role::Text; ///< Good, Warn or Bad, for what the words say too
    bool strong = false;
    std::optional<double> sort = std::nullopt;
    bool editable = false;

    static Cell words(const QString& text, const QString& toolTip = {});
    static Cell number(const estimator::Figure& figure);
    static Cell plain(double value, estimator::Unit unit);
};

/// A finished table of cells; knows nothing of what they mean.
class CellTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Column {
        QString title;
        bool number = false; ///< aligned right
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(std::vector<Column> columns, std::vector<std::vector<Cell>> rows);
    /// Called with the row and what was typed into its editable cell; true when it was taken.
    void setEditor(std::function<bool(int row, const QString& text)> editor) { m_editor = std::move(editor); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<Cell>> m_rows;
    std::function<bool(int, const QString&)> m_editor;
};

} // namespace shardscape::app
