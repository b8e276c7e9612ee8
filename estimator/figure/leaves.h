// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>

#include "estimator/figure/figure.h"
#include "model/engine/engine_profile.h"

namespace shardscape::estimator {

/// The constants of one engine as figures, each made once and shared by all that use it. Values are in base units: a
/// key ending in "us" or "ms" reads in seconds. Not thread-safe: one an estimate.
class ProfileLeaves {
public:
    explicit ProfileLeaves(const model::EngineProfile& profile)
        : m_profile(profile) {}

    /// "storage.page_size_bytes" → "page size" of 8,192 B with its source. Absent constants read 0 and say so.
    const Figure& operator()(const std::string& key);
    const model::EngineProfile& profile() const { return m_profile; }

private:
    const model::EngineProfile& m_profile;
    std::unordered_map<std::string, Figure> m_leaves;
};

/// A whole number of things at or above "value", forgiving the last bits of floating point: 1.0000000000002 is 1.
double wholeAtLeast(double value);

} // namespace shardscape::estimator
