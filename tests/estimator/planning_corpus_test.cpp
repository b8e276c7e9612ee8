// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Schemas of real applications, with the patterns every application has (get, list by each foreign key, join with the
// parent, insert, update, delete), laid out on every engine: designs are sound, every pattern gets a plan, and the
// whole is fast. What a sound design is follows from the engines' own rules, written out in checkDesign().
#include <cmath>
#include <set>

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QtTest>

#include "estimator/planning/planner.h"
#include "model/exchange/export/ddl.h"
#include "model/exchange/import/import.h"
#include "model/physical/mapping.h"
#include "tests/support/folders.h"
#include "tests/support/ordinary_patterns.h"
#include "tests/support/project_builder.h"

using namespace shardscape::tests;
using namespace shardscape::estimator;

namespace {

/// Empty for a design that its engine would accept.
std::string checkDesign(const Design& design, MappingFamily family) {
    std::set<std::string> names;
    for (const Structure& structure : design.structures) {
        const std::string& name = structure.name;
        if (!names.insert(name).second)
            return "two structures are named " + name;
        if (family == MappingFamily::WideColumn && structure.kind == StructureKind::Table && name.size() > 48)
            return name + " is too long";
        std::set<std::string> columns;
        for (const StructureColumn& column : structure.columns)
            if (!columns.insert(column.name).second && structure.kind == StructureKind::Table)
                return name + " has two columns " + column.name;
        std::set<std::string> key;
        for (const auto* parts : {&structure.partitionKey, &structure.sortKey})
            for (const StructureKeyPart& part : *parts)
                if (structure.kind != StructureKind::Cache &&
                    (!columns.contains(part.column) || !key.insert(part.column).second))
                    return name + ": key column " + part.column;
        if (family == MappingFamily::WideColumn && structure.kind == StructureKind::Table) {
            if (structure.partitionKey.empty())
                return name + " has no partition key";
            std::size_t counters = 0;
            for (const StructureColumn& column : structure.columns)
                counters += column.nativeType == "counter";
            if (counters > 0 && counters + key.size() != structure.columns.size())
                return name + " mixes counters with other columns";
        }
        std::set<std::string> indexes;
        std::set<std::string> keys;
        for (const StructureIndex& index : structure.indexes) {
            if (!indexes.insert(index.name).second || index.name.empty() ||
                (!index.declared && !index.key && index.name.size() > 63))
                return name + ": index name " + index.name;
            std::string parts = index.method;
            for (const StructureKeyPart& part : index.parts) {
                parts += "," + part.column;
                if (!index.declared && !columns.contains(part.column))
                    return name + ": index column " + part.column;
            }
            if (!index.declared && !index.key)
                for (const std::string& other : keys)
                    if (other == parts || other.starts_with(parts + ","))
                        return name + ": " + index.name + " is a prefix of another index";
            keys.insert(parts);
        }
    }
    return {};
}

std::string checkPlan(const Plan& plan, const AccessPattern& pattern, const Design& design) {
    const std::string who = pattern.name + ": ";
    if (plan.shape == PlanShape::Unserved ? plan.why.empty() : plan.steps.empty())
        return who + "neither steps nor a reason";
    if (!std::isfinite(plan.rowsRead) || plan.rowsRead < 0 || !std::isfinite(plan.writes) || plan.writes < 0)
        return who + "rows";
    if (plan.unbounded && plan.why.empty())
        return who + "unbounded without a reason";
    for (const PlanStep& step : plan.steps) {
        if (!step.structure.empty() && !design.find(step.structure))
            return who + "step at " + step.structure;
        if (step.text.empty())
            return who + "a step without words";
    }
    return {};
}

} // namespace

class PlanningCorpusTest : public QObject {
    Q_OBJECT
private slots:
    void schemas_data();
    void schemas();
};

void PlanningCorpusTest::schemas_data() {
    QTest::addColumn<QString>("path");
    if (sharedFolder().isEmpty())
        return;
    QStringList files;
    QDirIterator it(sharedFolder() + "/corpus/public/sql/postgresql", {"*.sql"}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    files.sort();
    for (const QString& file : files)
        QTest::newRow(qPrintable(QFileInfo(file).fileName())) << file;
}

void PlanningCorpusTest::schemas() {
    if (sharedFolder().isEmpty())
        QSKIP(qPrintable(whyNoSharedFolder()));
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<Imported> imported = importPostgres({{path.toStdString(), file.readAll().toStdString()}});
    if (!imported)
        QSKIP(imported.error().text().c_str());
    Project project = imported->project;
    addPatterns(project, 40);
    for (MappingFamily family :
         {MappingFamily::Relational, MappingFamily::WideColumn, MappingFamily::SingleTable, MappingFamily::Cache})
        for (int partitions : {1, 16}) {
            Layout layout;
            layout.partitions = partitions;
            layout.cache = true;
            const EngineProfile profile = plainProfile(family);
            QElapsedTimer timer;
            timer.start();
            const Result<Design> design = mapProject(project, profile, layout);
            QVERIFY(design);
            const std::vector<Plan> plans = planPatterns(project, profile, *design);
            const qint64 took = timer.elapsed();
            QVERIFY2(took < 1000, qPrintable(QString("%1 ms").arg(took)));
            const std::string wrong = checkDesign(*design, family);
            QVERIFY2(wrong.empty(), wrong.c_str());
            QCOMPARE(plans.size(), project.patterns.size());
            for (const Plan& plan : plans) {
                const std::string why = checkPlan(plan, *project.patterns.find(plan.pattern), *design);
                QVERIFY2(why.empty(), why.c_str());
                // Keys serve what is looked up by key, on every engine that stores rows.
                const AccessPattern& pattern = *project.patterns.find(plan.pattern);
                if (family != MappingFamily::Cache && pattern.verb == Verb::Get) {
                    QVERIFY2(plan.shape != PlanShape::Unserved && plan.rowsReturned <= 1, pattern.name.c_str());
                    if (partitions == 1 || family != MappingFamily::Relational)
                        QVERIFY2(plan.shape == PlanShape::One,
                                 (profile.name + " " + pattern.name + " " + plan.why + plan.steps.back().text).c_str());
                }
                if (family != MappingFamily::Cache && pattern.verb == Verb::List)
                    QVERIFY2(plan.shape != PlanShape::Unserved, (pattern.name + ": " + plan.why).c_str());
            }
            QVERIFY(writeDdl(project, profile, *design));
        }
}

QTEST_APPLESS_MAIN(PlanningCorpusTest)
#include "planning_corpus_test.moc"
