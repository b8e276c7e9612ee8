// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/merge_schema.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/edit/attribute_edits.h"
#include "model/edit/boundary_edits.h"
#include "model/edit/edit_support.h"
#include "model/edit/entity_edits.h"
#include "model/edit/merge_match.h"
#include "model/edit/merge_parts.h"
#include "model/edit/project_edits.h"
#include "model/edit/relationship_edits.h"

namespace shardscape::model {
namespace {

class Merge {
public:
    Merge(const Project& project, const Project& before, const Project& after)
        : m_now(project)
        , m_before(before)
        , m_after(after)
        , m_match(matchSchemas(project, before, after)) {}

    Result<Project> run() {
        dropRelationships();
        takeEnums();
        takeBoundaries();
        dropObjects();
        renameEntities();
        renameAttributes();
        addEntities();
        for (const EntityMatch& pair : m_match.kept)
            changeEntity(pair);
        takeRelationships();
        takeNatives();
        dropEnums();
        dropBoundaries();
        return std::move(m_now);
    }

private:
    const Project& now() const { return *m_now; }
    /// Takes the next version; after the first refusal nothing more is done.
    bool to(Result<Project> next) {
        if (m_now)
            m_now = std::move(next);
        return m_now.has_value();
    }
    template <class Edit> void edit(Edit&& change) {
        if (m_now)
            m_now = change(*m_now);
    }

    // Enumerations and boundaries, by name.

    static const EnumType* enumOf(const Project& project, const EnumType& wanted) {
        for (const EnumType& type : project.enums)
            if (type.name == wanted.name && (type.schema == wanted.schema || type.schema + wanted.schema == "public"))
                return &type;
        return nullptr;
    }

    void takeEnums() {
        for (const EnumType& type : m_after.enums) {
            if (!m_now)
                return;
            const EnumType* own = enumOf(now(), type);
            if (!own) {
                m_enums[type.id] = EnumId{now().nextId};
                EnumType draft = type;
                draft.id = {};
                to(addEnum(now(), std::move(draft)));
                continue;
            }
            m_enums[type.id] = own->id;
            const EnumType* old = enumOf(m_before, type);
            if (old && (old->labels != type.labels || old->comment != type.comment)) {
                EnumType changed = *own;
                changed.labels = type.labels;
                changed.comment = type.comment;
                to(changeEnum(now(), std::move(changed)));
            }
        }
    }

    void dropEnums() {
        for (const EnumType& type : m_before.enums) {
            const EnumType* own = m_now && !enumOf(m_after, type) ? enumOf(now(), type) : nullptr;
            if (own)
                to(removeEnum(now(), own->id));
        }
    }

    static const Boundary* boundaryOf(const Project& project, const std::string& name) {
        for (const Boundary& boundary : project.boundaries)
            if (boundary.name == name)
                return &boundary;
        return nullptr;
    }

    void takeBoundaries() {
        for (const Boundary& boundary : m_after.boundaries) {
            if (!m_now)
                return;
            if (const Boundary* own = boundaryOf(now(), boundary.name)) {
                m_boundaries[boundary.id] = own->id;
                continue;
            }
            m_boundaries[boundary.id] = BoundaryId{now().nextId};
            to(addBoundary(now(), boundary.name));
        }
    }

    void dropBoundaries() {
        for (const Boundary& boundary : m_before.boundaries) {
            const Boundary* own =
                m_now && !boundaryOf(m_after, boundary.name) ? boundaryOf(now(), boundary.name) : nullptr;
            if (own)
                to(removeBoundary(now(), own->id));
        }
    }

    // Relationships: the same one joins the same columns.

    struct Ends {
        EntityId child, parent;
        std::vector<AttributeId> from, to;
        auto operator<=>(const Ends&) const = default;
    };
    std::optional<Ends> ends(const Relationship& line, const std::map<EntityId, EntityId>& entities,
                             const std::map<AttributeId, AttributeId>& attributes) const {
        const auto child = entities.find(line.child);
        const auto parent = entities.find(line.parent);
        const auto from = mapped(line.childAttributes, attributes);
        const auto target = mapped(line.parentAttributes, attributes);
        if (child == entities.end() || parent == entities.end() || !from || !target)
            return std::nullopt;
        return Ends{child->second, parent->second, *from, *target};
    }
    const Relationship* ownOf(const Ends& wanted) const {
        for (const Relationship& line : now().relationships)
            if (Ends{line.child, line.parent, line.childAttributes, line.parentAttributes} == wanted)
                return &line;
        return nullptr;
    }

    void dropRelationships() {
        std::map<Ends, const Relationship*> later;
        for (const Relationship& line : m_after.relationships)
            later[Ends{line.child, line.parent, line.childAttributes, line.parentAttributes}] = &line;
        std::vector<RelationshipId> gone;
        for (const Relationship& line : m_before.relationships) {
            const auto image = ends(line, m_match.toAfter, m_match.attributesToAfter);
            const auto at = image ? later.find(*image) : later.end();
            if (at != later.end()) {
                m_known[at->second->id] = &line;
                continue;
            }
            if (const auto own = ends(line, m_match.fromBefore, m_match.attributesFromBefore))
                if (const Relationship* there = ownOf(*own))
                    gone.push_back(there->id);
        }
        if (!gone.empty())
            to(removeRelationships(now(), gone));
    }

    void takeRelationships() {
        for (const Relationship& line : m_after.relationships) {
            if (!m_now)
                return;
            const auto place = ends(line, m_match.toOurs, m_match.attributesToOurs);
            if (!place)
                continue;
            Relationship wanted = line;
            wanted.child = place->child;
            wanted.parent = place->parent;
            wanted.childAttributes = place->from;
            wanted.parentAttributes = place->to;
            wanted.onDeleteAttributes =
                mapped(line.onDeleteAttributes, m_match.attributesToOurs).value_or(std::vector<AttributeId>());
            const Relationship* own = ownOf(*place);
            const auto known = m_known.find(line.id);
            if (!own && known == m_known.end()) {
                wanted.id = {};
                to(addRelationship(now(), std::move(wanted)));
            } else if (own && known != m_known.end() && saysOtherwise(*known->second, line)) {
                wanted.id = own->id;
                wanted.fanOut = own->fanOut;
                to(changeRelationship(now(), std::move(wanted)));
            }
        }
    }
    bool saysOtherwise(const Relationship& before, const Relationship& after) const {
        Relationship was = before;
        was.id = after.id;
        was.child = after.child;
        was.parent = after.parent;
        was.childAttributes = after.childAttributes;
        was.parentAttributes = after.parentAttributes;
        was.onDeleteAttributes =
            mapped(before.onDeleteAttributes, m_match.attributesToAfter).value_or(std::vector<AttributeId>());
        return !(was == after);
    }

    // Entities and attributes.

    void dropObjects() {
        if (m_now && !m_match.removed.empty())
            to(removeEntities(now(), m_match.removed, Removal::Cascade));
        for (const EntityMatch& pair : m_match.kept) {
            std::vector<AttributeId> gone;
            for (const Attribute& attribute : pair.before->attributes) {
                const auto own = m_match.attributesFromBefore.find(attribute.id);
                if (!m_match.attributesToAfter.count(attribute.id) && own != m_match.attributesFromBefore.end())
                    gone.push_back(own->second);
            }
            if (m_now && !gone.empty())
                to(removeAttributes(now(), pair.ours, gone, Removal::Cascade));
        }
    }

    /// Names may change places: what finds its name taken waits under another one.
    void renameEntities() {
        std::vector<const EntityMatch*> waiting;
        for (const EntityMatch& pair : m_match.kept) {
            if (!m_now)
                return;
            const Entity& was = *pair.before;
            const Entity& is = *pair.after;
            if (was.schema != is.schema)
                to(setEntitySchema(now(), pair.ours, is.schema));
            if (!m_now || was.name == is.name)
                continue;
            Result<Project> next = renameEntity(now(), pair.ours, is.name);
            if (!next && next.error().code == ErrorCode::Conflict) {
                waiting.push_back(&pair);
                next = renameEntity(now(), pair.ours, fmt::format("renamed {}", waiting.size()));
            }
            to(std::move(next));
        }
        for (const EntityMatch* pair : waiting)
            edit([&](const Project& project) { return renameEntity(project, pair->ours, pair->after->name); });
    }

    void renameAttributes() {
        for (const EntityMatch& pair : m_match.kept)
            for (const auto& [after, before] : pair.attributes) {
                const std::string& name = pair.after->find(after)->name;
                const ColumnRef own{pair.ours, m_match.attributesToOurs.at(after)};
                if (m_now && pair.before->find(before)->name != name)
                    to(renameAttribute(now(), own, name));
            }
    }

    void addEntities() {
        for (const Entity* entity : m_match.added) {
            if (!m_now)
                return;
            const EntityId id{now().nextId};
            Entity draft = *entity;
            draft.boundary = m_boundaries[draft.boundary];
            for (Attribute& attribute : draft.attributes)
                attribute.type = translated(attribute.type);
            if (!to(addEntity(now(), std::move(draft))))
                return;
            m_match.toOurs[entity->id] = id;
            const Entity& own = *now().entities.find(id);
            for (std::size_t place = 0; place < own.attributes.size(); ++place)
                m_match.attributesToOurs[entity->attributes[place].id] = own.attributes[place].id;
        }
    }

    Type translated(Type type) const {
        if (const auto at = m_enums.find(type.enumeration); at != m_enums.end())
            type.enumeration = at->second;
        if (type.element)
            type.element = std::make_shared<const Type>(translated(*type.element));
        return type;
    }

    void changeEntity(const EntityMatch& pair) {
        addAttributes(pair);
        if (!m_now)
            return;
        const PartContext context{m_before, m_after, pair, m_match.attributesToAfter, m_match.attributesToOurs};
        edit([&](const Project& project) { return mergeParts(project, context); });
        for (const auto& [after, before] : pair.attributes)
            changeOne(pair, *pair.before->find(before), *pair.after->find(after));
        reorder(pair);
        if (boundaryName(m_before, pair.before->boundary) != boundaryName(m_after, pair.after->boundary))
            edit([&](const Project& project) {
                return assignBoundary(project, {pair.ours}, m_boundaries[pair.after->boundary]);
            });
    }
    static std::string boundaryName(const Project& project, BoundaryId id) {
        const Boundary* boundary = project.boundaries.find(id);
        return boundary ? boundary->name : std::string();
    }

    void addAttributes(const EntityMatch& pair) {
        for (std::size_t place = 0; place < pair.after->attributes.size(); ++place) {
            const Attribute& attribute = pair.after->attributes[place];
            if (!m_now || pair.attributes.count(attribute.id))
                continue;
            m_match.attributesToOurs[attribute.id] = AttributeId{now().nextId};
            Attribute draft = attribute;
            draft.type = translated(draft.type);
            to(addAttribute(now(), pair.ours, std::move(draft), place));
        }
    }

    /// The project's attribute with what the text says otherwise about it than before.
    void changeOne(const EntityMatch& pair, const Attribute& was, const Attribute& is) {
        const Entity* entity = m_now ? now().entities.find(pair.ours) : nullptr;
        const Attribute* own = entity ? entity->find(m_match.attributesToOurs.at(is.id)) : nullptr;
        if (!own)
            return;
        Attribute changed = *own;
        if (!sameType(m_before, was.type, m_after, is.type))
            changed.type = translated(is.type);
        const auto take = [&](auto Attribute::*field) {
            if (!(was.*field == is.*field))
                changed.*field = is.*field;
        };
        take(&Attribute::nullable);
        take(&Attribute::defaultSql);
        take(&Attribute::generatedSql);
        take(&Attribute::generator);
        take(&Attribute::identityAlways);
        take(&Attribute::identityOptions);
        take(&Attribute::collation);
        take(&Attribute::statistics);
        take(&Attribute::comment);
        take(&Attribute::properties);
        if (!(changed == *own))
            to(changeAttribute(now(), pair.ours, std::move(changed)));
    }

    void reorder(const EntityMatch& pair) {
        std::vector<AttributeId> was;
        std::vector<AttributeId> is;
        for (const Attribute& attribute : pair.before->attributes)
            if (const auto at = m_match.attributesToAfter.find(attribute.id); at != m_match.attributesToAfter.end())
                was.push_back(at->second);
        for (const Attribute& attribute : pair.after->attributes)
            if (pair.attributes.count(attribute.id))
                is.push_back(attribute.id);
        if (was == is)
            return;
        for (std::size_t place = 0; place < pair.after->attributes.size(); ++place)
            edit([&](const Project& project) {
                const AttributeId own = m_match.attributesToOurs.at(pair.after->attributes[place].id);
                return moveAttribute(project, {pair.ours, own}, place);
            });
    }

    void takeNatives() {
        if (!m_now || *m_before.natives == *m_after.natives)
            return;
        std::vector<NativeObject> natives = *now().natives;
        for (const NativeObject& native : *m_before.natives)
            if (std::find(m_after.natives->begin(), m_after.natives->end(), native) == m_after.natives->end())
                std::erase(natives, native);
        for (const NativeObject& native : *m_after.natives)
            if (std::find(natives.begin(), natives.end(), native) == natives.end())
                natives.push_back(native);
        to(setNatives(now(), std::move(natives)));
    }

    Result<Project> m_now;
    const Project& m_before;
    const Project& m_after;
    SchemaMatch m_match;
    std::map<EnumId, EnumId> m_enums;                      ///< of "after" to the project
    std::map<BoundaryId, BoundaryId> m_boundaries;         ///< of "after" to the project
    std::map<RelationshipId, const Relationship*> m_known; ///< of "after": what it was before
};

} // namespace

Result<Project> mergeSchema(const Project& project, const Project& before, const Project& after) {
    return Merge(project, before, after).run();
}

} // namespace shardscape::model
