// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Editing names and types in place on the canvas: the part of CanvasView that opens fields and acts on how they are
// left.
#include <algorithm>
#include <cmath>

#include <QCompleter>

#include "app/canvas/canvas_view.h"
#include "app/canvas/in_place_editor.h"
#include "app/canvas/items.h"
#include "app/document/type_text.h"
#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

using Leave = InPlaceEditor::Leave;

/// The column before or after another one of its entity; 0 beyond the ends. From the entity's name (attribute 0) it is
/// the first.
model::AttributeId neighbour(const model::Entity& entity, model::AttributeId attribute, int step) {
    if (!attribute)
        return step > 0 && !entity.attributes.empty() ? entity.attributes.front().id : model::AttributeId{};
    for (std::size_t i = 0; i < entity.attributes.size(); ++i)
        if (entity.attributes[i].id == attribute) {
            const auto next = std::ptrdiff_t(i) + step;
            return next >= 0 && next < std::ptrdiff_t(entity.attributes.size())
                       ? entity.attributes[std::size_t(next)].id
                       : model::AttributeId{};
        }
    return {};
}

} // namespace

void CanvasView::openEditor(model::EntityId id, model::AttributeId attribute, bool type, const QRectF& sceneRect,
                            const QString& text) {
    if (zoom() < CardPainter::kNear)
        setZoom(1, QPointF(mapFromScene(sceneRect.center())));
    ensureVisible(sceneRect, 60, 60);
    auto* editor = new InPlaceEditor({id, attribute}, type, viewport());
    m_editor = editor;
    QFont font = textFont(TextSize::Body, !attribute);
    font.setPixelSize(std::max(9, int(std::lround(font.pixelSize() * zoom()))));
    editor->setFont(font);
    editor->setText(text);
    if (type) {
        QStringList words;
        for (const std::string& word : typeWords(*m_workbench.project()))
            words << QString::fromStdString(word);
        auto* completer = new QCompleter(words, editor);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setCompletionMode(QCompleter::InlineCompletion);
        editor->setCompleter(completer);
    }
    QRect place = mapFromScene(sceneRect).boundingRect();
    const int height = std::max(place.height(), editor->sizeHint().height());
    place.setTop(place.center().y() - height / 2);
    place.setHeight(height);
    editor->setGeometry(place);
    editor->selectAll();
    editor->show();
    editor->setFocus();
    connect(editor, &InPlaceEditor::left, this, [this, editor, was = text](Leave how, const QString& now) {
        const model::ColumnRef column = editor->column();
        const bool editedType = editor->editsType();
        if (m_editor == editor)
            m_editor = nullptr;
        if (how != Leave::Focus)
            setFocus();
        if (how == Leave::Escape)
            return;
        bool kept = true;
        if (now != was && !now.isEmpty())
            kept = !column.attribute ? m_commands->rename(column.entity, now)
                   : editedType      ? m_commands->retype(column, now)
                                     : m_commands->renameColumn(column, now);
        if (!kept && how != Leave::Focus) {
            // Refused: the message says why; the field stays open on what was written.
            column.attribute ? editColumn(column, editedType) : editHeader(column.entity);
            if (m_editor)
                m_editor->setText(now);
            return;
        }
        const model::Entity* entity = m_workbench.project()->entities.find(column.entity);
        if (!entity || (how != Leave::Tab && how != Leave::BackTab))
            return;
        if (how == Leave::Tab) {
            if (column.attribute && !editedType)
                editColumn(column, true);
            else if (const model::AttributeId next = neighbour(*entity, column.attribute, 1))
                editColumn({column.entity, next}, false);
            else if (const model::AttributeId made = m_commands->addColumn(column.entity))
                editColumn({column.entity, made}, false);
        } else if (editedType) {
            editColumn(column, false);
        } else if (const model::AttributeId previous = neighbour(*entity, column.attribute, -1)) {
            editColumn({column.entity, previous}, true);
        } else if (column.attribute) {
            editHeader(column.entity);
        }
    });
}

} // namespace shardscape::app
