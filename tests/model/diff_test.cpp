// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "model/edit/attribute_edits.h"
#include "model/edit/boundary_edits.h"
#include "model/edit/diagram_edits.h"
#include "model/edit/diff.h"
#include "model/edit/entity_edits.h"
#include "model/edit/key_edits.h"
#include "model/edit/project_edits.h"
#include "model/edit/relationship_edits.h"

using namespace shardscape::model;

namespace {

Project ok(const Result<Project>& result) {
    if (!result)
        throw std::runtime_error(result.error().text());
    return *result;
}

Entity draft(const char* name) {
    Entity entity;
    entity.name = name;
    Attribute id;
    id.id = AttributeId{1};
    id.name = "id";
    id.type.kind = TypeKind::Int64;
    entity.attributes = {id};
    Key key;
    key.kind = KeyKind::Primary;
    key.attributes = {id.id};
    entity.keys = {key};
    return entity;
}

QStringList words(const Project& before, const Project& after) {
    QStringList out;
    for (const std::string& sentence : diff(before, after).sentences())
        out.push_back(QString::fromStdString(sentence));
    return out;
}

} // namespace

class DiffTest : public QObject {
    Q_OBJECT

private slots:
    void nothingDiffers();
    void additionsAndRemovalsMirror();
    void changesAreToldInWords();
    void orderAndPlacesAreTold();
    void identityIsTheIdNotTheName();
    void modelsAreEqualModuloIds();
    void theCostIsThatOfTheChanges();
};

void DiffTest::nothingDiffers() {
    const Project project = ok(addEntity(Project(), draft("users")));
    QVERIFY(diff(project, project).empty());
    Project copy = project;
    copy.entities.set(*copy.entities.begin()); // an equal object at another place of memory
    QVERIFY(diff(project, copy).empty());
}

void DiffTest::additionsAndRemovalsMirror() {
    const Project one = ok(addEntity(Project(), draft("users"), Point{0, 0}));
    const Project two = ok(connectEntities(ok(addEntity(one, draft("orders"))),
                                           {EntityId{one.nextId}, one.entities.begin()->id, false, false}));
    QCOMPARE(words(one, two), QStringList({"entity orders added", "relationship orders → users added"}));
    QCOMPARE(words(two, one), QStringList({"entity orders removed", "relationship orders → users removed"}));
    QCOMPARE(int(diff(two, one).entities.at(0).kind), int(ChangeKind::Removed));
}

void DiffTest::changesAreToldInWords() {
    const Project before = ok(addEntity(Project(), draft("users")));
    const EntityId users = before.entities.begin()->id;
    const ColumnRef id{users, before.entities.begin()->attributes.at(0).id};
    Project after = ok(renameEntity(before, users, "accounts"));
    QCOMPARE(words(before, after), QStringList({"entity accounts, name: users → accounts"}));
    after = ok(setAttributeGenerator(ok(renameAttribute(before, id, "user_id")), id, Generator::Snowflake));
    QCOMPARE(words(before, after), QStringList({"users: attribute user_id, name: id → user_id",
                                                "users: attribute user_id, generator: none → snowflake"}));
    after = ok(setVolume(before, users, {Rows{1000}, 0, 0, {}}));
    QCOMPARE(words(before, after), QStringList({"entity users, volume rows: none → 1000"}));
    const BoundaryId billing{before.nextId};
    after = ok(assignBoundary(ok(addBoundary(before, "billing")), {users}, billing));
    QCOMPARE(words(before, after), QStringList({"entity users, boundary: none → billing", "boundary billing added"}));
    Type text;
    after = ok(setAttributeType(before, id, text));
    QCOMPARE(words(before, after), QStringList({"users: attribute id, type kind: int64 → text"}));
    Attribute email;
    email.name = "email";
    after = ok(addAttribute(before, users, email));
    QCOMPARE(words(before, after), QStringList({"users: attribute email added"}));
    after = ok(addUniqueKey(after, users, {after.entities.begin()->attributes.at(1).id}));
    QCOMPARE(words(before, after), QStringList({"users: attribute email added", "users: key unique (email) added"}));
    after = ok(addCheck(before, users, {"", "id > 0", false, false, ""}));
    QCOMPARE(words(before, after), QStringList({"entity users, check changed"}));
    Requirements requirements;
    requirements.regions = {"us", "eu"};
    after = ok(setRequirements(before, requirements));
    QCOMPARE(words(before, after), QStringList({"project, requirements regions: none → us, eu"}));
}

void DiffTest::orderAndPlacesAreTold() {
    Project before = ok(addEntity(Project(), draft("users"), Point{0, 0}));
    const EntityId users = before.entities.begin()->id;
    Attribute email;
    email.name = "email";
    before = ok(addAttribute(before, users, email));
    const ColumnRef id{users, before.entities.begin()->attributes.at(0).id};
    Project after = ok(moveAttribute(before, id, 1));
    QCOMPARE(words(before, after), QStringList({"users: attributes reordered"}));
    // Removing one of them is not a new order of the others.
    after = ok(removeAttributes(before, users, {id.attribute}, Removal::Refuse));
    QVERIFY(!diff(before, after).entities.at(0).attributesReordered);
    after = ok(moveEntities(before, {{users, {5, 5}}}));
    QVERIFY(diff(before, after).moved == std::vector<EntityId>{users});
    QCOMPARE(words(before, after), QStringList({"1 entity moved"}));
}

void DiffTest::identityIsTheIdNotTheName() {
    const Project before = ok(addEntity(Project(), draft("users")));
    const Project after =
        ok(addEntity(ok(removeEntities(before, {before.entities.begin()->id}, Removal::Refuse)), draft("users")));
    QCOMPARE(words(before, after), QStringList({"entity users removed", "entity users added"}));
    QVERIFY(equalModuloIds(before, after));
}

void DiffTest::modelsAreEqualModuloIds() {
    const auto build = [](bool ordersFirst) {
        Project project;
        for (const char* name : {ordersFirst ? "orders" : "users", ordersFirst ? "users" : "orders"})
            project = ok(addEntity(project, draft(name)));
        const Entity* orders = project.findEntity("orders");
        const Entity* users = project.findEntity("users");
        return orders && users ? ok(connectEntities(project, {orders->id, users->id, false, false})) : project;
    };
    QVERIFY(!(build(true) == build(false)));
    QVERIFY(equalModuloIds(build(true), build(false)));
    const Project other = ok(setEntityComment(build(false), build(false).findEntity("users")->id, "x"));
    QVERIFY(!equalModuloIds(build(true), other));
}

void DiffTest::theCostIsThatOfTheChanges() {
    // 20,000 entities: comparing them by value takes milliseconds each time, by pointers next to nothing. The bound is
    // generous to a loaded machine, and far below the other.
    std::vector<Entity> entities(20000);
    Project project;
    for (Entity& entity : entities) {
        entity.id = project.newId<EntityId>();
        entity.name = "entity_" + std::to_string(entity.id.value);
        entity.attributes.resize(15);
        for (Attribute& attribute : entity.attributes) {
            attribute.id = project.newId<AttributeId>();
            attribute.name = "attribute_" + std::to_string(attribute.id.value);
        }
    }
    const EntityId first = entities.front().id;
    project.entities.assign(std::move(entities));
    const Project after = ok(setEntityComment(project, first, "x"));
    Project copied = project;
    copied.entities.assign(std::vector<Entity>(project.entities.begin(), project.entities.end()));
    const auto best = [](const Project& a, const Project& b) {
        qint64 nanoseconds = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer timer;
            timer.start();
            (void)diff(a, b);
            nanoseconds = std::min(nanoseconds, timer.nsecsElapsed());
        }
        return nanoseconds;
    };
    QCOMPARE(diff(project, after).entities.size(), std::size_t(1));
    QVERIFY(diff(project, copied).empty());
    QVERIFY(best(project, after) * 4 < best(project, copied));
}

QTEST_APPLESS_MAIN(DiffTest)
#include "diff_test.moc"
