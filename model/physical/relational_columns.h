// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Types of columns that depend on the keys and the other columns of a table. For model/physical, and for what needs the
// same lengths.
#pragma once

#include "model/physical/mapping_rules.h"

namespace shardscape::model {

/// MySQL's limits: a text in a key gets a length, the two sides of a foreign key the same type, declared bytes of a row
/// stay within limits.row_bytes. Sets nativeType of the columns, and adds a note for what the user would not expect.
void fitMysqlColumns(const MappingInput& input, Design& design);

/// Characters of a text that an index of MySQL holds, where the whole of it would not fit; 0 for other columns.
int mysqlPrefixCharacters(const Structure& table, const StructureIndex& index, const StructureColumn& column);

} // namespace shardscape::model
