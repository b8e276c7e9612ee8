// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>

#include <QObject>
#include <QString>
#include <QStringList>

#include "app/document/document.h"
#include "model/exchange/import/samples.h"
#include "model/storage/project_file.h"

namespace shardscape::app {

/// The document's file: opening, saving, importing and recovery, without any dialog.
///
/// Every step of the document is in the journal beside the file before it is shown (a step that cannot be recorded is
/// refused). What a program that was killed left behind is brought back as steps that can be undone. Lives in the
/// window's thread.
class FileSession : public QObject {
    Q_OBJECT
public:
    /// "untitledFolder" is where the journals of documents without a file lie.
    FileSession(Document& document, QString untitledFolder, QObject* parent = nullptr);
    ~FileSession() override;

    /// Empty while the document has no file.
    QString path() const;
    /// The file's name, or the project's, or empty.
    QString title() const;
    QString untitledFolder() const { return m_untitledFolder; }

    model::Result<void> startEmpty();
    /// A document without a file that starts from the project. "worthSaving" makes it count as changed.
    model::Result<void> startFrom(model::Project project, bool worthSaving);
    model::Result<void> open(const QString& path);
    model::Result<void> save();
    model::Result<void> saveAs(const QString& path);
    /// Throws the last session's recovered edits away: back to the file.
    model::Result<void> discardRecovered();
    /// Forgets the journal, for closing without saving.
    void discard();

    /// The journals of untitled documents that a killed program left behind.
    QStringList abandoned() const;
    model::Result<void> openAbandoned(const QString& journal);
    /// Deletes one of them.
    model::Result<void> discardAbandoned(const QString& journal);

    /// How many steps of the last open() were recovered.
    int recoveredSteps() const { return m_recovered; }
    /// Something about the last open() worth telling, or empty.
    QString notice() const { return m_notice; }

    /// What files of schemas and workloads make: another project, or, when there is no schema among them, the given one
    /// with a workload.
    struct FromSql {
        model::Imported imported;
        bool anotherProject = true;
        std::string format; ///< of the schema (import_formats.h); empty without one
    };
    /// Imports files, told apart by what is in them: schemas of any format (model/exchange/import/import_formats.h),
    /// and workloads (SQL with "-- name:" blocks). A workload without a schema is for "open", the project that is being
    /// worked on. Pure.
    /// Errors: Io, Invalid without any schema to go by, those of the importers; Cancelled soon after the token wants
    /// it.
    static model::Result<FromSql> import(const QStringList& paths, const model::Project& open,
                                         std::stop_token stop = {});

signals:
    /// Another file, or another name.
    void titleChanged();

private:
    model::Result<void> adopt(model::ProjectFile::Opened opened);
    void attach(std::unique_ptr<model::ProjectFile> file);

    Document& m_document;
    QString m_untitledFolder;
    std::unique_ptr<model::ProjectFile> m_file;
    int m_recovered = 0;
    QString m_notice;
    bool m_replaying = false;
};

} // namespace shardscape::app
