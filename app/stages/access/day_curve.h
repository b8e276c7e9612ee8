// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "model/workload/rate.h"

namespace shardscape::app {

class ThemeScope;

/// The rate of a pattern over a day (a week for weekly profiles), which can be taken and moved.
///
/// Diurnal: drag sideways moves the peak hour, up and down the trough. Spike: sideways the start, up and down the
/// factor. Batch: sideways the start. Weekly: up and down the weight of the day. Keys do the same in steps; steady
/// rates have nothing to move. A gesture ends in one edited(): nothing changes while dragging but the picture.
class DayCurve : public QWidget {
    Q_OBJECT
public:
    explicit DayCurve(ThemeScope& scope, QWidget* parent = nullptr);

    void setProfile(const model::RateProfile& profile);
    const model::RateProfile& profile() const { return m_profile; }

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
    bool movable() const { return m_profile.shape != model::RateShape::Steady; }
    double period() const;
    QRectF plotRect() const;
    double ceiling() const;
    QPointF place(double seconds, double rate) const;
    void drag(QPointF from, QPointF to);
    void describe();

    ThemeScope& m_scope;
    model::RateProfile m_profile;
    model::RateProfile m_before; ///< at the start of the gesture
    QPointF m_pressed;
    double m_ceilingBefore = 1;
    double m_hover = -1; ///< seconds, negative for none
    bool m_dragging = false;
};

} // namespace shardscape::app
