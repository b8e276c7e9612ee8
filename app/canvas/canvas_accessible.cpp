// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvas_accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <algorithm>
#include <map>

#include "app/canvas/canvas_view.h"

namespace shardscape::app {
namespace {

/// The names of the entities that the group's card stands for.
QStringList drawnIn(const DiagramScene& scene, model::BoundaryId group) {
    QStringList names;
    for (const model::Entity& entity : scene.workbench().project()->entities)
        if (entity.boundary == group && scene.drawing().shows(entity.id))
            names << QString::fromStdString(entity.name);
    return names;
}

/// One thing of the canvas, by id: it stays what it is while the project changes around it.
class ThingAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ThingAccessible(CanvasView& view, Thing thing)
        : m_view(&view)
        , m_thing(thing) {}

    bool isValid() const override { return !sceneRect().isNull(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QRect rect() const override {
        if (!isValid())
            return {};
        const QRect shown = m_view->mapFromScene(sceneRect()).boundingRect();
        return {m_view->viewport()->mapToGlobal(shown.topLeft()), shown.size()};
    }
    QString text(QAccessible::Text kind) const override {
        if (!isValid() || (kind != QAccessible::Name && kind != QAccessible::Description))
            return {};
        return kind == QAccessible::Name ? accessibleName(m_view->diagram(), m_thing)
                                         : accessibleDescription(m_view->diagram(), m_thing);
    }
    void setText(QAccessible::Text, const QString&) override {}
    QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = state.multiSelectable = state.focusable = true;
        state.invalid = !isValid();
        if (isValid()) {
            state.expandable = state.collapsed = isGroup();
            state.selected = isSelected();
            state.focused = state.selected && m_view->hasFocus();
            state.offscreen =
                !m_view->viewport()->rect().translated(m_view->viewport()->mapToGlobal(QPoint())).intersects(rect());
        }
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override {
        QStringList names{pressAction(), setFocusAction()};
        if (isGroup())
            names << toggleAction(); // opens it
        return names;
    }
    void doAction(const QString& action) override {
        if (!isValid())
            return;
        if (isGroup() && action == toggleAction()) {
            m_view->commands().setCollapsed(std::get<model::BoundaryId>(m_thing), false);
            return;
        }
        m_view->setFocus(Qt::OtherFocusReason);
        m_view->workbench().selection().set(selectionOf(m_thing));
        m_view->reveal(m_thing);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    bool isGroup() const { return std::holds_alternative<model::BoundaryId>(m_thing); }
    bool isSelected() const {
        const Selected& selected = m_view->workbench().selection().value();
        if (const auto* entity = std::get_if<model::EntityId>(&m_thing))
            return selected.contains(*entity);
        if (const auto* note = std::get_if<model::NoteId>(&m_thing))
            return selected.contains(*note);
        return selected.group == std::get<model::BoundaryId>(m_thing);
    }
    QRectF sceneRect() const { return m_view ? rectOf(m_view->diagram(), m_thing) : QRectF(); }

    QPointer<CanvasView> m_view;
    Thing m_thing;
};

/// The canvas: its children are what it draws.
class CanvasAccessible : public QAccessibleWidget {
public:
    explicit CanvasAccessible(CanvasView* view)
        : QAccessibleWidget(view, QAccessible::List) {}
    ~CanvasAccessible() override {
        for (const auto& [thing, id] : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(thingsOf(view().diagram()).size()); }
    QAccessibleInterface* child(int index) const override {
        const std::vector<Thing> things = thingsOf(view().diagram());
        return index >= 0 && index < int(things.size()) ? of(things[std::size_t(index)]) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        const std::vector<Thing> things = thingsOf(view().diagram());
        const auto at =
            std::find_if(things.begin(), things.end(), [&](const Thing& thing) { return of(thing) == child; });
        return at == things.end() ? -1 : int(at - things.begin());
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        const QPoint inside = view().viewport()->mapFromGlobal(QPoint(x, y));
        const Hit hit = view().diagram().hit(view().mapToScene(inside), 2);
        if (hit.entity)
            return of(hit.entity);
        if (hit.note)
            return of(hit.note);
        return hit.kind == Hit::Kind::Group ? of(hit.group) : nullptr;
    }
    QAccessibleInterface* focusChild() const override {
        const Thing chosen = chosenThing(view().workbench().selection().value());
        return view().hasFocus() && !rectOf(view().diagram(), chosen).isNull() ? of(chosen) : nullptr;
    }
    QAccessibleInterface* of(const Thing& thing) const {
        const auto there = m_children.find(thing);
        if (there != m_children.end())
            if (QAccessibleInterface* known = QAccessible::accessibleInterface(there->second))
                return known;
        auto* made = new ThingAccessible(view(), thing);
        m_children[thing] = QAccessible::registerAccessibleInterface(made);
        return made;
    }

private:
    CanvasView& view() const { return *static_cast<CanvasView*>(widget()); }

    mutable std::map<Thing, QAccessible::Id> m_children;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* view = qobject_cast<CanvasView*>(object);
    return view ? new CanvasAccessible(view) : nullptr;
}

} // namespace

void installCanvasAccessibility() {
    QAccessible::installFactory(&makeInterface);
}

void announceThing(CanvasView& view, const Thing& thing) {
    if (!QAccessible::isActive() || rectOf(view.diagram(), thing).isNull())
        return;
    auto* canvas = dynamic_cast<CanvasAccessible*>(QAccessible::queryAccessibleInterface(&view));
    if (!canvas)
        return;
    QAccessibleEvent event(canvas->of(thing), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

QString accessibleName(const DiagramScene& scene, const Thing& thing) {
    const model::Project& project = *scene.workbench().project();
    if (const auto* id = std::get_if<model::EntityId>(&thing)) {
        const model::Entity* entity = project.entities.find(*id);
        if (!entity)
            return {};
        int relationships = 0;
        for (const model::Relationship& relationship : project.relationships)
            relationships += relationship.child == *id || relationship.parent == *id;
        return CanvasView::tr("Entity %1, %2, %3")
            .arg(QString::fromStdString(entity->name),
                 CanvasView::tr("%n attributes", nullptr, int(entity->attributes.size())),
                 CanvasView::tr("%n relationships", nullptr, relationships));
    }
    if (const auto* id = std::get_if<model::BoundaryId>(&thing)) {
        const model::Boundary* boundary = project.boundaries.find(*id);
        if (!boundary)
            return {};
        return CanvasView::tr("Collapsed group %1, %2")
            .arg(QString::fromStdString(boundary->name),
                 CanvasView::tr("%n entities", nullptr, int(drawnIn(scene, *id).size())));
    }
    if (const auto* id = std::get_if<model::NoteId>(&thing))
        if (const model::Note* note = scene.drawing().find(*id)) {
            const QString words = QString::fromStdString(note->text).simplified();
            return words.isEmpty() ? CanvasView::tr("Empty note") : CanvasView::tr("Note: %1").arg(words);
        }
    return {};
}

QString accessibleDescription(const DiagramScene& scene, const Thing& thing) {
    const model::Project& project = *scene.workbench().project();
    QStringList names;
    if (const auto* id = std::get_if<model::EntityId>(&thing)) {
        if (const model::Entity* entity = project.entities.find(*id))
            for (const model::Attribute& attribute : entity->attributes)
                names << QString::fromStdString(attribute.name);
        return CanvasView::tr("Columns: %1").arg(names.join(QStringLiteral(", ")));
    }
    if (const auto* id = std::get_if<model::BoundaryId>(&thing)) {
        names = drawnIn(scene, *id);
        return CanvasView::tr("Entities: %1").arg(names.join(QStringLiteral(", ")));
    }
    return {};
}

} // namespace shardscape::app
