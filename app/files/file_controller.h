// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QFileSystemWatcher>
#include <QObject>

#include "app/files/file_session.h"
#include "app/shell/main_window.h"

namespace shardscape::app {

/// The file actions of a window: asks for paths, asks before changes are lost, keeps the list of recent files, watches
/// the file on disk. No dialog blocks: each one opens and acts when it is answered.
class FileController : public QObject {
    Q_OBJECT
public:
    FileController(MainWindow& window, FileSession& session);

    /// What a path on the command line, a drop or a recent file means: a project is opened, a schema of any format is
    /// imported.
    void openPaths(const QStringList& paths);
    void openSample(const QString& folder);
    /// At start: the project and the page of the last time, if the user wants that, and what a killed program left
    /// behind.
    void restoreSession();
    /// Offers what was drawn without a file when a program was killed, until it is brought back or discarded.
    void offerRecovery();

private:
    /// Calls "go" at once when nothing would be lost, else after the user chose to save or to discard.
    void unlessUnsaved(const std::function<void()>& go);
    void chooseAndOpen();
    void chooseAndImport();
    void openProject(const QString& path);
    void chooseAndImportWorkload();
    void connectToDatabase();
    void chooseAndUpdate();
    void updateFromDatabase();
    /// Lists what the newer version changes, and applies it when the user says so.
    void showUpdate(const model::Imported& newer, const std::string& format, const QString& source);
    void importFiles(const QStringList& paths);
    void imported(const ProjectPtr& base, FileSession::FromSql made, const QStringList& paths);
    /// Tells what the import left out, with the whole list one click away.
    void tellNotes(const model::Diagnostics& notes);
    void save(const std::function<void()>& then = {});
    void saveAs(const std::function<void()>& then = {});
    void report(const model::Result<void>& result);
    void opened();
    void remember(const QString& path);
    void watch();
    QString lastFolder() const;

    MainWindow& m_window;
    FileSession& m_session;
    QFileSystemWatcher m_watcher;
    QDateTime m_savedAt;
    bool m_closing = false;
};

} // namespace shardscape::app
