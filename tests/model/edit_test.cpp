// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>
#include <stdexcept>

#include <QtTest>

#include "model/edit/attribute_edits.h"
#include "model/edit/boundary_edits.h"
#include "model/edit/diagram_edits.h"
#include "model/edit/entity_edits.h"
#include "model/edit/index_edits.h"
#include "model/edit/key_edits.h"
#include "model/edit/pattern_edits.h"
#include "model/edit/project_edits.h"
#include "model/edit/relationship_edits.h"
#include "model/edit/sql_rename.h"

using namespace shardscape::model;

namespace {

/// The new version, which must be sound and of which the old one must not have changed.
Project done(const Project& before, const Result<Project>& result) {
    if (!result)
        throw std::runtime_error(result.error().text());
    for (const std::string& broken : validate(*result))
        throw std::runtime_error(broken);
    if (result->nextId < before.nextId)
        throw std::runtime_error("ids went backwards");
    return *result;
}

/// What is there; a test that finds nothing ends here.
template <class T> const T& need(const T* found) {
    if (!found)
        throw std::runtime_error("not found");
    return *found;
}

Attribute column(const char* name, TypeKind kind) {
    Attribute attribute;
    attribute.name = name;
    attribute.type.kind = kind;
    return attribute;
}

/// users(id, name, email) <- orders(id, user_id, status, total), with access patterns over both.
class Shop {
public:
    Project project;
    EntityId users, orders;
    AttributeId userId, userName, email, orderId, orderUser, status, total;
    RelationshipId ordersOfUser;
    PatternId ordersByUser;

    Shop() {
        users = entity("users", {0, 0});
        orders = entity("orders", {300, 0});
        userId = add(users, column("id", TypeKind::Int64));
        userName = add(users, column("name", TypeKind::Text));
        email = add(users, column("email", TypeKind::Text));
        orderId = add(orders, column("id", TypeKind::Int64));
        apply(setPrimaryKey(project, users, {userId}));
        apply(setPrimaryKey(project, orders, {orderId}));
        ordersOfUser = RelationshipId{project.nextId};
        apply(connectEntities(project, {orders, users, false, false}));
        orderUser = need(project.relationships.find(ordersOfUser)).childAttributes.at(0);
        status = add(orders, column("status", TypeKind::Text));
        total = add(orders, column("total", TypeKind::Int64));
        AccessPattern pattern;
        pattern.name = "OrdersByUser";
        pattern.verb = Verb::List;
        pattern.sql =
            "SELECT o.id, status FROM orders o JOIN users u ON u.id = o.user_id\n WHERE email = $1 -- email\n";
        pattern.entity = orders;
        pattern.joined = {users};
        pattern.joins = {{{users, userId}, {orders, orderUser}, false}};
        Predicate byEmail;
        byEmail.column = {users, email};
        byEmail.text = "email = $1";
        pattern.predicates = {byEmail};
        pattern.projection = {{orders, orderId}, {orders, status}};
        pattern.rate.average = {100};
        ordersByUser = PatternId{project.nextId};
        apply(addPattern(project, pattern));
    }

    void apply(const Result<Project>& result) { project = done(project, result); }
    EntityId entity(const char* name, Point position) {
        const EntityId id{project.nextId};
        Entity draft;
        draft.name = name;
        apply(addEntity(project, draft, position));
        return id;
    }
    AttributeId add(EntityId entity, const Attribute& attribute) {
        const AttributeId id{project.nextId};
        apply(addAttribute(project, entity, attribute));
        return id;
    }
    const Entity& get(EntityId id) const { return need(project.entities.find(id)); }
    const AccessPattern& pattern() const { return need(project.patterns.find(ordersByUser)); }
};

template <class T> void refused(const Result<T>& result, ErrorCode code, const char* word) {
    QVERIFY(!result);
    QCOMPARE(int(result.error().code), int(code));
    QVERIFY2(result.error().message.find(word) != std::string::npos, result.error().message.c_str());
}

} // namespace

class EditTest : public QObject {
    Q_OBJECT

private slots:
    void entitiesAreAddedUnderFreshIds();
    void namesAreChecked();
    void removalAsksAboutPatterns();
    void attributeRemovalFollowsDropColumn();
    void renameRewritesSql();
    void renameLeavesTheUnclearAlone_data();
    void renameLeavesTheUnclearAlone();
    void entityRenameRewritesSql_data();
    void entityRenameRewritesSql();
    void expressionsFollowARename();
    void keysAndIndexes();
    void connecting();
    void manyToMany();
    void duplicates();
    void boundaries();
    void layoutsEnumsAndRequirements();
    void numbersAreChecked();
    void diagram();
    void editsThatChangeNothingShareTheVersion();
};

void EditTest::entitiesAreAddedUnderFreshIds() {
    Shop shop;
    Entity draft;
    draft.name = "  items ";
    draft.attributes = {column("id", TypeKind::Int64), column("sku", TypeKind::Text)};
    draft.attributes[0].id = AttributeId{1}; // ids of a draft only connect its parts
    draft.attributes[1].id = AttributeId{2};
    Key key;
    key.kind = KeyKind::Primary;
    key.attributes = {AttributeId{1}};
    draft.keys = {key};
    const EntityId id{shop.project.nextId};
    shop.apply(addEntity(shop.project, draft, Point{10, 20}));
    const Entity& items = shop.get(id);
    QCOMPARE(items.name, std::string("items"));
    QVERIFY(items.attributes[0].id.value > id.value);
    QVERIFY(need(items.primaryKey()).attributes[0] == items.attributes[0].id);
    QVERIFY(!items.attributes[0].nullable); // a primary key is never null
    QVERIFY(items.attributes[1].nullable);
    QCOMPARE(shop.project.diagram->positions.at(id).y, 20.0);
}

void EditTest::namesAreChecked() {
    Shop shop;
    Entity draft;
    draft.name = " ";
    refused(addEntity(shop.project, draft), ErrorCode::Invalid, "empty");
    draft.name = std::string(129, 'a');
    refused(addEntity(shop.project, draft), ErrorCode::Invalid, "129");
    draft.name = "a\nb";
    refused(addEntity(shop.project, draft), ErrorCode::Invalid, "characters");
    draft.name = "\xff";
    refused(addEntity(shop.project, draft), ErrorCode::Invalid, "characters");
    draft.name = "\xe8\xae\xa2\xe5\x8d\x95"; // 订单
    QVERIFY(addEntity(shop.project, draft).has_value());
    draft.name = "users";
    refused(addEntity(shop.project, draft), ErrorCode::Conflict, "users");
    draft.schema = "public"; // the default schema by its name
    refused(addEntity(shop.project, draft), ErrorCode::Conflict, "users");
    draft.schema = "audit";
    QVERIFY(addEntity(shop.project, draft).has_value());
    refused(renameEntity(shop.project, shop.orders, "users"), ErrorCode::Conflict, "users");
    refused(renameAttribute(shop.project, {shop.users, shop.email}, "name"), ErrorCode::Conflict, "name");
    refused(renameEntity(shop.project, EntityId{999}, "x"), ErrorCode::NotFound, "entity");
}

void EditTest::removalAsksAboutPatterns() {
    Shop shop;
    refused(removeEntities(shop.project, {shop.users}, Removal::Refuse), ErrorCode::Conflict, "OrdersByUser");
    shop.apply(removeEntities(shop.project, {shop.users}, Removal::Cascade));
    QCOMPARE(shop.project.entities.size(), std::size_t(1));
    QCOMPARE(shop.project.relationships.size(), std::size_t(0));
    QCOMPARE(shop.project.patterns.size(), std::size_t(0));
    QCOMPARE(shop.project.diagram->positions.size(), std::size_t(1));
    QVERIFY(shop.get(shop.orders).find(shop.orderUser)); // stays as a plain column
}

void EditTest::attributeRemovalFollowsDropColumn() {
    Shop shop;
    shop.apply(addCheck(shop.project, shop.orders, {"", "total > 0 AND status <> 'total'", false, false, ""}));
    Index index;
    index.parts = {{shop.status, "", false, {}, "", ""}, {shop.total, "", false, {}, "", ""}};
    shop.apply(addIndex(shop.project, shop.orders, index));
    refused(removeAttributes(shop.project, shop.users, {shop.email}, Removal::Refuse), ErrorCode::Conflict,
            "OrdersByUser");
    refused(removeAttributes(shop.project, shop.users, {shop.userId}, Removal::Refuse), ErrorCode::Conflict, "orders");

    Project lists = done(shop.project, removeAttributes(shop.project, shop.orders, {shop.status}, Removal::Cascade));
    QCOMPARE(need(lists.patterns.find(shop.ordersByUser)).projection.size(),
             std::size_t(1)); // only returned: loses the column
    QCOMPARE(need(lists.entities.find(shop.orders)).indexes.size(), std::size_t(0));
    QCOMPARE(need(lists.entities.find(shop.orders)).checks.size(), std::size_t(0));

    Project shape = done(shop.project, removeAttributes(shop.project, shop.users, {shop.email}, Removal::Cascade));
    QCOMPARE(shape.patterns.size(), std::size_t(0)); // searched by it: cannot be without it

    Project key = done(shop.project, removeAttributes(shop.project, shop.users, {shop.userId}, Removal::Cascade));
    QVERIFY(!need(key.entities.find(shop.users)).primaryKey());
    QCOMPARE(key.relationships.size(), std::size_t(0));

    Attribute generated = column("twice", TypeKind::Int64);
    generated.generatedSql = "total * 2";
    const AttributeId twice = shop.add(shop.orders, generated);
    refused(removeAttributes(shop.project, shop.orders, {shop.total}, Removal::Cascade), ErrorCode::Conflict,
            "computed");
    done(shop.project, removeAttributes(shop.project, shop.orders, {shop.total, twice}, Removal::Cascade));
}

void EditTest::renameRewritesSql() {
    Shop shop;
    shop.apply(renameAttribute(shop.project, {shop.users, shop.email}, "E-Mail"));
    QCOMPARE(
        shop.pattern().sql,
        std::string(
            "SELECT o.id, status FROM orders o JOIN users u ON u.id = o.user_id\n WHERE \"E-Mail\" = $1 -- email\n"));
    QCOMPARE(shop.pattern().predicates[0].text, std::string("\"E-Mail\" = $1"));
    shop.apply(renameAttribute(shop.project, {shop.users, shop.userId}, "user_id"));
    QCOMPARE(shop.pattern().sql, std::string("SELECT o.id, status FROM orders o JOIN users u ON u.user_id = "
                                             "o.user_id\n WHERE \"E-Mail\" = $1 -- email\n"));
    shop.apply(renameEntity(shop.project, shop.orders, "order"));
    QCOMPARE(shop.pattern().sql, std::string("SELECT o.id, status FROM \"order\" o JOIN users u ON u.user_id = "
                                             "o.user_id\n WHERE \"E-Mail\" = $1 -- email\n"));
}

void EditTest::renameLeavesTheUnclearAlone_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("expected");
    // status of orders becomes state. What PostgreSQL resolves each name to is the expectation.
    const auto row = [](const char* name, const char* sql, const char* expected = nullptr) {
        QTest::newRow(name) << QString(sql) << QString(expected ? expected : sql);
    };
    row("bare", "SELECT status FROM orders WHERE STATUS = 'status'", "SELECT state FROM orders WHERE state = 'status'");
    row("quoted", "SELECT \"status\" FROM orders", "SELECT state FROM orders");
    row("other case quoted", "SELECT \"Status\" FROM orders");
    row("qualified", "SELECT orders.status FROM public.orders", "SELECT orders.state FROM public.orders");
    row("schema qualified", "SELECT status FROM public.orders WHERE total = 1",
        "SELECT state FROM public.orders WHERE total = 1");
    row("strings and comments",
        "SELECT status /* status /* status */ */ FROM orders WHERE total::text = E'\\'status' AND x = $a$status$a$",
        "SELECT state /* status /* status */ */ FROM orders WHERE total::text = E'\\'status' AND x = $a$status$a$");
    row("parameter", "SELECT 1 FROM orders WHERE status = :status", "SELECT 1 FROM orders WHERE state = :status");
    row("function", "SELECT status(id) FROM orders");
    row("type", "SELECT total::status FROM orders");
    row("insert",
        "INSERT INTO orders (id, status) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET status = EXCLUDED.status",
        "INSERT INTO orders (id, state) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET state = EXCLUDED.state");
    row("update", "UPDATE orders SET status = $1 WHERE id = $2 RETURNING status",
        "UPDATE orders SET state = $1 WHERE id = $2 RETURNING state");
    row("delete", "DELETE FROM orders USING users u WHERE status = 'x' AND u.id = user_id",
        "DELETE FROM orders USING users u WHERE state = 'x' AND u.id = user_id");
    row("subquery", "SELECT name FROM users WHERE id IN (SELECT user_id FROM orders WHERE status = $1)",
        "SELECT name FROM users WHERE id IN (SELECT user_id FROM orders WHERE state = $1)");
    row("output alias", "SELECT total AS status FROM orders ORDER BY status");
    row("derived table", "SELECT status FROM (SELECT status FROM orders) x");
    row("common table", "WITH x AS (SELECT orders.status FROM orders) SELECT x.status FROM x");
    row("inside a common table", "WITH x AS (SELECT total FROM orders WHERE orders.status = 'a') SELECT total FROM x",
        "WITH x AS (SELECT total FROM orders WHERE orders.state = 'a') SELECT total FROM x");
    row("unknown table", "SELECT status FROM orders, elsewhere");
    row("two tables have it", "SELECT status FROM orders, shipments");
    row("two tables, qualified", "SELECT o.status, s.status FROM orders o, shipments AS s",
        "SELECT o.state, s.status FROM orders o, shipments AS s");
    row("the other has the new name", "SELECT status FROM orders, regions");
    row("unknown qualifier", "SELECT q.status FROM orders o");
    row("extract", "SELECT extract(epoch FROM status) FROM orders", "SELECT extract(epoch FROM state) FROM orders");
    row("not parsable", "SELECT status FROM orders WHERE 'open", "SELECT state FROM orders WHERE 'open");
    row("empty", "");
}

void EditTest::renameLeavesTheUnclearAlone() {
    QFETCH(QString, sql);
    QFETCH(QString, expected);
    Shop shop;
    shop.add(shop.entity("shipments", {0, 300}), column("status", TypeKind::Text));
    shop.add(shop.entity("regions", {0, 600}), column("state", TypeKind::Text));
    const Entity& orders = shop.get(shop.orders);
    QCOMPARE(QString::fromStdString(renameAttributeInSql(sql.toStdString(), shop.project, orders,
                                                         need(orders.find(shop.status)), "state")),
             expected);
}

void EditTest::entityRenameRewritesSql_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("expected");
    // orders becomes purchases.
    const auto row = [](const char* name, const char* sql, const char* expected = nullptr) {
        QTest::newRow(name) << QString(sql) << QString(expected ? expected : sql);
    };
    row("from", "SELECT orders.id FROM orders WHERE 'orders' = $1",
        "SELECT purchases.id FROM purchases WHERE 'orders' = $1");
    row("schema", "SELECT * FROM public.orders AS o, users", "SELECT * FROM public.purchases AS o, users");
    row("list", "SELECT * FROM users u, orders WHERE orders.user_id = u.id",
        "SELECT * FROM users u, purchases WHERE purchases.user_id = u.id");
    row("alias of another", "SELECT orders.name FROM users orders");
    row("insert select", "INSERT INTO orders (id) SELECT o.id FROM orders o",
        "INSERT INTO purchases (id) SELECT o.id FROM purchases o");
    row("update", "UPDATE orders SET total = 1", "UPDATE purchases SET total = 1");
    row("whole row", "SELECT row_to_json(orders) FROM orders");
    row("common table", "WITH orders AS (SELECT 1) SELECT * FROM orders");
    row("new name is an alias", "SELECT * FROM orders, users purchases");
    row("for update", "SELECT id FROM orders FOR UPDATE", "SELECT id FROM purchases FOR UPDATE");
    row("subquery", "SELECT (SELECT count(*) FROM orders x WHERE x.user_id = users.id) FROM users",
        "SELECT (SELECT count(*) FROM purchases x WHERE x.user_id = users.id) FROM users");
    row("parentheses", "SELECT * FROM (orders JOIN users ON user_id = users.id)",
        "SELECT * FROM (purchases JOIN users ON user_id = users.id)");
}

void EditTest::entityRenameRewritesSql() {
    QFETCH(QString, sql);
    QFETCH(QString, expected);
    Shop shop;
    QCOMPARE(
        QString::fromStdString(renameEntityInSql(sql.toStdString(), shop.project, shop.get(shop.orders), "purchases")),
        expected);
}

void EditTest::expressionsFollowARename() {
    Shop shop;
    Attribute generated = column("gross", TypeKind::Int64);
    generated.generatedSql = "total * 119 / 100";
    shop.add(shop.orders, generated);
    shop.apply(addCheck(shop.project, shop.orders, {"c", "total >= 0 AND status <> 'total'", false, false, ""}));
    Index index;
    index.parts = {{{}, "abs(total)", false, {}, "", ""}};
    index.predicate = "total > 100";
    shop.apply(addIndex(shop.project, shop.orders, index));
    shop.apply(renameAttribute(shop.project, {shop.orders, shop.total}, "amount"));
    const Entity& orders = shop.get(shop.orders);
    QCOMPARE(need(orders.findByName("gross")).generatedSql, std::string("amount * 119 / 100"));
    QCOMPARE(orders.checks[0].expression, std::string("amount >= 0 AND status <> 'total'"));
    QCOMPARE(orders.indexes[0].parts[0].expression, std::string("abs(amount)"));
    QCOMPARE(orders.indexes[0].predicate, std::string("amount > 100"));
}

void EditTest::keysAndIndexes() {
    Shop shop;
    refused(setAttributeNullable(shop.project, {shop.users, shop.userId}, true), ErrorCode::Conflict, "primary key");
    shop.apply(setPrimaryKey(shop.project, shop.users, {shop.userId, shop.email}));
    QVERIFY(!need(shop.get(shop.users).find(shop.email)).nullable);
    refused(setPrimaryKey(shop.project, shop.users, {shop.userId, shop.userId}), ErrorCode::Invalid, "twice");
    refused(setPrimaryKey(shop.project, shop.users, {shop.total}), ErrorCode::NotFound, "attribute");
    const KeyId unique{shop.project.nextId};
    shop.apply(addUniqueKey(shop.project, shop.users, {shop.email}));
    refused(addUniqueKey(shop.project, shop.users, {shop.email}), ErrorCode::Conflict, "already");
    shop.apply(removeKey(shop.project, shop.users, unique));
    shop.apply(setPrimaryKey(shop.project, shop.users, {}));
    QVERIFY(!shop.get(shop.users).primaryKey());

    Index index;
    refused(addIndex(shop.project, shop.orders, index), ErrorCode::Invalid, "no column");
    index.parts = {{shop.orderUser, "", true, {}, "", ""}};
    shop.apply(addIndex(shop.project, shop.orders, index));
    shop.apply(addIndex(shop.project, shop.orders, index));
    QCOMPARE(shop.get(shop.orders).indexes[0].name, std::string("orders_user_id_idx"));
    QCOMPARE(shop.get(shop.orders).indexes[1].name, std::string("orders_user_id_idx_2"));
    Index changed = shop.get(shop.orders).indexes[0];
    changed.name = "orders_user_id_idx_2";
    refused(changeIndex(shop.project, shop.orders, changed), ErrorCode::Conflict, "orders_user_id_idx_2");
    shop.apply(removeIndex(shop.project, shop.orders, changed.id));
    shop.apply(moveAttribute(shop.project, {shop.orders, shop.total}, 0));
    QVERIFY(shop.get(shop.orders).attributes[0].id == shop.total);
}

void EditTest::connecting() {
    Shop shop;
    QCOMPARE(need(shop.get(shop.orders).find(shop.orderUser)).name, std::string("user_id"));
    QCOMPARE(int(need(shop.get(shop.orders).find(shop.orderUser)).type.kind), int(TypeKind::Int64));
    refused(connectAttributes(shop.project, {shop.orders, shop.orderUser}, {shop.users, shop.userId}),
            ErrorCode::Conflict, "already");
    refused(connectAttributes(shop.project, {shop.orders, shop.total}, {shop.users, shop.email}), ErrorCode::Conflict,
            "key");
    shop.apply(addUniqueKey(shop.project, shop.users, {shop.email}));
    refused(connectAttributes(shop.project, {shop.orders, shop.total}, {shop.users, shop.email}), ErrorCode::Conflict,
            "compared");
    // Drawn from the parent: users.email is the key, so orders.status refers to it either way.
    const RelationshipId drawn{shop.project.nextId};
    shop.apply(connectAttributes(shop.project, {shop.users, shop.email}, {shop.orders, shop.status}));
    QVERIFY(need(shop.project.relationships.find(drawn)).child == shop.orders);
    shop.apply(removeRelationships(shop.project, {drawn}));

    const RelationshipId self{shop.project.nextId};
    shop.apply(connectEntities(shop.project, {shop.users, shop.users, false, false}));
    const Attribute& parent =
        need(shop.get(shop.users).find(need(shop.project.relationships.find(self)).childAttributes[0]));
    QCOMPARE(parent.name, std::string("parent_id"));
    QVERIFY(parent.nullable);

    const EntityId profiles = shop.entity("profiles", {0, 500});
    const RelationshipId toProfile{shop.project.nextId};
    shop.apply(connectEntities(shop.project, {profiles, shop.users, true, true}));
    QVERIFY(shop.get(profiles).isUnique(need(shop.project.relationships.find(toProfile)).childAttributes));
    refused(connectEntities(shop.project, {shop.users, profiles, false, false}), ErrorCode::Conflict, "primary key");
    shop.apply(setFanOut(shop.project, toProfile, {200.0, 1e8, FanOutShape::PowerLaw, 2.1}));
    refused(setFanOut(shop.project, toProfile, {200.0, 100.0, FanOutShape::Fixed, 0}), ErrorCode::Invalid, "maximum");
}

void EditTest::manyToMany() {
    Shop shop;
    const EntityId follows{shop.project.nextId};
    shop.apply(connectManyToMany(shop.project, shop.users, shop.users, "follows", Point{5, 6}));
    const Entity& junction = shop.get(follows);
    QCOMPARE(junction.attributes.size(), std::size_t(2));
    QCOMPARE(junction.attributes[0].name, std::string("user_id"));
    QCOMPARE(junction.attributes[1].name, std::string("related_user_id"));
    QCOMPARE(need(junction.primaryKey()).attributes.size(), std::size_t(2));
    QCOMPARE(shop.project.relationships.size(), std::size_t(3));
    const EntityId second{shop.project.nextId};
    shop.apply(connectManyToMany(shop.project, shop.users, shop.orders));
    QCOMPARE(shop.get(second).name, std::string("users_orders"));
    QCOMPARE(shop.get(second).attributes[1].name, std::string("order_id"));
    refused(connectManyToMany(shop.project, shop.users, shop.orders, "follows"), ErrorCode::Conflict, "follows");
}

void EditTest::duplicates() {
    Shop shop;
    shop.apply(duplicateEntities(shop.project, {shop.users, shop.orders}, {40, 40}));
    QCOMPARE(shop.project.entities.size(), std::size_t(4));
    const Entity* users = &need(shop.project.findEntity("users_2"));
    const Entity* orders = &need(shop.project.findEntity("orders_2"));
    QCOMPARE(shop.project.relationships.size(), std::size_t(2));
    for (const Relationship& line : shop.project.relationships)
        QVERIFY((line.child == shop.orders && line.parent == shop.users) ||
                (line.child == orders->id && line.parent == users->id));
    QCOMPARE(shop.project.diagram->positions.at(orders->id).x, 340.0);
    shop.apply(duplicateEntities(shop.project, {shop.orders}, {0, 0})); // alone it keeps its parent
    QVERIFY(std::any_of(
        shop.project.relationships.begin(), shop.project.relationships.end(), [&](const Relationship& line) {
            return line.child == need(shop.project.findEntity("orders_3")).id && line.parent == shop.users;
        }));
}

void EditTest::boundaries() {
    Shop shop;
    const BoundaryId billing{shop.project.nextId};
    shop.apply(addBoundary(shop.project, "billing"));
    const BoundaryId identity{shop.project.nextId};
    shop.apply(addBoundary(shop.project, "identity"));
    QVERIFY(need(shop.project.boundaries.find(billing)).color != need(shop.project.boundaries.find(identity)).color);
    refused(renameBoundary(shop.project, billing, "identity"), ErrorCode::Conflict, "identity");
    shop.apply(assignBoundary(shop.project, {shop.orders, shop.users}, billing));
    shop.apply(removeBoundary(shop.project, billing));
    QVERIFY(!shop.get(shop.orders).boundary);
    refused(assignBoundary(shop.project, {shop.orders}, billing), ErrorCode::NotFound, "boundary");
}

void EditTest::layoutsEnumsAndRequirements() {
    Shop shop;
    Layout layout;
    layout.engine = "cassandra";
    layout.nodes = 6;
    layout.partitionKeys[shop.orders] = {shop.orderUser};
    shop.apply(addLayout(shop.project, layout));
    refused(addLayout(shop.project, layout), ErrorCode::Conflict, "cassandra");
    layout.engine = "redis";
    layout.nodes = 0;
    refused(addLayout(shop.project, layout), ErrorCode::Invalid, "at least 1");
    // A removed column takes the override with it.
    shop.apply(removeAttributes(shop.project, shop.orders, {shop.orderUser}, Removal::Cascade));
    QVERIFY(need(shop.project.findLayout("cassandra")).partitionKeys.empty());

    const EnumId mood{shop.project.nextId};
    EnumType type;
    type.name = "mood";
    type.labels = {"sad", "sad"};
    refused(addEnum(shop.project, type), ErrorCode::Invalid, "sad");
    type.labels = {"sad", "ok"};
    shop.apply(addEnum(shop.project, type));
    Type ofMood;
    ofMood.kind = TypeKind::Enum;
    ofMood.enumeration = mood;
    Type array;
    array.kind = TypeKind::Array;
    array.element = std::make_shared<const Type>(ofMood);
    shop.apply(setAttributeType(shop.project, {shop.orders, shop.status}, array));
    refused(removeEnum(shop.project, mood), ErrorCode::Conflict, "orders.status");
    shop.apply(setAttributeType(shop.project, {shop.orders, shop.status}, Type{}));
    shop.apply(removeEnum(shop.project, mood));
    refused(setAttributeType(shop.project, {shop.orders, shop.status}, ofMood), ErrorCode::Invalid, "enumeration");

    Requirements requirements;
    requirements.dominant = "speed";
    refused(setRequirements(shop.project, requirements), ErrorCode::Invalid, "speed");
    requirements.dominant = "latency";
    requirements.availability = 0.9995;
    shop.apply(setRequirements(shop.project, requirements));
}

void EditTest::numbersAreChecked() {
    Shop shop;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    refused(setVolume(shop.project, shop.users, {Rows{-1}, 0, 0, {}}), ErrorCode::Invalid, "rows");
    refused(setVolume(shop.project, shop.users, {Rows{1}, nan, 0, {}}), ErrorCode::Invalid, "rows");
    refused(setVolume(shop.project, shop.users, {Rows{1}, 0, 0, 0.0}), ErrorCode::Invalid, "retention");
    refused(setAttributeStatistics(shop.project, {shop.users, shop.email}, {{}, {}, 1.5, {}}), ErrorCode::Invalid,
            "nulls");
    refused(setAttributeStatistics(shop.project, {shop.users, shop.email}, {10.0, 5.0, {}, {}}), ErrorCode::Invalid,
            "maximum");
    refused(setAttributeGenerator(shop.project, {shop.users, shop.email}, Generator::AutoIncrement), ErrorCode::Invalid,
            "generator");
    shop.apply(setAttributeGenerator(shop.project, {shop.users, shop.userId}, Generator::AutoIncrement, true));
    Type text;
    shop.apply(setAttributeType(shop.project, {shop.users, shop.userId}, text)); // text cannot count up
    QCOMPARE(int(need(shop.get(shop.users).find(shop.userId)).generator), int(Generator::None));
    RateProfile rate;
    rate.average = {-1};
    refused(setPatternRate(shop.project, shop.ordersByUser, rate), ErrorCode::Invalid, "rate");
    rate.average = {1};
    rate.days = {0, 0, 0, 0, 0, 0, 0};
    refused(setPatternRate(shop.project, shop.ordersByUser, rate), ErrorCode::Invalid, "sum");
    KeyPopularity popularity;
    popularity.theta = -1;
    refused(setPatternPopularity(shop.project, shop.ordersByUser, popularity), ErrorCode::Invalid, "theta");
    refused(setPatternP99(shop.project, shop.ordersByUser, 0.0), ErrorCode::Invalid, "p99");
    shop.apply(setPatternP99(shop.project, shop.ordersByUser, 0.05));
    shop.apply(setPatternConsistency(shop.project, shop.ordersByUser, {ConsistencyKind::Bounded, 5}));
}

void EditTest::diagram() {
    Shop shop;
    shop.apply(moveEntities(shop.project, {{shop.users, {7, 8}}}));
    QCOMPARE(shop.project.diagram->positions.at(shop.users).x, 7.0);
    QCOMPARE(shop.project.diagram->positions.at(shop.orders).x, 300.0);
    shop.apply(setBends(shop.project, shop.ordersOfUser, {{1, 2}, {3, 4}}));
    shop.apply(setBends(shop.project, shop.ordersOfUser, {}));
    QVERIFY(shop.project.diagram->bends.empty());
    refused(moveEntities(shop.project, {{shop.users, {std::numeric_limits<double>::infinity(), 0}}}),
            ErrorCode::Invalid, "position");
}

void EditTest::editsThatChangeNothingShareTheVersion() {
    Shop shop;
    const Project same = done(shop.project, setEntityComment(shop.project, shop.users, ""));
    QVERIFY(same.entities.sameVersion(shop.project.entities));
    const Project renamed = done(shop.project, renameEntity(shop.project, shop.users, "users"));
    QVERIFY(renamed == shop.project);
    const Project moved = done(shop.project, moveEntities(shop.project, {{shop.users, {0, 0}}}));
    QVERIFY(moved.diagram == shop.project.diagram);
    // An edit of one entity shares all others.
    const Project one = done(shop.project, setEntityComment(shop.project, shop.users, "who"));
    QVERIFY(one.entities.pointer(shop.orders) == shop.project.entities.pointer(shop.orders));
    QVERIFY(one.patterns.sameVersion(shop.project.patterns));
}

QTEST_APPLESS_MAIN(EditTest)
#include "edit_test.moc"
