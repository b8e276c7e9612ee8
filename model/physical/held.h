// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/physical/ownership.h"

namespace shardscape::model {

/// What one layout really sees of a project whose boundaries lie on several engines (ownership.h): a project like any
/// other, with what the layout holds, what it serves and what keeps it in step.
///
/// - Entities, and the foreign keys between them; the others are not enforced, and what they say of the different
///   values of their columns is stated before they go.
/// - Patterns that it serves. One that is joined by the application becomes a pattern for each part: the first keeps
///   its id, the others are added and ask for all keys found before in one call.
/// - As a follower, the writes that keep it in step: through an outbox, a trigger's table or the log a row at a time by
///   its key, as often as rows are written; by a second write the statement itself; periodically all rows in portions
///   of 1,000. New rows have the rate of the insert.
/// - As the truth that others follow: an outbox or a trigger's table with a message for each row and its removal; the
///   portions read for periodic copies. A reader of the log asks nothing of the tables: the bytes it reads are in
///   estimator/design.
/// A layout that says nothing of boundaries, in a project where none does, sees the project as it is. What comes out
/// names no roles any more: it is this layout's alone.
struct Held {
    Project project;
    bool whole = true;                      ///< nothing was left out or added
    std::map<PatternId, PatternId> causes;  ///< of added patterns: whose requests make them happen
    std::map<EntityId, std::string> rowsOf; ///< of added entities: where their number of rows comes from, in words
    std::vector<PatternId> upkeep;          ///< added patterns that keep followers in step, here or elsewhere
    std::set<PatternId> applied;            ///< those of them that write here what was written elsewhere
    std::map<PatternId, double> behind;     ///< reads of what is followed: by how many seconds, where it is any
    std::map<PatternId, std::vector<PatternId>> parts; ///< of patterns joined by the application: those asked here
    std::vector<std::string> notes;                    ///< one sentence each
};

/// "layout" may differ from the one of the same id in the project: it counts as given.
Held heldBy(const Project& project, const Layout& layout);

} // namespace shardscape::model
