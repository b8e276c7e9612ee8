// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/schema/project.h"

namespace shardscape::model {

/// Rewriting identifiers in SQL that the user wrote, so that a rename in the model does not leave it stale.
///
/// The text is read as tokens of PostgreSQL (comments, strings in all their quotings, quoted identifiers, parameters),
/// never as plain text, and only identifiers that certainly mean the renamed object change: those in the place of a
/// table, qualified by its name or alias, or bare where no other table of the statement has such a column. When
/// anything is ambiguous (a common table expression or subquery whose columns are unknown, an output alias of the same
/// name, a reserved word) the text comes back as it was: the pattern's shape refers to the schema by id and stays
/// right.
///
/// Names are compared as SQL does: unquoted identifiers fold to lower case. A new name that needs quotes gets them.
/// Thread-safety: pure.

/// The SQL of a pattern after the entity is renamed; "project" is the one before the rename.
std::string renameEntityInSql(const std::string& sql, const Project& project, const Entity& entity,
                              const std::string& newName);

/// The SQL of a pattern after the attribute is renamed; "project" is the one before the rename.
std::string renameAttributeInSql(const std::string& sql, const Project& project, const Entity& entity,
                                 const Attribute& attribute, const std::string& newName);

/// A piece of a statement (a condition, a sort expression), read in the context of the whole statement.
std::string renameAttributeInPiece(const std::string& piece, const std::string& statement, const Project& project,
                                   const Entity& entity, const Attribute& attribute, const std::string& newName);
std::string renameEntityInPiece(const std::string& piece, const std::string& statement, const Project& project,
                                const Entity& entity, const std::string& newName);

/// An expression over the columns of one entity alone: a check, the expression or condition of an index, a generated
/// column.
std::string renameAttributeInExpression(const std::string& expression, const Entity& entity, const Attribute& attribute,
                                        const std::string& newName);

/// True when the expression over the columns of one entity names the column.
bool mentionsColumn(const std::string& expression, const std::string& column);

/// The name as an SQL identifier, in double quotes when it needs them.
std::string sqlIdentifier(const std::string& name);

} // namespace shardscape::model
