// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions/actions.h"

#include <algorithm>

#include <QMenu>

namespace shardscape::app {
namespace {

QString tooltip(const ActionSpec& spec, const QList<QKeySequence>& shortcuts) {
    QString text = spec.tip.isEmpty() ? withoutMnemonic(spec.text) : spec.tip;
    if (!shortcuts.isEmpty())
        text = Actions::tr("%1 (%2)", "tooltip with shortcut")
                   .arg(text, shortcuts.front().toString(QKeySequence::NativeText));
    return text;
}

/// True when one of them is, or begins with, the other, so that a program could not tell which is meant.
bool collide(const QKeySequence& one, const QKeySequence& other) {
    return one.matches(other) != QKeySequence::NoMatch || other.matches(one) != QKeySequence::NoMatch;
}

QObjectList pages(const QAction* action) {
    QObjectList list = action->associatedObjects();
    list.removeIf([](const QObject* object) { return qobject_cast<const QMenu*>(object) != nullptr; });
    return list;
}

/// True when both can have the focus at once: one is the window's, or both belong to a widget.
bool share(const QAction* one, const QAction* other) {
    if (one->shortcutContext() == Qt::WindowShortcut || other->shortcutContext() == Qt::WindowShortcut)
        return true;
    const QObjectList mine = pages(one);
    const QObjectList theirs = pages(other);
    return std::any_of(mine.begin(), mine.end(), [&](QObject* page) { return theirs.contains(page); });
}

} // namespace

QString groupTitle(const QString& id) {
    const QString group = id.section(QLatin1Char('.'), 0, 0);
    if (group == QLatin1String("theme"))
        return Actions::tr("&Theme");
    if (group == QLatin1String("language"))
        return Actions::tr("&Language");
    if (group == QLatin1String("notation"))
        return Actions::tr("&Notation");
    if (group == QLatin1String("layout"))
        return Actions::tr("La&yout");
    if (group == QLatin1String("diagram"))
        return Actions::tr("&Diagram");
    if (group == QLatin1String("group"))
        return Actions::tr("Grou&p");
    if (group == QLatin1String("align"))
        return Actions::tr("Ali&gn");
    return {};
}

bool isKept(const ActionSpec& spec) {
    const QString group = spec.id.section(QLatin1Char('.'), 0, 0);
    return spec.checkable && (group == QLatin1String("canvas") || group == QLatin1String("notation"));
}

Actions::Actions(QObject* parent)
    : QObject(parent) {}

QAction* Actions::add(const ActionSpec& spec) {
    QAction* action = find(spec.id);
    if (action) {
        m_specs[action].text = spec.text;
        m_specs[action].tip = spec.tip;
        action->setText(spec.text);
        action->setToolTip(tooltip(spec, action->shortcuts()));
        return action;
    }
    action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcuts(m_chosen.value(spec.id, spec.shortcuts));
    action->setShortcutContext(spec.onPage ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
    action->setCheckable(spec.checkable);
    action->setChecked(spec.checked);
    action->setToolTip(tooltip(spec, action->shortcuts()));
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

QString Actions::name(const QAction* action) const {
    const QString own = withoutMnemonic(spec(action).text).remove(QStringLiteral("…"));
    const QString group = withoutMnemonic(groupTitle(action->objectName()));
    return group.isEmpty() ? own : tr("%1: %2", "submenu: entry").arg(group, own);
}

void Actions::setShortcuts(QAction* action, const QList<QKeySequence>& shortcuts) {
    if (!m_specs.contains(action) || action->shortcuts() == shortcuts)
        return;
    const ActionSpec& described = spec(action);
    if (shortcuts == described.shortcuts)
        m_chosen.remove(described.id);
    else
        m_chosen.insert(described.id, shortcuts);
    action->setShortcuts(shortcuts);
    action->setToolTip(tooltip(described, shortcuts));
    emit shortcutsChanged(action);
}

void Actions::setChosenShortcuts(const Shortcuts& chosen) {
    m_chosen = chosen;
    for (QAction* action : m_order) {
        const QList<QKeySequence> wanted = chosen.value(action->objectName(), spec(action).shortcuts);
        if (action->shortcuts() == wanted)
            continue;
        action->setShortcuts(wanted);
        action->setToolTip(tooltip(spec(action), wanted));
        emit shortcutsChanged(action);
    }
}

QAction* Actions::holder(const QKeySequence& chord, const QAction* asking) const {
    for (QAction* action : m_order) {
        if (action == asking || !share(action, asking))
            continue;
        const QList<QKeySequence> theirs = action->shortcuts();
        if (std::any_of(theirs.begin(), theirs.end(), [&](const QKeySequence& one) { return collide(one, chord); }))
            return action;
    }
    return nullptr;
}

} // namespace shardscape::app
