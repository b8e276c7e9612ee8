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
        curve.retention = entity.volume.retentionDays.value_or(0);
        m_curves.emplace(entity.id, curve);
    }
}

double Growth::rows(EntityId entity, double days) const {
    const auto at = m_curves.find(entity);
    if (at == m_curves.end())
        return m_cardinality.rows(entity);
    const Curve& curve = at->second;
    if (days <= 0)
        return curve.now;
    const double grown = std::max(0.0, without(curve.now, curve.perDay, curve.rate, days));
    if (curve.retention <= 0)
        return grown;
    // What came in during the last D days, before now at the rate of now.
    const double coming = curve.perDay + curve.rate * curve.now;
    if (coming <= 0)
        return curve.now;
    const double before = std::max(0.0, curve.retention - days);
    const double since = grown - without(curve.now, curve.perDay, curve.rate, std::max(0.0, days - curve.retention));
    const double kept = since + coming * before;
    // Rows of now that are older than the window leave it evenly.
    const double surplus =
        std::max(0.0, curve.now - coming * curve.retention) * std::max(0.0, 1 - days / curve.retention);
    return std::min(grown, kept + surplus);
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
