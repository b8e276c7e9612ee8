// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tiers_output.h"

#include <cmath>

#include <fmt/format.h>

#include "app/cli/figure_json.h"
#include "app/cli/session.h"
#include "estimator/growth/tiers.h"

namespace shardscape::app {

using namespace estimator;
using nlohmann::ordered_json;

namespace {

std::string nameOf(const model::Project& project, model::EntityId id) {
    const model::Entity* entity = project.entities.find(id);
    return entity ? project.displayName(*entity) : "";
}

std::string daysText(const Figure& days) {
    return std::isfinite(days.value()) ? fmt::format("{:g} d", days.value()) : "for ever";
}

} // namespace

ordered_json growthJson(const Estimate& estimate) {
    const std::vector<TierSeries> series = tierSeries(estimate);
    ordered_json out = ordered_json::array();
    for (std::size_t i = 0; i < estimate.growth.size(); ++i) {
        const GrowthMonth& month = estimate.growth[i];
        ordered_json row{{"month", month.month},
                         {"bytes", month.bytes.value()},
                         {"replicated_bytes", month.replicatedBytes.value()}};
        for (std::size_t s = 1; s < series.size(); ++s)
            row["tiers"].push_back({{"name", series[s].name},
                                    {"medium", name(series[s].medium)},
                                    {"bytes", series[s].bytes[i]},
                                    {"rows", series[s].rows[i]}});
        out.push_back(std::move(row));
    }
    return out;
}

ordered_json tiersJson(const Estimate& estimate, const model::Project& project, bool working) {
    ordered_json out = ordered_json::array();
    for (const TierEstimate& tier : estimate.tiers) {
        FigureObject row(working);
        row.set("entity", nameOf(estimate.subject(project), tier.entity));
        row.set("name", tier.name);
        row.set("medium", name(tier.medium));
        row.set("from_days", tier.fromDays);
        row.set("until_days", tier.untilDays);
        row.set("rows_kept_ratio", tier.rowsKept);
        row.set("row_bytes", tier.rowBytes);
        row.set("rows", tier.rows);
        row.set("bytes", tier.bytes);
        ordered_json months = ordered_json::array();
        for (std::size_t i = 0; i < tier.monthRows.size(); ++i)
            months.push_back({{"month", i}, {"rows", tier.monthRows[i]}, {"bytes", tier.monthBytes[i]}});
        row.set("growth", std::move(months));
        out.push_back(row.take());
    }
    return out;
}

void printTiers(const Estimate& estimate, const model::Project& project, std::ostream& out) {
    if (estimate.tiers.empty())
        return;
    TextTable tiers({"rows of", "are in", "medium", "from", "until", "kept", "bytes/row",
                     fmt::format("rows in {} months", estimate.growth.size() - 1), "bytes"});
    for (const TierEstimate& tier : estimate.tiers)
        tiers.add({nameOf(estimate.subject(project), tier.entity), tier.name, name(tier.medium),
                   daysText(tier.fromDays), daysText(tier.untilDays), format(tier.rowsKept),
                   fmt::format("{:.1f}", tier.rowBytes.value()), format(tier.rows.value(), Unit::None),
                   format(tier.bytes)});
    tiers.print(out);
    out << '\n';
    const std::vector<TierSeries> series = tierSeries(estimate);
    if (series.empty())
        return;
    std::vector<std::string> header{"one copy, in months"};
    std::vector<std::size_t> months;
    for (std::size_t month = 0; month < estimate.growth.size(); month += 12)
        months.push_back(month);
    for (std::size_t month : months)
        header.push_back(std::to_string(month));
    TextTable table(header);
    for (const TierSeries& one : series) {
        std::vector<std::string> row{one.name};
        for (std::size_t month : months)
            row.push_back(format(one.bytes[month], Unit::Bytes));
        table.add(row);
    }
    table.print(out);
    out << '\n';
}

} // namespace shardscape::app
