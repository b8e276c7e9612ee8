// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// A design on Elasticsearch as one JSON object: the name of each index, and the body of PUT /<index> that creates it
/// (settings and mappings). Fields that no pattern looks for are part of _source alone. "_meta" says which columns are
/// the _id and the routing of a document.
std::string writeSearchIndexes(const Project& project, const Design& design);

} // namespace shardscape::model
