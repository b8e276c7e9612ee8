// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/tiers_report.h"

#include <cmath>

#include <fmt/format.h>

#include "app/report/words.h"
#include "estimator/growth/tiers.h"

namespace shardscape::app {

using namespace estimator;

namespace {

std::string daysText(const Figure& days) {
    return std::isfinite(days.value()) ? fmt::format("{:g} days", days.value()) : "for ever";
}

ReportTable byEntity(const Estimate& estimate, const model::Project& project) {
    ReportTable table{"Rows by age",
                      fmt::format("Rows and bytes in {} months, one copy; tiers outside of the engine are empty now.",
                                  estimate.growth.size() - 1),
                      {{"Rows of", false},
                       {"Are in", false},
                       {"Medium", false},
                       {"From", true},
                       {"Until", true},
                       {"Kept of each", true},
                       {"Bytes of a row", true},
                       {"Rows", true},
                       {"Bytes", true}},
                      {}};
    for (const TierEstimate& tier : estimate.tiers) {
        const model::Entity* entity = estimate.subject(project).entities.find(tier.entity);
        table.rows.push_back({entity ? estimate.subject(project).displayName(*entity) : "", tier.name,
                              say(name(tier.medium)), daysText(tier.fromDays), daysText(tier.untilDays),
                              written(tier.rowsKept), written(tier.rowBytes), written(tier.rows), written(tier.bytes)});
    }
    return table;
}

ReportTable byYear(const Estimate& estimate, const std::vector<TierSeries>& series) {
    ReportTable table{"Storage by tier", "One copy, after so many months.", {{"Tier", false}, {"Medium", false}}, {}};
    for (std::size_t month = 0; month < estimate.growth.size(); month += 12)
        table.columns.push_back({std::to_string(month), true});
    for (const TierSeries& one : series) {
        std::vector<std::string> row{one.name, say(name(one.medium))};
        for (std::size_t month = 0; month < estimate.growth.size(); month += 12)
            row.push_back(written(one.bytes[month], Unit::Bytes));
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

std::vector<ReportTable> tierTables(const Estimate& estimate, const model::Project& project) {
    std::vector<ReportTable> out;
    if (estimate.tiers.empty() || estimate.growth.empty())
        return out;
    out.push_back(byEntity(estimate, project));
    if (const std::vector<TierSeries> series = tierSeries(estimate); !series.empty())
        out.push_back(byYear(estimate, series));
    return out;
}

} // namespace shardscape::app
