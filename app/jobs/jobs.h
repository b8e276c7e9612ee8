// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>

#include "model/base/result.h"

namespace shardscape::app {

/// What a running job shares with the window: how far it is, and the wish to hold or stop it. Thread-safe.
class JobState {
public:
    explicit JobState(QString title)
        : m_title(std::move(title)) {}

    const QString& title() const { return m_title; }
    std::stop_token token() const { return m_stop.get_token(); }
    void cancel() { m_stop.request_stop(); }
    /// The user may end it, and it has nowhere else to tell how far it is: the status line shows it when it takes long.
    void offer() { m_offered.store(true, std::memory_order_relaxed); }
    bool offered() const { return m_offered.load(std::memory_order_relaxed); }
    bool cancelled() const { return m_stop.stop_requested(); }
    /// 0 … 1, or negative when unknown.
    double progress() const { return m_progress.load(std::memory_order_relaxed); }
    void setProgress(double fraction) { m_progress.store(fraction, std::memory_order_relaxed); }

    /// Holds the work where it next calls rest(), until it goes on or is cancelled. Jobs that never rest take no
    /// notice.
    void pause() { hold(true); }
    void resume() { hold(false); }
    bool paused() const { return m_paused.load(std::memory_order_relaxed); }
    /// For the work, from any of its threads: returns at once, or when a pause ends.
    void rest();
    /// The pauses that have ended, which are not time spent working.
    double restedSeconds() const { return m_rested.load(std::memory_order_relaxed); }

private:
    void hold(bool paused);

    QString m_title;
    std::stop_source m_stop;
    std::atomic<double> m_progress{-1.0};
    std::atomic<bool> m_offered{false};
    std::atomic<bool> m_paused{false};
    std::atomic<double> m_rested{0.0};
    std::chrono::steady_clock::time_point m_pausedAt; ///< by who pauses alone
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
};

/// Work away from the window's thread.
///
/// A job is a function of a snapshot: it owns what it reads, polls its stop token and may tell its progress; it touches
/// no QObject. Its result is delivered in the window's thread, and dropped when the receiver is gone or the job was
/// cancelled. An exception in a job becomes an error of code Io that says so.
class Jobs : public QObject {
    Q_OBJECT
public:
    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override;

    /// Starts work(state) → model::Result<T>; done(Result<T>) is called in the receiver's thread. The handle can
    /// cancel.
    template <class T>
    std::shared_ptr<JobState> start(const QString& title, std::function<model::Result<T>(JobState&)> work,
                                    QObject* receiver, std::function<void(model::Result<T>)> done) {
        auto state = std::make_shared<JobState>(title);
        add(state);
        // Delivered through the event loop even if the work is over at once: the caller has its handle first.
        auto deliver = [this, state, alive = QPointer<QObject>(receiver), done = std::move(done)](const auto& result) {
            remove(state);
            if (alive && !state->cancelled())
                done(std::move(*result));
        };
        m_pool.start([this, state, work = std::move(work), deliver = std::move(deliver)]() mutable {
            auto result = std::make_shared<model::Result<T>>(finished<T>(work, *state));
            QMetaObject::invokeMethod(
                this, [deliver = std::move(deliver), result]() mutable { deliver(result); }, Qt::QueuedConnection);
        });
        return state;
    }

    /// What is running, oldest first.
    const std::vector<std::shared_ptr<JobState>>& running() const { return m_running; }
    void cancelAll();

signals:
    void runningChanged();

private:
    template <class T>
    static model::Result<T> finished(const std::function<model::Result<T>(JobState&)>& work, JobState& state) {
        try {
            return work(state);
        } catch (const std::exception& error) {
            return model::fail(model::ErrorCode::Io, std::string("The work stopped unexpectedly: ") + error.what(),
                               "Please report this with the project that shows it.");
        }
    }
    void add(std::shared_ptr<JobState> state);
    void remove(const std::shared_ptr<JobState>& state);

    QThreadPool m_pool;
    std::vector<std::shared_ptr<JobState>> m_running;
};

} // namespace shardscape::app
