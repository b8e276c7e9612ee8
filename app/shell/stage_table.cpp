// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "app/shell/stage.h"
#include "app/stages/access/access_stage.h"
#include "app/stages/entities/entities_stage.h"
#include "app/stages/estimate/estimate_stage.h"
#include "app/stages/physical/physical_stage.h"
#include "app/stages/simulate/simulate_stage.h"
#include "app/stages/welcome/welcome_stage.h"

namespace shardscape::app {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Stages", text);
}

template <class T> std::function<Stage*(Workbench&)> maker() {
    return [](Workbench& workbench) -> Stage* { return new T(workbench); };
}

} // namespace

std::vector<StageEntry> stageTable() {
    return {
        {"welcome", tr("Welcome"), "home", {}, maker<WelcomeStage>(), {}, false},
        {"entities", tr("Entities"), "entities", QKeySequence("Ctrl+1"), maker<EntitiesStage>(), {}, true},
        {"access", tr("Access"), "access", QKeySequence("Ctrl+2"), maker<AccessStage>(), {}, true},
        {"physical", tr("Physical"), "physical", QKeySequence("Ctrl+3"), maker<PhysicalStage>(), {}, true},
        {"estimate", tr("Estimate"), "estimate", QKeySequence("Ctrl+4"), maker<EstimateStage>(), {}, true},
        {"simulate", tr("Simulate"), "simulate", QKeySequence("Ctrl+5"), maker<SimulateStage>(), {}, true},
    };
}

} // namespace shardscape::app
