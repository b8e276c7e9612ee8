// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/months_output.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/base/quantity.h"
#include "simulator/compile/storage_plan.h"

namespace shardscape::app {
namespace {

using estimator::format;
using estimator::Unit;
using nlohmann::ordered_json;
using simulator::StorageMonth;
using simulator::StorageTier;

model::Result<std::vector<StorageTier>> parseTiers(const std::string& text) {
    std::vector<StorageTier> tiers;
    for (std::size_t at = 0; !text.empty() && at <= text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        const std::string one = text.substr(at, comma - at);
        const std::size_t colon = one.find(':');
        const bool last = comma == text.size();
        StorageTier tier{one.substr(0, colon), 0};
        if (colon != std::string::npos) {
            const auto days = model::parseDays(one.substr(colon + 1));
            if (!days)
                return model::fail(days.error());
            tier.untilDays = *days;
        }
        if (tier.name.empty() || (colon == std::string::npos) != last)
            return model::fail(model::ErrorCode::Invalid, "\"" + text + "\" are no tiers",
                               "as in hot:7d,warm:90d,cold: each ends at an age, the last one has none");
        tiers.push_back(std::move(tier));
        at = comma + 1;
    }
    return tiers;
}

/// Bytes of all tables in the tiers outside of the engine, by name in the order in which they are met.
std::vector<std::pair<std::string, double>> outside(const StorageMonth& month, const simulator::StorageDesign& design) {
    std::vector<std::pair<std::string, double>> out;
    for (std::size_t t = 0; t < design.tables.size(); ++t)
        for (std::size_t i = 0; i < design.tables[t].ages.size(); ++i) {
            const simulator::StoredAge& age = design.tables[t].ages[i];
            if (!age.outside)
                continue;
            auto at = std::find_if(out.begin(), out.end(), [&](const auto& known) { return known.first == age.name; });
            if (at == out.end())
                at = out.insert(out.end(), {age.name, 0});
            at->second += month.ageRows[t][i] * age.rowBytes;
        }
    return out;
}

ordered_json monthJson(const StorageMonth& month, const simulator::StorageDesign& design) {
    double rows = 0;
    for (double one : month.rows)
        rows += one;
    ordered_json out{{"month", month.month},
                     {"rows", rows},
                     {"live_bytes", month.liveBytes},
                     {"inserted_bytes", month.insertedBytes},
                     {"expired_bytes", month.expiredBytes},
                     {"dead_bytes", month.deadBytes},
                     {"disk_bytes", month.diskBytes},
                     {"peak_bytes", month.peakBytes},
                     {"merged_bytes", month.mergedBytes},
                     {"write_amplification", month.writeAmplification},
                     {"debt_bytes", month.debtBytes},
                     {"compactor_utilisation", month.compactorUtilisation}};
    for (std::size_t i = 0; i < design.tiers.size(); ++i)
        out["tiers"][design.tiers[i].name] = month.tierBytes[i];
    for (const auto& [name, bytes] : outside(month, design))
        out["outside_bytes"][name] = bytes;
    for (std::size_t i = 0; i < design.tables.size(); ++i)
        out["table_rows"][design.tables[i].name] = month.rows[i];
    return out;
}

void print(const std::vector<StorageMonth>& months, const simulator::StoragePlan& plan, Session& session) {
    const simulator::StorageDesign& design = plan.design;
    auto& out = session.out();
    out << fmt::format("Storage over {} months, {} nodes, {} copies of each row\n\n", months.size() - 1,
                       format(design.nodes, Unit::None), format(design.copies, Unit::None));
    std::vector<std::string> header{"month", "rows", "live", "came in", "expired"};
    if (design.compaction)
        for (const char* name : {"dead", "on disk", "at most", "merged", "debt", "compactors"})
            header.emplace_back(name);
    for (const StorageTier& tier : design.tiers)
        header.push_back(tier.name);
    for (const auto& [name, bytes] : outside(months.front(), design))
        header.push_back("in " + name);
    TextTable table(header);
    for (const StorageMonth& month : months) {
        double rows = 0;
        for (double one : month.rows)
            rows += one;
        std::vector<std::string> row{std::to_string(month.month), format(rows, Unit::None),
                                     format(month.liveBytes, Unit::Bytes), format(month.insertedBytes, Unit::Bytes),
                                     format(month.expiredBytes, Unit::Bytes)};
        if (design.compaction)
            for (double bytes : {month.deadBytes, month.diskBytes, month.peakBytes, month.mergedBytes, month.debtBytes})
                row.push_back(format(bytes, Unit::Bytes));
        if (design.compaction)
            row.push_back(format(month.compactorUtilisation, Unit::Percent));
        for (double bytes : month.tierBytes)
            row.push_back(format(bytes, Unit::Bytes));
        for (const auto& [name, bytes] : outside(month, design))
            row.push_back(format(bytes, Unit::Bytes));
        table.add(row);
    }
    table.print(out);
    for (const std::string& note : plan.notes)
        out << "note: " << note << '\n';
}

} // namespace

void simulateStorage(const RunRequest& request, const MonthsRequest& months, Session& session) {
    if (request.file.empty() || !request.whatIf.empty())
        return session.refuse({model::ErrorCode::Invalid,
                               request.whatIf.empty() ? "a scenario file knows no bytes, so that months cannot be told"
                                                      : "--what-if is of runs, not of months of storage",
                               "give a project and --months alone",
                               {},
                               0,
                               0});
    const auto tiers = parseTiers(months.tiers);
    if (!tiers)
        return session.refuse(tiers.error());
    const auto project = Session::open(request.file);
    if (!project)
        return session.refuse(project.error());
    const auto catalogue = Session::catalogue();
    if (!catalogue)
        return session.refuse(catalogue.error());
    const std::string engine = request.engine.empty() ? Session::engines(*project, {}).front() : request.engine;
    const auto profile = Session::profile(*catalogue, engine);
    if (!profile)
        return session.refuse(profile.error());
    const auto estimate = estimator::estimate(*project, *profile, Session::layout(*project, engine));
    if (!estimate)
        return session.refuse(estimate.error());
    simulator::StoragePlan plan = simulator::planStorage(*project, *profile, *estimate);
    plan.design.tiers = *tiers;
    const auto simulated = simulator::simulateMonths(plan.design, months.months);
    if (!simulated)
        return session.refuse(simulated.error());
    if (!session.json)
        return print(*simulated, plan, session);
    ordered_json document{{"engine", engine},
                          {"nodes", plan.design.nodes},
                          {"copies", plan.design.copies},
                          {"months", ordered_json::array()}};
    for (const StorageMonth& month : *simulated)
        document["months"].push_back(monthJson(month, plan.design));
    document["notes"] = plan.notes;
    session.print(document);
}

} // namespace shardscape::app
