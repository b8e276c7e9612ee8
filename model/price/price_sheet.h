// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"

namespace shardscape::model {

/// A price of a sheet, in its currency. The unit is in its key ("storage_per_gb_month").
struct Price {
    double value = 0;
    std::string source; ///< the list it was read in
    std::string asOf;   ///< "2026-06-17"
};

/// A kind of machine one can rent.
struct MachineType {
    std::string name;
    int cores = 1;
    double memoryBytes = 0;
    Price perHour;
};

/// List prices of one provider for one way of running engines; data from resources/prices/<name>.json or the user's.
///
///     {"name": "ours", "title": "Our hosting contract", "currency": "EUR", "as_of": "2026-10-01",
///      "engines": ["*"],
///      "machines": [{"name": "large", "cores_count": 16, "memory_bytes": 68719476736, "per_hour": 0.41,
///                    "source": "contract 4711", "as_of": "2026-10-01"}],
///      "prices": {"storage_per_gb_month": {"value": 0.05, "source": "contract 4711", "as_of": "2026-10-01"}}}
///
/// "engines" are names of engine profiles, or "*" for whatever runs on machines. Optional: "provider", "region",
/// "notes", "hours_per_month_count" (730), "gigabyte_bytes" (2^30), "billing" of request units: "on_demand" (default),
/// "provisioned" or "cheaper". README.md of resources/prices explains every price. A price that is not there is not
/// charged, and the cost says so.
struct PriceSheet {
    std::string name;
    std::string title;
    std::string provider;
    std::string region;
    std::string currency; ///< "USD"
    std::string asOf;
    std::string billing = "on_demand";
    std::vector<std::string> engines;
    std::vector<std::string> notes;
    double hoursPerMonth = 730; ///< 365 days × 24 h ÷ 12, as providers reckon
    double gigabyteBytes = 1073741824;
    std::vector<MachineType> machines; ///< the cheapest first
    std::map<std::string, Price, std::less<>> prices;
    std::string file; ///< where it was read from; empty for one that a project holds

    const Price* find(std::string_view key) const;
    /// Whether it has a price for this engine: by its name, or by "*" unless the engine is a service of its own.
    bool covers(const std::string& engine, bool service) const;
};

/// Errors (Invalid) name the file and the JSON path, or line and column.
Result<PriceSheet> parsePriceSheet(const std::string& json, const std::string& file = {});
/// Errors: Io, and those of parsePriceSheet.
Result<PriceSheet> readPriceSheet(const std::string& file);

/// The sheet of a file as JSON on one line, for a project to hold (Layout::priceSheet). Errors: as readPriceSheet.
Result<std::string> readPriceSheetText(const std::string& file);

/// All sheets, in order of name; a later folder's sheet replaces one of the same name.
class PriceBook {
public:
    PriceBook() = default;
    explicit PriceBook(std::vector<PriceSheet> sheets);
    static Result<PriceBook> load(const std::vector<std::string>& folders);

    const PriceSheet* find(const std::string& name) const;
    /// The sheet for an engine: the "wanted" one (a name, or the JSON of a sheet), else the first that covers it.
    /// Errors: NotFound when a name is not known or no sheet covers the engine; Invalid for a broken sheet.
    Result<PriceSheet> sheetFor(const std::string& engine, bool service, const std::string& wanted = {}) const;
    const std::vector<PriceSheet>& sheets() const { return m_sheets; }

private:
    std::vector<PriceSheet> m_sheets;
};

} // namespace shardscape::model
