// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The translations are complete, and a window that changes its language keeps no word of the one before.
#include "app/language/language.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTreeView>
#include <QXmlStreamReader>

#include "app/canvas/canvas_view.h"
#include "app/stages/simulate/run_session.h"
#include "app/stages/simulate/simulate_stage.h"
#include "app/theme/numbers.h"
#include "app/theme/sentences.h"
#include "model/exchange/import/samples.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;
using estimator::Unit;

namespace {

struct Message {
    QString context, source;
    QStringList translations;
    bool plural = false;
    bool finished = true;
};

QList<Message> messagesOf(const QString& path) {
    QFile file(path);
    QList<Message> list;
    if (!file.open(QIODevice::ReadOnly))
        return list;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            list.append(Message{context, {}, {}, xml.attributes().value("numerus") == QLatin1String("yes"), true});
        } else if (xml.name() == QLatin1String("source")) {
            list.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            list.last().finished = !xml.attributes().hasAttribute("type");
            if (!list.last().plural)
                list.last().translations << xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform")) {
            list.last().translations << xml.readElementText();
        }
    }
    return list;
}

QSet<QString> places(const QString& text) {
    static const QRegularExpression kPlace(QStringLiteral("%(?:[1-9]|n)"));
    QSet<QString> found;
    for (auto match = kPlace.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

bool hasMnemonic(const QString& text) {
    static const QRegularExpression kMnemonic(QStringLiteral("&\\w"));
    return text.contains(kMnemonic);
}

/// What a person can read in a window or is told by a screen reader, each with the widget that says it.
class Words {
public:
    explicit Words(const QWidget& window) {
        for (const QWidget* widget : window.findChildren<QWidget*>())
            if (widget->isVisible())
                read(*widget);
        add(window, window.windowTitle());
        for (const QMenu* menu : window.findChildren<QMenu*>()) {
            add(*menu, menu->title());
            for (const QAction* action : menu->actions())
                addAction(*action);
        }
    }
    QSet<QString> texts() const { return QSet<QString>(m_who.keyBegin(), m_who.keyEnd()); }
    QString who(const QString& text) const { return m_who.value(text); }

private:
    void add(const QObject& object, const QString& text) {
        if (!text.isEmpty())
            m_who.insert(text, QString::fromLatin1(object.metaObject()->className()) + ' ' + object.objectName());
    }
    void addAction(const QAction& action) {
        add(action, action.text());
        add(action, action.toolTip());
    }
    void read(const QWidget& widget) {
        for (const char* property : {"toolTip", "accessibleName", "accessibleDescription", "placeholderText", "text"}) {
            if (qobject_cast<const QLineEdit*>(&widget) && qstrcmp(property, "text") == 0)
                continue; // what the user wrote
            add(widget, widget.property(property).toString());
        }
        if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
            for (int i = 0; i < tabs->count(); ++i)
                add(widget, tabs->tabText(i));
        if (const auto* box = qobject_cast<const QComboBox*>(&widget))
            for (int i = 0; i < box->count(); ++i)
                add(widget, box->itemText(i));
        if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view && view->model())
            readModel(widget, *view->model(),
                      qobject_cast<const QTableView*>(view) || qobject_cast<const QTreeView*>(view));
    }
    void readModel(const QWidget& view, const QAbstractItemModel& model, bool headers) {
        for (int column = 0; column < model.columnCount(); ++column) {
            for (int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
                if (headers)
                    add(view, model.headerData(column, Qt::Horizontal, role).toString());
            for (int row = 0; row < std::min(100, model.rowCount()); ++row)
                for (int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                    add(view, model.index(row, column).data(role).toString());
        }
    }

    QHash<QString, QString> m_who;
};

} // namespace

class LanguageTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat);
        m_bench = std::make_unique<app::Workbench>(tests::services());
        app::applyTheme(*qApp, m_bench->theme());
        m_window = std::make_unique<app::MainWindow>(*m_bench, app::stageTable(), *m_settings);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() {
        m_window.reset();
        m_bench.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void everyStringIsTranslated_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("pluralsOnly");
        QTest::addColumn<int>("forms");
        // Chinese has one form for every number, English two.
        QTest::newRow("zh_CN") << "zh_CN" << false << 1;
        QTest::newRow("en") << "en" << true << 2;
    }
    /// The .ts files hold what lupdate finds in the sources now: nothing missing, unfinished or left over.
    void everyStringIsTranslated() {
        QFETCH(QString, code);
        QFETCH(bool, pluralsOnly);
        QFETCH(int, forms);
        const QString kept =
            QStringLiteral("%1/resources/translations/shardscape_%2.ts").arg(tests::sourceFolder(), code);
        const QString fresh = m_folder->filePath("fresh.ts");
        QVERIFY(QFile::copy(kept, fresh));
        QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner);
        QStringList arguments{"-silent",    "-I",   tests::sourceFolder(),          "-no-obsolete",
                              "-locations", "none", tests::sourceFolder() + "/app", "-ts",
                              fresh};
        if (pluralsOnly)
            arguments.prepend("-pluralonly");
        QCOMPARE(QProcess::execute(QStringLiteral(SHARDSCAPE_LUPDATE), arguments), 0);
        const QList<Message> now = messagesOf(fresh);
        QVERIFY(now.size() > (pluralsOnly ? 5 : 800));
        QStringList wrong;
        QSet<QString> found;
        for (const Message& message : now) {
            const auto complain = [&](const char* what) {
                wrong << QStringLiteral("%1: \"%2\" %3").arg(message.context, message.source, QLatin1String(what));
            };
            found.insert(message.context + '\n' + message.source);
            if (!message.finished || message.translations.size() != (message.plural ? forms : 1) ||
                message.translations.contains(QString())) {
                complain("is not translated");
                continue;
            }
            for (const QString& translation : message.translations) {
                if (!(places(message.source) - places(translation)).subtract({"%n"}).isEmpty() ||
                    !(places(translation) - places(message.source)).isEmpty())
                    complain("has other places (%1, %2 …) than its translation");
                if (hasMnemonic(message.source) != hasMnemonic(translation))
                    complain("has a mnemonic where its translation has none, or the other way round");
                if (message.source.contains(QStringLiteral("…")) != translation.contains(QStringLiteral("…")))
                    complain("promises a dialog (…) where its translation does not");
            }
        }
        for (const Message& message : messagesOf(kept))
            if (!found.contains(message.context + '\n' + message.source))
                wrong << QStringLiteral("%1: \"%2\" is no longer said").arg(message.context, message.source);
        QVERIFY2(wrong.isEmpty(), qPrintable("\n" + wrong.join('\n') +
                                             "\nRun the target update_translations and translate what is new."));
    }

    void aLocaleFindsItsLanguage() {
        QCOMPARE(app::Language::nearest(QLocale("zh_CN")), "zh_CN");
        QCOMPARE(app::Language::nearest(QLocale("zh_SG")), "zh_CN");
        QCOMPARE(app::Language::nearest(QLocale("zh_TW")), "en"); // written with other characters
        QCOMPARE(app::Language::nearest(QLocale("de_DE")), "en");
        QCOMPARE(app::Language::named("zh"), "zh_CN");
        QCOMPARE(app::Language::named("zh-cn"), "zh_CN");
        QCOMPARE(app::Language::named("zh_CN.UTF-8"), "zh_CN");
        QCOMPARE(app::Language::named("en_GB"), "en");
        QCOMPARE(app::Language::named("tlh"), QString());
    }

    void numbersAreWrittenAsReadersCount() {
        QCOMPARE(app::formatNumber(1.728e9, Unit::Rows), "1.73 B rows");
        QCOMPARE(app::formatNumber(1, Unit::Nodes), "1 node");
        m_bench->language().setCode("zh_CN");
        // 1.728e9 is 17.28 times 10^8 (亿); 38,400 is 3.84 times 10^4 (万).
        QCOMPARE(app::formatNumber(1.728e9, Unit::Rows), "17.3 亿行");
        QCOMPARE(app::formatNumber(300, Unit::Rows), "300 行");
        QCOMPARE(app::formatNumber(9999, Unit::Rows), "9999 行");
        QCOMPARE(app::formatNumber(38400, Unit::PerSecond), "3.84 万/秒");
        QCOMPARE(app::formatNumber(950, Unit::PerSecond), "950/秒");
        QCOMPARE(app::formatNumber(3, Unit::Nodes), "3 个节点");
        QCOMPARE(app::formatNumber(0.125, Unit::Percent), "12.5%");
        QCOMPARE(app::formatNumber(0.0079, Unit::Seconds), "7.90 ms");
        QCOMPARE(app::formatNumber(600, Unit::Seconds), "10 分钟");
        QCOMPARE(app::formatNumber(412e9, Unit::Bytes), "412 GB");
        QCOMPARE(app::formatExactly(1728000000, Unit::Rows), "1728000000 行");
        // What is written can be typed.
        for (const double value : {300.0, 9999.0, 38400.0, 3e8, 1.73e9, 2e12}) {
            QCOMPARE(app::parseNumber(app::formatNumber(value, Unit::Rows), Unit::Rows), value);
            QCOMPARE(app::parseNumber(app::formatNumber(value, Unit::PerSecond), Unit::PerSecond), value);
        }
        QCOMPARE(app::parseNumber("5 分钟", Unit::Seconds), 300.0);
        QCOMPARE(app::parseNumber("3 亿", Unit::Rows), 3e8);
        m_bench->language().setCode("en");
        QCOMPARE(app::parseNumber("3 亿", Unit::Rows), 3e8);
    }

    void sentencesFromBelowAreTranslated() {
        const QString route = "route author_id → 1 partition; posts → 20 rows in order, in 4 buckets of each key";
        QCOMPARE(app::said(route), route); // the window speaks English
        m_bench->language().setCode("zh_CN");
        QCOMPARE(app::said(route), "按 author_id 路由 → 1 个分区；posts → 有序 20 行，每个键 4 个桶");
        // Numbers inside are written as everywhere; names are kept, whatever they look like.
        QCOMPARE(
            app::said(std::string("its largest partition holds 100 M rows in 3.44 GB, where partitions should stay "
                                  "under 100 MB: reads, repair and compaction of it are slow, and one node carries "
                                  "it alone")),
            "其最大的分区有 1 亿行、占 3.44 GB，而分区应小于 100 "
            "MB：对它的读取、修复和压实都很慢，且由单个节点独自承担");
        QCOMPARE(app::said(QString("insert 1 row into storage and its 2 indexes")),
                 "向 storage 及其 2 个索引插入 1 行");
        QCOMPARE(app::said(QString("as planned: fetch 12.5 rows of posts by key")),
                 "按执行计划：按键取 posts 的 12.5 行");
        QCOMPARE(app::said(QString("a sentence that nobody wrote down")), "a sentence that nobody wrote down");
        QCOMPARE(app::saidNumber("38.4 k/s"), "3.84 万/秒");
        QCOMPARE(app::saidNumber("7.9 ms"), "7.9 ms");
        QCOMPARE(app::saidNumber("12 %"), "12%");
        QCOMPARE(app::saidNumber("3 nodes"), "3 个节点");
    }

    /// What the estimator says of a sample's problems and plans, on every engine, is in the table.
    void whatIsFoundIsTranslated() {
        load();
        m_bench->language().setCode("zh_CN");
        QStringList names; // what is called so in the project and its designs, and the words of the trade
        names << "p99"
              << "LIMIT"
              << "OFFSET"
              << "WHERE"
              << "ORDER BY"
              << "GSI1"
              << "GSI2";
        for (const model::Entity& entity : m_bench->project()->entities) {
            names << QString::fromStdString(entity.name);
            for (const model::Attribute& attribute : entity.attributes)
                names << QString::fromStdString(attribute.name);
        }
        QStringList untranslated;
        int sentences = 0;
        for (const app::LayoutAnalysis& layout : m_bench->analysis().latest()->layouts) {
            if (!layout.estimate)
                continue;
            QStringList known = names;
            known << QString::fromStdString(layout.profile->title);
            for (const model::Structure& structure : layout.estimate->design.structures) {
                known << QString::fromStdString(structure.name);
                for (const model::StructureIndex& index : structure.indexes)
                    known << QString::fromStdString(index.name);
            }
            for (const estimator::PatternEstimate& pattern : layout.estimate->patterns)
                known << QString::fromStdString(pattern.name);
            std::sort(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
            const auto check = [&](const std::string& english) {
                if (english.empty())
                    return;
                ++sentences;
                QString left = app::said(english);
                for (const QString& name : known)
                    left.remove(name);
                static const QRegularExpression kWord("[A-Za-z]{4,}");
                static const QRegularExpression kKey("\\w+(:\\w+)*:\\{\\w*\\}"); // the name of a cached answer
                if (left.remove(kKey).contains(kWord))
                    untranslated << QString::fromStdString(english);
            };
            for (const estimator::Problem& problem : layout.estimate->problems)
                for (const std::string& text : {problem.where, problem.why, problem.fix})
                    check(text);
            for (const estimator::PatternEstimate& pattern : layout.estimate->patterns) {
                check(pattern.plan.why);
                for (const auto& step : pattern.plan.steps)
                    check(step.text);
            }
            for (const estimator::NodeConstraint& constraint : layout.estimate->nodes.constraints)
                check(constraint.name);
        }
        QVERIFY(sentences > 100);
        untranslated.removeDuplicates();
        QVERIFY2(untranslated.isEmpty(),
                 qPrintable("\n" + untranslated.join('\n') + "\nAdd their forms to app/theme/sentence_table.cpp."));
    }

    void pluralsAgree() {
        const auto more = [](int n) {
            return QCoreApplication::translate("CardPainter", "%n more columns", nullptr, n);
        };
        QCOMPARE(more(1), "1 more column");
        QCOMPARE(more(2), "2 more columns");
        m_bench->language().setCode("zh_CN");
        QCOMPARE(more(1), "另有 1 列");
        QCOMPARE(more(2), "另有 2 列");
    }

    void mnemonicsAreNotRead() {
        QCOMPARE(app::withoutMnemonic("&Save"), "Save");
        QCOMPARE(app::withoutMnemonic("保存(&S)"), "保存");
        QCOMPARE(app::withoutMnemonic("另存为(&A)…"), "另存为…");
        QCOMPARE(app::withoutMnemonic("f(x) && g"), "f(x)  g");
    }

    /// The menu entry switches a window in use and remembers it; every page is in the new language; back again, every
    /// word is what it was.
    void switchingLeavesNoWordBehind() {
        load();
        runSimulation();
        const QHash<QString, QSet<QString>> english = readAllPages();
        m_bench->actions().at("language.zh_CN")->trigger();
        QCOMPARE(m_settings->value("window/language").toString(), "zh_CN");
        QCOMPARE(m_bench->language().code(), "zh_CN");

        QHash<QString, QString> chinese; // what an English text must have become
        for (const Message& message : messagesOf(tests::sourceFolder() + "/resources/translations/shardscape_zh_CN.ts"))
            if (message.context != "Sentences" && !message.plural && places(message.source).isEmpty() &&
                message.translations.front() != message.source)
                chinese.insert(message.source, message.translations.front());
        QStringList stale;
        for (const app::StageEntry& entry : app::stageTable()) {
            show(entry.id);
            const Words words(*m_window);
            for (const QString& text : words.texts())
                if (chinese.contains(text) || chinese.contains(text.section(QLatin1String(" ("), 0, 0)))
                    stale << QStringLiteral("%1: \"%2\" (%3)").arg(entry.id, text, words.who(text));
        }
        QVERIFY2(stale.isEmpty(), qPrintable("\n" + stale.join('\n')));

        m_bench->actions().at("language.en")->trigger();
        const QHash<QString, QSet<QString>> again = readAllPages();
        for (const app::StageEntry& entry : app::stageTable()) {
            QStringList other = (english[entry.id] - again[entry.id]).values();
            QVERIFY2(other.isEmpty(), qPrintable(entry.id + ": " + other.join(" | ")));
        }
    }

    void whatWasBeingDoneGoesOn() {
        load();
        runSimulation();
        auto* before = qobject_cast<app::SimulateStage*>(m_window->stage());
        const app::SimulationPtr run = before->shown();
        QVERIFY(run);
        m_window->showStage("entities");
        auto* canvas = m_window->findChild<app::CanvasView*>();
        canvas->setZoom(0.5, QPointF(100, 100));
        m_bench->actions().at("canvas.outline")->setChecked(true);
        m_window->showStage("simulate");
        m_bench->language().setCode("zh_CN");
        QCOMPARE(m_window->currentStage(), "simulate");
        auto* after = qobject_cast<app::SimulateStage*>(m_window->stage());
        QCOMPARE(after->shown(), run);
        QVERIFY(!after->isStale());
        QCOMPARE(m_window->findChildren<app::SimulateStage*>().size(), 1);
        QVERIFY(m_bench->actions().at("canvas.outline")->isChecked());
        m_window->showStage("entities");
        QCOMPARE(m_window->findChild<app::CanvasView*>()->zoom(), 0.5);
        // The actions do what they did: one new entity, not one for each page that was ever made.
        const std::size_t entities = m_bench->project()->entities.size();
        m_bench->actions().at("model.entity")->trigger();
        QCOMPARE(m_bench->project()->entities.size(), entities + 1);
    }

    void nothingIsCutOff_data() {
        QTest::addColumn<QString>("code");
        for (const app::Language::Choice& choice : app::Language::choices())
            QTest::newRow(qPrintable(choice.code)) << choice.code;
    }
    /// The least window that the design is made for (1280 × 800) shows every button and every label of one line whole.
    void nothingIsCutOff() {
        QFETCH(QString, code);
        m_bench->language().setCode(code);
        load();
        QStringList cut;
        for (const app::StageEntry& entry : app::stageTable()) {
            show(entry.id);
            for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
                const auto* label = qobject_cast<const QLabel*>(widget);
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                const QString text = label ? label->text() : button ? button->text() : QString();
                if (!widget->isVisible() || text.isEmpty() || (label && label->wordWrap()) ||
                    widget->size().isEmpty() || text.contains('\n') || widget->inherits("shardscape::app::RailButton"))
                    continue;
                const int needed = widget->fontMetrics().horizontalAdvance(app::withoutMnemonic(text));
                if (needed > widget->width() + 1)
                    cut << QStringLiteral("%1: \"%2\" needs %3, has %4")
                               .arg(entry.id, text)
                               .arg(needed)
                               .arg(widget->width());
            }
        }
        QVERIFY2(cut.isEmpty(), qPrintable("\n" + cut.join('\n')));
    }

    /// Pages, light and dark, for people to look at: with -s and $SHARDSCAPE_SCREENSHOTS set.
    void pictures_data() {
        QTest::addColumn<QString>("theme");
        for (const char* theme : {"light", "dark", "contrast"})
            QTest::newRow(theme) << theme;
    }
    void pictures() {
        QFETCH(QString, theme);
        const QString out = qEnvironmentVariable("SHARDSCAPE_SCREENSHOTS");
        if (out.isEmpty())
            QSKIP("SHARDSCAPE_SCREENSHOTS names no folder");
        QVERIFY(QDir().mkpath(out));
        m_bench->actions().at("theme." + theme)->trigger();
        m_bench->language().setCode("zh_CN");
        load();
        runSimulation();
        for (const app::StageEntry& entry : app::stageTable()) {
            show(entry.id);
            QVERIFY(m_window->grab().save(QStringLiteral("%1/%2-zh-%3.png").arg(out, entry.id, theme)));
        }
    }

private:
    void load() {
        const auto samples = model::listSamples(tests::sourceFolder().toStdString() + "/resources/samples");
        QVERIFY(samples.has_value());
        const auto at = std::find_if(samples->begin(), samples->end(),
                                     [](const model::Sample& sample) { return sample.name == "social-feed"; });
        QVERIFY(at != samples->end());
        auto loaded = model::loadSample(*at);
        QVERIFY(loaded.has_value());
        m_bench->document().reset(std::move(loaded->project));
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->analysis().isCurrent(), 120000);
    }
    void runSimulation() {
        m_window->showStage("simulate");
        auto* stage = qobject_cast<app::SimulateStage*>(m_window->stage());
        stage->findChild<QComboBox*>("requests")->setCurrentIndex(0); // words, not precision
        m_bench->actions().at("simulate.run")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!stage->isRunning() && stage->shown(), 60000);
    }
    void show(const QString& stage) {
        m_window->showStage(stage);
        for (int i = 0; i < 4; ++i)
            QCoreApplication::sendPostedEvents();
        if (auto* canvas = stage == "entities" ? m_window->findChild<app::CanvasView*>() : nullptr)
            canvas->fitAll();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs().running().empty(), 60000);
        for (int i = 0; i < 4; ++i)
            QCoreApplication::sendPostedEvents();
    }
    QHash<QString, QSet<QString>> readAllPages() {
        QHash<QString, QSet<QString>> pages;
        for (const app::StageEntry& entry : app::stageTable()) {
            show(entry.id);
            pages.insert(entry.id, Words(*m_window).texts());
        }
        return pages;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<app::Workbench> m_bench;
    std::unique_ptr<app::MainWindow> m_window;
};

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
