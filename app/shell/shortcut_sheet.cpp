// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shortcut_sheet.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/theme/metrics.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

using Line = std::pair<QString, QString>;

QWidget* group(const QString& title, const QList<Line>& lines, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, kSpaceAround);
    grid->setVerticalSpacing(kSpaceTight);
    grid->setHorizontalSpacing(kSpaceAround);
    grid->addWidget(makeGroupLabel(title, box), 0, 0, 1, 2);
    int row = 1;
    for (const auto& [what, keys] : lines) {
        grid->addWidget(new QLabel(what, box), row, 0);
        grid->addWidget(makeLabel(keys, "muted", nullptr, box), row, 1, Qt::AlignRight);
        ++row;
    }
    return box;
}

} // namespace

ShortcutSheet::ShortcutSheet(const Actions& actions, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("shortcutSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard and mouse"));
    const std::pair<Menu, QString> titles[] = {{Menu::File, tr("File")}, {Menu::Edits, tr("Edit")},
                                               {Menu::View, tr("View")}, {Menu::Model, tr("Model")},
                                               {Menu::Run, tr("Run")},   {Menu::Help, tr("Help")}};
    auto* content = new QWidget(this);
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(kSpaceAround, kSpaceAround, kSpaceAround, 0);
    columns->setSpacing(40);
    QVBoxLayout* halves[2] = {new QVBoxLayout, new QVBoxLayout};
    int filled[2] = {0, 0};
    const auto add = [&](const QString& title, const QList<Line>& lines) {
        if (lines.isEmpty())
            return;
        const int half = filled[0] <= filled[1] ? 0 : 1;
        halves[half]->addWidget(group(title, lines, content));
        filled[half] += int(lines.size()) + 2;
    };
    for (const auto& [menu, title] : titles) {
        QList<Line> lines;
        for (const QAction* action : actions.all()) {
            if (actions.spec(action).menu != menu || action->shortcut().isEmpty())
                continue;
            QStringList keys;
            for (const QKeySequence& sequence : action->shortcuts())
                keys << sequence.toString(QKeySequence::NativeText);
            lines.append({actions.name(action), keys.join(tr(" or "))});
        }
        add(title, lines);
    }
    add(tr("Mouse on the canvas"), {{tr("Zoom at the pointer"), tr("Ctrl+wheel")},
                                    {tr("Pan"), tr("middle drag, Space+drag, wheel")},
                                    {tr("New entity"), tr("double-click on the ground")},
                                    {tr("Rename, edit a column"), tr("double-click on it")},
                                    {tr("Connect"), tr("drag from a column to a card")},
                                    {tr("Select several"), tr("drag on the ground; Shift or Ctrl adds")},
                                    {tr("Place off the grid"), tr("hold Alt while dragging")},
                                    {tr("Give up a gesture"), tr("Esc")}});
    for (QVBoxLayout* half : halves) {
        half->addStretch();
        columns->addLayout(half);
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    QPushButton* change = buttons->addButton(tr("&Change…"), QDialogButtonBox::ActionRole);
    connect(change, &QPushButton::clicked, this, [this, edit = actions.at(QStringLiteral("edit.shortcuts"))] {
        close();
        edit->trigger();
    });
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll);
    column->addWidget(buttons);
    resize(860, 640);
}

} // namespace shardscape::app
