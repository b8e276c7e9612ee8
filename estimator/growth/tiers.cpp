// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/growth/tiers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace shardscape::estimator {

using namespace model;

namespace {

class Tiers {
public:
    Tiers(const Cardinality& cardinality, const Growth& growth, const EngineProfile& profile, const Design& design,
          const std::vector<StructureEstimate>& structures, const std::vector<GrowthMonth>& months)
        : m_cardinality(cardinality)
        , m_growth(growth)
        , m_copies(profile.storage != StorageFamily::Memory)
        , m_design(design)
        , m_structures(structures)
        , m_months(months) {}

    std::vector<TierEstimate> run() {
        for (const Entity& entity : m_cardinality.project().entities)
            if (moves(entity) && isStored(entity.id))
                add(entity);
        return std::move(m_out);
    }

private:
    static bool moves(const Entity& entity) { return entity.volume.retentionDays || !entity.volume.tiers.empty(); }
    bool isStored(EntityId entity) const {
        return std::any_of(m_structures.begin(), m_structures.end(), [&](const StructureEstimate& structure) {
            return structure.entity == entity || structure.itemBytes.contains(entity);
        });
    }
    bool isCopy(std::size_t i) const { return m_copies && m_design.structures[i].kind == StructureKind::Cache; }

    void add(const Entity& entity) {
        const std::vector<AgeBand>& bands = m_growth.bands(entity.id);
        for (std::size_t i = 0; i < bands.size(); ++i) {
            const AgeBand& band = bands[i];
            TierEstimate out;
            out.entity = entity.id;
            out.name = band.name;
            out.medium = band.medium;
            out.tier = band.tier;
            out.fromDays = edge(entity, bands, i);
            out.untilDays = edge(entity, bands, i + 1);
            out.rowsKept = kept(entity, bands, i);
            out.rowBytes = rowBytes(entity, band);
            fill(entity, i, out);
            m_out.push_back(std::move(out));
        }
    }

    static std::string path(const Entity& entity, const std::string& field) {
        return fmt::format("entity:{}/{}", entity.id.value, field);
    }
    static std::string tierPath(const Entity& entity, std::size_t tier, const char* field) {
        return path(entity, fmt::format("tier:{}/{}", tier, field));
    }

    /// The age at which rows arrive in a band; past the last one, the age at which they are deleted.
    static Figure edge(const Entity& entity, const std::vector<AgeBand>& bands, std::size_t i) {
        const Volume& volume = entity.volume;
        if (i == 0)
            return Figure::leaf("days of age", 0, Unit::None, Origin::Default, "rows come into the engine");
        const double days = i < bands.size() ? bands[i].fromDays : bands.back().untilDays;
        if (!std::isfinite(days))
            return Figure::leaf("days of age", days, Unit::None, volume.legalHold ? Origin::User : Origin::Default,
                                volume.legalHold ? "a legal hold: nothing is deleted" : "kept for ever")
                .withPath(path(entity, volume.legalHold ? "legal_hold" : "retention"));
        const bool tier = i < bands.size() && bands[i].tier;
        const Figure stated =
            tier ? Figure::leaf("days until rows move to " + bands[i].name, volume.tiers[*bands[i].tier].afterDays,
                                Unit::None, Origin::User)
                       .withPath(tierPath(entity, *bands[i].tier, "after_days"))
                 : Figure::leaf("days kept", volume.retentionDays.value_or(0), Unit::None, Origin::User)
                       .withPath(path(entity, "retention"));
        if (std::abs(days - stated.value()) < 1e-9)
            return stated;
        return Figure::derived(
            "mean days of age", days, Unit::None,
            "days + half of the time of a partition, which leaves the engine whole when its "
            "youngest row is old enough",
            {stated, Figure::leaf("days of a partition", volume.partitionDays, Unit::None, Origin::User)
                         .withPath(path(entity, "partition_days"))});
    }

    static Figure kept(const Entity& entity, const std::vector<AgeBand>& bands, std::size_t i) {
        const AgeBand& band = bands[i];
        if (band.tier && entity.volume.tiers[*band.tier].rowsRatio && !entity.volume.legalHold)
            return Figure::leaf("rows kept of each", band.rowsKept, Unit::Percent, Origin::User)
                .withPath(tierPath(entity, *band.tier, "rows_ratio"));
        return Figure::leaf("rows kept of each", band.rowsKept, Unit::Percent, Origin::Default,
                            entity.volume.legalHold ? "a legal hold: nothing is rolled up"
                            : i == 0                ? "as they came in"
                                                    : "as in the tier before");
    }

    /// Of the first structure that holds the truth; DynamoDB's of the entity's items.
    Figure engineRowBytes(const Entity& entity) const {
        for (std::size_t i = 0; i < m_structures.size(); ++i) {
            if (isCopy(i) || (m_copies && !m_design.structures[i].truth))
                continue;
            if (const auto item = m_structures[i].itemBytes.find(entity.id); item != m_structures[i].itemBytes.end())
                return item->second;
            if (m_structures[i].entity == entity.id)
                return m_structures[i].rowBytes;
        }
        return Figure::leaf("bytes of a row", m_cardinality.rowBytes(entity.id), Unit::Bytes, Origin::Default,
                            "the payload of its values");
    }

    Figure rowBytes(const Entity& entity, const AgeBand& band) const {
        const Figure engine = engineRowBytes(entity).renamed("bytes of a row in the engine");
        if (band.inEngine())
            return engine;
        const std::optional<double>& stated = entity.volume.tiers[*band.tier].bytesRatio;
        const double payload = m_cardinality.rowBytes(entity.id) * kParquetShare;
        const Figure share =
            stated ? Figure::leaf("share of the bytes kept", *stated, Unit::Percent, Origin::User)
                   : Figure::leaf("share of the bytes kept", engine.value() > 0 ? payload / engine.value() : 0,
                                  Unit::Percent, Origin::Default,
                                  fmt::format("nobody stated it: as Parquet with Zstandard, {:.2f} of the {} of its "
                                              "values (144 of 484 bytes over 29 kinds of columns, 2 million rows, "
                                              "measured; single columns between 0.002 and 1)",
                                              kParquetShare, format(m_cardinality.rowBytes(entity.id), Unit::Bytes)));
        return Figure::derived(fmt::format("bytes of a row in {}", band.name), engine.value() * share.value(),
                               Unit::Bytes, "bytes of a row in the engine × share of them kept",
                               {engine, share.withPath(tierPath(entity, *band.tier, "bytes_ratio"))});
    }

    void fill(const Entity& entity, std::size_t band, TierEstimate& out) const {
        const bool engine = out.medium == TierMedium::Engine;
        for (std::size_t month = 0; month < m_months.size(); ++month) {
            const double days = static_cast<double>(month) * kDaysPerMonth;
            const double rows = m_growth.rowsIn(entity.id, band, days);
            out.monthRows.push_back(rows);
            out.monthBytes.push_back(engine ? engineBytes(entity.id, month, rows, m_growth.rows(entity.id, days), out)
                                            : rows * out.rowBytes.value());
        }
        const std::size_t last = m_months.size() - 1;
        const std::string when = fmt::format("in {} months", last);
        out.rows = Figure::derived(fmt::format("rows of {} in {} {}", entity.name, out.name, when),
                                   out.monthRows.back(), Unit::Rows,
                                   "rows a day × days of age between which they are here × rows kept of each, as far "
                                   "as they have come in by then",
                                   {m_growth.inflow(entity.id), out.fromDays, out.untilDays, out.rowsKept});
        out.bytes = Figure::derived(
            fmt::format("bytes of {} in {} {}", entity.name, out.name, when), out.monthBytes.back(), Unit::Bytes,
            engine ? "rows × what a row costs in all structures and indexes of the engine, one copy"
                   : "rows × bytes of a row there",
            {out.rows, out.rowBytes});
    }

    /// Of all structures of the entity, by its share of its rows.
    double engineBytes(EntityId entity, std::size_t month, double rows, double all, const TierEstimate& out) const {
        double bytes = 0;
        bool own = false;
        for (std::size_t i = 0; i < m_structures.size(); ++i)
            if (m_structures[i].entity == entity && !isCopy(i) && m_structures[i].itemBytes.empty()) {
                bytes += m_months[month].structureBytes[i];
                own = true;
            }
        return own ? (all > 0 ? bytes * rows / all : 0) : rows * out.rowBytes.value();
    }

    const Cardinality& m_cardinality;
    const Growth& m_growth;
    bool m_copies; ///< structures in memory are copies: not where they are all there is
    const Design& m_design;
    const std::vector<StructureEstimate>& m_structures;
    const std::vector<GrowthMonth>& m_months;
    std::vector<TierEstimate> m_out;
};

} // namespace

std::vector<TierEstimate> tiersOf(const Cardinality& cardinality, const Growth& growth, const EngineProfile& profile,
                                  const Design& design, const std::vector<StructureEstimate>& structures,
                                  const std::vector<GrowthMonth>& months) {
    return Tiers(cardinality, growth, profile, design, structures, months).run();
}

std::vector<TierSeries> tierSeries(const Estimate& estimate) {
    std::vector<TierSeries> out;
    std::map<std::size_t, std::vector<Figure>> parts;
    for (const TierEstimate& tier : estimate.tiers) {
        if (tier.medium == TierMedium::Engine)
            continue;
        auto at = std::find_if(out.begin(), out.end(), [&](const TierSeries& series) {
            return series.name == tier.name && series.medium == tier.medium;
        });
        if (at == out.end())
            at = out.insert(out.end(), {tier.name,
                                        tier.medium,
                                        std::vector<double>(estimate.growth.size()),
                                        std::vector<double>(estimate.growth.size()),
                                        {}});
        for (std::size_t month = 0; month < estimate.growth.size(); ++month) {
            at->bytes[month] += tier.monthBytes[month];
            at->rows[month] += tier.monthRows[month];
        }
        parts[static_cast<std::size_t>(at - out.begin())].push_back(tier.bytes);
    }
    if (out.empty())
        return out;
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i].last = Figure::derived("bytes in " + out[i].name, out[i].bytes.back(), Unit::Bytes,
                                      "sum over the entities whose rows are there", std::move(parts[i]));
    TierSeries engine{"engine", TierMedium::Engine, {}, {}, estimate.growth.back().bytes};
    for (const GrowthMonth& month : estimate.growth)
        engine.bytes.push_back(month.bytes.value());
    out.insert(out.begin(), std::move(engine));
    return out;
}

} // namespace shardscape::estimator
