// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// What a newer version of the schema makes of a project that was worked on.
struct SchemaUpdate {
    Project project;
    /// What changes, each as a sentence without full stop (Diff::sentences()); empty when the project says the same.
    std::vector<std::string> changes;
};

struct UpdateOptions {
    /// Remove what the newer version does not have. Without it everything that is in the project stays: also the
    /// relationships that were only ever drawn, for a database that does not declare any.
    bool removals = true;
};

/// Brings a project up to date with its schema, read again from a file or a database by the named format
/// (import_formats.h), and keeps what is the project's own: positions, bends, notes, access patterns, physical layouts,
/// volumes, statistics, boundaries, and comments, properties and key generators where the newer version has none.
/// Things are the same by their names; what left and came with the same columns (or at the same place with the same
/// type, for a column) is one that was renamed, and the changes say so (mergeSchema). What a format cannot say (checks
/// in Mermaid, storage options in Prisma) is no change. Access patterns that cannot be without what is removed are
/// removed, and listed.
///
/// Pure; all or nothing. Errors: those of the edits that it is made of.
Result<SchemaUpdate> updateSchema(const Project& project, const Project& newer, const std::string& format,
                                  const UpdateOptions& options = {});

} // namespace shardscape::model
