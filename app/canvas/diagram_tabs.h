// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "app/canvas/canvas_view.h"

class QLineEdit;
class QTabBar;
class QToolButton;

namespace shardscape::app {

/// The diagrams of the project, a tab each: choose one to see it, double-click to rename, right-click for the rest.
class DiagramTabs : public QWidget {
    Q_OBJECT
public:
    explicit DiagramTabs(CanvasView& view, QWidget* parent = nullptr);
    QTabBar* bar() const { return m_bar; }
    QToolButton* addButton() const { return m_add; }
    /// The field over a tab while its name is edited.
    QLineEdit* editor() const { return m_editor; }
    void rename(int tab);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rebuild();
    void showMenu(int tab, QPoint position);

    CanvasView& m_view;
    QTabBar* m_bar;
    QToolButton* m_add;
    QLineEdit* m_editor = nullptr;
    std::vector<model::DiagramId> m_ids;
    bool m_rebuilding = false;
};

} // namespace shardscape::app
