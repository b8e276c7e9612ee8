// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/schema/project.h"

namespace shardscape::tests {

using namespace shardscape::model;

inline AccessPattern ordinaryPattern(Project& project, const std::string& name, Verb verb, const Entity& entity,
                                     double rate) {
    AccessPattern pattern;
    pattern.id = project.newId<PatternId>();
    pattern.name = name;
    pattern.verb = verb;
    pattern.entity = entity.id;
    pattern.allColumns = !isWrite(verb);
    pattern.rate.average = {rate};
    return pattern;
}

inline Predicate ordinaryEqual(const Entity& entity, AttributeId attribute) {
    Predicate predicate;
    predicate.column = {entity.id, attribute};
    predicate.parameter = "$1";
    predicate.text = "= $1";
    return predicate;
}

/// The patterns of an ordinary application, for the first entities of the schema.
inline void addPatterns(Project& project, std::size_t entities) {
    std::vector<AccessPattern> out;
    std::size_t number = 0;
    for (const Entity& entity : project.entities) {
        if (++number > entities)
            break;
        const std::string prefix = "e" + std::to_string(number);
        if (const Key* key = entity.primaryKey()) {
            for (Verb verb : {Verb::Get, Verb::Update, Verb::Delete}) {
                AccessPattern pattern = ordinaryPattern(project, prefix + name(verb), verb, entity, 10);
                for (AttributeId id : key->attributes)
                    pattern.predicates.push_back(ordinaryEqual(entity, id));
                if (verb == Verb::Get)
                    pattern.consistency.kind = ConsistencyKind::Eventual;
                if (verb == Verb::Update && !entity.attributes.empty())
                    pattern.assigned.push_back({entity.id, entity.attributes.back().id});
                out.push_back(pattern);
            }
        }
        out.push_back(ordinaryPattern(project, prefix + "insert", Verb::Insert, entity, 5));
        out.push_back(ordinaryPattern(project, prefix + "count", Verb::Aggregate, entity, 1));
        int references = 0;
        for (const Relationship& up : project.relationships) {
            if (up.child != entity.id || ++references > 3)
                continue;
            const std::string by = prefix + "by" + std::to_string(references);
            AccessPattern list = ordinaryPattern(project, by, Verb::List, entity, 100);
            for (AttributeId id : up.childAttributes)
                list.predicates.push_back(ordinaryEqual(entity, id));
            for (const Attribute& attribute : entity.attributes)
                if (attribute.type.kind == TypeKind::Timestamp && list.order.empty())
                    list.order.push_back({{entity.id, attribute.id}, {}, true});
            list.limit = 20;
            list.consistency = {ConsistencyKind::Bounded, 5};
            AccessPattern join = list;
            join.id = project.newId<PatternId>();
            join.name = by + "join";
            join.verb = Verb::Join;
            join.joined = {up.parent};
            for (std::size_t i = 0; i < up.childAttributes.size(); ++i)
                join.joins.push_back({{up.child, up.childAttributes[i]}, {up.parent, up.parentAttributes[i]}, false});
            out.push_back(list);
            out.push_back(join);
        }
    }
    project.patterns.assign(out);
}

} // namespace shardscape::tests
