// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/physical/cardinality.h"

namespace shardscape::model {

/// Bytes of documents as MongoDB writes them: https://bsonspec.org/spec.html. Means over rows, from the model's
/// statistics; nulls are left out of a document. Texts and lists have their length with them, every field its name.

/// A value without its name: 8 of a number of 64 bits, 21 of a UUID, 5 and the characters of a text.
double bsonValueBytes(const Cardinality& cardinality, const Project& project, const Attribute& attribute);
/// A field: a type, the name and its end, the value; as often as it is not null.
double bsonFieldBytes(const Cardinality& cardinality, const Project& project, const Attribute& attribute,
                      const std::string& name);
/// What a document takes besides its fields: its length and its end.
inline constexpr double kBsonDocumentBytes = 5;
/// The mean bytes of a name in a list: "0", "1", … and its type and end.
double bsonElementNameBytes(double elements);

/// A value in the key of an index (KeyString): integers by their magnitude, texts with a mark and an end.
double mongoKeyBytes(const Cardinality& cardinality, const Project& project, EntityId entity,
                     const Attribute& attribute);

} // namespace shardscape::model
