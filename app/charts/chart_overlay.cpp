// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_overlay.h"

#include <algorithm>

#include <QPainter>
#include <qcustomplot.h>

#include "app/charts/chart_view.h"
#include "app/theme/metrics.h"
#include "app/theme/theme_scope.h"

namespace shardscape::app {
namespace {

constexpr int kPadding = 8;
constexpr int kSwatch = 8;
constexpr double kMostLines = 12;

} // namespace

ChartOverlay::ChartOverlay(ChartView& view, QWidget* parent)
    : QWidget(parent)
    , m_view(view) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ChartOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_view.m_scope.theme();
    if (isEmpty(m_view.chart())) {
        painter.fillRect(rect(), theme.color(Role::Surface));
        painter.setPen(theme.color(Role::Muted));
        painter.setFont(textFont(TextSize::Body));
        painter.drawText(rect().adjusted(kPadding, 0, -kPadding, 0), Qt::AlignCenter | Qt::TextWordWrap,
                         m_view.m_emptyText);
    } else {
        if (m_view.isDimmed()) {
            QColor veil = theme.color(Role::Surface);
            veil.setAlphaF(0.6f);
            painter.fillRect(rect(), veil);
        }
        paintMarker(painter);
        paintSelection(painter);
        if (m_view.currentStop() >= 0)
            paintReadout(painter, readoutAt(*m_view.m_plot, m_view.chart(), theme, m_view.currentStop()));
    }
    if (m_view.hasFocus() && m_view.m_keyboardFocus) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Role::Accent), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void ChartOverlay::paintSelection(QPainter& painter) const {
    if (m_view.selectedStop() < 0)
        return;
    const Theme& theme = m_view.m_scope.theme();
    const QRectF place = readoutAt(*m_view.m_plot, m_view.chart(), theme, m_view.selectedStop()).place;
    painter.setBrush(Qt::NoBrush);
    if (!std::holds_alternative<HeatChart>(m_view.chart())) {
        QColor fill = theme.color(Role::Accent);
        fill.setAlphaF(0.10f);
        painter.fillRect(place, fill);
        return;
    }
    // The whole row, so that the partition can be followed over time, and the cell in it.
    const QRectF plot = m_view.m_plot->axisRect()->rect();
    QRectF row(plot.left(), place.top(), plot.width(), std::max(4.0, place.height()));
    painter.setPen(QPen(theme.color(Role::Accent), 1));
    painter.drawRect(row.adjusted(-0.5, -0.5, 0.5, 0.5));
    painter.setPen(QPen(theme.color(Role::Surface), 1.5));
    painter.drawRect(place.adjusted(-1, -1, 1, 1));
}

void ChartOverlay::paintMarker(QPainter& painter) const {
    const bool overTime =
        std::holds_alternative<LineChart>(m_view.chart()) || std::holds_alternative<HeatChart>(m_view.chart());
    if (!m_view.marker() || !overTime)
        return;
    const QRect plot = m_view.m_plot->axisRect()->rect();
    const double x = m_view.m_plot->xAxis->coordToPixel(*m_view.marker());
    if (x < plot.left() - 1 || x > plot.right() + 1)
        return;
    const Theme& theme = m_view.m_scope.theme();
    // Two strokes, to be seen on any colour.
    painter.setPen(QPen(theme.color(Role::Surface), 3));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    painter.setPen(QPen(theme.color(Role::Accent), 1.4));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
}

void ChartOverlay::paintReadout(QPainter& painter, const Readout& readout) const {
    const Theme& theme = m_view.m_scope.theme();
    if (readout.title.isEmpty())
        return;
    if (readout.place.width() == 0) {
        painter.setPen(QPen(theme.color(Role::Muted), 1, Qt::DotLine));
        painter.drawLine(readout.place.topLeft(), readout.place.bottomLeft());
    } else {
        painter.setPen(QPen(theme.color(Role::Text), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(readout.place.adjusted(-0.5, -0.5, 0.5, 0.5));
    }
    for (const ReadoutLine& line : readout.lines)
        if (!line.point.isNull()) {
            painter.setPen(QPen(theme.color(Role::Surface), 1.5));
            painter.setBrush(line.color);
            painter.drawEllipse(line.point, 3.5, 3.5);
        }

    const QFont font = tabularFont(TextSize::Caption);
    const QFont strong = tabularFont(TextSize::Caption, true);
    const QFontMetricsF metrics(font);
    const QFontMetricsF strongMetrics(strong);
    const double lineHeight = metrics.height() + 3;
    const std::size_t shown = std::min(readout.lines.size(), std::size_t(kMostLines));
    double names = 0;
    double values = 0;
    for (std::size_t i = 0; i < shown; ++i) {
        names = std::max(names, metrics.horizontalAdvance(readout.lines[i].name));
        values = std::max(values, strongMetrics.horizontalAdvance(readout.lines[i].value));
    }
    const double width =
        2 * kPadding + std::max(strongMetrics.horizontalAdvance(readout.title), kSwatch + 6 + names + 14 + values);
    const double height = 2 * kPadding - 3 + lineHeight * double(shown + 1);
    QRectF box(readout.place.right() + 12, readout.place.top() + 8, width, height);
    if (readout.place.width() > 0)
        box.moveTop(readout.place.center().y() - height / 2);
    if (box.right() > this->width() - 2)
        box.moveRight(readout.place.left() - 12);
    box.moveLeft(std::clamp(box.left(), 2.0, std::max(2.0, this->width() - width - 2)));
    box.moveTop(std::clamp(box.top(), 2.0, std::max(2.0, this->height() - height - 2)));

    painter.setPen(QPen(theme.color(Role::Control), 1));
    painter.setBrush(theme.color(Role::Raised));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    double y = box.top() + kPadding - 2;
    const auto line = [&](double left, const QString& text, Role role, const QFont& lineFont, Qt::Alignment align) {
        painter.setFont(lineFont);
        painter.setPen(theme.color(role));
        painter.drawText(QRectF(left, y, box.right() - kPadding - left, lineHeight), int(align | Qt::AlignVCenter),
                         text);
    };
    line(box.left() + kPadding, readout.title, Role::Text, strong, Qt::AlignLeft);
    for (std::size_t i = 0; i < shown; ++i) {
        y += lineHeight;
        const ReadoutLine& one = readout.lines[i];
        const bool swatch = one.color.isValid();
        if (swatch) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(one.color);
            painter.drawRoundedRect(QRectF(box.left() + kPadding, y + (lineHeight - kSwatch) / 2, kSwatch, kSwatch), 2,
                                    2);
        }
        line(box.left() + kPadding + (swatch ? kSwatch + 6 : 0), one.name, Role::Muted, font, Qt::AlignLeft);
        line(box.left() + kPadding, one.value, Role::Text, strong, Qt::AlignRight);
    }
}

} // namespace shardscape::app
