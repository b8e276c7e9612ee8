// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/columnar.h"

#include <algorithm>
#include <cmath>

namespace shardscape::estimator {
namespace {

using Kind = ColumnarColumn::Kind;

/// The best that LZ4 does: a length byte stands for 255 bytes.
constexpr double kBestRatio = 250;

Spread capped(const Spread& bytes, double most) {
    return {std::min(bytes.least, most), std::min(bytes.likely, most), std::min(bytes.most, most)};
}

Spread constants(const model::EngineProfile& profile, const std::string& name) {
    return {profile.value("storage." + name + "_least_ratio"), profile.value("storage." + name + "_ratio"),
            profile.value("storage." + name + "_most_ratio")};
}

/// Values that came a short while ago are written as where that was: what a repeat costs, as often as one is in reach.
Spread repeated(const Spread& bytes, const ColumnarColumn& column, double repeat, const model::EngineProfile& profile) {
    const double inReach = profile.value("storage.window_bytes") / std::max(1.0, column.width);
    const double share = 1 - std::exp(-inReach / std::max(1.0, column.distinct));
    const auto mixed = [&](double first) { return first <= repeat ? first : share * repeat + (1 - share) * first; };
    return {mixed(bytes.least), mixed(bytes.likely), mixed(bytes.most)};
}

Spread presentBytes(const ColumnarColumn& column, const model::EngineProfile& profile) {
    const double raw = column.width * profile.value("storage.incompressible_ratio");
    const double valueBytes = std::log2(std::max(2.0, column.distinct)) / 8;
    switch (column.kind) {
    case Kind::Whole: {
        const Spread extra{profile.value("storage.whole_extra_least_bytes"), profile.value("storage.whole_extra_bytes"),
                           profile.value("storage.whole_extra_most_bytes")};
        // Numbers from 1 differ in their low bytes only; others may be anywhere between that and all their digits.
        const double allBytes = std::max(valueBytes, column.digits * std::log2(10.0) / 8);
        return capped(Spread{valueBytes, (valueBytes + allBytes) / 2, allBytes} + extra, raw);
    }
    case Kind::Real: return capped(constants(profile, "real") * column.width, raw);
    case Kind::Random: return repeated({raw, raw, raw}, column, profile.value("storage.repeat_bytes"), profile);
    case Kind::Flag: return constants(profile, "flag");
    case Kind::Label: return constants(profile, "label") * (column.distinct > 127 ? 2 : 1);
    case Kind::Dictionary: {
        const double values = column.width * column.valueShare;
        return constants(profile, "label") * (column.distinct > 255 ? 2 : 1) + Spread{values, values, values};
    }
    case Kind::Text: {
        const bool isLong = column.width >= profile.value("storage.long_text_bytes");
        const Spread text = constants(profile, isLong ? "long_text" : "short_text") * column.width;
        const double repeat =
            profile.value("storage.repeat_bytes") + column.width * profile.value("storage.text_repeat_ratio");
        const Spread words = repeated(text, column, repeat, profile);
        return column.varies ? words + constants(profile, "text_size") : words;
    }
    case Kind::List: {
        ColumnarColumn element = column;
        element.kind = Kind::Whole;
        return presentBytes(element, profile) * column.elements + constants(profile, "list_offset");
    }
    }
    return {};
}

} // namespace

Spread columnarBytes(const ColumnarColumn& column, const model::EngineProfile& profile) {
    Spread bytes = presentBytes(column, profile) * (1 - column.nullShare);
    if (column.nullShare > 0) // what is null is most expensive to tell where it is half of the rows
        bytes = bytes + constants(profile, "null") * (4 * column.nullShare * (1 - column.nullShare));
    if (column.runShare < 1) {
        const double floor = column.width / kBestRatio;
        bytes = bytes * column.runShare;
        bytes = {std::max(floor, bytes.least), std::max(floor, bytes.likely), std::max(floor, bytes.most)};
    }
    return bytes;
}

std::string columnarFormula(const ColumnarColumn& column) {
    std::string text;
    switch (column.kind) {
    case Kind::Whole: text = "bytes that tell the different values apart + what LZ4 adds, at most the width"; break;
    case Kind::Real: text = "width × share left by LZ4 of numbers with a fraction"; break;
    case Kind::Random:
        text = "width: random bytes do not shrink, but those that came shortly before are written as a repeat";
        break;
    case Kind::Flag: text = "yes or no, compressed"; break;
    case Kind::Label: text = "a number for each label, compressed"; break;
    case Kind::Dictionary: text = "a number into the dictionary, compressed + the dictionary's part"; break;
    case Kind::Text: text = "mean length × share left by LZ4 + its size"; break;
    case Kind::List: text = "elements × bytes of one + where the list ends"; break;
    }
    if (column.nullShare > 0)
        text = "(" + text + ") × (1 − share of nulls) + map of nulls";
    if (column.runShare < 1)
        text += ", for each run of equal values that the sort key makes";
    return text;
}

} // namespace shardscape::estimator
