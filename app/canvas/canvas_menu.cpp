// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CanvasView about actions and menus.
#include <QActionGroup>
#include <QContextMenuEvent>
#include <QMenu>

#include "app/canvas/canvas_view.h"
#include "app/canvas/items.h"

namespace shardscape::app {
namespace {

using model::EntityId;

constexpr double kZoomStep = 1.25;
constexpr int kColors = 8; // the series of a theme

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
        for (const model::Entity& entity : m_workbench.project()->entities)
            all.entities.push_back(entity.id);
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

void CanvasView::showFrameMenu(model::BoundaryId boundary, QPoint position) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Select its entities"), this, [this, boundary] {
        Selected members;
        members.entities = m_scene->membersOf(boundary);
        m_workbench.selection().set(std::move(members));
    });
    QMenu* colors = menu->addMenu(tr("C&olour"));
    for (int i = 0; i < kColors; ++i)
        colors->addAction(swatch(m_workbench.theme().theme().series(i)), tr("Colour %1").arg(i + 1), this,
                          [this, boundary, i] { m_commands->setBoundaryColor(boundary, i); });
    menu->addSeparator();
    menu->addAction(m_workbench.actions().at(QStringLiteral("layout.groups")));
    menu->addAction(m_workbench.actions().at(QStringLiteral("canvas.frames")));
    menu->popup(position);
}

void CanvasView::contextMenuEvent(QContextMenuEvent* event) {
    const QPointF position = event->reason() == QContextMenuEvent::Mouse ? mapToScene(event->pos()) : QPointF();
    if (event->reason() == QContextMenuEvent::Mouse) {
        const Hit hit = m_scene->hit(position, tolerance());
        if (hit.kind == Hit::Kind::Frame)
            return showFrameMenu(hit.boundary, event->globalPos());
        if (hit.kind == Hit::Kind::Ground)
            m_workbench.selection().clear();
        else if (!m_workbench.selection().value().contains(hit.entity))
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
    if (!selected.entities.empty()) {
        add({"select.rename", "model.column", "model.connect", "model.connectMany"});
        add({"select.cut", "select.copy", "select.paste", "select.duplicate"});
        add({"arrange.selection", "zoom.selection", "canvas.focus"});
        if (selected.entities.size() > 1)
            add({"align.left", "align.top", "align.across", "align.down"});
        add({"select.delete"});
    } else if (!selected.relationships.empty()) {
        add({"arrange.straighten"});
        add({"select.delete"});
    } else {
        add({"model.entity", "select.paste"});
        add({"select.all", "arrange.all", "zoom.fit"});
        add({"canvas.grid", "canvas.minimap", "canvas.outline"});
    }
    menu->popup(event->globalPos());
}

} // namespace shardscape::app
