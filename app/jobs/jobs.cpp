// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/jobs.h"

namespace shardscape::app {

Jobs::Jobs(QObject* parent)
    : QObject(parent) {
    m_pool.setMaxThreadCount(qMax(2, QThread::idealThreadCount() - 1));
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
