// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// How rows leave the engine by their age is in the schema of each that can: partitions of time, or a time to live.
#include <QtTest>

#include "model/exchange/export/ddl.h"
#include "model/physical/mapping.h"
#include "tests/support/engines.h"
#include "tests/support/project_builder.h"

using namespace shardscape::tests;

namespace {

/// Readings with their time in the key, or beside it.
Project readings(const std::vector<std::string>& key, RowRemoval removal) {
    ProjectBuilder b;
    b.table("readings", 1e6, {"vehicle_id int64", "at timestamp", "speed double"}, key);
    b.change("readings", [&](Entity& entity) {
        entity.volume.retentionDays = 365;
        entity.volume.tiers = {{"cold", 30, TierMedium::ObjectStorage, {}, {}}};
        entity.volume.removal = removal;
        entity.volume.partitionDays = 7;
    });
    b.pattern("Recent", Verb::List, "readings").equal("readings.vehicle_id").all();
    return b.project;
}

QString ddl(const Project& project, const char* name) {
    Layout layout;
    layout.engine = name;
    const auto design = mapProject(project, engine(name), layout);
    if (!design)
        qFatal("%s", design.error().text().c_str());
    const auto text = writeDdl(project, engine(name), *design);
    if (!text)
        qFatal("%s", text.error().text().c_str());
    return QString::fromStdString(*text);
}

} // namespace

class DdlLifecycleTest : public QObject {
    Q_OBJECT
private slots:
    void partitionsOfTime() {
        const Project project = readings({"vehicle_id", "at"}, RowRemoval::Partitions);
        const QString postgres = ddl(project, "postgresql");
        QVERIFY2(postgres.contains(") PARTITION BY RANGE (at);\n"), qPrintable(postgres));
        QVERIFY(postgres.contains("CREATE TABLE readings_rest PARTITION OF readings DEFAULT;"));
        QVERIFY(postgres.contains("a partition covers 7 days"));
        QVERIFY(postgres.contains("older than 30 days")); // it is cold then, not deleted
        for (const char* name : {"mysql", "mariadb"}) {
            const QString text = ddl(project, name);
            QVERIFY2(text.contains("ALTER TABLE `readings` PARTITION BY RANGE"), qPrintable(text));
        }
        QVERIFY2(ddl(project, "clickhouse").contains("PARTITION BY toStartOfInterval(`at`, toIntervalDay(7))") &&
                     ddl(project, "clickhouse").contains("ttl_only_drop_parts = 1"),
                 qPrintable(ddl(project, "clickhouse")));
        QVERIFY(ddl(project, "cassandra").contains("default_time_to_live = 2592000")); // 30 x 86,400 s
        QVERIFY(!ddl(project, "sqlite").contains("partition"));
    }

    void whatCannotBePartitionedSaysWhy() {
        const QString text = ddl(readings({"vehicle_id"}, RowRemoval::Partitions), "postgresql");
        QVERIFY(!text.contains("PARTITION BY"));
        QVERIFY2(
            text.contains("readings cannot be dropped in partitions of time as it is: a time has to be part of each "
                          "of its unique keys"),
            qPrintable(text));
    }

    void onlyWhatExpiresHasATimeToLive() {
        const std::vector<std::string> key{"vehicle_id", "at"};
        QVERIFY(ddl(readings(key, RowRemoval::Ttl), "cassandra").contains("default_time_to_live = 2592000"));
        QVERIFY(!ddl(readings(key, RowRemoval::RowByRow), "cassandra").contains("default_time_to_live"));
        QVERIFY(ddl(readings(key, RowRemoval::Ttl), "mongodb").contains("\"expireAfterSeconds\":2592000"));
        QVERIFY(!ddl(readings(key, RowRemoval::RowByRow), "mongodb").contains("expireAfterSeconds"));
        QVERIFY(ddl(readings(key, RowRemoval::Ttl), "clickhouse").contains("toIntervalDay(30)"));
        QVERIFY(!ddl(readings(key, RowRemoval::RowByRow), "clickhouse").contains("TTL"));
        QVERIFY(!ddl(readings(key, RowRemoval::Ttl), "postgresql").contains("PARTITION"));
    }
};

QTEST_APPLESS_MAIN(DdlLifecycleTest)
#include "ddl_lifecycle_test.moc"
