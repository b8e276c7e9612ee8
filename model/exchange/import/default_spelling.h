// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/schema/type.h"

namespace shardscape::model {

/// The default of a column in one spelling for what PostgreSQL, MySQL/MariaDB and SQLite spell differently: without
/// casts and parentheses around it ('x'::text, ('x')), the moment of the statement as CURRENT_TIMESTAMP (now(),
/// current_timestamp(), transaction_timestamp()), numbers without quotes and trailing zeros where the column is
/// numeric, truth as true and false where it is Boolean, NULL as no default. For comparing; not to be kept.
std::string plainDefault(const std::string& sql, const Type& type);

/// True when both mean the same by plainDefault().
bool sameDefault(const std::string& a, const std::string& b, const Type& type);

} // namespace shardscape::model
