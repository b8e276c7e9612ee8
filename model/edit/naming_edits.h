// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

/// Names of keys, foreign keys and indexes that follow rules (naming_rules.h). Edits that make such an object without a
/// name of its own (addUniqueKey, setPrimaryKey, addIndex, addRelationship, connectEntities …) name it by the project's
/// rules.
namespace shardscape::model {

/// The longest name that a rule gives: PostgreSQL's NAMEDATALEN - 1, the shortest limit of the relational engines
/// (MySQL has 64 characters). What stands for names is cut first, the longest one, as PostgreSQL cuts its own defaults.
inline constexpr std::size_t kNamedByRuleBytes = 63;

/// What a rule with a placeholder that it does not have says; nothing when the rules can be used.
Result<void> checkNamingRules(const NamingRules& rules);

/// Errors: Invalid, as checkNamingRules.
Result<Project> setNamingRules(const Project& project, const NamingRules& rules);

enum class NamedKind { PrimaryKey, Unique, ForeignKey, Index };

/// The name that the rules give, not regarding what else has it; empty when the rule is.
std::string nameByRule(const NamingRules& rules, const Entity& entity, const Key& key);
std::string nameByRule(const NamingRules& rules, const Entity& entity, const Index& index);
std::string nameByRule(const NamingRules& rules, const Project& project, const Relationship& relationship);

/// One constraint or index that is called otherwise under the rules.
struct NamingChange {
    NamedKind kind = NamedKind::PrimaryKey;
    EntityId entity; ///< whose it is; of a foreign key the one that refers
    KeyId key;
    IndexId index;
    RelationshipId relationship;
    std::string before; ///< empty: it has no name of its own
    std::string after;
    bool operator==(const NamingChange&) const = default;
};

enum class NamingScope {
    Unnamed, ///< what has no name of its own
    All,
};

/// What would be called differently under the rules, in the order of the project. A name that something else in the
/// same schema has, as a table, key, index or foreign key, gets "_2", "_3" …: engines differ in which of these share
/// their names, and this fits all.
std::vector<NamingChange> planNames(const Project& project, const NamingRules& rules, NamingScope scope);

/// Keeps the rules in the project and renames what planNames() lists. Errors: Invalid, as checkNamingRules.
Result<Project> applyNamingRules(const Project& project, const NamingRules& rules, NamingScope scope);

/// For edits that make something: what came after "before" and has no name gets one by the rules of the project.
Result<Project> withNamesByRule(const Project& before, Result<Project> after);

} // namespace shardscape::model
