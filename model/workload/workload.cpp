// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <utility>

#include "model/workload/access_pattern.h"

namespace shardscape::model {
namespace {

constexpr std::array<std::pair<Verb, const char*>, 14> kVerbs{{
    {Verb::Get, "get"},
    {Verb::List, "list"},
    {Verb::Range, "range"},
    {Verb::Aggregate, "aggregate"},
    {Verb::Join, "join"},
    {Verb::TextSearch, "text_search"},
    {Verb::GeoSearch, "geo_search"},
    {Verb::Traversal, "traversal"},
    {Verb::Insert, "insert"},
    {Verb::Update, "update"},
    {Verb::Upsert, "upsert"},
    {Verb::Delete, "delete"},
    {Verb::Append, "append"},
    {Verb::Increment, "increment"},
}};

} // namespace

const char* name(Verb verb) {
    for (const auto& [known, word] : kVerbs)
        if (known == verb)
            return word;
    return "get";
}

std::optional<Verb> verbOf(const std::string& word) {
    for (const auto& [verb, known] : kVerbs)
        if (word == known)
            return verb;
    return std::nullopt;
}

bool isWrite(Verb verb) {
    switch (verb) {
    case Verb::Insert:
    case Verb::Update:
    case Verb::Upsert:
    case Verb::Delete:
    case Verb::Append:
    case Verb::Increment: return true;
    default: return false;
    }
}

const char* name(Comparison comparison) {
    switch (comparison) {
    case Comparison::Equal: return "=";
    case Comparison::In: return "in";
    case Comparison::Range: return "range";
    case Comparison::NotEqual: return "<>";
    case Comparison::Prefix: return "prefix";
    case Comparison::Contains: return "contains";
    case Comparison::IsNull: return "is null";
    case Comparison::Near: return "near";
    case Comparison::Other: return "other";
    }
    return "other";
}

const char* name(PopularityKind kind) {
    switch (kind) {
    case PopularityKind::Uniform: return "uniform";
    case PopularityKind::Zipf: return "zipf";
    case PopularityKind::HotSet: return "hotset";
    case PopularityKind::PowerLaw: return "powerlaw";
    case PopularityKind::Latest: return "latest";
    case PopularityKind::Sample: return "sample";
    }
    return "uniform";
}

std::int64_t KeySample::requests() const {
    std::int64_t sum = 0;
    for (const SeenKeys& one : seen)
        sum += one.times * one.keys;
    return sum;
}

std::int64_t KeySample::distinct() const {
    std::int64_t sum = 0;
    for (const SeenKeys& one : seen)
        sum += one.keys;
    return sum;
}

const char* name(ConsistencyKind kind) {
    switch (kind) {
    case ConsistencyKind::Strong: return "strong";
    case ConsistencyKind::ReadYourWrites: return "read-your-writes";
    case ConsistencyKind::Bounded: return "bounded";
    case ConsistencyKind::Eventual: return "eventual";
    }
    return "strong";
}

} // namespace shardscape::model
