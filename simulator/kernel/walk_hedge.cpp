// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// The part of Walk that asks other replicas when an answer takes long.
#include <algorithm>

#include "simulator/kernel/walk.h"

namespace shardscape::simulator {

bool Walk::hedgeLater(std::int64_t now, const Answer& answer, Pending request) {
    const std::int64_t delay = m_clients[request.stream].delay->ns();
    if (answer.what != Answer::What::Answered || delay == kNever || answer.at <= now + delay ||
        request.deadline <= now + delay)
        return false;
    std::vector<Dispatch::Open>& open = m_dispatch.open();
    std::int64_t others = m_dispatch.othersAt();
    const auto late = std::stable_partition(open.begin(), open.end(),
                                            [&](const Dispatch::Open& one) { return one.at <= now + delay; });
    for (auto one = open.begin(); one != late; ++one)
        others = std::max(others, one->at);
    if (late == open.end())
        return false;
    if (m_unusedSets.empty()) {
        m_unusedSets.push_back(static_cast<std::uint32_t>(m_hedgeSets.size()));
        m_hedgeSets.emplace_back();
    }
    request.slot = m_unusedSets.back();
    m_unusedSets.pop_back();
    m_hedgeSets[request.slot].others = others;
    m_hedgeSets[request.slot].open.assign(late, open.end());
    request.hedges = 0;
    request.what = Pending::Do::Hedge;
    m_followUps.push(now + delay, request);
    return true;
}

void Walk::hedge(std::int64_t now, Pending request) {
    ClientState& client = m_clients[request.stream];
    HedgeSet& set = m_hedgeSets[request.slot];
    const Dispatch::Question question{now, request.deadline, request.key, request.stream};
    ClientCounts& tally = clients(request);
    const std::int64_t delay = client.delay->ns();
    ++request.hedges;
    Answer all{set.others};
    bool again = false;
    for (Dispatch::Open& open : set.open) {
        bool won = false;
        std::int64_t wasted = 0;
        if (open.at > now && (!client.limiter || client.limiter->take(now)) &&
            m_dispatch.askOther(question, open, won, wasted)) {
            ++tally.hedges;
            tally.hedgeWins += won ? 1 : 0;
            tally.wastedNs += wasted;
            again = again || open.at > now + delay;
        }
        all.at = std::max(all.at, open.at);
    }
    m_dispatch.heard().clear();
    request.workNs += m_dispatch.takeWork();
    if (again && request.hedges < client.spec->hedge->most && request.deadline > now + delay) {
        m_followUps.push(now + delay, request);
        return;
    }
    m_unusedSets.push_back(request.slot);
    proceed(now, all, request, request.step);
}

} // namespace shardscape::simulator
