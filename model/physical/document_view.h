// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/schema/project.h"

namespace shardscape::model {

/// Children inside their parents: what a document engine holds as a list (or, for one child, as a document) in a field.
struct Embedding {
    EntityId child;
    EntityId parent;
    AttributeId field;   ///< of the parent; in the view, unless the parent lies in a document itself
    double elements = 1; ///< mean number of children
};

/// The project as documents: embedded children are gone, their parents have a field with them, and patterns ask the
/// parents. All other ids stay what they are, so that what is found out about the view holds for the project.
struct DocumentView {
    Project project;
    std::vector<Embedding> embedded; ///< children before what they lie in lies in its own parent
    std::vector<std::string> notes;  ///< what was embedded and what was not, and why; one sentence each
};

/// Children of one parent at most that go into a document, and bytes of them at most. A document ends at 16 MiB and is
/// read and written as a whole, so that lists must have an end (MongoDB manual, "Unbounded Arrays").
inline constexpr double kMostEmbedded = 1000;
inline constexpr double kMostEmbeddedBytes = 1e6;
/// The mean number up to which children are taken for few when nobody states a maximum.
inline constexpr double kFewEmbedded = 100;

/// Embeds the children of a foreign key when all of this holds: every child has a parent, of whose primary key it is;
/// nothing refers to the children; they are bounded (a fan-out that is fixed, has a maximum, or is small and no power
/// law); and every pattern that touches them knows the parent: by its key, or by joining it and nothing else. Where
/// several parents qualify, the one by which most requests ask. Parents whose children all lie inside them are children
/// themselves: documents go as deep as this holds, and the bytes of the longest lists within count.
DocumentView documentView(const Project& project);

} // namespace shardscape::model
