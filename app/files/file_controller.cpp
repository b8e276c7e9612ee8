// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/file_controller.h"

#include <algorithm>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include "app/dialogs/connect_dialog.h"
#include "app/dialogs/update_dialog.h"
#include "app/shell/message_bar.h"
#include "app/theme/sentences.h"
#include "model/exchange/import/import_formats.h"
#include "model/live/live.h"

namespace shardscape::app {
namespace {

constexpr int kMostRecent = 8;

QString projectFilter() {
    return FileController::tr("Shardscape projects (*.shardscape)");
}

/// Every format of schemas at once, then one by one.
QString schemaFilter() {
    QStringList all;
    QStringList each;
    for (const model::ImportFormat& format : model::importFormats()) {
        QStringList patterns;
        for (const std::string& extension : format.extensions)
            patterns << QStringLiteral("*.%1").arg(QString::fromStdString(extension));
        each << QStringLiteral("%1 (%2)").arg(said(format.title), patterns.join(QLatin1Char(' ')));
        all << patterns;
    }
    all.removeDuplicates();
    each.prepend(FileController::tr("Schemas (%1)").arg(all.join(QLatin1Char(' '))));
    each << FileController::tr("All files (*)");
    return each.join(QStringLiteral(";;"));
}

QString severityWord(model::Severity severity) {
    switch (severity) {
    case model::Severity::Error: return FileController::tr("● left out");
    case model::Severity::Warning: return FileController::tr("▲ simplified");
    case model::Severity::Info: return FileController::tr("○ not needed");
    }
    return {};
}

/// Everything that an import did not take over, as a table; the gravest first, else in the order of the files.
DataTable notesTable(model::Diagnostics notes) {
    std::stable_sort(notes.begin(), notes.end(), [](const model::Diagnostic& a, const model::Diagnostic& b) {
        return static_cast<int>(a.severity) > static_cast<int>(b.severity);
    });
    DataTable table;
    table.title = FileController::tr("Import notes");
    table.summary = FileController::tr("what the files say and the model does not hold");
    table.columns = {FileController::tr("What"), FileController::tr("File"), FileController::tr("Line"),
                     FileController::tr("Note")};
    table.textColumns = {0, 1, 3};
    for (const model::Diagnostic& note : notes)
        table.rows.push_back({severityWord(note.severity), QFileInfo(QString::fromStdString(note.file)).fileName(),
                              note.line > 0 ? QString::number(note.line) : QString(),
                              said(model::Error{{}, note.message, note.advice, {}, 0, 0})});
    return table;
}

} // namespace

FileController::FileController(MainWindow& window, FileSession& session)
    : QObject(&window)
    , m_window(window)
    , m_session(session) {
    Workbench& workbench = window.workbench();
    const auto on = [&](const char* id, auto slot) {
        connect(workbench.actions().at(QString::fromLatin1(id)), &QAction::triggered, this, slot);
    };
    on("file.new", [this] {
        unlessUnsaved([this] {
            report(m_session.startEmpty());
            opened();
        });
    });
    on("file.open", [this] { unlessUnsaved([this] { chooseAndOpen(); }); });
    on("file.import", [this] { chooseAndImport(); });
    on("file.connect", [this] { connectToDatabase(); });
    on("file.update", [this] { chooseAndUpdate(); });
    on("file.updateLive", [this] { updateFromDatabase(); });
    on("file.workload", [this] { chooseAndImportWorkload(); });
    on("save.save", [this] { save(); });
    on("save.as", [this] { saveAs(); });
    connect(&window, &MainWindow::filesDropped, this, &FileController::openPaths);
    connect(&workbench, &Workbench::openRequested, this, [this](const QString& path) { openPaths({path}); });
    connect(&workbench, &Workbench::sampleRequested, this, &FileController::openSample);
    connect(&session, &FileSession::titleChanged, this, [this] {
        m_window.setDocumentTitle(m_session.title());
        m_window.settings().setValue(QStringLiteral("session/file"), m_session.path());
        watch();
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this](const QString& path) {
        const QFileInfo file(path);
        if (file.lastModified() == m_savedAt)
            return watch();
        m_window.workbench().showMessage(
            file.exists() ? tr("%1 was changed by another program.").arg(file.fileName())
                          : tr("%1 is no longer there. Save to write it again.").arg(file.fileName()),
            file.exists()
                ? MessageAction{tr("Reload"), [this, path] { unlessUnsaved([this, path] { openProject(path); }); }}
                : MessageAction{});
        watch();
    });
    window.setCloseGuard([this] {
        if (m_closing || m_window.workbench().document().isClean()) {
            m_window.settings().setValue(QStringLiteral("session/stage"), m_window.currentStage());
            m_session.discard();
            return true;
        }
        unlessUnsaved([this] {
            m_closing = true;
            m_window.close();
        });
        return false;
    });
    QAction* reopen = workbench.actions().at(QStringLiteral("file.reopen"));
    reopen->setChecked(window.settings().value(QStringLiteral("session/reopen"), true).toBool());
    connect(reopen, &QAction::toggled, this,
            [this](bool wanted) { m_window.settings().setValue(QStringLiteral("session/reopen"), wanted); });
    connect(&workbench, &Workbench::recentFilesChanged, this, [this] {
        m_window.settings().setValue(QStringLiteral("recent/files"), m_window.workbench().recentFiles());
    });
    workbench.setRecentFiles(window.settings().value(QStringLiteral("recent/files")).toStringList());
}

QString FileController::lastFolder() const {
    return m_window.settings().value(QStringLiteral("recent/folder"), QDir::homePath()).toString();
}

void FileController::unlessUnsaved(const std::function<void()>& go) {
    if (m_window.workbench().document().isClean()) {
        go();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Unsaved changes"),
                                tr("%1 has changes that are not saved.")
                                    .arg(m_session.title().isEmpty() ? tr("The project") : m_session.title()),
                                QMessageBox::NoButton, &m_window);
    box->setObjectName(QStringLiteral("unsavedBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* keep = box->addButton(tr("&Save"), QMessageBox::AcceptRole);
    QPushButton* lose = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(keep);
    connect(keep, &QPushButton::clicked, this, [this, go] { save(go); });
    connect(lose, &QPushButton::clicked, this, [this, go] {
        m_session.discard();
        go();
    });
    box->open();
}

void FileController::chooseAndOpen() {
    auto* dialog = new QFileDialog(&m_window, tr("Open project"), lastFolder(), projectFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FileController::openProject);
    dialog->open();
}

void FileController::chooseAndImport() {
    auto* dialog =
        new QFileDialog(&m_window, tr("Import a schema, and a workload if there is one"), lastFolder(), schemaFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &FileController::importFiles);
    dialog->open();
}

void FileController::chooseAndImportWorkload() {
    if (m_window.workbench().project()->entities.empty())
        return m_window.workbench().showMessage(
            tr("A workload says how often the statements of a schema run: import the schema first."),
            {tr("Import…"), [this] { chooseAndImport(); }});
    auto* dialog = new QFileDialog(&m_window, tr("Import a workload"), lastFolder(), tr("SQL (*.sql);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::filesSelected, this, &FileController::importFiles);
    dialog->open();
}

void FileController::connectToDatabase() {
    auto* dialog = new ConnectDialog(m_window.workbench(), m_window.settings(), &model::importLive, &m_window);
    connect(dialog, &ConnectDialog::imported, this, [this](const model::Imported& made) {
        unlessUnsaved([this, project = made.project, notes = made.diagnostics] {
            report(m_session.startFrom(project, true));
            opened();
            tellNotes(notes);
        });
    });
    dialog->open();
}

void FileController::chooseAndUpdate() {
    auto* dialog =
        new QFileDialog(&m_window, tr("Update this project from a newer schema"), lastFolder(), schemaFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        m_window.settings().setValue(QStringLiteral("recent/folder"), QFileInfo(paths.front()).absolutePath());
        const auto job = m_window.workbench().jobs().start<FileSession::FromSql>(
            tr("Reading %1").arg(QFileInfo(paths.front()).fileName()),
            [paths](JobState& state) { return FileSession::import(paths, model::Project(), state.token()); }, this,
            [this, paths](const model::Result<FileSession::FromSql>& made) {
                if (made)
                    showUpdate(made->imported, made->format, QFileInfo(paths.front()).fileName());
                else
                    m_window.workbench().showError(made.error());
            });
        job->offer();
    });
    dialog->open();
}

void FileController::updateFromDatabase() {
    auto* dialog = new ConnectDialog(m_window.workbench(), m_window.settings(), &model::importLive, &m_window);
    connect(dialog, &ConnectDialog::imported, this, [this, dialog](const model::Imported& made) {
        const DatabaseAddress address = dialog->address();
        showUpdate(made, address.kindName(), QFileInfo(address.database).fileName());
    });
    dialog->open();
}

void FileController::showUpdate(const model::Imported& newer, const std::string& format, const QString& source) {
    (new UpdateDialog(m_window.workbench(), newer, format, source, &m_window))->open();
}

void FileController::openPaths(const QStringList& paths) {
    if (paths.isEmpty())
        return;
    if (std::all_of(paths.begin(), paths.end(), [](const QString& path) {
            return model::isImportable(path.toStdString()) || model::isDatabaseFile(path.toStdString());
        }))
        importFiles(paths);
    else
        unlessUnsaved([this, path = paths.front()] { openProject(path); });
}

void FileController::openProject(const QString& path) {
    const model::Result<void> done = m_session.open(path);
    report(done);
    if (!done) {
        QStringList recent = m_window.workbench().recentFiles();
        if (done.error().code == model::ErrorCode::NotFound && recent.removeAll(path) > 0)
            m_window.workbench().setRecentFiles(recent);
        return;
    }
    remember(path);
    opened();
    if (m_session.recoveredSteps() > 0)
        m_window.workbench().showMessage(
            tr("Edits that were not saved have been brought back: %n.", nullptr, m_session.recoveredSteps()),
            {tr("Discard them"), [this] { report(m_session.discardRecovered()); }});
    else if (!m_session.notice().isEmpty())
        m_window.workbench().showMessage(m_session.notice());
}

void FileController::importFiles(const QStringList& paths) {
    m_window.settings().setValue(QStringLiteral("recent/folder"), QFileInfo(paths.front()).absolutePath());
    const ProjectPtr base = m_window.workbench().project();
    const auto job = m_window.workbench().jobs().start<FileSession::FromSql>(
        tr("Importing"), [paths, base](JobState& state) { return FileSession::import(paths, *base, state.token()); },
        this,
        [this, base, paths](model::Result<FileSession::FromSql> made) {
            if (made)
                imported(base, std::move(*made), paths);
            else
                m_window.workbench().showError(made.error());
        });
    job->offer();
}

void FileController::imported(const ProjectPtr& base, FileSession::FromSql made, const QStringList& paths) {
    Workbench& workbench = m_window.workbench();
    if (made.anotherProject)
        return unlessUnsaved([this, project = std::move(made.imported.project), notes = made.imported.diagnostics] {
            report(m_session.startFrom(project, true));
            opened();
            tellNotes(notes);
        });
    if (workbench.project() != base) // edited meanwhile: the workload is for what is there now
        return importFiles(paths);
    if (!workbench.apply(tr("Import %1").arg(QFileInfo(paths.front()).fileName()),
                         [project = std::move(made.imported.project)](const model::Project&) { return project; }))
        return;
    m_window.messageBar()->dismiss();
    m_window.showStage(QStringLiteral("access"));
    tellNotes(made.imported.diagnostics);
}

void FileController::tellNotes(const model::Diagnostics& notes) {
    const auto grave = std::count_if(notes.begin(), notes.end(), [](const model::Diagnostic& note) {
        return note.severity != model::Severity::Info;
    });
    if (grave == 0)
        return;
    m_window.workbench().showMessage(
        tr("Imported. Statements or parts that the model does not hold: %1.").arg(grave),
        {tr("Show them"), [this, table = notesTable(notes)] { m_window.workbench().showData(table, true); }});
}

void FileController::openSample(const QString& folder) {
    unlessUnsaved([this, folder] {
        m_window.workbench().jobs().start<model::Imported>(
            tr("Opening sample"),
            [folder](JobState&) -> model::Result<model::Imported> {
                const QFileInfo info(folder);
                return model::listSamples(info.absolutePath().toStdString())
                    .and_then([&](const std::vector<model::Sample>& samples) -> model::Result<model::Imported> {
                        for (const model::Sample& sample : samples)
                            if (sample.name == info.fileName().toStdString())
                                return model::loadSample(sample);
                        return model::fail(model::ErrorCode::NotFound, "The sample is no longer there",
                                           "Choose another one on the welcome page");
                    });
            },
            this,
            [this](model::Result<model::Imported> imported) {
                if (!imported) {
                    m_window.workbench().showError(imported.error());
                    return;
                }
                report(m_session.startFrom(std::move(imported->project), false));
                opened();
            });
    });
}

void FileController::opened() {
    m_window.messageBar()->dismiss();
    m_window.showStage(QStringLiteral("entities"));
}

void FileController::save(const std::function<void()>& then) {
    if (m_session.path().isEmpty()) {
        saveAs(then);
        return;
    }
    const model::Result<void> done = m_session.save();
    m_savedAt = QFileInfo(m_session.path()).lastModified();
    report(done);
    if (done && then)
        then();
}

void FileController::saveAs(const std::function<void()>& then) {
    auto* dialog = new QFileDialog(&m_window, tr("Save project as"), lastFolder(), projectFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("shardscape"));
    if (!m_session.title().isEmpty())
        dialog->selectFile(m_session.title());
    connect(dialog, &QFileDialog::fileSelected, this, [this, then](const QString& path) {
        const model::Result<void> done = m_session.saveAs(path);
        m_savedAt = QFileInfo(path).lastModified();
        report(done);
        if (!done)
            return;
        remember(path);
        if (then)
            then();
    });
    dialog->open();
}

void FileController::restoreSession() {
    const QSettings& settings = m_window.settings();
    const QString path = settings.value(QStringLiteral("session/file")).toString();
    const QString stage = settings.value(QStringLiteral("session/stage")).toString();
    const bool wanted = m_window.workbench().actions().at(QStringLiteral("file.reopen"))->isChecked();
    if (wanted && !path.isEmpty() && QFileInfo::exists(path)) {
        openProject(path);
        if (!m_session.path().isEmpty() && !stage.isEmpty())
            m_window.showStage(stage);
    }
    offerRecovery();
}

void FileController::offerRecovery() {
    const QStringList left = m_session.abandoned();
    if (left.isEmpty())
        return;
    const QString journal = left.last();
    const QFileInfo info(journal);
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Bring back what was drawn?"),
                                tr("A project without a file was open when the program ended on %1 (%2).")
                                    .arg(QLocale().toString(info.lastModified(), QLocale::ShortFormat),
                                         QLocale().formattedDataSize(info.size())),
                                QMessageBox::NoButton, &m_window);
    box->setObjectName(QStringLiteral("recoveryBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    if (left.size() > 1)
        box->setInformativeText(tr("%n older ones will be offered after it.", nullptr, int(left.size()) - 1));
    QPushButton* bring = box->addButton(tr("&Bring it back"), QMessageBox::AcceptRole);
    QPushButton* lose = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    box->addButton(tr("&Later"), QMessageBox::RejectRole);
    box->setDefaultButton(bring);
    connect(bring, &QPushButton::clicked, this, [this, journal] {
        unlessUnsaved([this, journal] {
            const model::Result<void> done = m_session.openAbandoned(journal);
            report(done);
            if (done)
                opened();
        });
    });
    connect(lose, &QPushButton::clicked, this, [this, journal] { report(m_session.discardAbandoned(journal)); });
    box->open();
}

void FileController::report(const model::Result<void>& result) {
    if (!result)
        m_window.workbench().showError(result.error());
}

void FileController::remember(const QString& path) {
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList recent = m_window.workbench().recentFiles();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    while (recent.size() > kMostRecent)
        recent.removeLast();
    m_window.workbench().setRecentFiles(recent);
    m_window.settings().setValue(QStringLiteral("recent/folder"), QFileInfo(absolute).absolutePath());
}

void FileController::watch() {
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    if (!m_session.path().isEmpty() && QFileInfo::exists(m_session.path())) {
        m_savedAt = QFileInfo(m_session.path()).lastModified();
        m_watcher.addPath(m_session.path());
    }
}

} // namespace shardscape::app
