// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/card.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>

#include "app/document/type_text.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"

namespace shardscape::app {
namespace {

constexpr double kLeastWidth = 208;
constexpr double kMostWidth = 336;

bool contains(const std::vector<model::AttributeId>& ids, model::AttributeId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool isUniqueAlone(const model::Entity& entity, model::AttributeId id) {
    return std::any_of(entity.keys.begin(), entity.keys.end(), [&](const model::Key& key) {
        return key.kind == model::KeyKind::Unique && key.attributes == std::vector{id};
    });
}

ColumnMark markOf(const CardContext& context, const model::Entity& entity, model::AttributeId id) {
    const auto at = context.foreign.find(entity.id);
    const bool foreign = at != context.foreign.end() && contains(at->second, id);
    const model::Key* primary = entity.primaryKey();
    if (primary && contains(primary->attributes, id))
        return foreign ? ColumnMark::PrimaryForeign : ColumnMark::Primary;
    return foreign ? ColumnMark::Foreign : isUniqueAlone(entity, id) ? ColumnMark::Unique : ColumnMark::None;
}

double widthOf(const EntityCard& card) {
    const QFontMetricsF body(textFont(TextSize::Body));
    const QFontMetricsF bold(textFont(TextSize::Body, true));
    const QFontMetricsF caption(textFont(TextSize::Caption));
    double width =
        bold.horizontalAdvance(card.name) + caption.horizontalAdvance(card.badge) + 3 * CardGeometry::kPadding;
    for (const CardRow& row : card.rows)
        width = std::max(width, body.horizontalAdvance(row.name) + body.horizontalAdvance(row.type) + 20 +
                                    3 * CardGeometry::kPadding);
    return std::clamp(std::ceil(width / 8) * 8, kLeastWidth, kMostWidth);
}

} // namespace

TrafficMap trafficOf(const model::Project& project, const estimator::Estimate& estimate) {
    TrafficMap traffic;
    const model::Project& subject = estimate.subject(project); // what a kept copy answers asks its sources no more
    for (const estimator::PatternEstimate& figures : estimate.patterns) {
        const model::AccessPattern* pattern = subject.patterns.find(figures.pattern);
        if (!pattern)
            continue;
        Traffic& main = traffic[pattern->entity];
        (model::isWrite(pattern->verb) ? main.writes : main.reads) += figures.qps.value();
        for (model::EntityId joined : pattern->joined)
            traffic[joined].reads += figures.qps.value();
    }
    // A write of many rows (a fan-out) counts by its rows, which only the structures know.
    for (std::size_t i = 0; i < estimate.structures.size() && i < estimate.design.structures.size(); ++i) {
        const estimator::StructureEstimate& figures = estimate.structures[i];
        if (estimate.design.structures[i].truth && estimate.design.structures[i].entities.size() <= 1)
            if (const auto at = traffic.find(figures.entity); at != traffic.end())
                at->second.writes = std::max(at->second.writes, figures.writesPerSecond.value());
    }
    traffic.erase(model::EntityId{});
    return traffic;
}

CardContext::CardContext(const model::Project& shown, const TrafficMap& map)
    : project(shown)
    , traffic(map) {
    for (const auto& [id, each] : traffic)
        busiest = std::max(busiest, each.total());
    for (const model::Entity& entity : project.entities)
        if (entity.volume.rows)
            mostRows = std::max(mostRows, double(entity.volume.rows->value));
    for (const model::Relationship& relationship : project.relationships) {
        auto& columns = foreign[relationship.child];
        columns.insert(columns.end(), relationship.childAttributes.begin(), relationship.childAttributes.end());
    }
}

EntityCard makeCard(const CardContext& context, const model::Entity& entity) {
    EntityCard card;
    card.id = entity.id;
    card.name = QString::fromStdString(context.project.displayName(entity));
    if (entity.volume.rows)
        card.badge = formatNumber(double(entity.volume.rows->value), estimator::Unit::Rows);
    if (const model::Boundary* boundary = context.project.boundaries.find(entity.boundary))
        card.boundaryColor = boundary->color;
    const int columns = int(entity.attributes.size());
    // One more line than the most costs no more room than the line that says so.
    const int shown = columns <= CardGeometry::kMostRows + 1 ? columns : CardGeometry::kMostRows;
    card.moreRows = columns - shown;
    for (int i = 0; i < shown; ++i) {
        const model::Attribute& attribute = entity.attributes[std::size_t(i)];
        const QString type = QString::fromStdString(typeText(context.project, attribute.type));
        card.rows.push_back({attribute.id,
                             markOf(context, entity, attribute.id),
                             QString::fromStdString(attribute.name),
                             attribute.nullable ? type + QLatin1Char('?') : type,
                             {}});
    }
    fillFigures(card, context, entity);
    card.width = widthOf(card);
    return card;
}

void fillFigures(EntityCard& card, const CardContext& context, const model::Entity& entity) {
    card.hasTraffic = false;
    if (const auto at = context.traffic.find(entity.id); at != context.traffic.end() && context.busiest > 0) {
        card.hasTraffic = true;
        card.readShare = at->second.reads / context.busiest;
        card.writeShare = at->second.writes / context.busiest;
        const auto rate = [](double value, const char* unit) {
            QString text = formatNumber(value, estimator::Unit::PerSecond);
            return text.replace(QStringLiteral("/s"), QString::fromLatin1(unit));
        };
        card.reads = rate(at->second.reads, " r/s");
        card.writes = rate(at->second.writes, " w/s");
    }
    if (entity.volume.rows && context.mostRows > 1)
        card.rowsShare = std::log1p(double(entity.volume.rows->value)) / std::log1p(context.mostRows);
}

QSizeF CardGeometry::size(const EntityCard& card) {
    const double rows = double(card.rows.size()) + (card.moreRows > 0 ? 1 : 0);
    return {card.width, kStripe + kHeader + rows * kRow + 4 + kFoot};
}

QRectF CardGeometry::header(const EntityCard& card) {
    return {0, kStripe, card.width, kHeader};
}

QRectF CardGeometry::row(const EntityCard& card, int index) {
    return {0, kStripe + kHeader + 2 + index * kRow, card.width, kRow};
}

QRectF CardGeometry::foot(const EntityCard& card) {
    return {0, size(card).height() - kFoot, card.width, kFoot};
}

int CardGeometry::rowAt(const EntityCard& card, double y) {
    const int index = int(std::floor((y - kStripe - kHeader - 2) / kRow));
    return index >= 0 && index < int(card.rows.size()) ? index : -1;
}

double CardGeometry::anchor(const EntityCard& card, model::AttributeId attribute) {
    for (std::size_t i = 0; i < card.rows.size(); ++i)
        if (card.rows[i].attribute == attribute)
            return row(card, int(i)).center().y();
    return attribute && card.moreRows > 0 ? row(card, int(card.rows.size())).center().y() : header(card).center().y();
}

} // namespace shardscape::app
