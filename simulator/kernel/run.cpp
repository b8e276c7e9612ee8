// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/run.h"

#include <chrono>

#include "simulator/kernel/assembly.h"
#include "simulator/scenario/scenario_json.h"

namespace shardscape::simulator {

model::Result<RunResult> run(const Scenario& scenario, const RunOptions& options, std::stop_token stop,
                             ProgressSink& progress) {
    const auto began = std::chrono::steady_clock::now();
    if (auto checked = checkScenario(scenario); !checked)
        return model::fail(checked.error());
    const Plan plan = makePlan(scenario);
    Engine engine(plan, options);
    if (!engine.run(stop, progress))
        return model::fail(model::ErrorCode::Cancelled, "the simulation was stopped");
    RunResult result = assemble(plan, expect(plan), hottestKeys(plan, options.hottestKeys), options, engine);
    result.wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    return result;
}

} // namespace shardscape::simulator
