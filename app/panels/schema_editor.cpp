// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/schema_editor.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>

#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

struct Rule {
    QRegularExpression pattern;
    Role role;
    bool bold;
};

const std::vector<Rule>& rules() {
    static const std::vector<Rule> kRules = {
        {QRegularExpression(
             QStringLiteral(
                 "\\b(create|table|type|enum|as|alter|only|add|constraint|primary|foreign|key|references|unique|"
                 "index|on|using|not|null|default|check|generated|always|by|identity|stored|cascade|restrict|"
                 "delete|update|set|no|action|desc|asc|where|comment|is|column|schema|partition|values|from|to|"
                 "ref|tablegroup|indexes|checks|note|pk|increment|project|tablepartial|collate|include|deferrable)\\b"),
             QRegularExpression::CaseInsensitiveOption),
         Role::AccentText, true},
        {QRegularExpression(QStringLiteral("\\b[0-9]+(\\.[0-9]+)?\\b")), Role::Warn, false},
        {QRegularExpression(QStringLiteral("'([^']|'')*'|`[^`]*`")), Role::Good, false},
        {QRegularExpression(QStringLiteral("(--|//).*$")), Role::Muted, false},
    };
    return kRules;
}

} // namespace

SchemaHighlighter::SchemaHighlighter(QTextDocument* document, ThemeScope& scope)
    : QSyntaxHighlighter(document)
    , m_scope(scope) {
    connect(&scope, &ThemeScope::changed, this, &SchemaHighlighter::rehighlight);
}

void SchemaHighlighter::highlightBlock(const QString& text) {
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

SchemaEditor::SchemaEditor(ThemeScope& scope, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_scope(scope) {
    setObjectName(QStringLiteral("schemaText"));
    setProperty("look", "code");
    setFont(monospaceFont());
    setStyleSheet(QStringLiteral("font-family: '%1';").arg(monospaceFont().family()));
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    new SchemaHighlighter(document(), scope);
    connect(&scope, &ThemeScope::changed, this, &SchemaEditor::mark);
}

void SchemaEditor::showText(const QString& text) {
    if (text == toPlainText())
        return;
    const int line = textCursor().blockNumber();
    const int top = verticalScrollBar()->value();
    setPlainText(text);
    if (const QTextBlock block = document()->findBlockByNumber(line); block.isValid())
        setTextCursor(QTextCursor(block));
    verticalScrollBar()->setValue(top);
}

void SchemaEditor::markLine(int line) {
    m_marked = line;
    mark();
}

void SchemaEditor::goToLine(int line) {
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    setTextCursor(QTextCursor(block));
    ensureCursorVisible();
}

void SchemaEditor::mark() {
    QList<QTextEdit::ExtraSelection> marks;
    const QTextBlock block = document()->findBlockByNumber(m_marked - 1);
    if (m_marked > 0 && block.isValid()) {
        QTextEdit::ExtraSelection line;
        QColor tint = m_scope.color(Role::Bad);
        tint.setAlphaF(0.12f);
        line.format.setBackground(tint);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        line.cursor = QTextCursor(block);
        marks << line;
    }
    setExtraSelections(marks);
}

void SchemaEditor::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers().testFlag(Qt::ControlModifier)) {
        emit applyRequested();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace shardscape::app
