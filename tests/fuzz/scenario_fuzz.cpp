// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// scenario_fuzz [--cases N] [--seed S] [--only FILE]: see usage(). Each case makes a scenario, runs it against the
/// properties, spoils it a few times and gives the outcome to the reader. A case depends on its number alone.
#include <charconv>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "simulator/scenario/scenario_json.h"
#include "tests/fuzz/combinations.h"
#include "tests/fuzz/properties.h"
#include "tests/fuzz/scenario_maker.h"

using namespace shardscape::tests;

namespace {

struct Options {
    std::uint64_t cases = 2000;
    std::uint64_t seed = 1;
    std::string only;
};

int usage() {
    fmt::print(
        "scenario_fuzz [--cases N] [--seed FIRST] [--only FILE]\n"
        "Runs the cases FIRST to FIRST + N - 1. One that fails is written to scenario_fuzz_failure_N.json, which\n"
        "--only runs again; the one that ended the process is in scenario_fuzz_now.json. Build with the preset asan to "
        "see more than wrong numbers.\n");
    return 2;
}

std::string contents(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

/// Numbers of cases after which everything that is tried was tried.
constexpr std::uint64_t kTrials = 32;

constexpr const char* kKept = "scenario_fuzz_now.json";

/// Before a text is tried, so that it is there when the trial ends the process.
void keep(const std::string& text) {
    std::ofstream(kKept, std::ios::binary) << text;
}

/// `number`: of the case, which says what is tried beside a run.
std::string tryOne(const std::string& text, bool runs, std::uint64_t number) {
    keep(text);
    std::string wrong = readerHolds(text);
    if (!wrong.empty() || !runs)
        return wrong;
    const auto scenario = shardscape::simulator::readScenario(text);
    if (!scenario)
        return scenario.error().text();
    wrong = runHolds(*scenario);
    if (wrong.empty() && number % 4 == 0)
        wrong = replicationsHold(*scenario);
    if (wrong.empty() && number % 2 == 1)
        wrong = supposedHolds(*scenario, number / 2);
    return wrong;
}

class Cases {
public:
    explicit Cases(const Json& schema)
        : m_schema(schema) {}

    void run(std::uint64_t number) {
        ScenarioMaker maker(m_schema, number);
        const std::optional<std::string> text = maker.valid();
        if (!text)
            return;
        ++m_made;
        check(number, *text, true);
        for (int i = 0; i < kSpoilt; ++i)
            check(number, maker.spoilt(*text), false);
    }
    std::uint64_t made() const { return m_made; }
    std::uint64_t failures() const { return m_failures; }
    /// A scenario of Combinations, which has to be read and to run.
    void runWhole(std::uint64_t number, const std::string& name, const std::string& text) {
        const auto read = shardscape::simulator::readScenario(text);
        if (!read) {
            fmt::print("{}: {}\n", name, read.error().text());
            ++m_failures;
        }
        check(number, text, read.has_value());
    }

    static constexpr int kSpoilt = 5; ///< of each scenario

private:
    void check(std::uint64_t number, const std::string& text, bool runs) {
        const std::string wrong = tryOne(text, runs, number);
        if (wrong.empty())
            return;
        const std::string file = fmt::format("scenario_fuzz_failure_{}.json", number);
        std::ofstream(file, std::ios::binary) << text;
        fmt::print("case {}: {}\n    {} has it\n", number, wrong, file);
        std::fflush(stdout);
        ++m_failures;
    }

    const Json& m_schema;
    std::uint64_t m_made = 0;
    std::uint64_t m_failures = 0;
};

} // namespace

int main(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        if (i + 1 == argc)
            return usage();
        const std::string_view value = argv[++i];
        if (name == "--only")
            options.only = value;
        else if (name == "--cases" || name == "--seed")
            std::from_chars(value.data(), value.data() + value.size(),
                            name == "--cases" ? options.cases : options.seed);
        else
            return usage();
    }
    if (!options.only.empty()) {
        const std::string text = contents(options.only);
        const bool valid = shardscape::simulator::readScenario(text).has_value();
        std::string wrong;
        for (std::uint64_t number = 0; number < kTrials && wrong.empty(); ++number)
            wrong = tryOne(text, valid, number);
        fmt::print("{}\n", wrong.empty() ? "holds" : wrong);
        return wrong.empty() ? 0 : 1;
    }
    const Json schema = Json::parse(contents(SHARDSCAPE_SCHEMA));
    constexpr std::uint64_t kEnough = 20; // failures
    Cases cases(schema);
    const Combinations combinations(schema);
    for (std::size_t i = 0; i < combinations.count(); ++i)
        cases.runWhole(i, combinations.name(i), combinations.text(i));
    fmt::print("{} combinations of faults and defences\n", combinations.count());
    std::uint64_t number = options.seed;
    for (; number < options.seed + options.cases && cases.failures() < kEnough; ++number)
        cases.run(number);
    std::remove(kKept);
    fmt::print("{} cases made {} scenarios, which ran, and {} spoilt ones, which were read or refused; {} failures\n",
               number - options.seed, cases.made(), Cases::kSpoilt * cases.made(), cases.failures());
    if (cases.made() * 2 < number - options.seed) {
        fmt::print("fewer than half of the cases made a scenario: teach ScenarioMaker::connect() about new members\n");
        return 1;
    }
    return cases.failures() == 0 ? 0 : 1;
}
