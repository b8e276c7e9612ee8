// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/clients.h"

namespace shardscape::simulator {

ClientState::ClientState(const ClientPlan& plan)
    : spec(plan.spec)
    , active(plan.active)
    , listens(plan.listens)
    , timeoutNs(plan.timeoutNs)
    , deadlineNs(plan.deadlineNs) {
    if (spec->budget)
        budget.emplace(spec->budget->burst, spec->budget->perSecond);
    if (spec->rateLimit)
        limiter.emplace(spec->rateLimit->burst, spec->rateLimit->perSecond);
    if (spec->breaker)
        breaker.emplace(*spec->breaker);
    if (spec->admission)
        admission.emplace(*spec->admission);
    if (spec->hedge)
        delay.emplace(*spec->hedge);
}

} // namespace shardscape::simulator
