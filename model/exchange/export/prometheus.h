// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// A design on Prometheus: a file of recording rules (promtool check rules accepts it). Prometheus has no schema; what
/// it can be told beforehand is which metrics are rolled up: an average over five minutes of every metric, and a rule
/// for every aggregate that a pattern groups by labels. Metrics, labels and retention are comments in front.
std::string writePrometheusRules(const Project& project, const Design& design);

} // namespace shardscape::model
