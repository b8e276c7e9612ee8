// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/cost/tier_cost.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "estimator/growth/tiers.h"

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kMillionth = 1e-6;
constexpr std::size_t kYear = 12; ///< months

struct MediumPrices {
    const char* words;
    const char* storage;
    const char* retrieval; ///< nullptr: reading costs nothing by the gigabyte
};
MediumPrices pricesOf(TierMedium medium) {
    switch (medium) {
    case TierMedium::InfrequentAccess:
        return {"infrequent access", "infrequent_access_per_gb_month", "infrequent_access_retrieval_per_gb"};
    case TierMedium::Archive: return {"archive", "archive_per_gb_month", "archive_retrieval_per_gb"};
    default: return {"object storage", "object_storage_per_gb_month", nullptr};
    }
}

class Lines {
public:
    Lines(const Estimate& estimate, const PriceSheet& sheet)
        : m_estimate(estimate)
        , m_sheet(sheet)
        , m_money(sheet.currency == "USD" ? Unit::Money : Unit::None) {}

    std::vector<CostLine> run(std::string& missing) {
        for (const TierSeries& series : tierSeries(m_estimate)) {
            if (series.medium == TierMedium::Engine)
                continue;
            const MediumPrices prices = pricesOf(series.medium);
            const Figure bytes = inAYear(series);
            const std::string what = fmt::format("{} ({}) in a year", series.name, prices.words);
            if (!add(CostPart::Storage, what, "gigabytes × price", bytes, prices.storage, "a gigabyte for a month")) {
                missing += (missing.empty() ? "the sheet has no price for " : ", ") + std::string(prices.words);
                continue;
            }
            if (prices.retrieval)
                add(CostPart::Requests, "reading all of " + what + ", once", "gigabytes × price of reading one", bytes,
                    prices.retrieval, "a gigabyte read");
        }
        return std::move(m_out);
    }

private:
    Figure inAYear(const TierSeries& series) const {
        std::vector<Figure> working;
        for (const TierEstimate& tier : m_estimate.tiers)
            if (tier.name == series.name && tier.medium == series.medium) {
                working.push_back(tier.rowBytes);
                working.push_back(tier.fromDays);
                working.push_back(tier.untilDays);
                if (!tier.rows.inputs().empty())
                    working.push_back(tier.rows.inputs().front()); // rows a day
            }
        return Figure::derived(fmt::format("bytes in {} in a year", series.name),
                               series.bytes[std::min(kYear, series.bytes.size() - 1)], Unit::Bytes,
                               "Σ rows that are as old as its rows by then × bytes of a row there", std::move(working));
    }

    bool add(CostPart part, const std::string& name, const char* formula, const Figure& bytes, const char* key,
             const char* words) {
        const Price* price = m_sheet.find(key);
        if (!price)
            return false;
        const Figure each = Figure::leaf(words, price->value, m_money, Origin::Profile,
                                         fmt::format("{} price sheet {}, list price as of {}: {}", m_sheet.currency,
                                                     m_sheet.name, price->asOf, price->source));
        const Figure gigabyte = Figure::leaf("bytes of a billed gigabyte", m_sheet.gigabyteBytes, Unit::Bytes,
                                             Origin::Profile, "price sheet " + m_sheet.name);
        const double amount = bytes.value() / gigabyte.value() * price->value;
        m_out.push_back({part, name,
                         Figure::derived(name, std::round(amount / kMillionth) * kMillionth, m_money, formula,
                                         {bytes, gigabyte, each})});
        return true;
    }

    const Estimate& m_estimate;
    const PriceSheet& m_sheet;
    Unit m_money;
    std::vector<CostLine> m_out;
};

} // namespace

std::vector<CostLine> tierCosts(const Estimate& estimate, const PriceSheet& sheet, std::string& missing) {
    return Lines(estimate, sheet).run(missing);
}

} // namespace shardscape::estimator
