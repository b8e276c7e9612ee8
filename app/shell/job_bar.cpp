// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/job_bar.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

constexpr int kTickMs = 100;

} // namespace

JobBar::JobBar(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_title(makeLabel({}, "muted", nullptr, this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QToolButton(this)) {
    setObjectName(QStringLiteral("jobBar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpaceInside);
    m_progress->setFixedSize(96, 6);
    m_progress->setTextVisible(false);
    m_cancel->setAutoRaise(true);
    bindIcon(m_cancel, QStringLiteral("close"), workbench.theme());
    row->addWidget(m_title);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    m_wait.setSingleShot(true);
    m_wait.setInterval(kMomentMs);
    m_tick.setInterval(kTickMs);
    connect(&m_wait, &QTimer::timeout, this, [this] {
        refresh();
        setVisible(m_job != nullptr);
        m_tick.start();
    });
    connect(&m_tick, &QTimer::timeout, this, &JobBar::refresh);
    connect(m_cancel, &QToolButton::clicked, this, &JobBar::cancel);
    // Queued: who starts a job offers it after that.
    connect(&workbench.jobs(), &Jobs::runningChanged, this, &JobBar::follow, Qt::QueuedConnection);
    hide();
}

void JobBar::follow() {
    const auto& running = m_workbench.jobs().running();
    const auto oldest = std::find_if(running.begin(), running.end(),
                                     [](const auto& job) { return job->offered() && !job->cancelled(); });
    const std::shared_ptr<JobState> job = oldest == running.end() ? nullptr : *oldest;
    if (std::exchange(m_job, job) == job)
        return;
    if (!job) {
        m_wait.stop();
        m_tick.stop();
        hide();
    } else if (!isVisible()) {
        m_wait.start();
    }
}

void JobBar::refresh() {
    if (!m_job)
        return;
    m_title->setText(m_job->title());
    m_progress->setAccessibleName(m_job->title());
    m_cancel->setToolTip(tr("Stop: %1").arg(m_job->title()));
    m_cancel->setAccessibleName(m_cancel->toolTip());
    const double done = m_job->progress();
    m_progress->setRange(0, done < 0 ? 0 : 100);
    m_progress->setValue(int(100 * done));
}

void JobBar::cancel() {
    if (!m_job)
        return;
    m_workbench.showMessage(tr("Stopped: %1.").arg(m_job->title()));
    m_job->cancel();
    follow();
}

} // namespace shardscape::app
