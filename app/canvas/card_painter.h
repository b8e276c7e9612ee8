// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainter>

#include "app/canvas/card.h"
#include "app/canvas/card_text.h"
#include "app/theme/theme.h"

namespace shardscape::app {

/// What the colour of cards means.
enum class Tint { Boundary, Traffic, Rows };

struct CardState {
    bool selected = false;
    bool match = false;  ///< found by the search
    bool pinned = false; ///< stays where it is
    bool dimmed = false; ///< something else is looked at: a search did not find it, or it is out of focus
    int hoveredRow = -1;
    model::AttributeId selectedAttribute;
};

/// The colour of a card under a tint; Border's when it has none.
QColor tintColor(const EntityCard& card, Tint tint, const Theme& theme);

/// Paints cards at every level of detail: all there is near by, bars for text farther out, name and colour far out.
/// Keeps fonts and shaped texts, so that they are made once for all cards.
class CardPainter {
public:
    /// Scale below which a card is its name and colour, and below which text is bars.
    static constexpr double kFar = 0.30;
    static constexpr double kNear = 0.55;

    CardPainter();
    void paint(QPainter& painter, const EntityCard& card, const CardState& state, Tint tint, const Theme& theme,
               double scale) const;
    const QFont& captionFont() const { return m_caption.font(); }

private:
    void paintFar(QPainter& painter, const EntityCard& card, const CardState& state, Tint tint, const Theme& theme,
                  double scale) const;
    void paintFrame(QPainter& painter, const EntityCard& card, const CardState& state, Tint tint,
                    const Theme& theme) const;
    void paintBars(QPainter& painter, const EntityCard& card, const Theme& theme, double scale) const;
    void paintText(QPainter& painter, const EntityCard& card, const CardState& state, const Theme& theme) const;
    void paintFoot(QPainter& painter, const EntityCard& card, const Theme& theme, bool texts) const;

    mutable CardText m_body;
    mutable CardText m_bold;
    mutable CardText m_caption;
};

/// A key (primary), an arrow (refers to a parent) or a U (unique) in a box of 12 × 12 units; nothing for None.
void paintMark(QPainter& painter, ColumnMark mark, QRectF box, const QColor& color, const QFont& font);

} // namespace shardscape::app
