// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/jobs.h"

namespace shardscape::app {

void JobState::hold(bool paused) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_paused.exchange(paused) == paused)
            return;
        const auto now = std::chrono::steady_clock::now();
        if (paused)
            m_pausedAt = now;
        else
            m_rested = m_rested + std::chrono::duration<double>(now - m_pausedAt).count();
    }
    m_wake.notify_all();
}

void JobState::rest() {
    if (!paused())
        return;
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, m_stop.get_token(), [this] { return !paused(); });
}

Jobs::Jobs(QObject* parent)
    : QObject(parent) {
    // A long run must not keep a short question waiting.
    m_pool.setMaxThreadCount(qMax(4, QThread::idealThreadCount()));
}

Jobs::~Jobs() {
    cancelAll();
    m_pool.waitForDone();
}

void Jobs::cancelAll() {
    for (const std::shared_ptr<JobState>& state : m_running)
        state->cancel();
}

void Jobs::add(std::shared_ptr<JobState> state) {
    m_running.push_back(std::move(state));
    emit runningChanged();
}

void Jobs::remove(const std::shared_ptr<JobState>& state) {
    std::erase(m_running, state);
    emit runningChanged();
}

} // namespace shardscape::app
