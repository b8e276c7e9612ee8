// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Random keys, clicks, drags and wheel turns on the whole window: nothing crashes, nothing hangs, the model stays
// sound, and everything that was done can be undone. The same seed does the same. SHARDSCAPE_MONKEY_SECONDS makes it
// play as long (ten minutes at night), SHARDSCAPE_MONKEY_SEED another game.
//
// Nothing outside is touched: files are written below a folder of the test, file dialogs are closed as they open,
// links are not followed, and the platform without a display has a clipboard of its own.
#include <random>

#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include "app/stages/access/access_stage.h"
#include "model/exchange/import/samples.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;
using namespace shardscape::app;

namespace {

constexpr int kShortGame = 1500; // moves
constexpr int kSecondsShort = 20;

} // namespace

/// Plays by timers, so that the loops of menus and dialogs are played in as well.
class Monkey : public QObject {
    Q_OBJECT
public:
    Monkey(MainWindow& window, unsigned seed)
        : m_window(window)
        , m_random(seed) {}

    /// Plays so many moves, or so long when seconds are given; a slow machine plays fewer moves.
    void play(int moves, int seconds) {
        m_left = moves;
        m_seconds = seconds;
        m_played.start();
        next();
        m_loop.exec();
    }
    int moves() const { return m_moves; }
    Q_INVOKABLE void refuse(const QUrl&) {}

private:
    std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }

    /// A timer of its own for each move: one that is being served would not fire in a loop within.
    void next() { QTimer::singleShot(1, this, &Monkey::move); }

    void move() {
        const bool over = m_seconds > 0 ? m_played.elapsed() > 1000LL * m_seconds : m_left <= 0;
        QWidget* open = QApplication::activePopupWidget();
        if (!open)
            open = QApplication::activeModalWidget();
        if (over || (m_seconds == 0 && m_played.elapsed() > 1000LL * kSecondsShort)) {
            if (!open)
                return m_loop.quit();
            next();
            open->close();
            return;
        }
        next();
        --m_left;
        ++m_moves;
        if (auto* files = qobject_cast<QFileDialog*>(open)) {
            files->reject();
            return;
        }
        QWidget* top = open ? open : &m_window;
        const std::size_t kind = below(100);
        if (kind < 45)
            press(top);
        else if (kind < 80)
            click(top);
        else if (kind < 90)
            drag(top);
        else if (kind < 95)
            wheel(top);
        else
            act();
    }

    void press(QWidget* top) {
        static const int kKeys[] = {Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Escape,   Qt::Key_Delete,
                                    Qt::Key_Up,     Qt::Key_Down,    Qt::Key_Left,   Qt::Key_Right,    Qt::Key_Home,
                                    Qt::Key_End,    Qt::Key_F2,      Qt::Key_F1,     Qt::Key_PageDown, Qt::Key_Space,
                                    Qt::Key_Insert, Qt::Key_N,       Qt::Key_C,      Qt::Key_F,        Qt::Key_A,
                                    Qt::Key_D,      Qt::Key_X,       Qt::Key_V,      Qt::Key_Z,        Qt::Key_Y,
                                    Qt::Key_1,      Qt::Key_2,       Qt::Key_3,      Qt::Key_4,        Qt::Key_5,
                                    Qt::Key_G,      Qt::Key_R,       Qt::Key_T,      Qt::Key_P,        Qt::Key_L,
                                    Qt::Key_J,      Qt::Key_K,       Qt::Key_0,      Qt::Key_Comma,    Qt::Key_Minus};
        static const Qt::KeyboardModifiers kModifiers[] = {Qt::NoModifier,
                                                           Qt::NoModifier,
                                                           Qt::NoModifier,
                                                           Qt::NoModifier,
                                                           Qt::ControlModifier,
                                                           Qt::ShiftModifier,
                                                           Qt::ControlModifier | Qt::ShiftModifier};
        QWidget* focus = QApplication::focusWidget();
        QWidget* target = focus && (focus->window() == top->window() || top->isAncestorOf(focus)) ? focus : top;
        QTest::keyClick(target, Qt::Key(kKeys[below(std::size(kKeys))]), kModifiers[below(std::size(kModifiers))]);
    }

    QWidget* anyWidget(QWidget* top) {
        QList<QWidget*> seen;
        for (QWidget* widget : top->findChildren<QWidget*>())
            if (widget->isVisible() && widget->isEnabled() && widget->width() > 2 && widget->height() > 2 &&
                widget->window() == top->window())
                seen << widget;
        return seen.isEmpty() ? top : seen[qsizetype(below(std::size_t(seen.size())))];
    }
    QPoint anyPlace(const QWidget& widget) {
        return {int(below(std::size_t(widget.width()))), int(below(std::size_t(widget.height())))};
    }

    void click(QWidget* top) {
        QPointer<QWidget> target = anyWidget(top);
        const QPoint place = anyPlace(*target);
        switch (below(8)) {
        case 0: QTest::mouseDClick(target, Qt::LeftButton, {}, place); break;
        case 1: QTest::mouseClick(target, Qt::LeftButton, Qt::ControlModifier, place); break;
        case 2: {
            QContextMenuEvent event(QContextMenuEvent::Mouse, place, target->mapToGlobal(place));
            QApplication::sendEvent(target, &event);
            break;
        }
        default: QTest::mouseClick(target, Qt::LeftButton, {}, place);
        }
    }
    void drag(QWidget* top) {
        QPointer<QWidget> target = anyWidget(top);
        QTest::mousePress(target, Qt::LeftButton, {}, anyPlace(*target));
        for (int i = 0; i < 3 && target; ++i)
            QTest::mouseMove(target, anyPlace(*target));
        if (target && below(8) == 0)
            QTest::keyClick(target, Qt::Key_Escape);
        if (target)
            QTest::mouseRelease(target, Qt::LeftButton, {}, anyPlace(*target));
    }
    void wheel(QWidget* top) {
        QPointer<QWidget> target = anyWidget(top);
        const QPointF place = anyPlace(*target);
        QWheelEvent event(place, target->mapToGlobal(place), {}, {0, below(2) ? 120 : -120}, Qt::NoButton,
                          below(3) ? Qt::NoModifier : Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(target, &event);
    }
    /// Any action of menus and palette.
    void act() {
        if (QApplication::activePopupWidget() || QApplication::activeModalWidget())
            return;
        const QList<QAction*>& all = m_window.workbench().actions().all();
        QAction* action = all[qsizetype(below(std::size_t(all.size())))];
        if (action->objectName() != QLatin1String("quit.quit") && action->isEnabled())
            action->trigger();
    }

    MainWindow& m_window;
    std::mt19937 m_random;
    QEventLoop m_loop;
    QElapsedTimer m_played;
    int m_left = 0;
    int m_seconds = 0;
    int m_moves = 0;
};

class MonkeyTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        // Templates that are kept go here.
        QVERIFY(qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8()));
        QVERIFY(qputenv("HOME", m_folder.path().toUtf8()));
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }
    void plays_data() {
        QTest::addColumn<unsigned>("seed");
        if (qEnvironmentVariableIsSet("SHARDSCAPE_MONKEY_SEED")) {
            QTest::newRow("chosen") << unsigned(qEnvironmentVariableIntValue("SHARDSCAPE_MONKEY_SEED"));
            return;
        }
        QTest::newRow("1") << 1u;
        QTest::newRow("2") << 2u;
    }
    void plays() {
        QFETCH(unsigned, seed);
        QSettings settings(m_folder.filePath("settings.ini"), QSettings::IniFormat);
        settings.clear();
        Workbench bench(tests::services());
        applyTheme(*qApp, bench.theme());
        MainWindow window(bench, stageTable(), settings);
        window.setCloseGuard([] { return false; });
        const auto samples = model::listSamples(bench.samplesFolder().toStdString());
        QVERIFY(samples.has_value());
        const auto sample = model::loadSample(samples->front());
        QVERIFY(sample.has_value());
        bench.document().reset(sample->project);
        const ProjectPtr origin = bench.project();
        window.makeAllPages();
        window.showStage("entities");
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        Monkey monkey(window, seed);
        for (const char* scheme : {"http", "https", "file", "mailto"})
            QDesktopServices::setUrlHandler(scheme, &monkey, "refuse");
        monkey.play(kShortGame, qEnvironmentVariableIntValue("SHARDSCAPE_MONKEY_SECONDS"));
        QVERIFY(monkey.moves() > 0);
        for (const char* scheme : {"http", "https", "file", "mailto"})
            QDesktopServices::unsetUrlHandler(scheme);
        qInfo("%d moves, %d steps in the history", monkey.moves(), int(bench.document().steps().size()));
        const auto problems = model::validate(*bench.project());
        QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().c_str());
        while (bench.document().canUndo())
            bench.document().undo();
        QVERIFY(bench.project() == origin || *bench.project() == *origin);
        bench.jobs().cancelAll();
        QTRY_VERIFY_WITH_TIMEOUT(bench.jobs().running().empty(), 60000);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(MonkeyTest)
#include "monkey_test.moc"
