// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QStaticText>

namespace shardscape::app {

/// Draws the short texts of cards in one font. A text is shaped once for all cards that have it ("bigint", "id") and
/// all frames at a zoom, since shaping is most of what a frame with a thousand columns in sight costs. Pictures in
/// vectors and on paper get plain text.
class CardText {
public:
    explicit CardText(const QFont& font);
    const QFont& font() const { return m_font; }
    double width(const QString& text) { return shaped(text).width; }
    /// In the middle of the height of the box, at its left or right side; ends in "…" where it is wider than the room.
    void draw(QPainter& painter, const QRectF& box, Qt::AlignmentFlag side, const QString& text, double room);

private:
    struct Shaped {
        QStaticText text;
        double width = 0;
    };
    const Shaped& shaped(const QString& text);
    const QString& elided(const QString& text, double room);

    QFont m_font;
    QFontMetricsF m_metrics;
    QHash<QString, Shaped> m_shaped;
    QHash<std::pair<QString, int>, QString> m_elided; ///< by text and room
};

} // namespace shardscape::app
