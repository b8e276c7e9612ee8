// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/workload_directives.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "model/base/nearest_name.h"
#include "model/base/quantity.h"
#include "model/exchange/import/import.h"
#include "model/exchange/import/source_text.h"

namespace shardscape::model {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

/// The argument that is called "key", or the one at the position when none is named; null when it is not given.
const Word* argument(const Word& word, const std::string& key, std::size_t position) {
    for (const Word& candidate : word.arguments)
        if (candidate.key == key)
            return &candidate;
    return position < word.arguments.size() && word.arguments[position].key.empty() ? &word.arguments[position]
                                                                                    : nullptr;
}

/// Refuses arguments beyond those a shape has.
Placed onlyArguments(const Word& word, const std::vector<std::string>& allowed) {
    for (const Word& given : word.arguments)
        if (!given.key.empty() && std::find(allowed.begin(), allowed.end(), given.key) == allowed.end())
            return refuseAt(given.offset, fmt::format("{} has no argument \"{}\"", word.text, given.key),
                            didYouMean(given.key, allowed));
    if (word.arguments.size() > allowed.size())
        return refuseAt(word.arguments[allowed.size()].offset,
                        fmt::format("{} has at most {} arguments", word.text, allowed.size()));
    return {};
}

Placed needArgument(const Word& word, const std::string& key) {
    return refuseAt(word.offset, fmt::format("{} needs the argument \"{}\"", word.text, key));
}

Placed weekly(const Word& word, RateProfile& rate) {
    static const std::vector<std::string> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    if (const auto done = onlyArguments(word, kDays); !done)
        return done;
    rate.shape = RateShape::Weekly;
    for (std::size_t day = 0; day < kDays.size(); ++day) {
        const Word* given = argument(word, kDays[day], day);
        if (!given)
            return needArgument(word, kDays[day]);
        if (const auto done = takeWithin(*given, parseRatio(given->text), 0, kInfinite, rate.days[day]); !done)
            return done;
    }
    return {};
}

Placed window(const Word& word, RateProfile& rate) {
    const Word* at = argument(word, "at", 0);
    const Word* length = argument(word, "for", 1);
    if (!at || !length)
        return needArgument(word, at ? "for" : "at");
    if (const auto done = take(*at, parseSecondOfDay(at->text), rate.startSeconds); !done)
        return done;
    return takeWithin(*length, parseDuration(length->text), 1e-9, kSecondsPerDay, rate.durationSeconds);
}

Placed profile(const Word& word, RateProfile& rate) {
    if (word.text == "steady") {
        rate.shape = RateShape::Steady;
        return onlyArguments(word, {});
    }
    if (word.text == "diurnal") {
        rate.shape = RateShape::Diurnal;
        if (const auto done = onlyArguments(word, {"peak", "trough"}); !done)
            return done;
        if (const Word* peak = argument(word, "peak", 0))
            if (const auto done = take(*peak, parseHourOfDay(peak->text), rate.peakHour); !done)
                return done;
        if (const Word* trough = argument(word, "trough", 1))
            return takeWithin(*trough, parseRatio(trough->text), 0, 1, rate.trough);
        return {};
    }
    if (word.text == "weekly")
        return weekly(word, rate);
    if (word.text == "spike") {
        rate.shape = RateShape::Spike;
        if (const auto done = onlyArguments(word, {"at", "for", "times"}); !done)
            return done;
        if (const auto done = window(word, rate); !done)
            return done;
        const Word* times = argument(word, "times", 2);
        return times ? takeWithin(*times, parseCount(times->text), 0, kInfinite, rate.times)
                     : needArgument(word, "times");
    }
    if (word.text == "batch") {
        rate.shape = RateShape::Batch;
        if (const auto done = onlyArguments(word, {"at", "for"}); !done)
            return done;
        return window(word, rate);
    }
    return refuseAt(word.offset, fmt::format("\"{}\" is no profile of a rate", word.text),
                    didYouMean(word.text, {"steady", "diurnal", "weekly", "spike", "batch"}));
}

Placed popularity(const Word& word, KeyPopularity& out) {
    static const std::vector<std::string> kKinds{"uniform", "zipf", "hotset", "powerlaw", "latest", "sample"};
    if (word.text == "uniform") {
        out.kind = PopularityKind::Uniform;
        return onlyArguments(word, {});
    }
    if (word.text == "zipf" || word.text == "latest") {
        out.kind = word.text == "zipf" ? PopularityKind::Zipf : PopularityKind::Latest;
        if (const auto done = onlyArguments(word, {"theta"}); !done)
            return done;
        const Word* theta = argument(word, "theta", 0);
        return theta ? takeWithin(*theta, parseCount(theta->text), 0, 100, out.theta) : needArgument(word, "theta");
    }
    if (word.text == "hotset") {
        out.kind = PopularityKind::HotSet;
        if (const auto done = onlyArguments(word, {"share_of_keys", "share_of_traffic"}); !done)
            return done;
        const Word* keys = argument(word, "share_of_keys", 0);
        const Word* traffic = argument(word, "share_of_traffic", 1);
        if (!keys || !traffic)
            return needArgument(word, keys ? "share_of_traffic" : "share_of_keys");
        if (const auto done = takeWithin(*keys, parseRatio(keys->text), 0, 1, out.keyShare); !done)
            return done;
        return takeWithin(*traffic, parseRatio(traffic->text), 0, 1, out.trafficShare);
    }
    if (word.text == "powerlaw") {
        out.kind = PopularityKind::PowerLaw;
        if (const auto done = onlyArguments(word, {"alpha"}); !done)
            return done;
        const Word* alpha = argument(word, "alpha", 0);
        if (!alpha)
            return needArgument(word, "alpha");
        if (const auto value = parseCount(alpha->text); value && *value <= 1)
            return refuseAt(alpha->offset, "the exponent of a power law must be above 1");
        return take(*alpha, parseCount(alpha->text), out.alpha);
    }
    if (word.text == "sample") {
        out.kind = PopularityKind::Sample;
        const Word* file = argument(word, "file", 0);
        if (!file || word.arguments.size() != 1)
            return needArgument(word, "file");
        out.file = unquoted(file->text);
        return {};
    }
    return refuseAt(word.offset, fmt::format("\"{}\" is no popularity of keys", word.text),
                    didYouMean(word.text, kKinds));
}

Placed oneOf(const std::vector<Word>& words, std::size_t offset, const std::vector<std::string>& choices,
             std::size_t& chosen) {
    if (words.size() != 1)
        return refuseAt(offset, fmt::format("one of {} is expected here", fmt::join(choices, ", ")));
    const auto at = std::find(choices.begin(), choices.end(), words[0].text);
    if (at == choices.end())
        return refuseAt(words[0].offset, fmt::format("\"{}\" is none of {}", words[0].text, fmt::join(choices, ", ")),
                        didYouMean(words[0].text, choices));
    chosen = static_cast<std::size_t>(at - choices.begin());
    return {};
}

} // namespace

Result<KeyPopularity> parsePopularity(const std::string& text) {
    const auto words = splitWords(text, 0);
    if (!words)
        return fail(ErrorCode::Invalid, words.error().message, words.error().advice);
    if (words->size() != 1)
        return fail(ErrorCode::Invalid, "\"" + text + "\" is no popularity of keys", "write it as zipf(0.99)");
    KeyPopularity out;
    if (const auto done = popularity(words->front(), out); !done)
        return fail(ErrorCode::Invalid, done.error().message, done.error().advice);
    if (out.kind == PopularityKind::Sample) {
        Result<KeySample> sample = readKeySample(out.file);
        if (!sample)
            return fail(sample.error());
        out.sample = std::move(*sample);
    }
    return out;
}

const std::vector<std::string>& WorkloadDirectives::knownKeys() {
    static const std::vector<std::string> kKeys{"table",  "column", "relationship", "requirement", "boundary",
                                                "engine", "name",   "rate",         "keys",        "consistency",
                                                "p99",    "page",   "verb",         "criticality", "idempotent",
                                                "values", "copy",   "naming"};
    return kKeys;
}

Placed WorkloadDirectives::each(const std::vector<Word>& words, std::size_t from, const Handlers& handlers,
                                const std::string& what) {
    for (std::size_t i = from; i < words.size(); ++i) {
        const Word& word = words[i];
        const std::string key = word.key.empty() ? word.text : word.key;
        const auto at = handlers.find(key);
        if (at == handlers.end()) {
            std::vector<std::string> known;
            for (const auto& [name, handler] : handlers)
                known.push_back(name);
            return refuseAt(word.offset, fmt::format("{} has no \"{}\"", what, key), didYouMean(key, known));
        }
        if (const auto done = at->second(word); !done)
            return done;
    }
    return {};
}

Placed WorkloadDirectives::apply(const std::string& key, std::size_t keyOffset, const std::string& text,
                                 std::size_t textOffset, PatternBlock& block) {
    const auto words = splitWords(text, textOffset);
    if (!words)
        return tl::unexpected(words.error());
    if (words->empty())
        return refuseAt(keyOffset, fmt::format("\"{}:\" says nothing", key));
    if (key == "table")
        return table(*words, textOffset);
    if (key == "column")
        return column(*words, textOffset);
    if (key == "relationship")
        return relationship(*words, textOffset);
    if (key == "requirement")
        return requirement(*words, textOffset);
    if (key == "boundary")
        return boundary(*words, textOffset);
    if (key == "engine")
        return engine(*words, textOffset);
    if (key == "naming")
        return naming(*words);
    if (key != "name" && !block.named)
        return refuseAt(keyOffset, fmt::format("\"{}:\" belongs to a pattern, but no name came before it", key),
                        "begin the pattern with \"-- name: ListOrders :many\"");
    if (key == "copy")
        return copy(*words, block, textOffset);
    if (std::find(block.seen.begin(), block.seen.end(), key) != block.seen.end())
        return refuseAt(keyOffset, fmt::format("\"{}:\" is given twice for one pattern", key));
    block.seen.push_back(key);
    AccessPattern& pattern = block.pattern;
    std::size_t chosen = 0;
    if (key == "name")
        return name(*words, block, textOffset);
    if (key == "rate")
        return rate(*words, block, textOffset);
    if (key == "consistency")
        return consistency(*words, block, textOffset);
    if (key == "page")
        return page(*words, block, textOffset);
    if (key == "keys") {
        block.keys = *words;
        block.keysOffset = textOffset;
        return {};
    }
    if (key == "values") {
        block.values = *words;
        return {};
    }
    if (key == "p99") {
        double seconds = 0;
        if (words->size() != 1)
            return refuseAt(textOffset, "one duration is expected here", "write it as \"-- p99: 50ms\"");
        const auto done = takeWithin((*words)[0], parseDuration((*words)[0].text), 1e-12, kInfinite, seconds);
        pattern.p99Seconds = seconds;
        return done;
    }
    if (key == "verb") {
        if (words->size() != 1 || !verbOf((*words)[0].text)) {
            std::vector<std::string> known;
            for (int verb = 0; verb <= static_cast<int>(Verb::Increment); ++verb)
                known.emplace_back(model::name(static_cast<Verb>(verb)));
            return refuseAt((*words)[0].offset, fmt::format("\"{}\" is no verb", (*words)[0].text),
                            didYouMean((*words)[0].text, known));
        }
        block.verb = verbOf((*words)[0].text);
        return {};
    }
    if (key == "criticality") {
        const auto done = oneOf(*words, textOffset, {"low", "normal", "high"}, chosen);
        pattern.criticality = static_cast<Criticality>(chosen);
        return done;
    }
    const auto done = oneOf(*words, textOffset, {"no", "yes"}, chosen); // idempotent
    pattern.idempotent = chosen == 1;
    return done;
}

Placed WorkloadDirectives::name(const std::vector<Word>& words, PatternBlock& block, std::size_t offset) {
    // As in sqlc, the word behind the name says how many rows come back.
    static const std::map<std::string, Returns> kReturns{
        {":one", Returns::One},          {":many", Returns::Many},          {":exec", Returns::Nothing},
        {":execrows", Returns::Nothing}, {":execresult", Returns::Nothing}, {":execlastid", Returns::Nothing},
        {":copyfrom", Returns::Nothing}, {":batchexec", Returns::Nothing},  {":batchone", Returns::One},
        {":batchmany", Returns::Many}};
    block.named = true;
    block.offset = words[0].offset;
    block.pattern.name = unquoted(words[0].text);
    if (words[0].hasArguments || !words[0].key.empty() || block.pattern.name.empty() || words[0].text.starts_with(':'))
        return refuseAt(words[0].offset, "a name is expected here", "write it as \"-- name: ListOrders :many\"");
    if (words.size() > 2)
        return refuseAt(words[2].offset, fmt::format("\"{}\" is not expected behind a name", words[2].text));
    if (words.size() < 2)
        return {};
    const auto at = kReturns.find(words[1].text);
    if (at == kReturns.end())
        return refuseAt(words[1].offset, fmt::format("\"{}\" does not say what comes back", words[1].text),
                        "write :one, :many or :exec");
    block.pattern.returns = at->second;
    block.returnsGiven = true;
    static_cast<void>(offset);
    return {};
}

Placed WorkloadDirectives::rate(const std::vector<Word>& words, PatternBlock& block, std::size_t offset) {
    RateProfile rate;
    if (!words[0].key.empty() || words[0].hasArguments)
        return refuseAt(offset, "the average rate comes first",
                        "write it as \"-- rate: 5000/s diurnal(peak=20:00, trough=0.3)\"");
    if (const auto done = take(words[0], parseRate(words[0].text), rate.average); !done)
        return done;
    bool shaped = false;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].key == "peak") {
            PerSecond peak;
            if (const auto done = take(words[i], parseRate(words[i].text), peak); !done)
                return done;
            rate.peak = peak;
            continue;
        }
        if (!words[i].key.empty())
            return refuseAt(words[i].offset, fmt::format("a rate has no \"{}\"", words[i].key),
                            didYouMean(words[i].key, {"peak"}));
        if (shaped)
            return refuseAt(words[i].offset, "a rate has one profile");
        shaped = true;
        if (const auto done = profile(words[i], rate); !done)
            return done;
    }
    block.pattern.rate = rate;
    return {};
}

Placed WorkloadDirectives::consistency(const std::vector<Word>& words, PatternBlock& block, std::size_t offset) {
    static const std::vector<std::string> kKinds{"strong", "read-your-writes", "bounded", "eventual"};
    std::size_t chosen = 0;
    if (const auto done = oneOf(words, offset, kKinds, chosen); !done)
        return done;
    Consistency& out = block.pattern.consistency;
    out.kind = static_cast<ConsistencyKind>(chosen);
    if (out.kind != ConsistencyKind::Bounded)
        return onlyArguments(words[0], {});
    const Word* bound = argument(words[0], "within", 0);
    if (!bound)
        return refuseAt(words[0].offset, "bounded needs to say how old an answer may be", "write it as bounded(5s)");
    return take(*bound, parseDuration(bound->text), out.boundSeconds);
}

Placed WorkloadDirectives::page(const std::vector<Word>& words, PatternBlock& block, std::size_t) {
    for (const Word& word : words) {
        if (word.text == "cursor" || word.text == "offset") {
            block.pattern.paging = word.text == "cursor" ? Paging::Cursor : Paging::Offset;
            continue;
        }
        double size = 0;
        if (const auto done = takeWithin(word, parseCount(word.text), 1, 1e12, size); !done)
            return refuseAt(done.error().offset, done.error().message,
                            "write it as \"-- page: 50 cursor\" or \"-- page: 20 offset\"");
        block.pattern.pageSize = size;
    }
    return {};
}

Placed WorkloadDirectives::finish(PatternBlock& block, const PatternAnalysis& analysis) const {
    AccessPattern& pattern = block.pattern;
    if (block.verb) {
        if (isWrite(*block.verb) != isWrite(pattern.verb))
            return refuseAt(block.offset, fmt::format("{}: the statement is a {}, which cannot be a {}", pattern.name,
                                                      model::name(pattern.verb), model::name(*block.verb)));
        pattern.verb = *block.verb;
    }
    for (const Word& word : block.values) {
        double count = 0;
        if (const auto done = takeWithin(word, parseCount(word.text), 0, 1e12, count); !done)
            return done;
        bool found = false;
        for (Predicate& predicate : pattern.predicates)
            if (predicate.comparison == Comparison::In &&
                (predicate.parameter == word.key || predicate.parameter.starts_with(word.key + "::"))) {
                predicate.values = count;
                found = true;
            }
        if (!found)
            return refuseAt(word.offset, fmt::format("{} is no list of values of this statement", word.key),
                            "name a parameter p of a condition \"column = ANY (p)\"");
    }
    if (block.keys.empty())
        return {};
    const bool hasColumn = block.keys.size() == 2;
    if (block.keys.size() > 2)
        return refuseAt(block.keys[2].offset, fmt::format("\"{}\" is not expected here", block.keys[2].text),
                        "write it as \"-- keys: user_id zipf(0.99)\"");
    if (const auto done = popularity(block.keys.back(), pattern.popularity); !done)
        return done;
    if (!hasColumn)
        return {};
    const Word& word = block.keys.front();
    std::vector<std::string> parts = nameParts(word.text);
    std::vector<EntityId> candidates{pattern.entity};
    candidates.insert(candidates.end(), pattern.joined.begin(), pattern.joined.end());
    std::vector<std::string> known;
    if (parts.size() > 1) {
        const auto named = analysis.names.find(parts[parts.size() - 2]);
        if (named == analysis.names.end())
            return refuseAt(word.offset, fmt::format("the statement does not use {}", parts[parts.size() - 2]));
        candidates = {named->second};
    }
    for (EntityId id : candidates) {
        const Entity* entity = m_project.entities.find(id);
        if (!entity)
            continue;
        const Attribute* attribute = entity->findByName(parts.back());
        if (!attribute)
            attribute = entity->findByName(unquoted(word.text));
        if (attribute) {
            pattern.popularityColumn = {id, attribute->id};
            return {};
        }
        for (const Attribute& one : entity->attributes)
            known.push_back(one.name);
    }
    return refuseAt(word.offset, fmt::format("the tables of this statement have no column {}", word.text),
                    didYouMean(parts.back(), known));
}

} // namespace shardscape::model
