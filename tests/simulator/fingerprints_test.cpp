// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Results do not drift unnoticed: the fingerprint of each bundled example, and of scenarios that go other ways through
/// the kernel, is kept in tests/data/fingerprints.json. A change that is meant to move them renews the file with
/// UPDATE_GOLDEN=1 and says in CHANGELOG.md, under "Changed results", why.
#include <QtTest>

#include <fstream>

#include <nlohmann/json.hpp>

#include "simulator/kernel/replications.h"
#include "simulator/scenario/examples.h"
#include "tests/simulator/scenarios.h"
#include "tests/support/folders.h"

using namespace shardscape::simulator;

class FingerprintsTest : public QObject {
    Q_OBJECT
private slots:
    void asKept();
    void sameTwice();
};

namespace {

constexpr std::uint64_t kRequests = 20'000;

/// The reference workload on the fast path.
Scenario skewed() {
    Scenario scenario = cluster(16, 4, 26'880, exponential(), kRequests);
    scenario.streams.front().keys = zipf(1'000'000, 0.99);
    scenario.tables.front().partitions = 64;
    scenario.tables.front().router.kind = "hash-mod";
    return scenario;
}

std::vector<std::pair<std::string, Scenario>> scenarios() {
    std::vector<std::pair<std::string, Scenario>> all{{"skewed", skewed()}};
    Scenario huge = skewed();
    huge.streams.front().keys.count = 1'000'000'000'000;
    all.emplace_back("skewed, 10^12 keys", huge);
    Scenario limited = skewed();
    limited.queueLimit = 2;
    all.emplace_back("skewed, queue limit", limited);
    const auto examples = bundledExamples();
    if (!examples)
        qFatal("%s", examples.error().text().c_str());
    for (const ScenarioExample& example : *examples) {
        Scenario scenario = example.scenario;
        if (scenario.requests > 0)
            scenario.requests = std::min(scenario.requests, kRequests);
        all.emplace_back("example " + example.name, scenario);
    }
    return all;
}

std::string fingerprint(const Scenario& scenario, std::uint32_t replications, std::uint32_t threads) {
    ReplicationOptions options;
    options.replications = replications;
    options.threads = threads;
    NoProgress nobody;
    const auto result = runReplications(scenario, options, {}, nobody);
    if (!result)
        qFatal("%s", result.error().text().c_str());
    return result->fingerprint;
}

} // namespace

void FingerprintsTest::asKept() {
    const std::string path = shardscape::tests::sourceFolder().toStdString() + "/tests/data/fingerprints.json";
    nlohmann::ordered_json found;
    for (const auto& [name, scenario] : scenarios())
        found[name] = fingerprint(scenario, 1, 1);
    found["skewed, 3 replications"] = fingerprint(skewed(), 3, 2);
    if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
        std::ofstream(path) << found.dump(2) << '\n';
        return;
    }
    std::ifstream file(path);
    const auto kept = nlohmann::ordered_json::parse(file, nullptr, false);
    QVERIFY2(kept.is_object(), path.c_str());
    for (const auto& [name, value] : found.items())
        QVERIFY2(kept.value(name, std::string()) == value.get<std::string>(),
                 qPrintable(QString("\"%1\" is now %2").arg(name.c_str(), value.get<std::string>().c_str())));
    QCOMPARE(kept.size(), found.size());
}

void FingerprintsTest::sameTwice() {
    for (const auto& [name, scenario] : scenarios())
        QCOMPARE(fingerprint(scenario, 2, 2), fingerprint(scenario, 2, 1));
}

QTEST_APPLESS_MAIN(FingerprintsTest)
#include "fingerprints_test.moc"
