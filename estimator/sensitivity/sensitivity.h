// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "estimator/cost/cost.h"
#include "estimator/summary/estimate.h"

namespace shardscape::estimator {

/// What was assumed for the user, ranked by how much it moves the answer (E8).
///
/// Collected: every leaf of the estimate's and the cost's working that nobody stated and that a path leads to (rows,
/// lengths, replicas), every constant of the engine that is a planning rule rather than measured or documented, and
/// three that hide in figures: different values of columns that patterns ask by, keys taken as equally popular, and
/// rates taken as steady. Each is varied alone and everything is estimated again: ÷ and × the factor, shares at most 1;
/// replicas by one; equally popular keys against zipf(0.99); a steady rate against a peak of the factor.
/// Effects are on the slowest p99 of all patterns, storage in a year, nodes and cost. The rank is the largest of their
/// swings, max |log2(varied ÷ base)|; an infinite p99 counts as a swing of 10.
struct Assumption {
    std::string path;   ///< of the field in the model, or "engine:NAME/KEY"; goes to Workbench and projectWith
    std::string name;   ///< "rows of orders"
    std::string source; ///< why this value
    double value = 0;
    Unit unit = Unit::None;
    double low = 0; ///< what it was varied to
    double high = 0;
    bool inModel = true; ///< a field of the project; false for a constant of the engine
};

struct Measures {
    double p99Seconds = 0;
    double storageBytes = 0;
    double nodes = 0;
    std::optional<double> costMonth;
};

struct Influence {
    Assumption assumption;
    Measures low;
    Measures high;
    double swing = 0;    ///< largest |log2| of the four
    std::string largest; ///< which of them: "p99", "storage", "nodes", "cost"; empty when nothing moves
};

struct Sensitivity {
    Measures base;
    std::vector<Influence> influences; ///< the most influential first
};

struct SensitivityOptions {
    double factor = 2;
    int threads = 1;
};

/// Assumptions alone, in the order in which the working meets them.
std::vector<Assumption> assumptionsOf(const model::Project& project, const model::EngineProfile& profile,
                                      const model::Layout& layout, const Estimate& estimate, const CostEstimate& cost,
                                      double factor = 2);

/// "progress" is called from any thread with the share done. Errors: Cancelled, and those of estimate().
model::Result<Sensitivity> sensitivityOf(const model::Project& project, const model::EngineProfile& profile,
                                         const model::Layout& layout, const model::PriceBook& prices,
                                         const std::string& wantedPrices = {}, const SensitivityOptions& options = {},
                                         std::stop_token stop = {}, const std::function<void(double)>& progress = {});

/// Project, profile and layout with another value of an assumption; false when the path leads nowhere.
struct Variant {
    model::Project project;
    model::EngineProfile profile;
    model::Layout layout;
};
bool setAssumption(Variant& variant, const std::string& path, double value);

} // namespace shardscape::estimator
