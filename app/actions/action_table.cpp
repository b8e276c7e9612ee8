// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions/actions.h"

namespace shardscape::app {
namespace {

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
        {"file.new", Actions::tr("&New"), "new", keys(QKeySequence::New), Menu::File, false, false,
         Actions::tr("Start an empty project")},
        {"file.open", Actions::tr("&Open…"), "open", keys(QKeySequence::Open), Menu::File, false, false,
         Actions::tr("Open a project file")},
        {"file.import", Actions::tr("&Import…"), "import", keys({"Ctrl+Shift+I"}), Menu::File, false, false,
         Actions::tr("Make a project from a schema (SQL, DBML, Mermaid, Prisma …) and a workload")},
        {"file.workload",
         Actions::tr("Import a &workload…"),
         "import",
         {},
         Menu::File,
         false,
         false,
         Actions::tr("Add the patterns and figures of a workload file to this project")},
        {"file.welcome", Actions::tr("Welcome &page"), "home", keys({"Ctrl+Shift+H"}), Menu::File, false, false,
         Actions::tr("Samples, recent files, import")},
        {"file.reopen",
         Actions::tr("Reopen at &start"),
         {},
         {},
         Menu::File,
         false,
         true,
         Actions::tr("Begin with the project and the page of the last time")},
        {"save.save", Actions::tr("&Save"), "save", keys(QKeySequence::Save), Menu::File, false, false, {}},
        {"save.as", Actions::tr("Save &as…"), {}, keys({"Ctrl+Shift+S"}), Menu::File, false, false, {}},

        {"export.report", Actions::tr("Export &report…"), "export", keys({"Ctrl+Shift+E"}), Menu::File, false, false,
         Actions::tr("Write diagram, figures, charts, plans and problems as HTML, PDF or Markdown")},
        {"export.diagram",
         Actions::tr("Export &diagram…"),
         {},
         {},
         Menu::File,
         false,
         false,
         Actions::tr("Write the diagram as SVG, PNG, PDF, Mermaid or DBML")},
        {"export.workload",
         Actions::tr("Export wor&kload…"),
         {},
         {},
         Menu::File,
         false,
         false,
         Actions::tr("Write volumes, patterns and targets as annotated SQL, which can be imported again")},
        {"export.text",
         Actions::tr("Export as &text…"),
         {},
         {},
         Menu::File,
         false,
         false,
         Actions::tr("Write the whole project in its text form, to compare and to keep under version control")},

        {"quit.quit", Actions::tr("&Quit"), {}, keys({"Ctrl+Q"}), Menu::File, false, false, {}},

        {"history.undo", Actions::tr("&Undo"), "undo", keys({"Ctrl+Z"}), Menu::Edits, false, false, {}},
        {"history.redo", Actions::tr("&Redo"), "redo", redoKeys(), Menu::Edits, false, false, {}},

        {"palette.commands", Actions::tr("&Commands…"), "command", keys({"Ctrl+Shift+P"}), Menu::View, false, false,
         Actions::tr("Find any action by name")},
        {"panel.inspector", Actions::tr("&Inspector"), "panel-right", keys({"Ctrl+Alt+I"}), Menu::View, false, true,
         Actions::tr("Show or hide the panel on the right")},
        {"panel.bottom", Actions::tr("&Bottom panel"), "panel-bottom", keys({"Ctrl+J"}), Menu::View, false, true,
         Actions::tr("Show or hide problems, working, history and data")},
        {"panel.problems",
         Actions::tr("&Problems"),
         {},
         keys({"Ctrl+Shift+M"}),
         Menu::View,
         false,
         false,
         Actions::tr("Show the problems found")},
        {"panel.working",
         Actions::tr("&Working"),
         {},
         {},
         Menu::View,
         false,
         false,
         Actions::tr("Show how the last chosen number was computed")},
        {"panel.history",
         Actions::tr("&History"),
         {},
         {},
         Menu::View,
         false,
         false,
         Actions::tr("Show the steps taken; choose one to go back to it")},
        {"panel.data",
         Actions::tr("&Data"),
         {},
         {},
         Menu::View,
         false,
         false,
         Actions::tr("Show the table behind the chart")},
        {"theme.system",
         Actions::tr("As the &system"),
         {},
         {},
         Menu::View,
         false,
         true,
         Actions::tr("Light or dark as the system says")},
        {"theme.light", Actions::tr("&Light"), {}, {}, Menu::View, false, true, {}},
        {"theme.dark", Actions::tr("&Dark"), {}, {}, Menu::View, false, true, {}},
        {"theme.contrast",
         Actions::tr("High &contrast"),
         {},
         {},
         Menu::View,
         false,
         true,
         Actions::tr("The strongest difference between text and ground")},
        {"window.fullscreen", Actions::tr("&Full screen"), {}, keys({"F11"}), Menu::View, false, true, {}},

        {"edit.shortcuts", Actions::tr("&Shortcuts…"), "keyboard", keys({"Ctrl+K"}), Menu::Edits, false, false,
         Actions::tr("Choose the keys of any action")},

        {"help.shortcuts", Actions::tr("&Keyboard shortcuts"), "keyboard", keys({"F1"}), Menu::Help, false, false, {}},
        {"help.about", Actions::tr("&About Shardscape"), {}, {}, Menu::Help, false, false, {}},
    };
    for (const ActionSpec& spec : table)
        actions.add(spec);
    // A language is listed under its own name, for who cannot read the others.
    for (const Language::Choice& choice : Language::choices())
        actions.add({QStringLiteral("language.") + choice.code, choice.name, {}, {}, Menu::View, false, true, {}});
}

void addCanvasActions(Actions& actions) {
    const ActionSpec table[] = {
        {"select.all",
         Actions::tr("Select &all"),
         {},
         keys({"Ctrl+A"}),
         Menu::Edits,
         true,
         false,
         Actions::tr("Select every entity")},
        {"select.duplicate", Actions::tr("D&uplicate"), "duplicate", keys({"Ctrl+D"}), Menu::Edits, true, false,
         Actions::tr("Copy the selected entities")},
        {"select.delete", Actions::tr("&Delete"), "delete", keys({"Del", "Backspace"}), Menu::Edits, true, false,
         Actions::tr("Delete the selected entities or relationships")},
        {"select.rename",
         Actions::tr("Re&name"),
         {},
         keys({"F2", "Return", "Enter"}),
         Menu::Edits,
         true,
         false,
         Actions::tr("Edit the name in place")},
        {"find.find", Actions::tr("&Find…"), "find", keys(QKeySequence::Find), Menu::Edits, false, false,
         Actions::tr("Find entities and columns on the canvas")},

        {"zoom.in", Actions::tr("Zoom &in"), "zoom-in", keys({"Ctrl+=", "Ctrl++"}), Menu::View, true, false, {}},
        {"zoom.out", Actions::tr("Zoom &out"), "zoom-out", keys({"Ctrl+-"}), Menu::View, true, false, {}},
        {"zoom.actual", Actions::tr("&Actual size"), {}, keys({"Ctrl+0"}), Menu::View, true, false, {}},
        {"zoom.fit", Actions::tr("&Fit all"), "fit", keys({"Ctrl+Shift+0", "Home"}), Menu::View, true, false, {}},
        {"zoom.selection", Actions::tr("Fit &selection"), {}, keys({"F"}), Menu::View, true, false, {}},
        {"canvas.grid",
         Actions::tr("Snap to &grid"),
         {},
         {},
         Menu::View,
         false,
         true,
         Actions::tr("Cards land on the grid; hold Alt to place freely")},
        {"canvas.minimap", Actions::tr("&Minimap"), {}, {}, Menu::View, false, true, {}},
        {"canvas.outline", Actions::tr("&Outline"), "outline", keys({"Ctrl+Shift+O"}), Menu::View, false, true,
         Actions::tr("List of entities, columns and relationships beside the canvas")},

        {"model.entity", Actions::tr("Add &entity"), "plus", keys({"N"}), Menu::Model, true, false,
         Actions::tr("Draw a new entity")},
        {"model.column",
         Actions::tr("Add &column"),
         {},
         keys({"Ins"}),
         Menu::Model,
         true,
         false,
         Actions::tr("Add a column to the selected entity")},
        {"model.connect", Actions::tr("Co&nnect…"), "connect", keys({"C"}), Menu::Model, true, false,
         Actions::tr("Make the second selected entity refer to the first; or drag from a column to a card")},
        {"arrange.all", Actions::tr("&Arrange"), "arrange", keys({"Ctrl+Shift+L"}), Menu::Model, false, false,
         Actions::tr("Lay all cards out automatically")},
        {"arrange.selection",
         Actions::tr("Arrange se&lection"),
         {},
         {},
         Menu::Model,
         false,
         false,
         Actions::tr("Lay the selected cards out automatically, where they are")},
        {"arrange.straighten",
         Actions::tr("&Straighten lines"),
         {},
         {},
         Menu::Model,
         false,
         false,
         Actions::tr("Forget bends that were set by hand")},
    };
    for (const ActionSpec& spec : table)
        actions.add(spec);
}

} // namespace shardscape::app
