// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/shell/workbench.h"

class QLabel;
class QTableWidget;

namespace shardscape::app {

/// The table behind the chart that was last offered, with the chart in one sentence. Ctrl+C copies the selected cells
/// as tab-separated text.
class DataPanel : public QWidget {
    Q_OBJECT
public:
    explicit DataPanel(Workbench& workbench, QWidget* parent = nullptr);
    void setTable(const DataTable& table);

private:
    void copy() const;

    QLabel* m_summary;
    QTableWidget* m_table;
};

} // namespace shardscape::app
