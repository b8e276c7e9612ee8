// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include <QtGlobal>

#include "model/exchange/import/import.h"
#include "tests/support/engines.h"

namespace shardscape::tests {

/// Whether a number is within a share of what is expected; says both when it is not.
inline bool within(double actual, double expected, double share) {
    const bool good = std::abs(actual - expected) <= share * std::max(std::abs(expected), 1e-300);
    if (!good)
        qWarning("%.12g is not within %g of %.12g", actual, share, expected);
    return good;
}

/// PostgreSQL's DDL and a workload as a project; a test whose text is not understood ends.
inline model::Project projectOf(const std::string& schema, const std::string& workload) {
    auto imported = model::importPostgres({{"schema.sql", schema}});
    if (!imported)
        qFatal("%s", imported.error().text().c_str());
    auto complete = model::importWorkload(imported->project, {"workload.sql", workload});
    if (!complete)
        qFatal("%s", complete.error().text().c_str());
    return std::move(complete->project);
}

} // namespace shardscape::tests
