// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "simulator/defences/admission_queue.h"
#include "simulator/defences/circuit_breaker.h"
#include "simulator/defences/hedge_delay.h"
#include "simulator/defences/token_bucket.h"
#include "simulator/kernel/pending.h"
#include "simulator/kernel/plan.h"

namespace shardscape::simulator {

/// What the clients of one stream remember.
struct ClientState {
    explicit ClientState(const ClientPlan& plan);

    const Client* spec;
    bool active;
    bool listens;
    std::int64_t timeoutNs;
    std::int64_t deadlineNs;
    std::optional<TokenBucket> budget;
    std::optional<TokenBucket> limiter;
    std::optional<CircuitBreaker> breaker;
    std::optional<AdmissionQueue<Pending>> admission;
    std::optional<HedgeDelay> delay;
};

struct BreakerTally {
    std::uint64_t opened = 0;
    std::int64_t openNs = 0;
};

} // namespace shardscape::simulator
