// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/remedy_list.h"

#include <algorithm>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/stages/simulate/comparison_model.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

using TriedRemedies = std::vector<simulator::TriedRemedy>;

/// As long as the run that the page shows, so that "before" is what stands there: in overload waiting grows with a run.
model::Result<TriedRemedies> tryAll(const Simulation& run, JobState& job) {
    const simulator::Scenario& scenario = run.compiled->scenario;
    simulator::NoProgress nobody;
    return simulator::tryRemedies(scenario, run.result, simulator::remediesFor(scenario, run.result), 1, job.token(),
                                  nobody);
}

QString milliseconds(std::optional<double> ms) {
    return ms ? formatNumber(*ms / 1000, estimator::Unit::Seconds) : QStringLiteral("–");
}

} // namespace

QString remedyWords(const simulator::Remedy& remedy) {
    using Kind = simulator::Remedy::Kind;
    const double number = remedy.whatIf.empty() ? 0 : remedy.whatIf.front().number;
    const QString count = formatNumber(number, estimator::Unit::None);
    switch (remedy.kind) {
    case Kind::MoreNodes: return RemedyList::tr("%1 nodes").arg(count);
    case Kind::MorePartitions: return RemedyList::tr("Split into %1 partitions").arg(count);
    case Kind::OtherRouter: return RemedyList::tr("Hash instead of ranges");
    case Kind::OtherKey: return RemedyList::tr("Another partition key");
    case Kind::Salt: return RemedyList::tr("Salt the hottest keys");
    case Kind::CopyHotKeys: return RemedyList::tr("Copy the hottest keys");
    case Kind::Cache: return RemedyList::tr("Cache %1 keys").arg(count);
    case Kind::OtherReplicas: return RemedyList::tr("Read from any replica");
    case Kind::EvenArrivals: return RemedyList::tr("Spread spikes with a queue");
    }
    return {};
}

RemedyList::RemedyList(Jobs& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_heading(makeGroupLabel(tr("Remedies, simulated")))
    , m_note(makeLabel({}, "muted", "caption"))
    , m_rows(new QVBoxLayout) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kSpaceInside, 0, 0);
    layout->setSpacing(kSpaceTight);
    m_rows->setSpacing(0);
    m_note->setWordWrap(true);
    layout->addWidget(m_heading);
    layout->addWidget(m_note);
    layout->addLayout(m_rows);
    hide();
}

RemedyList::~RemedyList() {
    if (m_job)
        m_job->cancel();
}

void RemedyList::setRun(const SimulationPtr& run) {
    if (run == m_run || (run && run->input.quick && m_run && run->input.layout == m_run->input.layout &&
                         run->input.project == m_run->input.project))
        return;
    m_run = run;
    if (m_job)
        m_job->cancel();
    m_job.reset();
    clear();
    if (!run || run->partial) {
        hide();
        return;
    }
    m_note->setText(tr("Trying what may help against what is hot …"));
    setVisible(!run->result.hot.empty());
    m_job = m_jobs.start<TriedRemedies>(
        tr("Trying remedies"), [run](JobState& job) { return tryAll(*run, job); }, this,
        [this](model::Result<TriedRemedies> tried) {
            m_job.reset();
            show(tried ? *tried : TriedRemedies());
        });
}

void RemedyList::clear() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_note->clear();
}

void RemedyList::show(const TriedRemedies& tried) {
    setVisible(!tried.empty());
    m_note->clear();
    for (const simulator::TriedRemedy& one : tried) {
        const simulator::FigureChange* p99 = one.comparison.find({}, "worst_p99_ms");
        const QString after = p99 ? milliseconds(p99->after) : QStringLiteral("–");
        if (p99 && m_note->text().isEmpty())
            m_note->setText(
                tr("Worst p99 now %1. Each by itself; click to suppose it.").arg(milliseconds(p99->before)));
        auto* row = new QPushButton(tr("%1: %2").arg(remedyWords(one.remedy), after));
        row->setProperty("look", "link");
        row->setObjectName(QStringLiteral("remedy"));
        QStringList specs;
        for (const simulator::WhatIf& what : one.remedy.whatIf)
            specs << QString::fromStdString(simulator::specOf(what));
        row->setToolTip(plainToolTip(specs.join(QStringLiteral(", ")) + QLatin1Char('\n') +
                                     costWords(one.comparison.costBefore, one.comparison.costAfter)));
        row->setAccessibleName(tr("%1: worst p99 %2").arg(remedyWords(one.remedy), after));
        row->setAccessibleDescription(row->toolTip());
        connect(row, &QPushButton::clicked, this, [this, whatIf = one.remedy.whatIf] { emit chosen(m_run, whatIf); });
        m_rows->addWidget(row);
    }
}

} // namespace shardscape::app
