// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_table_view.h"

#include <utility>

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include "app/charts/chart_table_model.h"
#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

/// Widths are measured on so many rows; a table may have thousands.
constexpr int kMeasuredRows = 100;

/// A cell may hold a name with any character in it.
QString oneCell(QString text) {
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

ChartTableView::ChartTableView(QWidget* parent)
    : QTableView(parent)
    , m_model(new ChartTableModel(this))
    , m_order(new ChartTableOrder(this)) {
    m_order->setSourceModel(m_model);
    setModel(m_order);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight - 6);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &ChartTableView::sortBy);
}

void ChartTableView::setTable(ChartTable table) {
    const bool sameColumns = m_model->columnCount() == int(table.columns.size());
    m_model->setTable(std::move(table));
    if (!sameColumns)
        m_order->sort(-1);
    horizontalHeader()->setSortIndicatorShown(m_order->sortColumn() >= 0);
    resizeColumnsToContents();
}

void ChartTableView::sortBy(int column) {
    const bool again = m_order->sortColumn() == column;
    if (again && m_order->sortOrder() == Qt::AscendingOrder)
        m_order->sort(-1);
    else
        m_order->sort(column, again ? Qt::AscendingOrder : Qt::DescendingOrder);
    horizontalHeader()->setSortIndicatorShown(m_order->sortColumn() >= 0);
    horizontalHeader()->setSortIndicator(m_order->sortColumn(), m_order->sortOrder());
}

QString ChartTableView::copied() const {
    QStringList lines;
    QStringList head;
    for (int column = 0; column < m_order->columnCount(); ++column)
        head << oneCell(m_order->headerData(column, Qt::Horizontal).toString());
    lines << head.join(QLatin1Char('\t'));
    const bool all = !selectionModel()->hasSelection();
    for (int row = 0; row < m_order->rowCount(); ++row) {
        if (!all && !selectionModel()->isRowSelected(row))
            continue;
        QStringList cells;
        for (int column = 0; column < m_order->columnCount(); ++column)
            cells << oneCell(m_order->index(row, column).data(ChartTableModel::kExactRole).toString());
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void ChartTableView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(copied());
        return;
    }
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_T || event->key() == Qt::Key_Escape)) {
        emit left();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace shardscape::app
