// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/access/traffic_strip.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/theme_scope.h"
#include "estimator/demand/popularity.h"

namespace shardscape::app {
namespace {

/// Points of the curve, evenly spaced on the logarithmic axis.
constexpr int kPoints = 96;
constexpr double kBar = 8;

} // namespace

TrafficStrip::TrafficStrip(ThemeScope& scope, QWidget* parent)
    : QWidget(parent)
    , m_scope(scope) {
    connect(&scope, &ThemeScope::changed, this, qOverload<>(&QWidget::update));
    setAccessibleName(tr("Share of the popular keys"));
}

void TrafficStrip::setPopularity(const model::KeyPopularity& popularity, std::optional<double> keys) {
    m_known = false;
    m_curve.clear();
    if (!keys) {
        m_text = tr("Say how many rows or distinct values there are to see the share of the popular keys.");
    } else if (popularity.kind == model::PopularityKind::Sample && popularity.sample.seen.empty()) {
        m_text = tr("The file was not read yet: all keys count alike.");
    } else {
        const estimator::KeyWeights weights(popularity, *keys);
        m_known = true;
        m_keys = weights.keys();
        m_topKey = weights.hottest();
        m_onePercent = weights.shareOfTop(m_keys / 100);
        m_tenPercent = weights.shareOfTop(m_keys / 10);
        m_half = weights.keysForShare(0.5);
        for (int i = 0; i <= kPoints; ++i)
            m_curve.push_back(weights.shareOfTop(std::pow(m_keys, double(i) / kPoints)));
        m_text =
            tr("Of %1 keys the hottest takes %2, the top 1 % take %3, the top 10 % take %4; half of the traffic is "
               "for %5.")
                .arg(formatNumber(m_keys, estimator::Unit::None), formatShare(m_topKey), formatShare(m_onePercent),
                     formatShare(m_tenPercent), formatNumber(m_half, estimator::Unit::None));
    }
    setAccessibleDescription(m_text);
    setToolTip(m_text);
    updateGeometry();
    update();
}

QSize TrafficStrip::sizeHint() const {
    return {300, m_known ? 118 : 46};
}
QSize TrafficStrip::minimumSizeHint() const {
    return {160, m_known ? 104 : 46};
}

void TrafficStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_scope.theme();
    painter.setFont(textFont(TextSize::Caption));
    const QFontMetrics metrics(painter.font());
    const int line = metrics.height();
    painter.setPen(theme.color(Role::Muted));
    painter.drawText(QRectF(0, 0, width(), 2 * line), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_text);
    if (m_known)
        paintCurve(painter, QRectF(0.5, 2 * line + 6, width() - 1, height() - 3 * line - kBar - 14));
    const QRectF bar(0.5, height() - kBar - 1.5, width() - 1, kBar);
    QPainterPath shape;
    shape.addRoundedRect(bar, 3, 3);
    painter.fillPath(shape, theme.color(Role::Hover));
    if (m_known) {
        painter.setClipPath(shape);
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * m_onePercent, bar.height()), theme.series(0));
        painter.fillRect(QRectF(bar.left(), bar.top(), std::max(1.0, bar.width() * m_topKey), bar.height()),
                         theme.series(1));
        painter.setClipping(false);
    }
    painter.setPen(QPen(theme.color(Role::Border), 1));
    painter.drawPath(shape);
}

/// Which share of the traffic the n hottest keys take together, n from one to all on a logarithmic axis.
void TrafficStrip::paintCurve(QPainter& painter, const QRectF& plot) const {
    const Theme& theme = m_scope.theme();
    const auto place = [&](double keys, double share) {
        const double across = m_keys > 1 ? std::log(std::max(1.0, keys)) / std::log(m_keys) : 1;
        return QPointF(plot.left() + plot.width() * across, plot.bottom() - plot.height() * share);
    };
    painter.setPen(QPen(theme.color(Role::Grid), 1));
    for (const double share : {0.0, 0.5, 1.0})
        painter.drawLine(place(1, share), place(m_keys, share));
    QPainterPath curve;
    for (std::size_t i = 0; i < m_curve.size(); ++i) {
        const QPointF point = place(std::pow(m_keys, double(i) / kPoints), m_curve[i]);
        i == 0 ? curve.moveTo(point) : curve.lineTo(point);
    }
    QPainterPath area = curve;
    area.lineTo(plot.bottomRight());
    area.lineTo(plot.bottomLeft());
    QColor fill = theme.series(0);
    fill.setAlphaF(0.18f);
    painter.fillPath(area, fill);
    painter.setPen(QPen(theme.series(0), 2));
    painter.drawPath(curve);

    const QFontMetrics metrics(painter.font());
    const auto mark = [&](double keys, double share, const QString& name) {
        if (keys < 1)
            return;
        const QPointF point = place(keys, share);
        painter.setPen(QPen(theme.color(Role::Surface), 1.5));
        painter.setBrush(theme.series(0));
        painter.drawEllipse(point, 3.5, 3.5);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(theme.color(Role::Muted));
        const double wide = metrics.horizontalAdvance(name);
        painter.drawText(QPointF(std::clamp(point.x() - wide / 2, plot.left(), plot.right() - wide),
                                 plot.bottom() + metrics.ascent() + 2),
                         name);
    };
    mark(m_keys / 100, m_onePercent, tr("1 %"));
    mark(m_keys / 10, m_tenPercent, tr("10 %"));
    if (m_half < m_keys / 400)
        mark(m_half, 0.5, tr("half"));
}

} // namespace shardscape::app
