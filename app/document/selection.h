// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QObject>

#include "model/base/ids.h"
#include "model/schema/project.h"

namespace shardscape::app {

/// What is chosen, as a value. Ids in ascending order, each once.
struct Selected {
    std::vector<model::EntityId> entities;
    std::vector<model::RelationshipId> relationships;
    model::AttributeId attribute; ///< of the only entity; 0 for the entity as a whole
    model::PatternId pattern;
    std::string structure; ///< name of a structure of the current layout's design
    std::vector<model::NoteId> notes;
    model::BoundaryId group; ///< one that a diagram draws as a single card, or whose frame was chosen
    bool operator==(const Selected&) const = default;

    bool isEmpty() const;
    /// The entity when exactly one, and no relationship, is chosen; 0 otherwise.
    model::EntityId entity() const;
    /// The relationship when exactly one, and no entity, is chosen; 0 otherwise.
    model::RelationshipId relationship() const;
    bool contains(model::EntityId id) const;
    bool contains(model::RelationshipId id) const;
    bool contains(model::NoteId id) const;
};

/// The one selection that all stages share, and the layout (engine) whose numbers are shown.
///
/// Not undoable and not part of the project. Ids that an edit removed are dropped by prune(). Lives in the window's
/// thread.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const Selected& value() const { return m_value; }
    void set(Selected value);
    void clear() { set({}); }
    void selectEntity(model::EntityId id);
    void selectAttribute(model::EntityId id, model::AttributeId attribute);
    void selectRelationship(model::RelationshipId id);
    void selectPattern(model::PatternId id);
    void selectStructure(std::string structure);

    /// The layout whose figures the window shows; 0 while the project has none.
    model::LayoutId layout() const { return m_layout; }
    void setLayout(model::LayoutId id);

    /// Drops what is not in the project; the layout falls back to the first one.
    void prune(const model::Project& project);

signals:
    void changed();
    void layoutChanged();

private:
    Selected m_value;
    model::LayoutId m_layout;
};

} // namespace shardscape::app
