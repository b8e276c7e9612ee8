// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace shardscape::app {

/// While it lives, Ctrl+C and a request to terminate do not end the program but ask for a stop, so that a command can
/// clean up. Threads that are to be covered start after it. A server that hangs up (SIGPIPE) is an error of the write.
/// Where there is no sigtimedwait (macOS, Windows) it watches nothing.
class InterruptWatch {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
#if defined(__unix__)
    sigset_t m_before{};
    std::jthread m_watcher;
#endif
};

} // namespace shardscape::app
