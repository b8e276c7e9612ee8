// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule finds what it forbids, at the right line, and leaves good code alone.
#include <QtTest>

#include "tests/lint/rules.h"
#include "tests/support/folders.h"

using namespace shardscape::tests;

class RulesTest : public QObject {
    Q_OBJECT
private slots:
    void aRuleFindsWhatItForbids_data();
    void aRuleFindsWhatItForbids();
    void aRuleLeavesGoodCodeAlone_data();
    void aRuleLeavesGoodCodeAlone();
    void everyRuleIsTriedBothWays();
    void aLineIsExcusedByAReason();
    void aFileIsExcusedAsAWhole();
    void aViolationReadsLikeACompilerMessage();

private:
    static void addBadCases();
    static void addGoodCases();
};

static const Rule& ruleNamed(const QString& name) {
    static const QList<Rule> kRules = allRules();
    for (const Rule& rule : kRules)
        if (rule.name == name)
            return rule;
    qFatal("no rule %s", qPrintable(name));
    return kRules.first();
}

static void addCase(const char* rule, const char* path, const QString& text, int line = 0) {
    const QByteArray quoted = text.simplified().right(60).toUtf8();
    QTest::addRow("%s %s %s", rule, path, quoted.constData()) << QString(rule) << QString(path) << text << line;
}

static void addColumns() {
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
}

/// Half of a word that the rules look for, so that a search of the tree for it does not end here.
static const QString kSpdx =
    "// SPDX-FileCopyrightText: Shardscape contributors\n// SPDX-License-Identifier: GPL-3.0-or-later\n";

static void addBadArrows() {
    addCase("arrow", "model/base/ids.h", "#include \"model/schema/entity.h\"", 1);
    addCase("arrow", "model/placement/ring.cpp", "\n#include \"model/schema/entity.h\"", 2);
    addCase("arrow", "model/schema/entity.h", "#include \"estimator/figure/figure.h\"", 1);
    addCase("arrow", "model/schema/entity.h", "#include \"simulator/kernel/clock.h\"", 1);
    addCase("arrow", "model/schema/entity.h", "#include \"model/storage/project_file.h\"", 1);
    addCase("arrow", "model/exchange/export/ddl.cpp", "#include \"app/report/html.h\"", 1);
    addCase("arrow", "model/storage/project_file.cpp", "#include \"model/exchange/import/sql.h\"", 1);
    addCase("arrow", "estimator/size/heap.cpp", "#include \"simulator/kernel/clock.h\"", 1);
    addCase("arrow", "estimator/size/heap.cpp", "  #  include \"app/main/settings.h\"", 1);
    addCase("arrow", "simulator/kernel/clock.h", "#include \"model/schema/entity.h\"", 1);
    addCase("arrow", "simulator/traffic/keys.h", "#include \"estimator/latency/queue.h\"", 1);
    addCase("arrow", "simulator/cluster/node.h", "#include \"simulator/compile/compile.h\"", 1);
    addCase("arrow", "simulator/compile/compile.cpp", "#include \"app/jobs/job.h\"", 1);
    addCase("arrow", "app/canvas/scene.h", "#include \"tests/support/folders.h\"", 1);
    addCase("qt-only-in-app", "model/base/ids.h", "#include <QString>", 1);
    addCase("qt-only-in-app", "estimator/figure/figure.h", "#include <string>\n#include <QtCore/QString>", 2);
    addCase("qt-only-in-app", "simulator/kernel/clock.cpp", "#include <qglobal.h>", 1);
    addCase("confined-header", "app/stages/estimate/page.cpp", "#include <qcustomplot.h>", 1);
    addCase("confined-header", "app/charts/plot.h", "#include <qcustomplot.h>", 1);
    addCase("confined-header", "model/exchange/export/sql.cpp", "#include <sqlite3.h>", 1);
    addCase("confined-header", "model/exchange/import/sql.cpp", "#include <libpq-fe.h>", 1);
    addCase("confined-header", "model/exchange/export/ddl.cpp", "#include <pg_query.h>", 1);
    addCase("confined-header", "estimator/planning/plan.cpp", "#include <protobuf/pg_query.pb-c.h>", 1);
    addCase("include-form", "app/canvas/scene.cpp", "#include \"scene.h\"", 1);
    addCase("include-form", "app/canvas/scene.cpp", "#include \"../document/document.h\"", 1);
    addCase("include-form", "model/base/result.cpp", "#include <model/base/result.h>", 1);
    addCase("own-header-first", "model/base/result.cpp", "#include <string>\n#include \"model/base/result.h\"", 1);
}

static void addBadHabits() {
    addCase("licence", "model/base/new.h", "#pragma once", 1);
    addCase("licence", "installers/run", "#!/bin/bash\nset -e", 1);
    addCase("pragma-once", "model/base/new.h", kSpdx + "#ifndef NEW_H", 3);
    addCase("pragma-once", "model/base/new.h", kSpdx, 1);
    addCase("namespace", "estimator/size/heap.cpp", "namespace shardscape::model {}", 1);
    addCase("waits", "app/canvas/scene.cpp", "int a;\n    QCoreApplication::processEvents();", 2);
    addCase("waits", "tests/app/canvas_test.cpp", "QTest::qWait(100);", 1);
    addCase("waits", "simulator/kernel/clock.cpp", "std::this_thread::sleep_for(1ms);", 1);
    addCase("waits", "tests/model/edit_test.cpp", "QThread::msleep(5); // just a moment", 1);
    addCase("blocking-dialogs", "app/document/save.cpp", "if (QMessageBox::question(this, a, b) == QMessageBox::Yes)",
            1);
    addCase("blocking-dialogs", "app/document/save.cpp", "name = QFileDialog::getSaveFileName(this);", 1);
    addCase("statics", "app/main/settings.h", "    static Settings& instance();", 1);
    addCase("statics", "model/base/ids.cpp", "static int counter = 0;", 1);
    addCase("statics", "model/base/ids.cpp", "    static std::map<int, std::string> cache;", 1);
    addCase("statics", "model/base/ids.cpp", "thread_local std::vector<int> scratch;", 1);
    addCase("statics", "model/base/ids.h", "inline static std::mutex lock{};", 1);
    addCase("colours", "app/canvas/painter.cpp", "painter.setPen(QColor(\"#2F6FED\"));", 1);
    addCase("colours", "app/canvas/painter.cpp", "painter.setPen(QColor(12, 13, 14));", 1);
    addCase("colours", "app/charts/heat.cpp", "line\nimage.fill(qRgb(0, 0, 0));", 2);
    addCase("colours", "app/charts/heat.cpp", "image.fill(Qt::white);", 1);
    addCase("colours", "app/panels/working.cpp", "setStyleSheet(\"color: #fff;\");", 1);
    addCase("length", "model/base/long.cpp", QString("x\n").repeated(601), 601);
    addCase("unfinished", "model/base/new.cpp",
            "int f(); // TO"
            "DO: later",
            1);
    addCase("unfinished", "README.md",
            "text\nFIX"
            "ME",
            2);
    addCase("machine-paths", "tests/model/corpus_test.cpp",
            "const char* k = \"/ho"
            "me/ann/corpus\";",
            1);
    addCase("machine-paths", "installers/run",
            "cd /ro"
            "ot/shardscape",
            1);
    addCase("machine-paths", "README.md",
            "see /wo"
            "rk/main",
            1);
    addCase("registries", "installers/run",
            "npm --registry https://registry.npmjs"
            ".org",
            1);
    addCase("registries", "tests/support/dynalite/package-lock.json",
            "\"resolved\": \"https://my.artifactory"
            ".example\"",
            1);
    addCase("engine-sources", "resources/engines/x.json", "{\"page_size_bytes\": 8192}", 1);
    addCase("engine-sources", "resources/engines/x.json", "{\"a\": {\"value\": 1, \"source\": \"\"}}", 1);
    addCase("engine-sources", "resources/engines/x.json", "{\"a\": ", 1);
}

void RulesTest::addBadCases() {
    addBadArrows();
    addBadHabits();
}

void RulesTest::addGoodCases() {
    addCase("arrow", "model/storage/project_file.cpp", "#include \"model/schema/project.h\"");
    addCase("arrow", "estimator/size/heap.cpp",
            "#include \"estimator/figure/figure.h\"\n#include \"model/schema/project.h\"");
    addCase("arrow", "simulator/cluster/router.h",
            "#include \"model/placement/ring.h\"\n#include \"simulator/kernel/clock.h\"");
    addCase("arrow", "simulator/compile/compile.cpp",
            "#include \"estimator/planning/plan.h\"\n#include \"model/schema/project.h\"");
    addCase("arrow", "app/canvas/scene.h",
            "#include \"app/document/document.h\"\n#include \"simulator/scenario/result.h\"");
    addCase("arrow", "model/base/ids.h", "// #include \"app/main/settings.h\" would be wrong here");
    addCase("qt-only-in-app", "app/canvas/scene.h", "#include <QGraphicsScene>");
    addCase("qt-only-in-app", "model/base/ids.h", "#include <queue>\n#include <fmt/format.h>");
    addCase("confined-header", "app/charts/plot.cpp", "#include <qcustomplot.h>");
    addCase("confined-header", "model/storage/project_file.cpp", "#include <sqlite3.h>");
    addCase("confined-header", "model/exchange/import/sql.cpp", "#include <protobuf/pg_query.pb-c.h>");
    addCase("include-form", "tests/model/edit_test.cpp", "#include <QtTest>\n#include \"edit_test.moc\"");
    addCase("own-header-first", "model/base/result.cpp",
            "// text\n#include \"model/base/result.h\"\n#include <string>");
    addCase("own-header-first", "tests/model/edit_test.cpp", "#include <QtTest>");
    addCase("licence", "model/base/new.h", kSpdx);
    addCase("licence", "installers/run", "#!/bin/bash\n# SPDX-License-Identifier: GPL-3.0-or-later");
    addCase("licence", "README.md", "# Shardscape");
    addCase("pragma-once", "model/base/new.h", kSpdx + "#pragma once\n");
    addCase("namespace", "estimator/size/heap.cpp", "namespace shardscape::estimator {}");
    addCase("waits", "tests/app/canvas_test.cpp", "QTRY_COMPARE(view.count(), 3); // no qWait(3) here\nspy.wait();");
    addCase("blocking-dialogs", "app/document/save.cpp", "auto* box = new QMessageBox(this);\nbox->open();");
    addCase("statics", "model/base/ids.cpp",
            "static int count(int from);\nstatic constexpr int kMost = 3;\n"
            "static const std::map<int, int> kTable{{1, 2}};\nstatic_assert(true);\n"
            "    int n = static_cast<int>(x);\nstatic int f() { return 1; }");
    addCase("colours", "app/theme/theme.cpp", "return QColor(\"#2F6FED\");");
    addCase("colours", "app/canvas/painter.cpp",
            "painter.setPen(theme.border);\nQColor(theme.text);\ntext = \"see #123\" + n;\n"
            "widget->setWindowFlag(Qt::Tool);");
    addCase("length", "model/base/long.cpp", QString("x\n").repeated(600));
    addCase("unfinished", "model/base/new.cpp", "// a to-do list is an entity like any other\nint hackathon;");
    addCase("machine-paths", "installers/run",
            "cd $HOME/work/x\nls /usr/lib/postgresql ../shared/design https://example.org/home/x/");
    addCase("registries", "README.md", "npm install dynalite");
    addCase("engine-sources", "resources/engines/x.json",
            "{\"name\": \"X\", \"default_replicas\": 3, \"page\": {\"size_bytes\": {\"value\": 8192, \"source\": "
            "\"documentation 15, 73.6\"}},"
            " \"types\": {\"source\": \"table 8.1\", \"widths\": [1, 2]}}");
    addCase("engine-sources", "resources/samples/x.json", "{\"rows\": 3}");
}

void RulesTest::aRuleFindsWhatItForbids_data() {
    addColumns();
    addBadCases();
}

void RulesTest::aRuleFindsWhatItForbids() {
    QFETCH(QString, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(int, line);
    const Tree tree{{"model/base/result.h", "model/base/result.cpp"}, {}};
    const QList<Violation> found = violations(ruleNamed(rule), sourceFile(path, text), tree);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().line, line);
    QVERIFY(!found.first().advice.isEmpty());
}

void RulesTest::aRuleLeavesGoodCodeAlone_data() {
    addColumns();
    addGoodCases();
}

void RulesTest::aRuleLeavesGoodCodeAlone() {
    QFETCH(QString, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    const Tree tree{{"model/base/result.h", "model/base/result.cpp"}, {}};
    for (const Violation& violation : violations(ruleNamed(rule), sourceFile(path, text), tree))
        QFAIL(qPrintable(violation.text()));
}

void RulesTest::everyRuleIsTriedBothWays() {
    // This file's own text is the list of cases.
    QFile self(sourceFolder() + QStringLiteral("/tests/lint/rules_test.cpp"));
    QVERIFY(self.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(self.readAll());
    const auto good = text.indexOf("void RulesTest::addGoodCases()");
    for (const Rule& rule : allRules()) {
        const QString call = QStringLiteral("addCase(\"%1\"").arg(rule.name);
        QVERIFY2(text.left(good).contains(call), qPrintable("no bad case for " + rule.name));
        QVERIFY2(text.mid(good).contains(call), qPrintable("no good case for " + rule.name));
    }
}

void RulesTest::aLineIsExcusedByAReason() {
    const QString call = "QTest::qWait(1);";
    const auto count = [&](const QString& comment) {
        return violations(ruleNamed("waits"), sourceFile("tests/app/a_test.cpp", call + comment), {}).size();
    };
    QCOMPARE(count(" // lint-ok(waits): the frame rate itself is measured here"), 0);
    QCOMPARE(count(" // lint-ok(waits): ok"), 1);                           // not a reason
    QCOMPARE(count(" // lint-ok(colours): the frame rate is measured"), 1); // another rule
    QCOMPARE(count(" // the frame rate itself is measured here"), 1);
}

void RulesTest::aFileIsExcusedAsAWhole() {
    const SourceFile file = sourceFile("model/base/long.cpp", QString("x\n").repeated(700));
    QCOMPARE(violations(ruleNamed("length"), file, {}).size(), 1);
    QCOMPARE(violations(ruleNamed("length"), file, {{}, {"length model/base/long.cpp"}}).size(), 0);
    QCOMPARE(violations(ruleNamed("length"), file, {{}, {"waits model/base/long.cpp"}}).size(), 1);
}

void RulesTest::aViolationReadsLikeACompilerMessage() {
    QCOMPARE((Violation{"app/a.cpp", 12, "waits", "wait for a signal"}.text()),
             QStringLiteral("app/a.cpp:12: waits: wait for a signal"));
}

QTEST_APPLESS_MAIN(RulesTest)
#include "rules_test.moc"
