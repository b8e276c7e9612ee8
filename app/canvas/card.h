// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QRectF>
#include <QString>

#include "estimator/summary/estimate.h"
#include "model/schema/project.h"

namespace shardscape::app {

/// What a line of a card says about its column, besides name and type.
enum class ColumnMark { None, Primary, PrimaryForeign, Foreign, Unique };

struct CardRow {
    model::AttributeId attribute;
    ColumnMark mark = ColumnMark::None;
    QString name;
    QString type; ///< with "?" behind it when it may be null
    QString tip;
};

/// What reaches an entity in an average second, all structures that hold its rows together.
struct Traffic {
    double reads = 0;
    double writes = 0;
    double total() const { return reads + writes; }
};
using TrafficMap = std::map<model::EntityId, Traffic>;

/// The traffic of every entity, by the patterns that use it and, where the design has structures of its own for the
/// entity, by the rows that are written to them.
TrafficMap trafficOf(const model::Project& project, const estimator::Estimate& estimate);

/// What is drawn for one entity: texts and numbers, ready to paint. Made once for each version of the entity.
struct EntityCard {
    model::EntityId id;
    QString name;
    QString badge; ///< "300 M rows", empty when nobody said
    int boundaryColor = -1;
    std::vector<CardRow> rows;
    int moreRows = 0; ///< columns beyond the most that are drawn
    double width = 0;

    bool hasTraffic = false;
    QString reads;
    QString writes;
    double readShare = 0; ///< of the busiest entity's traffic, 0 … 1
    double writeShare = 0;
    double rowsShare = 0; ///< by logarithm, of the largest entity's rows
};

/// What of a project decides how its cards look, computed once for all of them.
struct CardContext {
    const model::Project& project;
    const TrafficMap& traffic;
    double busiest = 0;
    double mostRows = 0;
    CardContext(const model::Project& project, const TrafficMap& traffic);
    /// Columns that refer to a parent.
    std::map<model::EntityId, std::vector<model::AttributeId>> foreign;
};
EntityCard makeCard(const CardContext& context, const model::Entity& entity);
/// Fills in what the numbers say: traffic and shares. Cheap; for when only the numbers changed.
void fillFigures(EntityCard& card, const CardContext& context, const model::Entity& entity);

/// Where the parts of a card are, relative to its top left corner. A strategy of its own, so that hit tests, painting,
/// lines and the layout agree.
struct CardGeometry {
    static constexpr double kStripe = 4;
    static constexpr double kHeader = 32;
    static constexpr double kRow = 22;
    static constexpr double kFoot = 26;
    static constexpr double kPadding = 11;
    static constexpr int kMostRows = 24;

    static QSizeF size(const EntityCard& card);
    static QRectF header(const EntityCard& card);
    static QRectF row(const EntityCard& card, int index);
    static QRectF foot(const EntityCard& card);
    /// The row at a height; -1 when there is none.
    static int rowAt(const EntityCard& card, double y);
    /// The height at which lines of a column leave; of the header when the column is not drawn.
    static double anchor(const EntityCard& card, model::AttributeId attribute);
};

} // namespace shardscape::app
