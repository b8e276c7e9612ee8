// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QSyntaxHighlighter>

namespace shardscape::app {

class ThemeScope;

/// Colours the words of SQL: keywords, strings, numbers, parameters, comments.
class SqlHighlighter : public QSyntaxHighlighter {
public:
    SqlHighlighter(QTextDocument* document, ThemeScope& scope);

protected:
    void highlightBlock(const QString& text) override;

private:
    ThemeScope& m_scope;
};

/// A field for one SQL statement: fixed-width type, coloured, with one place that may be marked as wrong.
/// Ctrl+Return asks to apply what is written; Tab leaves the field.
class SqlEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit SqlEditor(ThemeScope& scope, QWidget* parent = nullptr);

    /// Marks a line (from 1) and, when known, the column in it; 0 takes the mark away.
    void setErrorPlace(int line, int column);
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
