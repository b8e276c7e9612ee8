// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include "app/charts/chart_data.h"

namespace shardscape::app {

class ChartTableModel;
class ChartTableOrder;

/// The table behind a chart: sorted by a click on a column's head, a third click gives the chart's own order back;
/// copied with the usual keys as what a spreadsheet takes.
class ChartTableView : public QTableView {
    Q_OBJECT
public:
    explicit ChartTableView(QWidget* parent = nullptr);

    void setTable(ChartTable table);
    /// The selected rows in the order shown (all of them where none is), with the names of the columns: plain numbers
    /// with tabs between.
    QString copied() const;

signals:
    /// T or Esc: back to the picture.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void sortBy(int column);

    ChartTableModel* m_model;
    ChartTableOrder* m_order;
};

} // namespace shardscape::app
