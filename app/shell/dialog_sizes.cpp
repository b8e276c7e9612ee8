// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/dialog_sizes.h"

#include <QChildEvent>
#include <QDialog>
#include <QScreen>
#include <QSettings>

namespace shardscape::app {

DialogSizes::DialogSizes(QWidget& window, QSettings& settings)
    : QObject(&window)
    , m_window(window)
    , m_settings(settings) {
    window.installEventFilter(this);
}

bool DialogSizes::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_window) {
        if (event->type() == QEvent::ChildAdded)
            if (QObject* child = static_cast<QChildEvent*>(event)->child(); child->isWidgetType() && child != this)
                child->installEventFilter(this);
        return false;
    }
    if (event->type() != QEvent::Show && event->type() != QEvent::Hide)
        return false;
    auto* dialog = qobject_cast<QDialog*>(watched);
    if (!dialog || event->spontaneous() || !dialog->property("keepsSize").toBool())
        return false;
    const QString key = QStringLiteral("dialogs/") + dialog->objectName();
    if (event->type() == QEvent::Hide) {
        m_settings.setValue(key, dialog->size());
        return false;
    }
    const QSize left = m_settings.value(key).toSize();
    if (left.isValid())
        dialog->resize(left.expandedTo(dialog->minimumSizeHint()).boundedTo(dialog->screen()->availableSize()));
    return false;
}

} // namespace shardscape::app
