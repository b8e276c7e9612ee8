// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/engine/engine_profile.h"
#include "model/schema/type.h"

namespace shardscape::estimator {

/// Sizes and request units of DynamoDB items.
///
/// Source: "CapacityUnitCalculations" of the DynamoDB developer guide; 48 byte-boundary probes against dynalite 4.0.0
/// gave the predicted units. An item is the sum of its attributes' names (UTF-8) and values; storage adds 100 bytes an
/// item.

struct ItemAttribute {
    double nameBytes = 0;
    double valueBytes = 0;
    double nullShare = 0; ///< absent attributes take nothing
};

double itemBytes(const std::vector<ItemAttribute>& attributes);
/// A number of that many significant decimal digits: 1 byte, and 1 for each two digits; 1 more when negative.
double numberBytes(double digits, bool negative = false);
/// Units of one read: whole blocks of 4 KB, half of them when eventually consistent.
double readUnits(double bytes, bool strong, const model::EngineProfile& profile);
/// Units of one write: whole blocks of 1 KB.
double writeUnits(double bytes, const model::EngineProfile& profile);

} // namespace shardscape::estimator
