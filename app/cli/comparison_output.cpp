// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/comparison_output.h"

#include <cmath>

#include <fmt/format.h>

#include "app/cli/session.h"

namespace shardscape::app {
namespace {

using estimator::format;
using nlohmann::ordered_json;
using simulator::DesignCost;
using simulator::FigureChange;

ordered_json number(std::optional<double> value) {
    return value && std::isfinite(*value) ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json changeJson(const FigureChange& figure) {
    ordered_json out{
        {"before", number(figure.before)}, {"after", number(figure.after)}, {"change", number(figure.change())}};
    if (figure.difference95)
        out["difference_ci95"] = {figure.difference95->first, figure.difference95->second};
    return out;
}

struct CostFigure {
    const char* name;
    double before;
    double after;
};
std::vector<CostFigure> costFigures(const DesignCost& before, const DesignCost& after) {
    return {{"nodes", double(before.nodes), double(after.nodes)},
            {"servers", double(before.servers), double(after.servers)},
            {"copies", before.copies, after.copies},
            {"read_fan_out", before.readFanOut, after.readFanOut},
            {"write_fan_out", before.writeFanOut, after.writeFanOut},
            {"cached_keys", before.cachedKeys, after.cachedKeys},
            {"cache_stale_seconds", before.cacheStaleSeconds, after.cacheStaleSeconds},
            {"stale_reads_share", before.staleReads, after.staleReads}};
}

std::string figureText(const FigureChange& figure, std::optional<double> value) {
    if (!value)
        return "—";
    if (figure.name.ends_with("_ms"))
        return format(*value / 1000, estimator::Unit::Seconds);
    if (figure.name.ends_with("utilisation") || figure.name == "hit_ratio" || figure.name == "error_share")
        return format(*value, estimator::Unit::Percent);
    if (figure.name == "rate")
        return format(*value, estimator::Unit::PerSecond);
    return fmt::format("{:.4g}", *value);
}

std::string changeText(const FigureChange& figure) {
    const std::optional<double> change = figure.change();
    if (!change)
        return figure.before && figure.after && *figure.before == *figure.after ? "same" : "—";
    if (*change == 0)
        return "same";
    if (*change >= 1 || *change <= -0.9)
        return fmt::format("× {:.3g}", 1 + *change);
    return fmt::format("{:+.1f} %", *change * 100);
}

std::string differenceText(const FigureChange& figure) {
    if (!figure.difference95)
        return "";
    const auto one = [&](double value) { return (value < 0 ? "−" : "+") + figureText(figure, std::abs(value)); };
    return one(figure.difference95->first) + " … " + one(figure.difference95->second);
}

bool isHeadline(const FigureChange& figure) {
    if (figure.pattern.empty())
        return figure.name != "worst_p99_ms" && figure.name != "cv" && figure.name != "gini";
    return figure.name == "p50_ms" || figure.name == "p99_ms" || figure.name == "hit_ratio" ||
           (figure.name == "error_share" && (figure.before.value_or(0) > 0 || figure.after.value_or(0) > 0));
}

} // namespace

ordered_json comparisonJson(const simulator::Comparison& comparison) {
    ordered_json figures = ordered_json::object();
    ordered_json patterns = ordered_json::array();
    for (const FigureChange& figure : comparison.figures) {
        if (figure.pattern.empty()) {
            figures[figure.name] = changeJson(figure);
            continue;
        }
        if (patterns.empty() || patterns.back()["name"] != figure.pattern)
            patterns.push_back({{"name", figure.pattern}});
        patterns.back()[figure.name] = changeJson(figure);
    }
    ordered_json cost = ordered_json::object();
    for (const CostFigure& figure : costFigures(comparison.costBefore, comparison.costAfter))
        cost[figure.name] = changeJson({figure.name, "", figure.before, figure.after, {}});
    return {{"figures", figures}, {"patterns", patterns}, {"cost", cost}};
}

std::string costText(const DesignCost& before, const DesignCost& after) {
    std::string out;
    const auto say = [&](const std::string& text) { out += (out.empty() ? "" : ", ") + text; };
    if (after.nodes != before.nodes)
        say(fmt::format("{} nodes instead of {}", after.nodes, before.nodes));
    else if (after.servers != before.servers)
        say(fmt::format("{} servers instead of {}", after.servers, before.servers));
    if (after.copies != before.copies)
        say(fmt::format("{:.3g} copies instead of {:.3g}", after.copies, before.copies));
    if (std::abs(after.readFanOut - before.readFanOut) > 1e-9)
        say(fmt::format("a read asks {:.3g} partitions instead of {:.3g}", after.readFanOut, before.readFanOut));
    if (std::abs(after.writeFanOut - before.writeFanOut) > 1e-9)
        say(fmt::format("a write makes {:.3g} requests instead of {:.3g}", after.writeFanOut, before.writeFanOut));
    if (after.cachedKeys != before.cachedKeys)
        say(fmt::format("room for {} keys in caches instead of {}", format(after.cachedKeys, estimator::Unit::None),
                        format(before.cachedKeys, estimator::Unit::None)));
    if (after.cacheStaleSeconds != before.cacheStaleSeconds && after.cacheStaleSeconds > 0)
        say(std::isfinite(after.cacheStaleSeconds)
                ? "cached answers up to " + format(after.cacheStaleSeconds, estimator::Unit::Seconds) + " old"
                : std::string("cached answers of any age"));
    if (after.staleReads != before.staleReads)
        say(fmt::format("{} of the reads may miss the last write instead of {}",
                        format(after.staleReads, estimator::Unit::Percent),
                        format(before.staleReads, estimator::Unit::Percent)));
    return out.empty() ? "nothing" : out;
}

void printComparison(const simulator::Comparison& comparison, std::ostream& out) {
    bool intervals = false;
    for (const FigureChange& figure : comparison.figures)
        intervals = intervals || figure.difference95.has_value();
    std::vector<std::string> header{"figure", "before", "after", "change"};
    if (intervals)
        header.emplace_back("difference, 95 %");
    TextTable table(header);
    for (const FigureChange& figure : comparison.figures) {
        if (!isHeadline(figure))
            continue;
        std::vector<std::string> row{figure.pattern.empty() ? figure.name : figure.pattern + " " + figure.name,
                                     figureText(figure, figure.before), figureText(figure, figure.after),
                                     changeText(figure)};
        if (intervals)
            row.push_back(differenceText(figure));
        table.add(row);
    }
    table.print(out);
    out << "cost: " << costText(comparison.costBefore, comparison.costAfter) << '\n';
}

} // namespace shardscape::app
