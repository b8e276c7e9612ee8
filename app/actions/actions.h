// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include "app/language/language.h"

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
    QString tip;          ///< one sentence for the palette and the tooltip; the text without mnemonic when empty
    bool checked = false; ///< of a checkable one: what it is until the user says otherwise
};

/// True for how pages show things, which is kept from one session to the next: "canvas.grid", "notation.uml".
bool isKept(const ActionSpec& spec);

/// The submenu in which the actions of an id's group are listed, with mnemonic; empty for those listed in the menu.
QString groupTitle(const QString& id);

/// Chords by the id of an action.
using Shortcuts = QHash<QString, QList<QKeySequence>>;

/// Every action of the window by id. Whoever performs an action connects to it; an action nobody performs right now is
/// disabled by its performer. Ids are unique: adding one again returns the action that is there, with the text and the
/// tip of the later description, so that all of them can be described again in another language.
///
/// The chords of an action are those of its description until the user chooses others.
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
    /// What lists of actions call it: its text without mnemonic and dots, behind its submenu's title if it has one.
    QString name(const QAction* action) const;
    /// All, in the order in which they were added.
    const QList<QAction*>& all() const { return m_order; }

    void setShortcuts(QAction* action, const QList<QKeySequence>& shortcuts);
    /// What the user chose, other than described; also for actions that are added later.
    const Shortcuts& chosenShortcuts() const { return m_chosen; }
    void setChosenShortcuts(const Shortcuts& chosen);
    /// The action that gets a chord, or one that begins with it, where the asking one would want it; nullptr when it is
    /// free. Actions of different pages may have the same.
    QAction* holder(const QKeySequence& chord, const QAction* asking) const;

signals:
    void added(QAction* action);
    void shortcutsChanged(QAction* action);

private:
    QHash<QString, QAction*> m_byId;
    QHash<const QAction*, ActionSpec> m_specs;
    QList<QAction*> m_order;
    Shortcuts m_chosen;
};

/// Adds the actions of the window itself: files, undo, view, palette, help (the table is in action_table.cpp).
void addWindowActions(Actions& actions);
/// Adds the actions of the canvas.
void addCanvasActions(Actions& actions);

} // namespace shardscape::app
