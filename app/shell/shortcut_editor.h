// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QLineEdit>

#include "app/actions/actions.h"

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace shardscape::app {

/// Shows the keys that are pressed in it and takes them for no command: one chord, the last one pressed. Tab still
/// moves the focus, and Escape or Backspace alone clears the field, so that nobody is caught in it.
class ChordField : public QLineEdit {
    Q_OBJECT
public:
    explicit ChordField(QWidget* parent = nullptr);

    const QKeySequence& chord() const { return m_chord; }
    void setChord(const QKeySequence& chord);

signals:
    void chordChanged();
    /// Enter alone, with a chord in the field.
    void confirmed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QKeySequence m_chord;
};

/// Every action with its keys: find one, press the keys it shall have. Keys that another action has are named with it
/// and taken from it only when that is confirmed. What is chosen holds at once. Deletes itself when closed.
class ShortcutEditor : public QDialog {
    Q_OBJECT
public:
    ShortcutEditor(Actions& actions, QWidget* parent);

private:
    void build();
    void fill();
    void showRow(const QAction* action);
    void showChosen();
    void showVerdict();
    QAction* chosen() const;
    /// Gives the chosen action the chord in the field, in place of its keys or beside them.
    void give(bool beside);
    QString where(const QAction* action) const;

    Actions& m_actions;
    QStandardItemModel* m_model;
    QSortFilterProxyModel* m_found;
    QLineEdit* m_search;
    QTreeView* m_list;
    QLabel* m_name;
    QLabel* m_tip;
    ChordField* m_chord;
    QLabel* m_verdict;
    QPushButton* m_use;
    QPushButton* m_add;
    QPushButton* m_clear;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
    QHash<const QAction*, QStandardItem*> m_rows; ///< the item of the keys
};

} // namespace shardscape::app
