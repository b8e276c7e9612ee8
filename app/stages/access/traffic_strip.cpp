// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/access/traffic_strip.h"

#include <QPainter>
#include <QPainterPath>

#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/theme_scope.h"
#include "estimator/demand/popularity.h"

namespace shardscape::app {

TrafficStrip::TrafficStrip(ThemeScope& scope, QWidget* parent)
    : QWidget(parent)
    , m_scope(scope) {
    connect(&scope, &ThemeScope::changed, this, qOverload<>(&QWidget::update));
    setAccessibleName(tr("Share of the popular keys"));
}

void TrafficStrip::setPopularity(const model::KeyPopularity& popularity, std::optional<double> keys) {
    m_known = false;
    if (!keys) {
        m_text = tr("Say how many rows or distinct values there are to see the share of the popular keys.");
    } else if (popularity.kind == model::PopularityKind::Sample && popularity.sample.seen.empty()) {
        m_text = tr("The file was not read yet: all keys count alike.");
    } else {
        const estimator::KeyWeights weights(popularity, *keys);
        m_known = true;
        m_topKey = weights.hottest();
        m_onePercent = weights.shareOfTop(weights.keys() / 100);
        m_text = tr("The top 1 % of %1 keys take %2; the top key %3.")
                     .arg(formatNumber(weights.keys(), estimator::Unit::None), formatShare(m_onePercent),
                          formatShare(m_topKey));
    }
    setAccessibleDescription(m_text);
    setToolTip(m_text);
    update();
}

void TrafficStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_scope.theme();
    const QRectF bar(0.5, height() - 13.5, width() - 1, 10);
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
    painter.setFont(textFont(TextSize::Caption));
    painter.setPen(theme.color(Role::Muted));
    const QRectF words(0, 0, width(), height() - 16);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(m_text, Qt::ElideRight, width()));
}

} // namespace shardscape::app
