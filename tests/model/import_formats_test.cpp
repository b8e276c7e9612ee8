// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of import formats: how files are recognised, and that no reader breaks on damaged input.
#include <atomic>
#include <random>
#include <thread>

#include <QDirIterator>
#include <fmt/format.h>

#include "tests/support/catalogue_corpus.h"
#include "tests/support/import_checks.h"

#include "model/exchange/import/import_formats.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

/// Small texts that use most of what a reader knows; damaged ones are made of them.
const std::map<std::string, std::string>& seeds() {
    static const std::map<std::string, std::string> kSeeds{
        {"postgresql",
         "CREATE TABLE a (id serial PRIMARY KEY, b text DEFAULT 'x''y' CHECK (b <> ''), c int REFERENCES a);\n"
         "CREATE INDEX i ON a (lower(b)) WHERE c > 0; COMMENT ON TABLE a IS $$x$$;"},
        {"mysql", "CREATE TABLE `a` (`id` int(11) unsigned NOT NULL AUTO_INCREMENT, `s` enum('a','b') DEFAULT 'a', c "
                  "varchar(9) GENERATED ALWAYS AS "
                  "(concat(`s`,'x')) STORED, PRIMARY KEY (`id`), KEY k (c(3) DESC), CONSTRAINT f FOREIGN KEY (id) "
                  "REFERENCES b (x) ON DELETE SET NULL)"
                  " ENGINE=InnoDB COMMENT='it''s' PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), "
                  "PARTITION p1 VALUES LESS THAN MAXVALUE);\n"
                  "/*!50001 CREATE VIEW v AS SELECT 1 */; ALTER TABLE a ADD COLUMN d int AFTER id, DROP PRIMARY KEY, "
                  "RENAME TO z; INSERT INTO z VALUES (1,'\\'');"},
        {"sqlite", "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, [b c] TEXT COLLATE NOCASE UNIQUE, d AS (id * "
                   "2), CHECK (id > 0), FOREIGN KEY (d) REFERENCES a);\n"
                   "CREATE UNIQUE INDEX i ON a (lower([b c]) DESC) WHERE id > 1; CREATE TRIGGER t AFTER INSERT ON a "
                   "BEGIN DELETE FROM a; END; ALTER TABLE a RENAME TO z;"},
        {"dbml", "Enum e { x [note: 'n'] }\nTablePartial p { id int [pk] }\nTable s.a as A [note: 'x'] { ~p\n name "
                 "varchar(9) [not null, default: 'it\\'s', ref: > b.id]\n"
                 " k \"odd type\"[]\n indexes { (id, `lower(name)`) [unique, name: 'i'] }\n Note: '''\n x\n ''' "
                 "}\nTable b { id int }\nRef r: A.(id, k) <> b.id [delete: cascade]\nTableGroup g { s.a }"},
        {"mermaid",
         "---\ntitle: x\n---\nerDiagram\n  A[\"x y\"]:::c {\n    varchar_9_ id PK, FK \"why\"\n    *b c\n  }\n  A "
         "||--o{ \"B.C\" : \"id\"\n  A many(1) optionally to zero or more D : x\n  style A fill:#fff"},
        {"prisma", "datasource db { provider = \"mysql\" }\nenum E { A @map(\"a\") }\n/// doc\nmodel M { id Int @id "
                   "@default(autoincrement())\n e E[] @default([A])\n o M? @relation(\"x\", fields: [p], references: "
                   "[id], onDelete: SetNull)\n"
                   " p Int? @db.UnsignedInt\n l M[] @relation(\"x\")\n @@unique([id, p], map: \"u\")\n "
                   "@@index([p(sort: Desc)], type: Hash)\n @@map(\"ms\") }"},
        {"cql", "CREATE KEYSPACE k WITH replication = {'class': 'X'}; CREATE TABLE k.a (\"I d\" uuid, t map<text, "
                "frozen<list<int>>>, s text static, PRIMARY KEY ((\"I d\"), t))"
                " WITH CLUSTERING ORDER BY (t DESC) AND comment = 'x' AND default_time_to_live = 60; CREATE CUSTOM "
                "INDEX i ON k.a (keys(t)) USING 'x'; ALTER TABLE k.a ADD (z int, y text);"},
        {"nosql-workbench", "{\"ModelName\":\"M\",\"DataModel\":[{\"TableName\":\"T\",\"KeyAttributes\":{"
                            "\"PartitionKey\":{\"AttributeName\":\"a\",\"AttributeType\":\"S\"}},\"NonKeyAttributes\":["
                            "{\"AttributeName\":\"b\",\"AttributeType\":\"SS\"}],"
                            "\"GlobalSecondaryIndexes\":[{\"IndexName\":\"g\",\"KeyAttributes\":{\"PartitionKey\":{"
                            "\"AttributeName\":\"b\",\"AttributeType\":\"S\"}},\"Projection\":{\"ProjectionType\":"
                            "\"ALL\"}}],\"TableData\":[{\"a\":{\"S\":\"x\"}}]}]}"}};
    return kSeeds;
}

std::string damaged(const std::string& text, std::mt19937& random) {
    std::string out = text;
    const int changes = 1 + int(random() % 4);
    static const std::string kPieces[] = {"(", ")",  "'",  "\"", "`",  "{", "}", "[", "]",    ";", ",",   ".", ":",
                                          "@", "/*", "--", "\n", "\\", "<", ">", "é", "\x80", "0", "ref", "~", "|o"};
    for (int i = 0; i < changes && !out.empty(); ++i) {
        const std::size_t at = random() % out.size();
        switch (random() % 4) {
        case 0: out.resize(at); break;
        case 1: out.erase(at, 1 + random() % 12); break;
        case 2: out.insert(at, kPieces[random() % std::size(kPieces)]); break;
        default: out.insert(at, out.substr(random() % out.size(), random() % 40)); break;
        }
    }
    return out;
}

} // namespace

class ImportFormatsTest : public QObject {
    Q_OBJECT
private slots:
    /// What the window shows as stopped must not go on reading: every reader asks between two statements.
    void everyFormatCanBeStopped() {
        std::stop_source wanted;
        wanted.request_stop();
        for (const ImportFormat& format : importFormats()) {
            const std::vector<ImportSource> sources{{"x." + format.extensions.front(), seeds().at(format.name)}};
            QVERIFY2(importSchema(sources, format.name), format.name.c_str());
            const auto stopped = importSchema(sources, format.name, wanted.get_token());
            QVERIFY2(!stopped && stopped.error().code == ErrorCode::Cancelled, format.name.c_str());
        }
    }
    void aLongDumpStopsInTheMiddle_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"postgresql", "mysql", "sqlite", "cql", "dbml", "prisma", "mermaid"})
            QTest::newRow(format) << format;
    }
    /// Whenever the wish comes, also while the text is being read.
    void aLongDumpStopsInTheMiddle() {
        QFETCH(QString, format);
        const std::string name = format.toStdString();
        const auto text = [&](int tables) {
            std::string out = name == "mermaid" ? "erDiagram\n" : "";
            for (int i = 0; i < tables; ++i)
                out += name == "dbml"      ? fmt::format("Table t{} {{ id int [pk] }}\n", i)
                       : name == "prisma"  ? fmt::format("model T{} {{ id Int @id }}\n", i)
                       : name == "mermaid" ? fmt::format("  T{} {{\n    int id PK\n  }}\n", i)
                       : name == "cql"     ? fmt::format("CREATE TABLE k.t{} (id int PRIMARY KEY);\n", i)
                                           : fmt::format("CREATE TABLE t{} (id int PRIMARY KEY);\n", i);
            return out;
        };
        const std::vector<ImportSource> some{{"x", text(100)}};
        const std::vector<ImportSource> many{{"x", text(20000)}};
        QVERIFY(importSchema(some, name));
        std::stop_source wanted;
        std::atomic<bool> begun{false};
        std::thread stopper([&] {
            while (!begun)
                std::this_thread::yield();
            wanted.request_stop();
        });
        begun = true;
        const auto stopped = importSchema(many, name, wanted.get_token());
        stopper.join();
        QVERIFY(!stopped);
        QCOMPARE(int(stopped.error().code), int(ErrorCode::Cancelled));
    }
    void everyFormatHasASeedAndReadsIt();
    void damagedTextsNeverBreakAReader_data();
    void damagedTextsNeverBreakAReader();
    void damagedFilesOfApplications_data();
    void damagedFilesOfApplications();
    void deepNestingEnds();
    void recognisedByContent();
    void realFilesAreRecognised_data();
    void realFilesAreRecognised();
    void mixedFilesAreRefused();
};

void ImportFormatsTest::everyFormatHasASeedAndReadsIt() {
    for (const ImportFormat& format : importFormats()) {
        QVERIFY2(seeds().contains(format.name), format.name.c_str());
        const auto read = importSchema({{"seed", seeds().at(format.name)}}, format.name);
        QVERIFY2(read && !read->project.entities.empty(), read ? format.name.c_str() : read.error().text().c_str());
        QCOMPARE(validate(read->project).size(), std::size_t(0));
        QVERIFY(!format.title.empty() && !format.extensions.empty());
    }
}

void ImportFormatsTest::damagedTextsNeverBreakAReader_data() {
    QTest::addColumn<QString>("format");
    for (const ImportFormat& format : importFormats())
        QTest::newRow(format.name.c_str()) << qtext(format.name);
}

/// Whatever is read is sound, and every message has a place in the text.
void ImportFormatsTest::damagedTextsNeverBreakAReader() {
    QFETCH(QString, format);
    std::mt19937 random(20261120);
    const std::string& seed = seeds().at(format.toStdString());
    for (int i = 0; i < 400; ++i) {
        const std::string text = damaged(seed, random);
        const auto read = importSchema({{"damaged", text}}, format.toStdString());
        const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
        if (!read) {
            QVERIFY2(!read.error().message.empty() && read.error().line <= lines, text.c_str());
            continue;
        }
        const auto broken = validate(read->project);
        QVERIFY2(broken.empty(), (broken.empty() ? text : broken.front() + "\n" + text).c_str());
        for (const Diagnostic& diagnostic : read->diagnostics)
            QVERIFY2(diagnostic.line <= lines && !diagnostic.message.empty(), text.c_str());
    }
}

void ImportFormatsTest::damagedFilesOfApplications_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("folder");
    QTest::newRow("mysql") << "mysql"
                           << "sql/mysql";
    QTest::newRow("sqlite") << "sqlite"
                            << "sql/sqlite";
    QTest::newRow("other dialects") << "mysql"
                                    << "sql/other_dialects";
    for (const char* kind : {"cql", "dbml", "mermaid", "prisma"})
        QTest::newRow(kind) << kind << kind;
    QTest::newRow("nosql-workbench") << "nosql-workbench"
                                     << "nosql_workbench";
}

/// The same with every file of the corpus; SHARDSCAPE_PROOFS=long tries a hundred times as many.
void ImportFormatsTest::damagedFilesOfApplications() {
    if (sharedFolder().isEmpty())
        QSKIP(qPrintable(whyNoSharedFolder()));
    QFETCH(QString, format);
    QFETCH(QString, folder);
    const int times = qEnvironmentVariable("SHARDSCAPE_PROOFS") == "long" ? 200 : 2;
    std::mt19937 random(20261121);
    QDirIterator files(CatalogueCorpus(folder).folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const std::string text = CatalogueCorpus::read(file).left(60000).toStdString();
        if (file.contains("expected") || file.endsWith(".gz"))
            continue;
        for (int i = 0; i < times; ++i) {
            const std::string broken = damaged(text, random);
            const auto read = importSchema({{"damaged", broken}}, format.toStdString());
            if (read && !validate(read->project).empty())
                QFAIL(qPrintable(file + ": " + qtext(validate(read->project).front()) + "\n" + qtext(broken)));
        }
    }
}

void ImportFormatsTest::deepNestingEnds() {
    const std::string open(200000, '(');
    const std::string arrows(200000, '<');
    std::string braces;
    for (int i = 0; i < 100000; ++i)
        braces += "{[";
    for (const auto& [format, text] : std::map<std::string, std::string>{
             {"mysql", "CREATE TABLE t (a int DEFAULT " + open + "1); CREATE TABLE u (a int);"},
             {"sqlite", "CREATE TABLE t (a INT CHECK (" + open + "1)); CREATE TABLE u (a int);"},
             {"cql", "CREATE TABLE t (a list" + arrows + ", PRIMARY KEY (a)); CREATE TABLE u (a int PRIMARY KEY);"},
             {"dbml", "Table t { a int [default: `x`] }\nTable u " + braces},
             {"prisma", "model T { id Int @id }\nmodel U " + braces},
             {"mermaid", "erDiagram\nT\n" + open},
             {"nosql-workbench", braces}})
        (void)importSchema({{"deep", text}}, format); // it comes back
}

void ImportFormatsTest::recognisedByContent() {
    for (const auto& [name, text] : seeds()) {
        const ImportFormat& format = *findImportFormat(name);
        for (const std::string& file : {std::string("noextension"), "file." + format.extensions.front()}) {
            const auto found = recogniseImport({file, text});
            QVERIFY2(found, (file + " " + name).c_str());
            QCOMPARE(qtext((*found)->name), qtext(name));
        }
    }
    QVERIFY(!recogniseImport({"notes.txt", "nothing of the kind"}));
    QVERIFY(isImportable("/a/b/Schema.PRISMA") && !isImportable("a.shardscape") && !isImportable("sql"));
}

void ImportFormatsTest::realFilesAreRecognised_data() {
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QString>("name");
    for (const char* dialect : {"postgresql", "mysql", "sqlite"})
        for (const QString& name : CatalogueCorpus(QStringLiteral("sql/") + dialect).names())
            // BenchBase's schemas use nothing but standard SQL, and Temporal's for SQLite uses MySQL's types.
            if (!name.startsWith("bb_") && name != "temporal_temporal_lite")
                QTest::newRow(qPrintable(name)) << dialect << name;
    if (sharedFolder().isEmpty())
        QTest::newRow("none") << ""
                              << "";
}

/// Files that belong together are told by all of them.
void ImportFormatsTest::realFilesAreRecognised() {
    QFETCH(QString, dialect);
    QFETCH(QString, name);
    if (dialect.isEmpty())
        QSKIP(qPrintable(whyNoSharedFolder()));
    const std::vector<ImportSource> sources = CatalogueCorpus("sql/" + dialect).sources(name);
    if (sources.size() == 1)
        QCOMPARE(qtext((*recogniseImport(sources.front()))->name), dialect);
    const auto recognised = importSchema(sources);
    const auto named = importSchema(sources, dialect.toStdString());
    QVERIFY(recognised.has_value() == named.has_value());
    if (named)
        QVERIFY(recognised->project == named->project);
}

void ImportFormatsTest::mixedFilesAreRefused() {
    const auto mixed = importSchema({{"a.dbml", "Table a { id int }"}, {"b.prisma", "model B { id Int @id }"}});
    QVERIFY(!mixed);
    QVERIFY2(qtext(mixed.error().text()).contains("b.prisma: this file looks like Prisma schema, another like DBML"),
             mixed.error().text().c_str());
}

QTEST_APPLESS_MAIN(ImportFormatsTest)
#include "import_formats_test.moc"
