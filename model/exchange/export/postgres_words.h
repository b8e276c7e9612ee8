// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace shardscape::model {

/// The identifier as PostgreSQL SQL, exactly as the server's quote_ident(): bare when it is lower case, plain and no
/// keyword that is reserved somewhere (pg_get_keywords() of PostgreSQL 15, every category but U), else in double
/// quotes.
std::string postgresIdentifier(std::string_view name);

/// "schema.name"; an empty schema or "public" is left out.
std::string postgresName(std::string_view schema, std::string_view name);

/// The text as a string literal; with backslashes it is written as an escape string, so that the server's setting of
/// standard_conforming_strings does not matter.
std::string postgresLiteral(std::string_view text);

/// "name1_name2_label" within 63 bytes, the longer name cut first; name2 and label may be empty. This is how the server
/// names what was not named (makeObjectName in src/backend/commands/indexcmds.c).
std::string postgresObjectName(std::string name1, std::string name2, const std::string& label);

} // namespace shardscape::model
