// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_set>

#include "model/engine/engine_profile.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// Cuts UTF-8 text to at most so many bytes, never inside a character.
std::string clipped(const std::string& text, std::size_t bytes);

/// Hands out names that differ from each other, at most "limit" bytes long: a taken or too long one is cut and
/// numbered.
class UniqueNames {
public:
    explicit UniqueNames(std::size_t limit, bool foldCase = false)
        : m_limit(limit)
        , m_foldCase(foldCase) {}
    std::string take(const std::string& wanted);

private:
    std::string folded(const std::string& text) const;

    std::size_t m_limit;
    bool m_foldCase;
    std::unordered_set<std::string> m_taken;
};

/// Letters, digits and underscores only, beginning with a letter: what needs no quotes in any dialect. Other characters
/// become underscores; text without any letter or digit becomes "fallback".
std::string plainName(const std::string& text, const std::string& fallback = "x");

/// The word before a '#' in composed keys: upper case, singular where the plural is plain ("users" → "USER").
std::string itemWord(const std::string& entityName);

/// The type's spelling in the mapping family's language (SQL, CQL, the letters of DynamoDB); types that it lacks become
/// the one that holds their text or bytes.
std::string nativeTypeOf(const Project& project, const EngineProfile& profile, const Type& type);

} // namespace shardscape::model
