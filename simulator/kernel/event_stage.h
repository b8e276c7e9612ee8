// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "simulator/cluster/event_backlog.h"
#include "simulator/kernel/pending.h"
#include "simulator/kernel/run_state.h"
#include "simulator/measure/histogram.h"
#include "simulator/scenario/result.h"

namespace shardscape::simulator {

/// Queues of work done after the answer, with what is lost and delivered twice on the way. It decides nothing about
/// time; the walk asks it at the times that matter, does the steps of what it takes, and tells it when they are done.
class EventStage {
public:
    explicit EventStage(RunState& state);

    /// Puts the rest of a request into a queue; false when it is full.
    bool add(std::uint16_t queue, const Pending& request, std::int64_t now);
    /// What a free consumer has to work on next. Events that need no work (recognised, or lost with their consumer) are
    /// dealt with on the way.
    std::optional<Pending> take(std::uint16_t queue, std::int64_t now);
    /// The work of an event is done, or failed: its consumer is free. When it is to be delivered again, after how long.
    std::optional<std::int64_t> ended(Pending& event, std::int64_t now, bool done, bool mayComeAgain);
    /// Delivers an event again.
    void again(const Pending& event);

    /// Forgets counts, not state.
    void startMeasuring();
    std::vector<EventQueueResult> results() const;
    /// Of each queue, for the window that ends now.
    std::vector<WindowQueue> takeWindow();

private:
    struct Queue {
        const EventQueue* spec;
        EventBacklog<Pending> backlog;
        std::vector<const LostEvents*> losses;
        std::vector<const DuplicateEvents*> duplicates;
        std::vector<const ConsumerCrashes*> crashes;
        EventQueueResult counts;
        Histogram applied;
        std::uint64_t windowApplied = 0;
    };
    /// Whether one of the faults strikes.
    template <class Kind> bool strikes(const std::vector<const Kind*>& faults, std::uint32_t stream, std::int64_t now);
    bool counts(const Pending& event) const { return event.measured || !m_state.measuring; }

    RunState& m_state;
    std::vector<Queue> m_queues; ///< as Scenario::eventQueues
};

} // namespace shardscape::simulator
