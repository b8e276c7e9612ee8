// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every page and dialog in both themes, both languages and at 100, 150 and 200 %: into pages/ beside the
// other pictures, for people to look at. The test holds that nothing is cut off: no word of a label or a button is
// wider than the widget that shows it. A scale is a property of a process, so each one is taken by a process of its
// own; the ordinary suite takes each scale, theme and language, SHARDSCAPE_PROOFS=long all twelve combinations.
#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QProcess>
#include <QProcessEnvironment>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QTest>

#include "app/canvas/canvas_view.h"
#include "app/dialogs/connect_dialog.h"
#include "app/dialogs/update_dialog.h"
#include "app/stages/simulate/simulate_stage.h"
#include "app/theme/widgets.h"
#include "model/edit/project_edits.h"
#include "model/exchange/import/import_formats.h"
#include "model/exchange/import/samples.h"
#include "model/live/live.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;
using namespace shardscape::app;

namespace {

constexpr const char* kChild = "SHARDSCAPE_PAGES";

bool isWord(const QString& text) {
    return !text.isEmpty() && !text.startsWith(QLatin1Char('<'));
}

/// The words that do not fit into the widget that shows them.
QStringList cutOff(const QWidget& top) {
    QStringList found;
    const auto tell = [&](const QWidget& widget, const QString& text, int wanted) {
        found << QStringLiteral("%1 %2: “%3” has %4 of %5 pixels")
                     .arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName(), text)
                     .arg(widget.width())
                     .arg(wanted);
    };
    for (const QLabel* label : top.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->wordWrap() || !isWord(label->text()) || label->text().contains(QChar(0x2026)))
            continue;
        const int wanted = label->sizeHint().width();
        // What scrolls, and what gives way on purpose and tells its whole text in a tooltip, is none.
        if (label->width() < wanted - 1 && label->toolTip().isEmpty() &&
            label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored)
            tell(*label, label->text(), wanted);
    }
    for (const QAbstractButton* button : top.findChildren<QAbstractButton*>()) {
        if (!button->isVisible() || !isWord(button->text()) ||
            !(qobject_cast<const QPushButton*>(button) || qobject_cast<const QCheckBox*>(button) ||
              qobject_cast<const QRadioButton*>(button)))
            continue;
        const int wanted = button->minimumSizeHint().width();
        const int words = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
        if (button->width() < std::min(wanted, words + 8) - 1)
            tell(*button, button->text(), wanted);
    }
    return found;
}

/// One process: every page and dialog in one theme and language, at the scale the process was started with.
class Photographer {
public:
    Photographer(QString theme, QString language, QString out)
        : m_settings(m_folder.filePath("settings.ini"), QSettings::IniFormat)
        , m_theme(std::move(theme))
        , m_out(std::move(out)) {
        m_settings.setValue("window/theme", m_theme);
        m_settings.setValue("window/language", language);
        m_bench = std::make_unique<Workbench>(tests::services());
        m_bench->language().setCode(language);
        applyTheme(*qApp, m_bench->theme());
        m_window = std::make_unique<MainWindow>(*m_bench, stageTable(), m_settings);
        m_window->resize(1280, 800);
    }

    int run() {
        m_window->show();
        if (!QTest::qWaitForWindowExposed(m_window.get()) || !load())
            return 2;
        for (const StageEntry& entry : stageTable()) {
            m_window->showStage(entry.id);
            if (entry.id == "entities") {
                m_bench->selection().selectEntity(m_bench->project()->findEntity("posts")->id);
                m_window->findChild<CanvasView*>()->fitAll();
            }
            shoot(*m_window, entry.id);
            if (entry.id == "access" || entry.id == "estimate")
                tabs(entry.id);
        }
        m_window->showStage("entities");
        path();
        for (const char* panel : {"problems", "history", "text"}) {
            m_bench->actions().at(QStringLiteral("panel.%1").arg(QLatin1String(panel)))->trigger();
            shoot(*m_window, QStringLiteral("panel-%1").arg(QLatin1String(panel)));
        }
        dialogs();
        for (const QString& word : m_cut)
            fprintf(stdout, "%s\n", qPrintable(word));
        return m_cut.isEmpty() ? 0 : 1;
    }

private:
    bool until(const std::function<bool()>& done) { return QTest::qWaitFor(done, 120000); }
    void settle() {
        until([this] { return m_bench->jobs().running().empty(); });
        for (int i = 0; i < 4; ++i)
            QCoreApplication::sendPostedEvents();
    }
    bool load() {
        const auto samples = model::listSamples(m_bench->samplesFolder().toStdString());
        for (const model::Sample& sample : samples ? *samples : std::vector<model::Sample>())
            if (sample.name == "social-feed")
                if (auto imported = model::loadSample(sample))
                    m_bench->document().reset(std::move(imported->project));
        if (!until([this] { return m_bench->analysis().isCurrent(); }))
            return false;
        m_window->showStage("simulate");
        m_bench->actions().at("simulate.run")->trigger();
        auto* stage = qobject_cast<SimulateStage*>(m_window->stage());
        return stage && until([stage] { return stage->shown() && !stage->isRunning(); });
    }
    void shoot(QWidget& widget, const QString& name) {
        settle();
        widget.grab().save(QStringLiteral("%1/%2.png").arg(m_out, name));
        for (const QString& word : cutOff(widget))
            m_cut << name + ": " + word;
    }
    /// What a page shows one at a time, each in its turn.
    void tabs(const QString& page) {
        int group = 0;
        for (SegmentedControl* control : m_window->stage()->findChildren<SegmentedControl*>()) {
            ++group;
            const auto segments = control->findChildren<QAbstractButton*>();
            for (int i = 1; control->isVisible() && i < segments.size(); ++i) {
                segments[i]->click();
                shoot(*m_window, QStringLiteral("%1-%2-%3").arg(page).arg(group).arg(i));
            }
            if (!segments.isEmpty())
                segments.front()->click();
        }
    }
    void path() {
        Selected both;
        both.entities = {m_bench->project()->findEntity("users")->id, m_bench->project()->findEntity("likes")->id};
        m_bench->selection().set(both);
        m_bench->actions().at("find.path")->trigger();
        shoot(*m_window, "entities-path");
        if (auto* bar = m_window->findChild<QWidget*>("pathBar"))
            bar->hide();
    }
    void dialogs() {
        m_bench->selection().selectEntity(m_bench->project()->findEntity("posts")->id);
        for (const char* id :
             {"gallery.insert", "gallery.keep", "bulk.rename", "model.naming", "edit.shortcuts", "help.shortcuts"}) {
            QAction* action = m_bench->actions().find(QLatin1String(id));
            if (!action)
                continue;
            action->trigger();
            shootDialogs(QString::fromLatin1(id).replace('.', '-'));
        }
        (new ConnectDialog(*m_bench, m_settings, &model::importLive, m_window.get()))->open();
        shootDialogs("connect");
        auto newer = model::importSchema(
            {{"newer.sql", "CREATE TABLE users (id bigint PRIMARY KEY, mail text); CREATE TABLE tags (id int);"}},
            "postgresql");
        if (newer)
            (new UpdateDialog(*m_bench, std::move(*newer), "postgresql", "newer.sql", m_window.get()))->open();
        shootDialogs("update");
    }
    void shootDialogs(const QString& name) {
        settle();
        for (QDialog* dialog : m_window->findChildren<QDialog*>())
            if (dialog->isVisible()) {
                shoot(*dialog, "dialog-" + name);
                dialog->reject();
            }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    QTemporaryDir m_folder;
    QSettings m_settings;
    QString m_theme;
    QString m_out;
    QStringList m_cut;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

class PagesTest : public QObject {
    Q_OBJECT
private slots:
    void pages_data() {
        QTest::addColumn<QString>("scale");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("language");
        const bool all = qEnvironmentVariable("SHARDSCAPE_PROOFS") == "long";
        // Each scale, theme and language at least once.
        const QStringList few{"1-light-en", "1.5-dark-zh_CN", "2-light-zh_CN"};
        for (const char* scale : {"1", "1.5", "2"})
            for (const char* theme : {"light", "dark"})
                for (const char* language : {"en", "zh_CN"}) {
                    const QString name = QStringLiteral("%1-%2-%3").arg(scale, theme, language);
                    if (all || few.contains(name))
                        QTest::newRow(qPrintable(name)) << scale << theme << language;
                }
        if (!all)
            qInfo("three of twelve combinations; SHARDSCAPE_PROOFS=long takes all");
    }
    void pages() {
        QFETCH(QString, scale);
        QFETCH(QString, theme);
        QFETCH(QString, language);
        const QString folder = qEnvironmentVariable("SHARDSCAPE_SCREENSHOTS", QDir::current().filePath("screenshots")) +
                               QStringLiteral("/pages/%1").arg(QTest::currentDataTag());
        QVERIFY(QDir().mkpath(folder));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(kChild, theme + '|' + language + '|' + folder);
        environment.insert("QT_SCALE_FACTOR", scale);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QCoreApplication::applicationFilePath(), QStringList());
        QVERIFY(process.waitForFinished(280000));
        const QByteArray said = process.readAll();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, said.constData());
        QVERIFY(QDir(folder).entryList({"*.png"}).size() >= 15);
        QCOMPARE(QImage(folder + "/entities.png").width(), int(1280 * scale.toDouble()));
    }
};

int main(int argc, char** argv) {
    const QStringList child = qEnvironmentVariable(kChild).split('|');
    QApplication application(argc, argv);
    if (child.size() == 3)
        return Photographer(child[0], child[1], child[2]).run();
    PagesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "pages_test.moc"
