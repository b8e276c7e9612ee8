// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "simulator/compile/compile.h"
#include "simulator/scenario/result.h"

namespace shardscape::app {

/// What arrived from a run since it was last asked.
struct RunNews {
    std::shared_ptr<const simulator::Compiled> compiled; ///< of a run that has just begun; else null
    std::vector<simulator::Window> windows;              ///< that ended, in order
    std::vector<simulator::StreamResult> streams;        ///< as they are now; empty where no window ended
};

/// The way of a run's windows from its thread to the page: the run puts copies in, the page takes them out when it has
/// time to draw. Neither waits for the other longer than it takes to move a vector. Thread-safe.
class RunFeed {
public:
    void begin(std::shared_ptr<const simulator::Compiled> compiled);
    void put(simulator::Window window, std::vector<simulator::StreamResult> streams);
    RunNews take();

private:
    std::mutex m_mutex;
    RunNews m_news;
};

} // namespace shardscape::app
