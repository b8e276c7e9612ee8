// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/stage.h"

namespace shardscape::app {

std::vector<StageEntry> stageTable() {
    return {};
}

} // namespace shardscape::app
