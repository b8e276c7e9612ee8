// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvas_view.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include "app/canvas/canvas_accessible.h"
#include "app/canvas/in_place_editor.h"
#include "app/canvas/items.h"
#include "app/canvas/notes.h"
#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

using model::EntityId;

constexpr double kDotPitch = 24;

bool adds(Qt::KeyboardModifiers modifiers) {
    return modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
}

template <class IdType> void toggle(std::vector<IdType>& ids, IdType id) {
    const auto at = std::find(ids.begin(), ids.end(), id);
    if (at == ids.end())
        ids.push_back(id);
    else
        ids.erase(at);
}

} // namespace

CanvasView::CanvasView(Workbench& workbench, QWidget* parent)
    : QGraphicsView(parent)
    , m_workbench(workbench)
    , m_scene(new DiagramScene(workbench, this))
    , m_commands(new CanvasCommands(workbench, *m_scene, this)) {
    setObjectName(QStringLiteral("canvas"));
    setAccessibleName(tr("Diagram"));
    setAccessibleDescription(tr("Entities and relationships; the outline beside it lists the same"));
    setScene(m_scene);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportUpdateMode(SmartViewportUpdate);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    connectActions();
    installCanvasAccessibility();
    connect(&workbench.selection(), &Selection::changed, this, [this] {
        if (hasFocus())
            announceThing(*this, chosenThing(m_workbench.selection().value()));
    });
    connect(&workbench.theme(), &ThemeScope::changed, this, [this] { viewport()->update(); });
}

CanvasView::~CanvasView() {
    // An open editor loses the focus as the window goes, and would speak to what is no canvas any more.
    delete m_editor;
}

void CanvasView::arrangeAll() {
    m_commands->arrange(false, m_layout, [this] { fitAll(); });
}

void CanvasView::setSnaps(bool snaps) {
    m_snaps = snaps;
    viewport()->update();
}

void CanvasView::setZoom(double zoom, QPointF viewportPosition) {
    m_fitsAll = false;
    zoom = std::clamp(zoom, kLeastZoom, kMostZoom);
    const QPointF anchor = mapToScene(viewportPosition.toPoint());
    setTransform(QTransform::fromScale(zoom, zoom));
    const QPointF now = mapFromScene(anchor);
    panBy(viewportPosition - now);
    viewport()->update();
    emit viewChanged();
}

void CanvasView::zoomBy(double factor) {
    setZoom(zoom() * factor, QPointF(viewport()->rect().center()));
}

void CanvasView::panBy(QPointF delta) {
    m_fitsAll = false;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - int(std::lround(delta.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() - int(std::lround(delta.y())));
}

void CanvasView::fit(const QRectF& rect) {
    m_fitsAll = false;
    if (rect.isNull())
        return;
    const QRectF wanted = rect.adjusted(-40, -40, 40, 40);
    const double zoom = std::min({1.0, viewport()->width() / wanted.width(), viewport()->height() / wanted.height()});
    setTransform(QTransform::fromScale(std::max(zoom, kLeastZoom), std::max(zoom, kLeastZoom)));
    centerOn(wanted.center());
    emit viewChanged();
}

void CanvasView::continueFrom(const CanvasView& other) {
    m_scene->show(other.m_scene->shown());
    m_scene->setTint(other.m_scene->tint());
    setSnaps(other.m_snaps);
    resize(other.size());
    m_fitsAll = other.m_fitsAll;
    if (m_fitsAll)
        return fitAll();
    setTransform(other.transform());
    centerOn(other.mapToScene(other.viewport()->rect().center()));
    emit viewChanged();
}

void CanvasView::fitAll() {
    fit(m_scene->contents());
    m_fitsAll = true;
}

void CanvasView::reveal(const Thing& thing) {
    if (const QRectF rect = rectOf(*m_scene, thing); !rect.isNull())
        ensureVisible(rect, 40, 40);
}

void CanvasView::reveal(EntityId id) {
    reveal(Thing(id));
}

void CanvasView::reveal(model::RelationshipId id) {
    if (const RelationshipItem* item = m_scene->find(id))
        ensureVisible(item->boundingRect(), 40, 40);
}

QPointF CanvasView::pointerOrMiddle() const {
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    const bool inside = viewport()->underMouse() && viewport()->rect().contains(pointer);
    return mapToScene(inside ? pointer : viewport()->rect().center() - QPoint(104, 45));
}

void CanvasView::drawEntity() {
    drawEntityAt(pointerOrMiddle());
}

void CanvasView::drawEntityAt(QPointF position) {
    const QPointF corner = m_scene->freePlace(position, QSizeF(208, 92));
    if (const EntityId id = m_commands->addEntity(corner)) {
        reveal(id);
        editHeader(id);
    }
}

void CanvasView::drawNote() {
    const QPointF corner = m_scene->freePlace(pointerOrMiddle(), QSizeF(200, 96));
    if (const model::NoteId id = m_commands->addNote(corner))
        editNote(id);
}

void CanvasView::editNote(model::NoteId id) {
    const NoteItem* item = m_scene->find(id);
    if (!item)
        return;
    if (zoom() < CardPainter::kNear)
        setZoom(1, QPointF(mapFromScene(item->rect().center())));
    ensureVisible(item->rect(), 40, 40);
    auto* editor = new NoteEditor(id, QString::fromStdString(item->note().text), viewport());
    QFont font = textFont(TextSize::Body);
    font.setPixelSize(std::max(9, int(std::lround(font.pixelSize() * zoom()))));
    editor->setFont(font);
    editor->setGeometry(mapFromScene(item->rect()).boundingRect());
    editor->show();
    editor->setFocus();
    connect(editor, &NoteEditor::left, this, [this, id](bool kept, const QString& text) {
        setFocus();
        const model::Note* now = m_scene->drawing().find(id);
        if (!now || !kept || text.toStdString() == now->text)
            return;
        model::Note note = *now;
        note.text = text.toStdString();
        m_commands->changeNote(note, tr("Edit note"));
    });
}

void CanvasView::renameSelected() {
    const Selected& selected = m_workbench.selection().value();
    if (selected.notes.size() == 1 && selected.entities.empty())
        return editNote(selected.notes.front());
    if (selected.attribute)
        editColumn({selected.entity(), selected.attribute}, false);
    else if (selected.entity())
        editHeader(selected.entity());
}

void CanvasView::editHeader(EntityId id) {
    const EntityItem* item = m_scene->find(id);
    const model::Entity* entity = m_workbench.project()->entities.find(id);
    if (item && entity)
        openEditor(id, {}, false, CardGeometry::header(item->card()).translated(item->pos()).adjusted(4, 3, -4, -3),
                   QString::fromStdString(entity->name));
}

void CanvasView::editColumn(const model::ColumnRef& column, bool type) {
    const EntityItem* item = m_scene->find(column.entity);
    const model::Attribute* attribute = m_workbench.project()->find(column);
    if (!item || !attribute)
        return;
    const auto& rows = item->card().rows;
    const auto at =
        std::find_if(rows.begin(), rows.end(), [&](const CardRow& r) { return r.attribute == column.attribute; });
    if (at == rows.end())
        return;
    m_workbench.selection().selectAttribute(column.entity, column.attribute);
    QRectF row = CardGeometry::row(item->card(), int(at - rows.begin())).translated(item->pos());
    const double split = row.left() + row.width() * 0.55;
    type ? row.setLeft(split) : row.setRight(split);
    row.adjust(type ? 0 : 24, 0, type ? -4 : 0, 0);
    QString typeShown = at->type;
    if (typeShown.endsWith(QLatin1Char('?')))
        typeShown.chop(1);
    openEditor(column.entity, column.attribute, type, row, type ? typeShown : at->name);
}

void CanvasView::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    m_fitsAll = false;
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_space)) {
        m_panning = true;
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton || m_tool)
        return;
    const QPointF position = mapToScene(event->pos());
    const Hit hit = m_scene->hit(position, tolerance());
    m_tool = toolFor(hit, position, event->modifiers());
    event->accept();
}

std::unique_ptr<Tool> CanvasView::toolFor(const Hit& hit, QPointF position, Qt::KeyboardModifiers modifiers) {
    const bool wasSelected = m_workbench.selection().value().contains(hit.relationship);
    if (hit.kind == Hit::Kind::Ground)
        return std::make_unique<BandTool>(*this, position, modifiers);
    select(hit, modifiers);
    switch (hit.kind) {
    case Hit::Kind::Header:
    case Hit::Kind::Foot:
        if (m_scene->isFixed(hit.entity))
            return std::make_unique<HeldTool>(*this, position, m_commands->whyFixed(hit.entity));
        if (m_workbench.selection().value().contains(hit.entity))
            return std::make_unique<MoveTool>(*this, position, m_commands->movable(), m_scene->find(hit.entity)->pos());
        return nullptr;
    case Hit::Kind::Note:
        if (m_workbench.selection().value().contains(hit.note))
            return std::make_unique<MoveTool>(*this, position, m_commands->movable(), m_scene->find(hit.note)->pos());
        return nullptr;
    case Hit::Kind::NoteCorner: return std::make_unique<NoteSizeTool>(*this, position, m_scene->find(hit.note)->note());
    case Hit::Kind::Group:
        if (m_scene->drawing().isLocked(hit.group))
            return std::make_unique<HeldTool>(*this, position, m_commands->whyFixed(hit.group));
        return std::make_unique<MoveTool>(*this, position, m_commands->movable(), m_scene->find(hit.group)->pos());
    case Hit::Kind::Frame:
        if (Places members = m_commands->movable(hit.group); !members.empty()) {
            const model::Point first = members.cards.begin()->second;
            return std::make_unique<MoveTool>(*this, position, std::move(members), QPointF(first.x, first.y));
        }
        return std::make_unique<HeldTool>(*this, position, m_commands->whyFixed(hit.group));
    case Hit::Kind::Row:
        return std::make_unique<ConnectTool>(*this, position, model::ColumnRef{hit.entity, hit.attribute});
    case Hit::Kind::Line:
        if (const RelationshipItem* line = m_scene->find(hit.relationship); line && wasSelected)
            return std::make_unique<BendTool>(*this, position, hit.relationship, line->pieceAt(position, tolerance()));
        return nullptr;
    case Hit::Kind::Ground: break;
    }
    return nullptr;
}

void CanvasView::select(const Hit& hit, Qt::KeyboardModifiers modifiers) {
    Selection& selection = m_workbench.selection();
    if (adds(modifiers)) {
        Selected value = selection.value();
        value.pattern = {};
        value.structure.clear();
        if (hit.note)
            toggle(value.notes, hit.note);
        else if (hit.group)
            value.group = hit.group;
        else
            hit.entity ? toggle(value.entities, hit.entity) : toggle(value.relationships, hit.relationship);
        selection.set(std::move(value));
    } else if (hit.note || hit.group) {
        if (selection.value().contains(hit.note))
            return;
        Selected value;
        if (hit.note)
            value.notes = {hit.note};
        value.group = hit.group;
        selection.set(std::move(value));
    } else if (hit.kind == Hit::Kind::Row) {
        selection.selectAttribute(hit.entity, hit.attribute);
    } else if (hit.kind == Hit::Kind::Line) {
        selection.selectRelationship(hit.relationship);
    } else if (!selection.value().contains(hit.entity) || selection.value().attribute) {
        selection.selectEntity(hit.entity);
    }
}

void CanvasView::mouseMoveEvent(QMouseEvent* event) {
    if (m_panning) {
        panBy(event->pos() - m_panFrom);
        m_panFrom = event->pos();
        return;
    }
    const QPointF position = mapToScene(event->pos());
    if (m_tool && (event->buttons() & Qt::LeftButton)) {
        m_tool->move(position, event->modifiers());
        return;
    }
    const Hit hit = m_scene->hit(position, tolerance());
    m_scene->setHover(zoom() >= CardPainter::kNear ? hit : Hit{});
    updateCursor(hit);
}

void CanvasView::updateCursor(const Hit& hit) {
    switch (hit.kind) {
    case Hit::Kind::Row: viewport()->setCursor(zoom() >= CardPainter::kNear ? Qt::CrossCursor : Qt::ArrowCursor); break;
    case Hit::Kind::Header:
        viewport()->setCursor(m_scene->isFixed(hit.entity) ? Qt::ArrowCursor : Qt::SizeAllCursor);
        break;
    case Hit::Kind::Note:
    case Hit::Kind::Group:
    case Hit::Kind::Frame: viewport()->setCursor(Qt::SizeAllCursor); break;
    case Hit::Kind::NoteCorner: viewport()->setCursor(Qt::SizeFDiagCursor); break;
    case Hit::Kind::Line: viewport()->setCursor(Qt::PointingHandCursor); break;
    default: viewport()->setCursor(m_space ? Qt::OpenHandCursor : Qt::ArrowCursor); break;
    }
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event) {
    if (m_panning) {
        m_panning = false;
        updateCursor({});
        return;
    }
    if (event->button() == Qt::LeftButton && m_tool) {
        // Gone before it commits, so that whatever the edit sets off finds no gesture going on.
        const std::unique_ptr<Tool> tool = std::move(m_tool);
        tool->release(mapToScene(event->pos()), event->modifiers());
        viewport()->update();
    }
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_tool.reset();
    const QPointF position = mapToScene(event->pos());
    const Hit hit = m_scene->hit(position, tolerance());
    switch (hit.kind) {
    case Hit::Kind::Ground: drawEntityAt(position); break;
    case Hit::Kind::Header:
    case Hit::Kind::Foot: editHeader(hit.entity); break;
    case Hit::Kind::Row: {
        const QRectF card = m_scene->find(hit.entity)->cardRect();
        editColumn({hit.entity, hit.attribute}, position.x() > card.left() + card.width() * 0.55);
        break;
    }
    case Hit::Kind::Note:
    case Hit::Kind::NoteCorner: editNote(hit.note); break;
    case Hit::Kind::Group: m_commands->setCollapsed(hit.group, false); break;
    case Hit::Kind::Frame: m_commands->setCollapsed(hit.group, true); break;
    case Hit::Kind::Line: m_workbench.actions().at(QStringLiteral("panel.inspector"))->setChecked(true); break;
    }
}

void CanvasView::wheelEvent(QWheelEvent* event) {
    const QPointF pixels =
        event->pixelDelta().isNull() ? QPointF(event->angleDelta()) * 0.5 : QPointF(event->pixelDelta());
    if (event->modifiers().testFlag(Qt::ControlModifier))
        setZoom(zoom() * std::pow(1.0018, event->angleDelta().y()), event->position());
    else if (event->modifiers().testFlag(Qt::ShiftModifier))
        panBy({pixels.y() + pixels.x(), 0});
    else
        panBy(pixels);
    event->accept();
}

void CanvasView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_space = true;
            viewport()->setCursor(Qt::OpenHandCursor);
        }
        return;
    case Qt::Key_Escape:
        if (m_tool) {
            m_tool->cancel();
            m_tool.reset();
        } else {
            m_workbench.selection().clear();
        }
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: nudge(event->key(), event->modifiers()); return;
    default: QGraphicsView::keyPressEvent(event);
    }
}

void CanvasView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_space = false;
        updateCursor({});
    }
    QGraphicsView::keyReleaseEvent(event);
}

void CanvasView::focusOutEvent(QFocusEvent* event) {
    m_space = false;
    QGraphicsView::focusOutEvent(event);
}

/// Arrow keys move what is selected by the grid (Alt: by one unit), else the view. With one column selected, up and
/// down go to the next column.
void CanvasView::nudge(int key, Qt::KeyboardModifiers modifiers) {
    const QPointF direction(key == Qt::Key_Left    ? -1
                            : key == Qt::Key_Right ? 1
                                                   : 0,
                            key == Qt::Key_Up     ? -1
                            : key == Qt::Key_Down ? 1
                                                  : 0);
    const Selected& selected = m_workbench.selection().value();
    if (selected.entities.empty() && selected.notes.empty() && !selected.group) {
        panBy(direction * -64);
        return;
    }
    if (selected.attribute && direction.y() != 0) {
        const EntityId id = selected.entity();
        const model::Entity* entity = m_workbench.project()->entities.find(id);
        const auto& columns = entity->attributes;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].id == selected.attribute) {
                const std::size_t next = std::clamp<std::ptrdiff_t>(std::ptrdiff_t(i) + std::ptrdiff_t(direction.y()),
                                                                    0, std::ptrdiff_t(columns.size()) - 1);
                m_workbench.selection().selectAttribute(id, columns[next].id);
                return;
            }
    }
    const double step = modifiers.testFlag(Qt::AltModifier) ? 1 : DiagramScene::kGrid;
    Places places = m_commands->movable();
    QStringList names;
    const auto shift = [&](auto& corners) {
        for (auto& [id, corner] : corners) {
            corner = {corner.x + direction.x() * step, corner.y + direction.y() * step};
            names << QString::number(id.value);
        }
    };
    shift(places.cards);
    shift(places.groups);
    shift(places.notes);
    if (places.empty()) {
        const QString reason = selected.group              ? m_commands->whyFixed(selected.group)
                               : selected.entities.empty() ? QString()
                                                           : m_commands->whyFixed(selected.entities.front());
        if (!reason.isEmpty())
            m_workbench.showMessage(reason);
        return;
    }
    m_commands->move(m_commands->moveLabel(places), places, QStringLiteral("nudge/") + names.join(QLatin1Char(',')));
    if (!selected.entities.empty())
        reveal(selected.entities.front());
}

/// To the next thing from the one that is chosen; false behind the last one, and when none is.
bool CanvasView::selectNext(bool backwards) {
    const std::vector<Thing> things = thingsInReadingOrder(*m_scene);
    const auto at = std::find(things.begin(), things.end(), chosenThing(m_workbench.selection().value()));
    if (at == things.end() || at == (backwards ? things.begin() : things.end() - 1))
        return false;
    const Thing next = backwards ? *(at - 1) : *(at + 1);
    m_workbench.selection().set(selectionOf(next));
    reveal(next);
    return true;
}

/// Tab goes through what is drawn once something of it is chosen, and leaves the canvas otherwise.
bool CanvasView::focusNextPrevChild(bool next) {
    return selectNext(!next) || QGraphicsView::focusNextPrevChild(next);
}

void CanvasView::leaveEvent(QEvent* event) {
    m_scene->setHover({});
    QGraphicsView::leaveEvent(event);
}

void CanvasView::drawBackground(QPainter* painter, const QRectF& rect) {
    const Theme& theme = m_workbench.theme().theme();
    painter->fillRect(rect, theme.color(Role::Window));
    m_scene->drawFrames(*painter, rect);
    if (!m_snaps || zoom() < 0.45)
        return;
    QList<QPointF> dots;
    for (double x = std::floor(rect.left() / kDotPitch) * kDotPitch; x <= rect.right(); x += kDotPitch)
        for (double y = std::floor(rect.top() / kDotPitch) * kDotPitch; y <= rect.bottom(); y += kDotPitch)
            dots.append({x, y});
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(theme.color(Role::Border), 0));
    painter->drawPoints(dots.constData(), int(dots.size()));
}

void CanvasView::drawForeground(QPainter* painter, const QRectF&) {
    if (m_tool)
        m_tool->paint(*painter, m_workbench.theme().theme());
}

void CanvasView::scrollContentsBy(int dx, int dy) {
    QGraphicsView::scrollContentsBy(dx, dy);
    emit viewChanged();
}

void CanvasView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    if (m_fitsAll)
        fitAll();
    emit viewChanged();
}

} // namespace shardscape::app
