// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "app/actions/actions.h"

namespace shardscape::app {

/// Every shortcut there is, by menu, and what the mouse does on the canvas. Deletes itself when closed.
class ShortcutSheet : public QDialog {
    Q_OBJECT
public:
    ShortcutSheet(const Actions& actions, QWidget* parent);
};

} // namespace shardscape::app
