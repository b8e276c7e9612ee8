// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/explain/what_if.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "model/base/nearest_name.h"
#include "model/base/quantity.h"
#include "model/placement/placement.h"

namespace shardscape::simulator {
namespace {

using Kind = WhatIf::Kind;
using model::fail;
using model::Result;

struct Switch {
    Kind kind;
    std::string_view name;
    std::string_view example;
    bool ofOne; ///< may name whose it is
};

constexpr std::array kSwitches{
    Switch{Kind::Traffic, "traffic", "traffic=2", true},
    Switch{Kind::Nodes, "nodes", "nodes=8", true},
    Switch{Kind::Cost, "cost", "cost=0.5", false},
    Switch{Kind::Partitions, "partitions", "partitions=128", true},
    Switch{Kind::Replicas, "replicas", "replicas=3", true},
    Switch{Kind::Router, "router", "router=hash-mod", true},
    Switch{Kind::PartitionKey, "partition-key", "partition-key=even", true},
    Switch{Kind::Keys, "keys", "keys=zipf(1.2)", true},
    Switch{Kind::Consistency, "consistency", "consistency=strong", true},
    Switch{Kind::Cache, "cache", "cache=100k,60s", true},
    Switch{Kind::Salt, "salt", "salt=8,100", true},
    Switch{Kind::HotCopies, "hot-copies", "hot-copies=4,100", true},
    Switch{Kind::Arrivals, "arrivals", "arrivals=steady", true},
    Switch{Kind::Fail, "fail", "fail=region:us", false},
    Switch{Kind::Slow, "slow", "slow=n0:5", false},
};

const Switch& switchOf(Kind kind) {
    return *std::find_if(kSwitches.begin(), kSwitches.end(), [&](const Switch& s) { return s.kind == kind; });
}

tl::unexpected<model::Error> refuse(std::string_view spec, const std::string& why, std::string advice) {
    return fail(model::ErrorCode::Invalid, fmt::format("what if \"{}\": {}", spec, why), std::move(advice));
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

struct Popularity {
    KeyKind kind;
    std::string_view name;
    int numbers;
};
constexpr std::array kPopularities{
    Popularity{KeyKind::Uniform, "uniform", 0},   Popularity{KeyKind::Zipf, "zipf", 1},
    Popularity{KeyKind::HotSet, "hotset", 2},     Popularity{KeyKind::Latest, "latest", 1},
    Popularity{KeyKind::PowerLaw, "powerlaw", 1},
};
constexpr const char* kPopularityAdvice = "uniform, zipf(0.99), latest(0.99), hotset(1%, 80%) or powerlaw(2.1)";

/// "zipf(1.2)" into kind and parameters.
Result<KeySpec> parsePopularity(std::string_view spec, std::string_view text) {
    const std::size_t open = text.find('(');
    const std::string_view name = trimmed(text.substr(0, open));
    const auto at = std::find_if(kPopularities.begin(), kPopularities.end(),
                                 [&](const Popularity& one) { return one.name == name; });
    std::vector<double> numbers;
    bool good = at != kPopularities.end();
    if (open != std::string_view::npos) {
        good = good && text.back() == ')';
        std::string_view rest = good ? text.substr(open + 1, text.size() - open - 2) : std::string_view();
        while (good && !rest.empty()) {
            const std::size_t comma = rest.find(',');
            const auto number = model::parseRatio(trimmed(rest.substr(0, comma)));
            good = number.has_value();
            if (good)
                numbers.push_back(*number);
            rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
        }
    }
    if (!good || numbers.size() != static_cast<std::size_t>(at->numbers))
        return refuse(spec, fmt::format("\"{}\" is no popularity of keys", text), kPopularityAdvice);
    KeySpec keys;
    keys.kind = at->kind;
    switch (keys.kind) {
    case KeyKind::Zipf:
    case KeyKind::Latest: keys.theta = numbers[0]; break;
    case KeyKind::PowerLaw: keys.alpha = numbers[0]; break;
    case KeyKind::HotSet:
        keys.shareOfKeys = numbers[0];
        keys.shareOfTraffic = numbers[1];
        break;
    case KeyKind::Uniform:
    case KeyKind::Sample: break;
    }
    const bool sane = keys.theta >= 0 && keys.theta <= 10 && keys.alpha > 1 && keys.shareOfKeys > 0 &&
                      keys.shareOfKeys <= 1 && keys.shareOfTraffic >= 0 && keys.shareOfTraffic <= 1;
    if (!sane)
        return refuse(spec, fmt::format("\"{}\" is out of range", text),
                      "theta is 0 to 10, alpha above 1, shares are 0 to 1");
    return keys;
}

/// Whole numbers in digits, others as short as they can be.
std::string numberText(double value) {
    return value == std::floor(value) && value < 1e15 ? fmt::format("{:.0f}", value) : model::formatNumber(value);
}

std::string popularityText(const KeySpec& keys) {
    using model::formatNumber;
    switch (keys.kind) {
    case KeyKind::Zipf: return "zipf(" + formatNumber(keys.theta) + ")";
    case KeyKind::Latest: return "latest(" + formatNumber(keys.theta) + ")";
    case KeyKind::PowerLaw: return "powerlaw(" + formatNumber(keys.alpha) + ")";
    case KeyKind::HotSet:
        return "hotset(" + formatNumber(keys.shareOfKeys) + "," + formatNumber(keys.shareOfTraffic) + ")";
    case KeyKind::Uniform:
    case KeyKind::Sample: break;
    }
    return "uniform";
}

Result<WhatIf> readNumber(WhatIf what, std::string_view spec, std::string_view value) {
    const Switch& known = switchOf(what.kind);
    const bool factor = what.kind == Kind::Traffic || what.kind == Kind::Cost;
    const auto number = factor ? model::parseRatio(value) : model::parseCount(value);
    if (!number || !(*number > 0) || !std::isfinite(*number))
        return refuse(spec, fmt::format("\"{}\" is no number above 0", value), fmt::format("as in {}", known.example));
    const double most = what.kind == Kind::Cache ? 1e9 : what.kind == Kind::Traffic ? 1e6 : 1e5;
    if (*number > most || (!factor && std::floor(*number) != *number))
        return refuse(spec, fmt::format("\"{}\" is no {} up to {}", value, factor ? "factor" : "whole number", most),
                      fmt::format("as in {}", known.example));
    what.number = *number;
    return what;
}

Result<WhatIf> readSpread(WhatIf what, std::string_view spec, std::string_view value) {
    const std::size_t comma = value.find(',');
    if (comma != std::string_view::npos) {
        const auto keys = model::parseCount(trimmed(value.substr(comma + 1)));
        if (!keys || !(*keys >= 1) || *keys > 1e9 || std::floor(*keys) != *keys)
            return refuse(spec, fmt::format("\"{}\" is no number of keys", trimmed(value.substr(comma + 1))),
                          "as in salt=8,100");
        what.keys = static_cast<std::uint64_t>(*keys);
    }
    return readNumber(std::move(what), spec, trimmed(value.substr(0, comma)));
}

Result<WhatIf> readCache(WhatIf what, std::string_view spec, std::string_view value) {
    const std::size_t comma = value.find(',');
    if (comma != std::string_view::npos) {
        const auto seconds = model::parseDuration(trimmed(value.substr(comma + 1)));
        if (!seconds || !(*seconds > 0))
            return refuse(spec, fmt::format("\"{}\" is no time to live", trimmed(value.substr(comma + 1))),
                          "as in cache=100k,60s");
        what.seconds = *seconds;
    }
    return readNumber(std::move(what), spec, trimmed(value.substr(0, comma)));
}

/// "n3:5,10s,60s" or "region:us": two words around a colon, then perhaps from when on and how long.
Result<WhatIf> readFault(WhatIf what, std::string_view spec, std::string_view value) {
    double* const times[] = {&what.fromSeconds, &what.forSeconds};
    std::size_t comma = value.find(',');
    const std::string_view who = trimmed(value.substr(0, comma));
    for (double* time : times) {
        if (comma == std::string_view::npos)
            break;
        value = value.substr(comma + 1);
        comma = value.find(',');
        const auto seconds = model::parseDuration(trimmed(value.substr(0, comma)));
        if (!seconds || !(*seconds >= 0))
            return refuse(spec, fmt::format("\"{}\" is no time", trimmed(value.substr(0, comma))),
                          "from when on and for how long, as in fail=node:n0,10s,60s");
        *time = *seconds;
    }
    const std::size_t colon = what.kind == Kind::Fail ? who.find(':') : who.rfind(':');
    const std::string_view left = trimmed(who.substr(0, colon));
    const std::string_view right = colon == std::string_view::npos ? "" : trimmed(who.substr(colon + 1));
    if (comma != std::string_view::npos || left.empty() || right.empty())
        return refuse(spec, "it does not say what, where and when",
                      what.kind == Kind::Fail ? "as in fail=region:us or fail=node:n0,10s,60s" : "as in slow=n0:5");
    if (what.kind == Kind::Fail) {
        if (left != "region" && left != "node" && left != "dependency")
            return refuse(spec, fmt::format("a {} cannot fail", left),
                          "region:NAME, node:NAME or dependency:STREAM can");
        what.word = left;
        what.name = right;
        return what;
    }
    const auto factor = model::parseCount(right);
    if (!factor || !(*factor >= 1) || *factor > 1e6)
        return refuse(spec, fmt::format("\"{}\" is not how many times slower", right), "1 or more, as in slow=n0:5");
    what.name = left;
    what.number = *factor;
    return what;
}

Result<WhatIf> readWord(WhatIf what, std::string_view spec, std::string_view value,
                        const std::vector<std::string_view>& words) {
    if (std::find(words.begin(), words.end(), value) == words.end()) {
        const std::string_view near = model::nearestName(value, words);
        std::string list;
        for (std::string_view word : words)
            list += (list.empty() ? "" : ", ") + std::string(word);
        return refuse(spec, fmt::format("there is no {} \"{}\"", switchOf(what.kind).name, value),
                      near.empty() ? "known are " + list : fmt::format("did you mean \"{}\"?", near));
    }
    what.word = value;
    return what;
}

} // namespace

std::vector<std::string_view> knownWhatIfs() {
    std::vector<std::string_view> names;
    for (const Switch& known : kSwitches)
        names.push_back(known.name);
    return names;
}

Result<WhatIf> parseWhatIf(std::string_view spec) {
    const std::size_t equals = spec.find('=');
    std::string_view left = trimmed(spec.substr(0, equals));
    const std::size_t colon = left.find(':');
    const std::string_view name = trimmed(left.substr(0, colon));
    const auto at =
        std::find_if(kSwitches.begin(), kSwitches.end(), [&](const Switch& known) { return known.name == name; });
    if (at == kSwitches.end()) {
        const std::string_view near = model::nearestName(name, knownWhatIfs());
        std::string examples;
        for (const Switch& known : kSwitches)
            examples += (examples.empty() ? "" : ", ") + std::string(known.example);
        return refuse(spec, fmt::format("there is nothing called \"{}\" to suppose", name),
                      near.empty() ? "understood are " + examples : fmt::format("did you mean \"{}\"?", near));
    }
    WhatIf what;
    what.kind = at->kind;
    if (colon != std::string_view::npos)
        what.whose = trimmed(left.substr(colon + 1));
    if (colon != std::string_view::npos && (!at->ofOne || what.whose.empty()))
        return refuse(spec, at->ofOne ? "nothing is named after the colon" : "it is of the whole scenario",
                      fmt::format("as in {}", at->example));
    const std::string_view value = equals == std::string_view::npos ? "" : trimmed(spec.substr(equals + 1));
    if (value.empty())
        return refuse(spec, "it has no value", fmt::format("as in {}", at->example));
    switch (at->kind) {
    case Kind::Keys: {
        const auto keys = parsePopularity(spec, value);
        if (!keys)
            return fail(keys.error());
        what.popularity = *keys;
        return what;
    }
    case Kind::Fail:
    case Kind::Slow: return readFault(std::move(what), spec, value);
    case Kind::Salt:
    case Kind::HotCopies: return readSpread(std::move(what), spec, value);
    case Kind::Cache: return readCache(std::move(what), spec, value);
    case Kind::Consistency: return readWord(std::move(what), spec, value, {"strong", "eventual"});
    case Kind::Arrivals: return readWord(std::move(what), spec, value, {"steady", "even"});
    case Kind::PartitionKey: return readWord(std::move(what), spec, value, {"even"});
    case Kind::Router: {
        std::vector<std::string_view> kinds;
        for (const model::PlacementInfo& placement : model::knownPlacements())
            kinds.push_back(placement.kind);
        return readWord(std::move(what), spec, value, kinds);
    }
    case Kind::Traffic:
    case Kind::Nodes:
    case Kind::Cost:
    case Kind::Partitions:
    case Kind::Replicas: break;
    }
    return readNumber(std::move(what), spec, value);
}

std::string specOf(const WhatIf& what) {
    std::string text(switchOf(what.kind).name);
    if (!what.whose.empty())
        text += ":" + what.whose;
    text += "=";
    if (what.kind == Kind::Keys)
        return text + popularityText(what.popularity);
    if (what.kind == Kind::Fail || what.kind == Kind::Slow) {
        text += what.kind == Kind::Fail ? what.word + ":" + what.name : what.name + ":" + numberText(what.number);
        if (what.fromSeconds > 0 || what.forSeconds > 0)
            text += "," + model::formatDuration(what.fromSeconds);
        return what.forSeconds > 0 ? text + "," + model::formatDuration(what.forSeconds) : text;
    }
    if (!what.word.empty())
        return text + what.word;
    text += numberText(what.number);
    if (what.keys > 0)
        text += "," + numberText(static_cast<double>(what.keys));
    return what.seconds > 0 ? text + "," + model::formatDuration(what.seconds) : text;
}

Result<Scenario> suppose(const Scenario& scenario, std::span<const WhatIf> whats) {
    Scenario supposed = scenario;
    for (const WhatIf& what : whats) {
        auto next = suppose(supposed, what);
        if (!next)
            return next;
        supposed = std::move(*next);
    }
    return supposed;
}

} // namespace shardscape::simulator
