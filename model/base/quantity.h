// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/base/result.h"
#include "model/base/units.h"

/// Quantities as people write them: "1e9", "2e6/day", "730d", "20kB", "99.95%", "20:00".
///
/// A number is decimal, with an optional sign, fraction and exponent; underscores between digits are allowed
/// ("1_000_000"). SI prefixes are k M G T P E, binary ones Ki Mi Gi Ti Pi Ei; both are case-sensitive, except that K
/// means k. Every parser wants its own unit and says which one when it finds another. Powers of ten are applied to the
/// decimal text, so that "99.95%" is the same number as "0.9995" and "50ms" the same as "0.05s".
///
/// Errors: Invalid with a message that quotes the text; place and file are left to the caller.
///
/// format…() write the spelling with the fewest digits that reads back as exactly the same double, so that a file
/// written from a project says the same as the one it came from.
namespace shardscape::model {

/// A plain number of things: "1e9", "200M", "4Ki".
Result<double> parseCount(std::string_view text);
std::string formatCount(double value);

/// Bytes: "600B", "20kB", "1.5MiB"; a bare number is bytes.
Result<double> parseBytes(std::string_view text);
std::string formatBytes(double value);

/// Seconds: "5s", "50ms", "200us", "15min", "2h", "730d", "2w", "1y" (365 days).
Result<double> parseDuration(std::string_view text);
std::string formatDuration(double seconds);

/// A duration in days; whole days stay whole.
Result<double> parseDays(std::string_view text);
std::string formatDays(double days);

/// A share: "99.95%", "0.3".
Result<double> parseRatio(std::string_view text);
std::string formatRatio(double value);

/// Events a second: "5000/s", "12k/min", "2/h", "2e6/day".
Result<PerSecond> parseRate(std::string_view text);
std::string formatRate(PerSecond rate);

/// Things a day: "2e6/day", "30/s".
Result<double> parsePerDay(std::string_view text);
std::string formatPerDay(double perDay);

/// Hours after midnight, 0 … 24: "20:00", "7:30", "23:59:59".
Result<double> parseHourOfDay(std::string_view text);
std::string formatHourOfDay(double hours);

/// Seconds after midnight of the same spellings.
Result<double> parseSecondOfDay(std::string_view text);
std::string formatSecondOfDay(double seconds);

/// The shortest decimal that reads back as the same double: "0.1", "1e21", "1500".
std::string formatNumber(double value);

} // namespace shardscape::model
