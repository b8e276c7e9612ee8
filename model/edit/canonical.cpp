// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <tuple>

#include "model/edit/diff.h"
#include "model/fields/codec.h"
#include "model/fields/fields.h"

namespace shardscape::model {
namespace {

/// Gives every object the id that its name or place says, so that models equal but for their ids become equal.
class Renumbering {
public:
    explicit Renumbering(const Project& project)
        : m_project(project) {}

    Project run() {
        Project out = m_project;
        std::uint64_t next = 1;
        const auto fresh = [&](std::uint64_t old) { m_ids[old] = next++; };
        each(
            m_project.enums, [](const EnumType& type) { return std::tuple(type.schema, type.name); }, fresh);
        each(
            m_project.boundaries, [](const Boundary& boundary) { return boundary.name; }, fresh);
        for (const Entity* entity :
             sorted(m_project.entities, [](const Entity& e) { return std::tuple(e.schema, e.name); })) {
            fresh(entity->id.value);
            for (const Attribute& attribute : entity->attributes)
                fresh(attribute.id.value);
            for (const Key& key : entity->keys)
                fresh(key.id.value);
            for (const Index& index : entity->indexes)
                fresh(index.id.value);
        }
        each(
            m_project.relationships,
            [&](const Relationship& line) {
                return std::tuple(mapped(line.child), mapped(line.childAttributes), mapped(line.parent),
                                  mapped(line.parentAttributes), line.name);
            },
            fresh);
        each(
            m_project.patterns, [](const AccessPattern& pattern) { return pattern.name; }, fresh);
        each(
            m_project.layouts, [](const Layout& layout) { return layout.engine; }, fresh);
        std::vector<const Diagram*> diagrams =
            sorted(m_project.moreDiagrams, [](const Diagram& diagram) { return diagram.name; });
        for (const Diagram* diagram : diagrams)
            fresh(diagram->id.value);
        diagrams.push_back(m_project.diagram.get());
        for (const Diagram* diagram : diagrams)
            for (const Note& note : diagram->notes)
                fresh(note.id.value);
        out.nextId = next;
        renumber(out);
        sortLists(out);
        return out;
    }

private:
    template <class T, class KeyOf> static std::vector<const T*> sorted(const Table<T>& table, KeyOf&& keyOf) {
        std::vector<const T*> objects;
        for (const T& object : table)
            objects.push_back(&object);
        std::stable_sort(objects.begin(), objects.end(), [&](const T* a, const T* b) { return keyOf(*a) < keyOf(*b); });
        return objects;
    }
    template <class T, class KeyOf, class Fresh> static void each(const Table<T>& table, KeyOf&& keyOf, Fresh&& fresh) {
        for (const T* object : sorted(table, keyOf))
            fresh(object->id.value);
    }
    template <class IdType> std::uint64_t mapped(IdType id) const {
        const auto at = m_ids.find(id.value);
        return at == m_ids.end() ? 0 : at->second;
    }
    std::vector<std::uint64_t> mapped(const std::vector<AttributeId>& ids) const {
        std::vector<std::uint64_t> out;
        for (AttributeId id : ids)
            out.push_back(mapped(id));
        return out;
    }

    /// Other ids come in another order.
    static void sortLists(Project& project) {
        const auto sorted = [](Diagram diagram) {
            std::sort(diagram.exceptions.begin(), diagram.exceptions.end());
            std::sort(diagram.pinned.begin(), diagram.pinned.end());
            std::sort(diagram.locked.begin(), diagram.locked.end());
            return diagram;
        };
        project.diagram = std::make_shared<const Diagram>(sorted(*project.diagram));
        std::vector<Diagram> more;
        for (const Diagram& diagram : project.moreDiagrams)
            more.push_back(sorted(diagram));
        project.moreDiagrams.assign(std::move(more));
    }

    template <class M> void renumber(M& member) const {
        if constexpr (IdTraits<M>::value) {
            if (member)
                member.value = mapped(member);
        } else if constexpr (TableTraits<M>::value) {
            std::vector<typename TableTraits<M>::Inner> rows;
            for (const auto& row : member) {
                rows.push_back(row);
                renumber(rows.back());
            }
            member.assign(std::move(rows));
        } else if constexpr (Described<M>) {
            eachField(member, [&](std::string_view name, auto& inner) {
                if (!(std::is_same_v<M, Project> && name == "next_id"))
                    renumber(inner);
            });
        } else if constexpr (OptionalTraits<M>::value) {
            if (member)
                renumber(*member);
        } else if constexpr (SharedTraits<M>::value) {
            if (member) {
                auto copy = std::make_shared<typename SharedTraits<M>::Inner>(*member);
                renumber(*copy);
                member = std::move(copy);
            }
        } else if constexpr (VectorTraits<M>::value) {
            for (auto& item : member)
                renumber(item);
        } else if constexpr (MapTraits<M>::value) {
            M out;
            for (const auto& [key, value] : member) {
                auto newKey = key;
                auto newValue = value;
                renumber(newKey);
                renumber(newValue);
                out[newKey] = std::move(newValue);
            }
            member = std::move(out);
        }
    }

    const Project& m_project;
    std::map<std::uint64_t, std::uint64_t> m_ids;
};

} // namespace

bool equalModuloIds(const Project& a, const Project& b) {
    return Renumbering(a).run() == Renumbering(b).run();
}

} // namespace shardscape::model
