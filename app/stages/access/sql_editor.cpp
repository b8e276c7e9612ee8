// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/access/sql_editor.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QTextBlock>

#include "app/theme/metrics.h"
#include "app/theme/theme_scope.h"

namespace shardscape::app {
namespace {

struct Rule {
    QRegularExpression pattern;
    Role role;
    bool bold;
};

const std::vector<Rule>& rules() {
    static const std::vector<Rule> kRules = {
        {QRegularExpression(QStringLiteral("\\b(select|from|where|and|or|not|in|is|null|like|ilike|between|order|by|"
                                           "group|having|limit|offset|asc|"
                                           "desc|insert|into|values|update|set|delete|returning|on|conflict|do|nothing|"
                                           "join|left|right|full|inner|"
                                           "outer|cross|using|as|distinct|union|all|exists|case|when|then|else|end|"
                                           "with|count|sum|avg|min|max|any|"
                                           "coalesce|now|interval|for|nulls|first|last|true|false)\\b"),
                            QRegularExpression::CaseInsensitiveOption),
         Role::AccentText, true},
        {QRegularExpression(QStringLiteral("\\b[0-9]+(\\.[0-9]+)?\\b")), Role::Warn, false},
        {QRegularExpression(QStringLiteral("(\\$[0-9]+|:[A-Za-z_]\\w*)")), Role::Warn, true},
        {QRegularExpression(QStringLiteral("'([^']|'')*'")), Role::Good, false},
        {QRegularExpression(QStringLiteral("--.*$")), Role::Muted, false},
    };
    return kRules;
}

} // namespace

SqlHighlighter::SqlHighlighter(QTextDocument* document, ThemeScope& scope)
    : QSyntaxHighlighter(document)
    , m_scope(scope) {
    connect(&scope, &ThemeScope::changed, this, &SqlHighlighter::rehighlight);
}

void SqlHighlighter::highlightBlock(const QString& text) {
    for (const Rule& rule : rules()) {
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

SqlEditor::SqlEditor(ThemeScope& scope, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_scope(scope) {
    setProperty("look", "code");
    setFont(monospaceFont());
    setStyleSheet(QStringLiteral("font-family: '%1';").arg(monospaceFont().family()));
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setAccessibleName(tr("SQL of the pattern"));
    new SqlHighlighter(document(), scope);
    connect(&scope, &ThemeScope::changed, this, &SqlEditor::markError);
}

void SqlEditor::setErrorPlace(int line, int column) {
    m_errorLine = line;
    m_errorColumn = column;
    markError();
}

void SqlEditor::markError() {
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

void SqlEditor::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers().testFlag(Qt::ControlModifier)) {
        emit applyRequested();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace shardscape::app
