// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/design.h"

#include <algorithm>

namespace shardscape::model {

const char* name(StructureKind kind) {
    switch (kind) {
    case StructureKind::Table: return "table";
    case StructureKind::ItemTable: return "item table";
    case StructureKind::GlobalIndex: return "global index";
    case StructureKind::Cache: return "cache";
    }
    return "table";
}

const StructureColumn* Structure::find(const std::string& column) const {
    auto at = std::find_if(columns.begin(), columns.end(), [&](const StructureColumn& c) { return c.name == column; });
    return at == columns.end() ? nullptr : &*at;
}

const Structure* Design::find(const std::string& structure) const {
    auto at =
        std::find_if(structures.begin(), structures.end(), [&](const Structure& s) { return s.name == structure; });
    return at == structures.end() ? nullptr : &*at;
}

} // namespace shardscape::model
