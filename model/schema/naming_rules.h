// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace shardscape::model {

/// How constraints and indexes of a project are called: templates in which {schema}, {table}, {columns}, {parent} and
/// {parent_columns} stand for names, several joined by an underscore. An empty one leaves it to the engine.
struct NamingRules {
    std::string primaryKey; ///< "{table}_pkey"
    std::string unique;     ///< "{table}_{columns}_key"
    std::string foreignKey; ///< "{table}_{columns}_fkey"
    std::string index;      ///< "{table}_{columns}_idx"
    bool operator==(const NamingRules&) const = default;
};

} // namespace shardscape::model
