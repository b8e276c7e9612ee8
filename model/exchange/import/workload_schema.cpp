// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "model/base/nearest_name.h"
#include "model/base/quantity.h"
#include "model/exchange/import/source_text.h"
#include "model/exchange/import/workload_directives.h"

namespace shardscape::model {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kMostRows = 9.2e18; // below 2^63

const std::vector<std::pair<std::string, Generator>>& generators() {
    static const std::vector<std::pair<std::string, Generator>> kWords{
        {"none", Generator::None},      {"auto", Generator::AutoIncrement},  {"uuid_v4", Generator::UuidV4},
        {"uuid_v7", Generator::UuidV7}, {"snowflake", Generator::Snowflake}, {"natural", Generator::Natural}};
    return kWords;
}

Placed wholeNumber(const Word& word, std::optional<int>& out) {
    double value = 0;
    if (const auto done = takeWithin(word, parseCount(word.text), 1, 1e9, value); !done)
        return done;
    if (value != std::floor(value))
        return refuseAt(word.offset, fmt::format("\"{}\" is not a whole number", word.text));
    out = static_cast<int>(value);
    return {};
}

template <class Target>
Placed optional(const Word& word, const Result<double>& value, double low, double high, Target& out) {
    double number = 0;
    if (const auto done = takeWithin(word, value, low, high, number); !done)
        return done;
    out = number;
    return {};
}

Placed growth(const Word& word, Volume& volume) {
    const std::size_t percent = word.text.find("%/");
    if (percent == std::string::npos)
        return takeWithin(word, parsePerDay(word.text), 0, kInfinite, volume.growthRowsPerDay);
    const Result<double> share = parseRatio(word.text.substr(0, percent + 1));
    const Result<double> times = parsePerDay("1" + word.text.substr(percent + 1));
    if (!share || !times)
        return refuseAt(word.offset, fmt::format("\"{}\" is not a growth", word.text),
                        "write it as 2e6/day or 0.1%/day");
    volume.growthRatePerDay = *share * *times;
    return {};
}

Placed list(const Word& word, std::vector<std::string>& out) {
    out.clear();
    for (const std::string& part : splitList(word.text))
        out.push_back(unquoted(part));
    return out.empty() ? refuseAt(word.offset, fmt::format("\"{}\" names nothing", word.key)) : Placed{};
}

} // namespace

tl::expected<const Entity*, PlacedError> WorkloadDirectives::entityOf(const std::string& text,
                                                                      std::size_t offset) const {
    const std::vector<std::string> parts = nameParts(text);
    const std::string schema = parts.size() > 1 ? parts[parts.size() - 2] : std::string();
    const Entity* found = m_names.find(schema, parts.back());
    if (!found && parts.size() == 1)
        found = m_names.find({}, unquoted(text)); // as it is written, for names with capitals
    if (!found)
        return refuseAt(offset, fmt::format("there is no table {}", text), didYouMean(text, m_names.all()));
    return m_project.entities.find(found->id); // as changed by earlier lines
}

tl::expected<const Attribute*, PlacedError>
WorkloadDirectives::attributeOf(const Entity& entity, const std::string& text, std::size_t offset) const {
    const Attribute* attribute = entity.findByName(nameParts(text).back());
    if (!attribute)
        attribute = entity.findByName(unquoted(text));
    if (attribute)
        return attribute;
    std::vector<std::string> known;
    for (const Attribute& one : entity.attributes)
        known.push_back(one.name);
    return refuseAt(offset, fmt::format("{} has no column {}", m_project.displayName(entity), text),
                    didYouMean(text, known));
}

Placed WorkloadDirectives::table(const std::vector<Word>& words, std::size_t) {
    const auto entity = entityOf(words[0].text, words[0].offset);
    if (!entity)
        return tl::unexpected(entity.error());
    Entity changed = **entity;
    const Handlers handlers{
        {"rows",
         [&](const Word& word) {
             double rows = 0;
             const auto done = takeWithin(word, parseCount(word.text), 0, kMostRows, rows);
             changed.volume.rows = Rows{static_cast<std::int64_t>(std::llround(rows))};
             return done;
         }},
        {"growth", [&](const Word& word) { return growth(word, changed.volume); }},
        {"retention",
         [&](const Word& word) {
             return optional(word, parseDays(word.text), 0, kInfinite, changed.volume.retentionDays);
         }},
        {"tier", [&](const Word& word) { return tier(word, changed.volume); }},
        {"removal", [&](const Word& word) { return removal(word, changed.volume); }},
        {"tag", [&](const Word& word) { return tag(word, changed.properties); }},
        {"prop", [&](const Word& word) { return property(word, changed.properties); }},
        {"hold",
         [&](const Word&) {
             changed.volume.legalHold = true;
             return Placed{};
         }},
    };
    if (const auto done = each(words, 1, handlers, "table"); !done)
        return done;
    m_project.entities.set(std::move(changed));
    return {};
}

Placed WorkloadDirectives::column(const std::vector<Word>& words, std::size_t) {
    const std::string& text = words[0].text;
    std::size_t dot = std::string::npos;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        quoted = quoted != (text[at] == '"');
        if (text[at] == '.' && !quoted)
            dot = at;
    }
    if (dot == std::string::npos)
        return refuseAt(words[0].offset, "a column is named with its table", "write it as orders.status");
    const auto entity = entityOf(text.substr(0, dot), words[0].offset);
    if (!entity)
        return tl::unexpected(entity.error());
    const auto attribute = attributeOf(**entity, text.substr(dot + 1), words[0].offset + dot + 1);
    if (!attribute)
        return tl::unexpected(attribute.error());
    Entity changed = **entity;
    Attribute& target = *std::find_if(changed.attributes.begin(), changed.attributes.end(),
                                      [&](const Attribute& a) { return a.id == (*attribute)->id; });
    ColumnStatistics& known = target.statistics;
    const Handlers handlers{
        {"avg",
         [&](const Word& word) { return optional(word, parseBytes(word.text), 0, kInfinite, known.averageBytes); }},
        {"max",
         [&](const Word& word) { return optional(word, parseBytes(word.text), 0, kInfinite, known.maximumBytes); }},
        {"nulls", [&](const Word& word) { return optional(word, parseRatio(word.text), 0, 1, known.nullFraction); }},
        {"distinct",
         [&](const Word& word) { return optional(word, parseCount(word.text), 0, kInfinite, known.distinctValues); }},
        {"tag", [&](const Word& word) { return tag(word, target.properties); }},
        {"prop", [&](const Word& word) { return property(word, target.properties); }},
        {"generator",
         [&](const Word& word) -> Placed {
             std::vector<std::string> choices;
             for (const auto& [choice, generator] : generators()) {
                 choices.push_back(choice);
                 if (choice == word.text) {
                     target.generator = generator;
                     return {};
                 }
             }
             return refuseAt(word.offset, fmt::format("\"{}\" is no generator of keys", word.text),
                             didYouMean(word.text, choices));
         }},
    };
    if (const auto done = each(words, 1, handlers, "column"); !done)
        return done;
    m_project.entities.set(std::move(changed));
    return {};
}

Placed WorkloadDirectives::relationship(const std::vector<Word>& words, std::size_t) {
    // follows.followee_id, or lines(order_id, product_id)
    const Word& subject = words[0];
    std::string tableText = subject.text;
    std::vector<Word> columns = subject.arguments;
    if (!subject.hasArguments) {
        const std::size_t dot = tableText.rfind('.');
        if (dot == std::string::npos)
            return refuseAt(subject.offset, "a relationship is named by the table and column that refer",
                            "write it as follows.followee_id, or lines(order_id, product_id) for several columns");
        Word column;
        column.text = tableText.substr(dot + 1);
        column.offset = subject.offset + dot + 1;
        columns.push_back(std::move(column));
        tableText.resize(dot);
    }
    const auto entity = entityOf(tableText, subject.offset);
    if (!entity)
        return tl::unexpected(entity.error());
    std::vector<AttributeId> ids;
    for (const Word& column : columns) {
        const auto attribute = attributeOf(**entity, column.text, column.offset);
        if (!attribute)
            return tl::unexpected(attribute.error());
        ids.push_back((*attribute)->id);
    }
    std::string constraint;
    for (const Word& word : words)
        if (word.key == "constraint")
            constraint = unquoted(word.text);
    std::vector<const Relationship*> found;
    for (const Relationship& candidate : m_project.relationships)
        if (candidate.child == (*entity)->id && candidate.childAttributes == ids &&
            (constraint.empty() || candidate.name == constraint))
            found.push_back(&candidate);
    if (found.empty())
        return refuseAt(subject.offset, fmt::format("no foreign key is on {}", subject.text),
                        "the schema must declare it first");
    if (found.size() > 1)
        return refuseAt(subject.offset, fmt::format("{} foreign keys are on {}", found.size(), subject.text),
                        fmt::format("say which with constraint={}", found.front()->name));
    Relationship changed = *found.front();
    FanOut& fanOut = changed.fanOut;
    const Handlers handlers{
        {"mean", [&](const Word& word) { return optional(word, parseCount(word.text), 0, kInfinite, fanOut.mean); }},
        {"max", [&](const Word& word) { return optional(word, parseCount(word.text), 0, kInfinite, fanOut.maximum); }},
        {"constraint", [](const Word&) { return Placed{}; }},
        {"fixed",
         [&](const Word&) {
             fanOut.shape = FanOutShape::Fixed;
             return Placed{};
         }},
        {"geometric",
         [&](const Word&) {
             fanOut.shape = FanOutShape::Geometric;
             return Placed{};
         }},
        {"powerlaw",
         [&](const Word& word) -> Placed {
             fanOut.shape = FanOutShape::PowerLaw;
             if (word.arguments.size() != 1)
                 return refuseAt(word.offset, "powerlaw needs its exponent", "write it as powerlaw(2.1)");
             if (const auto alpha = parseCount(word.arguments[0].text); alpha && *alpha <= 1)
                 return refuseAt(word.arguments[0].offset, "the exponent of a power law must be above 1");
             return take(word.arguments[0], parseCount(word.arguments[0].text), fanOut.alpha);
         }},
    };
    if (const auto done = each(words, 1, handlers, "relationship"); !done)
        return done;
    m_project.relationships.set(std::move(changed));
    return {};
}

Placed WorkloadDirectives::requirement(const std::vector<Word>& words, std::size_t) {
    Requirements& wanted = m_project.requirements;
    static const std::vector<std::string> kDominant{"correctness", "latency", "availability",
                                                    "throughput",  "cost",    "simplicity"};
    const Handlers handlers{
        {"dominant",
         [&](const Word& word) -> Placed {
             if (std::find(kDominant.begin(), kDominant.end(), word.text) == kDominant.end())
                 return refuseAt(word.offset,
                                 fmt::format("\"{}\" is none of {}", word.text, fmt::join(kDominant, ", ")),
                                 didYouMean(word.text, kDominant));
             wanted.dominant = word.text;
             return {};
         }},
        {"availability",
         [&](const Word& word) { return optional(word, parseRatio(word.text), 0, 1, wanted.availability); }},
        {"p99",
         [&](const Word& word) {
             return optional(word, parseDuration(word.text), 1e-12, kInfinite, wanted.p99Seconds);
         }},
        {"regions", [&](const Word& word) { return list(word, wanted.regions); }},
        {"compliance", [&](const Word& word) { return list(word, wanted.compliance); }},
        {"familiarity", [&](const Word& word) { return list(word, wanted.familiarity); }},
        {"budget",
         [&](const Word& word) {
             std::string text = word.text;
             if (text.ends_with("/month"))
                 text.resize(text.size() - 6);
             return optional(word, parseCount(text), 0, kInfinite, wanted.budgetPerMonth);
         }},
        {"traffic_growth",
         [&](const Word& word) {
             std::string text = word.text;
             if (text.ends_with("/month"))
                 text.resize(text.size() - 6);
             return takeWithin(word, parseRatio(text), -1, 1000, wanted.trafficGrowthPerMonth);
         }},
    };
    return each(words, 0, handlers, "requirement");
}

Placed WorkloadDirectives::boundary(const std::vector<Word>& words, std::size_t) {
    const std::string title = unquoted(words[0].text);
    Boundary boundary;
    for (const Boundary& known : m_project.boundaries)
        if (known.name == title)
            boundary = known;
    if (!boundary.id) {
        boundary.id = m_project.newId<BoundaryId>();
        boundary.name = title;
        boundary.color = static_cast<int>(m_project.boundaries.size());
    }
    const Handlers handlers{
        {"tables",
         [&](const Word& word) -> Placed {
             for (const std::string& part : splitList(word.text)) {
                 const auto entity = entityOf(part, word.offset);
                 if (!entity)
                     return tl::unexpected(entity.error());
                 Entity changed = **entity;
                 changed.boundary = boundary.id;
                 m_project.entities.set(std::move(changed));
             }
             return {};
         }},
        {"color", [&](const Word& word) { return takeWithin(word, parseCount(word.text), 0, 1000, boundary.color); }},
    };
    if (const auto done = each(words, 1, handlers, "boundary"); !done)
        return done;
    m_project.boundaries.set(std::move(boundary));
    return {};
}

Placed WorkloadDirectives::partitionKey(const Word& word, Layout& layout) {
    // key=orders(user_id, region)
    const auto entity = entityOf(word.text, word.offset);
    if (!entity)
        return tl::unexpected(entity.error());
    std::vector<AttributeId> columns;
    for (const Word& column : word.arguments) {
        const auto attribute = attributeOf(**entity, column.text, column.offset);
        if (!attribute)
            return tl::unexpected(attribute.error());
        columns.push_back((*attribute)->id);
    }
    if (columns.empty())
        return refuseAt(word.offset, "a partition key names its columns", "write it as key=orders(user_id)");
    layout.partitionKeys[(*entity)->id] = std::move(columns);
    return {};
}

Placed WorkloadDirectives::engine(const std::vector<Word>& words, std::size_t) {
    Layout layout;
    layout.engine = unquoted(words[0].text);
    if (const Layout* known = m_project.findLayout(layout.engine)) {
        layout.id = known->id;
        layout.derived = known->derived; // said where their patterns are
    } else
        layout.id = m_project.newId<LayoutId>();
    const Handlers handlers{
        {"nodes", [&](const Word& word) { return wholeNumber(word, layout.nodes); }},
        {"partitions", [&](const Word& word) { return wholeNumber(word, layout.partitions); }},
        {"replicas", [&](const Word& word) { return wholeNumber(word, layout.replicas); }},
        {"placement",
         [&](const Word& word) {
             layout.placement = unquoted(word.text);
             return Placed{};
         }},
        {"cache",
         [&](const Word&) {
             layout.cache = true;
             return Placed{};
         }},
        {"cache_hit_ratio",
         [&](const Word& word) { return optional(word, parseRatio(word.text), 0, 1, layout.cacheHitRatio); }},
        {"cache_size",
         [&](const Word& word) { return optional(word, parseBytes(word.text), 0, kInfinite, layout.cacheBytes); }},
        {"cache_ttl",
         [&](const Word& word) {
             return optional(word, parseDuration(word.text), 0, kInfinite, layout.cacheTtlSeconds);
         }},
        {"key", [&](const Word& word) { return partitionKey(word, layout); }},
        {"owns", [&](const Word& word) { return boundaryRole(word, true, layout); }},
        {"follows", [&](const Word& word) { return boundaryRole(word, false, layout); }},
        {"prices",
         [&](const Word& word) {
             layout.priceSheet = unquoted(word.text);
             return Placed{};
         }},
    };
    if (const auto done = each(words, 1, handlers, "engine"); !done)
        return done;
    m_project.layouts.set(std::move(layout));
    return {};
}

} // namespace shardscape::model
