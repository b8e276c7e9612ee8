// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/data_panel.h"

#include <algorithm>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include "app/theme/metrics.h"

namespace shardscape::app {

DataPanel::DataPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_summary(new QLabel(tr("The table behind a chart appears here."), this))
    , m_table(new QTableWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_summary->setContentsMargins(kSpaceAround, kSpaceInside, kSpaceAround, kSpaceInside);
    m_summary->setWordWrap(true);
    m_summary->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_summary->setProperty("role", "muted");
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(26);
    m_table->setAccessibleName(tr("Data of the chart"));
    m_table->hide();
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    auto* copyAction = new QAction(tr("Copy"), m_table);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copyAction);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copyAction, &QAction::triggered, this, &DataPanel::copy);
    connect(&workbench, &Workbench::dataOffered, this, [this](const DataTable& table) { setTable(table); });
}

void DataPanel::setTable(const DataTable& table) {
    m_summary->setText(table.title.isEmpty() ? table.summary : table.title + QStringLiteral(" — ") + table.summary);
    m_table->clear();
    m_table->setColumnCount(int(table.columns.size()));
    m_table->setHorizontalHeaderLabels(table.columns);
    m_table->setRowCount(int(table.rows.size()));
    const auto isText = [&](int column) {
        return std::find(table.textColumns.begin(), table.textColumns.end(), column) != table.textColumns.end();
    };
    for (int row = 0; row < int(table.rows.size()); ++row)
        for (int column = 0; column < int(std::min(table.rows[row].size(), table.columns.size())); ++column) {
            auto* item = new QTableWidgetItem(table.rows[row][column]);
            item->setTextAlignment((isText(column) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            if (!isText(column))
                item->setFont(tabularFont(TextSize::Body));
            m_table->setItem(row, column, item);
        }
    m_table->resizeColumnsToContents();
    m_table->show();
}

void DataPanel::copy() const {
    const QList<QTableWidgetSelectionRange> ranges = m_table->selectedRanges();
    QStringList lines;
    for (const QTableWidgetSelectionRange& range : ranges)
        for (int row = range.topRow(); row <= range.bottomRow(); ++row) {
            QStringList cells;
            for (int column = range.leftColumn(); column <= range.rightColumn(); ++column)
                cells << (m_table->item(row, column) ? m_table->item(row, column)->text() : QString());
            lines << cells.join(QLatin1Char('\t'));
        }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace shardscape::app
