// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/simulate_stage.h"

#include <algorithm>
#include <cmath>

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/charts/chart_view.h"
#include "app/stages/engine_switch.h"
#include "app/stages/property_list.h"
#include "app/stages/simulate/answer_line.h"
#include "app/stages/simulate/load_panel.h"
#include "app/stages/simulate/run_controls.h"
#include "app/stages/simulate/run_inspector.h"
#include "app/stages/simulate/run_page.h"
#include "app/stages/simulate/run_session.h"
#include "app/stages/simulate/run_words.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/sentences.h"
#include "app/theme/widgets.h"

namespace shardscape::app {

SimulateStage::SimulateStage(Workbench& workbench, QWidget* parent, SimulateFunction simulateWith)
    : Stage(workbench, parent)
    , m_session(new RunSession(workbench, std::move(simulateWith), this)) {
    buildActions();
    build();
    connectSession();
    refresh();
}

SimulateStage::~SimulateStage() = default;

void SimulateStage::connectSession() {
    connect(m_session, &RunSession::changed, this, &SimulateStage::refresh);
    connect(m_session, &RunSession::pinnedChanged, this, &SimulateStage::refresh);
    connect(m_session, &RunSession::supposedChanged, this, &SimulateStage::showAnswer);
    connect(m_session, &RunSession::arrived, this, [this] {
        m_controls->showProgress(m_session->isRunning(), m_session->progress());
        if (m_shown && m_shown->partial && !m_session->isPaused())
            m_page->grow();
    });
    connect(m_cancel, &QAction::triggered, m_session, &RunSession::cancel);
    connect(m_page, &RunPage::unpinRequested, m_session, &RunSession::unpin);
}

void SimulateStage::continueFrom(Stage& before) {
    auto* other = qobject_cast<SimulateStage*>(&before);
    if (!other)
        return;
    m_controls->continueFrom(*other->m_controls);
    disconnect(other->m_session, nullptr, other, nullptr);
    for (QAction* action : {m_run, m_pause, m_cancel, m_pin})
        disconnect(action, nullptr, other, nullptr);
    disconnect(m_cancel, nullptr, other->m_session, nullptr);
    delete m_session;
    m_session = std::exchange(other->m_session, nullptr);
    m_session->setParent(this);
    connectSession();
    refresh();
}

void SimulateStage::buildActions() {
    Actions& actions = workbench().actions();
    m_run = actions.add({QStringLiteral("simulate.run"),
                         tr("&Run"),
                         QStringLiteral("run"),
                         {QKeySequence(Qt::Key_F5)},
                         Menu::Run,
                         false,
                         false,
                         tr("Simulate the current engine under the written traffic")});
    m_run->setProperty("primary", true);
    m_pause = actions.add({QStringLiteral("simulate.pause"),
                           tr("&Pause"),
                           QStringLiteral("pause"),
                           {QKeySequence(Qt::Key_F6)},
                           Menu::Run,
                           false,
                           false,
                           tr("Hold the simulation that runs, or let it go on")});
    m_cancel = actions.add({QStringLiteral("simulate.cancel"),
                            tr("&Cancel"),
                            QStringLiteral("stop"),
                            {QKeySequence(QStringLiteral("Shift+F5"))},
                            Menu::Run,
                            false,
                            false,
                            tr("Stop the simulation that runs")});
    m_pin = actions.add({QStringLiteral("simulate.pin"),
                         tr("P&in"),
                         QStringLiteral("pin"),
                         {QKeySequence(Qt::Key_F7)},
                         Menu::Run,
                         false,
                         true,
                         tr("Keep this run and draw the next ones beside it")});
    m_switch = new EngineSwitchAction(workbench(), this);
    connect(m_run, &QAction::triggered, this, &SimulateStage::run);
    connect(m_pause, &QAction::triggered, this,
            [this] { m_session->isPaused() ? m_session->resume() : m_session->pause(); });
    connect(m_pin, &QAction::triggered, this,
            [this](bool on) { on ? m_session->pin(m_session->last()) : m_session->unpin(); });
}

QList<QAction*> SimulateStage::headerActions() {
    return {m_switch, m_pin, m_pause, m_cancel, m_run};
}

void SimulateStage::activate() {
    refresh();
    if (m_page->isVisible())
        m_page->load()->view()->setFocus(Qt::OtherFocusReason);
}

void SimulateStage::build() {
    m_controls = new RunControls;
    m_answer = new AnswerLine;
    m_controls->addAnswer(m_answer);
    connect(m_controls, &RunControls::changed, this, [this] {
        if (m_shown && !m_shown->partial && isStale())
            m_session->look(m_controls->wish());
        refresh();
    });
    connect(m_controls, &RunControls::refused, &workbench(), &Workbench::showError);
    m_empty = new EmptyState(workbench().theme(), QStringLiteral("simulate"), {}, {});
    m_emptyRun = m_empty->addButton(tr("Run"), true);
    connect(m_emptyRun, &QPushButton::clicked, this, &SimulateStage::run);
    m_emptyGo = m_empty->addButton(tr("Choose engines"), true);
    connect(m_emptyGo, &QPushButton::clicked, this, [this] { workbench().goTo(QStringLiteral("physical")); });
    m_page = new RunPage(workbench());
    connect(m_page, &RunPage::streamChosen, this, &SimulateStage::showAnswer);
    connect(m_page, &RunPage::remedyChosen, this, &SimulateStage::takeRemedy);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_controls);
    layout->addWidget(buildStaleBar());
    layout->addWidget(m_pages, 1);
}

QWidget* SimulateStage::buildStaleBar() {
    m_staleBar = new QFrame;
    m_staleBar->setObjectName(QStringLiteral("staleBar"));
    m_staleBar->setProperty("look", "strip");
    m_staleText = makeLabel({}, "warn");
    m_staleRun = new QPushButton(tr("Run again"));
    m_staleRun->setProperty("look", "link");
    connect(m_staleRun, &QPushButton::clicked, this, &SimulateStage::run);
    auto* layout = new QHBoxLayout(m_staleBar);
    layout->setContentsMargins(kSpaceAround, kSpaceTight, kSpaceAround, kSpaceTight);
    layout->addWidget(m_staleText);
    layout->addWidget(m_staleRun);
    layout->addStretch();
    m_staleBar->hide();
    return m_staleBar;
}

void SimulateStage::run() {
    m_session->run(m_controls->wish());
}

/// Supposes a remedy of the run it was found for, instead of another one, and keeps that run beside it.
void SimulateStage::takeRemedy(const SimulationPtr& run, const std::vector<simulator::WhatIf>& whatIf) {
    m_session->pin(run);
    std::vector<simulator::WhatIf> supposed = run->input.supposed;
    supposed.insert(supposed.end(), whatIf.begin(), whatIf.end());
    m_controls->setSupposed(supposed);
}

bool SimulateStage::isRunning() const {
    return m_session->isRunning();
}

bool SimulateStage::isStale() const {
    return m_session->isStale(m_controls->wish());
}

void SimulateStage::refresh() {
    m_shown = m_session->shown();
    if (const estimator::Estimate* estimate = workbench().estimate())
        if (std::isfinite(estimate->nodes.count.value()))
            m_controls->setDesignNodes(int(estimate->nodes.count.value()));
    const LayoutAnalysis* analysed = workbench().analysis().latest()->find(workbench().selection().layout());
    m_controls->setManaged(analysed && analysed->profile &&
                           analysed->profile->replication == model::Replication::Managed);
    showState();
    m_pages->setCurrentIndex(m_shown ? 1 : 0);
    showEmpty();
    m_page->setRun(m_shown, m_session->beside());
    showStale();
    showStatus();
    showAnswer();
    showInspector();
}

void SimulateStage::showState() {
    const bool running = m_session->isRunning();
    const bool paused = m_session->isPaused();
    m_run->setEnabled(m_session->canRun());
    m_run->setVisible(!running);
    for (QAction* action : {m_pause, m_cancel}) {
        action->setVisible(running);
        action->setEnabled(running);
    }
    m_pause->setText(paused ? tr("&Continue") : tr("&Pause"));
    m_pin->setEnabled(m_session->last() || m_session->pinned());
    m_pin->setChecked(m_session->pinned() != nullptr);
    m_pin->setText(m_session->pinned() ? tr("Unp&in") : tr("P&in"));
    m_controls->showProgress(running, m_session->progress());
    m_emptyRun->setEnabled(m_run->isEnabled());
}

/// Why the last run failed, or none can begin; null when nothing is in the way.
const model::Error* SimulateStage::obstacle() const {
    if (m_session->error())
        return &*m_session->error();
    const LayoutAnalysis* analysed = workbench().analysis().latest()->find(workbench().selection().layout());
    return analysed && !analysed->estimate ? &analysed->estimate.error() : nullptr;
}

void SimulateStage::showEmpty() {
    const bool noEngine = workbench().project()->layouts.empty();
    m_controls->setVisible(!noEngine);
    m_emptyGo->setVisible(noEngine);
    m_emptyRun->setVisible(!noEngine && !m_session->isRunning());
    if (noEngine)
        m_empty->setText(
            tr("No engine to simulate"),
            tr("A simulation sends the written traffic through the partitions and nodes of an engine. Choose one "
               "to begin."));
    else if (m_session->isRunning())
        m_empty->setText(m_session->isPaused() ? tr("Paused") : tr("Simulating…"),
                         tr("The window stays free meanwhile."));
    else if (const model::Error* error = obstacle())
        m_empty->setText(tr("The simulation could not run"),
                         said(error->message) + QLatin1Char(' ') + said(error->advice));
    else
        m_empty->setText(
            tr("Not simulated yet"),
            tr("Run the written traffic through this engine to see which partitions get hot, which keys make them "
               "so, and what that does to the latency of each pattern."));
}

void SimulateStage::showStale() {
    const bool stale = isStale();
    const bool answering = stale && m_session->isLooking();
    m_staleBar->setVisible(stale && !answering && !m_session->isRunning());
    m_staleText->setText(m_session->modelChanged() ? tr("▲ The model changed since this run.")
                                                   : tr("▲ Other settings than this run's."));
    m_staleRun->setEnabled(m_run->isEnabled());
    m_page->setDimmed(stale);
}

void SimulateStage::showStatus() {
    if (m_session->isPaused())
        m_controls->setStatus(tr("paused at %1").arg(formatShare(std::max(0.0, m_session->progress()))));
    else if (m_session->isRunning())
        m_controls->setStatus(tr("running…"));
    else if (m_session->isLooking())
        m_controls->setStatus(tr("looking…"));
    else
        m_controls->setStatus(m_shown ? describeRun(*m_shown) : QString());
}

void SimulateStage::showAnswer() {
    const int stream = m_page->stream();
    if (!m_shown || m_shown->partial || stream < 0 || std::size_t(stream) >= m_shown->result.streams.size()) {
        m_answer->clear();
        return;
    }
    const simulator::StreamResult& simulated = m_shown->result.streams[std::size_t(stream)];
    const estimator::PatternEstimate* analytic = m_shown->analytic(std::size_t(stream));
    AnswerLine::Answer answer;
    answer.pattern = QString::fromStdString(simulated.pattern.empty() ? simulated.name : simulated.pattern);
    const bool stale = isStale();
    answer.simulatedIsOld = answer.analyticIsOld = stale;
    if (stale && m_session->supposed()) {
        const auto& patterns = m_session->supposed()->patterns;
        const auto at = std::find_if(patterns.begin(), patterns.end(),
                                     [&](const auto& one) { return one.name == simulated.pattern; });
        if (at != patterns.end()) {
            analytic = &*at;
            answer.analyticIsOld = false;
        }
    }
    if (analytic) {
        answer.analyticSeconds = analytic->p99.value();
        if (analytic->wantedP99)
            answer.wantedSeconds = analytic->wantedP99->value();
    }
    if (simulated.count > 0)
        answer.simulatedSeconds = simulated.latency.p99Ms / 1000;
    if (const auto interval = simulated.ci95.find("p99_ms"); interval != simulated.ci95.end())
        answer.intervalSeconds = {interval->second.low / 1000, interval->second.high / 1000};
    m_answer->show(answer);
}

QWidget* SimulateStage::inspector() {
    if (!m_list) {
        m_list = new PropertyList(workbench());
        showInspector();
    }
    return m_list;
}

void SimulateStage::showInspector() {
    if (!m_list || (m_shown && m_shown->partial))
        return;
    m_list->clear();
    if (m_session->isRunning() && !m_shown)
        m_list->addHeading(tr("Results"), tr("Simulating…"));
    else if (m_shown)
        inspectRun(*m_list, *m_shown, engineTitle(workbench(), m_shown->estimate()->design.engine), isStale());
    else
        m_list->addHeading(tr("Results"), tr("Run to see them"));
}

} // namespace shardscape::app
