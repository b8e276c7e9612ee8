// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/combinations.h"

namespace shardscape::tests {

using Json = nlohmann::ordered_json;

Combinations::Combinations(const Json& schema) {
    for (const Json& kind : schema["$defs"]["fault"]["properties"]["kind"]["enum"])
        m_faults.push_back(kind.get<std::string>());
    for (const auto& member : schema["$defs"]["client"]["properties"].items())
        m_defences.push_back(member.key());
    m_defences.insert(m_defences.end(), {"queue", "cache", "quorum"});
}

void Combinations::note(const Json& scenario) {
    std::set<std::string> defences;
    const auto ofClient = [&](const Json& owner) {
        if (owner.contains("client"))
            for (const auto& member : owner["client"].items())
                defences.insert(member.key());
    };
    ofClient(scenario.value("defences", Json::object()));
    for (const char* name : {"queue", "cache"})
        if (scenario.contains(name) && !scenario[name].empty())
            defences.insert(name);
    for (const Json& stream : scenario["streams"]) {
        ofClient(stream);
        if (stream.contains("quorum"))
            defences.insert("quorum");
        for (const Json& step : stream.value("steps", Json::array()))
            if (step.contains("quorum"))
                defences.insert("quorum");
    }
    for (const Json& fault : scenario.value("faults", Json::array()))
        for (const std::string& defence : defences)
            m_seen.emplace(fault.value("kind", "slow"), defence);
}

std::vector<std::string> Combinations::missing() const {
    std::vector<std::string> names;
    for (const std::string& fault : m_faults)
        for (const std::string& defence : m_defences)
            if (!m_seen.contains({fault, defence}))
                names.push_back(fault + " with " + defence);
    return names;
}

} // namespace shardscape::tests
