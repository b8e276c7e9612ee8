// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/import_draft.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/base/nearest_name.h"
#include "model/exchange/import/import_formats.h"
#include "model/exchange/import/text_tokens.h"

namespace shardscape::model {
namespace {

std::string keyOf(const std::string& schema, const std::string& name) {
    return schema + '\0' + name;
}

std::string shown(const std::string& schema, const std::string& name) {
    return schema.empty() ? name : schema + "." + name;
}

} // namespace

Attribute* attributeOf(Entity& entity, AttributeId id) {
    const auto at = std::find_if(entity.attributes.begin(), entity.attributes.end(),
                                 [&](const Attribute& attribute) { return attribute.id == id; });
    return at == entity.attributes.end() ? nullptr : &*at;
}

Attribute* attributeOf(Entity& entity, const std::string& name) {
    Attribute* near = nullptr;
    for (Attribute& attribute : entity.attributes) {
        if (attribute.name == name)
            return &attribute;
        if (!near && sameWord(attribute.name, name))
            near = &attribute;
    }
    return near;
}

Result<void> ImportDraft::enter(std::size_t source) {
    m_source = source;
    Result<std::string> text = decodeText(m_sources[source].name, m_sources[source].text, m_diagnostics);
    m_texts.push_back(std::make_unique<std::string>(text ? *text : std::string()));
    m_lines.emplace_back(*m_texts.back());
    if (!text)
        return fail(text.error());
    return {};
}

void ImportDraft::report(Severity severity, DraftPlace place, std::string message, std::string advice) {
    // A text of another kind makes a message of every word; nobody reads more than these.
    constexpr std::size_t kMost = 2000;
    if (m_diagnostics.size() > kMost)
        return;
    if (m_diagnostics.size() == kMost) {
        severity = Severity::Error;
        message = "there is more that was not understood; further messages are left out";
        advice = "check that the file is of the format that it is read as";
    }
    const TextPlace at = m_lines[place.source].place(place.offset);
    m_diagnostics.push_back(
        {severity, m_sources[place.source].name, at.line, at.column, std::move(message), std::move(advice)});
}

void ImportDraft::tally(std::size_t offset, const std::string& what) {
    Tally& entry = m_tallies[{m_source, what}];
    if (entry.count++ == 0)
        entry.first = place(offset);
}

bool ImportDraft::hasErrors() const {
    return std::any_of(m_diagnostics.begin(), m_diagnostics.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

Entity* ImportDraft::addEntity(const std::string& schema, const std::string& name, std::size_t offset) {
    if (name.empty()) {
        report(Severity::Error, offset, "a table without a name is left out");
        return nullptr;
    }
    if (m_byName.contains(keyOf(schema, name))) {
        report(Severity::Error, offset, fmt::format("the table {} is there already", shown(schema, name)),
               "the first one is kept");
        return nullptr;
    }
    Entity& entity = *entities.emplace_back(std::make_unique<Entity>());
    entity.id = project.newId<EntityId>();
    entity.schema = schema;
    entity.name = name;
    m_byName[keyOf(schema, name)] = &entity;
    m_byLoweredName[lowered(name)].push_back(&entity);
    return &entity;
}

Entity* ImportDraft::find(const std::string& schema, const std::string& name) const {
    if (const auto at = m_byName.find(keyOf(schema, name)); at != m_byName.end())
        return at->second;
    const auto like = m_byLoweredName.find(lowered(name));
    if (like == m_byLoweredName.end())
        return nullptr;
    std::vector<Entity*> fitting;
    for (Entity* entity : like->second)
        if (sameWord(entity->schema, schema))
            fitting.push_back(entity);
    if (fitting.empty() && schema.empty())
        fitting = like->second;
    return fitting.size() == 1 ? fitting.front() : nullptr;
}

Entity* ImportDraft::require(const std::string& schema, const std::string& name, std::size_t offset,
                             const std::string& what) {
    if (Entity* entity = find(schema, name))
        return entity;
    std::vector<std::string> known;
    for (const auto& entity : entities)
        known.push_back(entity->name);
    report(Severity::Error, offset, fmt::format("{}: there is no table {}", what, shown(schema, name)),
           didYouMean(name, known));
    return nullptr;
}

Entity* ImportDraft::byId(EntityId id) const {
    // Ids ascend in the order of making.
    const auto at = std::lower_bound(entities.begin(), entities.end(), id,
                                     [](const auto& entity, EntityId wanted) { return entity->id < wanted; });
    return at == entities.end() || (*at)->id != id ? nullptr : at->get();
}

void ImportDraft::remove(Entity& entity) {
    const EntityId id = entity.id;
    m_byName.erase(keyOf(entity.schema, entity.name));
    std::erase(m_byLoweredName[lowered(entity.name)], &entity);
    std::erase_if(references, [&](const DraftReference& r) { return r.relationship.child == id; });
    std::erase_if(entities, [&](const auto& candidate) { return candidate->id == id; });
}

void ImportDraft::rename(Entity& entity, const std::string& schema, const std::string& name) {
    for (DraftReference& reference : references)
        if (find(reference.parentSchema, reference.parent) == &entity) {
            reference.parentSchema = schema;
            reference.parent = name;
        }
    m_byName.erase(keyOf(entity.schema, entity.name));
    std::erase(m_byLoweredName[lowered(entity.name)], &entity);
    entity.schema = schema;
    entity.name = name;
    m_byName[keyOf(schema, name)] = &entity;
    m_byLoweredName[lowered(name)].push_back(&entity);
}

Attribute* ImportDraft::addAttribute(Entity& entity, const std::string& name, std::size_t offset) {
    if (name.empty() || entity.findByName(name)) {
        report(Severity::Error, offset,
               name.empty() ? fmt::format("a column of {} without a name is left out", entity.name)
                            : fmt::format("{} has a column {} already", entity.name, name),
               name.empty() ? "" : "the first one is kept");
        return nullptr;
    }
    Attribute& attribute = entity.attributes.emplace_back();
    attribute.id = project.newId<AttributeId>();
    attribute.name = name;
    return &attribute;
}

std::optional<AttributeId> ImportDraft::attribute(const Entity& entity, const std::string& name, std::size_t offset,
                                                  const std::string& what) {
    if (const Attribute* found = attributeOf(const_cast<Entity&>(entity), name))
        return found->id;
    std::vector<std::string> known;
    for (const Attribute& attribute : entity.attributes)
        known.push_back(attribute.name);
    report(Severity::Error, offset, fmt::format("{}: {} has no column {}", what, entity.name, name),
           didYouMean(name, known));
    return std::nullopt;
}

std::optional<std::vector<AttributeId>> ImportDraft::attributes(const Entity& entity,
                                                                const std::vector<std::string>& names,
                                                                std::size_t offset, const std::string& what) {
    std::vector<AttributeId> ids;
    for (const std::string& name : names) {
        const std::optional<AttributeId> id = attribute(entity, name, offset, what);
        if (!id)
            return std::nullopt;
        if (std::find(ids.begin(), ids.end(), *id) != ids.end()) {
            report(Severity::Error, offset, fmt::format("{} names the column {} twice", what, name));
            return std::nullopt;
        }
        ids.push_back(*id);
    }
    return ids;
}

void ImportDraft::setPrimaryKey(Entity& entity, std::vector<AttributeId> attributes, const std::string& name) {
    std::erase_if(entity.keys, [](const Key& key) { return key.kind == KeyKind::Primary; });
    Key key;
    key.id = project.newId<KeyId>();
    key.kind = KeyKind::Primary;
    key.name = name;
    for (const AttributeId id : attributes)
        if (Attribute* attribute = attributeOf(entity, id))
            attribute->nullable = false;
    key.attributes = std::move(attributes);
    entity.keys.insert(entity.keys.begin(), std::move(key));
}

EnumId ImportDraft::addEnum(const std::string& schema, const std::string& name,
                            const std::vector<std::string>& labels) {
    EnumType type;
    type.id = project.newId<EnumId>();
    type.schema = schema;
    type.name = name;
    for (const std::string& label : labels)
        if (std::find(type.labels.begin(), type.labels.end(), label) == type.labels.end())
            type.labels.push_back(label);
    const EnumId id = type.id;
    project.enums.set(std::move(type));
    return id;
}

void ImportDraft::removeAttribute(Entity& entity, AttributeId attribute) {
    const auto has = [&](const std::vector<AttributeId>& ids) {
        return std::find(ids.begin(), ids.end(), attribute) != ids.end();
    };
    std::erase_if(entity.keys, [&](const Key& key) { return has(key.attributes); });
    for (Index& index : entity.indexes) {
        std::erase_if(index.parts, [&](const KeyPart& part) { return part.attribute == attribute; });
        std::erase(index.include, attribute);
    }
    std::erase_if(entity.indexes, [](const Index& index) { return index.parts.empty(); });
    std::erase_if(references, [&](const DraftReference& reference) {
        return reference.relationship.child == entity.id && has(reference.relationship.childAttributes);
    });
    std::erase_if(entity.attributes, [&](const Attribute& candidate) { return candidate.id == attribute; });
}

BoundaryId ImportDraft::boundary(const std::string& name) {
    for (const Boundary& known : project.boundaries)
        if (known.name == name)
            return known.id;
    Boundary made;
    made.id = project.newId<BoundaryId>();
    made.name = name;
    made.color = static_cast<int>(project.boundaries.size());
    const BoundaryId id = made.id;
    project.boundaries.set(std::move(made));
    return id;
}

void ImportDraft::link(DraftReference& reference) {
    Entity* child = byId(reference.relationship.child);
    if (!child)
        return;
    const auto refuse = [&](const std::string& why, const std::string& advice = {}) {
        report(Severity::Error, reference.place, fmt::format("the foreign key of {} is left out: {}", child->name, why),
               advice);
    };
    Entity* parent = find(reference.parentSchema, reference.parent);
    if (!parent) {
        std::vector<std::string> known;
        for (const auto& entity : entities)
            known.push_back(entity->name);
        return refuse(fmt::format("there is no table {}", shown(reference.parentSchema, reference.parent)),
                      didYouMean(reference.parent, known));
    }
    Relationship& relationship = reference.relationship;
    relationship.parent = parent->id;
    relationship.parentAttributes.clear();
    if (reference.parentColumns.empty()) {
        const Key* primary = parent->primaryKey();
        if (!primary)
            return refuse(fmt::format("{} has no primary key to refer to", parent->name),
                          "name the columns that it refers to");
        relationship.parentAttributes = primary->attributes;
    }
    for (const std::string& name : reference.parentColumns) {
        const Attribute* column = attributeOf(*parent, name);
        if (!column)
            return refuse(fmt::format("{} has no column {}", parent->name, name));
        relationship.parentAttributes.push_back(column->id);
    }
    if (relationship.childAttributes.size() != relationship.parentAttributes.size())
        return refuse(fmt::format("it has {} columns and refers to {}", relationship.childAttributes.size(),
                                  relationship.parentAttributes.size()));
    relationships.push_back(relationship);
}

Result<Imported> ImportDraft::finish(const std::string& emptyAdvice) {
    for (DraftReference& reference : references) {
        if (stopped())
            break;
        link(reference);
    }
    references.clear();
    if (stopped())
        return fail(importStopped());
    for (const auto& [key, tallied] : m_tallies)
        report(Severity::Info, tallied.first, fmt::format("{} × {}", tallied.count, key.second));
    m_tallies.clear();
    if (entities.empty() && project.enums.empty()) {
        const auto first = std::find_if(m_diagnostics.begin(), m_diagnostics.end(),
                                        [](const Diagnostic& d) { return d.severity == Severity::Error; });
        if (first != m_diagnostics.end())
            return fail(Error{ErrorCode::Invalid, first->message, first->advice.empty() ? emptyAdvice : first->advice,
                              first->file, first->line, first->column});
        return fail(Error{ErrorCode::Invalid, "no table was found", emptyAdvice,
                          m_sources.empty() ? std::string() : m_sources.front().name, 0, 0});
    }
    std::vector<Entity> made;
    for (const auto& entity : entities)
        made.push_back(std::move(*entity));
    project.entities.assign(std::move(made));
    project.relationships.assign(std::move(relationships));
    std::map<std::string, std::size_t> order;
    for (std::size_t source = 0; source < m_sources.size(); ++source)
        order.emplace(m_sources[source].name, source);
    std::stable_sort(m_diagnostics.begin(), m_diagnostics.end(), [&](const Diagnostic& a, const Diagnostic& b) {
        return std::tuple(order[a.file], a.line, a.column) < std::tuple(order[b.file], b.line, b.column);
    });
    return Imported{std::move(project), std::move(m_diagnostics)};
}

} // namespace shardscape::model
