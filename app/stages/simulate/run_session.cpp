// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/run_session.h"

#include <algorithm>

#include "app/stages/engine_switch.h"

namespace shardscape::app {
namespace {

/// How often the page looks for news of a run: as often as a person can see a chart move.
constexpr int kPollMs = 80;
/// A slider that rests for so long is asked about.
constexpr int kSettleMs = 60;

} // namespace

RunSession::RunSession(Workbench& workbench, SimulateFunction simulateWith, QObject* parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_simulate(simulateWith ? std::move(simulateWith) : SimulateFunction(&simulate)) {
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, &RunSession::poll);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &RunSession::startLook);
    connect(&workbench.document(), &Document::changed, this, [this](const Change& change) {
        if (change.kind == Change::Kind::Reset)
            forget();
        m_supposed.reset();
        emit changed();
    });
    connect(&workbench.analysis(), &AnalysisService::analysisReady, this, &RunSession::changed);
    connect(&workbench.selection(), &Selection::layoutChanged, this, [this] {
        stopLook();
        m_supposed.reset();
        emit changed();
    });
}

RunSession::~RunSession() {
    for (const auto& job : {m_run, m_look, m_suppose, m_pinLook})
        if (job)
            job->cancel();
}

void RunSession::forget() {
    cancel();
    stopLook();
    m_last.clear();
    m_error.reset();
    m_supposed.reset();
    unpin();
}

bool RunSession::canRun() const {
    return !m_run && m_workbench.analysis().isCurrent() && m_workbench.estimate();
}

SimulationInput RunSession::inputOf(const RunWish& wish, bool quick) const {
    return {m_workbench.project(),
            m_workbench.analysis().latest(),
            m_workbench.selection().layout(),
            wish.options,
            wish.supposed,
            quick,
            wish.replications};
}

void RunSession::run(const RunWish& wish) {
    if (!canRun())
        return;
    stopLook();
    m_error.reset();
    m_live.reset();
    m_runInput = inputOf(wish, false);
    m_feed = std::make_shared<RunFeed>();
    m_run = m_workbench.jobs().start<SimulationPtr>(
        tr("Simulating %1").arg(engineTitle(m_workbench, m_runInput.analysis->find(m_runInput.layout)->engine)),
        [input = m_runInput, feed = m_feed, simulateWith = m_simulate](JobState& job) {
            return simulateWith(input, job, feed.get());
        },
        this,
        [this, layout = m_runInput.layout](model::Result<SimulationPtr> result) { finish(std::move(result), layout); });
    m_poll.start();
    emit changed();
}

void RunSession::poll() {
    RunNews news = m_feed->take();
    if (news.compiled)
        m_live = begunSimulation(m_runInput, std::move(news.compiled));
    if (m_live && !news.windows.empty()) {
        const bool first = m_live->result.series.empty();
        for (simulator::Window& window : news.windows)
            m_live->result.series.push_back(std::move(window));
        m_live->result.streams = std::move(news.streams);
        const simulator::Window& last = m_live->result.series.back();
        m_live->result.simulatedSeconds = last.fromSeconds + last.seconds;
        if (first)
            emit changed();
    }
    emit arrived();
}

void RunSession::finish(model::Result<SimulationPtr> result, model::LayoutId layout) {
    m_poll.stop();
    m_run.reset();
    m_live.reset();
    m_feed.reset();
    if (result) {
        m_last[layout] = *result;
        m_workbench.selection().setLayout(layout);
    } else {
        m_error = result.error();
        m_workbench.showError(*m_error);
    }
    emit changed();
}

void RunSession::pause() {
    if (!m_run || m_run->paused())
        return;
    m_run->pause();
    emit changed();
}

void RunSession::resume() {
    if (!isPaused())
        return;
    m_run->resume();
    emit changed();
}

void RunSession::cancel() {
    if (!m_run)
        return;
    m_run->cancel(); // wakes it where it rests; its result will not be delivered
    m_run.reset();
    m_live.reset();
    m_feed.reset();
    m_poll.stop();
    emit changed();
}

void RunSession::look(const RunWish& wish) {
    if (m_run || !last() || !canRun())
        return;
    m_wanted = wish;
    if (m_suppose)
        m_suppose->cancel();
    const SimulationInput input = inputOf(wish, true);
    m_suppose = m_workbench.jobs().start<estimator::Estimate>(
        tr("Estimating"), [input](JobState& job) { return supposedEstimate(input, job.token()); }, this,
        [this](model::Result<estimator::Estimate> estimate) {
            m_suppose.reset();
            m_supposed.reset();
            if (estimate)
                m_supposed = std::move(*estimate);
            emit supposedChanged();
        });
    if (m_look)
        m_look->cancel();
    m_look.reset();
    m_settle.start();
    emit changed();
}

void RunSession::startLook() {
    if (!canRun())
        return;
    const SimulationInput input = inputOf(m_wanted, true);
    m_look = m_workbench.jobs().start<SimulationPtr>(
        tr("Simulating"),
        [input, simulateWith = m_simulate](JobState& job) { return simulateWith(input, job, nullptr); }, this,
        [this, layout = input.layout](model::Result<SimulationPtr> result) {
            m_look.reset();
            if (result)
                m_last[layout] = *result;
            else
                m_workbench.showError(result.error());
            emit changed();
        });
}

void RunSession::stopLook() {
    m_settle.stop();
    for (auto* job : {&m_look, &m_suppose})
        if (*job) {
            (*job)->cancel();
            job->reset();
        }
}

SimulationPtr RunSession::last() const {
    const auto found = m_last.find(m_workbench.selection().layout());
    return found == m_last.end() ? nullptr : found->second;
}

SimulationPtr RunSession::shown() const {
    const bool live = m_live && !m_live->result.series.empty() && m_runInput.layout == m_workbench.selection().layout();
    return live ? m_live : last();
}

bool RunSession::modelChanged() const {
    const SimulationPtr run = shown();
    return run && run->input.project != m_workbench.project();
}

bool RunSession::isStale(const RunWish& wish) const {
    const SimulationPtr run = shown();
    return run && !run->partial && !sameRun(run->input, inputOf(wish, false));
}

SimulationPtr RunSession::beside() const {
    const SimulationPtr run = shown();
    return run && run->input.quick ? m_pinnedLook : m_pinned;
}

void RunSession::pin(const SimulationPtr& run) {
    if (!run || run->partial || run == m_pinned)
        return;
    dropPin();
    m_pinned = run;
    if (m_pinned->input.quick) {
        m_pinnedLook = m_pinned;
    } else {
        SimulationInput input = m_pinned->input;
        input.quick = true;
        m_pinLook = m_workbench.jobs().start<SimulationPtr>(
            tr("Simulating"),
            [input, simulateWith = m_simulate](JobState& job) { return simulateWith(input, job, nullptr); }, this,
            [this](model::Result<SimulationPtr> result) {
                m_pinLook.reset();
                if (result)
                    m_pinnedLook = *result;
                emit pinnedChanged();
            });
    }
    emit pinnedChanged();
}

void RunSession::dropPin() {
    if (m_pinLook)
        m_pinLook->cancel();
    m_pinLook.reset();
    m_pinned.reset();
    m_pinnedLook.reset();
}

void RunSession::unpin() {
    if (!m_pinned)
        return;
    dropPin();
    emit pinnedChanged();
}

} // namespace shardscape::app
