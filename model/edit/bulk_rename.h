// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// How the words of a name are put together.
enum class CaseStyle {
    Keep,
    Snake,      ///< order_line
    Camel,      ///< orderLine
    Pascal,     ///< OrderLine
    UpperSnake, ///< ORDER_LINE
    Kebab,      ///< order-line
};

/// The name in another style. Words end at anything but letters and digits, before a capital that follows a small
/// letter or a digit, and before the last of several capitals when a small letter follows ("HTTPServer" is http,
/// server). Letters beyond ASCII have no case here and belong to the word they stand in. Leading underscores stay; a
/// name without a letter or digit comes back as it is.
std::string inCase(const std::string& name, CaseStyle style);

/// One name of many that change at once.
struct Renaming {
    EntityId entity;
    AttributeId attribute; ///< 0: the entity itself
    std::string before;
    std::string after;
    std::string problem; ///< why it cannot be, in words; empty when it can
};

struct RenameScope {
    std::vector<EntityId> entities; ///< empty = all of them
    bool entityNames = true;
    bool columnNames = true;
};

/// What would be called differently if every name in the scope went through the function; in the order of the project.
/// A name that is not allowed, or that something else in the same schema or entity has afterwards, is a problem of the
/// renaming that causes it. Two names may change places.
std::vector<Renaming> planRenames(const Project& project, const RenameScope& scope,
                                  const std::function<std::string(const std::string&)>& rewrite);

/// Renames all, also in the SQL of access patterns and in expressions (see sql_rename.h). Errors: the first problem, as
/// planRenames says it; NotFound.
Result<Project> renameAll(const Project& project, const std::vector<Renaming>& renamings);

} // namespace shardscape::model
