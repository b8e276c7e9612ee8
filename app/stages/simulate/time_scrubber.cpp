// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/time_scrubber.h"

#include <algorithm>
#include <cmath>

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "app/theme/metrics.h"
#include "app/theme/theme_scope.h"

namespace shardscape::app {
namespace {

constexpr double kHandle = 6;

} // namespace

TimeScrubber::TimeScrubber(ThemeScope& scope, QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
    , m_scope(scope) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Moment"));
    setToolTip(tr("Drag to look at a moment; arrows step, Esc goes back to the whole run"));
    setPageStep(10);
    connect(&scope, &ThemeScope::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void TimeScrubber::setMoments(int count, std::function<QString(int)> word) {
    m_count = count;
    m_word = std::move(word);
    const int now = moment();
    setRange(0, std::max(0, count - 1));
    setMoment(now);
    setEnabled(count > 1);
    describe();
    update();
}

void TimeScrubber::setMoment(int moment) {
    m_whole = moment < 0 || moment >= m_count;
    if (!m_whole)
        setValue(moment);
    describe();
    update();
}

void TimeScrubber::setTrack(int left, int right, double filled) {
    m_left = left;
    m_right = std::max(left + 1, right);
    m_filled = std::clamp(filled, 0.0, 1.0);
    update();
}

QString TimeScrubber::text() const {
    return m_whole || !m_word ? tr("Whole run") : m_word(value());
}

void TimeScrubber::describe() {
    setAccessibleDescription(text());
}

int TimeScrubber::momentAt(double x) const {
    const double share = (x - m_left) / double(m_right - m_left) / std::max(1e-9, m_filled);
    return std::clamp(int(std::floor(share * m_count)), 0, m_count - 1);
}

double TimeScrubber::placeOf(int moment) const {
    return m_left + (moment + 0.5) / std::max(1, m_count) * m_filled * (m_right - m_left);
}

void TimeScrubber::choose(int chosen) {
    if (m_count == 0 || chosen == moment())
        return;
    setMoment(chosen);
    QAccessibleValueChangeEvent event(this, text());
    QAccessible::updateAccessibility(&event);
    emit momentChosen(moment());
}

void TimeScrubber::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_count > 0)
        choose(momentAt(event->position().x()));
}

void TimeScrubber::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton) && m_count > 0)
        choose(momentAt(event->position().x()));
}

void TimeScrubber::mouseReleaseEvent(QMouseEvent*) {}

void TimeScrubber::wheelEvent(QWheelEvent* event) {
    event->ignore(); // the page scrolls
}

void TimeScrubber::keyPressEvent(QKeyEvent* event) {
    const int now = moment();
    const int last = m_count - 1;
    // From the whole run, a step goes to its first or last moment.
    const auto step = [&](int by) { choose(now < 0 ? (by > 0 ? 0 : last) : std::clamp(now + by, 0, last)); };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down: step(-1); return;
    case Qt::Key_Right:
    case Qt::Key_Up: step(1); return;
    case Qt::Key_PageUp: step(pageStep()); return;
    case Qt::Key_PageDown: step(-pageStep()); return;
    case Qt::Key_Home: choose(0); return;
    case Qt::Key_End: choose(last); return;
    case Qt::Key_Escape:
        if (!m_whole) {
            choose(-1);
            return;
        }
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void TimeScrubber::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0;
    const double end = m_left + m_filled * (m_right - m_left);
    painter.setPen(QPen(m_scope.color(Role::Control), 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(m_left, y), QPointF(m_right, y));
    if (m_count == 0)
        return;
    painter.setPen(QPen(m_scope.color(Role::Accent), 3, Qt::SolidLine, Qt::RoundCap));
    if (m_whole)
        painter.drawLine(QPointF(m_left, y), QPointF(end, y));
    else
        painter.drawLine(QPointF(placeOf(value()), 0), QPointF(placeOf(value()), y));
    const QPointF handle(m_whole ? end : placeOf(value()), y);
    painter.setPen(QPen(m_scope.color(hasFocus() ? Role::Text : Role::Surface), 1.5));
    painter.setBrush(m_scope.color(m_whole ? Role::Control : Role::Accent));
    painter.drawEllipse(handle, kHandle, kHandle);
}

} // namespace shardscape::app
