// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/edit/naming_edits.h"
#include "model/edit/property_edits.h"
#include "model/exchange/import/workload_directives.h"

namespace shardscape::model {
namespace {

/// Adds it, or replaces the value of one that is there, under the rules of the edits.
Placed put(const Word& word, const Property& property, std::vector<Property>& properties) {
    Project scratch;
    Entity holder;
    holder.id = scratch.newId<EntityId>();
    const ColumnRef of{holder.id, {}};
    holder.properties = properties;
    scratch.entities.set(std::move(holder));
    const Result<Project> after = putProperty(scratch, of, property);
    if (!after)
        return refuseAt(word.offset, after.error().message, after.error().advice);
    properties = *propertiesOf(*after, of);
    return {};
}

} // namespace

/// tag=pii
Placed WorkloadDirectives::tag(const Word& word, std::vector<Property>& properties) {
    if (word.key.empty() || word.text.empty())
        return refuseAt(word.offset, "a tag needs its name", "write it as tag=pii");
    return put(word, {unquoted(word.text), {}}, properties);
}

/// prop=owner(payments)
Placed WorkloadDirectives::property(const Word& word, std::vector<Property>& properties) {
    if (word.key.empty() || word.text.empty() || word.arguments.size() != 1)
        return refuseAt(word.offset, "a property needs its name and one value", "write it as prop=owner(payments)");
    return put(word, {unquoted(word.text), unquoted(word.arguments.front().text)}, properties);
}

/// primary_key="{table}_pkey" unique=… foreign_key=… index=…
Placed WorkloadDirectives::naming(const std::vector<Word>& words) {
    NamingRules rules = m_project.naming;
    const auto into = [](std::string& rule) {
        return [&rule](const Word& word) -> Placed {
            rule = unquoted(word.text);
            return {};
        };
    };
    const Handlers handlers{{"primary_key", into(rules.primaryKey)},
                            {"unique", into(rules.unique)},
                            {"foreign_key", into(rules.foreignKey)},
                            {"index", into(rules.index)}};
    if (const auto done = each(words, 0, handlers, "naming"); !done)
        return done;
    if (const Result<void> sound = checkNamingRules(rules); !sound)
        return refuseAt(words.front().offset, sound.error().message, sound.error().advice);
    m_project.naming = rules;
    return {};
}

} // namespace shardscape::model
