// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "model/workload/popularity.h"

namespace shardscape::app {

class ThemeScope;

/// How much of the traffic the most popular keys take, as a strip from the top key to the whole: the top key, the top 1
/// %, the rest.
class TrafficStrip : public QWidget {
    Q_OBJECT
public:
    explicit TrafficStrip(ThemeScope& scope, QWidget* parent = nullptr);

    /// keys: how many different keys there are; unset when nobody knows.
    void setPopularity(const model::KeyPopularity& popularity, std::optional<double> keys);
    QString text() const { return m_text; }

    QSize sizeHint() const override { return {240, 38}; }
    QSize minimumSizeHint() const override { return {160, 38}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ThemeScope& m_scope;
    QString m_text;
    double m_topKey = 0;
    double m_onePercent = 0;
    bool m_known = false;
};

} // namespace shardscape::app
