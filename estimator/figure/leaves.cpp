// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/figure/leaves.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace shardscape::estimator {
namespace {

struct Suffix {
    std::string_view text;
    Unit unit;
    double factor;
};
constexpr Suffix kSuffixes[] = {
    {"_per_s", Unit::PerSecond, 1}, {"_bytes", Unit::Bytes, 1}, {"_us", Unit::Seconds, 1e-6},
    {"_ms", Unit::Seconds, 1e-3},   {"_ratio", Unit::Ratio, 1}, {"_count", Unit::None, 1},
};

std::string evidenceOf(model::Evidence evidence) {
    switch (evidence) {
    case model::Evidence::Measured: return "measured";
    case model::Evidence::Source: return "documented";
    case model::Evidence::Common: return "planning rule";
    }
    return {};
}

} // namespace

const Figure& ProfileLeaves::operator()(const std::string& key) {
    auto at = m_leaves.find(key);
    if (at != m_leaves.end())
        return at->second;
    const model::Constant& constant = m_profile.constant(key);
    std::string name = key;
    Unit unit = Unit::None;
    double factor = 1;
    for (const Suffix& suffix : kSuffixes)
        if (name.ends_with(suffix.text)) {
            unit = suffix.unit;
            factor = suffix.factor;
            name.resize(name.size() - suffix.text.size());
            break;
        }
    const bool ofType = name.find("types.") != std::string::npos;
    name = ofType ? name.substr(name.find("types.") + 6) : name.substr(name.rfind('.') + 1);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '_' || c == '.'; }, ' ');
    return m_leaves
        .emplace(key, Figure::leaf(std::move(name), constant.value * factor, unit, Origin::Profile,
                                   evidenceOf(constant.evidence) + ": " + constant.source)
                          .withPath("engine:" + m_profile.name + "/" + key))
        .first->second;
}

double wholeAtLeast(double value) {
    return std::ceil(value - 1e-9 * std::max(1.0, std::abs(value)));
}

} // namespace shardscape::estimator
