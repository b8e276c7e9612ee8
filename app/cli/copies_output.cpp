// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/copies_output.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/figure_json.h"
#include "app/cli/session.h"
#include "estimator/cost/cost.h"

namespace shardscape::app {

using namespace estimator;
using nlohmann::ordered_json;

ordered_json fanOutsJson(const std::vector<FanOutReport>& reports, bool working) {
    ordered_json out = ordered_json::array();
    for (const FanOutReport& report : reports) {
        FigureObject row(working);
        row.set("of", report.name);
        row.set("item", report.item);
        row.set("copied_now", report.copied);
        row.set("mean_count", report.mean);
        row.set("largest_count", report.largest);
        row.set("items_per_second", report.items);
        row.set("reads_per_second", report.reads);
        row.set("followed_count", report.followed);
        row.set("copied_rows_per_second", report.applied);
        row.set("bound_s", report.bound);
        row.set("time_threshold_count", report.timeThreshold);
        row.set("work_threshold_count", report.workThreshold);
        row.set("threshold_count", report.threshold);
        row.set("serially_s", report.serially);
        ordered_json loads = ordered_json::array();
        for (const FanOutLoad& load : report.loads) {
            FigureObject one(working);
            one.set("choice", name(load.choice));
            one.set("rows_per_second", load.rowsWritten);
            one.set("parents_asked_per_second", load.parentsAsked);
            one.set("write_servers_count", load.writeServers);
            one.set("read_servers_count", load.readServers);
            one.set("servers_count", load.servers);
            one.set("longest_fan_out_s", load.longestFanOut);
            one.set("in_time", load.served);
            loads.push_back(one.take());
        }
        row.set("loads", std::move(loads));
        row.set("best", name(report.best));
        row.set("verdict", report.verdict);
        out.push_back(row.take());
    }
    return out;
}

void printFanOuts(const std::vector<FanOutReport>& reports, std::ostream& out) {
    for (const FanOutReport& report : reports) {
        out << "fan-out of " << report.item << " along " << report.name << ": " << format(report.mean)
            << " followers, at most " << format(report.largest) << "; celebrity threshold " << format(report.threshold)
            << "\n";
        TextTable table({"fan-out", "rows copied/s", "parents asked/s", "servers writing", "servers reading", "servers",
                         "longest fan-out", "in time"});
        for (const FanOutLoad& load : report.loads)
            table.add({name(load.choice), format(load.rowsWritten.value(), Unit::None),
                       format(load.parentsAsked.value(), Unit::None), format(load.writeServers),
                       format(load.readServers), format(load.servers), format(load.longestFanOut),
                       load.served ? "yes" : "no"});
        table.print(out);
        out << "  " << report.verdict << "\n\n";
    }
}

namespace {

ordered_json numbersJson(const CopyNumbers& numbers, bool working) {
    FigureObject out(working);
    out.set("p99_ms", numbers.p99, 1e3);
    out.set("rows_scanned", numbers.rowsRead);
    out.set("steps_count", numbers.steps);
    out.set("partitions", numbers.partitions);
    out.set("read_servers_count", numbers.readServers);
    out.set("write_servers_count", numbers.writeServers);
    out.set("servers_count", numbers.servers);
    out.set("rows_written_per_second", numbers.rowsWritten);
    out.set("bytes_written_per_second", numbers.bytesWritten);
    out.set("storage_bytes", numbers.storage);
    out.set("nodes_count", numbers.nodes);
    out.set("cost_month", numbers.costMonth);
    out.set("staleness_s", numbers.staleness);
    out.set("write_p99_ms", numbers.writeP99, 1e3);
    out.set("rebuild_s", numbers.rebuild);
    return out.take();
}

std::vector<std::string> cells(const std::string& title, const CopyNumbers& numbers, const std::string& turn,
                               const std::string& currency) {
    return {title,
            format(numbers.p99),
            format(numbers.rowsRead.value(), Unit::None),
            format(numbers.partitions.value(), Unit::None),
            format(numbers.servers),
            format(numbers.rowsWritten),
            format(numbers.bytesWritten),
            format(numbers.storage),
            numbers.costMonth ? formatMoney(numbers.costMonth->value(), currency) : "—",
            format(numbers.staleness),
            numbers.writeP99 ? format(*numbers.writeP99) : "—",
            numbers.rebuild ? format(*numbers.rebuild) : "—",
            turn};
}

std::string turnText(const CopyOption& option) {
    if (!option.turningRatio)
        return "never";
    return option.turningRatio->value() > 0 ? (option.paysBelow ? "< " : "") + format(*option.turningRatio) : "any";
}

} // namespace

namespace {

std::vector<std::string> servedBy(const KeptCopy& kept, const model::Project& project) {
    std::vector<std::string> out;
    for (model::PatternId id : kept.copy.reads)
        if (const model::AccessPattern* pattern = project.patterns.find(id))
            out.push_back(pattern->name);
    return out;
}

} // namespace

ordered_json keptJson(const std::vector<KeptCopy>& copies, const model::Project& project, bool working) {
    ordered_json out = ordered_json::array();
    for (const KeptCopy& kept : copies) {
        FigureObject row(working);
        row.set("name", kept.name);
        row.set("structure", kept.copy.name);
        row.set("kind", name(kept.copy.derived.kind));
        row.set("upkeep", name(kept.copy.derived.upkeep.path));
        row.set("patterns", servedBy(kept, project));
        row.set("staleness_s", kept.staleness);
        row.set("rows_written_per_second", kept.rowsWritten);
        row.set("bytes_written_per_second", kept.bytesWritten);
        row.set("servers_count", kept.servers);
        row.set("bytes", kept.bytes);
        row.set("rebuild_s", kept.rebuild);
        row.set("events_count", kept.events);
        row.set("notes", kept.copy.notes);
        out.push_back(row.take());
    }
    return out;
}

void printKept(const std::vector<KeptCopy>& copies, const model::Project& project, std::ostream& out) {
    if (copies.empty())
        return;
    TextTable table({"kept copy", "structure", "serves", "oldest answer", "written", "bytes", "servers", "size",
                     "made from nothing in", "events"});
    for (const KeptCopy& kept : copies)
        table.add({kept.name, kept.copy.name, fmt::format("{}", fmt::join(servedBy(kept, project), ", ")),
                   format(kept.staleness), format(kept.rowsWritten), format(kept.bytesWritten), format(kept.servers),
                   format(kept.bytes), format(kept.rebuild), kept.events ? format(*kept.events) : "—"});
    table.print(out);
    for (const KeptCopy& kept : copies)
        for (const std::string& note : kept.copy.notes)
            out << "  " << kept.copy.name << ": " << note << "\n";
    out << "\n";
}

ordered_json sideBySideJson(const SideBySides& beside, bool working) {
    ordered_json patterns = ordered_json::array();
    for (const SideBySide& one : beside.patterns) {
        FigureObject row(working);
        row.set("pattern", one.name);
        row.set("verdict", one.verdict);
        row.set("refused", one.refused);
        if (!one.options.empty()) {
            row.set("ratio", one.ratio);
            row.set("normalised", numbersJson(one.normalised, working));
        }
        ordered_json options = ordered_json::array();
        for (const CopyOption& option : one.options) {
            FigureObject each(working);
            each.set("name", option.name);
            each.set("kind", name(option.derived.kind));
            each.set("upkeep", name(option.derived.upkeep.path));
            each.set("largest_fan_out_count", option.derived.largestFanOut ? ordered_json(*option.derived.largestFanOut)
                                                                           : ordered_json(nullptr));
            each.set("numbers", numbersJson(option.numbers, working));
            each.set("turning_ratio", option.turningRatio);
            each.set("pays_below", option.paysBelow);
            each.set("wins", option.wins);
            each.set("kept", option.kept);
            each.set("verdict", option.verdict);
            each.set("notes", option.notes);
            options.push_back(each.take());
        }
        row.set("options", std::move(options));
        patterns.push_back(row.take());
    }
    return {{"left_out", beside.left}, {"patterns", std::move(patterns)}};
}

void printSideBySide(const SideBySides& beside, const std::string& currency, std::ostream& out) {
    for (const SideBySide& one : beside.patterns) {
        out << "side by side: " << one.name << "\n";
        if (!one.options.empty()) {
            TextTable table({"design", "p99", "rows read", "partitions", "servers", "written", "bytes", "storage",
                             "a month", "oldest answer", "write p99", "made in", "turns at"});
            table.add(cells("normalised", one.normalised, "—", currency));
            for (const CopyOption& option : one.options)
                table.add(cells(option.kept ? "kept: " + option.name : option.name, option.numbers, turnText(option),
                                currency));
            table.print(out);
        }
        out << "  " << one.verdict << "\n";
        for (const CopyOption& option : one.options)
            for (const std::string& note : option.notes)
                out << "  " << option.name << ": " << note << "\n";
        for (const std::string& refused : one.refused)
            out << "  not as " << refused << "\n";
        out << "\n";
    }
    if (beside.left > 0)
        out << beside.left << " more patterns could be served from copies; the busiest are compared\n\n";
}

} // namespace shardscape::app
