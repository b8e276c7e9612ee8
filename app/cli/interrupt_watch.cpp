// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt_watch.h"

#include <ctime>

namespace shardscape::app {

#if defined(__unix__)

InterruptWatch::InterruptWatch() {
    sigset_t watched;
    sigemptyset(&watched);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE})
        sigaddset(&watched, signal);
    pthread_sigmask(SIG_BLOCK, &watched, &m_before);
    m_watcher = std::jthread([this](std::stop_token over) {
        sigset_t asked;
        sigemptyset(&asked);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            sigaddset(&asked, signal);
        const timespec patience{0, 50'000'000}; // until it is seen that the watch is over
        while (!over.stop_requested())
            if (sigtimedwait(&asked, nullptr, &patience) > 0)
                m_stop.request_stop();
    });
}

InterruptWatch::~InterruptWatch() {
    m_watcher.request_stop();
    m_watcher.join();
    // What is still pending would end the program now, before its message is out; the command ends it by itself.
    sigset_t waiting;
    sigemptyset(&waiting);
    sigpending(&waiting);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE})
        if (sigismember(&waiting, signal) == 1) {
            sigset_t one;
            sigemptyset(&one);
            sigaddset(&one, signal);
            int taken = 0;
            sigwait(&one, &taken);
        }
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

#else

InterruptWatch::InterruptWatch() = default;
InterruptWatch::~InterruptWatch() = default;

#endif

} // namespace shardscape::app
