// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QDialog>
#include <QPointer>

#include "app/actions/actions.h"
#include "app/theme/theme_scope.h"

class QLineEdit;
class QListWidget;

namespace shardscape::app {

/// How well "pattern" fits "text" when its letters appear there in order, ignoring case and spaces; higher is better,
/// nothing when they do not. Letters that start words or follow each other count more.
std::optional<int> fuzzyScore(const QString& pattern, const QString& text);

/// Every enabled action by name: type a few letters, Enter performs. Deletes itself when closed.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    CommandPalette(Actions& actions, ThemeScope& theme, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void filter(const QString& text);
    void perform();

    Actions& m_actions;
    ThemeScope& m_theme;
    QLineEdit* m_edit;
    QListWidget* m_list;
    QPointer<QWidget> m_focus; ///< had the focus before, gets it back so that page shortcuts act where they would
};

} // namespace shardscape::app
