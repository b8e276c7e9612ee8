// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions/actions.h"

#include <QCoreApplication>

namespace shardscape::app {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Actions", text);
}
QList<QKeySequence> keys(QKeySequence::StandardKey key) {
    return QKeySequence::keyBindings(key);
}
QList<QKeySequence> keys(std::initializer_list<const char*> sequences) {
    QList<QKeySequence> list;
    for (const char* sequence : sequences)
        list.append(QKeySequence(QLatin1String(sequence)));
    return list;
}
QList<QKeySequence> redoKeys() {
    // Both chords on every platform: people switch between programs.
    return keys({"Ctrl+Shift+Z", "Ctrl+Y"});
}

} // namespace

void addWindowActions(Actions& actions) {
    const ActionSpec table[] = {
        {"file.new", tr("&New"), "new", keys(QKeySequence::New), Menu::File, false, false,
         tr("Start an empty project")},
        {"file.open", tr("&Open…"), "open", keys(QKeySequence::Open), Menu::File, false, false,
         tr("Open a project file")},
        {"file.import", tr("&Import…"), "import", keys({"Ctrl+Shift+I"}), Menu::File, false, false,
         tr("Make a project from a schema (SQL, DBML, Mermaid, Prisma …) and a workload")},
        {"file.workload",
         tr("Import a &workload…"),
         "import",
         {},
         Menu::File,
         false,
         false,
         tr("Add the patterns and figures of a workload file to this project")},
        {"file.welcome", tr("Welcome &page"), "home", keys({"Ctrl+Shift+H"}), Menu::File, false, false,
         tr("Samples, recent files, import")},
        {"save.save", tr("&Save"), "save", keys(QKeySequence::Save), Menu::File, false, false, {}},
        {"save.as", tr("Save &as…"), {}, keys({"Ctrl+Shift+S"}), Menu::File, false, false, {}},

        {"export.report", tr("Export &report…"), "export", keys({"Ctrl+Shift+E"}), Menu::File, false, false,
         tr("Write diagram, figures, charts, plans and problems as HTML, PDF or Markdown")},
        {"export.diagram",
         tr("Export &diagram…"),
         {},
         {},
         Menu::File,
         false,
         false,
         tr("Write the diagram as SVG, PNG, PDF, Mermaid or DBML")},
        {"export.workload",
         tr("Export wor&kload…"),
         {},
         {},
         Menu::File,
         false,
         false,
         tr("Write volumes, patterns and targets as annotated SQL, which can be imported again")},
        {"export.text",
         tr("Export as &text…"),
         {},
         {},
         Menu::File,
         false,
         false,
         tr("Write the whole project in its text form, to compare and to keep under version control")},

        {"quit.quit", tr("&Quit"), {}, keys({"Ctrl+Q"}), Menu::File, false, false, {}},

        {"history.undo", tr("&Undo"), "undo", keys({"Ctrl+Z"}), Menu::Edits, false, false, {}},
        {"history.redo", tr("&Redo"), "redo", redoKeys(), Menu::Edits, false, false, {}},

        {"palette.commands", tr("&Commands…"), "command", keys({"Ctrl+Shift+P"}), Menu::View, false, false,
         tr("Find any action by name")},
        {"panel.inspector", tr("&Inspector"), "panel-right", keys({"Ctrl+Alt+I"}), Menu::View, false, true,
         tr("Show or hide the panel on the right")},
        {"panel.bottom", tr("&Bottom panel"), "panel-bottom", keys({"Ctrl+J"}), Menu::View, false, true,
         tr("Show or hide problems, working, history and data")},
        {"panel.problems",
         tr("&Problems"),
         {},
         keys({"Ctrl+Shift+M"}),
         Menu::View,
         false,
         false,
         tr("Show the problems found")},
        {"panel.working",
         tr("&Working"),
         {},
         {},
         Menu::View,
         false,
         false,
         tr("Show how the last chosen number was computed")},
        {"panel.history",
         tr("&History"),
         {},
         {},
         Menu::View,
         false,
         false,
         tr("Show the steps taken; choose one to go back to it")},
        {"panel.data", tr("&Data"), {}, {}, Menu::View, false, false, tr("Show the table behind the chart")},
        {"theme.system", tr("Theme: &system"), {}, {}, Menu::View, false, true, tr("Light or dark as the system says")},
        {"theme.light", tr("Theme: &light"), {}, {}, Menu::View, false, true, {}},
        {"theme.dark", tr("Theme: &dark"), {}, {}, Menu::View, false, true, {}},
        {"window.fullscreen", tr("&Full screen"), {}, keys({"F11"}), Menu::View, false, true, {}},

        {"help.shortcuts", tr("&Keyboard shortcuts"), "keyboard", keys({"F1"}), Menu::Help, false, false, {}},
        {"help.about", tr("&About Shardscape"), {}, {}, Menu::Help, false, false, {}},
    };
    for (const ActionSpec& spec : table)
        actions.add(spec);
}

void addCanvasActions(Actions& actions) {
    const ActionSpec table[] = {
        {"select.all", tr("Select &all"), {}, keys({"Ctrl+A"}), Menu::Edits, true, false, tr("Select every entity")},
        {"select.duplicate", tr("D&uplicate"), "duplicate", keys({"Ctrl+D"}), Menu::Edits, true, false,
         tr("Copy the selected entities")},
        {"select.delete", tr("&Delete"), "delete", keys({"Del", "Backspace"}), Menu::Edits, true, false,
         tr("Delete the selected entities or relationships")},
        {"select.rename",
         tr("Re&name"),
         {},
         keys({"F2", "Return", "Enter"}),
         Menu::Edits,
         true,
         false,
         tr("Edit the name in place")},
        {"find.find", tr("&Find…"), "find", keys(QKeySequence::Find), Menu::Edits, false, false,
         tr("Find entities and columns on the canvas")},

        {"zoom.in", tr("Zoom &in"), "zoom-in", keys({"Ctrl+=", "Ctrl++"}), Menu::View, true, false, {}},
        {"zoom.out", tr("Zoom &out"), "zoom-out", keys({"Ctrl+-"}), Menu::View, true, false, {}},
        {"zoom.actual", tr("&Actual size"), {}, keys({"Ctrl+0"}), Menu::View, true, false, {}},
        {"zoom.fit", tr("&Fit all"), "fit", keys({"Ctrl+Shift+0", "Home"}), Menu::View, true, false, {}},
        {"zoom.selection", tr("Fit &selection"), {}, keys({"F"}), Menu::View, true, false, {}},
        {"canvas.grid",
         tr("Snap to &grid"),
         {},
         {},
         Menu::View,
         false,
         true,
         tr("Cards land on the grid; hold Alt to place freely")},
        {"canvas.minimap", tr("&Minimap"), {}, {}, Menu::View, false, true, {}},
        {"canvas.outline", tr("&Outline"), "outline", keys({"Ctrl+Shift+O"}), Menu::View, false, true,
         tr("List of entities, columns and relationships beside the canvas")},

        {"model.entity", tr("Add &entity"), "plus", keys({"N"}), Menu::Model, true, false, tr("Draw a new entity")},
        {"model.column",
         tr("Add &column"),
         {},
         keys({"Ins"}),
         Menu::Model,
         true,
         false,
         tr("Add a column to the selected entity")},
        {"model.connect", tr("Co&nnect…"), "connect", keys({"C"}), Menu::Model, true, false,
         tr("Make the second selected entity refer to the first; or drag from a column to a card")},
        {"arrange.all", tr("&Arrange"), "arrange", keys({"Ctrl+Shift+L"}), Menu::Model, false, false,
         tr("Lay all cards out automatically")},
        {"arrange.selection",
         tr("Arrange se&lection"),
         {},
         {},
         Menu::Model,
         false,
         false,
         tr("Lay the selected cards out automatically, where they are")},
        {"arrange.straighten",
         tr("&Straighten lines"),
         {},
         {},
         Menu::Model,
         false,
         false,
         tr("Forget bends that were set by hand")},
    };
    for (const ActionSpec& spec : table)
        actions.add(spec);
}

} // namespace shardscape::app
