// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <QDialog>

#include "app/shell/workbench.h"
#include "model/exchange/import/import.h"
#include "model/exchange/import/update_schema.h"

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace shardscape::app {

/// Brings the open project up to date with a schema that was read again: lists what would be added, changed and
/// removed, and what of the new version could not be read, before anything happens; then does all of it in one step.
/// What is the project's own stays (model/exchange/import/update_schema.h). Deletes itself when closed.
class UpdateDialog : public QDialog {
    Q_OBJECT
public:
    /// "source" is what people call the new version: a file's name.
    UpdateDialog(Workbench& workbench, model::Imported newer, std::string format, QString source, QWidget* parent);
    ~UpdateDialog() override;

private:
    struct Plan {
        ProjectPtr against;
        model::SchemaUpdate update;
    };
    void build();
    void plan();
    void show(const model::Result<std::shared_ptr<const Plan>>& plan);
    void update();

    Workbench& m_workbench;
    std::shared_ptr<const model::Imported> m_newer;
    std::string m_format;
    QString m_source;
    std::shared_ptr<JobState> m_job;
    std::shared_ptr<const Plan> m_plan;
    QListWidget* m_changes;
    QCheckBox* m_removals;
    QLabel* m_verdict;
    QPushButton* m_update;
};

} // namespace shardscape::app
