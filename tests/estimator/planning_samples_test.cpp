// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bundled samples from SQL to plan, with the sums that such systems are explained with.
#include <cmath>

#include <QFile>
#include <QtTest>

#include "estimator/planning/planner.h"
#include "model/exchange/import/import.h"
#include "model/physical/mapping.h"
#include "tests/support/folders.h"
#include "tests/support/project_builder.h"

using namespace shardscape::tests;
using namespace shardscape::estimator;

namespace {

std::string read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

Project sample(const QString& name) {
    const QString folder = sourceFolder() + "/resources/samples/" + name;
    const Result<Imported> schema = importPostgres({{"schema.sql", read(folder + "/schema.sql")}});
    if (!schema)
        throw std::runtime_error(schema.error().text());
    const Result<Imported> workload = importWorkload(schema->project, {"workload.sql", read(folder + "/workload.sql")});
    if (!workload)
        throw std::runtime_error(workload.error().text());
    return workload->project;
}

struct Laid {
    const Project& project;
    EngineProfile profile;
    Design design;
    Laid(const Project& project_, MappingFamily family)
        : project(project_)
        , profile(plainProfile(family)) {
        Layout layout;
        layout.partitions = 16;
        design = mapProject(project, profile, layout).value();
    }
    Plan plan(const char* pattern) const {
        return planPattern(project, profile, design, *project.findPattern(pattern));
    }
};

constexpr MappingFamily kStores[] = {MappingFamily::Relational, MappingFamily::WideColumn, MappingFamily::SingleTable};

} // namespace

class PlanningSamplesTest : public QObject {
    Q_OBJECT
private slots:
    void socialFeed();
    void flashSale();
};

void PlanningSamplesTest::socialFeed() {
    const Project project = sample("social-feed");
    for (MappingFamily family : kStores) {
        const Laid laid(project, family);
        // 6,000 posts/s × 200 followers = 1.2 million timeline rows a second.
        const Plan fanOut = laid.plan("FanOutPost");
        double rows = 0;
        for (const PlanStep& step : fanOut.steps)
            rows += step.kind == StepKind::Write ? step.rowsWritten : 0;
        QCOMPARE(rows * project.findPattern("FanOutPost")->rate.average.value, 1.2e6);
        QVERIFY(fanOut.unbounded); // a celebrity has 100 million followers
        // Reading a timeline is one range of one partition, of exactly a page.
        const Plan timeline = laid.plan("GetTimeline");
        QVERIFY2(timeline.shape == PlanShape::One, laid.profile.name.c_str());
        QCOMPARE(timeline.rowsReturned, 50.0);
        QVERIFY(std::abs(timeline.rowsRead - 50) < 1e-6);
        QVERIFY2(!timeline.unbounded, timeline.why.c_str());
        for (const AccessPattern& pattern : project.patterns)
            QVERIFY2(laid.plan(pattern.name.c_str()).shape != PlanShape::Unserved, pattern.name.c_str());
    }
    // Posts are looked up by their own key far more often than listed by author: over 16 partitions the list is a
    // scatter in PostgreSQL, while the key-value engines keep a copy for it.
    QVERIFY(Laid(project, MappingFamily::Relational).plan("ListPostsByAuthor").shape == PlanShape::Scatter);
    QVERIFY(Laid(project, MappingFamily::SingleTable).plan("ListPostsByAuthor").shape == PlanShape::One);
}

void PlanningSamplesTest::flashSale() {
    const Project project = sample("flash-sale");
    for (MappingFamily family : kStores) {
        const Laid laid(project, family);
        for (const AccessPattern& pattern : project.patterns)
            QVERIFY2(laid.plan(pattern.name.c_str()).shape != PlanShape::Unserved, pattern.name.c_str());
        QVERIFY(laid.plan("ReserveStock").shape == PlanShape::One);
        QCOMPARE(laid.plan("ReserveStock").writes, 1.0); // both columns of one row, under one condition
    }
}

QTEST_APPLESS_MAIN(PlanningSamplesTest)
#include "planning_samples_test.moc"
