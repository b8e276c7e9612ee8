// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/estimate/outlook_service.h"

#include <algorithm>

#include <QSettings>
#include <QThread>

#include "model/base/resources.h"

namespace shardscape::app {
namespace {

QString settingsKey(const std::string& engine) {
    return QStringLiteral("prices/") + QString::fromStdString(engine);
}

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
    const auto folders = model::priceFolders();
    auto prices = folders ? model::PriceBook::load(*folders) : model::fail(folders.error());
    if (prices)
        m_prices = std::move(*prices);
    else
        QMetaObject::invokeMethod(
            this, [this, error = prices.error()] { m_workbench.showError(error); }, Qt::QueuedConnection);
    const QSettings settings;
    for (const QString& path : settings.value(QStringLiteral("prices/files")).toStringList())
        addFile(path);
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

/// A file that is gone or broken since it was chosen is left out: the engine then has its first sheet again.
void OutlookService::addFile(const QString& path) {
    auto sheet = model::readPriceSheet(path.toStdString());
    if (!sheet)
        return;
    std::vector<model::PriceSheet> sheets = m_prices.sheets();
    std::erase_if(sheets, [&](const model::PriceSheet& one) { return one.name == sheet->name; });
    sheets.push_back(std::move(*sheet));
    m_prices = model::PriceBook(std::move(sheets));
}

QString OutlookService::sheetOf(const std::string& engine) const {
    const QString name = QSettings().value(settingsKey(engine)).toString();
    return m_prices.find(name.toStdString()) ? name : QString();
}

void OutlookService::chooseSheet(const std::string& engine, const QString& name) {
    QSettings settings;
    if (name.isEmpty())
        settings.remove(settingsKey(engine));
    else
        settings.setValue(settingsKey(engine), name);
    restart();
}

bool OutlookService::useFile(const std::string& engine, const QString& path) {
    const auto sheet = model::readPriceSheet(path.toStdString());
    if (!sheet) {
        m_workbench.showError(sheet.error());
        return false;
    }
    QSettings settings;
    QStringList files = settings.value(QStringLiteral("prices/files")).toStringList();
    files.removeAll(path);
    files.append(path);
    settings.setValue(QStringLiteral("prices/files"), files);
    addFile(path);
    chooseSheet(engine, QString::fromStdString(sheet->name));
    return true;
}

void OutlookService::setTrafficGrowth(double perMonth) {
    if (perMonth == m_trafficGrowth)
        return;
    m_trafficGrowth = perMonth;
    restart();
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
    m_sensitivity.reset();
    m_copies.reset();
    const auto subject = subjectOf(m_workbench);
    emit changed();
    if (!subject)
        return;
    using Finished = std::shared_ptr<const estimator::Outlook>;
    estimator::OutlookOptions options;
    options.prices = sheetOf(subject->layout.engine).toStdString();
    options.headroom.trafficGrowthPerMonth = m_trafficGrowth;
    const auto work = [subject = *subject, prices = m_prices, options](JobState& state) -> model::Result<Finished> {
        auto outlook = estimator::outlookOf(*subject.analysis->project, *subject.numbers->profile, subject.layout,
                                            *subject.numbers->estimate, prices, options, state.token());
        if (!outlook)
            return model::fail(outlook.error());
        return std::make_shared<const estimator::Outlook>(std::move(*outlook));
    };
    m_job = m_workbench.jobs().start<Finished>(tr("Looking ahead"), work, this, [this](model::Result<Finished> result) {
        m_job.reset();
        if (result)
            m_outlook = std::move(*result);
        else
            m_workbench.showError(result.error());
        emit changed();
    });
}

void OutlookService::rank() {
    const auto subject = subjectOf(m_workbench);
    if (!subject || m_ranking)
        return;
    const auto work = [subject = *subject, prices = m_prices,
                       sheet = sheetOf(subject->layout.engine).toStdString()](JobState& state) {
        return estimator::sensitivityOf(*subject.analysis->project, *subject.numbers->profile, subject.layout, prices,
                                        sheet, {.threads = std::max(1, QThread::idealThreadCount())}, state.token(),
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
    estimator::SideBySideOptions options;
    options.prices = sheetOf(subject->layout.engine).toStdString();
    const auto work = [subject = *subject, prices = m_prices,
                       options](JobState& state) -> model::Result<CopyComparison> {
        CopyComparison out;
        const model::Project& project = *subject.analysis->project;
        const estimator::Estimate& numbers = *subject.numbers->estimate;
        out.fanOuts = estimator::fanOutReports(project, *subject.numbers->profile, subject.layout, numbers);
        auto beside =
            estimator::sideBySide(project, *subject.numbers->profile, subject.layout, numbers, prices, options,
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
