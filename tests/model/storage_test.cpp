// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

#include "model/edit/attribute_edits.h"
#include "model/edit/diagram_edits.h"
#include "model/edit/entity_edits.h"
#include "model/storage/database.h"
#include "model/storage/files.h"
#include "model/storage/journal.h"
#include "model/storage/project_file.h"
#include "model/storage/text_form.h"
#include "tests/support/arbitrary_project.h"
#include "tests/support/folders.h"

using namespace shardscape::model;
using shardscape::tests::Arbitrary;

namespace {

Project small() {
    Project project;
    project.name = "small";
    Entity users;
    users.name = "users";
    return addEntity(project, users, Point{1, 2}).value_or(project);
}

Project renamed(const Project& project, const std::string& name) {
    return renameEntity(project, project.entities.begin()->id, name).value_or(project);
}

template <class T> std::string textOf(const Result<T>& result) {
    return result ? "no error" : result.error().text();
}

/// A folder of its own for every test.
class Folder {
public:
    std::string file(const char* name) const { return m_folder.filePath(name).toStdString(); }
    QStringList names() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

private:
    QTemporaryDir m_folder;
};

std::string contents(const std::string& path) {
    const Result<std::string> bytes = readFile(path);
    return bytes ? *bytes : std::string();
}

void put(const std::string& path, const std::string& bytes) {
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
}

/// The bytes with a big-endian number of the SQLite header replaced.
std::string withHeader(std::string bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<char>(value >> (24 - 8 * i) & 0xff);
    return bytes;
}

} // namespace

class StorageTest : public QObject {
    Q_OBJECT

private slots:
    void everyMemberSurvivesTheFile();
    void aPersonCanQueryTheFile();
    void filesOfEarlierVersionsOpen();
    void aColumnThatIsNotThereIsAsInANewObject();
    void savingKeepsTheVersionBefore();
    void savingKeepsPermissionsAndLinks();
    void savingLeavesTheOldFileWhenItCannot();
    void whatIsNoProjectIsRefusedAndUntouched_data();
    void whatIsNoProjectIsRefusedAndUntouched();
    void mutatedFilesAreReadOrRefused();
    void onlyOneProgramHasAFile();
    void unsavedStepsAreRecovered();
    void savingForgetsTheSteps();
    void aCrashWhileSavingLosesNothing();
    void stepsOfAnotherFileAreKeptAside();
    void aTornTailIsLeftOut();
    void untitledDocumentsAreRecovered();
    void readOnlyFoldersAreSaidSo();
    void changesBetweenVersionsApply();
};

void StorageTest::everyMemberSurvivesTheFile() {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        const Project project = Arbitrary(seed).project(1 + static_cast<int>(seed % 4));
        const Result<std::string> bytes = toDatabase(project);
        QVERIFY2(bytes.has_value(), textOf(bytes).c_str());
        const Result<Project> again = fromDatabase(*bytes, "again");
        QVERIFY2(again.has_value(), textOf(again).c_str());
        QVERIFY(*again == project);
        QCOMPARE(dumpProject(*again), dumpProject(project));
    }
}

void StorageTest::aPersonCanQueryTheFile() {
    const QString tool = QStandardPaths::findExecutable("sqlite3");
    if (tool.isEmpty())
        QSKIP("sqlite3 is not installed");
    Folder folder;
    Project project = small();
    Attribute id;
    id.name = "id";
    id.statistics.averageBytes = 36;
    project = addAttribute(project, project.entities.begin()->id, id).value_or(project);
    QVERIFY(ProjectFile::create(folder.file("a.shardscape"), project).has_value());
    QProcess query;
    query.start(tool,
                {QString::fromStdString(folder.file("a.shardscape")),
                 "SELECT e.name, a.name, a.type_kind, a.statistics_average_bytes FROM entities e "
                 "JOIN attributes a ON a.entity_id = e.id; PRAGMA foreign_key_check; SELECT count(*) FROM key_columns, "
                 "index_columns, relationship_columns"});
    QVERIFY(query.waitForFinished());
    QCOMPARE(query.readAllStandardOutput(), QByteArray("users|id|text|36.0\n0\n"));
    QCOMPARE(query.readAllStandardError(), QByteArray());
}

void StorageTest::filesOfEarlierVersionsOpen() {
    const QDir folder(shardscape::tests::sourceFolder() + "/tests/data/projects");
    const QStringList files = folder.entryList({"*.shardscape"}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString& name : files) {
        const Result<Project> project = readProject(folder.filePath(name).toStdString());
        QVERIFY2(project.has_value(), textOf(project).c_str());
        // The text beside it is what the version that wrote the file dumped.
        const std::string text = contents(folder.filePath(name).toStdString() + ".txt");
        const Result<Project> loaded = loadProject(text, name.toStdString() + ".txt");
        QVERIFY2(loaded.has_value(), textOf(loaded).c_str());
        QVERIFY(*loaded == *project);
    }
}

void StorageTest::aColumnThatIsNotThereIsAsInANewObject() {
    const QString tool = QStandardPaths::findExecutable("sqlite3");
    if (tool.isEmpty())
        QSKIP("sqlite3 is not installed");
    Folder folder;
    const std::string path = folder.file("a.shardscape");
    const Project project = setEntityComment(small(), small().entities.begin()->id, "x").value_or(Project());
    QVERIFY(writeProject(path, project).has_value());
    // As a file of a version that did not have the comment yet.
    QCOMPARE(QProcess::execute(tool, {QString::fromStdString(path), "ALTER TABLE entities DROP COLUMN comment"}), 0);
    const Result<Project> read = readProject(path);
    QVERIFY2(read.has_value(), textOf(read).c_str());
    QVERIFY(*read == small());
}

void StorageTest::savingKeepsTheVersionBefore() {
    Folder folder;
    const std::string path = folder.file("a.shardscape");
    const Project first = small();
    const Project second = renamed(first, "accounts");
    auto file = ProjectFile::create(path, first);
    QVERIFY2(file.has_value(), textOf(file).c_str());
    QVERIFY((*file)->save(second).has_value());
    QVERIFY(readProject(path).value_or(Project()) == second);
    QVERIFY(readProject(path + ".bak").value_or(Project()) == first);
    file->reset();
    QCOMPARE(folder.names(), QStringList({"a.shardscape", "a.shardscape.bak"})); // no temporary files, no empty journal
    QVERIFY(writeProject(path, first).has_value());
    QCOMPARE(folder.names(), QStringList({"a.shardscape", "a.shardscape.bak"}));
}

void StorageTest::savingKeepsPermissionsAndLinks() {
    Folder folder;
    const std::string path = folder.file("real.shardscape");
    const std::string link = folder.file("link.shardscape");
    QVERIFY(writeProject(path, small()).has_value());
    QCOMPARE(chmod(path.c_str(), 0640), 0);
    QCOMPARE(symlink("real.shardscape", link.c_str()), 0);
    QVERIFY(writeProject(link, renamed(small(), "accounts")).has_value());
    QVERIFY(QFileInfo(QString::fromStdString(link)).isSymLink());
    QVERIFY(readProject(path).value_or(Project()).findEntity("accounts"));
    struct stat status {};
    QCOMPARE(stat(path.c_str(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0640);
}

void StorageTest::savingLeavesTheOldFileWhenItCannot() {
    Folder folder;
    QVERIFY(QDir().mkdir(QString::fromStdString(folder.file("d.shardscape"))));
    const Result<void> onFolder = writeProject(folder.file("d.shardscape"), small());
    QVERIFY(!onFolder);
    QVERIFY(onFolder.error().message.find("folder") != std::string::npos);
    const Result<void> nowhere = writeProject(folder.file("missing/a.shardscape"), small());
    QVERIFY(!nowhere);
    QCOMPARE(int(nowhere.error().code), int(ErrorCode::NotFound));
    QCOMPARE(folder.names(), QStringList());
}

void StorageTest::whatIsNoProjectIsRefusedAndUntouched_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("word");
    const std::string good = toDatabase(small()).value_or("");
    const auto row = [](const char* name, const std::string& bytes, ErrorCode code, const char* word) {
        QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())) << int(code)
                            << QString(word);
    };
    // Offsets of the header: https://www.sqlite.org/fileformat2.html, 1.3: user_version 60, application_id 68.
    row("zero bytes", "", ErrorCode::Invalid, "empty");
    row("from the future", withHeader(good, 60, kFileVersion + 1), ErrorCode::Unsupported, "format 3");
    row("far future", withHeader(good, 60, 0xffffffff), ErrorCode::Unsupported, "format 4294967295");
    row("no version", withHeader(good, 60, 0), ErrorCode::Invalid, "format is 0");
    row("of another program", withHeader(good, 68, 0x0f055111), ErrorCode::Invalid, "not a Shardscape project");
    row("sql", "CREATE TABLE users (id int);", ErrorCode::Invalid, "not a Shardscape project");
    row("text form", dumpProject(small()), ErrorCode::Invalid, "text form");
    row("half", good.substr(0, good.size() / 2), ErrorCode::Invalid, "cut short");
    row("last byte missing", good.substr(0, good.size() - 1), ErrorCode::Invalid, "cut short");
    row("header only", good.substr(0, 100), ErrorCode::Invalid, "cut short");
    row("half a header", good.substr(0, 50), ErrorCode::Invalid, "cut short");
    row("one byte", good.substr(0, 1), ErrorCode::Invalid, "cut short");
    std::string wiped = good;
    std::fill(wiped.begin() + 1024, wiped.begin() + 3 * 1024, '\0');
    row("wiped pages", wiped, ErrorCode::Invalid, "damaged");
    std::string schema = good;
    const std::size_t at = schema.find("CREATE TABLE \"entities\"");
    QVERIFY(at != std::string::npos);
    schema.replace(at, 12, "CREATE TABEL");
    row("spoilt schema", schema, ErrorCode::Invalid, "damaged");
}

void StorageTest::whatIsNoProjectIsRefusedAndUntouched() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QString, word);
    Folder folder;
    const std::string path = folder.file("x.shardscape");
    put(path, bytes.toStdString());
    const Result<Project> read = readProject(path);
    QVERIFY(!read);
    QCOMPARE(int(read.error().code), code);
    QVERIFY2(read.error().message.find(word.toStdString()) != std::string::npos, textOf(read).c_str());
    QCOMPARE(read.error().file, path);
    QVERIFY(!read.error().advice.empty());
    const auto opened = ProjectFile::open(path);
    QVERIFY(!opened);
    QCOMPARE(contents(path), bytes.toStdString());
    QCOMPARE(folder.names(), QStringList({"x.shardscape"})); // nothing was put beside it either

    QVERIFY(!readProject(folder.file("absent")).has_value());
    QCOMPARE(int(readProject(folder.file("absent")).error().code), int(ErrorCode::NotFound));
    QVERIFY(textOf(readProject(folder.file("."))).find("folder") != std::string::npos);
    if (geteuid() != 0) {
        QCOMPARE(chmod(path.c_str(), 0), 0);
        QCOMPARE(int(readProject(path).error().code), int(ErrorCode::Io));
    }
}

void StorageTest::mutatedFilesAreReadOrRefused() {
    std::mt19937 random(7);
    const std::string good = toDatabase(Arbitrary(3).project(2)).value_or("");
    QVERIFY(!good.empty());
    for (int i = 0; i < 400; ++i) {
        std::string mutated = good;
        const int changes = 1 + static_cast<int>(random() % 8);
        for (int k = 0; k < changes; ++k) {
            // Most of a small database is empty pages: aim at headers of pages as often as anywhere.
            const std::size_t page = random() % (mutated.size() / 1024) * 1024;
            const std::size_t at = random() % 2 ? page + random() % 64 : random() % mutated.size();
            mutated[at] = static_cast<char>(random());
        }
        if (random() % 10 == 0)
            mutated.resize(random() % mutated.size());
        const Result<Project> project = fromDatabase(mutated, "mutated");
        if (project)
            QCOMPARE(validate(*project), std::vector<std::string>());
        else
            QVERIFY(!project.error().message.empty());
    }
}

void StorageTest::onlyOneProgramHasAFile() {
    Folder folder;
    const std::string path = folder.file("a.shardscape");
    auto file = ProjectFile::create(path, small());
    QVERIFY2(file.has_value(), textOf(file).c_str());
    const auto again = ProjectFile::open(path);
    QVERIFY(!again);
    QCOMPARE(int(again.error().code), int(ErrorCode::Conflict));
    QVERIFY(!writeProject(path, small()).has_value());
    QVERIFY(readProject(path).has_value()); // reading is free
    file->reset();
    QVERIFY(ProjectFile::open(path).has_value());
}

void StorageTest::unsavedStepsAreRecovered() {
    Folder folder;
    const std::string path = folder.file("a.shardscape");
    const Project first = small();
    const Project second = renamed(first, "accounts");
    const Project third = moveEntities(second, {{second.entities.begin()->id, {7.25, -1}}}).value_or(second);
    {
        auto file = ProjectFile::create(path, first);
        QVERIFY((*file)->append(first, second, "Rename users to accounts").has_value());
        QVERIFY((*file)->append(second, third, "Move accounts").has_value());
        QVERIFY((*file)->append(third, second, "Move accounts", StepKind::Undo).has_value());
        QVERIFY((*file)->append(second, third, "Move accounts", StepKind::Redo).has_value());
    }                                                // gone without save or discard
    QVERIFY(!writeProject(path, first).has_value()); // a script must not run over them either
    {
        auto opened = ProjectFile::open(path);
        QVERIFY2(opened.has_value(), textOf(opened).c_str());
        QVERIFY(opened->saved == first);
        QVERIFY(opened->recovery.has_value());
        QCOMPARE(opened->recovery->steps.size(), std::size_t(4));
        QCOMPARE(opened->recovery->steps[0].label, std::string("Rename users to accounts"));
        QVERIFY(opened->recovery->steps[0].after == second);
        QCOMPARE(int(opened->recovery->steps[2].kind), int(StepKind::Undo));
        QVERIFY(opened->recovery->project() == third);
        // The work goes on from what was recovered, and is lost a second time.
        QVERIFY(opened->file->append(third, renamed(third, "people"), "Rename accounts to people").has_value());
    }
    {
        auto opened = ProjectFile::open(path);
        QVERIFY(opened && opened->recovery);
        QCOMPARE(opened->recovery->steps.size(), std::size_t(5));
        QVERIFY(opened->recovery->project().findEntity("people"));
        QVERIFY(opened->file->discard().has_value());
    }
    const auto opened = ProjectFile::open(path);
    QVERIFY(opened && !opened->recovery);
    QVERIFY(opened->saved == first);
}

void StorageTest::savingForgetsTheSteps() {
    Folder folder;
    const std::string path = folder.file("a.shardscape");
    const Project second = renamed(small(), "accounts");
    {
        auto file = ProjectFile::create(path, small());
        QVERIFY((*file)->append(small(), second, "Rename").has_value());
        QVERIFY((*file)->save(second).has_value());
    }
    const auto opened = ProjectFile::open(path);
    QVERIFY(opened && !opened->recovery);
    QVERIFY(opened->saved == second);
}

void StorageTest::aCrashWhileSavingLosesNothing() {
    Folder folder;
    const std::string path = folder.file("a.shardscape");
    const Project second = renamed(small(), "accounts");
    std::string oldFile;
    std::string oldJournal;
    {
        auto file = ProjectFile::create(path, small());
        QVERIFY((*file)->append(small(), second, "Rename").has_value());
        oldFile = contents(path);
        oldJournal = contents(path + kJournalSuffix);
        QVERIFY((*file)->save(second).has_value());
        QVERIFY(contents(path + kJournalSuffix).empty());
    }
    const std::string newFile = contents(path);
    // Ended after the file was replaced, before the journal was forgotten: rebuild the journal of that moment.
    put(path, oldFile);
    put(path + kJournalSuffix, oldJournal);
    {
        // A save that is noted in the journal, by way of the journal itself.
        auto journal = Journal::open(path + kJournalSuffix);
        QVERIFY(journal && journal->read());
        auto records = journal->read();
        JournalRecord saving;
        saving.kind = RecordKind::Saving;
        {
            put(path, newFile);
            Folder other;
            auto file = ProjectFile::create(other.file("b.shardscape"), small());
            QVERIFY((*file)->append(small(), second, "Rename").has_value());
            put(other.file("b.shardscape"), newFile);
        }
        // The hash of the new file is what a journal begun on it would have as its base.
        Folder other;
        put(other.file("c.shardscape"), newFile);
        {
            auto opened = ProjectFile::open(other.file("c.shardscape"));
            QVERIFY(opened && opened->file->append(second, small(), "x").has_value());
        }
        auto based = Journal::open(other.file("c.shardscape") + kJournalSuffix);
        saving.fileHash = based->read()->front().fileHash;
        QVERIFY(journal->append({saving}).has_value());
    }
    {
        const auto opened = ProjectFile::open(path); // the new file: its steps are in it already
        QVERIFY2(opened.has_value(), textOf(opened).c_str());
        QVERIFY(!opened->recovery);
        QVERIFY(opened->notice.empty());
        QVERIFY(opened->saved == second);
    }
    // Ended before the file was replaced: the old file and its journal.
    put(path, oldFile);
    put(path + kJournalSuffix, oldJournal);
    const auto opened = ProjectFile::open(path);
    QVERIFY(opened && opened->recovery);
    QVERIFY(opened->recovery->project() == second);
}

void StorageTest::stepsOfAnotherFileAreKeptAside() {
    Folder folder;
    const std::string path = folder.file("a.shardscape");
    {
        auto file = ProjectFile::create(path, small());
        QVERIFY((*file)->append(small(), renamed(small(), "accounts"), "Rename").has_value());
    }
    put(path, toDatabase(renamed(small(), "something_else")).value_or("")); // from a colleague, by mail
    const auto opened = ProjectFile::open(path);
    QVERIFY2(opened.has_value(), textOf(opened).c_str());
    QVERIFY(!opened->recovery);
    QVERIFY(opened->notice.find("1 unsaved step") != std::string::npos);
    QVERIFY(folder.names().contains("a.shardscape-edits.1"));
}

void StorageTest::aTornTailIsLeftOut() {
    Folder folder;
    const std::string path = folder.file("a.shardscape");
    const Project second = renamed(small(), "accounts");
    const Project third = renamed(second, "people");
    std::size_t complete = 0;
    {
        auto file = ProjectFile::create(path, small());
        QVERIFY((*file)->append(small(), second, "Rename").has_value());
        complete = contents(path + kJournalSuffix).size();
        QVERIFY((*file)->append(second, third, "Rename again").has_value());
    }
    const std::string whole = contents(path + kJournalSuffix);
    QVERIFY(whole.size() > complete);
    // Cut anywhere within the second record, or spoilt anywhere in it: the first step is there.
    for (std::size_t size = complete; size < whole.size(); ++size) {
        for (const bool spoil : {false, true}) {
            std::string torn = spoil ? whole : whole.substr(0, size);
            if (spoil)
                torn[size] = static_cast<char>(torn[size] ^ 0x20);
            put(path + kJournalSuffix, torn);
            auto opened = ProjectFile::open(path);
            QVERIFY2(opened.has_value(), textOf(opened).c_str());
            QVERIFY(opened->recovery.has_value());
            QCOMPARE(opened->recovery->steps.size(), std::size_t(1));
            QVERIFY(opened->recovery->project() == second);
            QCOMPARE(opened->recovery->note.empty(), torn.size() == complete);
            if (size % 16 != 0)
                continue;
            QVERIFY(opened->file->append(second, renamed(second, "folk"), "Other").has_value());
            opened->file.reset();
            auto again = ProjectFile::open(path);
            QVERIFY(again && again->recovery);
            QVERIFY(again->recovery->project().findEntity("folk"));
            QVERIFY(again->recovery->note.empty());
        }
    }
    // Cut within the first record: nothing to recover, and the file opens.
    for (std::size_t size = 0; size < complete; ++size) {
        put(path + kJournalSuffix, whole.substr(0, size));
        const auto opened = ProjectFile::open(path);
        QVERIFY2(opened.has_value(), textOf(opened).c_str());
        QVERIFY(!opened->recovery);
    }
}

void StorageTest::untitledDocumentsAreRecovered() {
    Folder folder;
    const std::string recovery = folder.file("recovery");
    const Project second = renamed(small(), "accounts");
    {
        auto idle = ProjectFile::untitled(recovery, Project());
        QVERIFY2(idle.has_value(), textOf(idle).c_str());
        QVERIFY((*idle)->path().empty());
        QVERIFY(!(*idle)->save(second).has_value()); // it has no name
        auto file = ProjectFile::untitled(recovery, small());
        QVERIFY((*file)->append(small(), second, "Rename").has_value());
        QVERIFY(ProjectFile::abandoned(recovery).empty()); // somebody has it open
    }
    const std::vector<std::string> journals = ProjectFile::abandoned(recovery);
    QCOMPARE(journals.size(), std::size_t(1));
    auto opened = ProjectFile::openAbandoned(journals.front());
    QVERIFY2(opened.has_value(), textOf(opened).c_str());
    QVERIFY(opened->saved == small());
    QVERIFY(opened->recovery && opened->recovery->project() == second);
    QVERIFY(opened->file->discard().has_value());
    opened->file.reset();
    QVERIFY(ProjectFile::abandoned(recovery).empty());
    QVERIFY(!ProjectFile::openAbandoned(journals.front()).has_value());
}

void StorageTest::readOnlyFoldersAreSaidSo() {
    if (geteuid() == 0)
        QSKIP("permissions do not hold for root");
    Folder folder;
    const std::string path = folder.file("a.shardscape");
    QVERIFY(writeProject(path, small()).has_value());
    QCOMPARE(chmod(folder.file(".").c_str(), 0500), 0);
    const auto opened = ProjectFile::open(path);
    const bool appended = opened && opened->file->append(small(), renamed(small(), "b"), "Rename").has_value();
    QCOMPARE(chmod(folder.file(".").c_str(), 0700), 0);
    QVERIFY2(opened.has_value(), textOf(opened).c_str());
    QVERIFY(!opened->file->readOnlyReason().empty());
    QVERIFY(!appended);
}

void StorageTest::changesBetweenVersionsApply() {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const Project a = Arbitrary(seed).project(2);
        const Project b = Arbitrary(seed + 100).project(3);
        QVERIFY(applied(a, changeBetween(a, b)) == b);
        QVERIFY(applied(b, changeBetween(b, a)) == a);
        QVERIFY(changeBetween(a, a) == ProjectChange());
    }
}

QTEST_APPLESS_MAIN(StorageTest)
#include "storage_test.moc"
