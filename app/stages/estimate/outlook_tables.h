// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/charts/chart_data.h"
#include "app/stages/estimate/cell_table_model.h"
#include "estimator/capacity/outlook.h"
#include "estimator/sensitivity/sensitivity.h"

/// What follows from an estimate as finished tables and charts, for the page and for the report.
namespace shardscape::app {

struct CellTable {
    std::vector<CellTableModel::Column> columns;
    std::vector<std::vector<Cell>> rows;
};

CellTable costTable(const estimator::CostEstimate& cost);
CellTable headroomTable(const std::vector<estimator::Headroom>& calendar);
CellTable ladderTable(const std::vector<estimator::Rung>& ladder);
CellTable indexTable(const std::vector<estimator::IndexReport>& indexes);
CellTable shardKeyTable(const std::vector<estimator::ShardKeyReport>& reports);
CellTable durationTable(const std::vector<estimator::Duration>& durations);
CellTable consistencyTable(const std::vector<estimator::ConsistencyEstimate>& patterns);
CellTable assumptionTable(const estimator::Sensitivity& sensitivity, const std::string& currency);

/// "now", "in 7 months", "in 2 y 3 mo", "not in ten years".
QString monthText(const std::optional<int>& month);
/// "$4,203" and the like: estimator::formatMoney in the window's words.
QString moneyText(double amount, const std::string& currency);
/// How much each assumption moves the answer, the most influential first; at most so many.
RankChart influenceChart(const estimator::Sensitivity& sensitivity, std::size_t most = 12);
/// The months in which storage and other limits are reached, for the growth chart.
std::vector<Mark> limitMarks(const std::vector<estimator::Headroom>& calendar, int months);

} // namespace shardscape::app
