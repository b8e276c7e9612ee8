// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/simulation.h"

#include <algorithm>
#include <thread>

#include "simulator/compile/look.h"
#include "simulator/compile/supposed_design.h"
#include "simulator/kernel/replications.h"

namespace shardscape::app {
namespace {

class JobProgress final : public simulator::ProgressSink {
public:
    JobProgress(JobState& job, RunFeed* feed, std::size_t streams)
        : m_job(job)
        , m_feed(feed)
        , m_streams(streams) {}
    void progress(double share) override {
        m_job.setProgress(share);
        m_job.rest();
    }
    void hold() override { m_job.rest(); }
    void windowEnded(const simulator::RunSoFar& soFar) override {
        if (!m_feed)
            return;
        std::vector<simulator::StreamResult> streams;
        for (std::size_t i = 0; i < m_streams; ++i)
            streams.push_back(soFar.stream(std::uint32_t(i)));
        m_feed->put(soFar.window(), std::move(streams));
    }

private:
    JobState& m_job;
    RunFeed* m_feed; ///< null: nobody draws it while it runs
    std::size_t m_streams;
};

} // namespace

const estimator::PatternEstimate* Simulation::analytic(std::size_t stream) const {
    if (!input.supposed.empty() && !supposed && !partial)
        return nullptr;
    const std::string& name = result.streams[stream].pattern;
    const auto& patterns = estimate()->patterns;
    const auto at = std::find_if(patterns.begin(), patterns.end(), [&](const auto& one) { return one.name == name; });
    return at == patterns.end() ? nullptr : &*at;
}

model::Result<estimator::Estimate> supposedEstimate(const SimulationInput& input, std::stop_token stop) {
    const LayoutAnalysis* analysed = input.analysis->find(input.layout);
    if (!analysed || !analysed->profile || !analysed->estimate)
        return model::fail(model::ErrorCode::NotFound, "There are no numbers of this engine to start from.",
                           "Look at Estimate for what is missing.");
    const model::Layout* layout = input.project->layouts.find(input.layout);
    const auto design =
        layout ? simulator::supposedDesign(*input.project, *layout, *analysed->estimate, input.supposed) : std::nullopt;
    if (!design)
        return model::fail(model::ErrorCode::Unsupported, "There is no formula for what is supposed.",
                           "The simulation knows it.");
    return estimator::estimate(design->project, *analysed->profile, design->layout, {}, stop);
}

model::Result<SimulationPtr> simulate(const SimulationInput& input, JobState& job, RunFeed* feed) {
    const LayoutAnalysis* layout = input.analysis->find(input.layout);
    if (!layout || !layout->profile || !layout->estimate)
        return model::fail(model::ErrorCode::NotFound, "There are no numbers of this engine to simulate with.",
                           "Look at Estimate for what is missing.");
    auto made = input.quick ? simulator::compileLook(*input.project, *layout->profile, *layout->estimate, input.options,
                                                     input.supposed)
                            : simulator::compileSupposed(*input.project, *layout->profile, *layout->estimate,
                                                         input.options, input.supposed);
    if (!made)
        return model::fail(made.error());
    const auto compiled = std::make_shared<const simulator::Compiled>(std::move(*made));
    if (feed)
        feed->begin(compiled);
    Simulation simulation{input, compiled, {}};
    if (!input.supposed.empty())
        if (auto supposed = supposedEstimate(input, job.token()))
            simulation.supposed = std::move(*supposed);
    JobProgress progress(job, feed, compiled->scenario.streams.size());
    simulator::ReplicationOptions replications;
    replications.replications = input.replications;
    replications.threads = std::max(1U, std::thread::hardware_concurrency());
    auto result = input.quick ? simulator::look(compiled->scenario, replications.threads, job.token(), progress)
                              : simulator::runReplications(compiled->scenario, replications, job.token(), progress);
    if (!result)
        return model::fail(result.error());
    simulation.result = std::move(*result);
    simulation.result.wallSeconds -= job.restedSeconds();
    return std::make_shared<const Simulation>(std::move(simulation));
}

std::shared_ptr<Simulation> begunSimulation(const SimulationInput& input,
                                            std::shared_ptr<const simulator::Compiled> compiled) {
    auto begun = std::make_shared<Simulation>(Simulation{input, std::move(compiled), {}});
    begun->partial = true;
    begun->result = simulator::begunRun(begun->compiled->scenario);
    return begun;
}

bool sameRun(const SimulationInput& a, const SimulationInput& b) {
    return a.project == b.project && a.layout == b.layout && a.supposed == b.supposed &&
           a.options.seed == b.options.seed && a.options.warmup == b.options.warmup &&
           a.options.moment == b.options.moment &&
           (a.quick || b.quick || (a.options.requests == b.options.requests && a.replications == b.replications));
}

} // namespace shardscape::app
