// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace shardscape::model {

/// Whole numbers of a thing. Saturation and rounding are the caller's; 2^63 rows or bytes are out of range.
template <class Tag> struct Count {
    std::int64_t value = 0;
    constexpr auto operator<=>(const Count&) const = default;
    constexpr Count operator+(Count other) const { return {value + other.value}; }
};
using Rows = Count<struct RowsTag>;
using Bytes = Count<struct BytesTag>;

/// Events in a second (1/s).
struct PerSecond {
    double value = 0;
    constexpr auto operator<=>(const PerSecond&) const = default;
    constexpr PerSecond operator+(PerSecond other) const { return {value + other.value}; }
    constexpr PerSecond operator*(double factor) const { return {value * factor}; }
};

/// A share or factor without unit.
struct Ratio {
    double value = 0;
    constexpr auto operator<=>(const Ratio&) const = default;
};

/// A span of wall time in seconds; the simulator uses integer nanoseconds instead.
struct Seconds {
    double value = 0;
    constexpr auto operator<=>(const Seconds&) const = default;
};
inline constexpr double kSecondsPerDay = 86400.0;
/// A month is a twelfth of a year of 365 days, as every growth figure says.
inline constexpr double kDaysPerMonth = 365.0 / 12.0;

} // namespace shardscape::model
