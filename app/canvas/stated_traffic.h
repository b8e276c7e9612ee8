// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/card.h"

namespace shardscape::app {

/// The traffic of entities where no engine was chosen, so that nothing is estimated: the rates of the statements
/// themselves, as estimator::accessMatrix counts them.
TrafficMap statedTraffic(const model::Project& project);

} // namespace shardscape::app
