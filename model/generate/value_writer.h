// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the k-th different value of a column looks. Not for use outside model/generate.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/generate/data_plan.h"
#include "model/physical/values.h"

namespace shardscape::model {

/// What values of a column look like.
struct ValueShape {
    const Attribute* attribute = nullptr;
    std::vector<std::string> allowed; ///< labels of an enumeration, values of a check
    double low = 1;                   ///< whole numbers: the first
    double most = 9.2e18;             ///< whole numbers: the largest that type and checks allow
    Lengths lengths;                  ///< variable ones
    double distinct = 1;              ///< how many there are: decides how many digits tell them apart
    std::uint64_t seed = 1;
    double secondsApart = 1; ///< times
};

/// The value with number k; the same k gives the same value, different ones differ as long as the type has room.
Cell valueOf(const ValueShape& shape, std::uint64_t k);

/// How many different values the shape has room for.
double roomOf(const ValueShape& shape);

/// "years-month-day" of a day counted from 1970-01-01, in the proleptic Gregorian calendar.
std::string dateText(std::int64_t day);

} // namespace shardscape::model
