// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/simulation.h"

#include <algorithm>

#include "simulator/kernel/run.h"

namespace shardscape::app {
namespace {

class JobProgress final : public simulator::ProgressSink {
public:
    explicit JobProgress(JobState& job)
        : m_job(job) {}
    void progress(double share) override { m_job.setProgress(share); }

private:
    JobState& m_job;
};

} // namespace

const estimator::PatternEstimate* Simulation::analytic(std::size_t stream) const {
    const std::string& name = result.streams[stream].pattern;
    const auto& patterns = estimate()->patterns;
    const auto at = std::find_if(patterns.begin(), patterns.end(), [&](const auto& one) { return one.name == name; });
    return at == patterns.end() ? nullptr : &*at;
}

model::Result<SimulationPtr> simulate(const SimulationInput& input, JobState& job) {
    const LayoutAnalysis* layout = input.analysis->find(input.layout);
    if (!layout || !layout->profile || !layout->estimate)
        return model::fail(model::ErrorCode::NotFound, "There are no numbers of this engine to simulate with.",
                           "Look at Estimate for what is missing.");
    auto compiled = simulator::compileScenario(*input.project, *layout->profile, *layout->estimate, input.options);
    if (!compiled)
        return model::fail(compiled.error());
    JobProgress progress(job);
    auto result = simulator::run(compiled->scenario, {}, job.token(), progress);
    if (!result)
        return model::fail(result.error());
    return std::make_shared<const Simulation>(Simulation{input, std::move(*compiled), std::move(*result)});
}

} // namespace shardscape::app
