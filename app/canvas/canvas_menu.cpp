// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CanvasView about actions and menus.
#include <algorithm>

#include <QActionGroup>
#include <QContextMenuEvent>
#include <QMenu>

#include "app/canvas/canvas_view.h"
#include "app/canvas/items.h"

namespace shardscape::app {
namespace {

using model::EntityId;

constexpr double kZoomStep = 1.25;
constexpr int kColors = 8;

QIcon swatch(const QColor& color) {
    QPixmap pixmap(14, 14);
    pixmap.fill(color);
    return QIcon(pixmap);
}

} // namespace

void CanvasView::connectActions() {
    Actions& actions = m_workbench.actions();
    const auto on = [&](const char* id, auto slot) {
        QAction* action = actions.at(QString::fromLatin1(id));
        connect(action, &QAction::triggered, this, slot);
        if (actions.spec(action).onPage)
            addAction(action);
    };
    on("select.all", [this] {
        Selected all;
        for (const auto& [id, place] : m_scene->places())
            all.entities.push_back(id);
        for (const model::Note& note : m_scene->drawing().notes)
            all.notes.push_back(note.id);
        m_workbench.selection().set(std::move(all));
    });
    on("select.copy", [this] { m_commands->copySelected(); });
    on("select.cut", [this] {
        m_commands->copySelected();
        m_commands->deleteSelected();
    });
    on("select.paste", [this] { m_commands->paste(pointerOrMiddle()); });
    on("select.duplicate", [this] { m_commands->duplicateSelected(); });
    on("select.delete", [this] { m_commands->deleteSelected(); });
    on("select.rename", [this] { renameSelected(); });
    on("zoom.in", [this] { zoomBy(kZoomStep); });
    on("zoom.out", [this] { zoomBy(1 / kZoomStep); });
    on("zoom.actual", [this] { setZoom(1, viewport()->rect().center()); });
    on("zoom.fit", [this] { fitAll(); });
    on("zoom.selection", [this] {
        const std::vector<EntityId>& ids = m_workbench.selection().value().entities;
        ids.empty() ? fitAll() : fit(m_scene->extent(ids));
    });
    on("model.entity", [this] { drawEntity(); });
    on("model.column", [this] {
        if (const EntityId id = m_workbench.selection().value().entity())
            if (const model::AttributeId made = m_commands->addColumn(id))
                editColumn({id, made}, false);
    });
    on("model.connect", [this] { m_commands->connectSelected(); });
    on("model.connectMany", [this] { m_commands->connectSelectedMany(); });
    on("model.note", [this] { drawNote(); });
    on("diagram.new", [this] { m_commands->addDiagram(); });
    on("diagram.duplicate", [this] { m_commands->duplicateDiagram(m_scene->shown()); });
    on("diagram.delete", [this] { m_commands->removeDiagram(m_scene->shown()); });
    on("diagram.put", [this] { m_commands->putOnDiagram(m_scene->shown(), m_workbench.selection().value().entities); });
    on("diagram.remove", [this] { m_commands->takeOffDiagram(); });
    on("diagram.next", [this] { showNext(1); });
    on("diagram.previous", [this] { showNext(-1); });
    on("group.collapse", [this] {
        if (const model::BoundaryId group = chosenGroup()) {
            const bool collapse = !m_scene->drawing().collapsed.contains(group);
            m_commands->setCollapsed(group, collapse);
            Selected chosen;
            chosen.group = group;
            m_workbench.selection().set(std::move(chosen));
        }
    });
    on("group.lock", [this] {
        if (const model::BoundaryId group = chosenGroup())
            m_commands->setLocked(group, !m_scene->drawing().isLocked(group));
    });
    on("diagram.pin", [this] { m_commands->setPinned(!selectionIsPinned()); });
    on("arrange.all", [this] { arrangeAll(); });
    on("arrange.selection", [this] { m_commands->arrange(true); });
    on("arrange.straighten", [this] { m_commands->straighten(); });
    const auto lays = [&](const char* id, model::LayoutKind kind) {
        on(id, [this, kind] {
            m_layout = kind;
            if (kind == model::LayoutKind::Groups)
                m_workbench.actions().at(QStringLiteral("canvas.frames"))->setChecked(true);
            arrangeAll();
        });
    };
    lays("layout.layered", model::LayoutKind::Layered);
    lays("layout.force", model::LayoutKind::Force);
    lays("layout.groups", model::LayoutKind::Groups);
    const std::pair<const char*, model::Align> edges[] = {
        {"align.left", model::Align::Left},     {"align.centre", model::Align::Centre},
        {"align.right", model::Align::Right},   {"align.top", model::Align::Top},
        {"align.middle", model::Align::Middle}, {"align.bottom", model::Align::Bottom}};
    for (const auto& [id, edge] : edges)
        on(id, [this, edge = edge] { m_commands->align(edge); });
    on("align.across", [this] { m_commands->distribute(model::Direction::Across); });
    on("align.down", [this] { m_commands->distribute(model::Direction::Down); });
    connectLooks();
}

/// What is shown, and how: nothing of it changes the project.
void CanvasView::connectLooks() {
    Actions& actions = m_workbench.actions();
    const auto follows = [&](const char* id, auto* object, auto setter) {
        const QAction* action = actions.at(QString::fromLatin1(id));
        (object->*setter)(action->isChecked());
        connect(action, &QAction::toggled, object, setter);
    };
    follows("canvas.grid", this, &CanvasView::setSnaps);
    follows("canvas.focus", m_scene, &DiagramScene::setFocusing);
    follows("canvas.frames", m_scene, &DiagramScene::setFrames);
    addAction(actions.at(QStringLiteral("canvas.focus")));
    auto* notations = new QActionGroup(this);
    const std::pair<const char*, Notation> kinds[] = {{"notation.crowsfoot", Notation::CrowsFoot},
                                                      {"notation.uml", Notation::Uml},
                                                      {"notation.idef1x", Notation::Idef1x}};
    for (const auto& [id, notation] : kinds) {
        const QAction* action = notations->addAction(actions.at(QString::fromLatin1(id)));
        const auto show = [this, notation = notation](bool on) {
            if (on)
                m_scene->setNotation(notation);
        };
        show(action->isChecked());
        connect(action, &QAction::toggled, this, show);
    }
}

void CanvasView::showNext(int step) {
    const std::vector<const model::Diagram*> all = m_workbench.project()->diagrams();
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const auto* each) { return each->id == m_scene->shown(); });
    const int count = int(all.size());
    m_scene->show(all[std::size_t((int(at - all.begin()) + step + count) % count)]->id);
}

model::BoundaryId CanvasView::chosenGroup() {
    const Selected& selected = m_workbench.selection().value();
    const model::Entity* entity =
        selected.entities.empty() ? nullptr : m_workbench.project()->entities.find(selected.entities.front());
    const model::BoundaryId group = selected.group ? selected.group : entity ? entity->boundary : model::BoundaryId{};
    if (!group)
        m_workbench.showMessage(tr("Select a group, or an entity that belongs to an ownership boundary."));
    return group;
}

bool CanvasView::selectionIsPinned() const {
    const std::vector<EntityId>& ids = m_workbench.selection().value().entities;
    return !ids.empty() &&
           std::all_of(ids.begin(), ids.end(), [&](EntityId id) { return m_scene->drawing().isPinned(id); });
}

void CanvasView::addGroupMenu(QMenu& menu, model::BoundaryId group) {
    const bool collapsed = m_scene->drawing().collapsed.contains(group);
    const bool locked = m_scene->drawing().isLocked(group);
    menu.addAction(collapsed ? tr("&Expand group") : tr("&Collapse group"), this,
                   [this, group, collapsed] { m_commands->setCollapsed(group, !collapsed); });
    menu.addAction(locked ? tr("Un&lock group") : tr("&Lock group"), this,
                   [this, group, locked] { m_commands->setLocked(group, !locked); });
    menu.addAction(tr("&Select its entities"), this,
                   [this, group] {
                       Selected members;
                       for (const auto& [id, place] : m_scene->places())
                           if (m_workbench.project()->entities.find(id)->boundary == group)
                               members.entities.push_back(id);
                       m_workbench.selection().set(std::move(members));
                   })
        ->setEnabled(!collapsed);
    QMenu* colors = menu.addMenu(tr("C&olour"));
    for (int i = 0; i < kColors; ++i)
        colors->addAction(swatch(m_workbench.theme().theme().series(i)), tr("Colour %1").arg(i + 1), this,
                          [this, group, i] { m_commands->setGroupColor(group, i); });
}

void CanvasView::addNoteMenu(QMenu& menu) {
    menu.addAction(tr("&Edit note"), this, [this] { renameSelected(); });
    QMenu* colors = menu.addMenu(tr("C&olour"));
    colors->addAction(tr("Plain"), this, [this] { m_commands->setNoteColor(0); });
    for (int i = 1; i <= kColors; ++i)
        colors->addAction(swatch(m_workbench.theme().theme().series(i - 1)), tr("Colour %1").arg(i), this,
                          [this, i] { m_commands->setNoteColor(i); });
}

void CanvasView::addDiagramMenu(QMenu& menu) {
    QMenu* others = menu.addMenu(tr("Put on &diagram"));
    for (const model::Diagram* diagram : m_workbench.project()->diagrams())
        if (diagram->id != m_scene->shown())
            others->addAction(diagramTitle(*diagram), this, [this, id = diagram->id] {
                m_commands->putOnDiagram(id, m_workbench.selection().value().entities);
            });
    others->setEnabled(!others->isEmpty());
}

void CanvasView::contextMenuEvent(QContextMenuEvent* event) {
    const QPointF position = event->reason() == QContextMenuEvent::Mouse ? mapToScene(event->pos()) : QPointF();
    if (event->reason() == QContextMenuEvent::Mouse) {
        const Hit hit = m_scene->hit(position, tolerance());
        if (hit.kind == Hit::Kind::Ground)
            m_workbench.selection().clear();
        else if (!m_workbench.selection().value().contains(hit.entity) &&
                 !m_workbench.selection().value().contains(hit.note))
            select(hit, Qt::NoModifier);
    }
    const Selected& selected = m_workbench.selection().value();
    Actions& actions = m_workbench.actions();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](std::initializer_list<const char*> ids) {
        if (!menu->isEmpty())
            menu->addSeparator();
        for (const char* id : ids)
            menu->addAction(actions.at(QString::fromLatin1(id)));
    };
    if (selected.group) {
        addGroupMenu(*menu, selected.group);
        add({"layout.groups", "canvas.frames"});
    } else if (!selected.notes.empty() && selected.entities.empty()) {
        addNoteMenu(*menu);
        add({"select.delete"});
    } else if (!selected.entities.empty()) {
        add({"select.rename", "model.column", "model.connect", "model.connectMany"});
        add({"select.cut", "select.copy", "select.paste", "select.duplicate"});
        add({"arrange.selection", "zoom.selection", "canvas.focus"});
        if (selected.entities.size() > 1)
            add({"align.left", "align.top", "align.across", "align.down"});
        add({"diagram.pin"});
        if (std::any_of(selected.entities.begin(), selected.entities.end(),
                        [&](EntityId id) { return !m_scene->drawing().shows(id); }))
            menu->addAction(actions.at(QStringLiteral("diagram.put")));
        menu->addAction(actions.at(QStringLiteral("diagram.remove")));
        addDiagramMenu(*menu);
        add({"select.delete"});
    } else if (!selected.relationships.empty()) {
        add({"arrange.straighten"});
        add({"select.delete"});
    } else {
        add({"model.entity", "model.note", "select.paste"});
        add({"select.all", "arrange.all", "zoom.fit"});
        add({"canvas.grid", "canvas.minimap", "canvas.outline"});
    }
    menu->popup(event->globalPos());
}

} // namespace shardscape::app
