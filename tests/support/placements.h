// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <QtGlobal>

#include "model/placement/placement.h"

namespace shardscape::tests {

/// A placement that a test takes for granted; without it the test ends.
inline std::unique_ptr<const model::Placement> placementOf(const std::string& kind, std::uint32_t partitions) {
    model::PlacementSpec spec;
    spec.kind = kind;
    spec.partitions = partitions;
    auto made = model::makePlacement(spec);
    if (!made)
        qFatal("%s", made.error().text().c_str());
    return std::move(*made);
}

} // namespace shardscape::tests
