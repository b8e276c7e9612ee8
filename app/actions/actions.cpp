// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions/actions.h"

namespace shardscape::app {
namespace {

QString tooltip(const ActionSpec& spec) {
    QString text = spec.tip;
    if (text.isEmpty()) {
        text = spec.text;
        text.remove(QLatin1Char('&'));
    }
    if (!spec.shortcuts.isEmpty())
        text += QStringLiteral(" (%1)").arg(spec.shortcuts.front().toString(QKeySequence::NativeText));
    return text;
}

} // namespace

Actions::Actions(QObject* parent)
    : QObject(parent) {}

QAction* Actions::add(const ActionSpec& spec) {
    if (QAction* there = find(spec.id))
        return there;
    auto* action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcuts(spec.shortcuts);
    action->setShortcutContext(spec.onPage ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
    action->setCheckable(spec.checkable);
    action->setToolTip(tooltip(spec));
    m_byId.insert(spec.id, action);
    m_specs.insert(action, spec);
    m_order.append(action);
    emit added(action);
    return action;
}

QAction* Actions::find(const QString& id) const {
    return m_byId.value(id);
}

QAction* Actions::at(const QString& id) const {
    QAction* action = find(id);
    Q_ASSERT_X(action, "Actions::at", qPrintable(id));
    return action;
}

const ActionSpec& Actions::spec(const QAction* action) const {
    static const ActionSpec kNone;
    const auto at = m_specs.constFind(action);
    return at == m_specs.constEnd() ? kNone : *at;
}

} // namespace shardscape::app
