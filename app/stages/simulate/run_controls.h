// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "simulator/compile/compile.h"

class QComboBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QSpinBox;

namespace shardscape::app {

class SegmentedControl;

/// The strip of what can be changed for a run, without touching the model; at its right what was run, or how far it is.
class RunControls : public QFrame {
    Q_OBJECT
public:
    explicit RunControls(QWidget* parent = nullptr);

    simulator::CompileOptions options() const;
    void setStatus(const QString& text, const char* role = "muted");
    QString status() const;
    /// 0 … 1, negative for unknown; nothing is running when the bar is hidden.
    void showProgress(bool running, double share);

signals:
    void changed();
    /// Return in a field.
    void runRequested();

private:
    void add(const QString& title, QWidget* input);

    QHBoxLayout* m_row;
    QDoubleSpinBox* m_traffic;
    QDoubleSpinBox* m_skew;
    QSpinBox* m_nodes;
    QComboBox* m_requests;
    QSpinBox* m_seed;
    SegmentedControl* m_moment;
    QLabel* m_status;
    QProgressBar* m_progress;
};

/// True when two runs would be of the same thing.
bool sameOptions(const simulator::CompileOptions& a, const simulator::CompileOptions& b);

} // namespace shardscape::app
