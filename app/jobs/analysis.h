// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include <QObject>

#include "app/document/document.h"
#include "app/jobs/jobs.h"
#include "estimator/cost/cost.h"
#include "estimator/summary/estimate.h"
#include "model/engine/engine_profile.h"
#include "model/price/price_sheet.h"

namespace shardscape::app {

/// The numbers of one layout of one version of the project.
struct LayoutAnalysis {
    model::LayoutId layout;
    std::string engine;                            ///< profile name
    const model::EngineProfile* profile = nullptr; ///< nullptr when the catalogue does not know the engine
    model::Result<estimator::Estimate> estimate;
    estimator::CostEstimate cost = {}; ///< of the estimate; not priced without one
};

/// All that the estimator says about one version of the project. Immutable, shared by every view.
struct Analysis {
    ProjectPtr project;
    std::shared_ptr<const model::EngineCatalogue> catalogue; ///< keeps the profiles alive
    std::vector<LayoutAnalysis> layouts;                     ///< in the order of project->layouts

    const LayoutAnalysis* find(model::LayoutId layout) const;
    /// The estimate of a layout; nullptr when it is not there or failed.
    const estimator::Estimate* estimate(model::LayoutId layout) const;
};
using AnalysisPtr = std::shared_ptr<const Analysis>;

/// How estimates are made: estimator::estimate, or a test's own function.
using EstimateFunction = std::function<model::Result<estimator::Estimate>(
    const model::Project&, const model::EngineProfile&, const model::Layout&, const estimator::EstimateOptions&,
    std::stop_token)>;

/// Keeps the numbers up to date (without an estimator: those it is given): after each change of the document all
/// layouts are estimated in the background, an older run is cancelled and its result dropped.
class AnalysisService : public QObject {
    Q_OBJECT
public:
    /// Without prices nothing is priced.
    AnalysisService(Document& document, Jobs& jobs, std::shared_ptr<const model::EngineCatalogue> catalogue,
                    std::shared_ptr<const model::PriceBook> prices, EstimateFunction estimate,
                    QObject* parent = nullptr);

    const std::shared_ptr<const model::EngineCatalogue>& catalogue() const { return m_catalogue; }
    const model::PriceBook& prices() const { return *m_prices; }
    /// Takes numbers that were made elsewhere.
    void adopt(AnalysisPtr analysis);
    /// The latest finished analysis; never null, empty before the first.
    const AnalysisPtr& latest() const { return m_latest; }
    /// The one before it; never null.
    const AnalysisPtr& previous() const { return m_previous; }
    /// True when latest() is of the document's present version.
    bool isCurrent() const;

signals:
    void analysisReady(std::shared_ptr<const shardscape::app::Analysis> analysis);
    /// The document moved on: latest() is of an older version until analysisReady().
    void stale();

private:
    void restart();

    Document& m_document;
    Jobs& m_jobs;
    std::shared_ptr<const model::EngineCatalogue> m_catalogue;
    std::shared_ptr<const model::PriceBook> m_prices; ///< never null
    EstimateFunction m_estimate;
    AnalysisPtr m_latest;
    AnalysisPtr m_previous;
    std::shared_ptr<JobState> m_job;
    bool m_pending = false;
};

} // namespace shardscape::app
