// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "app/stages/simulate/run_session.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace shardscape::app {

class SegmentedControl;
class SupposeBar;
class ValueSlider;

/// The strip of what can be supposed for a run, without touching the model; below it what was run, or how far it is.
class RunControls : public QFrame {
    Q_OBJECT
public:
    explicit RunControls(QWidget* parent = nullptr);

    RunWish wish() const;
    /// Takes over what another one was set to, without telling.
    void continueFrom(const RunControls& other);
    /// Supposes this and nothing else; what a slider stands for goes to the slider.
    void setSupposed(const std::vector<simulator::WhatIf>& supposed);
    /// Nodes of the design as it is: the slider goes from a quarter of them to four times as many.
    void setDesignNodes(int nodes);
    void setStatus(const QString& text, const char* role = "muted");
    QString status() const;
    /// 0 … 1, negative for unknown; nothing is running when the bar is hidden.
    void showProgress(bool running, double share);
    /// In the last line, before the status.
    void addAnswer(QWidget* answer);
    /// A managed service's nodes cannot be chosen.
    void setManaged(bool managed);

signals:
    void changed();
    /// What was typed cannot be supposed.
    void refused(const shardscape::model::Error& error);

private:
    void buildInputs();
    void add(QHBoxLayout* row, const QString& title, QWidget* input);
    void follow();

    QHBoxLayout* m_first;
    QHBoxLayout* m_second;
    QHBoxLayout* m_third;
    ValueSlider* m_traffic;
    ValueSlider* m_skew;
    ValueSlider* m_nodes;
    QComboBox* m_requests;
    QComboBox* m_replications;
    QSpinBox* m_seed;
    SegmentedControl* m_moment;
    SupposeBar* m_more;
    QPushButton* m_reset;
    QLabel* m_status;
    QProgressBar* m_progress;
    int m_designNodes = 0;
};

} // namespace shardscape::app
