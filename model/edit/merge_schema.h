// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// Carries over to the project what a person changed in a text that describes its schema.
///
/// "before" is what was read from the text as it was written from the project (or from an earlier version of it),
/// "after" what was read from the edited text. Only what differs between the two readings is changed, so that whatever
/// the text cannot say, and whatever was edited elsewhere in the meantime, stays as it is: volumes, statistics, access
/// patterns, layouts, positions, ids.
///
/// Things are the same thing when they have the same name. Besides, an entity that is gone and one that came with the
/// same columns are one that was renamed; so is a column that came at the place of one that is gone and has its type.
/// Renames reach into the SQL of access patterns. Removals go as Removal::Cascade: access patterns that cannot be
/// without what is removed go along; compare with the result to tell the user (diff.h).
///
/// Patterns, layouts, requirements and the diagram of both readings are not looked at. Pure; all or nothing.
/// Errors: those of the edits that it is made of.
Result<Project> mergeSchema(const Project& project, const Project& before, const Project& after);

} // namespace shardscape::model
