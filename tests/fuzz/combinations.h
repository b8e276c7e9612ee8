// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace shardscape::tests {

/// Which faults ran together with which defences, and which never did. The kinds of both are those of the schema, so
/// that a new one is asked for as soon as it is there.
class Combinations {
public:
    explicit Combinations(const nlohmann::ordered_json& schema);
    /// A scenario that ran.
    void note(const nlohmann::ordered_json& scenario);
    /// "down with hedge", for each pair that no scenario had.
    std::vector<std::string> missing() const;
    std::size_t all() const { return m_faults.size() * m_defences.size(); }

private:
    std::vector<std::string> m_faults;
    std::vector<std::string> m_defences; ///< members of a client, then "queue", "cache" and "quorum"
    std::set<std::pair<std::string, std::string>> m_seen;
};

} // namespace shardscape::tests
