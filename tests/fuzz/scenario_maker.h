// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace shardscape::tests {

using Json = nlohmann::ordered_json;

/// Makes scenario files out of their JSON schema, so that a member that is new in the schema is in the next scenario
/// made. Values are small enough for a run to take milliseconds; names refer to what is there. The same seed makes the
/// same scenarios.
class ScenarioMaker {
public:
    ScenarioMaker(const Json& schema, std::uint64_t seed)
        : m_schema(schema)
        , m_random(seed) {}

    /// The text of a scenario that the reader takes. What it refuses is taken out, at the path that the message names,
    /// and read again. Nothing when that leads nowhere.
    std::optional<std::string> valid();
    /// A text that was changed at random: bytes, members or values.
    std::string spoilt(std::string text);

private:
    Json make(const Json& part, const std::string& key, int depth);
    Json object(const Json& part, int depth);
    Json number(const Json& part, const std::string& key, bool whole);
    Json quantiles();
    void connect(Json& scenario);
    void connectStream(Json& stream);
    void connectStep(Json& step);
    Json someOf(const std::vector<std::string>& names);
    std::string anyOf(const std::vector<std::string>& names);
    const Json& resolved(const Json& part) const;
    void spoilValue(Json& document);
    void spoilBytes(std::string& text);

    std::uint64_t below(std::uint64_t n) { return n == 0 ? 0 : m_random() % n; }
    bool chance(int percent) { return below(100) < static_cast<std::uint64_t>(percent); }

    const Json& m_schema;
    std::mt19937_64 m_random;
    std::vector<std::string> m_groups;
    std::vector<std::string> m_tables;
    std::vector<std::string> m_streams;
    std::vector<std::string> m_queues;
    std::vector<std::string> m_caches;
    int m_number = 0; ///< of the next name
};

} // namespace shardscape::tests
