// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QSyntaxHighlighter>

#include "app/theme/theme_scope.h"

namespace shardscape::app {

/// Words, types, names in quotes, numbers and comments of DBML and of SQL definitions.
class SchemaHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    SchemaHighlighter(QTextDocument* document, ThemeScope& scope);

protected:
    void highlightBlock(const QString& text) override;

private:
    ThemeScope& m_scope;
};

/// An editor for a schema as text; Ctrl+Return asks for what was typed to be applied.
class SchemaEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit SchemaEditor(ThemeScope& scope, QWidget* parent = nullptr);

    /// Marks a line, from 1; 0 for none.
    void markLine(int line);
    /// Puts the cursor at a line, from 1, and shows it.
    void goToLine(int line);
    /// Replaces the text, keeping the line that is at the top and the cursor's.
    void showText(const QString& text);

signals:
    void applyRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void mark();

    ThemeScope& m_scope;
    int m_marked = 0;
};

} // namespace shardscape::app
