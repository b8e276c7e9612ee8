// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/run_input.h"
#include "app/cli/session.h"

namespace shardscape::app {

/// What `simulate --months` is asked for.
struct MonthsRequest {
    int months = 0;
    std::string tiers; ///< "hot:7d,warm:90d,cold"; empty: none
};

/// Simulates months of storage of a project and prints them, as text or as
/// {"months": [{"month", "rows", "live_bytes", …}], "tables": […], "notes": […]}. Refused for a scenario file, which
/// knows no bytes.
void simulateStorage(const RunRequest& request, const MonthsRequest& months, Session& session);

} // namespace shardscape::app
