// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <string>
#include <utility>

#include <QtGlobal>

#include "estimator/capacity/outlook.h"
#include "model/exchange/import/import.h"
#include "tests/support/folders.h"

/// A project, its estimate and what follows from it, for the tests of both.
namespace shardscape::tests {

using namespace estimator;
using namespace model;

inline bool within(double actual, double expected, double share) {
    const bool good = std::abs(actual - expected) <= share * std::abs(expected);
    if (!good)
        qWarning("%.10g is not within %g of %.10g", actual, share, expected);
    return good;
}

inline Project projectOf(const std::string& schema, const std::string& workload) {
    auto imported = importPostgres({{"schema.sql", schema}});
    if (!imported)
        qFatal("%s", imported.error().text().c_str());
    auto complete = importWorkload(imported->project, {"workload.sql", workload});
    if (!complete)
        qFatal("%s", complete.error().text().c_str());
    return complete->project;
}

inline EngineProfile engine(const char* name) {
    static const EngineCatalogue kCatalogue =
        *EngineCatalogue::load({(sourceFolder() + "/resources/engines").toStdString()});
    return *kCatalogue.find(name);
}

inline const PriceBook& book() {
    static const PriceBook kBook = *PriceBook::load({(sourceFolder() + "/resources/prices").toStdString()});
    return kBook;
}

inline EngineProfile with(EngineProfile profile, const char* key, double value) {
    profile.constants[key] = {value, "as the case states", Evidence::Common};
    return profile;
}

struct Case {
    Project project;
    EngineProfile profile;
    Layout layout;
    Estimate numbers;
    Outlook outlook;
};

inline Case run(Project project, EngineProfile profile, Layout layout = {}, HeadroomOptions headroom = {}) {
    layout.engine = profile.name;
    auto numbers = estimate(project, profile, layout);
    if (!numbers)
        qFatal("%s", numbers.error().text().c_str());
    auto outlook = outlookOf(project, profile, layout, *numbers, book(), {{}, headroom});
    if (!outlook)
        qFatal("%s", outlook.error().text().c_str());
    return {std::move(project), std::move(profile), std::move(layout), std::move(*numbers), std::move(*outlook)};
}

inline const char* const kOrders =
    "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL, total int NOT NULL);";

} // namespace shardscape::tests
