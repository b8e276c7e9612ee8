// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/access/sql_editor.h"

namespace shardscape::app {

const std::vector<CodeRule>& sqlRules() {
    static const std::vector<CodeRule> kRules = {
        {QRegularExpression(QStringLiteral("\\b(select|from|where|and|or|not|in|is|null|like|ilike|between|order|by|"
                                           "group|having|limit|offset|asc|"
                                           "desc|insert|into|values|update|set|delete|returning|on|conflict|do|nothing|"
                                           "join|left|right|full|inner|"
                                           "outer|cross|using|as|distinct|union|all|exists|case|when|then|else|end|"
                                           "with|count|sum|avg|min|max|any|"
                                           "coalesce|now|interval|for|nulls|first|last|true|false)\\b"),
                            QRegularExpression::CaseInsensitiveOption),
         Role::AccentText, true},
        {QRegularExpression(QStringLiteral("\\b[0-9]+(\\.[0-9]+)?\\b")), Role::Warn},
        {QRegularExpression(QStringLiteral("(\\$[0-9]+|:[A-Za-z_]\\w*)")), Role::Warn, true},
        {QRegularExpression(QStringLiteral("'([^']|'')*'")), Role::Good},
        {QRegularExpression(QStringLiteral("--.*$")), Role::Muted},
    };
    return kRules;
}

SqlEditor::SqlEditor(ThemeScope& scope, QWidget* parent)
    : CodeEditor(scope, sqlRules(), parent) {
    setAccessibleName(tr("SQL of the pattern"));
}

} // namespace shardscape::app
