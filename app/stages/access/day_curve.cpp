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

/// How near to a point it is taken, in pixels.
constexpr double kReach = 12;

/// Two digits: a hand is not more exact.
double roundedRate(double rate) {
    if (!(rate > 0))
        return 0;
    const double unit = std::pow(10.0, std::floor(std::log10(rate)) - 1);
    return std::round(rate / unit) * unit;
}

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
    m_point = std::min(m_point, int(points().size()) - 1);
    setCursor(Qt::SizeAllCursor);
    describe();
    update();
}

void DayCurve::describe() {
    const QString rate = formatNumber(m_profile.average.value, estimator::Unit::PerSecond);
    const QString peak = formatNumber(m_profile.peakRate().value, estimator::Unit::PerSecond);
    const std::vector<Point> all = points();
    const Point& point = all[std::size_t(std::clamp(m_point, 0, int(all.size()) - 1))];
    setAccessibleDescription(tr("%1 on average, %2 at the peak. %3: %4 at %5")
                                 .arg(rate, peak, point.name, formatNumber(point.rate, estimator::Unit::PerSecond),
                                      formatTimeOfDay(std::fmod(point.seconds, kDay))));
    setToolTip(tr("Drag its points, or choose one by Page up and down and move it by the arrow keys"));
}

std::vector<DayCurve::Point> DayCurve::points() const {
    const model::RateProfile& p = m_profile;
    const double average = p.average.value;
    const auto at = [&](const QString& name, double seconds) {
        const double inside = std::clamp(seconds, 0.0, period() - 1);
        return Point{name, seconds, average * p.multiplier(inside)};
    };
    switch (p.shape) {
    case model::RateShape::Diurnal:
        return {at(tr("Peak"), p.peakHour * 3600), at(tr("Trough"), wrapped(p.peakHour * 3600 + kDay / 2, kDay))};
    case model::RateShape::Spike:
    case model::RateShape::Batch: {
        const double end = wrapped(p.startSeconds + p.durationSeconds, kDay);
        const double within = p.shape == model::RateShape::Spike
                                  ? average * p.times
                                  : average * p.multiplier(std::min(p.startSeconds, kDay - 1));
        Point start{tr("Start"), p.startSeconds, within};
        Point stop{tr("End"), end, within};
        if (p.shape == model::RateShape::Batch)
            return {start, stop};
        return {start, {tr("Top"), wrapped(p.startSeconds + p.durationSeconds / 2, kDay), within}, stop};
    }
    case model::RateShape::Weekly: {
        std::vector<Point> days;
        for (int day = 0; day < 7; ++day)
            days.push_back(at(QLocale().standaloneDayName(day + 1), (day + 0.5) * kDay));
        return days;
    }
    case model::RateShape::Steady: break;
    }
    return {{tr("Rate"), kDay / 2, average}};
}

int DayCurve::pointAt(QPointF position) const {
    const std::vector<Point> all = points();
    int nearest = -1;
    double best = kReach;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (const double far = QLineF(placeOf(all[i]), position).length(); far <= best) {
            best = far;
            nearest = int(i);
        }
    return nearest;
}

void DayCurve::choosePoint(int point) {
    const int count = int(points().size());
    m_point = (point % count + count) % count;
    describe();
    update();
}

void DayCurve::movePoint(int point, std::optional<double> seconds, std::optional<double> rate) {
    m_profile = m_before;
    const double average = std::max(1e-9, m_before.average.value);
    const auto quarter = [](double time) { return wrapped(std::round(time / kQuarter) * kQuarter, kDay); };
    const double height = rate ? std::max(0.0, *rate) / average : 0;
    switch (m_before.shape) {
    case model::RateShape::Diurnal: {
        if (seconds)
            m_profile.peakHour = quarter(*seconds + (point == 1 ? kDay / 2 : 0)) / 3600;
        // A sinusoid of mean 1 has its peak at 2 / (1 + trough) and its trough at 2 trough / (1 + trough).
        if (rate && point == 0)
            m_profile.trough = height > 0 ? 2 / height - 1 : 1;
        else if (rate)
            m_profile.trough = height < 2 ? height / (2 - height) : 1;
        m_profile.trough = std::clamp(std::round(m_profile.trough * 100) / 100, 0.0, 1.0);
        break;
    }
    case model::RateShape::Spike:
    case model::RateShape::Batch: {
        const bool end = point == int(points().size()) - 1;
        if (seconds && end)
            m_profile.durationSeconds = std::max(kQuarter, wrapped(quarter(*seconds) - m_before.startSeconds, kDay));
        else if (seconds)
            m_profile.startSeconds = quarter(*seconds - (point == 1 ? m_before.durationSeconds / 2 : 0));
        if (rate && m_before.shape == model::RateShape::Spike)
            m_profile.times = std::max(1.0, std::round(height * 10) / 10);
        break;
    }
    case model::RateShape::Weekly: {
        if (!rate)
            break;
        // Weights count by their share: the others together stay as they are.
        double others = 0;
        for (int day = 0; day < 7; ++day)
            others += day == point ? 0 : m_before.days[std::size_t(day)];
        const double share = std::min(height, 6.5);
        m_profile.days[std::size_t(point)] =
            others > 0 ? std::max(0.0, std::round(share * others / (7 - share) * 20) / 20) : 1;
        break;
    }
    case model::RateShape::Steady:
        if (rate)
            m_profile.average = {roundedRate(*rate)};
        break;
    }
    describe();
    update();
}

void DayCurve::finish() {
    update();
    if (!(m_profile == m_before))
        emit edited(m_profile);
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

void DayCurve::paintAxis(QPainter& painter) const {
    const Theme& theme = m_scope.theme();
    const QRectF plot = plotRect();
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
}

void DayCurve::paintPoints(QPainter& painter) const {
    const Theme& theme = m_scope.theme();
    const std::vector<Point> all = points();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool current = hasFocus() && int(i) == m_point;
        painter.setPen(QPen(theme.color(current ? Role::Accent : Role::Surface), current ? 2 : 1.5));
        painter.setBrush(theme.series(0));
        painter.drawEllipse(placeOf(all[i]), current ? 5.5 : 4.5, current ? 5.5 : 4.5);
    }
    painter.setBrush(Qt::NoBrush);
}

void DayCurve::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_scope.theme();
    const QRectF plot = plotRect();
    painter.setFont(tabularFont(TextSize::Caption));

    paintAxis(painter);
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
    paintPoints(painter);
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
    if (event->button() != Qt::LeftButton)
        return;
    m_grabbed = pointAt(event->position());
    if (m_grabbed < 0 && m_profile.shape == model::RateShape::Steady)
        return; // a line has no other place to take it by
    if (m_grabbed >= 0)
        choosePoint(m_grabbed);
    m_ceilingBefore = ceiling();
    m_before = m_profile;
    m_pressed = event->position();
    m_dragging = true;
}

void DayCurve::mouseMoveEvent(QMouseEvent* event) {
    const QRectF plot = plotRect();
    m_hover = std::clamp((event->position().x() - plot.left()) / plot.width(), 0.0, 0.9999) * period();
    if (m_dragging && m_grabbed >= 0) {
        const QPointF moved = event->position() - m_pressed;
        const double rate = (plot.bottom() - event->position().y()) / plot.height() * m_ceilingBefore;
        // A small move along one axis does not mean the other.
        const bool across = std::abs(moved.x()) >= 3;
        const bool along = std::abs(moved.y()) >= 3;
        movePoint(m_grabbed, across ? std::optional(m_hover) : std::nullopt,
                  along ? std::optional(rate) : std::nullopt);
    } else if (m_dragging) {
        drag(m_pressed, event->position());
    }
    update();
}

void DayCurve::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_dragging || event->button() != Qt::LeftButton)
        return;
    m_dragging = false;
    finish();
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
    const std::vector<Point> all = points();
    const Point& point = all[std::size_t(m_point)];
    const double across = weekly() ? 0 : 1800;
    const double along = ceiling() / 20;
    const int key = event->key();
    const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
    if (key == Qt::Key_PageUp || key == Qt::Key_PageDown || (sideways && weekly()))
        return choosePoint(m_point + (key == Qt::Key_PageDown || key == Qt::Key_Right ? 1 : -1));
    if (m_dragging || (!sideways && key != Qt::Key_Up && key != Qt::Key_Down))
        return QWidget::keyPressEvent(event);
    m_before = m_profile;
    if (sideways)
        movePoint(m_point, point.seconds + (key == Qt::Key_Left ? -across : across), std::nullopt);
    else
        movePoint(m_point, std::nullopt, point.rate + (key == Qt::Key_Down ? -along : along));
    finish();
}

} // namespace shardscape::app
