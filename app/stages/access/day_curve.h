// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "model/workload/rate.h"

namespace shardscape::app {

class ThemeScope;

/// The rate of a pattern over a day (a week for weekly profiles), which can be taken and moved.
///
/// Its points are taken and put elsewhere: the peak and the trough of a diurnal profile, start, top and end of a spike,
/// start and end of a batch, each day of a week, the height of a steady rate. Beside the points the whole curve is
/// taken. Page up and down choose a point, the arrow keys move it in steps (in a week, left and right choose the day).
/// A gesture ends in one edited(): nothing changes while dragging but the picture; Esc gives it up.
class DayCurve : public QWidget {
    Q_OBJECT
public:
    explicit DayCurve(ThemeScope& scope, QWidget* parent = nullptr);

    void setProfile(const model::RateProfile& profile);
    const model::RateProfile& profile() const { return m_profile; }

    /// What can be taken and moved.
    struct Point {
        QString name;       ///< "Peak"
        double seconds = 0; ///< of the day or week
        double rate = 0;    ///< 1/s
    };
    std::vector<Point> points() const;
    /// The point that the arrow keys move.
    int currentPoint() const { return m_point; }
    /// Where a point is drawn, in the widget's coordinates.
    QPointF placeOf(const Point& point) const { return place(point.seconds, point.rate); }

    QSize sizeHint() const override { return {300, 120}; }
    QSize minimumSizeHint() const override { return {160, 84}; }

signals:
    /// On release, or after a key.
    void edited(const shardscape::model::RateProfile& profile);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool weekly() const { return m_profile.shape == model::RateShape::Weekly; }
    double period() const;
    QRectF plotRect() const;
    double ceiling() const;
    QPointF place(double seconds, double rate) const;
    void drag(QPointF from, QPointF to);
    /// Puts a point of the profile before the gesture elsewhere; what is unset stays as it is.
    void movePoint(int point, std::optional<double> seconds, std::optional<double> rate);
    int pointAt(QPointF position) const;
    void choosePoint(int point);
    void finish();
    void paintAxis(QPainter& painter) const;
    void paintPoints(QPainter& painter) const;
    void describe();

    ThemeScope& m_scope;
    model::RateProfile m_profile;
    model::RateProfile m_before; ///< at the start of the gesture
    QPointF m_pressed;
    double m_ceilingBefore = 1;
    double m_hover = -1; ///< seconds, negative for none
    int m_point = 0;
    int m_grabbed = -1; ///< the point being dragged; -1: the whole curve
    bool m_dragging = false;
};

} // namespace shardscape::app
