// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvas_accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <unordered_map>

#include "app/canvas/canvas_view.h"
#include "app/canvas/items.h"

namespace shardscape::app {
namespace {

class CanvasAccessible;

/// One entity of the canvas, by id: it stays what it is while the project changes around it.
class EntityAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    EntityAccessible(CanvasView& view, model::EntityId entity)
        : m_view(&view)
        , m_entity(entity) {}

    bool isValid() const override { return entity() != nullptr; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QRect rect() const override {
        const EntityItem* item = isValid() ? m_view->diagram().find(m_entity) : nullptr;
        if (!item)
            return {};
        const QRect shown = m_view->mapFromScene(item->cardRect()).boundingRect();
        return {m_view->viewport()->mapToGlobal(shown.topLeft()), shown.size()};
    }
    QString text(QAccessible::Text kind) const override {
        const model::Entity* found = entity();
        if (!found)
            return {};
        if (kind == QAccessible::Name)
            return accessibleName(*m_view->workbench().project(), *found);
        QStringList columns;
        for (const model::Attribute& attribute : found->attributes)
            columns << QString::fromStdString(attribute.name);
        return kind == QAccessible::Description ? CanvasView::tr("Columns: %1").arg(columns.join(QStringLiteral(", ")))
                                                : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = state.multiSelectable = state.focusable = true;
        state.invalid = !isValid();
        if (isValid()) {
            state.selected = m_view->workbench().selection().value().contains(m_entity);
            state.focused = state.selected && m_view->hasFocus();
            state.offscreen =
                !m_view->viewport()->rect().translated(m_view->viewport()->mapToGlobal(QPoint())).intersects(rect());
        }
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString&) override {
        if (!isValid())
            return;
        m_view->setFocus(Qt::OtherFocusReason);
        m_view->workbench().selection().selectEntity(m_entity);
        m_view->reveal(m_entity);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    const model::Entity* entity() const {
        return m_view ? m_view->workbench().project()->entities.find(m_entity) : nullptr;
    }

    QPointer<CanvasView> m_view;
    model::EntityId m_entity;
};

/// The canvas: its children are the entities in the project's order, which the outline lists, too.
class CanvasAccessible : public QAccessibleWidget {
public:
    explicit CanvasAccessible(CanvasView* view)
        : QAccessibleWidget(view, QAccessible::List) {}
    ~CanvasAccessible() override {
        for (const auto& [entity, id] : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(view().workbench().project()->entities.size()); }
    QAccessibleInterface* child(int index) const override {
        const auto& entities = view().workbench().project()->entities;
        if (index < 0 || index >= int(entities.size()))
            return nullptr;
        auto at = entities.begin();
        std::advance(at, index);
        return of((*at).id);
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        for (int i = 0; i < childCount(); ++i)
            if (this->child(i) == child)
                return i;
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        const QPoint inside = view().viewport()->mapFromGlobal(QPoint(x, y));
        const Hit hit = view().diagram().hit(view().mapToScene(inside), 2);
        return hit.entity ? of(hit.entity) : nullptr;
    }
    QAccessibleInterface* focusChild() const override {
        const model::EntityId chosen = view().workbench().selection().value().entity();
        return view().hasFocus() && chosen ? of(chosen) : nullptr;
    }
    QAccessibleInterface* of(model::EntityId entity) const {
        const auto there = m_children.find(entity);
        if (there != m_children.end())
            if (QAccessibleInterface* known = QAccessible::accessibleInterface(there->second))
                return known;
        auto* made = new EntityAccessible(view(), entity);
        m_children[entity] = QAccessible::registerAccessibleInterface(made);
        return made;
    }

private:
    CanvasView& view() const { return *static_cast<CanvasView*>(widget()); }

    mutable std::unordered_map<model::EntityId, QAccessible::Id> m_children;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* view = qobject_cast<CanvasView*>(object);
    return view ? new CanvasAccessible(view) : nullptr;
}

} // namespace

void installCanvasAccessibility() {
    QAccessible::installFactory(&makeInterface);
}

void announceEntity(CanvasView& view, model::EntityId entity) {
    if (!QAccessible::isActive())
        return;
    auto* canvas = dynamic_cast<CanvasAccessible*>(QAccessible::queryAccessibleInterface(&view));
    if (!canvas)
        return;
    QAccessibleEvent event(canvas->of(entity), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

QString accessibleName(const model::Project& project, const model::Entity& entity) {
    int relationships = 0;
    for (const model::Relationship& relationship : project.relationships)
        relationships += relationship.child == entity.id || relationship.parent == entity.id;
    return CanvasView::tr("Entity %1, %2, %3")
        .arg(QString::fromStdString(entity.name),
             CanvasView::tr("%n attributes", nullptr, int(entity.attributes.size())),
             CanvasView::tr("%n relationships", nullptr, relationships));
}

} // namespace shardscape::app
