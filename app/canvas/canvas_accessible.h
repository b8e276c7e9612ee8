// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/canvas/things.h"

namespace shardscape::app {

class CanvasView;

/// Makes the canvas readable for screen readers: it is a list, and each entity, collapsed group and note on it an item
/// with a name, the place where it is drawn, whether it is selected, and its columns or entities as description;
/// pressing an item selects it, toggling a group opens it. Graphics items are nothing that Qt would tell assistive
/// tools of by itself. Call it once a view is there; calling again is free.
void installCanvasAccessibility();

/// Tells assistive tools that another thing of the canvas has the focus now.
void announceThing(CanvasView& view, const Thing& thing);

/// "Entity orders, 7 attributes, 3 relationships", "Collapsed group billing, 4 entities", "Note: kept for ever".
QString accessibleName(const DiagramScene& scene, const Thing& thing);
/// "Columns: id, name", "Entities: orders, payments"; empty for a note.
QString accessibleDescription(const DiagramScene& scene, const Thing& thing);

} // namespace shardscape::app
