// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several diagrams over one model, with their notes, pins and groups. Expectations by hand.
#include <stdexcept>

#include <QtTest>

#include "model/edit/boundary_edits.h"
#include "model/edit/diagram_edits.h"
#include "model/edit/diff.h"
#include "model/edit/entity_edits.h"
#include "model/edit/key_edits.h"
#include "model/edit/relationship_edits.h"
#include "model/storage/database.h"
#include "model/storage/text_form.h"

using namespace shardscape::model;

namespace {

/// The new version, which must be sound.
Project done(const Result<Project>& result) {
    if (!result)
        throw std::runtime_error(result.error().text());
    for (const std::string& broken : validate(*result))
        throw std::runtime_error(broken);
    return *result;
}

/// users(id) <- orders(user_id).
struct Shop {
    Project project;
    EntityId users, orders;
    RelationshipId ordersOfUser;

    Shop() {
        users = entity("users", {0, 0});
        orders = entity("orders", {300, 0});
        apply(setPrimaryKey(project, users, {project.entities.find(users)->attributes.front().id}));
        ordersOfUser = RelationshipId{project.nextId};
        apply(connectEntities(project, {orders, users, false, false}));
    }
    void apply(const Result<Project>& result) { project = done(result); }
    EntityId entity(const char* name, Point position) {
        const EntityId id{project.nextId};
        Entity draft;
        draft.name = name;
        draft.attributes.emplace_back();
        draft.attributes.back().name = "id";
        draft.attributes.back().type.kind = TypeKind::Int64;
        apply(addEntity(project, draft, position));
        return id;
    }
};

template <class T> void refused(const Result<T>& result, ErrorCode code, const char* word) {
    QVERIFY(!result);
    QCOMPARE(int(result.error().code), int(code));
    QVERIFY2(result.error().message.find(word) != std::string::npos, result.error().message.c_str());
}

} // namespace

class DiagramEditsTest : public QObject {
    Q_OBJECT

private slots:
    void severalDiagrams();
    void notesPinsAndGroups();
    void filesFromBeforeHaveOneDiagram();
};

void DiagramEditsTest::severalDiagrams() {
    Shop shop;
    const DiagramId second{shop.project.nextId};
    shop.apply(addDiagram(shop.project, " Orders ", {shop.orders, shop.users}));
    QCOMPARE(shop.project.find(second)->name, std::string("Orders"));
    QCOMPARE(shop.project.diagrams().size(), std::size_t(2));
    QVERIFY(!shop.project.find(second)->everything);
    refused(addDiagram(shop.project, "Orders", {}), ErrorCode::Conflict, "already a diagram");
    refused(addDiagram(shop.project, "Main", {}), ErrorCode::Conflict, "already a diagram");
    // Each has its own places and bends.
    const Point onFirst = shop.project.diagram->positions.at(shop.users);
    shop.apply(moveEntities(shop.project, {{shop.users, {1, 2}}}, second));
    shop.apply(setBends(shop.project, shop.ordersOfUser, {{5, 5}}, second));
    QCOMPARE(shop.project.find(second)->positions.at(shop.users), (Point{1, 2}));
    QCOMPARE(shop.project.diagram->positions.at(shop.users), onFirst);
    QVERIFY(shop.project.diagram->bends.empty());
    // Off the diagram is not out of the model; the line's bends go with it.
    shop.apply(takeOffDiagram(shop.project, second, {shop.users}));
    QVERIFY(shop.project.entities.contains(shop.users));
    QVERIFY(!shop.project.find(second)->shows(shop.users) && shop.project.diagram->shows(shop.users));
    QVERIFY(shop.project.find(second)->bends.empty() && shop.project.find(second)->positions.empty());
    shop.apply(putOnDiagram(shop.project, second, {shop.users}));
    QVERIFY(shop.project.find(second)->shows(shop.users));
    // What is new comes onto the diagram it is drawn on, and onto those that show everything.
    const EntityId added{shop.project.nextId};
    Entity draft;
    draft.name = "carts";
    shop.apply(addEntity(shop.project, draft, Point{9, 9}, second));
    QVERIFY(shop.project.find(second)->shows(added) && shop.project.diagram->shows(added));
    const EntityId copy{shop.project.nextId};
    shop.apply(duplicateEntities(shop.project, {added}, {10, 10}, second));
    QCOMPARE(shop.project.find(second)->positions.at(copy), (Point{19, 19}));
    // A diagram of everything can do without some.
    shop.apply(takeOffDiagram(shop.project, {}, {copy}));
    QVERIFY(!shop.project.diagram->shows(copy));
    shop.apply(removeEntities(shop.project, {copy, added}, Removal::Refuse));
    QVERIFY(shop.project.diagram->exceptions.empty());
    QCOMPARE(shop.project.find(second)->exceptions, (std::vector<EntityId>{shop.users, shop.orders}));
    // The first one can go as well: the next takes its place.
    const DiagramId third{shop.project.nextId};
    shop.apply(duplicateDiagram(shop.project, second, "Orders again"));
    shop.apply(renameDiagram(shop.project, third, "Third"));
    shop.apply(removeDiagram(shop.project, {}));
    QCOMPARE(shop.project.diagram->name, std::string("Orders"));
    QVERIFY(!shop.project.find(second));
    shop.apply(removeDiagram(shop.project, third));
    refused(removeDiagram(shop.project, {}), ErrorCode::Conflict, "at least one");
    QCOMPARE(validate(shop.project), std::vector<std::string>());
}

void DiagramEditsTest::notesPinsAndGroups() {
    Shop shop;
    const NoteId note{shop.project.nextId};
    shop.apply(addNote(shop.project, {}, {{}, "Orders are kept\nfor ten years", {10, 20}, 180, 60, 2}));
    QCOMPARE(shop.project.diagram->find(note)->color, 2);
    Note changed = *shop.project.diagram->find(note);
    changed.corner = {50, 60};
    shop.apply(changeNote(shop.project, {}, changed));
    QCOMPARE(shop.project.diagram->find(note)->corner, (Point{50, 60}));
    changed.width = 3;
    refused(changeNote(shop.project, {}, changed), ErrorCode::Invalid, "sides");
    // A copy of the diagram has notes of its own.
    const DiagramId copy{shop.project.nextId};
    shop.apply(duplicateDiagram(shop.project, {}, "Copy"));
    QVERIFY(shop.project.find(copy)->notes.front().id != note);
    shop.apply(removeNotes(shop.project, {}, {note}));
    QVERIFY(shop.project.diagram->notes.empty());
    refused(removeNotes(shop.project, {}, {note}), ErrorCode::NotFound, "note");
    // Pins and groups belong to one diagram and go with what they name.
    const BoundaryId boundary{shop.project.nextId};
    shop.apply(addBoundary(shop.project, "sales"));
    shop.apply(setPinned(shop.project, copy, {shop.orders, shop.users}, true));
    QVERIFY(shop.project.find(copy)->isPinned(shop.users) && !shop.project.diagram->isPinned(shop.users));
    shop.apply(setCollapsed(shop.project, copy, boundary, Point{3, 4}));
    shop.apply(setLocked(shop.project, copy, boundary, true));
    QVERIFY(shop.project.find(copy)->isLocked(boundary));
    QCOMPARE(diff(shop.project, done(setLocked(shop.project, copy, boundary, false))).sentences(),
             (std::vector<std::string>{"diagram Copy, groups changed"}));
    shop.apply(removeBoundary(shop.project, boundary));
    QVERIFY(shop.project.find(copy)->collapsed.empty() && shop.project.find(copy)->locked.empty());
    QCOMPARE(validate(shop.project), std::vector<std::string>());
}

void DiagramEditsTest::filesFromBeforeHaveOneDiagram() {
    // The text of an earlier version: a diagram is places and bends.
    const std::string text = "shardscape 1\nnext_id: 3\n\nentity 1 {\n  name: \"users\"\n}\n\n"
                             "diagram: {positions: {1: {x: 40, y: -8.5}}}\n";
    const Project project = done(loadProject(text, "x"));
    QVERIFY(project.moreDiagrams.empty() && project.diagram->everything);
    QCOMPARE(Project::nameOf(*project.diagram), std::string("Main"));
    QCOMPARE(project.find(DiagramId{})->positions.at(EntityId{1}), (Point{40, -8.5}));
    QCOMPARE(project.findDiagram("Main"), project.find(DiagramId{}));
    // And lists are in order, whoever writes them.
    refused(loadProject(text + "\nmore_diagram 2 {\n  name: \"A\"\n  pinned: [1, 1]\n}\n", "x"), ErrorCode::Invalid,
            "not ascending");
    refused(loadProject(text + "\nmore_diagram 2 {\n  name: \"Main\"\n}\n", "x"), ErrorCode::Invalid, "two diagrams");
}

QTEST_APPLESS_MAIN(DiagramEditsTest)
#include "diagram_edits_test.moc"
