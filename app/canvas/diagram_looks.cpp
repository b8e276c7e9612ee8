// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the diagram looks: the part of DiagramScene about figures, tints, frames, focus and what is selected.
#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include "app/canvas/diagram_scene.h"
#include "app/canvas/items.h"
#include "app/canvas/notes.h"
#include "app/canvas/stated_traffic.h"
#include "app/theme/metrics.h"

namespace shardscape::app {

using model::EntityId;
using model::RelationshipId;

void DiagramScene::refreshFigures() {
    const estimator::Estimate* estimate = m_workbench.estimate();
    const ProjectPtr& project = m_workbench.analysis().latest()->project;
    m_traffic = estimate && project ? trafficOf(*project, *estimate) : statedTraffic(*m_project);
    const CardContext context(*m_project, m_traffic);
    for (const auto& [id, item] : m_entities)
        if (const model::Entity* entity = m_project->entities.find(id))
            fillFigures(item->figures(), context, *entity);
    update();
}

void DiagramScene::refreshSelection() {
    m_selected = m_workbench.selection().value();
    for (const auto& [id, line] : m_lines)
        line->setZValue(isSelected(id) || isOnPath(id) || isRelated(line->relationship()) ? -0.5 : -1);
    refreshFocus();
    update();
}

void DiagramScene::refreshFocus() {
    m_inFocus.clear();
    if (!m_focusing || m_selected.entities.empty())
        return;
    m_inFocus.insert(m_selected.entities.begin(), m_selected.entities.end());
    for (const model::Relationship& relationship : m_project->relationships)
        if (isRelated(relationship))
            m_inFocus.insert({relationship.child, relationship.parent});
}

void DiagramScene::setFocusing(bool focusing) {
    m_focusing = focusing;
    refreshFocus();
    update();
}

void DiagramScene::setNotation(Notation notation) {
    if (std::exchange(m_notation, notation) == notation)
        return;
    for (const auto& [id, line] : m_lines)
        line->renotate();
}

void DiagramScene::setFrames(bool shown) {
    if (std::exchange(m_frames, shown) == shown)
        return;
    rebuildRouter();
    routeAll(); // none runs along a frame
    update();
    emit rearranged();
}

std::vector<std::pair<const model::Boundary*, QRectF>> DiagramScene::frames() const {
    constexpr double kAround = 20;
    constexpr double kTitle = kFrameTitle - 8;
    std::map<model::BoundaryId, QRectF> covered;
    for (const auto& [id, item] : m_entities)
        if (const model::Entity* entity = m_project->entities.find(id); m_frames && entity && entity->boundary)
            covered[entity->boundary] |= item->cardRect();
    std::vector<std::pair<const model::Boundary*, QRectF>> frames;
    for (const auto& [id, rect] : covered)
        if (const model::Boundary* boundary = m_project->boundaries.find(id))
            frames.emplace_back(boundary, rect.adjusted(-kAround, -kAround - kTitle, kAround, kAround));
    return frames;
}

void DiagramScene::drawFrames(QPainter& painter, const QRectF& rect) const {
    const Theme& theme = m_workbench.theme().theme();
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
    for (const auto& [boundary, frame] : frames()) {
        if (!frame.intersects(rect))
            continue;
        QColor color = theme.series(boundary->color);
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(color, 1 / std::min(1.0, scale)));
        color.setAlphaF(0.07f);
        painter.setBrush(color);
        painter.drawRoundedRect(frame, 2 * kRadius, 2 * kRadius);
        QFont font = textFont(TextSize::Body, true);
        font.setPixelSize(int(std::lround(std::min(13 / std::min(1.0, scale), frame.height() / 2))));
        painter.setFont(font);
        painter.setPen(theme.color(Role::Text));
        painter.drawText(frame.adjusted(10, 6, -10, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                         QString::fromStdString(boundary->name));
        if (drawing().isLocked(boundary->id) && scale >= CardPainter::kNear)
            paintLock(painter, QRectF(frame.right() - 22, frame.top() + 8, 12, 12), theme.color(Role::Muted));
    }
}

void DiagramScene::setTint(Tint tint) {
    m_tint = tint;
    update();
    emit rearranged();
}

void DiagramScene::setMatches(std::optional<std::set<EntityId>> matches) {
    if (m_matches == matches)
        return;
    m_matches = std::move(matches);
    update();
}

void DiagramScene::setPath(std::optional<Path> path) {
    if (m_path == path)
        return;
    m_path = std::move(path);
    for (const auto& [id, line] : m_lines)
        line->setZValue(isSelected(id) || isOnPath(id) || isRelated(line->relationship()) ? -0.5 : -1);
    update();
}

bool DiagramScene::isOnPath(RelationshipId id) const {
    return m_path &&
           std::find(m_path->relationships.begin(), m_path->relationships.end(), id) != m_path->relationships.end();
}

void DiagramScene::setHover(const Hit& hit) {
    const Hit old = m_hover;
    m_hover = hit;
    if (old.entity == hit.entity && old.row == hit.row)
        return;
    for (EntityId id : {old.entity, hit.entity})
        if (EntityItem* item = find(id))
            item->update();
}

CardState DiagramScene::stateOf(const EntityCard& card) const {
    CardState state;
    state.selected = m_selected.contains(card.id);
    const bool onPath =
        m_path && std::find(m_path->entities.begin(), m_path->entities.end(), card.id) != m_path->entities.end();
    state.match = m_matches ? m_matches->contains(card.id) : onPath;
    state.dimmed = m_matches ? !m_matches->contains(card.id)
                   : m_path  ? !onPath
                             : !m_inFocus.empty() && !m_inFocus.contains(card.id);
    state.hoveredRow = m_hover.entity == card.id ? m_hover.row : -1;
    state.pinned = isFixed(card.id);
    state.selectedAttribute = state.selected ? m_selected.attribute : model::AttributeId{};
    return state;
}

bool DiagramScene::isSelected(RelationshipId id) const {
    return m_selected.contains(id);
}

bool DiagramScene::isRelated(const model::Relationship& relationship) const {
    return m_selected.contains(relationship.child) || m_selected.contains(relationship.parent);
}

bool DiagramScene::isDimmed(const model::Relationship& relationship) const {
    if (m_path)
        return !isOnPath(relationship.id);
    return !m_inFocus.empty() && !isRelated(relationship);
}

} // namespace shardscape::app
