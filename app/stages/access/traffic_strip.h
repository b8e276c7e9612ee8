// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <vector>

#include <QWidget>

#include "model/workload/popularity.h"

namespace shardscape::app {

class ThemeScope;

/// What a popularity means: how much of the traffic the hottest key, the top 1 % and the top 10 % take, how many keys
/// take half of it; in words, as a curve over the number of keys, and as a strip from the top key to the whole. The
/// sums are the estimator's own (KeyWeights).
class TrafficStrip : public QWidget {
    Q_OBJECT
public:
    explicit TrafficStrip(ThemeScope& scope, QWidget* parent = nullptr);

    /// keys: how many different keys there are; unset when nobody knows.
    void setPopularity(const model::KeyPopularity& popularity, std::optional<double> keys);
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintCurve(QPainter& painter, const QRectF& plot) const;

    ThemeScope& m_scope;
    QString m_text;
    std::vector<double> m_curve; ///< share of the 1 … all hottest keys, evenly spaced by the logarithm of their number
    double m_keys = 0;
    double m_topKey = 0;
    double m_onePercent = 0;
    double m_tenPercent = 0;
    double m_half = 0; ///< keys that take half of the traffic
    bool m_known = false;
};

} // namespace shardscape::app
