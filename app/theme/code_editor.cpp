// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/code_editor.h"

#include <algorithm>

#include <QKeyEvent>
#include <QTextBlock>

#include "app/theme/metrics.h"
#include "app/theme/theme_scope.h"

namespace shardscape::app {

CodeHighlighter::CodeHighlighter(QTextDocument* document, ThemeScope& scope, const std::vector<CodeRule>& rules)
    : QSyntaxHighlighter(document)
    , m_scope(scope)
    , m_rules(rules) {
    connect(&scope, &ThemeScope::changed, this, &CodeHighlighter::rehighlight);
}

void CodeHighlighter::highlightBlock(const QString& text) {
    for (const CodeRule& rule : m_rules) {
        QTextCharFormat format;
        format.setForeground(m_scope.color(rule.role));
        if (rule.bold)
            format.setFontWeight(QFont::DemiBold);
        auto matches = rule.pattern.globalMatch(text);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            setFormat(int(match.capturedStart()), int(match.capturedLength()), format);
        }
    }
}

CodeEditor::CodeEditor(ThemeScope& scope, const std::vector<CodeRule>& rules, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_scope(scope) {
    setProperty("look", "code");
    setFont(monospaceFont());
    setStyleSheet(QStringLiteral("font-family: '%1';").arg(monospaceFont().family()));
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    new CodeHighlighter(document(), scope, rules);
    connect(&scope, &ThemeScope::changed, this, &CodeEditor::markError);
}

void CodeEditor::setErrorPlace(int line, int column) {
    m_errorLine = line;
    m_errorColumn = column;
    markError();
}

void CodeEditor::markError() {
    QList<QTextEdit::ExtraSelection> marks;
    const QTextBlock block = document()->findBlockByNumber(m_errorLine - 1);
    if (m_errorLine > 0 && block.isValid()) {
        QTextEdit::ExtraSelection line;
        QColor tint = m_scope.color(Role::Bad);
        tint.setAlphaF(0.12f);
        line.format.setBackground(tint);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        line.cursor = QTextCursor(block);
        marks << line;
        QTextEdit::ExtraSelection word;
        word.cursor = QTextCursor(block);
        if (m_errorColumn > 0) {
            word.cursor.setPosition(block.position() + std::min(m_errorColumn - 1, std::max(0, block.length() - 2)));
            word.cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
        } else {
            word.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        }
        word.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        word.format.setUnderlineColor(m_scope.color(Role::Bad));
        marks << word;
    }
    setExtraSelections(marks);
}

void CodeEditor::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers().testFlag(Qt::ControlModifier)) {
        emit applyRequested();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace shardscape::app
