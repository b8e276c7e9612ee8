// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Not for use outside estimator/copies.
#pragma once

#include <string>
#include <vector>

#include "estimator/summary/estimate.h"

namespace shardscape::estimator {

/// A design that was estimated, and the work of its patterns. "project" is the one with the copies that it keeps.
class Measured {
public:
    Measured(const model::Project& project, const model::EngineProfile& profile, const Estimate& estimate);

    const PatternEstimate* find(model::PatternId id) const;
    /// Seconds of servers for one request, in all visits and copies.
    double workOfOne(const PatternEstimate& pattern) const;
    Figure servers(const PatternEstimate& pattern) const;
    Figure servers(const std::string& name, const std::vector<model::PatternId>& patterns) const;
    Figure rowsWritten(const std::vector<model::PatternId>& patterns) const;
    Figure bytesWritten(const std::vector<model::PatternId>& patterns) const;

private:
    const model::Project& m_project;
    const model::EngineProfile& m_profile;
    const Estimate& m_estimate;
};

/// Which patterns belong to the reads of a copy, and which to its writes.
struct CopySides {
    std::vector<model::PatternId> reads, readCompanions;
    std::vector<model::PatternId> writes, upkeep; ///< upkeep with what is made anew
    std::vector<model::PatternId> fixed;          ///< of the upkeep: what happens whatever is written
};
CopySides sidesOf(const model::Project& base, const model::Derivation& derivation, const model::DerivedCopy& copy);

} // namespace shardscape::estimator
