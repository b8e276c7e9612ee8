// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/tables.h"

#include <QHeaderView>
#include <QPainter>
#include <QShortcut>
#include <QTableView>

#include "app/shell/workbench.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/theme_scope.h"

namespace shardscape::app {
namespace {

constexpr int kCellPadding = 10;

/// True for text that formatNumber made: digits, a space, a unit.
bool hasUnit(const QString& text, const NumberText& parts) {
    return !parts.unit.isEmpty() && !text.isEmpty() && (text[0].isDigit() || text[0] == QLatin1Char('-'));
}

} // namespace

void setUpTable(QTableView& table, ThemeScope& scope) {
    table.setItemDelegate(new NumberDelegate(scope, &table));
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setMouseTracking(true);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(kRowHeight);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSortIndicatorShown(false);
    table.horizontalHeader()->setMinimumSectionSize(48);
}

void openWorkingOnClick(QTableView& table, Workbench& workbench) {
    const auto open = [&workbench](const QModelIndex& index) {
        const QVariant figure = index.data(kFigureRole);
        if (figure.isValid())
            workbench.showWorking(figure.value<estimator::Figure>());
    };
    QObject::connect(&table, &QTableView::clicked, &workbench, open);
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), &table);
    shortcut->setContext(Qt::WidgetShortcut);
    QObject::connect(shortcut, &QShortcut::activated, &workbench, [open, &table] { open(table.currentIndex()); });
}

void drawCellGround(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme) {
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, theme.color(Role::Selection));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, theme.color(Role::Hover));
    painter.setPen(theme.color(Role::Border));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

NumberDelegate::NumberDelegate(ThemeScope& scope, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_scope(scope) {}

void NumberDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = m_scope.theme();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    drawCellGround(*painter, option, theme);
    if (option.widget && option.widget->property("dimmed").toBool())
        painter->setOpacity(0.45);

    const QString text = index.data(Qt::DisplayRole).toString();
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const bool right = alignment.isValid() && (alignment.toInt() & Qt::AlignRight);
    const QFont font = tabularFont(TextSize::Body, index.data(kEmphasisRole).toBool());
    const QVariant state = index.data(kStateRole);
    const QColor color = state.isValid() ? theme.color(static_cast<Role>(state.toInt())) : theme.color(Role::Text);
    QRect box = option.rect.adjusted(kCellPadding, 0, -kCellPadding, -1);
    const QFontMetrics metrics(font);
    painter->setFont(font);
    painter->setPen(color);
    const NumberText parts = splitNumber(text);
    if (right && hasUnit(text, parts)) {
        const QFontMetrics unitMetrics(textFont(TextSize::Caption));
        const int unitWidth = unitMetrics.horizontalAdvance(parts.unit);
        painter->drawText(box.adjusted(0, 0, -unitWidth - 4, 0), Qt::AlignRight | Qt::AlignVCenter, parts.number);
        painter->setFont(textFont(TextSize::Caption));
        painter->setPen(selected ? theme.color(Role::Text) : theme.color(Role::Muted));
        painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, parts.unit);
    } else {
        painter->drawText(box, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                          metrics.elidedText(text, Qt::ElideRight, box.width()));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && index.data(kFigureRole).isValid()) {
        painter->setPen(QPen(theme.color(Role::Accent), 1));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize NumberDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const QFontMetrics metrics(tabularFont(TextSize::Body, index.data(kEmphasisRole).toBool()));
    return {metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * kCellPadding + 2, kRowHeight};
}

} // namespace shardscape::app
