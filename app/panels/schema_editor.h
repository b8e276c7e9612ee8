// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/code_editor.h"

namespace shardscape::app {

/// A field for a schema as text, DBML or SQL definitions.
class SchemaEditor : public CodeEditor {
    Q_OBJECT
public:
    explicit SchemaEditor(ThemeScope& scope, QWidget* parent = nullptr);

    /// Puts the cursor at a line, from 1, and shows it.
    void goToLine(int line);
    /// Replaces the text, keeping the line that is at the top and the cursor's.
    void showText(const QString& text);
};

} // namespace shardscape::app
