// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace shardscape::tests {

/// A small valid scenario for every pair of a fault and a defence, for every fault beside all defences, and for all of
/// both. What goes with what is left to chance elsewhere; here nothing is. The kinds of both are those of the schema:
/// one that is new and not known here gives a scenario that is refused, which fails the test.
class Combinations {
public:
    using Json = nlohmann::ordered_json;
    explicit Combinations(const Json& schema);
    std::size_t count() const { return (m_faults.size() + 1) * (m_defences.size() + 1); }
    /// What the index-th one has, in words, and its text.
    std::string name(std::size_t index) const;
    std::string text(std::size_t index) const;

private:
    std::vector<std::string> m_faults;
    std::vector<std::string> m_defences; ///< members of a client, then "queue", "cache" and "quorum"
};

} // namespace shardscape::tests
