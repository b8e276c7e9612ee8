// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSettings;
class QWidget;

namespace shardscape::app {

/// Dialogs open as large as they were left: each that is a child of the window and has the property "keepsSize", under
/// its object name in the settings ("dialogs/"). Never larger than the screen, never smaller than its contents need.
class DialogSizes : public QObject {
    Q_OBJECT
public:
    DialogSizes(QWidget& window, QSettings& settings);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_window;
    QSettings& m_settings;
};

} // namespace shardscape::app
