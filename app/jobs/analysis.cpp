// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/analysis.h"

#include <algorithm>
#include <functional>
#include <future>

#include <QMetaObject>

#include "app/jobs/design_numbers.h"

namespace shardscape::app {

const LayoutAnalysis* Analysis::find(model::LayoutId layout) const {
    auto at = std::find_if(layouts.begin(), layouts.end(), [&](const LayoutAnalysis& l) { return l.layout == layout; });
    return at == layouts.end() ? nullptr : &*at;
}

const estimator::Estimate* Analysis::estimate(model::LayoutId layout) const {
    const LayoutAnalysis* found = find(layout);
    return found && found->estimate ? &*found->estimate : nullptr;
}

AnalysisService::AnalysisService(Document& document, Jobs& jobs,
                                 std::shared_ptr<const model::EngineCatalogue> catalogue,
                                 std::shared_ptr<const model::PriceBook> prices, EstimateFunction estimate,
                                 QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_jobs(jobs)
    , m_catalogue(std::move(catalogue))
    , m_prices(prices ? std::move(prices) : std::make_shared<const model::PriceBook>())
    , m_estimate(std::move(estimate))
    , m_latest(std::make_shared<const Analysis>())
    , m_previous(m_latest) {
    connect(&m_document, &Document::changed, this, [this] {
        if (m_job)
            m_job->cancel();
        emit stale();
        // Changes of one turn of the event loop (a composite gesture) make one run.
        if (!m_pending) {
            m_pending = true;
            QMetaObject::invokeMethod(this, &AnalysisService::restart, Qt::QueuedConnection);
        }
    });
}

bool AnalysisService::isCurrent() const {
    return m_latest->project == m_document.project();
}

void AnalysisService::adopt(AnalysisPtr analysis) {
    m_previous = m_latest;
    m_latest = std::move(analysis);
    emit analysisReady(m_latest);
}

void AnalysisService::restart() {
    m_pending = false;
    if (!m_estimate)
        return;
    const ProjectPtr project = m_document.project();
    const auto work = [project, catalogue = m_catalogue, prices = m_prices,
                       estimate = m_estimate](JobState& state) -> model::Result<AnalysisPtr> {
        auto analysis = std::make_shared<Analysis>();
        analysis->project = project;
        analysis->catalogue = catalogue;
        const auto estimateLayout = [&](const model::Layout& layout, const model::EngineProfile* profile) {
            return profile ? estimate(*project, *profile, layout, {}, state.token())
                           : model::fail(model::ErrorCode::NotFound,
                                         "There is no engine profile named " + layout.engine + ".",
                                         "Add the profile to your engines folder or remove the engine from Physical.");
        };
        // Layouts have nothing to do with each other: one thread each.
        std::vector<std::future<model::Result<estimator::Estimate>>> results;
        for (const model::Layout& layout : project->layouts) {
            const model::EngineProfile* profile = catalogue ? catalogue->find(layout.engine) : nullptr;
            analysis->layouts.push_back({layout.id, layout.engine, profile, estimator::Estimate{}, {}});
            results.push_back(std::async(std::launch::async, estimateLayout, std::cref(layout), profile));
        }
        for (std::size_t i = 0; i < results.size(); ++i) {
            LayoutAnalysis& numbers = analysis->layouts[i];
            numbers.estimate = results[i].get();
            if (const model::Layout* layout = project->layouts.find(numbers.layout); layout && numbers.estimate)
                numbers.cost = estimator::costOf(*project, *numbers.profile, *layout, *numbers.estimate, *prices);
        }
        if (state.cancelled())
            return model::fail(model::ErrorCode::Cancelled, "cancelled");
        // What is wrong between engines is wrong with each of them.
        const std::vector<estimator::Problem> between = estimator::polyglotOf(*project, numbersOf(*analysis)).problems;
        for (LayoutAnalysis& layout : analysis->layouts)
            if (layout.estimate && layout.estimate->kept && !layout.estimate->kept->whole) {
                std::vector<estimator::Problem>& own = layout.estimate->problems;
                own.insert(own.begin(), between.begin(), between.end());
                std::stable_sort(own.begin(), own.end(), [](const estimator::Problem& a, const estimator::Problem& b) {
                    return static_cast<int>(a.severity) > static_cast<int>(b.severity);
                });
            }
        return AnalysisPtr(std::move(analysis));
    };
    m_job = m_jobs.start<AnalysisPtr>(tr("Estimating"), work, this, [this](model::Result<AnalysisPtr> result) {
        if (!result || (*result)->project != m_document.project())
            return;
        adopt(*result);
    });
}

} // namespace shardscape::app
