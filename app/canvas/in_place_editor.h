// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include "model/workload/access_pattern.h"

namespace shardscape::app {

/// A field over a text of the canvas. Enter and Tab commit, Esc gives up; losing the focus commits what was changed.
/// Takes every key for itself while it has the focus, so that no single-letter shortcut of the canvas fires.
class InPlaceEditor : public QLineEdit {
    Q_OBJECT
public:
    enum class Leave { Enter, Tab, BackTab, Escape, Focus };
    InPlaceEditor(model::ColumnRef column, bool type, QWidget* parent);

    /// What it edits: the column, or the entity's name when the attribute is 0.
    const model::ColumnRef& column() const { return m_column; }
    bool editsType() const { return m_type; }

signals:
    /// Emitted once; the editor deletes itself afterwards.
    void left(shardscape::app::InPlaceEditor::Leave how, const QString& text);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void leave(Leave how);
    model::ColumnRef m_column;
    bool m_type;
    bool m_done = false;
};

} // namespace shardscape::app
