// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/load_panel.h"

#include <algorithm>

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/charts/chart_view.h"
#include "app/stages/simulate/remedy_list.h"
#include "app/stages/simulate/run_charts.h"
#include "app/stages/simulate/run_words.h"
#include "app/stages/simulate/time_scrubber.h"
#include "app/theme/metrics.h"
#include "simulator/scenario/moment.h"

namespace shardscape::app {
namespace {

constexpr int kSideWidth = 250;

/// The table whose busiest partition has most operations above its table's mean: where the skew hurts.
int mostUneven(const simulator::RunResult& result) {
    int found = 0;
    double most = -1;
    for (std::size_t i = 0; i < result.tables.size(); ++i) {
        double sum = 0;
        double largest = 0;
        for (const simulator::PartitionResult& partition : result.tables[i].partitions) {
            sum += double(partition.operations);
            largest = std::max(largest, double(partition.operations));
        }
        const double excess = largest - sum / std::max(1.0, double(result.tables[i].partitions.size()));
        if (excess > most) {
            most = excess;
            found = int(i);
        }
    }
    return found;
}

} // namespace

LoadPanel::LoadPanel(ThemeScope& scope, Jobs& jobs)
    : ChartCard(tr("Load per partition over time"), scope)
    , m_scope(scope)
    , m_table(new QComboBox)
    , m_scrubber(new TimeScrubber(scope))
    , m_momentWord(makeLabel({}, "muted", "caption"))
    , m_whole(new QPushButton(tr("Whole run")))
    , m_side(new QWidget)
    , m_title(makeLabel({}, "muted", "caption"))
    , m_text(makeLabel({}))
    , m_remedies(new RemedyList(jobs)) {
    m_table->setAccessibleName(tr("Structure"));
    addChoice(m_table);
    buildSide();
    auto* across = new QHBoxLayout;
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(view(), 1);
    auto* below = new QHBoxLayout;
    below->setSpacing(kSpaceInside);
    left->addWidget(m_scrubber);
    below->addWidget(m_momentWord);
    below->addWidget(m_whole);
    below->addStretch();
    left->addLayout(below);
    across->addLayout(left, 1);
    across->addWidget(m_side);
    body()->addLayout(across, 1);
    setMinimumHeight(290);
    m_whole->setProperty("look", "link");
    m_whole->setToolTip(tr("Back to the whole run (Esc on the slider)"));
    connect(m_whole, &QPushButton::clicked, this, [this] {
        m_following = false;
        m_scrubber->setMoment(kWholeRun);
        showChoice();
        emit chosen();
    });
    connect(m_table, &QComboBox::activated, this, [this] {
        m_partition = -1;
        drawHeat();
        showChoice();
        emit chosen();
    });
    connect(m_scrubber, &TimeScrubber::momentChosen, this, [this] {
        m_following = false;
        m_partition = -1; // what is hot in the moment
        showChoice();
        emit chosen();
    });
    connect(view(), &ChartView::stopSelected, this, &LoadPanel::takeStop);
    connect(view(), &ChartView::plotMoved, this, &LoadPanel::alignScrubber);
}

void LoadPanel::buildSide() {
    m_side->setFixedWidth(kSideWidth);
    auto* layout = new QVBoxLayout(m_side);
    layout->setContentsMargins(kSpaceInside, 0, 0, 0);
    layout->setSpacing(kSpaceTight);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("explanation"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_remedies);
    layout->addStretch();
}

void LoadPanel::setRun(SimulationPtr run) {
    // The same engine again, with another slider: what one looks at stays.
    const bool again = m_run && run && m_run->input.layout == run->input.layout && !m_run->partial && !run->partial;
    const QString before = m_table->currentText();
    const int momentBefore = again ? moment() : kWholeRun;
    m_run = std::move(run);
    m_following = m_run && m_run->partial;
    m_table->clear();
    m_remedies->setRun(m_run);
    if (!m_run)
        return;
    const auto& tables = m_run->result.tables;
    for (const simulator::TableResult& table : tables)
        m_table->addItem(table.name.empty() ? tr("all") : QString::fromStdString(table.name));
    m_table->setVisible(tables.size() > 1);
    const int same = again ? m_table->findText(before) : -1;
    m_table->setCurrentIndex(same >= 0 ? same : mostUneven(m_run->result));
    if (same < 0)
        m_partition = -1;
    if (m_partition >= 0 && std::size_t(m_partition) >= tables[table()].partitions.size())
        m_partition = -1;
    drawHeat();
    m_scrubber->setMoment(momentBefore < int(m_run->result.series.size()) ? momentBefore : kWholeRun);
    grow();
}

void LoadPanel::grow() {
    if (!m_run)
        return;
    if (m_run->partial)
        drawHeat();
    m_scrubber->setMoments(int(m_run->result.series.size()),
                           [run = m_run](int moment) { return momentWord(*run, moment); });
    if (m_following)
        m_scrubber->setMoment(int(m_run->result.series.size()) - 1);
    alignScrubber();
    showChoice();
}

std::size_t LoadPanel::table() const {
    return std::size_t(std::max(0, m_table->currentIndex()));
}

int LoadPanel::moment() const {
    return m_scrubber->moment();
}

void LoadPanel::setMoment(int moment) {
    m_following = false;
    m_scrubber->setMoment(moment);
    showChoice();
}

void LoadPanel::setPartition(int partition) {
    m_partition = partition;
    showChoice();
}

QString LoadPanel::words() const {
    return m_title->text() + QLatin1Char('\n') + m_text->text();
}

void LoadPanel::takeStop(int stop) {
    const auto& chart = std::get<HeatChart>(view()->chart());
    const int columns = int(chart.columns.size());
    m_following = false;
    m_scrubber->setMoment(stop % columns);
    const HeatRows heat(*m_run, table());
    const auto row = std::size_t(stop / columns);
    // The busiest of the partitions that the row stands for.
    const auto& counts = m_run->result.series[std::size_t(stop % columns)].operations[table()];
    std::size_t run = row * heat.runsPerRow;
    for (std::size_t i = run; i < std::min((row + 1) * heat.runsPerRow, counts.size()); ++i)
        if (counts[i] > counts[run])
            run = i;
    m_partition = int(heat.firstOfRun(run));
    showChoice();
    emit chosen();
}

void LoadPanel::drawHeat() {
    if (table() < m_run->result.tables.size())
        view()->setChart(loadHeatChart(*m_run, table()));
    const simulator::TableResult& shown = m_run->result.tables[table()];
    if (m_run->partial)
        setCaption(tr("%1 partitions").arg(shown.partitions.size()));
    else
        setCaption(tr("max/mean %1 · Gini %2 · %3 partitions")
                       .arg(shown.observed.maxOverMean, 0, 'f', 2)
                       .arg(shown.observed.gini, 0, 'f', 2)
                       .arg(shown.partitions.size()));
}

void LoadPanel::alignScrubber() {
    if (!m_run || m_run->result.series.empty())
        return;
    const QRect plot = view()->plotRect();
    const auto& series = m_run->result.series;
    const double seen =
        double(series.size()) / std::max<double>(double(series.size()), m_run->compiled->scenario.windows);
    m_scrubber->setTrack(plot.left(), plot.right(), m_run->partial ? seen : 1);
}

void LoadPanel::showChoice() {
    if (!m_run || m_run->result.tables.empty())
        return;
    const int at = moment();
    m_whole->setVisible(at >= 0);
    m_momentWord->setText(at >= 0 ? m_scrubber->text() : tr("Whole run; drag to look at a moment"));
    const simulator::TableResult& of = m_run->result.tables[table()];
    int shown = m_partition;
    if (shown < 0)
        shown =
            at >= 0 ? int(simulator::busiestAt(m_run->result, table(), std::size_t(at)).value_or(0)) : int(of.hottest);
    const QString name = m_partition < 0 ? tr("Partition %1, the hottest") : tr("Partition %1");
    m_title->setText(name.arg(shown) + (at >= 0 ? QStringLiteral(" · ") + m_scrubber->text() : QString()));
    if (at >= 0)
        m_text->setText(explainMoment(*m_run, table(), at, shown));
    else
        m_text->setText(m_run->partial ? QString() : explainPartition(*m_run, table(), shown));
    // A run that goes on is followed without marks: they would hide what is new.
    const bool marked = at >= 0 && !m_following;
    view()->setMarker(marked ? std::optional(momentOnAxis(*m_run, at)) : std::nullopt);
    const auto* chart = std::get_if<HeatChart>(&view()->chart());
    if (!chart || chart->columns.empty() || m_following) {
        view()->setSelectedStop(-1);
        return;
    }
    const int columns = int(chart->columns.size());
    const int row = int(HeatRows(*m_run, table()).rowOf(std::size_t(shown)));
    int column = std::min(at, columns - 1);
    if (at < 0)
        for (int i = column = 0; i < columns; ++i)
            if (chart->at(row, i) > chart->at(row, column))
                column = i;
    view()->setSelectedStop(row * columns + column);
}

} // namespace shardscape::app
