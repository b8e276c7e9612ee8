// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include <fmt/format.h>

#include "estimator/problems/problems.h"

namespace shardscape::estimator {

using namespace model;

namespace {

template <std::size_t N> bool isOneOf(const Attribute& attribute, const std::array<std::string_view, N>& words) {
    std::string lower = attribute.name;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return lower == word || lower.ends_with("_" + std::string(word));
    });
}

bool holdsAnything(const Attribute& attribute) {
    switch (attribute.type.kind) {
    case TypeKind::String:
    case TypeKind::Text:
    case TypeKind::Json: return true;
    default: return false;
    }
}

/// Rows that say (what of, which property, its value): a foreign key, a column that names the property (or a foreign
/// key to a table of properties), and a text for every kind of value, with hardly anything besides.
const Relationship* ownerOf(const Cardinality& cardinality, const Entity& entity) {
    static constexpr std::array<std::string_view, 7> kProperty{"attribute", "attr",  "property", "key",
                                                               "field",     "param", "name"};
    static constexpr std::array<std::string_view, 2> kValue{"value", "val"};
    constexpr std::size_t kMostColumns = 6;
    if (entity.attributes.size() < 3 || entity.attributes.size() > kMostColumns)
        return nullptr;
    const auto& parents = cardinality.parentsOf(entity.id);
    const bool named = std::any_of(entity.attributes.begin(), entity.attributes.end(), [&](const Attribute& attribute) {
        return holdsAnything(attribute) && isOneOf(attribute, kProperty);
    });
    const bool valued =
        std::any_of(entity.attributes.begin(), entity.attributes.end(),
                    [&](const Attribute& attribute) { return holdsAnything(attribute) && isOneOf(attribute, kValue); });
    // Its properties may have a table of their own: then one foreign key leads there and another to the owner.
    const auto leadsToProperties = [&](const Relationship* up) {
        const Entity* parent = cardinality.project().entities.find(up->parent);
        std::string lower = parent ? parent->name : std::string();
        std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
        return lower.find("attribute") != std::string::npos || lower.find("propert") != std::string::npos;
    };
    const auto owner =
        std::find_if(parents.begin(), parents.end(), [&](const Relationship* up) { return !leadsToProperties(up); });
    const bool listed = std::any_of(parents.begin(), parents.end(), leadsToProperties);
    return valued && (named || listed) && owner != parents.end() ? *owner : nullptr;
}

} // namespace

void findEntityAttributeValue(const ProblemInput& input, std::vector<Problem>& problems) {
    for (const Entity& entity : input.project.entities) {
        const Relationship* up = ownerOf(input.cardinality, entity);
        const Entity* owner = up ? input.project.entities.find(up->parent) : nullptr;
        if (!owner)
            continue;
        const double each = input.cardinality.rowsPerValue(entity.id, up->childAttributes);
        Problem problem;
        problem.id = "entity-attribute-value";
        problem.severity = Severity::Warning;
        problem.where = fmt::format("{} on {}", entity.name, input.profile.title);
        problem.why =
            fmt::format("each property of one of {} is a row of its own: reading one reads {:.3g} rows, a "
                        "condition on two properties is a join, and types, checks and statistics of a property "
                        "are lost",
                        owner->name, each);
        problem.fix = "make the properties that every row has columns, and keep the rest in one JSON column with an "
                      "index on what is asked";
        problem.entity = entity.id;
        problems.push_back(std::move(problem));
    }
}

} // namespace shardscape::estimator
