// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "simulator/scenario/result.h"
#include "simulator/scenario/scenario.h"

/// What holds for every scenario whatsoever. Each function says what does not, in words; empty when all is well.
namespace shardscape::tests {

/// Any text is read or refused with a message that says where; what is read is written and read back as the same.
std::string readerHolds(const std::string& text);

/// Numbers of a run that are bounded or add up: requests, shares, utilisations, percentiles.
std::string resultHolds(const simulator::Scenario& scenario, const simulator::RunResult& run);

/// Runs a scenario that checkScenario accepts, several times: resultHolds, the same twice, the same in batches and
/// walked one by one.
std::string runHolds(const simulator::Scenario& scenario);

/// Runs replications of it: the same on one thread and on two, and intervals around what they are of.
std::string replicationsHold(const simulator::Scenario& scenario);

/// Supposes something about it, which is refused with a message or gives a scenario that runs. `number` says what.
std::string supposedHolds(const simulator::Scenario& scenario, std::uint64_t number);

} // namespace shardscape::tests
