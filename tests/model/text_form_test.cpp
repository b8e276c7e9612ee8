// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "model/storage/database.h"
#include "model/storage/text_form.h"
#include "tests/support/arbitrary_project.h"

using namespace shardscape::model;
using shardscape::tests::Arbitrary;
using shardscape::tests::unsetMembers;

class TextFormTest : public QObject {
    Q_OBJECT

private slots:
    void everyMemberIsSetByTheseTests();
    void everyMemberSurvives();
    void theFormIsAsDocumented();
    void equalProjectsGiveEqualText();
    void editorsOfOtherSystemsAreForgiven();
    void errorsNameThePlace_data();
    void errorsNameThePlace();
    void mutatedTextsAreReadOrRefused();
};

void TextFormTest::everyMemberIsSetByTheseTests() {
    const Project project = Arbitrary(1).project(2);
    QCOMPARE(validate(project), std::vector<std::string>());
    std::vector<std::string> unset;
    unsetMembers(project, "project", unset);
    unsetMembers(project.requirements, "requirements", unset);
    for (const Entity& entity : project.entities) {
        unsetMembers(entity, "entity", unset);
        unsetMembers(entity.volume, "volume", unset);
        for (const Attribute& attribute : entity.attributes) {
            unsetMembers(attribute, "attribute", unset);
            unsetMembers(attribute.type, "type", unset);
            unsetMembers(attribute.statistics, "statistics", unset);
        }
        for (const Key& key : entity.keys)
            unsetMembers(key, "key", unset);
        for (const Check& check : entity.checks)
            unsetMembers(check, "check", unset);
        for (const Index& index : entity.indexes) {
            unsetMembers(index, "index", unset);
            for (const KeyPart& part : index.parts)
                unsetMembers(part, "part", unset);
        }
        for (const Exclusion& exclusion : entity.exclusions)
            unsetMembers(exclusion, "exclusion", unset);
        for (const PartitionChild& child : entity.partitioning->children)
            unsetMembers(child, "child", unset);
    }
    for (const Relationship& line : project.relationships) {
        unsetMembers(line, "relationship", unset);
        unsetMembers(line.fanOut, "fan_out", unset);
    }
    for (const AccessPattern& pattern : project.patterns) {
        unsetMembers(pattern, "pattern", unset);
        unsetMembers(pattern.rate, "rate", unset);
        unsetMembers(pattern.popularity, "popularity", unset);
        unsetMembers(pattern.consistency, "consistency", unset);
        unsetMembers(pattern.predicates.front(), "predicate", unset);
        unsetMembers(pattern.joins.front(), "join", unset);
        unsetMembers(pattern.order.front(), "order", unset);
    }
    for (const EnumType& type : project.enums)
        unsetMembers(type, "enum", unset);
    for (const Boundary& boundary : project.boundaries)
        unsetMembers(boundary, "boundary", unset);
    for (const Layout& layout : project.layouts)
        unsetMembers(layout, "layout", unset);
    for (const NativeObject& native : *project.natives)
        unsetMembers(native, "native", unset);
    for (const Diagram& diagram : project.moreDiagrams) {
        unsetMembers(diagram, "diagram", unset);
        for (const Note& note : diagram.notes)
            unsetMembers(note, "note", unset);
    }
    QCOMPARE(unset, std::vector<std::string>());
}

void TextFormTest::everyMemberSurvives() {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        const Project project = Arbitrary(seed).project(1 + static_cast<int>(seed % 4));
        const Result<Project> again = loadProject(dumpProject(project), "again.txt");
        QVERIFY2(again.has_value(), again ? "" : again.error().text().c_str());
        QVERIFY(*again == project);
        QCOMPARE(dumpProject(*again), dumpProject(project));
    }
}

void TextFormTest::theFormIsAsDocumented() {
    // The example of README.md, by hand.
    const std::string text = "shardscape 1\n"
                             "name: \"Shop\"\n"
                             "next_id: 8\n"
                             "\n"
                             "entity 1 {\n"
                             "  name: \"users\"\n"
                             "  attribute 2 {\n"
                             "    name: \"id\"\n"
                             "    type: {kind: int64}\n"
                             "    nullable: false\n"
                             "    generator: snowflake\n"
                             "  }\n"
                             "  key 3 {\n"
                             "    kind: primary\n"
                             "    attributes: [2]\n"
                             "  }\n"
                             "  volume: {rows: 1000000, growth_rows_per_day: 2500.5}\n"
                             "}\n"
                             "\n"
                             "pattern 4 {\n"
                             "  name: \"GetUser\"\n"
                             "  sql:\n"
                             "    | SELECT *\n"
                             "    |\n"
                             "    |   FROM users\n"
                             "  entity: 1\n"
                             "  consistency: {kind: read-your-writes}\n"
                             "}\n"
                             "diagram: {positions: {1: {x: 40, y: -8.5}}}\n";
    const Result<Project> project = loadProject(text, "shop.txt");
    QVERIFY2(project.has_value(), project ? "" : project.error().text().c_str());
    const Entity* users = project->findEntity("users");
    QVERIFY(users);
    QCOMPARE(int(users->attributes.at(0).generator), int(Generator::Snowflake));
    QCOMPARE(users->volume.rows->value, std::int64_t(1000000));
    QCOMPARE(project->patterns.begin()->sql, std::string("SELECT *\n\n  FROM users"));
    QCOMPARE(project->diagram->positions.at(EntityId{1}).y, -8.5);
    QCOMPARE(QString::fromStdString(dumpProject(*project)), QString::fromStdString(text));
}

void TextFormTest::equalProjectsGiveEqualText() {
    // The order in which objects were set does not show.
    Project a = Arbitrary(7).project(3);
    Project b = a;
    const Entity first = *b.entities.begin();
    b.entities.remove(first.id);
    b.entities.set(first);
    QCOMPARE(dumpProject(b), dumpProject(a));
}

void TextFormTest::editorsOfOtherSystemsAreForgiven() {
    const Result<Project> project =
        loadProject("shardscape 1\r\n# a comment\r\nname: \"x\"\r\nnext_id: 5\r\npattern 1 {\r\n  name: \"p\" # why\r\n"
                    "  sql:\r\n    | SELECT\r\n    |  1\r\n}\r\n",
                    "x.txt");
    QVERIFY2(project.has_value(), project ? "" : project.error().text().c_str());
    QCOMPARE(project->patterns.begin()->sql, std::string("SELECT\n 1"));
}

void TextFormTest::errorsNameThePlace_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message"); // beginning of what Error::text() says
    const auto row = [](const char* name, const char* text, const char* message) {
        QTest::newRow(name) << QString(text) << QString(message);
    };
    row("not ours", "CREATE TABLE a (b int);\n", "f.txt:1:1: This is not a Shardscape text file");
    row("empty", "", "f.txt:1:1: This is not a Shardscape text file");
    row("version", "shardscape x\n", "f.txt:1:12: The version in the first line is not a number");
    row("newer", "shardscape 2\n", "f.txt:1:12: The text has version 2; this program reads up to 1 (Use a newer");
    row("unknown field", "shardscape 1\nname: \"a\"\nentity 1 {\n  nane: \"x\"\n}\n",
        "f.txt:4:9: \"nane\" is not known here (Did you mean name?)");
    row("unknown word", "shardscape 1\nnext_id: 9\nentity 1 {\n  attribute 2 {\n    type: {kind: unid}\n  }\n}\n",
        "f.txt:5:18: \"unid\" is not known here (Did you mean uuid?)");
    row("number", "shardscape 1\nnext_id: 1x\n", "f.txt:2:10: 1x is not a whole number");
    row("range", "shardscape 1\nnext_id: 99999999999999999999\n", "f.txt:2:10: 99999999999999999999 is out of range");
    row("kind", "shardscape 1\nname: 5\n", "f.txt:2:7: There is a number where a string");
    row("no value", "shardscape 1\nname:\nnext_id: 1\n", "f.txt:3:1: name has no value");
    row("open string", "shardscape 1\nname: \"a\nnext_id: 1\n", "f.txt:2:7: The string does not end on its line");
    row("open block", "shardscape 1\nentity 1 {\n  name: \"a\"\n", "f.txt:2:1: The block entity is not closed");
    row("closed too often", "shardscape 1\nname: \"a\"\n}\n", "f.txt:3:1: There is a closing brace too many");
    row("twice", "shardscape 1\nname: \"a\"\nname: \"b\"\n", "f.txt:3:1: name is given twice");
    row("merge conflict", "shardscape 1\n<<<<<<< HEAD\nname: \"a\"\n", "f.txt:2:1: \"<\" cannot begin an entry");
    row("dangling", "shardscape 1\nnext_id: 9\nrelationship 1 {\n  child: 5\n  parent: 5\n}\n",
        "f.txt: relationship  refers to entity 5 which is not there");
    row("id taken", "shardscape 1\nnext_id: 9\nentity 1 {\n  name: \"a\"\n}\nentity 1 {\n  name: \"b\"\n}\n",
        "f.txt: entity b has id 1, which is taken");
    QTest::newRow("deep") << "shardscape 1\nname: " + QString(100000, '[')
                          << "f.txt:2:71: The text is nested too deeply";
}

void TextFormTest::errorsNameThePlace() {
    QFETCH(QString, text);
    QFETCH(QString, message);
    const Result<Project> project = loadProject(text.toStdString(), "f.txt");
    QVERIFY(!project);
    const QString said = QString::fromStdString(project.error().text());
    QVERIFY2(said.startsWith(message), qPrintable(said));
}

void TextFormTest::mutatedTextsAreReadOrRefused() {
    // Nothing but a project or an error may come out (the sanitizers watch), and what is read is sound.
    std::mt19937 random(20240601);
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const std::string text = dumpProject(Arbitrary(seed).project(1));
        for (int i = 0; i < 100; ++i) {
            std::string mutated = text;
            const int changes = 1 + static_cast<int>(random() % 4);
            for (int k = 0; k < changes; ++k) {
                const std::size_t at = random() % mutated.size();
                switch (random() % 4) {
                case 0: mutated[at] = static_cast<char>(random()); break;
                case 1: mutated.erase(at, 1 + random() % 20); break;
                case 2: mutated.insert(at, mutated.substr(random() % mutated.size(), random() % 40)); break;
                default: mutated.resize(at + 1); break;
                }
            }
            const Result<Project> project = loadProject(mutated, "mutated.txt");
            if (project)
                QCOMPARE(validate(*project), std::vector<std::string>());
            else
                QVERIFY(!project.error().message.empty());
        }
    }
}

QTEST_APPLESS_MAIN(TextFormTest)
#include "text_form_test.moc"
