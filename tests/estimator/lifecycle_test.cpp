// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Rows by age: where they are, how many, and for how long; by hand arithmetic. 24 months are 730 days.
#include <QtTest>

#include <cmath>
#include <random>

#include <fmt/format.h>

#include "estimator/capacity/durations.h"
#include "estimator/cost/cost.h"
#include "estimator/growth/tiers.h"
#include "estimator/sensitivity/sensitivity.h"
#include "tests/support/estimating.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

const char* const kEvents = "CREATE TABLE events (id bigint PRIMARY KEY, at timestamptz NOT NULL, note text NOT NULL);";

/// The events with an annotation of their own, 1,000 rows a day where it does not say otherwise.
Project events(const std::string& table) {
    return projectOf(kEvents, "-- table: events " + table +
                                  "\n-- column: events.note avg=40B\n\n-- name: GetEvent :one\n"
                                  "-- rate: 10/s\n-- consistency: eventual\nSELECT * FROM events WHERE id = $1;\n");
}
Estimate on(const Project& project, const char* name = "postgresql", int months = 60) {
    Layout layout;
    layout.engine = name;
    auto out = estimate(project, engine(name), layout, {.months = months});
    if (!out)
        qFatal("%s", out.error().text().c_str());
    return std::move(*out);
}
const TierEstimate& tier(const Estimate& estimate, const char* name) {
    for (const TierEstimate& one : estimate.tiers)
        if (one.name == name)
            return one;
    qFatal("no tier %s on %s, with %zu structures", name, estimate.design.engine.c_str(), estimate.structures.size());
}
double rowsOf(const Project& project, double days) {
    const Cardinality cardinality(project);
    return Growth(cardinality).rows(project.findEntity("events")->id, days);
}

} // namespace

class LifecycleTest : public QObject {
    Q_OBJECT
private slots:
    /// 1,000 a day, 90 days in the engine: 90,000 there, and 275 days of them cold, each a fifth of its bytes.
    void ninetyDaysAreInTheEngineAndTheRestOfTheYearIsCold() {
        const Estimate out = on(events("rows=0 growth=1000/day retention=365d tier=cold(after=90d, bytes=20%)"));
        const TierEstimate& engine = tier(out, "engine");
        const TierEstimate& cold = tier(out, "cold");
        const double row = out.structures[0].rowBytes.value();
        QVERIFY(within(engine.monthRows[24], 90'000, 1e-9));
        QVERIFY(within(cold.monthRows[24], 275'000, 1e-9));
        QVERIFY(within(cold.rowBytes.value(), 0.2 * row, 1e-9));
        QVERIFY(within(cold.monthBytes[24], 275'000 * 0.2 * row, 1e-9));
        // Half a year is 182.5 days: 92,500 rows are older than 90. Two months are 60.8 days: none is.
        QVERIFY(within(cold.monthRows[6], 92'500, 1e-9));
        QCOMPARE(cold.monthRows[2], 0.0);
        QVERIFY(within(engine.monthRows[2], 1000 * 730.0 / 12, 1e-9));
        QVERIFY(within(engine.monthBytes[24], out.growth[24].bytes.value(), 1e-9)); // it is the only table
        // From the second year on nothing changes: what is older than a year is deleted.
        for (std::size_t month = 12; month <= 60; ++month)
            QVERIFY(within(out.growth[month].bytes.value(), out.growth[12].bytes.value(), 1e-9) &&
                    within(cold.monthBytes[month], cold.monthBytes[12], 1e-9));
        QCOMPARE(cold.bytes.value(), cold.monthBytes[60]);
        QCOMPARE(cold.fromDays.value(), 90.0);
        QCOMPARE(cold.untilDays.value(), 365.0);
    }

    void aLegalHoldKeepsEverything() {
        const Estimate out =
            on(events("rows=0 growth=1000/day retention=365d tier=cold(after=90d, bytes=20%, rows=0.1) hold"));
        QVERIFY(within(tier(out, "engine").monthRows[24], 90'000, 1e-9));
        QVERIFY(within(tier(out, "cold").monthRows[24], 640'000, 1e-9)); // of 730,000; nothing is rolled up
        QVERIFY(std::isinf(tier(out, "cold").untilDays.value()));
        // Without a tier all of them stay in the engine.
        QVERIFY(within(rowsOf(events("rows=0 growth=1000/day retention=365d hold"), 730), 730'000, 1e-9));
        QVERIFY(within(rowsOf(events("rows=0 growth=1000/day retention=365d"), 730), 365'000, 1e-9));
    }

    /// Readings of a second become one of a minute after 7 days: 7,000 + 83,000 / 60; cold ones are rolled up as well.
    void rollupsKeepAShare() {
        const char* const kRolled =
            "growth=1000/day retention=365d tier=minutes(after=7d, medium=engine, rows=0.0166666667) "
            "tier=cold(after=90d, bytes=50%)";
        const Project project = events(fmt::format("rows=0 {}", kRolled));
        QVERIFY(within(rowsOf(project, 730), 7000 + 83'000 / 60.0, 1e-8));
        const Estimate out = on(project);
        QVERIFY(within(tier(out, "minutes").monthRows[24], 83'000 / 60.0, 1e-8));
        QVERIFY(within(tier(out, "cold").monthRows[24], 275'000 / 60.0, 1e-8));
        QVERIFY(within(tier(out, "engine").monthBytes[24] + tier(out, "minutes").monthBytes[24],
                       out.growth[24].bytes.value(), 1e-9));
        // Rows that are stated are those in the engine as it is: steady from the start.
        const Project steady = events(fmt::format("rows=8383 {}", kRolled));
        for (double days : {0.0, 1.0, 30.0, 400.0})
            QVERIFY(within(rowsOf(steady, days), 8383.3, 1e-4));
        // Of 20,000, more than can be there, the surplus leaves within 90 days.
        QVERIFY(rowsOf(events(fmt::format("rows=20000 {}", kRolled)), 45) < 20'000);
        QVERIFY(within(rowsOf(events(fmt::format("rows=20000 {}", kRolled)), 90), 8383.3, 1e-4));
    }

    /// Partitions of 7 days: a row stays 0 to 7 days longer, 3.5 on average; up to 7,000 rows more than asked.
    void partitionsLeaveWhole() {
        const Project project =
            events("rows=0 growth=1000/day retention=365d tier=cold(after=90d) removal=partitions(7d)");
        const Cardinality cardinality(project);
        const Growth growth(cardinality);
        const EntityId id = project.findEntity("events")->id;
        QVERIFY(within(growth.rows(id, 730), 93'500, 1e-9));
        QVERIFY(within(growth.mostRows(id, 730), 97'000, 1e-9));
        QVERIFY(within(growth.rowsIn(id, 1, 730), 365'000 - 93'500, 1e-9));
        const Estimate out = on(project);
        QVERIFY(within(tier(out, "cold").fromDays.value(), 93.5, 1e-9));
        QCOMPARE(tier(out, "cold").fromDays.inputs().size(), std::size_t(2));
        // A tier that would begin while the partition is still there waits for it.
        const auto bands = ageBandsOf(events("growth=1/day tier=a(after=90d) tier=b(after=91d, medium=archive) "
                                             "removal=partitions(30d)")
                                          .findEntity("events")
                                          ->volume);
        QCOMPARE(bands.size(), std::size_t(2));
        QCOMPARE(bands[0].untilDays, 105.0);
        QVERIFY(bands[1].name == "b" && bands[1].fromDays == 105.0);
    }

    /// Nobody says what cold rows take: 0.30 of the payload, 8 + 8 + 40 bytes; said as an assumption at its field.
    void whatATierTakesIsAssumedAndSaid() {
        const Estimate out = on(events("rows=0 growth=1000/day tier=cold(after=90d)"));
        const TierEstimate& cold = tier(out, "cold");
        QVERIFY(within(cold.rowBytes.value(), 56 * 144.0 / 484, 1e-9));
        const Figure& share = cold.rowBytes.inputs().at(1);
        QCOMPARE(int(share.origin()), int(Origin::Default));
        QVERIFY(QString::fromStdString(share.path()).endsWith("/tier:0/bytes_ratio"));
        QVERIFY(QString::fromStdString(share.source()).contains("Parquet"));
        QVERIFY(std::isinf(cold.untilDays.value()));
    }

    void seriesAddUpOverTheTables() {
        const Project project = projectOf(
            fmt::format("{}CREATE TABLE logs (id bigint PRIMARY KEY, line text NOT NULL);", kEvents),
            "-- table: events rows=0 growth=1000/day tier=cold(after=30d, bytes=10%) tier=deep(after=90d, "
            "medium=archive, bytes=10%)\n-- table: logs rows=0 growth=500/day tier=cold(after=60d, bytes=10%)\n");
        const Estimate out = on(project);
        const std::vector<TierSeries> series = tierSeries(out);
        QCOMPARE(series.size(), std::size_t(3));
        QVERIFY(series[0].name == "engine" && series[1].name == "cold" && series[2].name == "deep");
        QVERIFY(within(series[1].rows[24], 60'000 + 335'000, 1e-9));
        QVERIFY(within(series[2].rows[24], 640'000, 1e-9));
        QCOMPARE(series[0].bytes[24], out.growth[24].bytes.value());
        QVERIFY(tierSeries(on(events("rows=0 growth=10/day retention=5d"))).empty()); // nothing is outside
    }

    /// On engines with items, series and columns alike.
    void everyEngineHasThem() {
        const Project project = events("rows=0 growth=1000/day retention=365d tier=cold(after=90d, bytes=20%)");
        for (const char* engine : {"cassandra", "dynamodb", "mongodb", "clickhouse", "redis", "sqlite", "mariadb"}) {
            const Estimate out = on(project, engine);
            QVERIFY2(within(tier(out, "cold").monthRows[24], 275'000, 1e-9), engine);
            QVERIFY2(tier(out, "engine").monthBytes[24] > 0, engine);
            QVERIFY2(within(out.growth[24].bytes.value(), out.growth[60].bytes.value(), 1e-6), engine);
        }
    }

    /// 1,000 rows come in and, once they are old, 1,000 go: a delete of its own for each doubles what is written, a
    /// partition that is dropped costs nothing, nor does DynamoDB's time to live; MongoDB's deletes all the same.
    void removalIsWorkWhereRowsGoOneByOne() {
        const auto writes = [](const char* removal, const char* name) {
            const Estimate out =
                on(projectOf(kEvents, fmt::format("-- table: events rows=1M retention=90d {}\n\n-- name: Add :exec\n"
                                                  "-- rate: 1000/s\nINSERT INTO events (id, at, note) VALUES ($1, $2, "
                                                  "$3);\n\n-- name: GetEvent :one\n-- rate: 10/s\nSELECT * FROM events "
                                                  "WHERE id = $1;\n",
                                                  removal)),
                   name);
            return out.structures[0].writesPerSecond.value();
        };
        for (const char* name : {"postgresql", "mariadb", "sqlite", "cassandra", "dynamodb", "mongodb"})
            QVERIFY2(within(writes("", name), 2000, 1e-9), name);
        for (const char* name : {"postgresql", "mariadb", "cassandra", "dynamodb"})
            QVERIFY2(within(writes("removal=partitions(1d)", name), 1000, 1e-9), name);
        for (const char* name : {"cassandra", "dynamodb", "clickhouse"})
            QVERIFY2(within(writes("removal=ttl", name), 1000, 1e-9), name);
        for (const char* name : {"postgresql", "sqlite", "mongodb"}) // no time to live, or one that deletes
            QVERIFY2(within(writes("removal=ttl", name), 2000, 1e-9), name);
        QVERIFY(within(writes("hold", "postgresql"), 1000, 1e-9)); // nothing may go
    }

    /// PostgreSQL: an insert writes a row and an entry of its key, a delete marks the row: 2 and 1. MariaDB's table is
    /// its key's tree, 1 and 1.
    void removalIsACauseOfWrites() {
        const auto cause = [](const char* name) -> double {
            const Estimate out =
                on(projectOf(kEvents, "-- table: events rows=1M retention=90d\n\n-- name: Add :exec\n-- rate: 1000/s\n"
                                      "INSERT INTO events (id, at, note) VALUES ($1, $2, $3);\n"),
                   name);
            for (const WriteCause& one : out.writeCauses)
                if (one.name == "removal")
                    return one.factor.value();
            return 0;
        };
        QVERIFY(within(cause("postgresql"), 1.5, 1e-9));
        QVERIFY(within(cause("mariadb"), 2, 1e-9));
    }

    void problemsSayWhatIsAskedForTooLate() {
        const char* const kRead =
            "\n\n-- name: Recent :many\n-- rate: 10/s\nSELECT id FROM events WHERE id = $1 AND at > "
            "now() - interval '200 days';\n";
        const auto ids = [&](const char* table, const char* name = "postgresql") {
            QStringList out;
            for (const Problem& problem :
                 on(projectOf(kEvents, fmt::format("-- table: events rows=1M {}{}", table, kRead)), name).problems)
                out << QString::fromStdString(problem.id) + (problem.severity == Severity::Error ? "!" : "");
            return out;
        };
        QVERIFY(!ids("growth=1000/day retention=1y").contains("reads-rows-that-left"));
        QVERIFY(ids("growth=1000/day retention=90d").contains("reads-rows-that-left!")); // deleted
        QVERIFY(ids("growth=1000/day retention=1y tier=cold(after=90d)").contains("reads-rows-that-left"));
        QVERIFY(
            ids("growth=1000/day retention=1y tier=deep(after=90d, medium=archive)").contains("reads-rows-that-left!"));
        QVERIFY(ids("growth=1000/day retention=90d tier=cold(after=100d)").contains("tier-never-reached"));
        QVERIFY(ids("growth=1G/day retention=1y").contains("removal-row-by-row"));
        QVERIFY(!ids("growth=1G/day retention=1y removal=partitions(1d)").contains("removal-row-by-row"));
        QVERIFY(ids("growth=1G/day retention=1y removal=ttl").contains("removal-not-there"));
    }

    /// In a year 275 days of a million rows are cold: 275 million rows of 56 × 144 ÷ 484 bytes. On S3 Standard a GiB is
    /// 0.023 a month; an archive is 0.0036, and reading all of it once 0.01.
    void tiersCostWhatTheirMediumCosts() {
        const auto costs = [](const char* medium) {
            const Project project = events(fmt::format("rows=0 growth=1M/day tier=cold(after=90d, medium={})", medium));
            const Estimate numbers = on(project);
            Layout layout;
            layout.engine = "postgresql";
            static const PriceBook kBook = *PriceBook::load({(sourceFolder() + "/resources/prices").toStdString()});
            return costOf(project, engine("postgresql"), layout, numbers, kBook);
        };
        const double gibibytes = 275e6 * 56 * 144 / 484 / 1073741824;
        const CostEstimate lake = costs("object_storage");
        QCOMPARE(lake.tiers.size(), std::size_t(1));
        QVERIFY(within(lake.tiers[0].month.value(), gibibytes * 0.023, 1e-5));
        const CostEstimate vault = costs("archive");
        QCOMPARE(vault.tiers.size(), std::size_t(2));
        QVERIFY(within(vault.tiers[0].month.value(), gibibytes * 0.0036, 1e-4));
        QVERIFY(within(vault.tiers[1].month.value(), gibibytes * 0.01, 1e-4));
        // They are beside the sum: nothing is there now.
        double sum = 0;
        for (const CostLine& line : vault.lines)
            sum += line.month.value();
        QVERIFY(within(vault.month.value(), sum, 1e-9));
    }

    /// 365 days of 1,000 rows: 90,000 in the engine and 275,000 archived are replayed together; the archive answers
    /// after 5 hours.
    void durationsOfTiers() {
        const Project project = projectOf(
            kEvents,
            "-- table: events rows=0 growth=1000/day retention=365d tier=deep(after=90d, medium=archive, "
            "bytes=20%)\n\n-- name: Add :exec\n-- rate: 1/s\nINSERT INTO events (id, at, note) VALUES ($1, $2, "
            "$3);\n");
        const Estimate numbers = on(project);
        Layout layout;
        layout.engine = "postgresql";
        const std::vector<Duration> all = durationsOf(project, engine("postgresql"), layout, numbers);
        const auto seconds = [&](const char* kind) -> double {
            for (const Duration& one : all)
                if (one.kind == kind)
                    return one.seconds.value();
            return -1;
        };
        QVERIFY(within(seconds("replay of all") / seconds("replay"), 365.0 / 90, 1e-9));
        const double row = numbers.structures[0].rowBytes.value();
        QVERIFY(within(seconds("restore"), 5 * 3600 + 275'000 * 0.2 * row / 125e6, 1e-9));
        QVERIFY(seconds("move") > 0);
    }

    /// What a tier takes is among the assumptions, and can be stated.
    void theShareIsAnAssumption() {
        const Project project = events("rows=0 growth=1M/day tier=cold(after=90d)");
        Layout layout;
        layout.engine = "postgresql";
        const auto ranked = sensitivityOf(project, engine("postgresql"), layout, PriceBook());
        QVERIFY(ranked.has_value());
        const auto at = std::find_if(ranked->influences.begin(), ranked->influences.end(), [](const Influence& one) {
            return QString::fromStdString(one.assumption.path).endsWith("/tier:0/bytes_ratio");
        });
        QVERIFY(at != ranked->influences.end());
        QCOMPARE(at->assumption.name, std::string("share of the bytes of events kept in cold"));
        QVERIFY(at->swing > 0 && at->largest == "storage");
        Variant variant{project, engine("postgresql"), layout};
        QVERIFY(setAssumption(variant, at->assumption.path, 0.2));
        QCOMPARE(*variant.project.findEntity("events")->volume.tiers[0].bytesRatio, 0.2);
    }

    /// Whatever is added behind, the engine holds no more because of it.
    void moreTiersNeverRaiseWhatTheEngineHolds() {
        std::mt19937 random(7);
        const auto draw = [&](double least, double most) {
            return std::uniform_real_distribution<double>(least, most)(random);
        };
        for (int i = 0; i < 300; ++i) {
            Project project = events("rows=0 growth=1000/day");
            Entity entity = *project.findEntity("events");
            entity.volume.rows = Rows{static_cast<std::int64_t>(draw(0, 2e6))};
            if (i % 3 == 0)
                entity.volume.growthRatePerDay = draw(0, 0.002);
            if (i % 2 == 0)
                entity.volume.retentionDays = draw(10, 800);
            if (i % 5 == 0) {
                entity.volume.removal = RowRemoval::Partitions;
                entity.volume.partitionDays = draw(1, 40);
            }
            project.entities.set(entity);
            const Project before = project;
            StorageTier tier{"t", draw(0, 600), i % 4 == 0 ? TierMedium::Engine : TierMedium::Archive, {}, draw(0, 1)};
            entity.volume.tiers.push_back(tier);
            project.entities.set(entity);
            for (double days : {0.0, 1.0, 17.0, 90.0, 365.0, 1800.0})
                QVERIFY2(rowsOf(project, days) <= rowsOf(before, days) * (1 + 1e-9) + 1e-6,
                         qPrintable(QString::number(i)));
        }
    }
};

QTEST_APPLESS_MAIN(LifecycleTest)
#include "lifecycle_test.moc"
