// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "estimator/figure/figure.h"
#include "estimator/summary/estimate.h"
#include "model/engine/engine_profile.h"
#include "model/physical/layout.h"
#include "model/price/price_sheet.h"
#include "model/schema/project.h"

namespace shardscape::estimator {

/// What a design costs in a month, from the list prices of a sheet.
///
/// Machines: nodes × the cheapest machine of the sheet that has the cores and the memory of the profile's node; the
/// cache's memory on machines of its engine. A machine's month is PriceSheet::hoursPerMonth.
/// Storage: replicated bytes now ÷ how full disks may be; a service bills the bytes it stores. Operations of disks:
/// those of a node at the patterns' peaks (a row or entry written is one; a row read is one when memory does not hold
/// its page: memory holds first what is read most for its bytes) above those included. Network: rows written × replicas
/// beyond the first, and rows returned, as far as they cross zones; replicas are taken to be in zones of their own,
/// three at most, and clients in all of them alike. Backup: one full copy. Requests: request units of
/// demand/request_units.h over the month at average rates; provisioned: those of the busiest minute ÷ how busy a
/// partition may be, for every hour. Tiers outside of the engine: bytes of one copy in a year, and reading all of them
/// once where that has a price. Amounts are whole millionths of the currency and are added as such.

enum class CostPart { Compute, Storage, Requests, Network, Backup };
const char* name(CostPart part);

struct CostLine {
    CostPart part = CostPart::Compute;
    std::string name; ///< "6 × m7g.4xlarge"
    Figure month;
};

struct CostEstimate {
    bool priced = false;  ///< false: "no price", and "why" says why; figures are not to be shown
    std::string why;      ///< why there is no price; else what was left out for want of one, may be empty
    std::string sheet;    ///< name of the price sheet
    std::string title;    ///< "Amazon EC2 with EBS, run by oneself, us-east-1"
    std::string currency; ///< "USD"
    std::string asOf;     ///< "2026-06-17": list prices of that day
    std::vector<CostLine> lines;
    std::vector<CostLine> alternatives; ///< other ways to be billed for the same, not in the sum
    std::vector<CostLine> tiers;        ///< tiers outside of the engine as they will be in a year; nothing is there now
    Figure month;
    Figure perMillion; ///< requests of the workload, all patterns
    /// Sum of the lines of one part; 0 without any.
    Figure part(CostPart part) const;
};

/// By the sheet that "wanted" names (or is, as JSON), else the layout's, else the first of the book that covers the
/// engine. Without one nothing is priced, and "why" says why. Machines of a cache come from the same sheet where it has
/// machines, else from the book's first for the cache's engine.
CostEstimate costOf(const model::Project& project, const model::EngineProfile& profile, const model::Layout& layout,
                    const Estimate& estimate, const model::PriceBook& book, const std::string& wanted = {});

/// "$4.20 k" for dollars, "4.20 k EUR" for other currencies; two decimals below a thousand.
std::string formatMoney(double amount, const std::string& currency);

} // namespace shardscape::estimator
