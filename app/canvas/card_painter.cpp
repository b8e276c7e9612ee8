// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/card_painter.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainterPath>

#include "app/canvas/notes.h"
#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

constexpr double kCorner = kRadius;

QColor mixed(const QColor& a, const QColor& b, double part) {
    const auto mix = [part](float x, float y) { return float(x + (y - x) * part); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

QPainterPath topRounded(const QRectF& rect, double radius) {
    QPainterPath path;
    path.moveTo(rect.left(), rect.bottom());
    path.lineTo(rect.left(), rect.top() + radius);
    path.arcTo(rect.left(), rect.top(), 2 * radius, 2 * radius, 180, -90);
    path.lineTo(rect.right() - radius, rect.top());
    path.arcTo(rect.right() - 2 * radius, rect.top(), 2 * radius, 2 * radius, 90, -90);
    path.lineTo(rect.right(), rect.bottom());
    path.closeSubpath();
    return path;
}

} // namespace

QColor tintColor(const EntityCard& card, Tint tint, const Theme& theme) {
    switch (tint) {
    case Tint::Boundary: return card.boundaryColor >= 0 ? theme.series(card.boundaryColor) : theme.color(Role::Control);
    case Tint::Traffic:
        return card.hasTraffic ? theme.load(std::sqrt(card.readShare + card.writeShare)) : theme.color(Role::Control);
    case Tint::Rows: return card.rowsShare > 0 ? theme.load(card.rowsShare) : theme.color(Role::Control);
    }
    return theme.color(Role::Control);
}

void paintMark(QPainter& painter, ColumnMark mark, QRectF box, const QColor& color, const QFont& font) {
    if (mark == ColumnMark::None)
        return;
    painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF c = box.center();
    if (mark == ColumnMark::Primary || mark == ColumnMark::PrimaryForeign) {
        // A key: ring, stem, two teeth.
        painter.drawEllipse(QPointF(c.x() - 2.6, c.y() - 1.4), 2.4, 2.4);
        const QPointF teeth[] = {{c.x() - 0.6, c.y() - 0.4}, {c.x() + 5, c.y() + 2.6}};
        painter.drawLine(teeth[0], teeth[1]);
        painter.drawLine(QPointF(c.x() + 2.6, c.y() + 1.3), QPointF(c.x() + 1.7, c.y() + 3.2));
        painter.drawLine(QPointF(c.x() + 4.6, c.y() + 2.4), QPointF(c.x() + 3.7, c.y() + 4.3));
        if (mark == ColumnMark::PrimaryForeign)
            painter.drawLine(QPointF(c.x() + 2.2, c.y() - 4.4), QPointF(c.x() + 5.2, c.y() - 4.4));
        return;
    }
    if (mark == ColumnMark::Foreign) {
        painter.drawLine(QPointF(c.x() - 3, c.y() + 3), QPointF(c.x() + 3, c.y() - 3));
        painter.drawLine(QPointF(c.x() - 0.5, c.y() - 3), QPointF(c.x() + 3, c.y() - 3));
        painter.drawLine(QPointF(c.x() + 3, c.y() + 0.5), QPointF(c.x() + 3, c.y() - 3));
        return;
    }
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, QStringLiteral("U"));
}

CardPainter::CardPainter()
    : m_body(textFont(TextSize::Body))
    , m_bold(textFont(TextSize::Body, true))
    , m_caption(textFont(TextSize::Caption)) {}

void CardPainter::paint(QPainter& painter, const EntityCard& card, const CardState& state, Tint tint,
                        const Theme& theme, double scale) const {
    if (state.dimmed)
        painter.setOpacity(0.35);
    if (scale < kFar) {
        paintFar(painter, card, state, tint, theme, scale);
    } else {
        paintFrame(painter, card, state, tint, theme);
        if (scale < kNear)
            paintBars(painter, card, theme, scale);
        else
            paintText(painter, card, state, theme);
        paintFoot(painter, card, theme, scale >= kNear);
    }
    if (state.dimmed)
        painter.setOpacity(1);
}

void CardPainter::paintFar(QPainter& painter, const EntityCard& card, const CardState& state, Tint tint,
                           const Theme& theme, double scale) const {
    const QRectF rect(QPointF(), CardGeometry::size(card));
    const QColor color = tintColor(card, tint, theme);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(rect, mixed(theme.color(Role::Surface), color, tint == Tint::Boundary ? 0.28 : 0.45));
    painter.fillRect(QRectF(0, 0, rect.width(), std::min(rect.height(), 3 / scale)), color);
    if (state.selected || state.match) {
        painter.setPen(QPen(theme.color(state.selected ? Role::Accent : Role::Warn), 2 / scale));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect);
    }
    // The name at a size that can be read, as long as it fits into the card.
    const double pixels = 10.5;
    const double room = rect.width() * scale;
    if (room < 26 || rect.height() * scale < 13)
        return;
    QFont font = m_bold.font();
    font.setPixelSize(int(pixels));
    painter.save();
    painter.scale(1 / scale, 1 / scale);
    painter.setFont(font);
    painter.setPen(theme.color(Role::Text));
    painter.drawText(QRectF(4, 4, room - 6, rect.height() * scale - 5),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, card.name);
    painter.restore();
}

void CardPainter::paintFrame(QPainter& painter, const EntityCard& card, const CardState& state, Tint tint,
                             const Theme& theme) const {
    const QRectF rect(QPointF(), CardGeometry::size(card));
    painter.setRenderHint(QPainter::Antialiasing, true);
    if (state.selected || state.match) {
        QColor halo = theme.color(state.selected ? Role::Accent : Role::Warn);
        halo.setAlphaF(0.25f);
        painter.setPen(QPen(halo, 5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, kCorner, kCorner);
    }
    const Role border = state.selected ? Role::Accent : state.match ? Role::Warn : Role::Border;
    painter.setPen(QPen(theme.color(border), state.selected || state.match ? 1.5 : 1));
    painter.setBrush(theme.color(Role::Surface));
    painter.drawRoundedRect(rect, kCorner, kCorner);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tintColor(card, tint, theme));
    painter.drawPath(topRounded(QRectF(0, 0, rect.width(), CardGeometry::kStripe), 3.9));
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QColor line = theme.color(Role::Border);
    painter.fillRect(QRectF(0.5, CardGeometry::header(card).bottom(), rect.width() - 1, 1), line);
    painter.fillRect(QRectF(0.5, CardGeometry::foot(card).top(), rect.width() - 1, 1), line);
}

void CardPainter::paintBars(QPainter& painter, const EntityCard& card, const Theme& theme, double scale) const {
    QFont font = m_bold.font();
    font.setPixelSize(int(std::lround(11 / scale)));
    painter.setFont(font);
    painter.setPen(theme.color(Role::Text));
    const QRectF header = CardGeometry::header(card).adjusted(CardGeometry::kPadding, 0, -4, 0);
    painter.drawText(header, Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(font).elidedText(card.name, Qt::ElideRight, header.width()));
    const QColor text = mixed(theme.color(Role::Surface), theme.color(Role::Text), 0.32);
    const QColor muted = mixed(theme.color(Role::Surface), theme.color(Role::Text), 0.16);
    const QColor key = theme.color(Role::Warn);
    for (int i = 0; i < int(card.rows.size()); ++i) {
        const QRectF row = CardGeometry::row(card, i);
        const CardRow& column = card.rows[std::size_t(i)];
        const double y = row.center().y() - 3;
        if (column.mark != ColumnMark::None)
            painter.fillRect(QRectF(CardGeometry::kPadding, y, 7, 6), key);
        painter.fillRect(QRectF(CardGeometry::kPadding + 16, y, 6.4 * double(column.name.size()), 6), text);
        const double width = 6.0 * double(column.type.size());
        painter.fillRect(QRectF(card.width - CardGeometry::kPadding - width, y, width, 6), muted);
    }
}

void CardPainter::paintText(QPainter& painter, const EntityCard& card, const CardState& state,
                            const Theme& theme) const {
    constexpr double kPadding = CardGeometry::kPadding;
    painter.setRenderHint(QPainter::Antialiasing, true);
    const QRectF header = CardGeometry::header(card).adjusted(kPadding, 0, -kPadding, 0);
    const double badge = card.badge.isEmpty() ? 0 : m_caption.width(card.badge) + 8;
    painter.setPen(theme.color(Role::Text));
    const QRectF title = header.adjusted(0, 0, -badge - (state.pinned ? 18 : 0), 0);
    m_bold.draw(painter, title, Qt::AlignLeft, card.name, title.width());
    painter.setPen(theme.color(Role::Muted));
    m_caption.draw(painter, header, Qt::AlignRight, card.badge, header.width());
    if (state.pinned)
        paintPin(painter, QRectF(title.right() + 3, title.center().y() - 6, 12, 12), theme.color(Role::Muted));

    for (int i = 0; i < int(card.rows.size()); ++i) {
        const CardRow& column = card.rows[std::size_t(i)];
        const QRectF row = CardGeometry::row(card, i);
        const bool chosen = state.selected && column.attribute == state.selectedAttribute;
        if (chosen || i == state.hoveredRow)
            painter.fillRect(row.adjusted(1, 0, -1, 0), theme.color(chosen ? Role::Selection : Role::Hover));
        paintMark(painter, column.mark, QRectF(kPadding, row.top() + 5, 12, 12), theme.color(Role::Warn),
                  m_caption.font());
        const QRectF text = row.adjusted(kPadding + 18, 0, -kPadding, 0);
        const double typeWidth = std::min(m_body.width(column.type), text.width() * 0.6);
        painter.setPen(theme.color(Role::Muted));
        m_body.draw(painter, text, Qt::AlignRight, column.type, typeWidth + 1);
        painter.setPen(theme.color(Role::Text));
        m_body.draw(painter, text, Qt::AlignLeft, column.name, text.width() - typeWidth - 6);
        if (i == state.hoveredRow) {
            painter.setPen(QPen(theme.color(Role::Accent), 1.5));
            painter.setBrush(theme.color(Role::Surface));
            painter.drawEllipse(QPointF(0, row.center().y()), 3.5, 3.5);
            painter.drawEllipse(QPointF(card.width, row.center().y()), 3.5, 3.5);
        }
    }
    if (card.moreRows > 0) {
        painter.setPen(theme.color(Role::Muted));
        const QRectF more = CardGeometry::row(card, int(card.rows.size())).adjusted(kPadding + 18, 0, 0, 0);
        m_caption.draw(painter, more, Qt::AlignLeft,
                       QCoreApplication::translate("CardPainter", "%n more columns", nullptr, card.moreRows),
                       more.width());
    }
}

void CardPainter::paintFoot(QPainter& painter, const EntityCard& card, const Theme& theme, bool texts) const {
    const QRectF foot = CardGeometry::foot(card).adjusted(CardGeometry::kPadding, 0, -CardGeometry::kPadding, 0);
    QRectF bar = foot;
    if (texts) {
        painter.setPen(theme.color(Role::Muted));
        if (!card.hasTraffic) {
            m_caption.draw(painter, foot, Qt::AlignLeft, QCoreApplication::translate("CardPainter", "no traffic yet"),
                           foot.width());
            return;
        }
        m_caption.draw(painter, foot, Qt::AlignLeft, card.reads, foot.width());
        m_caption.draw(painter, foot, Qt::AlignRight, card.writes, foot.width());
        bar.adjust(m_caption.width(card.reads) + 8, 0, -m_caption.width(card.writes) - 8, 0);
    }
    if (!card.hasTraffic || bar.width() < 8)
        return;
    bar = QRectF(bar.left(), bar.center().y() - 2.5, bar.width(), 5);
    painter.fillRect(bar, theme.color(Role::Hover));
    const double reads = bar.width() * card.readShare;
    const double writes = bar.width() * card.writeShare;
    painter.fillRect(QRectF(bar.left(), bar.top(), reads, bar.height()), theme.series(0));
    painter.fillRect(QRectF(bar.left() + reads, bar.top(), writes, bar.height()), theme.series(1));
}

} // namespace shardscape::app
