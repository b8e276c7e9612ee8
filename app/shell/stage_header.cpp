// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/stage_header.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QWidgetAction>

#include "app/actions/actions.h"
#include "app/theme/metrics.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

QString plain(const QAction* action) {
    return withoutMnemonic(action->text());
}

/// A button that shows an action: its text, its shortcut for those who read, and its state.
QPushButton* button(QAction* action, QWidget* parent) {
    auto* shown = new QPushButton(parent);
    shown->setObjectName(QStringLiteral("header.") + action->objectName());
    shown->setProperty("look", action->property("primary").toBool() ? "primary" : "plain");
    const auto sync = [shown, action] {
        shown->setText(plain(action));
        shown->setToolTip(action->toolTip());
        shown->setEnabled(action->isEnabled());
        shown->setVisible(action->isVisible());
        shown->setCheckable(action->isCheckable());
        shown->setChecked(action->isChecked());
    };
    sync();
    QObject::connect(action, &QAction::changed, shown, sync);
    if (action->menu())
        shown->setMenu(action->menu());
    else
        QObject::connect(shown, &QPushButton::clicked, action, &QAction::trigger);
    return shown;
}

} // namespace

StageHeader::StageHeader(QWidget* parent)
    : QFrame(parent)
    , m_title(makeLabel({}, nullptr, "title", this))
    , m_row(new QHBoxLayout(this)) {
    setObjectName(QStringLiteral("stageHeader"));
    setProperty("look", "header");
    setFixedHeight(52);
    m_title->setFont(textFont(TextSize::Title, true));
    m_row->setContentsMargins(kSpaceAround, 0, kSpaceAround, 0);
    m_row->addWidget(m_title);
    m_row->addStretch();
}

void StageHeader::setPage(const QString& title, const QList<QAction*>& actions) {
    m_title->setText(title);
    delete m_buttons;
    m_buttons = new QWidget(this);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpaceInside);
    for (QAction* action : actions) {
        if (auto* holder = qobject_cast<QWidgetAction*>(action))
            row->addWidget(holder->requestWidget(m_buttons));
        else
            row->addWidget(button(action, m_buttons));
    }
    m_row->addWidget(m_buttons);
}

} // namespace shardscape::app
