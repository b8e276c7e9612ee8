// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "model/schema/project.h"

namespace shardscape::model {

/// What a form can say about an access pattern on one entity, for those who do not write SQL.
struct StatementShape {
    enum class Kind { Read, Count, Insert, Update, Increment, Delete };
    struct Order {
        AttributeId attribute;
        bool descending = false;
        bool operator==(const Order&) const = default;
    };
    struct Range {
        AttributeId attribute;
        std::string sign = ">="; ///< >=, >, <=, < or BETWEEN
        bool operator==(const Range&) const = default;
    };
    Kind kind = Kind::Read;
    EntityId entity;
    std::vector<AttributeId> equal;   ///< "= $n" each, in this order
    std::vector<Range> range;         ///< "sign $n" each
    std::vector<Order> order;         ///< Read
    std::vector<AttributeId> columns; ///< read, inserted or assigned; none: all of them (of an update: one that fits)
    std::optional<double> limit;      ///< Read: rows; unset = unbounded
    bool limitParameter = false;      ///< Read: the limit is a parameter
    Paging paging = Paging::None;     ///< Read: offset adds OFFSET $n, cursor a condition on the first sort column
    /// Values that are written down instead of asked for: "'open'", "now()"; of conditions, and of assigned columns.
    std::map<AttributeId, std::string> fixed, given;
    bool operator==(const StatementShape&) const = default;
};

/// The statement, ready for parsePatternSql; parameters are $1, $2 … in the order in which they come. A statement that
/// cannot run yet (an update without a column) is written with the first column that fits. Attributes that the entity
/// does not have are left out.
std::string writeStatement(const Project& project, const StatementShape& shape);

/// The shape of a pattern, or in words why the form cannot express its statement ("it joins 2 entities"). What comes
/// back is written again as a statement with the same meaning.
tl::expected<StatementShape, std::string> shapeOf(const Project& project, const AccessPattern& pattern);

} // namespace shardscape::model
