// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QSlider>

namespace shardscape::app {

class ThemeScope;

/// The moment that the page looks at: a slider under the heat map, as wide as its time axis. Before a moment is chosen
/// it stands for the whole run.
///
/// Drag, click, arrows (with the usual jumps of a slider) choose; Esc goes back to the whole run.
class TimeScrubber : public QSlider {
    Q_OBJECT
public:
    explicit TimeScrubber(ThemeScope& scope, QWidget* parent = nullptr);

    /// How many moments there are, and how one is written. Keeps the moment if it is still there.
    void setMoments(int count, std::function<QString(int)> word);
    /// -1: the whole run.
    int moment() const { return m_whole ? -1 : value(); }
    void setMoment(int moment);
    /// Where the time axis begins and ends, in this widget's pixels; "filled" is the share of it that has moments.
    void setTrack(int left, int right, double filled = 1);
    QString text() const;

    QSize sizeHint() const override { return {200, 22}; }
    QSize minimumSizeHint() const override { return {80, 22}; }

signals:
    /// By the user.
    void momentChosen(int moment);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    int momentAt(double x) const;
    double placeOf(int moment) const;
    void choose(int moment);
    void describe();

    ThemeScope& m_scope;
    std::function<QString(int)> m_word;
    int m_count = 0;
    bool m_whole = true;
    int m_left = 0;
    int m_right = 100;
    double m_filled = 1;
};

} // namespace shardscape::app
