// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What desktops read about the program is as their own validators want it, and says the same as the program.
#include <QFile>
#include <QMimeDatabase>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "app/files/file_session.h"
#include "app/language/language.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;

class PackagingTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        // Before anything asks for a MIME type: what a desktop knows, and ours, in one database as after an
        // installation.
        const QString packages = m_data.filePath("mime/packages");
        QVERIFY(QDir().mkpath(packages));
        QVERIFY(QFile::copy(desktop("mime.xml"), packages + "/shardscape.xml"));
        m_knowsTypes = QFile::copy("/usr/share/mime/packages/freedesktop.org.xml", packages + "/freedesktop.org.xml") &&
                       !run("update-mime-database", {m_data.filePath("mime")}).isNull();
        QVERIFY(qputenv("XDG_DATA_HOME", m_data.path().toUtf8()));
        QVERIFY(qputenv("XDG_DATA_DIRS", m_data.path().toUtf8()));
    }

    void desktopEntry() {
        if (const QString complaint = run("desktop-file-validate", {desktop("desktop")}); !complaint.isNull())
            QCOMPARE(complaint, QString(""));
        const QString text = read(desktop("desktop"));
        QVERIFY(text.contains("MimeType=application/vnd.shardscape.project;"));
        QVERIFY(text.contains("Icon=org.shardscape.Shardscape\n"));
        for (const char* key : {"Name", "GenericName", "Comment", "Keywords"})
            for (const app::Language::Choice& choice : app::Language::choices())
                QVERIFY2(choice.code == "en" || text.contains(QStringLiteral("\n%1[%2]=").arg(key, choice.code)), key);
    }

    void metadata() {
        const QString validator = QStandardPaths::findExecutable("appstreamcli");
        if (validator.isEmpty())
            QSKIP("there is no appstreamcli");
        QProcess process;
        process.start(validator, {"validate", "--no-net", "--no-color", desktop("metainfo.xml")});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0,
                 (process.readAllStandardOutput() + process.readAllStandardError()).constData());
    }

    void theVersionIsTheProgrammes() {
        QVERIFY2(read(desktop("metainfo.xml")).contains(QStringLiteral("<release version=\"" SHARDSCAPE_VERSION "\"")),
                 "the release " SHARDSCAPE_VERSION " is missing in the metadata");
    }

    void manuals_data() {
        QTest::addColumn<QString>("page");
        QTest::newRow("shardscape") << "shardscape.1";
        QTest::newRow("shardscape-cli") << "shardscape-cli.1";
    }
    void manuals() {
        QFETCH(QString, page);
        const QString path = QStringLiteral(SHARDSCAPE_MAN "/") + page;
        QVERIFY2(QFile::exists(path), qPrintable(path));
        const QString man = QStandardPaths::findExecutable("man");
        if (man.isEmpty())
            QSKIP("there is no man");
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("LC_ALL", "C.UTF-8");
        environment.insert("MANWIDTH", "80");
        environment.insert("MANROFFOPT", "-rLL=80n");
        process.setProcessEnvironment(environment);
        process.start(man, {"--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", path});
        QVERIFY(process.waitForFinished());
        QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
        QVERIFY(process.readAllStandardOutput().size() > 1000);
    }

    /// The page of the command line knows each command that the program knows.
    void everyCommandHasAChapter() {
        QProcess process;
        process.start(SHARDSCAPE_CLI, {"--help"});
        QVERIFY(process.waitForFinished());
        const QString help = QString::fromUtf8(process.readAllStandardOutput());
        const QString page = read(QStringLiteral(SHARDSCAPE_MAN "/shardscape-cli.1"));
        static const QRegularExpression kCommand("^  ([a-z]+) +[A-Z]", QRegularExpression::MultilineOption);
        int commands = 0;
        for (auto match = kCommand.globalMatch(help.mid(help.indexOf("Subcommands"))); match.hasNext(); ++commands) {
            const QString name = match.next().captured(1);
            QVERIFY2(page.contains("\n.SS " + name + "\n"), qPrintable(name));
        }
        QVERIFY(commands > 10);
    }

    /// A project is known by its ending, and by its first bytes when it was renamed.
    void projectsAreKnown() {
        if (!m_knowsTypes)
            QSKIP("there is no shared-mime-info");
        QTemporaryDir folder;
        app::Document document;
        app::FileSession session(document, folder.filePath("untitled"));
        QVERIFY(session.startFrom(tests::SmallModel().project, false));
        QVERIFY(session.saveAs(folder.filePath("a.shardscape")));
        const QMimeDatabase types;
        const QString ours = "application/vnd.shardscape.project";
        QVERIFY(types.mimeTypeForName(ours).isValid());
        QCOMPARE(types.mimeTypeForFile("a.shardscape", QMimeDatabase::MatchExtension).name(), ours);
        QCOMPARE(types.mimeTypeForName(ours).iconName(), "application-vnd.shardscape.project");
        QFile file(folder.filePath("a.shardscape"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray head = file.read(4096);
        QCOMPARE(types.mimeTypeForData(head).name(), ours);
        QByteArray another = head; // any other SQLite database
        another.replace(68, 4, QByteArray(4, '\0'));
        QVERIFY(types.mimeTypeForData(another).name() != ours);
    }

    void iconsDraw() {
        for (const char* name : {"org.shardscape.Shardscape.svg", "application-vnd.shardscape.project.svg"}) {
            const QImage picture(tests::sourceFolder() + "/resources/desktop/" + name);
            QVERIFY2(!picture.isNull(), name);
            QCOMPARE(picture.width(), picture.height());
        }
    }

private:
    static QString desktop(const char* ending) {
        return tests::sourceFolder() + "/resources/desktop/org.shardscape.Shardscape." + ending;
    }
    static QString read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    /// What a program that says nothing when all is well says; null where there is no such program.
    static QString run(const char* program, const QStringList& arguments) {
        const QString path = QStandardPaths::findExecutable(program);
        if (path.isEmpty()) {
            qInfo("there is no %s", program);
            return {};
        }
        QProcess process;
        process.start(path, arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError()) + QLatin1String("");
    }

    QTemporaryDir m_data;
    bool m_knowsTypes = false;
};

QTEST_MAIN(PackagingTest)
#include "packaging_test.moc"
