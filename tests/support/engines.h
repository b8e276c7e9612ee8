// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include "model/engine/engine_profile.h"
#include "tests/support/folders.h"

namespace shardscape::tests {

/// The engines that the program brings; read once. Without them the test ends.
inline const model::EngineCatalogue& engines() {
    static const model::EngineCatalogue kEngines = [] {
        auto loaded = model::EngineCatalogue::load({(sourceFolder() + "/resources/engines").toStdString()});
        if (!loaded)
            qFatal("%s", loaded.error().text().c_str());
        return std::move(*loaded);
    }();
    return kEngines;
}

inline const model::EngineProfile& engine(const std::string& name) {
    const model::EngineProfile* found = engines().find(name);
    if (!found)
        qFatal("there is no engine %s", name.c_str());
    return *found;
}

} // namespace shardscape::tests
