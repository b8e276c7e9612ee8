// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/schema/project.h"

namespace shardscape::app {

class CanvasView;

/// Makes the canvas readable for screen readers: it is a list, and each entity on it an item with a name, the place
/// where it is drawn, whether it is selected, and its columns as description; pressing an item selects it. Graphics
/// items are nothing that Qt would tell assistive tools of by itself. Call it once a view is there; calling again is
/// free.
void installCanvasAccessibility();

/// Tells assistive tools that another entity of the canvas has the focus now.
void announceEntity(CanvasView& view, model::EntityId entity);

/// "Entity orders, 7 attributes, 3 relationships".
QString accessibleName(const model::Project& project, const model::Entity& entity);

} // namespace shardscape::app
