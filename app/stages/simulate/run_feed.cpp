// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/run_feed.h"

#include <utility>

namespace shardscape::app {

void RunFeed::begin(std::shared_ptr<const simulator::Compiled> compiled) {
    const std::lock_guard lock(m_mutex);
    m_news = {std::move(compiled), {}, {}};
}

void RunFeed::put(simulator::Window window, std::vector<simulator::StreamResult> streams) {
    const std::lock_guard lock(m_mutex);
    m_news.windows.push_back(std::move(window));
    m_news.streams = std::move(streams);
}

RunNews RunFeed::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_news, {});
}

} // namespace shardscape::app
