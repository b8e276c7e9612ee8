// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <string>
#include <utility>

#include <QtGlobal>

#include "estimator/capacity/outlook.h"
#include "model/exchange/import/import.h"
#include "tests/support/estimating.h"
#include "tests/support/folders.h"

/// A project, its estimate and what follows from it, for the tests of both.
namespace shardscape::tests {

using namespace estimator;
using namespace model;

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
