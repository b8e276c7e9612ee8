// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/compare_card.h"

#include <algorithm>

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "app/stages/simulate/comparison_model.h"
#include "app/stages/simulate/run_words.h"
#include "app/stages/tables.h"
#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

constexpr int kMostRows = 10;
constexpr int kAroundRows = 84;

} // namespace

CompareCard::CompareCard(ThemeScope& scope, QWidget* parent)
    : Card(tr("Beside the pinned run"), parent)
    , m_model(new ComparisonModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView)
    , m_cost(makeLabel({}, "muted")) {
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(kSortRole);
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Comparison"));
    setUpTable(*m_table, scope);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_cost->setWordWrap(true);
    m_cost->setObjectName(QStringLiteral("cost"));
    auto* unpin = new QPushButton(tr("Unpin"));
    unpin->setProperty("look", "link");
    connect(unpin, &QPushButton::clicked, this, &CompareCard::unpinRequested);
    addControl(unpin);
    body()->addWidget(m_cost);
    body()->addWidget(m_table);
    hide();
}

void CompareCard::setRuns(const SimulationPtr& before, const SimulationPtr& after) {
    setVisible(before && after && before != after);
    if (isHidden())
        return;
    m_model->setRuns(*before, *after);
    m_cost->setText(costWords(m_model->comparison().costBefore, m_model->comparison().costAfter));
    QString fairness = tr("same random numbers");
    if (before->input.options.seed != after->input.options.seed)
        fairness = tr("other random numbers: chance differs, too");
    if (before->input.options.requests != after->input.options.requests)
        fairness = tr("▲ another number of requests: what grows with time differs, too");
    setCaption(tr("pinned: %1 · %2").arg(describeDesign(*before), fairness));
    setFixedHeight(kRowHeight * (std::min(kMostRows, m_model->rowCount()) + 1) + kAroundRows);
}

} // namespace shardscape::app
