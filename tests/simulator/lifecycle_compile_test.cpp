// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Months of storage with tiers: by hand, and day by day against the estimator's closed form.
#include <QTest>

#include <cmath>

#include "estimator/growth/growth.h"
#include "simulator/compile/storage_plan.h"
#include "tests/support/estimating.h"

using namespace shardscape::simulator;
using namespace shardscape::tests;
namespace estimator = shardscape::estimator;
namespace model = shardscape::model;

namespace {

model::Project events(const std::string& table) {
    return projectOf("CREATE TABLE events (id bigint PRIMARY KEY, at timestamptz NOT NULL, note text NOT NULL);",
                     "-- table: events " + table +
                         "\n\n-- name: GetEvent :one\n-- rate: 10/s\nSELECT * FROM events WHERE id = $1;\n");
}

struct Run {
    estimator::Estimate estimate;
    StoragePlan plan;
    std::vector<StorageMonth> months;
};
Run run(const model::Project& project, const char* name = "postgresql", int months = 60) {
    model::Layout layout;
    layout.engine = name;
    auto estimate = estimator::estimate(project, engine(name), layout);
    if (!estimate)
        qFatal("%s", estimate.error().text().c_str());
    StoragePlan plan = planStorage(project, engine(name), *estimate);
    auto out = simulateMonths(plan.design, months);
    if (!out)
        qFatal("%s", out.error().text().c_str());
    return {std::move(*estimate), std::move(plan), std::move(*out)};
}

} // namespace

class LifecycleCompileTest : public QObject {
    Q_OBJECT
private slots:
    /// 1,000 a day of 100 bytes, 90 days in the store, cold at 20 bytes until a year: 90,000 and 275,000 after two.
    void byHand() {
        StorageDesign design;
        design.copies = 3;
        design.tables = {{"t", 0, 100, 1000, 0, 90, 0, {{"store", 0, 90}, {"cold", 90, 365, 1, 20, true}}, "t"}};
        const auto out = simulateMonths(design, 24);
        QVERIFY(out);
        QVERIFY(within((*out)[24].rows[0], 90'000, 1e-9));
        QVERIFY(within((*out)[24].liveBytes, 3 * 90'000 * 100.0, 1e-9));
        QVERIFY(within((*out)[24].ageRows[0][1], 275'000, 1e-9));
        QVERIFY(within((*out)[6].ageRows[0][1], 92'500, 1e-9));
        QCOMPARE((*out)[2].ageRows[0][1], 0.0);
        // Partitions of 7 days, 730 days after now: the one that began on day 637 ends on 644, which is 86 days ago,
        // so rows since day 637 are there. Half a day before 728 = 104 x 7, at 727.5, those since 630 would be.
        design.tables[0].partitionDays = 7;
        const auto sawn = simulateMonths(design, 24);
        QVERIFY(sawn);
        QVERIFY(within((*sawn)[24].rows[0], 93'000, 1e-9));
        QVERIFY(within((*sawn)[24].ageRows[0][1], 365'000 - 93'000, 1e-9));
        design.tables[0].ages[1].fromDays = -1;
        QVERIFY(!simulateMonths(design, 1));
    }

    /// Both follow the same definition by different ways: one day after another, and in closed form. Within a day rows
    /// come in evenly, where compound growth of 0.2 % bends: by less than 0.002/8 of that day's rows.
    void agreesWithTheClosedForm_data() {
        QTest::addColumn<QString>("table");
        QTest::newRow("for ever") << "rows=10000 growth=1000/day";
        QTest::newRow("retention") << "rows=0 growth=1000/day retention=90d";
        QTest::newRow("surplus") << "rows=300000 growth=1000/day retention=90d";
        QTest::newRow("tiers") << "rows=50000 growth=1000/day retention=2y tier=cold(after=90d) "
                                  "tier=deep(after=365d, medium=archive, rows=0.1)";
        QTest::newRow("rollup") << "rows=9000 growth=1000/day tier=minutes(after=7d, medium=engine, rows=0.1) "
                                   "tier=cold(after=60d)";
        QTest::newRow("compound") << "rows=100000 growth=0.2%/day retention=200d tier=cold(after=30d)";
        QTest::newRow("held") << "rows=1000 growth=1000/day retention=90d tier=cold(after=30d) hold";
    }
    void agreesWithTheClosedForm() {
        QFETCH(QString, table);
        for (const char* name : {"postgresql", "cassandra"}) {
            const Run out = run(events(table.toStdString()), name);
            const model::Project& project = events(table.toStdString());
            const model::Cardinality cardinality(project);
            const estimator::Growth growth(cardinality);
            const model::EntityId id = project.findEntity("events")->id;
            for (std::size_t month = 0; month < out.months.size(); ++month) {
                const double days = static_cast<double>(month) * 365.0 / 12;
                QVERIFY(within(out.months[month].rows[0], growth.rows(id, days), 2e-5));
                for (const estimator::TierEstimate& tier : out.estimate.tiers) {
                    const auto i = static_cast<std::size_t>(&tier - out.estimate.tiers.data());
                    const double rows = out.months[month].ageRows[0][i];
                    QVERIFY2(std::abs(rows - tier.monthRows[month]) <= 2e-5 * rows + 1e-3, tier.name.c_str());
                }
            }
        }
    }

    /// With partitions the closed form is the mean of the saw: never further from it than half of a partition's rows,
    /// and over many months right on average.
    void partitionsAreASawAroundTheMean() {
        const Run out = run(events("rows=0 growth=1000/day retention=365d tier=cold(after=90d) removal=partitions(7d)"),
                            "postgresql", 240);
        double sum = 0;
        for (std::size_t month = 24; month < out.months.size(); ++month) {
            const double rows = out.months[month].rows[0];
            QVERIFY(rows >= 90'000 - 1e-3 && rows <= 97'000 + 1e-3);
            sum += rows;
        }
        QVERIFY(within(sum / 217, out.estimate.tiers[0].monthRows[24], 0.005));
        QCOMPARE(out.estimate.tiers[0].monthRows[24], 93'500.0);
    }

    void whatDoesNotComeInDoesNotLeave() {
        const Run out = run(events("rows=1000 retention=30d"));
        QCOMPARE(out.months[12].rows[0], 1000.0);
        QVERIFY(!out.plan.notes.empty());
    }
};

QTEST_APPLESS_MAIN(LifecycleCompileTest)
#include "lifecycle_compile_test.moc"
