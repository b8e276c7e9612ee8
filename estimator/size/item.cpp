// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/item.h"

#include <algorithm>
#include <cmath>

namespace shardscape::estimator {

double itemBytes(const std::vector<ItemAttribute>& attributes) {
    double bytes = 0;
    for (const ItemAttribute& attribute : attributes)
        bytes += (1 - attribute.nullShare) * (attribute.nameBytes + attribute.valueBytes);
    return bytes;
}

double numberBytes(double digits, bool negative) {
    return 1 + std::ceil(std::max(1.0, digits) / 2) + (negative ? 1 : 0);
}

double readUnits(double bytes, bool strong, const model::EngineProfile& profile) {
    const double blocks = std::max(1.0, std::ceil(bytes / profile.value("storage.read_unit_bytes") - 1e-9));
    return strong ? blocks : blocks * profile.value("storage.eventual_read_unit_ratio");
}

double writeUnits(double bytes, const model::EngineProfile& profile) {
    return std::max(1.0, std::ceil(bytes / profile.value("storage.write_unit_bytes") - 1e-9));
}

} // namespace shardscape::estimator
