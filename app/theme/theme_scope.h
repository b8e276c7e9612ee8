// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/theme/theme.h"

class QApplication;

namespace shardscape::app {

/// The theme in use by one window and all it contains. The window owns it and hands it down by reference; widgets that
/// paint themselves listen to changed().
class ThemeScope : public QObject {
    Q_OBJECT
public:
    explicit ThemeScope(Theme theme, QObject* parent = nullptr);

    const Theme& theme() const { return m_theme; }
    QColor color(Role role) const { return m_theme.color(role); }
    void setTheme(const Theme& theme);

signals:
    void changed();

private:
    Theme m_theme;
};

/// Gives the application the palette and style sheet of the scope's theme, now and whenever it changes, on top of the
/// Fusion style (the one Qt style that follows its palette everywhere).
void applyTheme(QApplication& application, ThemeScope& scope);

/// True when the desktop's own palette is dark; ask before applyTheme replaces it.
bool systemPrefersDark(const QApplication& application);

} // namespace shardscape::app
