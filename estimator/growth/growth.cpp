// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/growth/growth.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "model/base/units.h"

namespace shardscape::estimator {

using namespace model;

namespace {

bool adds(Verb verb) {
    return verb == Verb::Insert || verb == Verb::Append;
}

/// Rows a day of a pattern that says how many rows it writes; what comes from a query is not known here.
double rowsPerDay(const AccessPattern& pattern) {
    const double rows = pattern.rate.average.value * kSecondsPerDay * pattern.rowsWritten;
    return adds(pattern.verb) && pattern.joined.empty() ? rows : pattern.verb == Verb::Delete ? -rows : 0;
}

double without(double now, double perDay, double rate, double days) {
    if (rate <= 0)
        return now + perDay * days;
    const double factor = std::pow(1 + rate, days);
    return now * factor + perDay * (factor - 1) / std::log1p(rate);
}

} // namespace

Growth::Growth(const Cardinality& cardinality)
    : m_cardinality(cardinality) {
    const Project& project = cardinality.project();
    for (const AccessPattern& pattern : project.patterns)
        if (pattern.entity && rowsPerDay(pattern) != 0)
            m_writers[pattern.entity].push_back(&pattern);
    m_curves.reserve(project.entities.size());
    for (const Entity& entity : project.entities) {
        Curve curve;
        curve.now = cardinality.rows(entity.id);
        curve.rate = std::max(0.0, entity.volume.growthRatePerDay);
        curve.perDay = inflow(entity.id).value();
        curve.bands = ageBandsOf(entity.volume);
        curve.extraDays = daysUntilPartitionLeaves(entity.volume);
        settle(curve);
        m_curves.emplace(entity.id, std::move(curve));
    }
}

/// How long the rows of now took to come in.
void Growth::settle(Curve& curve) {
    const double coming = curve.perDay + curve.rate * curve.now;
    curve.moves = coming > 0 && (curve.bands.size() > 1 || std::isfinite(curve.bands.back().untilDays));
    if (!curve.moves)
        return;
    double left = curve.now / coming, days = 0, kept = 0;
    for (const AgeBand& band : curve.bands) {
        if (!band.inEngine())
            break;
        const double length = band.untilDays - band.fromDays;
        const double needed = band.rowsKept > 0 ? left / band.rowsKept : left > 0 ? length : 0;
        const double taken = std::min(length, needed);
        if (!std::isfinite(taken))
            break;
        days += taken;
        kept += taken * band.rowsKept;
        left -= taken * band.rowsKept;
        if (taken < length)
            break;
    }
    curve.beforeTo = days;
    curve.before = kept > 0 ? curve.now * days / kept : 0;
}

/// Came in until so many days from now.
double Growth::Curve::arrived(double days) const {
    if (days >= 0)
        return std::max(0.0, before + without(now, perDay, rate, days) - now);
    return beforeTo > 0 ? before * std::max(0.0, 1 + days / beforeTo) : 0;
}

double Growth::Curve::between(double young, double old, double days) const {
    const double later = arrived(days - young);
    return std::max(0.0, later - (std::isfinite(old) ? arrived(days - old) : 0));
}

double Growth::rows(EntityId entity, double days) const {
    const auto at = m_curves.find(entity);
    if (at == m_curves.end())
        return m_cardinality.rows(entity);
    const Curve& curve = at->second;
    if (days <= 0)
        return curve.now;
    if (!curve.moves)
        return std::isfinite(curve.bands.back().untilDays)
                   ? curve.now
                   : std::max(0.0, without(curve.now, curve.perDay, curve.rate, days));
    double rows = 0;
    for (std::size_t i = 0; i < curve.bands.size() && curve.bands[i].inEngine(); ++i)
        rows += rowsIn(entity, i, days);
    return rows;
}

double Growth::mostRows(EntityId entity, double days) const {
    const double mean = rows(entity, days);
    const auto at = m_curves.find(entity);
    if (at == m_curves.end() || !at->second.moves || at->second.extraDays <= 0)
        return mean;
    const Curve& curve = at->second;
    double leaves = 0, kept = 1;
    for (const AgeBand& band : curve.bands)
        if (band.inEngine()) {
            leaves = band.untilDays;
            kept = band.rowsKept;
        }
    return mean + kept * curve.between(leaves, leaves + curve.extraDays, days);
}

const std::vector<AgeBand>& Growth::bands(EntityId entity) const {
    static const std::vector<AgeBand> kEngine = ageBandsOf({});
    const auto at = m_curves.find(entity);
    return at == m_curves.end() ? kEngine : at->second.bands;
}

double Growth::rowsIn(EntityId entity, std::size_t index, double days) const {
    const auto at = m_curves.find(entity);
    if (at == m_curves.end() || !at->second.moves || index >= at->second.bands.size())
        return index == 0 ? rows(entity, days) : 0;
    const AgeBand& band = at->second.bands[index];
    return band.rowsKept * at->second.between(band.fromDays, band.untilDays, days);
}

Figure Growth::inflow(EntityId id) const {
    const Entity* entity = m_cardinality.project().entities.find(id);
    const std::string name = "rows a day of " + (entity ? entity->name : std::string("?"));
    const std::string path = fmt::format("entity:{}/growth", id.value);
    if (entity && (entity->volume.growthRowsPerDay != 0 || entity->volume.growthRatePerDay != 0))
        return Figure::leaf(name, entity->volume.growthRowsPerDay, Unit::Rows, Origin::User).withPath(path);
    const auto writers = m_writers.find(id);
    if (writers == m_writers.end())
        return Figure::leaf(name, 0, Unit::Rows, Origin::Default, "no growth is stated and no pattern inserts")
            .withPath(path);
    double total = 0;
    std::vector<Figure> inputs;
    for (const AccessPattern* pattern : writers->second) {
        total += rowsPerDay(*pattern);
        inputs.push_back(
            Figure::leaf("rate of " + pattern->name, pattern->rate.average.value, Unit::PerSecond, Origin::User)
                .withPath(fmt::format("pattern:{}/rate", pattern->id.value)));
        inputs.push_back(Figure::leaf("rows of one " + pattern->name, pattern->rowsWritten, Unit::Rows, Origin::User)
                             .withPath(fmt::format("pattern:{}/rows_written", pattern->id.value)));
    }
    return Figure::derived(name, std::max(0.0, total), Unit::Rows, "inserted less deleted rows a second × 86,400",
                           std::move(inputs));
}

} // namespace shardscape::estimator
