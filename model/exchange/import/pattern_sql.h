// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/exchange/import/workload_words.h"
#include "model/schema/project.h"

/// What the statement of an access pattern says: entities, conditions, order, verb. Internal to this folder.
namespace shardscape::model {

/// The entities of a project by name, for many look-ups. The project must outlive it.
class EntityNames {
public:
    explicit EntityNames(const Project& project);
    /// By one or two parts, as SQL resolves them; null when there is none.
    const Entity* find(const std::string& schema, const std::string& name) const;
    std::vector<std::string> all() const;
    const Project& project() const { return m_project; }

private:
    const Project& m_project;
    std::unordered_map<std::string, const Entity*> m_qualified;
    std::unordered_map<std::string, const Entity*>
        m_bare; ///< null when two schemas have the name and neither is the default
};

/// A place where the statement says more than the pattern can hold.
struct AnalysisNote {
    std::size_t offset = 0; ///< bytes from the start of the statement
    std::string message;
};

struct PatternAnalysis {
    std::vector<AnalysisNote> notes;
    /// Names under which entities can be meant in annotations: aliases and table names.
    std::map<std::string, EntityId> names;
};

/// Fills everything that is read from SQL; keeps id, name, rate and the other annotations. Offsets of errors count from
/// the start of the statement. Needs onDeepStack().
tl::expected<PatternAnalysis, PlacedError> analysePattern(const EntityNames& entities, const std::string& sql,
                                                          AccessPattern& pattern);

/// The statement with :name, @name, ? and sqlc's functions turned into $1, $2 … for the parser.
struct PositionalSql {
    std::string sql;
    std::map<int, std::string> spelling;                     ///< number → as written
    std::vector<std::pair<std::size_t, std::size_t>> places; ///< offset in sql → offset in the original, ascending
    std::size_t original(std::size_t offset) const;
};
PositionalSql positionalParameters(const std::string& sql);

} // namespace shardscape::model
