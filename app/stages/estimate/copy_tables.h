// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/stages/estimate/outlook_tables.h"
#include "estimator/copies/fan_out.h"
#include "estimator/copies/side_by_side.h"

namespace shardscape::app {

/// Designs with copies below the normalised one, pattern by pattern, then the ways to fan out.
CellTable copyTable(const estimator::SideBySides& beside, const std::vector<estimator::FanOutReport>& fanOuts,
                    const std::string& currency);
/// The option that each row of that table is about; nullptr for headings and fan-outs. They point into "beside".
std::vector<const estimator::CopyOption*> copyRows(const estimator::SideBySides& beside);
/// How a copy is kept in step, in words.
QString upkeepText(model::UpkeepPath path);
/// What each row of that table comes to, in words; same order.
std::vector<QString> copyVerdicts(const estimator::SideBySides& beside,
                                  const std::vector<estimator::FanOutReport>& fanOuts);

} // namespace shardscape::app
