// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "model/fields/codec.h"

/// Projects with arbitrary contents, built by the field lists themselves: every member of every object gets a value
/// that a new object does not have. What comes through a file unchanged proves that no member is forgotten there.
namespace shardscape::tests {

class Arbitrary {
public:
    explicit Arbitrary(unsigned seed)
        : m_random(seed) {}

    /// "size" objects of each kind; references are to objects that are there, so that validate() is content.
    model::Project project(int size) {
        using namespace model;
        Project project;
        project.name = text();
        fill(project.requirements);
        fill(project.naming);
        makeTables(project, size);
        std::vector<Entity> entities = listOf(project.entities);
        for (Entity& entity : entities)
            fillEntity(project, entity);
        project.entities.assign(entities);
        for (const Entity& entity : project.entities)
            m_entities.push_back(&entity);
        fillOthers(project, size);
        project.nextId = m_next;
        return project;
    }

    std::string text() {
        static const std::vector<std::string> pieces{"a",
                                                     "Z",
                                                     " ",
                                                     "\n",
                                                     "\n\n",
                                                     "\t",
                                                     "\"",
                                                     "\\",
                                                     "'",
                                                     "#",
                                                     "|",
                                                     "{",
                                                     "}",
                                                     "[",
                                                     "]",
                                                     ":",
                                                     ",",
                                                     "\r",
                                                     "\x01",
                                                     "\x7f",
                                                     "\xc3\xa9",
                                                     "\xe8\xae\xa2",
                                                     "\xf0\x9f\x90\x98",
                                                     "-- x",
                                                     "true",
                                                     "1e9",
                                                     "| ",
                                                     "\n| ",
                                                     "NULL",
                                                     std::string(1, '\0')};
        std::string out = "t";
        const int length = number(0, 12);
        for (int i = 0; i < length; ++i)
            out += pieces[static_cast<std::size_t>(number(0, static_cast<int>(pieces.size()) - 1))];
        return out;
    }

private:
    int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(m_random); }
    double real() {
        switch (number(0, 6)) {
        case 0: return 0.1;
        case 1: return 1e300;
        case 2: return -std::nextafter(1.0, 2.0);
        case 3: return std::numeric_limits<double>::infinity();
        case 4: return std::numeric_limits<double>::denorm_min();
        case 5: return 1e9;
        default: return std::uniform_real_distribution<double>(-1e6, 1e6)(m_random);
        }
    }
    template <class T> static std::vector<T> listOf(const model::Table<T>& table) {
        return std::vector<T>(table.begin(), table.end());
    }

    template <class T> void fill(T& member) {
        using namespace model;
        if constexpr (Described<T>) {
            eachField(member, [&](std::string_view, auto& inner) { fill(inner); });
            if constexpr (std::is_same_v<T, Type>)
                if (member.kind != TypeKind::Array)
                    member.element = nullptr;
        } else if constexpr (IdTraits<T>::value) {
            // references are set by those who know what there is
        } else if constexpr (std::is_same_v<T, bool>) {
            member = !member;
        } else if constexpr (std::is_enum_v<T>) {
            const T standard = member;
            while (member == standard)
                member = enumeratorOf<T>(name(static_cast<T>(number(0, 20)))).value_or(standard);
        } else if constexpr (std::is_floating_point_v<T>) {
            member = real();
        } else if constexpr (std::is_integral_v<T>) {
            member = static_cast<T>(number(1, 1000000)) * (number(0, 1) ? 1 : -1);
        } else if constexpr (CountTraits<T>::value) {
            member.value = std::numeric_limits<std::int64_t>::max() - number(0, 9);
        } else if constexpr (std::is_same_v<T, PerSecond>) {
            member.value = real();
        } else if constexpr (std::is_same_v<T, std::string>) {
            member = text();
        } else if constexpr (OptionalTraits<T>::value) {
            fill(member.emplace());
        } else if constexpr (std::is_same_v<T, std::shared_ptr<const Type>>) {
            auto element = std::make_shared<Type>();
            element->kind = TypeKind::Decimal;
            element->precision = 9;
            element->native = text();
            member = element;
        } else if constexpr (requires { member.resize(1); }) {
            member.resize(static_cast<std::size_t>(number(1, 3)));
            for (auto& item : member)
                fill(item);
        } else if constexpr (requires { member.fill(0); }) {
            for (auto& item : member)
                item = real();
        }
    }

    template <class T> void makeTable(model::Table<T>& table, int size) {
        std::vector<T> objects(static_cast<std::size_t>(size));
        for (T& object : objects) {
            fill(object);
            object.id.value = m_next++;
        }
        table.assign(std::move(objects));
    }
    void makeTables(model::Project& project, int size) {
        makeTable(project.enums, size);
        makeTable(project.boundaries, size);
        makeTable(project.entities, size);
    }

    void fillEntity(const model::Project& project, model::Entity& entity) {
        using namespace model;
        entity.name += std::to_string(entity.id.value);
        entity.boundary = project.boundaries.pointers().back()->id;
        std::vector<AttributeId> ids;
        for (Attribute& attribute : entity.attributes) {
            attribute.id.value = m_next++;
            attribute.name += std::to_string(attribute.id.value);
            attribute.type.enumeration = project.enums.pointers().front()->id;
            ids.push_back(attribute.id);
        }
        const auto parts = [&](std::vector<KeyPart>& list) {
            for (KeyPart& part : list)
                part.attribute = ids.front();
        };
        bool primary = true;
        for (Key& key : entity.keys) {
            key.id.value = m_next++;
            key.kind = primary ? KeyKind::Primary : KeyKind::Unique;
            primary = false;
            key.attributes = ids;
            key.include = {ids.back()};
        }
        for (Index& index : entity.indexes) {
            index.id.value = m_next++;
            parts(index.parts);
            index.include = ids;
        }
        parts(entity.partitioning->parts);
    }

    void fillOthers(model::Project& project, int size) {
        using namespace model;
        const Entity& first = *m_entities.front();
        const Entity& last = *m_entities.back();
        const ColumnRef column{last.id, last.attributes.front().id};
        makeTable(project.relationships, size);
        std::vector<Relationship> relationships = listOf(project.relationships);
        for (Relationship& line : relationships) {
            line.child = last.id;
            line.childAttributes = {column.attribute};
            line.parent = first.id;
            line.parentAttributes = {first.attributes.front().id};
            line.onDeleteAttributes = line.childAttributes;
        }
        project.relationships.assign(relationships);
        makeTable(project.patterns, size);
        std::vector<AccessPattern> patterns = listOf(project.patterns);
        for (AccessPattern& pattern : patterns) {
            pattern.name += std::to_string(pattern.id.value);
            pattern.entity = first.id;
            pattern.joined = {last.id};
            pattern.popularityColumn = column;
            for (JoinCondition& join : pattern.joins)
                join.left = join.right = column;
            for (Predicate& predicate : pattern.predicates)
                predicate.column = column;
            for (OrderPart& part : pattern.order)
                part.column = column;
            for (auto* list : {&pattern.projection, &pattern.groupBy, &pattern.assigned})
                *list = {column, column};
        }
        project.patterns.assign(patterns);
        makeTable(project.layouts, size);
        std::vector<Layout> layouts = listOf(project.layouts);
        for (Layout& layout : layouts) {
            layout.engine += std::to_string(layout.id.value);
            layout.partitionKeys[last.id] = {column.attribute};
            for (Derived& derived : layout.derived)
                derived.pattern = project.patterns.pointers().front()->id;
            for (BoundaryRole& role : layout.boundaries)
                role.boundary = project.boundaries.pointers().front()->id;
        }
        project.layouts.assign(layouts);
        Diagram diagram;
        diagram.positions[first.id] = {real(), 1};
        diagram.positions[last.id] = {0.1, real()};
        diagram.bends[relationships.front().id] = {{1, 2}, {3, real()}};
        fillDrawing(diagram, first.id, project.boundaries.begin()->id);
        project.diagram = std::make_shared<const Diagram>(diagram);
        makeTable(project.moreDiagrams, size);
        std::vector<Diagram> more = listOf(project.moreDiagrams);
        for (Diagram& each : more) {
            const DiagramId id = each.id;
            each = diagram;
            each.id = id;
            fillDrawing(each, first.id, project.boundaries.begin()->id);
        }
        project.moreDiagrams.assign(more);
        std::vector<NativeObject> natives(2);
        for (NativeObject& native : natives)
            fill(native);
        project.natives = std::make_shared<const std::vector<NativeObject>>(natives);
    }

    void fillDrawing(model::Diagram& diagram, model::EntityId entity, model::BoundaryId boundary) {
        diagram.name = text() + std::to_string(diagram.id.value);
        diagram.everything = false;
        diagram.exceptions = {entity};
        diagram.pinned = {entity};
        diagram.collapsed[boundary] = {real(), 2};
        diagram.locked = {boundary};
        diagram.notes.assign(2, {});
        for (model::Note& note : diagram.notes) {
            fill(note);
            note.id = model::NoteId{m_next++};
        }
    }

    std::mt19937 m_random;
    std::uint64_t m_next = 1;
    std::vector<const model::Entity*> m_entities;
};

/// The names of members of the object that are as in a new one: none in an arbitrary project.
template <class T> void unsetMembers(const T& object, const std::string& path, std::vector<std::string>& out) {
    using namespace model;
    static const T standard{};
    eachFieldPair(object, standard, [&](std::string_view name, const auto& member, const auto& fresh) {
        if (equalValues(member, fresh) && !(name == "element" || name == "kind"))
            out.push_back(path + "." + std::string(name));
    });
}

} // namespace shardscape::tests
