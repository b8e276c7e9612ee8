// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/merge_match.h"

#include <algorithm>
#include <set>

namespace shardscape::model {
namespace {

std::map<std::string, const Entity*> byName(const Project& project) {
    std::map<std::string, const Entity*> names;
    for (const Entity& entity : project.entities)
        names[project.displayName(entity)] = &entity;
    return names;
}

std::vector<std::string> columnNames(const Entity& entity) {
    std::vector<std::string> names;
    for (const Attribute& attribute : entity.attributes)
        names.push_back(attribute.name);
    std::sort(names.begin(), names.end());
    return names;
}

/// Of entities that are gone and others that came: those with the same columns, where there is only one such pair.
std::map<const Entity*, const Entity*> renamedEntities(const std::vector<const Entity*>& gone,
                                                       const std::vector<const Entity*>& came) {
    std::map<std::vector<std::string>, std::pair<std::vector<const Entity*>, std::vector<const Entity*>>> alike;
    for (const Entity* entity : gone)
        alike[columnNames(*entity)].first.push_back(entity);
    for (const Entity* entity : came)
        alike[columnNames(*entity)].second.push_back(entity);
    std::map<const Entity*, const Entity*> renamed;
    for (const auto& [columns, both] : alike)
        if (!columns.empty() && both.first.size() == 1 && both.second.size() == 1)
            renamed[both.second.front()] = both.first.front();
    return renamed;
}

class Matcher {
public:
    Matcher(const Project& project, const Project& before, const Project& after)
        : m_project(project)
        , m_before(before)
        , m_after(after) {}

    SchemaMatch run() {
        const auto ours = byName(m_project);
        const auto earlier = byName(m_before);
        const auto later = byName(m_after);
        std::vector<const Entity*> gone;
        std::vector<const Entity*> came;
        for (const Entity& entity : m_before.entities)
            if (!later.count(m_before.displayName(entity)))
                gone.push_back(&entity);
        for (const Entity& entity : m_after.entities)
            if (!earlier.count(m_after.displayName(entity)))
                came.push_back(&entity);
        const auto renamed = renamedEntities(gone, came);
        std::set<const Entity*> taken;
        for (const Entity& entity : m_after.entities) {
            const auto known = earlier.find(m_after.displayName(entity));
            const auto formerly = renamed.find(&entity);
            const Entity* old = known != earlier.end()      ? known->second
                                : formerly != renamed.end() ? formerly->second
                                                            : nullptr;
            const auto own = old ? ours.find(m_before.displayName(*old)) : ours.end();
            if (own == ours.end()) { // new, or removed from the project in the meantime
                m_match.added.push_back(&entity);
                continue;
            }
            taken.insert(old);
            keep(*old, entity, *own->second);
        }
        for (const Entity& entity : m_before.entities)
            if (!taken.count(&entity))
                if (const auto own = ours.find(m_before.displayName(entity)); own != ours.end())
                    m_match.removed.push_back(own->second->id);
        return std::move(m_match);
    }

private:
    void keep(const Entity& before, const Entity& after, const Entity& ours) {
        EntityMatch pair{&before, &after, ours.id, {}};
        m_match.toOurs[after.id] = ours.id;
        m_match.toAfter[before.id] = after.id;
        m_match.fromBefore[before.id] = ours.id;
        for (std::size_t place = 0; place < after.attributes.size(); ++place) {
            const Attribute& attribute = after.attributes[place];
            const Attribute* old = before.findByName(attribute.name);
            if (!old && place < before.attributes.size()) { // another name in the same place
                const Attribute& there = before.attributes[place];
                if (!after.findByName(there.name) && sameType(m_before, there.type, m_after, attribute.type))
                    old = &there;
            }
            const Attribute* own = old ? ours.findByName(old->name) : nullptr;
            if (!own)
                continue;
            pair.attributes[attribute.id] = old->id;
            m_match.attributesToAfter[old->id] = attribute.id;
            m_match.attributesToOurs[attribute.id] = own->id;
        }
        for (const Attribute& attribute : before.attributes)
            if (const Attribute* own = ours.findByName(attribute.name))
                m_match.attributesFromBefore[attribute.id] = own->id;
        m_match.kept.push_back(std::move(pair));
    }

    const Project& m_project;
    const Project& m_before;
    const Project& m_after;
    SchemaMatch m_match;
};

} // namespace

SchemaMatch matchSchemas(const Project& project, const Project& before, const Project& after) {
    return Matcher(project, before, after).run();
}

bool sameType(const Project& a, const Type& left, const Project& b, const Type& right) {
    Type x = left;
    Type y = right;
    const EnumType* one = a.enums.find(x.enumeration);
    const EnumType* other = b.enums.find(y.enumeration);
    if (bool(one) != bool(other) || (one && (one->name != other->name || one->schema != other->schema)))
        return false;
    if (bool(x.element) != bool(y.element) || (x.element && !sameType(a, *x.element, b, *y.element)))
        return false;
    x.enumeration = y.enumeration = {};
    x.element = y.element = nullptr;
    return x == y;
}

} // namespace shardscape::model
