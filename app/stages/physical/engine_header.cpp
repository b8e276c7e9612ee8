// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/physical/engine_header.h"

#include <QPainter>

#include "app/theme/metrics.h"
#include "app/theme/theme_scope.h"

namespace shardscape::app {

EngineHeader::EngineHeader(ThemeScope& scope, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_scope(scope) {
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumHeight(kRowHeight);
}

void EngineHeader::setCurrentColumn(int column) {
    m_current = column;
    viewport()->update();
}

void EngineHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const Theme& theme = m_scope.theme();
    painter->save();
    painter->fillRect(rect, theme.color(Role::Surface));
    painter->setPen(theme.color(Role::Border));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const bool current = section == m_current;
    if (current)
        painter->fillRect(QRect(rect.left() + 10, rect.bottom() - 1, rect.width() - 20, 2), theme.color(Role::Accent));
    painter->setFont(textFont(TextSize::Caption, current));
    painter->setPen(theme.color(current ? Role::AccentText : Role::Muted));
    const auto align = Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    painter->drawText(rect.adjusted(10, 0, -10, 0), int(align | Qt::AlignVCenter),
                      model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
    painter->restore();
}

} // namespace shardscape::app
