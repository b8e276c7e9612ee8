// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DDL of MySQL and MariaDB into the model. Small schemas: expectations are what the manuals of MySQL 8 and
// MariaDB 10.11 say of the statement. Schemas of real applications: the catalogue of a MariaDB 10.11 that had loaded
// them.
#include "tests/support/catalogue_corpus.h"
#include "tests/support/import_checks.h"

#include "model/exchange/export/ddl.h"
#include "model/exchange/import/import_formats.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

Imported import(const std::string& sql) {
    return importedAs("s.sql", sql, "mysql");
}

} // namespace

class MysqlImportTest : public QObject {
    Q_OBJECT
private slots:
    void types();
    void columnProperties();
    void keysAndTheirNames();
    void foreignKeysAndTheirIndexes();
    void alterations();
    void partitions();
    void dumps();
    void databases();
    void whatIsNotModelledIsSaid();
    void brokenStatements_data();
    void brokenStatements();
    void recognised();
    void dataIsSkippedQuickly();
    void realSchemas_data();
    void realSchemas();
};

void MysqlImportTest::types() {
    const Imported i =
        import(R"txt(CREATE TABLE t (a tinyint(1) DEFAULT 1, b int(11) unsigned, c bigint(20), d decimal(8,3),
        e varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, f char(3), g mediumtext, h varbinary(16), i datetime(3),
        j timestamp NULL, k enum('a','b''c') NOT NULL DEFAULT 'a', l set('x','y'), m json, n year, o double precision, p bit(1), q bit(8),
        r float(30), s smallint, t decimal, u longtext CHECK (json_valid(`u`)), v double(8,2), w national varchar(5), x point, y geometry);)txt");
    const auto type = [&](const char* name) { return columnOf(i, "t", name).type; };
    QCOMPARE(type("a").kind, TypeKind::Bool);
    QCOMPARE(qtext(columnOf(i, "t", "a").defaultSql), QStringLiteral("true"));
    QCOMPARE(type("b").kind, TypeKind::Int32);
    QCOMPARE(qtext(type("b").native), QStringLiteral("int unsigned"));
    QVERIFY(type("c").kind == TypeKind::Int64 && type("c").native.empty());
    QVERIFY(type("d").precision == 8 && type("d").scale == 3);
    QVERIFY(type("e").kind == TypeKind::String && type("e").length == 20 && !type("e").fixedLength);
    QVERIFY(type("f").fixedLength && type("f").length == 3);
    QVERIFY(type("g").kind == TypeKind::Text && type("g").native == "mediumtext");
    QVERIFY(type("h").kind == TypeKind::Binary && type("h").native == "varbinary(16)");
    QVERIFY(type("i").kind == TypeKind::Timestamp && type("i").precision == 3 && !type("i").withTimeZone);
    QVERIFY(type("j").withTimeZone && columnOf(i, "t", "j").nullable);
    QCOMPARE(i.project.enums.find(type("k").enumeration)->labels, (std::vector<std::string>{"a", "b'c"}));
    QCOMPARE(qtext(i.project.enums.find(type("k").enumeration)->name), QStringLiteral("t_k"));
    QCOMPARE(qtext(type("l").native), QStringLiteral("set('x','y')"));
    QCOMPARE(type("m").kind, TypeKind::Json);
    QVERIFY(type("n").kind == TypeKind::Int16 && type("n").native == "year");
    QCOMPARE(type("o").kind, TypeKind::Double);
    QCOMPARE(type("p").kind, TypeKind::Bool);
    QVERIFY(type("q").kind == TypeKind::Other && type("q").native == "bit(8)");
    QCOMPARE(type("r").kind, TypeKind::Double); // FLOAT(25…53) is DOUBLE
    QVERIFY(type("s").kind == TypeKind::Int16 && type("s").native.empty());
    QVERIFY(type("t").precision == 10 && type("t").scale == 0); // DECIMAL is DECIMAL(10,0)
    QCOMPARE(type("u").kind, TypeKind::Json);                   // how MariaDB writes JSON
    QCOMPARE(qtext(type("v").native), QStringLiteral("double(8,2)"));
    QVERIFY(type("w").kind == TypeKind::String && type("w").length == 5);
    QCOMPARE(type("x").kind, TypeKind::GeoPoint);
    QCOMPARE(type("y").kind, TypeKind::Other);
    QCOMPARE(complaintsOf(i), QString());
}

void MysqlImportTest::columnProperties() {
    const Imported i = import(
        R"txt(create table `t` (`id` int not null auto_increment primary key comment 'it''s \'the\' key', s serial,
        d timestamp not null default current_timestamp() on update current_timestamp(), n int default NULL, z int default -1,
        q varchar(9) default "it's", b bigint generated always as (`n` * 2 + `key`) stored, e varchar(36) default (uuid()), `key` int);)txt");
    const Attribute& id = columnOf(i, "t", "id");
    QVERIFY(id.generator == Generator::AutoIncrement && !id.nullable);
    QCOMPARE(qtext(id.comment), QStringLiteral("it's 'the' key"));
    QCOMPARE(namesOf(entityOf(i, "t"), entityOf(i, "t").primaryKey()->attributes), QStringLiteral("id"));
    QVERIFY(columnOf(i, "t", "s").generator == Generator::AutoIncrement && !columnOf(i, "t", "s").nullable);
    QCOMPARE(qtext(columnOf(i, "t", "s").type.native), QStringLiteral("bigint unsigned"));
    QCOMPARE(qtext(columnOf(i, "t", "d").defaultSql), QStringLiteral("current_timestamp()"));
    QVERIFY(columnOf(i, "t", "n").defaultSql.empty() && columnOf(i, "t", "n").nullable);
    QCOMPARE(qtext(columnOf(i, "t", "z").defaultSql), QStringLiteral("-1"));
    QCOMPARE(qtext(columnOf(i, "t", "q").defaultSql), QStringLiteral("'it''s'"));
    // A name keeps its backticks where MySQL reserves the word.
    QCOMPARE(qtext(columnOf(i, "t", "b").generatedSql), QStringLiteral("n * 2 + `key`"));
    QVERIFY(messagesOf(i, Severity::Info).contains("ON UPDATE CURRENT_TIMESTAMP"));
}

void MysqlImportTest::keysAndTheirNames() {
    const Imported i = import(
        R"txt(CREATE TABLE t (KEY (a), a int, b varchar(200) UNIQUE, c int, UNIQUE (a, c), INDEX named USING BTREE (b(10), c DESC) COMMENT 'why',
        KEY ((lower(b))), FULLTEXT KEY ft (b), PRIMARY KEY pk_name (c, a), CONSTRAINT u UNIQUE KEY (c)); CREATE UNIQUE INDEX ui ON t (a DESC);)txt");
    const Entity& t = entityOf(i, "t");
    QCOMPARE(namesOf(t, t.primaryKey()->attributes), QStringLiteral("c,a"));
    QVERIFY(!columnOf(i, "t", "a").nullable);
    QStringList keys;
    for (const Key& key : t.keys)
        if (key.kind == KeyKind::Unique)
            keys << qtext(key.name) + "(" + namesOf(t, key.attributes) + ")";
    // Unnamed keys are named after their first column, with a number when that is taken. All but the columns' own come
    // in the order of writing.
    QCOMPARE(keys.join(' '), QStringLiteral("b(b) a_2(a,c) u(c)"));
    QCOMPARE(indexesOf(t).join(' '), QStringLiteral("a(a) ft(b) functional_index((lower(b))) named(b,c-) ui(a-)"));
    for (const Index& index : t.indexes) {
        if (index.name == "ft")
            QVERIFY(index.method == IndexMethod::Other && index.methodName == "fulltext");
        if (index.name == "ui")
            QVERIFY(index.unique);
        if (index.name == "named")
            QCOMPARE(qtext(index.comment), QStringLiteral("why"));
    }
    QVERIFY(messagesOf(i, Severity::Info).contains("index prefixes"));
}

void MysqlImportTest::foreignKeysAndTheirIndexes() {
    const Imported i = import(R"txt(
        CREATE TABLE child (a int, b int, c int, KEY ab (a, b), CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES parent (id) ON DELETE CASCADE ON UPDATE SET NULL,
          FOREIGN KEY (b) REFERENCES parent (id), c2 int REFERENCES parent (id));
        CREATE TABLE parent (id int PRIMARY KEY);
        CREATE TABLE bad (x int, FOREIGN KEY (x) REFERENCES parnet (id)) ENGINE=InnoDB;)txt");
    QCOMPARE(referencesOf(i.project).join('\n'),
             QStringLiteral("child(a) -> parent(id)\nchild(b) -> parent(id)\nchild(c2) -> parent(id)"));
    for (const Relationship& r : i.project.relationships)
        if (r.name == "fk_a")
            QVERIFY(r.onDelete == ReferentialAction::Cascade && r.onUpdate == ReferentialAction::SetNull);
    // InnoDB adds an index where none begins with the columns: "ab" serves a, nothing serves b and c2.
    QCOMPARE(indexesOf(entityOf(i, "child")).join(' '), QStringLiteral("ab(a,b) b(b) c2(c2)"));
    QVERIFY(messagesOf(i, Severity::Error).contains("5:"));
    QVERIFY(messagesOf(i, Severity::Error).contains("there is no table parnet"));
    const auto advised = [](const Diagnostic& d) { return d.advice.find("\"parent\"") != std::string::npos; };
    QVERIFY(std::any_of(i.diagnostics.begin(), i.diagnostics.end(), advised));
}

void MysqlImportTest::alterations() {
    const Imported i = import(R"txt(
        CREATE TABLE t (a int, b int, gone int, KEY k (gone));
        ALTER TABLE t ADD PRIMARY KEY (a), ADD COLUMN c varchar(5) NOT NULL DEFAULT 'x' AFTER a, ADD (d int, e int), DROP COLUMN gone,
          ADD UNIQUE KEY u (b), ADD CONSTRAINT fk FOREIGN KEY (b) REFERENCES t (a), MODIFY b bigint NOT NULL FIRST, CHANGE d dd int COMMENT 'new',
          ALTER COLUMN e SET DEFAULT 5, RENAME INDEX u TO v, ADD CHECK (a > 0);
        ALTER TABLE t MODIFY `a` int NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=42;
        ALTER TABLE t DROP FOREIGN KEY fk, RENAME TO renamed;
        RENAME TABLE renamed TO final; ALTER TABLE final RENAME COLUMN e TO f;)txt");
    const Entity& t = entityOf(i, "final");
    QStringList columns;
    for (const Attribute& attribute : t.attributes)
        columns << qtext(attribute.name);
    QCOMPARE(columns.join(' '), QStringLiteral("b a c dd f"));
    QVERIFY(t.indexes.empty() && t.keys.size() == 2 && t.keys[1].name == "v");
    QCOMPARE(columnOf(i, "final", "b").type.kind, TypeKind::Int64);
    QCOMPARE(qtext(columnOf(i, "final", "a").identityOptions), QStringLiteral("START WITH 42"));
    QCOMPARE(qtext(columnOf(i, "final", "f").defaultSql), QStringLiteral("5"));
    QCOMPARE(t.checks.size(), std::size_t(1));
    QCOMPARE(i.project.relationships.size(), std::size_t(0));
    QCOMPARE(complaintsOf(i), QString());
}

void MysqlImportTest::partitions() {
    const Imported i = import(R"txt(
        CREATE TABLE r (id int, d date) PARTITION BY RANGE (YEAR(d)) (PARTITION p0 VALUES LESS THAN (2020) ENGINE = InnoDB, PARTITION p1 VALUES LESS THAN MAXVALUE);
        CREATE TABLE c (id int, d date) /*!50500 PARTITION BY RANGE COLUMNS(d) (PARTITION p0 VALUES LESS THAN ('2024-01-01')) */;
        CREATE TABLE l (id int) PARTITION BY LIST (id) (PARTITION pa VALUES IN (1,2));
        CREATE TABLE h (id int PRIMARY KEY) PARTITION BY KEY () PARTITIONS 3;)txt");
    const Partitioning& r = *entityOf(i, "r").partitioning;
    QCOMPARE(qtext(r.parts[0].expression), QStringLiteral("YEAR(d)"));
    QCOMPARE(qtext(r.children[0].bound), QStringLiteral("FOR VALUES FROM (MINVALUE) TO (2020)"));
    QCOMPARE(qtext(r.children[1].bound), QStringLiteral("FOR VALUES FROM (2020) TO (MAXVALUE)"));
    QCOMPARE(qtext(entityOf(i, "c").partitioning->children[0].bound),
             QStringLiteral("FOR VALUES FROM (MINVALUE) TO ('2024-01-01')"));
    QVERIFY(entityOf(i, "c").partitioning->parts[0].attribute);
    QCOMPARE(qtext(entityOf(i, "l").partitioning->children[0].bound), QStringLiteral("FOR VALUES IN (1,2)"));
    QCOMPARE(entityOf(i, "h").partitioning->children.size(), std::size_t(3));
    QVERIFY(entityOf(i, "h").partitioning->parts.size() == 1);
}

void MysqlImportTest::dumps() {
    const Imported i = import(R"txt(/*M!999999\- enable the sandbox mode */
-- MariaDB dump 10.19
/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS `a`;
CREATE TABLE `a` (`id` int(11) NOT NULL, `t` text /*!50606 STORAGE DISK */ DEFAULT NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
LOCK TABLES `a` WRITE;
INSERT INTO `a` VALUES (1,'; DROP TABLE a; -- \'; /* '),(2,"x;y"); # rows
UNLOCK TABLES;
/*!50001 CREATE VIEW `v` AS SELECT 1 AS `id` */;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER tr BEFORE INSERT ON a FOR EACH ROW BEGIN SET @x = 1; DELETE FROM a; END */;;
DELIMITER //
CREATE PROCEDURE p() BEGIN SELECT 1; END //
DELIMITER ;
CREATE TABLE b (id int--1
);)txt");
    QCOMPARE(i.project.entities.size(), std::size_t(2));
    QCOMPARE(messagesOf(i, Severity::Error), QString());
    const QString notes = messagesOf(i, Severity::Info);
    QVERIFY2(notes.contains("9:10 CREATE VIEW v is not part of the model"), qPrintable(notes));
    QVERIFY(notes.contains("CREATE TRIGGER tr is not") && notes.contains("CREATE PROCEDURE p is not"));
    QVERIFY(notes.contains("7:1 1 × statements with data"));
}

void MysqlImportTest::databases() {
    const Imported one = import("CREATE DATABASE shop; USE shop; CREATE TABLE t (s enum('x'));");
    QVERIFY(one.project.entities.begin()->schema.empty() && one.project.enums.begin()->schema.empty());
    const Imported two =
        import("CREATE TABLE a.t (id int PRIMARY KEY); CREATE TABLE b.t (x int, FOREIGN KEY (x) REFERENCES a.t (id));");
    QVERIFY(two.project.findEntity("a.t") && two.project.findEntity("b.t"));
    QCOMPARE(two.project.relationships.size(), std::size_t(1));
}

void MysqlImportTest::whatIsNotModelledIsSaid() {
    const Imported i = import(R"txt(CREATE TABLE t (a int) ENGINE=MyISAM ROW_FORMAT=COMPRESSED;
        CREATE TABLE s AS SELECT * FROM t;
        GRANT ALL ON *.* TO x; FROBNICATE t; CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1;)txt");
    QVERIFY(messagesOf(i, Severity::Info).contains("storage engine MyISAM"));
    QVERIFY(messagesOf(i, Severity::Info).contains("table options"));
    QVERIFY(messagesOf(i, Severity::Info).contains("CREATE EVENT e"));
    QVERIFY(messagesOf(i, Severity::Warning).contains("2:22 the table s is made of a query"));
    QVERIFY(messagesOf(i, Severity::Warning).contains("'FROBNICATE' starts no statement"));
}

void MysqlImportTest::brokenStatements_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("message");
    QTest::newRow("open quote") << "CREATE TABLE t (a int);\nCREATE TABLE u (a varchar(5) DEFAULT 'x);"
                                << "2:38 the text ends within";
    QTest::newRow("open parenthesis") << "CREATE TABLE t (a int;"
                                      << "1:22 the parentheses of CREATE TABLE t";
    QTest::newRow("unknown column") << "CREATE TABLE t (a int, KEY (nope));"
                                    << "1:29 a key of t: t has no column nope";
    QTest::newRow("twice") << "CREATE TABLE t (a int, A int, a int);"
                           << "1:31 t has a column a already";
    QTest::newRow("two tables") << "CREATE TABLE t (a int); CREATE TABLE t (b int);"
                                << "1:38 the table t is there already";
    QTest::newRow("property") << "CREATE TABLE t (a int FROB, b int);"
                              << "1:23 the column t.a: 'FROB' is not understood";
    QTest::newRow("no type") << "CREATE TABLE t (a, b int);"
                             << "1:18 the column t.a has no type";
    QTest::newRow("no table") << "CREATE TABLE t (a int); ALTER TABLE tt ADD b int;"
                              << "1:37 ALTER TABLE: there is no table tt";
    QTest::newRow("counts") << "CREATE TABLE t (a int, b int, PRIMARY KEY (a), FOREIGN KEY (a, b) REFERENCES t (a));"
                            << "it has 2 columns and refers to 1";
}

void MysqlImportTest::brokenStatements() {
    QFETCH(QString, sql);
    QFETCH(QString, message);
    const Imported i = import(sql.toStdString());
    const QString said = complaintsOf(i);
    QVERIFY2(said.contains(message), qPrintable(said));
    QVERIFY(i.project.findEntity("t")); // a broken statement costs itself alone
}

void MysqlImportTest::recognised() {
    const auto formatOf = [](const char* sql) {
        const auto found = recogniseImport({"x.sql", sql});
        return found ? qtext((*found)->name) : QStringLiteral("none");
    };
    QCOMPARE(formatOf("CREATE TABLE `a` (`id` int NOT NULL AUTO_INCREMENT) ENGINE=InnoDB;"), QStringLiteral("mysql"));
    QCOMPARE(formatOf("CREATE TABLE a (id serial, t timestamptz);"), QStringLiteral("postgresql"));
    QCOMPARE(formatOf("CREATE TABLE a (id int);"), QStringLiteral("postgresql"));
    QCOMPARE(formatOf("-- tables\nSET @OLD_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0;\nCREATE TABLE A (id int);"),
             QStringLiteral("mysql"));
    const auto unknown = importSchema({{"x.sql", "CREATE TABLE t (a int)"}}, "mysq");
    QVERIFY(!unknown && qtext(unknown.error().advice).contains("'mysql'"));
    const auto nothing = importSchema({{"x.sql", "SELECT 1;"}}, "mysql");
    QVERIFY(!nothing && nothing.error().code == ErrorCode::Invalid);
}

void MysqlImportTest::dataIsSkippedQuickly() {
    std::string sql = "CREATE TABLE t (a int, b varchar(100));\n";
    const std::string row = "(1,'some text with \\' and ; in it'),";
    for (int statement = 0; statement < 20; ++statement) {
        sql += "INSERT INTO t VALUES ";
        for (int i = 0; i < 20000; ++i)
            sql += row;
        sql += "(1,'');\n";
    }
    QElapsedTimer timer;
    timer.start();
    const Imported i = import(sql); // 14 MB
    QCOMPARE(i.project.entities.size(), std::size_t(1));
    QVERIFY2(timer.elapsed() < 10000, qPrintable(QString::number(timer.elapsed())));
}

void MysqlImportTest::realSchemas_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : CatalogueCorpus("sql/mysql").names())
        QTest::newRow(qPrintable(name)) << name;
    if (sharedFolder().isEmpty())
        QTest::newRow("none") << QString();
}

void MysqlImportTest::realSchemas() {
    QFETCH(QString, name);
    if (name.isEmpty())
        QSKIP(qPrintable(whyNoSharedFolder()));
    const CatalogueCorpus corpus("sql/mysql");
    const QJsonObject counts = corpus.expected(name)["counts"].toObject();
    if (counts["tables"].toInt() == 0)
        QSKIP("the server that made the expectations loads nothing of it");
    const Result<Imported> imported = importSchema(corpus.sources(name), "mysql");
    QVERIFY2(imported, imported ? "" : imported.error().text().c_str());
    QCOMPARE(validate(imported->project).size(), std::size_t(0));
    const auto recognised = recogniseImport(corpus.sources(name).front());
    if (!name.startsWith("bb_")) // BenchBase's schemas use nothing but standard SQL
        QVERIFY(recognised && (*recognised)->name == "mysql");
    const Project& project = imported->project;
    // With foreign_key_checks=0 the server takes foreign keys to tables that are not there.
    QSet<QString> tables;
    int missing = 0;
    for (const QJsonValue& table : corpus.expected(name)["tables"].toArray())
        tables << table.toObject()["name"].toString();
    for (const QJsonValue& table : corpus.expected(name)["tables"].toArray())
        for (const QJsonValue& reference : table.toObject()["fks"].toArray())
            missing += tables.contains(reference.toObject()["reftable"].toString()) ? 0 : 1;
    const QString errors = messagesOf(*imported, Severity::Error);
    QVERIFY2(errors.count("is left out: there is no table") == missing &&
                 errors.count('\n') == std::max(0, missing - 1),
             qPrintable(errors));
    QCOMPARE(int(project.entities.size()), counts["tables"].toInt());
    QCOMPARE(int(attributeCount(project)), counts["columns"].toInt());
    QCOMPARE(int(project.relationships.size()), counts["fks"].toInt() - missing);
    for (const QJsonValue& value : corpus.expected(name)["tables"].toArray()) {
        const QJsonObject table = value.toObject();
        const Entity* entity = project.findEntity(table["name"].toString().toStdString());
        if (!entity)
            for (const Entity& candidate : project.entities)
                if (candidate.name == table["name"].toString().toStdString())
                    entity = &candidate;
        QVERIFY2(entity, qPrintable(table["name"].toString()));
        QStringList columns;
        for (const QJsonValue& c : table["columns"].toArray())
            columns << c.toObject()["name"].toString() + (c.toObject()["notnull"].toBool() ? "!" : "") +
                           (c.toObject()["extra"].toString().contains("auto_increment") ? "#" : "") +
                           (c.toObject()["generated"].toString().isEmpty() ? "" : "=");
        QStringList found;
        for (const Attribute& a : entity->attributes)
            found << qtext(a.name) + (a.nullable ? "" : "!") + (a.generator == Generator::AutoIncrement ? "#" : "") +
                         (a.generatedSql.empty() ? "" : "=");
        QCOMPARE(found, columns);
        QStringList primary;
        for (const QJsonValue& c : table["pk"].toArray())
            primary << c.toString();
        QCOMPARE(entity->primaryKey() ? namesOf(*entity, entity->primaryKey()->attributes) : QString(),
                 primary.join(','));
        QStringList indexes;
        for (const QJsonValue& index : table["indexes"].toArray()) {
            QStringList parts;
            for (const QJsonValue& c : index.toObject()["cols"].toArray())
                parts << c.toString().remove(QRegularExpression("\\(\\d+\\)$")); // the length of a prefix
            indexes << (index.toObject()["unique"].toBool() ? "U " : "  ") + parts.join(',');
        }
        QStringList foundIndexes;
        for (const Key& key : entity->keys)
            if (key.kind == KeyKind::Unique)
                foundIndexes << "U " + namesOf(*entity, key.attributes);
        for (const Index& index : entity->indexes) {
            std::vector<AttributeId> ids;
            for (const KeyPart& part : index.parts)
                ids.push_back(part.attribute);
            foundIndexes << (index.unique ? "U " : "  ") + namesOf(*entity, ids);
        }
        indexes.sort();
        foundIndexes.sort();
        QCOMPARE(foundIndexes, indexes);
    }
}

QTEST_APPLESS_MAIN(MysqlImportTest)
#include "mysql_import_test.moc"
