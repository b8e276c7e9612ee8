// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

namespace shardscape::app {

/// Where an action is listed; the order of the menus.
enum class Menu { File, Edits, View, Model, Run, Help, None };

/// One thing the user can do, described once: menus, buttons, the command palette and the shortcut sheet show it.
struct ActionSpec {
    QString id;   ///< "edit.undo"; the part before the dot groups actions within a menu
    QString text; ///< with mnemonic: "&Undo"
    QString icon; ///< name of resources/icons/<icon>.svg, may be empty
    QList<QKeySequence> shortcuts;
    Menu menu = Menu::None;
    /// The shortcut works only while the page that owns the action has the focus (single letters, Delete, arrows),
    /// never in a text field. The page adds the action to its widget.
    bool onPage = false;
    bool checkable = false;
    QString tip; ///< one sentence for the palette and the tooltip; the text without mnemonic when empty
};

/// Every action of the window by id. Whoever performs an action connects to it; an action nobody performs right now is
/// disabled by its performer. Ids are unique: adding one again returns the action that is there.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QObject* parent = nullptr);

    QAction* add(const ActionSpec& spec);
    /// The action; nullptr when there is none of that id.
    QAction* find(const QString& id) const;
    /// The action, which must exist.
    QAction* at(const QString& id) const;
    const ActionSpec& spec(const QAction* action) const;
    /// All, in the order in which they were added.
    const QList<QAction*>& all() const { return m_order; }

signals:
    void added(QAction* action);

private:
    QHash<QString, QAction*> m_byId;
    QHash<const QAction*, ActionSpec> m_specs;
    QList<QAction*> m_order;
};

/// Adds the actions of the window itself: files, undo, view, palette, help (the table is in action_table.cpp).
void addWindowActions(Actions& actions);
/// Adds the actions of the canvas.
void addCanvasActions(Actions& actions);

} // namespace shardscape::app
