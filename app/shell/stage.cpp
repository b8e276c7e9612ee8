// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/stage.h"

namespace shardscape::app {

Stage::Stage(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench) {}

} // namespace shardscape::app
