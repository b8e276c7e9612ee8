// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/in_place_editor.h"

#include <QKeyEvent>

namespace shardscape::app {

InPlaceEditor::InPlaceEditor(model::ColumnRef column, bool type, QWidget* parent)
    : QLineEdit(parent)
    , m_column(column)
    , m_type(type) {
    setObjectName(QStringLiteral("inPlaceEditor"));
    setAccessibleName(!column.attribute ? tr("Name of the entity")
                      : type            ? tr("Type of the column")
                                        : tr("Name of the column"));
}

bool InPlaceEditor::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        // Ctrl+S and its kin still reach the window.
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) {
            leave(key->key() == Qt::Key_Tab ? Leave::Tab : Leave::BackTab);
            return true;
        }
    }
    return QLineEdit::event(event);
}

void InPlaceEditor::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: leave(Leave::Enter); return;
    case Qt::Key_Escape: leave(Leave::Escape); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void InPlaceEditor::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        leave(Leave::Focus);
}

void InPlaceEditor::leave(Leave how) {
    if (m_done)
        return;
    m_done = true;
    hide();
    emit left(how, text().trimmed());
    deleteLater();
}

} // namespace shardscape::app
