// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "app/shell/stage.h"
#include "app/stages/entities/entities_stage.h"
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
    };
}

} // namespace shardscape::app
