// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/physical/cardinality.h"

namespace shardscape::model {

/// Bytes of rows written as JSON text (RFC 8259), without spaces; means over rows, from the model's statistics. A field
/// that is null is left out. Uuids, dates and times are ISO 8601 texts, numbers their digits, bytes Base64.

/// Decimal digits of the numbers 1 … n on average.
double meanDigits(double n);
/// A value that is there, as text without quotes: 36 of a UUID, 24 of a time.
double plainTextBytes(const Cardinality& cardinality, EntityId entity, const Attribute& attribute);
/// The same within JSON: texts have their quotes.
double jsonValueBytes(const Cardinality& cardinality, EntityId entity, const Attribute& attribute);
/// "name":value, and its comma, as often as it is not null.
double jsonFieldBytes(const Cardinality& cardinality, EntityId entity, const Attribute& attribute);
/// The whole row as an object.
double jsonRowBytes(const Cardinality& cardinality, const Entity& entity);
/// "string", "number", "boolean", "object", "array".
std::string jsonType(const Type& type);

} // namespace shardscape::model
