// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/code_editor.h"

namespace shardscape::app {

/// Keywords, strings, numbers, parameters and comments of SQL.
const std::vector<CodeRule>& sqlRules();

/// A field for one SQL statement.
class SqlEditor : public CodeEditor {
    Q_OBJECT
public:
    explicit SqlEditor(ThemeScope& scope, QWidget* parent = nullptr);
};

} // namespace shardscape::app
