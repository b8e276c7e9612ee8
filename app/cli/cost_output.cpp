// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cost_output.h"

#include <fmt/format.h>

#include "app/cli/figure_json.h"
#include "app/cli/session.h"

namespace shardscape::app {

using estimator::CostEstimate;
using estimator::CostLine;
using estimator::CostPart;
using estimator::formatMoney;
using nlohmann::ordered_json;

namespace {

constexpr CostPart kParts[] = {CostPart::Compute, CostPart::Storage, CostPart::Requests, CostPart::Network,
                               CostPart::Backup};

ordered_json linesJson(const std::vector<CostLine>& lines, bool working) {
    ordered_json out = ordered_json::array();
    for (const CostLine& line : lines) {
        FigureObject row(working);
        row.set("part", name(line.part));
        row.set("name", line.name);
        row.set("month", line.month);
        out.push_back(row.take());
    }
    return out;
}

} // namespace

ordered_json costJson(const CostEstimate& cost, bool working) {
    FigureObject out(working);
    out.set("priced", cost.priced);
    if (!cost.why.empty())
        out.set("why", cost.why);
    if (!cost.sheet.empty()) {
        out.set("sheet", cost.sheet);
        out.set("title", cost.title);
        out.set("currency", cost.currency);
        out.set("list_price_as_of", cost.asOf);
    }
    if (!cost.priced)
        return out.take();
    out.set("month", cost.month);
    out.set("per_million_requests", cost.perMillion);
    FigureObject parts(working);
    for (CostPart part : kParts)
        parts.set(name(part), cost.part(part));
    out.set("parts", parts.take());
    out.set("lines", linesJson(cost.lines, working));
    out.set("alternatives", linesJson(cost.alternatives, working));
    out.set("tiers", linesJson(cost.tiers, working));
    return out.take();
}

void printCost(const CostEstimate& cost, std::ostream& out) {
    if (!cost.priced) {
        out << "no price: " << cost.why << "\n\n";
        return;
    }
    const auto money = [&](const estimator::Figure& figure) { return formatMoney(figure.value(), cost.currency); };
    out << money(cost.month) << " a month, " << money(cost.perMillion) << " a million requests; list prices as of "
        << cost.asOf << ", " << cost.title << '\n';
    TextTable table({"cost", "part", "a month"});
    for (const CostLine& line : cost.lines)
        table.add({line.name, name(line.part), money(line.month)});
    for (const CostLine& line : cost.alternatives)
        table.add({"instead: " + line.name, name(line.part), money(line.month)});
    for (const CostLine& line : cost.tiers)
        table.add({"not in it: " + line.name, name(line.part), money(line.month)});
    table.print(out);
    if (!cost.why.empty())
        out << "not in it: " << cost.why << '\n';
    out << '\n';
}

} // namespace shardscape::app
