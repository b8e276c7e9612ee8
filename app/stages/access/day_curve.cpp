// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/access/day_curve.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/theme_scope.h"

namespace shardscape::app {
namespace {

constexpr double kDay = model::kSecondsPerDay;
constexpr double kQuarter = 900;
constexpr int kSamples = 288;

double wrapped(double value, double period) {
    const double rest = std::fmod(value, period);
    return rest < 0 ? rest + period : rest;
}

} // namespace

DayCurve::DayCurve(ThemeScope& scope, QWidget* parent)
    : QWidget(parent)
    , m_scope(scope) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Rate over time"));
    connect(&scope, &ThemeScope::changed, this, qOverload<>(&QWidget::update));
}

void DayCurve::setProfile(const model::RateProfile& profile) {
    if (m_dragging)
        return;
    m_profile = profile;
    setCursor(movable() ? Qt::SizeAllCursor : Qt::ArrowCursor);
    describe();
    update();
}

void DayCurve::describe() {
    const QString rate = formatNumber(m_profile.average.value, estimator::Unit::PerSecond);
    const QString peak = formatNumber(m_profile.peakRate().value, estimator::Unit::PerSecond);
    setAccessibleDescription(tr("%1 on average, %2 at the peak").arg(rate, peak));
    setToolTip(movable() ? tr("Drag to move it; arrow keys do the same") : QString());
}

double DayCurve::period() const {
    return weekly() ? 7 * kDay : kDay;
}

QRectF DayCurve::plotRect() const {
    const int caption = QFontMetrics(textFont(TextSize::Caption)).height();
    return QRectF(rect()).adjusted(4, caption + 4, -4, -caption - 4);
}

double DayCurve::ceiling() const {
    if (m_dragging)
        return m_ceilingBefore;
    double top = m_profile.average.value;
    for (int i = 0; i < kSamples; ++i)
        top = std::max(top, m_profile.average.value * m_profile.multiplier(period() * i / kSamples));
    if (m_profile.peak)
        top = std::max(top, m_profile.peak->value);
    return top > 0 ? top * 1.1 : 1;
}

QPointF DayCurve::place(double seconds, double rate) const {
    const QRectF plot = plotRect();
    return {plot.left() + plot.width() * seconds / period(),
            plot.bottom() - plot.height() * std::min(1.0, rate / ceiling())};
}

void DayCurve::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_scope.theme();
    const QRectF plot = plotRect();
    painter.setFont(tabularFont(TextSize::Caption));

    const int divisions = weekly() ? 7 : 4;
    for (int i = 0; i <= divisions; ++i) {
        const double x = plot.left() + plot.width() * i / divisions;
        painter.setPen(QPen(theme.color(Role::Grid), 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setPen(theme.color(Role::Muted));
        const QRectF label(x - 40, plot.bottom() + 2, 80, 16);
        if (weekly() && i < 7)
            painter.drawText(label.translated(plot.width() / 14, 0), Qt::AlignHCenter | Qt::AlignTop,
                             QLocale().standaloneDayName(i + 1, QLocale::ShortFormat));
        else if (!weekly())
            painter.drawText(i == 0           ? label.translated(40, 0)
                             : i == divisions ? label.translated(-40, 0)
                                              : label,
                             (i == 0           ? Qt::AlignLeft
                              : i == divisions ? Qt::AlignRight
                                               : Qt::AlignHCenter) |
                                 Qt::AlignTop,
                             formatTimeOfDay(kDay * i / divisions));
    }

    QPainterPath line;
    for (int i = 0; i <= kSamples; ++i) {
        const double at = std::min(period() * i / kSamples, period() - 1);
        const QPointF point = place(period() * i / kSamples, m_profile.average.value * m_profile.multiplier(at));
        i == 0 ? line.moveTo(point) : line.lineTo(point);
    }
    QPainterPath area = line;
    area.lineTo(plot.bottomRight());
    area.lineTo(plot.bottomLeft());
    QColor fill = theme.series(0);
    fill.setAlphaF(0.18f);
    painter.fillPath(area, fill);
    painter.setPen(QPen(theme.series(0), 2));
    painter.drawPath(line);

    const double average = place(0, m_profile.average.value).y();
    painter.setPen(QPen(theme.color(Role::Muted), 1, Qt::DashLine));
    painter.drawLine(QPointF(plot.left(), average), QPointF(plot.right(), average));
    QString text = tr("average %1 · peak %2")
                       .arg(formatNumber(m_profile.average.value, estimator::Unit::PerSecond),
                            formatNumber(m_profile.peakRate().value, estimator::Unit::PerSecond));
    if (m_hover >= 0) {
        const double rate = m_profile.average.value * m_profile.multiplier(m_hover);
        painter.setPen(QPen(theme.color(Role::Surface), 1.5));
        painter.setBrush(theme.series(0));
        painter.drawEllipse(place(m_hover, rate), 4, 4);
        text = QStringLiteral("%1  %2").arg(formatTimeOfDay(std::fmod(m_hover, kDay)),
                                            formatNumber(rate, estimator::Unit::PerSecond));
    }
    painter.setPen(theme.color(Role::Muted));
    painter.drawText(QRectF(plot.left(), 0, plot.width(), plot.top() - 2), Qt::AlignLeft | Qt::AlignVCenter, text);
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Role::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void DayCurve::drag(QPointF from, QPointF to) {
    const QRectF plot = plotRect();
    const double seconds = (to.x() - from.x()) / plot.width() * period();
    const double share = (from.y() - to.y()) / plot.height();
    m_profile = m_before;
    switch (m_before.shape) {
    case model::RateShape::Diurnal:
        m_profile.peakHour =
            wrapped(std::round((m_before.peakHour * 3600 + seconds) / kQuarter) * kQuarter, kDay) / 3600;
        m_profile.trough = std::clamp(std::round((m_before.trough + share) * 100) / 100, 0.0, 1.0);
        break;
    case model::RateShape::Spike:
        m_profile.startSeconds = wrapped(std::round((m_before.startSeconds + seconds) / kQuarter) * kQuarter, kDay);
        m_profile.times = std::max(
            1.0,
            std::round((m_before.times + share * m_ceilingBefore / std::max(1e-9, m_before.average.value)) * 10) / 10);
        break;
    case model::RateShape::Batch:
        m_profile.startSeconds = wrapped(std::round((m_before.startSeconds + seconds) / kQuarter) * kQuarter, kDay);
        break;
    case model::RateShape::Weekly: {
        const int day = std::clamp(int((from.x() - plot.left()) / plot.width() * 7), 0, 6);
        double& weight = m_profile.days[std::size_t(day)];
        weight = std::max(0.0, std::round((weight + share * 2) * 20) / 20);
        if (std::all_of(m_profile.days.begin(), m_profile.days.end(), [](double one) { return one <= 0; }))
            weight = 0.05;
        break;
    }
    case model::RateShape::Steady: break;
    }
    describe();
    update();
}

void DayCurve::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !movable())
        return;
    m_ceilingBefore = ceiling();
    m_before = m_profile;
    m_pressed = event->position();
    m_dragging = true;
}

void DayCurve::mouseMoveEvent(QMouseEvent* event) {
    const QRectF plot = plotRect();
    m_hover = std::clamp((event->position().x() - plot.left()) / plot.width(), 0.0, 0.9999) * period();
    if (m_dragging)
        drag(m_pressed, event->position());
    update();
}

void DayCurve::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_dragging || event->button() != Qt::LeftButton)
        return;
    m_dragging = false;
    update();
    if (!(m_profile == m_before))
        emit edited(m_profile);
}

void DayCurve::leaveEvent(QEvent*) {
    m_hover = -1;
    update();
}

void DayCurve::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_dragging) {
        m_dragging = false;
        setProfile(m_before);
        return;
    }
    QPointF step;
    const QRectF plot = plotRect();
    switch (event->key()) {
    case Qt::Key_Left: step.setX(-plot.width() / 48); break;
    case Qt::Key_Right: step.setX(plot.width() / 48); break;
    case Qt::Key_Up: step.setY(-plot.height() / 20); break;
    case Qt::Key_Down: step.setY(plot.height() / 20); break;
    default: QWidget::keyPressEvent(event); return;
    }
    if (!movable() || m_dragging || weekly())
        return;
    m_ceilingBefore = ceiling();
    m_before = m_profile;
    drag(plot.center(), plot.center() + step);
    if (!(m_profile == m_before))
        emit edited(m_profile);
}

} // namespace shardscape::app
