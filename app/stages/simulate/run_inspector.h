// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stages/property_list.h"
#include "app/stages/simulate/simulation.h"

namespace shardscape::app {

/// Fills the inspector with what a finished run says about the cluster and its hottest keys; "stale" says so on top.
void inspectRun(PropertyList& list, const Simulation& run, const QString& engine, bool stale);

} // namespace shardscape::app
