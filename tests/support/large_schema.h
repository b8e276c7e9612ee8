// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace shardscape::tests {

/// PostgreSQL DDL of a large application, the same text for the same numbers: tables of mixed types with a primary key,
/// two foreign keys into earlier tables, an index and a comment each, in the proportions of real dumps.
std::string largeSchema(int tables, int columns = 15);

/// A workload over it: a get, a list by foreign key and an insert in turn, on tables spread over the schema.
std::string largeWorkload(int tables, int patterns);

} // namespace shardscape::tests
