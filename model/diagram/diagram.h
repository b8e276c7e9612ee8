// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "model/base/ids.h"

namespace shardscape::model {

/// A point of the canvas, in canvas units (one unit = one pixel at 100 %), y downwards.
struct Point {
    double x = 0;
    double y = 0;
    auto operator<=>(const Point&) const = default;
};

/// Words on a diagram that belong to nothing in the model.
struct Note {
    NoteId id;
    std::string text;
    Point corner; ///< top left
    double width = 200;
    double height = 96;
    int color = 0; ///< 0: the theme's own; else the series colour of that number, from 1
    bool operator==(const Note&) const = default;
};

/// How the model is drawn: a sibling of the schema, never inside it. A project has one or more over the same model: the
/// first, with id 0, and those in Project::moreDiagrams. An entity without a position is placed by the automatic layout
/// when it is first shown. Sizes of cards follow from the contents and are not stored.
struct Diagram {
    DiagramId id;
    std::string name;                                   ///< empty for a first diagram that nobody named
    std::map<EntityId, Point> positions;                ///< top left corner of the card
    std::map<RelationshipId, std::vector<Point>> bends; ///< bend points set by hand
    bool everything = true;           ///< shows all entities, also those that are added to the model later
    std::vector<EntityId> exceptions; ///< ascending: those that it does not show, or without "everything" those it does
    std::vector<EntityId> pinned;     ///< ascending: neither layouts nor drags move them
    std::map<BoundaryId, Point> collapsed; ///< boundaries drawn as one card, with its top left corner
    std::vector<BoundaryId> locked;        ///< ascending: boundaries whose cards stay where they are
    std::vector<Note> notes;               ///< from the back to the front
    bool operator==(const Diagram&) const = default;

    bool shows(EntityId entity) const {
        return everything != std::binary_search(exceptions.begin(), exceptions.end(), entity);
    }
    bool isPinned(EntityId entity) const { return std::binary_search(pinned.begin(), pinned.end(), entity); }
    bool isLocked(BoundaryId boundary) const { return std::binary_search(locked.begin(), locked.end(), boundary); }
    const Note* find(NoteId note) const {
        const auto at = std::find_if(notes.begin(), notes.end(), [&](const Note& each) { return each.id == note; });
        return at == notes.end() ? nullptr : &*at;
    }
};

} // namespace shardscape::model
