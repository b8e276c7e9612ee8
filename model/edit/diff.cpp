// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/diff.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "model/edit/property_edits.h"
#include "model/fields/codec.h"

namespace shardscape::model {
namespace {

/// Shows values of a version in words, ids by name.
class Shower {
public:
    explicit Shower(const Project& project)
        : m_project(project) {}

    std::string show(bool value) const { return value ? "yes" : "no"; }
    std::string show(const std::string& text) const { return text.empty() ? "none" : text; }
    std::string show(EntityId id) const {
        const Entity* entity = m_project.entities.find(id);
        return entity ? m_project.displayName(*entity) : "none";
    }
    std::string show(AttributeId id) const {
        for (const Entity& entity : m_project.entities)
            if (const Attribute* attribute = entity.find(id))
                return attribute->name;
        return "none";
    }
    std::string show(BoundaryId id) const {
        const Boundary* boundary = m_project.boundaries.find(id);
        return boundary ? boundary->name : "none";
    }
    std::string show(EnumId id) const {
        const EnumType* type = m_project.enums.find(id);
        return type ? type->name : "none";
    }
    std::string show(const ColumnRef& column) const { return column.entity ? m_project.describe(column) : "none"; }
    template <class T> std::string show(const std::optional<T>& value) const { return value ? show(*value) : "none"; }
    template <class T> std::string show(const std::vector<T>& list) const {
        std::string out;
        for (const T& item : list)
            out += (out.empty() ? "" : ", ") + show(item);
        return out.empty() ? "none" : out;
    }
    template <class T> std::string show(const std::shared_ptr<const T>& value) const {
        return value ? show(*value) : "none";
    }
    template <class T> std::string show(const T& value) const {
        const Value encoded = encode(value);
        return encoded.kind == Value::Kind::Number || encoded.kind == Value::Kind::Word ? encoded.text
                                                                                        : printInline(encoded);
    }

private:
    const Project& m_project;
};

std::string spaced(std::string_view name) {
    std::string out(name);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

/// Several lines or a long expression are not shown whole.
std::string brief(std::string text) {
    const std::size_t end = text.find('\n');
    std::size_t most = std::min(end, std::size_t(80));
    while (most > 0 && most < text.size() && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80)
        --most; // not within a character
    return text.size() > most ? text.substr(0, most) + " …" : text;
}

template <class T> struct HasId : std::bool_constant < requires(T t) { t.id; } > {};

void tellMoves(const std::vector<EntityId>& moved, const std::vector<RelationshipId>& rerouted,
               std::vector<std::string>& out) {
    if (!moved.empty())
        out.push_back(moved.size() == 1 ? "1 entity moved" : fmt::format("{} entities moved", moved.size()));
    if (!rerouted.empty())
        out.push_back(rerouted.size() == 1 ? "1 line rerouted" : fmt::format("{} lines rerouted", rerouted.size()));
}

class Differ {
public:
    Differ(const Project& before, const Project& after)
        : m_before(before)
        , m_after(after)
        , m_old(before)
        , m_new(after) {}

    Diff run() {
        Diff found;
        compareEntities(found);
        compareTable(m_before.relationships, m_after.relationships, found.relationships);
        compareTable(m_before.enums, m_after.enums, found.enums);
        compareTable(m_before.boundaries, m_after.boundaries, found.boundaries);
        compareTable(m_before.patterns, m_after.patterns, found.patterns);
        compareTable(m_before.layouts, m_after.layouts, found.layouts);
        if (m_before.name != m_after.name)
            found.project.push_back(fmt::format("name: {} → {}", m_old.show(m_before.name), m_new.show(m_after.name)));
        if (!(m_before.requirements == m_after.requirements))
            words("requirements ", m_before.requirements, m_after.requirements, found.project);
        if (!(m_before.naming == m_after.naming))
            words("naming ", m_before.naming, m_after.naming, found.project);
        if (!equalValues(m_before.natives, m_after.natives))
            found.project.push_back("native statements changed");
        if (m_before.diagram != m_after.diagram) {
            compareMaps(m_before.diagram->positions, m_after.diagram->positions, found.moved);
            compareMaps(m_before.diagram->bends, m_after.diagram->bends, found.rerouted);
        }
        compareDiagrams(found);
        return found;
    }

private:
    template <class T>
    void words(const std::string& prefix, const T& a, const T& b, std::vector<std::string>& out) const {
        eachFieldPair(a, b, [&](std::string_view name, const auto& left, const auto& right) {
            using M = std::remove_cvref_t<decltype(left)>;
            if (equalValues(left, right))
                return;
            const std::string label = prefix + spaced(name);
            if constexpr (std::is_same_v<M, std::vector<Property>>)
                propertyWords(prefix, left, right, out);
            else if constexpr (Described<const M> && !std::is_same_v<M, ColumnRef>)
                words(label + " ", left, right, out);
            else if constexpr (isObjects<M>())
                out.push_back(HasId<typename VectorTraits<M>::Inner>::value ? std::string() : label + " changed");
            else
                out.push_back(fmt::format("{}: {} → {}", label, brief(m_old.show(left)), brief(m_new.show(right))));
        });
        std::erase(out, std::string()); // lists of objects with ids are told one by one
    }
    static void propertyWords(const std::string& prefix, const std::vector<Property>& a, const std::vector<Property>& b,
                              std::vector<std::string>& out) {
        const auto label = [&](const Property& each) {
            return prefix + (each.value.empty() ? "tag " : "property ") + each.name;
        };
        const std::size_t before = out.size();
        for (const Property& was : a)
            if (const std::string* value = valueOf(b, was.name); !value)
                out.push_back(label(was) + " removed");
            else if (*value != was.value)
                out.push_back(fmt::format("{}property {}: {} → {}", prefix, was.name,
                                          was.value.empty() ? "none" : brief(was.value),
                                          value->empty() ? "none" : brief(*value)));
        for (const Property& is : b)
            if (!valueOf(a, is.name))
                out.push_back(is.value.empty()
                                  ? label(is) + " added"
                                  : fmt::format("{}property {}: none → {}", prefix, is.name, brief(is.value)));
        if (out.size() == before)
            out.push_back(prefix + "properties reordered");
    }
    template <class M> static constexpr bool isObjects() {
        if constexpr (VectorTraits<M>::value)
            return Described<typename VectorTraits<M>::Inner> &&
                   !std::is_same_v<typename VectorTraits<M>::Inner, ColumnRef>;
        else
            return false;
    }

    template <class T, class Found> void note(ChangeKind kind, const T& object, std::vector<Found>& out) const {
        Found found;
        found.id = object.id;
        found.kind = kind;
        found.name = nameOf(object, kind == ChangeKind::Removed ? m_before : m_after);
        out.push_back(std::move(found));
    }
    static std::string nameOf(const Entity& entity, const Project& in) { return in.displayName(entity); }
    static std::string nameOf(const Diagram& diagram, const Project&) { return Project::nameOf(diagram); }
    static std::string nameOf(const Layout& layout, const Project&) { return layout.engine; }
    static std::string nameOf(const Relationship& line, const Project& in) {
        const Entity* child = in.entities.find(line.child);
        const Entity* parent = in.entities.find(line.parent);
        return fmt::format("{} → {}", child ? in.displayName(*child) : "?", parent ? in.displayName(*parent) : "?");
    }
    std::string nameOf(const Key& key, const Project& in) const {
        return !key.name.empty()
                   ? key.name
                   : fmt::format("{} ({})", name(key.kind), (&in == &m_after ? m_new : m_old).show(key.attributes));
    }
    template <class T> static std::string nameOf(const T& object, const Project&) { return object.name; }

    /// Walks two sequences of pointers in order of id.
    template <class Pointers, class Visit>
    static void merge(const Pointers& before, const Pointers& after, Visit&& visit) {
        auto a = before.begin();
        auto b = after.begin();
        while (a != before.end() || b != after.end()) {
            if (b == after.end() || (a != before.end() && (*a)->id < (*b)->id)) {
                visit(&**a++, nullptr);
            } else if (a == before.end() || (*b)->id < (*a)->id) {
                visit(nullptr, &**b++);
            } else {
                if (*a != *b && !(**a == **b))
                    visit(&**a, &**b);
                ++a;
                ++b;
            }
        }
    }

    template <class T, class Found>
    void compareTable(const Table<T>& before, const Table<T>& after, std::vector<Found>& out) const {
        if (before.sameVersion(after))
            return;
        merge(before.pointers(), after.pointers(), [&](const T* a, const T* b) {
            note(!a ? ChangeKind::Added : !b ? ChangeKind::Removed : ChangeKind::Changed, b ? *b : *a, out);
            if (a && b)
                words("", *a, *b, out.back().words);
        });
    }

    template <class T, class Found>
    void compareParts(const std::vector<T>& before, const std::vector<T>& after, std::vector<Found>& out) const {
        const auto sorted = [](const std::vector<T>& list) {
            std::vector<const T*> pointers;
            for (const T& item : list)
                pointers.push_back(&item);
            std::sort(pointers.begin(), pointers.end(), [](const T* a, const T* b) { return a->id < b->id; });
            return pointers;
        };
        merge(sorted(before), sorted(after), [&](const T* a, const T* b) {
            note(!a ? ChangeKind::Added : !b ? ChangeKind::Removed : ChangeKind::Changed, b ? *b : *a, out);
            if (a && b)
                words("", *a, *b, out.back().words);
        });
    }

    void compareDiagrams(Diff& found) const {
        ObjectDiff<DiagramId> first;
        first.name = Project::nameOf(*m_after.diagram);
        first.words = drawingWords(*m_before.diagram, *m_after.diagram);
        if (!first.words.empty())
            found.diagrams.push_back(std::move(first));
        if (m_before.moreDiagrams.sameVersion(m_after.moreDiagrams))
            return;
        merge(m_before.moreDiagrams.pointers(), m_after.moreDiagrams.pointers(),
              [&](const Diagram* a, const Diagram* b) {
                  note(!a   ? ChangeKind::Added
                       : !b ? ChangeKind::Removed
                            : ChangeKind::Changed,
                       b ? *b : *a, found.diagrams);
                  if (!a || !b)
                      return;
                  std::vector<EntityId> moved;
                  std::vector<RelationshipId> rerouted;
                  compareMaps(a->positions, b->positions, moved);
                  compareMaps(a->bends, b->bends, rerouted);
                  std::vector<std::string>& words = found.diagrams.back().words;
                  words = drawingWords(*a, *b);
                  tellMoves(moved, rerouted, words);
              });
    }
    /// What differs besides positions and bends.
    static std::vector<std::string> drawingWords(const Diagram& a, const Diagram& b) {
        std::vector<std::string> words;
        if (a.name != b.name)
            words.push_back(fmt::format("name: {} → {}", Project::nameOf(a), Project::nameOf(b)));
        if (a.everything != b.everything || a.exceptions != b.exceptions)
            words.emplace_back("entities shown changed");
        if (a.pinned != b.pinned)
            words.emplace_back("pins changed");
        if (a.collapsed != b.collapsed || a.locked != b.locked)
            words.emplace_back("groups changed");
        if (a.notes != b.notes)
            words.emplace_back("notes changed");
        return words;
    }

    void compareEntities(Diff& found) const {
        compareTable(m_before.entities, m_after.entities, found.entities);
        for (EntityDiff& entity : found.entities) {
            if (entity.kind != ChangeKind::Changed)
                continue;
            const Entity* a = m_before.entities.find(entity.id);
            const Entity* b = m_after.entities.find(entity.id);
            if (!a || !b)
                continue;
            compareParts(a->attributes, b->attributes, entity.attributes);
            compareParts(a->keys, b->keys, entity.keys);
            compareParts(a->indexes, b->indexes, entity.indexes);
            entity.attributesReordered = commonOrder(*a, *b) != commonOrder(*b, *a);
        }
    }
    static std::vector<AttributeId> commonOrder(const Entity& of, const Entity& with) {
        std::vector<AttributeId> order;
        for (const Attribute& attribute : of.attributes)
            if (with.find(attribute.id))
                order.push_back(attribute.id);
        return order;
    }

    template <class K, class V>
    static void compareMaps(const std::map<K, V>& before, const std::map<K, V>& after, std::vector<K>& out) {
        for (const auto& [key, value] : before)
            if (const auto at = after.find(key); at == after.end() || !(at->second == value))
                out.push_back(key);
        for (const auto& [key, value] : after)
            if (!before.count(key))
                out.push_back(key);
        std::sort(out.begin(), out.end());
    }

    const Project& m_before;
    const Project& m_after;
    Shower m_old;
    Shower m_new;
};

template <class Found>
void tell(const std::string& what, const std::vector<Found>& objects, std::vector<std::string>& out) {
    for (const Found& object : objects) {
        const std::string label = what.empty() ? object.name : what + " " + object.name;
        if (object.kind != ChangeKind::Changed)
            out.push_back(label + (object.kind == ChangeKind::Added ? " added" : " removed"));
        for (const std::string& words : object.words)
            out.push_back(label + ", " + words);
    }
}

} // namespace

Diff diff(const Project& before, const Project& after) {
    return Differ(before, after).run();
}

bool Diff::empty() const {
    return entities.empty() && relationships.empty() && enums.empty() && boundaries.empty() && patterns.empty() &&
           layouts.empty() && project.empty() && moved.empty() && rerouted.empty() && diagrams.empty();
}

std::vector<std::string> Diff::sentences() const {
    std::vector<std::string> out;
    for (const std::string& words : project)
        out.push_back("project, " + words);
    tell("entity", entities, out);
    for (const EntityDiff& entity : entities) {
        tell(entity.name + ": attribute", entity.attributes, out);
        tell(entity.name + ": key", entity.keys, out);
        tell(entity.name + ": index", entity.indexes, out);
        if (entity.attributesReordered)
            out.push_back(entity.name + ": attributes reordered");
    }
    tell("relationship", relationships, out);
    tell("enumeration", enums, out);
    tell("boundary", boundaries, out);
    tell("access pattern", patterns, out);
    tell("layout", layouts, out);
    tellMoves(moved, rerouted, out);
    tell("diagram", diagrams, out);
    return out;
}

} // namespace shardscape::model
