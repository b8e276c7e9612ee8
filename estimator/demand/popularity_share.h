// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/workload/popularity.h"

namespace shardscape::estimator {

/// The generalised harmonic number H(n, s) = sum over r = 1 … n of r^-s, for any real n >= 0 and s >= 0.
/// Exact summation of the first 1,024 terms, Euler-Maclaurin with the first correction beyond (relative error < 1e-9);
/// n between two integers is interpolated.
double harmonic(double n, double s);

/// The share of the traffic that the most popular "share" (0 … 1) of "keys" keys takes.
/// Uniform: share. Zipf, Latest: H(share keys, theta) / H(keys, theta). Power law: the same with theta = 1 / (alpha -
/// 1). Hot set: linear within and outside the set. Nothing for samples, whose keys are in a file.
std::optional<double> topKeysShare(const model::KeyPopularity& popularity, double keys, double share);

} // namespace shardscape::estimator
