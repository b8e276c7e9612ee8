// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/stages/simulate/simulation.h"

class QLabel;

namespace shardscape::app {

/// The answer to what the sliders ask, for one pattern: its p99 by formula at once, and by simulation as soon as it is
/// there. What is of the settings before is muted until it is replaced.
class AnswerLine : public QWidget {
    Q_OBJECT
public:
    explicit AnswerLine(QWidget* parent = nullptr);

    struct Answer {
        QString pattern;
        std::optional<double> analyticSeconds;
        bool analyticIsOld = false;
        std::optional<double> simulatedSeconds;
        std::optional<std::pair<double, double>> intervalSeconds; ///< 95 % of the simulated one
        bool simulatedIsOld = false;
        std::optional<double> wantedSeconds;
    };
    void show(const Answer& answer);
    void clear();
    /// All of it as a sentence, for tests and assistive tools.
    QString text() const;

private:
    QLabel* m_pattern;
    QLabel* m_analytic;
    QLabel* m_simulated;
    QLabel* m_wanted;
};

} // namespace shardscape::app
