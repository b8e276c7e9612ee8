// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/estimate/outlook_service.h"

#include <algorithm>

#include <QThread>

#include "app/jobs/design_numbers.h"

namespace shardscape::app {
namespace {

/// What follows from one layout, and the design that all make together.
struct Ahead {
    std::shared_ptr<const estimator::Outlook> outlook;
    estimator::PolyglotDesign design;
};

/// What a job works on: nothing in it changes any more.
struct Subject {
    AnalysisPtr analysis;
    const LayoutAnalysis* numbers;
    model::Layout layout;
};

std::optional<Subject> subjectOf(Workbench& workbench) {
    const AnalysisPtr& analysis = workbench.analysis().latest();
    const LayoutAnalysis* numbers = analysis->find(workbench.selection().layout());
    if (!analysis->project || !numbers || !numbers->profile || !numbers->estimate)
        return std::nullopt;
    const model::Layout* layout = analysis->project->layouts.find(numbers->layout);
    return layout ? std::optional(Subject{analysis, numbers, *layout}) : std::nullopt;
}

} // namespace

OutlookService::OutlookService(Workbench& workbench, QObject* parent)
    : QObject(parent)
    , m_workbench(workbench) {
    connect(&workbench.analysis(), &AnalysisService::analysisReady, this, &OutlookService::restart);
    connect(&workbench.selection(), &Selection::layoutChanged, this, &OutlookService::restart);
    restart();
}

OutlookService::~OutlookService() {
    if (m_job)
        m_job->cancel();
    if (m_ranking)
        m_ranking->cancel();
    if (m_comparing)
        m_comparing->cancel();
}

void OutlookService::restart() {
    if (m_job)
        m_job->cancel();
    m_job.reset();
    cancelRanking();
    if (m_comparing)
        m_comparing->cancel();
    m_comparing.reset();
    m_outlook.reset();
    m_design = {};
    m_sensitivity.reset();
    m_copies.reset();
    const auto subject = subjectOf(m_workbench);
    emit changed();
    if (!subject)
        return;
    const auto work = [subject = *subject,
                       prices = m_workbench.analysis().prices()](JobState& state) -> model::Result<Ahead> {
        auto outlook = estimator::outlookOf(*subject.analysis->project, *subject.numbers->profile, subject.layout,
                                            *subject.numbers->estimate, prices, {}, state.token());
        if (!outlook)
            return model::fail(outlook.error());
        return Ahead{std::make_shared<const estimator::Outlook>(std::move(*outlook)),
                     estimator::polyglotOf(*subject.analysis->project, numbersOf(*subject.analysis))};
    };
    m_job = m_workbench.jobs().start<Ahead>(tr("Looking ahead"), work, this, [this](model::Result<Ahead> result) {
        m_job.reset();
        if (result) {
            m_outlook = std::move(result->outlook);
            m_design = std::move(result->design);
        } else {
            m_workbench.showError(result.error());
        }
        emit changed();
    });
}

void OutlookService::rank() {
    const auto subject = subjectOf(m_workbench);
    if (!subject || m_ranking)
        return;
    const auto work = [subject = *subject, prices = m_workbench.analysis().prices()](JobState& state) {
        return estimator::sensitivityOf(*subject.analysis->project, *subject.numbers->profile, subject.layout, prices,
                                        {}, {.threads = std::max(1, QThread::idealThreadCount())}, state.token(),
                                        [&state](double share) { state.setProgress(share); });
    };
    m_ranking = m_workbench.jobs().start<estimator::Sensitivity>(tr("Ranking assumptions"), work, this,
                                                                 [this](model::Result<estimator::Sensitivity> result) {
                                                                     m_ranking.reset();
                                                                     if (result)
                                                                         m_sensitivity = std::move(*result);
                                                                     else
                                                                         m_workbench.showError(result.error());
                                                                     emit changed();
                                                                 });
    emit changed();
}

void OutlookService::compareCopies() {
    const auto subject = subjectOf(m_workbench);
    if (!subject || m_comparing)
        return;
    const auto work = [subject = *subject,
                       prices = m_workbench.analysis().prices()](JobState& state) -> model::Result<CopyComparison> {
        CopyComparison out;
        const model::Project& project = *subject.analysis->project;
        const estimator::Estimate& numbers = *subject.numbers->estimate;
        out.fanOuts = estimator::fanOutReports(project, *subject.numbers->profile, subject.layout, numbers);
        auto beside = estimator::sideBySide(project, *subject.numbers->profile, subject.layout, numbers, prices, {},
                                            state.token(), [&state](double share) { state.setProgress(share); });
        if (!beside)
            return model::fail(beside.error());
        out.sideBySide = std::move(*beside);
        return out;
    };
    m_comparing = m_workbench.jobs().start<CopyComparison>(tr("Comparing copies"), work, this,
                                                           [this](model::Result<CopyComparison> result) {
                                                               m_comparing.reset();
                                                               if (result)
                                                                   m_copies = std::move(*result);
                                                               else
                                                                   m_workbench.showError(result.error());
                                                               emit changed();
                                                           });
    emit changed();
}

void OutlookService::cancelRanking() {
    if (!m_ranking)
        return;
    m_ranking->cancel();
    m_ranking.reset();
    emit changed();
}

} // namespace shardscape::app
