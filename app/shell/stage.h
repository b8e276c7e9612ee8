// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QString>
#include <QWidget>

#include "app/shell/workbench.h"

namespace shardscape::app {

/// One page of the work: the widget in the middle of the window, with what it puts into the frame around it.
///
/// A stage is made once, when it is first shown, and lives as long as the window. It listens to the workbench's
/// document, selection and analysis, and should do nothing while hidden that it cannot do when shown (see activate()).
class Stage : public QWidget {
    Q_OBJECT
public:
    explicit Stage(Workbench& workbench, QWidget* parent = nullptr);

    Workbench& workbench() const { return m_workbench; }
    /// Shown as buttons at the right of the page's header, in this order; a QWidgetAction shows its widget. The action
    /// with property "primary" true is drawn as the main one.
    virtual QList<QAction*> headerActions() { return {}; }
    /// Shown on the right while the stage is; nullptr for none. The window takes ownership and adds scrolling.
    virtual QWidget* inspector() { return nullptr; }
    /// The stage came to the front: bring it up to date and take the focus.
    virtual void activate() {}
    /// This page takes the place of another one of the same stage, because the language changed: it takes over what
    /// must not get lost (a run that goes on, the place on the canvas). The other one is deleted after this.
    virtual void continueFrom(Stage&) {}
    /// The message bar, header and panels do not belong here (welcome page).
    virtual bool bare() const { return false; }

private:
    Workbench& m_workbench;
};

/// A line of the table of stages.
struct StageEntry {
    QString id;       ///< "entities"
    const char* name; ///< marked for translation in the context of Stage
    QString icon;     ///< resources/icons/<icon>.svg
    QKeySequence shortcut;
    std::function<Stage*(Workbench&)> make;
    /// Why the stage needs attention, one sentence, or empty; shown as a dot. May be null.
    std::function<QString(const Workbench&)> attention;
    bool inRail = true;

    QString title() const; ///< in the language of the window
};

/// All stages, in the order in which one thinks (the table is in stage_table.cpp: an explicit list, because objects
/// that register themselves in a static library are dropped by the linker).
std::vector<StageEntry> stageTable();

} // namespace shardscape::app
