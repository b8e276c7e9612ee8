// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/shell/workbench.h"

class QLabel;
class QPlainTextEdit;

namespace shardscape::app {

/// The native schema of the current layout, read-only: copy, export, and a jump to a structure.
class DdlPreview : public QWidget {
    Q_OBJECT
public:
    explicit DdlPreview(Workbench& workbench, QWidget* parent = nullptr);

    /// Writes the schema of the current layout anew; the reason when it cannot be written.
    void refresh();
    /// Brings the statement that creates the structure into view.
    void showStructure(const QString& structure);
    QString text() const;
    /// Asks for a file and writes it there.
    void exportToFile();
    /// Writes to a file; the reason when that fails.
    QString writeTo(const QString& file) const;

private:
    Workbench& m_workbench;
    QLabel* m_title;
    QPlainTextEdit* m_text;
    QString m_suffix;
    const void* m_shownProject = nullptr;
    model::LayoutId m_shownLayout;
};

} // namespace shardscape::app
