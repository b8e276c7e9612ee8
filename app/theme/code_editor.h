// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSyntaxHighlighter>

#include "app/theme/theme.h"

namespace shardscape::app {

class ThemeScope;

/// What is coloured in a language; later rules go over earlier ones.
struct CodeRule {
    QRegularExpression pattern;
    Role role;
    bool bold = false;
};

/// Colours text by rules, which outlive it, and anew with each theme.
class CodeHighlighter : public QSyntaxHighlighter {
public:
    CodeHighlighter(QTextDocument* document, ThemeScope& scope, const std::vector<CodeRule>& rules);

protected:
    void highlightBlock(const QString& text) override;

private:
    ThemeScope& m_scope;
    const std::vector<CodeRule>& m_rules;
};

/// A field for code: fixed-width type, coloured, with one place that may be marked as wrong. Ctrl+Return asks to apply
/// what is written; Tab leaves the field.
class CodeEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    CodeEditor(ThemeScope& scope, const std::vector<CodeRule>& rules, QWidget* parent = nullptr);

    /// Marks a line (from 1) and, when known, the column in it; 0 takes the mark away.
    void setErrorPlace(int line, int column = 0);
    int errorLine() const { return m_errorLine; }

signals:
    void applyRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void markError();

    ThemeScope& m_scope;
    int m_errorLine = 0;
    int m_errorColumn = 0;
};

} // namespace shardscape::app
