// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "app/shell/workbench.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace shardscape::app {

/// Keeps the selected entities, or some columns of the selected one, as a template in the user's gallery. Deletes
/// itself when closed.
class KeepDialog : public QDialog {
    Q_OBJECT
public:
    /// "folder" is where the user's own pieces are.
    KeepDialog(Workbench& workbench, QString folder, QWidget* parent);

    /// Opens one for what is selected, or says what to select.
    static void ask(Workbench& workbench, QWidget* parent);

private:
    void keep();
    void update();

    Workbench& m_workbench;
    QString m_folder;
    QLineEdit* m_title;
    QLineEdit* m_about;
    QListWidget* m_columns; ///< hidden unless one entity is selected
    QLabel* m_effect;
    QPushButton* m_keep;
};

} // namespace shardscape::app
