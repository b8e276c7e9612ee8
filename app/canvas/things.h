// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>
#include <vector>

#include <QRectF>

#include "app/document/selection.h"
#include "model/base/ids.h"

namespace shardscape::app {

class DiagramScene;

/// What a diagram draws as a box and a person can choose: an entity, a collapsed group, a note; or nothing.
using Thing = std::variant<std::monostate, model::EntityId, model::BoundaryId, model::NoteId>;

/// All that is drawn: entities, then groups, then notes, each in the project's order, which is the outline's, too.
std::vector<Thing> thingsOf(const DiagramScene& scene);
/// The same from left to right, as Tab goes through them.
std::vector<Thing> thingsInReadingOrder(const DiagramScene& scene);
/// Its box without the things that stand out, in scene coordinates; null when it is not drawn.
QRectF rectOf(const DiagramScene& scene, const Thing& thing);
/// The thing when exactly one is chosen.
Thing chosenThing(const Selected& selected);
Selected selectionOf(const Thing& thing);

} // namespace shardscape::app
