// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/selection.h"

#include <algorithm>

namespace shardscape::app {
namespace {

template <class IdType> void sortUnique(std::vector<IdType>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace

bool Selected::isEmpty() const {
    return entities.empty() && relationships.empty() && !pattern && structure.empty() && notes.empty() && !group;
}

model::EntityId Selected::entity() const {
    return entities.size() == 1 && relationships.empty() ? entities.front() : model::EntityId{};
}

model::RelationshipId Selected::relationship() const {
    return relationships.size() == 1 && entities.empty() ? relationships.front() : model::RelationshipId{};
}

bool Selected::contains(model::EntityId id) const {
    return std::binary_search(entities.begin(), entities.end(), id);
}

bool Selected::contains(model::RelationshipId id) const {
    return std::binary_search(relationships.begin(), relationships.end(), id);
}

bool Selected::contains(model::NoteId id) const {
    return std::binary_search(notes.begin(), notes.end(), id);
}

void Selection::set(Selected value) {
    sortUnique(value.entities);
    sortUnique(value.notes);
    sortUnique(value.relationships);
    if (value.entity() == model::EntityId{})
        value.attribute = {};
    if (value == m_value)
        return;
    m_value = std::move(value);
    emit changed();
}

void Selection::selectEntity(model::EntityId id) {
    Selected value;
    value.entities = {id};
    set(std::move(value));
}

void Selection::selectAttribute(model::EntityId id, model::AttributeId attribute) {
    Selected value;
    value.entities = {id};
    value.attribute = attribute;
    set(std::move(value));
}

void Selection::selectRelationship(model::RelationshipId id) {
    Selected value;
    value.relationships = {id};
    set(std::move(value));
}

void Selection::selectPattern(model::PatternId id) {
    Selected value;
    value.pattern = id;
    set(std::move(value));
}

void Selection::selectStructure(std::string structure) {
    Selected value;
    value.structure = std::move(structure);
    set(std::move(value));
}

void Selection::setLayout(model::LayoutId id) {
    if (id == m_layout)
        return;
    m_layout = id;
    emit layoutChanged();
}

void Selection::prune(const model::Project& project) {
    Selected value = m_value;
    std::erase_if(value.entities, [&](model::EntityId id) { return !project.entities.contains(id); });
    std::erase_if(value.relationships, [&](model::RelationshipId id) { return !project.relationships.contains(id); });
    if (const model::Entity* entity = project.entities.find(value.entity()); !entity || !entity->find(value.attribute))
        value.attribute = {};
    std::erase_if(value.notes, [&](model::NoteId id) {
        const std::vector<const model::Diagram*> diagrams = project.diagrams();
        return std::none_of(diagrams.begin(), diagrams.end(), [&](const auto* diagram) { return diagram->find(id); });
    });
    if (!project.boundaries.contains(value.group))
        value.group = {};
    if (!project.patterns.contains(value.pattern))
        value.pattern = {};
    set(std::move(value));
    if (!project.layouts.contains(m_layout))
        setLayout(project.layouts.empty() ? model::LayoutId{} : project.layouts.begin()->id);
}

} // namespace shardscape::app
