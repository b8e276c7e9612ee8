// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parsers of the languages themselves, @dbml/core and mermaid, take what the exporters write, and count in it what
// the model has.
#include <QProcess>
#include <QStandardPaths>

#include "tests/support/catalogue_corpus.h"
#include "tests/support/import_checks.h"
#include "tests/support/random_schema.h"

#include "model/exchange/export/diagram_text.h"
#include "model/exchange/import/import.h"

using namespace shardscape::model;
using namespace shardscape::tests;

class PeersParsersTest : public QObject {
    Q_OBJECT
private slots:
    void takeWhatIsWritten();

private:
    /// The folder of the packages: SHARDSCAPE_PARSERS, or where installers/test puts them.
    static QString modules() {
        const QString named = qEnvironmentVariable("SHARDSCAPE_PARSERS");
        return named.isEmpty() ? sourceFolder() + "/build/parsers/node_modules" : named;
    }
};

void PeersParsersTest::takeWhatIsWritten() {
    const QString node = QStandardPaths::findExecutable("node");
    if (node.isEmpty())
        QSKIP("no node on the PATH: apt-get install nodejs");
    if (!QFile::exists(modules() + "/mermaid/package.json"))
        QSKIP("@dbml/core and mermaid are not installed: installers/test does, when npm is within reach");
    std::vector<std::pair<QString, Project>> projects;
    for (unsigned seed = 1; seed <= 40; ++seed)
        projects.emplace_back(QStringLiteral("seed %1").arg(seed), RandomSchema(seed, seed % 2 == 0).project());
    for (const QString& name : CatalogueCorpus("sql/postgresql").names())
        if (const auto imported = importPostgres(CatalogueCorpus("sql/postgresql").sources(name)))
            projects.emplace_back(name, imported->project);
    QJsonArray texts;
    for (const auto& [name, project] : projects)
        for (const char* language : {"dbml", "mermaid"})
            texts.append(QJsonObject{
                {"name", name + " " + language},
                {"language", language},
                {"text", qtext(language == std::string("dbml") ? writeDbml(project) : writeMermaid(project))}});
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("NODE_MODULES", modules());
    process.setProcessEnvironment(environment);
    process.start(node, {sourceFolder() + "/tests/support/parsers/accept.mjs"});
    QVERIFY(process.waitForStarted());
    process.write(QJsonDocument(texts).toJson());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(200000));
    const QJsonArray results = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    QVERIFY2(results.size() == texts.size(), process.readAllStandardError().constData());
    QStringList refused;
    for (qsizetype i = 0; i < results.size(); ++i) {
        const QJsonObject result = results[i].toObject();
        const Project& project = projects[std::size_t(i) / 2].second;
        if (!result["ok"].toBool())
            refused << result["name"].toString() + ": " + result["message"].toString().left(300);
        else if (result["tables"].toInt() != int(project.entities.size()) ||
                 result["columns"].toInt() != int(attributeCount(project)) ||
                 result["references"].toInt() != int(project.relationships.size()))
            refused << QStringLiteral("%1: %2 tables, %3 columns, %4 references of %5, %6, %7")
                           .arg(result["name"].toString())
                           .arg(result["tables"].toInt())
                           .arg(result["columns"].toInt())
                           .arg(result["references"].toInt())
                           .arg(project.entities.size())
                           .arg(attributeCount(project))
                           .arg(project.relationships.size());
    }
    QVERIFY2(refused.isEmpty(), qPrintable(refused.join('\n')));
}

QTEST_GUILESS_MAIN(PeersParsersTest)
#include "peers_parsers_test.moc"
