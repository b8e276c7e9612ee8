// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Record batches that a real producer encodes weigh what the size model says: librdkafka, towards the broker that it
// brings for tests, which listens on loopback only.
#include <cmath>
#include <functional>

#include <QJsonDocument>
#include <QJsonObject>
#include <QLibrary>
#include <QtTest>

#include "estimator/size/record_batch.h"
#include "model/physical/json_text.h"
#include "model/physical/log_topic.h"
#include "tests/support/estimating.h"

using namespace shardscape;
using namespace shardscape::model;
using shardscape::tests::engine;
using shardscape::tests::projectOf;

namespace {

/// What of librdkafka's interface (rdkafka.h, C) is needed here; found when the test runs, so that nothing links it.
struct Producer {
    using Statistics = int (*)(void*, char*, std::size_t, void*);
    void* (*newConf)() = nullptr;
    int (*setConf)(void*, const char*, const char*, char*, std::size_t) = nullptr;
    void (*setStatistics)(void*, Statistics) = nullptr;
    void (*setOpaque)(void*, void*) = nullptr;
    void* (*newClient)(int, void*, char*, std::size_t) = nullptr;
    void* (*newTopic)(void*, const char*, void*) = nullptr;
    int (*produce)(void*, std::int32_t, int, void*, std::size_t, const void*, std::size_t, void*) = nullptr;
    int (*poll)(void*, int) = nullptr;
    int (*queued)(void*) = nullptr;
    void (*freeTopic)(void*) = nullptr;
    void (*freeClient)(void*) = nullptr;

    bool load() {
        QLibrary library(QStringLiteral("rdkafka"), 1);
        const auto find = [&](auto& function, const char* name) {
            function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(library.resolve(name));
            return function != nullptr;
        };
        return find(newConf, "rd_kafka_conf_new") && find(setConf, "rd_kafka_conf_set") &&
               find(setStatistics, "rd_kafka_conf_set_stats_cb") && find(setOpaque, "rd_kafka_conf_set_opaque") &&
               find(newClient, "rd_kafka_new") && find(newTopic, "rd_kafka_topic_new") &&
               find(produce, "rd_kafka_produce") && find(poll, "rd_kafka_poll") && find(queued, "rd_kafka_outq_len") &&
               find(freeTopic, "rd_kafka_topic_destroy") && find(freeClient, "rd_kafka_destroy");
    }
};

/// Batches as the producer's statistics count them: bytes with their header, after compression.
struct Sent {
    double bytes = 0;
    double batches = 0;
    QString problem;
};

int addStatistics(void*, char* json, std::size_t size, void* opaque) {
    auto* sent = static_cast<Sent*>(opaque);
    const QJsonObject topics = QJsonDocument::fromJson(QByteArray(json, static_cast<qsizetype>(size)))
                                   .object()
                                   .value(QLatin1String("topics"))
                                   .toObject();
    for (const QJsonValue& topic : topics) {
        const QJsonObject sizes = topic.toObject().value(QLatin1String("batchsize")).toObject();
        sent->bytes += sizes.value(QLatin1String("sum")).toDouble();
        sent->batches += sizes.value(QLatin1String("cnt")).toDouble();
    }
    return 0;
}

struct Message {
    QByteArray key;
    QByteArray value;
};

/// Sends "batches" batches of "count" messages: the producer waits until a batch has them all.
Sent send(const Producer& kafka, const char* codec, int count, int batches,
          const std::function<Message(int)>& message) {
    Sent sent;
    char problem[512] = {};
    void* conf = kafka.newConf();
    const auto set = [&](const char* name, const QByteArray& value) {
        if (kafka.setConf(conf, name, value.constData(), problem, sizeof problem) != 0)
            sent.problem = QString::fromUtf8(problem);
    };
    set("test.mock.num.brokers", "1");
    set("log_level", "0");
    set("statistics.interval.ms", "20");
    set("linger.ms", "300000");
    set("message.timeout.ms", "600000");
    set("batch.num.messages", QByteArray::number(count));
    set("compression.codec", codec);
    kafka.setStatistics(conf, addStatistics);
    kafka.setOpaque(conf, &sent);
    void* client = kafka.newClient(0, conf, problem, sizeof problem); // RD_KAFKA_PRODUCER
    if (!client) {
        sent.problem = QString::fromUtf8(problem);
        return sent;
    }
    void* topic = kafka.newTopic(client, "clicks", nullptr);
    for (int i = 0; i < count * batches; ++i) {
        Message one = message(i);
        constexpr int kCopy = 2; // RD_KAFKA_MSG_F_COPY
        if (kafka.produce(topic, 0, kCopy, one.value.data(), static_cast<std::size_t>(one.value.size()),
                          one.key.constData(), static_cast<std::size_t>(one.key.size()), nullptr) != 0)
            sent.problem = QStringLiteral("a message was refused");
    }
    const QDeadlineTimer deadline(60000);
    while ((kafka.queued(client) > 0 || sent.batches < batches) && !deadline.hasExpired())
        kafka.poll(client, 50);
    kafka.freeTopic(topic);
    kafka.freeClient(client);
    if (sent.batches < batches && sent.problem.isEmpty())
        sent.problem = QStringLiteral("%1 of %2 batches were sent in a minute").arg(sent.batches).arg(batches);
    return sent;
}

} // namespace

class KafkaTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!m_kafka.load())
            QSKIP("librdkafka is not installed (package librdkafka1)");
    }

    /// Not compressed, the batch is what the protocol says, byte for byte. A slow machine may take more than 63 ms
    /// between the first record and the last, which adds a byte or two to its time.
    void batchesAreEncodedAsSaid_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("value");
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 16 << 100 << 1;
        QTest::newRow("ten") << 16 << 100 << 10;
        QTest::newRow("a hundred") << 16 << 100 << 100;
        QTest::newRow("short ones") << 8 << 5 << 300;
        QTest::newRow("long ones") << 36 << 10000 << 5;
        QTest::newRow("at the edge of two bytes") << 8 << 48 << 70;
    }
    void batchesAreEncodedAsSaid() {
        QFETCH(int, key);
        QFETCH(int, value);
        QFETCH(int, count);
        const Sent sent = send(m_kafka, "none", count, 1, [&](int) {
            return Message{QByteArray(key, 'k'), QByteArray(value, 'v')};
        });
        QVERIFY2(sent.problem.isEmpty(), qPrintable(sent.problem));
        const estimator::LogRecord record{static_cast<double>(key), static_cast<double>(value)};
        const auto said = static_cast<double>(61 + estimator::recordsBytes(record, count, 0));
        QCOMPARE(sent.batches, 1.0);
        if (count == 1)
            QCOMPARE(sent.bytes, said);
        QVERIFY2(sent.bytes >= said && sent.bytes <= said + 2.0 * count,
                 qPrintable(QStringLiteral("%1 bytes sent, %2 said").arg(sent.bytes).arg(said)));
    }

    /// Events as JSON, half of whose bytes are random, with lz4: the ratio is measured on other events.
    void compressedBatchesAreNear_data() {
        QTest::addColumn<int>("count");
        for (int count : {1, 10, 100, 250})
            QTest::addRow("%d", count) << count;
    }
    void compressedBatchesAreNear() {
        QFETCH(int, count);
        constexpr int kBatches = 20;
        QRandomGenerator random(7);
        const Sent sent = send(m_kafka, "lz4", count, kBatches, [&](int i) { return click(i, random); });
        QVERIFY2(sent.problem.isEmpty(), qPrintable(sent.problem));
        Project project = projectOf(
            "CREATE TABLE clicks (click_id uuid PRIMARY KEY, user_id bigint NOT NULL, at timestamptz NOT NULL, page "
            "varchar(60) NOT NULL);",
            "-- table: clicks rows=1M\n");
        Entity clicks = *project.entities.begin();
        clicks.attributes[1].statistics.distinctValues = 100000;
        clicks.attributes[3].statistics.averageBytes = 13; // "/products/" and 2.9 digits
        project.entities.set(clicks);
        const Cardinality cardinality(project);
        const estimator::LoggedRecord said = estimator::loggedRecord(
            {recordKeyBytes(cardinality, clicks, {clicks.attributes[1].id}), jsonRowBytes(cardinality, clicks)},
            count * 200.0, engine("kafka"));
        QCOMPARE(said.count, static_cast<double>(count));
        const double measured = sent.bytes / sent.batches / count;
        qInfo("%d records a batch: %.1f bytes a record measured, %.1f said, between %.1f and %.1f", count, measured,
              said.bytes.likely, said.bytes.least, said.bytes.most);
        QVERIFY(tests::within(said.bytes.likely, measured, 0.15));
        QVERIFY(measured > said.bytes.least && measured < said.bytes.most * 1.01);
    }

private:
    static Message click(int i, QRandomGenerator& random) {
        const quint64 user = 1 + random.bounded(100000);
        QByteArray key;
        for (int shift = 56; shift >= 0; shift -= 8)
            key.append(static_cast<char>(user >> shift & 0xff));
        const quint64 halves[2] = {random.generate64(), random.generate64()};
        QString id =
            QStringLiteral("%1%2").arg(halves[0], 16, 16, QLatin1Char('0')).arg(halves[1], 16, 16, QLatin1Char('0'));
        for (int at : {8, 13, 18, 23})
            id.insert(at, QLatin1Char('-'));
        const QString time = QDateTime::fromMSecsSinceEpoch(1767225600000 + i, Qt::UTC).toString(Qt::ISODateWithMs);
        const QString value = QStringLiteral(R"({"click_id":"%1","user_id":%2,"at":"%3","page":"/products/%4"})")
                                  .arg(id)
                                  .arg(user)
                                  .arg(time)
                                  .arg(random.bounded(1000));
        return {key, value.toUtf8()};
    }

    Producer m_kafka;
};

QTEST_APPLESS_MAIN(KafkaTest)
#include "kafka_test.moc"
