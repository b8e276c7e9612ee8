// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "model/base/resources.h"
#include "model/engine/engine_profile.h"
#include "tests/support/folders.h"

using namespace shardscape::model;
namespace tests = shardscape::tests;

/// The engine catalogue: the profiles that come with the product, user overrides, and what a mistake in a file is told.
class EngineProfileTest : public QObject {
    Q_OBJECT

private slots:
    void shippedProfilesLoad();
    void everyConstantHasSourceAndUnit();
    void postgresqlSaysWhatTheDocumentationSays();
    void userFolderOverridesKeyByKey();
    void cacheConstantsComeFromTheCacheEngine();
    void mistakesNameFileAndPath_data();
    void mistakesNameFileAndPath();
    void syntaxErrorsNameLineAndColumn();
    void environmentDecidesTheFolder();

private:
    static std::string shipped() { return (tests::sourceFolder() + "/resources/engines").toStdString(); }
    static std::string write(const QTemporaryDir& folder, const QString& name, const QByteArray& content);
};

std::string EngineProfileTest::write(const QTemporaryDir& folder, const QString& name, const QByteArray& content) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return folder.path().toStdString();
}

void EngineProfileTest::shippedProfilesLoad() {
    const auto catalogue = EngineCatalogue::load({shipped()});
    QVERIFY2(catalogue.has_value(), catalogue ? "" : catalogue.error().text().c_str());
    QVERIFY(catalogue->profiles().size() >= 4);
    for (const char* name : {"cassandra", "dynamodb", "postgresql", "redis"})
        QVERIFY2(catalogue->find(name), name);
    for (const char* name : {"mariadb", "mysql", "sqlite"}) {
        QVERIFY2(catalogue->find(name), name);
        QCOMPARE(catalogue->find(name)->mapping, MappingFamily::Relational);
        QVERIFY(catalogue->find(name)->has("clustered_rows"));
    }
    QCOMPARE(catalogue->find("postgresql")->dialect, std::string("postgresql"));
    QVERIFY(!catalogue->find("postgresql")->has("clustered_rows"));
    QVERIFY(!catalogue->find("oracle"));
    QCOMPARE(catalogue->find("cassandra")->storage, StorageFamily::Lsm);
    QCOMPARE(catalogue->find("cassandra")->replication, Replication::Quorum);
    QCOMPARE(catalogue->find("cassandra")->defaultReplicas, 3);
    QCOMPARE(catalogue->find("dynamodb")->mapping, MappingFamily::SingleTable);
    QCOMPARE(catalogue->find("redis")->storage, StorageFamily::Memory);
}

void EngineProfileTest::everyConstantHasSourceAndUnit() {
    const auto catalogue = EngineCatalogue::load({shipped()});
    QVERIFY(catalogue.has_value());
    for (const EngineProfile& profile : catalogue->profiles())
        for (const auto& [key, constant] : profile.constants) {
            QVERIFY2(!constant.source.empty(), key.c_str());
            const QString last = QString::fromStdString(key).section('_', -1);
            // "…_per_s" is a rate; a unit must be the last word of every key.
            const QStringList units{"bytes", "us", "ms", "s", "ratio", "count"};
            QVERIFY2(units.contains(last), (profile.name + ": " + key).c_str());
        }
}

void EngineProfileTest::postgresqlSaysWhatTheDocumentationSays() {
    // storage-page-layout: 24-byte page header, 4-byte item pointers, 23-byte tuple header; pages of 8 kB.
    const auto catalogue = EngineCatalogue::load({shipped()});
    QVERIFY(catalogue.has_value());
    const EngineProfile& postgresql = *catalogue->find("postgresql");
    QCOMPARE(postgresql.value("storage.page_size_bytes"), 8192.0);
    QCOMPARE(postgresql.value("storage.page_header_bytes"), 24.0);
    QCOMPARE(postgresql.value("storage.item_pointer_bytes"), 4.0);
    QCOMPARE(postgresql.value("storage.tuple_header_bytes"), 23.0);
    QCOMPARE(postgresql.value("types.uuid.width_bytes"), 16.0);
    QCOMPARE(postgresql.value("types.uuid.align_bytes"), 1.0);
    QCOMPARE(postgresql.types.at("int64"), std::string("bigint"));
    QVERIFY(!postgresql.find("storage.no_such_bytes"));
}

void EngineProfileTest::userFolderOverridesKeyByKey() {
    QTemporaryDir user;
    const std::string folder = write(user, "mine.json", R"({"name": "postgresql", "default_replicas": 5,
        "capacity": {"servers_per_node_count": {"value": 32, "evidence": "measured", "source": "our hardware"}}})");
    const auto catalogue = EngineCatalogue::load({shipped(), folder});
    QVERIFY2(catalogue.has_value(), catalogue ? "" : catalogue.error().text().c_str());
    const EngineProfile& postgresql = *catalogue->find("postgresql");
    QCOMPARE(postgresql.value("capacity.servers_per_node_count"), 32.0);
    QCOMPARE(postgresql.constant("capacity.servers_per_node_count").source, std::string("our hardware"));
    QCOMPARE(postgresql.defaultReplicas, 5);
    QCOMPARE(postgresql.value("storage.page_size_bytes"), 8192.0); // what the file does not say stays
    QCOMPARE(postgresql.title, std::string("PostgreSQL"));
}

void EngineProfileTest::cacheConstantsComeFromTheCacheEngine() {
    const auto catalogue = EngineCatalogue::load({shipped()});
    QVERIFY(catalogue.has_value());
    const EngineProfile& redis = *catalogue->find("redis");
    for (const char* name : {"postgresql", "cassandra", "dynamodb", "mariadb", "mysql", "sqlite"}) {
        const EngineProfile& profile = *catalogue->find(name);
        QCOMPARE(profile.cacheEngine, std::string("redis"));
        QCOMPARE(profile.value("cache.capacity.point_read_us"), redis.value("capacity.point_read_us"));
        QVERIFY(!profile.find("cache.cache.capacity.point_read_us"));
    }
    QVERIFY(!redis.find("cache.capacity.point_read_us"));
}

void EngineProfileTest::mistakesNameFileAndPath_data() {
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QString>("path");
    QTest::newRow("no source") << QByteArray(R"({"name":"redis","limits":{"x_bytes":{"value":1,"evidence":"common"}}})")
                               << "/limits/x_bytes/source";
    QTest::newRow("no evidence") << QByteArray(R"({"name":"redis","limits":{"x_bytes":{"value":1,"source":"s"}}})")
                                 << "/limits/x_bytes/evidence";
    QTest::newRow("text for a number")
        << QByteArray(R"({"name":"redis","limits":{"x_bytes":{"value":"1","source":"s","evidence":"common"}}})")
        << "/limits/x_bytes/value";
    QTest::newRow("negative")
        << QByteArray(R"({"name":"redis","limits":{"x_bytes":{"value":-1,"source":"s","evidence":"common"}}})")
        << "/limits/x_bytes/value";
    QTest::newRow("required key removed")
        << QByteArray(R"({"name":"redis","capacity":{"point_read_us":null}})") << "/capacity/point_read_us";
    QTest::newRow("unknown family") << QByteArray(R"({"name":"redis","storage_family":"tape"})") << "/storage_family";
    QTest::newRow("unknown key") << QByteArray(R"({"name":"redis","capacities":{}})") << "/capacities";
    QTest::newRow("no name") << QByteArray(R"({"title":"Redis"})") << "/name";
    QTest::newRow("replicas not whole") << QByteArray(R"({"name":"redis","default_replicas":1.5})")
                                        << "/default_replicas";
    QTest::newRow("new engine without a title") << QByteArray(R"({"name":"mine"})") << "/title";
    QTest::newRow("unknown dialect") << QByteArray(R"({"name":"sqlite","dialect":"oracle"})") << "/dialect";
    QTest::newRow("unknown feature") << QByteArray(R"({"name":"sqlite","features":["speed"]})") << "/features";
    QTest::newRow("cache engine unknown")
        << QByteArray(R"({"name":"redis","cache_engine":"nothing"})") << "/cache_engine";
}

void EngineProfileTest::mistakesNameFileAndPath() {
    QFETCH(QByteArray, patch);
    QFETCH(QString, path);
    QTemporaryDir user;
    const std::string folder = write(user, "wrong.json", patch);
    const auto catalogue = EngineCatalogue::load({shipped(), folder});
    QVERIFY(!catalogue.has_value());
    QCOMPARE(catalogue.error().code, ErrorCode::Invalid);
    QVERIFY2(QString::fromStdString(catalogue.error().file).endsWith("/wrong.json"), catalogue.error().file.c_str());
    QVERIFY2(QString::fromStdString(catalogue.error().message).startsWith(path), catalogue.error().text().c_str());
}

void EngineProfileTest::syntaxErrorsNameLineAndColumn() {
    QTemporaryDir user;
    const std::string folder = write(user, "broken.json", "{\n  \"name\": \"redis\",\n  title: 1\n}\n");
    const auto catalogue = EngineCatalogue::load({folder});
    QVERIFY(!catalogue.has_value());
    QCOMPARE(catalogue.error().line, 3);
    QVERIFY(catalogue.error().column >= 3 && catalogue.error().column <= 4);
    const auto missing = EngineCatalogue::load({folder + "/nowhere"});
    QVERIFY(!missing.has_value());
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
}

void EngineProfileTest::environmentDecidesTheFolder() {
    QTemporaryDir folder;
    qputenv("SHARDSCAPE_RESOURCES", folder.path().toUtf8());
    QCOMPARE(QString::fromStdString(*resourceFolder()), folder.path());
    qputenv("SHARDSCAPE_RESOURCES", "/no/such/folder");
    QVERIFY(!resourceFolder().has_value());
    qunsetenv("SHARDSCAPE_RESOURCES");
    QVERIFY(resourceFolder().has_value());
    qputenv("XDG_CONFIG_HOME", folder.path().toUtf8());
    QCOMPARE(QString::fromStdString(userFolder()), folder.path() + "/shardscape");
    QCOMPARE(engineFolders()->size(), std::size_t(1));
    QVERIFY(QDir(folder.path()).mkpath("shardscape/engines"));
    QCOMPARE(engineFolders()->size(), std::size_t(2));
}

QTEST_APPLESS_MAIN(EngineProfileTest)
#include "engine_profile_test.moc"
