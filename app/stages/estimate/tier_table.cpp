// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/estimate/tier_table.h"

#include <cmath>

#include <QCoreApplication>

#include "app/stages/estimate/estimate_charts.h"
#include "app/theme/numbers.h"

namespace shardscape::app {

using namespace estimator;

namespace {

struct TierTable {
    Q_DECLARE_TR_FUNCTIONS(TierTable)
};

/// Days as a duration; the figure stays behind it.
Cell age(const Figure& days) {
    Cell cell = Cell::number(days);
    cell.text = days.value() <= 0             ? TierTable::tr("at once")
                : std::isfinite(days.value()) ? formatNumber(days.value() * model::kSecondsPerDay, Unit::Seconds)
                                              : TierTable::tr("for ever");
    return cell;
}

} // namespace

CellTable tierTable(const Estimate& estimate, const model::Project& project) {
    const std::size_t months = estimate.growth.empty() ? 0 : estimate.growth.size() - 1;
    CellTable table{{{TierTable::tr("Rows of")},
                     {TierTable::tr("Are in")},
                     {TierTable::tr("Where")},
                     {TierTable::tr("From"), true},
                     {TierTable::tr("Until"), true},
                     {TierTable::tr("Rows kept"), true},
                     {TierTable::tr("Bytes of a row"), true},
                     {TierTable::tr("Rows in %1 months").arg(months), true},
                     {TierTable::tr("Bytes then"), true}},
                    {}};
    for (const TierEstimate& tier : estimate.tiers) {
        const model::Entity* entity = estimate.subject(project).entities.find(tier.entity);
        table.rows.push_back(
            {Cell::words(entity ? QString::fromStdString(estimate.subject(project).displayName(*entity)) : QString()),
             Cell::words(tier.tier ? QString::fromStdString(tier.name) : TierTable::tr("the engine")),
             Cell::words(tierMediumText(tier.medium)), age(tier.fromDays), age(tier.untilDays),
             Cell::number(tier.rowsKept), Cell::number(tier.rowBytes), Cell::number(tier.rows),
             Cell::number(tier.bytes)});
    }
    return table;
}

} // namespace shardscape::app
