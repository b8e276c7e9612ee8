// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prisma schemas into the model. Expectations of small texts come from Prisma's reference, those of real schemas from
// what Prisma's own engine counts in them.
#include "tests/support/catalogue_corpus.h"
#include "tests/support/import_checks.h"

#include "model/exchange/import/import_formats.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

Imported import(const std::string& text) {
    return importedAs("schema.prisma", text);
}

} // namespace

class PrismaImportTest : public QObject {
    Q_OBJECT
private slots:
    void models();
    void relations();
    void brokenTexts_data();
    void brokenTexts();
    void realSchemas_data();
    void realSchemas();
};

void PrismaImportTest::models() {
    const Imported i = import(R"txt(
datasource db { provider = "postgresql"
  url = env("X") }
enum Role { USER
  ADMIN @map("admin")
  @@map("roles") }
/// People
model User {
  id      Int      @id @default(autoincrement())
  uid     String   @unique(map: "u") @default(uuid()) @db.Uuid
  email   String?  @map("e_mail") @db.VarChar(255) /// where to write
  role    Role     @default(USER)
  made    DateTime @default(now())
  seen    DateTime? @db.Timestamptz(6)
  price   Decimal  @db.Decimal(10, 2)
  tags    String[] @default([])
  data    Json     @default("{}")
  point   Unsupported("circle")?
  updated DateTime @updatedAt
  flag    Boolean  @default(false)
  gen     String   @default(dbgenerated("md5('x')"))

  @@unique([email, role])
  @@index([made(sort: Desc), flag], map: "ix")
  @@index([data], type: Gin)
  @@map("users")
})txt");
    const Entity& users = entityOf(i, "users");
    QCOMPARE(qtext(users.comment), QStringLiteral("People"));
    QCOMPARE(users.attributes.size(), std::size_t(13));
    QCOMPARE(columnOf(i, "users", "id").generator, Generator::AutoIncrement);
    QVERIFY(columnOf(i, "users", "uid").type.kind == TypeKind::Uuid &&
            columnOf(i, "users", "uid").generator == Generator::UuidV4);
    const Attribute& mail = columnOf(i, "users", "e_mail");
    QVERIFY(mail.nullable && mail.type.kind == TypeKind::String && mail.type.length == 255);
    QCOMPARE(qtext(mail.comment), QStringLiteral("where to write"));
    QCOMPARE(i.project.enums.find(columnOf(i, "users", "role").type.enumeration)->labels,
             (std::vector<std::string>{"USER", "admin"}));
    QCOMPARE(qtext(i.project.enums.begin()->name), QStringLiteral("roles"));
    QCOMPARE(qtext(columnOf(i, "users", "made").defaultSql), QStringLiteral("CURRENT_TIMESTAMP"));
    QCOMPARE(columnOf(i, "users", "made").type.precision, 3);
    QVERIFY(columnOf(i, "users", "seen").type.withTimeZone && columnOf(i, "users", "seen").type.precision == 6);
    QVERIFY(columnOf(i, "users", "price").type.precision == 10 && columnOf(i, "users", "price").type.scale == 2);
    QCOMPARE(columnOf(i, "users", "tags").type.element->kind, TypeKind::Text);
    QCOMPARE(columnOf(i, "users", "data").type.kind, TypeKind::Json);
    QCOMPARE(qtext(columnOf(i, "users", "point").type.native), QStringLiteral("circle"));
    QCOMPARE(qtext(columnOf(i, "users", "gen").defaultSql), QStringLiteral("md5('x')"));
    QStringList keys;
    for (const Key& key : users.keys)
        keys << qtext(key.name) + "(" + namesOf(users, key.attributes) + ")";
    QCOMPARE(keys.join(' '), QStringLiteral("users_pkey(id) u(uid) users_e_mail_role_key(e_mail,role)"));
    QCOMPARE(indexesOf(users).join(' '), QStringLiteral("ix(made-,flag) users_data_idx(data)"));
    QCOMPARE(users.indexes[1].method, IndexMethod::Gin);
    QCOMPARE(complaintsOf(i), QString());
}

void PrismaImportTest::relations() {
    const Imported i = import(R"txt(
model User { id Int @id
  posts Post[]
  tags Tag[]
  boss User? @relation("Boss", fields: [bossId], references: [id])
  bossId Int?
  staff User[] @relation("Boss")
  k1 Int
  k2 Int
  @@unique([k1, k2]) }
model Post { id Int @id
  a Int
  b Int
  user User @relation(fields: [userId], references: [id], onDelete: Cascade, map: "fk")
  userId Int
  pair User? @relation("p", fields: [a, b], references: [k1, k2]) }
model Tag { name String @id
  users User[] })txt");
    QCOMPARE(referencesOf(i.project).join('\n'),
             QStringLiteral("Post(a,b) -> User(k1,k2)\nPost(userId) -> User(id)\nUser(bossId) -> User(id)\n"
                            "_TagToUser(A) -> Tag(name)\n_TagToUser(B) -> User(id)"));
    QCOMPARE(columnOf(i, "_TagToUser", "A").type.kind, TypeKind::Text);
    for (const Relationship& r : i.project.relationships) {
        if (r.name == "fk")
            QVERIFY(r.onDelete == ReferentialAction::Cascade && r.onUpdate == ReferentialAction::Cascade);
        if (r.name == "User_bossId_fkey") // Prisma's own name, and its action for an optional relation
            QCOMPARE(r.onDelete, ReferentialAction::SetNull);
    }
    QCOMPARE(messagesOf(i, Severity::Error), QString());
}

void PrismaImportTest::brokenTexts_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("type") << "model T { id Int @id\n  x Strin }"
                          << "2:3 T.x: there is no type Strin";
    QTest::newRow("no end") << "model T { id Int @id }\nmodel U {\n id Int"
                            << "2:1 the block U has no end";
    QTest::newRow("field") << "model T { id Int @id\n @@index([nope]) }"
                           << "2:11 T has no field nope";
    QTest::newRow("block") << "model T { id Int @id }\nmodle U { id Int }"
                           << "2:1 'modle' starts no block";
    QTest::newRow("attribute") << "model T { id Int @id foo }"
                               << "1:22 'foo' is not understood here";
    QTest::newRow("relation")
        << "model T { id Int @id\n u U @relation(fields: [x], references: [id]) }\nmodel U { id Int @id }"
        << "2:25 T has no field x";
    QTest::newRow("one side") << "model T { id Int @id\n us U[] }\nmodel U { id Int @id }"
                              << "2:2 the relation of T to U has no other side";
}

void PrismaImportTest::brokenTexts() {
    QFETCH(QString, text);
    QFETCH(QString, message);
    const Imported i = import(text.toStdString());
    QVERIFY2(messagesOf(i, Severity::Error).contains(message), qPrintable(messagesOf(i, Severity::Error)));
    QVERIFY(i.project.findEntity("T"));
}

void PrismaImportTest::realSchemas_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : CatalogueCorpus("prisma").names())
        QTest::newRow(qPrintable(name)) << name;
    if (sharedFolder().isEmpty())
        QTest::newRow("none") << QString();
}

void PrismaImportTest::realSchemas() {
    QFETCH(QString, name);
    if (name.isEmpty())
        QSKIP(qPrintable(whyNoSharedFolder()));
    const CatalogueCorpus corpus("prisma");
    const QJsonObject all =
        QJsonDocument::fromJson(CatalogueCorpus::read(corpus.folder + "/" + name + "/expected.json")).object();
    const QJsonObject expected = all["dmmf"].toObject();
    const QString schema = QString::fromUtf8(CatalogueCorpus::read(corpus.folder + "/" + name + "/schema.prisma"));
    const Imported i = import(schema.toStdString());
    QCOMPARE(complaintsOf(i), QString());
    if (schema.contains(
            "@@ignore")) { // models that the client, and so its counts, know nothing of; the database has them
        const QJsonObject database = all["postgres"].toObject();
        QCOMPARE(int(i.project.entities.size()), database["tables"].toInt());
        QCOMPARE(int(attributeCount(i.project)), database["columns"].toInt());
        QCOMPARE(int(i.project.relationships.size()), database["fks"].toInt());
        return;
    }
    const int pairs = expected["m2mImplicit"].toInt(); // each is a table of two columns with two relationships
    QCOMPARE(int(i.project.entities.size()), expected["models"].toInt() + pairs);
    QCOMPARE(int(attributeCount(i.project)), expected["scalarFields"].toInt() + 2 * pairs);
    QCOMPARE(int(i.project.relationships.size()), expected["fkRelations"].toInt() + 2 * pairs);
    QCOMPARE(int(i.project.enums.size()), expected["enums"].toInt());
    int labels = 0;
    int indexes = 0;
    int uniques = 0;
    int composite = 0;
    for (const EnumType& type : i.project.enums)
        labels += int(type.labels.size());
    for (const Entity& entity : i.project.entities) {
        indexes += int(entity.indexes.size());
        for (const Key& key : entity.keys)
            uniques += key.kind == KeyKind::Unique ? 1 : 0;
        composite += entity.primaryKey() && entity.primaryKey()->attributes.size() > 1 ? 1 : 0;
    }
    QCOMPARE(labels, expected["enumValues"].toInt());
    QCOMPARE(indexes, expected["indexes"].toInt() + pairs);
    // The engine counts a unique list of one field twice and none at an @id: what is written counts here.
    static const QRegularExpression written(QStringLiteral("^[^/\\n]*@unique\\b"), QRegularExpression::MultilineOption);
    QCOMPARE(uniques, int(schema.count(written)));
    QCOMPARE(composite, expected["compositeIds"].toInt() + pairs);
}

QTEST_APPLESS_MAIN(PrismaImportTest)
#include "prisma_import_test.moc"
