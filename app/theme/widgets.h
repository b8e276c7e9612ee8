// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>
#include <QWidget>

#include "app/theme/theme.h"

class QAction;
class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace shardscape::app {

class ThemeScope;

/// A framed area with an optional title, a caption beside it and room for controls at its right.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Muted text at the right of the title.
    void setCaption(const QString& caption);
    /// A control at the right end of the title line.
    void addControl(QWidget* control);
    /// A control behind the title, or in its place where there is none.
    void addLead(QWidget* control);
    /// Where the contents go.
    QVBoxLayout* body() const { return m_body; }
    void setSelected(bool selected);

protected:
    /// Inserts a control so many places before the right end of the title line.
    void insertControl(QWidget* control, int beforeEnd);

private:
    void showHead();

    QWidget* m_head;
    QHBoxLayout* m_headLayout;
    QLabel* m_title;
    QLabel* m_caption;
    QVBoxLayout* m_body;
};

/// One headline number: a caption, the number with its unit muted, and a line below it. The number is a button that
/// asks for its working.
class HeadlineCard : public Card {
    Q_OBJECT
public:
    explicit HeadlineCard(const QString& name, QWidget* parent = nullptr);

    /// "text" as formatNumber writes it; "exact" becomes the tooltip; "state" colours the number (Text for none) and
    /// must come with words in "note".
    void setNumber(const QString& text, const QString& exact, const QString& note = {}, Role state = Role::Text);

signals:
    void clicked();

private:
    QString m_name;
    QLabel* m_nameLabel;
    QPushButton* m_number;
    QLabel* m_unit;
    QLabel* m_note;
};

/// One choice out of a few, side by side; arrow keys move between them.
class SegmentedControl : public QFrame {
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget* parent = nullptr);

    void setItems(const QStringList& items);
    int current() const;
    void setCurrent(int index);
    int count() const;

signals:
    /// By the user, or by setCurrent with another index.
    void currentChanged(int index);

private:
    QButtonGroup* m_group;
    QHBoxLayout* m_layout;
};

/// What a page shows while it has nothing to show: what it is for, and the next step as buttons.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(ThemeScope& scope, const QString& icon, const QString& title, const QString& sentence,
               QWidget* parent = nullptr);

    void setText(const QString& title, const QString& sentence);
    QPushButton* addAction(QAction* action, bool primary = false);
    QPushButton* addButton(const QString& text, bool primary = false);
    /// What the next step needs to know first, between the sentence and the buttons.
    void setControls(QWidget* controls);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fitSentence();

    QLabel* m_title;
    QLabel* m_sentence;
    QHBoxLayout* m_buttons;
};

/// Text that may hold names (of tables, keys) as a tooltip: shown as it is, never taken for markup.
QString plainToolTip(const QString& text);

/// A muted label, a heading, a caption: QLabel with its looks set.
QLabel* makeLabel(const QString& text, const char* role = nullptr, const char* size = nullptr,
                  QWidget* parent = nullptr);
/// Small capital heading of a group in a panel ("PLAN").
QLabel* makeGroupLabel(const QString& text, QWidget* parent = nullptr);

} // namespace shardscape::app
