// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "app/shell/workbench.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace shardscape::app {

/// What is being worked on in the background, how far it is, and a way to end it: shown in the status line when work
/// that was offered for it (JobState::offer) takes longer than a moment; the oldest first.
class JobBar : public QWidget {
    Q_OBJECT
public:
    /// Shorter work is not worth a word.
    static constexpr int kMomentMs = 300;

    explicit JobBar(Workbench& workbench, QWidget* parent = nullptr);

private:
    void follow();
    void refresh();
    void cancel();

    Workbench& m_workbench;
    std::shared_ptr<JobState> m_job;
    QLabel* m_title;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QTimer m_wait;
    QTimer m_tick;
};

} // namespace shardscape::app
