// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

#include "app/theme/theme.h"

namespace shardscape::app {

/// A theme as Qt's palette.
QPalette palette(const Theme& theme);

/// What a palette cannot say: frames, radii, spacing. Widgets choose a look with dynamic properties:
///   QLabel   role = muted | good | warn | bad | accent,  textSize = title | heading | caption,  strong = true
///   QPushButton, QToolButton   look = primary | flat
///   QFrame   look = card | header | strip
///   QLineEdit, QComboBox, QPlainTextEdit …  invalid = true
/// Change one later with setLook(), which repolishes.
QString styleSheet(const Theme& theme);

/// Sets a property named in styleSheet() and lets the style notice.
void setLook(QObject* widget, const char* property, const QVariant& value);

} // namespace shardscape::app
