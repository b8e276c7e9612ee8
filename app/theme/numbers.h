// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "estimator/figure/figure.h"

namespace shardscape::app {

/// How numbers are written in the window: three significant digits with prefix and unit, exactly as everywhere else.
QString formatNumber(double value, estimator::Unit unit);
QString formatNumber(const estimator::Figure& figure);
/// All digits, for tooltips.
QString formatExactly(double value, estimator::Unit unit);
QString formatExactly(const estimator::Figure& figure);

/// A written number in two parts, so that the unit can be muted: "412" and "GB".
struct NumberText {
    QString number;
    QString unit;
};
NumberText splitNumber(const QString& formatted);

/// Seconds after midnight as "14:30".
QString formatTimeOfDay(double seconds);
/// A share 0 … 1 as "6.5 %".
QString formatShare(double share);

/// Reads what people type: "10k", "2.5 M", "1e6", "12,000" with the comma of the locale, with or without the unit
/// ("/s", "ms", "GiB", "%"). Seconds take ns us µs ms s min h d; Bytes take B, SI and binary prefixes; PerSecond takes
/// /s /min /h /day; Ratio and Percent take "80 %" as 0.8. Nothing when it is not such a number.
std::optional<double> parseNumber(const QString& text, estimator::Unit unit);

} // namespace shardscape::app
