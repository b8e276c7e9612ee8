// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/stage.h"
#include "app/stages/access/access_stage.h"
#include "app/stages/entities/entities_stage.h"
#include "app/stages/estimate/estimate_stage.h"
#include "app/stages/physical/physical_stage.h"
#include "app/stages/simulate/simulate_stage.h"
#include "app/stages/welcome/welcome_stage.h"

namespace shardscape::app {

QString StageEntry::title() const {
    return Stage::tr(name);
}

namespace {

template <class T> std::function<Stage*(Workbench&)> maker() {
    return [](Workbench& workbench) -> Stage* { return new T(workbench); };
}

} // namespace

std::vector<StageEntry> stageTable() {
    return {
        {"welcome",
         QT_TRANSLATE_NOOP("shardscape::app::Stage", "Welcome"),
         "home",
         {},
         maker<WelcomeStage>(),
         {},
         false},
        {"entities",
         QT_TRANSLATE_NOOP("shardscape::app::Stage", "Entities"),
         "entities",
         QKeySequence("Ctrl+1"),
         maker<EntitiesStage>(),
         {},
         true},
        {"access",
         QT_TRANSLATE_NOOP("shardscape::app::Stage", "Access"),
         "access",
         QKeySequence("Ctrl+2"),
         maker<AccessStage>(),
         {},
         true},
        {"physical",
         QT_TRANSLATE_NOOP("shardscape::app::Stage", "Physical"),
         "physical",
         QKeySequence("Ctrl+3"),
         maker<PhysicalStage>(),
         {},
         true},
        {"estimate",
         QT_TRANSLATE_NOOP("shardscape::app::Stage", "Estimate"),
         "estimate",
         QKeySequence("Ctrl+4"),
         maker<EstimateStage>(),
         {},
         true},
        {"simulate",
         QT_TRANSLATE_NOOP("shardscape::app::Stage", "Simulate"),
         "simulate",
         QKeySequence("Ctrl+5"),
         maker<SimulateStage>(),
         {},
         true},
    };
}

} // namespace shardscape::app
