// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "app/theme/theme_scope.h"
#include "model/base/diagnostic.h"

class QListWidget;
class QListWidgetItem;

namespace shardscape::app {

/// Lines that tell what an edit would do before it is made: "+ added", "− removed", "~ changed", "▲" what is
/// simplified, "●" what is wrong. The sign says the kind, and the colour says it again.
class ChangeList {
public:
    ChangeList(QListWidget& list, const ThemeScope& theme)
        : m_list(list)
        , m_theme(theme) {}

    /// Sentences of model::Diff, each with its sign.
    void addChanges(const std::vector<std::string>& sentences);
    /// What a reading could not take over, or not completely; notes without consequence are left out. Returns the first
    /// line of the text with an error, 0 without any.
    int addNotes(const model::Diagnostics& notes);
    int addNote(const model::Diagnostic& note);
    /// The line of the text that an entry is about; 0 is none.
    static int lineOf(const QListWidgetItem& item);

private:
    void add(const QString& text, Role role, int line = 0);

    QListWidget& m_list;
    const ThemeScope& m_theme;
};

} // namespace shardscape::app
