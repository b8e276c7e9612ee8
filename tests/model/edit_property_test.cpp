// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QTemporaryDir>

#include <rapidcheck.h>

#include "model/edit/diff.h"
#include "model/storage/database.h"
#include "model/storage/project_change.h"
#include "model/storage/project_file.h"
#include "model/storage/text_form.h"
#include "tests/support/random_edits.h"

using namespace shardscape::model;
using shardscape::tests::RandomEdits;

namespace {

/// The versions that a list of seeds leads to, one edit each, from an empty project on. A shorter list, or smaller
/// seeds, is a simpler case, so that a failure shrinks to few edits.
std::vector<Project> history(const std::vector<unsigned>& seeds) {
    std::vector<Project> versions{Project()};
    for (unsigned seed : seeds)
        versions.push_back(RandomEdits(seed).next(versions.back()));
    return versions;
}

std::vector<unsigned> someEdits() {
    return *rc::gen::scale(0.8, rc::gen::container<std::vector<unsigned>>(rc::gen::arbitrary<unsigned>()));
}

} // namespace

class EditPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void everyEditLeavesASoundProject();
    void oldVersionsNeverChange();
    void savingAndLoadingBetweenChangesNothing();
    void theJournalLeadsToTheSameProject();
    void differencesAreThoseOfTheEdit();
};

void EditPropertyTest::everyEditLeavesASoundProject() {
    QVERIFY(rc::check("validate() is content, ids only go up", [] {
        const std::vector<Project> versions = history(someEdits());
        for (std::size_t i = 0; i < versions.size(); ++i) {
            RC_ASSERT(validate(versions[i]) == std::vector<std::string>());
            if (i > 0) // the macro's own || would look at both sides
                RC_ASSERT(versions[i].nextId >= versions[i - 1].nextId);
        }
    }));
}

void EditPropertyTest::oldVersionsNeverChange() {
    QVERIFY(rc::check("undo all equals the start, redo all equals the end", [] {
        std::vector<Project> versions{Project()};
        std::vector<std::string> texts{dumpProject(versions.back())};
        for (unsigned seed : someEdits()) {
            versions.push_back(RandomEdits(seed).next(versions.back()));
            texts.push_back(dumpProject(versions.back()));
        }
        for (std::size_t i = versions.size(); i-- > 0;)
            RC_ASSERT(dumpProject(versions[i]) == texts[i]);
    }));
}

void EditPropertyTest::savingAndLoadingBetweenChangesNothing() {
    QVERIFY(rc::check("edits of what was saved and loaded lead where the edits lead", [] {
        Project plain;
        Project stored;
        for (unsigned seed : someEdits()) {
            plain = RandomEdits(seed).next(plain);
            stored = RandomEdits(seed).next(stored);
            if (seed % 3 == 0) {
                const Result<std::string> bytes = toDatabase(stored);
                RC_ASSERT(bytes.has_value());
                const Result<Project> again = fromDatabase(*bytes, "x");
                RC_ASSERT(again.has_value());
                stored = *again;
            } else if (seed % 3 == 1) {
                const Result<Project> again = loadProject(dumpProject(stored), "x");
                RC_ASSERT(again.has_value());
                stored = *again;
            }
        }
        RC_ASSERT(stored == plain);
        RC_ASSERT(diff(plain, stored).empty());
        RC_ASSERT(equalModuloIds(plain, stored));
    }));
}

void EditPropertyTest::theJournalLeadsToTheSameProject() {
    QVERIFY(rc::check("edits, all undone, all redone: recovered step by step", [] {
        QTemporaryDir folder;
        std::vector<unsigned> seeds = someEdits();
        seeds.resize(std::min<std::size_t>(seeds.size(), 10)); // each step waits for the disk
        const std::vector<Project> versions = history(seeds);
        if (versions.size() < 2)
            return;
        {
            auto file = ProjectFile::untitled(folder.path().toStdString(), versions.front());
            RC_ASSERT(file.has_value());
            for (std::size_t i = 1; i < versions.size(); ++i)
                RC_ASSERT((*file)->append(versions[i - 1], versions[i], "edit").has_value());
            for (std::size_t i = versions.size() - 1; i > 0; --i)
                RC_ASSERT((*file)->append(versions[i], versions[i - 1], "undo", StepKind::Undo).has_value());
            for (std::size_t i = 1; i < versions.size(); ++i)
                RC_ASSERT((*file)->append(versions[i - 1], versions[i], "redo", StepKind::Redo).has_value());
        }
        const std::vector<std::string> journals = ProjectFile::abandoned(folder.path().toStdString());
        RC_ASSERT(journals.size() == 1u);
        const auto opened = ProjectFile::openAbandoned(journals.front());
        RC_ASSERT(opened.has_value());
        RC_ASSERT(opened->recovery.has_value());
        const std::vector<RecoveredStep>& steps = opened->recovery->steps;
        const std::size_t edits = versions.size() - 1;
        RC_ASSERT(steps.size() == 3 * edits);
        for (std::size_t i = 0; i < edits; ++i) {
            RC_ASSERT(steps[i].after == versions[i + 1]);
            RC_ASSERT(steps[edits + i].after == versions[edits - 1 - i]);
            RC_ASSERT(steps[2 * edits + i].after == versions[i + 1]);
        }
    }));
}

void EditPropertyTest::differencesAreThoseOfTheEdit() {
    QVERIFY(rc::check("a diff is empty exactly when nothing but ids differs, and says so both ways", [] {
        const std::vector<Project> versions = history(someEdits());
        for (std::size_t i = 1; i < versions.size(); ++i) {
            const Project& a = versions[i - 1];
            const Project& b = versions[i];
            Project sameIds = b;
            sameIds.nextId = a.nextId;
            RC_ASSERT(diff(a, b).empty() == (sameIds == a));
            RC_ASSERT(diff(a, b).empty() == diff(b, a).empty());
            RC_ASSERT(diff(a, b).sentences().empty() == diff(a, b).empty());
            RC_ASSERT(diff(a, b).entities.size() == diff(b, a).entities.size());
        }
    }));
}

QTEST_APPLESS_MAIN(EditPropertyTest)
#include "edit_property_test.moc"
