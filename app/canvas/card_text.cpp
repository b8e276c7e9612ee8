// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/card_text.h"

#include <cmath>

#include <QPaintEngine>

namespace shardscape::app {
namespace {

/// Texts that are kept shaped; a model with more different ones starts over. Some 500 bytes each.
constexpr qsizetype kMost = 50000;

} // namespace

CardText::CardText(const QFont& font)
    : m_font(font)
    , m_metrics(font) {}

const CardText::Shaped& CardText::shaped(const QString& text) {
    const auto known = m_shaped.constFind(text);
    if (known != m_shaped.constEnd())
        return *known;
    if (m_shaped.size() >= kMost)
        m_shaped.clear();
    Shaped made;
    made.text.setTextFormat(Qt::PlainText);
    made.text.setPerformanceHint(QStaticText::AggressiveCaching);
    made.text.setText(text);
    made.text.prepare({}, m_font);
    made.width = m_metrics.horizontalAdvance(text);
    return *m_shaped.insert(text, std::move(made));
}

const QString& CardText::elided(const QString& text, double room) {
    const std::pair<QString, int> key(text, int(room));
    const auto known = m_elided.constFind(key);
    if (known != m_elided.constEnd())
        return *known;
    if (m_elided.size() >= kMost)
        m_elided.clear();
    return *m_elided.insert(key, m_metrics.elidedText(text, Qt::ElideRight, std::floor(room)));
}

void CardText::draw(QPainter& painter, const QRectF& box, Qt::AlignmentFlag side, const QString& text, double room) {
    if (text.isEmpty())
        return;
    painter.setFont(m_font);
    const QString& fitting = width(text) <= room ? text : elided(text, room);
    const QPaintEngine* engine = painter.paintEngine();
    if (!engine || engine->type() != QPaintEngine::Raster) {
        painter.drawText(box, int(Qt::AlignVCenter | side) | Qt::TextSingleLine, fitting);
        return;
    }
    const Shaped& drawn = shaped(fitting);
    const double left = side == Qt::AlignRight ? box.right() - drawn.width : box.left();
    painter.drawStaticText(QPointF(left, box.center().y() - drawn.text.size().height() / 2), drawn.text);
}

} // namespace shardscape::app
