// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/change_list.h"

#include <algorithm>

#include <QCoreApplication>
#include <QListWidget>

#include "app/theme/sentences.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

constexpr int kLineRole = Qt::UserRole + 1;

} // namespace

int ChangeList::lineOf(const QListWidgetItem& item) {
    return item.data(kLineRole).toInt();
}

void ChangeList::add(const QString& text, Role role, int line) {
    auto* item = new QListWidgetItem(text, &m_list);
    item->setData(kLineRole, line);
    item->setForeground(m_theme.color(role));
    item->setToolTip(plainToolTip(text));
}

void ChangeList::addChanges(const std::vector<std::string>& sentences) {
    for (const std::string& change : sentences) {
        const bool added = change.ends_with(" added");
        const bool removed = change.ends_with(" removed");
        add((added     ? QStringLiteral("+ ")
             : removed ? QStringLiteral("− ")
                       : QStringLiteral("~ ")) +
                said(change),
            added     ? Role::Good
            : removed ? Role::Bad
                      : Role::Text);
    }
}

int ChangeList::addNote(const model::Diagnostic& note) {
    const bool error = note.severity == model::Severity::Error;
    const QString message = said(note.message);
    const QString advice = said(note.advice);
    add((error ? QStringLiteral("● ") : QStringLiteral("▲ ")) +
            (note.line > 0
                 ? QCoreApplication::translate("shardscape::app::ChangeList", "Line %1: %2").arg(note.line).arg(message)
                 : message) +
            (advice.isEmpty() ? QString() : QStringLiteral(". ") + advice),
        error ? Role::Bad : Role::Warn, note.line);
    return error ? std::max(1, note.line) : 0;
}

int ChangeList::addNotes(const model::Diagnostics& notes) {
    int wrong = 0;
    for (const model::Diagnostic& note : notes)
        if (note.severity != model::Severity::Info) {
            const int line = addNote(note);
            wrong = wrong == 0 ? line : wrong;
        }
    return wrong;
}

} // namespace shardscape::app
