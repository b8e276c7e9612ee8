// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/schema_editor.h"

#include <QScrollBar>
#include <QTextBlock>

namespace shardscape::app {
namespace {

/// Words, types, names in quotes, numbers and comments of DBML and of SQL definitions.
const std::vector<CodeRule>& schemaRules() {
    static const std::vector<CodeRule> kRules = {
        {QRegularExpression(
             QStringLiteral(
                 "\\b(create|table|type|enum|as|alter|only|add|constraint|primary|foreign|key|references|unique|"
                 "index|on|using|not|null|default|check|generated|always|by|identity|stored|cascade|restrict|"
                 "delete|update|set|no|action|desc|asc|where|comment|is|column|schema|partition|values|from|to|"
                 "ref|tablegroup|indexes|checks|note|pk|increment|project|tablepartial|collate|include|deferrable)\\b"),
             QRegularExpression::CaseInsensitiveOption),
         Role::AccentText, true},
        {QRegularExpression(QStringLiteral("\\b[0-9]+(\\.[0-9]+)?\\b")), Role::Warn},
        {QRegularExpression(QStringLiteral("'([^']|'')*'|`[^`]*`")), Role::Good},
        {QRegularExpression(QStringLiteral("(--|//).*$")), Role::Muted},
    };
    return kRules;
}

} // namespace

SchemaEditor::SchemaEditor(ThemeScope& scope, QWidget* parent)
    : CodeEditor(scope, schemaRules(), parent) {
    setObjectName(QStringLiteral("schemaText"));
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

void SchemaEditor::goToLine(int line) {
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    setTextCursor(QTextCursor(block));
    ensureCursorVisible();
}

} // namespace shardscape::app
