// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/notes.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include "app/canvas/diagram_scene.h"
#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

constexpr double kPadding = 10;

} // namespace

std::pair<QColor, QColor> noteColors(const Theme& theme, int color) {
    const QColor edge = color > 0 ? theme.series(color - 1) : theme.color(Role::Warn);
    const QColor ground = theme.color(Role::Surface);
    const auto mix = [](float a, float b) { return a + (b - a) * 0.14f; };
    return {QColor::fromRgbF(mix(ground.redF(), edge.redF()), mix(ground.greenF(), edge.greenF()),
                             mix(ground.blueF(), edge.blueF())),
            edge};
}

NoteItem::NoteItem(DiagramScene& scene, const model::Note& note)
    : m_scene(scene) {
    setZValue(1); // never hidden behind a card
    setNote(note);
}

void NoteItem::setNote(const model::Note& note) {
    prepareGeometryChange();
    m_note = note;
    setPos(note.corner.x, note.corner.y);
    update();
}

bool NoteItem::isCorner(QPointF scenePosition) const {
    const QRectF shown = rect();
    return QRectF(shown.right() - kCorner, shown.bottom() - kCorner, kCorner, kCorner).contains(scenePosition);
}

QRectF NoteItem::boundingRect() const {
    return QRectF(0, 0, m_note.width, m_note.height).adjusted(-3, -3, 3, 3);
}

void NoteItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const Theme& theme = m_scene.workbench().theme().theme();
    const auto [ground, edge] = noteColors(theme, m_note.color);
    const QRectF shown(0, 0, m_note.width, m_note.height);
    const bool selected = m_scene.isSelected(m_note.id);
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setPen(QPen(selected ? theme.color(Role::Accent) : edge, (selected ? 2 : 1) / std::min(1.0, scale)));
    painter->setBrush(ground);
    painter->drawPolygon(QPolygonF{shown.topLeft(),
                                   shown.topRight(),
                                   {shown.right(), shown.bottom() - kCorner},
                                   {shown.right() - kCorner, shown.bottom()},
                                   shown.bottomLeft()});
    painter->drawPolyline(QPolygonF{{shown.right(), shown.bottom() - kCorner},
                                    {shown.right() - kCorner, shown.bottom() - kCorner},
                                    {shown.right() - kCorner, shown.bottom()}});
    if (scale < CardPainter::kFar)
        return;
    painter->setFont(textFont(TextSize::Body));
    painter->setPen(theme.color(Role::Text));
    painter->drawText(shown.adjusted(kPadding, kPadding - 2, -kPadding, -kPadding + 2),
                      int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWrapAnywhere | Qt::TextWordWrap,
                      QString::fromStdString(m_note.text));
}

GroupItem::GroupItem(DiagramScene& scene, const model::Boundary& boundary, int entities)
    : m_scene(scene) {
    setGroup(boundary, entities);
}

void GroupItem::setGroup(const model::Boundary& boundary, int entities) {
    m_boundary = boundary;
    m_entities = entities;
    update();
}

QRectF GroupItem::boundingRect() const {
    return QRectF(0, 0, kWidth, kHeight).adjusted(-3, -3, 9, 9);
}

void GroupItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const Theme& theme = m_scene.workbench().theme().theme();
    const QColor color = theme.series(m_boundary.color);
    const bool selected = m_scene.isSelected(m_boundary.id);
    const QRectF shown(0, 0, kWidth, kHeight);
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setPen(QPen(selected ? theme.color(Role::Accent) : color, (selected ? 2 : 1.2) / std::min(1.0, scale)));
    // Two sheets behind say that there is more than one thing in it.
    painter->setBrush(theme.color(Role::Surface));
    painter->drawRoundedRect(shown.translated(6, 6), kRadius, kRadius);
    painter->drawRoundedRect(shown.translated(3, 3), kRadius, kRadius);
    painter->drawRoundedRect(shown, kRadius, kRadius);
    QColor tinted = color;
    tinted.setAlphaF(0.12f);
    painter->setBrush(tinted);
    painter->setPen(Qt::NoPen);
    painter->drawRoundedRect(shown, kRadius, kRadius);
    painter->fillRect(QRectF(0, 2, 4, kHeight - 4), color);
    QFont font = textFont(TextSize::Body, true);
    if (scale < CardPainter::kNear)
        font.setPixelSize(int(std::min(12 / scale, kHeight * 0.6)));
    painter->setFont(font);
    painter->setPen(theme.color(Role::Text));
    const QString name = QString::fromStdString(m_boundary.name);
    if (scale < CardPainter::kNear) {
        painter->drawText(shown.adjusted(10, 0, -8, 0), Qt::AlignVCenter | Qt::TextSingleLine, name);
        return;
    }
    painter->drawText(shown.adjusted(14, 10, -24, 0), Qt::AlignTop | Qt::TextSingleLine,
                      QFontMetricsF(font).elidedText(name, Qt::ElideRight, kWidth - 40));
    painter->setFont(textFont(TextSize::Caption));
    painter->setPen(theme.color(Role::Muted));
    painter->drawText(shown.adjusted(14, 0, -12, -11), Qt::AlignBottom | Qt::TextSingleLine,
                      DiagramScene::tr("%n entities", "in a collapsed group", m_entities));
    if (m_scene.drawing().isLocked(m_boundary.id))
        paintLock(*painter, QRectF(kWidth - 20, 10, 12, 12), theme.color(Role::Muted));
}

void paintPin(QPainter& painter, QRectF box, const QColor& color) {
    const QPointF c = box.center();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{{c.x() - 2.2, c.y() - 5},
                                  {c.x() + 2.2, c.y() - 5},
                                  {c.x() + 1.8, c.y() - 1},
                                  {c.x() + 3.6, c.y() + 1.2},
                                  {c.x() - 3.6, c.y() + 1.2},
                                  {c.x() - 1.8, c.y() - 1}});
    painter.drawLine(QPointF(c.x(), c.y() + 1.2), QPointF(c.x(), c.y() + 5.2));
}

void paintLock(QPainter& painter, QRectF box, const QColor& color) {
    const QPointF c = box.center();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(c.x() - 2.8, c.y() - 5.4, 5.6, 7), 0, 180 * 16);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(c.x() - 4.2, c.y() - 1.6, 8.4, 6.6), 1, 1);
}

NoteEditor::NoteEditor(model::NoteId note, const QString& text, QWidget* parent)
    : QPlainTextEdit(text, parent)
    , m_note(note) {
    setObjectName(QStringLiteral("noteEditor"));
    setAccessibleName(tr("Text of the note"));
    setToolTip(tr("Ctrl+Enter keeps it, Esc does not"));
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    selectAll();
}

bool NoteEditor::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        // As for a name: single keys are for the text, Ctrl+S and its kin for the window.
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void NoteEditor::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        leave(false);
    else if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        leave(true);
    else
        QPlainTextEdit::keyPressEvent(event);
}

void NoteEditor::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        leave(true);
}

void NoteEditor::leave(bool kept) {
    if (std::exchange(m_done, true))
        return;
    hide();
    emit left(kept, toPlainText());
    deleteLater();
}

} // namespace shardscape::app
