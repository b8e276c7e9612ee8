// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// The JSON schema of scenario files against the reader: every member that the reader asks for is in the schema with
/// the same type, range, names and default, and the schema has no member that the reader does not know. Neither is a
/// list kept here: both tell what they know.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <map>
#include <set>

#include "simulator/scenario/examples.h"
#include "simulator/scenario/members.h"
#include "simulator/scenario/scenario_json.h"
#include "tests/support/folders.h"

using namespace shardscape::simulator;

namespace {

std::string contents(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll().toStdString();
}

QString schemaFile() {
    return shardscape::tests::sourceFolder() + "/resources/scenarios/scenario.schema.json";
}

QStringList jsonFiles(const QString& folder) {
    QStringList files;
    QDirIterator all(shardscape::tests::sourceFolder() + folder, {"*.json"}, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(all.next());
    files.removeAll(schemaFile());
    files.sort();
    return files;
}

/// Examples, golden scenarios, and the file with every member: together they make the reader ask for all it knows.
QStringList probes() {
    return jsonFiles("/resources/scenarios") + jsonFiles("/tests/data/scenarios") + jsonFiles("/tests/golden");
}

/// (path of the object, key) to what the schema says about the member there.
using Members = std::map<std::pair<std::string, std::string>, Json>;

class SchemaMembers {
public:
    SchemaMembers()
        : m_schema(Json::parse(contents(schemaFile()))) {
        collect(m_schema, "");
    }
    const Members& members() const { return m_members; }
    /// The definition that a member is in.
    const std::map<std::pair<std::string, std::string>, const Json*>& owners() const { return m_owners; }
    /// A part of the schema with references followed.
    const Json& resolved(const Json& part) const {
        const auto reference = part.find("$ref");
        return reference == part.end()
                   ? part
                   : resolved(m_schema.at(Json::json_pointer(reference->get<std::string>().substr(1))));
    }

private:
    void collect(const Json& part, const std::string& path) {
        const Json& schema = resolved(part);
        if (schema.contains("properties"))
            for (const auto& item : schema["properties"].items()) {
                m_members.emplace(std::pair(path, item.key()), resolved(item.value()));
                m_owners.emplace(std::pair(path, item.key()), &schema);
                collect(item.value(), path.empty() ? item.key() : path + "." + item.key());
            }
        if (schema.contains("items"))
            collect(schema["items"], path + "[]");
        if (schema.contains("oneOf"))
            for (const Json& choice : schema["oneOf"])
                collect(choice, path);
    }

    Json m_schema;
    Members m_members;
    std::map<std::pair<std::string, std::string>, const Json*> m_owners;
};

bool sameRange(const Json& schema, const JsonMember& member) {
    return schema.contains("minimum") && schema.contains("maximum") &&
           schema["minimum"].get<double>() == member.least && schema["maximum"].get<double>() == member.most;
}

/// What is wrong with the schema's words about a member; empty when nothing is.
std::string disagreement(const Json& schema, const JsonMember& member) {
    using Kind = JsonMember::Kind;
    const auto type = [&](const char* name) { return schema.value("type", Json()) == name; };
    const Json texts = Json::array({"string", "integer"});
    bool agree = true;
    switch (member.kind) {
    case Kind::Any: return {};
    case Kind::Number: agree = type("number") && sameRange(schema, member); break;
    case Kind::Whole: agree = type("integer") && sameRange(schema, member); break;
    case Kind::Truth: agree = type("boolean"); break;
    case Kind::Text: agree = type("string"); break;
    case Kind::Texts: agree = type("array") && schema["items"]["type"] == texts; break;
    case Kind::Numbers: agree = type("array") && sameRange(schema["items"], member); break;
    case Kind::Choice: agree = schema.value("enum", Json()) == Json(member.names); break;
    }
    if (!agree)
        return "type, range or names differ: " + schema.dump();
    if (schema.contains("default") && schema["default"] != member.fallback)
        return "the default is " + member.fallback.dump() + ", the schema says " + schema["default"].dump();
    return schema.contains("description") ? "" : "there is no description";
}

} // namespace

class SchemaTest : public QObject {
    Q_OBJECT
private slots:
    void theReaderKnowsNothingElse();
    void theSchemaKnowsNothingElse();
    void roundTrip();
    void filesAreValid();
};

void SchemaTest::theReaderKnowsNothingElse() {
    const SchemaMembers schema;
    for (const QString& file : probes()) {
        const auto asked = membersAskedFor(contents(file));
        QVERIFY(asked.size() > 20);
        for (const JsonMember& member : asked) {
            const std::string place = member.object + " \"" + member.key + "\"";
            const auto found = schema.members().find({member.object, member.key});
            QVERIFY2(found != schema.members().end(), ("not in the schema: " + place).c_str());
            const std::string wrong = disagreement(found->second, member);
            QVERIFY2(wrong.empty(), (place + ": " + wrong).c_str());
        }
    }
}

void SchemaTest::theSchemaKnowsNothingElse() {
    const SchemaMembers known;
    std::set<std::pair<const Json*, std::string>> asked; // by the definition, which many places may share
    for (const QString& file : probes())
        for (const JsonMember& member : membersAskedFor(contents(file)))
            if (const auto found = known.owners().find({member.object, member.key}); found != known.owners().end())
                asked.emplace(found->second, member.key);
    for (const auto& [member, owner] : known.owners())
        QVERIFY2(asked.contains({owner, member.second}),
                 ("the reader never asked for " + member.first + " \"" + member.second +
                  "\": remove it from the schema, or use it in tests/data/scenarios/complete.json")
                     .c_str());
}

void SchemaTest::roundTrip() {
    for (const QString& file : probes()) {
        const auto read = readScenario(contents(file));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(file + ": " + QString::fromStdString(read.error().text())));
        const auto again = readScenario(writeScenario(*read));
        QVERIFY(again && *again == *read);
    }
}

/// An independent validator for draft 2020-12, over the files as they are and as the writer writes them.
void SchemaTest::filesAreValid() {
    QProcess python;
    python.start("python3", {"-c", "import jsonschema; jsonschema.Draft202012Validator"});
    if (!python.waitForFinished() || python.exitCode() != 0)
        QSKIP("Python has no jsonschema with draft 2020-12: install python3-jsonschema");
    const QTemporaryDir folder;
    QStringList files = probes();
    int number = 0;
    for (const QString& file : probes()) {
        const auto read = readScenario(contents(file));
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        QFile written(folder.filePath(QString("%1.json").arg(++number)));
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(QByteArray::fromStdString(writeScenario(*read)));
        files.append(written.fileName());
    }
    const char* script = R"(
import json, sys, jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for name in sys.argv[2:]:
    for error in validator.iter_errors(json.load(open(name))):
        print(name, error.json_path, error.message)
)";
    python.start("python3", QStringList{"-c", script, schemaFile()} + files);
    QVERIFY(python.waitForFinished());
    QCOMPARE(QString(python.readAllStandardOutput() + python.readAllStandardError()), QString());
}

QTEST_APPLESS_MAIN(SchemaTest)
#include "schema_test.moc"
