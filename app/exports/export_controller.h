// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>
#include <QPointer>

#include "app/exports/slices.h"
#include "app/report/make_report.h"
#include "app/report/pictures.h"
#include "app/shell/main_window.h"

namespace shardscape::app {

/// What the window writes for others: reports, diagrams, workload, text form. Asks for the path with a dialog that does
/// not block; figures are computed in a job, pictures are drawn in slices, so that the window stays free. One export at
/// a time; it can be cancelled.
class ExportController : public QObject {
    Q_OBJECT
public:
    explicit ExportController(MainWindow& window);
    ~ExportController() override;

    /// The ending of the path says the form, as on the command line.
    void exportReport(const QString& path);
    void exportDiagram(const QString& path);
    void exportWorkload(const QString& path);
    void exportText(const QString& path);
    bool isBusy() const { return m_job || m_slices; }

signals:
    void exported(const QString& path);

private:
    /// "forms" are pairs of a name and an ending.
    void choose(const QString& title, const std::vector<std::pair<QString, QString>>& forms,
                void (ExportController::*write)(const QString&));
    void updateActions();
    bool begin(const QString& what);
    void cancel();
    void done(const QString& path, const model::Result<void>& result);
    void drawReport(std::shared_ptr<ReportNumbers> numbers, const QString& path);
    void writeFile(const QString& what, const QString& path, std::function<std::string()> text);
    void writeReportFile(std::shared_ptr<ReportNumbers> numbers, const QString& path);
    Workbench& workbench() const { return m_window.workbench(); }

    MainWindow& m_window;
    std::shared_ptr<JobState> m_job;
    QPointer<Slices> m_slices;
};

} // namespace shardscape::app
