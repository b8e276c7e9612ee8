// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/latency_panel.h"

#include <QComboBox>

#include "app/charts/chart_view.h"
#include "app/stages/simulate/run_charts.h"

namespace shardscape::app {
namespace {

/// The stream that misses its wanted p99 by most, or has the largest p99.
int worstStream(const Simulation& simulation) {
    int worst = 0;
    double excess = 0;
    for (std::size_t i = 0; i < simulation.result.streams.size(); ++i) {
        const estimator::PatternEstimate* analytic = simulation.analytic(i);
        const double wanted = analytic && analytic->wantedP99 ? analytic->wantedP99->value() : 1;
        const double over = simulation.result.streams[i].latency.p99Ms / 1000 / wanted;
        if (over > excess) {
            excess = over;
            worst = int(i);
        }
    }
    return worst;
}

} // namespace

LatencyPanel::LatencyPanel(ThemeScope& scope)
    : ChartCard({}, scope)
    , m_stream(new QComboBox)
    , m_views(new SegmentedControl) {
    m_stream->setAccessibleName(tr("Pattern"));
    addChoice(m_stream);
    m_stream->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_stream->setMinimumContentsLength(9);
    m_views->setItems({tr("Latency"), tr("CDF"), tr("Tail")});
    m_views->setToolTip(tr("Latency over time, its distribution, or its percentiles with the tail spread out"));
    addLead(m_views);
    setMinimumHeight(230);
    connect(m_stream, &QComboBox::activated, this, [this] {
        draw();
        emit streamChosen(stream());
    });
    connect(m_views, &SegmentedControl::currentChanged, this, &LatencyPanel::draw);
}

void LatencyPanel::setRun(SimulationPtr run, SimulationPtr before) {
    const bool another = run != m_run;
    m_run = std::move(run);
    m_before = std::move(before);
    if (!m_run)
        return;
    if (another)
        fillStreams();
    draw();
}

void LatencyPanel::fillStreams() {
    const QString before = m_stream->currentText();
    const bool chosen = m_stream->currentIndex() > 0;
    m_stream->clear();
    m_stream->addItem(tr("all patterns, p99"));
    for (const simulator::StreamResult& stream : m_run->result.streams)
        m_stream->addItem(QString::fromStdString(stream.pattern.empty() ? stream.name : stream.pattern));
    const int same = chosen ? m_stream->findText(before) : -1;
    m_stream->setCurrentIndex(same >= 0 ? same : m_run->partial ? 0 : worstStream(*m_run) + 1);
    m_stream->setToolTip(m_stream->currentText());
}

void LatencyPanel::grow() {
    if (m_run)
        draw();
}

void LatencyPanel::setMoment(int moment) {
    m_moment = moment;
    const bool overTime = m_views->current() == OverTime;
    view()->setMarker(m_run && overTime && moment >= 0 ? std::optional(momentOnAxis(*m_run, moment)) : std::nullopt);
}

int LatencyPanel::stream() const {
    return m_stream->currentIndex() - 1;
}

void LatencyPanel::setStream(int stream) {
    m_stream->setCurrentIndex(stream + 1);
    draw();
}

void LatencyPanel::setShown(View shown) {
    m_views->setCurrent(shown);
}

void LatencyPanel::draw() {
    if (!m_run)
        return;
    switch (m_views->current()) {
    case Distribution: view()->setChart(latencyCdfChart(*m_run, stream(), m_before.get())); break;
    case Tail: view()->setChart(latencyTailChart(*m_run, stream(), m_before.get())); break;
    default: view()->setChart(latencyChart(*m_run, stream(), m_before.get())); break;
    }
    setMoment(m_moment);
}

} // namespace shardscape::app
