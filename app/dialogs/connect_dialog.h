// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QDialog>
#include <QSettings>

#include "app/shell/workbench.h"
#include "model/exchange/import/import.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace shardscape::app {

/// Where a database is and who asks, as the user typed it.
struct DatabaseAddress {
    enum Kind { PostgreSql, MySql, Sqlite };
    Kind kind = PostgreSql;
    QString host; ///< a name, an address, or the folder (PostgreSQL) or file (MySQL) of a socket; empty = this machine
    QString port; ///< empty = the usual one
    QString database; ///< its name; the file for SQLite
    QString user;
    QString password;

    /// For model::importLive.
    std::string kindName() const;
    std::string connection() const;
};

/// Reads a running database into a new project: asks where it is, reads in the background, can be given up. What was
/// typed is kept for the next time, except the password, which is kept nowhere. Deletes itself when closed.
class ConnectDialog : public QDialog {
    Q_OBJECT
public:
    using Reader =
        std::function<model::Result<model::Imported>(const std::string& kind, const std::string& connection)>;

    /// The reader is model::importLive, or a test's own; it runs in another thread.
    ConnectDialog(Workbench& workbench, QSettings& settings, Reader reader, QWidget* parent);
    ~ConnectDialog() override;

    DatabaseAddress address() const;

signals:
    /// What was read; the dialog closes.
    void imported(const shardscape::model::Imported& imported);

private:
    void build();
    void showKind();
    void read();
    void finished(const model::Result<model::Imported>& result);
    void showRunning(bool running);
    void chooseFile();

    Workbench& m_workbench;
    QSettings& m_settings;
    Reader m_reader;
    std::shared_ptr<JobState> m_job;
    QFormLayout* m_rows;
    QComboBox* m_kind;
    QLineEdit* m_host;
    QLineEdit* m_port;
    QLineEdit* m_database;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QPushButton* m_browse;
    QProgressBar* m_progress;
    QLabel* m_verdict;
    QPushButton* m_read;
};

} // namespace shardscape::app
