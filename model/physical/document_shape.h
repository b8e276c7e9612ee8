// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/schema/project.h"

namespace shardscape::model {

/// A field of a document. One with fields of its own is a document within the document, or a list of such.
struct DocumentField {
    std::string name;
    ColumnRef column; ///< that it holds; of embedded children their entity, without an attribute
    Type type;
    bool nullable = true;
    bool list = false;          ///< several children
    double mean = 1;            ///< of children in a document
    std::optional<double> most; ///< children at most, where a maximum is known
    std::vector<DocumentField> fields;
};

/// A collection and what one of its documents looks like.
struct DocumentShape {
    EntityId entity;
    std::string name;
    std::vector<DocumentField> fields;
    bool hasEmbedded() const;
};

/// The collections of the project on a document engine, as documentView() makes them, with embedded children as fields
/// that have fields, however deep.
std::vector<DocumentShape> documentShapes(const Project& project);

} // namespace shardscape::model
