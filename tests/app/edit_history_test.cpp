// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand random edits with undo, redo, jumps, saving and reloading among them: what the document shows is always
// the version that a list kept by the test says. With SHARDSCAPE_PROOFS=long ten times as many.
#include <random>

#include <QTest>

#include "app/document/document.h"
#include "model/storage/database.h"
#include "model/storage/text_form.h"
#include "tests/support/random_edits.h"

using namespace shardscape;
using shardscape::tests::RandomEdits;

class EditHistoryTest : public QObject {
    Q_OBJECT
private slots:
    void tenThousandEdits();

private:
    void history(unsigned seed, int edits, int* done);
};

void EditHistoryTest::tenThousandEdits() {
    const bool longer = qEnvironmentVariable("SHARDSCAPE_PROOFS") == "long";
    const unsigned histories = longer ? 800 : 80;
    int done = 0;
    for (unsigned seed = 1; seed <= histories && !QTest::currentTestFailed(); ++seed)
        history(seed, 125, &done);
    QCOMPARE(done, longer ? 100000 : 10000);
}

void EditHistoryTest::history(unsigned seed, int edits, int* done) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
    };
    app::Document document;
    std::vector<app::ProjectPtr> versions{document.project()};
    std::size_t at = 0;
    for (int edit = 0; edit < edits; ++edit, ++*done) {
        RandomEdits edits_(seed * 100000u + unsigned(edit));
        const app::ProjectPtr before = document.project();
        (void)document.apply("edit", [&](const model::Project& project) { return edits_.edit(project); });
        if (document.project() != before) { // what was undone before is forgotten
            versions.resize(at + 1);
            versions.push_back(document.project());
            ++at;
        }
        switch (below(12)) {
        case 0:
        case 1:
            document.undo();
            at -= at > 0;
            break;
        case 2:
            document.redo();
            at += at + 1 < versions.size();
            break;
        case 3:
            at = below(versions.size());
            document.jump(at);
            break;
        default: break;
        }
        // The very version, not one like it.
        QVERIFY2(document.project() == versions[at], qPrintable(QString("seed %1, edit %2").arg(seed).arg(edit)));
        if (edit % 25 != 24)
            continue;
        const model::Project& now = *document.project();
        const auto problems = model::validate(now);
        QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().c_str());
        const auto bytes = model::toDatabase(now);
        QVERIFY(bytes.has_value());
        const auto loaded = model::fromDatabase(*bytes, "x");
        QVERIFY(loaded.has_value() && *loaded == now);
        const auto dumped = model::loadProject(model::dumpProject(now), "x");
        QVERIFY(dumped.has_value() && *dumped == now);
    }
    while (document.canUndo())
        document.undo();
    QVERIFY(document.project() == versions.front());
    while (document.canRedo())
        document.redo();
    QVERIFY(document.project() == versions.back());
}

QTEST_APPLESS_MAIN(EditHistoryTest)
#include "edit_history_test.moc"
