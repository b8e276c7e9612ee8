// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "app/theme/theme.h"
#include "estimator/figure/figure.h"

class QTableView;

namespace shardscape::app {

class ThemeScope;
class Workbench;

/// Data roles of the tables on the pages, besides Qt's own.
enum TableRole {
    kFigureRole = Qt::UserRole + 1, ///< estimator::Figure: a click opens its working
    kSortRole,                      ///< what to sort by, where the text is not it
    kStateRole,                     ///< int(Role): colour of the text, for a state that a glyph or word also says
    kEmphasisRole,                  ///< true: in bold
};

/// Fonts, rows and selection of a table on a page: whole rows, no grid, 32 pixels a row, sorting by header where the
/// model allows it.
void setUpTable(QTableView& table, ThemeScope& scope);

/// A click on a cell with a figure, or Ctrl+Return on it, opens the working.
void openWorkingOnClick(QTableView& table, Workbench& workbench);

/// What lies under the text of a cell: selection or pointer, and a thin line below the row.
void drawCellGround(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme);

/// Draws numbers at the right with their unit muted, states in their colour, a thin line between rows; all of it faded
/// in a view whose property "dimmed" is true.
class NumberDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    NumberDelegate(ThemeScope& scope, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    ThemeScope& m_scope;
};

} // namespace shardscape::app
