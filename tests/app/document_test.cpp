// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document.h"

#include <random>

#include <QSignalSpy>
#include <QTest>

#include "app/document/selection.h"

using namespace shardscape;
using app::Change;
using app::Document;

namespace {

app::Edit addEntity(const std::string& name) {
    return [name](const model::Project& project) -> model::Result<model::Project> {
        model::Project next = project;
        model::Entity entity;
        entity.id = next.newId<model::EntityId>();
        entity.name = name;
        next.entities.set(std::move(entity));
        return next;
    };
}

app::Edit nameProject(const std::string& name) {
    return [name](const model::Project& project) -> model::Result<model::Project> {
        model::Project next = project;
        next.name = name;
        return next;
    };
}

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { qRegisterMetaType<app::Change>(); }

    void undoIsThePointerThatWasThere() {
        Document document;
        const app::ProjectPtr before = document.project();
        QVERIFY(document.apply("Add a", addEntity("a")));
        const app::ProjectPtr after = document.project();
        document.undo();
        QCOMPARE(document.project(), before);
        document.redo();
        QCOMPARE(document.project(), after);
    }

    void refusedEditChangesNothing() {
        Document document;
        QSignalSpy changed(&document, &Document::changed);
        const app::ProjectPtr before = document.project();
        const auto refused = document.apply("No", [](const model::Project&) -> model::Result<model::Project> {
            return model::fail(model::ErrorCode::Conflict, "The name is taken");
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().message, std::string("The name is taken"));
        QCOMPARE(document.project(), before);
        QVERIFY(!document.canUndo());
        QCOMPARE(changed.count(), 0);
    }

    void editWithoutEffectIsNoStep() {
        Document document;
        QVERIFY(document.apply("Nothing", [](const model::Project& p) -> model::Result<model::Project> { return p; }));
        QVERIFY(!document.canUndo());
        QVERIFY(document.isClean());
    }

    void oneSignalAnEdit() {
        Document document;
        QSignalSpy changed(&document, &Document::changed);
        QVERIFY(document.apply("Add a", addEntity("a")));
        QCOMPARE(changed.count(), 1);
        const Change change = changed[0][0].value<Change>();
        QCOMPARE(change.kind, Change::Kind::Edited);
        QCOMPARE(change.label, QString("Add a"));
        QVERIFY(change.before->entities.empty());
        QCOMPARE(change.after->entities.size(), std::size_t(1));
        QCOMPARE(change.after, document.project());
    }

    void typingIsOneStep() {
        Document document;
        for (const char* text : {"s", "so", "social"})
            QVERIFY(document.apply("Rename project", nameProject(text), "project/name"));
        QCOMPARE(document.steps().size(), std::size_t(1));
        document.undo();
        QCOMPARE(document.project()->name, std::string());
        document.redo();
        QCOMPARE(document.project()->name, std::string("social"));
    }

    void anotherFieldOrUndoEndsTheMerge() {
        Document document;
        QVERIFY(document.apply("Rename", nameProject("a"), "project/name"));
        QVERIFY(document.apply("Add", addEntity("t")));
        QVERIFY(document.apply("Rename", nameProject("ab"), "project/name"));
        QCOMPARE(document.steps().size(), std::size_t(3));
        document.endMerge();
        QVERIFY(document.apply("Rename", nameProject("abc"), "project/name"));
        QCOMPARE(document.steps().size(), std::size_t(4));
        document.undo();
        document.redo();
        QVERIFY(document.apply("Rename", nameProject("abcd"), "project/name"));
        QCOMPARE(document.steps().size(), std::size_t(5));
    }

    void savedStateIsNeverMergedOver() {
        Document document;
        QVERIFY(document.apply("Rename", nameProject("a"), "project/name"));
        document.markClean();
        QVERIFY(document.apply("Rename", nameProject("ab"), "project/name"));
        QCOMPARE(document.steps().size(), std::size_t(2));
        QVERIFY(!document.isClean());
        document.undo();
        QVERIFY(document.isClean());
    }

    void anEditAfterUndoDropsTheFuture() {
        Document document;
        QVERIFY(document.apply("Add a", addEntity("a")));
        QVERIFY(document.apply("Add b", addEntity("b")));
        document.undo();
        QVERIFY(document.apply("Add c", addEntity("c")));
        QVERIFY(!document.canRedo());
        QCOMPARE(document.steps().size(), std::size_t(2));
        QCOMPARE(document.undoLabel(), QString("Add c"));
    }

    void recorderCanRefuse() {
        Document document;
        document.setRecorder(
            [](const Change&) -> model::Result<void> { return model::fail(model::ErrorCode::Io, "The disk is full"); });
        QVERIFY(!document.apply("Add a", addEntity("a")));
        QVERIFY(document.project()->entities.empty());
        QVERIFY(!document.canUndo());
    }

    void jumpsLikeThatManySteps() {
        // Random edits, undos, redos and jumps, against the list of versions kept by hand.
        std::mt19937 random(7);
        Document document;
        std::vector<model::Project> versions{*document.project()};
        std::size_t at = 0;
        for (int i = 0; i < 500; ++i) {
            switch (random() % 4) {
            case 0:
            case 1:
                QVERIFY(document.apply("Add", addEntity("e" + std::to_string(i))));
                versions.resize(at + 1);
                versions.push_back(*document.project());
                ++at;
                break;
            case 2: {
                at = random() % versions.size();
                document.jump(at);
                break;
            }
            case 3:
                if (document.canUndo()) {
                    document.undo();
                    --at;
                }
                break;
            }
            QCOMPARE(document.position(), at);
            QVERIFY(*document.project() == versions[at]);
            QCOMPARE(document.isClean(), at == 0);
        }
    }

    void selectionForgetsWhatIsGone() {
        Document document;
        app::Selection selection;
        QVERIFY(document.apply("Add a", addEntity("a")));
        const model::EntityId id = document.project()->entities.begin()->id;
        selection.selectEntity(id);
        QSignalSpy changed(&selection, &app::Selection::changed);
        selection.prune(*document.project());
        QCOMPARE(changed.count(), 0);
        document.undo();
        selection.prune(*document.project());
        QCOMPARE(changed.count(), 1);
        QVERIFY(selection.value().isEmpty());
    }
};

QTEST_APPLESS_MAIN(DocumentTest)
#include "document_test.moc"
