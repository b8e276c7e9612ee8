// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/file_session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include "model/exchange/import/import_formats.h"
#include "model/live/live.h"

namespace shardscape::app {
namespace {

using model::ErrorCode;
using model::fail;
using model::Project;
using model::Result;
using model::StepKind;

StepKind stepKind(Change::Kind kind) {
    switch (kind) {
    case Change::Kind::Undone: return StepKind::Undo;
    case Change::Kind::Redone: return StepKind::Redo;
    default: return StepKind::Edit;
    }
}

} // namespace

FileSession::FileSession(Document& document, QString untitledFolder, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_untitledFolder(std::move(untitledFolder)) {
    m_document.setRecorder([this](const Change& change) -> Result<void> {
        if (!m_file || m_replaying)
            return {};
        return m_file->append(*change.before, *change.after, change.label.toStdString(), stepKind(change.kind));
    });
}

FileSession::~FileSession() {
    m_document.setRecorder({});
}

QString FileSession::path() const {
    return m_file ? QString::fromStdString(m_file->path()) : QString();
}

QString FileSession::title() const {
    return path().isEmpty() ? QString::fromStdString(m_document.project()->name) : QFileInfo(path()).fileName();
}

void FileSession::attach(std::unique_ptr<model::ProjectFile> file) {
    m_file = std::move(file);
    m_recovered = 0;
    m_notice.clear();
}

Result<void> FileSession::startEmpty() {
    return startFrom(Project{}, false);
}

Result<void> FileSession::startFrom(Project project, bool worthSaving) {
    auto file = model::ProjectFile::untitled(m_untitledFolder.toStdString(), project);
    // Without a journal one can still work: it is said, and nothing else changes.
    attach(file ? std::move(*file) : nullptr);
    m_document.reset(std::move(project), !worthSaving);
    emit titleChanged();
    if (!file)
        return fail(file.error());
    return {};
}

Result<void> FileSession::adopt(model::ProjectFile::Opened opened) {
    attach(std::move(opened.file));
    m_notice = QString::fromStdString(opened.notice);
    m_document.reset(std::move(opened.saved));
    if (opened.recovery) {
        // The steps are in the journal already; they become steps of this document, so that they can be undone.
        m_replaying = true;
        for (model::RecoveredStep& step : opened.recovery->steps)
            if (m_document.apply(QString::fromStdString(step.label),
                                 [&step](const Project&) -> Result<Project> { return step.after; }))
                ++m_recovered;
        m_replaying = false;
    }
    emit titleChanged();
    return {};
}

Result<void> FileSession::open(const QString& path) {
    if (!this->path().isEmpty() && QFileInfo(path) == QFileInfo(this->path()))
        m_file.reset(); // its lock is our own
    auto opened = model::ProjectFile::open(QFileInfo(path).absoluteFilePath().toStdString());
    if (!opened)
        return fail(opened.error());
    return adopt(std::move(*opened));
}

Result<void> FileSession::save() {
    if (!m_file || m_file->path().empty())
        return fail(ErrorCode::Invalid, "The project has no file yet", "Choose one with Save as");
    Result<void> done = m_file->save(*m_document.project());
    if (done)
        m_document.markClean();
    return done;
}

Result<void> FileSession::saveAs(const QString& path) {
    if (!this->path().isEmpty() && QFileInfo(path) == QFileInfo(this->path()))
        return save();
    auto file = model::ProjectFile::create(QFileInfo(path).absoluteFilePath().toStdString(), *m_document.project());
    if (!file)
        return fail(file.error());
    // What the old journal holds is in the new file now.
    discard();
    attach(std::move(*file));
    m_document.markClean();
    emit titleChanged();
    return {};
}

Result<void> FileSession::discardRecovered() {
    if (!m_file)
        return {};
    Result<void> done = m_file->discard();
    if (done) {
        m_recovered = 0;
        // Back to what was saved, which is where this document's history begins.
        m_replaying = true;
        m_document.jump(0);
        m_document.reset(Project(*m_document.project()));
        m_replaying = false;
    }
    return done;
}

void FileSession::discard() {
    if (m_file)
        (void)m_file->discard();
}

QStringList FileSession::abandoned() const {
    QStringList list;
    for (const std::string& journal : model::ProjectFile::abandoned(m_untitledFolder.toStdString()))
        list << QString::fromStdString(journal);
    return list;
}

Result<void> FileSession::openAbandoned(const QString& journal) {
    auto opened = model::ProjectFile::openAbandoned(journal.toStdString());
    if (!opened)
        return fail(opened.error());
    return adopt(std::move(*opened));
}

Result<void> FileSession::discardAbandoned(const QString& journal) {
    auto opened = model::ProjectFile::openAbandoned(journal.toStdString());
    return opened ? opened->file->discard() : fail(opened.error());
}

Result<FileSession::FromSql> FileSession::import(const QStringList& paths, const model::Project& open,
                                                 std::stop_token stop) {
    static const QRegularExpression kPattern(QStringLiteral("^\\s*--\\s*(name|table|engine|requirement)\\s*:"),
                                             QRegularExpression::MultilineOption);
    static const QRegularExpression kTable(QStringLiteral("^\\s*CREATE\\s+(UNLOGGED\\s+|FOREIGN\\s+)?TABLE\\b"),
                                           QRegularExpression::MultilineOption |
                                               QRegularExpression::CaseInsensitiveOption);
    std::vector<model::ImportSource> schemas;
    std::vector<model::ImportSource> workloads;
    QString database;
    for (const QString& path : paths) {
        if (model::isDatabaseFile(path.toStdString())) {
            database = path;
            continue;
        }
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail({ErrorCode::Io, file.errorString().toStdString(),
                         "Check that the file is there and can be read", path.toStdString(), 0, 0});
        QByteArray bytes;
        while (!stop.stop_requested() && !file.atEnd())
            bytes += file.read(qint64(16) << 20);
        if (stop.stop_requested())
            return fail(model::importStopped());
        const QString text = QString::fromUtf8(bytes);
        const bool workload = path.endsWith(QLatin1String(".sql"), Qt::CaseInsensitive) &&
                              kPattern.match(text).hasMatch() && !kTable.match(text).hasMatch();
        (workload ? workloads : schemas).push_back({path.toStdString(), bytes.toStdString()});
    }
    FromSql made;
    made.anotherProject = !schemas.empty() || !database.isEmpty();
    if (!database.isEmpty() && schemas.empty()) {
        Result<model::Imported> schema = model::importLive("sqlite", database.toStdString());
        if (!schema)
            return fail(schema.error());
        made.imported = std::move(*schema);
        made.format = "sqlite";
    } else if (schemas.empty()) {
        if (open.entities.empty())
            return fail(ErrorCode::Invalid, "There is no schema among the files",
                        "Choose the file with the CREATE TABLE statements too");
        made.imported.project = open;
    } else {
        Result<model::Imported> schema = model::importSchema(schemas, {}, stop);
        if (!schema)
            return fail(schema.error());
        made.imported = std::move(*schema);
        if (const auto format = model::recogniseImport(schemas.front()))
            made.format = (*format)->name;
    }
    for (const model::ImportSource& workload : workloads) {
        if (stop.stop_requested())
            return fail(model::importStopped());
        Result<model::Imported> next = model::importWorkload(made.imported.project, workload);
        if (!next)
            return fail(next.error());
        made.imported.diagnostics.insert(made.imported.diagnostics.end(), next->diagnostics.begin(),
                                         next->diagnostics.end());
        made.imported.project = std::move(next->project);
    }
    if (made.imported.project.name.empty())
        made.imported.project.name = QFileInfo(paths.front()).completeBaseName().toStdString();
    return made;
}

} // namespace shardscape::app
